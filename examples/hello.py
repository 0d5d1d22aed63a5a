"""Two tasklets play ping-pong over two channels.

    slp run examples/hello.py
"""

import stackless


def player(says, hears, tells, rounds):
    for _ in range(rounds):
        print(says, "after", hears.receive())
        tells.send(says)


to_ping, to_pong = stackless.channel(), stackless.channel()
stackless.tasklet(player)("ping", to_ping, to_pong, 3)
stackless.tasklet(player)("pong", to_pong, to_ping, 3)

stackless.tasklet(to_ping.send)("hello")    # the ball is in play
stackless.run()                             # until nobody can move
print("the last word is", to_ping.receive())
stackless.run()                             # the sender of the last word comes to its end
