import math, os, random, struct, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

random.seed(21)


def bits():
    return struct.unpack(">d", random.randbytes(8))[0]


SPECIAL = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 0.1, 2.5, -3.5, 2.0**53, 2.0**63, -(2.0**63), 1e22, 1e23, 123456789.0, 0.5, 1.5]


def real():
    k = random.randrange(6)
    if k == 0:
        return random.choice(SPECIAL)
    if k == 1:
        return bits()
    if k == 2:
        return float(random.randrange(-1000, 1000))
    if k == 3:
        return round(random.uniform(-1000, 1000), random.randrange(5))
    if k == 4:
        return random.randrange(-4000, 4000) / 8
    return random.uniform(-10, 10) * 10.0 ** random.randrange(-30, 30)


def finite():
    while True:
        f = real()
        if math.isfinite(f):
            return f


rows = []
for f in SPECIAL + [real() for _ in range(400)]:
    rows.append(("repr", f, repr(f)))
    rows.append(("hex", f, f.hex()))
    if math.isfinite(f):
        n, d = f.as_integer_ratio()
        rows.append(("ratio", f, hex(n), hex(d)))
        rows.append(("int", f, hex(int(f))))
for _ in range(500):
    f, n = finite(), random.choice([0, 1, 2, 3, 5, 10, 17, 22, -1, -2, -3, -10, -300, -308, -309, 300, 323, 324])
    try:
        rows.append(("round", f, n, round(f, n)))
    except OverflowError:
        rows.append(("round", f, n, "overflow"))
for _ in range(500):
    x, y = real(), real()
    if y:
        q, m = divmod(x, y)
        rows.append(("divmod", x, y, q, m, x // y, x % y))
for _ in range(200):
    rows.append(("complex", re := real(), im := real(), repr(complex(re, im))))
FLOATS = ["1", "-1.5", " 2e3 ", "1_0.0_1", "1__0", "_1", "1_", "1_.5", "1._5", "1e_5", "1_e5", "1e1_0", "inf", "-Infinity", "+nan", "-NaN", "infinit", "nan1", ".", "", " ", "e5", "1e", "1e+", "0x10", "1.e5", ".5e-3", "1e400", "-1e400", "1e-400", "++1", "1 2", "\t\n1\x0b\x0c\r", "\x1c1", "9" * 400, "0." + "0" * 400 + "1", "1d5", "1f", "1e5j", "٣", "infinity_", "2.2250738585072011e-308", "9007199254740993", "123456789012345678901234567890e-20"]
for s in FLOATS:
    try:
        rows.append(("parse", s, float(s) if s.isascii() else "error"))
    except ValueError:
        rows.append(("parse", s, "error"))
for s in ["1", "1j", "j", "+j", "-j", "1+j", "1-j", "1+2j", "-1.5e3-2e-3j", "(1+2j)", " ( 1+2j ) ", "(1", "1)", "1+2", "1 +2j", "1+ 2j", "1_0+2_0j", "inf+nanj", "-infj", "nanj", "1+infinityj", "1jj", "j1", "", "()", "(j)", "1+-2j", "1e5+j", "1J", "+1+1J", "1_+1j", "--1", "(1+2j))", "1e+j"]:
    try:
        z = complex(s)
        rows.append(("cparse", s, z.real, z.imag))
    except ValueError:
        rows.append(("cparse", s, "error"))
for s in ["0x1p3", "1.8", "0x1.8", "-0x.8p-3", "0x", "", "p3", "0x1p", "0x1p+", "inf", "-NaN", "infinity", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7fp1023", "0x1p1024", "0x0p99999", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p-2000", "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.00000000000018p0", " 0X1P+2 ", "0x1.p2", "0x.p2", "0x1..p2", "1p2p3", "0x1p+-3", "a.b", "0xg", "+0x1", "0x1 p3", "-0x0p0", "0x_1"]:
    try:
        rows.append(("fromhex", s, float.fromhex(s)))
    except ValueError:
        rows.append(("fromhex", s, "invalid"))
    except OverflowError:
        rows.append(("fromhex", s, "overflow"))
write(__file__, "float.txt", rows)

rows = []
EDGES = [0, 1, -1, 2, -2, 7, -7, 2**31, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64) - 1, 10**18, 10**19, -(10**30)]


def integer():
    k = random.randrange(4)
    if k == 0:
        return random.choice(EDGES)
    if k == 1:
        return random.randrange(-100, 100)
    if k == 2:
        return random.getrandbits(random.randrange(1, 80)) * random.choice([1, -1])
    return random.getrandbits(random.randrange(1, 500)) * random.choice([1, -1])


for s in ["0", "-0", "+5", "0x1F", "0b101", "0o17", "0_0", "00", "007", "1_000", "1__0", "_1", "1_", "0x_f", "0x__f", "0x", "0xg", "", " ", " 12 ", "\t12\n", "1 2", "12x", "zz", "Zz", "-0x10", "+ 5", "--5", "0b2", "0b", "9" * 19, "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "0b1_0", "1" * 700, "0" * 10, "f_f", "0B11", "0O7", "0x1_", "１"]:
    for base in [0, 2, 8, 10, 16, 36, 3]:
        try:
            v = hex(int(s, base)) if s.isascii() else "error"
        except ValueError as e:
            v = "error"
        rows.append(("parse", s, base, v))
for n, base in [(4300, 10), (4301, 10), (4301, 16), (4301, 3)]:
    for s in ["1" * n, "0" * n, "1_" * (n - 1) + "1", "-" + "1" * n, "1" * n + "!", "1" * n + "__1"]:
        try:
            rows.append(("limit", s, base, hex(int(s, base))))
        except ValueError as e:
            rows.append(("limit", s, base, str(e).split(": '")[0]))
sys.set_int_max_str_digits(0)
for _ in range(300):
    n = integer()
    rows.append(("text", hex(n), str(n), bin(n), oct(n), n.bit_length(), n.bit_count()))
    a, b = integer(), integer()
    if b:
        rows.append(("divmod", hex(a), hex(b), hex(a // b), hex(a % b)))
        if random.random() < 0.5:
            b = b << random.randrange(0, 1200) | 1
        else:
            a = a << random.randrange(0, 1500)
        try:
            rows.append(("truediv", hex(a), hex(b), a / b))
        except OverflowError:
            rows.append(("truediv", hex(a), hex(b), "overflow"))
    rows.append(("gcd", hex(a := integer()), hex(b := integer()), hex(math.gcd(a, b)), hex(math.isqrt(abs(a)))))
    f = random.choice([float(n) if abs(n) < 2**1000 else 1.0, real()])
    if f == f:
        rows.append(("compare", hex(n), f, (n > f) - (n < f)))
    a, e = random.randrange(-12, 12), random.randrange(0, 90)
    rows.append(("pow", a, e, hex(a**e)))
    a, e, m = integer(), random.randrange(-5, 200), integer()
    try:
        rows.append(("modpow", hex(a), e, hex(m), hex(pow(a, e, m))))
    except ValueError as x:
        rows.append(("modpow", hex(a), e, hex(m), str(x)))
    rows.append(("round", hex(n), d := random.choice([0, -1, -2, -3, -18, -19, -40, -200]), hex(round(n, d))))
for n in range(-30, 30):
    rows.append(("round", hex(n * 5), -1, hex(round(n * 5, -1))))
for v in [2**1024, 2**1024 - 2**970, 2**1024 - 2**970 - 1, 2**53 + 1, 2**54 + 2, 2**54 + 6, -(2**1024)]:
    try:
        rows.append(("tofloat", hex(v), float(v)))
    except OverflowError:
        rows.append(("tofloat", hex(v), "overflow"))
for a, b in [(1, 2**1074), (1, 2**1075), (3, 2**1076), (2**53 + 1, 2**1075 << 52), (1, 2**1076), (2**1024 - 1, 1), (2**1024 - 2**970, 1), (2**1024 - 2**970 - 1, 1), (10**400, 10**100), (1, 3 * 2**1073), (5, 2**1075), (7, 2**1075)]:
    try:
        rows.append(("truediv", hex(a), hex(b), a / b))
    except OverflowError:
        rows.append(("truediv", hex(a), hex(b), "overflow"))
for _ in range(300):
    n, length = random.choice([integer() % 70000 - 35000, random.choice([0, -1, -128, 127, 128, 255, 256, -129, -32768, 32767])]), random.randrange(0, 5)
    order, signed = random.choice(["big", "little"]), random.random() < 0.6
    try:
        b = n.to_bytes(length, order, signed=signed)
        assert int.from_bytes(b, order, signed=signed) == n
        rows.append(("bytes", n, length, order, signed, b))
    except OverflowError as e:
        rows.append(("bytes", n, length, order, signed, "", str(e)))
write(__file__, "int.txt", rows)
