# if, while, for, break, continue, else, pass.
out = []
for i in range(5):
    if i == 1: continue
    if i == 3: break
    out.append(i)
else:
    out.append("else")
assert out == [0, 2] and i == 3
for i in []: pass
else: out.append("empty else")
assert out[-1] == "empty else"
for i in "ab":
    pass
else:
    i = "done"
assert i == "done"
---
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
else:
    n = 100
assert n == 4
while n: n -= 1
else: n = "fell"
assert n == "fell"
while True:
    break
else:
    assert False
---
def find(seq, x):
    for i, v in enumerate(seq):
        if v == x: return i
    else:
        return -1
assert find([5, 6], 6) == 1 and find([], 1) == -1
def nested():
    hits = []
    for i in range(3):
        for j in range(3):
            if j == 2: break
            if i == j: continue
            hits.append((i, j))
        else:
            hits.append("never")
    return hits
assert nested() == [(0, 1), (1, 0), (2, 0), (2, 1)]
---
# The loop variable outlives the loop; an empty loop leaves it unbound.
for k in (1, 2): pass
assert k == 2
for never in (): pass
never                              ### "NameError: name 'never' is not defined"
---
# Targets of for: subscripts, attributes, tuples, stars.
d = {}
for d["k"] in range(3): pass
assert d == {"k": 2}
class O: pass
o = O()
for o.x, (o.y, *o.z) in [(1, (2, 3, 4))]: pass
assert (o.x, o.y, o.z) == (1, 2, [3, 4])
l = [0]
for l[0] in [7]: pass
assert l == [7]
for x, in [(1,), (2,)]: pass
assert x == 2
for [a, b] in ["xy"]: pass
assert a + b == "xy"
for i in 1, 2, 3: pass
assert i == 3
---
# The iterable is evaluated once; mutation of the name does not matter.
xs = [1, 2, 3]
out = []
for x in xs:
    xs = []
    out.append(x)
assert out == [1, 2, 3]
---
# Chained conditions.
def size(n):
    if n < 0: return "neg"
    elif n == 0: return "zero"
    elif n < 10: return "small"
    else: return "big"
assert [size(n) for n in (-1, 0, 5, 50)] == ['neg', 'zero', 'small', 'big']
if []: assert False
elif 0: assert False
else: ok = True
assert ok
if 1:
    if 0: pass
    else: r = "inner else"
assert r == "inner else"
x = 5 if 0 else 6 if 0 else 7
assert x == 7
if True: a = 1; b = 2
assert (a, b) == (1, 2)
---
# The legacy sequence protocol drives for, in, list and unpacking.
class S:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
assert list(S()) == [0, 10, 20, 30]
assert 20 in S()
assert (25 in S()) is False
assert [x for x in S()] == [0, 10, 20, 30]
a, *b = S()
assert a == 0
assert b == [10, 20, 30]
assert max(S()) == 30
it = iter(S())
assert next(it) == 0
assert next(it) == 10
assert list(it) == [20, 30]
assert list(it) == []
assert sum(S()) == 60
assert type(iter(S())).__name__ == 'iterator'
---
class S:
    def __getitem__(self, i):
        if i == 2: raise KeyError("two") ### "KeyError: 'two'"
        return i
for x in S(): pass
---
class StopLen:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise StopIteration
        return i
assert list(StopLen()) == [0, 1]
assert list(reversed(StopLen())) == [1, 0]
---
for x in 5:                        ### "TypeError: 'int' object is not iterable"
    pass
---
for x in None:                     ### "TypeError: 'NoneType' object is not iterable"
    pass
---
class A:
    def __iter__(self): return 5
for x in A():                      ### "TypeError: iter.. returned non-iterator of type 'int'"
    pass
---
class A:
    __iter__ = None
for x in A():                      ### "TypeError: 'A' object is not iterable"
    pass
---
class A:
    def __iter__(self): return self
for x in A():                      ### "TypeError: iter.. returned non-iterator of type 'A'"
    pass
---
# Iterators written by hand.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration("end")
        self.n -= 1
        return self.n
c = Count(3)
assert list(c) == [2, 1, 0]
assert list(c) == []
assert sum(Count(4)) == 6
assert 2 in Count(4)
a, b, c = Count(3)
assert a == 2
assert b == 1
assert c == 0
assert sorted(Count(3)) == [0, 1, 2]
assert dict(enumerate(Count(2))) == {0: 1, 1: 0}
assert [*Count(2)] == [1, 0]
assert max(Count(3)) == 2
assert min(Count(3)) == 0
assert "".join(map(str, Count(3))) == '210'
assert list(zip(Count(2), Count(3))) == [(1, 2), (0, 1)]
try:
    next(Count(0))
except StopIteration as e:
    assert e.value == "end"
---
# An iterator that goes on after StopIteration is not held back.
class Again:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n
a = Again()
assert list(a) == [1, 2]
assert list(a) == [4, 5]
---
# break and continue outside loops and stray statements.
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("break") == "'break' outside loop"
assert bad("continue") == "'continue' not properly in loop"
assert bad("def f():\n while 1:\n  def g():\n   break") == "'break' outside loop"
assert bad("class A:\n for x in y:\n  class B:\n   continue") == "'continue' not properly in loop"
assert bad("return 1") == "'return' outside function"
assert bad("yield 1") == "'yield' outside function"
assert bad("class A:\n return 1") == "'return' outside function"
assert bad("await x") == "'await' outside function"
assert bad("async for x in y: pass") == "'async for' outside async function"
assert bad("def f():\n async with x: pass") == "'async with' outside async function"
assert bad("for x in y") == "expected ':'"
assert bad("if x\n  pass") == "expected ':'"
assert bad("while x pass") == 'invalid syntax'
assert bad("else: pass") == 'invalid syntax'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("if x:\npass") == "expected an indented block after 'if' statement on line 1"
assert bad("  x = 1") == 'unexpected indent'
assert bad("if x:\n    a\n  b") == 'unindent does not match any outer indentation level'
assert bad("x = = 1") == 'invalid syntax'
assert bad("(1, 2") == "'(' was never closed"
assert bad("(1, 2]") == "closing parenthesis ']' does not match opening parenthesis '('"
assert bad(")") == "unmatched ')'"
assert bad("'abc") == 'unterminated string literal (detected at line 1)'
assert bad("'''abc") == 'unterminated triple-quoted string literal (detected at line 1)'
assert bad("1 = x") == "cannot assign to literal here. Maybe you meant '==' instead of '='?"
assert bad("f() = 1") == "cannot assign to function call here. Maybe you meant '==' instead of '='?"
assert bad("x + 1 = 2") == "cannot assign to expression here. Maybe you meant '==' instead of '='?"
assert bad("None = 1") == 'cannot assign to None'
assert bad("a, 1 = x") == "cannot assign to literal here. Maybe you meant '==' instead of '='?"
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("del f()") == 'cannot delete function call'
assert bad("del 1") == 'cannot delete literal'
assert bad("for 1 in x: pass") == 'cannot assign to literal'
assert bad("for f() in x: pass") == 'cannot assign to function call'
assert bad("x++") == 'invalid syntax'
assert bad("print 1") == "Missing parentheses in call to 'print'. Did you mean print(...)?"
assert bad("exec 'x'") == "Missing parentheses in call to 'exec'. Did you mean exec(...)?"
assert bad("import") == "Expected one or more names after 'import'"
assert bad("from x import") == "Expected one or more names after 'import'"
assert bad("from . import *\ndef f():\n from x import *") == 'import * only allowed at module level'
assert bad("def f():\n from x import *") == 'import * only allowed at module level'
assert bad("class") == 'invalid syntax'
assert bad("def f(") == "'(' was never closed"
assert bad("lambda x") == 'invalid syntax'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("try:\n pass") == "expected 'except' or 'finally' block"
assert bad("try: pass\nexcept: pass\nexcept A: pass") == "default 'except:' must be last"
assert bad("x = 1 2") == 'invalid syntax'
assert bad("a b") == 'invalid syntax'
assert bad("[1 2]") == 'invalid syntax. Perhaps you forgot a comma?'
assert bad("{1: 2, 3}") == "':' expected after dictionary key"
assert bad("{1, 2: 3}") == 'invalid syntax'
assert bad("0777") == 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
assert bad("1_") == 'invalid decimal literal'
assert bad("1__0") == 'invalid decimal literal'
assert bad("0xg") == 'invalid hexadecimal literal'
assert bad("1a") == 'invalid decimal literal'
assert bad("0b2") == "invalid digit '2' in binary literal"
assert bad("1e") == 'invalid decimal literal'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("x = $") == 'invalid syntax'
assert bad("x = ?") == 'invalid syntax'
assert bad("a := 1") == 'invalid syntax'
assert bad("(a.b := 1)") == 'cannot use assignment expressions with attribute'
assert bad("assert (x, 'msg') = 1") == 'invalid syntax'
assert bad("x: int: str") == 'invalid syntax'
assert bad("*a = 1") == 'starred assignment target must be in a list or tuple'
assert bad("*a, *b = x") == 'multiple starred expressions in assignment'
assert bad("*x") == "can't use starred expression here"
assert bad("def f() -> : pass") == "expected ':'"
assert bad("with x as 1: pass") == 'cannot assign to literal'
assert bad("global x = 1") == 'invalid syntax'
assert bad("a = b = 1 = c") == 'cannot assign to literal'
assert bad("raise x from") == 'invalid syntax'
---
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("not = 1") == 'invalid syntax'
assert bad("if x = 1: pass") == "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
assert bad("f'{x'") == "f-string: expecting '}'"
assert bad("f'{}'") == "f-string: valid expression required before '}'"
assert bad("f'{x!z}'") == "f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"
assert bad("f'}'") == "f-string: single '}' is not allowed"
assert bad("b'é'") == 'bytes can only contain ASCII literal characters'
assert bad("'a' b'b'") == 'cannot mix bytes and nonbytes literals'
assert bad("'\\x1'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"
assert bad("'\\u12'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
assert bad("'\\N{nope}'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name"
assert bad("b'\\x1'") == '(value error) invalid \\x escape at position 0'
assert bad("import a.b as c.d") == 'cannot use attribute as import target'
assert bad("from __future__ import nope") == 'future feature nope is not defined'
assert bad("x = 1\nfrom __future__ import annotations") == 'from __future__ imports must occur at the beginning of the file'
