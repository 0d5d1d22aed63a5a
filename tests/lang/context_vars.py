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
assert (v.get(), w.get("fallback"), v.name) == ('d', 'fallback', 'v')
assert error(lambda: w.get()) == "LookupError: <ContextVar name='w' at 0x7fe32dd0de40>"
t = v.set("one")
assert (v.get(), t.var is v, t.old_value is contextvars.Token.MISSING) == ('one', True, True)
t2 = v.set("two")
assert t2.old_value == 'one'
v.reset(t2)
assert v.get() == 'one'
v.reset(t)
assert v.get() == 'd'
assert error(lambda: v.reset(t)) == "RuntimeError: <Token used var=<ContextVar name='v' default='d' at 0x7fe32dea9f30> at 0x7fe32dcd5e80> has already been used once"
with v.set("scoped"): assert v.get() == "scoped"
assert v.get() == 'd'
c = contextvars.copy_context()
def f(x): v.set(x); return v.get()
assert (c.run(f, "inside"), v.get(), c[v], v in c, w in c, len(c) > 0, c.get(w)) == ('inside', 'd', 'inside', True, False, True, None)
assert error(lambda: c[w]) == "KeyError: <ContextVar name='w' at 0x7fe32dd0de40>"
def nested(): return c.run(f, 1)
assert error(lambda: c.run(nested)) == 'RuntimeError: cannot enter context: <_contextvars.Context object at 0x7fe32dcfadc0> is already entered'
e = contextvars.Context()
assert (e.run(v.get), len(e)) == ('d', 0)
def gen():
    v.set("gen"); yield v.get()
g = gen()
assert (next(g), v.get()) == ('gen', 'gen')
assert error(lambda: contextvars.ContextVar(5)) == 'TypeError: context variable name must be a str'
assert error(lambda: v.set()) == 'TypeError: ContextVar.set() takes exactly one argument (0 given)'
assert error(lambda: other.reset(t) if False else contextvars.ContextVar("o").reset(t2)) == "RuntimeError: <Token used var=<ContextVar name='v' default='d' at 0x7fe32dea9f30> at 0x7fe32dcd7140> has already been used once"
---
# sys state: exceptions, hooks, argv, flags, version.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
assert (sys.version_info[:2], sys.version_info.major, sys.version.split()[0].startswith("3.14"), sys.byteorder in ("little", "big"), sys.maxsize == 2 ** 63 - 1, sys.maxunicode) == ((3, 14), 3, True, True, True, 1114111)
assert repr((isinstance(sys.argv, list), isinstance(sys.path, list), "sys" in sys.modules, sys.getrecursionlimit() > 0, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0)) == '(True, True, True, True, 1.7976931348623157e+308, 2.220446049250313e-16, True)'
assert (sys.getsizeof([]) > 0, sys.intern("abc") == "abc", sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.hash_info.width, sys.flags.optimize, sys.implementation.name != "") == (True, True, 'utf-8', 'utf-8', 64, 0, True)
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
assert (sys.stdin is not None, sys.stdout.encoding.lower().replace("-", "")[:4] != "", sys.stderr is not None, sys.__stdout__ is not None) == (True, True, True, True)
assert error(lambda: sys.setswitchinterval("x")) == 'TypeError: must be real number, not str'
assert (sys.getswitchinterval() > 0, sys.is_finalizing(), sys.call_tracing(lambda a: a, (1,)), sys.platform != "", sys.executable is not None) == (True, False, 1, True, True)
