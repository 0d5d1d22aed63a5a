"""Run with PYTHONHASHSEED=0."""
import math, os, random, struct, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

assert os.environ.get("PYTHONHASHSEED") == "0"
random.seed(23)
M = 2**61 - 1
rows = []
for n in [0, 1, -1, -2, M, M - 1, M + 1, -M, -M - 1, -M + 1, 2 * M, -2 * M - 1, 2**63 - 1, -(2**63), 2**64, 2**64 - 1, 2**61, 2**122, M * M, -(M * M) - 1, 10**100] + [random.getrandbits(random.randrange(1, 300)) * random.choice([1, -1]) for _ in range(200)]:
    rows.append(("int", hex(n), hash(n)))
F = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, math.inf, -math.inf, 1e300, 5e-324, -1e-310, float(M), float(M + 1), -float(M), 2.0**64, 2.0**61, 1.5, 1e16, 0.1] + [struct.unpack(">d", random.randbytes(8))[0] for _ in range(200)] + [random.uniform(-1e6, 1e6) for _ in range(50)]
F = [f for f in F if f == f]
for f in F:
    rows.append(("float", f, hash(f)))
    g = random.choice(F)
    rows.append(("complex", f, g, hash(complex(f, g))))
for n in list(range(20)) + [30, 63, 64, 65, 300]:
    for alphabet in ["ab", "a\x80\xff", "a\u0100\xe9", "\uffff\ud800", "a\U0001f600\u20ac", "\u07ff\u0800z"]:
        s = "".join(random.choice(alphabet) for _ in range(n))
        rows.append(("str", s, hash(s)))
    b = random.randbytes(n)
    rows.append(("bytes", b, hash(b)))
for n in list(range(8)) + [20, 100]:
    t = [random.randrange(-(2**60), 2**60) for _ in range(n)]
    rows.append(("tuple", ",".join(map(str, t)), hash(tuple(t))))
    rows.append(("frozenset", ",".join(map(str, t)), hash(frozenset(t))))
for s in [slice(1, 2, 3), slice(0, -5, 7)]:
    rows.append(("slice", f"{s.start},{s.stop},{s.step}", hash(s)))
write(__file__, "hash.txt", [[str(v) if isinstance(v, int) else v for v in r] for r in rows])
