# SLP102, SLP109: the numbers do not fit; nobody ends the loop.
import stackless


def two(c):
    c.send(1)
    c.send(2)


def one(c):
    print(c.receive())


def maybe(c, x):
    if x:
        c.send(x)


uneven = stackless.channel()        # want SLP102 "channel 'uneven': 2 sends but 1 receive, so a tasklet is left waiting"
stackless.tasklet(two)(uneven)
stackless.tasklet(one)(uneven)

even = stackless.channel()
stackless.tasklet(two)(even)
stackless.tasklet(one)(even)
stackless.tasklet(one)(even)

unsure = stackless.channel()
stackless.tasklet(maybe)(unsure, 0)
stackless.tasklet(one)(unsure)


def drain(c):
    for x in c:                     # want SLP109 "this loop never ends: nobody closes channel 'endless' or sends StopIteration on it"
        print(x)


def drain_some(c):
    for x in c:
        if x == 2:
            break


endless = stackless.channel()
stackless.tasklet(drain)(endless)
stackless.tasklet(two)(endless)
some = stackless.channel()
stackless.tasklet(drain_some)(some)
stackless.tasklet(two)(some)
stackless.run()
