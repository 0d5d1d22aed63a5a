# Builtin functions whose loops call Python code.

def sum_(it, start):
    # Sums of floats and complex numbers carry what rounding lost along (Neumaier).
    total = start
    it = iter(it)
    if type(total) is int:
        for x in it:
            total = total + x
            if type(total) is not int:
                break
        else:
            return total
    if type(total) is float:
        lost = 0.0
        for x in it:
            if type(x) is not float:
                if not isinstance(x, int):
                    total = _compensated(total, lost) + x
                    break
                x = int.__float__(x)
            t = total + x
            lost += (total - t) + x if abs(total) >= abs(x) else (x - t) + total
            total = t
        else:
            return _compensated(total, lost)
    if type(total) is complex:
        re, im = total.real, total.imag
        lost = lost_im = 0.0
        for x in it:
            if type(x) is complex:
                y = x.imag
                t = im + y
                lost_im += (im - t) + y if abs(im) >= abs(y) else (y - t) + im
                im = t
                x = x.real
            elif isinstance(x, int):
                x = int.__float__(x)
            elif isinstance(x, float):
                x = float.__float__(x)
            else:
                total = complex(_compensated(re, lost), _compensated(im, lost_im)) + x
                break
            t = re + x
            lost += (re - t) + x if abs(re) >= abs(x) else (x - t) + re
            re = t
        else:
            return complex(_compensated(re, lost), _compensated(im, lost_im))
    for x in it:
        total = total + x
    return total

def _compensated(total, lost):
    return total + lost if lost - lost == 0.0 else total

def min_(it, key, *default):
    best = best_key = None
    first = True
    if key is None:
        for x in it:
            if first:
                best = x
                first = False
            elif x < best:
                best = x
    else:
        for x in it:
            k = key(x)
            if first:
                best, best_key, first = x, k, False
            elif k < best_key:
                best, best_key = x, k
    if first:
        if default:
            return default[0]
        raise ValueError('min() iterable argument is empty')
    return best

def max_(it, key, *default):
    best = best_key = None
    first = True
    if key is None:
        for x in it:
            if first:
                best = x
                first = False
            elif x > best:
                best = x
    else:
        for x in it:
            k = key(x)
            if first:
                best, best_key, first = x, k, False
            elif k > best_key:
                best, best_key = x, k
    if first:
        if default:
            return default[0]
        raise ValueError('max() iterable argument is empty')
    return best

def any_(it):
    for x in it:
        if x:
            return True
    return False

def all_(it):
    for x in it:
        if not x:
            return False
    return True

def plain_isinstance(o, cls):
    if _bases_of(cls) is None:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    c = getattr(o, '__class__', None)
    return c is not None and _derives(c, cls)

def dir_(o):
    f = _lookup(o, '__dir__')
    if f is None:
        raise TypeError('object does not provide __dir__')
    return sorted(f())

def dir_locals(ns):
    return sorted(ns.keys())

async def anext_default(it, default):
    try:
        return await it.__anext__()
    except StopAsyncIteration:
        return default

def input_(prompt):
    import sys
    stdin = sys.stdin
    stdout = sys.stdout
    if stdin is None:
        raise RuntimeError('input(): lost sys.stdin')
    if stdout is None:
        raise RuntimeError('input(): lost sys.stdout')
    stderr = getattr(sys, 'stderr', None)
    if stderr is not None:
        stderr.flush()
    if not isinstance(prompt, str):
        prompt = str(prompt)
    if prompt:
        stdout.write(prompt)
    stdout.flush()
    line = stdin.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    if not isinstance(line, str):
        raise TypeError('object.readline() returned non-string')
    if line.endswith('\n'):
        line = line[:-1]
    return line

def breakpoint_(args, kws):
    import sys
    return sys.breakpointhook(*args, **kws)

def fspath(p):
    if isinstance(p, (str, bytes)):
        return p
    f = _lookup(p, '__fspath__')
    if f is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(p).__name__}')
    r = f()
    if isinstance(r, (str, bytes)):
        return r
    raise TypeError(f'expected {type(p).__name__}.__fspath__() to return str or bytes, not {type(r).__name__}')

def raise_compile_error(e):
    e.text = None
    if e.filename and e.filename[0] != '<':
        try:
            lines = _decode_source(_read_file(e.filename)).splitlines(True)
            e.text = lines[e.lineno - 1]
        except (OSError, IndexError):
            pass
    raise e

def displayhook(v):
    import sys
    hook = getattr(sys, 'displayhook', None)
    if hook is None:
        raise RuntimeError('lost sys.displayhook')
    return hook(v)

# ---- pickling and copying

def object_reduce(o, proto):
    import copyreg
    return copyreg._reduce_ex(o, proto)

def object_reduce_ex(o, proto):
    r = type(o).__reduce__
    if r is not object.__reduce__:
        return o.__reduce__()
    if proto >= 2:
        return _reduce_newobj(o)
    import copyreg
    return copyreg._reduce_ex(o, proto)

def _reduce_newobj(o):
    import copyreg
    cls = type(o)
    new = getattr(cls, '__new__', None)
    if new is None:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    args = None
    kwargs = None
    f = _lookup(o, '__getnewargs_ex__')
    if f is not None:
        pair = f()
        if not isinstance(pair, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(pair).__name__}'")
        if len(pair) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(pair)}')
        args, kwargs = pair
        if not isinstance(args, tuple):
            raise TypeError(f"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError(f"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{type(kwargs).__name__}'")
    else:
        f = _lookup(o, '__getnewargs__')
        if f is not None:
            args = f()
            if not isinstance(args, tuple):
                raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    if not kwargs:
        if args is None and cls.__getstate__ is object.__getstate__ and not _can_new(o):
            raise TypeError(f"cannot pickle '{cls.__name__}' object")
        func, a = copyreg.__newobj__, (cls, *(args or ()))
    else:
        func, a = copyreg.__newobj_ex__, (cls, args, kwargs)
    state = o.__getstate__()
    listitems = iter(o) if isinstance(o, list) else None
    dictitems = iter(o.items()) if isinstance(o, dict) else None
    return func, a, state, listitems, dictitems

def _can_new(o):
    if not _allows_new(type(o)):
        return False
    if _in_slots(o) or isinstance(o, (list, dict, set, type(None), type(...), type(NotImplemented))):
        return True
    return isinstance(o, BaseException)

def object_getstate(o):
    import copyreg
    names = copyreg._slotnames(type(o))
    state = getattr(o, '__dict__', None)
    if not state:
        state = None
    if names:
        slots = {}
        for n in names:
            try:
                slots[n] = getattr(o, n)
            except AttributeError:
                pass
        if slots:
            return (state, slots)
    return state

def builtin_reduce(f):
    self = getattr(f, '__self__', None)
    owner = getattr(f, '__objclass__', None)
    if type(f).__name__ == 'classmethod_descriptor':
        raise TypeError("cannot pickle 'classmethod_descriptor' object")
    if owner is not None and self is None:
        if owner.__module__ == 'builtins' and owner.__name__ not in __builtins__:
            return restore_method, (owner.__name__, f.__name__)
        return getattr, (owner, f.__name__)
    if self is None or type(self).__name__ == 'module':
        if _hosted_name(f, f.__name__) is not None:
            return restore_hosted, (f.__name__,)
        return f.__qualname__
    return getattr, (self, f.__name__)

def method_reduce(m):
    return getattr, (m.__self__, m.__func__.__name__)
