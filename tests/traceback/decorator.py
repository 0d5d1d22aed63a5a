def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@deco
def work(x):
    return x[0] + x[1]


work("a")
