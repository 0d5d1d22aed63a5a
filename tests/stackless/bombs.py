# tempval: the one transfer slot of a tasklet.
import stackless
def f():
    print("got", stackless.schedule_remove("given"))
t = stackless.tasklet(f)()
stackless.run()
print(t.tempval)
t.tempval = "new"
t.insert()
stackless.run()
print(t.tempval)
#: given
#: got new
#: None
---
# A bomb in tempval explodes when the tasklet resumes.
import stackless
def f():
    try: stackless.schedule_remove()
    except ValueError as e: print("exploded", e.args)
t = stackless.tasklet(f)()
stackless.run()
t.tempval = stackless.bomb(ValueError, "boom")
t.insert()
stackless.run()
#: exploded ('boom',)
---
# bomb: constructor and attributes.
import stackless, sys
b = stackless.bomb()
print(b.type, b.value, b.traceback)
b = stackless.bomb(KeyError)
print(b.type, b.value, b.traceback)
b = stackless.bomb(KeyError, "k")
print(b.type, b.value)
try: 1 / 0
except ZeroDivisionError:
    b = stackless.bomb(*sys.exc_info())
    b2 = stackless.bomb(sys.exc_info())
print(b.type is ZeroDivisionError, b.value, b.traceback is not None)
print(b2.type is ZeroDivisionError, b2.value, b2.traceback is not None)
for n in ("type", "value", "traceback"):
    try: setattr(b, n, 1)
    except AttributeError: print(n, "is read-only")
#: None None None
#: <class 'KeyError'> None None
#: <class 'KeyError'> k
#: True division by zero True
#: True division by zero True
#: type is read-only
#: value is read-only
#: traceback is read-only
---
# tempval of a receiver that waits, and of a sender.
import stackless
c = stackless.channel()
def s(): c.send("payload")
t = stackless.tasklet(s)()
stackless.run()
print(t.tempval)
t.tempval = "tampered"
print(c.receive())
#: payload
#: tampered
---
# Reading and writing tempval of main.
import stackless
m = stackless.getmain()
def f():
    m.tempval = "for main"
stackless.tasklet(f)()
print(stackless.schedule())
#: for main
---
# A bomb put into main by a tasklet.
import stackless
m = stackless.getmain()
def f(): m.tempval = stackless.bomb(LookupError, "for main")
stackless.tasklet(f)()
try: stackless.schedule()
except LookupError as e: print("main", e)
#: main for main
---
# deleting tempval
import stackless
t = stackless.tasklet()
t.tempval = 5
print(t.tempval)
#: 5
