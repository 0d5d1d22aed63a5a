# Two philosophers who take their forks in different orders: a deadlock in some runs only, so nothing is said.
import stackless


class Fork:
    def __init__(self):
        self.here = stackless.channel()


left, right = stackless.channel(), stackless.channel()


def philosopher(first, second):
    first.receive()
    stackless.schedule()
    second.receive()
    second.send(1)
    first.send(1)


def table(fork):
    while True:
        fork.send(1)
        fork.receive()


stackless.tasklet(table)(left)
stackless.tasklet(table)(right)
stackless.tasklet(philosopher)(left, right)
stackless.tasklet(philosopher)(right, left)
stackless.run()
