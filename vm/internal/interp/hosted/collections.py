# Parts of _collections that call back.

def deque_extend(d, it):
    append = d.append
    for x in it:
        append(x)

def deque_extendleft(d, it):
    append = d.appendleft
    for x in it:
        append(x)

def deque_iadd(d, it):
    d.extend(it)
    return d

def deque_count(d, v):
    n = 0
    for x in d:
        if x is v or x == v:
            n += 1
    return n

def deque_index(d, v, lo, hi):
    i = 0
    for x in d:
        if i >= hi:
            break
        if i >= lo and (x is v or x == v):
            return i
        i += 1
    raise ValueError('deque.index(x): x not in deque')

def deque_remove(d, v):
    i = 0
    n = len(d)
    for x in list(d):
        same = x is v or x == v
        if len(d) != n:
            raise IndexError('deque mutated during remove().')
        if same:
            del d[i]
            return
        i += 1
    raise ValueError('deque.remove(x): x not in deque')

_deque_reprs = set()

def deque_repr(d):
    if id(d) in _deque_reprs:
        return '[...]'
    _deque_reprs.add(id(d))
    try:
        r = repr(list(d))
    finally:
        _deque_reprs.discard(id(d))
    if d.maxlen is None:
        return f'{type(d).__name__}({r})'
    return f'{type(d).__name__}({r}, maxlen={d.maxlen})'

def deque_reduce(d):
    state = getattr(d, '__dict__', None) or None
    if d.maxlen is None:
        return type(d), (), state, iter(d)
    return type(d), ((), d.maxlen), state, iter(d)

class defaultdict(dict):
    """defaultdict(default_factory=None, /, [...]) --> dict with default factory"""
    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        f = self.default_factory
        if id(self) in _deque_reprs:
            inner = '...'
        else:
            _deque_reprs.add(id(self))
            try:
                inner = repr(f)
            finally:
                _deque_reprs.discard(id(self))
        return f'{type(self).__name__}({inner}, {dict.__repr__(self)})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    __class_getitem__ = classmethod(GenericAlias)

defaultdict.__module__ = 'collections'

def _count_elements(mapping, iterable):
    get = mapping.get
    for x in iterable:
        mapping[x] = get(x, 0) + 1

def csv_writerows(w, rows):
    write = w.writerow
    for row in rows:
        write(row)
