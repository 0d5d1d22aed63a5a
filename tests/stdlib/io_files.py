# Streams on files, in memory, and over raw streams written in Python.
import builtins
def print(*a, **k): builtins.print(*a, **k) if k else builtins.print(ascii(a)[1:-1])
import io, os
P='/tmp/slp-t1.dat'
def e(f, *a):
    try: r=f(*a); print(repr(r))
    except BaseException as x: print(type(x).__name__, x)
# modes
for m in ['', 'q', 'rr', 'rw', 'r+b', 'w+', 'x', 'a', 'rt', 'rbt', 'b', 't', '+', 'U', 'wb+', 'ab']:
    def f():
        if m=='x' and os.path.exists(P): os.unlink(P)
        with open(P, m) as g: return (type(g).__name__, g.mode, getattr(g,'encoding',None) is not None, g.readable(), g.writable(), g.seekable())
    e(f)
e(lambda: open(P,'rb',errors='u')); e(lambda: open(P,'rb',newline='')); e(lambda: open(P,newline='x')); e(lambda: open(P,encoding='bogus')); e(lambda: open(P,encoding='rot13')); e(lambda: open(P, encoding=5))
e(lambda: open(1.5)); e(lambda: open(None)); e(lambda: open(-1)); e(lambda: open(P, closefd=False)); e(lambda: open('/')); e(lambda: open('/nonexistent/x','w')); e(lambda:open('')); e(lambda: open('a\0b')); e(lambda: open(99))
e(lambda: open(P, mode=5)); e(lambda: open(P,'r',opener=5)); e(lambda: open(P,'r',opener=lambda p,f: -1)); e(lambda: open(P,'r',opener=lambda p,f: 'x')); e(lambda: open(P,'r',opener=lambda p,f: os.open(p,f)).read())
# text write/read
with open(P,'w',newline='') as f:
    print(f.write('héllo\r\nwörld\nx\ry'), f.tell(), f.newlines, f.line_buffering, f.write_through, f.errors)
    e(f.read); e(f.seek, 3, 1); e(f.seek, 3, 5); e(f.seek,-1); e(f.truncate, 4); e(f.truncate,100)
    f.truncate(19)
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(P, newline=nl, encoding='utf-8') as f:
        print(nl, f.readlines(), f.newlines)
    with open(P, newline=nl, encoding='utf-8') as f:
        print(f.read(3), f.readline(), f.read(2), f.tell(), f.readline(2), f.read())
with open(P, encoding='ascii') as f: e(f.read)
with open(P, encoding='ascii', errors='replace') as f: e(f.read)
with open(P, encoding='ascii', errors='surrogateescape') as f: e(f.read)
with open(P, encoding='ascii', errors='backslashreplace') as f: e(f.readline)
with open(P, encoding='ascii', errors='ignore') as f: e(f.readline)
with open(P, encoding='latin-1') as f: e(f.read)
with open(P) as f:
    e(f.write,'x'); e(f.writelines,['x']); e(f.truncate)
    e(f.read)
e(f.close)
with open(P) as f:
    it=iter(f); next(it); e(f.tell); list(it); e(f.tell)
    f.seek(0); print(f.readline(), f.tell()); p=f.tell(); r=f.read(); f.seek(p); print(r==f.read())
e(f.read); e(f.readline); e(lambda: list(f)); e(f.fileno); e(f.seek,0); e(f.tell); e(f.flush); e(f.isatty); e(f.__enter__); print(f.closed, repr(f.name))
# binary
with open(P,'wb+') as f:
    print(f.write(b'abc\ndef\n'), f.tell(), f.seek(2), f.read(2), f.write(b'ZZ'), f.seek(0), f.read())
    print(f.seek(-3,2), f.readline(), f.peek(), f.truncate(4), f.seek(0), f.readlines(), f.raw, f.mode, repr(f))
    e(f.read,-2); e(f.seek, 0, 9); e(f.write,'x'); e(f.read,'x'); e(f.readinto, b'x')
    b=bytearray(3); f.seek(0); print(f.readinto(b), b, f.readinto1(memoryview(b)[:1]), b)
e(f.read); e(f.write,b''); e(f.seek,0); e(f.peek); e(f.readline); e(f.flush); e(f.tell); e(f.truncate); e(f.readinto, bytearray(1)); e(lambda: f.raw.read()); e(f.fileno)
with open(P,'rb') as f:
    e(f.write, b'x'); print(f.read1(2), f.peek(1), f.read1(), f.read1(), f.read())
    e(f.truncate)
with open(P,'wb') as f: e(f.read); e(f.readline); e(lambda: next(f)); e(f.readinto, bytearray(1)); e(f.readlines); e(f.peek) if hasattr(f,'peek') else print('no peek')
with open(P,'rb',0) as f: print(f, f.read(2), f.readall(), f.read(), f.readline(), f.seek(0), f.readline(), f.name, f.closefd); e(f.write,b'x'); e(f.read,'x')
print(f); e(f.read); e(f.mode.__class__)
with open(P,'w') as f: f.write('x'*10000); f.write('y'); print(os.path.getsize(P), f.buffer.tell(), f.tell())
with open(P,'w', buffering=1) as f: f.write('a\nb'); print(os.path.getsize(P)); f.write('c\r'); print(os.path.getsize(P))
with open(P,'a+') as f: print(f.tell(), f.write('zz'), f.seek(0), f.read())
with open(P,'r+') as f: print(f.read(1), f.write('Q'), f.seek(0), f.read())
with open(P,'r+b') as f: print(f.read(1), f.write(b'Q'), f.seek(0), f.read(), f.tell())
# RawIOBase in Python
class R(io.RawIOBase):
    def __init__(self, d): self.d=d; self.p=0
    def readable(self): return True
    def readinto(self, b):
        n=min(len(b),5,len(self.d)-self.p); b[:n]=self.d[self.p:self.p+n]; self.p+=n; return n
r=io.BufferedReader(R(b'line one\nline two\nrest'))
print(r.readline(), r.peek(1), r.read(4), r.read1(3), r.read(), r.read()); print(r, r.raw.closed); e(r.seek,0); e(r.tell); r.close(); print(r.closed, r.raw.closed); e(r.read)
t=io.TextIOWrapper(io.BufferedReader(R('héé\nßß\nx'.encode())), encoding='utf-8')
print(list(t)); 
t=io.TextIOWrapper(R('héé\nßß\nx'.encode()), encoding='utf-8'); e(t.read)
t=io.TextIOWrapper(io.BufferedReader(R('héé\nßß\nx'.encode('utf-16'))), encoding='utf-16'); print(t.read(2), t.readline(), t.readline(1), t.read())
print(R(b'abc').read(), R(b'abcdefgh').read(2), R(b'abcdefgh').readall(), R(b'a\nbc\n').readlines(), R(b'x').readline())
class W(io.RawIOBase):
    def __init__(self): self.o=[]
    def writable(self): return True
    def write(self,b): b=bytes(b); self.o.append(b[:4]); return len(b[:4])
w=W(); b=io.BufferedWriter(w, 8); print(b.write(b'123'), w.o, b.write(b'4567890'), w.o, b.flush(), w.o); b.write(b'x'); b.close(); print(w.o, w.closed)
t=io.TextIOWrapper(io.BufferedWriter(W()), encoding='utf-16'); t.write('hé'); t.flush(); print(t.buffer.raw.o)
e(io.BufferedReader, W()); e(io.BufferedWriter, R(b'')); e(io.BufferedRandom, R(b'')); e(io.BufferedReader, R(b''), 0); e(io.BufferedReader, 5)
p=io.BufferedRWPair(R(b'abc'), W()); print(p.read(2), p.write(b'xx'), p.readable(), p.writable(), p.closed, p.isatty()); p.close(); print(p.closed)
e(io.IOBase().read) if hasattr(io.IOBase(),'read') else print('no read'); e(io.IOBase().seek,0); e(io.IOBase().fileno); e(io.IOBase().readline); e(io.RawIOBase().read); e(io.BufferedIOBase().read); e(io.TextIOBase().read); e(io.TextIOBase().write,'x'); print(io.TextIOBase().encoding)
x=io.IOBase(); x.close(); e(x.flush); e(x.__enter__); e(lambda: iter(x)); print(x.closed); x.foo=1; print(x.foo)
print(isinstance(open(P), io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(io.StringIO(), io.IOBase), io.TextIOWrapper.__mro__)
d=io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb\rc')), d.newlines, d.getstate(), repr(d.decode('', True))); d.reset(); print(d.newlines)
t=io.TextIOWrapper(io.BytesIO('é€x\r\ny'.encode()), encoding='utf-8'); print(t.read(1), t.tell(), t.read(1), t.tell(), t.read(2), t.tell(), t.seek(5), t.read(), t.seek(0,2), t.seek(0,0), t.seek(0,1)); print(t.newlines)
t.reconfigure(line_buffering=True); print(t.line_buffering); e(lambda: t.reconfigure(encoding='ascii')); b=t.detach(); e(t.read); e(lambda: t.buffer); print(b.getvalue()); print(repr(t) if 0 else '')
t=io.TextIOWrapper(io.BytesIO(), encoding='cp1252', errors='xmlcharrefreplace'); t.write('é€\u0416'); t.flush(); print(t.buffer.getvalue(), t.encoding, t.errors)
t=io.TextIOWrapper(io.BytesIO(), encoding='ascii'); e(t.write,'é'); e(t.write, b'x'); e(t.write, 5)
t=io.TextIOWrapper(io.BytesIO(), encoding='utf-8-sig'); t.write('hé'); t.write('x'); t.flush(); print(t.buffer.getvalue()); t.seek(0); print(repr(t.read()))
s=io.StringIO('héllo\nwörld'); print(s.read(2), s.tell(), s.readline(), s.seek(2), s.write('€€€'), s.getvalue(), s.truncate(3), s.getvalue(), s.seek(10), s.write('!'), repr(s.getvalue()))
for nl in (None,'','\n','\r','\r\n'):
    s=io.StringIO('a\r\nb\nc\rd', newline=nl); print(nl, s.readlines(), repr(s.getvalue()), s.newlines); s.write('\n'); print(repr(s.getvalue()))
e(s.seek,1,1); e(s.seek,0,3); e(s.seek,-1); e(s.truncate,-1); e(io.StringIO, 5); e(lambda: io.StringIO('x',newline='z'))
b=io.BytesIO(b'abc'); print(b.seek(5), b.write(b'x'), b.getvalue(), b.read(), b.seek(0), b.readline(2), b.getbuffer().nbytes); e(b.seek,-1); e(b.seek,0,5); m=b.getbuffer(); e(b.write, b'x'*100); e(b.truncate,0); e(b.close); m.release(); b.close(); e(b.read); e(b.getvalue)
#: 'ValueError', ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
#: 'ValueError', ValueError("invalid mode: 'q'")
#: 'ValueError', ValueError("invalid mode: 'rr'")
#: 'ValueError', ValueError('must have exactly one of create/read/write/append mode')
#: 'FileNotFoundError', FileNotFoundError(2, 'No such file or directory')
#: "('TextIOWrapper', 'w+', True, True, True, True)",
#: "('TextIOWrapper', 'x', True, False, True, True)",
#: "('TextIOWrapper', 'a', True, False, True, True)",
#: "('TextIOWrapper', 'rt', True, True, False, True)",
#: 'ValueError', ValueError("can't have text and binary mode at once")
#: 'ValueError', ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
#: 'ValueError', ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
#: 'ValueError', ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
#: 'ValueError', ValueError("invalid mode: 'U'")
#: "('BufferedRandom', 'rb+', False, True, True, True)",
#: "('BufferedWriter', 'ab', False, False, True, True)",
#: 'ValueError', ValueError("binary mode doesn't take an errors argument")
#: 'ValueError', ValueError("binary mode doesn't take a newline argument")
#: 'ValueError', ValueError('illegal newline value: x')
#: 'LookupError', LookupError('unknown encoding: bogus')
#: 'LookupError', LookupError("'rot13' is not a text encoding")
#: 'TypeError', TypeError("open() argument 'encoding' must be str or None, not int")
#: 'TypeError', TypeError('expected str, bytes or os.PathLike object, not float')
#: 'TypeError', TypeError('expected str, bytes or os.PathLike object, not NoneType')
#: 'ValueError', ValueError('negative file descriptor')
#: 'ValueError', ValueError('Cannot use closefd=False with file name')
#: 'IsADirectoryError', IsADirectoryError(21, 'Is a directory')
#: 'FileNotFoundError', FileNotFoundError(2, 'No such file or directory')
#: 'FileNotFoundError', FileNotFoundError(2, 'No such file or directory')
#: 'ValueError', ValueError('embedded null byte')
#: 'OSError', OSError(9, 'Bad file descriptor')
#: 'TypeError', TypeError("open() argument 'mode' must be str, not int")
#: 'TypeError', TypeError("'int' object is not callable")
#: 'ValueError', ValueError('opener returned -1')
#: 'TypeError', TypeError('expected integer from opener')
#: "''",
#: 16, 18, None, False, False, 'strict'
#: 'UnsupportedOperation', UnsupportedOperation('not readable')
#: 'UnsupportedOperation', UnsupportedOperation("can't do nonzero cur-relative seeks")
#: 'ValueError', ValueError('invalid whence (5, should be 0, 1 or 2)')
#: 'ValueError', ValueError('negative seek position -1')
#: '4',
#: '100',
#: None, ['h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'], None
#: 'h\xe9l', '\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', '', 19, '', ''
#: '', ['h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'], None
#: 'h\xe9l', '\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', '', 19, '', ''
#: '\n', ['h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'], None
#: 'h\xe9l', '\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', '', 19, '', ''
#: '\r', ['h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'], None
#: 'h\xe9l', '\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', '', 19, '', ''
#: '\r\n', ['h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'], None
#: 'h\xe9l', '\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', '', 19, '', ''
#: 'UnicodeDecodeError', UnicodeDecodeError('ascii', b'h\xc3\xa9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', 1, 2, 'ordinal not in range(128)')
#: "'h\ufffd\ufffdl\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: "'h\\udcc3\\udca9l\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: "'h\\\\xc3\\\\xa9l\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: "'hl\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: "'h\xc3\xa9l\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: 'UnsupportedOperation', UnsupportedOperation('not writable')
#: 'UnsupportedOperation', UnsupportedOperation('not writable')
#: 'UnsupportedOperation', UnsupportedOperation('truncate')
#: "'h\xe9l\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'",
#: 'None',
#: 'OSError', OSError('telling position disabled by next() call')
#: '19',
#: 'h\xe9l\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', 19
#: True,
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: True, "'/tmp/slp-t1.dat'"
#: 8, 8, 2, b'c\n', 2, 0, b'abc\nZZf\n'
#: 5, b'Zf\n', b'', 4, 0, [b'abc\n'], <_io.FileIO name='/tmp/slp-t1.dat' mode='rb+' closefd=True>, 'rb+', "<_io.BufferedRandom name='/tmp/slp-t1.dat'>"
#: 'ValueError', ValueError('read length must be non-negative or -1')
#: 'ValueError', ValueError('whence value 9 unsupported')
#: 'TypeError', TypeError("a bytes-like object is required, not 'str'")
#: 'TypeError', TypeError("argument should be integer or None, not 'str'")
#: 'TypeError', TypeError('readinto() argument must be read-write bytes-like object, not bytes')
#: 3, bytearray(b'\nbc'), 1, bytearray(b'\nbc')
#: 'ValueError', ValueError('read of closed file')
#: 'ValueError', ValueError('write to closed file')
#: 'ValueError', ValueError('seek of closed file')
#: 'ValueError', ValueError('peek of closed file')
#: 'ValueError', ValueError('readline of closed file')
#: 'ValueError', ValueError('flush of closed file')
#: 'ValueError', ValueError('I/O operation on closed file')
#: 'ValueError', ValueError('truncate of closed file')
#: 'ValueError', ValueError('readinto of closed file')
#: 'ValueError', ValueError('I/O operation on closed file')
#: 'ValueError', ValueError('I/O operation on closed file')
#: 'UnsupportedOperation', UnsupportedOperation('write')
#: b'ab', b'c\n', b'c\n', b'', b''
#: 'UnsupportedOperation', UnsupportedOperation('truncate')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'no peek',
#: <_io.FileIO name='/tmp/slp-t1.dat' mode='rb' closefd=True>, b'', b'', b'', b'', 0, b'', '/tmp/slp-t1.dat', True
#: 'UnsupportedOperation', UnsupportedOperation('File not open for writing')
#: 'TypeError', TypeError("argument should be integer or None, not 'str'")
#: <_io.FileIO [closed]>,
#: 'ValueError', ValueError('I/O operation on closed file')
#: "''",
#: 0, 10000, 10001
#: 3,
#: 5,
#: 5, 2, 0, 'a\nbc\nzz'
#: 'a', 1, 0, 'a\nbc\nzzQ'
#: b'a', 1, 0, b'aQbc\rzzQ', 8
#: b'line one\n', b'l', b'line', b' t', b'wo\nrest', b''
#: <_io.BufferedReader>, False
#: 'UnsupportedOperation', UnsupportedOperation('File or stream is not seekable.')
#: 'UnsupportedOperation', UnsupportedOperation('seek')
#: True, True
#: 'ValueError', ValueError('read of closed file')
#: ['h\xe9\xe9\n', '\xdf\xdf\n', 'x'],
#: "'h\xe9\xe9\\n\xdf\xdf\\nx'",
#: 'h\xe9', '\xe9\n', '\xdf', '\xdf\nx'
#: b'abc', b'ab', b'abcdefgh', [b'a\n', b'bc\n'], b'x'
#: 3, [b'123', b'4567', b'890'], 7, [b'123', b'4567', b'890'], None, [b'123', b'4567', b'890']
#: [b'123', b'4567', b'890', b'x'], True
#: [b'h\x00\xe9\x00'],
#: 'UnsupportedOperation', UnsupportedOperation('File or stream is not readable.')
#: 'UnsupportedOperation', UnsupportedOperation('File or stream is not writable.')
#: 'UnsupportedOperation', UnsupportedOperation('File or stream is not seekable.')
#: 'ValueError', ValueError('buffer size must be strictly positive')
#: 'AttributeError', AttributeError("'int' object has no attribute 'readable'")
#: b'ab', 2, True, True, False, False
#: True,
#: 'no read',
#: 'UnsupportedOperation', UnsupportedOperation('seek')
#: 'UnsupportedOperation', UnsupportedOperation('fileno')
#: 'AttributeError', AttributeError("'IOBase' object has no attribute 'read'")
#: 'NotImplementedError', NotImplementedError()
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('read')
#: 'UnsupportedOperation', UnsupportedOperation('write')
#: None,
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: True,
#: 1,
#: True, True, True, (<class '_io.TextIOWrapper'>, <class '_io._TextIOBase'>, <class '_io._IOBase'>, <class 'object'>)
#: "'a'", "'\\nb\\nc'", ('\r', '\r\n'), (b'', 0), "''"
#: None,
#: '\xe9', 2, '\u20ac', 5, 'x\n', 8, 5, 'x\ny', 9, 0, 0
#: None,
#: True,
#: 'None',
#: 'ValueError', ValueError('underlying buffer has been detached')
#: 'None',
#: b'\xc3\xa9\xe2\x82\xacx\r\ny',
#: '',
#: b'\xe9\x80&#1046;', 'cp1252', 'xmlcharrefreplace'
#: 'UnicodeEncodeError', UnicodeEncodeError('ascii', '\xe9', 0, 1, 'ordinal not in range(128)')
#: 'TypeError', TypeError('write() argument must be str, not bytes')
#: 'TypeError', TypeError('write() argument must be str, not int')
#: b'\xef\xbb\xbfh\xc3\xa9x',
#: "'h\xe9x'",
#: 'h\xe9', 2, 'llo\n', 2, 3, 'h\xe9\u20ac\u20ac\u20ac\nw\xf6rld', 3, 'h\xe9\u20ac', 10, 1, "'h\xe9\u20ac\\x00\\x00\\x00\\x00\\x00\\x00\\x00!'"
#: None, ['a\n', 'b\n', 'c\n', 'd'], "'a\\nb\\nc\\nd'", ('\r', '\n', '\r\n')
#: "'a\\nb\\nc\\nd\\n'",
#: '', ['a\r\n', 'b\n', 'c\r', 'd'], "'a\\r\\nb\\nc\\rd'", ('\r', '\n', '\r\n')
#: "'a\\r\\nb\\nc\\rd\\n'",
#: '\n', ['a\r\n', 'b\n', 'c\rd'], "'a\\r\\nb\\nc\\rd'", None
#: "'a\\r\\nb\\nc\\rd\\n'",
#: '\r', ['a\r', '\r', 'b\r', 'c\r', 'd'], "'a\\r\\rb\\rc\\rd'", None
#: "'a\\r\\rb\\rc\\rd\\r'",
#: '\r\n', ['a\r\r\n', 'b\r\n', 'c\rd'], "'a\\r\\r\\nb\\r\\nc\\rd'", None
#: "'a\\r\\r\\nb\\r\\nc\\rd\\r\\n'",
#: 'OSError', OSError("Can't do nonzero cur-relative seeks")
#: 'ValueError', ValueError('Invalid whence (3, should be 0, 1 or 2)')
#: 'ValueError', ValueError('Negative seek position -1')
#: 'ValueError', ValueError('Negative size value -1')
#: 'TypeError', TypeError('initial_value must be str or None, not int')
#: 'ValueError', ValueError("illegal newline value: 'z'")
#: 5, 1, b'abc\x00\x00x', b'', 0, b'ab', 6
#: 'ValueError', ValueError('negative seek value -1')
#: 'ValueError', ValueError('invalid whence (5, should be 0, 1 or 2)')
#: 'BufferError', BufferError('Existing exports of data: object cannot be re-sized')
#: 'BufferError', BufferError('Existing exports of data: object cannot be re-sized')
#: 'BufferError', BufferError('Existing exports of data: object cannot be re-sized')
#: 'ValueError', ValueError('I/O operation on closed file.')
#: 'ValueError', ValueError('I/O operation on closed file.')
