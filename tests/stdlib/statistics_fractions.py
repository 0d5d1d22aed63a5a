# statistics, fractions.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import statistics as s
assert s.mean([1, 2, 3, 4]) == 2.5
assert s.mean([1.5, 2]) == 1.75
assert s.median([3, 1, 2]) == 2
assert s.median([1, 2, 3, 4]) == 2.5
assert s.median_low([1, 2, 3, 4]) == 2
assert s.median_high([1, 2]) == 2
assert s.mode("aab") == 'a'
assert s.multimode("aabb") == ['a', 'b']
assert s.pvariance([1, 2, 3]) == 0.6666666666666666
assert s.variance([1, 2, 3]) == 1
assert s.stdev([1, 2, 3, 4]) == 1.2909944487358056
assert repr(s.pstdev([2, 4])) == '1.0'
assert s.fmean([1, 2]) == 1.5
assert repr(s.geometric_mean([2, 8])) == '4.0'
assert repr(s.harmonic_mean([40, 60])) == '48.0'
assert repr(s.quantiles([1, 2, 3, 4, 5])) == '[1.5, 3.0, 4.5]'
assert repr(s.linear_regression([1, 2, 3], [2, 4, 6])) == 'LinearRegression(slope=2.0, intercept=0.0)'
assert repr(s.correlation([1, 2, 3], [1, 2, 3])) == '1.0'
assert repr(s.covariance([1, 2], [3, 5])) == '1.0'
assert s.NormalDist(10, 2).cdf(10) == 0.5
assert s.NormalDist(0, 1).pdf(0) == 0.3989422804014327
assert repr(s.NormalDist.from_samples([1, 2, 3]).mean) == '2.0'
assert repr(s.median_grouped([1, 2, 2, 3])) == '2.0'
from fractions import Fraction as F
from decimal import Decimal as D
assert repr(s.mean([F(1, 2), F(1, 3)])) == 'Fraction(5, 12)'
assert repr(s.mean([D("1"), D("2")])) == "Decimal('1.5')"
assert error(lambda: s.mean([])) == 'StatisticsError: mean requires at least one data point'
assert error(lambda: s.median([])) == 'StatisticsError: no median for empty data'
assert error(lambda: s.mode([])) == 'StatisticsError: no mode for empty data'
assert error(lambda: s.variance([1])) == 'StatisticsError: variance requires at least two data points'
assert error(lambda: s.geometric_mean([-1])) == "StatisticsError: ('No negative inputs allowed', -1)"
assert repr(F(1, 3) + F(1, 6)) == 'Fraction(1, 2)'
assert repr(F("3/4")) == 'Fraction(3, 4)'
assert repr(F("0.125")) == 'Fraction(1, 8)'
assert repr(F(0.5)) == 'Fraction(1, 2)'
assert repr(F(-6, 4)) == 'Fraction(-3, 2)'
assert repr(F(1, 2) ** 2) == 'Fraction(1, 4)'
assert F(4, 9) ** F(1, 2) == 0.6666666666666666
assert repr(1 / F(3)) == 'Fraction(1, 3)'
assert F(7, 2) // 1 == 3
assert repr(F(7, 2) % 1) == 'Fraction(1, 2)'
assert F(1, 3) < 0.5
assert repr(F(3)) == 'Fraction(3, 1)'
assert repr(F(1, 3)) == 'Fraction(1, 3)'
assert str(F(-1, 3)) == '-1/3'
assert repr(F(1, 3).limit_denominator(2)) == 'Fraction(1, 2)'
assert F(22, 7).numerator == 22
assert float(F(1, 4)) == 0.25
assert int(F(7, 2)) == 3
assert round(F(7, 2)) == 4
assert repr(round(F(1, 3), 2)) == 'Fraction(33, 100)'
assert hash(F(1, 2)) == hash(0.5)
assert repr(F(3.14159).limit_denominator(100)) == 'Fraction(311, 99)'
assert f"{F(1, 3):.3f}" == '0.333'
assert repr(F(1, 2) + 0.5) == '1.0'
assert F(1, 2) == 0.5
assert repr(F("1e-2")) == 'Fraction(1, 100)'
assert repr(abs(F(-1, 2))) == 'Fraction(1, 2)'
assert repr(divmod(F(7, 2), F(1, 2))) == '(7, Fraction(0, 1))'
assert F(5, 1).is_integer() is True
assert F(3, 4).as_integer_ratio() == (3, 4)
assert error(lambda: F(1, 0)) == 'ZeroDivisionError: Fraction(1, 0)'
assert error(lambda: F("x")) == "ValueError: Invalid literal for Fraction: 'x'"
assert error(lambda: F(1.5, 2)) == 'TypeError: both arguments should be Rational instances'
assert error(lambda: F([])) == 'TypeError: argument should be a string or a Rational instance or have the as_integer_ratio() method'
assert error(lambda: F(1) / 0) == 'ZeroDivisionError: Fraction(1, 0)'
assert error(lambda: F(1, 2) + "a") == "TypeError: unsupported operand type(s) for +: 'Fraction' and 'str'"
