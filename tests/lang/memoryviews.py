# memoryview: items, slices, casts, dimensions, releasing.
m = memoryview(b"abcd")
assert m[0] == 97
assert m[-1] == 100
assert len(m) == 4
assert m.tolist() == [97, 98, 99, 100]
assert m.tobytes() == b'abcd'
assert m.format == 'B'
assert m.itemsize == 1
assert m.nbytes == 4
assert m.shape == (4,)
assert m.strides == (1,)
assert m.ndim == 1
assert m.suboffsets == ()
assert m.readonly
assert m.obj == b'abcd'
assert m.contiguous
assert m[1:3].tobytes() == b'bc'
assert m[::2].tolist() == [97, 99]
assert m[::-1].tobytes() == b'dcba'
assert m[::2].strides == (2,)
assert not m[::2].contiguous
assert m[::-2].tobytes("F") == b'db'
assert list(m) == [97, 98, 99, 100]
assert 98 in m
assert m.index(99) == 2
assert m.count(97) == 1
assert m.hex() == '61626364'
assert m.hex(":", 2) == '6162:6364'
assert m == b"abcd"
assert m == memoryview(bytearray(b"abcd"))
assert not (m == "abcd")
assert m != b"abc"
assert hash(m) == hash(b"abcd")
assert type(iter(m)).__name__ == 'memory_iterator'
assert m[1:1].tobytes() == b''
assert bytes(m[::2]) == b'ac'
assert bytearray(m) == bytearray(b'abcd')
assert b"x" + m == b'xabcd'
assert b"-".join([m, b"y"]) == b'abcd-y'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
m = memoryview(b"abcd")
assert error(lambda: m[4]) == 'IndexError: index out of bounds on dimension 1'
assert error(lambda: m["a"]) == 'TypeError: memoryview: invalid slice key'
assert error(lambda: m[0, 0]) == 'TypeError: cannot index 1-dimension view with 2-element tuple'
assert error(lambda: m[10**30]) == "IndexError: cannot fit 'int' into an index-sized integer"
assert error(lambda: m[::0]) == 'ValueError: slice step cannot be zero'
assert error(lambda: m.index(0)) == 'ValueError: memoryview.index(x): x not found'
assert error(lambda: m.index(97, None)) == 'TypeError: slice indices must be integers or have an __index__ method'
assert error(lambda: m.tobytes("Z")) == "ValueError: order must be 'C', 'F' or 'A'"
assert error(lambda: m < m) == "TypeError: '<' not supported between instances of 'memoryview' and 'memoryview'"
assert error(lambda: m.foo) == "AttributeError: 'memoryview' object has no attribute 'foo'"
assert error(lambda: m.__setitem__(0, 1)) == 'TypeError: cannot modify read-only memory'
assert error(lambda: m.__delitem__(0)) == 'TypeError: cannot modify read-only memory'
assert error(lambda: memoryview(1)) == "TypeError: memoryview: a bytes-like object is required, not 'int'"
assert error(lambda: memoryview("a")) == "TypeError: memoryview: a bytes-like object is required, not 'str'"
assert error(lambda: hash(memoryview(bytearray(b"a")))) == 'ValueError: cannot hash writable memoryview object'
assert error(lambda: b"".join([m[::2]])) == 'TypeError: sequence item 0: expected a bytes-like object, memoryview found'
assert error(lambda: m[::2] in b"abcd") == 'BufferError: memoryview: underlying buffer is not C-contiguous'
assert error(lambda: b"a" + m[::2]) == "TypeError: can't concat memoryview to bytes"
assert error(lambda: m[::2].cast("B")) == 'TypeError: memoryview: casts are restricted to C-contiguous views'
assert error(lambda: m.cast("B", 1)) == 'TypeError: shape must be a list or a tuple'
---
# Writing through a view.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
b = bytearray(b"abcdef")
m = memoryview(b)
m[0] = 90
assert b == bytearray(b'Zbcdef')
m[1:3] = b"YX"
assert b == bytearray(b'ZYXdef')
m[::2] = b"123"
assert b == bytearray(b'1Y2d3f')
m[-1] = True
assert b == bytearray(b'1Y2d3\x01')
m[3:5] = memoryview(b"..")
assert b == bytearray(b'1Y2..\x01')
assert error(lambda: m.__setitem__(0, 256)) == "ValueError: memoryview: invalid value for format 'B'"
assert error(lambda: m.__setitem__(0, "a")) == "TypeError: memoryview: invalid type for format 'B'"
assert error(lambda: m.__setitem__(6, 1)) == 'IndexError: index out of bounds on dimension 1'
assert error(lambda: m.__setitem__(slice(0, 2), b"a")) == 'ValueError: memoryview assignment: lvalue and rvalue have different structures'
assert error(lambda: m.__setitem__(slice(0, 2), "ab")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: m.__delitem__(0)) == 'TypeError: cannot delete memory'
assert m.toreadonly().readonly
assert error(lambda: m.toreadonly().__setitem__(0, 1)) == 'TypeError: cannot modify read-only memory'
---
# Formats.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
m = memoryview(bytearray(range(16)))
assert m.cast("b")[15] == 15
assert m.cast("c")[1] == b'\x01'
assert m.cast("?").tolist()[:2] == [False, True]
assert m.cast("h")[0] == 256
assert m.cast("H")[7] == 3854
assert m.cast("i").tolist() == [50462976, 117835012, 185207048, 252579084]
assert m.cast("I").tolist() == [50462976, 117835012, 185207048, 252579084]
assert m.cast("q").tolist() == [506097522914230528, 1084818905618843912]
assert m.cast("Q").tolist() == [506097522914230528, 1084818905618843912]
assert m.cast("@L")[0] == 506097522914230528
assert m.cast("P").itemsize == 8
assert m.cast("n").shape == (2,)
assert m.cast("d").nbytes == 16
assert m.cast("e").itemsize == 2
f = m.cast("f")
f[0] = 1.5
f[1] = 2
assert f.tolist()[:2] == [1.5, 2.0]
d = m.cast("d")
d[0] = 0.1
assert d[0] == 0.1
e = m.cast("e")
e[0] = 1.1
assert e[0] == 1.099609375
assert error(lambda: e.__setitem__(0, 1e6)) == "ValueError: memoryview: invalid value for format 'e'"
q = m.cast("q")
q[0] = -1
assert q[0] == -1
assert m.cast("Q")[0] == 18446744073709551615
assert error(lambda: q.__setitem__(0, 2**63)) == "ValueError: memoryview: invalid value for format 'q'"
assert error(lambda: q.__setitem__(0, 1.5)) == "TypeError: memoryview: invalid type for format 'q'"
assert error(lambda: m.cast("c").__setitem__(0, 1)) == "TypeError: memoryview: invalid type for format 'c'"
assert error(lambda: m.cast("c").__setitem__(0, b"ab")) == "ValueError: memoryview: invalid value for format 'c'"
assert error(lambda: m.cast("H").__setitem__(0, 70000)) == "ValueError: memoryview: invalid value for format 'H'"
assert error(lambda: m.cast("H").__setitem__(0, -1)) == "ValueError: memoryview: invalid value for format 'H'"
assert error(lambda: m.cast("f").__setitem__(0, "a")) == "TypeError: memoryview: invalid type for format 'f'"
assert error(lambda: m.cast("H").cast("I")) == 'TypeError: memoryview: cannot cast between two non-byte formats'
assert error(lambda: m.cast("<I")) == "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"
assert error(lambda: m.cast("zz")) == "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"
assert error(lambda: m.cast(1)) == "TypeError: cast() argument 'format' must be str, not int"
assert error(lambda: memoryview(b"abc").cast("I")) == 'TypeError: memoryview: length is not a multiple of itemsize'
assert memoryview(b"ab").cast("b") == memoryview(b"ab")
assert not (memoryview(b"ab").cast("c") == memoryview(b"ab"))
assert error(lambda: hash(memoryview(b"abcd").cast("I"))) == "ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'"
---
# Several dimensions.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
m = memoryview(bytearray(range(12))).cast("B", [3, 4])
assert m.tolist() == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
assert m.shape == (3, 4)
assert m.strides == (4, 1)
assert m.ndim == 2
assert m.nbytes == 12
assert len(m) == 3
assert m[1, 2] == 6
assert m[-1, -1] == 11
assert m[1:].tolist() == [[4, 5, 6, 7], [8, 9, 10, 11]]
assert m.tobytes("F") == b'\x00\x04\x08\x01\x05\t\x02\x06\n\x03\x07\x0b'
assert m.c_contiguous
assert not m.f_contiguous
m[0, 0] = 99
assert m[0, 0] == 99
assert m.cast("B").tolist()[:2] == [99, 1]
assert error(lambda: m[0]) == 'NotImplementedError: multi-dimensional sub-views are not implemented'
assert error(lambda: m[0, 4]) == 'IndexError: index out of bounds on dimension 2'
assert error(lambda: m[3, 0]) == 'IndexError: index out of bounds on dimension 1'
assert error(lambda: m[0, 0, 0]) == 'TypeError: cannot index 2-dimension view with 3-element tuple'
assert error(lambda: m[0:1, 0:1]) == 'NotImplementedError: multi-dimensional slicing is not implemented'
assert error(lambda: m.__setitem__(0, 1)) == 'NotImplementedError: sub-views are not implemented'
assert error(lambda: list(m)) == 'NotImplementedError: multi-dimensional sub-views are not implemented'
assert error(lambda: m.cast("B", [2, 6])) == 'TypeError: memoryview: cast must be 1D -> ND or ND -> 1D'
assert error(lambda: m.cast("B").cast("B", [5, 3])) == 'TypeError: memoryview: product(shape) * itemsize != buffer size'
assert error(lambda: m.cast("B").cast("B", [0, 3])) == 'ValueError: memoryview.cast(): elements of shape must be integers > 0'
assert error(lambda: m.cast("B").cast("B", ["a"])) == 'TypeError: memoryview.cast(): elements of shape must be integers'
assert memoryview(b"a").cast("B", [])[()] == 97
assert memoryview(b"a").cast("B", []).tolist() == 97
assert error(lambda: len(memoryview(b"a").cast("B", []))) == 'TypeError: 0-dim memory has no length'
assert error(lambda: memoryview(b"a").cast("B", [])[0]) == 'TypeError: invalid indexing of 0-dim memory'
assert memoryview(b"abcdefgh").cast("H", [2, 2]) == memoryview(b"abcdefgh").cast("H", [2, 2])
assert not (memoryview(b"abcd").cast("B", [2, 2]) == memoryview(b"abcd"))
---
# A released view is of no use, except that it may be released again.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
m = memoryview(b"abc")
assert m.release() is None
assert m.release() is None
assert error(lambda: m[0]) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: len(m)) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: m.tolist()) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: m.obj) == 'ValueError: operation forbidden on released memoryview object'
assert error(lambda: list(m)) == 'ValueError: operation forbidden on released memoryview object'
assert m == m
assert not (m == b"abc")
assert repr(m).startswith("<released memory at 0x")
assert error(lambda: m.__enter__()) == 'ValueError: operation forbidden on released memoryview object'
---
with memoryview(b"abc") as m:
    assert m[0] == 97
m[0]                               ### "ValueError: operation forbidden on released memoryview object"
