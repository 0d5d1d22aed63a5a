# symtable: what the compiler knows of names.
import symtable
t = symtable.symtable('''
import os
x: int = 1
class C:
    a = 1
    def f(self, y, *z):
        global g
        g = x
        def h():
            nonlocal y
            y = [i for i in z]
        return h
''', 'f.py', 'exec')
assert t.get_type() == 'module' and t.get_name() == 'top' and t.lookup('os').is_imported() and t.lookup('x').is_annotated() and t.lookup('C').is_namespace()
c = [k for k in t.get_children() if k.get_name() == 'C'][0]
assert c.get_type() == 'class' and c.get_lineno() == 4 and c.lookup('a').is_local()
f = [k for k in c.get_children() if k.get_name() == 'f'][0]
assert f.get_parameters() == ('self', 'y', 'z') and f.lookup('g').is_declared_global() and f.lookup('x').is_global() and 'h' in f.get_locals()
h = [k for k in f.get_children() if k.get_name() == 'h'][0]
assert h.is_nested() and set(h.get_frees()) == {'y', 'z'} and h.lookup('y').is_nonlocal() and h.lookup('i').is_local()
symtable.symtable('x = (', 'f.py', 'exec')  ### `SyntaxError: '\(' was never closed`
---
import symtable
symtable.symtable('x', 'f.py', 'other')  ### `ValueError: symtable\(\) arg 3 must be 'exec' or 'eval' or 'single'`
---
# mmap: files as memory.
import mmap, os, tempfile
with tempfile.TemporaryFile() as f:
    f.write(b'hello\nworld' * 100)
    f.flush()
    with mmap.mmap(f.fileno(), 0) as m:
        assert len(m) == 1100 and m[:5] == b'hello' and m.find(b'world') == 6 and m.readline() == b'hello\n' and m.tell() == 6 and m[-1] == 100
        m[:5] = b'HELLO'
        m[6] = 87
        m.seek(0)
        assert m.write(b'J') == 1 and m.read(4) == b'ELLO' and m.rfind(b'J', 0) == 0
        f.seek(0)
        assert f.read(11) == b'JELLO\nWorld'
        m.move(0, 6, 5)
        assert m[:6] == b'World\n' and bytes(memoryview(m)[:3]) == b'Wor'
    assert m.closed
    with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_COPY) as m:
        m[0] = 0
        assert os.pread(f.fileno(), 1, 0) == b'W' and m[0] == 0
    m = mmap.mmap(-1, 10)
    assert m[:] == bytes(10)
    m = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
    m[0] = 1  ### "TypeError: mmap can't modify a readonly memory map."
---
# HMAC, limits, terminals, the log and the history.
import _hmac, readline, resource, syslog, termios, tempfile, tty
assert _hmac.new(b'k', b'm', 'sha256').hexdigest() == 'b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec'
assert _hmac.compute_md5(b'k', b'm').hex() == 'ed7e724d3a91554aaa2043041d9c5305' and _hmac.compute_digest(b'k', b'm', 'md5').hex() == 'ed7e724d3a91554aaa2043041d9c5305'
assert syslog.LOG_UPTO(syslog.LOG_ERR) == 15 and syslog.LOG_MASK(3) == 8 and syslog.setlogmask(0) == 255
readline.add_history('one'); readline.add_history('two')
assert readline.get_current_history_length() == 2 and readline.get_history_item(1) == 'one' and readline.get_history_item(3) is None
readline.set_completer(len)
assert readline.get_completer() is len and '=' in readline.get_completer_delims()
assert termios.VMIN == 6 and termios.ICANON == 2
with tempfile.TemporaryFile() as f: termios.tcgetattr(f)  ### `error: \(25, 'Inappropriate ioctl for device'\)`
---
import resource
resource.getrlimit(99)  ### "ValueError: invalid resource specified"
---
# cProfile counts calls.
import cProfile, pstats, io
def f(n): return n if n < 2 else f(n - 1) + f(n - 2)
p = cProfile.Profile()
p.enable()
f(10)
p.disable()
stats = {getattr(e.code, 'co_name', e.code): (e.callcount, e.reccallcount) for e in p.getstats()}
assert stats['f'] == (177, 176)
assert p.runcall(f, 1) == 1
out = io.StringIO()
pstats.Stats(p, stream=out).sort_stats('ncalls').print_stats()
assert '178/2' in out.getvalue()
