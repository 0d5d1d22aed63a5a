# SLP116: made, but never bound or scheduled.
import stackless


def work(n=1):
    print(n)


def needs(n):
    print(n)


stackless.tasklet(work)             # want SLP116 `never gets its arguments, so it never runs \(warning, high\)`
stackless.tasklet(needs)            # want SLP116 "never gets its arguments"
stackless.tasklet(work, (2,))       # want SLP116 `bound to its arguments but never scheduled, so it never runs \(warning, high\)`
_kept = stackless.tasklet(work)     # want SLP116 `tasklet '_kept' never gets its arguments, so it never runs \(warning, medium\)`

stackless.tasklet(work)()
stackless.tasklet(work).setup(3)
stackless.tasklet(work, (4,)).insert()
later = stackless.tasklet(work)
later(5)
bound = stackless.tasklet().bind(work, (6,))
bound.insert()
pool = [stackless.tasklet(work) for _ in range(3)]
for t in pool:
    t(7)
given = stackless.tasklet(work)
print(getattr(given, "insert")())


def start(t):
    t.run()


start(stackless.tasklet(work, (8,)))
stackless.run()
