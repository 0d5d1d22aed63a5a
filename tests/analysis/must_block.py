# SLP106: a circle of waits, in every run.
import stackless

a = stackless.channel()
b = stackless.channel()


def f():
    a.receive()                     # want SLP106 `tasklets wait for each other in a circle, in every run: 'f' at receive\(\) on channel 'a', 'g' at receive\(\) on channel 'b' \(warning, high\)`
    b.send(1)


def g():
    b.receive()
    a.send(1)


stackless.tasklet(f)()
stackless.tasklet(g)()
stackless.run()
