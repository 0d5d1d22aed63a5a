# Greenlets, as the package greenlet has them.
from greenlet import greenlet, getcurrent

def first(x):
    print("first", x)
    print("first again", second.switch("to second"))
    return "first is over"

def second(x):
    print("second", x)
    one.switch("back to first")
    print("never printed")

one = greenlet(first)
second = greenlet(second)
print(bool(one), one.dead, one.gr_frame)
print(one.switch("start"))
print(bool(one), one.dead, bool(second), second.dead, second.gr_frame.f_code.co_name)
print(getcurrent().parent, bool(getcurrent()), getcurrent().dead)
#: False False None
#: first start
#: second to second
#: first again back to first
#: first is over
#: False True True False second
#: None True False
---
# What a switch brings.
from greenlet import greenlet, getcurrent

def echo(*args, **kwargs):
    while True:
        args = getcurrent().parent.switch(args, kwargs) if kwargs else getcurrent().parent.switch(args)
        kwargs = {}

g = greenlet(echo)
print(g.switch(1, 2, k=3))
print(g.switch(), g.switch(5), g.switch(5, 6), g.switch(a=1), g.switch(1, a=2))
print(getcurrent().switch("itself"), getcurrent().switch(1, 2), getcurrent().switch())
#: ((1, 2), {'k': 3})
#: () 5 (5, 6) {'a': 1} ((1,), {'a': 2})
#: itself (1, 2) ()
---
# The end of a greenlet goes to its parent, be it a result or an exception.
import greenlet as G
from greenlet import greenlet, getcurrent

print(greenlet(lambda: "result").switch())
def fails():
    raise ValueError("inside")
try:
    greenlet(fails).switch()
except ValueError as e:
    print("caught", e)

def outer():
    try:
        inner.switch()
    except KeyError as e:
        return "outer got %r" % e
def raises():
    raise KeyError("k")
o = greenlet(outer)
inner = greenlet(raises, parent=o)
print(o.switch(), inner.dead, o.dead)

# A dead greenlet gives what it gets to its parent: here the one that switches.
print(o.switch(7), o.switch(7, 8), o.switch())
try:
    o.throw(ZeroDivisionError("late"))
except ZeroDivisionError as e:
    print(repr(e))
print(repr(o.throw()), repr(o.throw(G.GreenletExit("bye"))))
#: result
#: caught inside
#: outer got KeyError('k') True True
#: 7 (7, 8) ()
#: ZeroDivisionError('late')
#: GreenletExit() GreenletExit('bye')
---
# A parent that has not started is started by what its child leaves.
from greenlet import greenlet
def starts(x):
    return "parent got %r" % (x,)
p = greenlet(starts)
c = greenlet(lambda: "child's result", parent=p)
print(c.switch(), p.dead)
def fails():
    raise ValueError("of the child")
p = greenlet(starts)
try:
    greenlet(fails, p).switch()
except ValueError as e:
    print(e, p.dead)
#: parent got "child's result" True
#: of the child True
---
# throw(), and GreenletExit.
import greenlet as G
from greenlet import greenlet, getcurrent
def waits():
    while True:
        try:
            print("got", getcurrent().parent.switch("waits"))
        except ValueError as e:
            print("caught", repr(e))
        finally:
            print("finally")
g = greenlet(waits)
print(g.switch())
print(g.throw(ValueError))
print(g.throw(ValueError, "with text"))
print(g.throw(ValueError("an instance")))
print(g.switch("value"))
print(repr(g.throw()), g.dead)
h = greenlet(waits)
print(repr(h.throw()), h.dead)
h = greenlet(waits)
try:
    h.throw(KeyError, "before the start")
except KeyError as e:
    print(repr(e), h.dead)
for args in ((1,), (ValueError, None, 1), (ValueError("x"), 1)):
    try:
        g.throw(*args)
    except TypeError as e:
        print(e)
#: waits
#: caught ValueError()
#: finally
#: waits
#: caught ValueError('with text')
#: finally
#: waits
#: caught ValueError('an instance')
#: finally
#: waits
#: got value
#: finally
#: waits
#: finally
#: GreenletExit() True
#: GreenletExit() True
#: KeyError('before the start') True
#: exceptions must be classes, or instances, not int
#: throw() third argument must be a traceback object
#: instance exception may not have a separate value
---
# run and parent.
from greenlet import greenlet, getcurrent
class Counter(greenlet):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def run(self, step):
        while True:
            self.n += step
            step = self.parent.switch(self.n)
c = Counter(10)
print(c.switch(1), c.switch(2), c.__dict__, isinstance(c, greenlet))
main = getcurrent()
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: main.run)
attempt(lambda: setattr(main, "run", 1))
attempt(lambda: setattr(main, "parent", c))
attempt(lambda: delattr(c, "parent"))
attempt(lambda: setattr(c, "parent", c))
attempt(lambda: setattr(c, "parent", 1))
g = greenlet()
attempt(g.switch)
attempt(lambda: g.run)
g.run = lambda: "set later"
attempt(lambda: g.run())
del g.run
attempt(lambda: g.run)
g.run = lambda x: x * 2
attempt(lambda: g.switch(21))
attempt(lambda: setattr(g, "run", 1))
attempt(lambda: greenlet(1).switch())
attempt(lambda: greenlet(parent=5))
child = greenlet(len, parent=Counter(0))
attempt(lambda: setattr(child.parent, "parent", child))
#: 11 13 {'n': 13} True
#: AttributeError Main greenlets do not have a run attribute.
#: AttributeError Main greenlets do not have a run attribute.
#: AttributeError cannot set the parent of a main greenlet
#: AttributeError can't delete attribute
#: ValueError cyclic parent chain
#: TypeError GreenletChecker: Expected any type of greenlet, not int
#: AttributeError run
#: AttributeError run
#: set later
#: AttributeError run
#: 42
#: AttributeError run cannot be set after the start of the greenlet
#: TypeError 'int' object is not callable
#: TypeError GreenletChecker: Expected any type of greenlet, not int
#: ValueError cyclic parent chain
---
# Tracing.
import greenlet as G
from greenlet import greenlet, getcurrent
events = []
def trace(event, args):
    origin, target = args
    events.append((event, names.get(origin, "?"), names.get(target, "?")))
def body():
    try:
        getcurrent().parent.switch()
    except ValueError:
        pass
g = greenlet(body)
names = {getcurrent(): "main", g: "g"}
print(G.settrace(trace), G.gettrace() is trace)
g.switch()
g.throw(ValueError)
print(G.settrace(None) is trace, G.gettrace())
for e in events:
    print(e)
# One that fails is not called again.
def bad(event, args):
    raise SystemError("no tracing")
G.settrace(bad)
try:
    greenlet(lambda: 1).switch()
except SystemError as e:
    print(e, G.gettrace())
#: None True
#: True None
#: ('switch', 'main', 'g')
#: ('switch', 'g', 'main')
#: ('throw', 'main', 'g')
#: ('switch', 'g', 'main')
#: no tracing None
---
# Contexts.
import contextvars
from greenlet import greenlet, getcurrent
v = contextvars.ContextVar("v", default="none")
v.set("main")
def body():
    print(v.get())
    v.set("body")
    getcurrent().parent.switch()
    print(v.get())
g = greenlet(body)
g.switch()
print(v.get(), g.gr_context[v])
g.switch()
h = greenlet(body)
h.gr_context = contextvars.copy_context()
h.switch()
print(v.get())
for x in (1, "x"):
    try:
        h.gr_context = x
    except TypeError as e:
        print(e)
#: none
#: main body
#: body
#: main
#: main
#: greenlet context must be a contextvars.Context or None
#: greenlet context must be a contextvars.Context or None
---
# Generators, exceptions on their way and finally blocks are each greenlet's own.
import sys
from greenlet import greenlet, getcurrent
def producer(n):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            getcurrent().parent.switch(i)
            print("still", sys.exc_info()[1])
def pull(n):
    g = greenlet(producer)
    x = g.switch(n)
    while not g.dead:
        yield x
        x = g.switch()
try:
    raise KeyError("outside")
except KeyError:
    print([x for x in pull(3)])
    print(sys.exc_info()[1])
print(sorted([3, 1, 2], key=lambda k: greenlet(lambda: -k).switch()))
#: still 0
#: still 1
#: still 2
#: [0, 1, 2]
#: 'outside'
#: [3, 2, 1]
---
# Threads have greenlets of their own.
import threading
from greenlet import greenlet, getcurrent, error
mine = greenlet(lambda: getcurrent().parent.switch("mine"))
mine.switch()
def other():
    print(getcurrent() is not main, getcurrent().parent)
    print(greenlet(lambda: "in the thread").switch())
    try:
        mine.switch()
    except error as e:
        print("error", str(e).split("\n")[0])
    left.append(greenlet(lambda: getcurrent().parent.switch("left")))
    left[0].switch()
left, main = [], getcurrent()
t = threading.Thread(target=other)
t.start()
t.join()
try:
    left[0].switch()
except error:
    print("refused")
print(left[0].dead)
#: True None
#: in the thread
#: error Cannot switch to a different thread
#: refused
#: True
