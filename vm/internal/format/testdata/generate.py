import math, os, random, struct, sys
from _string import formatter_field_name_split, formatter_parser
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

random.seed(22)


def maybe(p, choices):
    return random.choice(choices) if random.random() < p else ""


def spec(codes):
    s = maybe(0.3, ["<", ">", "=", "^", "*<", "é>", "0=", "\U0001f600^", "{^", "0<", "\ud800>"])
    s += maybe(0.3, ["+", "-", " "]) + maybe(0.1, ["z"]) + maybe(0.2, ["#"]) + maybe(0.2, ["0"])
    s += maybe(0.5, ["1", "5", "8", "12", "20", "30"]) + maybe(0.3, [",", "_", ",_", "_,", ",,"] if random.random() < 0.1 else [",", "_"])
    s += maybe(0.4, [".", ".0", ".1", ".2", ".3", ".6", ".10", ".17", ".3,", ".5_", "._", ".,", ".2,_", ".9_,"] if random.random() < 0.5 else [".0", ".1", ".2", ".3", ".5"])
    return s + maybe(0.8, codes) + maybe(0.02, ["x", "é"])


def number():
    k = random.randrange(7)
    if k == 0:
        return random.choice([0.0, -0.0, math.inf, -math.inf, math.nan, 1e16, 1e15, 0.0001, 0.00001, 1.0, 1e100, 5e-324, 9.5, -0.04, 0.5, 2.5, 1e22, 999999.5, 99999.95])
    if k == 1:
        return struct.unpack(">d", random.randbytes(8))[0]
    if k < 4:
        return random.randrange(-10000, 10000) / 10.0 ** random.randrange(6)
    return random.uniform(-1, 1) * 10.0 ** random.randrange(-8, 20)


def integer():
    return random.choice([0, 1, -1, 97, 0x20AC, 0x1F600, 0xD800, 0x110000, 255, -255, 1234567, -1234567, 10**10, 2**63 - 1, -(2**63), 2**64, -(10**30), 10**310, random.randrange(-10**6, 10**6)])


def attempt(f):
    try:
        return ("ok", f())
    except Exception as e:
        return (type(e).__name__, str(e))


rows = []
for _ in range(900):
    s, v = spec("eEfFgGn%r"), number()
    rows.append(("float", s, v, *attempt(lambda: v.__format__(s) if s else repr(v))))
    s, v = spec("bcdoxXneEfFgG%s"), integer()
    rows.append(("int", s, hex(v), *attempt(lambda: v.__format__(s) if s else str(v))))
for _ in range(250):
    s, v = spec("eEfFgGn%"), complex(number(), number())
    rows.append(("complex", s, v.real, v.imag, *attempt(lambda: v.__format__(s) if s else str(v))))
for _ in range(400):
    s, v = spec("sd"), "".join(random.choice("ab\xe9\u20ac\U0001f600\udc80") for _ in range(random.randrange(9)))
    rows.append(("str", s, v, *attempt(lambda: v.__format__(s))))
for s in ["9" * 30, "." + "9" * 30, ".2147483648f", "\x01", "=\x7f", "\u20ac", ",\u20ac", "_c", ",n", "_s", ",b", "_X", ",\x01", "é", "<<", "<<<", "==5", "00005", "0<05", "+#x", "-", "z", "+s", " s", "zs", "#s", "=5", "=5s", ".", ".s", ",.2f", "05s"]:
    rows.append(("int", s, "0x4d2", *attempt(lambda: (1234).__format__(s))))
    rows.append(("float", s, 1234.5, *attempt(lambda: (1234.5).__format__(s))))
    rows.append(("str", s, "text", *attempt(lambda: "text".__format__(s))))
    rows.append(("complex", s, 1.5, -2.0, *attempt(lambda: (1.5 - 2j).__format__(s))))
write(__file__, "spec.txt", rows)

rows = []
for _ in range(900):
    d = "%" + maybe(0.4, ["-", "0", "+", " ", "#", "-0", "+0", "# ", "#0", "-+"]) + maybe(0.5, ["1", "5", "12", "25"]) + maybe(0.4, [".", ".0", ".1", ".3", ".10", ".30"])
    c = random.choice("diuoxXeEfFgGsrac")
    if c in "sra":
        v = "".join(random.choice("ab\xe9\u20ac'\U0001f600") for _ in range(random.randrange(9)))
        rows.append(("text", d + c, {"s": str, "r": repr, "a": ascii}[c](v), (d + c) % v))
    elif c == "c":
        v = random.choice("a\xe9\U0001f600")
        rows.append(("text", d + c, v, (d + c) % v))
    elif c in "eEfFgG":
        v = number()
        rows.append(("float", d + c, v, (d + c) % v))
    else:
        v = integer()
        rows.append(("int", d + c, hex(v), (d + c) % v))
for s in ["%", "%5", "a%", "%(x", "%(x(y)", "%(x(y)z)s", "%y", "é%\u20acs", "%\x01", "%5.%", "%%", "ab%%cd%5%", "%ld", "%hhd", "%5.3", "%" + "9" * 30 + "d", "%." + "9" * 30 + "d", "%.99999999999d", "%(a)-5d|%(b)s", "%b", "% Z", "%)"]:
    k, r = attempt(lambda: s % ({"x(y)z": 1, "a": 2, "b": 3} if "(" in s else 7 if any(c in s.replace("%%", "") for c in "sdxyb\u20acZ)\x01%") and s != "%%" else ()))
    rows.append(("parse", s, k, r))
for s in [b"%", b"%(x", b"\xc3\xa9%y", b"%5"]:
    k, r = attempt(lambda: s % ({b'x': 7} if b'(' in s else (7,)))
    rows.append(("parsebytes", s, k, r if isinstance(r, str) else r))
write(__file__, "percent.txt", rows)

rows = []
TEXTS = ["", "a", "{}", "a{}b", "{{}}", "{", "}", "a{", "a}", "{a", "{a!", "{a!r", "{a!r}", "{a!rr}", "{a!r:}", "{a!r:>5}", "{a:{b}}", "{a:{b}", "{a:{b{c}}}", "{a[}]}", "{a[:]!s}", "{a{b}}", "}}{", "{{{}}}", "{a:}}", "{!r}", "{:x}", "{0.a[b].c[1]}", "{0.a[b", "{a:b:c!d}", "{\u20ac!\u20ac}", "\u20ac{{\u20ac", "{[}", "{a!}", "{a!:}", "{a! }", "{a!r", "{{}", "{}}", "{a.}"]
for s in TEXTS:
    out = []
    try:
        for lit, name, sp, conv in formatter_parser(s):
            out.append(repr((lit, name, sp, conv)))
        rows.append(("markup", s, "|".join(out), ""))
    except ValueError as e:
        rows.append(("markup", s, "|".join(out), str(e)))
for s in ["", "0", "a", "0.a[b]", "a.b.c", "a[0][x]", "a..b", "a[]", "a.", "a[0", "a[0]b", "a[0].b", "12a", "9" * 30, "a[" + "9" * 30 + "]", "0x", "a.b[c.d]", "[0]", ".a", "a[[b]", "a.[b]", "007"]:
    out, err = [], ""
    try:
        first, rest = formatter_field_name_split(s)
        out.append(repr(first))
        for attr, name in rest:
            out.append(repr((attr, name)))
    except ValueError as e:
        err = str(e)
    rows.append(("name", s, "|".join(out), err))
for s in ["{}{}", "{0}{1}{0}", "{}{0}", "{0}{}", "{a}{}", "{}{a}{}", "{0}{a}{1}", "{.real}{[0]}"]:
    rows.append(("numbering", s, *attempt(lambda: s.format("x", "y", a="z") if "." not in s else "ok")))
write(__file__, "markup.txt", rows)
