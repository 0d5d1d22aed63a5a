# Builtin functions.
assert repr((abs(-5), abs(2.5), abs(3 + 4j), abs(True))) == '(5, 2.5, 5.0, 1)'
assert (all([]), all([1, 0]), any([]), any([0, 1])) == (True, False, False, True)
assert (ascii("é\n"), ascii("a"), ascii([1, "é"])) == ("'\\xe9\\n'", "'a'", "[1, '\\xe9']")
assert (bin(5), oct(8), hex(255), bin(-5)) == ('0b101', '0o10', '0xff', '-0b101')
assert (chr(97), chr(0x1F600), ord("a"), ord(b"a"), ord("😀")) == ('a', '😀', 97, 97, 128512)
assert (callable(len), callable(int), callable(5), callable(lambda: 0)) == (True, True, False, True)
assert repr((divmod(7, 2), divmod(-7, 2), divmod(7.5, 2))) == '((3, 1), (-4, 1), (3.0, 1.5))'
assert (list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1))) == ([(0, 'a'), (1, 'b')], [(5, 'a'), (6, 'b')], [(-1, 'a'), (0, 'b')])
assert (list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3]))) == ([1, 'a'], [2, 3])
assert (format(5, "03"), format("a", ">3"), format(None)) == ('005', '  a', 'None')
assert (hash(5), hash("a") == hash("a"), id(5) == id(5)) == (5, True, True)
assert (isinstance(1, int), isinstance(1, (str, int)), isinstance(1, int | str), isinstance("a", int | None), isinstance(None, int | None), isinstance(True, int)) == (True, True, True, False, True, True)
assert (issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int | str), issubclass(str, int | None)) == (True, True, True, False)
assert (len("abc"), len([]), len({}), len(range(5)), len(b"ab")) == (3, 0, 0, 5, 2)
assert (list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [3, 2], [0, 9]))) == (['1', '2'], [11, 22], [3, 9])
assert (max(1, 3, 2), max([1, 3]), max("abc"), max([], default="d"), max([1, -5], key=abs), max("a", "bb", key=len), max([1, 1.0]), max((1, 2), (1, 3))) == (3, 3, 'c', 'd', -5, 'bb', 1, (1, 3))
assert (min(1, 3, 2), min([3, 1]), min([], default=None), min("b", "a"), min([3, -1], key=lambda x: -x)) == (1, 1, None, 'a', 3)
assert (next(iter([1])), next(iter([]), "d"), next(iter([]), None)) == (1, 'd', None)
assert repr((pow(2, 3), pow(2, 3, 5), pow(2, -1), pow(2.0, 3), pow(base=2, exp=3, mod=7))) == '(8, 3, 0.5, 8.0, 1)'
assert (list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({1: 2, 3: 4}))) == ([2, 1], ['b', 'a'], [2, 1, 0], [2, 1], [3, 1])
assert (round(2.5), round(3.567, 2), round(1234, -2), round(5)) == (2, 3.57, 1200, 5)
assert (sorted([3, 1]), sorted("ba"), sorted([1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")])) == ([1, 3], ['a', 'b'], [2, 1], ['a', 'b'], [(1, 'a'), (1, 'b')])
assert repr((sum([1, 2]), sum([], 5), sum([1.5, 2]), sum([[1], [2]], []), sum(range(10), start=1), sum([True, True]), sum([0.1] * 10), sum([1e16, 1, -1e16]))) == '(3, 5, 3.5, [1, 2], 46, 2, 1.0, 1.0)'
assert (list(zip([1, 2], "ab")), list(zip()), list(zip([1])), list(zip([1, 2], [3])), list(zip([1], [2], strict=True))) == ([(1, 'a'), (2, 'b')], [], [(1,)], [(1, 3)], [(1, 2)])
assert repr((type(5), type("a"), type(None), type(type), type(...), type(NotImplemented))) == "(<class 'int'>, <class 'str'>, <class 'NoneType'>, <class 'type'>, <class 'ellipsis'>, <class 'NotImplementedType'>)"
assert (repr("a"), repr(5), repr(None), repr(...), repr(NotImplemented), repr(int), repr(len)) == ("'a'", '5', 'None', 'Ellipsis', 'NotImplemented', "<class 'int'>", '<built-in function len>')
assert repr((str(5), str("a"), bool([]), bool("a"), int("5"), float("1.5"), complex("1j"))) == "('5', 'a', False, True, 5, 1.5, 1j)"
assert (iter([1]).__next__(), list(iter([1, 2]))) == (1, [1, 2])
assert repr((slice(1, 2), range(3), property, object)) == "(slice(1, 2, None), range(0, 3), <class 'property'>, <class 'object'>)"
assert vars(type("A", (), {"x": 1})()) == {}
assert print("x", end="") is None
assert (isinstance(NotImplemented, type(NotImplemented)), ... is Ellipsis) == (True, True)
assert (__name__, __debug__, __builtins__ is not None) == ('__main__', True, True)
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
assert error(lambda: isinstance(5, (int, "x")) if False else isinstance("s", (int, "x"))) == 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'
assert error(lambda: isinstance(5, list[int])) == 'TypeError: isinstance() argument 2 cannot be a parameterized generic'
assert error(lambda: issubclass(5, int)) == 'TypeError: issubclass() arg 1 must be a class'
assert error(lambda: issubclass(int, list[int])) == 'TypeError: issubclass() argument 2 cannot be a parameterized generic'
assert error(lambda: isinstance(5, int | list[int])) == 'no error'
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
assert (list(iter(f, 4)), n) == ([1, 2, 3], 4)
it = iter(f, 6)
assert (next(it), list(it), list(it)) == (5, [], [])
e = enumerate("ab")
assert (next(e), list(e), list(e), iter(e) is e) == ((0, 'a'), [(1, 'b')], [], True)
z = zip("ab", [1])
assert (next(z), list(z)) == (('a', 1), [])
m = map(str, [1])
assert (next(m), next(m, "end"), iter(m) is m) == ('1', 'end', True)
def boom(): raise StopIteration
assert list(iter(boom, 0)) == []
def err(): raise ValueError("v")
assert error(lambda: list(iter(err, 0))) == 'ValueError: v'
r = reversed([1, 2, 3])
assert (next(r), list(r), type(r).__name__) == (3, [2, 1], 'list_reverseiterator')
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
assert (a, b) == ((1, 2), ('x', 'y'))
import operator
class Hint:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10
assert (operator.length_hint(Hint()), list(Hint())) == (10, [1])
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
assert (getattr(a, "x"), getattr(a, "zz", 5), hasattr(a, "y"), hasattr(a, "zz")) == (1, 5, True, False)
setattr(a, "z", 3)
delattr(a, "y")
assert (vars(a), [n for n in dir(a) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")]) == ({'z': 3}, ['x', 'z'], ['x'])
assert ("append" in dir([]), "__len__" in dir(""), dir(5) == sorted(dir(5)), "real" in dir(int)) == (True, True, True, True)
def f():
    b = 1; a = 2
    return dir(), vars()
assert f() == (['a', 'b'], {'b': 1, 'a': 2})
assert ("A" in dir(), dir(type("E", (), {"__dir__": lambda s: ["q"]})())) == (True, ['q'])
import types
m = types.ModuleType("m", "doc")
m.v = 1
assert (dir(m), m.__doc__, m.__name__, repr(m)) == (['__doc__', '__loader__', '__name__', '__package__', '__spec__', 'v'], 'doc', 'm', "<module 'm'>")
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
assert (eval(c, {"x": 1}), c.co_filename, c.co_name, type(c).__name__) == (2, '<expr>', '<module>', 'code')
c = compile("y = 5\nz = y * 2", "f.py", "exec")
ns = {}
exec(c, ns)
assert (ns["z"], "__builtins__" in ns) == (10, True)
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
assert (eval("1, 2"), eval("(yield)") if False else None) == ((1, 2), None)
assert (eval("  5 "), eval("\n5\n") if False else 5) == (5, 5)
assert error(lambda: eval("")) == 'SyntaxError: invalid syntax (<string>, line 0)'
assert error(lambda: eval("a b")) == 'SyntaxError: invalid syntax (<string>, line 1)'
assert error(lambda: exec("x = ")) == 'SyntaxError: invalid syntax (<string>, line 1)'
assert error(lambda: eval(c, 5)) == 'TypeError: globals must be a dict'
try: compile("x = (1,\ny = 2", "file.py", "exec")
except SyntaxError as e:
    assert (e.filename, e.lineno, e.offset, e.text, e.msg) == ('file.py', 1, 5, 'x = (1,', "'(' was never closed")
try: compile("if x:\n  a\n   b", "file.py", "exec")
except IndentationError as e:
    assert (e.lineno, e.msg, type(e).__name__) == (3, 'unexpected indent', 'IndentationError')
try: compile("if x:\n\ta\n        b", "file.py", "exec")
except TabError as e:
    assert (e.lineno, e.msg) == (3, 'inconsistent use of tabs and spaces in indentation')
exec("def f(): return 7", ns)
assert (ns["f"](), ns["f"].__module__ if "__module__" in dir(ns["f"]) else None) == (7, None)
assert (eval("f()", ns), eval("[f() for _ in range(2)]", ns)) == (7, [7, 7])
import ast
t = ast.parse("a + b * 2", mode="eval")
assert (ast.unparse(t), eval(compile(t, "t", "eval"), {"a": 1, "b": 2})) == ('a + b * 2', 5)
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
assert (out(), out(1, "a", None), out(1, 2, sep="-"), out("a", end=""), out("a", "b", sep="", end="!"), out(sep="x"), out([1, "a"]), out(1.0, 2j, True)) == ('\n', '1 a None\n', '1-2\n', 'a', 'ab!', '\n', "[1, 'a']\n", '1.0 2j True\n')
assert (out("é"), out(1, 2, sep=None, end=None), out(*"abc", sep=","), out("x", flush=True)) == ('é\n', '1 2\n', 'a,b,c\n', 'x\n')
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
assert repr((int | str, type(int | str), (int | str).__args__, int | None, int | str == str | int, int | int)) == "(int | str, <class 'typing.Union'>, (<class 'int'>, <class 'str'>), int | None, True, <class 'int'>)"
assert repr((list[int], dict[str, int], tuple[int, ...], list[int].__origin__, dict[str, int].__args__, list[list[int]])) == "(list[int], dict[str, int], tuple[int, ...], <class 'list'>, (<class 'str'>, <class 'int'>), list[list[int]])"
assert repr((list[int] == list[int], hash(list[int]) == hash(list[int]), list[int]([1]), type(list[int]))) == "(True, True, [1], <class 'types.GenericAlias'>)"
assert repr((isinstance(5, int | str), (int | None).__args__)) == "(True, (<class 'int'>, <class 'NoneType'>))"
assert error(lambda: int | 5) == "TypeError: unsupported operand type(s) for |: 'type' and 'int'"
assert error(lambda: 5 | int) == "TypeError: unsupported operand type(s) for |: 'int' and 'type'"
assert error(lambda: list[int] | 5) == "TypeError: unsupported operand type(s) for |: 'types.GenericAlias' and 'int'"
assert repr(list[int] | None) == 'list[int] | None'
assert error(lambda: int[str]) == "TypeError: type 'int' is not subscriptable"
assert error(lambda: isinstance([], list[int])) == 'TypeError: isinstance() argument 2 cannot be a parameterized generic'
assert repr((type[int], set[int], frozenset[str], list["X"])) == "(type[int], set[int], frozenset[str], list['X'])"
assert error(lambda: list[int].append.zork) == "AttributeError: 'method_descriptor' object has no attribute 'zork'"
class G:
    def __class_getitem__(cls, k): return f"G[{k}]"
assert G[int] == "G[<class 'int'>]"
