# A soft time limit below an outer run(): the inner run() returns at a switch, everybody stays scheduled.
import stackless
done = []
def spin():
    while True:
        for i in range(1000): pass
        stackless.schedule()
def runner():
    print(stackless.run(2, soft=True, totaltimeout=True, ignore_nesting=True), stackless.runcount)
    done.append(1)
    a.kill(); b.kill()
a = stackless.tasklet(spin)(); b = stackless.tasklet(spin)()
stackless.tasklet(runner)()
stackless.run()
print(done)
#: None 3
#: [1]
---
# A soft time limit ends a run() in which one tasklet yields to itself.
import stackless
def spin():
    while True: stackless.schedule()
t = stackless.tasklet(spin)()
print(stackless.run(100, soft=True), stackless.runcount, t.scheduled)
t.kill()
#: None 2 True
---
# The outermost time limit counts, and its run() gets the tasklet that was interrupted; inner ones end with it.
import stackless
def spin():
    while True: pass
def inner():
    stackless.run(50)
    print("inner returned", stackless.current is i)
s = stackless.tasklet(spin)()
i = stackless.tasklet(inner)()
victim = stackless.run(2000)
print(victim is s or victim is i, i.scheduled)
s.kill()
stackless.run()
#: True True
#: inner returned True
---
# run() and switch() give what is put into the caller's tempval meanwhile.
import stackless
def f(): stackless.main.tempval = 42
t = stackless.tasklet(f)(); print(t.run())
t = stackless.tasklet(f)(); print(t.switch())
o = object(); stackless.current.tempval = o
t = stackless.tasklet(lambda: None)()
print(t.run() is o, stackless.current.run())
#: 42
#: 42
#: True None
---
# The tasklet that has called run() is not restorable; others are, wherever they stand.
import stackless
def f(): print(stackless.main.restorable, stackless.current.restorable, stackless.main.paused)
t = stackless.tasklet(f)(); print(t.restorable); stackless.run(); print(t.restorable)
#: True
#: False True True
#: True
---
# The arguments of run() are those of run_watchdog().
import stackless
for a, k in (((1, 2, 3, 4, 5, 6), {}), ((), {"foo": 1}), (("x",), {})):
    try: stackless.run(*a, **k)
    except TypeError as e: print(e)
#: run_watchdog() takes at most 5 arguments (6 given)
#: 'foo' is an invalid keyword argument for run_watchdog()
#: an integer is required (got type str)
---
# With bit 31 get_thread_info() shows who is in run(); the first is the one with a time limit.
import stackless
def names(): return [None if t is None else "main" if t.is_main else "t" for t in stackless.get_thread_info(-1, 1 << 31)[3]]
def f():
    print(names())
    stackless.tasklet(g)(); stackless.run()
def g(): print(names())
print(names())
stackless.tasklet(f)(); stackless.run(10**6)
print(names())
#: [None]
#: ['main', 'main']
#: ['main', 'main', 't']
#: [None]
---
# pickle_flags: of this thread; the default is for threads to come.
import stackless, threading
print(stackless.pickle_flags(), stackless.pickle_flags(5), stackless.pickle_flags(0, 4), stackless.pickle_flags())
stackless.pickle_flags_default(8)
threading.Thread(target=lambda: print(stackless.pickle_flags())).start()
for a in ((16,), (-2,), (255, 255)):
    try: stackless.pickle_flags(*a)
    except ValueError as e: print(e)
print(stackless.pickle_flags_default(0), stackless.pickle_flags(0))
#: 0 0 5 1
#: 8
#: you must not set an undefined pickle-flag
#: you must not set an undefined pickle-flag
#: you must not set an undefined pickle-flag
#: 8 1
