# Code that looks names up by their text may still use any of them.
import stackless


def waits(channel):
    channel.receive()  # want SLP202 "still waited to receive.*warning, end"


def hidden(channel):
    channel.receive()  # want SLP202 "for ever.*error, likely"


kept = stackless.channel()
stackless.tasklet(waits)(kept)
stackless.tasklet(hidden)(stackless.channel())
stackless.run()
print(eval("ke" + "pt.balance"))
