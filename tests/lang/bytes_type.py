# bytes: literals, construction, methods shared with str.
assert b"a\x00\xff\n\t\\'" == b"a\x00\xff\n\t\\'"
assert b'\'"' == b'\'"'
assert rb"\n" == b'\\n'
assert b"a" b"b" == b'ab'
assert bytes() == b''
assert bytes(3) == b'\x00\x00\x00'
assert bytes([1, 2, 255]) == b'\x01\x02\xff'
assert bytes("é", "utf-8") == b'\xc3\xa9'
assert bytes("é", "ascii", "ignore") == b''
assert bytes(b"x") == b'x'
assert bytes(bytearray(b"x")) == b'x'
assert bytes(memoryview(b"x")) == b'x'
assert bytes(range(3)) == b'\x00\x01\x02'
assert bytes(i for i in (65, 66)) == b'AB'
---
assert b"abc"[0] == 97
assert b"abc"[-1:] == b'c'
assert b"abc"[::-1] == b'cba'
assert b"a" + b"b" == b'ab'
assert b"a" + bytearray(b"b") == b'ab'
assert b"ab" * 2 == b'abab'
assert 2 * b"ab" == b'abab'
assert 97 in b"abc"
assert b"bc" in b"abc"
assert list(b"ab") == [97, 98]
assert b"a" < b"b"
assert b"a" == bytearray(b"a")
assert (b"a" == "a") is False
assert b"" == b""
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert len(b"\x00\x00") == 2
assert hash(b"a") == hash(b"a")
assert bytes.fromhex("00 ff aB") == b'\x00\xff\xab'
assert bytes.fromhex(b"01") == b'\x01'
assert b"\x00\xff".hex() == '00ff'
assert b"\x01\x02\x03\x04".hex(":") == '01:02:03:04'
assert b"\x01\x02\x03\x04\x05".hex("-", 2) == '01-0203-0405'
assert b"\x01\x02\x03\x04\x05".hex("-", -2) == '0102-0304-05'
assert str(b"a'b") == 'b"a\'b"'
assert repr(b"\"'") == 'b\'"\\\'\''
assert bytes.__doc__.startswith("bytes(") is True
assert error(lambda: b"a"[5]) == 'IndexError: index out of range'
assert error(lambda: b"a"["x"]) == 'TypeError: byte indices must be integers or slices, not str'
assert error(lambda: 256 in b"a") == 'ValueError: byte must be in range(0, 256)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: "a" in b"a") == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: bytes.fromhex("0")) == 'ValueError: fromhex() arg must contain an even number of hexadecimal digits'
assert error(lambda: bytes.fromhex("zz")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'
assert error(lambda: bytes.fromhex("0 1")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 1'
assert error(lambda: b"a" + 1) == "TypeError: can't concat int to bytes"
assert error(lambda: b"a" * b"b") == "TypeError: can't multiply sequence by non-int of type 'bytes'"
assert error(lambda: bytes([-1])) == 'ValueError: bytes must be in range(0, 256)'
assert error(lambda: bytes(["a"])) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: bytes(None)) == "TypeError: cannot convert 'NoneType' object to bytes"
assert error(lambda: bytes("a", 1)) == "TypeError: bytes() argument 'encoding' must be str, not int"
assert error(lambda: bytes([1], "ascii")) == 'TypeError: encoding without a string argument'
assert error(lambda: bytes(2, "ascii")) == 'TypeError: encoding without a string argument'
assert error(lambda: b"\x01".hex("ab")) == 'ValueError: sep must be length 1.'
assert error(lambda: b"a" < "a") == "TypeError: '<' not supported between instances of 'bytes' and 'str'"
---
b"abc"[0] = 1                      ### "TypeError: 'bytes' object does not support item assignment"
---
# Methods.
assert b"Hello World".lower() == b'hello world'
assert b"hello".upper() == b'HELLO'
assert b"hello world".title() == b'Hello World'
assert b"hello".capitalize() == b'Hello'
assert b"Hello".swapcase() == b'hELLO'
assert b"a,b,c".split(b",") == [b'a', b'b', b'c']
assert b" a b ".split() == [b'a', b'b']
assert b"a,b,c".rsplit(b",", 1) == [b'a,b', b'c']
assert b"a\nb\r\nc".splitlines() == [b'a', b'b', b'c']
assert b"a\nb".splitlines(True) == [b'a\n', b'b']
assert b"a=b".partition(b"=") == (b'a', b'=', b'b')
assert b"a=b=c".rpartition(b"=") == (b'a=b', b'=', b'c')
assert b",".join([b"a", bytearray(b"b"), memoryview(b"c")]) == b'a,b,c'
assert b"hello".find(b"l") == 2
---
assert b"hello".find(108) == 2
assert b"hello".rfind(b"l") == 3
assert b"hello".index(b"e") == 1
assert b"hello".count(b"l") == 2
assert b"hello".count(108) == 2
assert b"hello".startswith(b"he") is True
assert b"hello".endswith((b"x", b"o")) is True
assert b"hello".replace(b"l", b"L", 1) == b'heLlo'
assert b"  a ".strip() == b'a'
assert b"xxaxx".lstrip(b"x") == b'axx'
assert b"abc".rstrip(b"bc") == b'a'
assert b"a".center(3, b"*") == b'*a*'
assert b"a".ljust(3) == b'a  '
assert b"a".rjust(3, b"0") == b'00a'
---
assert b"-5".zfill(4) == b'-005'
assert b"a\tb".expandtabs(4) == b'a   b'
assert b"abc".removeprefix(b"a") == b'bc'
assert b"abc".removesuffix(b"c") == b'ab'
assert b"abc".isalpha() is True
assert b"1".isdigit() is True
assert b"a1".isalnum() is True
assert b" ".isspace() is True
assert b"A".isupper() is True
assert b"a".islower() is True
assert b"Ab".istitle() is True
assert b"a".isascii() is True
assert b"\xff".isascii() is False
assert b"abc".translate(None, b"b") == b'ac'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert b"abc".translate(bytes.maketrans(b"ab", b"xy")) == b'xyc'
assert b"abc".decode() == 'abc'
assert b"\xe9".decode("latin-1") == 'é'
assert b"\xff\xfe\xe9\x00".decode("utf-16") == 'é'
assert b"a\xffb".decode("utf-8", "replace") == 'a�b'
assert b"a\xffb".decode("utf-8", "ignore") == 'ab'
assert b"a\xffb".decode("ascii", "backslashreplace") == 'a\\xffb'
assert b"\x80".decode("utf-8", "surrogateescape") == '\udc80'
assert b"\xe2\x82".decode("utf-8", "replace") == '�'
assert b"\xf0\x9f\x98\x80".decode() == '😀'
assert b"".join([]) == b''
assert error(lambda: b"".join([1])) == 'TypeError: sequence item 0: expected a bytes-like object, int found'
assert error(lambda: b"".join(["a"])) == 'TypeError: sequence item 0: expected a bytes-like object, str found'
assert error(lambda: b"a".split("a")) == "TypeError: a bytes-like object is required, not 'str'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: b"a".replace("a", "b")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"a".find("a")) == "TypeError: argument should be integer or bytes-like object, not 'str'"
assert error(lambda: b"a".find(256)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b"a".index(b"x")) == 'ValueError: subsection not found'
assert error(lambda: b"a".startswith("a")) == 'TypeError: startswith first arg must be bytes or a tuple of bytes, not str'
assert error(lambda: b"a".strip("a")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"a".decode("nope")) == 'LookupError: unknown encoding: nope'
assert error(lambda: b"\xff".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
assert error(lambda: b"\xe2\x82".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
assert error(lambda: b"ab\xc3".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 2: unexpected end of data"
assert error(lambda: b"\xed\xa0\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"
assert error(lambda: b"a".decode("utf-16")) == "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data"
assert error(lambda: b"a".center(3, b"ab")) == 'TypeError: center(): argument 2 must be a byte string of length 1, not a bytes object of length 2'
assert error(lambda: b"a".translate(b"short")) == 'ValueError: translation table must be 256 characters long'
assert error(lambda: bytes.maketrans(b"a", b"bc")) == 'ValueError: maketrans arguments must have same length'
assert error(lambda: b"a".encode()) == "AttributeError: 'bytes' object has no attribute 'encode'"
---
# bytearray mutates in place.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
b = bytearray(b"abc")
b[0] = 65
assert b == b"Abc"
b[1:2] = b"xyz"
assert b == b"Axyzc"
del b[0]
assert b == b"xyzc"
b.append(33); b.extend(b"??"); b.extend([1])
assert b == b"xyzc!??\x01"
b.insert(0, 48)
assert b.pop() == 1 and b.pop(0) == 48
b.remove(33)
b.reverse()
assert b == b"??czyx"
b += b"!"
b *= 2
assert b == b"??czyx!??czyx!"
del b[::2]
assert repr(b) == "bytearray(b'?zx?cy!')"
b[::2] = b"1234"
assert repr(b) == "bytearray(b'1z2?3y4')"
c = b.copy()
b.clear()
assert repr(b) == "bytearray(b'')"
assert repr(c) == "bytearray(b'1z2?3y4')"
assert repr(bytearray(b"a'")) == 'bytearray(b"a\\\'")'
assert repr(bytearray(3)) == "bytearray(b'\\x00\\x00\\x00')"
assert repr(bytearray("é", "utf-8")) == "bytearray(b'\\xc3\\xa9')"
assert repr(bytearray(b"abc").upper()) == "bytearray(b'ABC')"
assert bytearray(b"a") == b"a"
assert repr(bytearray(b"abc")[1:]) == "bytearray(b'bc')"
assert bytearray(b"abc").find(b"c") == 2
assert repr(bytearray.fromhex("6162")) == "bytearray(b'ab')"
assert repr(bytearray(b"a,b").split(b",")) == "[bytearray(b'a'), bytearray(b'b')]"
assert repr(type(bytearray(b"a") + b"b")) == "<class 'bytearray'>"
assert repr(type(b"b" + bytearray(b"a"))) == "<class 'bytes'>"
r = bytearray(b"abcdef")
r.resize(2); assert r == b"ab"
r.resize(4); assert r == b"ab\x00\x00"
assert error(lambda: bytearray(b"a")[3]) == 'IndexError: bytearray index out of range'
assert error(lambda: bytearray().pop()) == 'IndexError: pop from empty bytearray'
assert error(lambda: bytearray(b"a").remove(98)) == 'ValueError: value not found in bytearray'
assert error(lambda: bytearray(b"a").append(256)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(b"a").append("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: bytearray(b"a").extend("a")) == "TypeError: expected iterable of integers; got: 'str'"
assert error(lambda: bytearray(b"a").pop(5)) == 'IndexError: pop index out of range'
assert error(lambda: bytearray(b"a").insert("x", 1)) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: {bytearray(): 1}) == "TypeError: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')"
---
b = bytearray(b"ab")
b[0] = 256                         ### "ValueError: byte must be in range.0, 256."
---
b = bytearray(b"ab")
b[0] = b"a"                        ### "TypeError: 'bytes' object cannot be interpreted as an integer"
---
b = bytearray(b"ab")
b[5] = 1                           ### "IndexError: bytearray index out of range"
---
b = bytearray(b"abcd")
b[::2] = b"123"                    ### "ValueError: attempt to assign bytes of size 3 to extended slice of size 2"
---
b = bytearray(b"abcd")
b[0:1] = "x"                       ### "TypeError: can assign only bytes, buffers, or iterables of ints in range.0, 256."
---
# memoryview.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
m = memoryview(bytearray(b"abcdef"))
assert m[0] == 97
assert m[1:3].tobytes() == b'bc'
assert len(m) == 6
assert m.nbytes == 6
assert m.itemsize == 1
assert m.format == 'B'
assert m.ndim == 1
assert m.shape == (6,)
assert m.strides == (1,)
assert m.readonly is False
m[0] = 65
m[1:3] = b"XY"
assert m.tobytes() == b'AXYdef'
assert bytes(m[::-1]) == b'fedYXA'
assert m[::2].tolist() == [65, 89, 101]
assert repr(m.obj) == "bytearray(b'AXYdef')"
assert m == b"AXYdef"
assert m[1:] == b"XYdef"
assert 65 in m
assert m.hex() == '415859646566'
assert m.cast("H").shape == (3,)
assert memoryview(b"\x01\x00\x02\x00").cast("H").tolist() in ([1, 2], [256, 512])
assert m.toreadonly().readonly is True
assert memoryview(b"a").readonly is True
assert hash(memoryview(b"a")) == hash(b"a")
with memoryview(b"xyz") as w:
    assert w[0] == 120
assert error(lambda: w[0]) == 'ValueError: operation forbidden on released memoryview object'
r = memoryview(b"q"); r.release()
assert error(lambda: r.tobytes()) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: len(r)) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: m[10]) == 'IndexError: index out of bounds on dimension 1'
assert error(lambda: m["a"]) == 'TypeError: memoryview: invalid slice key'
assert error(lambda: memoryview("a")) == "TypeError: memoryview: a bytes-like object is required, not 'str'"
assert error(lambda: hash(m)) == 'ValueError: cannot hash writable memoryview object'
assert list(memoryview(b"ab")) == [97, 98]
assert memoryview(b"abc").c_contiguous is True
assert m.index(65) == 0
assert m.count(65) == 1
---
m = memoryview(b"abc")
m[0] = 1                           ### "TypeError: cannot modify read-only memory"
---
m = memoryview(bytearray(b"abc"))
m[0] = 256                         ### "ValueError: memoryview: invalid value for format 'B'"
---
m = memoryview(bytearray(b"abc"))
m[0:2] = b"x"                      ### "ValueError: memoryview assignment: lvalue and rvalue have different structures"
---
# An exported buffer cannot be resized.
b = bytearray(b"abc")
m = memoryview(b)
b.append(1)                        ### "BufferError: Existing exports of data: object cannot be re-sized"
---
class B(bytes):
    def __new__(cls, n): return super().__new__(cls, [n] * 2)
b = B(65)
assert repr(b) == "b'AA'"
assert repr(type(b[:])) == "<class 'bytes'>"
assert b == b"AA"
assert isinstance(b, bytes)
class I:
    def __bytes__(self): return b"via"
class J:
    def __index__(self): return 2
assert bytes(I()) == b'via'
assert bytes(J()) == b'\x00\x00'
assert bytes([J()]) == b'\x02'
