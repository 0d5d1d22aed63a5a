# contextvars and other ambient state.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import contextvars
v = contextvars.ContextVar("v", default="d")
w = contextvars.ContextVar("w")
assert v.get() == 'd'
assert w.get("fallback") == 'fallback'
assert v.name == 'v'
try: w.get()
except LookupError as e: assert e.args == (w,)
t = v.set("one")
assert v.get() == 'one'
assert t.var is v
assert t.old_value is contextvars.Token.MISSING
t2 = v.set("two")
assert t2.old_value == 'one'
v.reset(t2)
assert v.get() == 'one'
v.reset(t)
assert v.get() == 'd'
try: v.reset(t)
except RuntimeError as e: assert 'has already been used once' in str(e)
with v.set("scoped"): assert v.get() == "scoped"
assert v.get() == 'd'
c = contextvars.copy_context()
def f(x): v.set(x); return v.get()
assert c.run(f, "inside") == 'inside'
assert v.get() == 'd'
assert c[v] == 'inside'
assert v in c
assert (w in c) is False
assert len(c) > 0
assert c.get(w) is None
try: c[w]
except KeyError as e: assert e.args == (w,)
def nested(): return c.run(f, 1)
try: c.run(nested)
except RuntimeError as e: assert str(e).endswith('is already entered')
e = contextvars.Context()
assert e.run(v.get) == 'd'
assert len(e) == 0
def gen():
    v.set("gen"); yield v.get()
g = gen()
assert next(g) == 'gen'
assert v.get() == 'gen'
assert error(lambda: contextvars.ContextVar(5)) == 'TypeError: context variable name must be a str'
assert error(lambda: v.set()) == 'TypeError: ContextVar.set() takes exactly one argument (0 given)'
---
# sys state: exceptions, hooks, argv, flags, version.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
assert sys.version_info[:2] == (3, 14)
assert sys.version_info.major == 3
assert sys.version.split()[0].startswith("3.14") is True
assert sys.byteorder in ("little", "big")
assert sys.maxsize == 2 ** 63 - 1
assert sys.maxunicode == 1114111
assert isinstance(sys.argv, list)
assert isinstance(sys.path, list)
assert "sys" in sys.modules
assert sys.getrecursionlimit() > 0
assert repr(sys.float_info.max) == '1.7976931348623157e+308'
assert sys.float_info.epsilon == 2.220446049250313e-16
assert sys.int_info.bits_per_digit > 0
assert sys.getsizeof([]) > 0
assert sys.intern("abc") == "abc"
assert sys.getdefaultencoding() == 'utf-8'
assert sys.getfilesystemencoding() == 'utf-8'
assert sys.hash_info.width == 64
assert sys.flags.optimize == 0
assert sys.implementation.name != ""
assert error(lambda: sys.exit(3)) == 'SystemExit: 3'
assert error(lambda: sys.exit("message")) == 'SystemExit: message'
assert error(lambda: sys.exit()) == 'SystemExit: '
try: sys.exit(5)
except SystemExit as e: assert e.code == 5
got = []
old = sys.displayhook
sys.displayhook = got.append
exec(compile("1 + 1\n", "<s>", "single"))
sys.displayhook = old
assert got == [2]
assert sys.stdin is not None
assert sys.stdout.encoding.lower().replace("-", "")[:4] != ""
assert sys.stderr is not None
assert sys.__stdout__ is not None
assert error(lambda: sys.setswitchinterval("x")) == 'TypeError: must be real number, not str'
assert sys.getswitchinterval() > 0
assert sys.is_finalizing() is False
assert sys.platform != ""
assert sys.executable is not None
