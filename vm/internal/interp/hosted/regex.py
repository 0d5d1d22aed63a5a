# The part of _sre that calls back.

def sre_sub(f, parts, rest, empty, counted):
    out = []
    n = 0
    it = iter(parts)
    for text in it:
        if text:
            _append(out, text)
        r = f(next(it))
        if r is not None:
            _append(out, r)
        n += 1
    if rest:
        _append(out, rest)
    r = empty.join(out)
    return (r, n) if counted else r
