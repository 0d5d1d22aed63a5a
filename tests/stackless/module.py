# What the module offers.
import stackless
for n in ("atomic", "channel", "enable_softswitch", "get_channel_callback", "get_schedule_callback", "get_thread_info", "getcurrent", "getcurrentid", "getdebug", "getmain", "getruncount", "getthreads", "getuncollectables", "pickle_with_tracing_state", "run", "schedule", "schedule_remove", "set_channel_callback", "set_error_handler", "set_schedule_callback", "switch_trap", "tasklet", "stackless"):
    print(n, n in stackless.__all__, hasattr(stackless, n))
for n in ("bomb", "current", "main", "runcount", "threads", "debug", "uncollectables", "pickle_flags", "pickle_flags_default"):
    print(n, n in stackless.__all__, hasattr(stackless, n))
#: atomic True True
#: channel True True
#: enable_softswitch True True
#: get_channel_callback True True
#: get_schedule_callback True True
#: get_thread_info True True
#: getcurrent True True
#: getcurrentid True True
#: getdebug True True
#: getmain True True
#: getruncount True True
#: getthreads True True
#: getuncollectables True True
#: pickle_with_tracing_state True True
#: run True True
#: schedule True True
#: schedule_remove True True
#: set_channel_callback True True
#: set_error_handler True True
#: set_schedule_callback True True
#: switch_trap True True
#: tasklet True True
#: stackless True True
#: bomb False True
#: current False True
#: main False True
#: runcount False True
#: threads False True
#: debug False True
#: uncollectables False True
#: pickle_flags False True
#: pickle_flags_default False True
---
import stackless
print(stackless.stackless is stackless, stackless.__name__)
ns = {}
exec("from stackless import *", ns)
print("tasklet" in ns, "channel" in ns, "bomb" in ns, "TaskletExit" in ns, "run" in ns)
from stackless import bomb, tasklet, channel, run, schedule
print(bomb is stackless.bomb, tasklet is stackless.tasklet)
#: True stackless
#: True True False False True
#: True True
---
import stackless
print(stackless.getdebug(), stackless.debug, stackless.getuncollectables(), stackless.uncollectables)
print(stackless.getcurrentid() == stackless.getcurrentid(), isinstance(stackless.getcurrentid(), int))
import threading
print(stackless.getthreads() == stackless.threads, len(stackless.getthreads()), stackless.getmain().thread_id == stackless.threads[0] == threading.get_ident())
#: False False [] []
#: True True
#: True 1 True
---
# get_thread_info
import stackless
print(stackless.get_thread_info() == (stackless.main, stackless.current, 1))
t = stackless.tasklet(print)("t")
m, cur, n = stackless.get_thread_info(stackless.getmain().thread_id)
print(m is stackless.main, cur is stackless.current, n)
try: stackless.get_thread_info(12345)
except RuntimeError as e: print("RuntimeError:", e)
stackless.run()
#: True
#: True True 2
#: RuntimeError: Thread id not found
#: t
---
# enable_softswitch returns the old value.
import stackless
old = stackless.enable_softswitch(None)
print(old, stackless.enable_softswitch(False), stackless.enable_softswitch(True), stackless.enable_softswitch(None))
def f(): stackless.schedule(); print("works either way")
stackless.enable_softswitch(False)
stackless.tasklet(f)(); stackless.run()
stackless.enable_softswitch(True)
#: True True False True
#: works either way
---
# Attributes of tasklets: thread, nesting, recursion.
import stackless, threading
m = stackless.getmain()
print(m.thread_id == threading.get_ident(), m.is_main, m.recursion_depth > 0)
def f():
    t = stackless.getcurrent()
    print(t.thread_id == m.thread_id, t.nesting_level, t.is_main)
t = stackless.tasklet(f)()
print(t.nesting_level, t.recursion_depth, t.restorable)
stackless.run()
#: True True True
#: 0 0 True
#: True 0 False
---
# frame: the innermost frame of a tasklet that waits.
import stackless
def g(depth):
    if depth: return g(depth - 1)
    stackless.schedule_remove()
def f(): g(2)
t = stackless.tasklet(f)
print(t.frame)
t()
stackless.run()
names = []
fr = t.frame
while fr is not None:
    names.append(fr.f_code.co_name)
    fr = fr.f_back
print(names)
t.insert(); stackless.run()
print(t.frame)
#: None
#: ['g', 'g', 'g', 'f']
#: None
---
# Read-only attributes.
import stackless
t = stackless.tasklet()
for n in ("alive", "blocked", "scheduled", "paused", "is_main", "is_current", "frame", "next", "prev", "thread_id", "recursion_depth", "nesting_level", "restorable", "atomic", "ignore_nesting"):
    try: setattr(t, n, 1)
    except AttributeError: print(n, "read-only")
#: alive read-only
#: blocked read-only
#: scheduled read-only
#: paused read-only
#: is_main read-only
#: is_current read-only
#: frame read-only
#: next read-only
#: prev read-only
#: thread_id read-only
#: recursion_depth read-only
#: nesting_level read-only
#: restorable read-only
#: atomic read-only
#: ignore_nesting read-only
---
# What no longer exists.
import stackless
t = stackless.tasklet()
for n in ("become", "capture", "settrace", "getinfo", "name"):
    print(n, hasattr(t, n))
#: become False
#: capture False
#: settrace False
#: getinfo False
#: name False
---
# pickle_flags
import stackless
print(stackless.pickle_flags(), stackless.pickle_flags_default(), stackless.pickle_with_tracing_state)
try: stackless.pickle_flags(1 << 20, 1 << 20)
except ValueError as e: print("ValueError:", e)
#: 0 0 False
#: ValueError: you must not set an undefined pickle-flag
