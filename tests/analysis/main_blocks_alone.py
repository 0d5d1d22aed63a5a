# SLP112: main waits, and nobody was started.
import stackless


def worker(c):
    c.send(1)


c = stackless.channel()
print(c.receive())                  # want SLP112 `no tasklet was started that could be its partner on channel 'c' \(error, high\)`
worker(c)
