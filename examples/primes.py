"""A sieve of tasklets: each prime takes its own multiples out of the stream.

    slp run examples/primes.py [LIMIT]
"""

import sys

import stackless


def numbers(limit, out):
    for n in range(2, limit):
        out.send(n)
    out.send_exception(StopIteration)       # ends the receiver's for loop


def strain(prime, source, rest):
    for n in source:
        if n % prime:
            rest.send(n)
    rest.send_exception(StopIteration)


def sieve(source, primes):
    while (prime := next(source, None)) is not None:
        primes.send(prime)
        rest = stackless.channel()
        stackless.tasklet(strain)(prime, source, rest)
        source = rest
    primes.send_exception(StopIteration)


limit = int(sys.argv[1]) if len(sys.argv) > 1 else 50
source, primes = stackless.channel(), stackless.channel()
stackless.tasklet(numbers)(limit, source)
stackless.tasklet(sieve)(source, primes)

found = list(primes)
print(*found)
print(len(found), "primes below", limit)
stackless.run()                             # let the last tasklets come to their end
