# queue.
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
