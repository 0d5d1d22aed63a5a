# Rendezvous: nothing is buffered, both sides meet.
import stackless
c = stackless.channel()
def sender():
    print("sending")
    print("send returned", c.send("value"))
def receiver():
    print("receiving")
    print("received", c.receive())
stackless.tasklet(sender)()
stackless.tasklet(receiver)()
stackless.run()
print(c.balance, c.queue)
#: sending
#: receiving
#: received value
#: send returned None
#: 0 None
---
# Balance counts waiting senders (positive) or receivers (negative).
import stackless
c = stackless.channel()
print(c.balance)
for i in range(3):
    stackless.tasklet(c.send)(i)
stackless.run()
print(c.balance)
print([c.receive() for _ in range(3)], c.balance)
stackless.run()
for i in range(2):
    stackless.tasklet(lambda: print("got", c.receive()))()
stackless.run()
print(c.balance)
c.send("x"); print(c.balance)
c.send("y"); print(c.balance)
#: 0
#: 3
#: [0, 1, 2] 0
#: -2
#: got x
#: -1
#: got y
#: 0
---
# The queue is first in, first out; queue and next show it.
import stackless
c = stackless.channel()
def f(name):
    print(name, c.receive())
ts = [stackless.tasklet(f)(n) for n in "abc"]
stackless.run()
print(c.queue is ts[0], ts[0].next is ts[1], ts[1].next is ts[2], ts[2].next)
print(ts[0].prev, ts[2].prev is ts[1], ts[1]._channel is c)
for v in (1, 2, 3):
    c.send(v)
print(c.queue)
#: True True True None
#: None True True
#: a 1
#: b 2
#: c 3
#: None
---
# Any object passes, by identity.
import stackless
c = stackless.channel()
things = [None, 0, "", [], {}, c, stackless, ValueError("v"), ValueError, (1, 2), lambda: 0, stackless.getmain()]
def f():
    for x in things:
        c.send(x)
stackless.tasklet(f)()
print(all(c.receive() is x for x in things))
#: True
---
# preference: default -1; numbers are cut to their sign.
import stackless
c = stackless.channel()
print(c.preference, c.schedule_all)
for v in (1, 0, -1, 5, -7, 1000, True, False):
    c.preference = v
    print(v, c.preference)
for v in (1, 0, True, 5):
    c.schedule_all = v
    print(v, c.schedule_all)
def error(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
error(lambda: setattr(c, "preference", "x"))
error(lambda: setattr(c, "preference", 1.5))
error(lambda: setattr(c, "preference", None))
#: -1 0
#: 1 1
#: 0 0
#: -1 -1
#: 5 1
#: -7 -1
#: 1000 1
#: True 1
#: False 0
#: 1 1
#: 0 0
#: True 1
#: 5 1
#: TypeError: preference must be set to an integer
#: TypeError: preference must be set to an integer
#: TypeError: preference must be set to an integer
---
# Read-only and unknown attributes.
import stackless
c = stackless.channel()
for name in ("balance", "queue", "closing", "closed", "nothing"):
    try:
        setattr(c, name, 1)
    except AttributeError:
        print(name, "AttributeError")
#: balance AttributeError
#: queue AttributeError
#: closing AttributeError
#: closed AttributeError
#: nothing AttributeError
---
# A message chain through many tasklets.
import stackless
def link(left, right):
    left.send(right.receive() + 1)
first = left = stackless.channel()
for i in range(1000):
    right = stackless.channel()
    stackless.tasklet(link)(left, right)
    left = right
stackless.tasklet(left.send)(0)
print(first.receive())
#: 1000
---
# Producer, filter, consumer.
import stackless
def producer(out):
    for i in range(10): out.send(i)
    out.send(None)
def evens(inp, out):
    while (v := inp.receive()) is not None:
        if v % 2 == 0: out.send(v)
    out.send(None)
def consumer(inp):
    while (v := inp.receive()) is not None:
        print("consumed", v)
a, b = stackless.channel(), stackless.channel()
stackless.tasklet(producer)(a)
stackless.tasklet(evens)(a, b)
stackless.tasklet(consumer)(b)
stackless.run()
#: consumed 0
#: consumed 2
#: consumed 4
#: consumed 6
#: consumed 8
---
# The sieve with one tasklet a prime.
import stackless
def numbers(out):
    n = 2
    while True:
        out.send(n)
        n += 1
def sift(p, inp, out):
    while True:
        n = inp.receive()
        if n % p: out.send(n)
c = stackless.channel()
stackless.tasklet(numbers)(c)
primes = []
while len(primes) < 20:
    p = c.receive()
    primes.append(p)
    d = stackless.channel()
    stackless.tasklet(sift)(p, c, d)
    c = d
print(primes)
#: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71]
---
# Ping-pong with a reply channel inside the message.
import stackless
def server(requests):
    while True:
        question, reply = requests.receive()
        if question is None: break
        reply.send(question * 2)
    print("server ends")
requests = stackless.channel()
stackless.tasklet(server)(requests)
def client(n):
    reply = stackless.channel()
    for i in range(2):
        requests.send((n + i, reply))
        print("client", n, "got", reply.receive())
for n in (10, 20):
    stackless.tasklet(client)(n)
stackless.run()
requests.send((None, None))
stackless.run()
#: client 10 got 20
#: client 20 got 40
#: client 10 got 22
#: client 20 got 42
#: server ends
---
# Channel methods kept as bound functions, and channels as truth values and keys.
import stackless
c = stackless.channel()
send, receive = c.send, c.receive
stackless.tasklet(send)(5)
print(receive(), bool(c), {c: 1}[c], c == c, c == stackless.channel())
#: 5 True 1 True False
---
# A blocking send gives None; so does one that finds a receiver.
import stackless
c = stackless.channel()
def r(): c.receive()
def s(): print(c.send(1))
stackless.tasklet(s)(); stackless.tasklet(r)(); stackless.run()
stackless.tasklet(r)(); stackless.tasklet(s)(); stackless.run()
#: None
#: None
---
# Errors of wrong calls.
import stackless
c = stackless.channel()
for f in (lambda: c.send(), lambda: c.send(1, 2), lambda: c.receive(1), lambda: c.send_exception(), lambda: c.send_exception(5), lambda: c.send_sequence(5), lambda: c.send_exception("text")):
    try: f()
    except TypeError: print("TypeError")
    except Exception as e: print(type(e).__name__, e)
#: TypeError
#: TypeError
#: TypeError
#: TypeError
#: TypeError
#: TypeError
#: RuntimeError Deadlock: the last runnable tasklet cannot be blocked.
