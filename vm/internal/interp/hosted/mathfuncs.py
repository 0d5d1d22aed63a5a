# The loops of math over numbers of other classes.

def math_prod(it, total):
    for x in it:
        total = total * x
    return total

def math_sumprod(p, q):
    total = 0
    for x, y in zip(p, q):
        total = total + x * y
    return total
