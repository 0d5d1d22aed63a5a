# A metaclass's mro() decides, also when __bases__ is set, and is checked.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Backwards(type):
    def mro(cls):
        return type.mro(cls)[::-1]
class A:
    def f(self): return "A"
class X(A, metaclass=Backwards):
    def f(self): return "X"
assert [k.__name__ for k in X.__mro__] == ['object', 'A', 'X']
assert X().f() == "A"
class Wrong(type):
    def mro(cls): return [cls, dict, object]
def make():
    class Y(metaclass=Wrong): pass
assert error(make) == "TypeError: mro() returned base with unsuitable layout ('dict')"
class Empty(type):
    def mro(cls): return []
def empty():
    class Y(metaclass=Empty): pass
assert error(empty) == "TypeError: type MRO must not be empty"
class Five(type):
    def mro(cls): return [cls, 5]
def five():
    class Y(metaclass=Five): pass
assert error(five) == "TypeError: mro() returned a non-class ('int')"
---
# mro() sees a class without an order; a class that fails there is nobody's subclass.
seen = []
class M(type):
    def mro(cls):
        seen.append((cls.__name__, cls.__mro__ is None))
        if cls.__name__ == "Bad": raise KeyError("bad")
        return type.mro(cls)
class A(metaclass=M): pass
class B(A): pass
try:
    class Bad(A): pass
except KeyError: pass
assert A.__subclasses__() == [B]
seen.clear()
class C: pass
B.__bases__ = (C, A)
assert seen == [('B', False)]
assert [k.__name__ for k in B.__mro__] == ['B', 'C', 'A', 'object']
assert C.__subclasses__() == [B] and A.__subclasses__() == [B]
---
# Setting __bases__ is undone when the order of a subclass cannot be made.
class A: pass
class B: pass
class C(A): pass
class D(A, B): pass
class E(C, D): pass
try:
    C.__bases__ = (B, A)
except TypeError as e:
    assert str(e).startswith("Cannot create a consistent method resolution order (MRO)")
assert C.__bases__ == (A,) and [k.__name__ for k in E.__mro__] == ['E', 'C', 'D', 'A', 'B', 'object']
assert B.__subclasses__() == [D]
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: setattr(A, "__bases__", (E,))) == "TypeError: a __bases__ item causes an inheritance cycle"
assert error(lambda: setattr(A, "__bases__", (bool,))) == "TypeError: type 'bool' is not an acceptable base type"
assert error(lambda: setattr(A, "__bases__", (int,))) == "TypeError: __bases__ assignment: 'int' object layout differs from 'object'"
assert error(lambda: delattr(A, "__bases__")) == "TypeError: cannot delete '__bases__' attribute of immutable type 'A'"
---
# issubclass() and isinstance() of objects that only have __bases__.
class Fake:
    def __init__(self, *bases): self.__bases__ = bases
top = Fake(); mid = Fake(top); low = Fake(Fake(), mid)
assert issubclass(low, top) and issubclass(low, low) and not issubclass(top, low)
class Round:
    @property
    def __bases__(self): return (self, self)
try:
    issubclass(Round(), int)
    assert False
except RecursionError: pass
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: issubclass(5, top)) == "TypeError: issubclass() arg 1 must be a class"
assert error(lambda: issubclass(top, 5)) == "TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union"
---
# A class that declares a name global passes the function's variable of that name on to its methods.
x = "global"
def make(x):
    class C:
        global x
        y = x
        def f(self): return x
    return C()
c = make("local")
assert c.y == "global" and c.f() == "local"
