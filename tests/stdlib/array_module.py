# array.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from array import array
a = array("i", [1, 2, 3])
a.append(4); a.extend([5]); a.insert(0, 0)
assert repr(a) == "array('i', [0, 1, 2, 3, 4, 5])"
assert a[1] == 1
assert repr(a[1:3]) == "array('i', [1, 2])"
assert a.tolist() == [0, 1, 2, 3, 4, 5]
assert a.typecode == 'i'
assert a.itemsize == 4
assert len(a) == 6
assert a.tobytes() != b""
assert a.index(3) == 3
assert a.count(1) == 1
assert a.pop() == 5
assert a.remove(0) is None
assert a.reverse() is None
assert repr(a) == "array('i', [4, 3, 2, 1])"
assert repr(array("d", [1.5]) + array("d", [2])) == "array('d', [1.5, 2.0])"
assert repr(array("B", b"ab")) == "array('B', [97, 98])"
assert array("w", "hé").tounicode() == 'hé'
assert array("i") == array("i")
assert repr(a * 2) == "array('i', [4, 3, 2, 1, 4, 3, 2, 1])"
assert 3 in a
assert array("h", range(3)).tolist() == [0, 1, 2]
assert memoryview(array("B", [1, 2])).tolist() == [1, 2]
assert array("i", [1]) < array("i", [2])
a[0] = 9; del a[1]; a[0:1] = array("i", [7, 8])
assert repr(a) == "array('i', [7, 8, 2, 1])"
assert array("q", [2 ** 62])[0] == 4611686018427387904
assert repr(array("w", "ab")) == "array('w', 'ab')"
assert a.byteswap() is None
assert array("B", [1, 2]).tobytes() == b'\x01\x02'
assert array("f", [0.5]).tolist() == [0.5]
assert error(lambda: array("z")) == 'ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)'
assert error(lambda: array("b", [200])) == 'OverflowError: signed char is greater than maximum'
assert error(lambda: array("i", ["a"])) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: a[99]) == 'IndexError: array index out of range'
assert error(lambda: array("i", [1.5])) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: array("i").pop()) == 'IndexError: pop from empty array'
assert error(lambda: array("i", [1]).remove(5)) == 'ValueError: array.remove(x): x not in array'
b = array("i"); b.frombytes(array("i", [1, 2]).tobytes()); b.fromlist([3])
assert repr(b) == "array('i', [1, 2, 3])"
