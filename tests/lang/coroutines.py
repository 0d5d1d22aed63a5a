# Coroutines driven by hand.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import types
@types.coroutine
def pause(x): return (yield x)
async def co(a):
    b = await pause(a)
    c = await pause(b)
    return [a, b, c]
def run(c, *vals):
    out = []
    it = iter((None,) + vals)
    try:
        for v in it: out.append(c.send(v))
    except StopIteration as e: out.append(("return", e.value))
    return out
assert run(co(1), "x", "y") == [1, 'x', ('return', [1, 'x', 'y'])]
c = co(1)
assert type(c).__name__ == 'coroutine'
assert c.cr_running is False
assert c.cr_await is None
assert c.cr_code.co_name == 'co'
assert c.__name__ == 'co'
assert c.cr_frame is not None
assert c.send(None) == 1
assert c.cr_await is not None
assert c.close() is None
assert error(lambda: c.send(None)) == 'RuntimeError: cannot reuse already awaited coroutine'
d = co(1)
assert error(lambda: d.send(5)) == "TypeError: can't send non-None value to a just-started coroutine"
d.close()
e = co(1)
assert error(lambda: iter(e)) == "TypeError: 'coroutine' object is not iterable"
assert error(lambda: next(e)) == "TypeError: 'coroutine' object is not an iterator"
assert error(lambda: list(e)) == "TypeError: 'coroutine' object is not iterable"
e.close()
async def nothing(): pass
assert run(nothing()) == [('return', None)]
async def ret(): return 5
async def outer(): return await ret() + await ret()
assert run(outer()) == [('return', 10)]
f = ret()
assert run(f) == [('return', 5)]
assert error(lambda: f.send(None)) == 'RuntimeError: cannot reuse already awaited coroutine'
assert hasattr(f, "__await__")
assert not hasattr(f, "__iter__")
---
# throw and close reach the innermost await.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import types
log = []
@types.coroutine
def pause():
    try: yield "p"
    except ValueError as e: log.append("pause " + str(e)); raise
    finally: log.append("fin")
async def inner():
    try: await pause()
    except ValueError: return "handled"
async def outer(): return await inner()
c = outer(); c.send(None)
try: c.throw(ValueError("v"))
except StopIteration as e: assert e.value == "handled"
assert log == ['pause v', 'fin']
log.clear()
d = outer(); d.send(None); d.close()
assert log == ['fin']
e = outer()
assert error(lambda: e.throw(KeyError("unstarted"))) == "KeyError: 'unstarted'"
async def si(): raise StopIteration("x")
assert error(lambda: si().send(None)) == 'RuntimeError: coroutine raised StopIteration'
async def sai(): raise StopAsyncIteration("x")
assert error(lambda: sai().send(None)) == 'StopAsyncIteration: x'
---
# What can be awaited.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
class A:
    def __await__(self):
        yield 1
        return "A"
class It:
    def __await__(self): return iter([1, 2])
class Bad:
    def __await__(self): return 5
class CoAwait:
    async def co(self): return 1
    def __await__(self): return self.co()
async def aw(x): return await x
assert run(aw(A())) == 'A'
assert run(aw(It())) is None
assert error(lambda: run(aw(Bad()))) == "TypeError: __await__() returned non-iterator of type 'int'"
assert error(lambda: run(aw(5))) == "TypeError: 'int' object can't be awaited"
assert error(lambda: run(aw(None))) == "TypeError: 'NoneType' object can't be awaited"
assert error(lambda: run(aw([1]))) == "TypeError: 'list' object can't be awaited"
import warnings; warnings.simplefilter("ignore")
assert error(lambda: run(aw(CoAwait()))) == 'TypeError: __await__() returned a coroutine'
def gen(): yield
assert error(lambda: run(aw(gen()))) == "TypeError: 'generator' object can't be awaited"
async def once(): return 1
o = once(); run(o)
assert error(lambda: run(aw(o))) == 'RuntimeError: cannot reuse already awaited coroutine'
async def selfawait(): return await me
me = selfawait()
assert error(lambda: run(me)) == 'ValueError: coroutine already executing'
---
# async with.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    async def __aenter__(self): log.append(("in", self.n)); return self.n
    async def __aexit__(self, t, v, tb): log.append(("out", self.n, t and t.__name__)); return self.swallow
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def f():
    async with CM(1) as a, CM(2) as b:
        log.append((a, b))
    async with CM(3, True):
        raise ValueError
    for i in range(2):
        async with CM(i):
            if i == 0: continue
            return "ret"
assert run(f()) == 'ret'
assert log == [('in', 1), ('in', 2), (1, 2), ('out', 2, None), ('out', 1, None), ('in', 3), ('out', 3, 'ValueError'), ('in', 0), ('out', 0, None), ('in', 1), ('out', 1, None)]
async def g():
    async with 5: pass
assert error(lambda: run(g())) == "TypeError: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)"
class Half:
    async def __aenter__(self): pass
async def h():
    async with Half(): pass
assert error(lambda: run(h())) == "TypeError: 'Half' object does not support the asynchronous context manager protocol (missed __aexit__ method)"
class Sync:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def i():
    async with Sync(): pass
assert error(lambda: run(i())) == "TypeError: 'Sync' object does not support the asynchronous context manager protocol (missed __aexit__ method) but it supports the context manager protocol. Did you mean to use 'with'?"
class NotAw:
    def __aenter__(self): return 5
    async def __aexit__(self, *a): pass
async def j():
    async with NotAw(): pass
assert error(lambda: run(j())) == "TypeError: 'async with' received an object from __aenter__ that does not implement __await__: int"
---
# async for.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
class AR:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
async def f():
    out = []
    async for x in AR(3): out.append(x)
    else: out.append("else")
    async for x in AR(5):
        if x == 2: break
    else: out.append("no")
    async for d[0], *rest in pairs(): pass
    return out, x, d, rest
d = {}
async def pairs(): yield (1, 2, 3)
assert run(f()) == ([1, 2, 3, 'else'], 2, {0: 1}, [2, 3])
async def g():
    async for x in 5: pass
assert error(lambda: run(g())) == "TypeError: 'async for' requires an object with __aiter__ method, got int"
class NoNext:
    def __aiter__(self): return self
async def h():
    async for x in NoNext(): pass
assert error(lambda: run(h())) == "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: NoNext"
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def i():
    async for x in BadNext(): pass
assert error(lambda: run(i())) == "TypeError: 'async for' received an invalid object from __anext__: int"
class AsyncAiter:
    async def __aiter__(self): return self
import warnings; warnings.simplefilter("ignore")
async def j():
    async for x in AsyncAiter(): pass
assert error(lambda: run(j())) == "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: coroutine"
async def k(): return await anext(AR(1)), await anext(AR(0), "dflt")
assert run(k()) == (1, 'dflt')
async def l(): await anext(AR(0))
assert error(lambda: run(l())) == 'StopAsyncIteration: '
assert error(lambda: aiter(5)) == "TypeError: 'int' object is not an async iterable"
assert error(lambda: anext(5)) == "TypeError: 'int' object is not an async iterator"
---
# async generators.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def ag(n):
    for i in range(n):
        got = yield i
        if got: log.append(got)
log = []
async def f():
    g = ag(4)
    out = [await g.__anext__(), await g.asend("hi"), await anext(g)]
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: out.append("ended")
    return out
assert run(f()) == [0, 1, 2, 'ended']
assert log == ['hi']
async def t():
    try: yield 1
    except ValueError as e: yield "caught " + str(e)
    finally: log.append("fin")
async def g():
    x = t()
    a = await x.__anext__()
    b = await x.athrow(ValueError("v"))
    await x.aclose()
    return a, b
log.clear()
assert run(g()) == (1, 'caught v')
assert log == ['fin']
async def h():
    return [x async for x in ag(3)], {x: 1 async for x in ag(2)}, {x async for x in ag(2)}, [y async for y in (z * 2 async for z in ag(3)) if y]
assert run(h()) == ([0, 1, 2], {0: 1, 1: 1}, {0, 1}, [2, 4])
async def i():
    x = ag(2)
    await x.asend(5)
assert error(lambda: run(i())) == "TypeError: can't send non-None value to a just-started async generator"
async def si():
    yield 1
    raise StopAsyncIteration
async def j(): return [x async for x in si()]
assert error(lambda: run(j())) == 'RuntimeError: async generator raised StopAsyncIteration'
async def ign():
    try: yield 1
    except GeneratorExit: yield 2
async def k():
    x = ign(); await x.__anext__(); await x.aclose()
assert error(lambda: run(k())) == 'RuntimeError: async generator ignored GeneratorExit'
y = ag(1)
assert type(y).__name__ == 'async_generator'
assert y.ag_running is False
assert y.ag_frame is not None
assert y.__aiter__() is y
assert type(y.__anext__()).__name__ == 'async_generator_asend'
assert type(y.aclose()).__name__ == 'async_generator_athrow'
async def early():
    yield 1
    return
    yield 2
async def l(): return [x async for x in early()]
assert run(l()) == [1]
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("async def f():\n yield 1\n return 2") == "'return' with value in async generator"
assert bad("async def f():\n yield from x") == "'yield from' inside async function"
assert bad("def f():\n await x") == "'await' outside async function"
assert bad("def f():\n [x async for x in y]") == 'asynchronous comprehension outside of an asynchronous function'
assert bad("async def f():\n def g():\n  await x") == "'await' outside async function"
assert bad("async x") == 'invalid syntax'
assert bad("async def f(): await") == 'invalid syntax'
assert bad("lambda: await x") == "'await' outside async function"
assert bad("class A: await x") == "'await' outside function"
---
# Comprehensions with await.
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def v(x): return x
async def it():
    for i in range(3): yield i
async def f():
    a = [await v(i) for i in range(3)]
    b = [i async for i in it() if await v(i)]
    c = {await v(i): await v(i * 2) for i in range(2)}
    d = [x for x in [await v(1)]]
    e = [x async for x in (await v(i) for i in range(2))]
    g = [[j async for j in it()] for i in range(2)]
    h = await v(1) + await v(2) if await v(True) else 0
    return a, b, c, d, e, g, h
assert run(f()) == ([0, 1, 2], [1, 2], {0: 0, 1: 2}, [1], [0, 1], [[0, 1, 2], [0, 1, 2]], 3)
async def args(*a, **k): return a, k
async def g(): return await args(*[await v(1)], x=await v(2)), f"{await v(3)}", -await v(4), await v(2) ** await v(3), (lambda: 5)()
assert run(g()) == (((1,), {'x': 2}), '3', -4, 8, 5)
---
# A toy event loop.
import types
@types.coroutine
def tick(): yield
async def worker(name, n, log):
    for i in range(n):
        log.append(f"{name}{i}")
        await tick()
    return name
def loop(*cos):
    ready, results = list(cos), []
    while ready:
        c = ready.pop(0)
        try: c.send(None)
        except StopIteration as e: results.append(e.value)
        else: ready.append(c)
    return results
log = []
assert loop(worker("a", 2, log), worker("b", 3, log), worker("c", 0, log)) == ['c', 'a', 'b']
assert log == ['a0', 'b0', 'a1', 'b1', 'b2']
---
# contextlib's async helpers, and inspection.
import inspect, contextlib
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
@contextlib.asynccontextmanager
async def cm(x):
    log.append("in")
    try: yield x
    finally: log.append("out")
log = []
async def f():
    async with cm(5) as v: log.append(v)
    async with contextlib.AsyncExitStack() as st:
        a = await st.enter_async_context(cm("s"))
        st.push_async_callback(pushed)
    return a
async def pushed(): log.append("cb")
assert run(f()) == 's'
assert log == ['in', 5, 'out', 'in', 'cb', 'out']
async def co(): pass
async def ag(): yield
def g(): yield
assert inspect.iscoroutinefunction(co) is True
assert inspect.isasyncgenfunction(ag) is True
assert inspect.isgeneratorfunction(g) is True
assert inspect.iscoroutinefunction(g) is False
c = co()
assert inspect.iscoroutine(c) is True
assert inspect.isawaitable(c) is True
assert inspect.getcoroutinestate(c) == 'CORO_CREATED'
c.close()
assert inspect.getcoroutinestate(c) == 'CORO_CLOSED'
assert inspect.getgeneratorstate(g()) == 'GEN_CREATED'
