def outer():
    def inner():
        raise NotImplementedError("inner part")
    return inner


outer()()
