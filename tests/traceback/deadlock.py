import stackless


def wait(channel):
    return channel.receive()


wait(stackless.channel())
