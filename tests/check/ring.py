# Each waits for the next: a circle, and main is not part of it.
import stackless


def node(give, take, done):
    give.send(1)  # want SLP201 "3 of them for each other.*error, proven"
    take.receive()
    done.send(1)


links = [stackless.channel() for _ in range(3)]
done = stackless.channel()
for i in range(3):
    stackless.tasklet(node)(links[i], links[i - 1], done)
for _ in links:
    done.receive()
