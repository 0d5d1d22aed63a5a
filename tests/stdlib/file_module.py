# Files.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "f.txt")
with open(p, "w") as f:
    assert f.write("héllo\n") == 6 and f.name == p and f.mode == "w" and not f.closed
    f.writelines(["two\n", "three"])
    print("printed", file=f)
assert f.closed is True
assert open(p).read() == 'héllo\ntwo\nthreeprinted\n'
assert open(p, encoding="utf-8").readlines() == ['héllo\n', 'two\n', 'threeprinted\n']
assert os.path.getsize(p) == 24
with open(p) as f:
    assert f.readline() == 'héllo\n'
    assert f.readline(2) == 'tw'
    assert f.tell() > 0
    assert f.read(3) == 'o\nt'
    assert list(f) == ['hreeprinted\n']
    assert f.read() == ''
    assert f.seek(0) == 0
    assert next(f) == 'héllo\n'
with open(p, "a") as f: f.write("more")
with open(p, "rb") as f:
    assert f.read(3) == b'h\xc3\xa9'
    assert f.seek(-4, 2) == 24
    assert f.read() == b'more'
    assert f.mode == 'rb'
with open(p, "r+") as f:
    f.write("HEL"); f.seek(0)
    assert f.read(5) == 'HELll'
    assert f.truncate(5) == 5
    assert f.fileno() > 2
with open(p, "wb") as f:
    assert f.write(b"\x00\xff\r\n") == 4
assert open(p, "rb").read() == b'\x00\xff\r\n'
assert open(p, "rb", buffering=0).read(2) == b'\x00\xff'
with open(p, "w", newline="\r\n") as f: f.write("a\nb\n")
assert open(p, "rb").read() == b'a\r\nb\r\n'
assert open(p).read() == 'a\nb\n'
assert open(p, newline="").read() == 'a\r\nb\r\n'
try: open(p, "x")
except FileExistsError as e: assert e.errno == 17 and e.filename == p
try: open(os.path.join(d, "none"))
except FileNotFoundError as e: assert e.errno == 2 and str(e).startswith("[Errno 2] No such file or directory: '")
try: open(d)
except IsADirectoryError as e: assert e.errno == 21
assert error(lambda: open(p, "q")) == "ValueError: invalid mode: 'q'"
assert error(lambda: open(p, "rw")) == 'ValueError: must have exactly one of create/read/write/append mode'
assert error(lambda: open(p, "rb", encoding="utf-8")) == "ValueError: binary mode doesn't take an encoding argument"
assert error(lambda: open(p, "r", buffering=0)) == "ValueError: can't have unbuffered text I/O"
assert error(lambda: open(5.5)) == 'TypeError: expected str, bytes or os.PathLike object, not float'
assert error(lambda: open(p, mode=5)) == "TypeError: open() argument 'mode' must be str, not int"
r = open(p)
assert error(lambda: r.write("x")) == 'UnsupportedOperation: not writable'
r.close()
assert error(lambda: r.read()) == 'ValueError: I/O operation on closed file.'
assert error(lambda: open(p, "w").read()) == 'UnsupportedOperation: not readable'
with open(p, "w") as f: pass
with open(p, "wb") as f: f.write(b"\xff")
assert error(lambda: open(p, encoding="utf-8").read()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
assert open(p, encoding="utf-8", errors="replace").read() == '�'
assert open(p, errors="ignore", encoding="ascii").read() == ''
assert error(lambda: open(p, encoding="nope")) == 'LookupError: unknown encoding: nope'
import shutil; shutil.rmtree(d)
