import math, os, random, struct, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

FUNCTIONS = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "gamma", "lgamma", "log", "log10", "log1p", "log2", "sin", "sinh", "sqrt", "tan", "tanh"]
RANGES = [(-1.0, 1.0), (-4.0, 4.0), (0.9, 1.1), (-30.0, 30.0), (-760.0, 760.0), (-1e9, 1e9), (1.0, 3.0)]
PAIRS = ["pow", "atan2", "fmod", "remainder", "hypot"]
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, 10.0, -10.0, 0.1, 1e-300, 5e-324, -5e-324, 1e308, -1e308, math.inf, -math.inf, math.nan, 709.78, 709.79, -745.2, -708.5, 1023.9, 1024.0, -1074.5, -1075.0, 171.5, 172.0, -170.5, 24.0, 23.0, 1e-21, -1e-310, 1e306, 0.97, 0.99, -0.99, 26.5, 6.0, -6.0, 22.5, 2.0**53, 1e22, 25.5, 1e8, 105414357.0]


def call(f, *args):
    try:
        return f(*args)
    except ValueError:
        return "domain"
    except OverflowError:
        return "range"


def packed(v):
    if isinstance(v, str):
        return v[:1].encode()
    return b"n" if v != v else struct.pack("<d", v)


rows = []
for name in FUNCTIONS:
    f = getattr(math, name)
    for x in SPECIAL:
        try:
            rows.append(("special", name, x, f(x)))
        except ValueError as e:
            rows.append(("special", name, x, "domain", str(e)))
        except OverflowError as e:
            rows.append(("special", name, x, "range", str(e)))
for name in PAIRS:
    for x in SPECIAL[:14]:
        for y in SPECIAL[:14]:
            rows.append(("pair", name, x, y, call(getattr(math, name), x, y)))
# Many results at once, as a checksum: the arguments come from random.Random(seed).
for name in FUNCTIONS:
    for k, (a, b) in enumerate(RANGES):
        r, crc = random.Random(k), 0
        for _ in range(20000):
            crc = zlib.crc32(packed(call(getattr(math, name), a + (b - a) * r.random())), crc)
        rows.append(("many", name, k, a, b, crc))
for name in PAIRS:
    for k, (a, b) in enumerate(RANGES):
        r, crc = random.Random(k), 0
        for _ in range(20000):
            x, y = a + (b - a) * r.random(), a + (b - a) * r.random()
            crc = zlib.crc32(packed(call(getattr(math, name), x, y)), crc)
        rows.append(("manypairs", name, k, a, b, crc))
random.seed(25)


def number():
    k = random.randrange(5)
    if k == 0:
        return random.choice(SPECIAL)
    if k == 1:
        return struct.unpack("<d", random.randbytes(8))[0]
    return random.uniform(-10, 10) * 10.0 ** random.randrange(-20, 20) if k < 4 else float(random.randrange(-9, 9))


def tame():
    return random.choice([random.uniform(-1, 1), random.uniform(-1, 1) * 2.0 ** random.randrange(-70, 70), 2.0 ** random.randrange(-60, 60), -(2.0 ** random.randrange(-60, 60))])


def hexes(v):
    return ",".join(struct.pack(">d", x).hex() for x in v)


for _ in range(200):
    v = [number() for _ in range(random.randrange(6))]
    rows.append(("hypot", hexes(v), math.hypot(*v)))
    v = [random.uniform(-1, 1) * 2.0**random.randrange(-1080, -1010) for _ in range(3)]
    rows.append(("hypot", hexes(v), math.hypot(*v)))
    v = [tame() for _ in range(random.randrange(9))] if random.random() < 0.7 else [random.choice([1e308, -1e308, math.inf, -math.inf, math.nan, 1.0, 1e16, 1.0, -1e16]) for _ in range(random.randrange(5))]
    try:
        rows.append(("fsum", hexes(v), math.fsum(v)))
    except (ValueError, OverflowError) as e:
        rows.append(("fsum", hexes(v), str(e)))
    n = random.randrange(1, 8)
    v, w = [tame() for _ in range(n)], [tame() for _ in range(n)]
    rows.append(("sumprod", hexes(v), hexes(w), math.sumprod(v, w)))
    x, y, z = number(), number(), number()
    try:
        rows.append(("fma", x, y, z, math.fma(x, y, z)))
    except (ValueError, OverflowError) as e:
        rows.append(("fma", x, y, z, {"invalid": "domain", "overflo": "range"}[str(e)[:7]]))
    steps = random.choice([0, 1, 2, 1000, 2**52, 2**63, 2**64 - 1])
    rows.append(("nextafter", x, y, hex(steps), math.nextafter(x, y, steps=steps)))
    rows.append(("ulp", x, math.ulp(x)))
    m, e = math.frexp(x)
    rows.append(("frexp", x, m, e, *math.modf(x)))
    e = random.choice([-1074, -1030, -2000, 2000, 0, 5, -1080, 1023, 10**18, -(10**18)])
    rows.append(("ldexp", x, e, call(math.ldexp, x, e)))
write(__file__, "math.txt", [[str(v) if isinstance(v, int) else v for v in r] for r in rows])
