# cmath: values, special values, errors.
import cmath, math
assert repr(cmath.sqrt(-1)) == '1j'
assert repr(cmath.sqrt(complex(-4, -0.0))) == '-2j'
assert repr(cmath.exp(1j * cmath.pi)) == '(-1+1.2246467991473532e-16j)'
assert repr(cmath.log(-1)) == '3.141592653589793j'
assert repr(cmath.log(8, 2)) == '(3+0j)'
assert repr(cmath.acos(2)) == '-1.3169578969248166j'
assert repr(cmath.asinh(complex(1e308, 1e308))) == '(710.235929413006+0.7853981633974483j)'
assert repr(cmath.tan(complex(0.5, 400))) == '1j'
assert repr(cmath.polar(3 + 4j)) == '(5.0, 0.9272952180016122)'
assert repr(cmath.rect(2, math.pi / 2)) == '(1.2246467991473532e-16+2j)'
assert repr(cmath.atanh(complex(1, 5e-324))) == '(372.5666095509706+0.7853981633974483j)'
assert repr(cmath.sqrt(complex(5e-324, 0))) == '(2.2227587494850775e-162+0j)'
assert repr(cmath.cosh(complex(math.inf, 0.0))) == '(inf+0j)'
assert repr(cmath.exp(complex(-math.inf, math.nan))) == '0j'
assert repr(cmath.acos(complex(-math.inf, math.inf))) == '(2.356194490192345-infj)'
assert cmath.isclose(1, 1 + 1e-10j) and not cmath.isclose(1, 1.1)
assert cmath.isnan(complex(1, math.nan)) and cmath.isinf(complex(math.inf, 0)) and cmath.isfinite(1j)
assert repr(cmath.infj) == 'infj' and repr(cmath.nanj) == 'nanj'
class F:
    def __float__(self): return 2.0
class C:
    def __complex__(self): return 1j
assert cmath.sqrt(F()) == math.sqrt(2) and cmath.phase(C()) == math.pi / 2
cmath.sqrt('x')  ### "TypeError: must be real number, not str"
---
import cmath
cmath.log(0)  ### "ValueError: math domain error"
---
import cmath
cmath.exp(1000)  ### "OverflowError: math range error"
---
import cmath
cmath.isclose(1, 1, rel_tol=-1)  ### "ValueError: tolerances must be non-negative"
---
# abs() of a complex number is C's hypot.
assert repr(abs(complex(3.2841916949673546, -4.35429685993908))) == '5.453972518611354'
assert abs(complex(5e-324, 5e-324)) == 5e-324
