# decimal.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from decimal import *
assert repr(Decimal("1.10") + Decimal("2.20")) == "Decimal('3.30')"
assert repr(Decimal("0.1") * 3) == "Decimal('0.3')"
assert repr(Decimal(1) / Decimal(7)) == "Decimal('0.1428571428571428571428571429')"
assert repr(Decimal("1.50")) == "Decimal('1.50')"
assert repr(Decimal(5)) == "Decimal('5')"
assert repr(Decimal(0.1)) == "Decimal('0.1000000000000000055511151231257827021181583404541015625')"
assert repr(Decimal("-0")) == "Decimal('-0')"
assert repr(Decimal("1E+5")) == "Decimal('1E+5')"
assert repr(Decimal("NaN")) == "Decimal('NaN')"
assert repr(Decimal("Infinity")) == "Decimal('Infinity')"
assert repr(Decimal((1, (1, 2, 3), -2))) == "Decimal('-1.23')"
assert repr(Decimal("  1.5 ")) == "Decimal('1.5')"
assert repr(Decimal("1_000.5")) == "Decimal('1000.5')"
assert repr(Decimal("7") // 2) == "Decimal('3')"
assert repr(Decimal("-7") // 2) == "Decimal('-3')"
assert repr(Decimal("-7") % 3) == "Decimal('-1')"
assert repr(divmod(Decimal(7), 2)) == "(Decimal('3'), Decimal('1'))"
assert repr(Decimal(2) ** 10) == "Decimal('1024')"
assert repr(Decimal(2) ** -1) == "Decimal('0.5')"
assert repr(Decimal(2).sqrt()) == "Decimal('1.414213562373095048801688724')"
assert Decimal("1.5") < 2
assert Decimal("1.0") == 1
assert (Decimal("0.1") == 0.1) is False
assert hash(Decimal("1.5")) == hash(1.5)
assert repr(-Decimal("1.5")) == "Decimal('-1.5')"
assert repr(abs(Decimal(-2))) == "Decimal('2')"
assert repr(+Decimal("1.23")) == "Decimal('1.23')"
assert repr(Decimal("1.245").quantize(Decimal("0.01"))) == "Decimal('1.24')"
assert repr(Decimal("1.255").quantize(Decimal("0.01"), ROUND_HALF_UP)) == "Decimal('1.26')"
assert repr(Decimal("1.25").quantize(Decimal("1"))) == "Decimal('1')"
assert repr(Decimal("-1.5").to_integral_value()) == "Decimal('-2')"
assert repr(round(Decimal("1.255"), 2)) == "Decimal('1.26')"
assert round(Decimal("2.5")) == 2
assert int(Decimal("3.9")) == 3
assert float(Decimal("1.5")) == 1.5
assert repr(Decimal("100").normalize()) == "Decimal('1E+2')"
assert repr(Decimal("1.200").normalize()) == "Decimal('1.2')"
assert repr(Decimal("123.456").as_tuple()) == 'DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6), exponent=-3)'
assert Decimal("0.5").as_integer_ratio() == (1, 2)
assert [str(Decimal("2.5").quantize(Decimal("1"), r)) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)] == ['3', '2', '3', '2', '3', '2', '2', '2']
assert str(Decimal("1E+3")) == '1E+3'
assert repr(Decimal("1.0")) == "Decimal('1.0')"
assert f"{Decimal('1234567.891'):,.2f}" == '1,234,567.89'
assert f"{Decimal('0.00001'):e}" == '1e-5'
assert f"{Decimal('1.5'):.0f}" == '2'
assert f"{Decimal('12'):>6}" == '    12'
assert f"{Decimal('0.25'):%}" == '25%'
assert repr(Decimal("0.0000001")) == "Decimal('1E-7')"
assert repr(Decimal("0.000001")) == "Decimal('0.000001')"
assert repr(Decimal("123e-8")) == "Decimal('0.00000123')"
assert Decimal("1234.5").to_eng_string() == '1234.5'
with localcontext() as c:
    c.prec = 5
    assert str(Decimal(1) / 3) == "0.33333"
    assert str(Decimal("123456") + 1) == "1.2346E+5"
assert getcontext().prec == 28
assert repr(Decimal(10).ln()) == "Decimal('2.302585092994045684017991455')"
assert repr(Decimal(100).log10()) == "Decimal('2')"
assert repr(Decimal(1).exp()) == "Decimal('2.718281828459045235360287471')"
assert repr(Decimal("1.1").compare(Decimal("1.2"))) == "Decimal('-1')"
assert repr(Decimal("3.5").max(2)) == "Decimal('3.5')"
assert Decimal("1").is_zero() is False
assert Decimal("NaN").is_nan() is True
assert Decimal("1e3").adjusted() == 3
assert repr(Decimal("12.30").copy_sign(Decimal(-1))) == "Decimal('-12.30')"
assert repr(Decimal(3).fma(2, 1)) == "Decimal('7')"
assert repr(Decimal("1.23").scaleb(2)) == "Decimal('123')"
assert repr(Decimal("5").shift(1)) == "Decimal('50')"
assert Decimal(5).same_quantum(Decimal(6)) is True
assert repr(sum([Decimal("0.1")] * 10)) == "Decimal('1.0')"
assert max(Decimal(1), 2) == 2
assert repr(sorted([Decimal("1.5"), 1, Decimal("0.5")])) == "[Decimal('0.5'), 1, Decimal('1.5')]"
assert error(lambda: Decimal("x")) == "InvalidOperation: [<class 'decimal.ConversionSyntax'>]"
assert error(lambda: Decimal(1) / 0) == "DivisionByZero: [<class 'decimal.DivisionByZero'>]"
assert error(lambda: Decimal(0) / 0) == "InvalidOperation: [<class 'decimal.DivisionUndefined'>]"
assert error(lambda: Decimal(1) + 1.5) == "TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'"
assert error(lambda: Decimal(-1).sqrt()) == "InvalidOperation: [<class 'decimal.InvalidOperation'>]"
assert error(lambda: Decimal("sNaN") + 1) == "InvalidOperation: [<class 'decimal.InvalidOperation'>]"
assert error(lambda: Decimal("1").quantize(Decimal("1e-50"))) == "InvalidOperation: [<class 'decimal.InvalidOperation'>]"
assert error(lambda: int(Decimal("NaN"))) == 'ValueError: cannot convert NaN to integer'
assert error(lambda: Decimal([])) == 'ValueError: argument must be a sequence of length 3'
assert error(lambda: Decimal("NaN") < 1) == "InvalidOperation: [<class 'decimal.InvalidOperation'>]"
assert error(lambda: hash(Decimal("sNaN"))) == 'TypeError: Cannot hash a signaling NaN value'
with localcontext(Context(prec=3, traps=[])):
    assert str(Decimal(1) / 0) == "Infinity" and str(Decimal("NaN") + 1) == "NaN"
assert repr(Context(prec=4).divide(1, 3)) == "Decimal('0.3333')"
assert getcontext().copy().prec == 28
assert repr(Decimal.from_float(0.25)) == "Decimal('0.25')"
assert isinstance(DivisionByZero(), ZeroDivisionError)
assert BasicContext.prec == 9
