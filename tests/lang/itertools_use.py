# The iterator toolbox, and iterators feeding each other.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import itertools as it
assert list(it.chain([1], "ab")) == [1, 'a', 'b']
assert list(it.chain.from_iterable([[1], [2, 3]])) == [1, 2, 3]
assert list(it.islice(it.count(5, 2), 3)) == [5, 7, 9]
assert list(it.islice("abcdef", 1, 5, 2)) == ['b', 'd']
assert list(it.islice("abc", None)) == ['a', 'b', 'c']
assert list(it.repeat("x", 3)) == ['x', 'x', 'x']
assert list(it.islice(it.cycle("ab"), 5)) == ['a', 'b', 'a', 'b', 'a']
assert list(it.accumulate([1, 2, 3])) == [1, 3, 6]
assert list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)) == [10, 10, 20, 60]
assert list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])) == [1, 2]
assert list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])) == [3, 1]
assert list(it.filterfalse(None, [0, 1, ""])) == [0, '']
assert list(it.compress("abc", [1, 0, 1])) == ['a', 'c']
assert list(it.starmap(pow, [(2, 3), (3, 2)])) == [8, 9]
assert list(it.zip_longest([1, 2], "a", fillvalue="-")) == [(1, 'a'), (2, '-')]
assert list(it.pairwise("abcd")) == [('a', 'b'), ('b', 'c'), ('c', 'd')]
assert list(it.batched("abcde", 2)) == [('a', 'b'), ('c', 'd'), ('e',)]
assert [(k, list(g)) for k, g in it.groupby("aabbbc")] == [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])]
assert [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)] == [(1, [1, 3]), (0, [2, 4])]
assert list(it.product("ab", [1, 2])) == [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
assert list(it.product([0, 1], repeat=2)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
assert list(it.permutations([1, 2, 3], 2)) == [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)]
assert list(it.combinations("abc", 2)) == [('a', 'b'), ('a', 'c'), ('b', 'c')]
assert list(it.combinations_with_replacement("ab", 2)) == [('a', 'a'), ('a', 'b'), ('b', 'b')]
a, b = it.tee([1, 2, 3])
assert next(a) == 1
assert list(b) == [1, 2, 3]
assert list(a) == [2, 3]
assert list(it.permutations([])) == [()]
assert list(it.combinations([1], 2)) == []
assert list(it.product()) == [()]
assert list(it.islice([1, 2, 3], 0)) == []
assert list(it.chain()) == []
assert error(lambda: it.islice([1], -1)) == 'ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
assert error(lambda: it.islice([1], 0, 5, 0)) == 'ValueError: Step for islice() must be a positive integer or None.'
assert error(lambda: it.repeat("x", "y")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: it.combinations([1], -1)) == 'ValueError: r must be non-negative'
assert error(lambda: it.count("a")) == 'TypeError: a number is required'
assert error(lambda: list(it.batched([1], 0))) == 'ValueError: n must be at least one'
assert error(lambda: list(it.batched([1, 2, 3], 2, strict=True))) == 'ValueError: batched(): incomplete batch'
assert error(lambda: list(it.starmap(pow, [5]))) == "TypeError: 'int' object is not iterable"
assert error(lambda: it.chain.from_iterable(5).__next__()) == "TypeError: 'int' object is not iterable"
assert error(lambda: it.groupby()) == "TypeError: groupby() missing required argument 'iterable' (pos 1)"
assert error(lambda: it.tee([1], -1)) == 'ValueError: n must be >= 0'
assert repr(it.count(3)) == 'count(3)'
assert repr(it.repeat(1, 2)) == 'repeat(1, 2)'
assert next(it.count(0.5, 0.25)) == 0.5
assert list(it.zip_longest()) == []
g = it.groupby("aab")
k1, g1 = next(g); k2, g2 = next(g)
assert list(g1) == []
assert list(g2) == ['b']
def gen():
    yield from it.chain([1], it.islice(it.count(10), 2))
assert list(gen()) == [1, 10, 11]
assert list(map(lambda p: p[0] * p[1], it.combinations(range(1, 4), 2))) == [2, 3, 6]
assert sum(it.takewhile(lambda x: x < 100, (x * x for x in it.count()))) == 285
assert next(x for x in it.count() if x * x > 200) == 15
assert list(zip(it.count(), "ab")) == [(0, 'a'), (1, 'b')]
assert dict(zip("ab", it.repeat(0))) == {'a': 0, 'b': 0}
assert [*it.accumulate("abc")] == ['a', 'ab', 'abc']
assert max(it.accumulate([1, -5, 7])) == 3
assert list(it.islice(it.pairwise(it.count()), 2)) == [(0, 1), (1, 2)]
assert len(list(it.permutations(range(5)))) == 120
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise ValueError("broken")
        return self.n
assert error(lambda: list(it.chain(It()))) == 'ValueError: broken'
assert error(lambda: list(it.accumulate(It()))) == 'ValueError: broken'
assert error(lambda: list(zip(It(), "abcd"))) == 'ValueError: broken'
z = It()
try: list(map(str, z))
except ValueError: pass
assert z.n == 4
