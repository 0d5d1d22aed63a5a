# int: literals, big values, conversions, methods.
assert 0x_ff == 255
assert 0o17 == 15
assert 0b1010 == 10
assert 1_000_000 == 1000000
assert 0XFF == 255
assert 00 == 0
assert 0_0 == 0
assert 123456789012345678901234567890 == 123456789012345678901234567890
assert 2 ** 200 == 1606938044258990275541962092341162602522202993782792835301376
assert -(2 ** 63) == -9223372036854775808
assert 10 ** 30 // 7 == 142857142857142857142857142857
assert -10 ** 30 // 7 == -142857142857142857142857142858
assert 10 ** 30 % 7 == 1
assert -10 ** 30 % 7 == 6
---
assert 10 ** 30 % -7 == -6
assert (3 ** 100) * (7 ** 80) == 20891454294314562301877381173131153608195694142280161351269156173708058004413223884574811717756256688602052417970001
assert 3 ** 100 - 3 ** 99 == 343585013821340887357640753177080848468071681334
assert (1 << 200) - 1 & (1 << 100) == 1267650600228229401496703205376
assert (1 << 100) | 1 == 1267650600228229401496703205377
assert (1 << 100) ^ (1 << 100) - 1 == 2535301200456458802993406410751
assert ~(1 << 70) == -1180591620717411303425
assert -(1 << 70) >> 3 == -147573952589676412928
assert -(1 << 70) & 0xffff_ffff_ffff_ffff_ffff == 1207745227993911763402752
assert -(1 << 70) | 1 == -1180591620717411303423
assert -(1 << 70) ^ 12345 == -1180591620717411291079
assert (-7) ** 31 == -157775382034845806615042743
assert pow(3, 1000, 10 ** 9 + 7) == 56888193
assert pow(3, -1, 7) == 5
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert pow(-3, 5, 7) == 2
assert pow(3, 5, -7) == -2
assert pow(2, 0, 1) == 0
assert error(lambda: pow(2, -1, 4)) == 'ValueError: base is not invertible for the given modulus'
assert error(lambda: pow(2, 5, 0)) == 'ValueError: pow() 3rd argument cannot be 0'
assert error(lambda: pow(2.0, 5, 3)) == 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'
assert error(lambda: pow(2, 5, 3.0)) == 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'
assert divmod(10 ** 25, -10 ** 7 - 3) == (-999999700000090000, -270000)
assert abs(-10 ** 20) == 100000000000000000000
assert 2 ** 63 - 1 + 1 == 9223372036854775808
assert -2 ** 63 - 1 == -9223372036854775809
assert 9223372036854775807 * 2 == 18446744073709551614
assert 9223372036854775807 * 9223372036854775807 == 85070591730234615847396907784232501249
assert 4611686018427387904 + 4611686018427387904 == 9223372036854775808
assert -9223372036854775808 // -1 == 9223372036854775808
assert -9223372036854775808 % -1 == 0
assert abs(-9223372036854775808) == 9223372036854775808
assert -(-9223372036854775808) == 9223372036854775808
---
# int(): from text in any base, from numbers.
assert int() == 0
assert int("42") == 42
assert int("  -42\n") == -42
assert int("+7") == 7
assert int("1_000") == 1000
assert int("ff", 16) == 255
assert int("0xff", 16) == 255
assert int("0xFF", 0) == 255
assert int("0b101", 0) == 5
assert int("0o17", 0) == 15
assert int("z", 36) == 35
assert int("101", base=2) == 5
assert int(b"12") == 12
assert int(bytearray(b"12")) == 12
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert int("\u0663\u0664") == 34
assert int(3.99) == 3
assert int(-3.99) == -3
assert int(1e20) == 100000000000000000000
assert int(True) == 1
assert int("0", 0) == 0
assert int("00", 0) == 0
assert int("12345678901234567890123") == 12345678901234567890123
assert error(lambda: int("")) == "ValueError: invalid literal for int() with base 10: ''"
assert error(lambda: int("a")) == "ValueError: invalid literal for int() with base 10: 'a'"
assert error(lambda: int("1.5")) == "ValueError: invalid literal for int() with base 10: '1.5'"
assert error(lambda: int("1__0")) == "ValueError: invalid literal for int() with base 10: '1__0'"
assert error(lambda: int("_1")) == "ValueError: invalid literal for int() with base 10: '_1'"
assert error(lambda: int("12", 2)) == "ValueError: invalid literal for int() with base 2: '12'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: int("012", 0)) == "ValueError: invalid literal for int() with base 0: '012'"
assert error(lambda: int("1", 1)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int("1", 37)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int("1", -1)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int(1, 10)) == "TypeError: int() can't convert non-string with explicit base"
assert error(lambda: int(1.0, 10)) == "TypeError: int() can't convert non-string with explicit base"
assert error(lambda: int(None)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
assert error(lambda: int([])) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'"
assert error(lambda: int(1j)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'"
assert error(lambda: int("1", x=1)) == "TypeError: int() got an unexpected keyword argument 'x'"
assert error(lambda: int("1", 2, 3)) == 'TypeError: int expected at most 2 arguments, got 3'
assert error(lambda: int("é")) == "ValueError: invalid literal for int() with base 10: 'é'"
assert error(lambda: int("1 2")) == "ValueError: invalid literal for int() with base 10: '1 2'"
assert error(lambda: int("\x00")) == "ValueError: invalid literal for int() with base 10: '\\x00'"
assert error(lambda: int(b"\xff")) == "ValueError: invalid literal for int() with base 10: b'\\xff'"
assert error(lambda: int(base=2)) == 'TypeError: int() missing string argument'
---
# Methods and attributes.
assert (255).bit_length() == 8
assert (0).bit_length() == 0
assert (-256).bit_length() == 9
assert (2 ** 100).bit_length() == 101
assert (255).bit_count() == 8
assert (-7).bit_count() == 3
assert (2 ** 100 - 1).bit_count() == 100
assert (5).conjugate() == 5
assert (5).real == 5
assert (5).imag == 0
assert (5).numerator == 5
assert (5).denominator == 1
assert (5).as_integer_ratio() == (5, 1)
assert (5).is_integer() is True
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert (258).to_bytes(2, "big") == b'\x01\x02'
assert (258).to_bytes(2, "little") == b'\x02\x01'
assert (258).to_bytes(4) == b'\x00\x00\x01\x02'
assert (5).to_bytes() == b'\x05'
assert (-1).to_bytes(2, "big", signed=True) == b'\xff\xff'
assert (-129).to_bytes(2, "little", signed=True) == b'\x7f\xff'
assert (0).to_bytes(0, "big") == b''
assert error(lambda: (256).to_bytes(1, "big")) == 'OverflowError: int too big to convert'
assert error(lambda: (-1).to_bytes(1, "big")) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (1).to_bytes(-1, "big")) == 'ValueError: length argument must be non-negative'
assert error(lambda: (1).to_bytes(1, "middle")) == "ValueError: byteorder must be either 'little' or 'big'"
assert error(lambda: (200).to_bytes(1, "big", signed=True)) == 'OverflowError: int too big to convert'
assert int.from_bytes(b"\x01\x02", "big") == 258
assert int.from_bytes(b"\x01\x02", "little") == 513
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert int.from_bytes(b"\xff\xfe", "big", signed=True) == -2
assert int.from_bytes(b"") == 0
assert int.from_bytes([1, 2, 3]) == 66051
assert int.from_bytes(b"\xff" * 10) == 1208925819614629174706175
assert error(lambda: int.from_bytes(b"a", "x")) == "ValueError: byteorder must be either 'little' or 'big'"
assert error(lambda: int.from_bytes("a")) == "TypeError: cannot convert 'str' object to bytes"
assert (7).__index__() == 7
assert (7).__floor__() == 7
assert (7).__trunc__() == 7
assert (7).__round__() == 7
assert (1234).__round__(-2) == 1200
assert (7).__neg__() == -7
assert (7).__add__(2) == 9
assert repr((7).__add__(2.0)) == 'NotImplemented'
---
assert (7).__radd__(2) == 9
assert (7).__divmod__(2) == (3, 1)
assert (7).__pow__(2, 5) == 4
assert (7).__rpow__(2) == 128
assert (7).__lshift__(1) == 14
assert (7).__truediv__(2) == 3.5
assert (7).__bool__() is True
assert (7).__format__("04") == '0007'
assert (7).__repr__() == '7'
assert int.__doc__.startswith("int(") is True
---
# Rounding to tens, half to even.
assert round(15, -1) == 20
assert round(25, -1) == 20
assert round(-15, -1) == -20
assert round(1234567, -3) == 1235000
assert round(5, 2) == 5
assert round(5) == 5
assert round(10 ** 20 + 5, -1) == 100000000000000000000
assert round(12345678901234567895, -1) == 12345678901234567900
assert round(149, -2) == 100
assert round(150, -2) == 200
assert round(250, -2) == 200
---
# repr, str, hex, oct, bin.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert str(10 ** 50) == '100000000000000000000000000000000000000000000000000'
assert repr(-5) == '-5'
assert hex(255) == '0xff'
assert hex(-255) == '-0xff'
assert hex(2 ** 100) == '0x10000000000000000000000000'
assert oct(8) == '0o10'
assert oct(-8) == '-0o10'
assert bin(10) == '0b1010'
assert bin(-10) == '-0b1010'
assert bin(0) == '0b0'
assert str(True) == 'True'
assert error(lambda: hex(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: bin("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: oct(None)) == "TypeError: 'NoneType' object cannot be interpreted as an integer"
---
# Very long conversions are limited.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
assert sys.get_int_max_str_digits() == 4300
big = 10 ** 5000
assert error(lambda: str(big)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: int("1" * 5000)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit'
assert len(hex(big)) == 4155
sys.set_int_max_str_digits(0)
assert len(str(big)) == 5001
assert int("1" * 5000) % 97 == 52
---
# bool is an int.
assert isinstance(True, int)
assert issubclass(bool, int)
assert True == 1
assert True + 1.5 == 2.5
assert [10, 20][True] == 20
assert bool(0.0) is False
assert bool("") is False
assert bool("0") is True
assert bool([0]) is True
assert bool() is False
assert repr(True) == 'True'
assert True & False is False
assert repr(type(True & 1)) == "<class 'int'>"
assert repr(type(True & True)) == "<class 'bool'>"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(type(True | False)) == "<class 'bool'>"
assert repr(type(~True)) == "<class 'int'>"
assert ~False == -1
assert True.real == 1
assert -True == -1
assert True.bit_length() == 1
assert "%d" % True == '1'
assert f"{True}" == 'True'
assert f"{True:d}" == '1'
assert f"{True:5}" == '    1'
assert repr(bool.__mro__) == "(<class 'bool'>, <class 'int'>, <class 'object'>)"
assert error(lambda: bool(1, 2)) == 'TypeError: bool expected at most 1 argument, got 2'
assert error(lambda: type("B", (bool,), {})) == "TypeError: type 'bool' is not an acceptable base type"
assert int(True) == 1
assert True is not False
assert True < 2
---
# Subclasses of int: arithmetic gives plain ints.
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def double(self): return I(self * 2)
i = I(5)
assert repr(i) == 'I(5)'
assert i + 1 == 6
assert repr(type(i + i)) == "<class 'int'>"
assert repr(type(-i)) == "<class 'int'>"
assert repr(type(+i)) == "<class 'int'>"
assert repr(type(abs(i))) == "<class 'int'>"
assert repr(i.double()) == 'I(10)'
assert i == 5
assert hash(i) == hash(5)
assert {5: "x"}[i] == 'x'
assert str(i) == 'I(5)'
assert f"{i}" == 'I(5)'
assert f"{i:03}" == '005'
assert "%d" % i == '5'
---
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def double(self): return I(self * 2)
i = I(5)
assert repr(I("12")) == 'I(12)'
assert repr(I.from_bytes(b"\x05")) == 'I(5)'
assert isinstance(I.from_bytes(b"\x05"), I)
assert [1, 2, 3, 4, 5, 6][i] == 6
assert repr(range(i)) == 'range(0, 5)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class W:
    def __int__(self): return True
    def __index__(self): return 5
assert int(W()) == 1
assert [0] * W() == [0, 0, 0, 0, 0]
assert 1 << 3 == 8
class X:
    def __index__(self): return 3
assert int(X()) == 3
assert repr(float(X())) == '3.0'
assert repr(complex(X())) == '(3+0j)'
assert (1).__lshift__(3) == 8
assert error(lambda: 1 << X()) == "TypeError: unsupported operand type(s) for <<: 'int' and 'X'"
assert error(lambda: 1 + X()) == "TypeError: unsupported operand type(s) for +: 'int' and 'X'"
assert bytes(X()) == b'\x00\x00\x00'
assert "abc"[X():] == ''
