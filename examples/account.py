"""A bank keeps one balance and takes orders from three clients. At some point
the account is overdrawn: the bank finds out, but a client did it, earlier.

    examples/account.dialogue goes back to see who.
"""

import stackless


def bank(orders):
    balance = 100
    while True:
        amount = orders.receive()
        balance += amount
        if balance < 0:
            raise ValueError(f"overdrawn: {balance}")


def client(name, factor, orders):
    for month in range(1, 4):
        amount = factor * month
        orders.send(amount)
        stackless.schedule()


orders = stackless.channel()
stackless.tasklet(bank)(orders)
for name, factor in [("ann", 20), ("bob", -10), ("eve", -45)]:
    stackless.tasklet(client)(name, factor, orders)
stackless.run()
