# weakref without relying on when objects die.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import weakref, gc
class A:
    def m(self): return "m"
a = A()
r = weakref.ref(a)
assert r() is a
assert r == weakref.ref(a)
assert r is weakref.ref(a)
assert hash(r) == hash(a)
assert weakref.getweakrefcount(a) == 1
assert weakref.getweakrefs(a) == [r]
assert type(r).__name__ == 'ReferenceType'
p = weakref.proxy(a)
a.x = 5
assert p.x == 5
assert p.m() == 'm'
assert isinstance(p, A)
assert type(p).__name__ == 'ProxyType'
p.y = 6
assert a.y == 6
d = weakref.WeakValueDictionary(k=a)
assert d["k"] is a
assert len(d) == 1
assert "k" in d
assert list(d.keys()) == ['k']
assert d.get("z") is None
k = weakref.WeakKeyDictionary(); k[a] = "v"
assert k[a] == 'v'
assert list(k.values()) == ['v']
assert len(k) == 1
s = weakref.WeakSet([a])
assert a in s
assert len(s) == 1
assert list(s) == [a]
m = weakref.WeakMethod(a.m)
assert m()() == 'm'
called = []
f = weakref.finalize(a, called.append, "fin")
assert f.alive is True
assert f.peek()[2] == ('fin',)
assert f() is None
assert called == ['fin']
assert f.alive is False
assert f() is None
assert error(lambda: weakref.ref(5)) == "TypeError: cannot create weak reference to 'int' object"
assert error(lambda: weakref.ref("s")) == "TypeError: cannot create weak reference to 'str' object"
assert error(lambda: weakref.ref([])) == "TypeError: cannot create weak reference to 'list' object"
assert error(lambda: weakref.ref(None)) == "TypeError: cannot create weak reference to 'NoneType' object"
class L(list): pass
l = L(); 
assert weakref.ref(l)() is l
assert weakref.ref(A)() is A
assert weakref.ref(len)() is len
assert weakref.ref(lambda: 0) is not None
class S: __slots__ = ()
assert error(lambda: weakref.ref(S())) == "TypeError: cannot create weak reference to 'S' object"
class W: __slots__ = ("__weakref__",)
w = W()
assert weakref.ref(w)() is w
class R(weakref.ref):
    def __init__(self, o, cb=None): super().__init__(o, cb); self.extra = 1
assert R(a)() is a
assert R(a).extra == 1
assert error(lambda: weakref.ref()) == 'TypeError: __new__ expected at least 1 argument, got 0'
assert error(lambda: d["zz"]) == "KeyError: 'zz'"
assert gc.isenabled() is True
assert gc.disable() is None
assert gc.isenabled() is False
assert gc.enable() is None
assert isinstance(gc.collect(), int)
assert isinstance(gc.get_count(), tuple)
assert isinstance(gc.get_objects(), list) or True
assert gc.get_threshold() is not None
---
# After a collection with no references left, the referent is gone.
import weakref, gc
class A: pass
a = A(); a.me = a
log = []
r = weakref.ref(a, lambda ref: log.append(ref is r))
d = weakref.WeakValueDictionary(x=a)
del a
for _ in range(3): gc.collect()
assert r() is None
assert log == [True]
assert len(d) == 0
---
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
assert (g().__await__ if False else type(g()).__name__) == 'generator'
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
