# Binary operators: the dunder protocol, reflected methods, NotImplemented, subclass priority.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f"{self.v}+{o!r}"
    def __radd__(self, o): return f"{o!r}+r{self.v}"
    def __sub__(self, o): return f"{self.v}-{o!r}"
    def __rsub__(self, o): return f"{o!r}-r{self.v}"
    def __mul__(self, o): return f"{self.v}*{o!r}"
    def __rmul__(self, o): return f"{o!r}*r{self.v}"
    def __truediv__(self, o): return f"{self.v}/{o!r}"
    def __rtruediv__(self, o): return f"{o!r}/r{self.v}"
    def __floordiv__(self, o): return f"{self.v}//{o!r}"
    def __rfloordiv__(self, o): return f"{o!r}//r{self.v}"
    def __mod__(self, o): return f"{self.v}%{o!r}"
    def __rmod__(self, o): return f"{o!r}%r{self.v}"
    def __pow__(self, o, m=None): return f"{self.v}**{o!r}%{m!r}"
    def __rpow__(self, o, m=None): return f"{o!r}**r{self.v}"
    def __lshift__(self, o): return f"{self.v}<<{o!r}"
    def __rlshift__(self, o): return f"{o!r}<<r{self.v}"
    def __rshift__(self, o): return f"{self.v}>>{o!r}"
    def __rrshift__(self, o): return f"{o!r}>>r{self.v}"
    def __and__(self, o): return f"{self.v}&{o!r}"
    def __rand__(self, o): return f"{o!r}&r{self.v}"
    def __or__(self, o): return f"{self.v}|{o!r}"
    def __ror__(self, o): return f"{o!r}|r{self.v}"
    def __xor__(self, o): return f"{self.v}^{o!r}"
    def __rxor__(self, o): return f"{o!r}^r{self.v}"
    def __matmul__(self, o): return f"{self.v}@{o!r}"
    def __rmatmul__(self, o): return f"{o!r}@r{self.v}"
    def __divmod__(self, o): return f"divmod({self.v},{o!r})"
    def __rdivmod__(self, o): return f"divmod({o!r},r{self.v})"
n = N("n")
assert n + 1 == 'n+1'
assert 1 + n == '1+rn'
assert n - 1 == 'n-1'
assert 1 - n == '1-rn'
assert n * 1 == 'n*1'
assert 1 * n == '1*rn'
assert n / 1 == 'n/1'
assert 1 / n == '1/rn'
assert n // 1 == 'n//1'
assert 1 // n == '1//rn'
assert n % 1 == 'n%1'
assert 1 % n == '1%rn'
assert n ** 2 == 'n**2%None'
assert 2 ** n == '2**rn'
assert pow(n, 2) == 'n**2%None'
assert pow(n, 2, 5) == 'n**2%5'
assert n << 1 == 'n<<1'
assert 1 << n == '1<<rn'
assert n >> 1 == 'n>>1'
assert 1 >> n == '1>>rn'
assert n & 1 == 'n&1'
assert 1 & n == '1&rn'
assert n | 1 == 'n|1'
assert 1 | n == '1|rn'
assert n ^ 1 == 'n^1'
assert 1 ^ n == '1^rn'
assert n @ 1 == 'n@1'
assert 1 @ n == '1@rn'
assert divmod(n, 1) == 'divmod(n,1)'
assert divmod(1, n) == 'divmod(1,rn)'
assert "s" + n == "'s'+rn"
assert [1] + n == '[1]+rn'
assert [1] * n == '[1]*rn'
assert 1.5 * n == '1.5*rn'
assert None | n == 'None|rn'
assert "%s" % n.v == 'n'
assert n.__rmod__("a") == "'a'%rn"
assert error(lambda: "a" % n) == 'TypeError: not all arguments converted during string formatting'
---
# NotImplemented hands over to the other side, then TypeError.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class L:
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
class R:
    def __radd__(self, o): return "R"
    def __gt__(self, o): return "gt"
assert L() + R() == 'R'
assert (L() < R()) == 'gt'
assert error(lambda: L() + L()) == "TypeError: unsupported operand type(s) for +: 'L' and 'L'"
assert error(lambda: L() + 1) == "TypeError: unsupported operand type(s) for +: 'L' and 'int'"
assert error(lambda: L() < L()) == "TypeError: '<' not supported between instances of 'L' and 'L'"
assert error(lambda: L() <= L()) == "TypeError: '<=' not supported between instances of 'L' and 'L'"
assert (L() == L()) is False
assert L() != L()
same = L()
assert same == same
---
# A subclass's reflected method goes first, if it overrides it.
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
class B(A):
    def __radd__(self, o): return "B.radd"
class C(A):
    pass
assert A() + B() == 'B.radd'
assert A() + C() == 'A.add'
assert B() + A() == 'A.add'
assert A() + A() == 'A.add'
---
# Same type: the reflected method is not tried.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "radd"
assert error(lambda: A() + A()) == "TypeError: unsupported operand type(s) for +: 'A' and 'A'"
---
# In-place methods, falling back to the plain ones.
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("iadd", o)); return self
    def __isub__(self, o): self.log.append(("isub", o)); return self
    def __imul__(self, o): self.log.append(("imul", o)); return self
    def __itruediv__(self, o): self.log.append(("itruediv", o)); return self
    def __ifloordiv__(self, o): self.log.append(("ifloordiv", o)); return self
    def __imod__(self, o): self.log.append(("imod", o)); return self
    def __ipow__(self, o): self.log.append(("ipow", o)); return self
    def __ilshift__(self, o): self.log.append(("ilshift", o)); return self
    def __irshift__(self, o): self.log.append(("irshift", o)); return self
    def __iand__(self, o): self.log.append(("iand", o)); return self
    def __ior__(self, o): self.log.append(("ior", o)); return self
    def __ixor__(self, o): self.log.append(("ixor", o)); return self
    def __imatmul__(self, o): self.log.append(("imatmul", o)); return self
x = y = I()
x += 1; x -= 2; x *= 3; x /= 4; x //= 5; x %= 6; x **= 7; x <<= 8; x >>= 9; x &= 10; x |= 11; x ^= 12; x @= 13
assert x is y
assert x.log == [('iadd', 1), ('isub', 2), ('imul', 3), ('itruediv', 4), ('ifloordiv', 5), ('imod', 6), ('ipow', 7), ('ilshift', 8), ('irshift', 9), ('iand', 10), ('ior', 11), ('ixor', 12), ('imatmul', 13)]
---
class I:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add"
x = I()
x += 1
assert x == "add"
---
# Operators look the method up on the type, not on the instance.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class A: pass
a = A()
a.__add__ = lambda o: 1
assert error(lambda: a + 1) == "TypeError: unsupported operand type(s) for +: 'A' and 'int'"
A.__add__ = lambda self, o: ("A", o)
assert a + 1 == ('A', 1)
A.__radd__ = None
assert error(lambda: 1 + a) == "TypeError: 'NoneType' object is not callable"
---
# Unary operators and conversions.
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __complex__(self): return 1j
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bool__(self): return False
    def __hash__(self): return 77
    def __len__(self): return 9
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"bytes"
    def __format__(self, spec): return f"<{spec}>"
    def __contains__(self, x): return x == 1
u = U()
assert -u == 'neg'
assert +u == 'pos'
assert ~u == 'invert'
assert abs(u) == 'abs'
assert int(u) == 42
assert float(u) == 4.5
assert repr(complex(u)) == '1j'
assert round(u) == ('round', None)
assert round(u, 2) == ('round', 2)
assert bool(u) is False
assert not u
assert hash(u) == 77
assert len(u) == 9
assert str(u) == 'str'
assert repr(u) == 'repr'
assert bytes(u) == b'bytes'
assert f"{u}" == '<>'
assert f"{u:x>3}" == '<x>3>'
assert f"{u!r}" == 'repr'
assert f"{u!s:>5}" == '  str'
assert format(u) == '<>'
assert 1 in u
assert (2 in u) is False
assert 2 not in u
assert [10, 20, 30, 40][u] == 40
assert "abcdef"[u:] == 'def'
assert [0] * u == [0, 0, 0]
assert hex(u) == '0x3'
assert repr(range(u)) == 'range(0, 3)'
assert chr(u) == '\x03'
assert bytes(u) == b'bytes'
import math
assert math.trunc(u) == 'trunc'
assert math.floor(u) == 'floor'
assert math.ceil(u) == 'ceil'
---
# A wrong type from a conversion dunder.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.0
    def __bool__(self): return 1
    def __hash__(self): return "h"
    def __len__(self): return "n"
    def __str__(self): return 1
    def __repr__(self): return b"r"
    def __bytes__(self): return "b"
    def __format__(self, spec): return 1
    def __complex__(self): return 1
    def __iter__(self): return 1
    def __dir__(self): return 1
    def __length_hint__(self): return -1
b = Bad()
assert error(lambda: int(b)) == 'TypeError: __int__ returned non-int (type str)'
assert error(lambda: float(b)) == 'TypeError: Bad.__float__ returned non-float (type int)'
assert error(lambda: [1][b]) == 'TypeError: __index__ returned non-int (type float)'
assert error(lambda: bool(b)) == 'TypeError: __bool__ should return bool, returned int'
assert error(lambda: hash(b)) == 'TypeError: __hash__ method should return an integer'
assert error(lambda: len(b)) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: str(b)) == 'TypeError: __str__ returned non-string (type int)'
assert error(lambda: repr(b)) == 'TypeError: __repr__ returned non-string (type bytes)'
assert error(lambda: bytes(b)) == 'TypeError: __bytes__ returned non-bytes (type str)'
assert error(lambda: format(b)) == 'TypeError: __format__ must return a str, not int'
assert error(lambda: f"{b}") == 'TypeError: __format__ must return a str, not int'
assert error(lambda: complex(b)) == 'TypeError: __complex__ returned non-complex (type int)'
assert error(lambda: iter(b)) == "TypeError: iter() returned non-iterator of type 'int'"
assert error(lambda: dir(b)) == "TypeError: 'int' object is not iterable"
assert error(lambda: list(b)) == "TypeError: iter() returned non-iterator of type 'int'"
assert error(lambda: range(b)) == 'TypeError: __index__ returned non-int (type float)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Neg:
    def __len__(self): return -1
assert error(lambda: len(Neg())) == 'ValueError: __len__() should return >= 0'
assert error(lambda: bool(Neg())) == 'ValueError: __len__() should return >= 0'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Big:
    def __len__(self): return 2 ** 100
assert error(lambda: len(Big())) == "OverflowError: cannot fit 'int' into an index-sized integer"
---
# Truth: __bool__, then __len__, then True.
class A: pass
class B:
    def __len__(self): return 0
class C:
    def __bool__(self): return True
    def __len__(self): return 0
assert A() and not B() and C()
