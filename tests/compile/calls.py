def calls(a, b):
    f(a, b, 1)
    f(a, k=b, l=1)
    f(*a)
    f(1, *a, b, *b, k=1, **a, l=2, **b)
    a.m()
    a.m(b, 1, k=b)
    a.m(f())
    a.m(f(), k=f())
    a.m(*b)
    return super().m(a)


@first
@second(1)
def decorated(a, b=1, *c, d, e=b, **f):
    "doc"
