# send_exception raises in the receiver.
import stackless
c = stackless.channel()
def f():
    print(c.send_exception(ValueError, "a", 1))
    c.send_exception(KeyError)
stackless.tasklet(f)()
for _ in range(2):
    try: c.receive()
    except Exception as e: print(type(e).__name__, e.args)
stackless.run()
#: ValueError ('a', 1)
#: None
#: KeyError ()
---
# When the receiver waits already.
import stackless
c = stackless.channel()
def r():
    try: c.receive()
    except ValueError as e: print("receiver", e)
    print("receiver goes on")
stackless.tasklet(r)()
stackless.run()
c.send_exception(ValueError, "v")
print("main")
#: receiver v
#: receiver goes on
#: main
---
# send_throw takes an instance, a class with a value, and a traceback.
import stackless, sys
c = stackless.channel()
def boom(): raise KeyError("from boom")
def f():
    c.send_throw(ValueError("inst"))
    c.send_throw(ValueError, "val")
    c.send_throw(ValueError, ("t", 2))
    c.send_throw(ValueError)
    try: boom()
    except KeyError:
        c.send_throw(*sys.exc_info())
stackless.tasklet(f)()
for _ in range(5):
    try: c.receive()
    except Exception as e:
        names = []
        tb = e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
        print(type(e).__name__, e.args, names[-1])
#: ValueError ('inst',) <module>
#: ValueError ('val',) <module>
#: ValueError ('t', 2) <module>
#: ValueError () <module>
#: KeyError ('from boom',) boom
---
# Uncaught in the receiver it travels to main.
import stackless
c = stackless.channel()
def r(): c.receive()
t = stackless.tasklet(r)()
stackless.run()
try:
    c.send_exception(IndexError, "x")
    stackless.run()
except IndexError as e:
    print("main got", e, t.alive)
#: main got x False
---
# Errors of the arguments.
import stackless
c = stackless.channel()
def error(f):
    try: f()
    except TypeError as e: print("TypeError:", e)
error(lambda: c.send_throw(5))
error(lambda: c.send_throw(ValueError("x"), 1))
error(lambda: c.send_throw(ValueError, None, 5))
print(c.balance)
#: TypeError: exceptions must be classes, or instances, not int
#: TypeError: instance exception may not have a separate value
#: TypeError: third argument must be a traceback object
#: 0
---
# An exception can be waiting in a blocked sender.
import stackless
c = stackless.channel()
stackless.tasklet(c.send_exception)(ZeroDivisionError, "z")
stackless.tasklet(c.send)(1)
stackless.run()
print(c.balance)
def r():
    try: c.receive()
    except ZeroDivisionError as e: print("caught", e)
    print(c.receive())
stackless.tasklet(r)()
stackless.run()
#: 2
#: caught z
#: 1
---
# A bomb object sent explicitly is only a value... unless it is the transfer itself.
import stackless
from stackless import bomb
b = bomb(ValueError, "bang")
print(b.type is ValueError, b.value, b.traceback)
c = stackless.channel()
stackless.tasklet(c.send)(b)
try:
    print(type(c.receive()).__name__)
except ValueError as e:
    print("exploded", e)
#: True bang None
#: exploded bang
