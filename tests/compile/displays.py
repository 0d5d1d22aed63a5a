def displays(a, b):
    x = [a, b, 1], (a, b), {a, b}, {a: b, 1: 2}, [], (), {}
    x = [*a, b, 1, 2, 3, 4], (*a,), {*a, b}, {**a, b: 1}
    return f"a{a}b{b!r:>{a}}", f"{a}", f"", t"a{a}b{b!s:x}"
