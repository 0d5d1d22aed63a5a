# heapq.
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
