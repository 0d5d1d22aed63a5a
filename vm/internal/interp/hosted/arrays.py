# The parts of array that call back.

def array_contains(items, v):
    return v in items

def array_index(items, v, lo, hi):
    try:
        return items.index(v, lo, hi)
    except ValueError:
        pass
    raise ValueError('array.index(x): x not in array')

def array_remove(a, items, v):
    try:
        i = items.index(v)
    except ValueError:
        i = -1
    if i < 0:
        raise ValueError('array.remove(x): x not in array')
    del a[i]

def array_fromfile(a, f, n):
    if n < 0:
        raise ValueError('negative count')
    want = n * a.itemsize
    data = f.read(want)
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    a.frombytes(data)
    if len(data) != want:
        raise EOFError('read() returned not enough bytes')
