import stackless


def fails():
    raise KeyError("no")  # want SLP203 "uncaught KeyError"


stackless.tasklet(fails)()
stackless.run()
