# What an instruction makes of what a special method written in Python returns or raises.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return V(self.v + o.v) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ("radd", o)
    def __sub__(self, o): return NotImplemented
    def __mul__(self, o): return self.v * o
    def __imul__(self, o): self.v *= o; return self
    def __isub__(self, o): return NotImplemented
    def __neg__(self): return -self.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
    def __gt__(self, o): return "gt"
    def __le__(self, o): return []
    def __eq__(self, o): return NotImplemented
    def __ne__(self, o): return 0
    __hash__ = None
a, b = V(1), V(2)
assert (a + b).v == 3
assert error(lambda: a + 1) == "TypeError: unsupported operand type(s) for +: 'V' and 'int'"
assert 1 + a == ("radd", 1)
assert error(lambda: a - b) == "TypeError: unsupported operand type(s) for -: 'V' and 'V'"
assert a * 5 == 5
c = a
c *= 7
assert c is a and a.v == 7
def isub():
    global c
    c -= 1
assert error(isub) == "TypeError: unsupported operand type(s) for -=: 'V' and 'int'"
assert -b == -2
assert (b < a) is True and not a < b
assert (b < 3) == error(lambda: 0) if False else True
assert (3 < b) == "gt"
assert ("yes" if 3 < b else "no") == "yes"
assert (a <= b) == [] and ("yes" if a <= b else "no") == "no"
assert (a == b) is False and (a == a) is True
assert ("same" if a == a else "not") == "same"
assert (a != a) == 0 and ("differ" if a != a else "not") == "not"
n = 0
while b < a and n < 3:
    n += 1
assert n == 3
---
# A subclass on the right goes first.
class A:
    def __add__(self, o): return "A+"
    def __radd__(self, o): return "A r+"
    def __lt__(self, o): return "A<"
    def __gt__(self, o): return "A>"
    def __eq__(self, o): return "A="
class B(A):
    def __radd__(self, o): return "B r+"
    def __gt__(self, o): return "B>"
    def __eq__(self, o): return "B="
class C(A): pass
assert A() + B() == "B r+" and B() + A() == "A+" and A() + C() == "A+"
assert (A() < B()) == "B>" and (B() < A()) == "A<" and (A() == B()) == "B=" and (B() == A()) == "B="
---
# The result of a comparison is asked for its truth.
class Odd:
    def __bool__(self): return 3
class Raises:
    def __bool__(self): raise KeyError("truth")
class Empty:
    def __len__(self): return 0
class Negative:
    def __len__(self): return -1
class Big:
    def __len__(self): return 1 << 70
class NoInt:
    def __len__(self): return "x"
class C:
    def __init__(self, r): self.r = r
    def __lt__(self, o): return self.r
    def __contains__(self, x): return self.r
    def __bool__(self): return self.r
def error(f):
    try:
        return f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
def test(x):
    if x < 1:
        return "then"
    return "else"
assert test(C(Empty())) == "else" and test(C(5)) == "then" and test(C(None)) == "else"
assert error(lambda: test(C(Odd()))) == "TypeError: __bool__ should return bool, returned int"
assert error(lambda: test(C(Raises()))) == "KeyError: 'truth'"
assert (1 in C(5)) is True and (1 not in C(5)) is False and (1 in C([])) is False
assert error(lambda: 1 in C(Raises())) == "KeyError: 'truth'"
assert error(lambda: not C(3)) == "TypeError: __bool__ should return bool, returned int"
assert error(lambda: "a" if C(3) else "b") == "TypeError: __bool__ should return bool, returned int"
assert (not C(True)) is False and ("a" if C(True) else "b") == "a" and ("a" if C(False) else "b") == "b"
assert error(lambda: len(Negative())) == "ValueError: __len__() should return >= 0"
assert error(lambda: len(Big())) == "OverflowError: cannot fit 'int' into an index-sized integer"
assert error(lambda: len(NoInt())) == "TypeError: 'str' object cannot be interpreted as an integer"
assert len(Empty()) == 0
class True_:
    def __len__(self): return True
assert len(True_()) == 1 and type(len(True_())) is int
---
# Items, attributes and loops.
class Items:
    def __init__(self): self.log = []
    def __getitem__(self, i):
        if i == 3: raise IndexError("end")
        return i
    def __setitem__(self, i, v): self.log.append((i, v)); return "ignored"
    def __delitem__(self, i): self.log.append(i); return "ignored"
    @property
    def p(self): return len(self.log)
    @p.setter
    def p(self, v): self.log = v; return "ignored"
    @property
    def bad(self): raise AttributeError("inner")
    def __getattr__(self, n): return n + "?"
class Plain:
    @property
    def p(self): return 1
    @property
    def bad(self): raise AttributeError("inner")
x = Items()
assert x[1] == 1 and x["k"] == "k" and x[1:2] == slice(1, 2) and list(x) == [0, 1, 2]
x[1] = 2
del x[5]
x[1:2] = 3
assert x.log == [(1, 2), 5, (slice(1, 2), 3)] and x.p == 3
x.p = [0]
assert x.p == 1 and x.bad == "bad?" and x.other == "other?"
try:
    Plain().bad
except AttributeError as e:
    assert str(e) == "inner"
try:
    Plain().p = 2
except AttributeError as e:
    assert str(e) == "property 'p' of 'Plain' object has no setter", str(e)
class Count:
    def __init__(self, n, end=StopIteration): self.n, self.end = n, end
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise self.end
        return self.n
got = []
for i in Count(3): got.append(i)
assert got == [2, 1, 0]
class Stop(StopIteration): pass
for i in Count(2, Stop): got.append(i)
else: got.append("else")
assert got == [2, 1, 0, 1, 0, "else"]
try:
    for i in Count(1, KeyError): pass
except KeyError:
    got.append("key")
assert got[-1] == "key"
def inner():
    for i in Count(1): raise StopIteration("body")
try:
    inner()
except StopIteration as e:
    assert e.value == "body"
---
# Defaults, extra arguments and what is no plain function.
class D:
    def __add__(self, o, more=5): return o + more
    def __getitem__(self, *a): return a
    def __lt__(*a): return len(a)
    __neg__ = lambda self: "neg"
    @staticmethod
    def __sub__(o): return ("static", o)
    @classmethod
    def __mul__(cls, o): return (cls.__name__, o)
    def __contains__(self, x): yield x
d = D()
assert d + 1 == 6 and d[1] == (1,) and d[1, 2] == ((1, 2),) and (d < 1) == 2 and -d == "neg"
assert d - 1 == ("static", 1) and d * 2 == ("D", 2) and (1 in d) is True
def error(f):
    try:
        return f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
class E:
    def __add__(self): return 1
    def __eq__(self, a, b): return 1
assert error(lambda: E() + 1) == "TypeError: E.__add__() takes 1 positional argument but 2 were given"
assert error(lambda: E() == 1) == "TypeError: E.__eq__() missing 1 required positional argument: 'b'"
---
# Frames and tracebacks.
import sys, traceback
class T:
    def __add__(self, o): return sys._getframe().f_code is T.__add__.__code__, sys._getframe(1).f_code.co_name
    def __lt__(self, o): raise ValueError("no order")
    @property
    def p(self): return [f.name for f in traceback.extract_stack()][-2:]
def use():
    return T() + 1
assert use() == (True, "use")
def prop():
    return T().p
assert prop() == ["prop", "p"]
def order():
    if T() < 1:
        pass
try:
    order()
except ValueError as e:
    assert [f.name for f in traceback.extract_tb(e.__traceback__)] == ["<module>", "order", "__lt__"]
def deep(n):
    class R:
        def __getitem__(self, i): return self[i + 1]
    try:
        R()[0]
    except RecursionError as e:
        return str(e)
assert deep(0).startswith("maximum recursion depth exceeded")
---
# Sorting by __lt__ written in Python.
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 13 or o.v == 13: raise ValueError("unlucky")
        return self.v < o.v
    def __repr__(self): return f"K{self.v}"
class N(K):
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return o.v < self.v
class T(K):
    def __lt__(self, o): return [] if self.v >= o.v else "yes"
class M(K):
    def __lt__(self, o):
        everything.append(self)
        return self.v < o.v
for cls in K, N, T:
    xs = [cls(i * 7 % 11) for i in range(11)]
    assert [x.v for x in sorted(xs)] == list(range(11))
    assert [x.v for x in sorted(xs, reverse=True)] == list(range(10, -1, -1))
    xs.sort()
    assert [x.v for x in xs] == list(range(11)) and min(xs).v == 0
mixed = [T(2), K(1), T(0)]
assert [x.v for x in sorted(mixed)] == [0, 1, 2]
bad = [K(1), K(13), K(0)]
try:
    bad.sort()
except ValueError as e:
    assert str(e) == "unlucky" and sorted(x.v for x in bad) == [0, 1, 13]
else:
    assert 0
everything = [M(3), M(1), M(2)]
try:
    everything.sort()
except ValueError as e:
    assert str(e) == "list modified during sort", str(e)
else:
    assert 0
class Plain: pass
try:
    sorted([Plain(), Plain()])
except TypeError as e:
    assert str(e) == "'<' not supported between instances of 'Plain' and 'Plain'"
assert sorted([(K(2), 1), (K(1), 2)], key=lambda p: p[0])[0][1] == 2
---
# Slices of lists as targets, with themselves too.
a = [1, 2, 3, 4, 5]
a[1:3] = a
assert a == [1, 1, 2, 3, 4, 5, 4, 5]
a[2:2] = (9, 9)
a[:2] = []
a[-2:] = [0]
assert a == [9, 9, 2, 3, 4, 5, 0], a
a[5:2] = [7]
assert a == [9, 9, 2, 3, 4, 7, 5, 0], a
del a[1:4], a[-1:], a[9:]
assert a == [9, 4, 7, 5], a
a[:] = a
a[1:3] = [x for x in a[1:3]]
assert a == [9, 4, 7, 5] and a[::-1] == [5, 7, 4, 9] and a[10:] == [] and a[-3:-1] == [4, 7]
def error(f):
    try:
        f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
def assign(v):
    a[1:2] = v
assert error(lambda: assign(5)) == "TypeError: must assign iterable to extended slice"
assert error(lambda: a["x":1]) == "TypeError: slice indices must be integers or None or have an __index__ method"
assert error(lambda: a[::0]) == "ValueError: slice step cannot be zero"
assert "héllo"[1:3] == "él" and "héllo"[::2] == "hlo" and "abc"[1:2] == "b" and "abc"[5:] == ""
assert b"abc"[1:] == b"bc" and (1, 2, 3)[:2] == (1, 2) and (1, 2, 3)[:] == (1, 2, 3)
class I:
    n = 0
    def __index__(self): I.n += 1; return 1
assert a[I():] == [4, 7, 5] and "abc"[I():] == "bc" and b"abc"[I():] == b"bc" and I.n == 3
---
# Loops over pairs.
d = {"a": 1, "b": 2}
assert [(i, k, v) for i, (k, v) in enumerate(d.items())] == [(0, "a", 1), (1, "b", 2)]
out = []
for i, x in enumerate("xy"):
    out.append((i, x))
for i, x in enumerate([5], 1 << 62):
    out.append((i, x))
for x, y in zip("ab", (1, 2, 3)):
    out.append((x, y))
assert out == [(0, "x"), (1, "y"), (1 << 62, 5), ("a", 1), ("b", 2)], out
try:
    for k, v in d.items():
        d[k + "!"] = v
except RuntimeError as e:
    assert str(e) == "dictionary changed size during iteration"
try:
    for x, y in zip({1: 2}.items(), [1]):
        for p, q in enumerate(x): out.append((p, q))
        z, w = x
finally:
    assert (p, q, z, w) == (1, 2, 1, 2)
e = enumerate([7, 8])
for i, x in e:
    break
assert next(e) == (1, 8)
