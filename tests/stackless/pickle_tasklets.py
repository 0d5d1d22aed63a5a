# A tasklet is pickled wherever it stands: before its start, between two steps, blocked.
import stackless, pickle
def steps(n):
    for i in range(n):
        print("step", i)
        stackless.schedule_remove()
    print("done")
t = stackless.tasklet(steps)(2)
saved = [pickle.dumps(t)]
while t.alive:
    t.run()
    if t.alive: saved.append(pickle.dumps(t))
for s in saved:
    print("--", len(saved))
    u = pickle.loads(s)
    print(u.paused, u.scheduled, u.restorable, u.nesting_level)
    while u.alive: u.run()
#: step 0
#: step 1
#: done
#: -- 3
#: True False True 0
#: step 0
#: step 1
#: done
#: -- 3
#: True False True 0
#: step 1
#: done
#: -- 3
#: True False True 0
#: done
---
# All protocols.
import stackless, pickle
def f(a, *, b):
    x = [a, b]
    for k, v in {"p": 1, "q": 2}.items():
        stackless.schedule_remove()
        x.append((k, v))
    print(x)
t = stackless.tasklet(f)("a", b="b")
t.run()
for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    u = pickle.loads(pickle.dumps(t, proto))
    while u.alive: u.run()
#: ['a', 'b', ('p', 1), ('q', 2)]
#: ['a', 'b', ('p', 1), ('q', 2)]
#: ['a', 'b', ('p', 1), ('q', 2)]
#: ['a', 'b', ('p', 1), ('q', 2)]
#: ['a', 'b', ('p', 1), ('q', 2)]
#: ['a', 'b', ('p', 1), ('q', 2)]
---
# A channel is pickled with the tasklets that wait on it, and they with it.
import stackless, pickle
def worker(ch, name):
    while True:
        print(name, "got", ch.receive())
ch = stackless.channel()
ch.preference = 1
for n in "ab": stackless.tasklet(worker)(ch, n)
stackless.run()
copy = pickle.loads(pickle.dumps(ch))
print(copy.balance, copy.preference, copy.queue is not ch.queue, copy.queue._channel is copy)
for i in range(3): copy.send(i); stackless.run()
print(ch.balance, copy.balance)
#: -2 1 True True
#: a got 0
#: b got 1
#: a got 2
#: -2 -2
---
# Tasklets that are pickled together keep what they share.
import stackless, pickle
def put(box, ch):
    box.append(len(box)); ch.receive(); box.append("put")
def show(box, ch):
    ch.receive(); print(box)
ch, box = stackless.channel(), []
a, b = stackless.tasklet(put)(box, ch), stackless.tasklet(show)(box, ch)
stackless.run()
a2, b2, ch2 = pickle.loads(pickle.dumps((a, b, ch)))
ch2.send(None); ch2.send(None)
print(box, ch.balance, ch2.balance)
#: [0, 'put']
#: [0] -2 0
---
# What a tasklet is made of: a generator in a for loop, a with statement, an exception being handled, a nested function.
import stackless, pickle
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *exc): print("exit", exc[0]); return True
def numbers():
    n = 0
    while n < 3:
        stackless.schedule_remove()
        yield n
        n += 1
def f():
    total = 0
    def add(x):
        nonlocal total
        total += x
    try:
        1 / 0
    except ZeroDivisionError as e:
        with Ctx():
            for n in numbers(): add(n)
            stackless.schedule_remove()
            print("total", total, repr(e))
            raise
    print("after")
t = stackless.tasklet(f)(); t.run()
while t.alive:
    t = pickle.loads(pickle.dumps(t))
    t.run()
#: enter
#: total 3 ZeroDivisionError('division by zero')
#: exit <class 'ZeroDivisionError'>
#: after
---
# Closures, lambdas and recursion between nested functions are saved by value; functions of modules by name.
import stackless, pickle, os.path
def make(n):
    def even(k): return k == 0 or odd(k - 1)
    def odd(k): return k != 0 and even(k - 1)
    return lambda k, *, more=n: (even(k), more, os.path.basename("a/b"))
f = pickle.loads(pickle.dumps(make(5)))
print(f(4), f.__qualname__, f.__kwdefaults__, f.__globals__ is globals())
print(pickle.loads(pickle.dumps(make)) is make, pickle.loads(pickle.dumps(os.path.join)) is os.path.join)
print(pickle.loads(pickle.dumps(os)) is os)
#: (True, 5, 'b') make.<locals>.<lambda> {'more': 5} True
#: True True
#: True
---
# Generators, coroutines, async generators and their awaitables.
import stackless, pickle
def g():
    x = yield 1
    yield from (x, x + 1)
def copy(o): return pickle.loads(pickle.dumps(o))
a = g(); next(a)
b = copy(a)
print(a.send(10), b.send(20), list(copy(b)), list(a))
async def agen():
    yield 1
    yield 2
async def main():
    out = []
    async for x in agen():
        await Pause()
        out.append(x)
    return out
class Pause:
    def __await__(self): yield "pause"
c = main()
print(c.send(None))
d = copy(c)
for k in c, d:
    try:
        while True: print(k.send(None))
    except StopIteration as e: print(e.value)
it = copy(iter([1, 2, 3])); next(it); print(list(copy(it)))
print(sorted(copy({"a": 1}.items())), list(copy({"a": 1}.keys())))
#: 10 20 [21] [11]
#: pause
#: pause
#: [1, 2]
#: pause
#: [1, 2]
#: [2, 3]
#: [('a', 1)] ['a']
---
# What waits inside builtins: sorted with a key, with __lt__, max, map, filter, sum, property, operators, dict and set operations.
import stackless, pickle, functools
ch = stackless.channel()
def block(x): ch.receive(); return x
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): block(0); return self.v < o.v
    def __add__(self, o): return block(self.v + o.v)
    def __len__(self): return block(self.v)
    def __iter__(self): yield block(self.v)
    def __format__(self, spec): return block(spec)
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return block(name)
    def __bool__(self): return block(False)
    def __call__(self, x): return block(x)
    def __mul__(self, o): block(0); return NotImplemented
    def __contains__(self, x): return block(x)
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return block(i)
    def __setitem__(self, i, x): block(x); self.item = i, x
    def __hash__(self): return hash(block(self.v)) if stackless.current is not stackless.main else self.v
    def __eq__(self, o): return block(self.v) == o.v if stackless.current is not stackless.main else self.v == o.v
    @property
    def p(self): return block(self.v)
    @classmethod
    def c(cls): return block(cls.__name__)
    @staticmethod
    def s(): return block("static")
    @functools.cached_property
    def q(self): return block("cached")
class J:
    def __rmul__(self, o): return block(("rmul", o.v))
class I:
    def __init__(self, a, b=2): block(a); self.x = block(b)
    def __enter__(self): return block(self)
    def __exit__(self, *exc): return block(True)
class M(type):
    def __call__(cls, *a): block(0); return super().__call__(*a)
class N(metaclass=M):
    def __new__(cls, v): block(v); return super().__new__(cls)
def use(x):
    with I(x) as i: raise ValueError
    return i.x
def store(k): k[1] = 5; return k.item
jobs = [
    lambda: I(1).x, lambda: K(2) * J(), lambda: 3 in K(1), lambda: K(1)[1], lambda: store(K(0)), lambda: use(4), lambda: type(N(1)).__name__,
    lambda: len({K(1), K(1), K(2)}), lambda: {K(1): "one"}[K(1)], lambda: K(1) == K(1), lambda: [I(i).x for i in range(2)],
    lambda: sorted([3, 1, 2], key=block), lambda: [k.v for k in sorted([K(3), K(1), K(2)])], lambda: max([1, 3, 2], key=block),
    lambda: list(map(block, [1, 2])), lambda: list(filter(block, [0, 1])), lambda: sum(block(i) for i in range(3)),
    lambda: K(1).p, lambda: K(1).other, lambda: K(1) + K(2), lambda: len(K(4)), lambda: [*K(1), *K(2)], lambda: f"{K(1):abc}",
    lambda: not K(1), lambda: any(map(K(0), [0, 0, 1])), lambda: K.c(), lambda: K.s(), lambda: K(1).q, lambda: functools.partial(block, 7)(),
    lambda: functools.reduce(lambda a, b: block(a + b), [1, 2, 3]), lambda: "".join(block(c) for c in "ab"), lambda: dict(map(block, [("a", 1)])),
    lambda: {k: block(k) for k in "ab"}, lambda: [*zip(map(block, "ab"), K(1))], lambda: tuple(enumerate(map(block, "ab"))),
    lambda: min((block(x) for x in (2, 1)), default=None), lambda: eval("block(9)"), lambda: next(map(block, "z")),
]
for job in jobs:
    out, n = [], 0
    def run(): x = job(); print(x, n)
    t = stackless.tasklet(run)()
    stackless.run()
    while t.alive:
        n += 1
        s = pickle.dumps(t)
        t.kill()
        t = pickle.loads(s)
        t.run()
#: 2 2
#: ('rmul', 2) 2
#: True 1
#: 1 1
#: (1, 5) 1
#: 2 4
#: N 2
#: 2 4
#: one 3
#: True 1
#: [2, 2] 4
#: [1, 2, 3] 3
#: [1, 2, 3] 6
#: 3 3
#: [1, 2] 2
#: [1] 2
#: 3 3
#: 1 1
#: other 1
#: 3 1
#: 4 1
#: [1, 2] 2
#: abc 1
#: True 1
#: True 3
#: K 1
#: static 1
#: cached 1
#: 7 1
#: 6 2
#: ab 2
#: {'a': 1} 1
#: {'a': 'a', 'b': 'b'} 2
#: [('a', 1)] 3
#: ((0, 'a'), (1, 'b')) 2
#: 1 2
#: 9 1
#: z 1
---
# Code that no file has is saved with its text.
import stackless, pickle
ns = {"stackless": stackless, "__name__": "nowhere"}
exec("def f(x):\n    stackless.schedule_remove()\n    return print('resumed', x)\n", ns)
t = stackless.tasklet(ns["f"])(3); t.run()
pickle.loads(pickle.dumps(t)).run()
print(pickle.loads(pickle.dumps(eval("lambda a: a + 1")))(1))
#: resumed 3
#: 2
---
# Subclasses, with attributes; their __reduce__ and __setstate__ may do more.
import stackless, pickle
class T(stackless.tasklet):
    name = None
def f(): stackless.schedule_remove(); print(stackless.current.name, type(stackless.current).__name__)
t = T(f)(); t.name = "bob"; t.run()
u = pickle.loads(pickle.dumps(t)); print(u.name); u.run()
class C(stackless.channel): pass
c = C(); c.tag = 1
print(type(pickle.loads(pickle.dumps(c))).__name__)
#: bob
#: bob T
#: C
---
# What does not go: the current tasklet, a state for a tasklet that is alive, states that are none.
import stackless, pickle
def tries(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
tries(stackless.current.__reduce__)
t = stackless.tasklet(print)(1)
tries(t.__setstate__, t.__reduce__()[2])
d = stackless.tasklet()
tries(d.__setstate__, ())
tries(d.__setstate__, (0, None, 0, [1], None, None, None, None, 0, 0, None, None))
tries(d.__reduce_ex__, "x")
print(d.__reduce__())
t.kill()
#: RuntimeError: You cannot __reduce__ the tasklet which is current.
#: RuntimeError: tasklet is alive
#: TypeError: invalid state of a tasklet
#: ValueError: invalid frames in the state of a tasklet
#: TypeError: __reduce_ex__ argument should be an integer
#: (<class '_stackless.tasklet'>, (), (0, None, 0, [], None, None, None, None, 0, 0, None, None))
---
# A tasklet that is bound, but not to arguments; flags; an exception that waits for it.
import stackless, pickle
def copy(o): return pickle.loads(pickle.dumps(o))
t = copy(stackless.tasklet(print)); t("bound"); stackless.run()
def f():
    try: stackless.schedule_remove()
    except ValueError as e: print("got", e)
t = stackless.tasklet(f)(); t.run()
t.set_atomic(True); t.set_ignore_nesting(True); t.block_trap = True
u = copy(t); print(u.atomic, u.ignore_nesting, u.block_trap)
t.throw(ValueError, "late", pending=True); t.remove()
copy(t).run()
t.kill()
#: bound
#: True True True
#: got late
---
# Tasklets that run() interrupted between two instructions.
import stackless, pickle
def count():
    n = 0
    while n < 2000: n += 1
    print("counted", n)
t = stackless.tasklet(count)()
v = stackless.run(500)
print(v is t)
u = pickle.loads(pickle.dumps(v))
v.insert(); stackless.run()
u.insert(); stackless.run()
#: True
#: counted 2000
#: counted 2000
