# schedule() is round robin; main takes part.
import stackless
def count(name, n):
    for i in range(n):
        print(name, i)
        stackless.schedule()
    print(name, "end")
for name, n in (("a", 3), ("b", 1), ("c", 2)):
    stackless.tasklet(count)(name, n)
stackless.run()
#: a 0
#: b 0
#: c 0
#: a 1
#: b end
#: c 1
#: a 2
#: c end
#: a end
---
import stackless
def f(name):
    for i in range(2):
        print(name, i)
        stackless.schedule()
stackless.tasklet(f)("a")
stackless.tasklet(f)("b")
for i in range(4):
    print("main", i, stackless.getruncount())
    stackless.schedule()
print("end", stackless.getruncount())
#: main 0 3
#: a 0
#: b 0
#: main 1 3
#: a 1
#: b 1
#: main 2 3
#: main 3 1
#: end 1
---
# schedule() gives back its argument, by default the tasklet itself.
import stackless
def f():
    t = stackless.getcurrent()
    print(stackless.schedule() is t)
    print(stackless.schedule(42))
    print(stackless.schedule(None))
    print(stackless.schedule(retval="kw"))
stackless.tasklet(f)()
stackless.run()
print(stackless.schedule() is stackless.getmain())
print(stackless.schedule(7))
#: True
#: 42
#: None
#: kw
#: True
#: 7
---
# The value handed to schedule() is visible as tempval meanwhile, and may be replaced.
import stackless
def f():
    print("got", stackless.schedule("mine"))
t = stackless.tasklet(f)()
stackless.schedule()
print(t.tempval)
t.tempval = "changed"
stackless.run()
#: mine
#: got changed
---
# schedule_remove() leaves the queue; somebody must insert the tasklet again.
import stackless
def f():
    print("before")
    r = stackless.schedule_remove("val")
    print("after", r)
t = stackless.tasklet(f)()
stackless.run()
print("run ended", t.alive, t.scheduled, t.paused, t.blocked, t.tempval)
t.insert()
print(t.scheduled, t.paused)
stackless.run()
print(t.alive)
#: before
#: run ended True False True False val
#: True False
#: after val
#: False
---
# schedule_remove() of main with others: main returns when the others are done.
import stackless
def f(name):
    print(name, 1)
    stackless.schedule()
    print(name, 2)
stackless.tasklet(f)("a")
stackless.tasklet(f)("b")
print(stackless.schedule_remove("back"))
print("main")
#: a 1
#: b 1
#: a 2
#: b 2
#: back
#: main
---
# Alone, main's schedule_remove() and schedule() return at once.
import stackless
print(stackless.schedule_remove(5))
print(stackless.schedule(6))
print(stackless.run())
print(stackless.getruncount())
#: 5
#: 6
#: None
#: 1
---
# A tasklet that removes itself can be woken by another one.
import stackless
waiting = []
def sleeper(name):
    print(name, "sleeps")
    waiting.append(stackless.getcurrent())
    stackless.schedule_remove()
    print(name, "woke")
def waker():
    print("waking", len(waiting))
    while waiting:
        waiting.pop(0).insert()
for n in "ab":
    stackless.tasklet(sleeper)(n)
stackless.tasklet(waker)()
stackless.run()
#: a sleeps
#: b sleeps
#: waking 2
#: a woke
#: b woke
---
# New tasklets go to the end of the queue; those made by a tasklet too.
import stackless
def parent(n):
    print("parent", n)
    if n:
        stackless.tasklet(parent)(n - 1)
        stackless.tasklet(print)("child of", n)
    stackless.schedule()
    print("parent", n, "again")
stackless.tasklet(parent)(2)
stackless.tasklet(print)("other")
stackless.run()
#: parent 2
#: other
#: parent 1
#: child of 2
#: parent 2 again
#: parent 0
#: child of 1
#: parent 1 again
#: parent 0 again
---
# The queue as a circle: next and prev.
import stackless
def f(): pass
a = stackless.tasklet(f)()
b = stackless.tasklet(f)()
m = stackless.getcurrent()
print(m.next is a, a.next is b, b.next is m)
print(m.prev is b, b.prev is a, a.prev is m)
print(stackless.getruncount())
b.remove()
print(b.next, b.prev, a.next is m, stackless.getruncount())
a.remove()
print(m.next is m, m.prev is m, stackless.getruncount())
#: True True True
#: True True True
#: 3
#: None None True 2
#: True True 1
---
# current, main and runcount, as functions and as attributes.
import stackless
print(stackless.current is stackless.getcurrent(), stackless.main is stackless.getmain())
print(stackless.current is stackless.main, stackless.runcount)
def f():
    print(stackless.current is t, stackless.main is m, stackless.getcurrent().is_main, stackless.runcount)
    print(t.is_current, m.is_current, m.is_main)
m = stackless.getmain()
t = stackless.tasklet(f)()
print(stackless.runcount, t.is_current, t.is_main)
stackless.run()
print(stackless.runcount)
#: True True
#: True 1
#: 2 False False
#: True True False 1
#: True False True
#: 1
