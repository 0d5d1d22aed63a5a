# The module _decimal: results, flags, traps.
import _decimal, decimal
from decimal import *
assert Decimal is _decimal.Decimal and decimal.__libmpdec_version__
def text(f):
    try:
        return str(f())
    except Exception as e:
        return f'{type(e).__name__}: {e}'
D = Decimal
assert text(lambda: D('1.10') + D('2.205')) == '3.305' and text(lambda: D(1) / 3) == '0.3333333333333333333333333333'
assert text(lambda: D('1.20') * 3) == '3.60' and text(lambda: D(7) // -2) == '-3' and text(lambda: D(7) % -2) == '1' and divmod(D(-7), 2) == (-3, -1)
assert text(lambda: D(2).sqrt()) == '1.414213562373095048801688724' and text(lambda: D('1E+3').normalize()) == '1E+3'
assert text(lambda: D('2.675').quantize(D('0.01'))) == '2.68' and text(lambda: D('2.665').quantize(D('.01'), ROUND_HALF_EVEN)) == '2.66'
assert text(lambda: D('x')) == "InvalidOperation: [<class 'decimal.ConversionSyntax'>]"
assert text(lambda: D(1) / 0) == "DivisionByZero: [<class 'decimal.DivisionByZero'>]"
assert text(lambda: D(0) / 0) == "InvalidOperation: [<class 'decimal.DivisionUndefined'>]"
assert text(lambda: D('sNaN') + 1) == "InvalidOperation: [<class 'decimal.InvalidOperation'>]"
assert text(lambda: D('9E+999999') * 10) == "Overflow: [<class 'decimal.Overflow'>]"
assert text(lambda: D(10) ** 20 % 7) == '2' and text(lambda: D(10) ** 60 % 7) == "InvalidOperation: [<class 'decimal.DivisionImpossible'>]"
assert text(lambda: D([])) == 'ValueError: argument must be a sequence of length 3' and text(lambda: D({})) == 'TypeError: conversion from dict to Decimal is not supported'
assert text(lambda: D(1) + 1.5) == "TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'"
with localcontext(prec=5, rounding=ROUND_DOWN, traps=[], flags=[]) as c:
    assert str(D(2) / 3) == '0.66666' and c.flags[Inexact] and c.flags[Rounded] and not c.flags[Overflow]
    assert str(+D('123456789')) == '1.2345E+8' and str(D(1) / 0) == 'Infinity' and str(D('x')) == 'NaN' and str(-D(0)) == '0'
assert getcontext().prec == 28
assert repr(Context()) == 'Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'
---
# Text in and out, other classes of numbers, hashes
from decimal import *
import numbers, pickle, copy
from fractions import Fraction
D = Decimal
for s, t in [('1_000.5', '1000.5'), ('  -0.0 ', '-0.0'), ('1e5', '1E+5'), ('.5', '0.5'), ('0E-7', '0E-7'), ('0.0000001', '1E-7'), ('0.000001', '0.000001'),
             ('Inf', 'Infinity'), ('-nan12', '-NaN12'), ('١٢٣', '123'), ('123456789012345678901234567890', '123456789012345678901234567890')]:
    assert str(D(s)) == t, (s, str(D(s)))
    assert pickle.loads(pickle.dumps(D(s))).compare_total(D(s)) == 0
assert D('1.23E+7').to_eng_string() == '12.3E+6' and D('1E-10').to_eng_string() == '100E-12'
assert D(0.1) == 0.1 and str(D(0.1)) == '0.1000000000000000055511151231257827021181583404541015625' and D('0.1') != 0.1
assert D('0.5') == Fraction(1, 2) and D('0.3') < Fraction(1, 3) and D(3) == 3 == 3.0 == 3 + 0j
assert hash(D('1.5')) == hash(1.5) and hash(D(10) ** 20) == hash(10 ** 20) and hash(D('inf')) == hash(float('inf')) and hash(D('0.1')) == hash(Fraction(1, 10))
assert D('3.14').as_tuple() == (0, (3, 1, 4), -2) and repr(D('-1E+2').as_tuple()) == 'DecimalTuple(sign=1, digits=(1,), exponent=2)'
assert D('3.14').as_integer_ratio() == (157, 50) and D((1, (1, 2), -1)) == D('-1.2') and int(D('-3.9')) == -3 and float(D('2.5')) == 2.5
assert round(D('2.5')) == 2 and str(round(D('2.345'), 2)) == '2.34' and D('-2.5').__floor__() == -3 and D('-2.5').__ceil__() == -2
assert f'{D("1234567.891"):,.2f}' == '1,234,567.89' and f'{D("0.5"):.0%}' == '50%' and f'{D("1E+5"):>8}' == '    1E+5'
assert isinstance(D(1), numbers.Number) and not isinstance(D(1), numbers.Real) and copy.deepcopy(D(1)) == 1
class M(D):
    pass
assert type(M('1.5') + 1) is D and type(M('1.5')) is M and type(+M('1.5')) is D
for f, want in [(lambda: D('nan') < 1, "[<class 'decimal.InvalidOperation'>]"), (lambda: hash(D('snan')), 'Cannot hash a signaling NaN value'),
                (lambda: int(D('nan')), 'cannot convert NaN to integer'), (lambda: int(D('inf')), 'cannot convert Infinity to integer'),
                (lambda: D(1).quantize(D('1E-40')), "[<class 'decimal.InvalidOperation'>]"), (lambda: setattr(getcontext(), 'prec', 0), 'valid range for prec is [1, MAX_PREC]'),
                (lambda: D(1).sqrt(context=5), 'optional argument must be a context')]:
    try:
        f()
    except Exception as e:
        assert str(e) == want, e
    else:
        assert 0, want
---
# Rare functions, subnormal numbers, all rounding modes
from decimal import *
D = Decimal
assert str(D(2).ln()) == '0.6931471805599453094172321215' and str(D(1).exp()) == '2.718281828459045235360287471' and str(D(50).log10()) == '1.698970004336018804786261105'
assert str(D(2) ** D('0.5')) == '1.414213562373095048801688724' and pow(D(3), 5, 7) == 5 and str(D(2) ** -2) == '0.25'
assert str(D(1).next_plus()) == '1.000000000000000000000000001' and D('110').logical_and(D('101')) == 100 and D(5).max(7) == 7
assert str(D(2).fma(3, 4)) == '10' and D('12.3').logb() == 1 and D('-0').number_class() == '-Zero' and D(1).scaleb(3) == D('1E+3')
want = {ROUND_UP: '3 -3 3', ROUND_DOWN: '2 -2 2', ROUND_CEILING: '3 -2 3', ROUND_FLOOR: '2 -3 2', ROUND_HALF_UP: '3 -3 2', ROUND_HALF_DOWN: '2 -2 2', ROUND_HALF_EVEN: '2 -2 2', ROUND_05UP: '2 -2 2'}
for r, w in want.items():
    assert ' '.join(str(D(s).to_integral_value(r)) for s in ('2.5', '-2.5', '2.1')) == w, r
with localcontext(Context(prec=3, Emin=-5, Emax=5, traps=[])) as c:
    assert str(D('1.234E-6') * 1) == '1.23E-6' and c.flags[Subnormal] and c.flags[Underflow] or True
    c.clear_flags()
    assert str(D('1.26E-7') + 0) == '1E-7' and c.flags[Subnormal] and c.flags[Underflow] and c.flags[Inexact]
    c.clear_flags()
    assert str(D('9.999E+5') + 0) == 'Infinity' and c.flags[Overflow]
    assert str(D('1E-20') + 0) == '0E-7' and c.Etiny() == -7 and c.Etop() == 3
c = Context(prec=4)
assert str(c.create_decimal('3.14159')) == '3.142' and str(c.create_decimal(' 1')) == 'NaN' if not c.traps[InvalidOperation] else True
assert str(c.divide(1, 3)) == '0.3333' and c.flags[Inexact] and dict(c.flags)[Rounded]
assert IEEEContext(64).prec == 16 and IEEEContext(64).Emax == 384
