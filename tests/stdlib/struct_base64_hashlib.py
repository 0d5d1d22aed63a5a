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
assert struct.pack("<n" if False else "<q", -1) == b'\xff\xff\xff\xff\xff\xff\xff\xff'
assert struct.pack(">P" if False else ">Q", 2 ** 64 - 1) == b'\xff\xff\xff\xff\xff\xff\xff\xff'
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
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import base64, binascii
assert base64.b64encode(b"hello") == b'aGVsbG8='
assert base64.b64decode("aGVsbG8=") == b'hello'
assert base64.b64encode(b"") == b''
assert base64.urlsafe_b64encode(b"\xff\xfe\xfd") == b'__79'
assert base64.urlsafe_b64decode(b"__79") == b'\xff\xfe\xfd'
assert base64.b32encode(b"hi") == b'NBUQ===='
assert base64.b32decode("NBUQ====") == b'hi'
assert base64.b16encode(b"hi") == b'6869'
assert base64.b16decode("6869") == b'hi'
assert base64.b85encode(b"hello") == b'Xk~0{Zv'
assert base64.b85decode(b"Xk~0{Zv") == b'hello'
assert base64.a85encode(b"hello") == b'BOu!rDZ'
assert base64.a85decode(b"BOu!rDZ") == b'hello'
assert base64.encodebytes(b"a" * 60) == b'YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\nYWFh\n'
assert base64.b64decode("aGVs\nbG8=") == b'hello'
assert base64.b64encode(b"a?>", altchars=b"-_") == b'YT8-'
assert base64.standard_b64decode("YQ==") == b'a'
assert binascii.hexlify(b"ab") == b'6162'
assert binascii.unhexlify("6162") == b'ab'
assert binascii.crc32(b"hello") == 907060870
assert binascii.b2a_base64(b"x") == b'eA==\n'
assert binascii.a2b_base64(b"eA==") == b'x'
assert binascii.hexlify(b"abc", "-") == b'61-62-63'
assert binascii.crc_hqx(b"a", 0) == 31879
assert error(lambda: base64.b64decode("a")) == 'Error: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4'
assert error(lambda: base64.b64decode("a?b=", validate=True)) == 'Error: Only base64 data is allowed'
assert error(lambda: base64.b32decode("x")) == 'Error: Incorrect padding'
assert error(lambda: base64.b16decode("zz")) == 'Error: Non-base16 digit found'
assert error(lambda: binascii.unhexlify("a")) == 'Error: Odd-length string'
assert error(lambda: binascii.unhexlify("zz")) == 'Error: Non-hexadecimal digit found'
assert error(lambda: base64.b64encode("s")) == "TypeError: a bytes-like object is required, not 'str'"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import hashlib, hmac, zlib
assert hashlib.md5(b"a").hexdigest() == '0cc175b9c0f1b6a831c399e269772661'
assert hashlib.sha1(b"a").hexdigest() == '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'
assert hashlib.sha256(b"").hexdigest() == 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
assert hashlib.sha512(b"a").hexdigest()[:20] == '1f40fc92da2416947509'
assert hashlib.sha224(b"a").hexdigest()[:10] == 'abd37534c7'
assert hashlib.sha384(b"a").hexdigest()[:10] == '54a59b9f22'
assert hashlib.sha3_256(b"a").hexdigest()[:10] == '80084bf2fb'
assert hashlib.blake2b(b"a").hexdigest()[:10] == '333fcb4ee1'
assert hashlib.blake2s(b"a", digest_size=4).hexdigest() == '170ea7d9'
assert hashlib.new("sha256", b"a").name == 'sha256'
assert hashlib.sha256().digest_size == 32
assert hashlib.md5().block_size == 64
h = hashlib.sha256(); h.update(b"ab"); g = h.copy(); h.update(b"c")
assert h.hexdigest() == hashlib.sha256(b"abc").hexdigest()
assert g.hexdigest() == hashlib.sha256(b"ab").hexdigest()
assert len(h.digest()) == 32
assert hashlib.shake_128(b"a").hexdigest(4) == '85c8de88'
assert hashlib.pbkdf2_hmac("sha256", b"p", b"s", 2).hex()[:10] == '1998f3d3f2'
assert hmac.new(b"k", b"m", "sha256").hexdigest()[:10] == 'b60090e305'
assert hmac.compare_digest("a", "a") is True
assert "md5" in hashlib.algorithms_guaranteed
assert error(lambda: hashlib.sha256("s")) == 'TypeError: Strings must be encoded before hashing'
assert error(lambda: hashlib.new("nope")) == 'ValueError: unsupported hash type nope'
assert zlib.crc32(b"hello") == 907060870
assert zlib.adler32(b"hello") == 103547413
assert zlib.decompress(zlib.compress(b"abc" * 50)) == b"abc" * 50
assert len(zlib.compress(b"a" * 1000)) < 50
assert zlib.crc32(b"lo", zlib.crc32(b"hel")) == 907060870
assert error(lambda: zlib.decompress(b"junk")) == 'error: Error -3 while decompressing data: incorrect header check'
import secrets, uuid
assert len(secrets.token_hex(4)) == 8
assert secrets.randbelow(1) == 0
assert repr(uuid.UUID("12345678123456781234567812345678")) == "UUID('12345678-1234-5678-1234-567812345678')"
assert str(uuid.UUID(int=5)) == '00000000-0000-0000-0000-000000000005'
assert uuid.uuid4().version == 4
assert repr(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")) == "UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')"
assert repr(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org")) == "UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e')"
