# Where the compiler points at in broken source: line, first and last column.
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x = (') == ('SyntaxError', 1, 5, 1, 0)
assert bad('x = [1, 2') == ('SyntaxError', 1, 5, 1, 0)
assert bad('x = {1: 2') == ('SyntaxError', 1, 5, 1, 0)
assert bad('x = (1, 2]') == ('SyntaxError', 1, 10, 1, 10)
assert bad('x = 1)') == ('SyntaxError', 1, 6, 1, 6)
assert bad('f(a b)') == ('SyntaxError', 1, 3, 1, 6)
assert bad('f(a, b c)') == ('SyntaxError', 1, 6, 1, 9)
assert bad('[1, 2 3]') == ('SyntaxError', 1, 5, 1, 8)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('{1: 2 3: 4}') == ('SyntaxError', 1, 5, 1, 8)
assert bad('x = 5 6') == ('SyntaxError', 1, 7, 1, 8)
assert bad('x = = 5') == ('SyntaxError', 1, 5, 1, 6)
assert bad('x == ') == ('SyntaxError', 1, 6, 1, 7)
assert bad('1 +') == ('SyntaxError', 1, 4, 1, 5)
assert bad('if x') == ('SyntaxError', 1, 5, 1, 6)
assert bad('if x = 1: pass') == ('SyntaxError', 1, 4, 1, 9)
assert bad('while x') == ('SyntaxError', 1, 8, 1, 9)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('for x in y') == ('SyntaxError', 1, 11, 1, 12)
assert bad('for x y in z: pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('for in y: pass') == ('SyntaxError', 1, 5, 1, 7)
assert bad('def f: pass') == ('SyntaxError', 1, 6, 1, 7)
assert bad('def f(x') == ('SyntaxError', 1, 6, 1, 0)
assert bad('def f(x):') == ('IndentationError', 1, 10, 1, -1)
assert bad('def (x): pass') == ('SyntaxError', 1, 5, 1, 6)
assert bad('class') == ('SyntaxError', 1, 6, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('class A(') == ('SyntaxError', 1, 8, 1, 0)
assert bad('class A: ') == ('IndentationError', 1, 10, 1, -1)
assert bad('class 1: pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('return') == ('SyntaxError', 1, 1, 1, 7)
assert bad('yield x') == ('SyntaxError', 1, 1, 1, 8)
assert bad('break') == ('SyntaxError', 1, 1, 1, 6)
assert bad('continue') == ('SyntaxError', 1, 1, 1, 9)
assert bad('import') == ('SyntaxError', 1, 7, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('import a.') == ('SyntaxError', 1, 10, 1, 11)
assert bad('import a as') == ('SyntaxError', 1, 12, 1, 13)
assert bad('import a, ') == ('SyntaxError', 1, 11, 1, 12)
assert bad('from a import') == ('SyntaxError', 1, 14, 1, 14)
assert bad('from a import (b') == ('SyntaxError', 1, 15, 1, 0)
assert bad('from a import b,') == ('SyntaxError', 1, 17, 1, 18)
assert bad('from a') == ('SyntaxError', 1, 7, 1, 8)
assert bad('from . import') == ('SyntaxError', 1, 14, 1, 14)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('with') == ('SyntaxError', 1, 5, 1, 6)
assert bad('with a') == ('SyntaxError', 1, 7, 1, 8)
assert bad('with a as') == ('SyntaxError', 1, 10, 1, 11)
assert bad('with a as 5: pass') == ('SyntaxError', 1, 11, 1, 12)
assert bad('with (a as b: pass') == ('SyntaxError', 1, 13, 1, 14)
assert bad('try:') == ('IndentationError', 1, 5, 1, -1)
assert bad('try: pass') == ('SyntaxError', 1, 10, 1, -1)
assert bad('try: pass\nexcept') == ('SyntaxError', 2, 7, 2, 8)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('try: pass\nexcept A as: pass') == ('SyntaxError', 2, 12, 2, 13)
assert bad('try: pass\nexcept A, B as c: pass') == ('SyntaxError', 2, 8, 2, 17)
assert bad('try: pass\nexcept A as b.c: pass') == ('SyntaxError', 2, 13, 2, 16)
assert bad('try: pass\nexcept: pass\nexcept A: pass') == ('SyntaxError', 2, 1, 2, 13)
assert bad('try: pass\nelse: pass') == ('SyntaxError', 2, 1, 2, 5)
assert bad('raise a from') == ('SyntaxError', 1, 13, 1, 14)
assert bad('raise a, b') == ('SyntaxError', 1, 8, 1, 9)
assert bad('assert') == ('SyntaxError', 1, 7, 1, 8)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('assert x,') == ('SyntaxError', 1, 10, 1, 11)
assert bad('del') == ('SyntaxError', 1, 4, 1, 5)
assert bad('del x +') == ('SyntaxError', 1, 7, 1, 8)
assert bad('del (x, 1)') == ('SyntaxError', 1, 9, 1, 10)
assert bad('del f(x)') == ('SyntaxError', 1, 5, 1, 9)
assert bad('global') == ('SyntaxError', 1, 7, 1, 8)
assert bad('global x, ') == ('SyntaxError', 1, 11, 1, 12)
assert bad('nonlocal x') == ('SyntaxError', 1, 1, 1, 11)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('lambda') == ('SyntaxError', 1, 7, 1, 8)
assert bad('lambda x') == ('SyntaxError', 1, 9, 1, 10)
assert bad('lambda (x): x') == ('SyntaxError', 1, 8, 1, 11)
assert bad('lambda x: = 1') == ('SyntaxError', 1, 11, 1, 12)
assert bad('x = lambda') == ('SyntaxError', 1, 11, 1, 12)
assert bad('not') == ('SyntaxError', 1, 4, 1, 5)
assert bad('not = 1') == ('SyntaxError', 1, 5, 1, 6)
assert bad('x is') == ('SyntaxError', 1, 5, 1, 6)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x not y') == ('SyntaxError', 1, 7, 1, 8)
assert bad('x in') == ('SyntaxError', 1, 5, 1, 6)
assert bad('a < > b') == ('SyntaxError', 1, 5, 1, 6)
assert bad('a <> b') == ('SyntaxError', 1, 3, 1, 5)
assert bad('a ! b') == ('SyntaxError', 1, 3, 1, 4)
assert bad('a = 1 = b') == ('SyntaxError', 1, 5, 1, 6)
assert bad('1 = a') == ('SyntaxError', 1, 1, 1, 2)
assert bad('"a" = b') == ('SyntaxError', 1, 1, 1, 4)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('f() = 1') == ('SyntaxError', 1, 1, 1, 4)
assert bad('a + b = c') == ('SyntaxError', 1, 1, 1, 6)
assert bad('[a, 1] = x') == ('SyntaxError', 1, 5, 1, 6)
assert bad('(a, f()) = x') == ('SyntaxError', 1, 5, 1, 8)
assert bad('{a: b} = x') == ('SyntaxError', 1, 1, 1, 7)
assert bad('{a} = x') == ('SyntaxError', 1, 1, 1, 4)
assert bad('None = 1') == ('SyntaxError', 1, 1, 1, 5)
assert bad('True = 1') == ('SyntaxError', 1, 1, 1, 5)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('False, x = 1') == ('SyntaxError', 1, 8, 1, 13)
assert bad('__debug__ = 1') == ('SyntaxError', 1, 1, 1, 10)
assert bad('... = 1') == ('SyntaxError', 1, 1, 1, 4)
assert bad('x += y = z') == ('SyntaxError', 1, 8, 1, 9)
assert bad('1 += x') == ('SyntaxError', 1, 1, 1, 2)
assert bad('f() += 1') == ('SyntaxError', 1, 1, 1, 4)
assert bad('(a, b) += 1') == ('SyntaxError', 1, 1, 1, 7)
assert bad('[a] += 1') == ('SyntaxError', 1, 1, 1, 4)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x: int: str') == ('SyntaxError', 1, 7, 1, 8)
assert bad('(a, b): int') == ('SyntaxError', 1, 1, 1, 7)
assert bad('a.b: = 1') == ('SyntaxError', 1, 6, 1, 7)
assert bad('x := 1') == ('SyntaxError', 1, 3, 1, 5)
assert bad('(x := 1, y := )') == ('SyntaxError', 1, 15, 1, 16)
assert bad('(1 := x)') == ('SyntaxError', 1, 2, 1, 3)
assert bad('(a.b := 1)') == ('SyntaxError', 1, 2, 1, 5)
assert bad('f(x := 1, 2)') == 'compiles'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('f(a=1, 2)') == ('SyntaxError', 1, 9, 1, 10)
assert bad('f(**a, *b)') == ('SyntaxError', 1, 6, 1, 10)
assert bad('f(**a, b)') == ('SyntaxError', 1, 9, 1, 10)
assert bad('f(a=1, a=2)') == ('SyntaxError', 1, 8, 1, 11)
assert bad('f(a=)') == ('SyntaxError', 1, 3, 1, 5)
assert bad('f(=1)') == ('SyntaxError', 1, 3, 1, 4)
assert bad('f(1=2)') == ('SyntaxError', 1, 3, 1, 5)
assert bad('f("a"=2)') == ('SyntaxError', 1, 3, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('f(a for a in b, c)') == ('SyntaxError', 1, 3, 1, 15)
assert bad('f(a, b for b in c)') == ('SyntaxError', 1, 6, 1, 18)
assert bad('def f(a, a): pass') == ('SyntaxError', 1, 10, 1, 11)
assert bad('def f(a=1, b): pass') == ('SyntaxError', 1, 12, 1, 13)
assert bad('def f(*): pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('def f(*, **a): pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('def f(**a, b): pass') == ('SyntaxError', 1, 12, 1, 13)
assert bad('def f(*a, *b): pass') == ('SyntaxError', 1, 11, 1, 12)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('def f(a, /, b, /): pass') == ('SyntaxError', 1, 16, 1, 17)
assert bad('def f(/): pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('def f(*a, /): pass') == ('SyntaxError', 1, 11, 1, 12)
assert bad('def f(a, *, b, *, c): pass') == ('SyntaxError', 1, 16, 1, 17)
assert bad('def f(a.b): pass') == ('SyntaxError', 1, 8, 1, 9)
assert bad('def f(1): pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad('def f(a=): pass') == ('SyntaxError', 1, 8, 1, 9)
assert bad('def f(*a=1): pass') == ('SyntaxError', 1, 9, 1, 10)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('def f(a:): pass') == ('SyntaxError', 1, 9, 1, 10)
assert bad('def f() ->: pass') == ('SyntaxError', 1, 9, 1, 11)
assert bad('@') == ('SyntaxError', 1, 2, 1, 3)
assert bad('@\ndef f(): pass') == ('SyntaxError', 1, 2, 1, 3)
assert bad('@a b\ndef f(): pass') == ('SyntaxError', 1, 4, 1, 5)
assert bad('async') == ('SyntaxError', 1, 6, 1, 7)
assert bad('async x = 1') == ('SyntaxError', 1, 7, 1, 8)
assert bad('async def') == ('SyntaxError', 1, 10, 1, 11)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('await x') == ('SyntaxError', 1, 1, 1, 8)
assert bad('async for x in y: pass') == ('SyntaxError', 1, 1, 1, 23)
assert bad('async with x: pass') == ('SyntaxError', 1, 1, 1, 19)
assert bad('print "x"') == ('SyntaxError', 1, 1, 1, 10)
assert bad('print x') == ('SyntaxError', 1, 1, 1, 8)
assert bad('print 5, 6') == ('SyntaxError', 1, 1, 1, 11)
assert bad('exec "x"') == ('SyntaxError', 1, 1, 1, 9)
assert bad('exec x') == ('SyntaxError', 1, 1, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('print x if y else z') == ('SyntaxError', 1, 1, 1, 20)
assert bad('x++') == ('SyntaxError', 1, 4, 1, 5)
assert bad('x--') == ('SyntaxError', 1, 4, 1, 5)
assert bad('++') == ('SyntaxError', 1, 3, 1, 4)
assert bad('x ** ') == ('SyntaxError', 1, 6, 1, 7)
assert bad('** x') == ('SyntaxError', 1, 1, 1, 3)
assert bad('* x') == ('SyntaxError', 1, 1, 1, 4)
assert bad('*a = b') == ('SyntaxError', 1, 1, 1, 3)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('*a, *b = c') == ('SyntaxError', 1, 1, 1, 7)
assert bad('a, *b, *c = d') == ('SyntaxError', 1, 1, 1, 10)
assert bad('x = *a') == ('SyntaxError', 1, 5, 1, 7)
assert bad('x = (*a)') == ('SyntaxError', 1, 6, 1, 8)
assert bad('x = *a,*') == ('SyntaxError', 1, 9, 1, 10)
assert bad('f(*)') == ('SyntaxError', 1, 4, 1, 5)
assert bad('f(**)') == ('SyntaxError', 1, 5, 1, 6)
assert bad('[*]') == ('SyntaxError', 1, 3, 1, 4)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('{**}') == ('SyntaxError', 1, 4, 1, 5)
assert bad('{*a: 1}') == ('SyntaxError', 1, 4, 1, 5)
assert bad('{1: *a}') == ('SyntaxError', 1, 5, 1, 7)
assert bad('{1, 2: 3}') == ('SyntaxError', 1, 6, 1, 7)
assert bad('{1: 2, 3}') == ('SyntaxError', 1, 8, 1, 0)
assert bad('{1: 2, **3, 4}') == ('SyntaxError', 1, 13, 1, 0)
assert bad('[x for]') == ('SyntaxError', 1, 7, 1, 8)
assert bad('[x for x]') == ('SyntaxError', 1, 9, 1, 10)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('[x for x in]') == ('SyntaxError', 1, 12, 1, 13)
assert bad('[for x in y]') == ('SyntaxError', 1, 2, 1, 5)
assert bad('[x for x in y if]') == ('SyntaxError', 1, 17, 1, 18)
assert bad('[x, y for x in z]') == ('SyntaxError', 1, 2, 1, 6)
assert bad('{x: y for x in z, a}') == ('SyntaxError', 1, 17, 1, 18)
assert bad('[x for 1 in y]') == ('SyntaxError', 1, 8, 1, 9)
assert bad('[x for f() in y]') == ('SyntaxError', 1, 8, 1, 11)
assert bad('(x for x in y') == ('SyntaxError', 1, 1, 1, 0)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('a if b') == ('SyntaxError', 1, 1, 1, 7)
assert bad('a if b else') == ('SyntaxError', 1, 12, 1, 13)
assert bad('a if else b') == ('SyntaxError', 1, 6, 1, 10)
assert bad('if a else b') == ('SyntaxError', 1, 6, 1, 10)
assert bad('x[') == ('SyntaxError', 1, 2, 1, 0)
assert bad('x[1') == ('SyntaxError', 1, 2, 1, 0)
assert bad('x[]') == ('SyntaxError', 1, 3, 1, 4)
assert bad('x[1:2:3:4]') == ('SyntaxError', 1, 8, 1, 9)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x.') == ('SyntaxError', 1, 3, 1, 4)
assert bad('x.1') == ('SyntaxError', 1, 2, 1, 4)
assert bad('x..y') == ('SyntaxError', 1, 3, 1, 4)
assert bad('.x') == ('SyntaxError', 1, 1, 1, 2)
assert bad('1.x') == ('SyntaxError', 1, 2, 1, 2)
assert bad('1..') == ('SyntaxError', 1, 4, 1, 5)
assert bad('1.2.3') == ('SyntaxError', 1, 4, 1, 6)
assert bad('1_') == ('SyntaxError', 1, 2, 1, 2)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('1__2') == ('SyntaxError', 1, 2, 1, 2)
assert bad('_1 2') == ('SyntaxError', 1, 4, 1, 5)
assert bad('0x') == ('SyntaxError', 1, 2, 1, 2)
assert bad('0xg') == ('SyntaxError', 1, 2, 1, 2)
assert bad('0b') == ('SyntaxError', 1, 2, 1, 2)
assert bad('0b2') == ('SyntaxError', 1, 3, 1, 3)
assert bad('0o8') == ('SyntaxError', 1, 3, 1, 3)
assert bad('0777') == ('SyntaxError', 1, 1, 1, 2)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('08') == ('SyntaxError', 1, 1, 1, 2)
assert bad('1e') == ('SyntaxError', 1, 1, 1, 1)
assert bad('1e+') == ('SyntaxError', 1, 3, 1, 3)
assert bad('1a') == ('SyntaxError', 1, 1, 1, 1)
assert bad('1if 2else 3x') == ('SyntaxError', 1, 11, 1, 11)
assert bad("'abc") == ('SyntaxError', 1, 1, 1, 1)
assert bad('"abc') == ('SyntaxError', 1, 1, 1, 1)
assert bad("'''abc") == ('SyntaxError', 1, 1, 1, 1)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('"""abc') == ('SyntaxError', 1, 1, 1, 1)
assert bad("'abc\\") == ('SyntaxError', 1, 1, 1, 1)
assert bad('b"é"') == ('SyntaxError', 1, 1, 1, 5)
assert bad("b'a' 'b'") == ('SyntaxError', 1, 9, 1, 10)
assert bad("'a' b'b'") == ('SyntaxError', 1, 9, 1, 10)
assert bad("u'a' f'b' b'c'") == ('SyntaxError', 1, 15, 1, 16)
assert bad("'\\x1'") == ('SyntaxError', 1, 1, 1, 6)
assert bad("'\\xzz'") == ('SyntaxError', 1, 1, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad("'\\u12'") == ('SyntaxError', 1, 1, 1, 7)
assert bad("'\\U12345678'") == ('SyntaxError', 1, 1, 1, 13)
assert bad("'\\N{}'") == ('SyntaxError', 1, 1, 1, 7)
assert bad("'\\N{nope}'") == ('SyntaxError', 1, 1, 1, 11)
assert bad("'\\N'") == ('SyntaxError', 1, 1, 1, 5)
assert bad("b'\\x1'") == ('SyntaxError', 1, 1, 1, 7)
assert bad("r'\\'") == ('SyntaxError', 1, 1, 1, 1)
assert bad("f'{'") == ('SyntaxError', 1, 4, 1, 4)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad("f'}'") == ('SyntaxError', 1, 3, 1, 3)
assert bad("f'{}'") == ('SyntaxError', 1, 4, 1, 5)
assert bad("f'{x'") == ('SyntaxError', 1, 5, 1, 5)
assert bad("f'{x!'") == ('SyntaxError', 1, 6, 1, 6)
assert bad("f'{x!a'") == ('SyntaxError', 1, 7, 1, 7)
assert bad("f'{x!z}'") == ('SyntaxError', 1, 6, 1, 7)
assert bad("f'{x:'") == ('SyntaxError', 1, 6, 1, 7)
assert bad("f'{a b}'") == ('SyntaxError', 1, 4, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad("f'{x = }{'") == ('SyntaxError', 1, 10, 1, 10)
assert bad('f"{\'a"') == ('SyntaxError', 1, 4, 1, 4)
assert bad("f'{lambda x: 1}'") == ('SyntaxError', 1, 4, 1, 13)
assert bad("f'{*x}'") == ('SyntaxError', 1, 4, 1, 6)
assert bad("f'{yield}'") == ('SyntaxError', 1, 4, 1, 9)
assert bad('$') == ('SyntaxError', 1, 1, 1, 2)
assert bad('?') == ('SyntaxError', 1, 1, 1, 2)
assert bad('x = $y') == ('SyntaxError', 1, 5, 1, 6)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x ? y') == ('SyntaxError', 1, 3, 1, 4)
assert bad('a @') == ('SyntaxError', 1, 4, 1, 5)
assert bad('a = @b') == ('SyntaxError', 1, 5, 1, 6)
assert bad('é = 1 é') == ('SyntaxError', 1, 7, 1, 8)
assert bad('“x”') == ('SyntaxError', 1, 1, 1, 1)
assert bad('x = 1，2') == ('SyntaxError', 1, 6, 1, 6)
assert bad('match x:') == ('IndentationError', 1, 9, 1, -1)
assert bad('match x:\n    case') == ('SyntaxError', 2, 9, 2, 10)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('match x:\n    case 1') == ('SyntaxError', 2, 11, 2, 12)
assert bad('match x:\n    case a, a: pass') == ('SyntaxError', 2, 13, 2, 14)
assert bad('match x:\n    case a: pass\n    case b: pass') == ('SyntaxError', 2, 10, 2, 11)
assert bad('match x:\n    case a | b: pass') == ('SyntaxError', 2, 10, 2, 11)
assert bad('match x:\n    case [*a, *b]: pass') == ('SyntaxError', 2, 10, 2, 18)
assert bad('match x:\n    case {**a, 1: b}: pass') == ('SyntaxError', 2, 16, 2, 17)
assert bad('match x:\n    case A(b=1, 2): pass') == ('SyntaxError', 2, 17, 2, 18)
assert bad('match x:\n    case 1 + 2: pass') == ('SyntaxError', 2, 14, 2, 15)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('match x:\n    case x.y.z(): pass\n    pass') == ('SyntaxError', 3, 5, 3, 9)
assert bad('type X') == ('SyntaxError', 1, 7, 1, 8)
assert bad('type X =') == ('SyntaxError', 1, 9, 1, 10)
assert bad('type X[T = int, U] = T') == ('SyntaxError', 1, 17, 1, 18)
assert bad('def f[T, T](): pass') == ('SyntaxError', 1, 10, 1, 11)
assert bad('class A[T](: pass') == ('SyntaxError', 1, 12, 1, 13)
assert bad('  x = 1') == ('IndentationError', 1, 2, 1, -1)
assert bad('if 1:\npass') == ('IndentationError', 2, 1, 2, 5)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('if 1:\n    a\n  b') == ('IndentationError', 3, 4, 3, -1)
assert bad('if 1:\n    a\n        b') == ('IndentationError', 3, 8, 3, -1)
assert bad('def f():\n    x\n   y') == ('IndentationError', 3, 5, 3, -1)
assert bad('class A:\n\ndef f(): pass') == ('IndentationError', 3, 1, 3, 4)
assert bad('for x in y:\n# c') == ('IndentationError', 2, 4, 2, -1)
assert bad('while 1:\n') == ('IndentationError', 1, 9, 1, -1)
assert bad('if 1:\n\tx\n        y') == ('TabError', 3, 1, 3, 0)
assert bad('if 1: pass\nelse') == ('SyntaxError', 2, 5, 2, 6)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('if 1: pass\nelif') == ('SyntaxError', 2, 5, 2, 6)
assert bad('if 1: pass\nelif x') == ('SyntaxError', 2, 7, 2, 8)
assert bad('if 1: pass\nelse: pass\nelse: pass') == ('SyntaxError', 3, 1, 3, 5)
assert bad('else: pass') == ('SyntaxError', 1, 1, 1, 5)
assert bad('elif x: pass') == ('SyntaxError', 1, 1, 1, 5)
assert bad('except: pass') == ('SyntaxError', 1, 1, 1, 7)
assert bad('finally: pass') == ('SyntaxError', 1, 1, 1, 8)
assert bad('case 1: pass') == ('SyntaxError', 1, 6, 1, 7)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x = 1\n  y = 2') == ('IndentationError', 2, 2, 2, -1)
assert bad('pass x') == ('SyntaxError', 1, 6, 1, 7)
assert bad('break 5') == ('SyntaxError', 1, 7, 1, 8)
assert bad('pass; 5 6') == ('SyntaxError', 1, 9, 1, 10)
assert bad(';') == ('SyntaxError', 1, 1, 1, 2)
assert bad('x;;y') == ('SyntaxError', 1, 3, 1, 4)
assert bad('a, b = ') == ('SyntaxError', 1, 8, 1, 9)
assert bad('= 1') == ('SyntaxError', 1, 1, 1, 2)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad(',') == ('SyntaxError', 1, 1, 1, 2)
assert bad('(,)') == ('SyntaxError', 1, 2, 1, 3)
assert bad('(1,,2)') == ('SyntaxError', 1, 4, 1, 5)
assert bad('[,]') == ('SyntaxError', 1, 2, 1, 3)
assert bad('{,}') == ('SyntaxError', 1, 2, 1, 3)
assert bad('f(,)') == ('SyntaxError', 1, 3, 1, 4)
assert bad('def f(,): pass') == ('SyntaxError', 1, 7, 1, 8)
assert bad(':') == ('SyntaxError', 1, 1, 1, 2)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('->') == ('SyntaxError', 1, 1, 1, 3)
assert bad('a -> b') == ('SyntaxError', 1, 3, 1, 5)
assert bad('a => b') == ('SyntaxError', 1, 4, 1, 5)
assert bad('a && b') == ('SyntaxError', 1, 4, 1, 5)
assert bad('a || b') == ('SyntaxError', 1, 4, 1, 5)
assert bad('!a') == ('SyntaxError', 1, 1, 1, 2)
assert bad('a !== b') == ('SyntaxError', 1, 5, 1, 6)
assert bad('a === b') == ('SyntaxError', 1, 5, 1, 6)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('a.b = c.d = 1 = 2') == ('SyntaxError', 1, 13, 1, 14)
assert bad('x = {**}') == ('SyntaxError', 1, 8, 1, 9)
assert bad('x = yield = 1') == ('SyntaxError', 1, 5, 1, 10)
assert bad('(yield) = 1') == ('SyntaxError', 1, 2, 1, 7)
assert bad('def f():\n    (yield) = 1') == ('SyntaxError', 2, 6, 2, 11)
assert bad('def f():\n    await x') == ('SyntaxError', 2, 5, 2, 12)
assert bad('class A:\n    return 1') == ('SyntaxError', 2, 5, 2, 13)
assert bad('class A:\n    yield 1') == ('SyntaxError', 2, 5, 2, 12)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('def f():\n    return 1\n    yield 2\nasync def g():\n    yield 1\n    return 2') == ('SyntaxError', 6, 5, 6, 13)
assert bad('def f():\n    x = 1\n    global x') == ('SyntaxError', 3, 5, 3, 13)
assert bad('def f():\n    nonlocal x') == ('SyntaxError', 2, 5, 2, 15)
assert bad('def f(x):\n    global x') == ('SyntaxError', 2, 5, 2, 13)
assert bad('from __future__ import nope') == ('SyntaxError', 1, 24, 1, 28)
assert bad('x = 1\nfrom __future__ import annotations') == ('SyntaxError', 2, 1, 2, 35)
assert bad('from __future__ import braces') == ('SyntaxError', 1, 24, 1, 30)
assert bad('import a.b as c.d') == ('SyntaxError', 1, 15, 1, 18)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('from a import b.c') == ('SyntaxError', 1, 16, 1, 17)
assert bad('from a import *, b') == ('SyntaxError', 1, 16, 1, 17)
assert bad('from a import b as') == ('SyntaxError', 1, 19, 1, 20)
assert bad('def f():\n    from a import *') == ('SyntaxError', 2, 19, 2, 20)
assert bad('[x := 1 for x in y]') == ('SyntaxError', 1, 2, 1, 3)
assert bad('[y := 1 for x in (z := [1])]') == ('SyntaxError', 1, 19, 1, 27)
assert bad('class A:\n    [y := 1 for x in z]') == ('SyntaxError', 2, 6, 2, 7)
assert bad('\\') == ('SyntaxError', 1, 2, 1, -1)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('x \\ y') == ('SyntaxError', 1, 4, 1, 0)
assert bad('x = 1 \\') == ('SyntaxError', 1, 8, 1, -1)
assert bad('"""a') == ('SyntaxError', 1, 1, 1, 1)
assert bad("'a' = 1") == ('SyntaxError', 1, 1, 1, 4)
assert bad('"a".b() = 1') == ('SyntaxError', 1, 1, 1, 8)
assert bad('not x = 1') == ('SyntaxError', 1, 1, 1, 6)
assert bad('-x = 1') == ('SyntaxError', 1, 1, 1, 3)
assert bad('x if y else z = 1') == ('SyntaxError', 1, 1, 1, 14)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('(a for b in c) = 1') == ('SyntaxError', 1, 1, 1, 15)
assert bad('[a for b in c] = 1') == ('SyntaxError', 1, 1, 1, 15)
assert bad('lambda: 1 = 2') == ('SyntaxError', 1, 1, 1, 10)
assert bad('x < y = 1') == ('SyntaxError', 1, 1, 1, 6)
assert bad('x and y = 1') == ('SyntaxError', 1, 1, 1, 8)
assert bad('a := b = c') == ('SyntaxError', 1, 3, 1, 5)
assert bad('f"{x}" = 1') == ('SyntaxError', 1, 1, 1, 7)
assert bad('with a as f(): pass') == ('SyntaxError', 1, 11, 1, 14)
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset
    return 'compiles'
assert bad('with a as b + c: pass') == ('SyntaxError', 1, 11, 1, 16)
assert bad('for f() in x: pass') == ('SyntaxError', 1, 5, 1, 8)
assert bad('for x + 1 in y: pass') == ('SyntaxError', 1, 5, 1, 10)
assert bad('for (a, 1) in y: pass') == ('SyntaxError', 1, 9, 1, 10)
assert bad('del *a') == ('SyntaxError', 1, 5, 1, 7)
assert bad('del a, *b') == ('SyntaxError', 1, 8, 1, 10)
assert bad('del [*a]') == ('SyntaxError', 1, 6, 1, 8)
assert bad('del a if b else c') == ('SyntaxError', 1, 5, 1, 18)
