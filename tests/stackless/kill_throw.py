# kill() raises TaskletExit; finally blocks run; the killer goes on afterwards.
import stackless
def f():
    try:
        print("started")
        stackless.schedule()
        print("never")
    except TaskletExit:
        print("TaskletExit")
        raise
    finally:
        print("finally")
t = stackless.tasklet(f)()
stackless.schedule()
t.kill()
print("killed", t.alive, t.scheduled)
t.kill()
print("again is fine")
#: started
#: TaskletExit
#: finally
#: killed False False
#: again is fine
---
# A tasklet that never started dies without running.
import stackless
t = stackless.tasklet(print)("never")
t.kill()
print(t.alive, t.scheduled, stackless.getruncount())
u = stackless.tasklet(print, ("never",))
u.kill()
print(u.alive, u.paused)
#: False False 1
#: False False
---
# The function may catch TaskletExit and live on.
import stackless
def f():
    while True:
        try:
            stackless.schedule()
        except TaskletExit:
            print("not yet")
            break
    stackless.schedule()
    print("the end")
t = stackless.tasklet(f)()
stackless.schedule()
t.kill()
print(t.alive)
stackless.run()
print(t.alive)
#: not yet
#: True
#: the end
#: False
---
# Killing a blocked tasklet takes it off the channel.
import stackless
c = stackless.channel()
def f():
    try: c.receive()
    finally: print("cleanup")
t = stackless.tasklet(f)()
stackless.run()
print(c.balance)
t.kill()
print(c.balance, t.alive, t.blocked)
#: -1
#: cleanup
#: 0 False False
---
# kill(pending=True) waits for the next turn.
import stackless
def f():
    try:
        stackless.schedule()
    finally:
        print("finally")
t = stackless.tasklet(f)()
stackless.schedule()
t.kill(pending=True)
print("pending", t.alive, t.scheduled)
stackless.run()
print(t.alive)
c = stackless.channel()
def g():
    try: c.send(1)
    except TaskletExit: print("exit in send")
u = stackless.tasklet(g)()
stackless.run()
u.kill(True)
print(u.blocked, u.scheduled, c.balance)
stackless.run()
#: pending True True
#: finally
#: False
#: False True 0
#: exit in send
---
# Order: an immediate kill runs the victim before the killer, the others stay where they are.
import stackless
def f(name):
    try:
        print(name)
        stackless.schedule()
        print(name, "again")
    except TaskletExit:
        print(name, "exit")
a, b, c = (stackless.tasklet(f)(n) for n in "abc")
stackless.schedule()
b.kill()
print("main")
stackless.run()
#: a
#: b
#: c
#: b exit
#: c again
#: main
#: a again
---
# raise_exception: class and arguments; immediate.
import stackless
def f():
    try: stackless.schedule_remove()
    except ValueError as e: print("caught", e.args)
t = stackless.tasklet(f)()
stackless.run()
t.raise_exception(ValueError, 1, "two")
print(t.alive)
#: caught (1, 'two')
#: False
---
# An exception thrown into a tasklet that does not catch it comes back to main.
import stackless
def f(): stackless.schedule_remove()
t = stackless.tasklet(f)()
stackless.run()
try: t.raise_exception(KeyError, "k")
except KeyError as e: print("main got", e, t.alive)
u = stackless.tasklet(f)()
stackless.run()
try: u.throw(IndexError("i"))
except IndexError as e: print("main got", e)
#: main got 'k' False
#: main got i
---
# throw: class, instance, value, traceback; pending.
import stackless, sys
def f(name):
    while True:
        try: stackless.schedule_remove()
        except Exception as e: print(name, type(e).__name__, e.args)
t = stackless.tasklet(f)("t")
stackless.run()
t.throw(ValueError)
t.throw(ValueError("inst"))
t.throw(ValueError, "val")
t.throw(ValueError, ("a", "b"))
t.throw(ValueError, None, None)
t.throw(exc=KeyError, val="kw")
try: 1 / 0
except ZeroDivisionError: t.throw(*sys.exc_info())
t.throw(TypeError("later"), pending=True)
print("pending", t.scheduled)
stackless.run()
#: t ValueError ()
#: t ValueError ('inst',)
#: t ValueError ('val',)
#: t ValueError ('a', 'b')
#: t ValueError ()
#: t KeyError ('kw',)
#: t ZeroDivisionError ('division by zero',)
#: pending True
#: t TypeError ('later',)
---
# Argument errors.
import stackless
def error(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
t = stackless.tasklet(stackless.schedule_remove)()
stackless.run()
error(lambda: t.throw(5))
error(lambda: t.throw("text"))
error(lambda: t.throw(ValueError("x"), 1))
error(lambda: t.throw(ValueError, None, 5))
error(lambda: t.raise_exception(5))
error(lambda: t.raise_exception())
print(t.alive)
dead = stackless.tasklet(len)("x")
stackless.run()
error(lambda: dead.throw(ValueError))
error(lambda: dead.raise_exception(ValueError))
print(dead.throw(TaskletExit), dead.raise_exception(TaskletExit), dead.kill())
error(lambda: stackless.tasklet().throw(ValueError("unbound")))
#: TypeError: exceptions must be classes, or instances, not int
#: TypeError: exceptions must be classes, or instances, not str
#: TypeError: instance exception may not have a separate value
#: TypeError: third argument must be a traceback object
#: TypeError: tasklet.raise_exception needs Exception or string subclass as first parameter
#: TypeError: raise_exception() takes at least 1 argument
#: True
#: RuntimeError: You cannot throw to a dead tasklet
#: RuntimeError: You cannot throw to a dead tasklet
#: None None None
#: RuntimeError: You cannot throw to a dead tasklet
---
# On the current tasklet they raise at once.
import stackless
m = stackless.getcurrent()
try: m.throw(ValueError("self"))
except ValueError as e: print(e)
try: m.raise_exception(KeyError, "self")
except KeyError as e: print(e)
try: m.kill()
except TaskletExit: print("TaskletExit in main")
def f():
    try: stackless.getcurrent().kill()
    finally: print("finally")
    print("never")
t = stackless.tasklet(f)()
stackless.run()
print(t.alive)
#: self
#: 'self'
#: TaskletExit in main
#: finally
#: False
---
# A thrown exception replaces what the tasklet was waiting for; then it can wait again.
import stackless
c = stackless.channel()
def f():
    for _ in range(3):
        try: print("got", c.receive())
        except ValueError as e: print("interrupted", e)
t = stackless.tasklet(f)()
stackless.run()
t.throw(ValueError("one"))
print(t.blocked, c.balance)
c.send("x")
t.throw(ValueError("two"))
print(t.alive)
#: interrupted one
#: True -1
#: got x
#: interrupted two
#: False
---
# TaskletExit is a builtin SystemExit; passing the top frame it ends the tasklet silently.
import stackless
print(TaskletExit.__mro__)
print(hasattr(stackless, "TaskletExit"))
def f(): raise TaskletExit
def g(): raise TaskletExit("with", "args")
t, u = stackless.tasklet(f)(), stackless.tasklet(g)()
print(stackless.run(), t.alive, u.alive)
def h():
    try: f()
    except Exception: print("not an Exception")
    except SystemExit as e: print("SystemExit", e.args)
stackless.tasklet(h)()
stackless.run()
#: (<class 'TaskletExit'>, <class 'SystemExit'>, <class 'BaseException'>, <class 'object'>)
#: False
#: None False False
#: SystemExit ()
---
# Killing from within another tasklet.
import stackless
def victim():
    try: stackless.schedule()
    except TaskletExit: print("victim dies")
def killer(t):
    print("killer")
    t.kill()
    print("killer goes on", t.alive)
v = stackless.tasklet(victim)()
stackless.tasklet(killer)(v)
stackless.tasklet(print)("bystander")
stackless.run()
#: killer
#: victim dies
#: killer goes on False
#: bystander
---
# with and finally blocks unwind in order, through several frames.
import stackless
from contextlib import contextmanager
@contextmanager
def res(name):
    print("open", name)
    try: yield
    finally: print("close", name)
def inner():
    with res("inner"):
        stackless.schedule_remove()
def outer():
    with res("a"), res("b"):
        inner()
t = stackless.tasklet(outer)()
stackless.run()
t.kill()
#: open a
#: open b
#: open inner
#: close inner
#: close b
#: close a
---
# A raise during the kill replaces TaskletExit.
import stackless
def f():
    try: stackless.schedule_remove()
    finally: raise ValueError("from finally")
t = stackless.tasklet(f)()
stackless.run()
try: t.kill()
except ValueError as e: print("main got", e, type(e.__context__).__name__)
#: main got from finally TaskletExit
