# Attribute lookup: data descriptors, instance dict, non-data descriptors, __getattr__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class Data:
    def __init__(self, n): self.n = n
    def __get__(self, o, t): return ("get", self.n, o is None, t.__name__)
    def __set__(self, o, v): log.append(("set", self.n, v))
    def __delete__(self, o): log.append(("del", self.n))
class NonData:
    def __get__(self, o, t=None): return "nondata"
class A:
    d = Data("d")
    n = NonData()
    plain = "class"
a = A()
assert a.d == ('get', 'd', False, 'A')
assert A.d == ('get', 'd', True, 'A')
a.d = 5; del a.d
assert log == [('set', 'd', 5), ('del', 'd')]
a.__dict__["d"] = "hidden"
assert a.d == ('get', 'd', False, 'A')
assert a.n == 'nondata'
a.n = "instance"
assert a.n == 'instance'
del a.n
assert a.n == 'nondata'
a.plain = "inst"
assert a.plain == 'inst'
A.d = "replaced"
assert a.d == 'hidden'
class OnlySet:
    def __set__(self, o, v): o.__dict__["s"] = ("via set", v)
class B: s = OnlySet()
b = B()
assert type(b.s).__name__ == 'OnlySet'
b.s = 1
assert b.s == ('via set', 1)
assert error(lambda: b.__delattr__("s")) == 'AttributeError: __delete__'
class Ro:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError("read only")
class C: r = Ro()
assert error(lambda: setattr(C(), "r", 1)) == 'AttributeError: read only'
assert C().r == 1
---
# property.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 10
    @x.deleter
    def x(self): self._x = "deleted"
    @property
    def ro(self): return "ro"
    wo = property(None, lambda self, v: setattr(self, "_w", v))
    nothing = property()
p = P()
assert p.x == 1
p.x = 2
assert p.x == 20
del p.x
assert p.x == 'deleted'
assert P.x.__doc__ == 'the x'
assert P.x.fget(p) == 'deleted'
assert P.x.fset is not None
assert type(P.x).__name__ == 'property'
assert P.x.__name__ == 'x'
assert error(lambda: setattr(p, "ro", 1)) == "AttributeError: property 'ro' of 'P' object has no setter"
assert error(lambda: delattr(p, "ro")) == "AttributeError: property 'ro' of 'P' object has no deleter"
assert error(lambda: p.wo) == "AttributeError: property 'wo' of 'P' object has no getter"
assert error(lambda: p.nothing) == "AttributeError: property 'nothing' of 'P' object has no getter"
assert error(lambda: setattr(p, "nothing", 1)) == "AttributeError: property 'nothing' of 'P' object has no setter"
p.wo = 5
assert p._w == 5
class Q(P):
    @P.x.getter
    def x(self): return "Q" + str(self._x)
assert Q().x == 'Q1'
q = Q(); q.x = 3
assert q.x == 'Q30'
assert isinstance(P.ro, property)
assert P.ro.fset is None
assert property(lambda s: 1, doc="d").__doc__ == 'd'
assert error(lambda: property(1, 2, 3, 4, 5)) == 'TypeError: property() takes at most 4 arguments (5 given)'
class R:
    @property
    def bad(self): return self.missing
    def __getattr__(self, n): return "fallback " + n
assert R().bad == 'fallback missing'
class S:
    @property
    def bad(self): return self.missing
assert error(lambda: S().bad) == "AttributeError: 'S' object has no attribute 'missing'"
---
# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class A:
    x = 1
    def __getattr__(self, n):
        if n == "boom": raise AttributeError("no " + n)
        return "dyn_" + n
a = A()
assert a.x == 1
assert a.y == 'dyn_y'
assert getattr(a, "z") == 'dyn_z'
assert hasattr(a, "q")
assert not hasattr(a, "boom")
assert getattr(a, "boom", "dflt") == 'dflt'
assert error(lambda: a.boom) == 'AttributeError: no boom'
class B:
    def __getattribute__(self, n):
        log.append(n)
        return object.__getattribute__(self, n)
    v = 5
b = B()
assert b.v == 5
assert b.__class__.__name__ == 'B'
assert log == ['v', '__class__']
assert error(lambda: b.nope) == "AttributeError: 'B' object has no attribute 'nope'"
class C:
    def __getattribute__(self, n): raise AttributeError(n)
    def __getattr__(self, n): return "saved " + n
assert C().anything == 'saved anything'
assert C().__class__ == 'saved __class__'
class D:
    def __setattr__(self, n, v): log.append(("set", n, v)); super().__setattr__(n, v)
    def __delattr__(self, n): log.append(("del", n)); super().__delattr__(n)
log.clear()
d = D(); d.a = 1; setattr(d, "b", 2); del d.a
assert log == [('set', 'a', 1), ('set', 'b', 2), ('del', 'a')]
assert d.__dict__ == {'b': 2}
assert error(lambda: delattr(d, "a")) == "AttributeError: 'D' object has no attribute 'a'"
class E:
    def __dir__(self): return ["b", "a"]
assert dir(E()) == ['a', 'b']
class F:
    def __len__(self): return 3
f = F(); f.__len__ = lambda: 99
assert len(f) == 3
assert f.__len__() == 99
class G:
    __getattr__ = lambda self, n: n.upper()
assert G().abc == 'ABC'
assert error(lambda: len(G())) == "TypeError: object of type 'G' has no len()"
class Err:
    def __getattr__(self, n): raise ValueError("v")
assert error(lambda: Err().x) == 'ValueError: v'
assert error(lambda: hasattr(Err(), "x")) == 'ValueError: v'
assert error(lambda: getattr(Err(), "x", 1)) == 'ValueError: v'
---
# __slots__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
assert s.a == 1
assert error(lambda: s.b) == "AttributeError: 'S' object has no attribute 'b'"
assert error(lambda: setattr(s, "c", 1)) == "AttributeError: 'S' object has no attribute 'c' and no __dict__ for setting new attributes"
assert not hasattr(s, "__dict__")
s.b = 2; del s.b
assert error(lambda: s.b) == "AttributeError: 'S' object has no attribute 'b'"
assert error(lambda: delattr(s, "b")) == 'AttributeError: b'
assert type(S.a).__name__ == 'member_descriptor'
assert S.a.__name__ == 'a'
assert repr(S.a) == "<member 'a' of 'S' objects>"
assert S.a.__get__(s) == 1
class T(S): pass
t = T(); t.z = 5
assert t.z == 5
assert t.a == 1
assert t.__dict__ == {'z': 5}
class U(S): __slots__ = ["c"]
u = U(); u.c = 3
assert u.a == 1
assert u.c == 3
assert not hasattr(u, "__dict__")
assert U.__slots__ == ['c']
class V: __slots__ = "one"
v = V(); v.one = 1
assert v.one == 1
class W: __slots__ = ("__dict__", "x")
w = W(); w.x = 1; w.y = 2
assert w.__dict__ == {'y': 2}
class M: __slots__ = {"doc": "documented"}
assert M.doc.__doc__ is None
class Priv: __slots__ = ("__p",)
p = Priv(); p._Priv__p = 1
assert p._Priv__p == 1
class E: __slots__ = ()
assert error(lambda: setattr(E(), "x", 1)) == "AttributeError: 'E' object has no attribute 'x' and no __dict__ for setting new attributes"
def conflict():
    class X:
        __slots__ = ("a",)
        a = 1
assert error(lambda: conflict()) == "ValueError: 'a' in __slots__ conflicts with class variable"
def bad():
    class X: __slots__ = ("1a",)
assert error(lambda: bad()) == 'TypeError: __slots__ must be identifiers'
def bad2():
    class X: __slots__ = (1,)
assert error(lambda: bad2()) == "TypeError: __slots__ items must be strings, not 'int'"
def layout():
    class A: __slots__ = ("a",)
    class B: __slots__ = ("b",)
    class C(A, B): pass
assert error(lambda: layout()) == 'TypeError: multiple bases have instance lay-out conflict'
def onint():
    class X(int): __slots__ = ("a",)
assert error(lambda: onint()) == "TypeError: nonempty __slots__ not supported for subtype of 'int'"
class L(list): __slots__ = ("extra",)
l = L([1]); l.extra = 2
assert repr(l) == '[1]'
assert l.extra == 2
assert error(lambda: setattr(S, "a", 5) or S().a.zork) == "AttributeError: 'S' object attribute 'a' is read-only"
---
# staticmethod and classmethod objects.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    @staticmethod
    def s(x): "sdoc"; return x
    @classmethod
    def c(cls, x): "cdoc"; return cls.__name__, x
    sm = staticmethod(len)
    cm = classmethod(lambda cls: cls)
class B(A): pass
assert A.s(1) == 1
assert A().s(2) == 2
assert B.c(3) == ('B', 3)
assert B().c(4) == ('B', 4)
assert A.sm("abc") == 3
assert B.cm() is B
assert A.__dict__["s"].__func__(5) == 5
assert A.__dict__["c"].__func__(A, 6) == ('A', 6)
assert staticmethod(len)("ab") == 2
assert error(lambda: classmethod(len)("ab")) == "TypeError: 'classmethod' object is not callable"
assert A.c.__self__ is A
assert A.c.__func__.__name__ == 'c'
assert A.s.__name__ == 's'
assert A.__dict__["s"].__doc__ == 'sdoc'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    @staticmethod
    def s(x): "sdoc"; return x
    @classmethod
    def c(cls, x): "cdoc"; return cls.__name__, x
    sm = staticmethod(len)
    cm = classmethod(lambda cls: cls)
class B(A): pass
assert type(A.__dict__["s"]).__name__ == 'staticmethod'
assert type(A.__dict__["c"]).__name__ == 'classmethod'
assert type(A.c).__name__ == 'method'
assert type(A.s).__name__ == 'function'
assert A.__dict__["s"].__wrapped__ is A.s
assert error(lambda: staticmethod()) == 'TypeError: staticmethod expected 1 argument, got 0'
assert error(lambda: classmethod(1, 2)) == 'TypeError: classmethod expected 1 argument, got 2'
---
# functools.cached_property and friends.
from functools import cached_property, partialmethod, singledispatchmethod
class A:
    n = 0
    @cached_property
    def c(self): self.n += 1; return self.n
    def add(self, a, b): return a + b
    add5 = partialmethod(add, 5)
    @singledispatchmethod
    def kind(self, x): return "other"
    @kind.register
    def _(self, x: int): return "int"
    @kind.register(str)
    def _(self, x): return "str"
a = A()
assert a.c == 1
assert a.c == 1
assert a.n == 1
del a.c
assert a.c == 2
assert a.add5(1) == 6
assert a.kind(1) == 'int'
assert a.kind("s") == 'str'
assert a.kind(None) == 'other'
assert a.kind(True) == 'int'
---
# getattr family with odd names.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A: pass
a = A()
assert error(lambda: getattr(a, 5)) == "TypeError: attribute name must be string, not 'int'"
assert error(lambda: setattr(a, None, 1)) == "TypeError: attribute name must be string, not 'NoneType'"
assert getattr(a, "x", None) is None
setattr(a, "é", 1)
assert a.é == 1
assert getattr(a, "__class__").__name__ == 'A'
assert error(lambda: getattr(a)) == 'TypeError: getattr expected at least 2 arguments, got 1'
assert error(lambda: a.__getattribute__("nope")) == "AttributeError: 'A' object has no attribute 'nope'"
assert a.__setattr__("k", 5) is None
assert a.k == 5
assert a.__delattr__("k") is None
assert object.__getattribute__(a, "é") == 1
assert error(lambda: object.__setattr__(5, "x", 1)) == "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"
assert error(lambda: object.__setattr__(A, "x", 1)) == "TypeError: can't apply this __setattr__ to type object"
assert error(lambda: type.__setattr__(int, "x", 1)) == "TypeError: cannot set 'x' attribute of immutable type 'int'"
assert error(lambda: getattr("", "a" * 5)) == "AttributeError: 'str' object has no attribute 'aaaaa'"
---
# __set_name__ with a typed field; validation by descriptor.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.n)
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.n[1:]} must be {self.t.__name__}")
        setattr(o, self.n, v)
class P:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, n, a): self.name, self.age = n, a
assert P("x", 5).age == 5
assert P.name.n == '_name'
assert error(lambda: P(1, 1)) == 'TypeError: name must be str'
assert error(lambda: P("x", "y")) == 'TypeError: age must be int'
assert vars(P("x", 5)) == {'_name': 'x', '_age': 5}
