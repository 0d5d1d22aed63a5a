# Tasklets that wait for ever, found when run() returns: from then on nobody knows their channels.
import stackless


def waits(channel):
    channel.receive()  # want SLP202 "^waits#\\d+ waits to receive from .*for ever.*error, proven"


def gives(channel):
    channel.send(1)  # want SLP202 "gives#\\d+ waits to send to .*and 2 more like it.*error, proven"


def start():
    stackless.tasklet(waits)(stackless.channel())
    for _ in range(3):
        stackless.tasklet(gives)(stackless.channel())
    stackless.run()


start()
