items = [3, "a", None]
if items[0] < items[1]:
    pass
