# bytearray: changing it in place.
b = bytearray(b"abc")
b.append(100)
b.extend(b"xy")
b.extend([1, 2])
b.extend(x for x in range(2))
b.insert(0, 65)
b.insert(-1, 66)
b.insert(100, 67)
assert b == bytearray(b'Aabcdxy\x01\x02\x00B\x01C')
assert b.pop() == 67
assert b.pop(0) == 65
assert b.pop(-2) == 66
assert b.remove(98) is None
assert b.reverse() is None
assert b == bytearray(b'\x01\x00\x02\x01yxdca')
b += b"zz"
b *= 2
assert b == bytearray(b'\x01\x00\x02\x01yxdcazz\x01\x00\x02\x01yxdcazz')
assert not (b.copy() is b)
assert b.copy() == b
assert b.resize(3) is None
assert b == bytearray(b'\x01\x00\x02')
assert b.resize(5) is None
assert b == bytearray(b'\x01\x00\x02\x00\x00')
assert b.clear() is None
assert b == bytearray(b'')
---
# Slices.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
b = bytearray(b"abcdefgh")
b[1:3] = b"XYZ"
assert b == bytearray(b'aXYZdefgh')
b[::3] = b"012"
assert b == bytearray(b'0XY1de2gh')
b[2:2] = [1, 2]
assert b == bytearray(b'0X\x01\x02Y1de2gh')
del b[1:3]
assert b == bytearray(b'0\x02Y1de2gh')
del b[::2]
assert b == bytearray(b'\x021eg')
b[1:] = b""
assert b == bytearray(b'\x02')
b[:] = range(5)
assert b == bytearray(b'\x00\x01\x02\x03\x04')
b[::-2] = b"abc"
assert b == bytearray(b'c\x01b\x03a')
b[::2] = b""
assert b == bytearray(b'\x01\x03')
assert error(lambda: b.__setitem__(slice(0, 2, 2), b"ab")) == 'ValueError: attempt to assign bytes of size 2 to extended slice of size 1'
assert error(lambda: b.__setitem__(slice(0, 2, 0), b"ab")) == 'ValueError: slice step cannot be zero'
assert error(lambda: b.__setitem__(slice(0, 1), "a")) == 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'
assert error(lambda: b.__setitem__(slice(0, 1), 1)) == 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'
assert error(lambda: b.__setitem__(slice(0, 1), [256])) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b.__setitem__(slice(0, 1), ["a"])) == "TypeError: 'str' object cannot be interpreted as an integer"
assert b[:1] == bytearray(b'\x01')
assert type(b[:1]).__name__ == 'bytearray'
---
# Errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
b = bytearray(b"abc")
assert error(lambda: b[3]) == 'IndexError: bytearray index out of range'
assert error(lambda: b["a"]) == 'TypeError: bytearray indices must be integers or slices, not str'
assert error(lambda: b.__setitem__(3, 1)) == 'IndexError: bytearray index out of range'
assert error(lambda: b.__setitem__(0, 256)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b.__setitem__(0, "a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b.__delitem__(3)) == 'IndexError: bytearray index out of range'
assert error(lambda: b.append(256)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b.append("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b.extend("a")) == "TypeError: expected iterable of integers; got: 'str'"
assert error(lambda: b.extend(1)) == "TypeError: can't extend bytearray with int"
assert error(lambda: b.extend([256])) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b.insert("a", 1)) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b.pop(5)) == 'IndexError: pop index out of range'
assert error(lambda: bytearray().pop()) == 'IndexError: pop from empty bytearray'
assert error(lambda: b.remove(1)) == 'ValueError: value not found in bytearray'
assert error(lambda: b.remove(256)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b.resize(-1)) == 'ValueError: Can only resize to positive sizes, got -1'
assert error(lambda: b.resize("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b + "a") == "TypeError: can't concat str to bytearray"
assert error(lambda: b.__iadd__("a")) == "TypeError: can't concat str to bytearray"
assert error(lambda: b.__iadd__(1)) == "TypeError: can't concat int to bytearray"
assert error(lambda: bytearray("a")) == 'TypeError: string argument without an encoding'
assert error(lambda: bytearray(-1)) == 'ValueError: negative count'
assert error(lambda: bytearray([256])) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(1.5)) == "TypeError: cannot convert 'float' object to bytearray"
assert error(lambda: bytearray(1, "ascii")) == 'TypeError: encoding without a string argument'
assert error(lambda: hash(b)) == "TypeError: unhashable type: 'bytearray'"
assert error(lambda: b < "a") == "TypeError: '<' not supported between instances of 'bytearray' and 'str'"
assert not (b == "abc")
---
# What bytearray has in common with bytes gives bytearrays.
b = bytearray(b"ab,cd")
assert b.split(b",") == [bytearray(b'ab'), bytearray(b'cd')]
assert b.partition(b",") == (bytearray(b'ab'), bytearray(b','), bytearray(b'cd'))
assert b.upper() == bytearray(b'AB,CD')
assert b.replace(b"a", b"xx") == bytearray(b'xxb,cd')
assert b.center(9, b"*") == bytearray(b'**ab,cd**')
assert b.translate(bytes(range(256)), b"a") == bytearray(b'b,cd')
assert b.join([b"1", bytearray(b"2")]) == bytearray(b'1ab,cd2')
assert b % () == bytearray(b'ab,cd')
assert bytearray(b"%d-%s") % (1, b"x") == bytearray(b'1-x')
assert b + b"x" == bytearray(b'ab,cdx')
assert type(b"x" + b).__name__ == 'bytes'
assert b * 2 == bytearray(b'ab,cdab,cd')
assert b.hex("-") == '61-62-2c-63-64'
assert bytearray.fromhex("61 62") == bytearray(b'ab')
assert b == b"ab,cd"
assert b == memoryview(b"ab,cd")
assert b < b"b"
assert b"b" in b
assert 97 in b
assert b.find(99) == 3
assert b.decode() == 'ab,cd'
assert b.__reduce__()[1:] == (('ab,cd', 'latin-1'), None)
assert b.__reduce_ex__(3)[1:] == ((b'ab,cd',), None)
assert repr(bytearray(b"it's")) == 'bytearray(b"it\\\'s")'
assert repr(bytearray(b'\xff"')) == 'bytearray(b\'\\xff"\')'
assert list(iter(bytearray(b"ab"))) == [97, 98]
---
class A(bytearray):
    pass
a = A(b"abc")
a.name = "x"
a.append(100)
assert repr(a) == "A(b'abcd')"
assert a.name == "x"
assert type(a[:]).__name__ == 'bytearray'
assert type(a.copy()).__name__ == 'bytearray'
assert type(A.fromhex("61")).__name__ == 'A'
assert a == b"abcd"
---
# While a view of it can be used, a bytearray keeps its size.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
held = "BufferError: Existing exports of data: object cannot be re-sized"
b = bytearray(b"abcdef")
m = memoryview(b)
assert error(lambda: b.append(1)) == held
assert error(lambda: b.extend(b"a")) == held
assert error(lambda: b.pop()) == held
assert error(lambda: b.clear()) == held
assert error(lambda: b.insert(0, 1)) == held
assert error(lambda: b.remove(97)) == held
assert error(lambda: b.resize(3)) == held
assert error(lambda: b.__delitem__(0)) == held
assert error(lambda: b.__setitem__(slice(0, 2), b"")) == held
assert error(lambda: b.__iadd__(b"x")) == held
assert error(lambda: b.__imul__(2)) == held
assert error(lambda: b.__init__(b"")) == held
assert error(lambda: b.remove(1)) == "ValueError: value not found in bytearray"
b[0:2] = b"ZZ"
b.reverse()
b += b""
assert b == b"fedcZZ"
m.release()
b.append(33)
assert b == b"fedcZZ!"
---
# Only views that can still be used count.
b = bytearray(b"abc")
assert memoryview(b)[1:].tobytes() == b"bc"
b.append(100)
def length(view):
    return len(view)
assert length(memoryview(b)) == 4
b.append(101)
assert b == b"abcde"
def local():
    b = bytearray(b"abc")
    m = memoryview(b)
    try:
        b.append(1)
    except BufferError:
        kept = True
    m = None
    b.append(2)
    m = memoryview(b)
    del m
    b.append(3)
    return kept, b
assert local() == (True, b"abc\x02\x03")
def first(b):
    with memoryview(b) as m:
        yield m[0]
g = first(b)
assert next(g) == 97
try:
    b.append(1)
except BufferError as e:
    assert str(e) == 'Existing exports of data: object cannot be re-sized'
else:
    raise AssertionError
g.close()
b.append(102)
assert b == b"abcdef"
views = [memoryview(b)[i:] for i in range(3)]
for v in views:
    v.release()
b.clear()
assert b == b""
