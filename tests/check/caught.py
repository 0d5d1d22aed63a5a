# A deadlock that the program knows what to do about.
import stackless

channel = stackless.channel()
try:
    channel.receive()  # want SLP201 "it is the only tasklet.*warning, proven"
except RuntimeError as e:
    print(e)
