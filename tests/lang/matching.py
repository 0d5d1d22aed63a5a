# match: literal, capture, wildcard, or, guards, value patterns.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case "a" | b"a": return "a"
        case None: return "none"
        case True: return "true"
        case int() if x > 100: return "big"
        case int(n) if n > 50: return ("over 50", n)
        case str() as s: return ("str", s)
        case _: return "other"
assert [f(x) for x in (0, 2, -1, 1.5, 2 + 3j, "a", b"a", None, 200, 77, "zz", [], 10)] == ['zero', 'small', 'minus', 'float', 'complex', 'a', 'a', 'none', 'big', ('over 50', 77), ('str', 'zz'), 'other', 'other']
assert f(True) == 'small'
assert f(False) == 'zero'
assert f(0.0) == 'zero'
assert f(1.0) == 'small'
assert f(-1.0) == 'minus'
class C:
    X = 5
    class D: Y = "why"
def g(x):
    match x:
        case C.X: return "C.X"
        case C.D.Y: return "C.D.Y"
        case y: return ("captured", y)
assert g(5) == 'C.X'
assert g("why") == 'C.D.Y'
assert g(6) == ('captured', 6)
match 7:
    case z: pass
assert z == 7
match 1, 2:
    case a, b: pass
assert a == 1
assert b == 2
match = 3; case = 4; type = 5; _ = 6
assert match + case + type + _ == 18
match (match):
    case 3: r = "name"
assert r == 'name'
---
# Sequence patterns.
def f(x):
    match x:
        case []: return "empty"
        case [1]: return "one"
        case [a]: return ("single", a)
        case [1, *rest]: return ("starts with 1", rest)
        case [*init, "end"]: return ("ends", init)
        case [a, *_, b] if a == b: return ("same ends", a)
        case (a, (b, c)): return ("nested", a, b, c)
        case [a, b]: return ("pair", a, b)
        case [_, _, *more]: return ("long", more)
        case _: return "no"
assert f([]) == 'empty'
assert f(()) == 'empty'
assert f([1]) == 'one'
assert f((2,)) == ('single', 2)
assert f([1, 2, 3]) == ('starts with 1', [2, 3])
assert f(["x", "end"]) == ('ends', ['x'])
assert f([5, 6, 5]) == ('same ends', 5)
assert f([1.5, [2, 3]]) == ('nested', 1.5, 2, 3)
assert f([7, 8]) == ('pair', 7, 8)
assert f(range(4)) == ('long', [2, 3])
assert f([3, 4, 5]) == ('long', [5])
assert f("ab") == 'no'
assert f(b"ab") == 'no'
assert f({1, 2}) == 'no'
assert f({1: 2}) == 'no'
assert f(iter([1])) == 'no'
assert f(5) == 'no'
assert f(bytearray(b"x")) == 'no'
from collections import deque
from array import array
assert f(deque([1, 9])) == ('starts with 1', [9])
assert f(array("i", [4])) == ('single', 4)
assert f(memoryview(b"ab")) == ('pair', 97, 98)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]: pass
assert a == 1
assert b == 2
assert c == [3, 4]
match range(10):
    case [x, y, *_, z]: pass
assert x == 0
assert y == 1
assert z == 9
def g(x):
    match x:
        case [int(), str()] | [str(), int()]: return "mixed"
        case [[*_], [*_]]: return "two lists"
        case *a, 5: return a
assert g([1, "a"]) == 'mixed'
assert g(["a", 1]) == 'mixed'
assert g([[1], []]) == 'two lists'
assert g((1, 2, 5)) == [1, 2]
---
# Mapping patterns.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(x):
    match x:
        case {"k": 1}: return "k is 1"
        case {"k": v, "l": [a, *_]}: return ("kl", v, a)
        case {"only": x, **rest}: return ("rest", x, rest)
        case {2: "one", None: n}: return n
        case {-1: y}: return ("minus", y)
        case {}: return "any dict"
        case _: return "no"
assert f({"k": 1, "z": 0}) == 'k is 1'
assert f({"k": 2, "l": (3, 4)}) == ('kl', 2, 3)
assert f({"only": 1, "b": 2}) == ('rest', 1, {'b': 2})
assert f({"only": 9}) == ('rest', 9, {})
assert f({-1: 5}) == ('minus', 5)
assert f({}) == 'any dict'
assert f({"q": 1}) == 'any dict'
assert f([]) == 'no'
assert f({2: "one", None: "n"}) == 'n'
import collections
d = collections.defaultdict(list)
assert f(d) == 'any dict'
assert len(d) == 0
class K: A = "k"
match {"k": 7}:
    case {K.A: v}: pass
assert v == 7
match {"a": {"b": {"c": 1}}}:
    case {"a": {"b": {"c": x}}}: pass
assert x == 1
import types
assert f(types.MappingProxyType({"k": 1})) == 'k is 1'
assert f(collections.OrderedDict(k=1)) == 'k is 1'
assert f(collections.ChainMap({"k": 1})) == 'k is 1'
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("match x:\n case {'a': 1, 'a': 2}: pass") == "mapping pattern checks duplicate key ('a')"
class Dup: X = "a"; Y = "a"
def dup():
    match {"a": 1, "b": 2}:
        case {Dup.X: 1, Dup.Y: 2}: pass
assert error(lambda: dup()) == "ValueError: mapping pattern checks duplicate key ('a')"
---
# Class patterns.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
class N:
    def __init__(self): self.a = 1
def f(v):
    match v:
        case P(0, 0): return "origin"
        case P(0, y): return ("on y", y)
        case P(x=x, y=0): return ("on x", x)
        case Q(): return "Q"
        case P(x, y) if x == y: return "diag"
        case P(): return "P"
        case N(a=1, b=_): return "never"
        case N(a=a): return ("N", a)
        case int(i): return ("int", i)
        case str("x"): return "x"
        case list([1, *r]): return ("list", r)
        case dict(d): return ("dict", d)
        case float() | complex(): return "num"
        case tuple((a, b)): return ("tuple", a, b)
assert f(P(0, 0)) == 'origin'
assert f(P(0, 3)) == ('on y', 3)
assert f(P(4, 0)) == ('on x', 4)
assert f(Q(1, 2)) == 'Q'
assert f(P(5, 5)) == 'diag'
assert f(P(1, 2)) == 'P'
assert f(N()) == ('N', 1)
assert f(5) == ('int', 5)
assert f(True) == ('int', True)
assert f("x") == 'x'
assert f("y") is None
assert f([1, 2]) == ('list', [2])
assert f({1: 2}) == ('dict', {1: 2})
assert f(1.5) == 'num'
assert f((1, 2)) == ('tuple', 1, 2)
assert f(None) is None
import dataclasses
@dataclasses.dataclass
class D:
    a: int
    b: list
match D(1, [2, 3]):
    case D(a, [b, *c]): pass
assert a == 1
assert b == 2
assert c == [3]
def toomany():
    match P(1, 2):
        case P(1, 2, 3): pass
assert error(lambda: toomany()) == 'TypeError: P() accepts 2 positional sub-patterns (3 given)'
def noargs():
    match N():
        case N(1): pass
assert error(lambda: noargs()) == 'TypeError: N() accepts 0 positional sub-patterns (1 given)'
def notclass():
    match 1:
        case f(): pass
assert error(lambda: notclass()) == 'TypeError: called match pattern must be a class'
def twice():
    match P(1, 2):
        case P(1, x=2): pass
assert error(lambda: twice()) == "TypeError: P() got multiple sub-patterns for attribute 'x'"
class BadArgs: __match_args__ = ["x"]
def badargs():
    match BadArgs():
        case BadArgs(1): pass
assert error(lambda: badargs()) == 'TypeError: BadArgs.__match_args__ must be a tuple (got list)'
def intmany():
    match 5:
        case int(1, 2): pass
assert error(lambda: intmany()) == 'TypeError: int() accepts 1 positional sub-pattern (2 given)'
class Str: __match_args__ = (5,)
def nonstr():
    match Str():
        case Str(1): pass
assert error(lambda: nonstr()) == 'TypeError: __match_args__ elements must be strings (got int)'
class Prop:
    @property
    def p(self): raise ValueError("prop")
def prop():
    match Prop():
        case Prop(p=1): pass
assert error(lambda: prop()) == 'ValueError: prop'
---
# as patterns, nesting, binding before failing guards.
match [1, (2, 3)]:
    case [a, (b, c) as pair] as whole: pass
assert a == 1
assert b == 2
assert c == 3
assert pair == (2, 3)
assert whole == [1, (2, 3)]
def f(x):
    match x:
        case (1 | 2) as n: return ("n", n)
        case [(0 | 1) as p, *q]: return (p, q)
        case {"t": "a" | "b" as t}: return t
assert f(2) == ('n', 2)
assert f([1, 5]) == (1, [5])
assert f({"t": "b"}) == 'b'
assert f(9) is None
seen = []
match 5:
    case x if seen.append(x): pass
    case y if y > 3: seen.append("second")
assert seen == [5, 'second']
assert x == 5
assert y == 5
log = []
class E:
    def __eq__(self, o): log.append(o); return False
match E():
    case 1: pass
    case "a": pass
    case None: pass
    case True: pass
assert log == [1, 'a']
def subject(): log.append("once"); return 3
log.clear()
match subject():
    case 1: pass
    case 2: pass
    case 3: log.append("hit")
assert log == ['once', 'hit']
match 1, :
    case (a,): pass
assert a == 1
match *[1, 2], 3:
    case [*all]: pass
assert all == [1, 2, 3]
match x := 5, x + 1:
    case v: pass
assert v == (5, 6)
match {"a": 1}:
    case {"a": int() | float() as n}: pass
assert n == 1
---
# Flow: no fall through, nothing matched, in loops and functions.
out = []
for v in [1, "s", None, 2.5, [1]]:
    match v:
        case int(): out.append("int"); continue
        case str(): pass
        case None: break
    out.append("after")
assert out == ['int', 'after']
match 5:
    case 6: assert False
def ret(x):
    while True:
        match x:
            case 0: return "done"
            case n if n % 2: x = n - 1
            case _: x = x // 2
assert ret(9) == 'done'
def nested(x):
    match x:
        case [a, b]:
            match a:
                case 1: return "inner 1"
                case _: return ("inner", b)
        case _: return "outer"
assert nested([1, 2]) == 'inner 1'
assert nested([3, 4]) == ('inner', 4)
assert nested(5) == 'outer'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("match x:\n case a: pass\n case b: pass") == "name capture 'a' makes remaining patterns unreachable"
assert bad("match x:\n case _: pass\n case b: pass") == 'wildcard makes remaining patterns unreachable'
assert bad("match x:\n case a | b: pass") == "name capture 'a' makes remaining patterns unreachable"
assert bad("match x:\n case 1 | a: pass\n case 2: pass") == "name capture 'a' makes remaining patterns unreachable"
assert bad("match x:\n case [a, a]: pass") == "multiple assignments to name 'a' in pattern"
assert bad("match x:\n case [*a, *b]: pass") == 'multiple starred names in sequence pattern'
assert bad("match x:\n case {**r, 'a': 1}: pass") == 'invalid syntax'
assert bad("match x:\n case a.b(): pass\n case 1 + 2: pass") == 'imaginary number required in complex literal'
assert bad("match x:\n case f'x': pass") == 'patterns may only match literals and attribute lookups'
assert bad("match x:\n case P(a=1, 2): pass") == 'positional patterns follow keyword patterns'
assert bad("match x:\n case P(a=1, a=2): pass") == 'attribute name repeated in class pattern: a'
assert bad("match x:\n case 1 as _: pass") == "cannot use '_' as a target"
assert bad("match x:\n case -a: pass") == 'invalid syntax'
assert bad("match x:\n case *a: pass") == 'invalid syntax'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("match x:\n pass") == 'invalid syntax'
assert bad("match x:\ncase 1: pass") == "expected an indented block after 'match' statement on line 1"
assert bad("match x\n case 1: pass") == "expected ':'"
assert bad("match x:\n case 1 pass") == 'invalid syntax'
assert bad("match x:\n case (1 as a) as a: pass") == "multiple assignments to name 'a' in pattern"
assert bad("match x:\n case {_: 1}: pass") == 'invalid syntax'
assert bad("match x:\n case 'a' + 'b': pass") == 'invalid syntax'
assert bad("match x:\n case 1j + 2: pass") == 'real number required in complex literal'
