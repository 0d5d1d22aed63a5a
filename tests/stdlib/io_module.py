# io: text and byte streams in memory.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import io
s = io.StringIO("line1\nline2\r\nline3")
assert s.readline() == 'line1\n'
assert s.read(3) == 'lin'
assert s.tell() == 9
assert s.seek(0) == 0
assert s.readlines() == ['line1\n', 'line2\r\n', 'line3']
assert s.read() == ''
assert s.getvalue() == 'line1\nline2\r\nline3'
assert s.closed is False
s.seek(0); s.truncate(3); s.seek(0, 2); s.write("XYZ")
assert s.getvalue() == 'linXYZ'
assert s.readable() is True
assert s.writable() is True
assert s.seekable() is True
assert s.isatty() is False
assert list(io.StringIO("a\nb")) == ['a\n', 'b']
assert io.StringIO("a\r\nb", newline=None).read() == 'a\nb'
assert io.StringIO("a\r\nb", newline="").readline() == 'a\r\n'
assert next(io.StringIO("x\ny")) == 'x\n'
s.close()
assert error(lambda: s.read()) == 'ValueError: I/O operation on closed file'
assert error(lambda: s.write("x")) == 'ValueError: I/O operation on closed file'
assert error(lambda: io.StringIO().write(5)) == "TypeError: string argument expected, got 'int'"
assert error(lambda: io.StringIO(b"x")) == 'TypeError: initial_value must be str or None, not bytes'
assert error(lambda: io.StringIO("abc").seek(-1)) == 'ValueError: Negative seek position -1'
with io.StringIO() as w: w.writelines(["a", "b"]); assert w.getvalue() == "ab"
b = io.BytesIO(b"abcdef")
assert b.read(2) == b'ab'
assert b.read1() == b'cdef'
assert b.getvalue() == b'abcdef'
assert b.seek(-2, 2) == 4
assert b.read() == b'ef'
assert b.seek(1) == 1
assert b.readinto(bytearray(2)) == 2
assert b.tell() == 3
assert b.getbuffer()[0] == 97
assert b.write(b"ZZ") == 2
assert b.getvalue() == b'abcZZf'
assert b.truncate(3) == 3
assert b.getvalue() == b'abc'
assert b.readlines() == []
assert io.BytesIO(b"a\nb\n").readlines() == [b'a\n', b'b\n']
assert list(io.BytesIO(b"x\ny")) == [b'x\n', b'y']
assert (io.BytesIO(b"abc").peek(1) if hasattr(io.BytesIO, "peek") else None) is None
assert error(lambda: io.BytesIO("x")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: io.BytesIO().write("x")) == "TypeError: a bytes-like object is required, not 'str'"
t = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
t.write("é\n"); t.flush()
assert t.buffer.getvalue() == b'\xc3\xa9\n'
assert t.encoding == 'utf-8'
assert io.TextIOWrapper(io.BytesIO(b"\xe9x\n"), "latin-1").read() == 'éx\n'
assert io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc")).readlines() == ['a\n', 'b\n', 'c']
assert error(lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), "utf-8").read()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
assert io.BufferedReader(io.BytesIO(b"abc")).peek(1)[:1] == b'a'
assert io.BufferedReader(io.BytesIO(b"abc")).read(2) == b'ab'
assert io.DEFAULT_BUFFER_SIZE > 0
assert io.SEEK_END == 2
assert issubclass(io.UnsupportedOperation, OSError)
assert isinstance(io.StringIO(), io.TextIOBase)
assert io.IncrementalNewlineDecoder(None, True).decode("a\r\nb") == 'a\nb'
