# range and slice objects.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(range(3)) == 'range(0, 3)'
assert repr(range(1, 3)) == 'range(1, 3)'
assert repr(range(0, 10, 3)) == 'range(0, 10, 3)'
assert repr(range(0, 5, 1)) == 'range(0, 5)'
assert list(range(5, 0, -2)) == [5, 3, 1]
assert list(range(0)) == []
assert list(range(3, 1)) == []
assert len(range(0, 10, 3)) == 4
assert len(range(10, 0, -3)) == 4
assert range(10)[3] == 3
assert range(10)[-1] == 9
assert repr(range(10)[2:8:2]) == 'range(2, 8, 2)'
assert repr(range(10)[::-1]) == 'range(9, -1, -1)'
assert range(0, 10, 2)[1:][0] == 2
assert 4 in range(0, 10, 2)
assert (5 in range(0, 10, 2)) is False
assert 4.0 in range(5)
assert ("a" in range(5)) is False
assert (-1 in range(5)) is False
assert range(0, 10, 2).index(4) == 2
assert range(5).count(3) == 1
assert range(5).count(9) == 0
assert range(0, 10, 2).start == 0
assert range(0, 10, 2).stop == 10
assert range(0, 10, 2).step == 2
assert range(3) == range(0, 3, 1)
assert range(0) == range(5, 5)
assert range(0, 3, 2) == range(0, 4, 2)
assert hash(range(3)) == hash(range(0, 3))
assert list(reversed(range(3))) == [2, 1, 0]
assert bool(range(0)) is False
assert bool(range(1)) is True
assert range(10 ** 20, 10 ** 20 + 3)[-1] == 100000000000000000002
assert 10 ** 20 + 1 in range(10 ** 20, 10 ** 20 + 3)
assert list(range(10 ** 20, 10 ** 20 + 2)) == [100000000000000000000, 100000000000000000001]
assert repr(range(True)) == 'range(0, 1)'
assert sum(range(101)) == 5050
assert max(range(5)) == 4
assert min(range(5)) == 0
assert list(range(-3, 3)) == [-3, -2, -1, 0, 1, 2]
assert range(2 ** 63)[2 ** 62] == 4611686018427387904
it = iter(range(3))
assert next(it) == 0
assert it.__length_hint__() == 2
assert list(it) == [1, 2]
class I:
    def __index__(self): return 4
assert repr(range(I())) == 'range(0, 4)'
assert error(lambda: range()) == 'TypeError: range expected at least 1 argument, got 0'
assert error(lambda: range(1.0)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: range("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: range(1, 2, 0)) == 'ValueError: range() arg 3 must not be zero'
assert error(lambda: range(5)[5]) == 'IndexError: range object index out of range'
assert error(lambda: range(5)[-6]) == 'IndexError: range object index out of range'
assert error(lambda: range(5)["a"]) == 'TypeError: range indices must be integers or slices, not str'
assert error(lambda: range(5).index(9)) == 'ValueError: range.index(x): x not in range'
assert error(lambda: range(5).index("a")) == 'ValueError: sequence.index(x): x not in sequence'
assert error(lambda: range(5)[::0]) == 'ValueError: slice step cannot be zero'
assert error(lambda: range(stop=3)) == 'TypeError: range() takes no keyword arguments'
assert error(lambda: len(range(2 ** 64))) == 'OverflowError: Python int too large to convert to C ssize_t'
assert error(lambda: range(3) < range(4)) == "TypeError: '<' not supported between instances of 'range' and 'range'"
assert error(lambda: range(3) + range(3)) == "TypeError: unsupported operand type(s) for +: 'range' and 'range'"
assert error(lambda: range(1, 2, 3, 4)) == 'TypeError: range expected at most 3 arguments, got 4'
assert error(lambda: range(5).x) == "AttributeError: 'range' object has no attribute 'x'"
---
r = range(5)
r[0] = 1                           ### "TypeError: 'range' object does not support item assignment"
---
r = range(5)
r.start = 1                        ### "AttributeError: readonly attribute"
---
assert repr(slice(3)) == 'slice(None, 3, None)'
assert repr(slice(1, 2)) == 'slice(1, 2, None)'
assert repr(slice(1, 2, 3)) == 'slice(1, 2, 3)'
assert slice(None).start is None
assert slice(1, 5, 2).indices(4) == (1, 4, 2)
assert slice(None).indices(5) == (0, 5, 1)
assert slice(None, None, -1).indices(5) == (4, -1, -1)
assert slice(-3, None).indices(5) == (2, 5, 1)
assert slice(10, 20).indices(5) == (5, 5, 1)
assert slice(1, 2) == slice(1, 2)
assert (slice(1, 2) == slice(1, 2, 1)) is False
assert slice(1, 2) < slice(1, 3)
assert hash(slice(1, 2)) == hash(slice(1, 2, None))
assert slice("a", "b").start == 'a'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert {slice(1, 2): 3}[slice(1, 2)] == 3
assert error(lambda: slice(1, 2, 0).indices(5)) == 'ValueError: slice step cannot be zero'
assert error(lambda: slice("a").indices(5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: slice(None).indices(-1)) == 'ValueError: length should not be negative'
assert error(lambda: slice(None).indices("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: slice(1).start.x) == "AttributeError: 'NoneType' object has no attribute 'x'"
assert error(lambda: hash(slice([]))) == "TypeError: unhashable type: 'list'"
---
s = slice(1)
s.start = 5                        ### "AttributeError: readonly attribute"
---
# What __getitem__ receives.
class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): self.last = ("set", k, v)
    def __delitem__(self, k): self.last = ("del", k)
g = G()
assert g[1] == 1
assert repr(g[1:2]) == 'slice(1, 2, None)'
assert repr(g[1:2:3]) == 'slice(1, 2, 3)'
assert repr(g[:]) == 'slice(None, None, None)'
assert repr(g[::]) == 'slice(None, None, None)'
assert repr(g[:, 1]) == '(slice(None, None, None), 1)'
assert repr(g[1:2, ::3]) == '(slice(1, 2, None), slice(None, None, 3))'
assert repr(g[...]) == 'Ellipsis'
assert repr(g[..., 1]) == '(Ellipsis, 1)'
assert g[()] == ()
assert g[1,] == (1,)
assert repr(g["a":None]) == "slice('a', None, None)"
assert g[(1, 2)] == (1, 2)
g[1:2] = 3
assert repr(g.last) == "('set', slice(1, 2, None), 3)"
del g[::2]
assert repr(g.last) == "('del', slice(None, None, 2))"
g[1, 2] += (5,)
assert g.last == ('set', (1, 2), (1, 2, 5))
g[0], g[1:] = "ab"
assert repr(g.last) == "('set', slice(1, None, None), 'b')"
---
# __index__ in slices.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
assert [0, 1, 2, 3][I(1):I(3)] == [1, 2]
assert [0, 1, 2, 3][I(-1)] == 3
assert "abcd"[:I(2)] == 'ab'
assert slice(I(1), I(9)).indices(4) == (1, 4, 1)
l = [0, 1, 2]
l[I(0)] = 9
assert l == [9, 1, 2]
class Bad:
    def __index__(self): return "x"
assert error(lambda: [1][Bad()]) == 'TypeError: __index__ returned non-int (type str)'
assert error(lambda: [1][Bad():]) == 'TypeError: __index__ returned non-int (type str)'
assert error(lambda: [1][1.5:]) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: [1][10 ** 30]) == "IndexError: cannot fit 'int' into an index-sized integer"
assert [1, 2][: 10 ** 30] == [1, 2]
assert [1, 2][-10 ** 30:] == [1, 2]
assert "ab"[10 ** 30:] == ''
assert [1, 2, 3][::10 ** 30] == [1]
assert [1, 2, 3][::-10 ** 30] == [3]
