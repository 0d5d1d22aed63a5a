# Builtin functions.
assert abs(-5) == 5
assert abs(2.5) == 2.5
assert repr(abs(3 + 4j)) == '5.0'
assert abs(True) == 1
assert all([])
assert all([1, 0]) is False
assert any([]) is False
assert any([0, 1])
assert ascii("é\n") == "'\\xe9\\n'"
assert ascii("a") == "'a'"
assert ascii([1, "é"]) == "[1, '\\xe9']"
assert bin(5) == '0b101'
assert oct(8) == '0o10'
assert hex(255) == '0xff'
assert bin(-5) == '-0b101'
assert chr(97) == 'a'
assert chr(0x1F600) == '😀'
assert ord("a") == 97
assert ord(b"a") == 97
assert ord("😀") == 128512
assert callable(len)
assert callable(int)
assert not callable(5)
assert callable(lambda: 0)
assert divmod(7, 2) == (3, 1)
assert divmod(-7, 2) == (-4, 1)
assert repr(divmod(7.5, 2)) == '(3.0, 1.5)'
assert list(enumerate("ab")) == [(0, 'a'), (1, 'b')]
assert list(enumerate("ab", 5)) == [(5, 'a'), (6, 'b')]
assert list(enumerate("ab", start=-1)) == [(-1, 'a'), (0, 'b')]
assert list(filter(None, [0, 1, "", "a"])) == [1, 'a']
assert list(filter(lambda x: x > 1, [1, 2, 3])) == [2, 3]
assert format(5, "03") == '005'
assert format("a", ">3") == '  a'
assert format(None) == 'None'
assert hash(5) == 5
assert hash("a") == hash("a")
assert id(5) == id(5)
assert isinstance(1, int)
assert isinstance(1, (str, int))
assert isinstance(1, int | str)
assert not isinstance("a", int | None)
assert isinstance(None, int | None)
assert isinstance(True, int)
assert issubclass(bool, int)
assert issubclass(int, (str, object))
assert issubclass(int, int | str)
assert not issubclass(str, int | None)
assert len("abc") == 3
assert len([]) == 0
assert len({}) == 0
assert len(range(5)) == 5
assert len(b"ab") == 2
assert list(map(str, [1, 2])) == ['1', '2']
assert list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])) == [11, 22]
assert list(map(max, [1, 5], [3, 2], [0, 9])) == [3, 9]
assert max(1, 3, 2) == 3
assert max([1, 3]) == 3
assert max("abc") == 'c'
assert max([], default="d") == 'd'
assert max([1, -5], key=abs) == -5
assert max("a", "bb", key=len) == 'bb'
assert max([1, 1.0]) == 1
assert max((1, 2), (1, 3)) == (1, 3)
assert min(1, 3, 2) == 1
assert min([3, 1]) == 1
assert min([], default=None) is None
assert min("b", "a") == 'a'
assert min([3, -1], key=lambda x: -x) == 3
assert next(iter([1])) == 1
assert next(iter([]), "d") == 'd'
assert next(iter([]), None) is None
assert pow(2, 3) == 8
assert pow(2, 3, 5) == 3
assert pow(2, -1) == 0.5
assert repr(pow(2.0, 3)) == '8.0'
assert pow(base=2, exp=3, mod=7) == 1
assert list(reversed([1, 2])) == [2, 1]
assert list(reversed("ab")) == ['b', 'a']
assert list(reversed(range(3))) == [2, 1, 0]
assert list(reversed((1, 2))) == [2, 1]
assert list(reversed({1: 2, 3: 4})) == [3, 1]
assert round(2.5) == 2
assert round(3.567, 2) == 3.57
assert round(1234, -2) == 1200
assert round(5) == 5
assert sorted([3, 1]) == [1, 3]
assert sorted("ba") == ['a', 'b']
assert sorted([1, 2], reverse=True) == [2, 1]
assert sorted({"b": 1, "a": 2}) == ['a', 'b']
assert sorted([(1, "b"), (1, "a")]) == [(1, 'a'), (1, 'b')]
assert sum([1, 2]) == 3
assert sum([], 5) == 5
assert sum([1.5, 2]) == 3.5
assert sum([[1], [2]], []) == [1, 2]
assert sum(range(10), start=1) == 46
assert sum([True, True]) == 2
assert repr(sum([0.1] * 10)) == '1.0'
assert repr(sum([1e16, 1, -1e16])) == '1.0'
assert list(zip([1, 2], "ab")) == [(1, 'a'), (2, 'b')]
assert list(zip()) == []
assert list(zip([1])) == [(1,)]
assert list(zip([1, 2], [3])) == [(1, 3)]
assert list(zip([1], [2], strict=True)) == [(1, 2)]
assert repr(type(5)) == "<class 'int'>"
assert repr(type("a")) == "<class 'str'>"
assert repr(type(None)) == "<class 'NoneType'>"
assert repr(type(type)) == "<class 'type'>"
assert repr(type(...)) == "<class 'ellipsis'>"
assert repr(type(NotImplemented)) == "<class 'NotImplementedType'>"
assert repr("a") == "'a'"
assert repr(5) == '5'
assert repr(None) == 'None'
assert repr(...) == 'Ellipsis'
assert repr(NotImplemented) == 'NotImplemented'
assert repr(int) == "<class 'int'>"
assert repr(len) == '<built-in function len>'
assert str(5) == '5'
assert str("a") == 'a'
assert bool([]) is False
assert bool("a") is True
assert int("5") == 5
assert float("1.5") == 1.5
assert repr(complex("1j")) == '1j'
assert iter([1]).__next__() == 1
assert list(iter([1, 2])) == [1, 2]
assert repr(slice(1, 2)) == 'slice(1, 2, None)'
assert repr(range(3)) == 'range(0, 3)'
assert repr(property) == "<class 'property'>"
assert repr(object) == "<class 'object'>"
assert vars(type("A", (), {"x": 1})()) == {}
assert print("x", end="") is None
assert isinstance(NotImplemented, type(NotImplemented))
assert ... is Ellipsis
assert __name__ == '__main__'
assert __debug__ is True
assert __builtins__ is not None
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: list(zip([1], [], strict=True))) == 'ValueError: zip() argument 2 is shorter than argument 1'
assert error(lambda: list(zip([], [1], strict=True))) == 'ValueError: zip() argument 2 is longer than argument 1'
assert error(lambda: list(zip([1, 2], [1, 2], [1], strict=True))) == 'ValueError: zip() argument 3 is shorter than arguments 1-2'
assert error(lambda: list(zip([1], [1, 2], strict=True))) == 'ValueError: zip() argument 2 is longer than argument 1'
assert list(map(lambda a, b: (a, b), [1, 2], [3, 4], strict=True)) == [(1, 3), (2, 4)]
assert error(lambda: list(map(lambda a, b: (a, b), [1], [3, 4], strict=True))) == 'ValueError: map() argument 2 is longer than argument 1'
assert error(lambda: list(map(lambda a, b: (a, b), [1, 2], [3], strict=True))) == 'ValueError: map() argument 2 is shorter than argument 1'
assert error(lambda: bool(NotImplemented)) == 'TypeError: NotImplemented should not be used in a boolean context'
assert error(lambda: not NotImplemented) == 'TypeError: NotImplemented should not be used in a boolean context'
assert error(lambda: isinstance(5, "int")) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: isinstance("s", (int, "x"))) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: isinstance(5, list[int])) == 'TypeError: isinstance() argument 2 cannot be a parameterized generic'
assert error(lambda: issubclass(5, int)) == 'TypeError: issubclass() arg 1 must be a class'
assert error(lambda: issubclass(int, list[int])) == 'TypeError: issubclass() argument 2 cannot be a parameterized generic'
assert isinstance(5, int | list[int])
assert error(lambda: sum(["a", "b"])) == "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
assert error(lambda: sum([[1]], 5)) == "TypeError: unsupported operand type(s) for +: 'int' and 'list'"
assert error(lambda: max(1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: max()) == 'TypeError: max expected at least 1 argument, got 0'
assert error(lambda: max([1, "a"])) == "TypeError: '>' not supported between instances of 'str' and 'int'"
assert error(lambda: max([1, 2], key=5)) == "TypeError: 'int' object is not callable"
assert error(lambda: min([])) == 'ValueError: min() iterable argument is empty'
assert error(lambda: chr(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: ord(5)) == 'TypeError: ord() expected string of length 1, but int found'
assert error(lambda: len(5)) == "TypeError: object of type 'int' has no len()"
assert error(lambda: abs([])) == "TypeError: bad operand type for abs(): 'list'"
assert error(lambda: round("a")) == "TypeError: type str doesn't define __round__ method"
assert error(lambda: pow("a", 2)) == "TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'"
assert error(lambda: hash({})) == "TypeError: unhashable type: 'dict'"
assert error(lambda: iter(5)) == "TypeError: 'int' object is not iterable"
assert error(lambda: next(iter([]))) == 'StopIteration: '
assert error(lambda: reversed(5)) == "TypeError: 'int' object is not reversible"
assert error(lambda: reversed({1, 2})) == "TypeError: 'set' object is not reversible"
assert error(lambda: enumerate(5)) == "TypeError: 'int' object is not iterable"
assert error(lambda: divmod("a", 1)) == "TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'"
assert error(lambda: vars(5)) == 'TypeError: vars() argument must have __dict__ attribute'
assert error(lambda: range(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: all(5)) == "TypeError: 'int' object is not iterable"
assert error(lambda: sorted([1j, 2j])) == "TypeError: '<' not supported between instances of 'complex' and 'complex'"
assert error(lambda: filter(5, [1]).__next__()) == "TypeError: 'int' object is not callable"
assert error(lambda: map(5, [1]).__next__()) == "TypeError: 'int' object is not callable"
assert error(lambda: bin(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: chr(-1)) == 'ValueError: chr() arg not in range(0x110000)'
assert error(lambda: format("a", "d")) == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: print(file=5, *[1])) == "AttributeError: 'int' object has no attribute 'write'"
assert error(lambda: eval("1", 5)) == 'TypeError: globals must be a dict'
assert error(lambda: __import__("no_such_module_xyz")) == "ModuleNotFoundError: No module named 'no_such_module_xyz'"
assert error(lambda: getattr(5, "nope")) == "AttributeError: 'int' object has no attribute 'nope'"
assert error(lambda: type("A", 5, {})) == 'TypeError: type.__new__() argument 2 must be tuple, not int'
assert error(lambda: object.__new__(5)) == 'TypeError: object.__new__(X): X is not a type object (int)'
---
# iter(callable, sentinel); iterators keep their exhaustion.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
n = 0
def f():
    global n
    n += 1
    return n
assert list(iter(f, 4)) == [1, 2, 3]
assert n == 4
it = iter(f, 6)
assert next(it) == 5
assert list(it) == []
assert list(it) == []
e = enumerate("ab")
assert next(e) == (0, 'a')
assert list(e) == [(1, 'b')]
assert list(e) == []
assert iter(e) is e
z = zip("ab", [1])
assert next(z) == ('a', 1)
assert list(z) == []
m = map(str, [1])
assert next(m) == '1'
assert next(m, "end") == 'end'
assert iter(m) is m
def boom(): raise StopIteration
assert list(iter(boom, 0)) == []
def err(): raise ValueError("v")
assert error(lambda: list(iter(err, 0))) == 'ValueError: v'
r = reversed([1, 2, 3])
assert next(r) == 3
assert list(r) == [2, 1]
assert type(r).__name__ == 'list_reverseiterator'
class Rev:
    def __reversed__(self): return iter("custom")
assert "".join(reversed(Rev())) == 'custom'
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
assert list(reversed(Seq())) == [20, 10, 0]
class NoRev:
    __reversed__ = None
assert error(lambda: reversed(NoRev())) == "TypeError: 'NoRev' object is not reversible"
x = iter([1, 2, 3])
assert list(zip(x, x)) == [(1, 2)]
assert [*zip(*[[1, 2], [3, 4]])] == [(1, 3), (2, 4)]
a, b = zip(*[(1, "x"), (2, "y")])
assert a == (1, 2)
assert b == ('x', 'y')
import operator
class Hint:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10
assert operator.length_hint(Hint()) == 10
assert list(Hint()) == [1]
---
# getattr, setattr, delattr, hasattr, vars, dir.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
assert getattr(a, "x") == 1
assert getattr(a, "zz", 5) == 5
assert hasattr(a, "y")
assert not hasattr(a, "zz")
setattr(a, "z", 3)
delattr(a, "y")
assert vars(a) == {'z': 3}
assert [n for n in dir(a) if not n.startswith("__")] == ['x', 'z']
assert [n for n in dir(A) if not n.startswith("__")] == ['x']
assert "append" in dir([])
assert "__len__" in dir("")
assert dir(5) == sorted(dir(5))
assert "real" in dir(int)
def f():
    b = 1; a = 2
    return dir(), vars()
assert f() == (['a', 'b'], {'b': 1, 'a': 2})
assert "A" in dir()
assert dir(type("E", (), {"__dir__": lambda s: ["q"]})()) == ['q']
import types
m = types.ModuleType("m", "doc")
m.v = 1
assert dir(m) == ['__doc__', '__loader__', '__name__', '__package__', '__spec__', 'v']
assert m.__doc__ == 'doc'
assert m.__name__ == 'm'
assert repr(m) == "<module 'm'>"
m.__dir__ = lambda: ["custom"]
assert dir(m) == ['custom']
m.__getattr__ = lambda n: "dyn " + n
assert m.zork == 'dyn zork'
assert error(lambda: types.ModuleType("e").zork) == "AttributeError: module 'e' has no attribute 'zork'"
---
# compile, exec, eval.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
c = compile("x + 1", "<expr>", "eval")
assert eval(c, {"x": 1}) == 2
assert c.co_filename == '<expr>'
assert c.co_name == '<module>'
assert type(c).__name__ == 'code'
c = compile("y = 5\nz = y * 2", "f.py", "exec")
ns = {}
exec(c, ns)
assert ns["z"] == 10
assert "__builtins__" in ns
c = compile("5", "<s>", "single")
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as s: exec(c)
assert s.getvalue() == '5\n'
with contextlib.redirect_stdout(io.StringIO()) as s: exec(compile("None", "<s>", "single")); exec(compile("'a'; 2", "<s>", "single"))
assert s.getvalue() == "'a'\n2\n"
assert error(lambda: compile("x +", "f", "eval")) == 'SyntaxError: invalid syntax (f, line 1)'
assert error(lambda: compile("x = 1", "f", "eval")) == 'SyntaxError: invalid syntax (f, line 1)'
assert error(lambda: compile("1; 2", "f", "eval")) == 'SyntaxError: invalid syntax (f, line 1)'
assert error(lambda: compile("a = 1\nb = 2", "f", "single")) == 'SyntaxError: multiple statements found while compiling a single statement (f, line 1)'
assert error(lambda: compile("if 1:\n", "f", "exec")) == "IndentationError: expected an indented block after 'if' statement on line 1 (f, line 1)"
assert error(lambda: compile("x", "f", "zz")) == "ValueError: compile() mode must be 'exec', 'eval' or 'single'"
assert error(lambda: compile("\0", "f", "exec")) == 'SyntaxError: source code string cannot contain null bytes'
assert error(lambda: compile(5, "f", "exec")) == 'TypeError: compile() arg 1 must be a string, bytes or AST object'
assert eval("1, 2") == (1, 2)
assert None is None
assert eval("  5 ") == 5
assert 5 == 5
assert error(lambda: eval("")) == 'SyntaxError: invalid syntax (<string>, line 0)'
assert error(lambda: eval("a b")) == 'SyntaxError: invalid syntax (<string>, line 1)'
assert error(lambda: exec("x = ")) == 'SyntaxError: invalid syntax (<string>, line 1)'
assert error(lambda: eval(c, 5)) == 'TypeError: globals must be a dict'
try: compile("x = (1,\ny = 2", "file.py", "exec")
except SyntaxError as e:
    assert e.filename == 'file.py'
    assert e.lineno == 1
    assert e.offset == 5
    assert e.text == 'x = (1,'
    assert e.msg == "'(' was never closed"
try: compile("if x:\n  a\n   b", "file.py", "exec")
except IndentationError as e:
    assert e.lineno == 3
    assert e.msg == 'unexpected indent'
    assert type(e).__name__ == 'IndentationError'
try: compile("if x:\n\ta\n        b", "file.py", "exec")
except TabError as e:
    assert e.lineno == 3
    assert e.msg == 'inconsistent use of tabs and spaces in indentation'
exec("def f(): return 7", ns)
assert ns["f"]() == 7
assert (ns["f"].__module__ if "__module__" in dir(ns["f"]) else None) is None
assert eval("f()", ns) == 7
assert eval("[f() for _ in range(2)]", ns) == [7, 7]
import ast
t = ast.parse("a + b * 2", mode="eval")
assert ast.unparse(t) == 'a + b * 2'
assert eval(compile(t, "t", "eval"), {"a": 1, "b": 2}) == 5
assert ast.literal_eval("[1, 'a', {2: (3, None)}, -5, True]") == [1, 'a', {2: (3, None)}, -5, True]
assert error(lambda: ast.literal_eval("f()")) == "ValueError: malformed node or string on line 1: Call(func=Name(id='f', ctx=Load()), args=[], keywords=[])"
exec("", {}), exec("# only a comment"), exec("\n\n")
ns = {"__builtins__": {}}
assert error(lambda: eval("len([])", ns)) == "NameError: name 'len' is not defined"
assert eval("1 + 1", ns) == 2
ns = {"__builtins__": {"len": lambda x: "fake"}}
assert eval("len([])", ns) == 'fake'
---
# print.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import io, sys
def out(*a, **k):
    s = io.StringIO()
    print(*a, file=s, **k)
    return s.getvalue()
assert out() == '\n'
assert out(1, "a", None) == '1 a None\n'
assert out(1, 2, sep="-") == '1-2\n'
assert out("a", end="") == 'a'
assert out("a", "b", sep="", end="!") == 'ab!'
assert out(sep="x") == '\n'
assert out([1, "a"]) == "[1, 'a']\n"
assert out(1.0, 2j, True) == '1.0 2j True\n'
assert out("é") == 'é\n'
assert out(1, 2, sep=None, end=None) == '1 2\n'
assert out(*"abc", sep=",") == 'a,b,c\n'
assert out("x", flush=True) == 'x\n'
class W:
    def __init__(self): self.w = []
    def write(self, s): self.w.append(s)
w = W(); print("a", 1, file=w)
assert w.w == ['a', ' ', '1', '\n']
class S:
    def __str__(self): return "S!"
assert out(S(), [S()])[:3] == 'S! '
assert error(lambda: print("a", sep=5)) == 'TypeError: sep must be None or a string, not int'
assert error(lambda: print("a", end=b"")) == 'TypeError: end must be None or a string, not bytes'
assert error(lambda: print("a", nope=1)) == "TypeError: print() got an unexpected keyword argument 'nope'"
old = sys.stdout; sys.stdout = io.StringIO(); print("redirected"); got = sys.stdout.getvalue(); sys.stdout = old
assert got == 'redirected\n'
---
# Unions and generic aliases at run time.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(int | str) == 'int | str'
assert repr(type(int | str)) == "<class 'typing.Union'>"
assert repr((int | str).__args__) == "(<class 'int'>, <class 'str'>)"
assert repr(int | None) == 'int | None'
assert int | str == str | int
assert repr(int | int) == "<class 'int'>"
assert repr(list[int]) == 'list[int]'
assert repr(dict[str, int]) == 'dict[str, int]'
assert repr(tuple[int, ...]) == 'tuple[int, ...]'
assert repr(list[int].__origin__) == "<class 'list'>"
assert repr(dict[str, int].__args__) == "(<class 'str'>, <class 'int'>)"
assert repr(list[list[int]]) == 'list[list[int]]'
assert list[int] == list[int]
assert hash(list[int]) == hash(list[int])
assert list[int]([1]) == [1]
assert repr(type(list[int])) == "<class 'types.GenericAlias'>"
assert isinstance(5, int | str)
assert repr((int | None).__args__) == "(<class 'int'>, <class 'NoneType'>)"
assert error(lambda: int | 5) == "TypeError: unsupported operand type(s) for |: 'type' and 'int'"
assert error(lambda: 5 | int) == "TypeError: unsupported operand type(s) for |: 'int' and 'type'"
assert error(lambda: list[int] | 5) == "TypeError: unsupported operand type(s) for |: 'types.GenericAlias' and 'int'"
assert repr(list[int] | None) == 'list[int] | None'
assert error(lambda: int[str]) == "TypeError: type 'int' is not subscriptable"
assert error(lambda: isinstance([], list[int])) == 'TypeError: isinstance() argument 2 cannot be a parameterized generic'
assert repr(type[int]) == 'type[int]'
assert repr(set[int]) == 'set[int]'
assert repr(frozenset[str]) == 'frozenset[str]'
assert repr(list["X"]) == "list['X']"
assert error(lambda: list[int].append.zork) == "AttributeError: 'method_descriptor' object has no attribute 'zork'"
class G:
    def __class_getitem__(cls, k): return f"G[{k}]"
assert G[int] == "G[<class 'int'>]"
