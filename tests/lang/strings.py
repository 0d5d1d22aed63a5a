# str: literals, escapes, indexing, concatenation, repr.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert 'a\tb\n\\\'\"' == 'a\tb\n\\\'"'
assert '\x41\u0042\U00000043\N{LATIN SMALL LETTER D}' == 'ABCd'
assert '\101\7' == 'A\x07'
assert '\a\b\f\v\r' == '\x07\x08\x0c\x0b\r'
assert r'\n\x' == '\\n\\x'
assert R"\'" == "\\'"
assert 'a' "b" """c""" == 'abc'
s = 'a\
b'
assert s == 'ab'
t = """one
  "two"
"""
assert t == 'one\n  "two"\n'
assert u"x" == 'x'
assert len("\U0001F600") == 1
assert "\N{SNOWMAN}" == '☃'
assert "\ud800" == '\ud800'
assert repr("\ud800") == "'\\ud800'"
assert repr("it's") == '"it\'s"'
assert repr('say "hi"') == '\'say "hi"\''
assert repr("both ' and \"") == '\'both \\\' and "\''
assert repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u3000\ufeff") == "'\\x00\\x1f\\x7f\\x80\\xa0\\xad\\u200b\\u3000\\ufeff'"
assert repr("é日😀") == "'é日😀'"
assert ascii("é日😀") == "'\\xe9\\u65e5\\U0001f600'"
assert repr("\t\n\r\\") == "'\\t\\n\\r\\\\'"
assert "abc"[0] + "abc"[-1] == 'ac'
assert "hello"[1:3] == 'el'
assert "hello"[::-1] == 'olleh'
assert "hello"[::2] == 'hlo'
assert "hello"[-3:-1] == 'll'
assert "hello"[10:] == ''
assert "hello"[4:1:-1] == 'oll'
assert "日本語"[1] == '本'
assert "日本語"[::-1] == '語本日'
assert "a" * 3 == 'aaa'
assert 3 * "ab" == 'ababab'
assert "a" * 0 == ''
assert "a" * -1 == ''
assert "a" + "b" == 'ab'
assert "ell" in "hello"
assert "" in ""
assert "x" not in "hello"
assert "a" < "b"
assert ("a" < "B") is False
assert "abc" < "abcd"
assert "" < "a"
assert "é" > "z"
assert [*"añ"] == ['a', 'ñ']
assert str() == ''
assert str(1.5) == '1.5'
assert str(None) == 'None'
assert str(b"ab", "ascii") == 'ab'
assert str(b"caf\xc3\xa9", "utf-8") == 'café'
assert str(bytearray(b"x"), encoding="ascii") == 'x'
assert str(b"\xff", "ascii", "replace") == '�'
assert str(b"a") == "b'a'"
assert str([1, "a"]) == "[1, 'a']"
assert str(object=5) == '5'
assert error(lambda: "a"[1]) == 'IndexError: string index out of range'
assert error(lambda: "a"[-2]) == 'IndexError: string index out of range'
assert error(lambda: "a"["b"]) == "TypeError: string indices must be integers, not 'str'"
assert error(lambda: "a"[1.0]) == "TypeError: string indices must be integers, not 'float'"
assert error(lambda: "a"[None]) == "TypeError: string indices must be integers, not 'NoneType'"
assert error(lambda: "a" * "b") == "TypeError: can't multiply sequence by non-int of type 'str'"
assert error(lambda: 1 in "a") == "TypeError: 'in <string>' requires string as left operand, not int"
assert error(lambda: None in "abc") == "TypeError: 'in <string>' requires string as left operand, not NoneType"
assert error(lambda: "abc".x) == "AttributeError: 'str' object has no attribute 'x'"
assert error(lambda: str(1, "ascii")) == 'TypeError: decoding to str: need a bytes-like object, int found'
assert error(lambda: str("a", "ascii")) == 'TypeError: decoding str is not supported'
assert error(lambda: str(b"\xff", "ascii")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)"
assert error(lambda: str(b"\xff", "utf-8")) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
---
"a"[0] = "b"                       ### "TypeError: 'str' object does not support item assignment"
---
del "abc"[0]                       ### "TypeError: 'str' object doesn't support item deletion"
---
x = "a"
x.attr = 1                         ### "AttributeError: 'str' object has no attribute 'attr' and no __dict__ for setting new attributes"
---
# Splitting and joining.
assert "a b  c".split() == ['a', 'b', 'c']
assert " a b ".split() == ['a', 'b']
assert "a b c d".split(None, 2) == ['a', 'b', 'c d']
assert "a,b,,c".split(",") == ['a', 'b', '', 'c']
assert "a,b,c".split(",", 1) == ['a', 'b,c']
assert "abc".split("x") == ['abc']
assert "".split() == []
assert "".split(",") == ['']
assert "a--b--c".split("--") == ['a', 'b', 'c']
assert "a b c".rsplit() == ['a', 'b', 'c']
assert "a b c d".rsplit(None, 1) == ['a b c', 'd']
assert "a,b,c".rsplit(",", 1) == ['a,b', 'c']
assert "a,b,c".split(sep=",", maxsplit=1) == ['a', 'b,c']
assert "a\nb\r\nc\rd\x0be\x1cf\x85g\u2028h".splitlines() == ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert "a\nb\n".splitlines() == ['a', 'b']
assert "a\nb\r\n".splitlines(True) == ['a\n', 'b\r\n']
assert "".splitlines() == []
assert "\n".splitlines(keepends=True) == ['\n']
assert "a=b=c".partition("=") == ('a', '=', 'b=c')
assert "abc".partition("=") == ('abc', '', '')
assert "a=b=c".rpartition("=") == ('a=b', '=', 'c')
assert "abc".rpartition("=") == ('', '', 'abc')
assert ",".join(["a", "b"]) == 'a,b'
assert ",".join("abc") == 'a,b,c'
assert ",".join([]) == ''
assert "".join(x for x in "ab") == 'ab'
assert ", ".join({"k": 1}) == 'k'
assert error(lambda: "".split("")) == 'ValueError: empty separator'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert error(lambda: "a".split(1)) == 'TypeError: must be str or None, not int'
assert error(lambda: "a".partition("")) == 'ValueError: empty separator'
assert error(lambda: ",".join([1])) == 'TypeError: sequence item 0: expected str instance, int found'
assert error(lambda: ",".join(["a", 2])) == 'TypeError: sequence item 1: expected str instance, int found'
assert error(lambda: ",".join(1)) == 'TypeError: can only join an iterable'
assert error(lambda: ",".join(["a", b"b"])) == 'TypeError: sequence item 1: expected str instance, bytes found'
assert error(lambda: "a".partition(None)) == 'TypeError: must be str, not NoneType'
---
# Searching and replacing.
assert "hello".find("l") == 2
assert "hello".find("l", 3) == 3
assert "hello".find("l", 4) == -1
assert "hello".find("") == 0
assert "hello".find("", 9) == -1
assert "hello".find("h", -10) == 0
assert "hello".rfind("l") == 3
assert "hello".rfind("") == 5
assert "hello".index("e") == 1
assert "hello".rindex("l") == 3
assert "hello".count("l") == 2
assert "aaaa".count("aa") == 2
assert "abc".count("") == 4
assert "abc".count("", 1, 2) == 2
---
assert "hello".startswith("he") is True
assert "hello".startswith(("x", "h")) is True
assert "hello".startswith("l", 2) is True
assert "hello".startswith("") is True
assert "hello".endswith("lo") is True
assert "hello".endswith("l", 0, 4) is True
assert "hello".endswith(()) is False
assert "hello".replace("l", "L") == 'heLLo'
assert "hello".replace("l", "L", 1) == 'heLlo'
assert "aaa".replace("", "-") == '-a-a-a-'
assert "abc".replace("b", "") == 'ac'
assert "abc".replace("x", "y") == 'abc'
assert "aaa".replace("a", "b", count=2) == 'bba'
assert "hello".removeprefix("he") == 'llo'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert "hello".removeprefix("x") == 'hello'
assert "hello".removesuffix("lo") == 'hel'
assert "hello".removesuffix("") == 'hello'
assert error(lambda: "hello".index("x")) == 'ValueError: substring not found'
assert error(lambda: "hello".rindex("x")) == 'ValueError: substring not found'
assert error(lambda: "hello".find(1)) == 'TypeError: find() argument 1 must be str, not int'
assert error(lambda: "a".startswith(1)) == 'TypeError: startswith first arg must be str or a tuple of str, not int'
assert error(lambda: "a".startswith([1])) == 'TypeError: startswith first arg must be str or a tuple of str, not list'
assert error(lambda: "a".startswith((1,))) == 'TypeError: tuple for startswith must only contain str, not int'
assert error(lambda: "a".replace("a")) == 'TypeError: replace() takes at least 2 positional arguments (1 given)'
assert error(lambda: "a".replace("a", 1)) == 'TypeError: replace() argument 2 must be str, not int'
assert error(lambda: "a".count()) == 'TypeError: count expected at least 1 argument, got 0'
assert error(lambda: "hello".find("l", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
---
# Case.
assert "Hello World".upper() == 'HELLO WORLD'
assert "Hello World".lower() == 'hello world'
assert "hello wORLD".capitalize() == 'Hello world'
assert "hello world's end-of day".title() == "Hello World'S End-Of Day"
assert "Hello".swapcase() == 'hELLO'
assert "Straße".casefold() == 'strasse'
assert "straße".upper() == 'STRASSE'
assert "ŉ".upper() == 'ʼN'
assert "ΑΣ".lower() == 'ας'
assert "ǆ".title() == 'ǅ'
assert "ﬁ".capitalize() == 'Fi'
assert "İ".lower() == 'i̇'
assert "ß".title() == 'Ss'
assert "abc".islower() is True
---
assert "ABC1".isupper() is True
assert "1".isupper() is False
assert "Abc Def".istitle() is True
assert "AbC".istitle() is False
assert "".istitle() is False
---
# Padding and stripping.
assert "a".center(4) == ' a  '
assert "ab".center(5, "*") == '**ab*'
assert "abc".center(2) == 'abc'
assert "a".ljust(3, ".") == 'a..'
assert "a".rjust(3) == '  a'
assert "5".zfill(3) == '005'
assert "-5".zfill(4) == '-005'
assert "+5".zfill(1) == '+5'
assert "".zfill(2) == '00'
assert "a\tb".expandtabs() == 'a       b'
assert "a\tbc\td".expandtabs(4) == 'a   bc  d'
assert "\t".expandtabs(0) == ''
assert "a\n\tb".expandtabs(tabsize=3) == 'a\n   b'
assert "  a b \n".strip() == 'a b'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert "xxaxx".strip("x") == 'a'
assert "abcba".strip("ab") == 'c'
assert "  a".lstrip() == 'a'
assert "a  ".rstrip() == 'a'
assert "xyx".lstrip("x") == 'yx'
assert "\u3000a\xa0".strip() == 'a'
assert "a".strip("") == 'a'
assert "a".strip(None) == 'a'
assert error(lambda: "a".center()) == 'TypeError: center expected at least 1 argument, got 0'
assert error(lambda: "a".center("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "a".ljust(3, "ab")) == 'TypeError: The fill character must be exactly one character long'
assert error(lambda: "a".ljust(3, "")) == 'TypeError: The fill character must be exactly one character long'
assert error(lambda: "a".strip(1)) == 'TypeError: strip arg must be None or str'
assert error(lambda: "a".zfill("1")) == "TypeError: 'str' object cannot be interpreted as an integer"
---
# Predicates.
assert "abc".isalpha() is True
assert "abc1".isalpha() is False
assert "".isalpha() is False
assert "日本".isalpha() is True
assert "abc1".isalnum() is True
assert "a_b".isalnum() is False
assert "123".isdigit() is True
assert "²".isdigit() is True
assert "²".isdecimal() is False
assert "½".isnumeric() is True
assert "½".isdigit() is False
assert "٣".isdecimal() is True
assert "五".isnumeric() is True
assert " \t\n".isspace() is True
---
assert "".isspace() is False
assert "\xa0".isspace() is True
assert "abc".isascii() is True
assert "é".isascii() is False
assert "".isascii() is True
assert "abc".isidentifier() is True
assert "1a".isidentifier() is False
assert "a-b".isidentifier() is False
assert "if".isidentifier() is True
assert "é".isidentifier() is True
assert "".isidentifier() is False
assert "a b".isprintable() is True
assert "a\n".isprintable() is False
assert "".isprintable() is True
assert "\u200b".isprintable() is False
---
# translate and maketrans.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
t = str.maketrans("abc", "xyz", "d")
assert "abcd".translate(t) == 'xyz'
assert t == {97: 120, 98: 121, 99: 122, 100: None}
assert "abc".translate({97: None, 98: "BB", ord("c"): 67}) == 'BBC'
assert str.maketrans({"a": 1, 98: "x"}) == {97: 1, 98: 'x'}
assert "ab".translate({97: "long"}) == 'longb'
class T:
    def __getitem__(self, k):
        if k == 97: return "A"
        raise LookupError
assert "aba".translate(T()) == 'AbA'
assert error(lambda: str.maketrans("ab", "c")) == 'ValueError: the first two maketrans arguments must have equal length'
assert error(lambda: str.maketrans({"ab": 1})) == 'ValueError: string keys in translatetable must be of length 1'
assert error(lambda: str.maketrans(1)) == 'TypeError: if you give only one argument to maketrans it must be a dict'
assert error(lambda: "a".translate({97: 1.5})) == 'TypeError: character mapping must return integer, None or str'
assert error(lambda: "a".translate({97: -1})) == 'ValueError: character mapping must be in range(0x110000)'
assert error(lambda: "a".translate()) == 'TypeError: str.translate() takes exactly one argument (0 given)'
---
# Encoding and decoding.
assert "é".encode() == b'\xc3\xa9'
assert "é".encode("latin-1") == b'\xe9'
assert "é".encode("utf-16-le") == b'\xe9\x00'
assert "é".encode("utf-16") in (b"\xff\xfe\xe9\x00", b"\xfe\xff\x00\xe9")
assert "😀".encode("utf-8") == b'\xf0\x9f\x98\x80'
assert "😀".encode("utf-16-be") == b'\xd8=\xde\x00'
assert "😀".encode("utf-32-le") == b'\x00\xf6\x01\x00'
assert "é".encode("ascii", "ignore") == b''
assert "é".encode("ascii", "replace") == b'?'
assert "é😀".encode("ascii", "backslashreplace") == b'\\xe9\\U0001f600'
assert "é".encode("ascii", "xmlcharrefreplace") == b'&#233;'
assert "é".encode("ascii", "namereplace") == b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
assert "\udc80".encode("utf-8", "surrogateescape") == b'\x80'
assert "\ud800".encode("utf-8", "surrogatepass") == b'\xed\xa0\x80'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert "abc".encode("UTF8") == b'abc'
assert "abc".encode(encoding="us-ascii") == b'abc'
assert "é".encode("cp1252") == b'\xe9'
assert "a".encode("utf-8-sig") == b'\xef\xbb\xbfa'
assert error(lambda: "é".encode("ascii")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
assert error(lambda: "日本".encode("latin-1")) == "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)"
assert error(lambda: "\ud800".encode()) == "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
assert error(lambda: "a".encode("nope")) == 'LookupError: unknown encoding: nope'
assert error(lambda: "é".encode("ascii", "nope")) == "LookupError: unknown error handler name 'nope'"
assert error(lambda: "a".encode(1)) == "TypeError: encode() argument 'encoding' must be str, not int"
---
# Interning and identity do not change equality; str subclasses.
class S(str):
    extra = 1
    def __str__(self): return "S!"
    def shout(self): return self.upper() + "!"
s = S("abc")
assert s == "abc"
assert hash(s) == hash("abc")
assert repr(type(s + "d")) == "<class 'str'>"
assert repr(type(s[:])) == "<class 'str'>"
assert repr(type(s.strip())) == "<class 'str'>"
assert s.shout() == 'ABC!'
assert str(s) == 'S!'
assert f"{s}" == 'S!'
assert f"{s!r}" == "'abc'"
assert "%s" % s == 'S!'
assert "%r" % s == "'abc'"
assert {s: 1}["abc"] == 1
assert not isinstance(s.upper(), S)
s.attr = 5
assert s.attr == 5
assert repr(S(b"ab", "ascii")) == "'ab'"
assert repr(S(5)) == "'5'"
assert "".join([s, s]) == 'abcabc'
assert s in "xabcx"
---
# The iterator and methods on the type.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
it = iter("ab")
assert next(it) == 'a'
assert it.__length_hint__() == 1
assert list(it) == ['b']
assert error(lambda: next(it)) == 'StopIteration: '
assert str.upper("a") == 'A'
assert list(map(str.strip, [" a ", "b "])) == ['a', 'b']
assert error(lambda: str.upper(1)) == "TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object"
assert error(lambda: str.join(",", 1)) == 'TypeError: can only join an iterable'
assert "a".__add__("b") == 'ab'
assert "a".__mul__(2) == 'aa'
assert "a".__contains__("a") is True
assert "abc".__getitem__(1) == 'b'
assert "abc".__len__() == 3
assert "%s".__mod__("x") == 'x'
assert "a".__rmod__("%s") == 'a'
assert "abc".__iter__().__next__() == 'a'
assert "a".__ne__("b") is True
assert max("hello") == 'o'
assert min("hello") == 'e'
assert sorted("hello") == ['e', 'h', 'l', 'l', 'o']
assert "a" "b" % () == "ab"
assert ("a" "%s") % 1 == 'a1'
assert "abc".__format__(">5") == '  abc'
assert "a".__sizeof__() > 0
