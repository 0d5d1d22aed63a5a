def load(name):
    return {"known": 1}[name]


def outer(name):
    try:
        return load(name)
    except KeyError as e:
        raise ValueError(f"no such thing: {name}") from e


outer("other")
