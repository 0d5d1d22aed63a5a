# printf-style formatting.
assert "%s %r %a" % ("a", "é", "é") == "a 'é' '\\xe9'"
assert "%d" % 42 == '42'
assert "%i" % 4.9 == '4'
assert "%u" % 3 == '3'
assert "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5) == '    1|2    |00003|+4| 5'
assert "%x %X %#x %#X" % (255, 255, 255, 255) == 'ff FF 0xff 0XFF'
assert "%o %#o" % (8, 8) == '10 0o10'
assert "%e %E" % (12345.678, 0.00012) == '1.234568e+04 1.200000E-04'
assert "%f %.2f %.0f" % (1.5, 1.005, 2.5) == '1.500000 1.00 2'
assert "%g %g %g" % (1e10, 0.0001, 1e-5) == '1e+10 0.0001 1e-05'
assert "%G" % 1e-10 == '1E-10'
assert "%#.0f %#g" % (1.0, 1.0) == '1. 1.00000'
assert "%c%c" % ("a", 98) == 'ab'
assert "%c" % "é" == 'é'
---
assert "%%" % () == '%'
assert "%5.1f|%-8.3f|" % (3.14159, 2.5) == '  3.1|2.500   |'
assert "%*d" % (5, 42) == '   42'
assert "%.*f" % (2, 3.14159) == '3.14'
assert "%-*d|" % (5, 42) == '42   |'
assert "%(a)s-%(b)d" % {"a": 1, "b": 2} == '1-2'
assert "%(a)s %(a)r" % {"a": "x", "unused": 1} == "x 'x'"
assert "%(x)5.1f" % {"x": 2.25} == '  2.2'
assert "%s" % (1,) == '1'
assert "%s" % ((1, 2),) == '(1, 2)'
assert "%s" % [1, 2] == '[1, 2]'
assert "%s" % None == 'None'
assert "%s" % {"a": 1} == "{'a': 1}"
assert "%.3s|%5.2s|" % ("abcdef", "xyz") == 'abc|   xy|'
---
assert "%10s|%-10s|" % ("a", "b") == '         a|b         |'
assert "%ld %hd" % (1, 2) == '1 2'
assert "%d" % (10 ** 20) == '100000000000000000000'
assert "%x" % (2 ** 70) == '400000000000000000'
assert "%d" % True == '1'
assert "%d" % -0.9 == '0'
assert "%+.1e" % 0.0 == '+0.0e+00'
assert "% f" % 1.0 == ' 1.000000'
assert "%08.3f" % -3.14159 == '-003.142'
assert "%f %f" % (float("inf"), float("nan")) == 'inf nan'
assert "%5s" % float("nan") == '  nan'
assert "%(a(b))s" % {"a(b)": 1} == '1'
assert "abc" % () == 'abc'
assert "abc" % {} == 'abc'
---
assert "abc" % [] == 'abc'
assert "%.0e" % 12345 == '1e+04'
assert "%#x" % 0 == '0x0'
assert "%05s" % "a" == '    a'
assert "%r" % ("t",) == "'t'"
assert "%a" % "\u1234" == "'\\u1234'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: "%d" % "a") == 'TypeError: %d format: a real number is required, not str'
assert error(lambda: "%d" % None) == 'TypeError: %d format: a real number is required, not NoneType'
assert error(lambda: "%x" % 1.5) == 'TypeError: %x format: an integer is required, not float'
assert error(lambda: "%c" % "ab") == 'TypeError: %c requires an int or a unicode character, not a string of length 2'
assert error(lambda: "%c" % 1.5) == 'TypeError: %c requires an int or a unicode character, not float'
assert error(lambda: "%c" % -1) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: "%c" % 0x110000) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: "%f" % "a") == 'TypeError: must be real number, not str'
assert error(lambda: "%s %s" % "a") == 'TypeError: not enough arguments for format string'
assert error(lambda: "%s" % ()) == 'TypeError: not enough arguments for format string'
assert error(lambda: "%s" % ("a", "b")) == 'TypeError: not all arguments converted during string formatting'
assert error(lambda: "abc" % 1) == 'TypeError: not all arguments converted during string formatting'
assert error(lambda: "abc" % (1,)) == 'TypeError: not all arguments converted during string formatting'
assert error(lambda: "%(a)s" % 1) == 'TypeError: format requires a mapping'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: "%(a)s" % {"b": 1}) == "KeyError: 'a'"
assert error(lambda: "%(a)s" % (1,)) == 'TypeError: format requires a mapping'
assert error(lambda: "%(a" % {"a": 1}) == 'ValueError: incomplete format key'
assert error(lambda: "%z" % 1) == "ValueError: unsupported format character 'z' (0x7a) at index 1"
assert error(lambda: "%" % 1) == 'ValueError: incomplete format'
assert error(lambda: "%5" % 1) == 'ValueError: incomplete format'
assert error(lambda: "%*d" % ("a", 1)) == 'TypeError: * wants int'
assert error(lambda: "%.*f" % (1.5, 1)) == 'TypeError: * wants int'
assert "%s %(a)s" % {"a": 1} == "{'a': 1} 1"
assert error(lambda: "%d" % 1j) == 'TypeError: %d format: a real number is required, not complex'
assert error(lambda: "%d" % float("nan")) == 'ValueError: cannot convert float NaN to integer'
assert error(lambda: "%d" % float("inf")) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: "%ll" % 1) == "ValueError: unsupported format character 'l' (0x6c) at index 2"
assert error(lambda: "%-" % 1) == 'ValueError: incomplete format'
---
# Objects take part through __str__, __repr__, __int__, __index__, __float__.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def __str__(self): return "str"
    def __repr__(self): return "rep'r"
    def __index__(self): return 10
    def __float__(self): return 2.5
assert "%s %r %a" % (A(), A(), A()) == "str rep'r rep'r"
assert "%d %x %c" % (A(), A(), A()) == '10 a \n'
assert "%.1f" % A() == '2.5'
class B:
    def __int__(self): return 7
assert "%d" % B() == '7'
assert error(lambda: "%x" % B()) == 'TypeError: %x format: an integer is required, not B'
class M:
    def __getitem__(self, k): return k.upper()
assert "%(abc)s" % M() == 'ABC'
class Broken:
    def __str__(self): raise ValueError("no str")
assert error(lambda: "%s" % Broken()) == 'ValueError: no str'
---
# bytes formatting.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert b"%s %d %x" % (b"a", 5, 255) == b'a 5 ff'
assert b"%b|%a|%r" % (b"x", "é", b"q") == b"x|'\\xe9'|b'q'"
assert b"%c%c" % (65, b"B") == b'AB'
assert b"%5d|%-5s|" % (3, b"ab") == b'    3|ab   |'
assert b"%(k)s" % {b"k": b"v"} == b'v'
assert b"%.2f" % 1.5 == b'1.50'
assert b"%%"% () == b'%'
assert repr(bytearray(b"%d") % 3) == "bytearray(b'3')"
assert error(lambda: b"%s" % "a") == "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"
assert error(lambda: b"%s" % 1) == "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'"
assert error(lambda: b"%c" % 256) == 'OverflowError: %c arg not in range(256)'
assert error(lambda: b"%d" % "a") == 'TypeError: %d format: a real number is required, not str'
assert error(lambda: b"%d %d" % (1,)) == 'TypeError: not enough arguments for format string'
assert error(lambda: b"a" % 1) == 'TypeError: not all arguments converted during bytes formatting'
class B:
    def __bytes__(self): return b"bb"
assert b"%b" % B() == b'bb'
