import stackless


def work(n):
    raise ValueError(f"in tasklet {n}")


stackless.tasklet(work)(1)
stackless.run()
