def area(shape):
    match shape:
        case {"r": r}:
            return 3 * r ** 2
        case [w, h]:
            return w * h


area([2, None])
