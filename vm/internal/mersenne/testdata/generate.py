import os, random, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../expect"))
from table import write

rows = []
for seed in [0, 1, -1, 42, 2**32 - 1, 2**32, -(2**64) - 5, 10**100, 2**30000 + 7]:
    r = random.Random(seed)
    rows.append(("seed", hex(seed)))
    for _ in range(3):
        rows.append(("random", r.random()))
    for k in [0, 1, 31, 32, 33, 63, 64, 65, 100, 128, 1000]:
        rows.append(("bits", k, hex(r.getrandbits(k))))
    for _ in range(700):
        r.getrandbits(32)
    rows.append(("skip", 700))
    rows.append(("random", r.random()))
state = random.Random(5).getstate()[1]
rows.append(("state", *[str(v) for v in state]))
write(__file__, "random.txt", rows)
