# tempfile.
import tempfile, os
with tempfile.NamedTemporaryFile("w+", suffix=".x", delete=False) as f:
    f.write("tmp"); f.seek(0)
    assert f.read() == 'tmp'
    assert f.name.endswith(".x") is True
    assert os.path.exists(f.name) is True
os.unlink(f.name)
with tempfile.TemporaryFile() as f:
    f.write(b"abc"); f.seek(1)
    assert f.read() == b'bc'
with tempfile.NamedTemporaryFile() as f: name = f.name
assert os.path.exists(name) is False
assert os.path.isdir(tempfile.gettempdir()) is True
fd, name = tempfile.mkstemp(prefix="pre", text=True)
assert os.path.basename(name).startswith("pre") is True
assert os.write(fd, b"x") == 1
assert os.close(fd) is None
assert os.remove(name) is None
with tempfile.SpooledTemporaryFile(max_size=5, mode="w+") as s:
    s.write("more than five"); s.seek(0)
    assert s.read() == 'more than five'
d = tempfile.mkdtemp(); 
import shutil
with open(os.path.join(d, "f"), "w") as f: f.write("data")
assert shutil.copy(os.path.join(d, "f"), os.path.join(d, "g")) == os.path.join(d, "g")
assert open(os.path.join(d, "g")).read() == 'data'
assert os.path.basename(shutil.move(os.path.join(d, "g"), os.path.join(d, "h"))) == 'h'
assert sorted(os.listdir(d)) == ['f', 'h']
assert shutil.copytree(d, d + "c") == d + "c"
assert shutil.rmtree(d) is None
assert shutil.rmtree(d + "c") is None
assert shutil.rmtree(d, ignore_errors=True) is None
assert shutil.which("definitely-not-a-command") is None
import glob, fnmatch
assert fnmatch.fnmatch("a.txt", "*.txt") is True
assert fnmatch.filter(["a", "b1"], "b?") == ['b1']
assert fnmatch.translate("a*") != ""
assert fnmatch.fnmatch("x", "[!a]") is True
assert glob.glob("/definitely/not/*") == []
assert glob.escape("a*b") == 'a[*]b'
