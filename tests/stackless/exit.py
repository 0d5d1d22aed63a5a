# TaskletExit in main ends the program silently.
import stackless
print("before")
raise TaskletExit
print("never")
#: before
---
# SystemExit in a tasklet ends the whole program.
import stackless, sys
def f():
    print("leaving")
    sys.exit()
stackless.tasklet(f)()
stackless.tasklet(print)("never")
stackless.run()
print("never")
#: leaving
---
# atexit functions run with tasklets still there.
import stackless, atexit
def bye():
    print("bye", stackless.getruncount())
    stackless.run()
atexit.register(bye)
stackless.tasklet(print)("a scheduled tasklet, run by bye()")
print("end of main")
#: end of main
#: bye 2
#: a scheduled tasklet, run by bye()
---
# Runnable tasklets left at the end are dropped.
import stackless
def f():
    try: print("never")
    finally: print("nor this")
stackless.tasklet(f)()
print("end")
#: end
---
# The end of main does not wait for anybody; run() does.
import stackless
def f(n):
    for i in range(n): stackless.schedule()
    print("done", n)
for n in (3, 1, 2): stackless.tasklet(f)(n)
stackless.schedule()
print("main turn")
stackless.run()
#: main turn
#: done 1
#: done 2
#: done 3
