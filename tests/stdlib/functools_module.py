# functools.
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
