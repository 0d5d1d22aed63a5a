# tasklet(), bind(), setup() and calling.
import stackless
def f(*a, **k): print(a, sorted(k.items()))
stackless.tasklet(f)()
stackless.tasklet(f)(1, 2, x=3)
stackless.tasklet(f).setup("setup", k=1)
stackless.tasklet().bind(f)("later")
t = stackless.tasklet()
t.bind(f)
t.setup(7)
stackless.tasklet(f, (1, 2)).insert()
stackless.tasklet(f, (1,), {"z": 0}).insert()
stackless.tasklet(func=f, args=("kw",), kwargs={"a": 1}).insert()
stackless.run()
#: () []
#: (1, 2) [('x', 3)]
#: ('setup',) [('k', 1)]
#: ('later',) []
#: (7,) []
#: (1, 2) []
#: (1,) [('z', 0)]
#: ('kw',) [('a', 1)]
---
# setup() and calling return the tasklet.
import stackless
t = stackless.tasklet(print)
print(t("x") is t)
stackless.run()
u = stackless.tasklet(print)
print(u.setup("y") is u, u.scheduled)
stackless.run()
#: True
#: x
#: True True
#: y
---
# Errors of bind() and setup().
import stackless
def error(f, *a, **k):
    try: f(*a, **k)
    except Exception as e: print(type(e).__name__ + ":", e)
    else: print("no error")
t = stackless.tasklet
error(t, 5)
error(t, print, 5)
error(t, print, [1])
error(t, print, (), 5)
error(t, print, (), [])
error(t())
error(t().setup, 1)
x = t(print)()
error(x)
error(x.setup)
error(x.bind, print)
error(x.bind)
y = t(print, ())
error(y)
error(stackless.getcurrent().bind, print)
error(stackless.getcurrent().bind)
error(t().bind, None, (1,))
error(t().bind, None, None, {})
stackless.run()
#: TypeError: tasklet function must be a callable or None
#: TypeError: tasklet args must be a tuple or None
#: TypeError: tasklet args must be a tuple or None
#: TypeError: tasklet kwargs must be a dictionary or None
#: TypeError: tasklet kwargs must be a dictionary or None
#: RuntimeError: the tasklet was not bound to a function
#: RuntimeError: the tasklet was not bound to a function
#: RuntimeError: tasklet is alive
#: RuntimeError: tasklet is alive
#: RuntimeError: tasklet is scheduled
#: RuntimeError: tasklet is scheduled
#: RuntimeError: tasklet is alive
#: RuntimeError: can't (re)bind the current tasklet
#: RuntimeError: can't (re)bind the current tasklet
#: RuntimeError: the tasklet was not bound to a function
#: RuntimeError: the tasklet was not bound to a function
#:
---
# bind(None) drops the function again.
import stackless
t = stackless.tasklet(print)
print(t.bind(None) is t)
try: t()
except RuntimeError as e: print(e)
t = stackless.tasklet(print, ("never",))
print(t.alive, t.paused)
t.bind(None)
print(t.alive, t.paused)
#: True
#: the tasklet was not bound to a function
#: True True
#: False False
---
# Unbinding a started tasklet does not run its finally blocks.
import stackless
def f():
    try:
        print("started")
        stackless.schedule_remove()
        print("never")
    finally:
        print("finally")
t = stackless.tasklet(f)()
stackless.run()
print(t.alive)
t.bind(None)
print(t.alive)
#: started
#: True
#: False
---
# The bound function is kept in tempval until the tasklet is set up.
import stackless
def f(): pass
t = stackless.tasklet(f)
print(t.tempval is f)
t()
print(t.tempval)
stackless.run()
print(t.tempval, stackless.tasklet().tempval)
#: True
#: None
#: None None
---
# Any callable will do: classes, bound methods, builtins, partials, instances.
import stackless
from functools import partial
class C:
    def __init__(self, x): print("init", x)
    def m(self, y): print("method", y)
    def __call__(self, z): print("call", z)
    @classmethod
    def cm(cls, w): print("classmethod", cls.__name__, w)
    @staticmethod
    def sm(v): print("static", v)
stackless.tasklet(C)(1)
c = C(0)
for f in (c.m, c, C.cm, C.sm, partial(print, "partial"), print, lambda x: print("lambda", x)):
    stackless.tasklet(f)(2)
stackless.run()
#: init 0
#: init 1
#: method 2
#: call 2
#: classmethod C 2
#: static 2
#: partial 2
#: 2
#: lambda 2
---
# A wrong call is an error of the tasklet, when it runs.
import stackless
def f(a): pass
t = stackless.tasklet(f)(1, 2)
try: stackless.run()
except TypeError as e: print("TypeError", "f() takes 1 positional argument but 2 were given" in str(e))
print(t.alive)
#: TypeError True
#: False
---
# The result of the function is dropped.
import stackless
def f(): return 42
t = stackless.tasklet(f)()
stackless.run()
print(t.alive, t.tempval)
#: False None
---
# A generator function as a tasklet does nothing: calling it only makes the generator.
import stackless
def g():
    print("never")
    yield
stackless.tasklet(g)()
print(stackless.run())
#: None
---
# Unbound: bool attributes of every state.
import stackless
def show(name, t):
    print(name, "alive", t.alive, "scheduled", t.scheduled, "paused", t.paused, "blocked", t.blocked, "current", t.is_current, "main", t.is_main)
show("main", stackless.getmain())
show("new", stackless.tasklet())
show("bound", stackless.tasklet(print))
show("args", stackless.tasklet(print, ()))
t = stackless.tasklet(lambda: show("inside", t))()
show("set up", t)
stackless.run()
show("dead", t)
c = stackless.channel()
r = stackless.tasklet(c.receive)()
stackless.run()
show("blocked", r)
p = stackless.tasklet(stackless.schedule_remove)()
stackless.run()
show("removed", p)
q = stackless.tasklet(stackless.schedule)()
stackless.schedule()
show("scheduled", q)
q.remove()
show("taken out", q)
#: main alive True scheduled True paused False blocked False current True main True
#: new alive False scheduled False paused False blocked False current False main False
#: bound alive False scheduled False paused False blocked False current False main False
#: args alive True scheduled False paused True blocked False current False main False
#: set up alive True scheduled True paused False blocked False current False main False
#: inside alive True scheduled True paused False blocked False current True main False
#: dead alive False scheduled False paused False blocked False current False main False
#: blocked alive True scheduled True paused False blocked True current False main False
#: removed alive True scheduled False paused True blocked False current False main False
#: scheduled alive True scheduled True paused False blocked False current False main False
#: taken out alive True scheduled False paused True blocked False current False main False
