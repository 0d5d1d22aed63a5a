# complex numbers.
assert repr(1j) == '1j'
assert repr(3 + 4j) == '(3+4j)'
assert repr(3 - 4j) == '(3-4j)'
assert repr(-0j) == '(-0-0j)'
assert repr(complex(1, 2)) == '(1+2j)'
assert repr(complex(1)) == '(1+0j)'
assert repr(complex()) == '0j'
assert repr(complex("1+2j")) == '(1+2j)'
assert repr(complex(" ( 1-2J ) ")) == '(1-2j)'
assert repr(complex("j")) == '1j'
assert repr(complex("-1e3j")) == '-1000j'
assert repr(complex("inf")) == '(inf+0j)'
assert repr(complex("nanj")) == 'nanj'
assert repr(complex(real=1, imag=3)) == '(1+3j)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(complex(1.5, -0.0)) == '(1.5-0j)'
assert repr(complex(-0.0, 1)) == '(-0+1j)'
assert error(lambda: complex("")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1 + 2j")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("a")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1", 2)) == "TypeError: complex() argument 'real' must be a real number, not str"
assert error(lambda: complex(1, "2")) == "TypeError: complex() argument 'imag' must be a real number, not str"
assert error(lambda: complex(None)) == 'TypeError: complex() argument must be a string or a number, not NoneType'
assert error(lambda: complex([])) == 'TypeError: complex() argument must be a string or a number, not list'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert repr(abs(3 + 4j)) == '5.0'
assert repr((3 + 4j).conjugate()) == '(3-4j)'
assert repr((3 + 4j).real) == '3.0'
assert repr((3 + 4j).imag) == '4.0'
assert repr((1 + 2j) + 1) == '(2+2j)'
assert repr(1 - (1 + 2j)) == '-2j'
assert repr((1 + 2j) * 2.5) == '(2.5+5j)'
assert repr((1 + 2j) ** 2) == '(-3+4j)'
assert repr((1 + 2j) ** -1) == '(0.2-0.4j)'
assert repr((1 + 2j) ** 0.5) == '(1.272019649514069+0.7861513777574233j)'
assert repr(1j ** 2) == '(-1+0j)'
assert repr(2 ** 1j) == '(0.7692389013639721+0.6389612763136348j)'
assert repr((2 + 3j) / (1 - 1j)) == '(-0.5+2.5j)'
assert repr(1 / 1j) == '-1j'
assert repr(-(1 + 2j)) == '(-1-2j)'
assert repr(+(1 + 2j)) == '(1+2j)'
assert 1 + 2j == 2j + 1
assert 1 + 0j == 1
assert 1j != 1
assert bool(0j) is False
assert bool(1e-300j) is True
assert hash(1j) == hash(complex(0, 1))
assert repr(complex(0, float("inf"))) == 'infj'
assert repr(complex(float("nan"), -1)) == '(nan-1j)'
assert str(1e20 + 1e-5j) == '(1e+20+1e-05j)'
assert f"{1 + 2j:.2f}" == '1.00+2.00j'
assert f"{1.5 - 2.25j}" == '(1.5-2.25j)'
assert f"{3 + 4j:>10}" == '    (3+4j)'
assert format(1 + 2j, "g") == '1+2j'
assert repr(complex.from_number(3)) == '(3+0j)'
assert error(lambda: (1 + 2j).real.x) == "AttributeError: 'float' object has no attribute 'x'"
assert error(lambda: 1j > 0) == "TypeError: '>' not supported between instances of 'complex' and 'int'"
assert error(lambda: int(1j)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'"
assert error(lambda: float(1j)) == "TypeError: float() argument must be a string or a real number, not 'complex'"
assert error(lambda: round(1j)) == "TypeError: type complex doesn't define __round__ method"
assert error(lambda: divmod(1j, 2)) == "TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'"
assert error(lambda: (1j).__setattr__("real", 1)) == 'AttributeError: readonly attribute'
assert error(lambda: 0j ** -1) == 'ZeroDivisionError: zero to a negative or complex power'
assert error(lambda: 1j / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: f"{1j:05}") == 'ValueError: Zero padding is not allowed in complex format specifier'
assert error(lambda: f"{1j:=10}") == "ValueError: '=' alignment flag is not allowed in complex format specifier"
assert error(lambda: pow(1j, 2, 3)) == 'ValueError: complex modulo'
---
class C:
    def __complex__(self): return 2 + 3j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 4
assert repr(complex(C())) == '(2+3j)'
assert repr(complex(F())) == '(2.5+0j)'
assert repr(complex(I())) == '(4+0j)'
assert repr(complex(F(), F())) == '(2.5+2.5j)'
assert repr(sum([1j, 2, 3.5])) == '(5.5+1j)'
assert repr(sum([1, 2j], 0.5)) == '(1.5+2j)'
class Z(complex):
    pass
assert repr(Z(1, 2)) == '(1+2j)'
assert repr(type(Z(1) + Z(2))) == "<class 'complex'>"
assert repr((1 + 2j).__add__(1)) == '(2+2j)'
assert repr((1 + 2j).__lt__(1)) == 'NotImplemented'
assert [1j, 2j].index(2j) == 1
import cmath
assert repr(cmath.sqrt(-1)) == '1j'
assert cmath.phase(-1) == 3.141592653589793
assert repr(cmath.polar(1j)) == '(1.0, 1.5707963267948966)'
assert repr(cmath.exp(0)) == '(1+0j)'
assert cmath.isnan(complex("nan")) is True
