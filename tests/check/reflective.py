# Code that looks names up by their text may still use any of them: nothing is sure before the end.
import stackless


def waits(channel):
    channel.receive()  # want SLP202 "still waited to receive.*warning, end"


def hidden(channel):
    channel.receive()  # want SLP202 "(still waited|for ever).*(end|likely)"


kept = stackless.channel()
stackless.tasklet(waits)(kept)
stackless.tasklet(hidden)(stackless.channel())
stackless.run()
print(eval("ke" + "pt.balance"))
