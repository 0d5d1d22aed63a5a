# float: literals, shortest repr, methods, special values.
assert 1.5 == 1.5
assert repr(1e3) == '1000.0'
assert 1E-3 == 0.001
assert .5 == 0.5
assert repr(5.) == '5.0'
assert 1_0.0_1 == 10.01
assert repr(1e16) == '1e+16'
assert repr(1e15) == '1000000000000000.0'
assert repr(123456789012345678.0) == '1.2345678901234568e+17'
assert 0.1 + 0.2 == 0.30000000000000004
assert 1 / 3 == 0.3333333333333333
assert 2 / 3 == 0.6666666666666666
assert 1e-5 == 1e-05
assert 0.0001 == 0.0001
---
assert 0.00001 == 1e-05
assert repr(1e22) == '1e+22'
assert repr(1e21) == '1e+21'
assert repr(1e100) == '1e+100'
assert 5e-324 == 5e-324
assert 2.2250738585072014e-308 == 2.2250738585072014e-308
assert repr(1.7976931348623157e308) == '1.7976931348623157e+308'
assert repr(100.0) == '100.0'
assert 1e-7 == 1e-07
assert 123456.789 == 123456.789
assert repr(-0.0) == '-0.0'
assert 0.0 == -0.0
assert repr(1e400) == 'inf'
assert repr(-1e400) == '-inf'
---
assert repr(float("nan")) == 'nan'
assert repr(3.0) == '3.0'
assert repr(1.0e10) == '10000000000.0'
assert repr(9007199254740993.0) == '9007199254740992.0'
assert 0.1 == 0.1
assert 0.30000000000000004 == 0.30000000000000004
assert 4.35 == 4.35
assert 4.349999999999999 == 4.349999999999999
assert repr(1e23) == '1e+23'
assert repr(9.999999999999999e22) == '1e+23'
assert 1.1 == 1.1
assert 2.675 == 2.675
---
# float(): accepted text.
assert repr(float()) == '0.0'
assert float("1.5") == 1.5
assert repr(float("  1e3 \n")) == '1000.0'
assert float("+1_0.5") == 10.5
assert repr(float("inf")) == 'inf'
assert repr(float("-Infinity")) == '-inf'
assert repr(float("NaN")) == 'nan'
assert float(".5") == 0.5
assert repr(float("5.")) == '5.0'
assert repr(float("1e-400")) == '0.0'
assert repr(float(7)) == '7.0'
assert repr(float(True)) == '1.0'
assert float(b"2.5") == 2.5
assert float("\u0661.5") == 1.5
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: float("")) == "ValueError: could not convert string to float: ''"
assert error(lambda: float("abc")) == "ValueError: could not convert string to float: 'abc'"
assert error(lambda: float("1e")) == "ValueError: could not convert string to float: '1e'"
assert error(lambda: float("1__0")) == "ValueError: could not convert string to float: '1__0'"
assert error(lambda: float("0x1p3")) == "ValueError: could not convert string to float: '0x1p3'"
assert error(lambda: float(None)) == "TypeError: float() argument must be a string or a real number, not 'NoneType'"
assert error(lambda: float([])) == "TypeError: float() argument must be a string or a real number, not 'list'"
assert error(lambda: float(1j)) == "TypeError: float() argument must be a string or a real number, not 'complex'"
assert error(lambda: float("1.5", 2)) == 'TypeError: float expected at most 1 argument, got 2'
assert error(lambda: float(x=1)) == 'TypeError: float() takes no keyword arguments'
assert error(lambda: float("1 2")) == "ValueError: could not convert string to float: '1 2'"
---
# Methods.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert (1.5).is_integer() is False
assert (2.0).is_integer() is True
assert float("inf").is_integer() is False
assert (0.75).as_integer_ratio() == (3, 4)
assert (0.1).as_integer_ratio() == (3602879701896397, 36028797018963968)
assert (-2.0).as_integer_ratio() == (-2, 1)
assert error(lambda: float("inf").as_integer_ratio()) == 'OverflowError: cannot convert Infinity to integer ratio'
assert error(lambda: float("nan").as_integer_ratio()) == 'ValueError: cannot convert NaN to integer ratio'
assert (1.5).hex() == '0x1.8000000000000p+0'
assert (0.1).hex() == '0x1.999999999999ap-4'
assert (-0.0).hex() == '-0x0.0p+0'
assert (5e-324).hex() == '0x0.0000000000001p-1022'
assert float("inf").hex() == 'inf'
assert repr(float.fromhex("0x1.8p+1")) == '3.0'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert float.fromhex("0x.8") == 0.5
assert float.fromhex("-1.8") == -1.5
assert repr(float.fromhex("inf")) == 'inf'
assert error(lambda: float.fromhex("zz")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("0x1p5000")) == 'OverflowError: hexadecimal value too large to represent as a float'
assert (1.5).conjugate() == 1.5
assert (1.5).real == 1.5
assert repr((1.5).imag) == '0.0'
assert (1.5).__int__() == 1
assert (-1.5).__trunc__() == -1
assert (-1.5).__floor__() == -2
assert (-1.5).__ceil__() == -1
assert (2.5).__round__() == 2
assert (1.5).__neg__() == -1.5
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert (1.5).__bool__() is True
assert (1.5).__add__(1) == 2.5
assert repr((1.5).__add__("a")) == 'NotImplemented'
assert (1.5).__radd__(1) == 2.5
assert repr((1.5).__divmod__(1)) == '(1.0, 0.5)'
assert repr(float.from_number(3)) == '3.0'
assert error(lambda: float.from_number("3")) == 'TypeError: must be real number, not str'
---
# round: half to even, exact decimal meaning.
assert round(0.5) == 0
assert round(1.5) == 2
assert round(2.5) == 2
assert round(-0.5) == 0
assert round(-1.5) == -2
assert round(2.675, 2) == 2.67
assert repr(round(1.005, 2)) == '1.0'
assert repr(round(1234.5678, -2)) == '1200.0'
assert repr(round(1234.5678, 0)) == '1235.0'
assert repr(round(0.5, 0)) == '0.0'
assert repr(round(1e300, 2)) == '1e+300'
assert round(1.23456789e-10, 12) == 1.23e-10
assert round(5e15 + 0.5) == 5000000000000000
assert round(1.5, None) == 2
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(round(-2.5, 0)) == '-2.0'
assert repr(round(1e22, -21)) == '1e+22'
assert repr(type(round(1.5))) == "<class 'int'>"
assert repr(type(round(1.5, 0))) == "<class 'float'>"
assert error(lambda: round(float("nan"))) == 'ValueError: cannot convert float NaN to integer'
assert error(lambda: round(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: round(1.5, 1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: round("a")) == "TypeError: type str doesn't define __round__ method"
assert error(lambda: round()) == "TypeError: round() missing required argument 'number' (pos 1)"
---
# Modulo and floor division keep the sign of the divisor; signed zero.
assert 5.5 % 2 == 1.5
assert -5.5 % 2 == 0.5
assert 5.5 % -2 == -0.5
assert repr(-0.0 % 1) == '0.0'
assert repr(0.0 % -1) == '-0.0'
assert repr(-1e-20 % 1) == '1.0'
assert repr(5.5 // 2) == '2.0'
assert repr(-5.5 // 2) == '-3.0'
assert repr(1e308 // 1e-308) == 'inf'
assert repr(float("inf") % 1) == 'nan'
assert repr(1 % float("inf")) == '1.0'
assert repr(-1 % float("inf")) == 'inf'
assert repr(divmod(-1.0, float("inf"))) == '(-1.0, inf)'
assert repr(float("inf") // 1) == 'nan'
---
assert repr(0.0 / float("inf")) == '0.0'
assert repr(float("inf") - float("inf")) == 'nan'
assert repr(float("inf") * 0) == 'nan'
assert repr(-0.0 + 0.0) == '0.0'
assert repr(-0.0 - 0.0) == '-0.0'
assert repr(1.0 ** float("nan")) == '1.0'
assert repr(float("nan") ** 0) == '1.0'
assert repr(0.0 ** 0) == '1.0'
assert repr((-1.0) ** 0.5 == 1j ** 1 or (-1.0) ** 0.5) == '(6.123233995736766e-17+1j)'
assert 10.0 ** -2 == 0.01
assert repr((-2.0) ** 3) == '-8.0'
assert 2.0 ** 0.5 == 1.4142135623730951
assert repr(float("-inf") ** 3) == '-inf'
assert repr(float("-inf") ** -1) == '-0.0'
assert repr(1e200 * 1e200) == 'inf'
---
# nan and inf in comparisons, min/max, sorting.
nan, inf = float("nan"), float("inf")
assert (nan < 1) is False
assert (nan > 1) is False
assert nan != nan
assert inf == inf
assert -inf < inf
assert repr(min(nan, 1)) == 'nan'
assert min(1, nan) == 1
assert repr(max(nan, 1)) == 'nan'
assert max(1, nan) == 1
assert inf > 10 ** 1000
assert bool(nan) is True
assert bool(-0.0) is False
assert 1e16 == 10 ** 16
assert (1e23 == 10 ** 23) is False
assert 0.1 < 1
assert 2 ** 1024 > 1.7976931348623157e308
---
# Subclass.
class F(float):
    def __new__(cls, s): return super().__new__(cls, s.replace(",", "."))
f = F("1,5")
assert repr(f) == '1.5'
assert f + 1 == 2.5
assert repr(type(f + f)) == "<class 'float'>"
assert isinstance(f, float)
assert f"{f:.2f}" == '1.50'
assert str(f) == '1.5'
assert f == 1.5
