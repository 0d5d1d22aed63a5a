# run(timeout) returns the tasklet that used up its slice; the others stay in the queue.
import stackless
def spin():
    while True: pass
def polite(name):
    print(name, 1); stackless.schedule(); print(name, 2)
a = stackless.tasklet(polite)("a")
s = stackless.tasklet(spin)()
b = stackless.tasklet(polite)("b")
victim = stackless.run(1000)
print(victim is s, s.scheduled, s.paused, s.alive)
print(a.scheduled, b.scheduled, stackless.getruncount())
s.kill()
stackless.run()
#: a 1
#: True False True True
#: True True 3
#: b 1
#: a 2
#: b 2
---
# A loop of run() and insert() is preemptive scheduling.
import stackless
done = []
def work(name, n):
    for i in range(n): pass
    done.append(name)
for name, n in (("long", 20000), ("short", 100), ("middle", 8000)):
    stackless.tasklet(work)(name, n)
rounds = 0
while stackless.getruncount() > 1:
    t = stackless.run(1000)
    rounds += 1
    if t: t.insert()
print(done, rounds > 10)
#: ['short', 'middle', 'long'] True
---
# All done before the time is up: None.
import stackless
def f(): print("f")
stackless.tasklet(f)()
print(stackless.run(100000))
print(stackless.run(100000))
#: f
#: None
#: None
---
# Each switch starts a new slice, unless totaltimeout.
import stackless
count = [0, 0]
def f(i):
    for _ in range(300):
        count[i] += 1
        stackless.schedule()
def start(): return [stackless.tasklet(f)(i) for i in (0, 1)]
start()
print(stackless.run(500), count)
count[:] = 0, 0
ts = start()
v = stackless.run(500, totaltimeout=True)
print(v in ts, 0 < sum(count) < 600)
for t in ts: t.kill()
#: None [300, 300]
#: True True
---
# soft: no victim; the watchdog comes back at a switch.
import stackless
n = 0
def f():
    global n
    while True:
        n += 1
        stackless.schedule()
a = stackless.tasklet(f)()
b = stackless.tasklet(f)()
print(stackless.run(200, soft=True, totaltimeout=True), a.scheduled, b.scheduled, n > 1, stackless.getruncount())
a.kill(); b.kill()
#: None True True True 3
---
# soft cannot stop a tasklet that never switches.
import stackless
def f():
    x = 0
    for i in range(50000): x += i
    print("ran to its end", x)
stackless.tasklet(f)()
print(stackless.run(100, soft=True))
#: ran to its end 1249975000
#: None
---
# An atomic tasklet is not interrupted; the time strikes when the flag is gone.
import stackless
def f():
    with stackless.atomic():
        for i in range(20000): pass
        print("atomic part done")
    while True: pass
t = stackless.tasklet(f)()
print(stackless.run(500) is t)
t.kill()
#: atomic part done
#: True
---
# Nor one inside a switch trap.
import stackless
def f():
    stackless.switch_trap(1)
    for i in range(20000): pass
    stackless.switch_trap(-1)
    print("trap over")
    while True: pass
t = stackless.tasklet(f)()
print(stackless.run(500) is t)
t.kill()
#: trap over
#: True
---
# Only the outermost timeout counts; an inner run(timeout) behaves like run().
import stackless
def spin():
    while True: pass
s = stackless.tasklet(spin, ())
def boss():
    s.insert()
    stackless.run(100)
    print("not reached by timeout")
b = stackless.tasklet(boss)()
v = stackless.run(3000)
print(v is s)
s.kill()
#: True
---
# The victim keeps its state and goes on where it was.
import stackless
log = []
def f():
    for i in range(3):
        for _ in range(2000): pass
        log.append(i)
stackless.tasklet(f)()
slices = 0
while stackless.getruncount() > 1:
    t = stackless.run(700)
    slices += 1
    if t is not None: t.insert()
print(log, slices > 3)
#: [0, 1, 2] True
---
# The victim may be killed, inspected or given an exception.
import stackless
def f():
    try:
        while True: x = 1
    except ValueError as e: print("caught", e)
    finally: print("finally")
stackless.tasklet(f)()
t = stackless.run(500)
print(t.alive, t.paused, t.frame.f_code.co_name, t.frame.f_locals.get("x", 1))
t.raise_exception(ValueError, "stop it")
print(t.alive)
#: True True f 1
#: caught stop it
#: finally
#: False
---
# Keyword arguments, positions, zero and negative.
import stackless
def f():
    for i in range(5000): pass
for args, kw in (((0,), {}), ((-5,), {}), ((), {"timeout": 0}), ((0, False, False, False, False), {}), ((10 ** 9, False, True), {})):
    stackless.tasklet(f)()
    print(stackless.run(*args, **kw), stackless.getruncount())
#: None 1
#: None 1
#: None 1
#: None 1
#: None 1
---
# A spinning tasklet that calls functions and allocates is interrupted inside them.
import stackless
def helper(n): return [i for i in range(n)]
def f():
    while True: helper(10)
t = stackless.tasklet(f)()
print(stackless.run(2000) is t, t.alive)
t.kill()
print(t.alive)
#: True True
#: False
---
# Timeouts and channels: a fair mix of talkers and spinners.
import stackless
c = stackless.channel()
got = []
def talk():
    for i in range(5): c.send(i)
def listen():
    for i in range(5): got.append(c.receive())
def spin():
    while len(got) < 5: pass
    got.append("spinner saw it")
for f in (spin, listen, talk): stackless.tasklet(f)()
while stackless.getruncount() > 1:
    t = stackless.run(500)
    if t: t.insert()
print(got)
#: [0, 1, 2, 3, 4, 'spinner saw it']
