# pathlib.
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
p = PurePosixPath("/usr/lib/python3.14/os.tar.gz")
assert p.name == 'os.tar.gz'
assert p.stem == 'os.tar'
assert p.suffix == '.gz'
assert p.suffixes == ['.tar', '.gz']
assert str(p.parent) == '/usr/lib/python3.14'
assert p.parts == ('/', 'usr', 'lib', 'python3.14', 'os.tar.gz')
assert p.anchor == '/'
assert p.root == '/'
assert [str(x) for x in p.parents][:3] == ['/usr/lib/python3.14', '/usr/lib', '/usr']
assert p.is_absolute() is True
assert str(p.with_name("x.py")) == '/usr/lib/python3.14/x.py'
assert str(p.with_suffix(".py")) == '/usr/lib/python3.14/os.tar.py'
assert str(p.with_stem("y")) == '/usr/lib/python3.14/y.gz'
assert p / "a" == PurePosixPath("/usr/lib/python3.14/os.tar.gz/a")
---
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
p = PurePosixPath("/usr/lib/python3.14/os.tar.gz")
assert str("a" / PurePosixPath("b")) == 'a/b'
assert p.match("*.gz") is True
assert str(p.relative_to("/usr")) == 'lib/python3.14/os.tar.gz'
assert p.is_relative_to("/usr") is True
assert p.as_posix() == '/usr/lib/python3.14/os.tar.gz'
assert repr(p) == "PurePosixPath('/usr/lib/python3.14/os.tar.gz')"
assert hash(p) == hash(PurePosixPath(str(p)))
assert p < PurePosixPath("/z")
assert p.joinpath("a", "b").name == 'b'
assert PurePosixPath("a//b/./c").parts == ('a', 'b', 'c')
assert str(PurePosixPath("")) == '.'
assert PurePosixPath("a") == PurePosixPath("a/")
assert p.as_uri() == 'file:///usr/lib/python3.14/os.tar.gz'
assert PurePosixPath("/a/b").full_match("/a/*") is True
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
p = PurePosixPath("/usr/lib/python3.14/os.tar.gz")
assert str(PurePosixPath("a", "/b")) == '/b'
assert str(PureWindowsPath("C:\\a\\b").parent) == 'C:\\a'
assert PureWindowsPath("c:/A") == PureWindowsPath("C:/a")
assert bytes(PurePosixPath("a")) == b'a'
assert error(lambda: p.relative_to("/etc")) == "ValueError: '/usr/lib/python3.14/os.tar.gz' is not in the subpath of '/etc'"
assert error(lambda: p.with_name("")) == "ValueError: Invalid name ''"
assert error(lambda: p.with_suffix("py")) == "ValueError: Invalid suffix 'py'"
assert error(lambda: p / 5) == "TypeError: unsupported operand type(s) for /: 'PurePosixPath' and 'int'"
assert error(lambda: PurePosixPath(5)) == "TypeError: argument should be a str or an os.PathLike object where __fspath__ returns a str, not 'int'"
assert error(lambda: PurePosixPath("a").as_uri()) == "ValueError: relative path can't be expressed as a file URI"
assert error(lambda: p < "a") == "TypeError: '<' not supported between instances of 'PurePosixPath' and 'str'"
---
from pathlib import Path
import tempfile, os
with tempfile.TemporaryDirectory() as t:
    d = Path(t)
    f = d / "sub" / "file.txt"
    f.parent.mkdir()
    assert f.write_text("héllo\nworld") == 11
    assert f.read_text() == 'héllo\nworld'
    assert f.read_bytes() == b'h\xc3\xa9llo\nworld'
    assert f.exists() is True
    assert f.is_file() is True
    assert f.parent.is_dir() is True
    assert f.stat().st_size == 12
    assert [x.name for x in d.iterdir()] == ['sub']
    assert sorted(x.name for x in d.rglob("*")) == ['file.txt', 'sub']
    assert [x.name for x in d.glob("*/*.txt")] == ['file.txt']
    assert f.write_bytes(b"xy") == 2
    assert f.read_bytes() == b'xy'
    assert f.suffix == '.txt'
    with f.open("a") as h: h.write("!")
    assert f.read_text() == 'xy!'
    assert f.rename(d / "moved.txt").name == 'moved.txt'
    assert f.exists() is False
    assert (d / "moved.txt").touch() is None
    assert (d / "new").touch() is None
    assert (d / "new").unlink() is None
    assert (d / "nope").unlink(missing_ok=True) is None
    assert f.parent.rmdir() is None
    assert sorted(x.name for x in d.iterdir()) == ['moved.txt']
    assert d.resolve() == Path(t).resolve()
    assert (d / "a" / "b").mkdir(parents=True) is None
    assert (d / "a").mkdir(exist_ok=True) is None
    try: (d / "nope").read_text()
    except FileNotFoundError as e: assert e.filename.endswith("nope")
    try: (d / "a").mkdir()
    except FileExistsError: pass
    assert sorted((len(r.parts) - len(d.parts), ds, fs) for r, ds, fs in d.walk()) == [(0, ['a'], ['moved.txt']), (1, ['b'], []), (2, [], [])]
    assert (d / "moved.txt").samefile(d / "moved.txt") is True
assert d.exists() is False
assert Path.cwd().is_absolute() is True
assert Path("a").absolute().is_absolute() is True
assert str(Path("x").expanduser()) == 'x'
assert isinstance(Path("a"), os.PathLike)
