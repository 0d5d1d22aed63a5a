# struct.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import struct
assert struct.pack(">BhIq", 1, -2, 3, -4) == b'\x01\xff\xfe\x00\x00\x00\x03\xff\xff\xff\xff\xff\xff\xff\xfc'
assert struct.unpack("<Hb", b"\x01\x02\xff") == (513, -1)
assert struct.calcsize("<BIQ") == 13
assert struct.calcsize("@BI") == 8
assert struct.pack("<f", 1.5) == b'\x00\x00\xc0?'
assert struct.pack(">d", -2.25) == b'\xc0\x02\x00\x00\x00\x00\x00\x00'
assert repr(struct.unpack(">e", b"\x3c\x00")) == '(1.0,)'
assert struct.pack("3s", b"abcd") == b'abc'
assert struct.pack("5s", b"ab") == b'ab\x00\x00\x00'
assert struct.pack("4p", b"ab") == b'\x02ab\x00'
assert struct.pack("2x?c", True, b"z") == b'\x00\x00\x01z'
assert struct.unpack("3s", b"abc") == (b'abc',)
assert struct.pack("<3H", 1, 2, 3) == b'\x01\x00\x02\x00\x03\x00'
assert struct.pack("!I", 0xDEADBEEF) == b'\xde\xad\xbe\xef'
assert list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")) == [(1,), (2,)]
assert struct.Struct("<hh").size == 4
assert struct.Struct("<h").pack(5) == b'\x05\x00'
assert struct.Struct("<h").format == '<h'
assert struct.unpack_from("<H", b"\x00\x01\x00", 1) == (1,)
assert struct.pack("<q", -1) == b'\xff\xff\xff\xff\xff\xff\xff\xff'
assert struct.pack(">Q", 2 ** 64 - 1) == b'\xff\xff\xff\xff\xff\xff\xff\xff'
assert struct.pack("<  h h", 1, 2) == b'\x01\x00\x02\x00'
b = bytearray(4)
struct.pack_into("<H", b, 1, 0x0102)
assert repr(b) == "bytearray(b'\\x00\\x02\\x01\\x00')"
assert error(lambda: struct.pack("<B", 256)) == "error: 'B' format requires 0 <= number <= 255"
assert error(lambda: struct.pack("<B", -1)) == "error: 'B' format requires 0 <= number <= 255"
assert error(lambda: struct.pack("<h", 40000)) == "error: 'h' format requires -32768 <= number <= 32767"
assert error(lambda: struct.pack("<B")) == 'error: pack expected 1 items for packing (got 0)'
assert error(lambda: struct.pack("<B", 1, 2)) == 'error: pack expected 1 items for packing (got 2)'
assert error(lambda: struct.pack("<B", "a")) == 'error: required argument is not an integer'
assert error(lambda: struct.pack("<B", 1.5)) == 'error: required argument is not an integer'
assert error(lambda: struct.pack("z", 1)) == 'error: bad char in struct format'
assert error(lambda: struct.unpack("<H", b"a")) == 'error: unpack requires a buffer of 2 bytes'
assert error(lambda: struct.pack("3s", "abc")) == "error: argument for 's' must be a bytes object"
assert error(lambda: struct.pack("c", b"ab")) == 'error: char format requires a bytes object of length 1'
assert error(lambda: struct.pack_into("<I", bytearray(2), 0, 1)) == 'error: pack_into requires a buffer of at least 4 bytes for packing 4 bytes at offset 0 (actual buffer size is 2)'
assert error(lambda: struct.unpack_from("<I", b"ab")) == 'error: unpack_from requires a buffer of at least 4 bytes for unpacking 4 bytes at offset 0 (actual buffer size is 2)'
assert error(lambda: struct.pack("f", "x")) == 'error: required argument is not a float'
assert error(lambda: struct.pack("<f", 1e300)) == 'OverflowError: float too large to pack with f format'
assert error(lambda: list(struct.iter_unpack("<H", b"abc"))) == 'error: iterative unpacking requires a buffer of a multiple of 2 bytes'
