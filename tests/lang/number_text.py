# Conversions between numbers and text at the edges.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert [repr(x) for x in (0.1, 1e15, 1e16, 123456789.123, 1e-4, 9.9e-5, 1e100, 1.0, 100000.0, 2.5e-10)] == ['0.1', '1000000000000000.0', '1e+16', '123456789.123', '0.0001', '9.9e-05', '1e+100', '1.0', '100000.0', '2.5e-10']
assert [str(10 ** n) for n in (0, 5, 18, 19, 20, 40)] == ['1', '100000', '1000000000000000000', '10000000000000000000', '100000000000000000000', '10000000000000000000000000000000000000000']
assert [repr(-(10 ** n)) for n in (18, 19, 20)] == ['-1000000000000000000', '-10000000000000000000', '-100000000000000000000']
assert (int("9" * 30), int("-" + "9" * 25), int("1" + "0" * 40)) == (999999999999999999999999999999, -9999999999999999999999999, 10000000000000000000000000000000000000000)
assert (int("7fffffffffffffff", 16), int("8000000000000000", 16), int("-8000000000000000", 16), int("f" * 20, 16)) == (9223372036854775807, 9223372036854775808, -9223372036854775808, 1208925819614629174706175)
assert (hex(2 ** 64), oct(2 ** 64), bin(2 ** 64)[:10], hex(-2 ** 64)) == ('0x10000000000000000', '0o2000000000000000000000', '0b10000000', '-0x10000000000000000')
assert repr((float("1" + "0" * 25), float("0." + "0" * 30 + "1"), float("123456789012345678901234567890"))) == '(1e+25, 1e-31, 1.2345678901234568e+29)'
assert repr((float("1e308"), float("1.7976931348623158e308"), float("1.7976931348623159e308"), float("4.9e-324"), float("2e-324"))) == '(1e+308, 1.7976931348623157e+308, inf, 5e-324, 0.0)'
assert repr((float("9007199254740992"), float("9007199254740993"), float("9007199254740995"))) == '(9007199254740992.0, 9007199254740992.0, 9007199254740996.0)'
assert (int(1e15), int(1e16), int(1e22), int(1e23), int(-1e18), int(2.0 ** 70)) == (1000000000000000, 10000000000000000, 10000000000000000000000, 99999999999999991611392, -1000000000000000000, 1180591620717411303424)
assert repr((float(2 ** 53 + 1), float(2 ** 1023), float(-(2 ** 62)))) == '(9007199254740992.0, 8.98846567431158e+307, -4.611686018427388e+18)'
assert error(lambda: float(2 ** 1024)) == 'OverflowError: int too large to convert to float'
assert error(lambda: int(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert repr((round(1e15 + 0.3, 1), round(0.285, 2), round(1.115, 2), round(5.015, 2), round(-1.5), round(1e-5, 3))) == '(1000000000000000.2, 0.28, 1.11, 5.01, -2, 0.0)'
assert ("%.17g" % 0.1, "%.3f" % 2.0005, "%.0f" % 0.5, "%.0f" % 1.5, "%5.1e" % 0, "%g" % 1e5, "%g" % 1e6, "%g" % 123456, "%g" % 1234567) == ('0.10000000000000001', '2.001', '0', '2', '0.0e+00', '100000', '1e+06', '123456', '1.23457e+06')
assert (f"{2**100:e}", f"{2**100:.3g}", f"{10**25:,}", f"{-(10**12):_}", f"{1e25:,.0f}") == ('1.267651e+30', '1.27e+30', '10,000,000,000,000,000,000,000,000', '-1_000_000_000_000', '10,000,000,000,000,000,905,969,664')
assert (f"{0.1 + 0.2:.17f}", f"{1e-10:f}", f"{1e-10:.12f}", f"{123456789.987654321:.3f}") == ('0.30000000000000004', '0.000000', '0.000000000100', '123456789.988')
assert ((0.1).as_integer_ratio(), (1e300).is_integer(), (123.0).hex(), (1 / 3).hex()) == ((3602879701896397, 36028797018963968), True, '0x1.ec00000000000p+6', '0x1.5555555555555p-2')
assert float.fromhex("0x1.5555555555555p-2") == 1 / 3
assert repr((7 // 2.0, 7 % 2.5, -7 // 2.0, -7 % 2.5, 1e20 % 3, 2 ** 0.5 * 2 ** 0.5 == 2)) == '(3.0, 2.0, -4.0, 0.5, 1.0, False)'
assert (10 ** 18 * 10 ** 18, (10 ** 18) ** 3 // 10 ** 50, (2 ** 100) % (10 ** 9 + 7), -(2 ** 100) // 3, divmod(-(10 ** 20), 7)) == (1000000000000000000000000000000000000, 10000, 976371285, -422550200076076467165567735126, (-14285714285714285715, 5))
assert ((2 ** 64 - 1) * (2 ** 64 - 1), (2 ** 64 - 1) ** 3, (3 ** 200) // (3 ** 199), (7 ** 77) % (7 ** 33 + 1)) == (340282366920938463426481119284349108225, 6277101735386680762814942322444851025767571854389858533375, 3, 1977326743)
assert (12345678901234567890 & 0xFFFFFFFF, 12345678901234567890 | 1, 12345678901234567890 ^ 0xFFFF, ~12345678901234567890, -12345678901234567890 >> 5, -12345678901234567890 & 0xFFFF) == (3944680146, 12345678901234567891, 12345678901234627885, -12345678901234567891, -385802465663580247, 62766)
assert (sum(int(c) for c in str(2 ** 1000)), len(str(3 ** 1000)), str(2 ** 200)[::-1][:10]) == (1366, 478, '6731035382')
assert (2 ** 1000 == 1 << 1000, (2 ** 1000).bit_length(), 2 ** 1000 % 2 ** 999) == (True, 1001, 0)
assert (100 .bit_length(), 1..is_integer(), 5 .real) == (7, True, 5)
assert repr((complex(0.1, -0.0), complex("-0j"), 1e300 * 1j, str(complex(1e16, 1e-7)))) == "((0.1-0j), -0j, 1e+300j, '(1e+16+1e-07j)')"
assert repr((0xDEAD_BEEF, 0o7_7, 0b1_1, 1_0e1_0, 1e+5, 1E5, 0e0, 0j, 1_0j, .5e-3)) == '(3735928559, 63, 3, 100000000000.0, 100000.0, 100000.0, 0.0, 0j, 10j, 0.0005)'
assert repr(([int(s) for s in "1 -2 +3 007".split()], [float(s) for s in "1. .5 -1e3 +inf".split()])) == '([1, -2, 3, 7], [1.0, 0.5, -1000.0, inf])'
assert repr((min(0.1, 1), max(1, 1.0), max(1.0, 1), min(True, 1))) == '(0.1, 1, 1.0, True)'
assert repr(sorted([0.1, 1, -5, True, 2.5, 10 ** 20, -1e300])) == '[-1e+300, -5, 0.1, 1, True, 2.5, 100000000000000000000]'
assert (1 == 1.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1, 10 ** 22 == 1e22, 10 ** 23 == 1e23) == (True, True, False, True, False)
assert (hash(10 ** 22) == hash(1e22), hash(2.5), hash(-2.5), hash(1 << 61), hash(10 ** 50)) == (True, 1152921504606846978, -1152921504606846978, 1, 619332571178673746)
---
# math on integers and floats.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import math
assert (math.isqrt(10 ** 40), math.isqrt(10 ** 40 - 1), math.gcd(2 ** 100, 6 ** 50) == 2 ** 50, math.lcm(4, 6, 10), math.comb(50, 25), math.perm(10, 3), math.factorial(25)) == (100000000000000000000, 99999999999999999999, True, 60, 126410606437752, 720, 15511210043330985984000000)
assert repr((math.sqrt(2), math.floor(-0.5), math.ceil(-0.5), math.trunc(-2.7), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 5))) == '(1.4142135623730951, -1, 0, -2, -1.0, -1.0, (0.25, 3.0), (0.5, 4), 16.0)'
assert repr((math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.prod([1, 2, 3], start=2), math.fsum([0.1] * 10), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1.0))) == '(5.0, 5.0, 12, 1.0, -1.0, 1.0000000000000002, 2.220446049250313e-16)'
assert repr((math.log(math.e), math.log(8, 2), math.log2(2 ** 100), math.log10(10 ** 30), math.log1p(0), math.exp(0), math.expm1(0), math.pow(2, 10))) == '(1.0, 3.0, 100.0, 30.0, 0.0, 1.0, 0.0, 1024.0)'
assert repr((math.sin(0), math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180) == math.pi, math.asin(1) == math.pi / 2)) == '(0.0, 1.0, 0.7853981633974483, 180.0, True, True)'
assert (math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.tau == 2 * math.pi) == (True, True, True, True, False, True)
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
assert repr((math.log(10 ** 400) > 900, math.floor(1e300) == int(1e300), math.sumprod([1, 2], [3, 4]), math.cbrt(27), math.exp2(5), math.fma(2, 3, 4))) == '(True, True, 11, 3.0000000000000004, 32.0, 10.0)'
assert repr((math.gamma(5), math.erf(0), math.gcd(), math.lcm(), math.gcd(0, 5), math.hypot())) == '(24.0, 0.0, 0, 1, 5, 0.0)'
