# SLP111: one tasklet at both ends.
import stackless

c = stackless.channel()
c.send(1)                           # want SLP111 `this tasklet waits for itself: it is the only one that uses channel 'c', and send\(\) waits for a partner \(error, high\)`
print(c.receive())


def alone():
    private = stackless.channel()
    print(private.receive())        # want SLP111 "waits for itself"
    private.send(1)


stackless.tasklet(alone)()


def both(d):
    d.send(1)
    print(d.receive())


# Two tasklets run the same function: they can meet each other.
d = stackless.channel()
stackless.tasklet(both)(d)
stackless.tasklet(both)(d)
stackless.run()
