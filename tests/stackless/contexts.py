# Context variables: a new tasklet shares the context of its maker.
import stackless, contextvars
v = contextvars.ContextVar("v", default="default")
def f(name):
    print(name, "sees", v.get())
    v.set(name)
    stackless.schedule()
    print(name, "still", v.get())
v.set("main")
for n in "ab": stackless.tasklet(f)(n)
stackless.run()
print("main", v.get())
#: a sees main
#: b sees a
#: a still b
#: b still b
#: main b
---
# Own contexts with set_context().
import stackless, contextvars
v = contextvars.ContextVar("v", default="default")
def f(name):
    print(name, "sees", v.get())
    v.set(name)
    stackless.schedule()
    print(name, "still", v.get())
v.set("main")
for n in "ab":
    t = stackless.tasklet(f)
    print(t.set_context(contextvars.copy_context()) is t)
    t(n)
stackless.run()
print("main", v.get())
#: True
#: True
#: a sees main
#: b sees main
#: a still a
#: b still b
#: main main
---
# context_run
import stackless, contextvars
v = contextvars.ContextVar("v", default=0)
ctx = contextvars.copy_context()
t = stackless.tasklet(lambda: print("in tasklet", v.get()))
t.set_context(ctx)
print(t.context_run(lambda x: (v.set(x), v.get())[1], 5))
print(v.get())
t()
stackless.run()
#: 5
#: 0
#: in tasklet 5
---
# Context.run with switches inside.
import stackless, contextvars
v = contextvars.ContextVar("v", default="none")
def body(name):
    v.set(name)
    stackless.schedule()
    print(name, v.get())
def f(name): contextvars.copy_context().run(body, name)
for n in "abc": stackless.tasklet(f)(n)
stackless.run()
print(v.get())
#: a a
#: b b
#: c c
#: none
---
# Errors.
import stackless, contextvars
t = stackless.tasklet(print)
try: t.set_context(5)
except TypeError: print("TypeError")
print(isinstance(t.context_id, int), t.context_id == stackless.getcurrent().context_id)
#: TypeError
#: True True
---
# Tasklets share their maker's context also when it is still empty; a tasklet without a function has an empty one of its own.
import stackless, contextvars
v = contextvars.ContextVar("v", default="unset")
t = stackless.tasklet(lambda: print("shared", v.get()))
u = stackless.tasklet()
print(t.context_id == stackless.current.context_id, u.context_id == t.context_id)
v.set("later")
t(); stackless.run()
print(u.context_run(v.get))
u.bind(lambda: print("bound", v.get()))(); stackless.run()
#: True False
#: shared later
#: unset
#: bound later
---
# set_context: not while the tasklet is inside Context.run, not from another thread while it can run there.
import stackless, contextvars, threading
def tries(f, *a):
    try: print(type(f(*a)).__name__)
    except Exception as e: print(type(e).__name__, e)
tries(contextvars.Context().run, stackless.current.set_context, contextvars.Context())
t = stackless.tasklet(print)("ran")
th = threading.Thread(target=tries, args=(t.set_context, contextvars.Context())); th.start(); th.join()
t.remove()
th = threading.Thread(target=tries, args=(t.set_context, contextvars.Context())); th.start(); th.join()
t.insert(); stackless.run()
tries(t.set_context, {})
#: RuntimeError the current context of the tasklet has been entered.
#: RuntimeError tasklet belongs to a different thread
#: tasklet
#: ran
#: TypeError set_context() argument must be contextvars.Context, not dict
---
# context_run() works in a context that has been entered, and gives the context back.
import stackless, contextvars
v = contextvars.ContextVar("v", default=0)
ctx = contextvars.Context()
t = stackless.tasklet(print).set_context(ctx)
ctx.run(lambda: t.context_run(v.set, 3))
print(ctx[v], v.get())
#: 3 0
