# os.path.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import os.path as p, posixpath
assert p.join("a", "b") == 'a/b'
assert p.join("a", "/b") == '/b'
assert p.join("a/", "b") == 'a/b'
assert p.join("a", "") == 'a/'
assert p.join("", "a") == 'a'
assert p.split("/a/b") == ('/a', 'b')
assert p.split("a") == ('', 'a')
assert p.split("/") == ('/', '')
assert p.dirname("/a/b/") == '/a/b'
assert p.basename("/a/b") == 'b'
assert p.splitext("a/b.tar.gz") == ('a/b.tar', '.gz')
assert p.splitext(".bashrc") == ('.bashrc', '')
assert p.splitext("a.b/c") == ('a.b/c', '')
assert p.normpath("a//b/../c/./d") == 'a/c/d'
assert p.normpath("") == '.'
assert p.normpath("/../a") == '/a'
assert p.normpath("../../a") == '../../a'
assert p.isabs("/a") is True
assert p.isabs("a") is False
assert p.commonpath(["/a/b", "/a/c/d"]) == '/a'
assert p.commonprefix(["abc", "abd"]) == 'ab'
assert p.relpath("/a/b", "/a/c") == '../b'
assert p.splitdrive("/a") == ('', '/a')
assert p.splitroot("/a/b") == ('', '/', 'a/b')
assert p.expanduser("a") == 'a'
assert p.normcase("A") == 'A'
assert p.lexists("/") is True
assert p.ismount("/") is True
assert p.join(b"a", b"b") == b'a/b'
assert p.samefile("/", "/") is True
assert p.supports_unicode_filenames is False
assert error(lambda: p.join("a", b"b")) == "TypeError: Can't mix strings and bytes in path components"
assert error(lambda: p.join("a", 5)) == "TypeError: join() argument must be str, bytes, or os.PathLike object, not 'int'"
assert error(lambda: p.commonpath([])) == 'ValueError: commonpath() arg is an empty sequence'
assert error(lambda: p.commonpath(["a", "/b"])) == "ValueError: Can't mix absolute and relative paths"
assert error(lambda: p.split(5)) == 'TypeError: expected str, bytes or os.PathLike object, not int'
assert error(lambda: p.exists()) == "TypeError: exists() missing 1 required positional argument: 'path'"
assert p.exists("/definitely/not/here") is False
assert p is posixpath
