# Type parameters and aliases (PEP 695, 696).
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f[T](x: T) -> T: return x
assert f(5) == 5
assert repr(f.__type_params__) == '(T,)'
assert f.__type_params__[0].__name__ == 'T'
assert f.__annotations__["x"] is f.__type_params__[0]
def g[T: int, *Ts, **P, U: (int, str) = int](*a): pass
ps = g.__type_params__
assert [type(p).__name__ for p in ps] == ['TypeVar', 'TypeVarTuple', 'ParamSpec', 'TypeVar']
assert [repr(p) for p in ps] == ['T', 'Ts', 'P', 'U']
assert repr(ps[0].__bound__) == "<class 'int'>"
assert repr(ps[3].__constraints__) == "(<class 'int'>, <class 'str'>)"
assert repr(ps[3].__default__) == "<class 'int'>"
assert ps[0].has_default() is False
assert ps[3].has_default() is True
import typing
assert ps[0].__default__ is typing.NoDefault
class C[T, U = str](list):
    def m[V](self, v: V) -> T: return __class__
    attr = T
assert repr(C.__type_params__) == '(T, U)'
assert repr(C.__orig_bases__) == "(<class 'list'>, typing.Generic[T, U])"
assert C.attr is C.__type_params__[0]
assert C().m(1) is C
assert repr(C.__mro__[1:3]) == "(<class 'list'>, <class 'typing.Generic'>)"
assert repr(C[int]) == '__main__.C[int]'
assert repr(C[int, str]) == '__main__.C[int, str]'
assert repr(C[int].__args__) == "(<class 'int'>,)"
assert repr(C[int]()) == '[]'
class D[T](C[T]): pass
assert repr(D.__bases__) == "(<class '__main__.C'>, <class 'typing.Generic'>)"
assert repr(D.__orig_bases__) == '(__main__.C[T], typing.Generic[T])'
type A = int | str
assert repr(A) == 'A'
assert repr(A.__value__) == 'int | str'
assert A.__name__ == 'A'
assert type(A).__name__ == 'TypeAliasType'
assert A.__type_params__ == ()
type B[T] = list[T] | None
assert repr(B) == 'B'
assert repr(B[int]) == 'B[int]'
assert repr(B.__value__) == 'list[T] | None'
assert B[int].__origin__ is B
assert repr(B[int].__args__) == "(<class 'int'>,)"
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
assert f() is f.__type_params__[0]
assert T == 'module'
class C[T]:
    T2 = T
    def m(self): return T
assert C().m() is C.__type_params__[0]
assert C.T2 is C().m()
assert T == 'module'
def outer():
    x = 1
    def inner[U]() -> x: return x
    return inner
assert outer()() == 1
assert outer().__annotations__ == {'return': 1}
assert outer().__qualname__ == 'outer.<locals>.inner'
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
assert repr(G[int, str]) == '__main__.G[int, str]'
assert repr(G[()]) == '__main__.G[()]'
assert repr(G[*tuple[int, ...]]) == '__main__.G[*tuple[int, ...]]'
def h[**P](f: typing.Callable[P, int]): return P
import typing
assert repr(h(None)) == 'P'
type type = int
assert repr(type.__value__) == "<class 'int'>"
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("def f[T, T](): pass") == "duplicate type parameter 'T'"
assert bad("def f[](): pass") == 'Type parameter list cannot be empty'
assert bad("class A[T = int, U]: pass") == "non-default type parameter 'U' follows default type parameter"
assert bad("type X") == 'invalid syntax'
assert bad("type X = ") == 'invalid syntax'
assert bad("def f[*Ts: int](): pass") == 'cannot use bound with TypeVarTuple'
assert bad("def f[T: (yield)](): pass") == 'yield expression cannot be used within a TypeVar bound'
assert bad("class C[T]: nonlocal T") == "nonlocal binding not allowed for type parameter 'T'"
assert bad("type 5 = x") == 'invalid syntax'
assert bad("def f[1](): pass") == "expected '('"
assert bad("def f[T](T: (x := 1)): pass") == 'named expression cannot be used within an annotation'
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
assert Box[int](5).v == 5
assert repr(Box[int]) == '__main__.Box[int]'
assert repr(Box.__parameters__) == '(~T,)'
assert repr(T) == '~T'
class P(Protocol):
    def run(self) -> int: ...
@runtime_checkable
class Q(Protocol):
    x: int
    def run(self): ...
class Impl:
    x = 1
    def run(self): return 1
assert isinstance(Impl(), Q)
assert not isinstance(5, Q)
assert error(lambda: isinstance(5, P)) == 'TypeError: Instance and class checks can only be used with @runtime_checkable protocols'
assert error(lambda: P()) == 'TypeError: Protocols cannot be instantiated'
class NT(NamedTuple):
    a: int
    b: str = "d"
    def total(self): return self.a
assert repr(NT(1)) == "NT(a=1, b='d')"
assert NT(1).total() == 1
assert NT._fields == ('a', 'b')
assert repr(NT(1)._replace(a=2)) == "NT(a=2, b='d')"
assert repr(NT.__annotations__) == "{'a': <class 'int'>, 'b': <class 'str'>}"
class TD(TypedDict, total=False):
    x: Required[int]
    y: str
assert TD(x=1) == {'x': 1}
assert TD.__required_keys__ == frozenset({'x'})
assert TD.__optional_keys__ == frozenset({'y'})
assert TD.__total__ is False
UserId = NewType("UserId", int)
assert UserId(5) == 5
assert UserId.__name__ == 'UserId'
@overload
def ov(x: int) -> int: ...
def ov(x): return x
assert ov(3) == 3
assert cast(int, "s") == 's'
assert TYPE_CHECKING is False
@final
class F: pass
assert F.__final__ is True
assert repr(get_args(Annotated[int, "meta"])) == "(<class 'int'>, 'meta')"
assert get_origin(Annotated[int, 5]) is Annotated
assert repr(Callable[[int], str]) == 'typing.Callable[[int], str]'
assert Literal["a"] == Literal["a"]
assert repr(ClassVar[int]) == 'typing.ClassVar[int]'
assert repr(Final) == 'typing.Final'
assert repr(NoReturn) == 'typing.NoReturn'
assert repr(Self) == 'typing.Self'
def assert_it(x: int | None):
    if x is None: assert_never(x)
    return x
assert assert_it(1) == 1
assert error(lambda: assert_it(None)) == 'AssertionError: Expected code to be unreachable, but got: None'
assert reveal_type is not None
assert is_typeddict(TD) is True
assert get_protocol_members(Q) == {"x", "run"}
