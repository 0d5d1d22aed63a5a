# RecursionError can be caught, and the program goes on.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: msg = str(e)
assert msg == 'maximum recursion depth exceeded'
assert error(lambda: f(0)) == 'RecursionError: maximum recursion depth exceeded'
class A:
    def __getattr__(self, n): return getattr(self, n)
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __call__(self): return self()
a = A()
for g in (lambda: a.x, lambda: repr(a), lambda: a == 1, lambda: a()):
    try: g()
    except RecursionError: caught = True
    assert caught
    caught = False
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
old = sys.getrecursionlimit()
sys.setrecursionlimit(150)
def depth(n=1):
    try: return depth(n + 1)
    except RecursionError: return n
assert 50 < depth() < 150
sys.setrecursionlimit(3000)
assert 2500 < depth() < 3000
sys.setrecursionlimit(old)
assert error(lambda: sys.setrecursionlimit(0)) == 'ValueError: recursion limit must be greater or equal than 1'
assert error(lambda: sys.setrecursionlimit(-1)) == 'ValueError: recursion limit must be greater or equal than 1'
assert error(lambda: sys.setrecursionlimit("a")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert sys.getrecursionlimit() == old
---
# finally blocks and handlers run during the unwinding.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
def f(n):
    try: return f(n + 1)
    finally:
        if n < 2: log.append(n)
try: f(0)
except RecursionError: log.append("caught")
assert log == [1, 0, 'caught']
def g(n):
    try: return g(n + 1)
    except RecursionError: raise ValueError("from " + str(n > 5)) from None
assert error(lambda: g(0)) == 'ValueError: from True'
---
# Deep data: nested lists compare and print.
a = []
for _ in range(100): a = [a]
b = []
for _ in range(100): b = [b]
assert a == b
assert repr(a) == "[" * 101 + "]" * 101
t = ()
for _ in range(50): t = (t,)
assert hash(t) == hash(t)
assert len(str(t)) > 50
import sys
sys.setrecursionlimit(20000)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
assert down(15000) == 15000
class Node:
    def __init__(self, v, nxt): self.v, self.nxt = v, nxt
    def total(self): return self.v + (self.nxt.total() if self.nxt else 0)
n = None
for i in range(5000): n = Node(i, n)
assert n.total() == 12497500
def gen(n):
    yield n
    if n: yield from gen(n - 1)
assert sum(gen(1000)) == 500500
def lam(n): return (lambda: n if n == 0 else 1 + lam(n - 1))()
assert lam(3000) == 3000
assert eval("+".join(["1"] * 2000)) == 2000
assert eval("(" * 50 + "1" + ")" * 50) == 1
