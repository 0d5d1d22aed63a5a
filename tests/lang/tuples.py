# tuple: construction, indexing, methods.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert () == ()
assert (1,) == (1,)
assert (1,) == (1,)
assert (1, 2) == (1, 2)
assert tuple() == ()
assert tuple("ab") == ('a', 'b')
assert tuple([1]) == (1,)
assert tuple({1: 2}) == (1,)
assert (1, 2) + (3,) == (1, 2, 3)
assert (1,) * 3 == (1, 1, 1)
assert 2 * (1, 2) == (1, 2, 1, 2)
assert (1, 2)[0] == 1
assert (1, 2, 3)[::-1] == (3, 2, 1)
assert (1, 2, 3)[1:] == (2, 3)
assert (1, 2, 1).count(1) == 2
assert (1, 2, 1).index(1, 1) == 2
assert 1 in (1, 2)
assert len((1, 2)) == 2
assert (1, 2) < (1, 3)
assert (1, 2) == (1, 2)
assert ((1,) == [1]) is False
assert hash((1, 2)) == hash((1, 2.0))
assert repr((1,)) == '(1,)'
assert repr(((),)) == '((),)'
assert (1, [2], "x", None) == (1, [2], 'x', None)
assert tuple(tuple([1])) is not None
t = (1, 2)
assert tuple(t) is t
assert t[:] is t
assert t + () == t
assert () is ()
assert error(lambda: (1,)[1]) == 'IndexError: tuple index out of range'
assert error(lambda: (1,)["a"]) == 'TypeError: tuple indices must be integers or slices, not str'
assert error(lambda: (1,) + [1]) == 'TypeError: can only concatenate tuple (not "list") to tuple'
assert error(lambda: (1,).index(2)) == 'ValueError: tuple.index(x): x not in tuple'
assert error(lambda: (1,).append) == "AttributeError: 'tuple' object has no attribute 'append'"
assert error(lambda: tuple(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: tuple(a=1)) == 'TypeError: tuple() takes no keyword arguments'
assert error(lambda: (1,) * "a") == "TypeError: can't multiply sequence by non-int of type 'str'"
assert error(lambda: (1,) < [1]) == "TypeError: '<' not supported between instances of 'tuple' and 'list'"
assert error(lambda: (1, "a") < (1, 2)) == "TypeError: '<' not supported between instances of 'str' and 'int'"
assert error(lambda: hash(([],))) == "TypeError: unhashable type: 'list'"
assert error(lambda: (1, 2)[::0]) == 'ValueError: slice step cannot be zero'
---
t = (1, 2)
t[0] = 5                           ### "TypeError: 'tuple' object does not support item assignment"
---
t = (1, 2)
del t[0]                           ### "TypeError: 'tuple' object doesn't support item deletion"
---
t = (1, 2)
t.x = 5                            ### "AttributeError: 'tuple' object has no attribute 'x' and no __dict__ for setting new attributes"
---
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return P(self[0] + o[0], self[1] + o[1])
p = P(1, 2)
assert repr(p) == '(1, 2)'
assert p.x == 1
assert repr(p + (3, 4)) == '(4, 6)'
assert type(p + (3, 4)) is P
assert p == (1, 2)
assert {p: 1}[(1, 2)] == 1
assert isinstance(p, tuple)
assert repr(type(p[:])) == "<class 'tuple'>"
assert [*p] == [1, 2]
a, b = p
assert a == 1
assert b == 2
p.extra = 1
assert p.__dict__ == {'extra': 1}
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
assert repr(p) == 'P(x=1, y=0)'
assert p._asdict() == {'x': 1, 'y': 0}
assert repr(p._replace(y=5)) == 'P(x=1, y=5)'
assert P._fields == ('x', 'y')
assert repr(P._make([3, 4])) == 'P(x=3, y=4)'
assert p.x + p[1] == 1
assert repr(P(y=1, x=2)) == 'P(x=2, y=1)'
assert P._field_defaults == {'y': 0}
assert isinstance(p, tuple)
x, y = p
assert P.__doc__ == 'P(x, y)'
assert error(lambda: P()) == "TypeError: P.__new__() missing 1 required positional argument: 'x'"
assert error(lambda: P(1, 2, 3)) == 'TypeError: P.__new__() takes from 2 to 3 positional arguments but 4 were given'
assert error(lambda: P(z=1)) == "TypeError: P.__new__() got an unexpected keyword argument 'z'"
assert error(lambda: p._replace(q=1)) == "TypeError: Got unexpected field names: ['q']"
assert error(lambda: namedtuple("A", "a a")) == "ValueError: Encountered duplicate field name: 'a'"
assert error(lambda: namedtuple("A", "1x")) == "ValueError: Type names and field names must be valid identifiers: '1x'"
assert error(lambda: namedtuple("A", "def")) == "ValueError: Type names and field names cannot be a keyword: 'def'"
assert error(lambda: namedtuple("A", "_x")) == "ValueError: Field names cannot start with an underscore: '_x'"
assert error(lambda: namedtuple("1A", "x")) == "ValueError: Type names and field names must be valid identifiers: '1A'"
assert namedtuple("A", "a def a", rename=True)._fields == ('a', '_1', '_2')
assert p == (1, 0)
assert P.__match_args__ == ('x', 'y')
match p:
    case P(x=1, y=q): assert q == 0
match p:
    case P(a, b): assert (a, b) == (1, 0)
p.x = 5                            ### "AttributeError: can't set attribute"
---
# Nested and long tuples; equality compares lazily.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert ((1, 2), (3, (4,)))[1][1][0] == 4
assert tuple(range(20)) == (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)
assert (1, 2, 3) > (1, 2)
assert (0, float("nan")) < (1, 0)
assert ((1, float("nan")) == (1, float("nan"))) is False
n = float("nan")
assert (n,) == (n,)
class E:
    def __eq__(self, o): raise ValueError("compared")
assert ((1, E()) == (2, E())) is False
assert error(lambda: (1, E()) == (1, 2)) == 'ValueError: compared'
assert ((1, E()) == (1,)) is False
assert tuple.__new__(tuple, [1]) == (1,)
assert repr(tuple[int, ...]) == 'tuple[int, ...]'
assert (1, 2).__getnewargs__() == ((1, 2),)
assert (1,).__hash__() == hash((1,))
assert tuple(i * 2 for i in range(3)) == (0, 2, 4)
assert max((1, 5), (1, 3)) == (1, 5)
assert sorted([(2, "a"), (1, "b")]) == [(1, 'b'), (2, 'a')]
assert dict([(1, 2)]) == {1: 2}
assert "%s-%s" % (1, 2) == '1-2'
