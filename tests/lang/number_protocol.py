# What int, float, complex and bool take from classes of one's own, and their warnings.
import warnings

def warned(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        r = f()
    return r, [(x.category.__name__, str(x.message)) for x in w]

class F3(float):
    def __float__(self):
        return self

r, w = warned(lambda: float(F3(2)))
assert type(r) is float and r == 2.0
assert w == [("DeprecationWarning", "F3.__float__ returned non-float (type F3).  The ability to return an instance of a strict "
              "subclass of float is deprecated, and may be removed in a future version of Python.")], w

class I:
    def __index__(self):
        return True
    __int__ = __index__

r, w = warned(lambda: int(I()))
assert r == 1 and type(r) is int and w[0][1].startswith("__int__ returned non-int (type bool).")
r, w = warned(lambda: [1, 2][I()])
assert r == 2 and w[0][1].startswith("__index__ returned non-int (type bool).")
r, w = warned(lambda: (lambda x: ~x)(True))
assert r == -2 and w[0][1].startswith("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16.")
---
# Buffers are texts of numbers; a str subclass with __float__ knows better.
assert int(memoryview(b"12")) == 12
assert float(memoryview(b"1.5")) == 1.5
class S(str):
    def __float__(self):
        return 9.0
assert float(S("8")) == 9.0
assert complex("\u2003(\u20021+1j ) ") == 1 + 1j
---
# Long literals and exponents are rounded correctly.
assert float("0." + "0" * 19999 + "1e+20000") == 1.0
assert float("1" + "0" * 30000 + "e-30000") == 1.0
assert float("1" * 1500 + "e-1500") == 0.1111111111111111
assert float("-" + "9" * 1000) == float("-inf")
assert str(0 / -10 ** 50) == "-0.0"
---
# Keywords of a constructor belong to an __init__ of one's own.
class F(float):
    def __init__(self, x, more=None):
        self.more = more
f = F(2.5, more=3)
assert (f, f.more) == (2.5, 3)
class L(list):
    def __new__(cls, items, more=None):
        self = super().__new__(cls, items)
        self.more = more
        return self
l = L([1, 2], more=3)
assert (l, l.more) == ([1, 2], 3)
float(x=1)  ### "float\\(\\) takes no keyword arguments"
---
class A:
    __bool__ = None
bool(A())  ### "'A' cannot be interpreted as a boolean"
---
class A:
    def __len__(self):
        return -2 ** 100
len(A())  ### "ValueError: __len__\\(\\) should return >= 0"
---
float.__getformat__("half")  ### "ValueError: __getformat__\\(\\) argument 1 must be 'double' or 'float'"
---
int.__new__(bool, 0)  ### "TypeError: int.__new__\\(bool\\) is not safe, use bool.__new__\\(\\)"
---
# Iterators over __getitem__ can be pickled, and pickles ask the builtins for iter.
class Seq:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i
    def __len__(self):
        return self.n
import operator
it = iter(Seq(5))
assert next(it) == 0 and operator.length_hint(it) == 4
f, (s,), i = it.__reduce__()
assert f is iter and i == 1
it.__setstate__(3)
assert list(it) == [3, 4]
assert it.__reduce__() == (iter, ((),))
it.__setstate__(1)
assert list(it) == []
