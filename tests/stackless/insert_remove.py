# insert() appends; remove() takes out; both do nothing when there is nothing to do.
import stackless
def f(name): print(name)
a = stackless.tasklet(f)("a")
b = stackless.tasklet(f)("b")
c = stackless.tasklet(f)("c")
print(b.remove() is b, b.scheduled, b.paused, b.alive)
print(b.remove() is b)
print(a.insert() is a)
stackless.run()
print("--")
b.insert()
stackless.run()
#: True False True True
#: True
#: True
#: a
#: c
#: --
#: b
---
# Removing and inserting again moves a tasklet to the end.
import stackless
def f(name): print(name)
ts = [stackless.tasklet(f)(n) for n in "abc"]
ts[0].remove()
ts[0].insert()
stackless.run()
#: b
#: c
#: a
---
# bind() with arguments makes a paused tasklet; insert() starts it.
import stackless
t = stackless.tasklet(print, ("args", 1))
print(t.alive, t.scheduled, t.paused)
t.insert()
print(t.alive, t.scheduled, t.paused)
stackless.run()
t = stackless.tasklet().bind(print, ("a", "b"), {"sep": "-"})
print(t.alive, t.paused)
t.run()
t = stackless.tasklet()
print(t.bind(print, kwargs={"end": "kw only\n"}) is t)
t.insert()
stackless.run()
#: True False True
#: True True False
#: args 1
#: True True
#: a-b
#: True
#: kw only
---
# run() on a tasklet jumps there; the caller keeps its place in the circle.
import stackless
def f(name):
    print(name, "starts")
    stackless.schedule()
    print(name, "ends")
a, b, c = (stackless.tasklet(f)(n) for n in "abc")
b.run()
print("main")
stackless.run()
#: b starts
#: c starts
#: main
#: a starts
#: b ends
#: c ends
#: a ends
---
import stackless
def f(name): print(name)
a, b, c = (stackless.tasklet(f)(n) for n in "abc")
b.run()
print("main")
stackless.run()
#: b
#: c
#: main
#: a
---
# run() of a tasklet that was not in the queue.
import stackless
def f(name): print(name)
a = stackless.tasklet(f)("a")
b = stackless.tasklet(f, ("b",))
b.run()
print("main", stackless.getruncount())
stackless.run()
#: b
#: main 2
#: a
---
# run() on the current tasklet changes nothing.
import stackless
m = stackless.getcurrent()
print(m.run(), m.insert() is m)
def f(): print("f", stackless.getcurrent().run())
stackless.tasklet(f)()
stackless.run()
#: None True
#: f None
---
# switch() removes the caller from the queue.
import stackless
m = stackless.getmain()
def f():
    print("in f", m.paused, m.scheduled, stackless.getruncount())
    m.switch()
    print("back in f")
t = stackless.tasklet(f)()
print(t.switch())
print("main", t.paused, t.scheduled, stackless.getruncount())
t.insert()
stackless.run()
#: in f True False 1
#: None
#: main True False 1
#: back in f
---
# Coroutines out of switch(): ping and pong hand the processor to each other.
import stackless
def ping():
    for i in range(3):
        print("ping", i)
        b.switch()
    print("ping ends")
    main.insert()
def pong():
    for i in range(3):
        print("pong", i)
        a.switch()
main = stackless.getmain()
a = stackless.tasklet(ping, ())
b = stackless.tasklet(pong, ())
a.switch()
print("main again", a.alive, b.alive, b.paused)
#: ping 0
#: pong 0
#: ping 1
#: pong 1
#: ping 2
#: pong 2
#: ping ends
#: main again False True True
---
# switch() when the switched-to tasklet ends: the removed caller stays paused, main is revived.
import stackless
def f(): print("f")
t = stackless.tasklet(f)()
t.switch()
print("main is back", stackless.getruncount())
#: f
#: main is back 1
---
# Errors.
import stackless
def error(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
c = stackless.channel()
t = stackless.tasklet(c.receive)()
stackless.run()
error(t.insert)
error(t.run)
error(t.switch)
error(t.remove)
dead = stackless.tasklet(print)("x")
stackless.run()
error(dead.insert)
error(dead.run)
error(dead.switch)
print(dead.remove() is dead)
unbound = stackless.tasklet()
error(unbound.insert)
error(unbound.run)
error(unbound.switch)
bound = stackless.tasklet(print)
error(bound.insert)
error(bound.run)
error(stackless.getcurrent().remove)
#: RuntimeError: You cannot run a blocked tasklet
#: RuntimeError: You cannot run a blocked tasklet
#: RuntimeError: You cannot run a blocked tasklet
#: RuntimeError: You cannot remove a blocked tasklet.
#: x
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: True
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: You cannot run an unbound(dead) tasklet
#: RuntimeError: The current tasklet cannot be removed.
