def branches(a):
    if a: x = 1
    elif a > 1: x = 2
    else: pass
    print(x)


def loops(a):
    for i in a:
        if i: continue
        if not i: break
    else:
        print(i)
    while a < 10:
        a += 1
    while True:
        if a: break
        continue
    for i, (j, k) in [1, 2]: del i
    return i


def asserts(a):
    assert a
    assert a > 1, f"{a}"
    raise a from None
