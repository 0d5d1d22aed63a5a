# The error handler takes uncaught exceptions of tasklets, and the others go on.
import stackless
def handler(t, v, tb):
    print("handler", t.__name__, v, tb is not None, stackless.getcurrent() is bad)
    return "ignored"
def f(): raise ValueError("oops")
bad = stackless.tasklet(f)()
stackless.tasklet(print)("other")
print(stackless.set_error_handler(handler))
print(stackless.run())
print(bad.alive)
print(stackless.set_error_handler(None) is handler)
#: None
#: handler ValueError oops True True
#: other
#: None
#: False
#: True
---
# If the handler raises, that goes to main.
import stackless
def handler(t, v, tb): raise KeyError("from handler")
def f(): raise ValueError("oops")
stackless.tasklet(f)()
stackless.set_error_handler(handler)
try: stackless.run()
except KeyError as e: print("main got", e)
stackless.set_error_handler(None)
#: main got 'from handler'
---
# The handler is not asked for TaskletExit nor for caught exceptions nor for main.
import stackless
def handler(t, v, tb): print("handler", t.__name__)
stackless.set_error_handler(handler)
def f(): raise TaskletExit
def g():
    try: 1 / 0
    except ZeroDivisionError: print("caught")
stackless.tasklet(f)(); stackless.tasklet(g)()
stackless.run()
try: raise LookupError
except LookupError: print("main caught its own")
stackless.set_error_handler(None)
#: caught
#: main caught its own
---
# Without a handler the exception reaches main's run(); the rest can be continued.
import stackless
def f(n): 
    if n == 2: raise ValueError(n)
    print("ok", n)
for n in (1, 2, 3): stackless.tasklet(f)(n)
try: stackless.run()
except ValueError as e: print("run raised", e, stackless.getruncount())
stackless.run()
#: ok 1
#: run raised 2 2
#: ok 3
---
# A handler for each: log and restart.
import stackless
log = []
def handler(t, v, tb):
    log.append(str(v))
    if len(log) < 3: stackless.tasklet(work)(len(log))
def work(n): raise RuntimeError("attempt %d" % n)
stackless.set_error_handler(handler)
stackless.tasklet(work)(0)
stackless.run()
stackless.set_error_handler(None)
print(log)
#: ['attempt 0', 'attempt 1', 'attempt 2']
---
# kill() with a handler installed: exceptions from finally go to the handler.
import stackless
stackless.set_error_handler(lambda t, v, tb: print("handler", t.__name__, v))
def f():
    try: stackless.schedule_remove()
    finally: raise ValueError("in finally")
t = stackless.tasklet(f)()
stackless.run()
t.kill()
print("main goes on", t.alive)
stackless.set_error_handler(None)
#: handler ValueError in finally
#: main goes on False
