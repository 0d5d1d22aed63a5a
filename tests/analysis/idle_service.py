# SLP103 as information: a service that waits for more when the program ends.
import stackless

jobs = stackless.channel()


def service():
    while True:
        print(jobs.receive())       # want SLP103 `'service' at receive\(\) on channel 'jobs' \(info, medium\)`


stackless.tasklet(service)()
jobs.send(1)
jobs.send(2)
