# SLP119: kill() does not end the tasklet.
import stackless

jobs = stackless.channel()


def careless():
    while True:
        try:
            print(jobs.receive())
        except:                     # want SLP119 `this bare except swallows TaskletExit: the tasklet goes on after kill\(\)`
            print("failed")


def also_careless():
    for _ in range(3):
        try:
            stackless.schedule()
        except (ValueError, BaseException):     # want SLP119 `'except \(ValueError, BaseException\)' swallows TaskletExit`
            continue


def twice():
    try:
        jobs.receive()
    except TaskletExit:             # want SLP119 "'except TaskletExit' swallows"
        print("not yet")
    jobs.receive()


def careful():
    while True:
        try:
            print(jobs.receive())
        except Exception:
            print("failed")


def raises_again():
    while True:
        try:
            print(jobs.receive())
        except TaskletExit:
            raise
        except:
            print("failed")


def ends():
    try:
        jobs.receive()
    except TaskletExit:
        print("bye")


def leaves():
    while True:
        try:
            jobs.receive()
        except BaseException:
            break


def nothing_blocks():
    while True:
        try:
            print(1)
        except:
            pass


for f in careless, also_careless, twice, careful, raises_again, ends, leaves:
    stackless.tasklet(f)()
jobs.send_sequence(range(10))
