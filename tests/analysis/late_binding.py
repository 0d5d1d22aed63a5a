# SLP126: the lambda sees the last value only.
import stackless


def show(x):
    print(x)


for i in range(3):
    stackless.tasklet(lambda: show(i))()        # want SLP126 "all these tasklets see the last value of 'i'"
for i in range(3):
    stackless.tasklet(lambda i=i: show(i))()
for i in range(3):
    stackless.tasklet(show)(i)
for i in range(3):
    stackless.tasklet(lambda: show(i))()
    stackless.run()
stackless.run()
