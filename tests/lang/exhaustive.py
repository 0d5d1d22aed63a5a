# Every slice of a short sequence against a definition in terms of range.
seq = list("abcdef")
text, data, tup = "abcdef", b"abcdef", tuple("abcdef")
ends = [None, -9, -7, -6, -5, -1, 0, 1, 3, 5, 6, 7, 9]
count = 0
for i in ends:
    for j in ends:
        for k in [None, -7, -3, -2, -1, 1, 2, 3, 7]:
            s = slice(i, j, k)
            want = [seq[n] for n in range(*s.indices(6))]
            assert seq[i:j:k] == want, s
            assert "".join(want) == text[s] and list(tup[s]) == want
            assert data[s] == "".join(want).encode() and list(range(6)[s]) == list(range(*s.indices(6)))
            assert list(memoryview(data)[s]) == list(data[s])
            c = list(seq); del c[s]
            gone = set(range(*s.indices(6)))
            assert c == [x for n, x in enumerate(seq) if n not in gone]
            b = bytearray(data); del b[s]
            assert b == "".join(c).encode()
            c = list(seq); c[s] = want
            if k in (None, 1, -1) or want: assert len(c) == 6
            count += 1
assert count == 13 * 13 * 9
---
# Slice assignment of every length.
for i in range(-4, 5):
    for j in range(-4, 5):
        for n in range(4):
            a = [0, 1, 2]
            a[i:j] = ["x"] * n
            lo, hi, _ = slice(i, j).indices(3)
            assert a == [0, 1, 2][:lo] + ["x"] * n + [0, 1, 2][max(lo, hi):]
            b = bytearray(b"012")
            b[i:j] = b"x" * n
            assert b == "".join(map(str, a)).encode()
---
# Laws of integer arithmetic at the edges of every representation.
edges = sorted({s * (2 ** p + d) for s in (1, -1) for p in (0, 1, 7, 15, 29, 30, 31, 32, 59, 60, 61, 62, 63, 64, 65, 90, 127, 128, 200) for d in (-2, -1, 0, 1, 2)})
for a in edges:
    assert int(str(a)) == a and int(hex(a), 16) == a and int(oct(a), 8) == a and int(bin(a), 2) == a
    assert -(-a) == a and ~~a == a and ~a == -a - 1 and abs(a) in (a, -a) and (a >= 0) == (abs(a) == a)
    assert hash(a) == hash(a + 0) and a << 5 >> 5 == a and (a << 70) >> 70 == a
    n = (a.bit_length() + 8) // 8
    assert int.from_bytes(a.to_bytes(n, "big", signed=True), "big", signed=True) == a
    assert int.from_bytes(a.to_bytes(n, "little", signed=True), "little", signed=True) == a
    assert a.bit_count() == bin(abs(a)).count("1")
---
edges = sorted({s * (2 ** p + d) for s in (1, -1) for p in (0, 5, 30, 31, 32, 61, 62, 63, 64, 100) for d in (-1, 0, 1)})
for a in edges:
    for b in edges:
        s, d, m = a + b, a - b, a * b
        assert s - b == a and d + b == a and s == b + a and m == b * a
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (0 <= r < b or b < r <= 0) and a // b == q and a % b == r and m // b == a and m % b == 0
        assert (a & b) + (a | b) == s and (a ^ b) == (a | b) - (a & b) and (a & ~b) | (a & b) == a
        assert (a < b) == (d < 0) and (a == b) == (not d) and (a <= b) == (d <= 0) and (a > b) == (b < a)
        assert (a == b) == (hash(a) == hash(b)) or a != b
---
# Division, shifts and powers against repeated steps.
for a in range(-50, 51):
    for b in range(-7, 8):
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and abs(r) < abs(b) and (r == 0 or (r > 0) == (b > 0))
            assert divmod(float(a), float(b)) == (float(q), float(r))
    for n in range(12):
        p = 1
        for _ in range(n): p *= a
        assert a ** n == p and pow(a, n) == p
        for m in (1, 2, 7, -5, 97):
            assert pow(a, n, m) == p % m
    for n in range(70):
        assert a << n == a * 2 ** n and a >> n == a // 2 ** n
---
# float: text and back, for many magnitudes.
import random
r = random.Random(7)
for _ in range(2000):
    x = r.uniform(-1, 1) * 10.0 ** r.randint(-300, 300)
    assert float(repr(x)) == x and float(str(x)) == x and float.fromhex(x.hex()) == x
    n, d = x.as_integer_ratio()
    assert n / d == x
    assert float(f"{x:.17g}") == x and float("%.17e" % x) == x
    assert float(f"{x:.16e}") == x
for e in range(-320, 309):
    x = float(f"1e{e}")
    assert float(repr(x)) == x
    assert repr(x) == (f"1e{e:+03d}" if e < -4 or e >= 16 else repr(x))
for k in range(1, 16):
    x = float("0." + "1" * k)
    assert repr(x) == "0." + "1" * k
for i in range(-1000, 1000):
    assert repr(i / 8) == str(i / 8) and float(str(i / 8)) * 8 == i and round(i / 8) == int(round(i / 8, 0))
---
# Rounding of integers and halves.
for i in range(-300, 301):
    x = i / 2
    lo = i // 2
    want = lo if i % 2 == 0 else lo if lo % 2 == 0 else lo + 1
    assert round(x) == want and int(f"{x:.0f}") == want and int("%.0f" % x) == want
    assert round(i, -1) % 10 == 0 and abs(round(i, -1) - i) <= 5
    assert int(x) == (i // 2 if i >= 0 else -(-i // 2))
---
# Formatting of integers against hand-made text.
for v in (0, 1, -1, 9, -12, 255, 1234567, -1234567, 10 ** 20):
    digits = str(abs(v))
    grouped = ",".join(reversed([digits[::-1][i:i + 3][::-1] for i in range(0, len(digits), 3)]))
    sign = "-" if v < 0 else ""
    assert f"{v:,}" == sign + grouped and f"{v:_}" == sign + grouped.replace(",", "_")
    for w in (0, 1, 5, 12, 25):
        body = sign + digits
        assert f"{v:>{w}}" == body.rjust(w) and f"{v:<{w}}" == body.ljust(w) and f"{v:{w}}" == body.rjust(w)
        assert f"{v:*^{w}}" == body.center(w, "*") or len(body) >= w or (w - len(body)) % 2 == 1
        assert f"{v:0{w}}" == body.zfill(w) and f"{v:0={w}}" == body.zfill(w) and "%0*d" % (w, v) == body.zfill(w)
        plus = ("-" if v < 0 else "+") + digits
        assert f"{v:+{w}}" == plus.rjust(w) and "%+*d" % (w, v) == plus.rjust(w) and "%-*d" % (w, v) == body.ljust(w)
    assert f"{v:x}" == sign + hex(abs(v))[2:] and f"{v:#b}" == bin(v) and f"{v:o}" == sign + oct(abs(v))[2:] and "%x" % v == f"{v:x}"
---
# str searching against the definition, on a small alphabet.
import itertools
words = ["".join(p) for n in range(5) for p in itertools.product("ab", repeat=n)]
subs = ["".join(p) for n in range(3) for p in itertools.product("ab", repeat=n)]
for w in words:
    for s in subs:
        at = [i for i in range(len(w) - len(s) + 1) if w[i:i + len(s)] == s]
        assert w.find(s) == (at[0] if at else -1) and w.rfind(s) == (at[-1] if at else -1) and (s in w) == bool(at)
        assert w.startswith(s) == (0 in at) and w.endswith(s) == (len(w) - len(s) in at)
        b, t = w.encode(), s.encode()
        assert b.find(t) == w.find(s) and b.count(t) == w.count(s) and b.replace(t, b"c") == w.replace(s, "c").encode()
        if s:
            assert w.split(s) == [x.decode() for x in b.split(t)] and s.join(w.split(s)) == w
            assert w.count(s) == len(w.split(s)) - 1 and w.replace(s, "") == "".join(w.split(s))
            h, m, r = w.partition(s)
            assert h + m + r == w and (m == s) == bool(at)
            h, m, r = w.rpartition(s)
            assert h + m + r == w and len(h) == (at[-1] if at else 0)
            assert s.join(w.rsplit(s)) == w and len(w.rsplit(s, 1)) == 1 + bool(at)
---
# dict and set against lists, through a long random history.
import random
r = random.Random(3)
d, keys, vals = {}, [], {}
for step in range(5000):
    k = r.randrange(60) if r.random() < 0.7 else str(r.randrange(20))
    op = r.random()
    if op < 0.5:
        if k not in vals: keys.append(k)
        vals[k] = step; d[k] = step
    elif op < 0.8:
        got = d.pop(k, None)
        assert got == vals.pop(k, None)
        if k in keys: keys.remove(k)
    elif op < 0.82 and keys:
        assert d.popitem() == (keys[-1], vals.pop(keys.pop()))
    elif op < 0.83:
        d = dict(d.items())
    elif op < 0.84:
        d = d.copy()
    assert len(d) == len(keys) and (k in d) == (k in keys)
    if step % 50 == 0: assert list(d) == keys and list(d.values()) == [vals[x] for x in keys] and list(reversed(d)) == keys[::-1]
assert list(d) == keys
---
import random
r = random.Random(4)
s, model = set(), []
for step in range(4000):
    x = r.randrange(80)
    op = r.random()
    if op < 0.5:
        s.add(x)
        if x not in model: model.append(x)
    elif op < 0.8:
        s.discard(x)
        if x in model: model.remove(x)
    elif op < 0.9:
        other = {r.randrange(80) for _ in range(10)}
        assert s | other == set(model) | other and s & other == {y for y in model if y in other}
        assert s - other == {y for y in model if y not in other} and len(s ^ other) == len(s | other) - len(s & other)
        assert (s <= s | other) and (s & other <= s) and s.isdisjoint(other) == (not s & other)
    assert len(s) == len(model) and (x in s) == (x in model)
assert sorted(s) == sorted(model) and frozenset(s) == s and hash(frozenset(s)) == hash(frozenset(model))
---
# list operations against string building.
import random
r = random.Random(5)
a, model = [], []
for step in range(3000):
    op, i = r.randrange(8), r.randint(-5, 60)
    if op == 0: a.append(step); model = model + [step]
    elif op == 1: a.insert(i, step); j = max(0, i + len(model)) if i < 0 else min(i, len(model)); model = model[:j] + [step] + model[j:]
    elif op == 2 and model: j = r.randrange(len(model)); assert a.pop(j) == model[j]; model = model[:j] + model[j + 1:]
    elif op == 3 and len(model) > 50: del a[10:30]; model = model[:10] + model[30:]
    elif op == 4 and model: j = r.randrange(len(model)); a[j] = -step; model = model[:j] + [-step] + model[j + 1:]
    elif op == 5: a.extend([step, step]); model = model + [step] * 2
    elif op == 6: a.reverse(); model = model[::-1]
    elif op == 7 and step % 10 == 0: a.sort(); model = sorted(model)
    assert len(a) == len(model)
    if step % 20 == 0: assert a == model
assert a == model
---
# sort is stable and right, whatever the order it finds.
import random
r = random.Random(6)
shapes = [lambda n: list(range(n)), lambda n: list(range(n, 0, -1)), lambda n: [0] * n, lambda n: [i % 5 for i in range(n)],
          lambda n: [r.randrange(n + 1) for _ in range(n)], lambda n: list(range(n // 2)) + list(range(n // 2)), lambda n: [i ^ 1 for i in range(n)]]
for n in (0, 1, 2, 3, 10, 33, 64, 65, 200, 1000):
    for shape in shapes:
        a = shape(n)
        pairs = [(v, i) for i, v in enumerate(a)]
        assert sorted(pairs, key=lambda p: p[0]) == sorted(pairs)
        assert sorted(pairs, key=lambda p: p[0], reverse=True) == sorted(pairs, key=lambda p: (-p[0], p[1]))
        b = sorted(a)
        assert all(x <= y for x, y in zip(b, b[1:])) and sorted(b, reverse=True) == b[::-1]
        assert sorted(map(str, a)) == sorted(map(str, b)) and sorted(map(float, a)) == b
---
# Unicode: encode and decode round trips over the planes.
chars = [chr(c) for c in (0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xfff, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x1f600, 0x10ffff)]
text = "".join(chars)
for enc in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "utf-8-sig", "unicode_escape", "raw_unicode_escape"):
    assert text.encode(enc).decode(enc) == text, enc
for c in chars:
    assert ord(c) == ord(eval(ascii(c))) and eval(repr(c)) == c and len(c) == 1 and c in text and text.index(c) == chars.index(c)
    n = len(c.encode())
    assert n == (1 if ord(c) < 0x80 else 2 if ord(c) < 0x800 else 3 if ord(c) < 0x10000 else 4)
assert len(text) == len(chars) and text[::-1][::-1] == text and sorted(text) == sorted(chars) and list(text) == chars
for enc, top in (("ascii", 128), ("latin-1", 256)):
    s = "".join(map(chr, range(top)))
    assert s.encode(enc) == bytes(range(top)) and bytes(range(top)).decode(enc) == s
for i in range(0, 0x110000, 997):
    if not 0xd800 <= i < 0xe000:
        assert chr(i).encode("utf-8").decode("utf-8") == chr(i)
