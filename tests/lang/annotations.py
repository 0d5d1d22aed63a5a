# Annotations are lazy (PEP 649/749).
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
x: int = 5
y: str
z: undefined_name = 1
assert x == 5
assert z == 1
assert ("y" in globals()) is False
import annotationlib
def f(a: int, b: "text" = 1, *args: list, c: undefined_too = 2, **kw: dict) -> bool: pass
assert error(lambda: f.__annotations__) == "NameError: name 'undefined_too' is not defined"
assert annotationlib.get_annotations(f, format=annotationlib.Format.STRING) == {'a': 'int', 'b': 'text', 'args': 'list', 'c': 'undefined_too', 'kw': 'dict', 'return': 'bool'}
r = annotationlib.get_annotations(f, format=annotationlib.Format.FORWARDREF)
assert repr(r["a"]) == "<class 'int'>"
assert type(r["c"]).__name__ == 'ForwardRef'
assert r["c"].__forward_arg__ == 'undefined_too'
undefined_too = float
assert repr(f.__annotations__) == "{'a': <class 'int'>, 'b': 'text', 'args': <class 'list'>, 'c': <class 'float'>, 'kw': <class 'dict'>, 'return': <class 'bool'>}"
assert callable(f.__annotate__)
assert repr(f.__annotate__(1)["a"]) == "<class 'int'>"
class C:
    a: int
    b: later = 1
    def m(self) -> C: pass
    c: C
assert error(lambda: C.__annotations__) == "NameError: name 'later' is not defined"
class later: pass
assert C.__annotations__["b"] is later
assert C.__annotations__["c"] is C
assert list(C.__annotations__) == ['a', 'b', 'c']
assert C.b == 1
assert C.m.__annotations__["return"] is C
assert ("a" in C.__dict__) is False
assert not hasattr(C, "a")
class D(C): d: int
assert repr(D.__annotations__) == "{'d': <class 'int'>}"
class E: pass
assert E.__annotations__ == {}
assert E().__class__.__annotations__ == {}
assert (lambda x: x).__annotations__ == {}
def g(): pass
assert g.__annotations__ == {}
g.__annotations__ = {"x": 1}
assert g.__annotations__ == {'x': 1}
assert error(lambda: setattr(g, "__annotations__", 5)) == 'TypeError: __annotations__ must be set to a dict object'
del g.__annotations__
assert g.__annotations__ == {}
def h():
    local: int = 5
    other: no_such_thing
    return local
assert h() == 5
def un():
    v: int
    return v
try: un()
except UnboundLocalError as e: msg = str(e)
assert msg == "cannot access local variable 'v' where it is not associated with a value"
---
# Annotation targets: attributes, subscripts, parenthesised names.
class O: pass
o, d = O(), {}
o.x: int = 5
d["k"]: str = "v"
(p): int = 7
o.y: int
assert o.x == 5
assert d == {'k': 'v'}
assert p == 7
assert not hasattr(o, "y")
log = []
def t(n): log.append(n); return O()
t("a").z: log.append("annotation is not run") = 1
assert log == ['a']
def f():
    q: int = (yield)
    return q
g = f(); next(g)
try: g.send(9)
except StopIteration as e: assert e.value == 9
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("a, b: int") == 'only single target (not tuple) can be annotated'
assert bad("[a]: int") == 'only single target (not list) can be annotated'
assert bad("f(): int") == 'illegal target for annotation'
assert bad("1: int") == 'illegal target for annotation'
assert bad("a: int = b: int") == 'invalid syntax'
assert bad("x: (yield)") == 'yield expression cannot be used within an annotation'
assert bad("x: (y := 1)") == 'named expression cannot be used within an annotation'
assert bad("async def f():\n x: (await y)") == 'await expression cannot be used within an annotation'
assert bad("(a, b): int = 1") == 'only single target (not tuple) can be annotated'
assert bad("def f(x: (yield)): pass") == 'yield expression cannot be used within an annotation'
t2: tuple = 1, 2, *[3]
assert t2 == (1, 2, 3)
---
# Module annotations and conditional ones.
import sys
if True:
    seen: int = 1
if False:
    unseen: str = 2
for i in range(2): loop: float
assert sorted(sys.modules['__main__'].__annotations__) == ['loop', 'seen']
assert repr(sys.modules["__main__"].__annotations__["seen"]) == "<class 'int'>"
---
# Annotation scopes see class names and enclosing cells.
def outer(T):
    class A:
        x: T
        Y = int
        z: Y
        def m(self, q: Y): pass
    return A
A = outer(str)
assert repr(A.__annotations__) == "{'x': <class 'str'>, 'z': <class 'int'>}"
assert repr(A.m.__annotations__) == "{'q': <class 'int'>}"
def nested():
    v = list
    def inner(a: v): pass
    v = dict
    return inner
assert repr(nested().__annotations__) == "{'a': <class 'dict'>}"
class Meta(type):
    m: int
class WithMeta(metaclass=Meta): pass
assert WithMeta.__annotations__ == {}
assert repr(Meta.__annotations__) == "{'m': <class 'int'>}"
---
# typing's view.
import typing
class C:
    a: int
    b: "str"
    c: typing.Optional["C"] = None
assert typing.get_type_hints(C) == {"a": int, "b": str, "c": typing.Optional[C]}
def f(x: "int", y: "list[str]" = ()) -> "None": pass
assert repr(typing.get_type_hints(f)) == "{'x': <class 'int'>, 'y': list[str], 'return': <class 'NoneType'>}"
assert repr(typing.get_origin(list[int])) == "<class 'list'>"
assert repr(typing.get_args(dict[str, int])) == "(<class 'str'>, <class 'int'>)"
assert True is True
assert repr(typing.Optional[int]) == 'int | None'
assert repr(typing.Union[int, str]) == 'int | str'
assert repr(typing.Union[int]) == "<class 'int'>"
assert repr(typing.List[int]) == 'typing.List[int]'
assert repr(typing.Callable[[int], str]) == 'typing.Callable[[int], str]'
assert repr(typing.Any) == 'typing.Any'
assert repr(typing.Literal[1, "a"]) == "typing.Literal[1, 'a']"
