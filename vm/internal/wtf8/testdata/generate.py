import os, sys, random
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

random.seed(20)
ALPHABETS = ["ab ", "a\xe9 \u20ac", "\U0001f600a\ud800\udc00", "\n\r\x0b\x1c\x85\u2028ab", " \t\x1f\xa0\u3000xy", "'\"\\\x00\x7f\xad\u0378\ue000"]


def text(n=12):
    a = random.choice(ALPHABETS)
    return "".join(random.choice(a) for _ in range(random.randrange(n)))


def joined(parts):
    return "|".join(p.encode("utf-8", "surrogatepass").hex() or "-" for p in parts)


rows = []
for _ in range(150):
    s, sub = text(), text(3)
    if random.random() < 0.6 and s:
        i = random.randrange(len(s))
        sub = s[i : i + random.randrange(3)]
    lo, hi = random.choice([(0, 1 << 30), (random.randrange(-15, 15), random.randrange(-15, 15))])
    rows.append(("find", s, sub, lo, hi, s.find(sub, lo, hi), s.rfind(sub, lo, hi), s.count(sub, lo, hi)))
    n = random.randrange(-1, 4)
    rows.append(("replace", s, sub, "<\u20ac>", n, s.replace(sub, "<\u20ac>", n)))
    if sub:
        rows.append(("split", s, sub, n, joined(s.split(sub, n)), joined(s.rsplit(sub, n))))
        rows.append(("strip", s, sub, s.lstrip(sub), s.rstrip(sub)))
    rows.append(("space", s, n, joined(s.split(None, n)), joined(s.rsplit(None, n)), s.strip()))
    rows.append(("lines", s, joined(s.splitlines()), joined(s.splitlines(True))))
    rows.append(("repr", s, repr(s), ascii(s)))
    rows.append(("count", s, len(s), s[::-1]))
    lo, hi, _ = slice(lo, hi).indices(len(s))
    rows.append(("slice", s, lo, max(lo, hi), s[lo:hi]))
    step = random.choice([-3, -2, -1, 1, 2, 3])
    r = range(*slice(None, None, step).indices(len(s)))
    rows.append(("step", s, r.start, step, len(r), s[::step]))
    t = text().replace(" ", "\t")
    size = random.randrange(-1, 9)
    rows.append(("tabs", t, size, t.expandtabs(size)))
for c in range(0x110000):
    if chr(c).isspace():
        rows.append(("isspace", c))
    if len(("a" + chr(c) + "a").splitlines()) > 1:
        rows.append(("islinebreak", c))
for _ in range(100):
    b = bytes(random.choice([random.randrange(256), 39, 34, 92, 9, 10, 13, 97]) for _ in range(random.randrange(8)))
    rows.append(("bytesrepr", b, repr(b)))
write(__file__, "text.txt", rows)

rows = []
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
DECODERS = ["utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape", "raw_unicode_escape"]
NASTY = [0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xA0, 0x90, 0x9F, 0xF0, 0xF4, 0xF5, 0x8F, 0xFF, 0xFE, 0xD8, 0xDC, 0, 0, 0, 97, 98, 0x10, 0x11]
import warnings

warnings.simplefilter("ignore")


def decode(e, b, h):
    try:
        rows.append(("decode", e, b, h, b.decode(e, h)))
    except UnicodeDecodeError as x:
        rows.append(("decode", e, b, h, "", x.encoding, x.start, x.end, x.reason))


def encode(e, s, h):
    try:
        rows.append(("encode", e, s, h, s.encode(e, h)))
    except UnicodeEncodeError as x:
        rows.append(("encode", e, s, h, "", x.encoding, x.start, x.end, x.reason))


for _ in range(400):
    e = random.choice(DECODERS)
    if "escape" in e:
        b = "".join(random.choice(["\\", "\\x", "\\u", "\\U0000", "0", "1", "f", "7", "n", "g", "\\N", "{", "}", "\n", "\xe9", "\\x4", "\\777"]) for _ in range(random.randrange(7))).encode("latin-1")
    else:
        b = bytes(random.choice(NASTY) for _ in range(random.choice([1, 2, 3, 4, 4, 5, 6, 8])))
    decode(e, b, random.choice(HANDLERS))
    e = random.choice(["utf-8", "utf-8", e])
    if "escape" not in e:
        decode(e, text().encode(e, "surrogatepass" if "utf" in e else "ignore"), random.choice(HANDLERS))
for lead in NASTY[:14]:
    for second in NASTY[:16]:
        decode("utf-8", bytes([lead, second, 0x80]), "strict")
        decode("utf-8", bytes([lead, second]), "replace")
for _ in range(400):
    e = random.choice(DECODERS)
    h = random.choice(HANDLERS + ["xmlcharrefreplace"])
    encode(e, text() if random.random() < 0.7 else "".join(random.choice("a\udc80\udcff\ud800\u0400\xe9") for _ in range(random.randrange(6))), h)
write(__file__, "codec.txt", rows)
