# Argument binding and every call error's text.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
assert f(1, c=3) == (1, 2, (), 3, 4, {})
assert f(1, 5, 6, 7, c=3, d=0, z=9) == (1, 5, (6, 7), 3, 0, {'z': 9})
assert f(a=1, c=2) == (1, 2, (), 2, 4, {})
assert f(c=1, b=2, a=3) == (3, 2, (), 1, 4, {})
assert f(1, *(2, 3), c=1, **{"q": 2}) == (1, 2, (3,), 1, 4, {'q': 2})
assert error(lambda: f()) == "TypeError: f() missing 1 required positional argument: 'a'"
assert error(lambda: f(1)) == "TypeError: f() missing 1 required keyword-only argument: 'c'"
assert error(lambda: f(c=1)) == "TypeError: f() missing 1 required positional argument: 'a'"
assert error(lambda: f(1, 2, a=3, c=1)) == "TypeError: f() got multiple values for argument 'a'"
assert error(lambda: f(1, b=1, *(2,), c=1)) == "TypeError: f() got multiple values for argument 'b'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def dflt(a, b=1): pass
def dflt2(a, b=1, c=2): pass
assert error(lambda: none(1)) == 'TypeError: none() takes 0 positional arguments but 1 was given'
assert error(lambda: none(1, 2)) == 'TypeError: none() takes 0 positional arguments but 2 were given'
assert error(lambda: none(x=1)) == "TypeError: none() got an unexpected keyword argument 'x'"
assert error(lambda: one()) == "TypeError: one() missing 1 required positional argument: 'a'"
assert error(lambda: one(1, 2)) == 'TypeError: one() takes 1 positional argument but 2 were given'
assert error(lambda: one(1, 2, 3)) == 'TypeError: one() takes 1 positional argument but 3 were given'
assert error(lambda: one(b=1)) == "TypeError: one() got an unexpected keyword argument 'b'"
assert error(lambda: one(1, a=2)) == "TypeError: one() got multiple values for argument 'a'"
assert error(lambda: one(1, b=2)) == "TypeError: one() got an unexpected keyword argument 'b'"
assert error(lambda: two()) == "TypeError: two() missing 2 required positional arguments: 'a' and 'b'"
assert error(lambda: two(1)) == "TypeError: two() missing 1 required positional argument: 'b'"
assert error(lambda: two(b=1)) == "TypeError: two() missing 1 required positional argument: 'a'"
assert error(lambda: three()) == "TypeError: three() missing 3 required positional arguments: 'a', 'b', and 'c'"
assert error(lambda: three(1)) == "TypeError: three() missing 2 required positional arguments: 'b' and 'c'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def dflt(a, b=1): pass
def dflt2(a, b=1, c=2): pass
assert error(lambda: three(b=1)) == "TypeError: three() missing 2 required positional arguments: 'a' and 'c'"
assert error(lambda: three(1, 2, 3, 4)) == 'TypeError: three() takes 3 positional arguments but 4 were given'
assert error(lambda: dflt()) == "TypeError: dflt() missing 1 required positional argument: 'a'"
assert error(lambda: dflt(1, 2, 3)) == 'TypeError: dflt() takes from 1 to 2 positional arguments but 3 were given'
assert error(lambda: dflt2(1, 2, 3, 4)) == 'TypeError: dflt2() takes from 1 to 3 positional arguments but 4 were given'
assert error(lambda: dflt2(b=1)) == "TypeError: dflt2() missing 1 required positional argument: 'a'"
assert error(lambda: dflt2(1, x=1, y=2)) == "TypeError: dflt2() got an unexpected keyword argument 'x'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def kw1(*, k): pass
def kw2(*, k, l): pass
def kw3(*, k, l, m): pass
def kwd(a, *, k=1): pass
def kwdd(a, b=1, *, k=1): pass
assert error(lambda: kw1()) == "TypeError: kw1() missing 1 required keyword-only argument: 'k'"
assert error(lambda: kw1(1)) == 'TypeError: kw1() takes 0 positional arguments but 1 was given'
assert error(lambda: kw1(1, k=2)) == 'TypeError: kw1() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given'
assert error(lambda: kw2()) == "TypeError: kw2() missing 2 required keyword-only arguments: 'k' and 'l'"
assert error(lambda: kw2(k=1)) == "TypeError: kw2() missing 1 required keyword-only argument: 'l'"
assert error(lambda: kw3()) == "TypeError: kw3() missing 3 required keyword-only arguments: 'k', 'l', and 'm'"
assert error(lambda: kw1(k=1, z=2)) == "TypeError: kw1() got an unexpected keyword argument 'z'"
assert error(lambda: kwd(1, 2)) == 'TypeError: kwd() takes 1 positional argument but 2 were given'
assert error(lambda: kwd(1, 2, k=3)) == 'TypeError: kwd() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given'
assert error(lambda: kwd(1, 2, 3, k=3)) == 'TypeError: kwd() takes 1 positional argument but 3 positional arguments (and 1 keyword-only argument) were given'
assert error(lambda: kwdd(1, 2, 3, k=3)) == 'TypeError: kwdd() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given'
assert error(lambda: kwd()) == "TypeError: kwd() missing 1 required positional argument: 'a'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def pos(a, b, /): return a, b
def posd(a, b=2, /, c=3): return a, b, c
def poskw(a, /, **kw): return a, kw
assert pos(1, 2) == (1, 2)
assert posd(1) == (1, 2, 3)
assert posd(1, 2, c=4) == (1, 2, 4)
assert poskw(1, a=2) == (1, {'a': 2})
assert error(lambda: pos(a=1, b=2)) == "TypeError: pos() got some positional-only arguments passed as keyword arguments: 'a, b'"
assert error(lambda: pos(1, b=2)) == "TypeError: pos() got some positional-only arguments passed as keyword arguments: 'b'"
assert error(lambda: pos(1)) == "TypeError: pos() missing 1 required positional argument: 'b'"
assert error(lambda: pos(1, 2, 3)) == 'TypeError: pos() takes 2 positional arguments but 3 were given'
assert error(lambda: posd(1, b=2)) == "TypeError: posd() got some positional-only arguments passed as keyword arguments: 'b'"
assert error(lambda: posd(a=1, b=2, c=3)) == "TypeError: posd() got some positional-only arguments passed as keyword arguments: 'a, b'"
assert error(lambda: poskw(a=1)) == "TypeError: poskw() missing 1 required positional argument: 'a'"
---
# Suggestions for a misspelt keyword.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(value, *, timeout=0): pass
assert error(lambda: f(1, timeot=2)) == "TypeError: f() got an unexpected keyword argument 'timeot'. Did you mean 'timeout'?"
assert error(lambda: f(vaule=1)) == "TypeError: f() got an unexpected keyword argument 'vaule'. Did you mean 'value'?"
assert error(lambda: f(1, zzz=2)) == "TypeError: f() got an unexpected keyword argument 'zzz'"
---
# Methods count self; the name is qualified.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def m(self): pass
    def n(self, x): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    def __init__(self, x=0): pass
a = A()
assert error(lambda: a.m(1)) == 'TypeError: A.m() takes 1 positional argument but 2 were given'
assert error(lambda: a.n()) == "TypeError: A.n() missing 1 required positional argument: 'x'"
assert error(lambda: a.n(1, 2)) == 'TypeError: A.n() takes 2 positional arguments but 3 were given'
assert error(lambda: A.m()) == "TypeError: A.m() missing 1 required positional argument: 'self'"
assert error(lambda: A.c(1)) == 'TypeError: A.c() takes 1 positional argument but 2 were given'
assert error(lambda: a.s(1)) == 'TypeError: A.s() takes 0 positional arguments but 1 was given'
assert error(lambda: A(1, 2)) == 'TypeError: A.__init__() takes from 1 to 2 positional arguments but 3 were given'
assert error(lambda: A(y=1)) == "TypeError: A.__init__() got an unexpected keyword argument 'y'"
def outer():
    def inner(x): pass
    return inner
assert error(lambda: outer()()) == "TypeError: outer.<locals>.inner() missing 1 required positional argument: 'x'"
assert error(lambda: (lambda x: x)()) == "TypeError: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'"
assert error(lambda: (lambda: 0)(1)) == 'TypeError: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given'
---
# Builtins' own messages.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: len()) == 'TypeError: len() takes exactly one argument (0 given)'
assert error(lambda: len([], [])) == 'TypeError: len() takes exactly one argument (2 given)'
assert error(lambda: len(1)) == "TypeError: object of type 'int' has no len()"
assert error(lambda: len(obj=[])) == 'TypeError: len() takes no keyword arguments'
assert error(lambda: abs()) == 'TypeError: abs() takes exactly one argument (0 given)'
assert error(lambda: abs("a")) == "TypeError: bad operand type for abs(): 'str'"
assert error(lambda: ord()) == 'TypeError: ord() takes exactly one argument (0 given)'
assert error(lambda: ord("ab")) == 'TypeError: ord() expected a character, but string of length 2 found'
assert error(lambda: ord("")) == 'TypeError: ord() expected a character, but string of length 0 found'
assert error(lambda: ord(1)) == 'TypeError: ord() expected string of length 1, but int found'
assert error(lambda: ord(b"ab")) == 'TypeError: ord() expected a character, but string of length 2 found'
assert error(lambda: chr("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: chr(-1)) == 'ValueError: chr() arg not in range(0x110000)'
assert error(lambda: chr(0x110000)) == 'ValueError: chr() arg not in range(0x110000)'
assert error(lambda: isinstance(1)) == 'TypeError: isinstance expected 2 arguments, got 1'
assert error(lambda: isinstance(1, 1)) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: issubclass(1, int)) == 'TypeError: issubclass() arg 1 must be a class'
assert error(lambda: issubclass(int, 1)) == 'TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union'
assert error(lambda: iter(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: iter(1, 2)) == 'TypeError: iter(v, w): v must be callable'
assert error(lambda: next(1)) == "TypeError: 'int' object is not an iterator"
assert error(lambda: next([])) == "TypeError: 'list' object is not an iterator"
assert error(lambda: hash()) == 'TypeError: hash() takes exactly one argument (0 given)'
assert error(lambda: sum()) == 'TypeError: sum() takes at least 1 positional argument (0 given)'
assert error(lambda: sum(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: sum(["a"])) == "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
assert error(lambda: sum(["a"], "")) == "TypeError: sum() can't sum strings [use ''.join(seq) instead]"
assert error(lambda: sum([b"a"], b"")) == "TypeError: sum() can't sum bytes [use b''.join(seq) instead]"
assert error(lambda: min()) == 'TypeError: min expected at least 1 argument, got 0'
assert error(lambda: min(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: min([])) == 'ValueError: min() iterable argument is empty'
assert error(lambda: max([], [], key=1)) == "TypeError: 'int' object is not callable"
assert error(lambda: max(1, 2, default=3)) == 'TypeError: Cannot specify a default for max() with multiple positional arguments'
assert error(lambda: max([], default=1, foo=2)) == "TypeError: max() got an unexpected keyword argument 'foo'"
assert error(lambda: sorted()) == 'TypeError: sorted expected 1 argument, got 0'
assert error(lambda: sorted(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: sorted([1], lambda x: x)) == 'TypeError: sorted expected 1 argument, got 2'
assert error(lambda: sorted([1, "a"])) == "TypeError: '<' not supported between instances of 'str' and 'int'"
assert error(lambda: reversed(1)) == "TypeError: 'int' object is not reversible"
assert error(lambda: reversed({1})) == "TypeError: 'set' object is not reversible"
assert error(lambda: enumerate()) == "TypeError: enumerate() missing required argument 'iterable'"
assert error(lambda: enumerate(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: enumerate([], "a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: zip(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: zip([], strict=1, x=2)) == 'TypeError: zip() takes at most 1 keyword argument (2 given)'
assert error(lambda: map()) == 'TypeError: map() must have at least two arguments.'
assert error(lambda: map(len)) == 'TypeError: map() must have at least two arguments.'
assert error(lambda: map(len, 1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: filter(None)) == 'TypeError: filter expected 2 arguments, got 1'
assert error(lambda: range()) == 'TypeError: range expected at least 1 argument, got 0'
assert error(lambda: range("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: range(1, 2, 3, 4)) == 'TypeError: range expected at most 3 arguments, got 4'
assert error(lambda: range(1, 2, 0)) == 'ValueError: range() arg 3 must not be zero'
assert error(lambda: range(1.0)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: getattr(1)) == 'TypeError: getattr expected at least 2 arguments, got 1'
assert error(lambda: getattr(1, 2)) == "TypeError: attribute name must be string, not 'int'"
assert error(lambda: getattr(1, "x")) == "AttributeError: 'int' object has no attribute 'x'"
assert error(lambda: setattr(1, "x", 2)) == "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"
assert error(lambda: setattr(1, 2, 3)) == "TypeError: attribute name must be string, not 'int'"
assert error(lambda: delattr(1, "x")) == "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"
assert error(lambda: hasattr(1, 2)) == "TypeError: attribute name must be string, not 'int'"
assert error(lambda: print(sep=1)) == 'TypeError: sep must be None or a string, not int'
assert error(lambda: print(end=1)) == 'TypeError: end must be None or a string, not int'
assert error(lambda: print(x=1)) == "TypeError: print() got an unexpected keyword argument 'x'"
assert error(lambda: open()) == "TypeError: open() missing required argument 'file' (pos 1)"
assert error(lambda: input(1, 2)) == 'TypeError: input expected at most 1 argument, got 2'
assert error(lambda: eval(1)) == 'TypeError: eval() arg 1 must be a string, bytes or code object'
assert error(lambda: exec(1)) == 'TypeError: exec() arg 1 must be a string, bytes or code object'
assert error(lambda: compile("1", "f", "bad")) == "ValueError: compile() mode must be 'exec', 'eval' or 'single'"
assert error(lambda: divmod(1)) == 'TypeError: divmod expected 2 arguments, got 1'
assert error(lambda: pow(1)) == "TypeError: pow() missing required argument 'exp' (pos 2)"
assert error(lambda: round(1, 2, 3)) == 'TypeError: round() takes at most 2 arguments (3 given)'
assert error(lambda: callable()) == 'TypeError: callable() takes exactly one argument (0 given)'
assert error(lambda: vars(1)) == 'TypeError: vars() argument must have __dict__ attribute'
assert error(lambda: dir(1, 2)) == 'TypeError: dir expected at most 1 argument, got 2'
assert error(lambda: id()) == 'TypeError: id() takes exactly one argument (0 given)'
assert error(lambda: format(1, 2)) == 'TypeError: format() argument 2 must be str, not int'
assert error(lambda: format(1, "zz")) == "ValueError: Unknown format code 'z' for object of type 'int'"
assert error(lambda: type()) == 'TypeError: type() takes 1 or 3 arguments'
assert error(lambda: type(1, 2)) == 'TypeError: type() takes 1 or 3 arguments'
assert error(lambda: type("a", (), 1)) == 'TypeError: type.__new__() argument 3 must be dict, not int'
assert error(lambda: type(1, (), {})) == 'TypeError: type.__new__() argument 1 must be str, not int'
assert error(lambda: super(1)) == 'TypeError: super() argument 1 must be a type, not int'
assert error(lambda: object(1)) == 'TypeError: object() takes no arguments'
assert error(lambda: list(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: list(1, 2)) == 'TypeError: list expected at most 1 argument, got 2'
assert error(lambda: list(x=1)) == 'TypeError: list() takes no keyword arguments'
assert error(lambda: tuple(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: dict(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: dict([1])) == 'TypeError: object is not iterable'
assert error(lambda: dict([(1,)])) == 'ValueError: dictionary update sequence element #0 has length 1; 2 is required'
assert error(lambda: dict([(1, 2, 3)])) == 'ValueError: dictionary update sequence element #0 has length 3; 2 is required'
assert error(lambda: dict(1, 2)) == 'TypeError: dict expected at most 1 argument, got 2'
assert error(lambda: set(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: set([], [])) == 'TypeError: set expected at most 1 argument, got 2'
assert error(lambda: frozenset(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: str(1, 2)) == "TypeError: str() argument 'encoding' must be str, not int"
assert error(lambda: str(b"a", "ascii", "strict", 1)) == 'TypeError: str expected at most 3 arguments, got 4'
assert error(lambda: bytes("a")) == 'TypeError: string argument without an encoding'
assert error(lambda: bytes(-1)) == 'ValueError: negative count'
assert error(lambda: bytes([256])) == 'ValueError: bytes must be in range(0, 256)'
assert error(lambda: bytes([1], "a")) == 'TypeError: encoding without a string argument'
assert error(lambda: bytes(1.5)) == "TypeError: cannot convert 'float' object to bytes"
assert error(lambda: bytearray("a")) == 'TypeError: string argument without an encoding'
assert error(lambda: memoryview(1)) == "TypeError: memoryview: a bytes-like object is required, not 'int'"
assert error(lambda: slice()) == 'TypeError: slice expected at least 1 argument, got 0'
assert error(lambda: property(1, 2, 3, 4, 5)) == 'TypeError: property() takes at most 4 arguments (5 given)'
assert error(lambda: int(1, 2, 3)) == 'TypeError: int expected at most 2 arguments, got 3'
assert error(lambda: bool(1, 2)) == 'TypeError: bool expected at most 1 argument, got 2'
assert error(lambda: float(1, 2)) == 'TypeError: float expected at most 1 argument, got 2'
assert error(lambda: __import__()) == "TypeError: __import__() missing required argument 'name' (pos 1)"
assert error(lambda: __build_class__()) == 'TypeError: __build_class__: not enough arguments'
assert error(lambda: __build_class__(1, 2)) == 'TypeError: __build_class__: func must be a function'
---
# Calling things that cannot be called.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: 1()) == "TypeError: 'int' object is not callable"
assert error(lambda: "a"()) == "TypeError: 'str' object is not callable"
assert error(lambda: None()) == "TypeError: 'NoneType' object is not callable"
assert error(lambda: [](1)) == "TypeError: 'list' object is not callable"
assert error(lambda: (1, 2)()) == "TypeError: 'tuple' object is not callable"
assert error(lambda: {}()) == "TypeError: 'dict' object is not callable"
assert error(lambda: ...()) == "TypeError: 'ellipsis' object is not callable"
assert error(lambda: NotImplemented()) == "TypeError: 'NotImplementedType' object is not callable"
class A: pass
assert error(lambda: A()()) == "TypeError: 'A' object is not callable"
import math
assert error(lambda: math()) == "TypeError: 'module' object is not callable"
assert error(lambda: A.x()) == "AttributeError: type object 'A' has no attribute 'x'"
assert error(lambda: 5 .real()) == "TypeError: 'int' object is not callable"
---
# Default values are evaluated once, at definition.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
n = 1
def f(a=n, b=[]):
    b.append(a)
    return b
n = 2
assert f() == [1]
assert f() == [1, 1]
assert f.__defaults__ == (1, [1, 1])
def g(*, k=n): return k
n = 3
assert g() == 2
assert g.__kwdefaults__ == {'k': 2}
g.__kwdefaults__ = {"k": 8}
assert g() == 8
f.__defaults__ = (5, [])
assert f() == [5]
f.__defaults__ = None
assert error(lambda: f()) == "TypeError: f() missing 2 required positional arguments: 'a' and 'b'"
---
# Evaluation order of a call: callee, positionals, keywords, left to right.
log = []
def e(x):
    log.append(x)
    return x
def f(*a, **k): pass
(e("f") and f)(e(1), *[e(2)], e(3), k=e(4), **{"z": e(5)})
assert log == ['f', 1, 2, 3, 4, 5]
---
# A call through the instance finds __call__ on the type.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class C:
    def __call__(self, *a, **k): return a, k
c = C()
assert c(1, x=2) == ((1,), {'x': 2})
c.__call__ = lambda: "instance"
assert c() == ((), {})
assert callable(c)
assert callable(C)
assert not callable(1)
class D: pass
d = D()
d.__call__ = lambda: 1
assert not callable(d)
assert error(lambda: d()) == "TypeError: 'D' object is not callable"
---
# Generators, coroutines and async generators check their arguments at the call.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def gen(a): yield
async def co(a): pass
async def ag(a): yield
assert error(lambda: gen()) == "TypeError: gen() missing 1 required positional argument: 'a'"
assert error(lambda: co()) == "TypeError: co() missing 1 required positional argument: 'a'"
assert error(lambda: ag(1, 2)) == 'TypeError: ag() takes 1 positional argument but 2 were given'
---
# Duplicate and misplaced arguments are syntax errors.
def bad(src):
    try:
        compile(src, "<s>", "exec")
    except SyntaxError as e:
        return e.msg
assert bad("f(a=1, a=2)") == 'keyword argument repeated: a'
assert bad("f(a=1, 2)") == 'positional argument follows keyword argument'
assert bad("f(**k, 1)") == 'positional argument follows keyword argument unpacking'
assert bad("f(**k, *a)") == 'iterable argument unpacking follows keyword argument unpacking'
assert bad("f(1=2)") == 'expression cannot contain assignment, perhaps you meant "=="?'
assert bad("f(a.b=2)") == 'expression cannot contain assignment, perhaps you meant "=="?'
assert bad("f(True=2)") == 'cannot assign to True'
assert bad("f(x for x in y, 1)") == 'Generator expression must be parenthesized'
assert bad("def f(a, a): pass") == "duplicate argument 'a' in function definition"
assert bad("def f(a=1, b): pass") == 'parameter without a default follows parameter with a default'
assert bad("def f(*): pass") == 'named arguments must follow bare *'
assert bad("def f(*, **k): pass") == 'named arguments must follow bare *'
assert bad("def f(**k, a): pass") == 'arguments cannot follow var-keyword argument'
assert bad("def f(a, /, b, /): pass") == '/ may appear only once'
---
def bad(src):
    try:
        compile(src, "<s>", "exec")
    except SyntaxError as e:
        return e.msg
assert bad("def f(/, a): pass") == 'at least one argument must precede /'
assert bad("def f(*a, *b): pass") == '* argument may appear only once'
assert bad("def f(*a=1): pass") == 'var-positional argument cannot have default value'
assert bad("lambda a, a: 0") == "duplicate argument 'a' in function definition"
assert bad("def f(None): pass") == 'invalid syntax'
assert bad("f(**a=1)") == 'cannot assign to keyword argument unpacking'
---
# Many arguments.
def f(*a, **k): return len(a), len(k)
assert f(*range(1000), **{f"k{i}": i for i in range(500)}) == (1000, 500)
ns = {}
exec("def g(" + ", ".join(f"a{i}=0" for i in range(300)) + "): return a0 + a299", ns)
assert ns["g"](a299=7, a0=1) == 8
assert ns["g"](*range(300)) == 299
