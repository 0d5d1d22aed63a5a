def handlers(a):
    try:
        a.f()
    except ValueError:
        return 1
    except (A, B) as e:
        print(e)
    except:
        raise
    else:
        a = 1
    return a


def final(a):
    for i in a:
        try:
            if i: continue
            if a: break
            return i
        finally:
            a.close()


def groups(a):
    try:
        a.f()
    except* ValueError as e:
        print(e)
    except* TypeError:
        pass


def withs(a, b):
    with a as x, b:
        return x


def caught(a):
    try:
        a.f()
    except ValueError as e:
        return e
