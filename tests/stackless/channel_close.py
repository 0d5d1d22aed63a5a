# close(): no new blocking; open() allows it again.
import stackless
c = stackless.channel()
print(c.closing, c.closed)
c.close()
print(c.closing, c.closed)
for f in (lambda: c.send(1), c.receive):
    try: f()
    except ValueError as e: print("ValueError:", e)
c.open()
print(c.closing, c.closed)
stackless.tasklet(c.send)(1)
print(c.receive())
#: False False
#: True True
#: ValueError: Send/receive operation on a closed channel
#: ValueError: Send/receive operation on a closed channel
#: False False
#: 1
---
# Those already waiting still transfer.
import stackless
c = stackless.channel()
for i in range(3):
    stackless.tasklet(c.send)(i)
stackless.run()
c.close()
print(c.closing, c.closed, c.balance)
print(c.receive(), c.receive(), c.closed)
print(c.receive(), c.closing, c.closed)
try: c.receive()
except ValueError as e: print(e)
#: True False 3
#: 0 1 False
#: 2 True True
#: Send/receive operation on a closed channel
---
import stackless
c = stackless.channel()
stackless.tasklet(lambda: print("got", c.receive()))()
stackless.run()
c.close()
c.send("late")
try: c.send("too late")
except ValueError as e: print(e)
#: got late
#: Send/receive operation on a closed channel
---
# Iteration over a channel ends when it is closed and empty.
import stackless
c = stackless.channel()
def source():
    for i in range(4): c.send(i)
    c.close()
stackless.tasklet(source)()
def reader():
    for x in c:
        print(x)
    print("reader ends")
stackless.tasklet(reader)()
stackless.run()
print(c.closed)
#: 0
#: 1
#: 2
#: 3
#: False
---
# A sender can end the iteration with StopIteration.
import stackless
c = stackless.channel()
def source():
    for i in range(3): c.send(i)
    c.send_exception(StopIteration)
stackless.tasklet(source)()
print(list(c))
#: [0, 1, 2]
---
# iter() and next().
import stackless
c = stackless.channel()
print(iter(c) is c)
stackless.tasklet(c.send_sequence)("ab")
print(next(c), next(c))
c.close()
try: next(c)
except StopIteration: print("StopIteration")
print(list(c))
#: True
#: a b
#: StopIteration
#: []
---
# send_sequence sends every item and returns the count.
import stackless
c = stackless.channel()
c.preference = 1
def f():
    print("sent", c.send_sequence(range(5)))
    print("sent", c.send_sequence("xy"))
    print("sent", c.send_sequence([]))
    print("sent", c.send_sequence(i * i for i in range(3)))
    c.close()
stackless.tasklet(f)()
print(list(c))
stackless.run()
#: sent 5
#: sent 2
#: sent 0
#: sent 3
#: [0, 1, 2, 3, 4, 'x', 'y', 0, 1, 4]
---
# send_sequence with an iterator that fails, and with a generator that talks on channels.
import stackless
c = stackless.channel()
c.preference = 1
def bad():
    yield 1
    raise KeyError("bad")
def f():
    try: c.send_sequence(bad())
    except KeyError as e: print("sender got", e)
    c.close()
stackless.tasklet(f)()
print(list(c))
d = stackless.channel()
d.preference = 1
def relay():
    for _ in range(3): yield d.receive() * 2
def g():
    e.send_sequence(relay())
    e.close()
e = stackless.channel()
e.preference = 1
stackless.tasklet(g)()
stackless.tasklet(d.send_sequence)([1, 2, 3])
print(list(e))
#: sender got 'bad'
#: [1]
#: [2, 4, 6]
---
# A receiver that waits is not woken by close().
import stackless
c = stackless.channel()
def r():
    try: print("got", c.receive())
    except ValueError: print("never")
t = stackless.tasklet(r)()
stackless.run()
c.close()
stackless.run()
print(t.blocked, c.closing, c.closed)
#: True True False
---
# for over a channel in several tasklets shares the items.
import stackless
c = stackless.channel()
def reader(name):
    for x in c: print(name, x)
for n in "pq": stackless.tasklet(reader)(n)
def w():
    for i in range(5): c.send(i)
    c.close()
stackless.tasklet(w)()
stackless.run()
print(c.balance)
#: p 0
#: q 1
#: p 2
#: q 3
#: p 4
#: -2
