"""Nobody can hang the program: run() with a timeout interrupts a tasklet that
does not let go.

    slp run examples/watchdog.py
"""

import stackless


def greedy():
    while True:
        pass


def polite():
    for i in range(3):
        print("polite", i)
        stackless.schedule()


stackless.tasklet(greedy)()
stackless.tasklet(polite)()
while stackless.getruncount() > 1:
    victim = stackless.run(10_000)
    if victim is not None:
        print("interrupted the greedy one")
        victim.insert()
        if stackless.getruncount() == 2:    # it is alone with the main tasklet
            victim.kill()
