# os: files, folders, environment.
import os, tempfile, stat
d = tempfile.mkdtemp()
p = os.path.join(d, "a.txt")
with open(p, "w") as f: f.write("hello")
assert os.path.exists(p) is True
assert os.path.isfile(p) is True
assert os.path.isdir(d) is True
assert os.path.getsize(p) == 5
assert os.listdir(d) == ['a.txt']
assert os.stat(p).st_size == 5
assert stat.S_ISREG(os.stat(p).st_mode) is True
assert os.access(p, os.R_OK) is True
assert os.path.islink(p) is False
os.mkdir(os.path.join(d, "sub")); os.makedirs(os.path.join(d, "x", "y", "z")); os.makedirs(os.path.join(d, "x"), exist_ok=True)
assert sorted(os.listdir(d)) == ['a.txt', 'sub', 'x']
assert sorted(e.name for e in os.scandir(d) if e.is_dir()) == ['sub', 'x']
assert [e.stat().st_size for e in os.scandir(d) if e.is_file()] == [5]
assert [(os.path.relpath(r, d), sorted(ds), fs) for r, ds, fs in sorted(os.walk(d))] == [('.', ['sub', 'x'], ['a.txt']), ('sub', [], []), ('x', ['y'], []), ('x/y', ['z'], []), ('x/y/z', [], [])]
os.rename(p, p + ".new"); os.replace(p + ".new", os.path.join(d, "b.txt"))
assert sorted(os.listdir(d)) == ['b.txt', 'sub', 'x']
os.remove(os.path.join(d, "b.txt")); os.rmdir(os.path.join(d, "sub")); os.removedirs(os.path.join(d, "x", "y", "z"))
assert os.path.exists(os.path.join(d, "x")) is False
os.makedirs(d, exist_ok=True)
def err(f, *a):
    try: f(*a)
    except OSError as e: return type(e).__name__, e.errno, e.strerror
assert err(os.remove, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.rmdir, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.mkdir, d) == ('FileExistsError', 17, 'File exists')
assert err(os.listdir, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.stat, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.rename, p, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.open, p, os.O_RDONLY) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.close, 9999) == ('OSError', 9, 'Bad file descriptor')
assert err(os.read, 9999, 1) == ('OSError', 9, 'Bad file descriptor')
assert err(os.chdir, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.scandir, p) == ('FileNotFoundError', 2, 'No such file or directory')
assert err(os.readlink, d) == ('OSError', 22, 'Invalid argument')
fd = os.open(p, os.O_RDWR | os.O_CREAT)
assert os.write(fd, b"raw bytes") == 9
assert os.lseek(fd, 0, 0) == 0
assert os.read(fd, 3) == b'raw'
assert os.fstat(fd).st_size == 9
assert os.close(fd) is None
old = os.getcwd(); os.chdir(d)
assert os.path.realpath(os.getcwd()) == os.path.realpath(d)
assert os.path.exists("a.txt") is True
assert os.path.abspath("a.txt") == os.path.join(os.getcwd(), "a.txt")
os.symlink("a.txt", "link")
assert os.readlink("link") == 'a.txt'
assert os.path.islink("link") is True
assert os.path.realpath("link").endswith("a.txt") is True
assert os.lstat("link").st_mode & 0o170000 == stat.S_IFLNK
os.chmod("a.txt", 0o600)
assert oct(os.stat("a.txt").st_mode & 0o777) == '0o600'
assert os.unlink("link") is None
assert os.utime("a.txt", (1, 2)) is None
assert repr(os.stat("a.txt").st_mtime) == '2.0'
assert os.truncate("a.txt", 2) is None
assert os.path.getsize("a.txt") == 2
os.chdir(old)
r, w = os.pipe()
assert os.write(w, b"pipe") == 4
assert os.read(r, 10) == b'pipe'
assert os.close(r) is None
assert os.close(w) is None
import shutil; shutil.rmtree(d)
assert os.path.exists(d) is False
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import os
os.environ["SLP_TEST_X"] = "1"
assert os.environ["SLP_TEST_X"] == '1'
assert os.getenv("SLP_TEST_X") == '1'
assert os.getenv("SLP_NOPE") is None
assert os.getenv("SLP_NOPE", "d") == 'd'
assert "SLP_TEST_X" in os.environ
assert os.environ.get("SLP_NOPE") is None
assert os.path.expandvars("a$SLP_TEST_X-${SLP_TEST_X}") == 'a1-1'
assert os.environ.pop("SLP_TEST_X") == '1'
assert os.environ.setdefault("SLP_TEST_Y", "y") == 'y'
del os.environ["SLP_TEST_Y"]
assert error(lambda: os.environ["SLP_TEST_Y"]) == "KeyError: 'SLP_TEST_Y'"
assert error(lambda: os.environ.__setitem__("a", 5)) == 'TypeError: str expected, not int'
assert os.name == 'posix'
assert os.sep == '/'
assert os.linesep == '\n'
assert os.pathsep == ':'
assert os.curdir == '.'
assert os.pardir == '..'
assert os.devnull == '/dev/null'
assert os.extsep == '.'
assert os.getpid() > 0
assert os.cpu_count() is None or os.cpu_count() > 0
assert os.fspath("a") == 'a'
assert os.fsencode("é") == b'\xc3\xa9'
assert os.fsdecode(b"a") == 'a'
assert os.strerror(2) == 'No such file or directory'
assert len(os.urandom(5)) == 5
assert os.isatty(9999) is False
assert issubclass(os.PathLike, object)
assert os.error is OSError
assert error(lambda: os.fspath(5)) == 'TypeError: expected str, bytes or os.PathLike object, not int'
assert error(lambda: os.urandom(-1)) == 'ValueError: negative argument not allowed'
class P:
    def __fspath__(self): return "x/y"
assert os.fspath(P()) == 'x/y'
assert os.path.join(P(), "z") == 'x/y/z'
assert os.path.basename(P()) == 'y'
