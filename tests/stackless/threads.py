# Every OS thread has its own scheduler and main tasklet.
import stackless, threading
def run():
    print(stackless.getcurrent() is stackless.getmain(), stackless.getmain() is not m, stackless.getruncount())
    def f(): print("tasklet in thread", stackless.getcurrent().thread_id == threading.get_ident())
    stackless.tasklet(f)()
    stackless.run()
m = stackless.getmain()
t = threading.Thread(target=run)
t.start(); t.join()
print("main thread", stackless.getruncount())
#: True True 1
#: tasklet in thread True
#: main thread 1
---
# A channel between threads: main waits for a value from another thread.
import stackless, threading
c = stackless.channel()
def run(): c.send("from thread")
t = threading.Thread(target=run)
t.start()
print(c.receive())
t.join()
#: from thread
---
# Both directions.
import stackless, threading
a, b = stackless.channel(), stackless.channel()
def server():
    while True:
        v = a.receive()
        if v is None: break
        b.send(v * 2)
t = threading.Thread(target=server)
t.start()
out = []
for i in range(5):
    a.send(i)
    out.append(b.receive())
a.send(None)
t.join()
print(out)
#: [0, 2, 4, 6, 8]
---
# An exception in a thread's tasklet reaches that thread's main.
import stackless, threading
def run():
    def bad(): raise ValueError("in thread")
    stackless.tasklet(bad)()
    try: stackless.run()
    except ValueError as e: print("thread main got", e)
t = threading.Thread(target=run)
t.start(); t.join()
#: thread main got in thread
---
# A deadlock in a second thread, while the first is blocked in join(), is that thread's business;
# a tasklet in a thread that ended belongs to no thread.
import stackless, threading
box = []
def run():
    box.append(stackless.tasklet(print)("never"))
t = threading.Thread(target=run)
t.start(); t.join()
print(box[0].alive, box[0].thread_id)
#: False -1
---
# queue.Queue and locks work beside tasklets.
import stackless, threading, queue
q = queue.Queue()
def run():
    def f(i): q.put(i)
    for i in range(3): stackless.tasklet(f)(i)
    stackless.run()
    q.put(None)
t = threading.Thread(target=run)
t.start()
out = []
while (v := q.get()) is not None: out.append(v)
t.join()
print(out)
#: [0, 1, 2]
