def operators(a, b, c):
    x = a + b * c - 1
    x = -a % 7 // (b ** 2) @ ~c
    x = not a
    x += b + 1
    x -= 40000
    return a.b[c].d[3][-1][1:2][:, ::c]


def comparisons(a, b):
    x = a < b <= 3 != a
    y = a in [1, 2] or b not in {3, "4"}
    z = not a is b
    return x and y or z


def conditions(a, b):
    if a < 3 and b >= a or not a == b: return 1
    if a is None or b is not None: return 2
    if not (a in b): return 3
    if 1 < a < 5: return 4
    if (a if b else a.c): return 5
    return a if a else b and a


def walrus(a):
    if (b := a.f()) > 3: return b
    return [a, (a := 3), a, b + (b := 4)]


def folded():
    x = -1, 2 ** 10, 1 + 2j, "a" "b", 7 // -2, -7 % 3
    y = 1 / 0, 2 ** 10000, "a" * 5
    return __debug__
