def leaf(values):
    return max(values, key=lambda v: v.size)


def branch():
    for group in ([1], [2]):
        yield leaf(group)


print(list(branch()))
