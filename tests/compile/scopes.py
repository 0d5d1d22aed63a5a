def outer(a, b):
    c = a
    def inner(d=b):
        nonlocal c
        global g
        c = g = a
        del c
        return lambda: d + a
    return inner


class C(Base, metaclass=M):
    """doc"""
    x = 1

    def __init__(self, y):
        self.y = y
        self.__z = y
        super().__init__()

    class D:
        z = x


def comprehensions(a, b):
    x = [i for i in a if i for j in b]
    y = {i: lambda: i for i in a}
    z = {(q := i) for i in a}
    return [[i for i in j] for j in a], (i for i in b), q


top = [i for i in top]
