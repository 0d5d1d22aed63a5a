# threading: start, join, locks, events.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import threading, time
out = []
def work(n): out.append(n)
ts = [threading.Thread(target=work, args=(i,), name=f"t{i}") for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
assert sorted(out) == [0, 1, 2]
assert ts[0].name == 't0'
assert ts[0].is_alive() is False
assert ts[0].daemon is False
assert ts[0].ident is not None
assert threading.current_thread().name == 'MainThread'
assert threading.main_thread() is threading.current_thread()
assert threading.active_count() == 1
assert threading.get_ident() == threading.main_thread().ident
assert error(lambda: ts[0].start()) == 'RuntimeError: threads can only be started once'
assert error(lambda: threading.Thread(target=work).join()) == 'RuntimeError: cannot join thread before it is started'
assert error(lambda: threading.current_thread().join()) == 'RuntimeError: cannot join current thread'
---
import threading
out, got = [], []
class T(threading.Thread):
    def run(self): self.result = 42
t = T(); t.start(); t.join()
assert t.result == 42
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import threading
out, got = [], []
n = 0
lock = threading.Lock()
def inc():
    global n
    for _ in range(200):
        with lock: n += 1
ts = [threading.Thread(target=inc) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
assert n == 800
assert lock.locked() is False
assert lock.acquire() is True
assert lock.acquire(blocking=False) is False
assert lock.acquire(timeout=0.01) is False
assert lock.release() is None
assert lock.locked() is False
assert error(lambda: lock.release()) == 'RuntimeError: release unlocked lock'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import threading
out, got = [], []
r = threading.RLock()
assert r.acquire() is True
assert r.acquire() is True
assert r.release() is None
assert r.release() is None
assert error(lambda: r.release()) == 'RuntimeError: cannot release un-acquired lock'
---
import threading
out, got = [], []
e = threading.Event()
def waiter(): e.wait(); out.append("woken")
out.clear(); t = threading.Thread(target=waiter); t.start()
assert e.is_set() is False
assert e.set() is None
assert t.join() is None
assert out == ['woken']
assert e.wait(0) is True
assert e.clear() is None
assert e.wait(0.01) is False
---
import threading
out, got = [], []
c = threading.Condition(); items = []
def consumer():
    with c:
        while not items: c.wait()
        out.append(items.pop())
out.clear(); t = threading.Thread(target=consumer); t.start()
with c: items.append("x"); c.notify()
t.join()
assert out == ['x']
with c: 
    assert c.wait_for(lambda: True) is True
    assert c.wait_for(lambda: False, timeout=0.01) is False
    assert c.notify_all() is None
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import threading
out, got = [], []
s = threading.Semaphore(2)
assert s.acquire() is True
assert s.acquire() is True
assert s.acquire(blocking=False) is False
assert s.release() is None
assert s.acquire(timeout=0.01) is True
b = threading.BoundedSemaphore(1)
assert error(lambda: b.release()) == 'ValueError: Semaphore released too many times'
assert error(lambda: threading.Semaphore(-1)) == 'ValueError: semaphore initial value must be >= 0'
---
import threading
out, got = [], []
bar = threading.Barrier(2)
got = []
def meet(): got.append(bar.wait())
ts = [threading.Thread(target=meet) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
assert sorted(got) == [0, 1]
---
import threading
out, got = [], []
l = threading.local(); l.x = 1
def loc(): got.append(hasattr(l, "x"))
got.clear(); t = threading.Thread(target=loc); t.start(); t.join()
assert got == [False]
assert l.x == 1
---
import threading
out, got = [], []
fired = threading.Event()
tm = threading.Timer(0.01, fired.set); tm.start(); tm.join()
assert fired.is_set() is True
tm = threading.Timer(100, fired.clear); tm.start(); tm.cancel(); tm.join()
assert fired.is_set() is True
---
import threading
out, got = [], []
caught = []
old = threading.excepthook
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
def bad(): raise ValueError("in thread")
t = threading.Thread(target=bad, name="bad"); t.start(); t.join()
threading.excepthook = old
assert caught == [('ValueError', 'in thread', 'bad')]
