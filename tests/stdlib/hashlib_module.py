# hashlib.
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
