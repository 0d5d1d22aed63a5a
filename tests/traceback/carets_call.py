def f(a, b, *, c):
    return a.missing(b)(c)


f(1,
  2, c=3)
