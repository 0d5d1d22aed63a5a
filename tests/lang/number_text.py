# Conversions between numbers and text at the edges.
assert [repr(x) for x in (0.1, 1e15, 1e16, 123456789.123, 1e-4, 9.9e-5, 1e100, 1.0, 100000.0, 2.5e-10)] == ['0.1', '1000000000000000.0', '1e+16', '123456789.123', '0.0001', '9.9e-05', '1e+100', '1.0', '100000.0', '2.5e-10']
assert [str(10 ** n) for n in (0, 5, 18, 19, 20, 40)] == ['1', '100000', '1000000000000000000', '10000000000000000000', '100000000000000000000', '10000000000000000000000000000000000000000']
assert [repr(-(10 ** n)) for n in (18, 19, 20)] == ['-1000000000000000000', '-10000000000000000000', '-100000000000000000000']
assert int("9" * 30) == 999999999999999999999999999999
assert int("-" + "9" * 25) == -9999999999999999999999999
assert int("1" + "0" * 40) == 10000000000000000000000000000000000000000
assert int("7fffffffffffffff", 16) == 9223372036854775807
assert int("8000000000000000", 16) == 9223372036854775808
assert int("-8000000000000000", 16) == -9223372036854775808
assert int("f" * 20, 16) == 1208925819614629174706175
assert hex(2 ** 64) == '0x10000000000000000'
assert oct(2 ** 64) == '0o2000000000000000000000'
assert bin(2 ** 64)[:10] == '0b10000000'
assert hex(-2 ** 64) == '-0x10000000000000000'
---
assert repr(float("1" + "0" * 25)) == '1e+25'
assert float("0." + "0" * 30 + "1") == 1e-31
assert repr(float("123456789012345678901234567890")) == '1.2345678901234568e+29'
assert repr(float("1e308")) == '1e+308'
assert repr(float("1.7976931348623158e308")) == '1.7976931348623157e+308'
assert repr(float("1.7976931348623159e308")) == 'inf'
assert float("4.9e-324") == 5e-324
assert repr(float("2e-324")) == '0.0'
assert repr(float("9007199254740992")) == '9007199254740992.0'
assert repr(float("9007199254740993")) == '9007199254740992.0'
assert repr(float("9007199254740995")) == '9007199254740996.0'
assert int(1e15) == 1000000000000000
assert int(1e16) == 10000000000000000
assert int(1e22) == 10000000000000000000000
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert int(1e23) == 99999999999999991611392
assert int(-1e18) == -1000000000000000000
assert int(2.0 ** 70) == 1180591620717411303424
assert repr(float(2 ** 53 + 1)) == '9007199254740992.0'
assert repr(float(2 ** 1023)) == '8.98846567431158e+307'
assert repr(float(-(2 ** 62))) == '-4.611686018427388e+18'
assert error(lambda: float(2 ** 1024)) == 'OverflowError: int too large to convert to float'
assert error(lambda: int(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert round(1e15 + 0.3, 1) == 1000000000000000.2
assert round(0.285, 2) == 0.28
assert round(1.115, 2) == 1.11
assert round(5.015, 2) == 5.01
assert round(-1.5) == -2
assert repr(round(1e-5, 3)) == '0.0'
---
assert "%.17g" % 0.1 == '0.10000000000000001'
assert "%.3f" % 2.0005 == '2.001'
assert "%.0f" % 0.5 == '0'
assert "%.0f" % 1.5 == '2'
assert "%5.1e" % 0 == '0.0e+00'
assert "%g" % 1e5 == '100000'
assert "%g" % 1e6 == '1e+06'
assert "%g" % 123456 == '123456'
assert "%g" % 1234567 == '1.23457e+06'
assert f"{2**100:e}" == '1.267651e+30'
assert f"{2**100:.3g}" == '1.27e+30'
assert f"{10**25:,}" == '10,000,000,000,000,000,000,000,000'
assert f"{-(10**12):_}" == '-1_000_000_000_000'
assert f"{1e25:,.0f}" == '10,000,000,000,000,000,905,969,664'
---
assert f"{0.1 + 0.2:.17f}" == '0.30000000000000004'
assert f"{1e-10:f}" == '0.000000'
assert f"{1e-10:.12f}" == '0.000000000100'
assert f"{123456789.987654321:.3f}" == '123456789.988'
assert (0.1).as_integer_ratio() == (3602879701896397, 36028797018963968)
assert (1e300).is_integer() is True
assert (123.0).hex() == '0x1.ec00000000000p+6'
assert (1 / 3).hex() == '0x1.5555555555555p-2'
assert float.fromhex("0x1.5555555555555p-2") == 1 / 3
assert repr(7 // 2.0) == '3.0'
assert repr(7 % 2.5) == '2.0'
assert repr(-7 // 2.0) == '-4.0'
assert -7 % 2.5 == 0.5
assert repr(1e20 % 3) == '1.0'
---
assert (2 ** 0.5 * 2 ** 0.5 == 2) is False
assert 10 ** 18 * 10 ** 18 == 1000000000000000000000000000000000000
assert (10 ** 18) ** 3 // 10 ** 50 == 10000
assert (2 ** 100) % (10 ** 9 + 7) == 976371285
assert -(2 ** 100) // 3 == -422550200076076467165567735126
assert divmod(-(10 ** 20), 7) == (-14285714285714285715, 5)
assert (2 ** 64 - 1) * (2 ** 64 - 1) == 340282366920938463426481119284349108225
assert (2 ** 64 - 1) ** 3 == 6277101735386680762814942322444851025767571854389858533375
assert (3 ** 200) // (3 ** 199) == 3
assert (7 ** 77) % (7 ** 33 + 1) == 1977326743
assert 12345678901234567890 & 0xFFFFFFFF == 3944680146
assert 12345678901234567890 | 1 == 12345678901234567891
assert 12345678901234567890 ^ 0xFFFF == 12345678901234627885
assert ~12345678901234567890 == -12345678901234567891
---
assert -12345678901234567890 >> 5 == -385802465663580247
assert -12345678901234567890 & 0xFFFF == 62766
assert sum(int(c) for c in str(2 ** 1000)) == 1366
assert len(str(3 ** 1000)) == 478
assert str(2 ** 200)[::-1][:10] == '6731035382'
assert 2 ** 1000 == 1 << 1000
assert (2 ** 1000).bit_length() == 1001
assert 2 ** 1000 % 2 ** 999 == 0
assert 100 .bit_length() == 7
assert 1..is_integer() is True
assert 5 .real == 5
assert repr(complex(0.1, -0.0)) == '(0.1-0j)'
assert repr(complex("-0j")) == '-0j'
assert repr(1e300 * 1j) == '1e+300j'
---
assert str(complex(1e16, 1e-7)) == '(1e+16+1e-07j)'
assert 0xDEAD_BEEF == 3735928559
assert 0o7_7 == 63
assert 0b1_1 == 3
assert repr(1_0e1_0) == '100000000000.0'
assert repr(1e+5) == '100000.0'
assert repr(1E5) == '100000.0'
assert repr(0e0) == '0.0'
assert repr(0j) == '0j'
assert repr(1_0j) == '10j'
assert .5e-3 == 0.0005
assert [int(s) for s in "1 -2 +3 007".split()] == [1, -2, 3, 7]
assert repr([float(s) for s in "1. .5 -1e3 +inf".split()]) == '[1.0, 0.5, -1000.0, inf]'
assert min(0.1, 1) == 0.1
---
assert max(1, 1.0) == 1
assert repr(max(1.0, 1)) == '1.0'
assert min(True, 1) is True
assert repr(sorted([0.1, 1, -5, True, 2.5, 10 ** 20, -1e300])) == '[-1e+300, -5, 0.1, 1, True, 2.5, 100000000000000000000]'
assert 1 == 1.0
assert 2 ** 53 == 2.0 ** 53
assert (2 ** 53 + 1 == 2.0 ** 53 + 1) is False
assert 10 ** 22 == 1e22
assert (10 ** 23 == 1e23) is False
assert hash(10 ** 22) == hash(1e22)
assert hash(2.5) == 1152921504606846978
assert hash(-2.5) == -1152921504606846978
assert hash(1 << 61) == 1
assert hash(10 ** 50) == 619332571178673746
---
# math on integers and floats.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import math
assert math.isqrt(10 ** 40) == 100000000000000000000
assert math.isqrt(10 ** 40 - 1) == 99999999999999999999
assert math.gcd(2 ** 100, 6 ** 50) == 2 ** 50
assert math.lcm(4, 6, 10) == 60
assert math.comb(50, 25) == 126410606437752
assert math.perm(10, 3) == 720
assert math.factorial(25) == 15511210043330985984000000
assert math.sqrt(2) == 1.4142135623730951
assert math.floor(-0.5) == -1
assert math.ceil(-0.5) == 0
assert math.trunc(-2.7) == -2
assert repr(math.fmod(-7, 3)) == '-1.0'
assert repr(math.remainder(7, 4)) == '-1.0'
assert repr(math.modf(3.25)) == '(0.25, 3.0)'
assert math.frexp(8.0) == (0.5, 4)
assert repr(math.ldexp(0.5, 5)) == '16.0'
assert repr(math.hypot(3, 4)) == '5.0'
assert repr(math.dist([0, 0], [3, 4])) == '5.0'
assert math.prod([1, 2, 3], start=2) == 12
assert repr(math.fsum([0.1] * 10)) == '1.0'
assert repr(math.copysign(1, -0.0)) == '-1.0'
assert math.nextafter(1, 2) == 1.0000000000000002
assert math.ulp(1.0) == 2.220446049250313e-16
assert repr(math.log(math.e)) == '1.0'
assert repr(math.log(8, 2)) == '3.0'
assert repr(math.log2(2 ** 100)) == '100.0'
assert repr(math.log10(10 ** 30)) == '30.0'
assert repr(math.log1p(0)) == '0.0'
assert repr(math.exp(0)) == '1.0'
assert repr(math.expm1(0)) == '0.0'
assert repr(math.pow(2, 10)) == '1024.0'
assert repr(math.sin(0)) == '0.0'
assert repr(math.cos(0)) == '1.0'
assert math.atan2(1, 1) == 0.7853981633974483
assert repr(math.degrees(math.pi)) == '180.0'
assert math.radians(180) == math.pi
assert math.asin(1) == math.pi / 2
assert math.isnan(math.nan) is True
assert math.isinf(-math.inf) is True
assert math.isfinite(1e308) is True
assert math.isclose(0.1 + 0.2, 0.3) is True
assert math.isclose(1, 1.1) is False
assert math.tau == 2 * math.pi
assert error(lambda: math.sqrt(-1)) == 'ValueError: expected a nonnegative input, got -1.0'
assert error(lambda: math.log(0)) == 'ValueError: expected a positive input'
assert error(lambda: math.log(-1)) == 'ValueError: expected a positive input'
assert error(lambda: math.factorial(-1)) == 'ValueError: factorial() not defined for negative values'
assert error(lambda: math.factorial(2.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: math.isqrt(-1)) == 'ValueError: isqrt() argument must be nonnegative'
assert error(lambda: math.exp(1000)) == 'OverflowError: math range error'
assert error(lambda: math.sqrt("a")) == 'TypeError: must be real number, not str'
assert error(lambda: math.gcd(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: math.floor(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: math.comb(-1, 2)) == 'ValueError: n must be a non-negative integer'
assert error(lambda: math.fmod(1, 0)) == 'ValueError: math domain error'
assert error(lambda: math.acos(2)) == 'ValueError: expected a number in range from -1 up to 1, got 2.0'
assert math.log(10 ** 400) > 900
assert math.floor(1e300) == int(1e300)
assert math.sumprod([1, 2], [3, 4]) == 11
assert math.cbrt(27) == 3.0000000000000004
assert repr(math.exp2(5)) == '32.0'
assert repr(math.fma(2, 3, 4)) == '10.0'
assert repr(math.gamma(5)) == '24.0'
assert repr(math.erf(0)) == '0.0'
assert math.gcd() == 0
assert math.lcm() == 1
assert math.gcd(0, 5) == 5
assert repr(math.hypot()) == '0.0'
