# re: matching, groups, flags.
import re
m = re.match(r"(\w+) (?P<last>\w+)", "Ada Lovelace, 1815")
assert m.group() == 'Ada Lovelace'
assert m.group(0) == 'Ada Lovelace'
assert m.group(1) == 'Ada'
assert m.group("last") == 'Lovelace'
assert m.group(1, 2) == ('Ada', 'Lovelace')
assert m[1] == 'Ada'
assert m["last"] == 'Lovelace'
assert m.groups() == ('Ada', 'Lovelace')
assert m.groupdict() == {'last': 'Lovelace'}
assert m.start(2) == 4
assert m.end() == 12
assert m.span("last") == (4, 12)
assert m.pos == 0
assert m.endpos == 18
assert m.lastindex == 2
assert m.lastgroup == 'last'
assert m.string[:3] == 'Ada'
assert repr(m) == "<re.Match object; span=(0, 12), match='Ada Lovelace'>"
assert re.match("b", "abc") is None
assert re.search("b", "abc").span() == (1, 2)
assert re.fullmatch("a+", "aaa") is not None
assert re.fullmatch("a", "ab") is None
assert re.findall(r"\d+", "a1b22c333") == ['1', '22', '333']
assert re.findall(r"(\w)(\d)", "a1 b2") == [('a', '1'), ('b', '2')]
assert re.findall(r"(\w)\d", "a1 b2") == ['a', 'b']
assert re.findall("", "ab") == ['', '', '']
assert [x.group() for x in re.finditer("a.", "abacad")] == ['ab', 'ac', 'ad']
assert re.sub(r"\d", "#", "a1b2") == 'a#b#'
assert re.sub(r"(\w)(\d)", r"\2\1", "a1b2") == '1a2b'
assert re.sub("a", lambda m: m.group().upper(), "banana", count=2) == 'bAnAna'
assert re.subn("a", "", "banana") == ('bnn', 3)
assert re.sub(r"(?P<x>b)", r"[\g<x>\g<0>]", "abc") == 'a[bb]c'
assert re.sub("", "-", "abc") == '-a-b-c-'
assert re.sub("x*", "-", "abxd") == '-a-b--d-'
assert re.split(r",\s*", "a, b,c") == ['a', 'b', 'c']
assert re.split(r"(,)", "a,b") == ['a', ',', 'b']
assert re.split(",", "a,b,c", maxsplit=1) == ['a', 'b,c']
assert re.split("x*", "axbc") == ['', 'a', '', 'b', 'c', '']
assert re.split(r"\W+", "Words, words.") == ['Words', 'words', '']
assert re.escape("a.b*c[d] e") == 'a\\.b\\*c\\[d\\]\\ e'
assert re.compile("a").pattern == 'a'
assert repr(re.compile("a", re.I).flags & re.I) == 're.IGNORECASE'
assert re.compile("(a)(?P<n>b)").groups == 2
assert re.compile("(?P<n>b)").groupindex["n"] == 1
assert repr(re.compile("a", re.I | re.M)) == "re.compile('a', re.IGNORECASE|re.MULTILINE)"
assert re.search("(?i)HELLO", "say hello").group() == 'hello'
assert re.search("^b", "a\nb", re.M).start() == 2
assert re.search("a.b", "a\nb", re.S) is not None
assert re.search(r"a b", "ab", re.X) is not None
assert re.search(r"a # comment", "a", re.VERBOSE).group() == 'a'
assert re.match(r"\w+", "été").group() == 'été'
assert re.match(r"\w+", "été", re.A) is None
assert re.findall(rb"\w", b"ab") == [b'a', b'b']
assert re.search(r"\bfoo\b", "a foo b").span() == (2, 5)
assert re.search(r"\Boo", "foo").span() == (1, 3)
assert re.match("a|ab", "ab").group() == 'a'
assert re.match("(a|ab)(c|bcd)", "abcd").groups() == ('a', 'bcd')
assert re.match("a*?b", "aab").group() == 'aab'
assert re.match("<.*?>", "<a><b>").group() == '<a>'
assert re.match("<.*>", "<a><b>").group() == '<a><b>'
assert re.match("a{2,3}", "aaaa").group() == 'aaa'
assert re.match("a{2,3}?", "aaaa").group() == 'aa'
assert re.match("a{,2}", "aaa").group() == 'aa'
assert re.search("(?<=a)b", "ab").span() == (1, 2)
assert re.search("(?<!a)b", "ab bb").span() == (3, 4)
assert re.search("a(?=b)", "acab").span() == (2, 3)
assert re.search("a(?!b)", "abac").span() == (2, 3)
assert re.match(r"(a)\1", "aa") is not None
assert re.match(r"(?P<q>['\"]).*?(?P=q)", "'x' y").group() == "'x'"
assert re.match("(a)?b", "b").groups() == (None,)
assert re.match("(a)?b", "b").group(1) is None
assert re.match("(a)?b", "b").groups("-") == ('-',)
assert re.match("(?:ab)+", "ababx").group() == 'abab'
assert re.match("(a)?(?(1)b|c)", "ab").group() == 'ab'
assert re.match("(a)?(?(1)b|c)", "c").group() == 'c'
assert re.match("a++b", "aab") is not None
assert re.match("a++a", "aaa") is None
assert re.match("(?>a+)a", "aaa") is None
assert re.match("[^a-c]", "d").group() == 'd'
assert re.match(r"[\]\-\\]+", r"]-\x").group() == ']-\\'
assert "x" == 'x'
assert re.match(r"[\d\s]+", "1 2a").group() == '1 2'
assert re.match(r"\x41\u0042\103", "ABC").group() == 'ABC'
assert re.match(r"\A\d+\Z", "12").group() == '12'
assert re.search(r"$", "ab\n").start() == 2
assert re.search(r"\Z", "ab\n").start() == 3
assert re.match(".", "\n") is None
assert re.match("(?s:.)", "\n") is not None
assert re.match("(?i:a)b", "Ab").group() == 'Ab'
assert re.match("(?-i:a)", "A", re.I) is None
assert m.expand(r"\2, \1") == 'Lovelace, Ada'
assert re.match("(a)(b)?", "a").span(2) == (-1, -1)
assert re.match("(a)(b)?", "a").lastindex == 1
p = re.compile(r"\d+")
assert p.match("a1", 1).group() == '1'
assert p.search("a12b", 2).group() == '2'
assert p.findall("1 22", 1) == ['22']
assert p.fullmatch("12", 0, 1) is not None
assert p.sub("x", "1a2") == 'xax'
assert p.split("a1b") == ['a', 'b']
assert list(p.scanner("1 2").search().span()) == [0, 1]
assert re.purge() is None
assert re.compile(p) is p
assert p == re.compile(r"\d+")
assert hash(p) == hash(re.compile(r"\d+"))
---
import re
def err(p, *a):
    try: re.compile(p, *a)
    except re.error as e: return e.msg, e.pos
assert err("(") == ('missing ), unterminated subpattern', 0)
assert err(")") == ('unbalanced parenthesis', 0)
assert err("[") == ('unterminated character set', 0)
assert err("*") == ('nothing to repeat', 0)
assert err("a**") == ('multiple repeat', 2)
assert err("(?P<1>a)") == ("bad character in group name '1'", 4)
assert err("(?P<a>x)(?P<a>y)") == ("redefinition of group name 'a' as group 2; was group 1", 12)
assert err(r"\1") == ('invalid group reference 1', 1)
assert err("(?P=x)") == ("unknown group name 'x'", 4)
assert err("a{2,1}") == ('min repeat greater than max repeat', 2)
assert err("[b-a]") == ('bad character range b-a', 1)
assert err(r"\q") == ('bad escape \\q', 0)
assert err("(?z)") == ('unknown extension ?z', 1)
assert err("(?<=a+)b") == ('look-behind requires fixed-width pattern', None)
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import re
def err(p, *a):
    try: re.compile(p, *a)
    except re.error as e: return e.msg, e.pos
assert err("(?P<n") == ('missing >, unterminated name', 4)
assert err("\\") == ('bad escape (end of pattern)', 0)
assert err("(?(1)a|b|c)") == ('conditional backref with more than two branches', 8)
assert err("(?#") == ('missing ), unterminated comment', 0)
assert err("x(?i)") == ('global flags not at the start of the expression', 1)
assert error(lambda: re.compile("(")) == 'PatternError: missing ), unterminated subpattern at position 0'
assert error(lambda: re.match("a", b"a")) == 'TypeError: cannot use a string pattern on a bytes-like object'
assert error(lambda: re.match(b"a", "a")) == 'TypeError: cannot use a bytes pattern on a string-like object'
assert error(lambda: re.match("a", 5)) == "TypeError: expected string or bytes-like object, got 'int'"
assert error(lambda: re.match(5, "a")) == 'TypeError: first argument must be string or compiled pattern'
assert error(lambda: re.sub("a", 5, "a")) == 'TypeError: decoding to str: need a bytes-like object, int found'
assert error(lambda: re.match("a", "a").group(5)) == 'IndexError: no such group'
assert error(lambda: re.match("a", "a").group("x")) == 'IndexError: no such group'
assert error(lambda: re.sub("a", r"\g<x>", "a")) == "IndexError: unknown group name 'x'"
assert error(lambda: re.sub("a", r"\5", "a")) == 'PatternError: invalid group reference 5 at position 1'
assert error(lambda: re.sub("(a)", r"\g<1", "a")) == 'PatternError: missing >, unterminated name at position 3'
assert error(lambda: re.compile("a", re.A | re.U)) == 'ValueError: ASCII and UNICODE flags are incompatible'
assert error(lambda: re.compile(re.compile("a"), re.I)) == 'ValueError: cannot process flags argument with a compiled pattern'
---
# Longer uses: tokenizer, template, log lines.
import re
spec = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[+\-*/=()]"), ("SKIP", r"\s+"), ("BAD", r".")]
tok = re.compile("|".join(f"(?P<{n}>{p})" for n, p in spec))
assert [(m.lastgroup, m.group()) for m in tok.finditer("x1 = 3.5*(y - 2)") if m.lastgroup != "SKIP"] == [('ID', 'x1'), ('OP', '='), ('NUM', '3.5'), ('OP', '*'), ('OP', '('), ('ID', 'y'), ('OP', '-'), ('NUM', '2'), ('OP', ')')]
log = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326'
m = re.match(r'(?P<ip>\S+) \S+ \S+ \[(?P<when>[^\]]+)\] "(?P<verb>\w+) (?P<path>\S+) [^"]*" (?P<code>\d{3}) (?P<size>\d+)', log)
assert m.groupdict() == {'ip': '127.0.0.1', 'when': '10/Oct/2000:13:55:36 -0700', 'verb': 'GET', 'path': '/a.gif', 'code': '200', 'size': '2326'}
assert re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower() == 'some_camel_case_name'
assert re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_name") == 'snakeCaseName'
assert re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567") == '1,234,567'
assert re.findall(r"(?:^|,)([^,]*)", "a,,b") == ['a', '', 'b']
assert re.split(r"\s*[;,]\s*", "a ; b,c") == ['a', 'b', 'c']
assert re.match(r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "192.168.1.1") is not None
assert re.match(r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "256.1.1.1") is None
assert re.findall(r"\b(\w)\w*\1\b", "abca xyz did") == ['a', 'd']
assert re.sub(r"\b(\w+)( \1\b)+", r"\1", "the the cat cat cat sat") == 'the cat sat'
assert re.match("(a*)*b", "aaaa" + "b").groups() == ('',)
assert re.match("(?:a|b)*c", "ab" * 500 + "c") is not None
assert len(re.findall("a.c", "abc" * 300)) == 300
assert re.sub("[aeiou]", lambda m: {"a": "4", "e": "3"}.get(m[0], m[0]), "leet aeio") == 'l33t 43io'
assert re.sub(r"\s+", " ", " a \n b\t") == ' a b '
assert re.fullmatch(r"[+-]?\d+", "-12")[0] == '-12'
class Scanner(re.Scanner): pass
assert re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)]).scan("12 ab 3!") == ([12, 'ab', 3], '!')
