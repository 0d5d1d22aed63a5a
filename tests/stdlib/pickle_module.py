# pickle: every protocol, classes, references, errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import pickle, pickletools
data = [None, True, 5, -7, 2 ** 70, 1.5, float("inf"), "text é", b"bytes", bytearray(b"ba"), (1,), (), [1, [2]], {"a": {1: 2}}, {1, 2}, frozenset([3]), 1 + 2j, range(3), slice(1, 2), ..., NotImplemented, int, len, ValueError]
for p in range(pickle.HIGHEST_PROTOCOL + 1):
    assert pickle.loads(pickle.dumps(data, p)) == data, p
import __main__
class P:
    cls_attr = 1
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is P and o.x == self.x
__main__.P = P
o = P([1])
for p in range(6): assert pickle.loads(pickle.dumps(o, p)) == o
q = pickle.loads(pickle.dumps([o, o]))
assert q[0] is q[1]
l = []; l.append(l)
m = pickle.loads(pickle.dumps(l))
assert m[0] is m
d = {}; d["self"] = d
assert repr(pickle.loads(pickle.dumps(d))["self"].keys()) == "dict_keys(['self'])"
e = pickle.loads(pickle.dumps(ValueError("a", 1)))
assert e.args == ('a', 1)
assert repr(pickle.loads(pickle.dumps(KeyError("k")))) == "KeyError('k')"
import datetime, decimal, fractions, collections, enum
for v in (datetime.date(2024, 1, 2), datetime.timedelta(1), decimal.Decimal("1.5"), fractions.Fraction(1, 3), collections.deque([1], 5), collections.OrderedDict(a=1), collections.Counter("ab"), datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)):
    assert pickle.loads(pickle.dumps(v)) == v
class C(enum.Enum): A = 1
__main__.C = C
assert pickle.loads(pickle.dumps(C.A)) is C.A
class G:
    def __getstate__(self): return {"s": 1}
    def __setstate__(self, s): self.restored = s
__main__.G = G
assert pickle.loads(pickle.dumps(G())).restored == {'s': 1}
class New:
    def __new__(cls, a): o = object.__new__(cls); o.a = a; return o
    def __getnewargs__(self): return (self.a,)
__main__.New = New
assert pickle.loads(pickle.dumps(New(5))).a == 5
class Red:
    def __reduce__(self): return (P, (7,), {"x": 8, "y": 9})
__main__.Red = Red
assert vars(pickle.loads(pickle.dumps(Red()))) == {'x': 8, 'y': 9}
import io
f = io.BytesIO(); pk = pickle.Pickler(f); pk.dump(1); pk.dump("two"); f.seek(0)
u = pickle.Unpickler(f)
assert u.load() == 1
assert u.load() == 'two'
assert error(lambda: u.load()) == 'EOFError: Ran out of input'
assert pickle.dumps(5, 0) == b'I5\n.'
assert pickle.dumps("a", 2) == b'\x80\x02X\x01\x00\x00\x00aq\x00.'
assert pickle.dumps([1], 4)[:2] == b'\x80\x04'
class PI(pickle.Pickler):
    def persistent_id(self, o): return "id" if isinstance(o, P) else None
class PU(pickle.Unpickler):
    def persistent_load(self, i): return "loaded " + i
f = io.BytesIO(); PI(f).dump([o]); f.seek(0)
assert PU(f).load() == ['loaded id']
assert error(lambda: pickle.loads(b"junk")) == 'UnpicklingError: pickle data was truncated'
assert error(lambda: pickle.loads(b"")) == 'EOFError: Ran out of input'
assert error(lambda: pickle.loads(pickle.dumps([1])[:-1])) == 'UnpicklingError: pickle data was truncated'
assert error(lambda: pickle.dumps([], 99)) == 'ValueError: pickle protocol must be <= 5'
try: pickle.dumps(lambda: 0)
except (pickle.PicklingError, AttributeError): ok = True
assert ok is True
assert error(lambda: pickle.dumps(i for i in "a")) == "TypeError: cannot pickle 'generator' object"
import shelve, tempfile, os
