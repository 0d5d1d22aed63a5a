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
assert True is True
assert gc.get_threshold() is not None
