# SLP125: started, and never let run.
import stackless


def work():
    print("never printed")


stackless.tasklet(work)()           # want SLP125 "the program ends without letting them run"
stackless.tasklet(work)()
print("done")
