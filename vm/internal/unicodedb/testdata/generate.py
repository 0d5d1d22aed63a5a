import os, random, sys, unicodedata as u, zlib
import _sre
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

random.seed(24)
PROPERTIES = {
    "category": u.category, "bidirectional": u.bidirectional, "combining": lambda s: str(u.combining(s)),
    "width": u.east_asian_width, "mirrored": lambda s: str(u.mirrored(s)), "decimal": lambda s: str(u.decimal(s, -1)),
    "digit": lambda s: str(u.digit(s, -1)), "numeric": lambda s: "%.17g" % u.numeric(s, -1.0), "decomposition": u.decomposition,
    "name": lambda s: u.name(s, "-"), "upper": str.upper, "lower": str.lower, "title": str.title, "casefold": str.casefold,
    "swapcase": str.swapcase, "capitalize": str.capitalize, "simplelower": lambda s: chr(_sre.unicode_tolower(ord(s))),
    "NFC": lambda s: u.normalize("NFC", s), "NFD": lambda s: u.normalize("NFD", s), "NFKC": lambda s: u.normalize("NFKC", s),
    "NFKD": lambda s: u.normalize("NFKD", s),
    "predicates": lambda s: "".join("01"[b] for b in (s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isalnum(), s.isspace(),
        s.isprintable(), s.islower(), s.isupper(), s.istitle(), s.isidentifier(), ("a" + s).isidentifier(), len(("a" + s + "b").splitlines()) > 1)),
    "normalized": lambda s: "".join("01"[u.is_normalized(f, s)] for f in ("NFC", "NFD", "NFKC", "NFKD")),
    "sigma": lambda s: ("a" + s + "\u03a3" + s).lower() + ("\u03a3" + s + "a").lower(),
    "titleafter": lambda s: ("a" + s + "B").title(),
}
rows = []
for name, f in PROPERTIES.items():
    for plane in range(17):
        crc = 0
        for c in range(plane << 16, (plane + 1) << 16):
            crc = zlib.crc32(f(chr(c)).encode("utf-8", "surrogatepass") + b"\n", crc)
        rows.append(("every", name, plane, crc))
PIECES = ["a", "e", "\u0301", "\u0323", "\u0308", "\u0345", "\u1100", "\u1161", "\u11a8", "\uac00", "\uac01", "\u1e9b", "\u212b", "\ufb01", "\u0958", "\u09c7", "\u09be", "\U0001d15e", "\u2126", "\u0f71", "\u0f72", "\u0f74", "\ud800", "\u01c4", "\u03a3", "'", "\u00df", "\u0130", "\u0149", "A", " ", "\u1fb3", "\u0390", "\U00011099", "\U000110ba", "\u3099", "\u304b", "\u0344"]
for _ in range(250):
    s = "".join(random.choice(PIECES) for _ in range(random.randrange(1, 9)))
    rows.append(("text", s, *[u.normalize(f, s) for f in ("NFC", "NFD", "NFKC", "NFKD")], "".join("01"[u.is_normalized(f, s)] for f in ("NFC", "NFD", "NFKC", "NFKD"))))
    rows.append(("case", s, s.upper(), s.lower(), s.title(), s.casefold(), s.swapcase(), s.capitalize(), "".join("01"[b] for b in (s.islower(), s.isupper(), s.istitle(), s.isidentifier()))))
for n in ["SPACE", "space", "LATIN SMALL LETTER E WITH ACUTE", "HANGUL SYLLABLE GAG", "HANGUL SYLLABLE A", "hangul syllable hih", "HANGUL SYLLABLE X", "HANGUL SYLLABLE GAGX", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4E0", "CJK UNIFIED IDEOGRAPH-04E00", "cjk unified ideograph-20000", "CJK UNIFIED IDEOGRAPH-FFFF", "CJK COMPATIBILITY IDEOGRAPH-F900", "EGYPTIAN HIEROGLYPH-13460", "NUSHU CHARACTER-1B170", "NULL", "NUL", "LF", "LINE FEED", "BEL", "ALERT", "KATAKANA LETTER AINU P", "keycap digit one", "", "NOTHING AT ALL", "SPACE ", " SPACE", "GREEK SMALL LETTER ALPHA", "\u0391", "A" * 300, "LATIN CAPITAL LETTER GHA", "KHITAN SMALL SCRIPT CHARACTER-18B00", "TANGUT COMPONENT-001", "VARIATION SELECTOR-256", "ZWJ"]:
    try:
        rows.append(("lookup", n, u.lookup(n)))
    except KeyError:
        rows.append(("lookup", n, "-"))
write(__file__, "unicode.txt", rows)
