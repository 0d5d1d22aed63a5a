# run() goes on until the queue is empty and returns None.
import stackless
def f(n):
    for i in range(n):
        print(n, i)
        stackless.schedule()
for n in (1, 2, 3):
    stackless.tasklet(f)(n)
print(stackless.run())
print(stackless.getruncount())
#: 1 0
#: 2 0
#: 3 0
#: 2 1
#: 3 1
#: 3 2
#: None
#: 1
---
# run() with nothing to do.
import stackless
print(stackless.run(), stackless.run(0), stackless.run(timeout=0), stackless.run(-1))
#: None None None None
---
# run() is silent about tasklets that stay blocked.
import stackless
c, d = stackless.channel(), stackless.channel()
def a():
    c.send(1)
    d.receive()
def b():
    d.send(1)
    c.receive()
x = stackless.tasklet(a)()
y = stackless.tasklet(b)()
print(stackless.run())
print(x.blocked, y.blocked, c.balance, d.balance)
#: None
#: True True 1 1
---
# run() from a tasklet: the caller pauses until the others are done.
import stackless
def work(name, n):
    for i in range(n):
        print(name, i)
        stackless.schedule()
def boss():
    print("boss starts")
    stackless.tasklet(work)("x", 2)
    print("inner", stackless.run())
    print("boss ends")
stackless.tasklet(boss)()
stackless.tasklet(work)("y", 3)
print("outer", stackless.run())
#: boss starts
#: y 0
#: x 0
#: y 1
#: x 1
#: y 2
#: inner None
#: boss ends
#: outer None
---
# While it waits in run(), main is paused and not in the queue.
import stackless
m = stackless.getmain()
def f():
    print(m.scheduled, m.paused, m.blocked, m.alive, m.next, stackless.getruncount())
stackless.tasklet(f)()
stackless.run()
#: False True False True None 1
---
# Waking main while it is in run(): insert() makes run() return early.
import stackless
m = stackless.getmain()
def f():
    print("f1")
    m.insert()
    print("f2", m.scheduled)
    stackless.schedule()
    print("f3")
stackless.tasklet(f)()
stackless.tasklet(print)("other")
print("run returned", stackless.run(), stackless.getruncount())
stackless.run()
print("end")
#: f1
#: f2 True
#: other
#: run returned None 2
#: f3
#: end
---
# main.run() from a tasklet jumps to main at once.
import stackless
m = stackless.getmain()
def f():
    print("f1")
    m.run()
    print("f2")
stackless.tasklet(f)()
stackless.tasklet(print)("other")
print("run returned", stackless.run())
stackless.run()
#: f1
#: run returned None
#: f2
#: other
---
# Nested run(): the innermost caller wakes first.
import stackless
def level(n):
    print("enter", n)
    if n:
        stackless.tasklet(level)(n - 1)
        stackless.run()
    print("leave", n)
stackless.tasklet(level)(3)
stackless.run()
#: enter 3
#: enter 2
#: enter 1
#: enter 0
#: leave 0
#: leave 1
#: leave 2
#: leave 3
---
# Arguments.
import stackless
def error(*a, **k):
    try:
        stackless.run(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
error("x")
error(None)
error(foo=1)
#: TypeError an integer is required (got type str)
#: TypeError an integer is required (got type NoneType)
#: TypeError 'foo' is an invalid keyword argument for run_watchdog()
---
# Several rounds of run(); a tasklet object can be bound and run again.
import stackless
def f(x):
    print("run with", x)
t = stackless.tasklet(f)
for i in range(3):
    t(i)
    stackless.run()
    print(t.alive, t.scheduled)
    t.bind(f)
#: run with 0
#: False False
#: run with 1
#: False False
#: run with 2
#: False False
---
# run() inside an atomic or nested function call keeps the caller's stack.
import stackless
def deep(n):
    if n == 0:
        stackless.run()
        return "bottom"
    return deep(n - 1)
def f():
    print("f")
    stackless.schedule()
    print("f again")
stackless.tasklet(f)()
print(deep(50))
#: f
#: f again
#: bottom
---
# run() called while others are in the middle of their work continues them all.
import stackless
def f(name):
    print(name, 1); stackless.schedule()
    print(name, 2); stackless.schedule()
    print(name, 3)
stackless.tasklet(f)("a")
stackless.schedule()
stackless.tasklet(f)("b")
stackless.schedule()
print("--")
stackless.run()
#: a 1
#: a 2
#: b 1
#: --
#: a 3
#: b 2
#: b 3
