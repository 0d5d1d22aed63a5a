# An uncaught exception of a tasklet comes out of main's run().
import stackless
def f(): raise ValueError("v")
t = stackless.tasklet(f)()
try: stackless.run()
except ValueError as e: print("run raised", e, t.alive)
#: run raised v False
---
# ... out of its schedule().
import stackless
def f(): raise ValueError("v")
stackless.tasklet(f)()
stackless.tasklet(print)("other")
try: stackless.schedule()
except ValueError as e: print("schedule raised", e, stackless.getruncount())
stackless.run()
#: schedule raised v 2
#: other
---
# ... or out of its channel operation, which is undone.
import stackless
c = stackless.channel()
def f(): raise ValueError("v")
stackless.tasklet(f)()
try: c.receive()
except ValueError as e: print("receive raised", e, c.balance)
stackless.tasklet(f)()
try: c.send(1)
except ValueError as e: print("send raised", e, c.balance)
#: receive raised v 0
#: send raised v 0
---
# A nested run() catches for its own tasklets.
import stackless
def bad(): raise ValueError("bad")
def boss():
    stackless.tasklet(bad)()
    try: stackless.run()
    except ValueError as e: print("boss got", e)
stackless.tasklet(boss)()
stackless.run()
print("main is fine")
#: boss got bad
#: main is fine
---
# The frames of the tasklet are in the traceback, under main's run() line.
import stackless, traceback
def inner(): raise ValueError("v")
def outer(): inner()
def runner(): stackless.run()
stackless.tasklet(outer)()
try: runner()
except ValueError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
#: ['<module>', 'runner', 'outer', 'inner']
---
# The others are untouched: run() again.
import stackless
def f(n):
    print("start", n)
    stackless.schedule()
    if n % 2: raise KeyError(n)
    print("end", n)
for n in range(4): stackless.tasklet(f)(n)
while True:
    try: stackless.run(); break
    except KeyError as e: print("raised", e)
print("done")
#: start 0
#: start 1
#: start 2
#: start 3
#: end 0
#: raised 1
#: end 2
#: raised 3
#: done
---
# All kinds of exceptions.
import stackless
def f(exc): raise exc
for exc in (StopIteration("s"), KeyboardInterrupt(), GeneratorExit("g"), BaseException("b"), LookupError("l")):
    stackless.tasklet(f)(exc)
    try: stackless.run()
    except BaseException as e: print(type(e).__name__, e.args, e is exc)
#: StopIteration ('s',) True
#: KeyboardInterrupt () True
#: GeneratorExit ('g',) True
#: BaseException ('b',) True
#: LookupError ('l',) True
---
# Each tasklet has its own exception state.
import stackless, sys
def f():
    try: raise ValueError("mine")
    except ValueError:
        stackless.schedule()
        print("f", sys.exc_info()[0].__name__)
        stackless.schedule()
        try: raise
        except ValueError as e: print("re-raised", e)
    print("f after", sys.exc_info()[0])
def g():
    print("g", sys.exc_info()[0])
    try: raise KeyError("k")
    except KeyError:
        stackless.schedule()
        print("g", sys.exc_info()[0].__name__)
stackless.tasklet(f)(); stackless.tasklet(g)()
stackless.run()
print("main", sys.exc_info()[0])
#: g None
#: f ValueError
#: g KeyError
#: re-raised mine
#: f after None
#: main None
---
# A tasklet made inside an except block does not inherit the exception.
import stackless, sys
try: 1 / 0
except ZeroDivisionError:
    def f(): print(sys.exc_info())
    stackless.tasklet(f)()
    stackless.run()
    print(sys.exc_info()[0].__name__)
#: (None, None, None)
#: ZeroDivisionError
---
# Exceptions and generators across a switch.
import stackless
c = stackless.channel()
def gen():
    try:
        while True: yield c.receive()
    except ValueError as e: print("gen caught", e)
    finally: print("gen finally")
def f():
    for x in gen(): print("item", x)
    print("f ends")
stackless.tasklet(f)()
c_send = [c.send, c.send]
stackless.run()
c.send(1); c.send(2)
c.send_exception(ValueError, "stop")
#: item 1
#: item 2
#: gen caught stop
#: gen finally
#: f ends
