def numbers():
    yield 1
    yield from inner()


def inner():
    yield 2
    raise RuntimeError("generator broke")


for n in numbers():
    pass
