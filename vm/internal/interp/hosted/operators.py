# The parts of _operator, _functools and _json that loop over calls.

def operator_count(a, b):
    n = 0
    for x in a:
        if x is b or x == b:
            n += 1
    return n

def operator_index(a, b):
    i = 0
    for x in a:
        if x is b or x == b:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')

def operator_hint(obj, default):
    if hasattr(type(obj), '__len__'):
        try:
            return len(obj)
        except TypeError:
            pass
    hint = _lookup(obj, '__length_hint__')
    if hint is None:
        return default
    try:
        n = hint()
    except TypeError:
        return default
    if n is NotImplemented:
        return default
    if not isinstance(n, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(n).__name__}')
    if n < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return n

def methodcaller_reduce(cls, args, kw):
    from functools import partial
    return partial(cls, args[0], **kw), args[1:]

def functools_reduce(function, it, *initial):
    if initial:
        value = initial[0]
        for x in it:
            value = function(value, x)
        return value
    first = True
    for x in it:
        if first:
            value = x
            first = False
        else:
            value = function(value, x)
    if first:
        raise TypeError('reduce() of empty iterable with no initial value')
    return value

class KeyWrapper:
    __slots__ = ('obj', '_cmp')
    __module__ = 'functools'
    __hash__ = None

    def __init__(self, obj, cmp):
        self.obj = obj
        self._cmp = cmp

    def __call__(self, obj):
        return KeyWrapper(obj, self._cmp)

    def __lt__(self, other):
        return self._cmp(self.obj, _wrapped(other)) < 0

    def __gt__(self, other):
        return self._cmp(self.obj, _wrapped(other)) > 0

    def __eq__(self, other):
        return self._cmp(self.obj, _wrapped(other)) == 0

    def __ne__(self, other):
        return self._cmp(self.obj, _wrapped(other)) != 0

    def __le__(self, other):
        return self._cmp(self.obj, _wrapped(other)) <= 0

    def __ge__(self, other):
        return self._cmp(self.obj, _wrapped(other)) >= 0

def _wrapped(other):
    if type(other) is not KeyWrapper:
        raise TypeError('other argument must be K instance')
    return other.obj

def cmp_to_key_(mycmp):
    return KeyWrapper(None, mycmp)

def partial_repr(self, func, args, keywords):
    cls = type(self)
    if not _repr_enter(self):
        return '...'
    try:
        parts = [repr(func)]
        for x in args:
            parts.append(repr(x))
        for k, v in keywords.items():
            parts.append(f'{k}={v!r}')
    finally:
        _repr_leave(self)
    return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

def json_error(text, doc, pos):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError(text, doc, pos)

def json_scanner(context):
    from json.scanner import py_make_scanner
    return py_make_scanner(context)

def json_encode(o, level, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
    from json.encoder import _make_iterencode
    def floatstr(o):
        if o != o:
            text = 'NaN'
        elif o == _infinity:
            text = 'Infinity'
        elif o == -_infinity:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text
    return tuple(_make_iterencode(markers, default, encoder, indent, floatstr, key_separator, item_separator,
                                  sort_keys, skipkeys, True)(o, level))

_infinity = float('inf')

def heap_heapify(heap, most):
    n = len(heap)
    for top in range(n // 2 - 1, -1, -1):
        item = heap[top]
        i = top
        while 2 * i + 1 < n:
            child = 2 * i + 1
            if child + 1 < n:
                if most:
                    left = heap[child + 1] < heap[child]
                else:
                    left = heap[child] < heap[child + 1]
                if not left:
                    child += 1
            heap[i] = heap[child]
            i = child
        heap[i] = item
        while i > top:
            parent = (i - 1) // 2
            p = heap[parent]
            if not (p < item if most else item < p):
                break
            heap[i] = p
            heap[parent] = item
            i = parent
