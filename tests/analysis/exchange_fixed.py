# The same ring where one of them receives first: it works, and nothing is said.
import stackless

ring = [stackless.channel() for _ in range(3)]
done = stackless.channel()


def sender(number, out, into):
    out.send(number)
    print(into.receive())
    done.send(number)


def receiver(number, out, into):
    print(into.receive())
    out.send(number)
    done.send(number)


for i, function in enumerate([sender, sender, receiver]):
    if i == 2:
        stackless.tasklet(receiver)(i, ring[i], ring[i - 1])
    else:
        stackless.tasklet(sender)(i, ring[i], ring[i - 1])
for _ in range(3):
    done.receive()
