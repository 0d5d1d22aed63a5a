# Tasklets inside library code: heapq, re, json, itertools, sorted, contextlib.
import stackless, re, json, itertools, functools, heapq
c = stackless.channel()
def f():
    print(re.sub(r"\d", lambda m: str(c.receive()), "a1b2c3"))
def g():
    print(json.dumps({"k": Odd()}, default=lambda o: c.receive()))
class Odd: pass
def h():
    print(list(itertools.takewhile(lambda x: c.receive(), [1, 2, 3])))
    print([(k, list(v)) for k, v in itertools.groupby([1, 2, 3], key=lambda x: c.receive())])
    print(list(itertools.accumulate([1, 2, 3], lambda a, b: a + b + c.receive())))
    print(list(itertools.chain.from_iterable(range(c.receive()) for _ in range(2))))
def i():
    class Key:
        def __init__(self, v): self.v = v
        def __lt__(self, o): return c.receive() * self.v < o.v
    q = []
    for v in (3, 1, 2): heapq.heappush(q, Key(v))
    print([heapq.heappop(q).v for _ in range(3)])
def j():
    print(functools.reduce(lambda a, b: a * c.receive() + b, [1, 2, 3]))
    print(min([3, 1, 2], key=lambda v: c.receive()), any(c.receive() for _ in range(3)), all(c.receive() for _ in range(2)))
    print(dict(map(lambda k: (k, c.receive()), "ab")), {k for k in map(lambda x: c.receive(), "ab")} == {7})
    print(list(zip(map(lambda x: c.receive(), "ab"), "xy")), sum(map(lambda x: c.receive(), "abc")))
def feed(*vs):
    for v in vs:
        if c.balance < 0: c.send(v)
for fn, vals in ((f, (7, 8, 9)), (g, ("dflt",)), (h, (1, 0, "a", "a", "b", 5, 6, 1, 2)), (i, (1, 1, 1, 1, 1, 1, 1)), (j, (10, 2, 5, 4, 9, 0, 1, 1, 0, 1, 2, 7, 7, 3, 4, 1, 2, 3))):
    stackless.tasklet(fn)()
    stackless.run()
    feed(*vals)
while c.balance < 0: c.send(1)
#: a7b8c9
#: {"k": "dflt"}
#: [1]
#: [('a', [1, 2]), ('b', [3])]
#: [1, 8, 17]
#: [0, 0, 1]
#: [1, 2, 3]
#: 27
#: 1 True False
#: {'a': 1, 'b': 2} True
#: [(3, 'x'), (4, 'y')] 6
---
# Prints of several tasklets keep their order; files and StringIO are shared.
import stackless, io, sys
out = io.StringIO()
def f(name):
    for i in range(3):
        out.write(name + str(i) + " ")
        print(name, i)
        stackless.schedule()
for n in "ab": stackless.tasklet(f)(n)
stackless.run()
print(out.getvalue())
#: a 0
#: b 0
#: a 1
#: b 1
#: a 2
#: b 2
#: a0 b0 a1 b1 a2 b2 
---
# traceback and sys.exc_info() of each tasklet.
import stackless, traceback
def work(n):
    try: 1 / n
    except ZeroDivisionError:
        stackless.schedule()
        print(traceback.format_exc().strip().split("\n")[-1])
    else: print("fine", n)
for n in (0, 1, 0): stackless.tasklet(work)(n)
stackless.run()
#: fine 1
#: ZeroDivisionError: division by zero
#: ZeroDivisionError: division by zero
---
# collections.deque as a mailbox; dataclass messages; enum states.
import stackless, enum
from collections import deque
from dataclasses import dataclass
class State(enum.Enum): IDLE = 1; BUSY = 2
@dataclass
class Msg:
    who: str
    n: int
class Mailbox:
    def __init__(self): self.q, self.c, self.state = deque(), stackless.channel(), State.IDLE
    def put(self, m):
        if self.c.balance < 0: self.c.send(m)
        else: self.q.append(m)
    def get(self): return self.q.popleft() if self.q else self.c.receive()
    def serve(self):
        while True:
            self.state = State.IDLE
            m = self.get()
            self.state = State.BUSY
            print(m, self.state.name)
            if m.n: self.put(Msg(m.who, m.n - 1))
            stackless.schedule()
b = Mailbox()
stackless.tasklet(b.serve)()
b.put(Msg("x", 2)); b.put(Msg("y", 1))
stackless.run()
print(b.state)
#: Msg(who='x', n=2) BUSY
#: Msg(who='y', n=1) BUSY
#: Msg(who='x', n=1) BUSY
#: Msg(who='y', n=0) BUSY
#: Msg(who='x', n=0) BUSY
#: State.IDLE
---
# time.sleep stops everybody; a tasklet cannot.
import stackless, time
def f(): print("f"); stackless.schedule(); print("f again")
stackless.tasklet(f)()
t = time.monotonic(); time.sleep(0.02)
print(time.monotonic() - t >= 0.02)
stackless.run()
#: True
#: f
#: f again
---
# Locks of threading are not blocked by a tasklet that holds them, in the same thread.
import stackless, threading
l = threading.RLock()
def f(n):
    with l:
        print("in", n); stackless.schedule(); print("out", n)
for n in range(2): stackless.tasklet(f)(n)
stackless.run()
#: in 0
#: in 1
#: out 0
#: out 1
