# base64.
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
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import base64, binascii
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
