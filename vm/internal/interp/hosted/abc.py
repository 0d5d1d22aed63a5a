# The module _abc: registries of abstract base classes.

_abc_tokens = [0]

class _abc_data:
    __slots__ = ('registry', 'cache', 'negative', 'version')
    def __init__(self):
        self.registry = []
        self.cache = {}
        self.negative = {}
        self.version = _abc_tokens[0]

def get_cache_token():
    """Returns the current ABC cache token."""
    return _abc_tokens[0]

def _abc_init(self):
    abstracts = set()
    for name, value in list(self.__dict__.items()):
        if getattr(value, '__isabstractmethod__', False):
            abstracts.add(name)
    for base in self.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            value = getattr(self, name, None)
            if getattr(value, '__isabstractmethod__', False):
                abstracts.add(name)
    self.__abstractmethods__ = frozenset(abstracts)
    flags = self.__dict__.get('__abc_tpflags__')
    if flags is not None and isinstance(flags, int):
        _set_seq_flag(self, flags)
        del self.__abc_tpflags__
    self._abc_impl = _abc_data()

def _abc_register(self, subclass):
    if not isinstance(subclass, type):
        raise TypeError('Can only register classes')
    if issubclass(subclass, self):
        return subclass
    if issubclass(self, subclass):
        raise RuntimeError('Refusing to create an inheritance cycle')
    self._abc_impl.registry.append(subclass)
    _abc_tokens[0] += 1
    f = _seq_flags(self)
    if f:
        _spread_seq_flag(subclass, f)
    return subclass

def _spread_seq_flag(cls, f):
    try:
        _set_seq_flag(cls, f)
    except Exception:
        return
    for s in type.__subclasses__(cls):
        _spread_seq_flag(s, f)

def _abc_instancecheck(self, instance):
    subclass = instance.__class__
    impl = self._abc_impl
    if subclass in impl.cache:
        return True
    subtype = type(instance)
    if subtype is subclass:
        if impl.version == _abc_tokens[0] and subclass in impl.negative:
            return False
        return self.__subclasscheck__(subclass)
    return self.__subclasscheck__(subclass) or self.__subclasscheck__(subtype)

def _abc_subclasscheck(self, subclass):
    if not isinstance(subclass, type):
        raise TypeError('issubclass() arg 1 must be a class')
    impl = self._abc_impl
    if subclass in impl.cache:
        return True
    if impl.version < _abc_tokens[0]:
        impl.negative = {}
        impl.version = _abc_tokens[0]
    elif subclass in impl.negative:
        return False
    ok = self.__subclasshook__(subclass)
    if ok is not NotImplemented:
        if ok:
            impl.cache[subclass] = True
        else:
            impl.negative[subclass] = True
        return ok
    if self in getattr(subclass, '__mro__', ()):
        impl.cache[subclass] = True
        return True
    for r in list(impl.registry):
        if issubclass(subclass, r):
            impl.cache[subclass] = True
            return True
    for s in self.__subclasses__():
        if issubclass(subclass, s):
            impl.cache[subclass] = True
            return True
    impl.negative[subclass] = True
    return False

def _get_dump(self):
    impl = self._abc_impl
    return set(impl.registry), set(impl.cache), set(impl.negative), impl.version

def _reset_registry(self):
    self._abc_impl.registry = []

def _reset_caches(self):
    self._abc_impl.cache = {}
    self._abc_impl.negative = {}
