# A channel that the rest of the program mentions: only its end shows that nobody sends.
import stackless


def waits(channel):
    channel.receive()  # want SLP202 "still waited to receive from kept when the program ended.*warning, end"


kept = stackless.channel()
stackless.tasklet(waits)(kept)
stackless.run()
if kept.balance > 0:
    kept.send(1)
print(kept.balance)
