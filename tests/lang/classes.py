# Classes: attributes, methods, inheritance, MRO, super.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    "doc"
    x = 1
    def __init__(self, v=0): self.v = v
    def m(self): return ("A.m", self.v)
    @classmethod
    def c(cls, y=1): return cls.__name__, y
    @staticmethod
    def s(z): return z
class B(A):
    x = 2
    def m(self): return ("B.m",) + super().m()
a, b = A(1), B(2)
assert a.x == 1
assert b.x == 2
assert A.x == 1
assert B.x == 2
assert a.m() == ('A.m', 1)
assert b.m() == ('B.m', 'A.m', 2)
assert a.c() == ('A', 1)
assert B.c(5) == ('B', 5)
assert b.s(7) == 7
assert A.s(8) == 8
assert A.__doc__ == 'doc'
assert B.__doc__ is None
assert A.__name__ == 'A'
assert A.__qualname__ == 'A'
assert A.__module__ == '__main__'
assert repr(A.__bases__) == "(<class 'object'>,)"
assert repr(B.__bases__) == "(<class '__main__.A'>,)"
assert isinstance(b, A)
assert issubclass(B, A)
assert not isinstance(a, B)
assert type(b) is B
assert repr(B.__mro__) == "(<class '__main__.B'>, <class '__main__.A'>, <class 'object'>)"
assert a.__dict__ == {'v': 1}
assert sorted(k for k in A.__dict__ if not k.startswith("__")) == ['c', 'm', 's', 'x']
assert A.m(b) == ('A.m', 2)
assert repr(a.m).startswith("<bound method A.m of <__main__.A object at 0x")
assert a.m.__self__ is a
assert a.m.__func__ is A.m
assert a.m.__name__ == 'm'
assert a.m == a.m
assert (a.m is a.m) is False
assert (a.m == b.m) is False
a.x = 10
assert a.x == 10
assert A.x == 1
assert b.x == 2
del a.x
assert a.x == 1
A.x = 5
assert a.x == 5
assert b.x == 2
assert error(lambda: a.nope) == "AttributeError: 'A' object has no attribute 'nope'"
assert error(lambda: A.nope) == "AttributeError: type object 'A' has no attribute 'nope'"
assert error(lambda: A().m(1)) == 'TypeError: A.m() takes 1 positional argument but 2 were given'
assert error(lambda: A(1, 2)) == 'TypeError: A.__init__() takes from 1 to 2 positional arguments but 3 were given'
assert error(lambda: setattr(5, "x", 1)) == "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"
assert error(lambda: delattr(a, "x")) == "AttributeError: 'A' object has no attribute 'x'"
assert error(lambda: delattr(A, "zzz")) == "AttributeError: type object 'A' has no attribute 'zzz'"
del A.x
assert not hasattr(a, "x")
assert hasattr(b, "x")
a.__class__ = B
assert a.m() == ('B.m', 'A.m', 1)
assert error(lambda: setattr(a, "__class__", int)) == 'TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses'
assert error(lambda: setattr(a, "__class__", 5)) == "TypeError: __class__ must be set to a class, not 'int' object"
assert B.__subclasses__() == []
assert repr(A.__subclasses__()) == "[<class '__main__.B'>]"
assert repr(type(A)) == "<class 'type'>"
assert repr(type(type)) == "<class 'type'>"
assert repr(type(A.m)) == "<class 'function'>"
assert repr(type(a.m)) == "<class 'method'>"
---
# C3 linearisation.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
assert [k.__name__ for k in E.__mro__] == ['E', 'C', 'A', 'D', 'B', 'O', 'object']
assert [k.__name__ for k in E.mro()] == ['E', 'C', 'A', 'D', 'B', 'O', 'object']
class X(A, B): pass
class Y(B, A): pass
def clash():
    class Z(X, Y): pass
assert error(lambda: clash()) == 'TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B'
def dup():
    class Z(A, A): pass
assert error(lambda: dup()) == 'TypeError: duplicate base class A'
def order():
    class Z(O, A): pass
assert error(lambda: order()) == 'TypeError: Cannot create a consistent method resolution order (MRO) for bases O, A'
assert error(lambda: type("N", (5,), {})) == 'TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases'
def none():
    class Z(None): pass
assert error(lambda: none()) == 'TypeError: NoneType takes no arguments'
---
# Cooperative super.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class Base:
    def go(self): log.append("Base")
class L(Base):
    def go(self): log.append("L"); super().go()
class R(Base):
    def go(self): log.append("R"); super().go()
class D(L, R):
    def go(self): log.append("D"); super().go()
D().go()
assert log == ['D', 'L', 'R', 'Base']
assert super(L, D()).go.__qualname__ == 'R.go'
assert super(D, D()).go.__qualname__ == 'L.go'
assert super(L, D).go.__qualname__ == 'R.go'
class P:
    def __init__(self, **k): self.k = k
class Q(P):
    def __init__(self, q, **k): super().__init__(**k); self.q = q
class S(P):
    def __init__(self, s, **k): super().__init__(**k); self.s = s
class T(Q, S): pass
t = T(q=1, s=2, z=3)
assert t.q == 1
assert t.s == 2
assert t.k == {'z': 3}
assert error(lambda: super(int, "x")) == 'TypeError: super(type, obj): obj (instance of str) is not an instance or subtype of type (int).'
assert error(lambda: super(L, 5)) == 'TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (L).'
assert error(lambda: super(5, 5)) == 'TypeError: super() argument 1 must be a type, not int'
assert error(lambda: super()) == 'RuntimeError: super(): no arguments'
class V:
    def f(self): return super().nope
    @staticmethod
    def g(): return super()
    def h(): return super()
    def i(self):
        del self
        return super()
    def j(self): return [super().__hash__ is not None for _ in "a"]
    @classmethod
    def k(cls): return super().__init_subclass__ is not None
    def l(self): return __class__
assert error(lambda: V().f()) == "AttributeError: 'super' object has no attribute 'nope'"
assert error(lambda: V.g()) == 'RuntimeError: super(): no arguments'
assert error(lambda: V.h()) == 'RuntimeError: super(): no arguments'
assert error(lambda: V().i()) == 'RuntimeError: super(): arg[0] deleted'
assert V().j() == [True]
assert V.k() is True
assert V().l() is V
assert super(V, V()).__repr__().startswith("<__main__.V object")
assert type(super(V, V())).__name__ == 'super'
assert repr(super(V, V()).__thisclass__) == "<class '__main__.V'>"
assert repr(super(V, V()).__self_class__) == "<class '__main__.V'>"
---
# super reaches properties, class methods and attributes; setting goes to the instance.
class A:
    val = "A.val"
    @property
    def p(self): return "A.p"
    @classmethod
    def c(cls): return ("A.c", cls.__name__)
    @staticmethod
    def s(): return "A.s"
    def __getitem__(self, k): return ("A", k)
class B(A):
    val = "B.val"
    @property
    def p(self): return "B." + super().p
    @classmethod
    def c(cls): return ("B",) + super().c()
    def s(self): return super().s()
    def v(self): return super().val
    def __getitem__(self, k): return ("B",) + super().__getitem__(k)
b = B()
assert b.p == 'B.A.p'
assert b.c() == ('B', 'A.c', 'B')
assert B.c() == ('B', 'A.c', 'B')
assert b.s() == 'A.s'
assert b.v() == 'A.val'
assert b[1] == ('B', 'A', 1)
---
# __new__ and __init__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class A:
    def __new__(cls, *a, **k): log.append(("new", cls.__name__, a, k)); return super().__new__(cls)
    def __init__(self, *a, **k): log.append(("init", a, k))
A(1, x=2)
assert log == [('new', 'A', (1,), {'x': 2}), ('init', (1,), {'x': 2})]
class B:
    def __new__(cls): return 42
    def __init__(self): log.append("never")
log.clear()
assert B() == 42
assert log == []
class C:
    def __new__(cls, x): return object.__new__(D) if x else object.__new__(cls)
    def __init__(self, x): self.x = x
class D(C):
    def __init__(self, x): self.y = x
assert type(C(1)).__name__ == 'D'
assert C(1).__dict__ == {'y': 1}
assert C(0).__dict__ == {'x': 0}
class E:
    def __init__(self): return 5
assert error(lambda: E()) == "TypeError: __init__() should return None, not 'int'"
class F:
    pass
assert error(lambda: F(1)) == 'TypeError: F() takes no arguments'
assert error(lambda: F(x=1)) == 'TypeError: F() takes no arguments'
assert error(lambda: object(1)) == 'TypeError: object() takes no arguments'
assert error(lambda: object.__new__()) == 'TypeError: object.__new__(): not enough arguments'
assert error(lambda: object.__new__(5)) == 'TypeError: object.__new__(X): X is not a type object (int)'
assert error(lambda: object.__new__(int)) == 'TypeError: object.__new__(int) is not safe, use int.__new__()'
assert error(lambda: int.__new__(str)) == 'TypeError: int.__new__(str): str is not a subtype of int'
assert error(lambda: int.__new__(5)) == 'TypeError: int.__new__(X): X is not a type object (int)'
class G:
    def __new__(cls, x): return super().__new__(cls)
assert error(lambda: G()) == "TypeError: G.__new__() missing 1 required positional argument: 'x'"
assert type(G(1)).__name__ == 'G'
class H:
    def __new__(cls, x): return super().__new__(cls, x)
assert error(lambda: H(1)) == 'TypeError: object.__new__() takes exactly one argument (the type to instantiate)'
class I:
    def __init__(self, x): super().__init__(x)
assert error(lambda: I(1)) == 'TypeError: object.__init__() takes exactly one argument (the instance to initialize)'
class Single:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
assert Single() is Single()
class J(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
assert repr(J(5)) == '10'
assert type(J(5)).__name__ == 'J'
---
# Private names are mangled.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    __x = 1
    def __m(self): return self.__x
    def get(self): return self.__m(), self.__x
    def names(self): __local = 1; return sorted(locals())
    def setit(self): self.__y = 5; return self.__dict__
    __dunder__ = 2
    def kw(self, *, __k=0): return __k
    class _In:
        def f(self): return self.__z
class _Lead:
    __x = 3
    def g(self): return self.__x
class ___: 
    __x = 4
    def g(self): return self.__x
a = A()
assert a.get() == (1, 1)
assert a.names() == ['_A__local', 'self']
assert a.setit() == {'_A__y': 5}
assert A.__dunder__ == 2
assert A._A__x == 1
assert a._A__m() == 1
assert a.kw(_A__k=3) == 3
assert _Lead._Lead__x == 3
assert _Lead().g() == 3
assert ___().g() == 4
assert error(lambda: a.__x) == "AttributeError: 'A' object has no attribute '__x'"
assert error(lambda: A._In().f()) == "AttributeError: '_In' object has no attribute '_In__z'"
class B(A):
    __x = 9
    def both(self): return self.__x, self.get()
assert B().both() == (9, (1, 1))
def f():
    class C:
        def g(self):
            try: __undefined
            except NameError as e: return str(e)
    return C().g()
assert f() == "name '_C__undefined' is not defined"
---
# Class bodies run as code.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class A:
    log.append("body")
    for i in range(3): log.append(i)
    if True:
        def cond(self): return "cond"
    x = y = 5
    z = x + y
    del y
    names = list(k for k in ("x",))
assert log == ['body', 0, 1, 2]
assert A.z == 10
assert A.i == 2
assert not hasattr(A, "y")
assert A().cond() == 'cond'
assert A.__qualname__ == 'A'
assert A.cond.__qualname__ == 'A.cond'
def f():
    class L:
        class M:
            def n(self): pass
    return L
assert f().__qualname__ == 'f.<locals>.L'
assert f().M.n.__qualname__ == 'f.<locals>.L.M.n'
assert f().M.__name__ == 'M'
class K:
    __qualname__ = "Renamed"
assert K.__qualname__ == 'Renamed'
assert K.__name__ == 'K'
class Doc:
    """The doc."""
assert Doc.__doc__ == 'The doc.'
class Line: pass
assert Line.__firstlineno__ > 0
assert A.__static_attributes__ == ()
def raising():
    class E: 1 / 0
assert error(lambda: raising()) == 'ZeroDivisionError: division by zero'
class Self:
    def who(self): return __class__.__name__
assert Self().who() == 'Self'
---
# Dynamic classes with type().
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def m(self): return self.x + 1
A = type("A", (), {"x": 5, "m": m})
assert A().m() == 6
assert A.__name__ == 'A'
assert repr(A.__bases__) == "(<class 'object'>,)"
assert A.__module__ == '__main__'
B = type("B", (A,), dict(x=10))
assert B().m() == 11
assert issubclass(B, A)
A.__name__ = "Renamed"
assert A.__name__ == 'Renamed'
assert repr(A) == "<class '__main__.A'>"
A.__qualname__ = "Q.A"
assert repr(A) == "<class '__main__.Q.A'>"
assert error(lambda: setattr(A, "__name__", 5)) == "TypeError: can only assign string to Renamed.__name__, not 'int'"
assert error(lambda: type("x\0y", (), {})) == 'ValueError: type name must not contain null characters'
assert error(lambda: setattr(int, "x", 5)) == "TypeError: cannot set 'x' attribute of immutable type 'int'"
assert error(lambda: setattr(object, "x", 5)) == "TypeError: cannot set 'x' attribute of immutable type 'object'"
assert error(lambda: delattr(int, "real")) == "TypeError: cannot set 'real' attribute of immutable type 'int'"
class Z: x = "Z"
B.__bases__ = (Z, A)
assert B.x == 10
assert A.x == 5
B.__bases__ = (A,)
assert repr(B.__mro__) == "(<class '__main__.B'>, <class '__main__.Q.A'>, <class 'object'>)"
assert B().x == 10
assert error(lambda: setattr(B, "__bases__", ())) == 'TypeError: can only assign non-empty tuple to B.__bases__, not ()'
assert error(lambda: setattr(B, "__bases__", 5)) == 'TypeError: can only assign tuple to B.__bases__, not int'
import types
C = types.new_class("C", (A,), {}, lambda ns: ns.update(y=7))
assert C.y == 7
assert C.x == 5
assert type(C()) is C
---
# Subclassing what cannot be subclassed.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def sub(base):
    class X(base): pass
assert error(lambda: sub(bool)) == "TypeError: type 'bool' is not an acceptable base type"
assert error(lambda: sub(type(None))) == "TypeError: type 'NoneType' is not an acceptable base type"
assert error(lambda: sub(range)) == "TypeError: type 'range' is not an acceptable base type"
assert error(lambda: sub(slice)) == "TypeError: type 'slice' is not an acceptable base type"
assert error(lambda: sub(type(lambda: 0))) == "TypeError: type 'function' is not an acceptable base type"
assert error(lambda: sub(type(Ellipsis))) == "TypeError: type 'ellipsis' is not an acceptable base type"
assert error(lambda: sub(memoryview)) == "TypeError: type 'memoryview' is not an acceptable base type"
assert error(lambda: sub(type(iter([])))) == "TypeError: type 'list_iterator' is not an acceptable base type"
def two():
    class X(int, str): pass
assert error(lambda: two()) == 'TypeError: multiple bases have instance lay-out conflict'
def fine():
    class X(int, Exception): pass
assert error(lambda: fine()) == 'TypeError: multiple bases have instance lay-out conflict'
assert sub(Exception) is None
assert sub(type) is None
assert sub(property) is None
assert sub(object) is None
---
# __init_subclass__, __set_name__, __class_getitem__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class Base:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); log.append((cls.__name__, tag))
class A(Base): pass
class B(A, tag="b"): pass
assert log == [('A', None), ('B', 'b')]
def bad():
    class C(Base, zork=1): pass
assert error(lambda: bad()) == 'TypeError: bad.<locals>.C.__init_subclass__() takes no keyword arguments'
def bad2():
    class C(zork=1): pass
assert error(lambda: bad2()) == 'TypeError: bad2.<locals>.C.__init_subclass__() takes no keyword arguments'
class D:
    def __set_name__(self, owner, name): log.append((owner.__name__, name))
log.clear()
class O:
    a = D()
    b = c = D()
assert log == [('O', 'a'), ('O', 'b'), ('O', 'c')]
O.d = D()
assert len(log) == 3
class Broken:
    def __set_name__(self, owner, name): 1 / 0
def bad3():
    class C:
        x = Broken()
try: bad3()
except ZeroDivisionError as e:
    assert str(e) == 'division by zero'
    assert e.__notes__ == ["Error calling __set_name__ on 'Broken' instance 'x' in 'C'"]
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
class H(G): pass
assert repr(G[int]) == "('G', <class 'int'>)"
assert G[1, 2] == ('G', (1, 2))
assert H["x"] == ('H', 'x')
assert error(lambda: G()[1]) == "TypeError: 'G' object is not subscriptable"
assert error(lambda: Base[int]) == "TypeError: type 'Base' is not subscriptable"
class I:
    @classmethod
    def __class_getitem__(cls, k): return k
    def __getitem__(self, k): return ("item", k)
assert I[1] == 1
assert I()[1] == ('item', 1)
---
# The class namespace is live through the mappingproxy.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A: x = 1
d = A.__dict__
assert type(d).__name__ == 'mappingproxy'
assert d["x"] == 1
A.y = 2
assert "y" in d
assert d["y"] == 2
assert error(lambda: d.__setitem__("x", 2)) == "AttributeError: 'mappingproxy' object has no attribute '__setitem__'"
assert error(lambda: d.update({})) == "AttributeError: 'mappingproxy' object has no attribute 'update'"
assert vars(A) == d
assert vars(A()) == {}
o = A()
o.__dict__["z"] = 3
assert o.z == 3
o.__dict__ = {"w": 4}
assert o.w == 4
assert not hasattr(o, "z")
assert error(lambda: setattr(o, "__dict__", 5)) == "TypeError: __dict__ must be set to a dictionary, not a 'int'"
del o.__dict__
assert o.__dict__ == {}
setattr(o, "not an identifier", 1)
assert getattr(o, "not an identifier") == 1
assert vars(o) == {'not an identifier': 1}
---
# Methods are descriptors: any function in a class binds; other callables do not.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(self, *a): return (type(self).__name__, a)
class C:
    def __call__(self, *a): return a
class A:
    m = f
    l = lambda self: "lambda"
    c = C()
    b = len
    from functools import partial
    p = partial(lambda *a: a, 1)
a = A()
assert a.m(1) == ('A', (1,))
assert a.l() == 'lambda'
assert a.c(2) == (2,)
assert a.b("xyz") == 3
assert len(a.p(5)) in (2, 3)
a.i = f
assert error(lambda: a.i.zork) == "AttributeError: 'function' object has no attribute 'zork'"
assert f.__get__(a, A)(1) == ('A', (1,))
assert f.__get__(None, A) is f
import types
assert types.MethodType(f, 5)(6) == ('int', (6,))
assert error(lambda: types.MethodType(5, 5)) == 'TypeError: first argument must be callable'
assert error(lambda: types.MethodType(f, None)) == 'TypeError: instance must not be None'
bm = a.m
assert bm.__func__ is f
assert bm(9) == ('A', (9,))
assert error(lambda: setattr(bm, "x", 1)) == "AttributeError: 'method' object has no attribute 'x' and no __dict__ for setting new attributes"
f.attr = "on function"
assert bm.attr == 'on function'
