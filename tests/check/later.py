# Nothing is wrong: what waits when run() returns is woken later, by ways of all kinds.
import stackless


class Box:
    def __init__(self):
        self.channel = stackless.channel()

    def fill(self):
        self.channel.send("attribute")


def waits(channel):
    print(channel.receive())


def sender():
    named.send("global of a function")


def closed(channel):
    def give():
        channel.send("closure")
    return give


def generator(channel):
    yield
    channel.send("generator")


named, box, listed = stackless.channel(), Box(), [stackless.channel()]
free, lazy = stackless.channel(), stackless.channel()
give, lazily = closed(free), generator(lazy)
next(lazily)
for c in (named, box.channel, listed[0], free, lazy):
    stackless.tasklet(waits)(c)
del c, free, lazy
doomed = stackless.tasklet(waits)(stackless.channel())
stackless.run()
sender()
box.fill()
for c in listed:
    c.send("item")
give()
for _ in lazily:
    pass
doomed.kill()
stackless.run()
