# The last runnable tasklet may not block: main receiving and sending.
import stackless
c = stackless.channel()
for f in (c.receive, lambda: c.send(1), lambda: c.send_exception(ValueError), lambda: c.send_sequence([1])):
    try: f()
    except RuntimeError as e: print("RuntimeError:", e, c.balance)
#: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked. 0
#: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked. 0
#: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked. 0
#: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked. 0
---
# Main blocks while tasklets remain, and they all end: main is woken with an error.
import stackless
c = stackless.channel()
stackless.tasklet(print)("a tasklet")
try: c.receive()
except RuntimeError as e: print("RuntimeError:", e, c.balance)
stackless.tasklet(print)("a tasklet")
try: c.send(1)
except RuntimeError as e: print("RuntimeError:", e, c.balance)
#: a tasklet
#: RuntimeError: the main tasklet is receiving without a sender available. 0
#: a tasklet
#: RuntimeError: the main tasklet is sending without a receiver available. 0
---
# Main blocks and the others block too: the last one to block gets the error.
import stackless
c, d = stackless.channel(), stackless.channel()
def f():
    try: d.receive()
    except RuntimeError as e: print("tasklet:", e, d.balance)
    print("tasklet ends")
stackless.tasklet(f)()
try: c.receive()
except RuntimeError as e: print("main:", e, c.balance)
#: tasklet: Deadlock: the last runnable tasklet cannot be blocked. 0
#: tasklet ends
#: main: the main tasklet is receiving without a sender available. 0
---
# If the last one does not catch it, main gets it out of its own wait.
import stackless
c, d = stackless.channel(), stackless.channel()
def f(): d.receive()
t = stackless.tasklet(f)()
try: c.receive()
except RuntimeError as e: print("main:", e, c.balance, d.balance, t.alive)
#: main: Deadlock: the last runnable tasklet cannot be blocked. 0 0 False
---
# Three in a ring.
import stackless
a, b, c = (stackless.channel() for _ in "abc")
def f(name, x, y):
    try:
        x.receive()
        y.send(1)
    except RuntimeError as e: print(name, e)
stackless.tasklet(f)("one", a, b)
stackless.tasklet(f)("two", b, c)
try:
    c.receive()
    a.send(1)
except RuntimeError as e: print("main", e)
print(a.balance, b.balance, c.balance)
#: two Deadlock: the last runnable tasklet cannot be blocked.
#: main the main tasklet is receiving without a sender available.
#: -1 0 0
---
# Under run() the same is silent: run() just returns.
import stackless
a, b = stackless.channel(), stackless.channel()
def f(x, y):
    x.receive()
    y.send(1)
ts = [stackless.tasklet(f)(a, b), stackless.tasklet(f)(b, a)]
print(stackless.run())
print([t.blocked for t in ts], a.balance, b.balance)
#: None
#: [True, True] -1 -1
---
# A tasklet that waits in run() and has nothing more to run returns; its blocked children stay.
import stackless
c = stackless.channel()
def boss():
    t = stackless.tasklet(c.receive)()
    print("inner", stackless.run(), t.blocked)
stackless.tasklet(boss)()
print("outer", stackless.run())
print(c.balance)
#: inner None True
#: outer None
#: -1
---
# A tasklet blocks while another waits in run(): the waiting one is woken, no error.
import stackless
c = stackless.channel()
def waiter():
    stackless.run()
    print("waiter's run ended")
    c.send("rescue")
def blocker(): print("blocker got", c.receive())
stackless.tasklet(waiter)()
stackless.tasklet(blocker)()
stackless.run()
#: waiter's run ended
#: blocker got rescue
---
# schedule_remove() as the last one, main blocked on a channel.
import stackless
c = stackless.channel()
def f():
    try: stackless.schedule_remove()
    except RuntimeError as e: print("tasklet:", e)
stackless.tasklet(f)()
try: c.receive()
except RuntimeError as e: print("main:", e)
#: tasklet: Deadlock: the last runnable tasklet cannot be blocked.
#: main: the main tasklet is receiving without a sender available.
---
# After the error everything is usable again.
import stackless
c = stackless.channel()
for i in range(3):
    try: c.receive()
    except RuntimeError: pass
    stackless.tasklet(c.send)(i)
    print(c.receive())
#: 0
#: 1
#: 2
---
# Partial deadlocks are not noticed while others can run.
import stackless
c = stackless.channel()
t = stackless.tasklet(c.receive)()
def ticker():
    for i in range(3): print("tick", i); stackless.schedule()
stackless.tasklet(ticker)()
stackless.run()
print(t.blocked)
#: tick 0
#: tick 1
#: tick 2
#: True
---
# The dining philosophers who all take the left fork first.
import stackless
N = 3
forks = [stackless.channel() for _ in range(N)]
def fork(c):
    while True:
        c.send("fork")
        c.receive()
def philosopher(i):
    left, right = forks[i], forks[(i + 1) % N]
    left.receive(); print(i, "has left")
    stackless.schedule()
    right.receive(); print(i, "has right")
    right.send(0); left.send(0)
    print(i, "ate")
for f in forks: stackless.tasklet(fork)(f)
ps = [stackless.tasklet(philosopher)(i) for i in range(N)]
print(stackless.run())
print([p.blocked for p in ps], [f.balance for f in forks])
#: 0 has left
#: 1 has left
#: 2 has left
#: None
#: [True, True, True] [-2, -2, -2]
---
# The end of a killed tasklet does not help main, which waits for nobody.
import stackless
c = stackless.channel()
t = stackless.tasklet(c.receive)()
def killer(): t.kill(); print("killed")
stackless.tasklet(killer)()
d = stackless.channel()
try: d.receive()
except RuntimeError as e: print(e)
print(c.balance, t.alive)
#: killed
#: the main tasklet is receiving without a sender available.
#: 0 False
---
# finally blocks of tasklets that are still blocked or scheduled at exit do not run.
import stackless
c = stackless.channel()
def f():
    try: c.receive()
    finally: print("never printed")
t = stackless.tasklet(f)()
stackless.run()
def g():
    try: stackless.schedule_remove()
    finally: print("never printed either")
u = stackless.tasklet(g)()
stackless.run()
print("exit")
#: exit
---
# schedule() never deadlocks: main just goes on.
import stackless
c = stackless.channel()
stackless.tasklet(c.receive)()
for _ in range(3): stackless.schedule()
print("fine", c.balance)
#: fine -1
