# operator and functools.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import operator as o
assert o.add(1, 2) == 3
assert o.sub(5, 3) == 2
assert o.mul("a", 2) == 'aa'
assert o.truediv(7, 2) == 3.5
assert o.floordiv(7, 2) == 3
assert o.mod(7, 3) == 1
assert o.pow(2, 3) == 8
assert o.neg(5) == -5
assert o.pos(-5) == -5
assert o.abs(-5) == 5
assert o.invert(5) == -6
assert o.not_(0) is True
assert o.truth([]) is False
assert o.lt(1, 2) is True
assert o.le(2, 2) is True
assert o.eq(1, 1.0) is True
assert o.ne(1, 2) is True
assert o.ge(1, 2) is False
assert o.gt(2, 1) is True
assert o.is_(None, None) is True
assert o.is_not(1, None) is True
assert o.and_(6, 3) == 2
assert o.or_(6, 3) == 7
assert o.xor(6, 3) == 5
assert o.lshift(1, 3) == 8
assert o.rshift(8, 1) == 4
assert o.getitem([1, 2], 1) == 2
assert o.contains("abc", "b") is True
assert o.concat([1], [2]) == [1, 2]
assert o.countOf([1, 1, 2], 1) == 2
assert o.indexOf([5, 6], 6) == 1
assert o.length_hint([1, 2]) == 2
assert o.index(True) == 1
assert o.itemgetter(1)([5, 6]) == 6
assert o.itemgetter(0, 2)("abc") == ('a', 'c')
assert o.itemgetter(slice(1, 3))("abcd") == 'bc'
assert o.attrgetter("real")(5) == 5
assert repr(o.attrgetter("real", "imag")(1 + 2j)) == '(1.0, 2.0)'
assert o.attrgetter("a.b")(type("X", (), {"a": type("Y", (), {"b": 7})})) == 7
assert o.methodcaller("upper")("a") == 'A'
assert o.methodcaller("split", ",", maxsplit=1)("a,b,c") == ['a', 'b,c']
l = [1, 2]
assert o.setitem(l, 0, 9) is None
assert l == [9, 2]
assert o.delitem(l, 1) is None
assert l == [9]
assert o.iadd([1], [2]) == [1, 2]
assert o.imul([1], 2) == [1, 1]
assert o.iconcat([1], [2]) == [1, 2]
assert o.ior({1}, {2}) == {1, 2}
assert o.is_none(None) is True
assert o.is_not_none(1) is True
assert sorted([(1, "b"), (0, "a")], key=o.itemgetter(1)) == [(0, 'a'), (1, 'b')]
assert repr(o.itemgetter(1)) == 'operator.itemgetter(1)'
assert repr(o.attrgetter("x")) == "operator.attrgetter('x')"
assert repr(o.methodcaller("m", 1)) == "operator.methodcaller('m', 1)"
assert o.call(lambda x: x, 5) == 5
assert error(lambda: o.itemgetter()) == 'TypeError: itemgetter expected 1 argument, got 0'
assert error(lambda: o.itemgetter(1)([])) == 'IndexError: list index out of range'
assert error(lambda: o.attrgetter(5)) == 'TypeError: attribute name must be a string'
assert error(lambda: o.attrgetter("zz")(5)) == "AttributeError: 'int' object has no attribute 'zz'"
assert error(lambda: o.methodcaller()) == 'TypeError: methodcaller needs at least one argument, the method name'
assert error(lambda: o.methodcaller("nope")(5)) == "AttributeError: 'int' object has no attribute 'nope'"
assert error(lambda: o.index(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: o.concat(1, 2)) == "TypeError: 'int' object can't be concatenated"
assert error(lambda: o.indexOf([1], 2)) == 'ValueError: sequence.index(x): x not in sequence'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import functools as f
p = f.partial(int, base=2)
assert p("101") == 5
assert p.keywords == {'base': 2}
assert p.args == ()
assert repr(p.func) == "<class 'int'>"
assert repr(p) == "functools.partial(<class 'int'>, base=2)"
assert f.partial(p, "11")() == 3
assert f.partial(print, 1, 2).args == (1, 2)
assert f.partial(lambda *a: a, f.Placeholder, 2)(1) == (1, 2)
assert error(lambda: f.partial()) == "TypeError: type 'partial' takes at least one argument"
assert error(lambda: f.partial(5)) == 'TypeError: the first argument must be callable'
assert error(lambda: f.partial(lambda a, b: 0, f.Placeholder, 2)()) == "TypeError: missing positional arguments in 'partial' call; expected at least 1, got 0"
@f.lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
assert fib(100) == 354224848179261915075
assert fib.cache_info().currsize == 101
assert fib.cache_parameters() == {'maxsize': 128, 'typed': False}
assert fib.__wrapped__(5) == 5
@f.lru_cache(typed=True)
def t(x): return type(x).__name__
assert t(1) == 'int'
assert t(1.0) == 'float'
assert t(True) == 'bool'
assert t.cache_info().misses == 3
assert error(lambda: fib([])) == "TypeError: unhashable type: 'list'"
@f.wraps(fib)
def w(): pass
assert w.__name__ == 'fib'
assert f.WRAPPER_ASSIGNMENTS[:3] == ('__module__', '__name__', '__qualname__')
assert f.reduce(lambda a, b: a + [b], "ab", []) == ['a', 'b']
assert f.cmp_to_key(lambda a, b: a - b)(1) < f.cmp_to_key(lambda a, b: a - b)(2)
assert sorted("bca", key=f.cmp_to_key(lambda a, b: (a > b) - (a < b))) == ['a', 'b', 'c']
@f.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __gt__(self, o): return self.n > o.n
assert V(1) < V(2)
assert V(1) <= V(1)
assert (V(2) >= V(3)) is False
def bad():
    @f.total_ordering
    class X: pass
assert error(lambda: bad()) == 'ValueError: must define at least one ordering operation: < > <= >='
@f.singledispatch
def kind(x): return "object"
@kind.register(int)
@kind.register(float)
def _(x): return "number"
@kind.register
def _(x: list | tuple): return "sequence"
assert kind(1) == 'number'
assert kind(1.5) == 'number'
assert kind([]) == 'sequence'
assert kind(()) == 'sequence'
assert kind("s") == 'object'
assert kind(True) == 'number'
assert kind.registry[int](5) == 'number'
assert error(lambda: kind()) == 'TypeError: kind requires at least 1 positional argument'
class C:
    @f.cached_property
    def v(self): return [1]
c = C()
assert c.v is c.v
assert "v" in c.__dict__
assert C.v.attrname == 'v'
@f.cache
def one(): return object()
assert one() is one()
