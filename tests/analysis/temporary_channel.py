# SLP118: a channel that nobody else can know.
import stackless

stackless.channel().receive()       # want SLP118 `receive\(\) on a temporary channel: nobody else can know the channel`
stackless.channel().send(1)         # want SLP118 `send\(\) on a temporary channel`
for x in stackless.channel():       # want SLP118 "a loop over a temporary channel"
    print(x)
print(stackless.channel().balance)
try:
    stackless.channel().receive()
except RuntimeError:
    pass
