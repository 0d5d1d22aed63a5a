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
assert UNREACHED, '? t.no_type_check(len) is len'
assert UNREACHED, '? t.get_overloads(len)'
T = t.TypeVar("T", bound=int); K = t.TypeVar("K", covariant=True); P = t.ParamSpec("P"); Ts = t.TypeVarTuple("Ts")
assert UNREACHED, '? repr(T)'
assert UNREACHED, '? repr(K)'
assert UNREACHED, '? T.__bound__'
assert UNREACHED, '? repr(P)'
assert UNREACHED, '? P.args'
assert UNREACHED, '? repr(Ts)'
assert UNREACHED, '? t.List[T].__parameters__'
assert UNREACHED, '? t.List[T][int]'
assert UNREACHED, '? t.Callable[P, int].__parameters__'
class S(t.SupportsInt): pass
assert UNREACHED, '? isinstance(5, t.SupportsInt)'
assert UNREACHED, '? isinstance("5", t.SupportsInt)'
assert UNREACHED, '? isinstance(5, t.SupportsIndex)'
assert UNREACHED, '? isinstance([], t.Iterable)'
assert UNREACHED, '? isinstance(5, t.Hashable)'
assert UNREACHED, '? issubclass(int, t.SupportsAbs)'
class N(t.NamedTuple):
    a: int
    b: int = 2
assert UNREACHED, '? N(1)'
assert UNREACHED, '? N._field_defaults'
assert UNREACHED, '? N.__mro__[1]'
assert UNREACHED, '? N(1) == (1, 2)'
D = t.TypedDict("D", {"x": int, "y-z": str})
assert UNREACHED, '? D(x=1)'
assert UNREACHED, '? D.__annotations__'
assert UNREACHED, '? t.is_typeddict(D)'
assert UNREACHED, '! isinstance({}, D)'
assert UNREACHED, '! t.List[int, str]'
assert UNREACHED, '! t.Union[()]'
assert UNREACHED, '! t.Optional[int, str]'
assert UNREACHED, '! t.TypeVar("T", int)'
assert UNREACHED, '! t.Generic()'
assert UNREACHED, '! t.Callable[int]'
assert UNREACHED, '! t.Any()'
