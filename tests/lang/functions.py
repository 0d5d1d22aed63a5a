# Functions: decorators, attributes, lambda, annotations, introspection.
log = []
def deco(tag):
    log.append(("make", tag))
    def wrap(f):
        log.append(("apply", tag))
        def inner(*a, **k): return (tag, f(*a, **k))
        return inner
    return wrap
@deco("outer")
@deco("inner")
def f(x): return x
assert log == [('make', 'outer'), ('make', 'inner'), ('apply', 'inner'), ('apply', 'outer')]
assert f(5) == ('outer', ('inner', 5))
@(lambda g: g("called"))
def imm(x): return x.upper()
assert imm == 'CALLED'
decs = [lambda f: "first"]
@decs[0]
def i(): pass
assert i == 'first'
@deco("c")
class C: pass
assert C()[0] == 'c'
x = None
@(x := lambda f: f)
def w(): return 1
assert w() == 1
assert x is not None
@staticmethod
def st(): return "callable"
assert st() == 'callable'
---
# A decorator sees the function before the name is bound; defaults come after decorators.
log = []
def v(n): log.append(n); return n
@(v("deco") and (lambda f: f))
def f(a: v("ann") = v("default"), *, k=v("kw")): pass
assert log == ['deco', 'default', 'kw']
try:
    @5
    def g(): pass
except TypeError as e: msg = str(e)
assert msg == "'int' object is not callable"
def before():
    @(lambda f: "h" in globals())
    def h(): pass
    return h
assert before() is False
---
# Function objects.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
    "doc"
    x = 1
    return x
assert f.__name__ == 'f'
assert f.__qualname__ == 'f'
assert f.__doc__ == 'doc'
assert f.__defaults__ == (2, 3)
assert f.__kwdefaults__ == {'e': 5}
assert f.__module__ == '__main__'
assert repr(f.__annotations__) == "{'return': <class 'int'>}"
c = f.__code__
assert c.co_name == 'f'
assert c.co_argcount == 3
assert c.co_posonlyargcount == 2
assert c.co_kwonlyargcount == 2
assert c.co_varnames == ('a', 'b', 'c', 'd', 'e', 'args', 'kw', 'x')
assert c.co_nlocals == 8
assert c.co_flags & 0x0c == 12
assert c.co_firstlineno > 0
assert c.co_qualname == 'f'
f.attr = 1
assert f.attr == 1
assert f.__dict__ == {'attr': 1}
f.__name__ = "renamed"; f.__qualname__ = "q.renamed"; f.__doc__ = None
assert f.__name__ == 'renamed'
assert repr(f).startswith("<function q.renamed at 0x")
assert f.__doc__ is None
assert error(lambda: setattr(f, "__name__", 5)) == 'TypeError: __name__ must be set to a string object'
assert error(lambda: setattr(f, "__code__", 5)) == 'TypeError: __code__ must be set to a code object'
assert error(lambda: setattr(f, "__defaults__", 5)) == 'TypeError: __defaults__ must be set to a tuple object'
assert error(lambda: setattr(f, "__kwdefaults__", 5)) == 'TypeError: __kwdefaults__ must be set to a dict object'
assert error(lambda: setattr(f, "__globals__", {})) == 'AttributeError: readonly attribute'
assert error(lambda: setattr(f, "__dict__", 5)) == "TypeError: __dict__ must be set to a dictionary, not a 'int'"
assert error(lambda: f.zork) == "AttributeError: 'function' object has no attribute 'zork'"
def g(): return "g"
def h(): return "h"
g.__code__ = h.__code__
assert g() == 'h'
def closure(v):
    def inner(): return v
    return inner
assert error(lambda: setattr(g, "__code__", closure(1).__code__)) == 'ValueError: g() requires a code object with 0 free vars, not 1'
import types
k = types.FunctionType(h.__code__, {}, "k")
assert k() == 'h'
assert k.__name__ == 'k'
l = types.FunctionType((lambda a, b: a + b).__code__, globals(), None, (1, 2))
assert l() == 3
m = types.FunctionType(closure(1).__code__, globals(), "m", None, closure(9).__closure__)
assert m() == 9
assert error(lambda: types.FunctionType(closure(1).__code__, {})) == 'TypeError: arg 5 (closure) must be tuple'
assert f.__globals__ is globals()
assert f.__builtins__ is not None
assert f.__type_params__ == ()
assert (lambda: 0).__name__ == '<lambda>'
assert (lambda: 0).__qualname__ == '<lambda>'
assert type(f).__name__ == 'function'
assert type(len).__name__ == 'builtin_function_or_method'
assert type([].append).__name__ == 'builtin_function_or_method'
assert type(str.upper).__name__ == 'method_descriptor'
assert type(str.__len__).__name__ == 'wrapper_descriptor'
assert type("".__len__).__name__ == 'method-wrapper'
assert len.__name__ == 'len'
assert len.__module__ == 'builtins'
assert len.__self__.__name__ == 'builtins'
assert [].append.__name__ == 'append'
assert str.upper.__qualname__ == 'str.upper'
assert repr(len) == '<built-in function len>'
assert repr(str.upper) == "<method 'upper' of 'str' objects>"
assert repr(str.__len__) == "<slot wrapper '__len__' of 'str' objects>"
assert repr("".join).startswith("<built-in method join of str object at 0x")
---
# Lambdas.
assert (lambda: 1)() == 1
assert (lambda x: x)(2) == 2
assert (lambda x, y=3: x + y)(1) == 4
assert (lambda *a, **k: (a, k))(1, z=2) == ((1,), {'z': 2})
assert (lambda x, /, y, *, z: (x, y, z))(1, 2, z=3) == (1, 2, 3)
assert (lambda x: lambda y: x + y)(1)(2) == 3
assert [f(3) for f in (lambda x: x, lambda x: -x)] == [3, -3]
assert (lambda: (yield 1))().__next__() == 1
assert sorted([3, 1, 2], key=lambda v: -v) == [3, 2, 1]
assert (lambda x: x if x else "empty")("") == 'empty'
assert (lambda *, k=1: k)() == 1
assert (lambda a, *b, c=2: (a, b, c))(1, 5) == (1, (5,), 2)
f = lambda: None
f.x = 1
assert f.x == 1
assert f() is None
d = {"a": lambda: 1, "b": lambda: 2}
assert d["b"]() == 2
assert (lambda x=1, *args: (x, args))() == (1, ())
assert (lambda: ())() == ()
assert (lambda: (1, 2))() == (1, 2)
---
# return without a value, nested returns, docstrings, pass.
def a(): return
def b(): pass
def c(): "only a docstring"
def d():
    if 0: return 1
assert a() is None
assert b() is None
assert c() is None
assert d() is None
assert c.__doc__ == 'only a docstring'
def e(): return 1, 2, *[3]
assert e() == (1, 2, 3)
def nl(): """
  multi
    line
"""
assert nl.__doc__ == '\nmulti\n  line\n'
def notdoc(): "a" "b"; return 1
assert notdoc.__doc__ == 'ab'
def fstr(): f"x"
assert fstr.__doc__ is None
def bytesdoc(): b"x"
assert bytesdoc.__doc__ is None
---
# functools.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import functools
def base(a, b=1): "base doc"; return a + b
@functools.wraps(base)
def w(*a, **k): return base(*a, **k) * 10
assert w.__name__ == 'base'
assert w.__doc__ == 'base doc'
assert w.__wrapped__ is base
assert w(1) == 20
p = functools.partial(base, 1, b=5)
assert p() == 6
assert p(b=2) == 3
assert p.func is base
assert p.args == (1,)
assert p.keywords == {'b': 5}
assert error(lambda: p(1, 2)) == "TypeError: base() got multiple values for argument 'b'"
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
assert fib(80) == 23416728348467685
assert fib.cache_info().hits > 0
@functools.lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
calls = []
assert sq(1) == 1
assert sq(2) == 4
assert sq(1) == 1
assert sq(3) == 9
assert sq(1) == 1
assert sq(2) == 4
assert calls == [1, 2, 3, 2]
assert repr(sq.cache_info()) == 'CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)'
sq.cache_clear()
assert repr(sq.cache_info()) == 'CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)'
assert functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]) == 24
assert functools.reduce(lambda a, b: a + b, [], 5) == 5
assert error(lambda: functools.reduce(lambda a, b: a, [])) == 'TypeError: reduce() of empty iterable with no initial value'
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
assert show(1) == 'int'
assert show([]) == 'list'
assert show("s") == 'obj'
assert show(True) == 'int'
assert show.dispatch(int) is not None
---
# Introspection through inspect.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import inspect
def f(a, /, b: int, *args: str, c=1, d: float = 2.5, **kw) -> bool: pass
s = inspect.signature(f)
assert str(s) == '(a, /, b: int, *args: str, c=1, d: float = 2.5, **kw) -> bool'
assert [(n, p.kind.name, p.default is not p.empty) for n, p in s.parameters.items()] == [('a', 'POSITIONAL_ONLY', False), ('b', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', False), ('c', 'KEYWORD_ONLY', True), ('d', 'KEYWORD_ONLY', True), ('kw', 'VAR_KEYWORD', False)]
assert s.bind(1, 2, 3, c=4, z=5).arguments == {'a': 1, 'b': 2, 'args': (3,), 'c': 4, 'kw': {'z': 5}}
assert error(lambda: s.bind()) == "TypeError: missing a required argument: 'a'"
assert error(lambda: s.bind(1)) == "TypeError: missing a required argument: 'b'"
assert error(lambda: s.bind(1, 2, b=3)) == "TypeError: multiple values for argument 'b'"
class C:
    def __init__(self, x, y=2): pass
    def m(self, q): pass
assert str(inspect.signature(C)) == '(x, y=2)'
assert str(inspect.signature(C.m)) == '(self, q)'
assert str(inspect.signature(C(1).m)) == '(q)'
assert str(inspect.signature(lambda *, k: 0)) == '(*, k)'
assert inspect.isfunction(f) is True
assert inspect.ismethod(C(1).m) is True
assert inspect.isclass(C) is True
assert inspect.isbuiltin(len) is True
assert inspect.ismodule(inspect) is True
assert inspect.getdoc(C.m) is None
assert inspect.unwrap(f) is f
assert inspect.getfullargspec(f).args == ['a', 'b']
assert inspect.getfullargspec(f).kwonlyargs == ['c', 'd']
assert inspect.currentframe().f_code.co_name == '<module>'
assert inspect.isgenerator(i for i in [])
def caller(): return inspect.stack()[1].function
def outer(): return caller()
assert outer() == 'outer'
---
# sys._getframe and frame objects.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
def f():
    x = 1
    fr = sys._getframe()
    return fr.f_code.co_name, sorted(fr.f_locals), fr.f_back.f_code.co_name, fr.f_globals is globals(), fr.f_lineno - f.__code__.co_firstlineno
assert f() == ('f', ['fr', 'x'], '<module>', True, 3)
def depth():
    n, fr = 0, sys._getframe()
    while fr: n += 1; fr = fr.f_back
    return n
def deeper(): return depth()
assert deeper() - depth() == 1
assert error(lambda: sys._getframe(10 ** 6)) == 'ValueError: call stack is not deep enough'
def g(): return sys._getframe(1).f_locals["secret"]
def h(): secret = 42; return g()
assert h() == 42
def w():
    x = 1
    sys._getframe().f_locals["x"] = 5
    return x
assert w() == 5
---
# Recursion, mutual recursion, default self reference.
def fact(n): return 1 if n < 2 else n * fact(n - 1)
assert fact(50) == 30414093201713378043612608166064768844377641568960512000000000000
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
assert ack(2, 3) == 9
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
assert hanoi(8, "a", "b", "c") == 255
def flatten(x): return [z for y in x for z in (flatten(y) if isinstance(y, list) else [y])]
assert flatten([1, [2, [3, [4]], 5]]) == [1, 2, 3, 4, 5]
def collatz(n, steps=0): return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)
assert collatz(27) == 111
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
assert Y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(6) == 720
def compose(*fs): return functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
import functools
assert compose(lambda x: x + 1, lambda x: x * 2)(3) == 8
def curry(f, n): return f if n == 1 else lambda x: curry(lambda *a: f(x, *a), n - 1)
assert curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3) == (1, 2, 3)
