# Comparison methods, hashing and how equality is inherited.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ("lt", self.v)
    def __le__(self, o): return ("le", self.v)
    def __gt__(self, o): return ("gt", self.v)
    def __ge__(self, o): return ("ge", self.v)
    def __eq__(self, o): return ("eq", self.v)
    def __ne__(self, o): return ("ne", self.v)
v = V(1)
assert (v < 1) == ('lt', 1)
assert (v <= 1) == ('le', 1)
assert (v > 1) == ('gt', 1)
assert (v >= 1) == ('ge', 1)
assert (v == 1) == ('eq', 1)
assert (v != 1) == ('ne', 1)
assert (1 < v) == ('gt', 1)
assert (1 <= v) == ('ge', 1)
assert (1 > v) == ('lt', 1)
assert (1 >= v) == ('le', 1)
assert (1 == v) == ('eq', 1)
assert (1 != v) == ('ne', 1)
assert ([1] == v) == ('eq', 1)
assert (None == v) == ('eq', 1)
assert error(lambda: hash(v)) == "TypeError: unhashable type: 'V'"
assert V.__hash__ is None
---
# __ne__ defaults to the inverse of __eq__.
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, E) and self.v == o.v
    def __hash__(self): return hash(self.v)
assert E(1) == E(1)
assert (E(1) != E(1)) is False
assert E(1) != E(2)
assert E(1) in [E(0), E(1)]
assert len({E(1), E(1), E(2)}) == 2
assert {E(1): "a"}[E(1)] == 'a'
assert [E(0), E(5)].index(E(5)) == 1
assert [E(1), E(1)].count(E(1)) == 2
---
# Defining __eq__ alone takes __hash__ away; a subclass may restore it.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def __eq__(self, o): return True
class B(A):
    __hash__ = object.__hash__
class C(A):
    def __hash__(self): return 7
class D(A): pass
assert error(lambda: hash(A())) == "TypeError: unhashable type: 'A'"
assert True is True
assert hash(C()) == 7
assert error(lambda: hash(D())) == "TypeError: unhashable type: 'D'"
assert error(lambda: {A(): 1}) == "TypeError: cannot use 'A' as a dict key (unhashable type: 'A')"
assert error(lambda: {A()}) == "TypeError: cannot use 'A' as a set element (unhashable type: 'A')"
assert error(lambda: {}[A()]) == "TypeError: cannot use 'A' as a dict key (unhashable type: 'A')"
assert error(lambda: [] in {A()}) == "TypeError: cannot use 'A' as a set element (unhashable type: 'A')"
assert A() == 5
assert 5 == A()
---
# Ordering has no default.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A: pass
assert error(lambda: A() < A()) == "TypeError: '<' not supported between instances of 'A' and 'A'"
assert error(lambda: A() >= 1) == "TypeError: '>=' not supported between instances of 'A' and 'int'"
assert error(lambda: sorted([A(), A()])) == "TypeError: '<' not supported between instances of 'A' and 'A'"
assert error(lambda: max(A(), A())) == "TypeError: '>' not supported between instances of 'A' and 'A'"
a = A()
assert a == a
assert (a != a) is False
assert (a == A()) is False
---
# Reflection: a < b tries b > a, with subclasses first.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class P:
    def __lt__(self, o): log.append("P.lt"); return NotImplemented
    def __gt__(self, o): log.append("P.gt"); return NotImplemented
class Q(P):
    def __gt__(self, o): log.append("Q.gt"); return True
assert P() < Q()
assert log == ['Q.gt']
log.clear()
assert error(lambda: P() < P()) == "TypeError: '<' not supported between instances of 'P' and 'P'"
assert log == ['P.lt', 'P.gt']
---
# Results of any type are passed through; in a chain they are tested.
class A:
    def __lt__(self, o): return []
    def __gt__(self, o): return "yes"
a = A()
assert (a < 1) == []
assert a > 1 < 2
assert (a < 1 < 2) == []
assert (5 > a) == []
---
# Containers use identity before equality.
nan = float("nan")
assert (nan == nan) is False
assert nan in [nan]
assert [nan] == [nan]
assert (nan,) == (nan,)
assert {1: nan} == {1: nan}
assert [nan].index(nan) == 0
assert [nan].count(nan) == 1
assert nan in {nan}
assert (float("nan") in [float("nan")]) is False
---
# Equal numbers hash alike.
from fractions import Fraction
from decimal import Decimal
assert hash(1) == hash(1.0) == hash(True) == hash(1 + 0j) == hash(Fraction(1)) == hash(Decimal(1))
assert hash(0.5) == hash(Fraction(1, 2)) == hash(Decimal("0.5"))
assert hash(2 ** 61 - 1) == 0
assert hash(2 ** 61) == 1
assert hash(-1) == -2
assert hash(-2) == -2
assert hash(2 ** 100) == 549755813888
assert hash(-2 ** 100) == -549755813888
assert hash(0.1) == 230584300921369408
assert hash(1e300) == 1224995262755759164
assert hash(float("inf")) == 314159
assert hash(float("-inf")) == -314159
assert hash(1j) == 1000003
assert hash(1 + 1j) == 1000004
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from fractions import Fraction
from decimal import Decimal
assert hash(None) == hash(None)
assert hash(()) == hash(())
assert hash((1, 2, 3)) == hash((1, 2, 3))
assert (hash((1, 2)) == hash((2, 1))) is False
assert hash("a") == hash("a")
assert hash("")  == 0
assert hash(b"") == 0
assert hash("abc") == hash(b"abc")
assert hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1]))
assert hash(range(0)) == hash(range(1, 1))
assert hash(slice(1, 2, 3)) == hash(slice(1, 2, 3))
assert error(lambda: hash([])) == "TypeError: unhashable type: 'list'"
assert error(lambda: hash({})) == "TypeError: unhashable type: 'dict'"
assert error(lambda: hash(set())) == "TypeError: unhashable type: 'set'"
assert error(lambda: hash(bytearray())) == "TypeError: unhashable type: 'bytearray'"
assert error(lambda: hash(([],))) == "TypeError: unhashable type: 'list'"
assert error(lambda: hash(slice([], 1))) == "TypeError: unhashable type: 'list'"
assert {1: "int", 1.0: "float", True: "bool"} == {1: 'bool'}
---
# A __hash__ that returns a big int is folded; __hash__ = None forbids hashing.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def __hash__(self): return 2 ** 64
class B:
    __hash__ = None
class C:
    def __hash__(self): return -1
assert hash(A()) == 8
assert error(lambda: hash(B())) == "TypeError: unhashable type: 'B'"
assert hash(C()) == -2
assert not isinstance(B(), __import__("collections.abc").abc.Hashable)
---
# functools.total_ordering fills the rest.
from functools import total_ordering
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
assert T(1) <= T(1)
assert T(2) > T(1)
assert (T(1) >= T(2)) is False
assert sorted([T(3), T(1)])[0].v == 1
---
# The comparison dunders as plain methods.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert (1).__eq__(1) is True
assert repr((1).__eq__("1")) == 'NotImplemented'
assert repr((1).__lt__(2.0)) == 'NotImplemented'
assert "a".__lt__("b") is True
assert repr("a".__lt__(1)) == 'NotImplemented'
assert repr(object().__eq__(1)) == 'NotImplemented'
assert repr(object().__lt__(1)) == 'NotImplemented'
assert [].__eq__([]) is True
assert repr([].__gt__(())) == 'NotImplemented'
assert {}.__eq__({}) is True
assert (1.0).__eq__(1) is True
assert None.__eq__(None) is True
assert int.__eq__(1, 1) is True
assert error(lambda: int.__eq__("a", 1)) == "TypeError: descriptor '__eq__' requires a 'int' object but received a 'str'"
assert error(lambda: object.__eq__(1)) == 'TypeError: expected 1 argument, got 0'
