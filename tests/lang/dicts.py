# dict: construction, order, lookups.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert {} == {}
assert {1: 2, "a": "b", None: [], (1,): {}} == {1: 2, 'a': 'b', None: [], (1,): {}}
assert dict() == {}
assert dict(a=1, b=2) == {'a': 1, 'b': 2}
assert dict([(1, 2), ("x", "y")]) == {1: 2, 'x': 'y'}
assert dict({1: 2}, a=3) == {1: 2, 'a': 3}
assert dict(zip("ab", [1, 2])) == {'a': 1, 'b': 2}
assert dict([[1, 2]]) == {1: 2}
assert dict(["ab", "cd"]) == {'a': 'b', 'c': 'd'}
assert {k: v for k, v in [(1, 2)]} == {1: 2}
assert {"a": 1}["a"] == 1
assert {1: "x"}[1.0] == 'x'
assert {1: "x"}[True] == 'x'
assert {1: "a", 1.0: "b"} == {1: 'b'}
assert len({1: 1, 2: 2}) == 2
assert 1 in {1: 2}
assert (2 in {1: 2}) is False
assert {1: 2} == {1: 2}
assert {1: 2, 3: 4} == {3: 4, 1: 2}
assert {1: 2} != {1: 3}
assert {1: 2} | {3: 4} == {1: 2, 3: 4}
assert {1: 2} | {1: 3} == {1: 3}
assert {**{1: 2}, 3: 4} == {1: 2, 3: 4}
assert list({3: 0, 1: 0, 2: 0}) == [3, 1, 2]
assert repr({"a": 1, 2: "b"}) == "{'a': 1, 2: 'b'}"
assert str({1: {2: 3}}) == '{1: {2: 3}}'
assert dict.fromkeys("ab") == {'a': None, 'b': None}
assert dict.fromkeys([1, 2], 0) == {1: 0, 2: 0}
assert dict(dict=1, self=2) == {'dict': 1, 'self': 2}
assert {"x": 1}.get("x") == 1
assert {"x": 1}.get("y") is None
assert {"x": 1}.get("y", 5) == 5
assert bool({}) is False
assert bool({1: 1}) is True
assert {(): 1}[()] == 1
assert error(lambda: {}[1]) == 'KeyError: 1'
assert error(lambda: {}["key"]) == "KeyError: 'key'"
assert error(lambda: {}[None]) == 'KeyError: None'
assert error(lambda: {}[(1, 2)]) == 'KeyError: (1, 2)'
assert error(lambda: {}[[]]) == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
assert error(lambda: {[]: 1}) == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
assert error(lambda: {{}: 1}) == "TypeError: cannot use 'dict' as a dict key (unhashable type: 'dict')"
assert error(lambda: {1: 2}.get([])) == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
assert error(lambda: [] in {}) == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
assert error(lambda: {} < {}) == "TypeError: '<' not supported between instances of 'dict' and 'dict'"
assert error(lambda: {} + {}) == "TypeError: unsupported operand type(s) for +: 'dict' and 'dict'"
assert error(lambda: {} | None) == "TypeError: unsupported operand type(s) for |: 'dict' and 'NoneType'"
assert error(lambda: dict(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: dict([1])) == 'TypeError: object is not iterable'
assert error(lambda: dict(["abc"])) == 'ValueError: dictionary update sequence element #0 has length 3; 2 is required'
assert error(lambda: dict([(1, 2, 3)])) == 'ValueError: dictionary update sequence element #0 has length 3; 2 is required'
assert error(lambda: dict(None)) == "TypeError: 'NoneType' object is not iterable"
assert error(lambda: dict.fromkeys(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: dict.fromkeys()) == 'TypeError: fromkeys expected at least 1 argument, got 0'
assert error(lambda: {}.get()) == 'TypeError: get expected at least 1 argument, got 0'
assert error(lambda: {}.x) == "AttributeError: 'dict' object has no attribute 'x'"
---
# Mutation keeps insertion order.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
d = {"a": 1, "b": 2, "c": 3}
d["d"] = 4
d["a"] = 10
assert list(d.items()) == [('a', 10), ('b', 2), ('c', 3), ('d', 4)]
del d["b"]
d["b"] = 20
assert list(d) == ['a', 'c', 'd', 'b']
assert d.pop("c") == 3
assert d.pop("zz", None) is None
assert d.popitem() == ('b', 20)
assert d.setdefault("a", 99) == 10
assert d.setdefault("n") is None
assert d.setdefault("l", []).append(1) is None
assert d == {'a': 10, 'd': 4, 'n': None, 'l': [1]}
assert d.update({"a": 0}, z=5) is None
assert d.update([("q", 1)]) is None
assert d.update(w=2) is None
assert d.update() is None
assert d == {'a': 0, 'd': 4, 'n': None, 'l': [1], 'z': 5, 'q': 1, 'w': 2}
e = d.copy()
assert d.clear() is None
assert d == {}
assert len(e) == 7
assert list(reversed({"x": 1, "y": 2})) == ['y', 'x']
assert error(lambda: {}.pop("x")) == "KeyError: 'x'"
assert error(lambda: {}.popitem()) == "KeyError: 'popitem(): dictionary is empty'"
assert error(lambda: {}.pop()) == 'TypeError: pop expected at least 1 argument, got 0'
assert error(lambda: {}.update(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: {}.update([1])) == 'TypeError: object is not iterable'
assert error(lambda: {}.update([(1,)])) == 'ValueError: dictionary update sequence element #0 has length 1; 2 is required'
assert error(lambda: {}.setdefault()) == 'TypeError: setdefault expected at least 1 argument, got 0'
assert error(lambda: {}.setdefault([])) == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"
assert error(lambda: {}.popitem(1)) == 'TypeError: dict.popitem() takes no arguments (1 given)'
assert error(lambda: {}.update({}, {})) == 'TypeError: update expected at most 1 argument, got 2'
assert error(lambda: {1: 2}.pop(1, 2, 3)) == 'TypeError: pop expected at most 2 arguments, got 3'
---
d = {1: 2}
del d[5]                           ### "KeyError: 5"
---
d = {}
d[[]] = 1                          ### "TypeError: cannot use 'list' as a dict key .unhashable type: 'list'."
---
d = {1: 2, 3: 4}
for k in d:                        ### "RuntimeError: dictionary changed size during iteration"
    d[k + 10] = 1
---
d = {1: 2, 3: 4}
for k in d:                        ### "RuntimeError: dictionary changed size during iteration"
    del d[k]
---
d = {1: 2, 3: 4}
for k in d.items():                ### "RuntimeError: dictionary changed size during iteration"
    d.clear()
---
# Replacing values during iteration is fine.
d = {i: i for i in range(5)}
for k in d: d[k] = k * 2
assert list(d.values()) == [0, 2, 4, 6, 8]
for k in list(d):
    if k % 2: del d[k]
assert d == {0: 0, 2: 4, 4: 8}
---
# Views are live and set-like.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
assert repr(k) == "dict_keys(['a', 'b'])"
assert repr(v) == 'dict_values([1, 2])'
assert repr(i) == "dict_items([('a', 1), ('b', 2)])"
d["c"] = 3
assert list(k) == ['a', 'b', 'c']
assert list(v) == [1, 2, 3]
assert list(i) == [('a', 1), ('b', 2), ('c', 3)]
assert len(k) == 3
assert len(v) == 3
assert len(i) == 3
assert "a" in k
assert 3 in v
assert ("a", 1) in i
assert (("a", 2) in i) is False
assert ("a" in i) is False
assert k & {"a", "z"} == {'a'}
assert sorted(k | {"z"}) == ['a', 'b', 'c', 'z']
assert sorted(k - {"a"}) == ['b', 'c']
assert sorted(k ^ {"a", "z"}) == ['b', 'c', 'z']
assert i & {("a", 1)} == {('a', 1)}
assert k == {"a", "b", "c"}
assert k <= {"a", "b", "c", "d"}
assert k > {"a"}
assert k.isdisjoint({"z"}) is True
assert i == d.items()
assert (v == d.values()) is False
assert v == v
assert list(reversed(k)) == ['c', 'b', 'a']
assert list(reversed(v)) == [3, 2, 1]
assert list(reversed(i)) == [('c', 3), ('b', 2), ('a', 1)]
assert repr(k.mapping) == "mappingproxy({'a': 1, 'b': 2, 'c': 3})"
assert k.mapping == d
assert {1: 2}.keys() == {1: 3}.keys()
assert {1: [2]}.items() == {1: [2]}.items()
assert set() & {}.keys() == set()
assert sorted({1, 2} & {1: 0}.keys()) == [1]
assert sorted([1, 2] | {3: 0}.keys()) == [1, 2, 3]
assert error(lambda: k + k) == "TypeError: unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'"
assert error(lambda: k & 1) == "TypeError: 'int' object is not iterable"
assert error(lambda: hash(k)) == "TypeError: unhashable type: 'dict_keys'"
assert error(lambda: k[0]) == "TypeError: 'dict_keys' object is not subscriptable"
assert error(lambda: v & {1}) == "TypeError: unsupported operand type(s) for &: 'dict_values' and 'set'"
assert error(lambda: next(k)) == "TypeError: 'dict_keys' object is not an iterator"
assert error(lambda: k.mapping.__setitem__("a", 1)) == "AttributeError: 'mappingproxy' object has no attribute '__setitem__'"
assert isinstance(k, __import__("collections").abc.KeysView)
assert next(iter(d.items())) == ('a', 1)
it = iter(d)
assert it.__length_hint__() == 3
assert type(it).__name__ == 'dict_keyiterator'
assert type(iter(v)).__name__ == 'dict_valueiterator'
assert type(iter(i)).__name__ == 'dict_itemiterator'
assert type(reversed(d)).__name__ == 'dict_reversekeyiterator'
---
# __missing__ and subclasses.
class D(dict):
    def __missing__(self, k): return f"missing {k}"
d = D(a=1)
assert d["a"] == 1
assert d["b"] == 'missing b'
assert d.get("b") is None
assert ("b" in d) is False
assert repr(d) == "{'a': 1}"
assert repr(type(d.copy())) == "<class 'dict'>"
assert repr(type(d | {})) == "<class 'dict'>"
assert repr(type({} | d)) == "<class 'dict'>"
assert d == {"a": 1}
assert {**d} == {'a': 1}
class S(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def __getitem__(self, k): return "got"
s = S(a=1)
s["b"] = 2
assert repr(s) == "{'a': 1, 'b': 4}"
assert s["zz"] == 'got'
s.update(c=5)
assert dict(s) == {'a': 1, 'b': 4, 'c': 5}
assert s.get("a") == 1
assert list(s.items()) == [('a', 1), ('b', 4), ('c', 5)]
assert f"{s}" == "{'a': 1, 'b': 4, 'c': 5}"
assert dict.__getitem__(s, "b") == 4
---
# Keys with odd equality and hash.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class K:
    def __init__(self, n, h): self.n, self.h = n, h
    def __hash__(self): return self.h
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
d = {K(1, 5): "a", K(2, 5): "b", K(3, 5): "c"}
assert d[K(2, 5)] == 'b'
assert len(d) == 3
del d[K(1, 5)]
assert d[K(3, 5)] == 'c'
assert len(d) == 2
assert (K(1, 5) in d) is False
assert d.get(K(2, 6)) is None
class R:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq")
x = R()
assert {x: 1}[x] == 1
assert error(lambda: {x: 1}[R()]) == 'ValueError: eq'
class H:
    def __hash__(self): raise ValueError("hash")
assert error(lambda: {H(): 1}) == 'ValueError: hash'
assert error(lambda: {}.get(H())) == 'ValueError: hash'
assert error(lambda: H() in {}) == 'ValueError: hash'
---
# Many keys: growth, deletion, reinsertion.
d = {}
for i in range(2000): d[i] = str(i)
for i in range(0, 2000, 2): del d[i]
assert len(d) == 1000
assert 1 in d
assert (0 in d) is False
assert d[1999] == '1999'
for i in range(0, 2000, 2): d[i] = i
assert list(d)[:3] == [1, 3, 5]
assert list(d)[-1] == 1998
assert len(d) == 2000
for i in range(2000): d.pop(i)
assert d == {}
assert list(d) == []
d["x"] = 1
assert d == {'x': 1}
e = {str(i): i for i in range(100)}
assert sum(e.values()) == 4950
assert list(e)[50] == '50'
assert {i: i * i for i in range(5)} == {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}
assert {**{str(i): i for i in range(3)}, "1": "x"} == {'0': 0, '1': 'x', '2': 2}
f = {i % 7: i for i in range(50)}
assert f == {0: 49, 1: 43, 2: 44, 3: 45, 4: 46, 5: 47, 6: 48}
d = {}
for i in range(10): d["k"] = i
assert d == {'k': 9}
assert dict(sorted({"b": 1, "a": 2}.items())) == {'a': 2, 'b': 1}
assert max({"a": 3, "b": 5}.items(), key=lambda kv: kv[1]) == ('b', 5)
assert [k for k, v in {"a": 1, "b": 0}.items() if v] == ['a']
assert dict(map(reversed, {"a": 1}.items())) == {1: 'a'}
assert dict.fromkeys([3, 1, 3, 2]) == {3: None, 1: None, 2: None}
assert {1: "a"} | {2: "b"} | {1: "c"} == {1: 'c', 2: 'b'}
assert type(d.items()).__name__ == 'dict_items'
assert repr(dict[str, int]) == 'dict[str, int]'
assert d.__contains__("k") is True
assert d.__class__.__name__ == 'dict'
assert ({}.__doc__ is None) is False
assert repr(d.__eq__(1)) == 'NotImplemented'
assert repr(d.__or__(1)) == 'NotImplemented'
---
# The order of evaluation in displays and comprehensions: key, then value.
log = []
def f(x): log.append(x); return x
{f(1): f(2), f(3): f(4)}
assert log == [1, 2, 3, 4]
log.clear()
{f(k): f(v) for k, v in [(1, 2), (3, 4)]}
assert log == [1, 2, 3, 4]
log.clear()
d = {}
d[f("key")] = f("value")
assert log == ['value', 'key']
