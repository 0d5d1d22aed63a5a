# Two philosophers who take their forks in different orders: a deadlock in some runs only. All that is
# said is that the forks are services.
import stackless


left, right = stackless.channel(), stackless.channel()


def philosopher(first, second):
    first.receive()
    stackless.schedule()
    second.receive()
    second.send(1)
    first.send(1)


def table(fork):
    while True:
        fork.send(1)                # want SLP103 `'table' at send\(\) on channel 'left', 'table' at send\(\) on channel 'right' \(info, medium\)`
        fork.receive()


stackless.tasklet(table)(left)
stackless.tasklet(table)(right)
stackless.tasklet(philosopher)(left, right)
stackless.tasklet(philosopher)(right, left)
stackless.run()
