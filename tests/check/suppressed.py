# A comment where the tasklet waits, or where it was made, is enough.
import stackless


def waits(channel):
    channel.receive()  # slp: ignore[SLP101, SLP202] a test


def also(channel):
    channel.receive()


stackless.tasklet(waits)(stackless.channel())
stackless.tasklet(also)(stackless.channel())  # slp: ignore[leaked-tasklet] a test
stackless.run()
