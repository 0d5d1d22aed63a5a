# operator and functools.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import operator as o
assert o.add(1, 2) == 3
assert o.sub(5, 3) == 2
assert o.mul("a", 2) == 'aa'
assert o.truediv(7, 2) == 3.5
assert o.floordiv(7, 2) == 3
assert o.mod(7, 3) == 1
assert o.pow(2, 3) == 8
assert o.neg(5) == -5
assert o.pos(-5) == -5
assert o.abs(-5) == 5
assert o.invert(5) == -6
assert o.not_(0) is True
assert o.truth([]) is False
assert o.lt(1, 2) is True
assert o.le(2, 2) is True
assert o.eq(1, 1.0) is True
assert o.ne(1, 2) is True
assert o.ge(1, 2) is False
assert o.gt(2, 1) is True
assert o.is_(None, None) is True
assert o.is_not(1, None) is True
assert o.and_(6, 3) == 2
assert o.or_(6, 3) == 7
assert o.xor(6, 3) == 5
assert o.lshift(1, 3) == 8
assert o.rshift(8, 1) == 4
assert o.getitem([1, 2], 1) == 2
assert o.contains("abc", "b") is True
assert o.concat([1], [2]) == [1, 2]
assert o.countOf([1, 1, 2], 1) == 2
assert o.indexOf([5, 6], 6) == 1
assert o.length_hint([1, 2]) == 2
assert o.index(True) == 1
assert o.itemgetter(1)([5, 6]) == 6
assert o.itemgetter(0, 2)("abc") == ('a', 'c')
assert o.itemgetter(slice(1, 3))("abcd") == 'bc'
assert o.attrgetter("real")(5) == 5
assert repr(o.attrgetter("real", "imag")(1 + 2j)) == '(1.0, 2.0)'
assert o.attrgetter("a.b")(type("X", (), {"a": type("Y", (), {"b": 7})})) == 7
assert o.methodcaller("upper")("a") == 'A'
assert o.methodcaller("split", ",", maxsplit=1)("a,b,c") == ['a', 'b,c']
l = [1, 2]
assert o.setitem(l, 0, 9) is None
assert l == [9, 2]
assert o.delitem(l, 1) is None
assert l == [9]
assert o.iadd([1], [2]) == [1, 2]
assert o.imul([1], 2) == [1, 1]
assert o.iconcat([1], [2]) == [1, 2]
assert o.ior({1}, {2}) == {1, 2}
assert o.is_none(None) is True
assert o.is_not_none(1) is True
assert sorted([(1, "b"), (0, "a")], key=o.itemgetter(1)) == [(0, 'a'), (1, 'b')]
assert repr(o.itemgetter(1)) == 'operator.itemgetter(1)'
assert repr(o.attrgetter("x")) == "operator.attrgetter('x')"
assert repr(o.methodcaller("m", 1)) == "operator.methodcaller('m', 1)"
assert o.call(lambda x: x, 5) == 5
assert error(lambda: o.itemgetter()) == 'TypeError: itemgetter expected 1 argument, got 0'
assert error(lambda: o.itemgetter(1)([])) == 'IndexError: list index out of range'
assert error(lambda: o.attrgetter(5)) == 'TypeError: attribute name must be a string'
assert error(lambda: o.attrgetter("zz")(5)) == "AttributeError: 'int' object has no attribute 'zz'"
assert error(lambda: o.methodcaller()) == 'TypeError: methodcaller needs at least one argument, the method name'
assert error(lambda: o.methodcaller("nope")(5)) == "AttributeError: 'int' object has no attribute 'nope'"
assert error(lambda: o.index(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: o.concat(1, 2)) == "TypeError: 'int' object can't be concatenated"
assert error(lambda: o.indexOf([1], 2)) == 'ValueError: sequence.index(x): x not in sequence'
