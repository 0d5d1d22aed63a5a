# Assignment targets: tuples, lists, stars, nesting, attributes, subscripts.
a, b = 1, 2
assert (a, b) == (1, 2)
a, b = b, a
assert (a, b) == (2, 1)
[c, d] = "xy"
assert c + d == "xy"
(e, (f, [g, h])) = 1, (2, [3, 4])
assert (e, f, g, h) == (1, 2, 3, 4)
a, *b = 1, 2, 3
assert b == [2, 3]
*a, b = 1,
assert a == [] and b == 1
a, *b, c = range(6)
assert (a, b, c) == (0, [1, 2, 3, 4], 5)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
assert (a, b, c, d) == (1, 2, [3, 4], [5, 6])
[*a] = "abc"
assert a == ["a", "b", "c"]
*a, = ()
assert a == []
() = []
[] = ()
a = b = c = []
assert a is b is c
x = y, z = 1, 2
assert x == (1, 2) and y == 1 and z == 2
a, b = {"k": 1, "l": 2}
assert (a, b) == ("k", "l")
a, b = (i for i in range(2))
assert (a, b) == (0, 1)
for i, (j, *k) in [(1, (2, 3)), (4, (5,))]:
    pass
assert (i, j, k) == (4, 5, [])
---
# Targets are filled left to right after the whole right side is evaluated.
x = [0, 1]
i = 0
i, x[i] = 1, 2
assert x == [0, 2]
class O: pass
o = O()
o.a, o.b, *o.rest = range(5)
assert (o.a, o.b, o.rest) == (0, 1, [2, 3, 4])
d = {}
d["x"], d["y"] = 1, 2
assert d == {"x": 1, "y": 2}
l = [1, 2, 3, 4]
l[1:3], z = "ab", 9
assert l == [1, "a", "b", 4]
order = []
def t(n):
    order.append(n)
    return {}
t("a")[0], t("b")[0] = order.append("rhs") or (1, 2)
assert order == ["rhs", "a", "b"]
---
a, b = 1,                          ### "ValueError: not enough values to unpack .expected 2, got 1."
---
a, b = 1, 2, 3                     ### "ValueError: too many values to unpack .expected 2, got 3."
---
a, b = ()                          ### "ValueError: not enough values to unpack .expected 2, got 0."
---
a, *b, c = 1,                      ### "ValueError: not enough values to unpack .expected at least 2, got 1."
---
a, b = 1                           ### "TypeError: cannot unpack non-iterable int object"
---
*a, b = []                         ### "ValueError: not enough values to unpack .expected at least 1, got 0."
---
a, b = None                        ### "TypeError: cannot unpack non-iterable NoneType object"
---
(a, b), c = 1, 2                   ### "TypeError: cannot unpack non-iterable int object"
---
a, b = iter([1, 2, 3])             ### "ValueError: too many values to unpack .expected 2."
---
a, b = {1, 2, 3}                   ### "ValueError: too many values to unpack .expected 2."
---
a, b = "abc"                       ### "ValueError: too many values to unpack .expected 2."
---
a, b = {"x": 1}                    ### "ValueError: not enough values to unpack .expected 2, got 1."
---
[a] = 5                            ### "TypeError: cannot unpack non-iterable int object"
---
for a, b in [(1, 2), (3,)]:        ### "ValueError: not enough values to unpack .expected 2, got 1."
    pass
---
# An endless iterator on a fixed target list stops one item past the end.
import itertools
c = itertools.count()
try:
    a, b = c
except ValueError as e:
    assert str(e) == "too many values to unpack (expected 2)"
assert next(c) == 3
---
# The iterator protocol's own errors pass through.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class I:
    def __iter__(self): return self
    def __next__(self):
        raise KeyError("inner")    ### "KeyError: 'inner'"
assert error(lambda: [*I()]) == "KeyError: 'inner'"
assert error(lambda: (lambda a, *b: 0)(*I())) == "KeyError: 'inner'"
a, b = I()
---
# Stars in displays and calls.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert [*range(3), *"ab", 9] == [0, 1, 2, 'a', 'b', 9]
assert (*[1], 2, *()) == (1, 2)
assert {*[1, 2], *[2, 3]} == {1, 2, 3}
assert {**{"a": 1}, "b": 2, **{"a": 3}} == {'a': 3, 'b': 2}
assert [*{}, *{1: 2}] == [1]
assert (*[1, 2], 3) == (1, 2, 3)
def f(*a, **k): return a, k
assert f(*[1, 2], 3, *(4,), x=1, **{"y": 2}) == ((1, 2, 3, 4), {'x': 1, 'y': 2})
assert f(*"ab", **{}) == (('a', 'b'), {})
assert f(*range(2), *[], k=1) == ((0, 1), {'k': 1})
t = 1, *[2, 3]
assert t == (1, 2, 3)
def g(): return 1, *[2, 3]
assert g() == (1, 2, 3)
for x in *[1], *[2]:
    pass
assert x == 2
assert "star index parses" == 'star index parses'
class M:
    def __getitem__(self, k): return k
assert M()[1, *[2, 3]] == (1, 2, 3)
assert M()[*"ab"] == ('a', 'b')
assert error(lambda: [*1]) == 'TypeError: Value after * must be an iterable, not int'
assert error(lambda: [*None]) == 'TypeError: Value after * must be an iterable, not NoneType'
assert error(lambda: {**1}) == "TypeError: 'int' object is not a mapping"
assert error(lambda: {**[1]}) == "TypeError: 'list' object is not a mapping"
assert error(lambda: {*1}) == "TypeError: 'int' object is not iterable"
assert error(lambda: (*1,)) == 'TypeError: Value after * must be an iterable, not int'
assert error(lambda: f(*1)) == 'TypeError: __main__.f() argument after * must be an iterable, not int'
assert error(lambda: f(**1)) == 'TypeError: __main__.f() argument after ** must be a mapping, not int'
assert error(lambda: f(**{1: 2})) == 'TypeError: keywords must be strings'
assert error(lambda: f(x=1, **{"x": 2})) == "TypeError: __main__.f() got multiple values for keyword argument 'x'"
assert error(lambda: f(**{"x": 1}, **{"x": 2})) == "TypeError: __main__.f() got multiple values for keyword argument 'x'"
assert error(lambda: f(*None, **None)) == 'TypeError: __main__.f() argument after ** must be a mapping, not NoneType'
assert error(lambda: f(*[1], **None)) == 'TypeError: __main__.f() argument after ** must be a mapping, not NoneType'
assert {**{1: 2}} == {1: 2}
---
# Mapping unpack uses keys() and __getitem__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class M:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
assert {**M()} == {'a': 'aa', 'b': 'bb'}
assert dict(**M()) == {'a': 'aa', 'b': 'bb'}
def f(**k): return k
assert f(**M()) == {'a': 'aa', 'b': 'bb'}
class Bad:
    def keys(self): return ["a"]
    def __getitem__(self, k): raise ValueError("no " + k)
assert error(lambda: {**Bad()}) == 'ValueError: no a'
assert error(lambda: f(**Bad())) == 'ValueError: no a'
class NoKeys: pass
assert error(lambda: {**NoKeys()}) == "TypeError: 'NoKeys' object is not a mapping"
assert error(lambda: f(**NoKeys())) == 'TypeError: __main__.f() argument after ** must be a mapping, not NoKeys'
---
# Walrus.
if (n := len("abc")) > 2:
    assert n == 3
assert [y := 1, y ** 2, y + 1] == [1, 1, 2]
total = 0
vals = [total := total + v for v in [1, 2, 3]]
assert vals == [1, 3, 6] and total == 6
def f(x): return x
assert f(z := 5) == 5 and z == 5
assert (a := 1, b := 2) == (1, 2)
it = iter([3, 2, 0, 5])
seen = []
while w := next(it):
    seen.append(w)
assert seen == [3, 2]
assert any((hit := x) > 4 for x in [1, 5, 9]) and hit == 5
def g():
    if (q := 10) and [r := q + 1 for _ in "a"]:
        return q, r
assert g() == (10, 11)
assert {(k := 1): (v := 2)} == {1: 2}
assert (lambda: (m := 7) + m)() == 14
assert "abc"[(p := 1):] == 'bc'
assert f"{(u := 4)}{u}" == '44'
