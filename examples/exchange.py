"""Three workers greet their neighbours. Each sends first and receives then.

It looks right, and with buffered channels it would be. Here nobody receives
before somebody has received: a deadlock.

    slp check examples/exchange.py
"""

import stackless


def worker(name, to_right, from_left, done):
    to_right.send("greetings from " + name)
    print(name, "got", from_left.receive())
    done.send(name)


names = ["north", "east", "south"]
links = [stackless.channel() for _ in names]
done = stackless.channel()
for i, name in enumerate(names):
    stackless.tasklet(worker)(name, links[i], links[i - 1], done)

for _ in names:
    print(done.receive(), "is done")
