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
class T(threading.Thread):
    def run(self): self.result = 42
t = T(); t.start(); t.join()
assert t.result == 42
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
r = threading.RLock()
assert r.acquire() is True
assert r.acquire() is True
assert r.release() is None
assert r.release() is None
assert error(lambda: r.release()) == 'RuntimeError: cannot release un-acquired lock'
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
s = threading.Semaphore(2)
assert s.acquire() is True
assert s.acquire() is True
assert s.acquire(blocking=False) is False
assert s.release() is None
assert s.acquire(timeout=0.01) is True
b = threading.BoundedSemaphore(1)
assert error(lambda: b.release()) == 'ValueError: Semaphore released too many times'
assert error(lambda: threading.Semaphore(-1)) == 'ValueError: semaphore initial value must be >= 0'
bar = threading.Barrier(2)
got = []
def meet(): got.append(bar.wait())
ts = [threading.Thread(target=meet) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
assert sorted(got) == [0, 1]
l = threading.local(); l.x = 1
def loc(): got.append(hasattr(l, "x"))
got.clear(); t = threading.Thread(target=loc); t.start(); t.join()
assert got == [False]
assert l.x == 1
fired = threading.Event()
tm = threading.Timer(0.01, fired.set); tm.start(); tm.join()
assert fired.is_set() is True
tm = threading.Timer(100, fired.clear); tm.start(); tm.cancel(); tm.join()
assert fired.is_set() is True
caught = []
old = threading.excepthook
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
def bad(): raise ValueError("in thread")
t = threading.Thread(target=bad, name="bad"); t.start(); t.join()
threading.excepthook = old
assert caught == [('ValueError', 'in thread', 'bad')]
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import queue, threading
q = queue.Queue(maxsize=2)
q.put(1); q.put(2)
assert q.full() is True
assert q.qsize() == 2
assert q.get() == 1
assert q.get() == 2
assert q.empty() is True
assert error(lambda: q.get_nowait()) == 'Empty: '
assert error(lambda: q.get(timeout=0.01)) == 'Empty: '
assert error(lambda: q.get(block=False)) == 'Empty: '
q.put("a"); q.put("b")
assert error(lambda: q.put_nowait("c")) == 'Full: '
assert error(lambda: q.put("c", timeout=0.01)) == 'Full: '
assert error(lambda: q.get(timeout=-1)) == "ValueError: 'timeout' must be a non-negative number"
q.get(); q.get()
out = []
def producer():
    for i in range(10): q.put(i)
    q.put(None)
t = threading.Thread(target=producer); t.start()
while (v := q.get()) is not None: out.append(v); q.task_done()
t.join()
assert out == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]
l = queue.LifoQueue(); [l.put(x) for x in (1, 2)]
s = queue.SimpleQueue(); s.put(5)
assert [p.get() for _ in range(3)] == [1, 2, 3]
assert l.get() == 2
assert s.get() == 5
assert s.empty() is True
assert error(lambda: s.get_nowait()) == 'Empty: '
w = queue.Queue()
def worker():
    while True:
        i = w.get()
        if i is None: w.task_done(); return
        out.append(i * 2); w.task_done()
out.clear(); t = threading.Thread(target=worker, daemon=True); t.start()
for i in (1, 2, 3, None): w.put(i)
w.join()
assert out == [2, 4, 6]
assert error(lambda: w.task_done()) == 'ValueError: task_done() called too many times'
w.shutdown()
assert error(lambda: w.put(1)) == 'ShutDown: '
assert error(lambda: w.get()) == 'ShutDown: '
from concurrent.futures import ThreadPoolExecutor, as_completed, Future
with ThreadPoolExecutor(2) as ex:
    f = ex.submit(pow, 2, 5)
    assert f.result() == 32
    assert f.done() is True
    assert list(ex.map(lambda x: x * x, range(4))) == [0, 1, 4, 9]
    assert sorted(f.result() for f in as_completed([ex.submit(abs, -i) for i in range(3)])) == [0, 1, 2]
    assert type(ex.submit(int, "x").exception()).__name__ == 'ValueError'
