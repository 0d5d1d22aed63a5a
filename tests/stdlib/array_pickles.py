# array: pickles, also those of other machines; comparisons; subclasses.
import array, pickle, copy
a = array.array("i", [1, -2, 3])
for p in range(pickle.HIGHEST_PROTOCOL + 1):
    assert pickle.loads(pickle.dumps(a, p)) == a
assert a.__reduce_ex__(2) == (array.array, ("i", [1, -2, 3]), None)
assert a.__reduce_ex__(3)[1][:3] == (array.array, "i", 8)
rebuild = array._array_reconstructor
assert rebuild(array.array, "L", 7, b"\x80\0\0\0\0\0\0\1") == array.array("I", [1 << 31, 1])
assert rebuild(array.array, "d", 15, b"\x3f\x80\0\0") == array.array("d", [1.0])
assert rebuild(array.array, "w", 19, "ab\U0002030a".encode("utf-16-be")).tounicode() == "ab\U0002030a"
nan = array.array("d", [float("nan")])
assert (nan == nan, nan != nan) == (False, True)
assert array.array("h", [1, 2]) < array.array("d", [1, 2.5])
it = iter(a)
next(it)
assert list(pickle.loads(pickle.dumps(it))) == [-2, 3]
---
import array
class A(array.array):
    def __init__(self, code, more=None):
        self.more = more
x = A("b", more=1)
assert x.more == 1 and x.__reduce_ex__(4)[2] == {"more": 1}
array.array("b", x=1)  ### "TypeError: array.array\\(\\) takes no keyword arguments"
---
import array
array.array("w", b"\xff\xff\xff\xff").tounicode()  ### "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range"
---
import array
array._array_reconstructor(str, "b", 0, b"")  ### "TypeError: str is not a subtype of array.array"
---
# Streams in memory can be pickled; a stream that is its own name has no repr.
import io, pickle
s = io.StringIO("one\r\ntwo\n", newline="\r\n")
s.readline()
t = pickle.loads(pickle.dumps(s))
assert (t.getvalue(), t.tell(), t.newlines) == (s.getvalue(), s.tell(), s.newlines)
b = io.BytesIO(b"data")
b.extra = 1
assert pickle.loads(pickle.dumps(b)).extra == 1
raw = io.BytesIO()
raw.name = io.BufferedReader(raw)
try:
    repr(raw.name)
except RuntimeError:
    pass
else:
    assert False
---
# A module that is imported again leaves the old one as it was.
import sys, _struct
old = sys.modules.pop("_struct")
import _struct as new
assert new is not old
try:
    old.pack("b", 1000)
except old.error:
    pass
---
# memoryview: weak references, a hash that stays.
import weakref, struct
m = memoryview(b"abcdef")
assert weakref.ref(m)() is m
assert hash(m) == hash(b"abcdef")
m.release()
assert hash(m) == hash(b"abcdef")
assert struct.pack("P", -1) == struct.pack("P", 2 ** 64 - 1)
struct.pack("P", 2 ** 64)  ### "int too large to convert"
---
import functools
p = functools.partial(print)
p.keywords[1234] = 5
p()  ### "TypeError: keywords must be strings"
---
# functools.partial keeps what __setstate__ gave it; one that holds itself has a repr and no pickle.
import copy, functools, pickle
p = functools.partial(print, 1, end="")
p.extra = []
q = copy.copy(p)
assert q.args is p.args and q.keywords is p.keywords and q.extra is p.extra
q.__setstate__((print, (2,), {}, None))
assert q.__dict__ == {} and q.args == (2,)
q.__setstate__((print, (q,), {}, None))
assert repr(q) == f"functools.partial({print!r}, ...)"
q.__setstate__((q, (), {}, None))
try:
    pickle.dumps(q)
except RecursionError:
    pass
else:
    assert False
---
import functools
del functools.partial(print).__dict__  ### "TypeError: cannot delete __dict__"
---
UnicodeDecodeError("ascii", "a", 0, 1, "r")  ### "TypeError: a bytes-like object is required, not 'str'"
---
UnicodeEncodeError("ascii", "a", 0, 1, 5)  ### "TypeError: argument 5 must be str, not int"
