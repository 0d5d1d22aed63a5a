import stackless


def work():
    stackless.schedule()  # want SLP204 "work had not come to its end.*note"


def never():
    pass


stackless.tasklet(work)()
stackless.schedule()
stackless.tasklet(never)()  # want SLP204 "never never ran"
