# What the compiler says about broken source.
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x = (') == "'(' was never closed"
assert bad('x = [1, 2') == "'[' was never closed"
assert bad('x = {1: 2') == "'{' was never closed"
assert bad('x = (1, 2]') == "closing parenthesis ']' does not match opening parenthesis '('"
assert bad('x = 1)') == "unmatched ')'"
assert bad('f(a b)') == 'invalid syntax. Perhaps you forgot a comma?'
assert bad('f(a, b c)') == 'invalid syntax. Perhaps you forgot a comma?'
assert bad('[1, 2 3]') == 'invalid syntax. Perhaps you forgot a comma?'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('{1: 2 3: 4}') == 'invalid syntax. Perhaps you forgot a comma?'
assert bad('x = 5 6') == 'invalid syntax'
assert bad('x = = 5') == 'invalid syntax'
assert bad('x == ') == 'invalid syntax'
assert bad('1 +') == 'invalid syntax'
assert bad('if x') == "expected ':'"
assert bad('if x = 1: pass') == "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
assert bad('while x') == "expected ':'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('for x in y') == "expected ':'"
assert bad('for x y in z: pass') == 'invalid syntax'
assert bad('for in y: pass') == 'invalid syntax'
assert bad('def f: pass') == "expected '('"
assert bad('def f(x') == "'(' was never closed"
assert bad('def f(x):') == 'expected an indented block after function definition on line 1'
assert bad('def (x): pass') == 'invalid syntax'
assert bad('class') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('class A(') == "'(' was never closed"
assert bad('class A: ') == 'expected an indented block after class definition on line 1'
assert bad('class 1: pass') == 'invalid syntax'
assert bad('return') == "'return' outside function"
assert bad('yield x') == "'yield' outside function"
assert bad('break') == "'break' outside loop"
assert bad('continue') == "'continue' not properly in loop"
assert bad('import') == "Expected one or more names after 'import'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('import a.') == 'invalid syntax'
assert bad('import a as') == 'invalid syntax'
assert bad('import a, ') == 'invalid syntax'
assert bad('from a import') == "Expected one or more names after 'import'"
assert bad('from a import (b') == "'(' was never closed"
assert bad('from a import b,') == 'trailing comma not allowed without surrounding parentheses'
assert bad('from a') == 'invalid syntax'
assert bad('from . import') == "Expected one or more names after 'import'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('with') == 'invalid syntax'
assert bad('with a') == "expected ':'"
assert bad('with a as') == 'invalid syntax'
assert bad('with a as 5: pass') == 'cannot assign to literal'
assert bad('with (a as b: pass') == 'invalid syntax'
assert bad('try:') == "expected an indented block after 'try' statement on line 1"
assert bad('try: pass') == "expected 'except' or 'finally' block"
assert bad('try: pass\nexcept') == "expected ':'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('try: pass\nexcept A as: pass') == 'invalid syntax'
assert bad('try: pass\nexcept A, B as c: pass') == "multiple exception types must be parenthesized when using 'as'"
assert bad('try: pass\nexcept A as b.c: pass') == 'cannot use except statement with attribute'
assert bad('try: pass\nexcept: pass\nexcept A: pass') == "default 'except:' must be last"
assert bad('try: pass\nelse: pass') == "expected 'except' or 'finally' block"
assert bad('raise a from') == 'invalid syntax'
assert bad('raise a, b') == 'invalid syntax'
assert bad('assert') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('assert x,') == 'invalid syntax'
assert bad('del') == 'invalid syntax'
assert bad('del x +') == 'invalid syntax'
assert bad('del (x, 1)') == 'cannot delete literal'
assert bad('del f(x)') == 'cannot delete function call'
assert bad('global') == 'invalid syntax'
assert bad('global x, ') == 'invalid syntax'
assert bad('nonlocal x') == 'nonlocal declaration not allowed at module level'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('lambda') == 'invalid syntax'
assert bad('lambda x') == 'invalid syntax'
assert bad('lambda (x): x') == 'Lambda expression parameters cannot be parenthesized'
assert bad('lambda x: = 1') == 'invalid syntax'
assert bad('x = lambda') == 'invalid syntax'
assert bad('not') == 'invalid syntax'
assert bad('not = 1') == 'invalid syntax'
assert bad('x is') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x not y') == 'invalid syntax'
assert bad('x in') == 'invalid syntax'
assert bad('a < > b') == 'invalid syntax'
assert bad('a <> b') == 'invalid syntax'
assert bad('a ! b') == 'invalid syntax'
assert bad('a = 1 = b') == 'cannot assign to literal'
assert bad('1 = a') == "cannot assign to literal here. Maybe you meant '==' instead of '='?"
assert bad('"a" = b') == "cannot assign to literal here. Maybe you meant '==' instead of '='?"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('f() = 1') == "cannot assign to function call here. Maybe you meant '==' instead of '='?"
assert bad('a + b = c') == "cannot assign to expression here. Maybe you meant '==' instead of '='?"
assert bad('[a, 1] = x') == 'cannot assign to literal'
assert bad('(a, f()) = x') == 'cannot assign to function call'
assert bad('{a: b} = x') == "cannot assign to dict literal here. Maybe you meant '==' instead of '='?"
assert bad('{a} = x') == "cannot assign to set display here. Maybe you meant '==' instead of '='?"
assert bad('None = 1') == 'cannot assign to None'
assert bad('True = 1') == 'cannot assign to True'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('False, x = 1') == "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
assert bad('__debug__ = 1') == 'cannot assign to __debug__'
assert bad('... = 1') == "cannot assign to ellipsis here. Maybe you meant '==' instead of '='?"
assert bad('x += y = z') == 'invalid syntax'
assert bad('1 += x') == "'literal' is an illegal expression for augmented assignment"
assert bad('f() += 1') == "'function call' is an illegal expression for augmented assignment"
assert bad('(a, b) += 1') == "'tuple' is an illegal expression for augmented assignment"
assert bad('[a] += 1') == "'list' is an illegal expression for augmented assignment"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x: int: str') == 'invalid syntax'
assert bad('(a, b): int') == 'only single target (not tuple) can be annotated'
assert bad('a.b: = 1') == 'invalid syntax'
assert bad('x := 1') == 'invalid syntax'
assert bad('(x := 1, y := )') == 'invalid syntax'
assert bad('(1 := x)') == 'cannot use assignment expressions with literal'
assert bad('(a.b := 1)') == 'cannot use assignment expressions with attribute'
assert bad('f(x := 1, 2)') == 'compiles'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('f(a=1, 2)') == 'positional argument follows keyword argument'
assert bad('f(**a, *b)') == 'iterable argument unpacking follows keyword argument unpacking'
assert bad('f(**a, b)') == 'positional argument follows keyword argument unpacking'
assert bad('f(a=1, a=2)') == 'keyword argument repeated: a'
assert bad('f(a=)') == 'expected argument value expression'
assert bad('f(=1)') == 'invalid syntax'
assert bad('f(1=2)') == 'expression cannot contain assignment, perhaps you meant "=="?'
assert bad('f("a"=2)') == 'expression cannot contain assignment, perhaps you meant "=="?'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('f(a for a in b, c)') == 'Generator expression must be parenthesized'
assert bad('f(a, b for b in c)') == 'Generator expression must be parenthesized'
assert bad('def f(a, a): pass') == "duplicate argument 'a' in function definition"
assert bad('def f(a=1, b): pass') == 'parameter without a default follows parameter with a default'
assert bad('def f(*): pass') == 'named arguments must follow bare *'
assert bad('def f(*, **a): pass') == 'named arguments must follow bare *'
assert bad('def f(**a, b): pass') == 'arguments cannot follow var-keyword argument'
assert bad('def f(*a, *b): pass') == '* argument may appear only once'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('def f(a, /, b, /): pass') == '/ may appear only once'
assert bad('def f(/): pass') == 'invalid syntax'
assert bad('def f(*a, /): pass') == '/ must be ahead of *'
assert bad('def f(a, *, b, *, c): pass') == '* argument may appear only once'
assert bad('def f(a.b): pass') == 'invalid syntax'
assert bad('def f(1): pass') == 'invalid syntax'
assert bad('def f(a=): pass') == 'expected default value expression'
assert bad('def f(*a=1): pass') == 'var-positional argument cannot have default value'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('def f(a:): pass') == 'invalid syntax'
assert bad('def f() ->: pass') == "expected ':'"
assert bad('@') == 'invalid syntax'
assert bad('@\ndef f(): pass') == 'invalid syntax'
assert bad('@a b\ndef f(): pass') == 'invalid syntax'
assert bad('async') == 'invalid syntax'
assert bad('async x = 1') == 'invalid syntax'
assert bad('async def') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('await x') == "'await' outside function"
assert bad('async for x in y: pass') == "'async for' outside async function"
assert bad('async with x: pass') == "'async with' outside async function"
assert bad('print "x"') == "Missing parentheses in call to 'print'. Did you mean print(...)?"
assert bad('print x') == "Missing parentheses in call to 'print'. Did you mean print(...)?"
assert bad('print 5, 6') == "Missing parentheses in call to 'print'. Did you mean print(...)?"
assert bad('exec "x"') == "Missing parentheses in call to 'exec'. Did you mean exec(...)?"
assert bad('exec x') == "Missing parentheses in call to 'exec'. Did you mean exec(...)?"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('print x if y else z') == "Missing parentheses in call to 'print'. Did you mean print(...)?"
assert bad('x++') == 'invalid syntax'
assert bad('x--') == 'invalid syntax'
assert bad('++') == 'invalid syntax'
assert bad('x ** ') == 'invalid syntax'
assert bad('** x') == 'invalid syntax'
assert bad('* x') == "can't use starred expression here"
assert bad('*a = b') == 'starred assignment target must be in a list or tuple'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('*a, *b = c') == 'multiple starred expressions in assignment'
assert bad('a, *b, *c = d') == 'multiple starred expressions in assignment'
assert bad('x = *a') == "can't use starred expression here"
assert bad('x = (*a)') == 'cannot use starred expression here'
assert bad('x = *a,*') == 'invalid syntax'
assert bad('f(*)') == 'Invalid star expression'
assert bad('f(**)') == 'invalid syntax'
assert bad('[*]') == 'Invalid star expression'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('{**}') == 'invalid syntax'
assert bad('{*a: 1}') == 'invalid syntax'
assert bad('{1: *a}') == 'cannot use a starred expression in a dictionary value'
assert bad('{1, 2: 3}') == 'invalid syntax'
assert bad('{1: 2, 3}') == "':' expected after dictionary key"
assert bad('{1: 2, **3, 4}') == "':' expected after dictionary key"
assert bad('[x for]') == 'invalid syntax'
assert bad('[x for x]') == "'in' expected after for-loop variables"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('[x for x in]') == 'invalid syntax'
assert bad('[for x in y]') == 'invalid syntax'
assert bad('[x for x in y if]') == 'invalid syntax'
assert bad('[x, y for x in z]') == 'did you forget parentheses around the comprehension target?'
assert bad('{x: y for x in z, a}') == 'invalid syntax'
assert bad('[x for 1 in y]') == 'cannot assign to literal'
assert bad('[x for f() in y]') == 'cannot assign to function call'
assert bad('(x for x in y') == "'(' was never closed"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('a if b') == "expected 'else' after 'if' expression"
assert bad('a if b else') == "expected expression after 'else', but statement is given"
assert bad('a if else b') == 'invalid syntax'
assert bad('if a else b') == 'invalid syntax'
assert bad('x[') == "'[' was never closed"
assert bad('x[1') == "'[' was never closed"
assert bad('x[]') == 'invalid syntax'
assert bad('x[1:2:3:4]') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x.') == 'invalid syntax'
assert bad('x.1') == 'invalid syntax'
assert bad('x..y') == 'invalid syntax'
assert bad('.x') == 'invalid syntax'
assert bad('1.x') == 'invalid decimal literal'
assert bad('1..') == 'invalid syntax'
assert bad('1.2.3') == 'invalid syntax'
assert bad('1_') == 'invalid decimal literal'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('1__2') == 'invalid decimal literal'
assert bad('_1 2') == 'invalid syntax'
assert bad('0x') == 'invalid hexadecimal literal'
assert bad('0xg') == 'invalid hexadecimal literal'
assert bad('0b') == 'invalid binary literal'
assert bad('0b2') == "invalid digit '2' in binary literal"
assert bad('0o8') == "invalid digit '8' in octal literal"
assert bad('0777') == 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('08') == 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
assert bad('1e') == 'invalid decimal literal'
assert bad('1e+') == 'invalid decimal literal'
assert bad('1a') == 'invalid decimal literal'
assert bad('1if 2else 3x') == 'invalid decimal literal'
assert bad("'abc") == 'unterminated string literal (detected at line 1)'
assert bad('"abc') == 'unterminated string literal (detected at line 1)'
assert bad("'''abc") == 'unterminated triple-quoted string literal (detected at line 1)'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('"""abc') == 'unterminated triple-quoted string literal (detected at line 1)'
assert bad("'abc\\") == 'unterminated string literal (detected at line 1)'
assert bad('b"é"') == 'bytes can only contain ASCII literal characters'
assert bad("b'a' 'b'") == 'cannot mix bytes and nonbytes literals'
assert bad("'a' b'b'") == 'cannot mix bytes and nonbytes literals'
assert bad("u'a' f'b' b'c'") == 'cannot mix bytes and nonbytes literals'
assert bad("'\\x1'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"
assert bad("'\\xzz'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: truncated \\xXX escape"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad("'\\u12'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
assert bad("'\\U12345678'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"
assert bad("'\\N{}'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape"
assert bad("'\\N{nope}'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name"
assert bad("'\\N'") == "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape"
assert bad("b'\\x1'") == '(value error) invalid \\x escape at position 0'
assert bad("r'\\'") == 'unterminated string literal (detected at line 1); perhaps you escaped the end quote?'
assert bad("f'{'") == "f-string: expecting '}'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad("f'}'") == "f-string: single '}' is not allowed"
assert bad("f'{}'") == "f-string: valid expression required before '}'"
assert bad("f'{x'") == "f-string: expecting '}'"
assert bad("f'{x!'") == "f-string: expecting '}'"
assert bad("f'{x!a'") == "f-string: expecting '}'"
assert bad("f'{x!z}'") == "f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"
assert bad("f'{x:'") == "f-string: expecting '}', or format specs"
assert bad("f'{a b}'") == 'invalid syntax. Perhaps you forgot a comma?'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad("f'{x = }{'") == "f-string: expecting '}'"
assert bad('f"{\'a"') == 'unterminated string literal (detected at line 1)'
assert bad("f'{lambda x: 1}'") == 'f-string: lambda expressions are not allowed without parentheses'
assert bad("f'{*x}'") == "can't use starred expression here"
assert bad("f'{yield}'") == "'yield' outside function"
assert bad('$') == 'invalid syntax'
assert bad('?') == 'invalid syntax'
assert bad('x = $y') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x ? y') == 'invalid syntax'
assert bad('a @') == 'invalid syntax'
assert bad('a = @b') == 'invalid syntax'
assert bad('é = 1 é') == 'invalid syntax'
assert bad('“x”') == "invalid character '“' (U+201C)"
assert bad('x = 1，2') == "invalid character '，' (U+FF0C)"
assert bad('match x:') == "expected an indented block after 'match' statement on line 1"
assert bad('match x:\n    case') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('match x:\n    case 1') == "expected ':'"
assert bad('match x:\n    case a, a: pass') == "multiple assignments to name 'a' in pattern"
assert bad('match x:\n    case a: pass\n    case b: pass') == "name capture 'a' makes remaining patterns unreachable"
assert bad('match x:\n    case a | b: pass') == "name capture 'a' makes remaining patterns unreachable"
assert bad('match x:\n    case [*a, *b]: pass') == 'multiple starred names in sequence pattern'
assert bad('match x:\n    case {**a, 1: b}: pass') == 'invalid syntax'
assert bad('match x:\n    case A(b=1, 2): pass') == 'positional patterns follow keyword patterns'
assert bad('match x:\n    case 1 + 2: pass') == 'imaginary number required in complex literal'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('match x:\n    case x.y.z(): pass\n    pass') == 'invalid syntax'
assert bad('type X') == 'invalid syntax'
assert bad('type X =') == 'invalid syntax'
assert bad('type X[T = int, U] = T') == "non-default type parameter 'U' follows default type parameter"
assert bad('def f[T, T](): pass') == "duplicate type parameter 'T'"
assert bad('class A[T](: pass') == 'invalid syntax'
assert bad('  x = 1') == 'unexpected indent'
assert bad('if 1:\npass') == "expected an indented block after 'if' statement on line 1"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('if 1:\n    a\n  b') == 'unindent does not match any outer indentation level'
assert bad('if 1:\n    a\n        b') == 'unexpected indent'
assert bad('def f():\n    x\n   y') == 'unindent does not match any outer indentation level'
assert bad('class A:\n\ndef f(): pass') == 'expected an indented block after class definition on line 1'
assert bad('for x in y:\n# c') == "expected an indented block after 'for' statement on line 1"
assert bad('while 1:\n') == "expected an indented block after 'while' statement on line 1"
assert bad('if 1:\n\tx\n        y') == 'inconsistent use of tabs and spaces in indentation'
assert bad('if 1: pass\nelse') == "expected ':'"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('if 1: pass\nelif') == 'invalid syntax'
assert bad('if 1: pass\nelif x') == "expected ':'"
assert bad('if 1: pass\nelse: pass\nelse: pass') == 'invalid syntax'
assert bad('else: pass') == 'invalid syntax'
assert bad('elif x: pass') == 'invalid syntax'
assert bad('except: pass') == 'invalid syntax'
assert bad('finally: pass') == 'invalid syntax'
assert bad('case 1: pass') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x = 1\n  y = 2') == 'unexpected indent'
assert bad('pass x') == 'invalid syntax'
assert bad('break 5') == 'invalid syntax'
assert bad('pass; 5 6') == 'invalid syntax'
assert bad(';') == 'invalid syntax'
assert bad('x;;y') == 'invalid syntax'
assert bad('a, b = ') == 'invalid syntax'
assert bad('= 1') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad(',') == 'invalid syntax'
assert bad('(,)') == 'invalid syntax'
assert bad('(1,,2)') == 'invalid syntax'
assert bad('[,]') == 'invalid syntax'
assert bad('{,}') == 'invalid syntax'
assert bad('f(,)') == 'invalid syntax'
assert bad('def f(,): pass') == 'invalid syntax'
assert bad(':') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('->') == 'invalid syntax'
assert bad('a -> b') == 'invalid syntax'
assert bad('a => b') == 'invalid syntax'
assert bad('a && b') == 'invalid syntax'
assert bad('a || b') == 'invalid syntax'
assert bad('!a') == 'invalid syntax'
assert bad('a !== b') == 'invalid syntax'
assert bad('a === b') == 'invalid syntax'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('a.b = c.d = 1 = 2') == 'cannot assign to literal'
assert bad('x = {**}') == 'invalid syntax'
assert bad('x = yield = 1') == 'assignment to yield expression not possible'
assert bad('(yield) = 1') == "cannot assign to yield expression here. Maybe you meant '==' instead of '='?"
assert bad('def f():\n    (yield) = 1') == "cannot assign to yield expression here. Maybe you meant '==' instead of '='?"
assert bad('def f():\n    await x') == "'await' outside async function"
assert bad('class A:\n    return 1') == "'return' outside function"
assert bad('class A:\n    yield 1') == "'yield' outside function"
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('def f():\n    return 1\n    yield 2\nasync def g():\n    yield 1\n    return 2') == "'return' with value in async generator"
assert bad('def f():\n    x = 1\n    global x') == "name 'x' is assigned to before global declaration"
assert bad('def f():\n    nonlocal x') == "no binding for nonlocal 'x' found"
assert bad('def f(x):\n    global x') == "name 'x' is parameter and global"
assert bad('from __future__ import nope') == 'future feature nope is not defined'
assert bad('x = 1\nfrom __future__ import annotations') == 'from __future__ imports must occur at the beginning of the file'
assert bad('from __future__ import braces') == 'not a chance'
assert bad('import a.b as c.d') == 'cannot use attribute as import target'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('from a import b.c') == 'invalid syntax'
assert bad('from a import *, b') == 'invalid syntax'
assert bad('from a import b as') == 'invalid syntax'
assert bad('def f():\n    from a import *') == 'import * only allowed at module level'
assert bad('[x := 1 for x in y]') == "assignment expression cannot rebind comprehension iteration variable 'x'"
assert bad('[y := 1 for x in (z := [1])]') == 'assignment expression cannot be used in a comprehension iterable expression'
assert bad('class A:\n    [y := 1 for x in z]') == 'assignment expression within a comprehension cannot be used in a class body'
assert bad('\\') == 'unexpected EOF while parsing'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('x \\ y') == 'unexpected character after line continuation character'
assert bad('x = 1 \\') == 'unexpected EOF while parsing'
assert bad('"""a') == 'unterminated triple-quoted string literal (detected at line 1)'
assert bad("'a' = 1") == "cannot assign to literal here. Maybe you meant '==' instead of '='?"
assert bad('"a".b() = 1') == "cannot assign to function call here. Maybe you meant '==' instead of '='?"
assert bad('not x = 1') == 'cannot assign to expression'
assert bad('-x = 1') == "cannot assign to expression here. Maybe you meant '==' instead of '='?"
assert bad('x if y else z = 1') == 'cannot assign to conditional expression'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('(a for b in c) = 1') == 'cannot assign to generator expression'
assert bad('[a for b in c] = 1') == "cannot assign to list comprehension here. Maybe you meant '==' instead of '='?"
assert bad('lambda: 1 = 2') == 'cannot assign to lambda'
assert bad('x < y = 1') == 'cannot assign to comparison'
assert bad('x and y = 1') == 'cannot assign to expression'
assert bad('a := b = c') == 'invalid syntax'
assert bad('f"{x}" = 1') == "cannot assign to f-string expression here. Maybe you meant '==' instead of '='?"
assert bad('with a as f(): pass') == 'cannot assign to function call'
---
def bad(source):
    try:
        compile(source, '<source>', 'exec')
    except SyntaxError as e:
        return e.msg
    return 'compiles'
assert bad('with a as b + c: pass') == 'cannot assign to expression'
assert bad('for f() in x: pass') == 'cannot assign to function call'
assert bad('for x + 1 in y: pass') == 'cannot assign to expression'
assert bad('for (a, 1) in y: pass') == 'cannot assign to literal'
assert bad('del *a') == 'cannot delete starred'
assert bad('del a, *b') == 'cannot delete starred'
assert bad('del [*a]') == 'cannot delete starred'
assert bad('del a if b else c') == 'cannot delete conditional expression'
