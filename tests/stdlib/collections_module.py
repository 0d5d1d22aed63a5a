# deque.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from collections import deque, Counter, OrderedDict, defaultdict, ChainMap, namedtuple, UserDict, UserList, UserString
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
assert repr(d) == 'deque([0, 2, 3, 4], maxlen=4)'
assert d.maxlen == 4
assert len(d) == 4
assert d[0] == 0
assert d[-1] == 4
assert list(reversed(d)) == [4, 3, 2, 0]
assert 2 in d
d.rotate(1)
assert repr(d) == 'deque([4, 0, 2, 3], maxlen=4)'
assert d.pop() == 3
assert d.popleft() == 4
assert repr(d) == 'deque([0, 2], maxlen=4)'
d.extend([7, 8, 9]); d.extendleft([5, 6])
assert repr(d) == 'deque([6, 5, 2, 7], maxlen=4)'
assert d.count(7) == 1
assert d.index(7) == 3
assert repr(deque("ab") + deque("c")) == "deque(['a', 'b', 'c'])"
assert repr(deque([1]) * 3) == 'deque([1, 1, 1])'
assert deque([1]) == deque([1])
assert deque([1, 2]) < deque([1, 3])
d.remove(7); d.reverse(); d[0] = "x"; d.insert(1, "i")if len(d) < 4 else None
assert repr(d) == "deque(['x', 'i', 5, 6], maxlen=4)"
assert repr(d.copy()) == "deque(['x', 'i', 5, 6], maxlen=4)"
assert repr(deque()) == 'deque([])'
del d[0]
assert error(lambda: deque().pop()) == 'IndexError: pop from an empty deque'
assert error(lambda: deque().popleft()) == 'IndexError: pop from an empty deque'
assert error(lambda: deque([1]).remove(5)) == 'ValueError: deque.remove(x): x not in deque'
assert error(lambda: deque([1])[5]) == 'IndexError: deque index out of range'
assert error(lambda: deque([1], -1)) == 'ValueError: maxlen must be non-negative'
assert error(lambda: deque(5)) == "TypeError: 'int' object is not iterable"
assert error(lambda: deque([1]).index(9)) == 'ValueError: deque.index(x): x not in deque'
assert error(lambda: deque([1, 2], 2).insert(0, 3)) == 'IndexError: deque already at its maximum size'
assert error(lambda: hash(deque())) == "TypeError: unhashable type: 'collections.deque'"
e = deque([1, 2, 3])
def mutate():
    for x in e: e.append(x)
assert error(lambda: mutate()) == 'RuntimeError: deque mutated during iteration'
e.clear()
assert repr(e) == 'deque([])'
assert bool(e) is False
assert repr(deque(range(5), 3)) == 'deque([2, 3, 4], maxlen=3)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from collections import Counter
c = Counter("abracadabra")
assert repr(c) == "Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})"
assert c["a"] == 5
assert c["z"] == 0
assert c.most_common(2) == [('a', 5), ('b', 2)]
assert sorted(c.elements())[:5] == ['a', 'a', 'a', 'a', 'a']
assert c.total() == 11
assert dict(c) == {'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}
assert ("z" in c) is False
assert len(c) == 5
assert repr(Counter(a=3, b=1) + Counter(a=1, b=-5)) == "Counter({'a': 4})"
assert repr(Counter(a=3) - Counter(a=1, b=2)) == "Counter({'a': 2})"
assert repr(Counter(a=3, b=1) & Counter(a=1, b=2)) == "Counter({'a': 1, 'b': 1})"
assert repr(Counter(a=3) | Counter(a=1, b=2)) == "Counter({'a': 3, 'b': 2})"
assert repr(+Counter(a=-1, b=2)) == "Counter({'b': 2})"
assert repr(-Counter(a=-1)) == "Counter({'a': 1})"
c.update("aaa"); c.subtract("b")
assert c["a"] == 8
assert c["b"] == 1
assert Counter([1, 1, 2]).most_common() == [(1, 2), (2, 1)]
assert Counter({"x": 2}) == Counter("xx")
assert Counter(a=1) <= Counter(a=2)
assert repr(Counter()) == 'Counter()'
assert Counter(a=1, b=0) == Counter(a=1)
del c["nope"]
assert error(lambda: Counter.fromkeys("ab")) == 'NotImplementedError: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'
assert error(lambda: c.most_common("x")) == "TypeError: '>=' not supported between instances of 'str' and 'int'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from collections import OrderedDict, defaultdict, ChainMap
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); o.move_to_end("c", last=False)
assert repr(o) == "OrderedDict({'c': 3, 'b': 2, 'a': 1})"
assert list(o) == ['c', 'b', 'a']
assert o.popitem() == ('a', 1)
assert o.popitem(last=False) == ('c', 3)
assert repr(o) == "OrderedDict({'b': 2})"
assert OrderedDict([("a", 1)]) == {"a": 1}
assert (OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1)) is False
assert list(reversed(OrderedDict(a=1, b=2))) == ['b', 'a']
assert error(lambda: o.move_to_end("zz")) == "KeyError: 'zz'"
assert error(lambda: OrderedDict().popitem()) == "KeyError: 'dictionary is empty'"
d = defaultdict(list)
d["x"].append(1); d["y"]
assert repr(d) == "defaultdict(<class 'list'>, {'x': [1], 'y': []})"
assert d.get("z") is None
assert ("z" in d) is False
assert repr(d.default_factory) == "<class 'list'>"
assert defaultdict(int, {"a": 1})["b"] == 0
assert repr(defaultdict(None)) == 'defaultdict(None, {})'
assert defaultdict(lambda: 5).copy()["q"] == 5
assert error(lambda: defaultdict(None)["x"]) == "KeyError: 'x'"
assert error(lambda: defaultdict(5)) == 'TypeError: first argument must be callable or None'
d.default_factory = None
assert error(lambda: d["w"]) == "KeyError: 'w'"
assert repr(defaultdict(int) | {"a": 1}) == "defaultdict(<class 'int'>, {'a': 1})"
assert repr({"b": 2} | defaultdict(int, a=1)) == "defaultdict(<class 'int'>, {'b': 2, 'a': 1})"
n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 1
assert n["a"]["b"] == 1
assert dict(n["a"]) == {'b': 1}
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
assert m["a"] == 1
assert m["b"] == 3
assert dict(m) == {'a': 1, 'b': 3}
assert list(m) == ['a', 'b']
assert len(m) == 2
assert m.maps == [{'a': 1}, {'a': 2, 'b': 3}]
assert m.new_child({"c": 1})["c"] == 1
assert m.parents["a"] == 2
assert "b" in m
assert m.get("z", 0) == 0
m["b"] = 9
assert m.maps == [{'a': 1, 'b': 9}, {'a': 2, 'b': 3}]
assert error(lambda: m["zz"]) == "KeyError: 'zz'"
assert error(lambda: m.pop("zz")) == 'KeyError: "Key not found in the first mapping: \'zz\'"'
---
from collections import UserDict, UserList, UserString, namedtuple
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
d = D(a=1); d["b"] = 2; d.update(c=3)
assert repr(d) == "{'A': 1, 'B': 2, 'C': 3}"
assert d.data == {'A': 1, 'B': 2, 'C': 3}
assert "A" in d
assert len(d) == 3
assert d == {"A": 1, "B": 2, "C": 3}
class L(UserList): pass
l = L([3, 1]); l.append(2); l.sort()
assert repr(l) == '[1, 2, 3]'
assert l[0] == 1
assert repr(l + [5]) == '[1, 2, 3, 5]'
assert repr(l[1:]) == '[2, 3]'
assert type(l[1:]).__name__ == 'L'
assert repr(L("ab")) == "['a', 'b']"
assert 2 in l
class S(UserString): pass
assert repr(S("abc").upper()) == "'ABC'"
assert repr(S("a") + "b") == "'ab'"
assert "b" in S("abc")
assert len(S("abc")) == 3
assert S("5").isdigit() is True
assert str(S("x")) == 'x'
P = namedtuple("P", ["x", "y"], module="here")
assert repr(P(1, 2)) == 'P(x=1, y=2)'
assert P.__module__ == 'here'
assert P(1, 2) + (3,) == (1, 2, 3)
assert P(1, 2) < P(1, 3)
assert repr(P(**{"x": 1, "y": 2})) == 'P(x=1, y=2)'
assert P(1, 2)._asdict() == {'x': 1, 'y': 2}
assert hash(P(1, 2)) == hash((1, 2))
assert P.x.__doc__ == 'Alias for field number 0'
from collections.abc import *
assert isinstance([], Sequence)
assert isinstance({}, Mapping)
assert isinstance(set(), MutableSet)
assert isinstance("a", Iterable)
assert isinstance(5, Hashable)
assert isinstance(iter([]), Iterator)
assert isinstance((x for x in []), Generator)
assert isinstance(len, Callable)
assert isinstance(b"", Buffer)
assert isinstance([], Sized)
assert isinstance([], Container)
assert isinstance({}.keys(), Set)
assert isinstance(range(3), Sequence)
assert not isinstance([], Hashable)
assert not isinstance("", MutableSequence)
assert isinstance([], Collection)
assert isinstance([], Reversible)
