# list: construction, indexing, slices, methods, errors.
assert [] == []
assert [1, 2,] == [1, 2]
assert list("ab") == ['a', 'b']
assert list(range(3)) == [0, 1, 2]
assert list({1: 2}) == [1]
assert list((1, 2)) == [1, 2]
assert list(x for x in "ab") == ['a', 'b']
assert [1, 2] + [3] == [1, 2, 3]
assert [1, 2] * 2 == [1, 2, 1, 2]
assert 2 * [1] == [1, 1]
assert [1] * 0 == []
assert [1] * -5 == []
assert [[0] * 2] * 2 == [[0, 0], [0, 0]]
assert len([1, 2]) == 2
---
assert 1 in [1, 2]
assert [1, [2, [3]]][1][1][0] == 3
assert [1, 2, 3][-1] == 3
assert [1, 2, 3][1:] == [2, 3]
assert [1, 2, 3][:-1] == [1, 2]
assert [1, 2, 3][::-1] == [3, 2, 1]
assert [1, 2, 3][5:] == []
assert [1, 2, 3][-100:100] == [1, 2, 3]
assert [1, 2, 3][2:1] == []
assert [0, 1, 2, 3, 4, 5][1:5:2] == [1, 3]
assert [0, 1, 2, 3, 4, 5][5:1:-2] == [5, 3]
assert [0, 1, 2, 3][None:None:None] == [0, 1, 2, 3]
assert [0, 1, 2, 3][True:] == [1, 2, 3]
assert [1, 2] < [1, 2, 3]
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert [1, 2] < [1, 3]
assert [] < [1]
assert [2] > [1, 9]
assert [1, 2] == [1, 2.0]
assert [1] != (1,)
assert repr([1, "a", None, [2.0]]) == "[1, 'a', None, [2.0]]"
assert str([]) == '[]'
assert error(lambda: [1][1]) == 'IndexError: list index out of range'
assert error(lambda: [1][-2]) == 'IndexError: list index out of range'
assert error(lambda: [][0]) == 'IndexError: list index out of range'
assert error(lambda: [1]["a"]) == 'TypeError: list indices must be integers or slices, not str'
assert error(lambda: [1][1.0]) == 'TypeError: list indices must be integers or slices, not float'
assert error(lambda: [1][None]) == 'TypeError: list indices must be integers or slices, not NoneType'
assert error(lambda: [1][()]) == 'TypeError: list indices must be integers or slices, not tuple'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: [1, 2][::0]) == 'ValueError: slice step cannot be zero'
assert error(lambda: [1]["a":]) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: [1][1.0:]) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: [1] + (2,)) == 'TypeError: can only concatenate list (not "tuple") to list'
assert error(lambda: [1] * "a") == "TypeError: can't multiply sequence by non-int of type 'str'"
assert error(lambda: [1] * 1.5) == "TypeError: can't multiply sequence by non-int of type 'float'"
assert error(lambda: [1] < (1,)) == "TypeError: '<' not supported between instances of 'list' and 'tuple'"
assert error(lambda: [1] < ["a"]) == "TypeError: '<' not supported between instances of 'int' and 'str'"
assert error(lambda: [1] * 10 ** 20) == "OverflowError: cannot fit 'int' into an index-sized integer"
---
# Methods.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
a = [3, 1, 2]
assert a.append(4) is None
assert a.extend([5, 6]) is None
assert a.insert(0, 0) is None
assert a.insert(100, 7) is None
assert a.insert(-1, 8) is None
assert a == [0, 3, 1, 2, 4, 5, 6, 8, 7]
assert a.pop() == 7
assert a.pop(0) == 0
assert a.pop(-1) == 8
assert a.remove(1) is None
assert a == [3, 2, 4, 5, 6]
assert a.index(2) == 1
assert a.count(2) == 1
assert a.reverse() is None
assert a == [6, 5, 4, 2, 3]
assert a.sort() is None
assert a == [2, 3, 4, 5, 6]
b = a.copy()
assert b == a and b is not a
assert a.clear() is None
assert a == []
assert b == [2, 3, 4, 5, 6]
a.extend("xy"); a.extend({}); a.extend(i for i in range(2))
assert a == ['x', 'y', 0, 1]
a.extend(a)
assert a == ['x', 'y', 0, 1, 'x', 'y', 0, 1]
assert [1, 2, 1, 2].index(1, 1) == 2
assert [1, 2, 1, 2].index(2, -1) == 3
assert [1, 2, 1].index(1, 1, 3) == 2
assert [1, True, 1.0].count(1) == 3
assert error(lambda: [].pop()) == 'IndexError: pop from empty list'
assert error(lambda: [1].pop(5)) == 'IndexError: pop index out of range'
assert error(lambda: [1].pop("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: [1].remove(2)) == 'ValueError: list.remove(x): x not in list'
assert error(lambda: [1].index(2)) == 'ValueError: list.index(x): x not in list'
assert error(lambda: [1, 2].index(1, 1)) == 'ValueError: list.index(x): x not in list'
assert error(lambda: [].append()) == 'TypeError: list.append() takes exactly one argument (0 given)'
assert error(lambda: [].append(1, 2)) == 'TypeError: list.append() takes exactly one argument (2 given)'
assert error(lambda: [].extend(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: [].extend()) == 'TypeError: list.extend() takes exactly one argument (0 given)'
assert error(lambda: [].insert(1)) == 'TypeError: insert expected 2 arguments, got 1'
assert error(lambda: [].insert("a", 1)) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: [].index()) == 'TypeError: index expected at least 1 argument, got 0'
assert error(lambda: [].copy(1)) == 'TypeError: list.copy() takes no arguments (1 given)'
assert error(lambda: [].sort(1)) == 'TypeError: sort() takes no positional arguments'
assert [].sort(key=1) is None
assert error(lambda: [1, "a"].sort()) == "TypeError: '<' not supported between instances of 'str' and 'int'"
assert [1].sort(reverse="a") is None
assert error(lambda: [].nope) == "AttributeError: 'list' object has no attribute 'nope'"
assert error(lambda: [].count()) == 'TypeError: list.count() takes exactly one argument (0 given)'
---
# Item and slice assignment and deletion.
a = [0, 1, 2, 3, 4]
a[0] = "z"; a[-1] = "y"
assert a == ['z', 1, 2, 3, 'y']
a[1:3] = [9]
assert a == ['z', 9, 3, 'y']
a[1:1] = [7, 8]
assert a == ['z', 7, 8, 9, 3, 'y']
a[:0] = "ab"
assert a == ['a', 'b', 'z', 7, 8, 9, 3, 'y']
a[len(a):] = [5]
assert a == ['a', 'b', 'z', 7, 8, 9, 3, 'y', 5]
a[2:4] = []
assert a == ['a', 'b', 8, 9, 3, 'y', 5]
a[::2] = [1, 2, 3, 4]
assert a == [1, 'b', 2, 9, 3, 'y', 4]
a[10:] = [6]
assert a == [1, 'b', 2, 9, 3, 'y', 4, 6]
a[3:1] = ["in"]
assert a == [1, 'b', 2, 'in', 9, 3, 'y', 4, 6]
del a[0]; del a[-1]
assert a == ['b', 2, 'in', 9, 3, 'y', 4]
del a[1:3]
assert a == ['b', 9, 3, 'y', 4]
del a[::2]
assert a == [9, 'y']
b = list(range(10))
del b[::-3]
assert b == [1, 2, 4, 5, 7, 8]
b[::-1] = range(6)
assert b == [5, 4, 3, 2, 1, 0]
b[1:3] = b
assert b == [5, 5, 4, 3, 2, 1, 0, 2, 1, 0]
b[:] = []
assert b == []
---
a = [1]
a[1] = 2                           ### "IndexError: list assignment index out of range"
---
a = [1]
a[-2] = 2                          ### "IndexError: list assignment index out of range"
---
a = [1]
a["x"] = 1                         ### "TypeError: list indices must be integers or slices, not str"
---
a = [1]
del a[1]                           ### "IndexError: list assignment index out of range"
---
a = [1, 2, 3]
a[::2] = [1]                       ### "ValueError: attempt to assign sequence of size 1 to extended slice of size 2"
---
a = [1, 2, 3]
a[0:1] = 5                         ### "TypeError: must assign iterable to extended slice"
---
a = [1, 2, 3]
a[::2] = 5                         ### "TypeError: must assign iterable to extended slice"
---
a = [1, 2]
a[::-1] = [1, 2, 3]                ### "ValueError: attempt to assign sequence of size 3 to extended slice of size 2"
---
a = [1]
del a["x"]                         ### "TypeError: list indices must be integers or slices, not str"
---
a = [1]
del a[1.0]                         ### "TypeError: list indices must be integers or slices, not float"
---
# sort: stable, key, reverse, errors leave a permutation.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
words = ["bb", "a", "CC", "d", "aaa"]
assert sorted(words) == ['CC', 'a', 'aaa', 'bb', 'd']
assert sorted(words, key=len) == ['a', 'd', 'bb', 'CC', 'aaa']
assert sorted(words, key=str.lower) == ['a', 'aaa', 'bb', 'CC', 'd']
assert sorted(words, key=len, reverse=True) == ['aaa', 'bb', 'CC', 'a', 'd']
assert sorted([(1, "b"), (0, "a"), (1, "a"), (0, "b")], key=lambda p: p[0]) == [(0, 'a'), (0, 'b'), (1, 'b'), (1, 'a')]
assert sorted([(1, "b"), (0, "a"), (1, "a"), (0, "b")], key=lambda p: p[0], reverse=True) == [(1, 'b'), (1, 'a'), (0, 'a'), (0, 'b')]
assert sorted([3, 1.5, True, -2]) == [-2, True, 1.5, 3]
assert sorted([[2], [1, 5], []]) == [[], [1, 5], [2]]
assert sorted("hello", reverse=1) == ['o', 'l', 'l', 'h', 'e']
assert sorted({3: 0, 1: 0}) == [1, 3]
assert sorted([]) == []
assert sorted([None]) == [None]
import random
r = random.Random(1)
data = [r.randrange(1000) for _ in range(500)]
s = sorted(data)
assert all(x <= y for x, y in zip(s, s[1:])) and len(s) == 500 and sum(s) == sum(data)
pairs = sorted(((x % 10, i) for i, x in enumerate(data)), key=lambda p: p[0])
assert all(p < q for p, q in zip(pairs, pairs[1:]))
a = list(range(100)); a.sort(key=lambda x: -x)
assert a[:3] == [99, 98, 97]
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
assert [k.v for k in sorted(map(K, [1, 3, 2]))] == [3, 2, 1]
assert error(lambda: sorted([1, 2], key=lambda: 0)) == 'TypeError: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given'
assert error(lambda: sorted([1, None])) == "TypeError: '<' not supported between instances of 'NoneType' and 'int'"
assert error(lambda: sorted([1j, 2j])) == "TypeError: '<' not supported between instances of 'complex' and 'complex'"
assert error(lambda: sorted([1, 2], key=lambda x: 1 / 0)) == 'ZeroDivisionError: division by zero'
from functools import cmp_to_key
assert sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a)) == [3, 2, 1]
---
# Changing a list while sorting it is noticed.
a = [3, 2, 1]
def key(x):
    a.append(x)
    return x
a.sort(key=key)                    ### "ValueError: list modified during sort"
---
# During sort the list looks empty.
seen = []
a = [3, 1, 2]
a.sort(key=lambda x: (seen.append(list(a)), x)[1])
assert seen == [[], [], []]
assert a == [1, 2, 3]
---
# Iteration sees growth and shrinking.
a = [1, 2]
out = []
for x in a:
    out.append(x)
    if len(a) < 5: a.append(x * 10)
assert out == [1, 2, 10, 20, 100]
b = [1, 2, 3, 4]
for x in b: b.remove(x)
assert b == [2, 4]
it = iter([1, 2, 3])
assert it.__length_hint__() == 3
next(it)
assert it.__length_hint__() == 2
assert list(it) == [2, 3]
assert list(it) == []
rit = reversed([1, 2, 3])
assert next(rit) == 3
assert rit.__length_hint__() == 2
assert list(rit) == [2, 1]
assert [*reversed([1, 2])] == [2, 1]
---
# A list inside itself.
a = [1]
a.append(a)
assert repr(a) == '[1, [...]]'
assert a[1] is a
b = [a, {"k": a}]
assert repr(b) == "[[1, [...]], {'k': [1, [...]]}]"
assert a == a
assert a[1][1][1][0] == 1
d = {}
d["d"] = d
assert repr(d) == "{'d': {...}}"
t = ([],)
t[0].append(t)
assert repr(t) == '([(...)],)'
---
# Subclass and methods on the type.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class L(list):
    def __init__(self, *a): super().__init__(a)
    def __repr__(self): return "L" + super().__repr__()
    def __getitem__(self, i): return ("item", i)
l = L(1, 2)
assert repr(l) == 'L[1, 2]'
assert l[0] == ('item', 0)
assert repr(l[1:2]) == "('item', slice(1, 2, None))"
assert list(l) == [1, 2]
assert l + [3] == [1, 2, 3]
assert repr(type(l + [3])) == "<class 'list'>"
assert repr(type(l * 2)) == "<class 'list'>"
assert repr(type(l.copy())) == "<class 'list'>"
assert isinstance(l, list)
l.attr = 1
assert l.attr == 1
assert len(l) == 2
assert l == [1, 2]
assert list.__getitem__(l, 0) == 1
assert error(lambda: list.append(1, 2)) == "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
assert error(lambda: list.append()) == 'TypeError: unbound method list.append() needs an argument'
assert error(lambda: list.__getitem__([1], "a")) == 'TypeError: list indices must be integers or slices, not str'
assert repr([].__class__) == "<class 'list'>"
assert [1].__contains__(1) is True
assert [1].__iadd__([2]) == [1, 2]
assert [1].__imul__(2) == [1, 1]
assert [1].__mul__(2) == [1, 1]
assert [1].__rmul__(2) == [1, 1]
assert error(lambda: [1].__mul__("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert [1].__len__() == 1
assert [1, 2].__reversed__().__next__() == 2
assert error(lambda: [].__init__(1)) == "TypeError: 'int' object is not iterable"
assert repr(list[int]) == 'list[int]'
a = [1, 2]
assert a.__setitem__(0, 5) is None
assert a == [5, 2]
assert a.__delitem__(0) is None
assert a == [2]
assert a.__init__("xyz") is None
assert a == ['x', 'y', 'z']
assert list.__hash__ is None
