# SLP101: nobody is at the other end of a channel.
import stackless

lonely = stackless.channel()
lonely.receive()                    # want SLP101 `main tasklet blocks here for ever: receive\(\) on channel 'lonely', but nobody sends on it \(error, high\)`

full = stackless.channel()
full.send(1)                        # want SLP101 `but nobody receives from it \(error, high\)`


def reader(c):
    return c.receive()              # want SLP101 `this tasklet waits for ever: receive\(\) on channel 'quiet', but nobody sends on it \(warning, high\)`


def loops(c):
    for item in c:                  # want SLP101 "this tasklet waits for ever: this loop on channel 'quiet'"
        print(item)


quiet = stackless.channel()
stackless.tasklet(reader)(quiet)
stackless.tasklet(loops)(quiet)


class Desk:
    def __init__(self):
        self.inbox = stackless.channel()
        self._outbox = stackless.channel()
        stackless.tasklet(self.run)()

    def run(self):
        self._outbox.send("hello")  # want SLP101 "nobody receives from it"
        print(self.inbox.receive())


desk = Desk()
desk.inbox.send(1)

# The method itself can be what the tasklet runs.
bound = stackless.channel()
stackless.tasklet(bound.receive)()  # want SLP101 "nobody sends"

# Over a result and a container.


def make():
    c = stackless.channel()
    return c


made = make()
made.receive()                      # want SLP101 "nobody sends"
stackless.run()
