def f(): pass
def f(a): return
def f(a, b=1, /, c=2, *d, e, f=3, **g): return a, *b
def f(a, /): pass
def f(*, a): pass
def f(*a: *Ts): pass
def f(a: int, b: str = "", *c: d, e: f, **g: h) -> i: pass
def f[T](a: T) -> T: return a
def f[T: (int, str) = int, *Ts, **P](*a: *Ts, **k: P.kwargs): pass
async def f():
    async with a as b, c: pass
    async with (a as b, c): pass
    async for x, y in z:
        await x
    else:
        pass
    yield await a
    return
def g():
    x = yield
    y = yield x, *z
    yield from a
    [(yield)]
    nonlocal_ = 1
    def h():
        nonlocal x, y
    return
lambda: 1
lambda a, b=1, /, c=2, *d, e, f=3, **g: a
lambda *, a: a
lambda *a: (yield)
lambda x: lambda y: x if y else z
@a
async def f(): pass
def f(a,
      b=lambda c: c,  # a comment
      ):

    # another

    "doc"

    pass
