class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise TypeError("exit failed")


with Manager() as m:
    raise KeyError("body")
