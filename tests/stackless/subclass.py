# Subclasses of tasklet.
import stackless
class T(stackless.tasklet):
    def __new__(cls, *args, **kw):
        print("new", len(args)); return super().__new__(cls, *args, **kw)
    def __init__(self, f=None, name="?"):
        super().__init__(f)
        self.name = name
t = T(print, "first")
t("hello")
print(t.name, t.alive, isinstance(t, stackless.tasklet))
stackless.run()
#: new 2
#: first True True
#: hello
---
# Attributes on the base class and on a subclass.
import stackless
t = stackless.tasklet()
try: t.x = 1
except AttributeError: print("no __dict__ on tasklet")
c = stackless.channel()
try: c.x = 1
except AttributeError: print("no __dict__ on channel")
class T(stackless.tasklet): pass
class C(stackless.channel): pass
t, c = T(), C()
t.x, c.y = 1, 2
print(t.x, c.y, t.__dict__, c.__dict__)
class S(stackless.tasklet): __slots__ = ("a",)
s = S(); s.a = 5
print(s.a, hasattr(s, "__dict__"))
#: no __dict__ on tasklet
#: no __dict__ on channel
#: 1 2 {'x': 1} {'y': 2}
#: 5 False
---
# getcurrent() gives the subclass instance.
import stackless
class T(stackless.tasklet):
    def hello(self): return "hello from " + self.tag
def f(): print(stackless.getcurrent().hello())
for tag in "ab":
    t = T(f)
    t.tag = tag
    t()
stackless.run()
#: hello from a
#: hello from b
---
# Overriding methods: __call__, run.
import stackless
class Logged(stackless.tasklet):
    def __call__(self, *a, **k):
        print("setup", a, k)
        return super().__call__(*a, **k)
    def kill(self, pending=False):
        print("kill", pending)
        super().kill(pending)
t = Logged(lambda *a, **k: print("run", a, k))(1, x=2)
stackless.run()
u = Logged(stackless.schedule)()
stackless.schedule()
u.kill()
#: setup (1,) {'x': 2}
#: run (1,) {'x': 2}
#: setup () {}
#: kill False
---
# Subclasses of channel.
import stackless
class Typed(stackless.channel):
    def __init__(self, typ):
        super().__init__()
        self.typ = typ
    def send(self, v):
        if not isinstance(v, self.typ): raise TypeError("want " + self.typ.__name__)
        return super().send(v)
    def receive(self):
        v = super().receive()
        print("passing", v)
        return v
c = Typed(int)
stackless.tasklet(c.send)(5)
c.receive()
try: c.send("x")
except TypeError as e: print(e)
def end():
    c.send(6); c.close()
stackless.tasklet(end)()
print(next(c))
#: passing 5
#: want int
#: 6
---
# A buffered channel on top of a plain one.
import stackless
class Buffer(stackless.channel):
    def __init__(self, size):
        super().__init__()
        self.items, self.size = [], size
    def send(self, v):
        if self.balance < 0 or len(self.items) >= self.size: super().send(v)
        else: self.items.append(v)
    def receive(self):
        if self.items:
            v = self.items.pop(0)
            if self.balance > 0: self.items.append(super().receive())
            return v
        return super().receive()
b = Buffer(2)
def producer():
    for i in range(5):
        b.send(i); print("sent", i)
def consumer():
    for _ in range(5): print("got", b.receive())
stackless.tasklet(producer)(); stackless.tasklet(consumer)()
stackless.run()
#: sent 0
#: sent 1
#: got 0
#: got 1
#: got 2
#: sent 2
#: got 3
#: sent 3
#: got 4
#: sent 4
---
# A decorator that makes tasklets; a class whose method is the body.
import stackless
def spawned(f):
    def start(*a, **k): return stackless.tasklet(f)(*a, **k)
    return start
@spawned
def greet(name): print("hi", name)
greet("a"); greet("b")
class Actor:
    def __init__(self, name):
        self.name, self.box = name, stackless.channel()
        stackless.tasklet(self.loop)()
    def loop(self):
        while True:
            m = self.box.receive()
            if m == "stop": break
            print(self.name, "got", m)
        print(self.name, "stops")
a = Actor("act")
for m in ("one", "two", "stop"): a.box.send(m)
stackless.run()
#: hi a
#: hi b
#: act got one
#: act got two
#: act stops
---
# Weak references to tasklets and channels.
import stackless, weakref
t, c = stackless.tasklet(print)("x"), stackless.channel()
r, s = weakref.ref(t), weakref.ref(c)
print(r() is t, s() is c)
d = weakref.WeakKeyDictionary({t: "data"})
print(d[t])
stackless.run()
print(r() is t)
#: True True
#: data
#: x
#: True
---
# Type names and reprs.
import stackless
print(stackless.tasklet.__name__, stackless.channel.__name__, stackless.tasklet.__mro__[1:], stackless.channel.__mro__[1:])
print(repr(stackless.tasklet()).startswith("<_stackless.tasklet object at 0x"))
print(repr(stackless.channel()).startswith("<_stackless.channel object at 0x"))
print(stackless.tasklet.__module__, stackless.channel.__module__)
#: tasklet channel (<class 'object'>,) (<class 'object'>,)
#: True
#: True
#: _stackless _stackless
---
# Equality and hashing are by identity.
import stackless
a, b = stackless.tasklet(), stackless.tasklet()
print(a == a, a == b, len({a, b, a}), a in [b, a])
#: True False 2 True
