# SLP106 with channels in a list: a ring of neighbours who all send first.
import stackless

N = 3
ring = [stackless.channel() for _ in range(N)]
done = stackless.channel()


def worker(number, out, into):
    out.send(number)                # want SLP106 `'worker' at send\(\) on channel 'ring\[0\]', 'worker' at send\(\) on channel 'ring\[2\]', 'worker' at send\(\) on channel 'ring\[1\]' \(warning, high\)`
    print(into.receive())
    done.send(number)


for i in range(N):
    stackless.tasklet(worker)(i, ring[i], ring[(i + 1) % N])
for _ in range(N):
    done.receive()
