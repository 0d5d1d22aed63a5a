# unicodedata.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import unicodedata
assert unicodedata.category("A") == 'Lu'
assert unicodedata.category("\ud800") == 'Cs'
assert unicodedata.name("é") == 'LATIN SMALL LETTER E WITH ACUTE'
assert unicodedata.name("\U0001F600") == 'GRINNING FACE'
assert unicodedata.name("가") == 'HANGUL SYLLABLE GA'
assert unicodedata.name("\x00", "none") == 'none'
assert error(lambda: unicodedata.name("\x00")) == 'ValueError: no such name'
assert unicodedata.lookup("greek small letter alpha") == '\u03b1'
assert error(lambda: unicodedata.lookup("no such character")) == 'KeyError: "undefined character name \'no such character\'"'
assert unicodedata.decimal("٣") == 3
assert unicodedata.decimal("²", -1) == -1
assert error(lambda: unicodedata.decimal("a")) == 'ValueError: not a decimal'
assert unicodedata.digit("²") == 2
assert error(lambda: unicodedata.digit("a")) == 'ValueError: not a digit'
assert unicodedata.numeric("½") == 0.5
assert unicodedata.numeric("五") == 5.0
assert error(lambda: unicodedata.numeric("a")) == 'ValueError: not a numeric character'
assert unicodedata.bidirectional("א") == 'R'
assert unicodedata.mirrored("(") == 1
assert unicodedata.combining("\u0301") == 230
assert unicodedata.east_asian_width("日") == 'W'
assert unicodedata.decomposition("é") == '0065 0301'
assert unicodedata.decomposition("ﬁ") == '<compat> 0066 0069'
assert unicodedata.normalize("NFD", "é") == 'e\u0301'
assert unicodedata.normalize("NFC", "e\u0301") == '\xe9'
assert unicodedata.normalize("NFKC", "ﬁ①") == 'fi1'
assert unicodedata.normalize("NFKD", "Å") == 'A\u030a'
assert unicodedata.normalize("NFC", "각") == '\uac01'
assert not (unicodedata.is_normalized("NFC", "e\u0301"))
assert unicodedata.is_normalized("NFD", "e\u0301")
assert error(lambda: unicodedata.normalize("X", "a")) == 'ValueError: invalid normalization form'
assert error(lambda: unicodedata.category("ab")) == 'TypeError: category(): argument must be a unicode character, not a string of length 2'
assert error(lambda: unicodedata.category(1)) == 'TypeError: category() argument must be a unicode character, not int'
assert unicodedata.unidata_version == '16.0.0'
assert unicodedata.ucd_3_2_0.unidata_version == '3.2.0'
---
# _string, beneath string.Formatter.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import string
class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)
assert F().format("{0} {a} {b!r:>6} {{x}} {0[1]} {a.real:03}", "xy", a=1) == "xy 1  '<b>' {x} y 001"
assert string.Formatter().format("{} {}", 1, 2) == '1 2'
assert error(lambda: string.Formatter().format("{} {0}", 1, 2)) == 'ValueError: cannot switch from automatic field numbering to manual field specification'
assert string.Formatter().format("{0:{1}}", 3.14159, ".2f") == '3.14'
assert error(lambda: string.Formatter().format("{x}")) == "KeyError: 'x'"
assert error(lambda: string.Formatter().format("{")) == "ValueError: Single '{' encountered in format string"
assert list(string.Formatter().parse("a{b!r:c{d}}e{{f}}{}")) == [('a', 'b', 'c{d}', 'r'), ('e{', None, None, None), ('f}', None, None, None), ('', '', '', None)]
