# A tasklet whose thread has ended is not alive, can do nothing, and lives again in another thread.
import stackless, threading
out = []
def work():
    out.append(1); stackless.schedule_remove(); out.append(2)
def body():
    global t
    t = stackless.tasklet(work)(); stackless.run()
th = threading.Thread(target=body); th.start(); th.join()
print(t.alive, t.paused, t.scheduled, t.thread_id, out)
def tries(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
tries(t.insert); tries(t.run); tries(t.switch); tries(t.throw, ValueError); tries(t.setup)
print(t.remove() is t)
t.bind_thread()
print(t.alive, t.paused, t.thread_id == threading.get_ident())
t.run()
print(out, t.alive)
#: False False False -1 [1]
#: RuntimeError Target thread isn't initialized
#: RuntimeError tasklet has no thread
#: RuntimeError tasklet has no thread
#: RuntimeError tasklet has no thread
#: RuntimeError tasklet has no thread
#: True
#: True True True
#: [1, 2] False
---
# bind() without arguments works in a thread that has ended; with arguments it needs a thread.
import stackless, threading
def body():
    global t
    t = stackless.tasklet(print)
th = threading.Thread(target=body); th.start(); th.join()
t.bind(None); t.bind(print)
try: t.bind(print, (1,))
except RuntimeError as e: print(e)
t.bind_thread(); t("now"); stackless.run()
#: tasklet has no thread
#: now
---
# switch() does not cross threads; run() does: the tasklet is the next one there.
import stackless, threading
order, ready, go = [], threading.Event(), threading.Event()
def note(x): order.append((x, threading.get_ident() == other))
def body():
    global ts, other
    other = threading.get_ident()
    ts = [stackless.tasklet(note)(i) for i in range(3)]
    for t in ts: t.remove()
    ready.set(); go.wait()
    stackless.run()
th = threading.Thread(target=body); th.start(); ready.wait()
try: ts[0].switch()
except RuntimeError as e: print(e)
ts[1].insert(); ts[2].insert(); ts[0].run()
go.set(); th.join()
print(order)
#: can't switch to a different thread.
#: [(0, True), (1, True), (2, True)]
---
# bind_thread: errors.
import stackless
t = stackless.tasklet(print)(1)
print(t.bind_thread(), t.bind_thread(-1))
def tries(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
tries(t.bind_thread, 987654); t.remove()
tries(t.bind_thread, 987654); tries(t.bind_thread, "x"); tries(t.bind_thread, -2)
#: None None
#: RuntimeError can't (re)bind a runnable tasklet
#: ValueError bad thread
#: TypeError bind_thread() argument 1 must be int, not str
#: OverflowError can't convert negative value to unsigned int
---
# run(threadblock=True) waits for other threads to wake a tasklet, as long as one can.
import stackless, threading, time
c = stackless.channel()
def r():
    for _ in range(2): print("got", c.receive())
stackless.tasklet(r)()
def body():
    for i in range(2): time.sleep(0.01); c.send(i)
th = threading.Thread(target=body); th.start()
print(stackless.run(threadblock=True), c.balance)
stackless.tasklet(c.receive)()
print(stackless.run(threadblock=True), c.balance)
#: got 0
#: got 1
#: None 0
#: None -1
---
# An atomic tasklet keeps other threads from running.
import stackless, threading
n = 0
def body():
    global n
    while not stop: n += 1
stop = False
th = threading.Thread(target=body); th.start()
with stackless.atomic():
    before = n
    for i in range(200000): pass
    print(n - before)
stop = True; th.join()
#: 0
