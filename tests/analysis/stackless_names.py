# SLP120, 121, 122, 124: what the interface does not allow.
import stackless
from stackless import TaskletExit   # want SLP120 "module 'stackless' has no name 'TaskletExit': it is a builtin name" SLP004 "is not used"

c = stackless.channel()


def reader():
    try:
        c.receive()
    except stackless.TaskletExit:   # want SLP120 "module 'stackless' has no attribute 'TaskletExit'"
        print("killed")


t = stackless.tasklet(reader)()
c.send_exception(ValueError("x"))   # want SLP121 `send_exception\(\) takes an exception class, not an instance`
c.send_exception(ValueError, "x")
t.raise_exception(KeyError())       # want SLP121 `raise_exception\(\) takes an exception class`
c.preference = 5                    # want SLP122 "preference 5 is taken as 1"
c.preference = -2                   # want SLP122 "preference -2 is taken as -1"
c.preference = -1
c.preference = 0

d = stackless.channel()
d.close()
d.send(1)                           # want SLP124 `send\(\) on a closed channel raises ValueError`
d.open()
stackless.tasklet(d.receive)()
d.send(1)
