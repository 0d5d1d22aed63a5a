"""The dining philosophers: a fork is a tasklet, picked up and put down by
messages. Everybody takes the left fork, looks up, and wants the right one.

    slp check examples/philosophers.py
"""

import stackless


class Fork:
    def __init__(self):
        self.pick, self.drop = stackless.channel(), stackless.channel()
        stackless.tasklet(self.lie_on_the_table)()

    def lie_on_the_table(self):
        while True:
            self.pick.send(self)
            self.drop.receive()


def philosopher(name, left, right, done):
    left.pick.receive()
    stackless.schedule()                    # a moment for the others to be polite, too
    right.pick.receive()
    print(name, "eats")
    right.drop.send(None)
    left.drop.send(None)
    done.send(name)


names = ["Hypatia", "Laozi", "Hume"]
forks = [Fork() for _ in names]
done = stackless.channel()
for i, name in enumerate(names):
    stackless.tasklet(philosopher)(name, forks[i], forks[i - 1], done)

for _ in names:
    print(done.receive(), "leaves the table")
