# The order table: who goes on after a rendezvous, for every preference and schedule_all.
# Tasklets stand in the queue as R O1 S O2, so the receiver blocks first.
import stackless

def case(preference, schedule_all):
    c = stackless.channel()
    c.preference = preference
    c.schedule_all = schedule_all
    log = []
    def receiver():
        log.append("R-before")
        log.append("R-got-" + c.receive())
    def sender():
        log.append("S-before")
        c.send("x")
        log.append("S-after")
    def other(name):
        log.append(name)
    stackless.tasklet(receiver)()
    stackless.tasklet(other)("O1")
    stackless.tasklet(sender)()
    stackless.tasklet(other)("O2")
    stackless.run()
    print(preference, schedule_all, *log)

for schedule_all in (0, 1):
    for preference in (-1, 0, 1):
        case(preference, schedule_all)
#: -1 0 R-before O1 S-before R-got-x O2 S-after
#: 0 0 R-before O1 S-before S-after O2 R-got-x
#: 1 0 R-before O1 S-before S-after O2 R-got-x
#: -1 1 R-before O1 S-before O2 R-got-x S-after
#: 0 1 R-before O1 S-before O2 R-got-x S-after
#: 1 1 R-before O1 S-before O2 R-got-x S-after
---
# The sender blocks first: S O1 R O2.
import stackless

def case(preference, schedule_all):
    c = stackless.channel()
    c.preference = preference
    c.schedule_all = schedule_all
    log = []
    def receiver():
        log.append("R-before")
        log.append("R-got-" + c.receive())
    def sender():
        log.append("S-before")
        c.send("x")
        log.append("S-after")
    def other(name):
        log.append(name)
    stackless.tasklet(sender)()
    stackless.tasklet(other)("O1")
    stackless.tasklet(receiver)()
    stackless.tasklet(other)("O2")
    stackless.run()
    print(preference, schedule_all, *log)

for schedule_all in (0, 1):
    for preference in (-1, 0, 1):
        case(preference, schedule_all)
#: -1 0 S-before O1 R-before R-got-x O2 S-after
#: 0 0 S-before O1 R-before R-got-x O2 S-after
#: 1 0 S-before O1 R-before S-after O2 R-got-x
#: -1 1 S-before O1 R-before O2 S-after R-got-x
#: 0 1 S-before O1 R-before O2 S-after R-got-x
#: 1 1 S-before O1 R-before O2 S-after R-got-x
---
# Main sends to three waiting receivers while others run.
import stackless

def case(preference, schedule_all):
    c = stackless.channel()
    c.preference = preference
    c.schedule_all = schedule_all
    log = []
    def receiver(name):
        log.append(name + "-before")
        log.append(name + c.receive())
    def other(name):
        for i in range(3):
            log.append(name + str(i))
            stackless.schedule()
    for n in "ABC":
        stackless.tasklet(receiver)(n)
    stackless.tasklet(other)("o")
    stackless.schedule()
    for v in "xyz":
        log.append("M-send-" + v)
        c.send(v)
        log.append("M-sent")
    stackless.run()
    print(preference, schedule_all, *log)

for schedule_all in (0, 1):
    for preference in (-1, 0, 1):
        case(preference, schedule_all)
#: -1 0 A-before B-before C-before o0 M-send-x Ax o1 M-sent M-send-y By o2 M-sent M-send-z Cz M-sent
#: 0 0 A-before B-before C-before o0 M-send-x M-sent M-send-y M-sent M-send-z M-sent o1 Ax By Cz o2
#: 1 0 A-before B-before C-before o0 M-send-x M-sent M-send-y M-sent M-send-z M-sent o1 Ax By Cz o2
#: -1 1 A-before B-before C-before o0 M-send-x o1 Ax M-sent M-send-y o2 By M-sent M-send-z Cz M-sent
#: 0 1 A-before B-before C-before o0 M-send-x o1 Ax M-sent M-send-y o2 By M-sent M-send-z Cz M-sent
#: 1 1 A-before B-before C-before o0 M-send-x o1 Ax M-sent M-send-y o2 By M-sent M-send-z Cz M-sent
---
# Main receives from three waiting senders while others run.
import stackless

def case(preference, schedule_all):
    c = stackless.channel()
    c.preference = preference
    c.schedule_all = schedule_all
    log = []
    def sender(name):
        log.append(name + "-before")
        c.send(name)
        log.append(name + "-after")
    def other(name):
        for i in range(3):
            log.append(name + str(i))
            stackless.schedule()
    for n in "ABC":
        stackless.tasklet(sender)(n)
    stackless.tasklet(other)("o")
    stackless.schedule()
    for _ in range(3):
        log.append("M-got-" + c.receive())
    stackless.run()
    print(preference, schedule_all, *log)

for schedule_all in (0, 1):
    for preference in (-1, 0, 1):
        case(preference, schedule_all)
#: -1 0 A-before B-before C-before o0 M-got-A M-got-B M-got-C o1 A-after B-after C-after o2
#: 0 0 A-before B-before C-before o0 M-got-A M-got-B M-got-C o1 A-after B-after C-after o2
#: 1 0 A-before B-before C-before o0 A-after o1 M-got-A B-after o2 M-got-B C-after M-got-C
#: -1 1 A-before B-before C-before o0 o1 A-after M-got-A o2 B-after M-got-B C-after M-got-C
#: 0 1 A-before B-before C-before o0 o1 A-after M-got-A o2 B-after M-got-B C-after M-got-C
#: 1 1 A-before B-before C-before o0 o1 A-after M-got-A o2 B-after M-got-B C-after M-got-C
---
# Two senders and two receivers on one channel, all interleaved.
import stackless

def case(preference, schedule_all):
    c = stackless.channel()
    c.preference = preference
    c.schedule_all = schedule_all
    log = []
    def sender(name):
        for i in range(2):
            c.send(name + str(i))
            log.append(name + "!")
    def receiver(name):
        for i in range(2):
            log.append(name + c.receive())
    for f, n in ((sender, "s"), (receiver, "r"), (sender, "t"), (receiver, "q")):
        stackless.tasklet(f)(n)
    stackless.run()
    print(preference, schedule_all, *log)

for schedule_all in (0, 1):
    for preference in (-1, 0, 1):
        case(preference, schedule_all)
#: -1 0 rs0 rt0 s! qs1 t! qt1 s! t!
#: 0 0 rs0 t! qt1 s! s! rt0 t! qs1
#: 1 0 s! s! rs0 t! qs1 t! rt0 qt1
#: -1 1 s! rs0 t! qt0 s! rs1 t! qt1
#: 0 1 s! rs0 t! qt0 s! rs1 t! qt1
#: 1 1 s! rs0 t! qt0 s! rs1 t! qt1
---
# The preference can change between two operations.
import stackless
c = stackless.channel()
log = []
def receiver():
    while True:
        log.append(("got", c.receive()))
stackless.tasklet(receiver)()
stackless.run()
for p in (-1, 1, 0, -1, 1):
    c.preference = p
    log.append(("send", p))
    c.send(p)
    log.append(("sent", p))
    if c.balance >= 0:
        stackless.run()
print(*log)
#: ('send', -1) ('got', -1) ('sent', -1) ('send', 1) ('sent', 1) ('got', 1) ('send', 0) ('sent', 0) ('got', 0) ('send', -1) ('got', -1) ('sent', -1) ('send', 1) ('sent', 1) ('got', 1)
