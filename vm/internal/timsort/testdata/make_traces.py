# Makes traces.txt: what CPython's list.sort compares, on lists of many shapes.
#
#   python3.14 make_traces.py > traces.txt
#
# Lines: SHAPE SEED LENGTH STOP COUNT CRC ORDER. The list's values come from
# SHAPE, SEED and LENGTH by the functions below, which the test has too; keys are
# compared by value. STOP is the number of the comparison that raises (or -1), COUNT
# how many were made, CRC the CRC-32 of all pairs of positions compared, and ORDER
# that of the positions in the final order.
import zlib

MASK = (1 << 64) - 1


class Random:
    """The splitmix64 generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return (z ^ (z >> 31)) % n


def values(shape, seed, n):
    r = Random(seed)
    if shape == "random":
        return [r.below(1 << 30) for _ in range(n)]
    if shape == "few":  # many equal values
        return [r.below(4) for _ in range(n)]
    if shape == "up":
        return list(range(n))
    if shape == "down":
        return list(range(n, 0, -1))
    if shape == "steps":  # descending runs of equal values
        return [(n - i) // 3 for i in range(n)]
    if shape == "saw":  # runs of random length and direction
        out = []
        while len(out) < n:
            length = 1 + r.below(100)
            first = r.below(1000)
            sign = 1 if r.below(2) else -1
            out += [first + sign * i * (1 + r.below(2)) for i in range(length)]
        return out[:n]
    if shape == "nearly":  # ascending, with a few exchanged
        out = list(range(n))
        for _ in range(n // 20 + 1):
            if n:
                i, j = r.below(n), r.below(n)
                out[i], out[j] = out[j], out[i]
        return out
    if shape == "blocks":  # sorted stretches far apart: long gallops
        out = []
        while len(out) < n:
            first = r.below(50) * 1000
            out += list(range(first, first + 70 + r.below(300)))
        return out[:n]
    if shape == "wild":  # no order at all: -1 is not less than, nor greater than, anything
        return [r.below(50) - 1 for _ in range(n)]
    raise ValueError(shape)


class Stop(Exception):
    pass


def trace(shape, seed, n, stop):
    pairs = []

    class Key:
        def __init__(self, value, position):
            self.value = value
            self.position = position

        def __lt__(self, other):
            pairs.append("%d,%d" % (self.position, other.position))
            if len(pairs) - 1 == stop:
                raise Stop
            if self.value == -1 or other.value == -1:
                return False
            return self.value < other.value

    keys = [Key(v, i) for i, v in enumerate(values(shape, seed, n))]
    try:
        keys.sort()
    except Stop:
        pass
    order = " ".join(str(k.position) for k in keys)
    print(shape, seed, n, stop, len(pairs), "%x" % zlib.crc32(" ".join(pairs).encode()), "%x" % zlib.crc32(order.encode()))
    return len(pairs)


for shape in ("random", "few", "up", "down", "steps", "saw", "nearly", "blocks", "wild"):
    for seed, n in enumerate((0, 1, 2, 3, 4, 5, 7, 10, 20, 31, 32, 33, 50, 63, 64, 65, 66, 100, 127, 128, 129, 200, 300, 500, 777, 1000, 1024, 1500, 2500, 5000)):
        count = trace(shape, seed, n, -1)
        if count > 3:
            r = Random(n)
            for _ in range(3):
                trace(shape, seed, n, r.below(count))
    for seed in range(100, 130):
        trace(shape, seed, seed * 7, -1)
trace("random", 5, 60000, -1)
trace("saw", 6, 60000, -1)
