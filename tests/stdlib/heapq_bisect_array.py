# heapq, bisect, array.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import heapq
h = [5, 1, 4, 2, 3]
heapq.heapify(h)
assert h[0] == 1
assert [heapq.heappop(h) for _ in range(3)] == [1, 2, 3]
assert heapq.heappush(h, 0) is None
assert h[0] == 0
assert heapq.heappushpop(h, 9) == 0
assert heapq.heapreplace(h, 7) == 4
assert sorted(h) == [5, 7, 9]
assert heapq.nlargest(2, [3, 1, 5]) == [5, 3]
assert heapq.nsmallest(2, [3, 1, 5], key=lambda x: -x) == [5, 3]
assert list(heapq.merge([1, 4], [2, 3])) == [1, 2, 3, 4]
assert list(heapq.merge([4, 1], [3, 2], reverse=True)) == [4, 3, 2, 1]
assert heapq.nlargest(0, [1]) == []
assert heapq.nsmallest(9, [2, 1]) == [1, 2]
m = [1, 5, 3]
heapq.heapify_max(m)
assert m[0] == 5
assert heapq.heappop_max(m) == 5
assert heapq.heappush_max(m, 9) is None
assert m[0] == 9
assert heapq.heapreplace_max(m, 0) == 9
assert heapq.heappushpop_max(m, 1) == 3
assert error(lambda: heapq.heappop([])) == 'IndexError: index out of range'
assert error(lambda: heapq.heapreplace([], 1)) == 'IndexError: index out of range'
assert error(lambda: heapq.heapify((1,))) == 'TypeError: heapify() argument must be list, not tuple'
assert error(lambda: heapq.heappush([1], "a")) == "TypeError: '<' not supported between instances of 'str' and 'int'"
tasks = []
for i, (p, n) in enumerate([(2, "b"), (1, "a"), (2, "c")]): heapq.heappush(tasks, (p, i, n))
assert [heapq.heappop(tasks)[2] for _ in range(3)] == ['a', 'b', 'c']
import random
r = random.Random(5); x = [r.random() for _ in range(200)]; y = x[:]; heapq.heapify(y)
assert [heapq.heappop(y) for _ in range(200)] == sorted(x)
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
from array import array
a = array("i", [1, 2, 3])
a.append(4); a.extend([5]); a.insert(0, 0)
assert repr(a) == "array('i', [0, 1, 2, 3, 4, 5])"
assert a[1] == 1
assert repr(a[1:3]) == "array('i', [1, 2])"
assert a.tolist() == [0, 1, 2, 3, 4, 5]
assert a.typecode == 'i'
assert a.itemsize == 4
assert len(a) == 6
assert a.tobytes() != b""
assert a.index(3) == 3
assert a.count(1) == 1
assert a.pop() == 5
assert a.remove(0) is None
assert a.reverse() is None
assert repr(a) == "array('i', [4, 3, 2, 1])"
assert repr(array("d", [1.5]) + array("d", [2])) == "array('d', [1.5, 2.0])"
assert repr(array("B", b"ab")) == "array('B', [97, 98])"
assert (array("u", "hé").tounicode() if False else array("w", "hé").tounicode()) == 'hé'
assert array("i") == array("i")
assert repr(a * 2) == "array('i', [4, 3, 2, 1, 4, 3, 2, 1])"
assert 3 in a
assert array("h", range(3)).tolist() == [0, 1, 2]
assert memoryview(array("B", [1, 2])).tolist() == [1, 2]
assert array("i", [1]) < array("i", [2])
a[0] = 9; del a[1]; a[0:1] = array("i", [7, 8])
assert repr(a) == "array('i', [7, 8, 2, 1])"
assert array("q", [2 ** 62])[0] == 4611686018427387904
assert repr(array("w", "ab")) == "array('w', 'ab')"
assert a.byteswap() is None
assert array("B", [1, 2]).tobytes() == b'\x01\x02'
assert array("f", [0.5]).tolist() == [0.5]
assert error(lambda: array("z")) == 'ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)'
assert error(lambda: array("b", [200])) == 'OverflowError: signed char is greater than maximum'
assert error(lambda: array("i", ["a"])) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: a[99]) == 'IndexError: array index out of range'
assert error(lambda: array("i", [1.5])) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: array("i").pop()) == 'IndexError: pop from empty array'
assert error(lambda: array("i", [1]).remove(5)) == 'ValueError: array.remove(x): x not in array'
b = array("i"); b.frombytes(array("i", [1, 2]).tobytes()); b.fromlist([3])
assert repr(b) == "array('i', [1, 2, 3])"
