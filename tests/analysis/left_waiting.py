# SLP103: somebody is left waiting in every run, by what the branches and loops allow.
import stackless

work = stackless.channel()
done = stackless.channel()


def producer(n):
    for i in range(3):
        work.send(i)
    if n:
        done.send("end")
    else:
        done.send("nothing")


def consumer():
    for i in range(2):
        print(work.receive())


stackless.tasklet(producer)(3)
stackless.tasklet(consumer)()
print(done.receive())               # want SLP103 `in every run a tasklet is left waiting: 'producer' at send\(\) on channel 'work', 'main' at receive\(\) on channel 'done' \(error, high\)`
