# The module scheduler: the API of the carbon scheduler, whose order is not Stackless's.
import scheduler
order = []
def say(x):
    order.append(x)
t1 = scheduler.tasklet(say)(1)
t2 = scheduler.tasklet(say)(2)
t3 = scheduler.tasklet(say)(3)
print(scheduler.getruncount(), scheduler.calculateruncount(), t1.next is t2, t3.prev is t2, t1.prev is scheduler.getmain())
t2.run()
print(order, scheduler.getruncount(), t1.alive, t2.alive)
scheduler.run()
print(order, scheduler.getruncount())
#: 4 4 True True True
#: [2, 3] 2 True False
#: [2, 3, 1] 1
---
# tasklet.run() nests, or else puts the tasklet in front.
import scheduler
def inner(x):
    order.append(x)
def outer():
    t = scheduler.tasklet(inner)(2)
    scheduler.tasklet(inner)(3)
    scheduler.tasklet(inner)(4)
    t.run()
for nested in (True, False):
    scheduler.set_use_nested_tasklets(nested)
    order = []
    scheduler.tasklet(inner)(1)
    scheduler.tasklet(outer)()
    scheduler.tasklet(inner)(5)
    scheduler.run()
    print(scheduler.get_use_nested_tasklets(), order)
scheduler.set_use_nested_tasklets(True)
#: True [1, 2, 3, 4, 5]
#: False [1, 2, 5, 3, 4]
---
# Channels: who goes on first, and what is sent.
import scheduler
def sender(c, x):
    log.append(f"send {x}")
    c.send(x)
    log.append(f"sent {x}")
def receiver(c):
    while True:
        log.append(f"got {c.receive()}")
for preference in (-1, 0, 1):
    log = []
    c = scheduler.channel()
    c.preference = preference
    r = scheduler.tasklet(receiver)(c)
    for x in "ab":
        scheduler.tasklet(sender)(c, x)
    scheduler.run()
    print(preference, log, c.balance, r.blocked)
    c.clear()
    print(c.balance, r.alive)
#: -1 ['send a', 'got a', 'send b', 'got b', 'sent a', 'sent b'] -1 True
#: 0 False
#: 0 ['send a', 'sent a', 'send b', 'got a', 'got b', 'sent b'] -1 True
#: 0 False
#: 1 ['send a', 'sent a', 'send b', 'got a', 'sent b', 'got b'] -1 True
#: 0 False
---
# A deadlock is an error of the main tasklet, with one text.
import scheduler
c = scheduler.channel()
for operation in (c.receive, lambda: c.send(1)):
    try:
        operation()
    except RuntimeError as e:
        print(e, c.balance)
def waits():
    c.receive()
t = scheduler.tasklet(waits)()
try:
    scheduler.channel().receive()
except RuntimeError as e:
    print(e)
print(t.blocked, c.queue is t, t.frame.f_code.co_name, t.frame.f_lineno - waits.__code__.co_firstlineno)
print(scheduler.unblock_all_channels(), t.alive, c.balance)
#: Deadlock: the last runnable tasklet cannot be blocked. 0
#: Deadlock: the last runnable tasklet cannot be blocked. 0
#: Deadlock: the last runnable tasklet cannot be blocked.
#: True True waits 1
#: 1 False 0
---
# run_n_tasklets, schedule, schedule_remove, switch.
import scheduler
def counts(n):
    for i in range(n):
        print(n, i)
        scheduler.schedule()
for n in (1, 2):
    scheduler.tasklet(counts)(n)
scheduler.run_n_tasklets(1)
print("one")
scheduler.run_n_tasklets(2)
print("three")
scheduler.run()
for bad in (0, -1):
    try:
        scheduler.run_n_tasklets(bad)
    except RuntimeError as e:
        print(e)
def leaves():
    scheduler.schedule_remove()
    print("back")
t = scheduler.tasklet(leaves)()
scheduler.run()
print(t.paused, t.alive, t.scheduled)
t.insert()
scheduler.run()
print(t.paused, t.alive)
t = scheduler.tasklet(lambda: print("switched to"))()
t.switch()
#: 1 0
#: one
#: 2 0
#: three
#: 2 1
#: Invalid number: Number of Tasklets to run must be greater than 0.
#: Invalid number: Number of Tasklets to run must be greater than 0.
#: True True False
#: back
#: False False
#: switched to
---
# kill, throw, raise_exception.
import scheduler
def stubborn():
    try:
        scheduler.schedule()
    except BaseException as e:
        print("in it", repr(e))
        raise
t = scheduler.tasklet(stubborn)()
t.run()
t.kill()
print(t.alive)
t = scheduler.tasklet(stubborn)()
t.run()
try:
    t.throw(ValueError, "thrown")
except ValueError as e:
    print("out of it", e)
t = scheduler.tasklet(stubborn)()
t.run()
t.throw(KeyError("later"), pending=True)
print("pending")
try:
    scheduler.run()
except KeyError as e:
    print("out of it", repr(e))
new = scheduler.tasklet(print)("never printed")
new.kill()
print(new.alive, scheduler.getruncount())
for f in (lambda: t.run(), lambda: t.insert(), lambda: t.switch(), lambda: t.throw(ValueError), lambda: t.throw(), lambda: t.raise_exception(1),
          lambda: scheduler.tasklet().setup(), lambda: scheduler.tasklet(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t.throw(TaskletExit)
#: in it TaskletExit()
#: False
#: in it ValueError('thrown')
#: out of it thrown
#: pending
#: in it KeyError('later')
#: out of it KeyError('later')
#: False 1
#: RuntimeError Cannot run tasklet that is not alive (dead)
#: RuntimeError Failed to insert tasklet: Cannot insert dead tasklet
#: RuntimeError You cannot run an unbound(dead) tasklet
#: RuntimeError You cannot throw to a dead tasklet
#: TypeError missing required argument 'exc' (pos 1)
#: TypeError exceptions must be classes, or instances
#: RuntimeError This tasklet must be bound to a callable before you can call setup. Please call bind first.
#: TypeError parameter must be callable
---
# What a tasklet tells of itself.
import scheduler
def work(n):
    scheduler.schedule()
t = scheduler.tasklet(work)(1)
print(t.method_name, t.module_name, t.line_number == work.__code__.co_firstlineno, t.file_name == work.__code__.co_filename, t.startTime, t.endTime)
scheduler.run()
print(t.times_switched_to, t.startTime > 0, t.endTime > t.startTime)
t.context, t.parent_callsite, t.highlighted, t.runTime = "a", "b", True, 1.5
print(t.context, t.parent_callsite, t.highlighted, t.runTime)
for name in ("dont_raise", "highlighted", "context_manager_getter", "exception_handler", "block_trap"):
    try:
        setattr(t, name, 1)
    except Exception as e:
        print(type(e).__name__, e)
main = scheduler.getmain()
print(main.is_main, main.is_current, scheduler.getcurrent() is main, t.is_main, t.thread_id == main.thread_id)
#: work __main__ True True 0 0
#: 2 True True
#: a b True 1.5
#: TypeError dont_raise must be either a True or False value
#: TypeError highlighted must be either a True or False value
#: TypeError context_manager_fun must be a callable that returns a context manager object
#: TypeError exception_handler must be a callable
#: RuntimeError Blocktrap expects a boolean
#: True True True False True
---
# dont_raise: what a tasklet raises stays in it.
import contextlib, scheduler, sys
@contextlib.contextmanager
def around(t):
    print("enter", t.method_name)
    yield
    print("exit")
def fails():
    raise ValueError("kept")
t = scheduler.tasklet()
t.dont_raise = True
t.context_manager_getter = around
t.exception_handler = lambda info: print(info == str(t), sys.exc_info()[1])
t.bind(fails)
t.setup()
scheduler.run()
t = scheduler.tasklet(fails)()
try:
    scheduler.run()
except ValueError as e:
    print("left it:", e)
#: enter fails
#: True kept
#: exit
#: left it: kept
---
# Callbacks and traps.
import scheduler
names = {}
scheduler.set_schedule_callback(lambda a, b: print(names.get(a), "->", names.get(b)))
scheduler.set_channel_callback(lambda c, t, sending, blocks: print(names.get(t), "sends" if sending else "receives", blocks))
c = scheduler.channel()
names[scheduler.getmain()] = "main"
names[scheduler.tasklet(c.receive)()] = "receiver"
names[scheduler.tasklet(c.send)(1)] = "sender"
scheduler.run()
print(scheduler.set_schedule_callback(None) is None, scheduler.set_channel_callback(None) is None)
print(scheduler.switch_trap(1), scheduler.switch_trap(0))
for f in (scheduler.schedule, scheduler.run, scheduler.schedule_remove):
    try:
        f()
    except RuntimeError as e:
        print(e)
print(scheduler.switch_trap(-1), scheduler.switch_trap(0))
with scheduler.block_trap():
    try:
        c.receive()
    except RuntimeError as e:
        print(e)
#: main -> receiver
#: receiver receives True
#: receiver -> main
#: main -> sender
#: sender sends False
#: sender -> main
#: main -> receiver
#: receiver -> main
#: main -> sender
#: sender -> main
#: False False
#: 0 1
#: Cannot schedule when scheduler switch_trap level is non-zero
#: Cannot schedule when scheduler switch_trap level is non-zero
#: Cannot schedule when scheduler switch_trap level is non-zero
#: 1 0
#: Channel cannot block on main tasklet with block_trap set true
---
# Closing, iterating, and channels with a queue.
import scheduler
c = scheduler.channel()
for i in range(3):
    scheduler.tasklet(c.send)(i)
scheduler.run()
c.close()
print(c.closing, c.closed, c.balance)
print([x for x in c], c.closing, c.closed)
for operation in (c.receive, lambda: c.send(1)):
    try:
        operation()
    except ValueError as e:
        print(e)
c.open()
print(c.closing, c.closed)
q = scheduler.QueueChannel()
for x in "abc":
    q.send(x)
q.send_exception(KeyError, "k")
print(len(q), q.balance, q.receive(), q.receive(), q.receive())
try:
    q.receive()
except KeyError as e:
    print(repr(e))
print(isinstance(q, scheduler.channel), q.balance)
#: True False 3
#: [0, 1, 2] True True
#: receive operation on a closed channel
#: Send operation on a closed channel
#: False False
#: 4 4 a b c
#: KeyError(('k',))
#: True 0
---
# Each thread has a line of its own; what is left in it is killed with the thread.
import threading, scheduler
out = []
def left():
    try:
        scheduler.schedule()
        out.append("never")
    except TaskletExit:
        out.append("killed")
def other():
    t = scheduler.tasklet(left)()
    t.run()
    out.append(scheduler.getruncount())
    for f in (foreign.kill, foreign.switch, lambda: foreign.throw(ValueError), lambda: foreign.bind(print), foreign.setup):
        try:
            f()
        except RuntimeError as e:
            print(e)
    foreign.run()
foreign = scheduler.tasklet(out.append)("mine")
th = threading.Thread(target=other)
th.start()
th.join()
print(out, scheduler.getruncount(), scheduler.get_number_of_active_schedule_managers())
scheduler.run()
print(out)
#: Failed to kill tasklet: Cannot kill tasklet from another thread
#: Failed to switch tasklet: Cannot switch tasklet from another thread
#: Failed to throw tasklet: Cannot throw tasklet from another thread
#: Failed to bind tasklet: Cannot bind tasklet from another thread
#: Failed to setup tasklet: Cannot setup tasklet from another thread
#: [2, 'killed'] 2 1
#: [2, 'killed', 'mine']
---
# A tasklet may block anywhere in a builtin.
import scheduler
c = scheduler.channel()
def key(x):
    return c.receive() * x
def sorts():
    print(sorted([1, 2, 3], key=key))
def feeds():
    for x in (1, -1, 1):
        c.send(x)
scheduler.tasklet(sorts)()
scheduler.tasklet(feeds)()
scheduler.run()
#: [2, 1, 3]
