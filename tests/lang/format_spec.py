# str.format: fields, conversions, nested specs.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert "{} {}".format(1, "a") == '1 a'
assert "{0} {1} {0}".format("a", "b") == 'a b a'
assert "{a} {b}".format(a=1, b=2) == '1 2'
assert "{0.real} {0.imag}".format(1 + 2j) == '1.0 2.0'
assert "{0[0]} {0[1]} {1[k]}".format([1, 2], {"k": "v"}) == '1 2 v'
assert "{x.y[0].z}".format(x=type("X", (), {"y": [type("Y", (), {"z": 7})]})) == '7'
assert "{!r} {!s} {!a}".format("é", "é", "é") == "'é' é '\\xe9'"
assert "{:>{w}}|{:{f}^{w}}".format("a", "b", w=5, f="*") == '    a|**b**'
assert "{:{}}".format(3.14159, ".2f") == '3.14'
assert "{{}} {{{}}}".format(1) == '{} {1}'
assert "{:%Y}".format(__import__("datetime").date(2024, 1, 2)) == '2024'
assert "{0[-1]}".format({"-1": "neg"}) == 'neg'
assert "{0[a b]}".format({"a b": 1}) == '1'
assert "{:}".format(5) == '5'
assert "{!s:>4}".format(1) == '   1'
assert "{a[0]}{a[1]}".format(a="xy") == 'xy'
assert "{0:{1}}".format("a", ">3") == '  a'
assert "{}".format(None) == 'None'
assert "".format(1, 2) == ''
assert "{:<3}|{:>3}|{:^3}|".format("a", "b", "c") == 'a  |  b| c |'
assert "{k}".format_map({"k": 1}) == '1'
class D(dict):
    def __missing__(self, k): return "?" + k
assert "{a}{b}".format_map(D(a=1)) == '1?b'
assert error(lambda: "{}".format()) == 'IndexError: Replacement index 0 out of range for positional args tuple'
assert error(lambda: "{1}".format(1)) == 'IndexError: Replacement index 1 out of range for positional args tuple'
assert error(lambda: "{a}".format()) == "KeyError: 'a'"
assert error(lambda: "{a}".format(1)) == "KeyError: 'a'"
assert error(lambda: "{} {0}".format(1)) == 'ValueError: cannot switch from automatic field numbering to manual field specification'
assert error(lambda: "{0} {}".format(1)) == 'ValueError: cannot switch from manual field specification to automatic field numbering'
assert error(lambda: "{".format()) == "ValueError: Single '{' encountered in format string"
assert error(lambda: "}".format()) == "ValueError: Single '}' encountered in format string"
assert error(lambda: "{0".format(1)) == "ValueError: expected '}' before end of string"
assert error(lambda: "{!}".format(1)) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{!x}".format(1)) == 'ValueError: Unknown conversion specifier x'
assert error(lambda: "{!rr}".format(1)) == "ValueError: expected ':' after conversion specifier"
assert error(lambda: "{0[}".format([1])) == "ValueError: expected '}' before end of string"
assert error(lambda: "{0[x]}".format([1])) == 'TypeError: list indices must be integers or slices, not str'
assert error(lambda: "{0.x}".format(1)) == "AttributeError: 'int' object has no attribute 'x'"
assert error(lambda: "{0[5]}".format([1])) == 'IndexError: list index out of range'
assert error(lambda: "{0.}".format(1)) == 'ValueError: Empty attribute in format string'
assert error(lambda: "{0[]}".format([1])) == 'ValueError: Empty attribute in format string'
assert error(lambda: "{0]}".format(1)) == "KeyError: '0]'"
assert error(lambda: "{:{:{}}}".format(1, 2, 3)) == 'ValueError: Max string recursion exceeded'
assert error(lambda: "{:d}".format("a")) == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: "{:x}".format(None)) == 'TypeError: unsupported format string passed to NoneType.__format__'
assert error(lambda: "{:5}".format([])) == 'TypeError: unsupported format string passed to list.__format__'
---
# Integer specs.
assert f"{42:d}" == '42'
assert f"{42:5}|{42:<5}|{42:^5}|{42:>5}|{42:=5}|" == '   42|42   | 42  |   42|   42|'
assert f"{42:05}|{-42:05}|{42:+}|{42: }|{-42: }|" == '00042|-0042|+42| 42|-42|'
assert f"{42:x} {42:X} {42:o} {42:b} {42:c}" == '2a 2A 52 101010 *'
assert f"{42:#x} {42:#X} {42:#o} {42:#b}" == '0x2a 0X2A 0o52 0b101010'
assert f"{42:#010x} {42:*>+8d}" == '0x0000002a *****+42'
assert f"{1234567:,} {1234567:_} {1234567:_x} {123456789:#_b}" == '1,234,567 1_234_567 12_d687 0b111_0101_1011_1100_1101_0001_0101'
assert f"{1234567:012,}" == '0,001,234,567'
assert f"{123:010,}" == '00,000,123'
assert f"{0:,}" == '0'
assert f"{-1234:,}" == '-1,234'
assert f"{1e6:,}" == '1,000,000.0'
assert f"{65:c}" == 'A'
assert f"{128512:c}" == '😀'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert f"{42:n}" == '42'
assert f"{42:e} {42:f} {42:g} {42:%}" == '4.200000e+01 42.000000 42 4200.000000%'
assert f"{2 ** 70:,}" == '1,180,591,620,717,411,303,424'
assert f"{42:.1f}" == '42.0'
assert f"{7:03d}{7:<03d}" == '007700'
assert f"{255:08b}" == '11111111'
assert f"{3:é>4}" == 'ééé3'
assert error(lambda: f"{42:s}") == "ValueError: Unknown format code 's' for object of type 'int'"
assert error(lambda: f"{42:.2}") == 'ValueError: Precision not allowed in integer format specifier'
assert error(lambda: f"{42:.2d}") == 'ValueError: Precision not allowed in integer format specifier'
assert error(lambda: f"{42:,_}") == "ValueError: Cannot specify both ',' and '_'."
assert error(lambda: f"{42:,x}") == "ValueError: Cannot specify ',' with 'x'."
assert error(lambda: f"{42:+c}") == "ValueError: Sign not allowed with integer format specifier 'c'"
assert error(lambda: f"{42:#c}") == "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: f"{-1:c}") == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: f"{0x110000:c}") == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: f"{42:q}") == "ValueError: Unknown format code 'q' for object of type 'int'"
assert error(lambda: f"{42:5.}") == 'ValueError: Format specifier missing precision'
assert error(lambda: f"{42:>>>5}") == "ValueError: Invalid format specifier '>>>5' for object of type 'int'"
assert error(lambda: f"{42:,c}") == "ValueError: Cannot specify ',' with 'c'."
assert error(lambda: f"{42:5d5}") == "ValueError: Invalid format specifier '5d5' for object of type 'int'"
assert error(lambda: f"{42:z}") == 'ValueError: Negative zero coercion (z) not allowed in integer format specifier'
---
# Float specs.
assert f"{3.14159:.2f} {3.14159:10.3f} {3.14159:<10.1f}|" == '3.14      3.142 3.1       |'
assert f"{1234567.891:,.2f} {1234567.891:_.1f}" == '1,234,567.89 1_234_567.9'
assert f"{1e10} {1e10:g} {1e10:e} {1e10:.0f} {1e10:G}" == '10000000000.0 1e+10 1.000000e+10 10000000000 1E+10'
assert f"{0.00001234:g} {0.00001234:.2g} {123456789:g} {1234567:.10g}" == '1.234e-05 1.2e-05 1.23457e+08 1234567'
assert f"{1.5:%} {0.256:.1%} {2:.0%}" == '150.000000% 25.6% 200%'
assert f"{1.0} {1.0:g} {1.0:f} {1.0:n} {1.0:.3}" == '1.0 1 1.000000 1 1.0'
assert f"{1e100:.3}" == '1e+100'
assert f"{123.456:.4} {123.456:.2} {100000.0:.3}" == '123.5 1.2e+02 1e+05'
assert f"{float('nan')} {float('inf'):5} {float('-inf'):f} {float('nan'):F}" == 'nan   inf -inf NAN'
assert f"{-0.0} {-0.0:z} {-0.0:.1f} {-0.001:z.1f} {-0.001:.1f}" == '-0.0 0.0 -0.0 0.0 -0.0'
assert f"{1.5:+} {1.5: } {-1.5:+}" == '+1.5  1.5 -1.5'
assert f"{1.5:08.3f} {-1.5:08.3f} {1.5:=+8.2f}" == '0001.500 -001.500 +   1.50'
assert f"{1.0:#g} {1.0:#.0f}" == '1.00000 1.'
assert f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.25:.1f}" == '2 4 0 1.2'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert (f"{1e300:f}" == str(10 ** 300 // 1) or len(f"{1e300:f}")) == 308
assert f"{5e-324:.3e}" == '4.941e-324'
assert f"{0.1:.20f}" == '0.10000000000000000555'
assert f"{1/3:.17g}" == '0.33333333333333331'
assert f"{12345.678:010,.1f}" == '0,012,345.7'
assert f"{float('inf'):010}" == '0000000inf'
assert f"{1.5:*^9}" == '***1.5***'
assert f"{1e-7:,}" == '1e-07'
assert f"{1234.5:.6_f}" == '1234.500_000'
assert f"{1.123456789:.8,f}" == '1.123,456,79'
assert error(lambda: f"{1.5:d}") == "ValueError: Unknown format code 'd' for object of type 'float'"
assert error(lambda: f"{1.5:x}") == "ValueError: Unknown format code 'x' for object of type 'float'"
assert error(lambda: f"{1.5:s}") == "ValueError: Unknown format code 's' for object of type 'float'"
assert error(lambda: f"{1.5:c}") == "ValueError: Unknown format code 'c' for object of type 'float'"
assert error(lambda: f"{1.5:.-1f}") == 'ValueError: Format specifier missing precision'
assert error(lambda: f"{1.5:.f}") == 'ValueError: Format specifier missing precision'
assert error(lambda: f"{1.5:,n}") == "ValueError: Cannot specify ',' with 'n'."
---
# String specs.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert f"{'a':5}|{'a':<5}|{'a':>5}|{'a':^5}|" == 'a    |a    |    a|  a  |'
assert f"{'abcdef':.3}|{'abcdef':5.3}|{'ab':*^6.1}|" == 'abc|abc  |**a***|'
assert f"{'a':s}" == 'a'
assert f"{'é':>3}" == '  é'
assert f"{'a':05}" == 'a0000'
assert f"{'a':<05}" == 'a0000'
assert error(lambda: f"{'a':d}") == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: f"{'a':=5}") == "ValueError: '=' alignment not allowed in string format specifier"
assert error(lambda: f"{'a':+}") == 'ValueError: Sign not allowed in string format specifier'
assert error(lambda: f"{'a':,}") == "ValueError: Cannot specify ',' with 's'."
assert error(lambda: f"{'a':#}") == 'ValueError: Alternate form (#) not allowed in string format specifier'
assert error(lambda: f"{'a':.x}") == 'ValueError: Format specifier missing precision'
assert error(lambda: f"{'a': }") == 'ValueError: Space not allowed in string format specifier'
assert format("a", "") == 'a'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert format(None, "") == 'None'
assert error(lambda: format(None, "5")) == 'TypeError: unsupported format string passed to NoneType.__format__'
assert error(lambda: format([], "5")) == 'TypeError: unsupported format string passed to list.__format__'
assert error(lambda: format((), "5")) == 'TypeError: unsupported format string passed to tuple.__format__'
assert error(lambda: format({}, ">3")) == 'TypeError: unsupported format string passed to dict.__format__'
---
# Custom __format__ and the builtin.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def __format__(self, spec): return f"A({spec})"
assert format(A(), "xyz") == 'A(xyz)'
assert f"{A():a{1 + 1}b}" == 'A(a2b)'
assert "{:spec}".format(A()) == 'A(spec)'
assert f"{A()}" == 'A()'
assert format(3.14159, ".2f") == '3.14'
assert format(10, "b") == '1010'
assert format(True, "d") == '1'
assert format(True) == 'True'
assert format(b"a", "") == "b'a'"
assert error(lambda: format(1, 2)) == 'TypeError: format() argument 2 must be str, not int'
class B:
    def __str__(self): return "b!"
assert f"{B()}" == 'b!'
assert f"{B()!s:>5}" == '   b!'
assert error(lambda: f"{B():5}") == 'TypeError: unsupported format string passed to B.__format__'
class C(int): pass
assert f"{C(5):03}" == '005'
class E(str): pass
assert f"{E('x'):>3}" == '  x'
import enum
class K(enum.IntEnum):
    X = 1
assert f"{K.X} {K.X:03} {K.X!r}" == '1 001 <K.X: 1>'
