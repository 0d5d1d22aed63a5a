# Generators: the protocol, send, throw, close, return values.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def g():
    x = yield 1
    y = yield x
    return (x, y)
a = g()
assert next(a) == 1
assert a.send("x") == 'x'
try: a.send("y")
except StopIteration as e: assert e.value == ("x", "y") and e.args == (("x", "y"),)
assert error(lambda: next(a)) == 'StopIteration: '
assert error(lambda: a.send(1)) == 'StopIteration: '
b = g()
assert error(lambda: b.send(5)) == "TypeError: can't send non-None value to a just-started generator"
assert next(b) == 1
assert b.close() is None
assert error(lambda: next(b)) == 'StopIteration: '
assert list(g()) == [1, None]
assert type(g()).__name__ == 'generator'
assert iter(a) is a
def empty():
    return
    yield
assert list(empty()) == []
def early():
    yield 1
    return 5
assert [*early()] == [1]
c = g()
assert c.gi_running is False
assert c.gi_frame is not None
assert c.gi_code.co_name == 'g'
assert c.gi_yieldfrom is None
assert c.__name__ == 'g'
assert c.__qualname__ == 'g'
c.__name__ = "renamed"
assert c.__name__ == 'renamed'
assert c.__next__() == 1
assert c.__iter__() is c
---
# throw.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
def g():
    while True:
        try:
            x = yield "value"
        except ValueError as e:
            log.append(str(e))
            yield "caught"
        finally:
            log.append("fin")
a = g(); next(a)
assert a.throw(ValueError("v")) == 'caught'
assert log == ['v']
try: a.throw(KeyError("k"))
except KeyError as e: assert e.args == ("k",)
assert log == ['v', 'fin']
assert error(lambda: next(a)) == 'StopIteration: '
b = g()
try: b.throw(TypeError("unstarted"))
except TypeError as e: assert str(e) == "unstarted"
assert error(lambda: next(b)) == 'StopIteration: '
assert error(lambda: g().throw(5)) == 'TypeError: exceptions must be classes or instances deriving from BaseException, not int'
assert error(lambda: g().throw("text")) == 'TypeError: exceptions must be classes or instances deriving from BaseException, not str'
assert error(lambda: g().throw()) == 'TypeError: throw expected at least 1 argument, got 0'
c = g(); next(c)
try: c.throw(ValueError)
except: assert False
d = g()
assert error(lambda: d.throw(ValueError("v"))) == 'ValueError: v'
---
# close runs finally; a yield during close is an error.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
def g():
    try: yield 1; yield 2
    except GeneratorExit: log.append("exit"); raise
    finally: log.append("fin")
a = g(); next(a); a.close()
assert log == ['exit', 'fin']
a.close()
assert log == ['exit', 'fin']
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
assert error(lambda: s.close()) == 'RuntimeError: generator ignored GeneratorExit'
def quiet():
    try: yield 1
    except GeneratorExit: return "value"
q = quiet(); next(q)
assert q.close() == 'value'
def other():
    try: yield 1
    finally: raise KeyError("in close")
o = other(); next(o)
assert error(lambda: o.close()) == "KeyError: 'in close'"
u = g()
log.clear(); u.close()
assert log == []
assert error(lambda: next(u)) == 'StopIteration: '
---
# StopIteration inside a generator becomes RuntimeError.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def g():
    yield 1
    raise StopIteration("inner")
a = g(); next(a)
assert error(lambda: next(a)) == 'RuntimeError: generator raised StopIteration'
def h():
    yield next(iter([]))
assert error(lambda: list(h())) == 'RuntimeError: generator raised StopIteration'
def k():
    yield 1
    next(iter([]))
try:
    for x in k(): pass
except RuntimeError as e:
    assert isinstance(e.__cause__, StopIteration) and e.__cause__ is e.__context__
def t():
    yield
b = t(); next(b)
assert error(lambda: b.throw(StopIteration("thrown"))) == 'RuntimeError: generator raised StopIteration'
---
# A generator cannot be entered twice.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def g():
    yield next(me)
me = g()
assert error(lambda: next(me)) == 'ValueError: generator already executing'
def h():
    try: yield me2.send(None)
    except ValueError as e: yield str(e)
me2 = h()
assert next(me2) == 'generator already executing'
def k():
    me3.close()
    yield
me3 = k()
assert error(lambda: next(me3)) == 'ValueError: generator already executing'
---
# yield from: values, send, throw, close and results pass through.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
def inner():
    try:
        x = yield 1
        log.append(("got", x))
        y = yield 2
        log.append(("got", y))
    except KeyError as e:
        log.append("key"); yield "handled"
    finally:
        log.append("inner fin")
    return "result"
def outer():
    r = yield from inner()
    log.append(r)
    yield "after"
a = outer()
assert next(a) == 1
assert a.send("A") == 2
assert a.send("B") == 'after'
assert log == [('got', 'A'), ('got', 'B'), 'inner fin', 'result']
log.clear()
b = outer(); next(b)
assert b.gi_yieldfrom.__name__ == 'inner'
assert b.throw(KeyError("k")) == 'handled'
assert next(b) == 'after'
assert log == ['key', 'inner fin', 'result']
log.clear()
c = outer(); next(c); c.close()
assert log == ['inner fin']
def lists(): yield from [1, 2]; yield from "ab"; yield from range(2); return (yield from ())
assert list(lists()) == [1, 2, 'a', 'b', 0, 1]
def chain(*its):
    for it in its: yield from it
assert list(chain([1], (2,), {3: 0})) == [1, 2, 3]
def rec(n):
    if n: yield n; yield from rec(n - 1)
assert list(rec(5)) == [5, 4, 3, 2, 1]
def bad(): yield from 5
assert error(lambda: next(bad())) == "TypeError: 'int' object is not iterable"
def from_list_send():
    yield from [1, 2]
d = from_list_send(); next(d)
assert error(lambda: d.send("x")) == "AttributeError: 'list_iterator' object has no attribute 'send'"
assert list((yield_from for yield_from in [1])) == [1]
---
# yield from a hand-written iterator: throw and close are found by attribute.
log = []
class It:
    def __iter__(self): return self
    def __next__(self): return "n"
    def send(self, v): log.append(("send", v)); return "s"
    def throw(self, *a): log.append(("throw", repr(a[-1]) if len(a) == 1 else a[0].__name__)); return "t"
    def close(self): log.append("close")
def g(): yield from It()
a = g()
assert next(a) == 'n'
assert a.send(5) == 's'
assert a.throw(ValueError("v")) == 't'
a.close()
assert log == [('send', 5), ('throw', "ValueError('v')"), 'close']
class Stop:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("res")
def h():
    r = yield from Stop()
    yield r
assert list(h()) == ['res']
---
# yield as an expression.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def g():
    a = (yield) or "default"
    b = [(yield 1), (yield 2)]
    c = yield
    d = yield 1, 2
    return a, b, c, d
x = g()
assert next(x) is None
assert x.send("a") == 1
assert x.send("b") == 2
assert x.send("c") is None
assert x.send("d") == (1, 2)
try: x.send("e")
except StopIteration as e: assert e.value == ("a", ["b", "c"], "d", "e")
def f(): yield (yield 6)
assert list(f()) == [6, None]
l = lambda: (yield 1)
assert list(l()) == [1]
def star(): yield *[1, 2], 3
assert next(star()) == (1, 2, 3)
def w():
    while (v := (yield)) is not None: total.append(v)
total = []
y = w(); next(y); y.send(1); y.send(2)
assert error(lambda: y.send(None)) == 'StopIteration: '
assert total == [1, 2]
---
# Generator expressions.
g = (x * 2 for x in range(3))
assert list(g) == [0, 2, 4]
assert list(g) == []
assert sum(x for x in range(5)) == 10
assert type(g).__name__ == 'generator'
assert g.__name__ == '<genexpr>'
assert list((x, y) for x in range(2) for y in range(x + 1)) == [(0, 0), (1, 0), (1, 1)]
assert any(x > 2 for x in range(5))
assert all(x < 5 for x in range(5))
assert dict((k, v) for k, v in [("a", 1)]) == {'a': 1}
assert max((len(s), s) for s in ["a", "bb"]) == (2, 'bb')
def lazy(log):
    for i in range(3): log.append(i); yield i
log = []
e = (x for x in lazy(log))
assert log == []
assert next(e) == 0
assert log == [0]
assert list(x for x in range(10) if x % 3 == 0) == [0, 3, 6, 9]
h = (i for i in [1, 2, 3])
assert 2 in h
assert list(h) == [3]
n = 10
late = (x + n for x in range(2))
n = 100
assert list(late) == [100, 101]
---
# Exceptions inside and the state after them.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def g():
    yield 1
    1 / 0
    yield 2
a = g(); next(a)
assert error(lambda: next(a)) == 'ZeroDivisionError: division by zero'
assert error(lambda: next(a)) == 'StopIteration: '
assert list(a) == []
def ctx():
    try: yield 1
    except ValueError: raise KeyError("from gen")
c = ctx(); next(c)
try: c.throw(ValueError("v"))
except KeyError as e: assert isinstance(e.__context__, ValueError)
def swallow():
    for i in range(3):
        try: yield i
        except ValueError: pass
s = swallow()
assert next(s) == 0
assert s.throw(ValueError()) == 1
assert next(s) == 2
---
# Generators as coroutines of a tiny scheduler.
def worker(name, n, log):
    for i in range(n):
        log.append((name, i))
        yield
log = []
q = [worker("a", 2, log), worker("b", 3, log)]
while q:
    t = q.pop(0)
    try: next(t); q.append(t)
    except StopIteration: pass
assert log == [('a', 0), ('b', 0), ('a', 1), ('b', 1), ('b', 2)]
def avg():
    total = n = 0
    a = None
    while True:
        v = yield a
        if v is None: return a
        total += v; n += 1; a = total / n
m = avg(); next(m)
assert repr(m.send(10)) == '10.0'
assert repr(m.send(20)) == '15.0'
assert repr(m.send(60)) == '30.0'
def delegate(out):
    while True: out.append((yield from avg()))
out = []
d = delegate(out); next(d); d.send(4); d.send(6); d.send(None); d.send(1); d.send(None)
assert repr(out) == '[5.0, 1.0]'
---
# Deep delegation and a long run.
def deep(n):
    if n == 0: yield "bottom"
    else: yield from deep(n - 1)
assert list(deep(200)) == ['bottom']
def primes():
    n, found = 2, []
    while True:
        if all(n % p for p in found): found.append(n); yield n
        n += 1
import itertools
assert list(itertools.islice(primes(), 10)) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
assert list(itertools.takewhile(lambda x: x < 50, fib())) == [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
def perms(xs):
    if not xs: yield []
    for i, x in enumerate(xs):
        for rest in perms(xs[:i] + xs[i + 1:]): yield [x, *rest]
assert len(list(perms([1, 2, 3, 4]))) == 24
assert next(perms("ab")) == ['a', 'b']
assert sum(1 for _ in (i for i in range(10000))) == 10000
