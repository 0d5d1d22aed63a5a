def f(a, b):
    x = 1
    inlined = [x for _ in a]
    captured = [lambda: b for _ in a]
    own = [lambda: i for i in a]
    nested = [[(i, j, x) for i in a] for j in b]
    generator = (x for _ in a)
    return [w := 1 for _ in a], [[(v := 1) for _ in a] for _ in b]
class A:
    y = 1
    z = [y for y in y]
    t = [y for _ in z]
    u = (y for _ in z)
[k for k in a if (top := k)]
def h():
    global outer
    [outer := 1 for _ in a]
