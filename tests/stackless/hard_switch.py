# A tasklet may block anywhere: inside sort keys, comprehensions, dunders, generators, callbacks of builtins.
import stackless
c = stackless.channel()
def key(x): return c.receive() * x
def f(): print("sorted", sorted([1, 2, 3], key=key))
stackless.tasklet(f)()
stackless.run()
for k in (1, -5, 1): c.send(k)
#: sorted [2, 1, 3]
---
import stackless
c = stackless.channel()
def get(*_): return c.receive()
def f(): print("map", list(map(get, "abc")))
def g(): print("filter", list(filter(get, "abc")))
def h(): print("listcomp", [get() for _ in range(3)])
def i(): print("genexp", sum(get() for _ in range(3)))
def j(): print("dict", {get(): get() for _ in range(2)})
def k(): print("max", max([1, 2, 3], key=get))
def l(): print("join", ",".join(str(get()) for _ in range(3)))
for t in (f, g, h, i, j, k, l):
    stackless.tasklet(t)()
    n = 0
    stackless.run()
    while c.balance < 0:
        n += 1
        c.send(n)
#: map [1, 2, 3]
#: filter ['a', 'b', 'c']
#: listcomp [1, 2, 3]
#: genexp 6
#: dict {1: 2, 3: 4}
#: max 3
#: join 1,2,3
---
import stackless
c = stackless.channel()
class Odd:
    def __add__(self, o): return ("add", c.receive())
    def __eq__(self, o): return c.receive()
    def __hash__(self): return c.receive()
    def __len__(self): return c.receive()
    def __getitem__(self, i): return c.receive()
    def __contains__(self, x): return c.receive()
    def __getattr__(self, n): return (n, c.receive())
    def __str__(self): return c.receive()
    def __enter__(self): return c.receive()
    def __exit__(self, *a): return c.receive()
    def __call__(self): return c.receive()
    def __bool__(self): return c.receive()
    @property
    def prop(self): return c.receive()
    def __index__(self): return c.receive()
    def __format__(self, spec): return spec + c.receive()
class Items:
    def __iter__(self): return self
    def __next__(self):
        v = c.receive()
        if v == "stop": raise StopIteration
        return v
o, p = Odd(), Items()
def feed(*vs):
    for v in vs: c.send(v)
def check(name, f, *vs):
    def body():
        print(name, f())
    stackless.tasklet(body)()
    stackless.run()
    feed(*vs)
def use_with():
    with o as x: raise ValueError(x)
    return x
check("add", lambda: o + 1, 5)
check("eq", lambda: o == 1, "equal")
check("hash", lambda: hash(o), 77)
check("len", lambda: len(o), 3)
check("getitem", lambda: o[1], "item")
check("contains", lambda: 1 in o, True)
check("getattr", lambda: o.zork, "val")
check("str", lambda: str(o), "text")
check("list", lambda: [*p], 1, 2, "stop")
check("with", use_with, "entered", True)
check("call", lambda: o(), "called")
check("bool", lambda: not o, False)
check("prop", lambda: o.prop, "p")
check("index", lambda: "abc"[o], 1)
check("format", lambda: f"{o:>>}", "fmt")
check("sum", lambda: sum(p), 1, 2, "stop")
check("unpack", lambda: (lambda a, b: (b, a))(*p), 1, 2, "stop")
check("in iter", lambda: 9 in list(p), 9, "stop")
check("zip", lambda: list(zip(p, "ab")), 1, 2, 3)
check("getattr()", lambda: getattr(o, "q"), "v")
check("dict", lambda: len({o: 1}), 5)
#: add ('add', 5)
#: eq equal
#: hash 77
#: len 3
#: getitem item
#: contains True
#: getattr ('zork', 'val')
#: str text
#: list [1, 2]
#: with entered
#: call called
#: bool True
#: prop p
#: index b
#: format >>fmt
#: sum 3
#: unpack (2, 1)
#: in iter True
#: zip [(1, 'a'), (2, 'b')]
#: getattr() ('q', 'v')
#: dict 1
---
# Class creation, decorators, default arguments, metaclasses and descriptors that wait.
import stackless
c = stackless.channel()
class Meta(type):
    def __new__(m, name, bases, ns):
        ns["tag"] = c.receive()
        return super().__new__(m, name, bases, ns)
class D:
    def __set_name__(self, owner, name): self.name = name + c.receive()
    def __get__(self, o, t): return self.name
class Init:
    def __init__(self, x): self.x = x + c.receive()
class New:
    def __new__(cls): o = super().__new__(cls); o.v = c.receive(); return o
def deco(f):
    extra = c.receive()
    return lambda: f() + extra
def f():
    class A(metaclass=Meta):
        field = D()
    @deco
    def g(): return 1
    def h(a=c.receive()): return a
    print(A.tag, A.field, g(), h(), Init(1).x, New().v)
stackless.tasklet(f)()
stackless.run()
for v in ("-set", "tag", 10, "default", 5, "new"): c.send(v)
#: -set fieldtag 11 default 6 new
---
# Generators suspended by a channel keep their place, also delegated ones.
import stackless
c = stackless.channel()
def inner():
    x = yield c.receive()
    y = yield c.receive()
    return (x, y)
def outer():
    r = yield from inner()
    yield ("result", r, c.receive())
def f():
    g = outer()
    print(next(g)); print(g.send("A")); print(g.send("B"))
stackless.tasklet(f)()
stackless.run()
for v in (1, 2, 3): c.send(v)
#: 1
#: 2
#: ('result', ('A', 'B'), 3)
---
# exec, eval, import-time code and functools call back into waiting code.
import stackless, functools
c = stackless.channel()
def f():
    print(eval("c.receive() + 1"))
    exec("x = c.receive(); print('exec', x)", {"c": c})
    print(functools.reduce(lambda a, b: a + b + c.receive(), [1, 2, 3]))
    print(functools.partial(lambda a, b: a + b + c.receive(), 1)(2))
    @functools.lru_cache(None)
    def slow(n): return n * c.receive()
    print(slow(3), slow(3))
    @functools.singledispatch
    def sd(x): return c.receive()
    print(sd(1))
stackless.tasklet(f)()
stackless.run()
for v in (1, 2, 10, 20, 100, 7, "sd"): c.send(v)
#: 2
#: exec 2
#: 36
#: 103
#: 21 21
#: sd
---
# async functions driven by hand, inside tasklets.
import stackless
c = stackless.channel()
class Wait:
    def __await__(self):
        v = c.receive()
        yield v
        return v * 2
async def co(): return await Wait() + await Wait()
def drive():
    x = co()
    try:
        while True: print("yielded", x.send(None))
    except StopIteration as e: print("result", e.value)
stackless.tasklet(drive)()
stackless.run()
c.send(1); c.send(10)
#: yielded 1
#: yielded 10
#: result 22
---
# Many tasklets blocked inside the same builtin at once.
import stackless
chans = [stackless.channel() for _ in range(5)]
def f(i): print(i, sorted([3, 1, 2], key=lambda x: x * chans[i].receive()))
for i in range(5): stackless.tasklet(f)(i)
stackless.run()
for _ in range(3):
    for i in reversed(range(5)): chans[i].send(1 if i % 2 else -1)
#: 4 [3, 2, 1]
#: 3 [1, 2, 3]
#: 2 [3, 2, 1]
#: 1 [1, 2, 3]
#: 0 [3, 2, 1]
