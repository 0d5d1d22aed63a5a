def one():
    raise OSError("disk")


def two():
    try:
        one()
    except OSError:
        raise LookupError("lookup")


def three():
    try:
        two()
    except LookupError as e:
        raise SystemError("system") from e


three()
