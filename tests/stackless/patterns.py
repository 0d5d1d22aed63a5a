# Idioms of Stackless programs: a sleep manager on a virtual clock.
import stackless
class Clock:
    def __init__(self): self.now, self.sleepers = 0, []
    def sleep(self, ticks):
        c = stackless.channel()
        self.sleepers.append((self.now + ticks, len(self.sleepers), c))
        self.sleepers.sort(key=lambda s: s[:2])
        c.receive()
    def run(self):
        stackless.run()
        while self.sleepers:
            self.now, _, c = self.sleepers.pop(0)
            c.send(None)
            stackless.run()
clock = Clock()
def job(name, *pauses):
    for p in pauses:
        clock.sleep(p)
        print(clock.now, name)
stackless.tasklet(job)("slow", 5, 5)
stackless.tasklet(job)("fast", 1, 2, 3)
clock.run()
#: 1 fast
#: 3 fast
#: 5 slow
#: 6 fast
#: 10 slow
---
# A semaphore.
import stackless
class Semaphore:
    def __init__(self, n):
        self.n, self.queue = n, stackless.channel()
        self.queue.preference = 0
    def acquire(self):
        if self.n: self.n -= 1
        else: self.queue.receive()
    def release(self):
        if self.queue.balance < 0: self.queue.send(None)
        else: self.n += 1
    def __enter__(self): self.acquire()
    def __exit__(self, *a): self.release()
s = Semaphore(2)
def user(i):
    with s:
        print("in", i)
        for _ in range(3): stackless.schedule()
        print("out", i)
for i in range(5): stackless.tasklet(user)(i)
stackless.run()
#: in 0
#: in 1
#: out 0
#: out 1
#: in 2
#: in 3
#: out 2
#: out 3
#: in 4
#: out 4
---
# A lock, and a condition on top of it.
import stackless
class Event:
    def __init__(self): self.set_, self.c = False, stackless.channel()
    def wait(self):
        if not self.set_: self.c.receive()
    def set(self):
        self.set_ = True
        while self.c.balance < 0: self.c.send(None)
e = Event()
def w(i): e.wait(); print("go", i)
for i in range(3): stackless.tasklet(w)(i)
stackless.run()
print("setting")
e.set()
e.wait(); print("main too")
stackless.run()
#: setting
#: go 0
#: go 1
#: go 2
#: main too
---
# Broadcast and fan-in.
import stackless
def broadcast(inp, outs):
    for v in inp:
        for o in outs: o.send(v)
    for o in outs: o.close()
def worker(name, inp, out):
    for v in inp: out.send((name, v))
    out.send((name, None))
src, outc = stackless.channel(), stackless.channel()
ins = [stackless.channel() for _ in range(3)]
for c in ins: c.preference = 1
src.preference = 1
stackless.tasklet(broadcast)(src, ins)
for i, c in enumerate(ins): stackless.tasklet(worker)(i, c, outc)
def feed():
    for x in "xy": src.send(x)
    src.close()
stackless.tasklet(feed)()
ended = 0
stackless.run()
while outc.balance:
    print(outc.receive())
    stackless.run()
#: (0, 'x')
#: (1, 'x')
#: (2, 'x')
#: (0, 'y')
#: (1, 'y')
#: (2, 'y')
#: (0, None)
#: (1, None)
#: (2, None)
---
# Futures.
import stackless
class Future:
    def __init__(self, f, *a):
        self.c = stackless.channel()
        self.c.preference = 0
        stackless.tasklet(self.work)(f, a)
    def work(self, f, a):
        try: r = f(*a)
        except Exception as e: self.c.send_throw(e)
        else: self.c.send(r)
    def result(self): return self.c.receive()
def add(a, b): stackless.schedule(); return a + b
def bad(): raise ValueError("no")
f, g, h = Future(add, 1, 2), Future(bad), Future(add, "x", "y")
print(f.result(), h.result())
try: g.result()
except ValueError as e: print("failed:", e)
#: 3 xy
#: failed: no
---
# Select over several channels with helper tasklets.
import stackless
def select(*channels):
    out = stackless.channel()
    def pump(i, c):
        while True: out.send((i, c.receive()))
    for i, c in enumerate(channels): stackless.tasklet(pump)(i, c)
    return out
a, b = stackless.channel(), stackless.channel()
s = select(a, b)
def talk(c, *vs):
    for v in vs: c.send(v)
stackless.tasklet(talk)(a, 1, 2, 3)
stackless.tasklet(talk)(b, "x", "y")
print(sorted((s.receive() for _ in range(5)), key=str))
#: [(0, 1), (0, 2), (0, 3), (1, 'x'), (1, 'y')]
---
# Game of life of tasklets: a ring that passes a token.
import stackless
N, ROUNDS = 5, 3
ring = [stackless.channel() for _ in range(N)]
def node(i):
    while True:
        t = ring[i].receive()
        print(i, t)
        if t == 0: return
        ring[(i + 1) % N].send(t - 1)
for i in range(N): stackless.tasklet(node)(i)
stackless.tasklet(ring[0].send)(N * ROUNDS)
stackless.run()
#: 0 15
#: 1 14
#: 2 13
#: 3 12
#: 4 11
#: 0 10
#: 1 9
#: 2 8
#: 3 7
#: 4 6
#: 0 5
#: 1 4
#: 2 3
#: 3 2
#: 4 1
#: 0 0
---
# Generators made of channels and tasklets.
import stackless
def generator(f):
    def make(*a):
        c = stackless.channel()
        c.preference = 1
        def body():
            f(c.send, *a)
            c.send_exception(StopIteration)
        stackless.tasklet(body)()
        return c
    return make
@generator
def walk(emit, tree):
    if tree is not None:
        left, v, right = tree
        for x in walk(left): emit(x)
        emit(v)
        for x in walk(right): emit(x)
leaf = lambda v: (None, v, None)
t = ((leaf(1), 2, leaf(3)), 4, (None, 5, leaf(6)))
def f():
    print([x for x in walk(t)])
stackless.tasklet(f)()
stackless.run()
#: [1, 2, 3, 4, 5, 6]
---
# A pool of workers with a job queue; results keep their index.
import stackless
jobs, results = stackless.channel(), stackless.channel()
def worker(w):
    for i, job in jobs:
        for _ in range(job): stackless.schedule()
        results.send((i, w, job * job))
for w in "abc": stackless.tasklet(worker)(w)
def boss():
    for j in enumerate([3, 1, 2, 5, 0, 4]): jobs.send(j)
    jobs.close()
stackless.tasklet(boss)()
got = [results.receive() for _ in range(6)]
print(sorted(got))
#: [(0, 'a', 9), (1, 'b', 1), (2, 'c', 4), (3, 'b', 25), (4, 'a', 0), (5, 'c', 16)]
---
# State machine with methods as states.
import stackless
class Door:
    def __init__(self): self.c = stackless.channel(); stackless.tasklet(self.closed)()
    def closed(self):
        print("closed")
        while True:
            m = self.c.receive()
            if m == "open": return self.opened()
            print("ignored", m)
    def opened(self):
        print("open")
        while True:
            m = self.c.receive()
            if m == "close": return self.closed()
            if m == "break": print("broken"); return
d = Door()
stackless.run()
for m in ("lock", "open", "close", "open", "break"): d.c.send(m)
print(d.c.balance)
#: closed
#: ignored lock
#: open
#: closed
#: open
#: broken
#: 0
---
# Round-robin chat between n tasklets by name.
import stackless
boxes = {}
def person(name, friends):
    boxes[name] = stackless.channel()
    stackless.schedule()
    for f in friends:
        if boxes[f].balance < 0: boxes[f].send("hi from " + name)
        else: stackless.tasklet(boxes[f].send)("late hi from " + name)
    while True: print(name, "<-", boxes[name].receive())
for n, fs in (("ann", "bob cid"), ("bob", "ann"), ("cid", "ann bob")):
    stackless.tasklet(person)(n, fs.split())
stackless.run()
#: ann <- hi from bob
#: ann <- hi from cid
#: bob <- late hi from ann
#: bob <- hi from cid
#: cid <- late hi from ann
