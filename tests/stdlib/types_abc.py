# types.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import types
assert repr(types.SimpleNamespace(a=1, b="x")) == "namespace(a=1, b='x')"
assert types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)
assert types.MappingProxyType({"a": 1})["a"] == 1
assert types.MappingProxyType({1: 2}) | {3: 4} == {1: 2, 3: 4}
assert types.ModuleType("m").__name__ == 'm'
assert types.FunctionType is type(lambda: 0)
assert repr(types.NoneType) == "<class 'NoneType'>"
assert repr(types.EllipsisType) == "<class 'ellipsis'>"
assert types.UnionType is type(int | str)
assert repr(types.GenericAlias(list, (int,))) == 'list[int]'
assert types.BuiltinFunctionType is type(len)
assert types.MethodType(lambda s: s, 5)() == 5
assert types.GeneratorType.__name__ == 'generator'
assert types.CodeType is type((lambda: 0).__code__)
assert types.CellType(1).cell_contents == 1
assert types.TracebackType.__name__ == 'traceback'
n = types.SimpleNamespace(x=1); n.y = 2; del n.x
assert repr(n) == 'namespace(y=2)'
assert vars(n) == {'y': 2}
assert repr(types.SimpleNamespace({"k": 1})) == 'namespace(k=1)'
assert repr(types.SimpleNamespace(**{"a b": 1})) == 'namespace(a b=1)'
assert error(lambda: n.x) == "AttributeError: 'types.SimpleNamespace' object has no attribute 'x'"
assert error(lambda: types.MappingProxyType({}).__setitem__(1, 2)) == "AttributeError: 'mappingproxy' object has no attribute '__setitem__'"
assert error(lambda: types.MappingProxyType(5)) == 'TypeError: mappingproxy() argument must be a mapping, not int'
assert error(lambda: types.SimpleNamespace(1)) == "TypeError: 'int' object is not iterable"
class D:
    @types.DynamicClassAttribute
    def v(self): return "inst"
assert D().v == 'inst'
assert error(lambda: D.v) == 'AttributeError: '
@types.coroutine
def g(): yield 1
assert type(g()).__name__ == 'generator'
assert repr(types.new_class("N", (int,)).__mro__[1]) == "<class 'int'>"
assert repr(types.resolve_bases((int,))) == "(<class 'int'>,)"
assert types.prepare_class("x")[2] == {}
assert repr(types.get_original_bases(type("Q", (list,), {}))) == "(<class 'list'>,)"
import abc
class AB(abc.ABC):
    @abc.abstractmethod
    def f(self): "doc"
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
assert error(lambda: AB()) == "TypeError: Can't instantiate abstract class AB without an implementation for abstract methods 'c', 'f', 'p'"
assert sorted(AB.__abstractmethods__) == ['c', 'f', 'p']
assert AB.f.__isabstractmethod__ is True
assert abc.get_cache_token() is not None
class Im(AB):
    f = p = c = None
assert Im().f is None
assert isinstance(Im(), AB)
assert issubclass(Im, AB)
@AB.register
class V: pass
assert isinstance(V(), AB)
assert issubclass(V, AB)
AB.f = None; abc.update_abstractmethods(AB)
assert ("f" in AB.__abstractmethods__) is False
