# Subclasses, errors below, dropped files, cookies, state.
import builtins
def print(*a, **k): builtins.print(*a, **k) if k else builtins.print(ascii(a)[1:-1])
import io, os
P='/tmp/slp-t1.dat'
def e(f, *a):
    try: r=f(*a); print(repr(r))
    except BaseException as x: print(type(x).__name__, x)
class T(io.TextIOWrapper):
    def readline(self, n=-1): return 'L:'+super().readline(n) if self.n>0 and not setattr(self,'n',self.n-1) else ''
    def __init__(self, *a, **k): super().__init__(*a, **k); self.n=3
t=T(io.BytesIO(b'a\nb\nc\nd\n')); print(list(t))
class B(io.BytesIO):
    def read1(self, n=-1): return super().read1(2)
    def write(self, b): print('W', bytes(b)); return super().write(b)
t=io.TextIOWrapper(B('héllo\nwörld\n'.encode()), encoding='utf-8'); print(t.readline(), t.tell(), t.read(3), t.tell()); p=t.tell(); a=t.read(); t.seek(p); print(a==t.read(), repr(a)); t.seek(0,2); t.write('xx\n'); t.flush()
class F(io.FileIO):
    def read(self, n=-1): print('read', n); return super().read(n)
    def close(self): print('close'); super().close()
with open(P,'wb') as f: f.write(b'hello\nworld\n'*3)
with F(P) as f: print(f.read(3), f.readline(), repr(f))
b=io.BufferedReader(F(P)); print(b.read(2), b.readline(), b); b.close()
e(b.read)
class BR(io.BufferedReader): pass
with BR(io.FileIO(P)) as b: print(b.readline(), next(b), list(b)); print(b)
# error in write
class Bad(io.RawIOBase):
    def writable(self): return True
    def write(self, b): raise OSError(5, 'bad')
b=io.BufferedWriter(Bad()); b.write(b'x'); e(b.flush); e(b.close); print(b.closed)
class NB(io.RawIOBase):
    def readable(self): return True
    def readinto(self,b): return None
b=io.BufferedReader(NB()); e(b.read); e(b.read,5); e(b.readline); e(b.read1); e(b.peek); e(b.readinto, bytearray(4))
class Big(io.RawIOBase):
    def readable(self): return True
    def readinto(self,b): return len(b)+1
e(io.BufferedReader(Big()).read, 3); e(Big().read, 3)
# iteration and writelines
with open(P,'w') as f: f.writelines(x for x in ['a\n','b\n']); e(f.writelines,[1]); e(f.writelines,5)
print(open(P).read())
with open(P) as f:
    for i,l in enumerate(f): print(i,l, end='')
    print(f.read()=='' , f.tell())
with open(P) as f: print(f.readlines(1), f.readlines(), f.readlines())
with open(P,'rb') as f: print(f.readlines(3), f.readlines())
# dropping
open(P,'w').write('dropped'); print(open(P).read())
def keep():
    f=open(P,'w'); f.write('kept'); return f
g=keep(); print(os.path.getsize(P)); g.close(); print(os.path.getsize(P))
# closefd
fd=os.open(P, os.O_RDONLY); f=open(fd, closefd=False); f.read(); f.close(); print(os.read(fd,1)); os.lseek(fd,0,0); f=open(fd,'rb'); print(f.name==fd, f.read()); f.close(); e(os.close, fd)
# print
s=io.StringIO(); print('a',1,None, sep='-', end='!', file=s, flush=True); print(s.getvalue())
class PW:
    def write(self, x): print('PW', repr(x))
print('q', file=PW())
e(lambda: print('x', file=5)); e(lambda: print('x', sep=5))
import contextlib
with contextlib.redirect_stdout(s): print('redirected')
print(s.getvalue())
w=io.TextIOWrapper(io.BytesIO(), newline='\r\n', encoding='utf-8', write_through=True); print('a\nb', file=w); print(w.buffer.getvalue())
r,wfd=os.pipe(); os.write(wfd,b'pipe data\nmore'); os.close(wfd); f=open(r); print(f.seekable(), f.readline(), f.read()); e(f.tell); e(f.seek,0); f.close()
e(io.open_code, P); print(io.open_code(P).read()); print(io.text_encoding(None), io.text_encoding('x'))
with open(P,'w') as f: f.write('ab\ncd\nef')
with open(P) as f:
    f.readline(); f.seek(f.tell()); print(f.read())
with open(P,'r+') as f:
    f.readline(); f.seek(0,1); f.write('XY'); f.seek(0); print(f.read())
with open(P,'wb') as f: f.write('a\r\nb€\r\nc'.encode())
with open(P) as f:
    c=[]
    while True:
        c.append(f.tell()); x=f.read(1)
        if not x: break
    print(c)
    for p in c: f.seek(p); print(repr(f.read()), end=' ')
with open(P, encoding='utf-8', newline='') as f:
    c=[]
    while True:
        c.append(f.tell()); x=f.read(1)
        if not x: break
    print(c)
    for p in c: f.seek(p); print(repr(f.read()), end=' ')
print()
x=io.BytesIO(b'abc'); x.read(1); x.foo=5
st=x.__getstate__(); print(st); y=io.BytesIO(); y.__setstate__(st); print(y.read(), y.foo)
s=io.StringIO('abc\nd'); s.read(2); print(s.__getstate__()); z=io.StringIO(); z.__setstate__(s.__getstate__()); print(z.read())
print([k for k in ('__enter__','__exit__','__iter__','__next__','__del__','fileno','isatty','readlines','writelines') if not hasattr(io.IOBase,k)])
for cls in (io.FileIO, io.BytesIO, io.BufferedReader, io.TextIOWrapper, io.StringIO): 
    e(lambda: cls.__new__(cls).read())
f=open(P); f2=f
e(lambda: f.foo); f.foo=1; print(f.foo, f.__dict__)
#: ['L:a\n', 'L:b\n', 'L:c\n'],
#: 'h\xe9llo\n', 7, 'w\xf6r', 11
#: True, "'ld\\n'"
#: 'W', b'xx\n'
#: 'read', 3
#: 'read', 1
#: 'read', 1
#: 'read', 1
#: b'hel', b'lo\n', "<F name='/tmp/slp-t1.dat' mode='rb' closefd=True>"
#: 'close',
#: b'he', b'llo\n', <_io.BufferedReader name='/tmp/slp-t1.dat'>
#: 'close',
#: 'ValueError', ValueError('read of closed file')
#: b'hello\n', b'world\n', [b'hello\n', b'world\n', b'hello\n', b'world\n']
#: <BR name='/tmp/slp-t1.dat'>,
#: 'OSError', OSError(5, 'bad')
#: 'OSError', OSError(5, 'bad')
#: True,
#: 'None',
#: 'None',
#: "b''",
#: "b''",
#: "b''",
#: 'None',
#: 'OSError', OSError('raw readinto() returned invalid length 131073 (should have been between 0 and 131072)')
#: 'ValueError', ValueError('readinto returned 4 outside buffer size 3')
#: 'TypeError', TypeError('write() argument must be str, not int')
#: 'TypeError', TypeError("'int' object is not iterable")
#: 'a\nb\n',
#: 0 a
#: 1 b
#: True, 4
#: ['a\n'], ['b\n'], []
#: [b'a\n', b'b\n'], []
#: 'dropped',
#: 0,
#: 4,
#: b'',
#: True, b'kept'
#: 'OSError', OSError(9, 'Bad file descriptor')
#: 'a-1-None!',
#: 'PW', "'q'"
#: 'PW', "'\\n'"
#: 'AttributeError', AttributeError("'int' object has no attribute 'write'")
#: 'TypeError', TypeError('sep must be None or a string, not int')
#: "a-1-None!'redirected',\n",
#: b'a\r\nb\r\n',
#: False, 'pipe data\n', 'more'
#: 'UnsupportedOperation', UnsupportedOperation('underlying stream is not seekable')
#: 'UnsupportedOperation', UnsupportedOperation('underlying stream is not seekable')
#: "<_io.BufferedReader name='/tmp/slp-t1.dat'>",
#: b'kept',
#: 'locale', 'x'
#: 'cd\nef',
#: 'ab\nXY\nef',
#: [0, 1, 3, 4, 7, 9, 10],
#: 'a\nb€\nc' '\nb€\nc' 'b€\nc' '€\nc' '\nc' 'c' '' [0, 1, 340282367000166625996085689099021713410, 3, 4, 7, 340282367000166625996085689099021713416, 9, 10],
#: 'a\r\nb€\r\nc' '\r\nb€\r\nc' '\nb€\r\nc' 'b€\r\nc' '€\r\nc' '\r\nc' '\nc' 'c' '' 
#: (b'abc', 1, {'foo': 5}),
#: b'bc', 5
#: ('abc\nd', '\n', 2, None),
#: 'c\nd',
#: [],
#: 'ValueError', ValueError('I/O operation on closed file')
#: "b''",
#: 'ValueError', ValueError('I/O operation on uninitialized object')
#: 'ValueError', ValueError('I/O operation on uninitialized object')
#: 'ValueError', ValueError('I/O operation on uninitialized object')
#: 'AttributeError', AttributeError("'_io.TextIOWrapper' object has no attribute 'foo'")
#: 1, {'mode': 'r', 'foo': 1}
