# The schedule callback sees every switch.
import stackless
names = {}
def name(t):
    return "main" if t is not None and t.is_main else names.get(t)
def cb(prev, next):
    print("switch", name(prev), "->", name(next))
def f():
    stackless.schedule()
for n in "ab":
    names[stackless.tasklet(f)()] = n
print(stackless.set_schedule_callback(cb))
stackless.run()
print(stackless.get_schedule_callback() is cb)
print(stackless.set_schedule_callback(None) is cb)
print(stackless.get_schedule_callback())
#: None
#: switch main -> a
#: switch a -> b
#: switch b -> a
#: switch a -> b
#: switch b -> main
#: True
#: True
#: None
---
# No call when nothing is switched.
import stackless
stackless.set_schedule_callback(lambda p, n: print("switch"))
stackless.schedule()
stackless.run()
print("quiet")
stackless.set_schedule_callback(None)
#: quiet
---
# Channel operations that switch.
import stackless
names = {stackless.getmain(): "main"}
def cb(prev, next): print("  switch", names.get(prev), "->", names.get(next))
c = stackless.channel()
def r():
    print("r waits")
    print("r got", c.receive())
t = stackless.tasklet(r)()
names[t] = "r"
stackless.set_schedule_callback(cb)
stackless.run()
print("main sends")
c.send(1)
print("main sent")
stackless.set_schedule_callback(None)
#:   switch main -> r
#: r waits
#:   switch r -> main
#: main sends
#:   switch main -> r
#: r got 1
#:   switch r -> main
#: main sent
---
# The channel callback: before every action.
import stackless
def cb(channel, tasklet, sending, willblock):
    print("callback", channel is c, tasklet is stackless.getcurrent(), sending, willblock)
c = stackless.channel()
print(stackless.set_channel_callback(cb))
def r(): print("got", c.receive())
def s(): c.send("v"); print("sent")
stackless.tasklet(r)()
stackless.tasklet(s)()
stackless.run()
print("--")
stackless.tasklet(s)()
stackless.tasklet(r)()
stackless.run()
print(stackless.get_channel_callback() is cb)
print(stackless.set_channel_callback(None) is cb)
stackless.tasklet(s)(); stackless.tasklet(r)()
stackless.run()
#: None
#: callback True True 0 1
#: callback True True 1 0
#: got v
#: sent
#: --
#: callback True True 1 1
#: callback True True 0 0
#: got v
#: sent
#: True
#: True
#: got v
#: sent
---
# A channel callback may not use channels itself.
import stackless
d = stackless.channel()
def cb(channel, tasklet, sending, willblock):
    try: d.send(1)
    except RuntimeError as e: print("RuntimeError:", e)
stackless.set_channel_callback(cb)
c = stackless.channel()
stackless.tasklet(c.receive)()
stackless.run()
stackless.set_channel_callback(None)
print(d.balance, c.balance)
#: RuntimeError: Recursive channel call due to callbacks!
#: 0 -1
---
# Type errors.
import stackless
for f in (stackless.set_schedule_callback, stackless.set_channel_callback):
    try: f(5)
    except TypeError as e: print("TypeError:", e)
for f in (stackless.set_schedule_callback, stackless.set_channel_callback, stackless.set_error_handler):
    try: f()
    except TypeError: print("TypeError")
    print(f(None))
#: TypeError: schedule callback must be callable
#: TypeError: channel callback must be callable
#: TypeError
#: None
#: TypeError
#: None
#: None
---
# Kills and ends are switches too.
import stackless
names = {stackless.getmain(): "main"}
trace = []
def f():
    for _ in range(4): stackless.schedule()
t = stackless.tasklet(f)(); names[t] = "t"
u = stackless.tasklet(f)(); names[u] = "u"
stackless.set_schedule_callback(lambda p, n: trace.append((names[p], names[n])))
stackless.schedule()
t.kill()
u.run()
stackless.run()
stackless.set_schedule_callback(None)
print(trace)
#: [('main', 't'), ('t', 'u'), ('u', 'main'), ('main', 't'), ('t', 'u'), ('u', 'main'), ('main', 'u'), ('u', 'main'), ('main', 'u'), ('u', 'main')]
---
# schedule_all and sender preference in the callback's eyes.
import stackless
names = {stackless.getmain(): "main"}
trace = []
c = stackless.channel()
def r(n):
    while True: c.receive()
def s(n):
    for i in range(2): c.send(i)
for f, n in ((r, "r"), (s, "s")):
    names[stackless.tasklet(f)(n)] = n
stackless.set_schedule_callback(lambda p, n: trace.append(names[p] + ">" + names[n]))
stackless.run()
print(trace); trace.clear()
for p, a in ((0, 0), (1, 0), (0, 1)):
    c.preference, c.schedule_all = p, a
    t = stackless.tasklet(s)("t"); names[t] = "t"
    stackless.run()
    print(p, a, trace); trace.clear()
stackless.set_schedule_callback(None)
#: ['main>r', 'r>s', 's>r', 'r>s', 's>r', 'r>s', 's>main']
#: 0 0 ['main>t', 't>r', 'r>t', 't>main']
#: 1 0 ['main>t', 't>r', 'r>t', 't>r', 'r>main']
#: 0 1 ['main>t', 't>r', 'r>t', 't>r', 'r>t', 't>main']
---
# A tool that counts the time slices of each tasklet with the callback.
import stackless
slices = {}
def cb(prev, next):
    slices[next] = slices.get(next, 0) + 1
def work(n):
    for _ in range(n): stackless.schedule()
ts = [stackless.tasklet(work)(n) for n in (0, 1, 3)]
stackless.set_schedule_callback(cb)
stackless.run()
stackless.set_schedule_callback(None)
print([slices[t] for t in ts])
#: [1, 2, 2]
---
# In a schedule callback the current tasklet is the one that is left; nothing can be switched there.
import stackless, sys
def cb(prev, next):
    back = sys._getframe().f_back
    out.append((stackless.current is prev, prev.is_current, next.is_current, back and back.f_code.co_name))
    try: spare.run()
    except RuntimeError as e: errors.append(str(e))
out, errors = [], []
spare = stackless.tasklet(print)("never"); spare.remove()
def f(): stackless.schedule()
def go(): stackless.run()
stackless.tasklet(f)()
stackless.set_schedule_callback(cb)
go()
stackless.set_schedule_callback(None)
print(out)
print(set(errors))
#: [(True, True, False, 'go'), (True, True, False, None)]
#: {'Recursive scheduler call due to callbacks!'}
---
# An exception in a schedule callback is printed, the switch takes place.
import stackless, sys
def cb(prev, next): raise ValueError("in callback")
hooked = []
sys.excepthook = lambda *a: hooked.append(a[1])
sys.stderr = open("/dev/null", "w") if False else type("Null", (), {"write": lambda self, s: None, "flush": lambda self: None})()
stackless.set_schedule_callback(cb)
stackless.tasklet(print)("ran"); stackless.run()
stackless.set_schedule_callback(None)
print(len(hooked), hooked[0])
#: ran
#: 2 in callback
---
# A channel callback sees what is sent as the tempval of the sender.
import stackless
seen = []
def cb(ch, t, sending, willblock): seen.append((sending, willblock, t.tempval))
ch = stackless.channel()
def r(): print("got", ch.receive())
stackless.tasklet(r)()
stackless.set_channel_callback(cb)
ch.send(42)
stackless.set_channel_callback(None)
print(seen, stackless.current.tempval)
#: got 42
#: [(1, 1, 42), (0, 0, None)] None
---
# An exception in a channel callback is an exception of the operation, which does not take place.
import stackless
def cb(*a): raise ValueError("no channel today")
ch = stackless.channel()
stackless.set_channel_callback(cb)
for op in lambda: ch.send(1), ch.receive:
    try: op()
    except ValueError as e: print(e, ch.balance)
stackless.set_channel_callback(None)
#: no channel today 0
#: no channel today 0
