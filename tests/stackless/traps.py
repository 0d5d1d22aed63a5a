# switch_trap: every real switch is an error while the level is not zero.
import stackless
def error(f):
    try: print("returned", f())
    except RuntimeError as e: print("RuntimeError:", e)
c = stackless.channel()
t = stackless.tasklet(print)("t")
print(stackless.switch_trap(1), stackless.switch_trap(), stackless.switch_trap(0))
error(stackless.schedule)
error(stackless.schedule_remove)
error(stackless.run)
error(c.receive)
error(lambda: c.send(1))
error(t.run)
error(t.switch)
error(t.kill)
print(c.balance, stackless.getruncount(), t.scheduled)
print(stackless.switch_trap(-1))
stackless.run()
#: 0 1 1
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: RuntimeError: switch_trap
#: 0 2 True
#: 1
#: t
---
# Levels nest.
import stackless
print(stackless.switch_trap(2), stackless.switch_trap(1), stackless.switch_trap(-3), stackless.switch_trap(0))
#: 0 2 3 0
---
# Operations that need no switch are fine inside the trap.
import stackless
c = stackless.channel()
c.preference = 0
def r(): print("got", c.receive())
stackless.tasklet(r)()
stackless.run()
stackless.switch_trap(1)
c.send(5)
stackless.tasklet(print)("made inside")
print("no switch yet", stackless.getruncount())
stackless.switch_trap(-1)
stackless.run()
#: no switch yet 3
#: got 5
#: made inside
---
# An error inside a trapped tasklet operation leaves both sides as they were.
import stackless
c = stackless.channel()
def r(): print("got", c.receive())
stackless.tasklet(r)()
stackless.run()
stackless.switch_trap(1)
try: c.send("first")
except RuntimeError as e: print(e, c.balance)
stackless.switch_trap(-1)
c.send("second")
#: switch_trap -1
#: got second
---
# block_trap: this tasklet must not block; switching is allowed.
import stackless
c = stackless.channel()
t = stackless.getcurrent()
print(t.block_trap)
t.block_trap = True
print(t.block_trap)
for f in (c.receive, lambda: c.send(1)):
    try: f()
    except RuntimeError as e: print("RuntimeError:", e)
print(c.balance)
stackless.tasklet(c.send)("ready")
stackless.schedule()
print(c.receive())
stackless.schedule()
t.block_trap = 0
print(t.block_trap)
for bad in ("x", None, 1.5):
    try: t.block_trap = bad
    except TypeError as e: print("TypeError:", e)
#: False
#: True
#: RuntimeError: this tasklet does not like to be blocked.
#: RuntimeError: this tasklet does not like to be blocked.
#: 0
#: ready
#: False
#: TypeError: block_trap must be set to a bool or integer
#: TypeError: block_trap must be set to a bool or integer
#: TypeError: block_trap must be set to a bool or integer
---
# block_trap belongs to one tasklet.
import stackless
c = stackless.channel()
def f(name, trap):
    stackless.getcurrent().block_trap = trap
    try: print(name, "got", c.receive())
    except RuntimeError as e: print(name, e)
stackless.tasklet(f)("a", True)
stackless.tasklet(f)("b", False)
stackless.run()
c.send(1)
#: a this tasklet does not like to be blocked.
#: b got 1
---
# atomic: a flag of the tasklet with old value back.
import stackless
t = stackless.getcurrent()
print(t.atomic, t.set_atomic(True), t.atomic, t.set_atomic(0), t.atomic)
print(t.ignore_nesting, t.set_ignore_nesting(1), t.ignore_nesting, t.set_ignore_nesting(0))
try: t.set_atomic("x")
except TypeError as e: print("TypeError:", e)
try: t.set_atomic()
except TypeError as e: print("TypeError")
#: False False True True False
#: False False True True
#: TypeError: set_atomic needs exactly one bool or integer
#: TypeError
---
# The atomic context manager restores what was before.
import stackless
t = stackless.getcurrent()
with stackless.atomic():
    print(t.atomic)
    with stackless.atomic():
        print(t.atomic)
    print(t.atomic)
print(t.atomic)
try:
    with stackless.atomic(): raise KeyError
except KeyError: print(t.atomic)
t.set_atomic(True)
with stackless.atomic(): pass
print(t.atomic)
#: True
#: True
#: True
#: False
#: False
#: True
---
# Atomic does not forbid explicit switches.
import stackless
def f(n):
    with stackless.atomic():
        print(n, 1); stackless.schedule(); print(n, 2)
for n in "ab": stackless.tasklet(f)(n)
stackless.run()
#: a 1
#: b 1
#: a 2
#: b 2
