# Makes set_orders.txt: programs over three sets a, b and c, and after each step
# the order in which CPython iterates over the set that changed.
#
#   PYTHONHASHSEED=0 python3.14 make_set_orders.py > set_orders.txt
#
# Lines: "keys" starts a program and lists the keys' hashes; keys are named by
# their position there. "OP TARGET [SOURCE...] = LENGTH CRC" is a step, where CRC
# is the CRC-32 of the key numbers joined by spaces.
import random
import sys
import zlib

assert sys.flags.hash_randomization == 0, "run with PYTHONHASHSEED=0"
rng = random.Random(314)


def universe(kind, n):
    if kind == "small":
        return list(range(1, n + 1))
    if kind == "signed":
        return [i for i in range(-n // 2, n // 2)]
    if kind == "wide":
        return [rng.randrange(-(2**70), 2**70) for _ in range(n)]
    if kind == "stride":
        return [i * 64 for i in range(n)]
    if kind == "clash":  # many keys of equal hash
        return [i % 7 + (i // 7) * (2**61 - 1) for i in range(n)]
    if kind == "word":
        return ["k%d" % i for i in range(n)]
    raise ValueError(kind)


def program(kind, n, steps):
    keys = list(dict.fromkeys(universe(kind, n)))
    number = {k: i for i, k in enumerate(keys)}
    print("keys", *[hash(k) for k in keys])
    sets = {"a": set(), "b": set(), "c": set()}
    pick = lambda: rng.choice(keys)
    some = lambda: rng.sample(keys, rng.randrange(0, max(2, len(keys) // rng.choice([2, 4, 16, 16]))))
    for _ in range(steps):
        op = rng.choice(
            ["add"] * 3 + ["discard"] * 3 + ["pop"] * 2 + ["clear", "fill", "fill", "fill", "fromdict", "updatelist", "updatedict",
             "copy", "frozen", "union", "intersect", "minus", "toggle", "ior", "iand", "isub", "ixor", "minusdict",
             "isublist", "minuslist"])
        t = rng.choice("abc")
        x, y = rng.choice("abc"), rng.choice("abc")
        words, s = [], sets[t]
        if op in ("add", "discard"):
            for _ in range(rng.choice([1, 1, 2, 10])):
                k = pick()
                words.append(number[k])
                (s.add if op == "add" else s.discard)(k)
        elif op == "pop":
            count = rng.choice([1, 1, 3])
            words = [count]
            for _ in range(count):
                if s:
                    words.append(number[s.pop()])
        elif op == "clear":
            s.clear()
        elif op in ("fill", "fromdict", "updatelist", "updatedict", "minusdict", "isublist", "minuslist"):
            ks = some()
            words = [number[k] for k in ks]
            if op == "fill":
                sets[t] = set(ks)
            elif op == "fromdict":
                sets[t] = set(dict.fromkeys(ks))
            elif op == "updatelist":
                s.update(ks)
            elif op == "updatedict":
                s.update(dict.fromkeys(ks))
            elif op == "minusdict":
                sets[t] = s.difference(dict.fromkeys(ks))
            elif op == "isublist":
                s.difference_update(ks)
            else:
                sets[t] = s.difference(ks)
        elif op in ("copy", "frozen"):
            words = [x]
            sets[t] = sets[x].copy() if op == "copy" else set(frozenset(sets[x]))
        elif op in ("union", "intersect", "minus", "toggle"):
            words = [x, y]
            a, b = sets[x], sets[y]
            sets[t] = {"union": a.__or__, "intersect": a.__and__, "minus": a.__sub__, "toggle": a.__xor__}[op](b)
        else:
            words = [x]
            o = sets[x]
            {"ior": s.__ior__, "iand": s.__iand__, "isub": s.__isub__, "ixor": s.__ixor__}[op](o)
        order = " ".join(str(number[k]) for k in sets[t])
        print(op, t, *words, "=", len(sets[t]), "%x" % zlib.crc32(order.encode()))


for kind in ("small", "signed", "wide", "stride", "clash", "word"):
    for n, steps in ((6, 40), (20, 60), (20, 60), (60, 60), (60, 60), (200, 40)):
        program(kind, n, steps)

# Large sets: key i has hash i; "series" adds (first + i * stride) modulo the
# number of keys for i below count, one at a time.
size = 150001
print("range", size)
big = {t: set() for t in "ab"}
for op, t, *words in (
    ("series", "a", 7, 1, 60000), ("series", "a", 5, 77, 30000), ("series", "b", 3, 1009, 90000), ("isub", "a", "b"), ("ior", "a", "b"), ("series", "a", 1, 3, 150000),
):
    if op == "series":
        first, stride, count = words
        for i in range(count):
            big[t].add((first + i * stride) % size)
    elif op == "isub":
        big[t] -= big[words[0]]
    else:
        big[t] |= big[words[0]]
    print(op, t, *words, "=", len(big[t]), "%x" % zlib.crc32(" ".join(map(str, big[t])).encode()))
