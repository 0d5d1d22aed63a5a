# Type parameters and aliases (PEP 695, 696).
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f[T](x: T) -> T: return x
assert repr((f(5), f.__type_params__, f.__type_params__[0].__name__, f.__annotations__["x"] is f.__type_params__[0])) == "(5, (T,), 'T', True)"
def g[T: int, *Ts, **P, U: (int, str) = int](*a): pass
ps = g.__type_params__
assert ([type(p).__name__ for p in ps], [repr(p) for p in ps]) == (['TypeVar', 'TypeVarTuple', 'ParamSpec', 'TypeVar'], ['T', 'Ts', 'P', 'U'])
assert repr((ps[0].__bound__, ps[3].__constraints__, ps[3].__default__, ps[0].has_default(), ps[3].has_default())) == "(<class 'int'>, (<class 'int'>, <class 'str'>), <class 'int'>, False, True)"
import typing
assert ps[0].__default__ is typing.NoDefault
class C[T, U = str](list):
    def m[V](self, v: V) -> T: return __class__
    attr = T
assert repr((C.__type_params__, C.__orig_bases__, C.attr is C.__type_params__[0], C().m(1) is C, C.__mro__[1:3])) == "((T, U), (<class 'list'>, typing.Generic[T, U]), True, True, (<class 'list'>, <class 'typing.Generic'>))"
assert repr((C[int], C[int, str], C[int].__args__, C[int]())) == "(__main__.C[int], __main__.C[int, str], (<class 'int'>,), [])"
class D[T](C[T]): pass
assert repr((D.__bases__, D.__orig_bases__)) == "((<class '__main__.C'>, <class 'typing.Generic'>), (__main__.C[T], typing.Generic[T]))"
type A = int | str
assert repr((A, A.__value__, A.__name__, type(A).__name__, A.__type_params__)) == "(A, int | str, 'A', 'TypeAliasType', ())"
type B[T] = list[T] | None
assert repr((B, B[int], B.__value__, B[int].__origin__ is B, B[int].__args__)) == "(B, B[int], list[T] | None, True, (<class 'int'>,))"
type Rec = list[Rec] | int
assert repr(Rec.__value__) == 'list[Rec] | int'
type Lazy = undefined_here
assert error(lambda: Lazy.__value__) == "NameError: name 'undefined_here' is not defined"
undefined_here = 7
assert Lazy.__value__ == 7
assert isinstance(A, typing.TypeAliasType)
assert error(lambda: isinstance(5, A)) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: A()) == "TypeError: 'typing.TypeAliasType' object is not callable"
assert error(lambda: A[int]) == 'TypeError: Only generic type aliases are subscriptable'
assert repr(C[int, str, float]) == '__main__.C[int, str, float]'
type X[T: undefined_bound] = T
assert error(lambda: X.__type_params__[0].__bound__) == "NameError: name 'undefined_bound' is not defined"
undefined_bound = float
assert repr(X.__type_params__[0].__bound__) == "<class 'float'>"
---
# Scoping of type parameters.
T = "module"
def f[T](): return T
assert (f() is f.__type_params__[0], T) == (True, 'module')
class C[T]:
    T2 = T
    def m(self): return T
assert (C().m() is C.__type_params__[0], C.T2 is C().m(), T) == (True, True, 'module')
def outer():
    x = 1
    def inner[U]() -> x: return x
    return inner
assert (outer()(), outer().__annotations__, outer().__qualname__) == (1, {'return': 1}, 'outer.<locals>.inner')
def deco(f): return f
@deco
def g[T](x=5): return x
assert g() == 5
async def co[T](x: T): return x
c = co(3)
try: c.send(None)
except StopIteration as e: assert e.value == 3
def gen[T](x: T): yield x
assert list(gen(1)) == [1]
def dflt[T = list[int]](): return T.__default__
assert repr(dflt()) == 'list[int]'
class G[*Ts]: pass
assert repr((G[int, str], G[()], G[*tuple[int, ...]])) == '(__main__.G[int, str], __main__.G[()], __main__.G[*tuple[int, ...]])'
def h[**P](f: typing.Callable[P, int]): return f if False else P
import typing
assert repr(h(None)) == 'P'
type type = int
assert repr(type.__value__) == "<class 'int'>"
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert (bad("def f[T, T](): pass"), bad("def f[](): pass"), bad("class A[T = int, U]: pass"), bad("type X"), bad("type X = "), bad("def f[*Ts: int](): pass"), bad("def f[T: (yield)](): pass"), bad("class C[T]: nonlocal T"), bad("type 5 = x"), bad("def f[1](): pass"), bad("def f[T](T: (x := 1)): pass")) == ("duplicate type parameter 'T'", 'Type parameter list cannot be empty', "non-default type parameter 'U' follows default type parameter", 'invalid syntax', 'invalid syntax', 'cannot use bound with TypeVarTuple', 'yield expression cannot be used within a TypeVar bound', "nonlocal binding not allowed for type parameter 'T'", 'invalid syntax', "expected '('", 'named expression cannot be used within an annotation')
---
# typing.Generic the old way, Protocols, NamedTuple, TypedDict, NewType, overload.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from typing import *
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
assert repr((Box[int](5).v, Box[int], Box.__parameters__, repr(T))) == "(5, __main__.Box[int], (~T,), '~T')"
class P(Protocol):
    def run(self) -> int: ...
@runtime_checkable
class Q(Protocol):
    x: int
    def run(self): ...
class Impl:
    x = 1
    def run(self): return 1
assert (isinstance(Impl(), Q), isinstance(5, Q)) == (True, False)
assert error(lambda: isinstance(5, P)) == 'TypeError: Instance and class checks can only be used with @runtime_checkable protocols'
assert error(lambda: P()) == 'TypeError: Protocols cannot be instantiated'
class NT(NamedTuple):
    a: int
    b: str = "d"
    def total(self): return self.a
assert repr((NT(1), NT(1).total(), NT._fields, NT(1)._replace(a=2), NT.__annotations__)) == "(NT(a=1, b='d'), 1, ('a', 'b'), NT(a=2, b='d'), {'a': <class 'int'>, 'b': <class 'str'>})"
class TD(TypedDict, total=False):
    x: Required[int]
    y: str
assert (TD(x=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__) == ({'x': 1}, frozenset({'x'}), frozenset({'y'}), False)
UserId = NewType("UserId", int)
assert (UserId(5), UserId.__name__) == (5, 'UserId')
@overload
def ov(x: int) -> int: ...
def ov(x): return x
assert (ov(3), cast(int, "s"), TYPE_CHECKING) == (3, 's', False)
@final
class F: pass
assert repr((F.__final__, get_args(Annotated[int, "meta"]), get_origin(Annotated[int, 5]) is Annotated)) == "(True, (<class 'int'>, 'meta'), True)"
assert repr((Callable[[int], str], Literal["a"] == Literal["a"], ClassVar[int], Final, NoReturn, Self)) == '(typing.Callable[[int], str], True, typing.ClassVar[int], typing.Final, typing.NoReturn, typing.Self)'
def assert_it(x: int | None):
    if x is None: assert_never(x)
    return x
assert assert_it(1) == 1
assert error(lambda: assert_it(None)) == 'AssertionError: Expected code to be unreachable, but got: None'
assert (reveal_type is not None, is_typeddict(TD), get_protocol_members(Q) == {"x", "run"}) == (True, True, True)
