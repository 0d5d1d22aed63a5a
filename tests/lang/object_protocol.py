# Defaults of object: repr, str, eq, hash, format, dir, reduce, sizeof.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A: pass
a = A()
assert repr(a).startswith("<__main__.A object at 0x")
assert str(a) == repr(a)
assert f"{a}" == str(a)
assert bool(a) is True
assert a == a
assert (a != a) is False
assert (a == A()) is False
assert hash(a) == hash(a)
assert a in [a]
assert error(lambda: format(a, "x")) == 'TypeError: unsupported format string passed to A.__format__'
assert error(lambda: a < 1) == "TypeError: '<' not supported between instances of 'A' and 'int'"
assert error(lambda: len(a)) == "TypeError: object of type 'A' has no len()"
assert error(lambda: a[0]) == "TypeError: 'A' object is not subscriptable"
assert error(lambda: a()) == "TypeError: 'A' object is not callable"
assert error(lambda: iter(a)) == "TypeError: 'A' object is not iterable"
assert error(lambda: a + 1) == "TypeError: unsupported operand type(s) for +: 'A' and 'int'"
assert error(lambda: -a) == "TypeError: bad operand type for unary -: 'A'"
assert error(lambda: int(a)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'A'"
assert error(lambda: float(a)) == "TypeError: float() argument must be a string or a real number, not 'A'"
assert error(lambda: a.x) == "AttributeError: 'A' object has no attribute 'x'"
assert error(lambda: [1][a]) == 'TypeError: list indices must be integers or slices, not A'
assert error(lambda: a @ a) == "TypeError: unsupported operand type(s) for @: 'A' and 'A'"
assert error(lambda: a & 1) == "TypeError: unsupported operand type(s) for &: 'A' and 'int'"
assert error(lambda: abs(a)) == "TypeError: bad operand type for abs(): 'A'"
assert error(lambda: round(a)) == "TypeError: type A doesn't define __round__ method"
assert error(lambda: complex(a)) == 'TypeError: complex() argument must be a string or a number, not A'
assert error(lambda: bytes(a)) == "TypeError: cannot convert 'A' object to bytes"
assert error(lambda: next(a)) == "TypeError: 'A' object is not an iterator"
assert error(lambda: reversed(a)) == "TypeError: 'A' object is not reversible"
assert error(lambda: a[0:1]) == "TypeError: 'A' object is not subscriptable"
assert error(lambda: 1 in a) == "TypeError: argument of type 'A' is not a container or iterable"
assert error(lambda: {**a}) == "TypeError: 'A' object is not a mapping"
assert error(lambda: [*a]) == 'TypeError: Value after * must be an iterable, not A'
assert error(lambda: "".join(a)) == 'TypeError: can only join an iterable'
assert error(lambda: sum(a)) == "TypeError: 'A' object is not iterable"
assert error(lambda: isinstance(1, a)) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: range(a)) == "TypeError: 'A' object cannot be interpreted as an integer"
assert error(lambda: chr(a)) == "TypeError: 'A' object cannot be interpreted as an integer"
assert error(lambda: divmod(a, 1)) == "TypeError: unsupported operand type(s) for divmod(): 'A' and 'int'"
assert error(lambda: pow(a, 2)) == "TypeError: unsupported operand type(s) for ** or pow(): 'A' and 'int'"
assert error(lambda: f"{a:>5}") == 'TypeError: unsupported format string passed to A.__format__'
assert error(lambda: "%d" % a) == 'TypeError: %d format: a real number is required, not A'
assert error(lambda: open(a)) == 'TypeError: expected str, bytes or os.PathLike object, not A'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def setitem(o):
    o[0] = 1
def delitem(o):
    del o[0]
def enter(o):
    with o: pass
def aug(o):
    o += 1
def unpack(o):
    a, b = o
def loop(o):
    for _ in o: pass
class A: pass
assert error(lambda: setitem(A())) == "TypeError: 'A' object does not support item assignment"
assert error(lambda: delitem(A())) == "TypeError: 'A' object doesn't support item deletion"
assert error(lambda: enter(A())) == "TypeError: 'A' object does not support the context manager protocol (missed __exit__ method)"
assert error(lambda: aug(A())) == "TypeError: unsupported operand type(s) for +=: 'A' and 'int'"
assert error(lambda: unpack(A())) == 'TypeError: cannot unpack non-iterable A object'
assert error(lambda: loop(A())) == "TypeError: 'A' object is not iterable"
assert error(lambda: setitem(5)) == "TypeError: 'int' object does not support item assignment"
assert error(lambda: delitem(5)) == "TypeError: 'int' object does not support item deletion"
assert error(lambda: setitem("a")) == "TypeError: 'str' object does not support item assignment"
assert error(lambda: delitem((1,))) == "TypeError: 'tuple' object doesn't support item deletion"
assert error(lambda: enter(None)) == "TypeError: 'NoneType' object does not support the context manager protocol (missed __exit__ method)"
assert error(lambda: aug("a")) == 'TypeError: can only concatenate str (not "int") to str'
assert error(lambda: unpack(5.5)) == 'TypeError: cannot unpack non-iterable float object'
assert error(lambda: loop(1.5)) == "TypeError: 'float' object is not iterable"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def setitem(o):
    o[0] = 1
def delitem(o):
    del o[0]
def enter(o):
    with o: pass
def aug(o):
    o += 1
def unpack(o):
    a, b = o
def loop(o):
    for _ in o: pass
class A: pass
assert error(lambda: setitem(None)) == "TypeError: 'NoneType' object does not support item assignment"
assert error(lambda: (lambda: None[0])()) == "TypeError: 'NoneType' object is not subscriptable"
assert error(lambda: None.x) == "AttributeError: 'NoneType' object has no attribute 'x'"
assert error(lambda: None()) == "TypeError: 'NoneType' object is not callable"
assert error(lambda: (5).x) == "AttributeError: 'int' object has no attribute 'x'"
assert error(lambda: "a".x) == "AttributeError: 'str' object has no attribute 'x'"
assert error(lambda: [].x) == "AttributeError: 'list' object has no attribute 'x'"
assert error(lambda: int.x) == "AttributeError: type object 'int' has no attribute 'x'"
assert error(lambda: A.x) == "AttributeError: type object 'A' has no attribute 'x'"
assert error(lambda: (lambda: 0).x) == "AttributeError: 'function' object has no attribute 'x'"
assert error(lambda: len.x) == "AttributeError: 'builtin_function_or_method' object has no attribute 'x'"
assert error(lambda: (1).__add__.x) == "AttributeError: 'method-wrapper' object has no attribute 'x'"
assert error(lambda: type.x) == "AttributeError: type object 'type' has no attribute 'x'"
assert error(lambda: ....x) == "AttributeError: 'ellipsis' object has no attribute 'x'"
assert error(lambda: NotImplemented.x) == "AttributeError: 'NotImplementedType' object has no attribute 'x'"
---
# The error names a close attribute only in the traceback, and keeps name and obj.
try: [].appendd
except AttributeError as e:
    assert str(e) == "'list' object has no attribute 'appendd'"
    assert e.name == 'appendd'
    assert e.obj == []
class A: value = 1
try: A().valeu
except AttributeError as e:
    assert str(e) == "'A' object has no attribute 'valeu'"
    assert e.name == 'valeu'
def f(): pass
try: f.__nam__
except AttributeError as e:
    assert e.name == '__nam__'
---
# Missing container methods and fallbacks.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class OnlyIter:
    def __iter__(self): return iter([1, 2, 3])
class OnlyGet:
    def __getitem__(self, i): return [10, 20][i]
class OnlyLen:
    def __len__(self): return 2
class Both(OnlyGet, OnlyLen): pass
assert 2 in OnlyIter()
assert 20 in OnlyGet()
assert list(OnlyGet()) == [10, 20]
assert list(reversed(Both())) == [20, 10]
assert bool(OnlyLen()) is True
assert error(lambda: reversed(OnlyGet())) == "TypeError: object of type 'OnlyGet' has no len()"
assert error(lambda: reversed(OnlyLen())) == "TypeError: 'OnlyLen' object is not reversible"
assert error(lambda: OnlyLen()[0]) == "TypeError: 'OnlyLen' object is not subscriptable"
assert error(lambda: list(OnlyLen())) == "TypeError: 'OnlyLen' object is not iterable"
class Deny:
    __contains__ = None
    def __iter__(self): return iter([1])
assert error(lambda: 1 in Deny()) == "TypeError: 'Deny' object is not a container"
class NoneAdd(int):
    __add__ = None
assert error(lambda: NoneAdd(1) + 1) == "TypeError: 'NoneType' object is not callable"
class Cont:
    def __contains__(self, x): return "yes"
assert 5 in Cont()
assert (5 not in Cont()) is False
---
# __getitem__, __setitem__, __delitem__, __missing__, __iter__, __len__, __reversed__ as one mapping.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class M:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def keys(self): return self.d.keys()
m = M()
m["a"] = 1; m["b"] = 2
m["a"] += 10
assert dict(m) == {'a': 11, 'b': 2}
assert list(m) == ['a', 'b']
assert len(m) == 2
assert "a" in m
assert {**m} == {'a': 11, 'b': 2}
assert sorted(m) == ['a', 'b']
del m["a"]
assert error(lambda: m["a"]) == "KeyError: 'a'"
from collections.abc import MutableMapping, Sequence, MutableSet
class MM(M, MutableMapping): pass
x = MM(); x["q"] = 1
assert x.get("q") == 1
assert x.get("z", 5) == 5
assert x.setdefault("w", 2) == 2
assert x.pop("q") == 1
assert list(x.items()) == [('w', 2)]
assert x == {"w": 2}
assert x.popitem() == ('w', 2)
x.update(a=1, b=2)
assert sorted(x.values()) == [1, 2]
assert "a" in x
class Sq(Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = Sq(3, 1, 3)
assert list(s) == [3, 1, 3]
assert s.index(1) == 1
assert s.count(3) == 2
assert 1 in s
assert list(reversed(s)) == [3, 1, 3]
assert s[0:2] == (3, 1)
assert error(lambda: Sequence()) == "TypeError: Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'"
class St(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x): self.s.append(x) if x not in self.s else None
    def discard(self, x): self.s.remove(x) if x in self.s else None
t = St([1, 2]) | St([3])
assert sorted(t) == [1, 2, 3]
assert sorted(t & St([1, 9])) == [1]
assert sorted(t - St([1])) == [2, 3]
assert t >= St([1])
assert t == {1, 2, 3}
t.remove(1)
assert sorted(t) == [2, 3]
---
# copy and pickle protocols; __reduce__, __copy__, __getstate__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import copy, pickle
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
p = P([1])
assert copy.copy(p) == p
assert copy.copy(p).x is p.x
assert (copy.deepcopy(p).x is p.x) is False
assert copy.deepcopy(p) == p
assert pickle.loads(pickle.dumps([1, "a", (2.5, None), {"k": b"b"}, {3}, frozenset([4]), 1j, True, 10 ** 30])) == [1, "a", (2.5, None), {"k": b"b"}, {3}, frozenset([4]), 1j, True, 10 ** 30]
assert p.__reduce_ex__(2)[0].__name__ == '__newobj__'
assert p.__getstate__() == {'x': [1]}
class S:
    __slots__ = ("a",)
s = S(); s.a = 1
assert copy.copy(s).a == 1
assert s.__getstate__() == (None, {'a': 1})
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
assert copy.copy(C()) == 'copied'
assert copy.deepcopy(C()) == 'deep'
assert copy.deepcopy([C()]) == ['deep']
class G:
    def __init__(self): self.a, self.skip = 1, 2
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, st): self.__dict__.update(st, restored=True)
assert vars(copy.copy(G())) == {'a': 1, 'restored': True}
class N:
    def __new__(cls, v): o = super().__new__(cls); o.v = v; return o
    def __getnewargs__(self): return (self.v,)
assert copy.copy(N(5)).v == 5
l = [1]; l.append(l)
m = copy.deepcopy(l)
assert m[1] is m
assert m is not l
assert copy.replace(type("T", (), {"__replace__": lambda s, **k: k})(), x=1) == {'x': 1}
assert error(lambda: copy.copy(i for i in [])) == "TypeError: cannot pickle 'generator' object"
