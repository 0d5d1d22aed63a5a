# Metaclasses: __new__, __init__, __call__, __prepare__, attributes.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **k): log.append(("prepare", name, k)); return {"injected": 1}
    def __new__(m, name, bases, ns, **k): log.append(("new", name, sorted(x for x in ns if not x.startswith("__")))); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **k): log.append(("init", name, k)); super().__init__(name, bases, ns)
    def __call__(cls, *a): log.append(("call", a)); return super().__call__(*a)
    def hello(cls): return "hello " + cls.__name__
    @property
    def p(cls): return cls.__name__ * 2
    def __len__(cls): return 7
    def __getitem__(cls, k): return ("M", k)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == "in"
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __add__(cls, o): return ("add", o)
    def __eq__(cls, o): return o == "eq" or cls is o
    def __hash__(cls): return 5
    def __bool__(cls): return False
    def __getattr__(cls, n): return "meta " + n
class A(metaclass=M, opt=3):
    x = 1
    def __init__(self, *a): pass
assert log == [('prepare', 'A', {'opt': 3}), ('new', 'A', ['injected', 'x']), ('init', 'A', {'opt': 3})]
log.clear()
a = A(1)
assert log == [('call', (1,))]
assert A.injected == 1
assert A.hello() == 'hello A'
assert A.p == 'AA'
assert len(A) == 7
assert A[0] == ('M', 0)
assert list(A) == [1, 2]
assert "in" in A
assert repr(A) == '<M A>'
assert A + 1 == ('add', 1)
assert A == "eq"
assert hash(A) == 5
assert bool(A) is False
assert A.zork == 'meta zork'
assert error(lambda: a.hello) == "AttributeError: 'A' object has no attribute 'hello'"
assert error(lambda: a.p) == "AttributeError: 'A' object has no attribute 'p'"
assert error(lambda: a.zork) == "AttributeError: 'A' object has no attribute 'zork'"
class B(A): pass
assert repr(type(B)) == "<class '__main__.M'>"
assert log[-1] == ('init', 'B', {})
assert B.hello() == 'hello B'
assert type(a).hello() == 'hello A'
---
# Metaclass derivation and conflict.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class M1(type): pass
class M2(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
assert type(C).__name__ == 'M2'
class M3(type): pass
class D(metaclass=M3): pass
def clash():
    class E(A, D): pass
assert error(lambda: clash()) == 'TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases'
class F(A, metaclass=type): pass
assert type(F).__name__ == 'M1'
---
# Any callable can be the metaclass.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def meta(name, bases, ns, **k): return (name, bases, sorted(x for x in ns if not x.startswith("__")), k)
class A(metaclass=meta, flag=1):
    x = 1
    def f(self): pass
assert A == ('A', (), ['f', 'x'], {'flag': 1})
class P:
    def __new__(cls, name, bases, ns): return name.upper()
class B(metaclass=P): pass
assert B == 'B'
def bad():
    class C(metaclass=5): pass
assert error(lambda: bad()) == "TypeError: 'int' object is not callable"
class Prep:
    @staticmethod
    def __prepare__(n, b): return 5
    def __new__(cls, *a): return a
def bad2():
    class C(metaclass=Prep): pass
assert error(lambda: bad2()) == 'TypeError: Prep.__prepare__() must return a mapping, not int'
---
# __prepare__ may return any mapping; lookups use it.
class Auto(dict):
    def __init__(self): self.n = 0
    def __missing__(self, k):
        if k.startswith("__"): raise KeyError(k)
        self.n += 1
        self[k] = self.n
        return self.n
class M(type):
    @classmethod
    def __prepare__(m, n, b): return Auto()
    def __new__(m, n, b, ns): return super().__new__(m, n, b, dict(ns))
class E(metaclass=M):
    red
    green
    blue
assert E.red == 1
assert E.green == 2
assert E.blue == 3
class Order(dict):
    def __setitem__(self, k, v): log.append(k); super().__setitem__(k, v)
log = []
class M2(type):
    @classmethod
    def __prepare__(m, n, b): return Order()
class F(metaclass=M2):
    a = 1
    b = 2
assert [x for x in log if not x.startswith("__")] == ['a', 'b']
---
# __mro_entries__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class G:
    def __mro_entries__(self, bases): return (int, dict)[:1]
class A(G()): pass
assert repr(A.__bases__) == "(<class 'int'>,)"
assert A.__orig_bases__ != ()
class H:
    def __mro_entries__(self, bases): return ()
class B(H()): pass
assert repr(B.__bases__) == "(<class 'object'>,)"
class Bad:
    def __mro_entries__(self, bases): return 5
def bad():
    class C(Bad()): pass
assert error(lambda: bad()) == 'TypeError: __mro_entries__ must return a tuple'
def inst():
    class C("x"): pass
assert error(lambda: inst()) == "TypeError: str() argument 'encoding' must be str, not tuple"
---
# mro() override, __instancecheck__, __subclasscheck__, __subclasshook__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class M(type):
    def mro(cls): return [cls, object] if cls.__name__ == "Short" else super().mro()
    def __instancecheck__(cls, o): return o == "magic" or super().__instancecheck__(o)
    def __subclasscheck__(cls, c): return c is int or super().__subclasscheck__(c)
class A(metaclass=M): pass
class Short(A): pass
assert [c.__name__ for c in Short.__mro__] == ['Short', 'object']
assert isinstance("magic", A)
assert isinstance(A(), A)
assert not isinstance(1, A)
assert issubclass(int, A)
assert not issubclass(str, A)
from abc import ABC, abstractmethod, ABCMeta
class Quack(ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, "quack") or NotImplemented
    @abstractmethod
    def quack(self): ...
class Duck:
    def quack(self): pass
assert issubclass(Duck, Quack)
assert isinstance(Duck(), Quack)
assert not issubclass(int, Quack)
assert error(lambda: Quack()) == "TypeError: Can't instantiate abstract class Quack without an implementation for abstract method 'quack'"
class Half(Quack): pass
assert error(lambda: Half()) == "TypeError: Can't instantiate abstract class Half without an implementation for abstract method 'quack'"
class Full(Quack):
    def quack(self): return "q"
assert Full().quack() == 'q'
class Two(ABC):
    @abstractmethod
    def a(self): ...
    @property
    @abstractmethod
    def b(self): ...
assert error(lambda: Two()) == "TypeError: Can't instantiate abstract class Two without an implementation for abstract methods 'a', 'b'"
assert sorted(Two.__abstractmethods__) == ['a', 'b']
class Reg(ABC): pass
Reg.register(int)
assert isinstance(5, Reg)
assert issubclass(bool, Reg)
assert not isinstance("s", Reg)
---
# type() of three, type.__call__, and instance creation through the metaclass.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class M(type):
    def __call__(cls, *a, **k):
        o = cls.__new__(cls, *a, **k)
        o.tag = "made"
        return o
class A(metaclass=M):
    def __init__(self): assert False
assert A().tag == 'made'
class Sing(type):
    def __call__(cls, *a):
        if "_i" not in cls.__dict__: cls._i = super().__call__(*a)
        return cls._i
class S(metaclass=Sing):
    def __init__(self, v): self.v = v
assert S(1) is S(2)
assert S(3).v == 1
class R(type):
    reg = {}
    def __init__(cls, n, b, ns): super().__init__(n, b, ns); R.reg[n] = cls
class X(metaclass=R): pass
class Y(X): pass
assert sorted(R.reg) == ['X', 'Y']
assert repr(type(5)) == "<class 'int'>"
assert repr(type(type(5))) == "<class 'type'>"
assert repr(type.__class__) == "<class 'type'>"
assert error(lambda: type.__new__(type)) == 'TypeError: type.__new__() takes exactly 3 arguments (0 given)'
assert error(lambda: type.__new__(int, "x", (), {})) == 'TypeError: type.__new__(int): int is not a subtype of type'
assert error(lambda: type("a", (), {}, zork=1)) == 'TypeError: a.__init_subclass__() takes no keyword arguments'
assert type.__call__(int, "5") == 5
assert isinstance(type, object)
assert issubclass(type, object)
assert isinstance(object, type)
