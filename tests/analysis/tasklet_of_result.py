# SLP117: the function is called at once.
import stackless


def work():
    print("now")


def steps():
    yield 1


def number():
    return 42


def maker():
    def inner():
        print("later")
    return inner


def unknown(f):
    return f


stackless.tasklet(work())()         # want SLP117 `'work' is called here, at once; the tasklet gets its result, None, which cannot be called \(error, high\)`
stackless.tasklet(steps())()        # want SLP117 "a generator"
stackless.tasklet(number())()       # want SLP117 "a value of type int"
stackless.tasklet(maker())()
stackless.tasklet(unknown(work))()
stackless.run()
