# Numbers under the arithmetic operators: results, result types and the errors of mixed operands.
assert 7 + 3 == 10
assert 7 - 10 == -3
assert 7 * -3 == -21
assert 7 / 2 == 3.5
assert repr(6 / 2) == '3.0'
assert 7 // 2 == 3
assert -7 // 2 == -4
assert 7 // -2 == -4
assert 7 % 3 == 1
assert -7 % 3 == 2
assert 7 % -3 == -2
assert 2 ** 10 == 1024
assert 2 ** -1 == 0.5
assert (-2) ** 2 == 4
---
assert -2 ** 2 == -4
assert 2 ** 3 ** 2 == 512
assert 0 ** 0 == 1
assert +True == 1
assert -True == -1
assert ~5 == -6
assert ~-1 == 0
assert True + True == 2
assert 1 + 2.5 == 3.5
assert repr(1.5 * 2) == '3.0'
assert repr(7.0 // 2) == '3.0'
assert repr(-7.5 // 2) == '-4.0'
assert 7.5 % 2 == 1.5
assert -7.5 % 2 == 0.5
---
assert 7.5 % -2 == -0.5
assert repr(1e308 * 10) == 'inf'
assert 2 ** 0.5 == 1.4142135623730951
assert repr((-8) ** (1/3)) == '(1.0000000000000002+1.7320508075688772j)'
assert repr(1 + 2j) == '(1+2j)'
assert repr((1 + 2j) * (3 - 1j)) == '(5+5j)'
assert repr((1 + 2j) / (3 - 1j)) == '(0.1+0.7000000000000001j)'
assert 3 & 5 == 1
assert 3 | 5 == 7
assert 3 ^ 5 == 6
assert 1 << 70 == 1180591620717411303424
assert (1 << 70) >> 68 == 4
assert -1 >> 100 == -1
assert -5 >> 1 == -3
---
assert -5 & 0xff == 251
assert True & False is False
assert True | 1 == 1
assert True ^ True is False
assert divmod(7, 3) == (2, 1)
assert divmod(-7, 3) == (-3, 2)
assert divmod(7, -3) == (-3, -2)
assert repr(divmod(7.5, 2)) == '(3.0, 1.5)'
assert repr(divmod(-7.5, 2)) == '(-4.0, 0.5)'
---
# Division by zero and range errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: 1 / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1 // 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1 % 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: divmod(1, 0)) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1.0 / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1.0 // 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1.0 % 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: divmod(1.0, 0)) == 'ZeroDivisionError: division by zero'
assert error(lambda: 0 ** -1) == 'ZeroDivisionError: zero to a negative power'
assert error(lambda: 0.0 ** -1) == 'ZeroDivisionError: zero to a negative power'
assert error(lambda: 1j / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 0j ** -1) == 'ZeroDivisionError: zero to a negative or complex power'
assert error(lambda: 1 << -1) == 'ValueError: negative shift count'
assert error(lambda: 1 >> -1) == 'ValueError: negative shift count'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: 2.0 ** 10000) == "OverflowError: (34, 'Numerical result out of range')"
assert error(lambda: int(1e400)) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: int(float("nan"))) == 'ValueError: cannot convert float NaN to integer'
assert error(lambda: 10 ** 400 * 1.0) == 'OverflowError: int too large to convert to float'
assert error(lambda: 10 ** 400 / 3.0) == 'OverflowError: int too large to convert to float'
assert error(lambda: float(10 ** 400)) == 'OverflowError: int too large to convert to float'
assert repr(10 ** 400 / 10 ** 399) == '10.0'
assert 10 ** 400 // 10 ** 399 == 10
---
# Operand type errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: 1 + "a") == "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
assert error(lambda: "a" + 1) == 'TypeError: can only concatenate str (not "int") to str'
assert error(lambda: [] + ()) == 'TypeError: can only concatenate list (not "tuple") to list'
assert error(lambda: () + []) == 'TypeError: can only concatenate tuple (not "list") to tuple'
assert error(lambda: b"a" + "a") == "TypeError: can't concat str to bytes"
assert error(lambda: "a" + b"a") == 'TypeError: can only concatenate str (not "bytes") to str'
assert error(lambda: None + 1) == "TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'"
assert error(lambda: 1 - "a") == "TypeError: unsupported operand type(s) for -: 'int' and 'str'"
assert error(lambda: "a" * "b") == "TypeError: can't multiply sequence by non-int of type 'str'"
assert error(lambda: "a" * 1.0) == "TypeError: can't multiply sequence by non-int of type 'float'"
assert error(lambda: [] * []) == "TypeError: can't multiply sequence by non-int of type 'list'"
assert error(lambda: {} + {}) == "TypeError: unsupported operand type(s) for +: 'dict' and 'dict'"
assert error(lambda: {} | []) == "TypeError: unsupported operand type(s) for |: 'dict' and 'list'"
assert error(lambda: {1} | [1]) == "TypeError: unsupported operand type(s) for |: 'set' and 'list'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: {1} + {2}) == "TypeError: unsupported operand type(s) for +: 'set' and 'set'"
assert error(lambda: 1 @ 2) == "TypeError: unsupported operand type(s) for @: 'int' and 'int'"
assert error(lambda: 1.0 & 1) == "TypeError: unsupported operand type(s) for &: 'float' and 'int'"
assert error(lambda: 1.0 << 1) == "TypeError: unsupported operand type(s) for <<: 'float' and 'int'"
assert error(lambda: ~1.0) == "TypeError: bad operand type for unary ~: 'float'"
assert error(lambda: -"a") == "TypeError: bad operand type for unary -: 'str'"
assert error(lambda: +[]) == "TypeError: bad operand type for unary +: 'list'"
assert error(lambda: ~None) == "TypeError: bad operand type for unary ~: 'NoneType'"
assert error(lambda: 1 % "a") == "TypeError: unsupported operand type(s) for %: 'int' and 'str'"
assert error(lambda: 2 ** "a") == "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'"
assert error(lambda: 1j // 2) == "TypeError: unsupported operand type(s) for //: 'complex' and 'int'"
assert error(lambda: 1j % 2) == "TypeError: unsupported operand type(s) for %: 'complex' and 'int'"
assert error(lambda: divmod(1j, 1)) == "TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'"
assert error(lambda: 1j < 2j) == "TypeError: '<' not supported between instances of 'complex' and 'complex'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: 1 < "a") == "TypeError: '<' not supported between instances of 'int' and 'str'"
assert error(lambda: None < None) == "TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'"
assert error(lambda: [] < ()) == "TypeError: '<' not supported between instances of 'list' and 'tuple'"
assert error(lambda: {} < {}) == "TypeError: '<' not supported between instances of 'dict' and 'dict'"
assert error(lambda: "a" >= 1) == "TypeError: '>=' not supported between instances of 'str' and 'int'"
assert error(lambda: print >> 1) == "TypeError: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'"
assert error(lambda: print << 1) == "TypeError: unsupported operand type(s) for <<: 'builtin_function_or_method' and 'int'"
assert error(lambda: object() + object()) == "TypeError: unsupported operand type(s) for +: 'object' and 'object'"
---
# Augmented assignment.
x = 5
x += 3; assert x == 8
x -= 10; assert x == -2
x *= 6; assert x == -12
x //= 5; assert x == -3
x **= 3; assert x == -27
x %= 10; assert x == 3
x <<= 4; assert x == 48
x >>= 2; assert x == 12
x |= 3; assert x == 15
x &= 6; assert x == 6
x ^= 5; assert x == 3
x /= 2; assert x == 1.5
---
a = b = [1]
a += [2]                      # in place: both names see it
assert b == [1, 2] and a is b
a = a + [3]
assert b == [1, 2] and a == [1, 2, 3]
a *= 2
assert a == [1, 2, 3, 1, 2, 3]
t = u = (1,)
t += (2,)
assert u == (1,) and t == (1, 2)
s = {1}; r = s
s |= {2}; assert r == {1, 2}
s &= {2}; assert r == {2}
s ^= {2, 3}; assert r == {3}
s -= {3}; assert r == set()
d = e = {1: 1}
d |= {2: 2}
assert e == {1: 1, 2: 2}
d |= [(3, 3)]
assert e[3] == 3
---
# The target of an augmented assignment is evaluated once.
calls = []
def box(name, value):
    calls.append(name)
    return value
data = [10, 20]
box("list", data)[box("index", 1)] += box("value", 5)
assert data == [10, 25]
assert calls == ["list", "index", "value"]
---
# A tuple item cannot be replaced, yet the list inside has grown.
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    assert str(e) == "'tuple' object does not support item assignment"
assert t == ([1],)
---
x = 1
x += "a"                           ### "TypeError: unsupported operand type.s. for .=: 'int' and 'str'"
---
x = []
x += 1                             ### "TypeError: 'int' object is not iterable"
---
x = 1
x @= 2                             ### "TypeError: unsupported operand type.s. for @=: 'int' and 'int'"
---
x = "a"
x -= "b"                           ### "TypeError: unsupported operand type.s. for -=: 'str' and 'str'"
---
x = 2
x **= "b"                          ### "TypeError: unsupported operand type.s. for ..=: 'int' and 'str'"
---
# Comparison chains evaluate each operand once and stop early.
log = []
def v(x):
    log.append(x)
    return x
assert 1 < 2 < 3
assert not 1 < 3 < 2
assert (v(1) < v(3) > v(2)) is True and log == [1, 3, 2]
log.clear()
assert (v(3) < v(1) < v(2)) is False and log == [3, 1]
assert 1 < 2 != 3 == 3.0 is not None
assert 1 == 1.0 == True == 1 + 0j
assert not (1 != 1.0)
assert 1 < 2 > 1 <= 1 >= 0
assert (1 in [1] == True) is False
assert (1 in [1]) == True
assert not 1 == 2
assert "a" < "b" < "c"
assert [1, 2] < [1, 3] < [2]
assert (1, 2) <= (1, 2, 0)
assert (1, "a") == (1, "a")
assert ([1] == (1,)) is False
assert {1} < {1, 2} <= {1, 2}
assert ({1, 2} > {3}) is False
assert (float("nan") == float("nan")) is False
assert 2 ** 64 == float(2 ** 64)
assert (2 ** 53 + 1 == float(2 ** 53)) is False
assert 2 ** 53 + 1 > float(2 ** 53)
assert 10 ** 400 > 1e308
assert (-10 ** 400 < float("-inf")) is False
assert float("inf") > 10 ** 400
---
# Boolean operators return operands.
assert (0 or "x") == 'x'
assert (1 or 1 / 0) == 1
assert (0 and 1 / 0) == 0
assert (1 and "y") == 'y'
assert ([] or {} or ()) == ()
assert (1 and 2 and 3) == 3
assert not []
assert not not "a"
assert ("a" if 1 else "b") == 'a'
assert ("a" if "" else "b") == 'b'
assert (1 if 0 else 2 if 0 else 3) == 3
assert (not 1) + 1 == 1
assert (1 is True) is False
assert None is None
assert (1, 2) is not (1, 2, 3)
---
# Precedence.
assert 2 + 3 * 4 == 14
assert (2 + 3) * 4 == 20
assert -3 ** 2 == -9
assert repr(2 ** -1 * 4) == '2.0'
assert 1 | 2 ^ 3 & 4 << 1 + 1 == 3
assert 1 << 2 + 3 == 32
assert (not 1 + 1 == 2 and True) is False
assert 10 - 4 - 3 == 3
assert repr(100 / 10 / 2) == '5.0'
assert 7 // 2 * 2 == 6
assert 7 % 4 ** 2 == 7
assert ~1 + 1 == -1
assert - - 3 == 3
assert ~ ~ 3 == 3
assert not not 3
