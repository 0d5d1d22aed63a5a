# The module _pickle: what its Picklers write byte for byte, and what they call.
import _pickle, pickle
assert pickle.Pickler is _pickle.Pickler and pickle.loads is _pickle.loads
assert pickle.dumps([1, 'a', b'b', 2.5, None, True]) == b'\x80\x05\x95\x1a\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01\x8c\x01a\x94C\x01b\x94G@\x04\x00\x00\x00\x00\x00\x00N\x88e.'
assert pickle.dumps({'k': (1, 2)}, 0) == b'(dp0\nVk\np1\n(I1\nI2\ntp2\ns.'
assert pickle.dumps({'k': (1, 2)}, 1) == b'}q\x00X\x01\x00\x00\x00kq\x01(K\x01K\x02tq\x02s.'
assert pickle.dumps((-1, 255, 256, 65536, 2**31, -2**31, 2**31 - 1), 2) == b'\x80\x02(J\xff\xff\xff\xffK\xffM\x00\x01J\x00\x00\x01\x00\x8a\x05\x00\x00\x00\x80\x00J\x00\x00\x00\x80J\xff\xff\xff\x7ftq\x00.'
assert pickle.dumps([list, len, dict, int], 4) == b'\x80\x04\x95A\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x08builtins\x94\x8c\x04list\x94\x93\x94\x8c\x08builtins\x94\x8c\x03len\x94\x93\x94h\x01\x8c\x04dict\x94\x93\x94h\x01\x8c\x03int\x94\x93\x94e.'
---
# Batches of a thousand: what comes after a full one.
import pickle
assert pickle.dumps({i: i for i in range(1000)})[-6:] == b'\x03u(u.'[-6:].rjust(6, b'\xe7')
assert pickle.dumps(set(range(1000)))[-4:] == b'\x90(\x90.'
assert pickle.dumps(list(range(1001)))[-7:] == b'e(M\xe8\x03e.'
for proto in range(6):
    for n in (0, 1, 2, 3, 4, 999, 1000, 1001, 2500):
        for v in (list(range(n)), tuple(range(n)), dict.fromkeys(range(n)), set(range(n)), frozenset(range(n))):
            assert pickle.loads(pickle.dumps(v, proto)) == v
---
# Instances share names; a dict of attributes that nobody took still has its number.
import pickle
class A: pass
a = A(); a.x = 'A'; a.y = '__main__'
assert pickle.dumps([a, A, 'A', '__main__']) == b'\x80\x05\x950\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94}\x94(\x8c\x01x\x94h\x02\x8c\x01y\x94h\x01ubh\x03h\x02h\x01e.'
b = pickle.loads(pickle.dumps(a))
assert vars(b) == vars(a) and type(b) is A
a.me = a
for proto in range(6):
    c = pickle.loads(pickle.dumps(a, proto))
    assert c.me is c and c.x == 'A'
---
# What reaches into itself.
import pickle
for proto in range(6):
    l = []; l.append(l)
    m = pickle.loads(pickle.dumps(l, proto)); assert m[0] is m
    d = {}; d[1] = d
    e = pickle.loads(pickle.dumps(d, proto)); assert e[1] is e
    t = ([],); t[0].append(t)
    u = pickle.loads(pickle.dumps(t, proto)); assert u[0][0] is u
    t = ([], 1, 2, 3); t[0].append(t)
    u = pickle.loads(pickle.dumps(t, proto)); assert u[0][0] is u
---
# Depth is no depth of a stack of the machine.
import pickle
l = []
for _ in range(200000):
    l = [l]
s = pickle.dumps(l)
m = pickle.loads(s)
n = 0
while m:
    m = m[0]; n += 1
assert n == 200000
while l:
    l = l[0]
---
# A Pickler's hooks: persistent_id, reducer_override, dispatch_table.
import pickle, io
class P(pickle.Pickler):
    def persistent_id(self, obj):
        return obj[1:] if isinstance(obj, str) and obj.startswith('@') else None
    def reducer_override(self, obj):
        if obj is len:
            return abs, (-7,)
        return NotImplemented
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return ('loaded', pid)
for proto in range(6):
    f = io.BytesIO()
    P(f, proto).dump(['@one', 'two', len, {'@k': 1}])
    f.seek(0)
    assert U(f).load() == [('loaded', 'one'), 'two', 7, {('loaded', 'k'): 1}]
class Q:
    pass
f = io.BytesIO()
p = pickle.Pickler(f)
p.dispatch_table = {Q: lambda q: (complex, (1, 2))}
p.dump(Q())
assert pickle.loads(f.getvalue()) == 1 + 2j
---
# A tasklet may block while something is pickled; others run.
import pickle, stackless
c = stackless.channel()
class Slow:
    def __reduce__(self):
        return Slow2, (c.receive(),)
def Slow2(x):
    return x + c.receive()
out = []
def work():
    s = pickle.dumps([Slow(), Slow()])
    out.append(len(s) > 10)
    out.append(pickle.loads(s))
t = stackless.tasklet(work)()
stackless.run()
for n in (1, 2, 10, 20):
    c.send(n)
stackless.run()
assert out == [True, [11, 22]], out
---
# Every part of what __reduce__ may return.
import pickle
class R:
    def __init__(self): self.l = []; self.d = {}; self.s = None
    def append(self, x): self.l.append(x)
    def __setitem__(self, k, v): self.d[k] = v
    def __setstate__(self, s): self.s = s
    def __reduce__(self): return R, (), self.s, iter(self.l), iter(self.d.items())
def setter(o, s): o.s = ('set', s)
class S(R):
    def __reduce__(self): return S, (), self.s, None, None, setter
for proto in range(6):
    r = R(); r.l = [1, [2]]; r.d = {'a': 1, 'b': (2,)}; r.s = 'state'
    q = pickle.loads(pickle.dumps(r, proto))
    assert (q.l, q.d, q.s) == (r.l, r.d, r.s)
    s = S(); s.s = 5
    assert pickle.loads(pickle.dumps(s, proto)).s == ('set', 5)
---
# __slots__, __getnewargs__, __getstate__ and subclasses of builtins.
import pickle
class S:
    __slots__ = ('a', 'b')
class SD:
    __slots__ = ('a', '__dict__')
class L(list): pass
class D(dict): pass
class N(int):
    def __new__(cls, x, *, y=0):
        o = int.__new__(cls, x); o.y = y; return o
    def __getnewargs_ex__(self): return (int(self),), {'y': self.y}
class G:
    def __getstate__(self): return 'g'
    def __setstate__(self, s): self.got = s
for proto in range(2, 6):
    s = S(); s.a = [1]
    t = pickle.loads(pickle.dumps(s, proto)); assert t.a == [1] and not hasattr(t, 'b')
    s = SD(); s.a = 1; s.c = 2
    t = pickle.loads(pickle.dumps(s, proto)); assert (t.a, t.c) == (1, 2)
    l = L([1, 2]); l.x = 3
    m = pickle.loads(pickle.dumps(l, proto)); assert type(m) is L and m == [1, 2] and m.x == 3
    d = D(a=1); d.x = 3
    e = pickle.loads(pickle.dumps(d, proto)); assert type(e) is D and e == {'a': 1} and e.x == 3
    n = pickle.loads(pickle.dumps(N(5, y=6), proto)); assert (n, n.y) == (5, 6)
    assert pickle.loads(pickle.dumps(G(), proto)).got == 'g'
---
# Errors say where.
import pickle
class A: pass
a = A(); a.x = [1, {'k': (lambda: 0)}]
try:
    pickle.dumps(a)
except pickle.PicklingError as e:
    assert str(e).startswith("Can't pickle local object <function <lambda> at") or str(e).startswith("Can't pickle <function <lambda> at"), e
    assert e.__notes__ == ["when serializing dict item 'k'", 'when serializing list item 1', "when serializing dict item 'x'",
        'when serializing A state', 'when serializing A object'], e.__notes__
else:
    assert 0
def g(): yield
try:
    pickle.dumps((1, g()))
except TypeError as e:
    assert str(e) == "cannot pickle 'generator' object" and e.__notes__ == ['when serializing tuple item 1']
class B:
    def __init__(self, r): self.r = r
    def __reduce_ex__(self, p): return self.r
for r, text in [((), 'tuple returned by __reduce__ must contain 2 through 6 elements'),
                (5, '__reduce__ must return a string or tuple, not int'),
                ((5, ()), 'first item of the tuple returned by __reduce__ must be callable, not int'),
                ((len, []), 'second item of the tuple returned by __reduce__ must be a tuple, not list'),
                ((len, (), None, []), 'fourth item of the tuple returned by __reduce__ must be an iterator, not list'),
                ((len, (), None, None, []), 'fifth item of the tuple returned by __reduce__ must be an iterator, not list'),
                ((len, (), 1, None, None, 3), 'sixth item of the tuple returned by __reduce__ must be callable, not int')]:
    try:
        pickle.dumps(B(r))
    except pickle.PicklingError as e:
        assert str(e) == text and e.__notes__ == ['when serializing B object'], (e, e.__notes__)
    else:
        assert 0
---
# Errors of loading.
import pickle
def bad(data, kind, text, **kw):
    try:
        pickle.loads(data, **kw)
    except kind as e:
        assert str(e) == text, (data, str(e))
    else:
        assert 0, data
U = pickle.UnpicklingError
bad(b'', EOFError, 'Ran out of input')
bad(b'K', U, 'pickle data was truncated')
bad(b'.', U, 'unpickling stack underflow')
bad(b'(.', U, 'unexpected MARK found')
bad(b'Nt.', U, 'could not find MARK')
bad(b'\xff.', U, r"invalid load key, '\xff'.")
bad(b'A.', U, "invalid load key, 'A'.")
bad(b'\x80\x06.', ValueError, 'unsupported pickle protocol: 6')
bad(b'h\x05.', U, 'Memo value not found at index 5')
bad(b'Ip\n.', ValueError, 'could not convert string to int')
bad(b'Fp\n.', ValueError, "could not convert string to float: 'p\n'")
bad(b'F1.5x\n.', ValueError, 'could not convert string to float')
bad(b'Sabc\n.', U, 'the STRING opcode argument must be quoted')
bad(b'N\x97.', U, 'pickle stream refers to out-of-band data but no *buffers* argument was given')
bad(b'\x97.', U, 'not enough out-of-band buffers', buffers=[])
bad(b'K\x01Q.', U, 'A load persistent id instruction was encountered, but no persistent_load function was specified.')
bad(b'K\x01K\x02\x93.', U, 'STACK_GLOBAL requires str')
bad(b'}(K\x01u.', U, 'odd number of items for SETITEMS')
bad(b'(K\x01d.', U, 'odd number of items for DICT')
bad(b'\x82\x00.', U, 'EXT specifies code <= 0')
bad(b'\x82\x07.', ValueError, 'unregistered extension code 7')
bad(b'K\x01)\x81.', U, 'NEWOBJ class argument must be a type, not int')
bad(b'Np-1\n.', ValueError, 'negative PUT argument')
---
# Strings of Python 2, and names that moved.
import pickle
assert pickle.loads(b"S'abc'\n.") == 'abc'
assert pickle.loads(b"U\x02\xe9\xe8.", encoding='latin-1') == 'éè'
assert pickle.loads(b"U\x02\xe9\xe8.", encoding='bytes') == b'\xe9\xe8'
try:
    pickle.loads(b"U\x02\xe9\xe8.")
except UnicodeDecodeError as e:
    assert e.encoding == 'ascii'
assert pickle.loads(b'c__builtin__\nxrange\n.') is range
assert pickle.loads(b'ccPickle\nPickler\n.') is pickle.Pickler
assert pickle.dumps(range(3), 2) == b'\x80\x02c__builtin__\nxrange\nq\x00K\x00K\x03K\x01\x87q\x01Rq\x02.'
assert pickle.dumps(range(3), 2, fix_imports=False) == b'\x80\x02cbuiltins\nrange\nq\x00K\x00K\x03K\x01\x87q\x01Rq\x02.'
---
# Buffers in band and out of band.
import pickle
data = bytearray(b'some memory')
buffers = []
s = pickle.dumps([pickle.PickleBuffer(data), 1], 5, buffer_callback=buffers.append)
assert b'some memory' not in s and len(buffers) == 1
assert pickle.loads(s, buffers=[data])[0] is data
assert pickle.loads(s, buffers=buffers)[0] is buffers[0]
s = pickle.dumps(pickle.PickleBuffer(data), 5)
assert pickle.loads(s) == data and type(pickle.loads(s)) is bytearray
s = pickle.dumps(pickle.PickleBuffer(b'frozen'), 5)
assert type(pickle.loads(s)) is bytes
b = pickle.PickleBuffer(data)
assert bytes(b.raw()) == bytes(data) and memoryview(b).obj is data
b.release()
try:
    b.raw()
except ValueError as e:
    assert str(e) == 'operation forbidden on released PickleBuffer object'
---
# Files: what was read beyond a pickle stays; long texts go to the file by themselves.
import pickle, io
f = io.BytesIO()
p = pickle.Pickler(f)
x = ['shared']
p.dump(x); p.dump(x); p.clear_memo(); p.dump(x)
f.seek(0)
u = pickle.Unpickler(f)
a, b, c = u.load(), u.load(), u.load()
assert a == b == c == ['shared'] and a is b and c is not a
try:
    u.load()
except EOFError as e:
    assert str(e) == 'Ran out of input'
class W:
    def __init__(self): self.parts = []
    def write(self, b): self.parts.append(len(b)); return len(b)
w = W()
pickle.dump([b'x' * 100000, 'y' * 70000, 'z'], w)
assert w.parts == [10, 100000, 6, 70000, 16], w.parts
s = pickle.dumps([b'x' * 100000, 'y' * 70000, 'z'])
assert pickle.loads(s) == [b'x' * 100000, 'y' * 70000, 'z']
buffered = io.BufferedReader(io.BytesIO(s + b'rest'))
assert pickle.load(buffered)[2] == 'z' and buffered.read() == b'rest'
---
# Nested names, extension codes, and the same Pickler in use.
import pickle, copyreg, io
class Out:
    class In:
        def m(self): pass
for proto in range(6):
    assert pickle.loads(pickle.dumps(Out.In, proto)) is Out.In
    assert pickle.loads(pickle.dumps(Out.In.m, proto)) is Out.In.m
copyreg.add_extension('__main__', 'Out', 300)
try:
    assert pickle.dumps(Out, 2) == b'\x80\x02\x83,\x01.'
    assert pickle.loads(b'\x83,\x01.') is Out
finally:
    copyreg.remove_extension('__main__', 'Out', 300)
class Again:
    def __reduce__(self):
        p.dump(1)
p = pickle.Pickler(io.BytesIO())
try:
    p.dump(Again())
except RuntimeError as e:
    assert str(e) == 'Pickler object is already used'
p.dump(5)
