# Proxies of weak references, and what a collection calls.

def weakref_auto(ref):
    # A collection that starts by itself, after a new weak reference.
    gc = import_module('gc')
    if gc.isenabled():
        gc.collect()
    return ref

def gc_finish(calls, dying, n):
    gc = _modules.get('gc')
    watchers = getattr(gc, 'callbacks', ()) if gc is not None else ()
    for f in list(watchers):
        _gc_call(f, ('start', {'generation': 2, 'collected': 0, 'uncollectable': 0}), 'Exception ignored while calling GC callback', f)
    for f, ref in calls:
        _gc_call(f, (ref,), 'Exception ignored while calling weakref callback', f)
    for o in dying:
        _finalize(o)
    for f in list(watchers):
        _gc_call(f, ('stop', {'generation': 2, 'collected': n, 'uncollectable': 0}), 'Exception ignored while calling GC callback', f)
    return n

def _finalize(o):
    f = getattr(type(o), '__del__', None)
    if f is not None:
        _gc_call(f, (o,), 'Exception ignored while calling deallocator', f)

def gc_exit():
    # At the end of the program the __del__ methods of what is left run, oldest object first.
    gc = import_module('gc')
    for o in gc._exit():
        _finalize(o)

def _gc_call(f, args, what, who):
    try:
        f(*args)
    except BaseException as e:
        import sys
        sys.unraisablehook(SimpleNamespace(exc_type=type(e), exc_value=e, exc_traceback=e.__traceback__, err_msg=what, object=who))

def weakproxy_new(o, callback):
    cls = weakcallableproxy if callable(o) else weakproxy
    p = object.__new__(cls)
    ref = import_module('_weakref').ref
    object.__setattr__(p, '_ref', ref(o, None if callback is None else lambda r: callback(p)))
    return p

def _weak_target(p):
    o = object.__getattribute__(p, '_ref')()
    if o is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return o

def _unproxy(x):
    if type(x) is weakproxy or type(x) is weakcallableproxy:
        return _weak_target(x)
    return x

class weakproxy:
    __module__ = 'weakref'
    __qualname__ = 'ProxyType'
    __slots__ = ('_ref', '__weakref__')
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_weak_target(self), name)

    def __setattr__(self, name, value):
        setattr(_weak_target(self), name, value)

    def __delattr__(self, name):
        delattr(_weak_target(self), name)

    def __repr__(self):
        o = object.__getattribute__(self, '_ref')()
        head = f'<weakproxy at {id(self):#x}; '
        if o is None:
            return head + 'dead>'
        return head + f'to {type(o).__name__!r} at {id(o):#x}>'

    def __str__(self):
        return str(_weak_target(self))

    def __bytes__(self):
        return bytes(_weak_target(self))

    def __bool__(self):
        return bool(_weak_target(self))

    def __len__(self):
        return len(_weak_target(self))

    def __contains__(self, x):
        return x in _weak_target(self)

    def __getitem__(self, k):
        return _weak_target(self)[_unproxy(k)]

    def __setitem__(self, k, v):
        _weak_target(self)[_unproxy(k)] = v

    def __delitem__(self, k):
        del _weak_target(self)[_unproxy(k)]

    def __iter__(self):
        return iter(_weak_target(self))

    def __next__(self):
        o = _weak_target(self)
        f = getattr(type(o), '__next__', None)
        if f is None:
            raise TypeError(f"Weakref proxy referenced a non-iterator {type(o).__name__!r} object")
        return f(o)

    def __reversed__(self):
        return reversed(_weak_target(self))

    def __int__(self):
        return int(_weak_target(self))

    def __float__(self):
        return float(_weak_target(self))

    def __index__(self):
        import operator
        return operator.index(_weak_target(self))

    def __neg__(self):
        return -_weak_target(self)

    def __pos__(self):
        return +_weak_target(self)

    def __abs__(self):
        return abs(_weak_target(self))

    def __invert__(self):
        return ~_weak_target(self)

def _weak_operators():
    binary = {
        'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'truediv': lambda a, b: a / b,
        'floordiv': lambda a, b: a // b, 'mod': lambda a, b: a % b, 'divmod': divmod, 'pow': pow,
        'lshift': lambda a, b: a << b, 'rshift': lambda a, b: a >> b, 'and': lambda a, b: a & b, 'or': lambda a, b: a | b,
        'xor': lambda a, b: a ^ b, 'matmul': lambda a, b: a @ b,
    }
    compare = {'eq': lambda a, b: a == b, 'ne': lambda a, b: a != b, 'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b,
               'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b}
    def forward(f):
        return lambda self, other: f(_unproxy(self), _unproxy(other))
    def backward(f):
        return lambda self, other: f(_unproxy(other), _unproxy(self))
    def inplace(name, f):
        def op(self, other):
            o = _weak_target(self)
            m = getattr(type(o), name, None)
            r = NotImplemented if m is None else m(o, _unproxy(other))
            return f(o, _unproxy(other)) if r is NotImplemented else r
        return op
    for n, f in binary.items():
        setattr(weakproxy, f'__{n}__', forward(f))
        setattr(weakproxy, f'__r{n}__', backward(f))
        if n != 'divmod':
            setattr(weakproxy, f'__i{n}__', inplace(f'__i{n}__', f))
    for n, f in compare.items():
        setattr(weakproxy, f'__{n}__', forward(f))

_weak_operators()

class weakcallableproxy(weakproxy):
    __module__ = 'weakref'
    __qualname__ = 'CallableProxyType'
    __slots__ = ()
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        return _weak_target(self)(*args, **kwargs)

weakproxy.__name__ = 'ProxyType'
weakcallableproxy.__name__ = 'CallableProxyType'
