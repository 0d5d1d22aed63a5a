# with: entering, leaving, suppression, order, errors.
log = []
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): log.append(("enter", self.name)); return self.name
    def __exit__(self, t, v, tb):
        log.append(("exit", self.name, t and t.__name__))
        return self.swallow
with CM("a") as x: assert x == "a"
assert log == [('enter', 'a'), ('exit', 'a', None)]
log.clear()
with CM("a") as a, CM("b") as b:
    log.append("body")
assert log == [('enter', 'a'), ('enter', 'b'), 'body', ('exit', 'b', None), ('exit', 'a', None)]
log.clear()
with (CM("p") as p, CM("q"),):
    log.append((p,))
assert log == [('enter', 'p'), ('enter', 'q'), ('p',), ('exit', 'q', None), ('exit', 'p', None)]
log.clear()
with CM("s", True):
    raise ValueError
assert log == [('enter', 's'), ('exit', 's', 'ValueError')]
log.clear()
try:
    with CM("o"), CM("i"):
        raise KeyError
except KeyError: pass
assert log == [('enter', 'o'), ('enter', 'i'), ('exit', 'i', 'KeyError'), ('exit', 'o', 'KeyError')]
log.clear()
with CM("outer"), CM("inner", swallow=True):
    raise KeyError
assert log == [('enter', 'outer'), ('enter', 'inner'), ('exit', 'inner', 'KeyError'), ('exit', 'outer', None)]
---
# Return, break and continue run __exit__.
log = []
class CM:
    def __enter__(self): log.append("in")
    def __exit__(self, *a): log.append("out" if a == (None, None, None) else "exc")
def f():
    with CM(): return 5
assert f() == 5
assert log == ['in', 'out']
def g():
    for i in range(3):
        with CM():
            if i == 0: continue
            break
    return i
log.clear()
assert g() == 1
assert log == ['in', 'out', 'in', 'out']
---
# Targets.
class CM:
    def __enter__(self): return (1, (2, 3))
    def __exit__(self, *a): pass
with CM() as (a, (b, c)): assert (a, b, c) == (1, 2, 3)
d = {}
with CM() as d["k"]: pass
assert d["k"] == (1, (2, 3))
class O: pass
o = O()
with CM() as o.x, CM() as [p, q]: pass
assert o.x == (1, (2, 3)) and p == 1
---
# __enter__ and __exit__ are looked up on the type; both before entering.
class A: pass
with A():                          ### "TypeError: 'A' object does not support the context manager protocol .missed __exit__ method."
    pass
---
class A:
    def __enter__(self): pass
with A():                          ### "TypeError: 'A' object does not support the context manager protocol .missed __exit__ method."
    pass
---
class A:
    def __exit__(self, *a): pass
with A():                          ### "TypeError: 'A' object does not support the context manager protocol .missed __enter__ method."
    pass
---
with 5:                            ### "TypeError: 'int' object does not support the context manager protocol .missed __exit__ method."
    pass
---
class A:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
with A():                          ### "TypeError: 'A' object does not support the context manager protocol .missed __exit__ method. but it supports the asynchronous context manager protocol. Did you mean to use 'async with'."
    pass
---
class A:
    def __enter__(self): return 1
    def __exit__(self, *a): pass
with A() as (x, y):                ### "TypeError: cannot unpack non-iterable int object"
    pass
---
# An error in __enter__ does not call __exit__; one in __exit__ replaces.
log = []
class E:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): log.append("exit")
try:
    with E(): pass
except ValueError: pass
assert log == []
class X:
    def __enter__(self): pass
    def __exit__(self, *a): raise TypeError("exit")
try:
    with X(): raise ValueError("body")
except TypeError as e:
    assert repr(e.__context__) == "ValueError('body')"
class Re:
    def __enter__(self): pass
    def __exit__(self, t, v, tb): raise v
try:
    with Re(): raise KeyError("same")
except KeyError as e:
    assert e.__context__ is None
---
# contextlib.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from contextlib import contextmanager, closing, suppress, ExitStack, nullcontext, redirect_stdout, ContextDecorator
log = []
@contextmanager
def cm(x):
    log.append("in")
    try: yield x
    except ValueError as e: log.append(repr(e))
    finally: log.append("out")
with cm(5) as v: assert v == 5
with cm(6): raise ValueError("boo")
assert log == ['in', 'out', 'in', "ValueError('boo')", 'out']
log.clear()
@cm(1)
def deco(): log.append("body"); return 9
assert deco() == 9
assert log == ['in', 'body', 'out']
@contextmanager
def twice(): yield 1; yield 2
def use():
    with twice(): pass
assert error(lambda: use()) == "RuntimeError: generator didn't stop"
@contextmanager
def nothing():
    if 0: yield
def use2():
    with nothing(): pass
assert error(lambda: use2()) == "RuntimeError: generator didn't yield"
@contextmanager
def stop(): yield
def use3():
    with stop(): raise StopIteration("si")
assert error(lambda: use3()) == 'StopIteration: si'
with suppress(KeyError, IndexError): [][1]
class C:
    closed = False
    def close(self): self.closed = True
with closing(C()) as c: assert not c.closed
assert c.closed
with nullcontext(3) as n: assert n == 3
import io
with redirect_stdout(io.StringIO()) as s: print("hi")
assert s.getvalue() == 'hi\n'
---
from contextlib import ExitStack
log = []
with ExitStack() as st:
    for i in range(3): st.callback(log.append, i)
    st.push(lambda *a: log.append(a[0]))
    log.append("body")
assert log == ['body', None, 2, 1, 0]
class CM:
    def __enter__(self): return "e"
    def __exit__(self, t, v, tb): log.append(t.__name__ if t else None); return True
log.clear()
with ExitStack() as st:
    assert st.enter_context(CM()) == 'e'
    raise ValueError
assert log == ['ValueError']
log.clear()
with ExitStack() as st:
    st.callback(log.append, "kept")
    saved = st.pop_all()
assert log == []
saved.close()
assert log == ['kept']
---
# Generators inside with; exceptions through yields.
log = []
class CM:
    def __enter__(self): log.append("in")
    def __exit__(self, t, *a): log.append(t and t.__name__)
def g():
    with CM():
        yield 1
        yield 2
x = g(); next(x); x.close()
assert log == ['in', 'GeneratorExit']
log.clear()
x = g(); next(x)
try: x.throw(KeyError)
except KeyError: pass
assert log == ['in', 'KeyError']
log.clear()
assert list(g()) == [1, 2]
assert log == ['in', None]
