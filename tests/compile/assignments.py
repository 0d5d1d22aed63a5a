def targets(a, b, c):
    a = b = c.d = c[b] = a.f()
    a, b = b, a
    a, c.x, *b = c
    (a, [b, *c]), x = a
    x, y = 1, 2
    c.d += 1
    c[a.b] *= a
    del a, c.d, c[b], (x, y)
    a


g = h = 1
g, h = h, g
g += 1
del g
