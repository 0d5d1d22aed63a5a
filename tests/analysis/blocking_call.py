# SLP127, SLP128: everybody waits; somebody is lost.
import stackless
import time


def nap():
    time.sleep(1)                   # want SLP127 `time.sleep\(\) stops all tasklets, not only this one`


def helper():
    nap()


def count():
    for i in range(10):
        print(i)
        time.sleep(0)
        stackless.schedule()


stackless.tasklet(helper)()
stackless.tasklet(count)()
time.sleep(0.1)
stackless.run(1000)                 # want SLP128 `the tasklet that run\(1000\) interrupts is lost`
victim = stackless.run(1000)
if victim:
    victim.insert()
stackless.run(1000, soft=True)
stackless.run()
