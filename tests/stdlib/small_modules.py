# Smaller modules that programs reach for.
import keyword, numbers, errno, signal
assert keyword.iskeyword("for") is True
assert keyword.issoftkeyword("match") is True
assert keyword.kwlist[:3] == ['False', 'None', 'True']
assert isinstance(5, numbers.Integral)
assert isinstance(1.5, numbers.Real)
assert isinstance(1j, numbers.Number)
assert errno.ENOENT == 2
assert errno.errorcode[2] == 'ENOENT'
assert signal.SIGINT.name == 'SIGINT'
assert signal.Signals(2).name == 'SIGINT'
---
import tokenize, token, io, colorsys
assert [t.string for t in tokenize.generate_tokens(io.StringIO("a = 1 + b\n").readline)][:5] == ['a', '=', '1', '+', 'b']
assert token.tok_name[token.NAME] == 'NAME'
assert repr(colorsys.rgb_to_hsv(1, 0, 0)) == '(0.0, 1.0, 1)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import ipaddress
assert str(ipaddress.ip_address("10.0.0.1") + 1) == '10.0.0.2'
assert ipaddress.ip_network("10.0.0.0/30").num_addresses == 4
assert [str(h) for h in ipaddress.ip_network("10.0.0.0/30").hosts()] == ['10.0.0.1', '10.0.0.2']
assert ipaddress.ip_address("::1").is_loopback is True
assert ipaddress.ip_address("10.0.0.1") in ipaddress.ip_network("10.0.0.0/8")
assert error(lambda: ipaddress.ip_address("300.1.1.1")) == "ValueError: '300.1.1.1' does not appear to be an IPv4 or IPv6 address"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import graphlib
ts = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
assert list(ts.static_order())[0] == 'a'
assert list(graphlib.TopologicalSorter({"b": {"a"}}).static_order()) == ['a', 'b']
assert error(lambda: list(graphlib.TopologicalSorter({"a": {"b"}, "b": {"a"}}).static_order())) == "CycleError: ('nodes are in a cycle', ['a', 'b', 'a'])"
---
import sched, time, timeit
s = sched.scheduler(time.monotonic, time.sleep); out = []
s.enter(0.002, 1, out.append, ("b",)); s.enter(0.001, 1, out.append, ("a",)); s.run()
assert out == ['a', 'b']
assert s.empty() is True
assert timeit.timeit("1", number=10) >= 0
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import codecs
assert codecs.encode("abc", "rot13") == 'nop'
assert codecs.decode(b"616263", "hex") == b'abc'
assert codecs.lookup("utf8").name == 'utf-8'
assert codecs.getincrementaldecoder("utf-8")().decode(b"\xc3") == ''
assert codecs.BOM_UTF8 == b'\xef\xbb\xbf'
assert codecs.encode("é", "unicode_escape") == b'\\xe9'
assert codecs.decode(b"\\n", "unicode_escape") == '\n'
assert "a".encode("punycode") == b'a-'
assert "bücher".encode("idna") == b'xn--bcher-kva'
assert codecs.escape_decode(b"\\x41")[0] == b'A'
assert error(lambda: codecs.lookup("nope")) == 'LookupError: unknown encoding: nope'
---
import ast
out = []
assert ast.dump(ast.parse("x = 1")) == "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])"
assert ast.unparse(ast.parse("if a:\n  b = [1,2]\nelse: pass")) == 'if a:\n    b = [1, 2]\nelse:\n    pass'
assert [type(n).__name__ for n in ast.walk(ast.parse("f(1)"))] == ['Module', 'Expr', 'Call', 'Name', 'Constant', 'Load']
assert ast.literal_eval("{'a': (1, -2.5, None)}") == {'a': (1, -2.5, None)}
class V(ast.NodeVisitor):
    def visit_Name(self, n): out.append(n.id)
out.clear(); V().visit(ast.parse("a + b(c)"))
assert out == ['a', 'b', 'c']
class R(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.Constant(n.value * 2)
assert ast.unparse(R().visit(ast.parse("1 + x + 3"))) == '2 + x + 6'
---
import cmd, io
class Shell(cmd.Cmd):
    def do_hi(self, a): print("hi", a, file=self.stdout)
    def do_q(self, a): return True
o = io.StringIO(); sh = Shell(stdout=o); sh.onecmd("hi there"); sh.onecmd("nope")
assert o.getvalue() == 'hi there\n*** Unknown syntax: nope\n'
assert sh.onecmd("q") is True
---
import platform, locale, gettext, calendar
assert platform.python_version().startswith("3.14") is True
assert platform.system() != ""
assert locale.localeconv()["decimal_point"] != ""
assert gettext.gettext("x") == 'x'
assert calendar.calendar(2024)[:10] != ""
---
# The modules _stat, _statistics, _types, _suggestions, _queue.
import _stat, _statistics, _types, _suggestions, _queue, genericpath
assert _stat.filemode(0o104755) == '-rwsr-xr-x' and _stat.filemode(0o41777) == 'drwxrwxrwt' and _stat.filemode(0) == '?---------'
assert _stat.S_ISDIR(0o40000) and not _stat.S_ISREG(0o40000) and _stat.S_IMODE(0o107777) == 0o7777
assert repr(_statistics._normal_dist_inv_cdf(0.975, 0, 1)) == '1.9599639845400536'
assert repr(_statistics._normal_dist_inv_cdf(1e-30, 2, 3)) == '-32.39207406533085'
assert _types.FunctionType is type(lambda: None) and _types.NoneType is type(None)
assert _suggestions._generate_suggestions(['abc', 'abd'], 'abx') == 'abc'
q = _queue.SimpleQueue()
q.put(1); q.put_nowait(2)
assert q.qsize() == 2 and q.get() == 1 and q.get(False) == 2 and q.empty()
try: q.get(timeout=0.001)
except _queue.Empty: pass
else: assert False
assert genericpath._splitext('a.b', '/', None, '.') == ('a', '.b')
_stat.filemode(-1)  ### "OverflowError: can't convert negative value to unsigned int"
