# configparser.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import configparser
c = configparser.ConfigParser()
c.read_string("[a]\nx = 1\ny: %(x)s2\nflag = yes\n# c\nlong = one\n  two\n[b]\nz=\n[DEFAULT]\nd = 9\n")
assert c.sections() == ['a', 'b']
assert c["a"]["x"] == '1'
assert c.get("a", "y") == '12'
assert c.getint("a", "x") == 1
assert c.getboolean("a", "flag") is True
assert c["a"]["long"] == 'one\ntwo'
assert c["b"]["d"] == '9'
assert c.has_option("a", "q") is False
assert c.get("a", "q", fallback="f") == 'f'
assert repr(c.getfloat("a", "x")) == '1.0'
assert sorted(c["b"]) == ['d', 'z']
assert c.items("b") == [('d', '9'), ('z', '')]
assert error(lambda: c.get("a", "nope")) == "NoOptionError: No option 'nope' in section: 'a'"
assert error(lambda: c.get("zz", "x")) == "NoSectionError: No section: 'zz'"
assert error(lambda: c.read_string("x=1")) == "MissingSectionHeaderError: File contains no section headers.\nfile: '<string>', line: 1\n'x=1'"
c["new"] = {"k": "v"}
import io; f = io.StringIO(); c.write(f)
assert "[new]\nk = v" in f.getvalue()
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import shlex
assert shlex.split("a 'b c' \"d e\" f\\ g # h") == ['a', 'b c', 'd e', 'f g', '#', 'h']
assert shlex.split("a # b", comments=True) == ['a']
assert shlex.quote("a b") == "'a b'"
assert shlex.quote("safe") == 'safe'
assert shlex.join(["a", "b c"]) == "a 'b c'"
assert error(lambda: shlex.split("'a")) == 'ValueError: No closing quotation'
---
import difflib
assert list(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "x", "y")) == ['--- x\n', '+++ y\n', '@@ -1,2 +1,2 @@\n', ' a\n', '-b\n', '+c\n']
assert difflib.get_close_matches("appel", ["ape", "apple", "peach"]) == ['apple', 'ape']
assert difflib.SequenceMatcher(None, "abcd", "bcde").ratio() == 0.75
assert list(difflib.ndiff(["a"], ["b"])) == ['- a', '+ b']
assert difflib.SequenceMatcher(None, "ab", "ac").get_opcodes() == [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2)]
---
import pprint
assert pprint.pformat({"b": 1, "a": [1, 2]}) == "{'a': [1, 2], 'b': 1}"
assert pprint.pformat(list(range(40))) == '[0,\n 1,\n 2,\n 3,\n 4,\n 5,\n 6,\n 7,\n 8,\n 9,\n 10,\n 11,\n 12,\n 13,\n 14,\n 15,\n 16,\n 17,\n 18,\n 19,\n 20,\n 21,\n 22,\n 23,\n 24,\n 25,\n 26,\n 27,\n 28,\n 29,\n 30,\n 31,\n 32,\n 33,\n 34,\n 35,\n 36,\n 37,\n 38,\n 39]'
assert pprint.pformat({"k" * 30: "v" * 30, "l" * 30: ["x" * 30]}) == "{'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',\n 'llllllllllllllllllllllllllllll': ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']}"
assert pprint.pformat([1, [2, [3]]], depth=2) == '[1, [2, [...]]]'
assert pprint.pformat({3: 1, 1: 2}, sort_dicts=False) == '{3: 1, 1: 2}'
assert pprint.pformat("a " * 50, width=40) == "('a a a a a a a a a a a a a a a a a a '\n 'a a a a a a a a a a a a a a a a a a '\n 'a a a a a a a a a a a a a a ')"
assert pprint.pformat((1,)) == '(1,)'
assert pprint.pformat(set()) == 'set()'
assert pprint.pformat([1, 2], width=1) == '[1,\n 2]'
assert pprint.isreadable([1]) is True
assert pprint.saferepr("a") == "'a'"
assert pprint.pformat({1, 2}) == '{1, 2}'
assert pprint.pformat([[1] * 20, [2] * 20], compact=True) == '[[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],\n [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]]'
assert pprint.pformat(123456789, underscore_numbers=True) == '123_456_789'
---
import reprlib
assert reprlib.repr("a" * 100) == "'aaaaaaaaaaaa...aaaaaaaaaaaaa'"
assert reprlib.repr(list(range(20))) == '[0, 1, 2, 3, 4, 5, ...]'
assert reprlib.repr({i: i for i in range(10)}) == '{0: 0, 1: 1, 2: 2, 3: 3, ...}'
---
import html, urllib.parse as u
assert html.escape("<a href='x'>&") == '&lt;a href=&#x27;x&#x27;&gt;&amp;'
assert html.unescape("&lt;&amp;&eacute;&#65;") == '<&éA'
assert u.quote("a b/é?") == 'a%20b/%C3%A9%3F'
assert u.unquote("a%20b%C3%A9") == 'a bé'
assert u.quote_plus("a b&") == 'a+b%26'
assert u.urlencode({"a": 1, "b": "x y"}) == 'a=1&b=x+y'
assert u.parse_qs("a=1&a=2&b=") == {'a': ['1', '2']}
assert u.urlparse("http://u:p@h:80/p;x?q=1#f").port == 80
assert u.urlsplit("http://h/p?q#f")[1:] == ('h', '/p', 'q', 'f')
assert u.urljoin("http://a/b/c", "../d") == 'http://a/d'
assert u.urlunsplit(("http", "h", "/p", "q", "f")) == 'http://h/p?q#f'
assert u.parse_qsl("x=1&y=2") == [('x', '1'), ('y', '2')]
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import unicodedata as ud
assert ud.name("é") == 'LATIN SMALL LETTER E WITH ACUTE'
assert ud.lookup("SNOWMAN") == '☃'
assert ud.category("A") == 'Lu'
assert ud.normalize("NFD", "é") == "e\u0301"
assert ud.normalize("NFC", "e\u0301") == 'é'
assert ud.normalize("NFKC", "ﬁ²") == 'fi2'
assert ud.numeric("½") == 0.5
assert ud.digit("٣") == 3
assert ud.bidirectional("a") == 'L'
assert ud.combining("\u0301") == 230
assert ud.east_asian_width("日") == 'W'
assert ud.decimal("5") == 5
assert ud.mirrored("(") == 1
assert ud.is_normalized("NFC", "é") is True
assert ud.decomposition("é") == '0065 0301'
assert error(lambda: ud.name("\x00")) == 'ValueError: no such name'
assert error(lambda: ud.lookup("NOPE")) == 'KeyError: "undefined character name \'NOPE\'"'
assert error(lambda: ud.digit("a")) == 'ValueError: not a digit'
