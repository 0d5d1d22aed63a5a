# set and frozenset: construction, operations, methods, errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert set() == set()
assert {1, 2, 1} == {1, 2}
assert set("aab") == {"a", "b"}
assert frozenset() == frozenset()
assert frozenset([1, 2]) == frozenset({1, 2})
assert {*()} == set()
assert {x % 3 for x in range(10)} == {0, 1, 2}
assert repr(frozenset([1])) == 'frozenset({1})'
assert repr(set()) == 'set()'
assert repr({1}) == '{1}'
assert repr({"a"}) == "{'a'}"
assert len({1, 1.0, True}) == 1
assert 1 in {1, 2}
assert {1, 2} | {2, 3} == {1, 2, 3}
assert {1, 2} & {2, 3} == {2}
assert {1, 2} - {2, 3} == {1}
assert {1, 2} ^ {2, 3} == {1, 3}
assert {1, 2} | frozenset([3]) == {1, 2, 3}
assert type({1} | frozenset([3])).__name__ == 'set'
assert type(frozenset([3]) | {1}).__name__ == 'frozenset'
assert {1, 2} <= {1, 2, 3}
assert ({1, 2} < {1, 2}) is False
assert {1, 2} >= {1}
assert ({1, 2} > {3}) is False
assert {1, 2} == frozenset([2, 1])
assert ({1} == [1]) is False
assert {1} != {2}
assert {1, 2}.union([3], (4,), "5" and [5]) == {1, 2, 3, 4, 5}
assert {1, 2}.union() == {1, 2}
assert {1, 2, 3}.intersection([2, 3], [3]) == {3}
assert {1, 2}.difference([1], [5]) == {2}
assert {1, 2}.symmetric_difference([2, 3]) == {1, 3}
assert {1}.issubset([1, 2]) is True
assert {1, 2}.issuperset([1]) is True
assert {1}.isdisjoint([2]) is True
assert {1}.copy() == {1}
assert hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
assert {frozenset([1]): "x"}[frozenset([1])] == 'x'
assert {1} in {frozenset([1])}
assert sorted({3, 1, 2}) == [1, 2, 3]
assert sum({1, 2, 3}) == 6
assert bool(set()) is False
assert bool({0}) is True
assert frozenset(frozenset([1])) == {1}
f = frozenset([1])
assert frozenset(f) is f
assert f.copy() is f
assert error(lambda: {[]}) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {{}}) == "TypeError: cannot use 'dict' as a set element (unhashable type: 'dict')"
assert error(lambda: {1, set()}) == "TypeError: cannot use 'set' as a set element (unhashable type: 'set')"
assert error(lambda: set(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: set([[]])) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: hash(set())) == "TypeError: unhashable type: 'set'"
assert error(lambda: {1} | [1]) == "TypeError: unsupported operand type(s) for |: 'set' and 'list'"
assert error(lambda: {1} & "a") == "TypeError: unsupported operand type(s) for &: 'set' and 'str'"
assert error(lambda: {1} - [1]) == "TypeError: unsupported operand type(s) for -: 'set' and 'list'"
assert error(lambda: {1} ^ None) == "TypeError: unsupported operand type(s) for ^: 'set' and 'NoneType'"
assert error(lambda: {1} < [1]) == "TypeError: '<' not supported between instances of 'set' and 'list'"
assert error(lambda: {1} + {2}) == "TypeError: unsupported operand type(s) for +: 'set' and 'set'"
assert error(lambda: {1}[0]) == "TypeError: 'set' object is not subscriptable"
assert error(lambda: [] in {1}) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {1}.union(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: {1}.issubset(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: frozenset().add) == "AttributeError: 'frozenset' object has no attribute 'add'"
assert error(lambda: frozenset([[]])) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {1}.symmetric_difference()) == 'TypeError: set.symmetric_difference() takes exactly one argument (0 given)'
assert error(lambda: set(a=1)) == 'TypeError: set() takes no keyword arguments'
---
# Mutation.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
s = {1, 2, 3}
assert s.add(4) is None
assert s.add(1) is None
assert s.discard(99) is None
assert s.discard(1) is None
assert s.remove(2) is None
assert s == {3, 4}
assert s.update([5], {6}, "") is None
assert s == {3, 4, 5, 6}
assert s.intersection_update([3, 4, 5]) is None
assert s.difference_update([3]) is None
assert s.symmetric_difference_update([5, 9]) is None
assert s == {4, 9}
t = s
s |= {1}
s &= {1, 4, 9}
s -= {9}
s ^= {7}
assert s == {1, 4, 7}
assert s is t
s |= s; s &= s
assert s == {1, 4, 7}
s ^= s
assert s == set()
assert {5}.pop() == 5
u = {1, 2}; u.clear()
assert u == set()
assert error(lambda: set().pop()) == "KeyError: 'pop from an empty set'"
assert error(lambda: {1}.remove(2)) == 'KeyError: 2'
assert error(lambda: {1}.remove("a")) == "KeyError: 'a'"
assert error(lambda: {1}.remove([])) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {1}.add([])) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {1}.discard({})) == "TypeError: cannot use 'dict' as a set element (unhashable type: 'dict')"
assert error(lambda: {1}.discard([])) == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')"
assert error(lambda: {1}.update(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: {1}.add()) == 'TypeError: set.add() takes exactly one argument (0 given)'
assert error(lambda: {1}.pop(1)) == 'TypeError: set.pop() takes no arguments (1 given)'
a = {frozenset([1])}
assert {1} in a
a.remove({1})
assert a == set()
f = g = frozenset([1])
f |= {2}
assert sorted(f) == [1, 2]
assert sorted(g) == [1]
---
s = {1}
s |= [2]                           ### "TypeError: unsupported operand type.s. for .=: 'set' and 'list'"
---
s = {1, 2, 3}
for x in s:                        ### "RuntimeError: Set changed size during iteration"
    s.add(x + 10)
---
# Elements are compared by identity, hash, then equality.
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"E{self.v}"
a, b = E(1), E(1)
s = {a}
s.add(b)
assert len(s) == 1
assert next(iter(s)) is a
assert s == {b}
assert (s & {b}).pop().v == 1
assert s - {b} == set()
assert (E(2) in s) is False
n = float("nan")
assert len({n, n}) == 1
assert len({float("nan"), float("nan")}) == 2
---
# Subclasses.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class S(set):
    def __repr__(self): return "S!"
s = S([1])
assert repr(s) == 'S!'
assert type(s | {2}).__name__ == 'set'
assert type(s.copy()).__name__ == 'set'
assert type({2} | s).__name__ == 'set'
assert s == {1}
assert isinstance(s, set)
class F(frozenset):
    def __new__(cls, *a): return super().__new__(cls, a)
assert F(1, 2) == {1, 2}
assert repr(F(1)) == 'F({1})'
assert set.union({1}, [2]) == {1, 2}
assert {1}.__or__({2}) == {1, 2}
assert repr({1}.__or__([2])) == 'NotImplemented'
assert {1}.__contains__(1) is True
assert repr({1}.__and__(1)) == 'NotImplemented'
assert {1}.__len__() == 1
assert iter({1}).__next__() == 1
assert repr(set[int]) == 'set[int]'
assert set.__hash__ is None
assert error(lambda: set.add(1, 2)) == "TypeError: descriptor 'add' for 'set' objects doesn't apply to a 'int' object"
---
# Sizes: big unions and intersections.
a = set(range(0, 3000, 2)); b = set(range(0, 3000, 3))
assert len(a | b) == 2000
assert len(a & b) == 500
assert len(a - b) == 1000
assert len(a ^ b) == 1500
assert (a & b) <= a
assert sum(a & b) == 748500
a.difference_update(b)
assert len(a) == 1000
assert (6 in a) is False
assert 4 in a
for i in range(3000): a.discard(i)
assert a == set()
