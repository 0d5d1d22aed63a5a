import os.path, sys as system
from a import b as c, d
x: int = 1
for i, (j, *k) in x: pass
with a as e: pass
try: pass
except E as error: pass
match x:
    case [p, *q] | {"k": p, **q}: pass
    case C(y=r) as s: pass
def f(a, /, b=x, *c, d, **e):
    global g, x
    x = g = a
    y = z = 1
    def h():
        nonlocal y
        y = z
        return lambda w: w + z
    t += 1
    del t
    import u
    return undefined
class A(B, metaclass=M):
    x = x
    __private = 1
    def method(self, __p):
        super().method(__p, self.__q, __global)
        return __class__
    y = [x for x in z]
async def g():
    return [i async for i in x], (j for j in x), {await k: v for k, v in x}
