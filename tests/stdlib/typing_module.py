# typing at run time, beyond what tests of the language cover.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import typing as t, collections
assert repr(t.get_type_hints(type("X", (), {"__annotations__": {"a": "int"}}))) == "{'a': <class 'int'>}"
assert repr(t.get_args(t.Callable[[int], str])) == "([<class 'int'>], <class 'str'>)"
assert repr(t.get_origin(t.Dict[str, int])) == "<class 'dict'>"
assert repr(t.get_args(t.Union[int, None])) == "(<class 'int'>, <class 'NoneType'>)"
assert repr(t.Optional[t.List[int]]) == 'typing.List[int] | None'
assert repr(t.Tuple[int, ...]) == 'typing.Tuple[int, ...]'
assert repr(t.Type[int]) == 'typing.Type[int]'
assert repr(t.DefaultDict[str, int]) == 'typing.DefaultDict[str, int]'
assert repr(t.Iterator[int]) == 'typing.Iterator[int]'
assert repr(t.get_origin(t.Literal[1])) == 'typing.Literal'
assert t.get_args(t.Literal[1, 2]) == (1, 2)
assert t.Annotated[int, "x"].__metadata__ == ('x',)
assert repr(t.ForwardRef("A")) == "ForwardRef('A')"
assert repr(t.AnyStr.__constraints__) == "(<class 'bytes'>, <class 'str'>)"
assert t.cast("int", 5) == 5
assert t.no_type_check(lambda: 0).__no_type_check__ is True
assert t.get_overloads(len) == []
T = t.TypeVar("T", bound=int); K = t.TypeVar("K", covariant=True); P = t.ParamSpec("P"); Ts = t.TypeVarTuple("Ts")
assert repr(T) == '~T'
assert repr(K) == '+K'
assert repr(T.__bound__) == "<class 'int'>"
assert repr(P) == '~P'
assert repr(P.args) == 'P.args'
assert repr(Ts) == 'Ts'
assert repr(t.List[T].__parameters__) == '(~T,)'
assert repr(t.List[T][int]) == 'typing.List[int]'
assert repr(t.Callable[P, int].__parameters__) == '(~P,)'
class S(t.SupportsInt): pass
assert isinstance(5, t.SupportsInt)
assert not isinstance("5", t.SupportsInt)
assert isinstance(5, t.SupportsIndex)
assert isinstance([], t.Iterable)
assert isinstance(5, t.Hashable)
assert issubclass(int, t.SupportsAbs)
class N(t.NamedTuple):
    a: int
    b: int = 2
assert repr(N(1)) == 'N(a=1, b=2)'
assert N._field_defaults == {'b': 2}
assert repr(N.__mro__[1]) == "<class 'tuple'>"
assert N(1) == (1, 2)
D = t.TypedDict("D", {"x": int, "y-z": str})
assert D(x=1) == {'x': 1}
assert repr(D.__annotations__) == "{'x': <class 'int'>, 'y-z': <class 'str'>}"
assert t.is_typeddict(D) is True
assert error(lambda: isinstance({}, D)) == 'TypeError: TypedDict does not support instance and class checks'
assert error(lambda: t.List[int, str]) == 'TypeError: Too many arguments for typing.List; actual 2, expected 1'
assert error(lambda: t.Union[()]) == 'TypeError: Cannot take a Union of no types.'
assert error(lambda: t.Optional[int, str]) == "TypeError: typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>)."
assert error(lambda: t.TypeVar("T", int)) == 'TypeError: A single constraint is not allowed'
assert error(lambda: t.Callable[int]) == 'TypeError: Callable must be used as Callable[[arg, ...], result].'
assert error(lambda: t.Any()) == 'TypeError: Any cannot be instantiated'
