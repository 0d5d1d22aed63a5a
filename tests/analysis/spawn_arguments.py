# SLP123: arguments that do not fit.
import stackless


def one(a):
    print(a)


def flexible(a, *rest, b=1, **more):
    print(a, rest, b, more)


class Robot:
    def step(self, n):
        print(n)


stackless.tasklet(one)(1, 2)        # want SLP123 `'one' cannot be started so: it takes 1 positional argument but gets 2 \(error, high\)`
stackless.tasklet(one)()            # want SLP123 "it needs 'a'"
stackless.tasklet(one)(b=1)         # want SLP123 "it has no parameter 'b'"
stackless.tasklet(one)(1, a=1)      # want SLP123 "it gets two values for argument 'a'"
stackless.tasklet(one, (1, 2)).insert()         # want SLP123 "gets 2"
stackless.tasklet(Robot().step)()   # want SLP123 "it needs 'n'"
stackless.tasklet(lambda x: x)()    # want SLP123 "it needs 'x'"
stackless.tasklet(one)(1)
stackless.tasklet(one)(a=1)
stackless.tasklet(one, (1,)).insert()
stackless.tasklet(flexible)(1, 2, 3, c=4)
stackless.tasklet(Robot().step)(1)
args = (1, 2)
stackless.tasklet(one)(*args)
stackless.tasklet(print)(1, 2, 3)
stackless.run()
