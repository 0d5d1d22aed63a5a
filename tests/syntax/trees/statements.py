"""Every statement of the language, once."""
from __future__ import annotations
import a, b.c as d, e.f
from . import g
from ...h.i import (j as k, l,)
from .... import *
x = y = z
x: int
x.y: int = 1
(x): int = yield_
x += 1; y -= 2; z *= 3; x @= y; x /= y; x %= y; x &= y; x |= y; x ^= y; x <<= y; x >>= y; x **= y; x //= y
a, *b = c,
[a, (b, c)] = d
del a, (b, c), [d.e, f[0]]
pass; ...
assert a, "message"
raise
raise A
raise A from B
global p, q
if a:
    pass
elif b := c:
    pass
elif d: pass
else:
    pass
while a: break
else: continue
for a, *b in c, *d:
    pass
else:
    pass
with a: pass
with a as b, c as (d, e): pass
with (a, b): pass
with (a as b, c,): pass
with (a, b) as c: pass
with (a): pass
with (a).b: pass
with (a := b): pass
with (lambda *x: x), b: pass
try:
    pass
except A:
    pass
except (A, B) as e:
    pass
except A, B:
    pass
except:
    pass
else:
    pass
finally:
    pass
try: pass
except* A: pass
except* A, B: pass
try: pass
finally: pass
type X = int
type Y[T: int = str, *Ts = *tuple[int], **P = [int]] = dict[T, P]
type = 1
type.x = type[0]
match = case = _ = 1
match(x)
match[0]: int = 1
match.case
match * a
match, a
match not in b
print(match, case, type)


class A: pass
class B(): pass
class C[T](A, *b, metaclass=D, **e):
    x: int = 1
    def f(self): return __class__
@a
@b.c[d](e)
@(f := g)
class D: x = 1
