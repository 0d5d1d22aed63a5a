# bisect.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import bisect
assert bisect.bisect([1, 2, 2, 3], 2) == 3
assert bisect.bisect_left([1, 2, 2, 3], 2) == 1
assert bisect.bisect_right([1, 2], 0) == 0
assert bisect.bisect([], 1) == 0
assert bisect.bisect_left([1, 3, 5], 4, 1, 2) == 2
assert bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda p: p[0]) == 1
l = [1, 3]; bisect.insort(l, 2); bisect.insort_left(l, 3); bisect.insort(l, 0, key=lambda v: v)
assert l == [0, 1, 2, 3, 3]
assert error(lambda: bisect.bisect([1], "a")) == "TypeError: '<' not supported between instances of 'str' and 'int'"
assert error(lambda: bisect.bisect_left([1], 1, -1)) == 'ValueError: lo must be non-negative'
def grade(s): return "FDCBA"[bisect.bisect([60, 70, 80, 90], s)]
assert [grade(s) for s in (33, 99, 77, 70)] == ['F', 'A', 'C', 'C']
---
# The module _bisect.
import _bisect
class Odd(list):
    def insert(self, i, v): self.append((i, v))
o = Odd([1, 2, 3])
_bisect.insort_left(o, 2)
assert o == [1, 2, 3, (1, 2)]
class Sequence:
    def __len__(self): return 5
    def __getitem__(self, i): return i * 10
assert _bisect.bisect_left(Sequence(), 25) == 3 and _bisect.bisect_right(Sequence(), 20) == 3
calls = []
def key(x): calls.append(x); return -x
assert _bisect.bisect_left([3, 2, 1], -2, key=key) == 1 and calls == [2, 3]
l = [3, 1]
_bisect.insort_right(l, 2, key=key)
assert l == [3, 2, 1]
_bisect.bisect_left([1], 1, -1)  ### "ValueError: lo must be non-negative"
---
import _bisect
_bisect.insort_left((1,), 1)  ### "AttributeError: 'tuple' object has no attribute 'insert'"
---
import _bisect
_bisect.bisect_left([1], '1')  ### "TypeError: '<' not supported between instances of 'int' and 'str'"
