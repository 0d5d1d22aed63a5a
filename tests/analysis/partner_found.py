# What looks like a missing partner and is none: nothing here may be reported.
import stackless
from functools import partial


def producer(c, n):
    for i in range(n):
        c.send(i)
    c.send_exception(StopIteration)


def consumer(c):
    for x in c:
        print(x)


pipe = stackless.channel()
stackless.tasklet(producer)(pipe, 3)
stackless.tasklet(consumer)(pipe)

# In a list, in a dict, in an attribute of something that is passed around.
many = [stackless.channel() for _ in range(3)]
for one in many:
    stackless.tasklet(one.send)(1)
for one in many:
    one.receive()

named = {"a": stackless.channel()}
stackless.tasklet(lambda: named["a"].send(1))()
print(named["a"].receive())


class Mailbox:
    def __init__(self):
        self.channel = stackless.channel()

    def put(self, value):
        self.channel.send(value)

    def get(self):
        return self.channel.receive()


box = Mailbox()
stackless.tasklet(box.put)(1)
print(box.get())

# Given away to code that cannot be followed.
print(partial(stackless.channel.receive, stackless.channel()))
given = stackless.channel()
handlers = partial(given.send, 1)
given.receive()

# Looked at first.
polled = stackless.channel()
if polled.balance > 0:
    polled.receive()

# The error is expected.
tried = stackless.channel()
try:
    tried.receive()
except RuntimeError:
    print("deadlock, as expected")

# Consumed by a builtin.
whole = stackless.channel()
stackless.tasklet(producer)(whole, 2)
print(list(whole))
first = stackless.channel()
stackless.tasklet(first.send_sequence)("ab")
print(next(first), next(first))


# A subclass that does something else on send.
class Queue(stackless.channel):
    def send(self, value):
        print("queued", value)


queue = Queue()
queue.send(1)

# Two names for one channel.
left = right = stackless.channel()
stackless.tasklet(left.send)(1)
right.receive()

# A default parameter, a keyword, *args.
shared = stackless.channel()


def talk(word, to=shared):
    to.send(word)


def listen(*channels):
    return [c.receive() for c in channels]


stackless.tasklet(talk)("hi")
stackless.tasklet(talk)(word="ho")
listen(shared, shared)
stackless.run()


# Somebody ends it.
def waits_for_the_end(channel):
    channel.receive()


doomed = stackless.tasklet(waits_for_the_end)(stackless.channel())
stackless.run()
doomed.kill()
