# A loop that waits for more to do is a service: no more than a note.
import stackless


def service(jobs):
    while True:
        print(jobs.receive())  # want SLP202 "note, "


def idle(jobs):
    while True:
        jobs.receive()  # want SLP202 "error, proven"


jobs = stackless.channel()
stackless.tasklet(service)(jobs)
stackless.tasklet(idle)(stackless.channel())
stackless.run()
jobs.send(1)
jobs.send(2)
stackless.run()
