# codecs: built-in codecs, incremental ones, error handlers, the registry.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import codecs
assert codecs.encode("é", "latin-1") == b'\xe9'
assert codecs.decode(b"\xc3\xa9") == '\xe9'
assert codecs.encode("Hello", "rot13") == 'Uryyb'
assert codecs.decode("Uryyb", "rot-13") == 'Hello'
assert codecs.lookup("UTF 8").name == 'utf-8'
assert codecs.lookup("latin_1").name == 'iso8859-1'
assert codecs.lookup("ISO8859-15").name == 'iso8859-15'
assert codecs.lookup("windows-1252").name == 'cp1252'
assert codecs.lookup("U8").name == 'utf-8'
assert error(lambda: codecs.lookup("zork")) == 'LookupError: unknown encoding: zork'
assert error(lambda: codecs.lookup(1)) == 'TypeError: lookup() argument must be str, not int'
assert codecs.getencoder("utf-8")("é") == (b'\xc3\xa9', 1)
assert codecs.getdecoder("latin-1")(b"\xe9") == ('\xe9', 1)
assert codecs.BOM_UTF8 == b'\xef\xbb\xbf'
assert error(lambda: "abc".encode("rot13")) == "LookupError: 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs"
assert error(lambda: b"abc".decode("rot13")) == "LookupError: 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs"
assert error(lambda: "a".encode("zork")) == 'LookupError: unknown encoding: zork'
assert error(lambda: b"a".decode("zork")) == 'LookupError: unknown encoding: zork'
assert "é€".encode("cp1252") == b'\xe9\x80'
assert "é".encode("cp437") == b'\x82'
assert "abc".encode("cp037") == b'\x81\x82\x83'
assert "\u0416".encode("koi8-r") == b'\xf6'
assert b"\x80".decode("mac-roman") == '\xc4'
assert "bücher".encode("punycode") == b'bcher-kva'
assert b"bcher-kva".decode("punycode") == 'b\xfccher'
assert "a+é".encode("utf-7") == b'a+-+AOk-'
assert b"a+-+AOk-".decode("utf-7") == 'a+\xe9'
assert error(lambda: b"+AB!".decode("utf-7")) == "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-3: partial character in shift sequence"
assert error(lambda: "\u1234".encode("cp1252")) == "UnicodeEncodeError: 'charmap' codec can't encode character '\\u1234' in position 0: character maps to <undefined>"
assert error(lambda: b"\x81".decode("cp1252")) == "UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>"
assert "a\u1234".encode("cp1252", "replace") == b'a?'
assert "a\u1234".encode("cp1252", "xmlcharrefreplace") == b'a&#4660;'
assert b"a\x81".decode("cp1252", "replace") == 'a\ufffd'
assert "é".encode("utf-16") == b'\xff\xfe\xe9\x00'
assert "é".encode("utf-32-be") == b'\x00\x00\x00\xe9'
assert "é".encode("utf-8-sig") == b'\xef\xbb\xbf\xc3\xa9'
assert b"\xff\xfea\x00".decode("utf-16") == 'a'
assert b"\xef\xbb\xbfa".decode("utf-8-sig") == 'a'
assert "é\n\u1234".encode("unicode_escape") == b'\\xe9\\n\\u1234'
assert b"\\xe9\\u1234".decode("unicode_escape") == '\xe9\u1234'
assert "é\u1234".encode("raw_unicode_escape") == b'\xe9\\u1234'
assert codecs.charmap_build("abc") == {97: 0, 98: 1, 99: 2}
assert codecs.make_identity_dict(range(3)) == {0: 0, 1: 1, 2: 2}
assert codecs.escape_encode(b"a'\n\xff") == (b"a\\'\\n\\xff", 4)
assert codecs.escape_decode(rb"a\n\x41\101") == (b'a\nAA', 11)
---
# Byte by byte.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import codecs
def both(name, text):
    encoder = codecs.getincrementalencoder(name)()
    data = b"".join(encoder.encode(c) for c in text) + encoder.encode("", True)
    decoder = codecs.getincrementaldecoder(name)()
    return data, "".join(decoder.decode(data[i:i + 1]) for i in range(len(data))) + decoder.decode(b"", True)
assert both("utf-8", "aé€\U0001F600") == (b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80', 'a\xe9\u20ac\U0001f600')
assert both("utf-8-sig", "aé") == (b'\xef\xbb\xbfa\xc3\xa9', 'a\xe9')
assert both("utf-16", "a\U0001F600") == (b'\xff\xfea\x00=\xd8\x00\xde', 'a\U0001f600')
assert both("utf-16-le", "aé") == (b'a\x00\xe9\x00', 'a\xe9')
assert both("utf-32", "a€") == (b'\xff\xfe\x00\x00a\x00\x00\x00\xac \x00\x00', 'a\u20ac')
assert both("utf-7", "aé+") == (b'a+AOk-+-', 'a\xe9+')
assert both("latin-1", "aé") == (b'a\xe9', 'a\xe9')
assert both("cp1252", "a€") == (b'a\x80', 'a\u20ac')
assert both("ascii", "ab") == (b'ab', 'ab')
assert codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82") == ''
assert error(lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82", True)) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
assert list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")) == ['a', '\xe9']
assert list(codecs.iterencode(["a", "é"], "utf-16-le")) == [b'a\x00', b'\xe9\x00']
---
# Error handlers of one's own.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import codecs
codecs.register_error("name", lambda e: (f"[{e.encoding} {e.start}-{e.end} {e.reason}]", e.end))
assert "a\u1234\ud800b".encode("ascii", "name") == b'a[ascii 1-3 ordinal not in range(128)]b'
assert "a\u1234".encode("latin-1", "name") == b'a[latin-1 1-2 ordinal not in range(256)]'
assert "a\ud800".encode("utf-8", "name") == b'a[utf-8 1-2 surrogates not allowed]'
assert "a\u1234".encode("cp1252", "name") == b'a[charmap 1-2 character maps to <undefined>]'
assert b"a\xffb".decode("ascii", "name") == 'a[ascii 1-2 ordinal not in range(128)]b'
assert b"a\xff\xd8b".decode("utf-8", "name") == 'a[utf-8 1-2 invalid start byte][utf-8 2-3 invalid continuation byte]b'
assert b"a\x81".decode("cp1252", "name") == 'a[charmap 1-2 character maps to <undefined>]'
assert b"a+AB!".decode("utf-7", "name") == 'a[utf7 1-5 partial character in shift sequence]'
assert str(b"\xff", "ascii", "name") == '[ascii 0-1 ordinal not in range(128)]'
codecs.register_error("raw", lambda e: (b"??", e.end))
assert "a\xff".encode("ascii", "raw") == b'a??'
assert error(lambda: b"a\xff".decode("ascii", "raw")) == 'TypeError: decoding error handler must return (str, int) tuple'
codecs.register_error("rest", lambda e: ("!", len(e.object)))
assert "ab\xffcd".encode("ascii", "rest") == b'ab!'
assert b"ab\xffcd".decode("utf-8", "rest") == 'ab!'
codecs.register_error("back", lambda e: ("?", -1))
assert "ab\xffcd".encode("ascii", "back") == b'ab?d'
codecs.register_error("far", lambda e: ("?", 100))
assert error(lambda: "ab\xffcd".encode("ascii", "far")) == 'IndexError: position 100 from error handler out of bounds'
codecs.register_error("bad", lambda e: 1)
assert error(lambda: "ab\xffcd".encode("ascii", "bad")) == 'TypeError: encoding error handler must return (str/bytes, int) tuple'
assert error(lambda: b"ab\xffcd".decode("ascii", "bad")) == 'TypeError: decoding error handler must return (str, int) tuple'
codecs.register_error("again", lambda e: ("\xff", e.end))
assert error(lambda: "ab\xffcd".encode("ascii", "again")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\xff' in position 2: ordinal not in range(128)"
assert error(lambda: "ab\xffcd".encode("ascii", "unheard")) == "LookupError: unknown error handler name 'unheard'"
assert "abcd".encode("ascii", "unheard") == b'abcd'
assert error(lambda: codecs.lookup_error("unheard")) == "LookupError: unknown error handler name 'unheard'"
assert error(lambda: codecs.register_error("x", 1)) == 'TypeError: handler must be callable'
assert codecs.lookup_error("replace")(UnicodeEncodeError("ascii", "aéb", 1, 2, "why")) == ('?', 2)
assert codecs.lookup_error("ignore")(UnicodeDecodeError("ascii", b"a\xff", 1, 2, "why")) == ('', 2)
assert codecs.lookup_error("backslashreplace")(UnicodeTranslateError("aé", 1, 2, "why")) == ('\\xe9', 2)
assert codecs.lookup_error("namereplace")(UnicodeEncodeError("ascii", "aé", 1, 2, "why")) == ('\\N{LATIN SMALL LETTER E WITH ACUTE}', 2)
assert codecs.lookup_error("surrogateescape")(UnicodeDecodeError("ascii", b"a\xff", 1, 2, "why")) == ('\udcff', 2)
assert error(lambda: codecs.lookup_error("xmlcharrefreplace")(UnicodeDecodeError("ascii", b"a\xff", 1, 2, "why"))) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: codecs.lookup_error("strict")(ValueError("why"))) == 'ValueError: why'
assert error(lambda: codecs.lookup_error("strict")(1)) == 'TypeError: codec must pass exception instance'
---
# Codecs of one's own.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import codecs
def search(name):
    if name == "my_codec":
        return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="my")
codecs.register(search)
assert "abc".encode("My-Codec") == b'ABC'
assert b"ABC".decode("my codec") == 'abc'
assert codecs.lookup("MY_CODEC").name == 'my'
codecs.unregister(search)
assert error(lambda: "abc".encode("my-codec")) == 'LookupError: unknown encoding: my-codec'
assert error(lambda: codecs.register(1)) == 'TypeError: argument must be callable'
codecs.register(lambda name: (lambda s, e="strict": (1, 1), lambda b, e="strict": (1, 1), None, None) if name == "numbers" else None)
assert error(lambda: "a".encode("numbers")) == "TypeError: 'numbers' encoder returned 'int' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
assert error(lambda: b"a".decode("numbers")) == "TypeError: 'numbers' decoder returned 'int' instead of 'str'; use codecs.decode() to decode to arbitrary types"
assert codecs.decode(b"a", "numbers") == 1
codecs.register(lambda name: 1 if name == "nothing" else None)
assert error(lambda: "a".encode("nothing")) == 'TypeError: codec search functions must return 4-tuples'
---
try:
    "\u1234".encode("cp1252")
except UnicodeEncodeError as e:
    assert e.__notes__ == ["encoding with 'cp1252' codec failed"]
    assert (e.encoding, e.object, e.start, e.end, e.reason) == ('charmap', '\u1234', 0, 1, 'character maps to <undefined>')
