# What sys shows of the implementation.

class SimpleNamespace:
    "A simple attribute-based namespace."
    __module__ = 'types'
    __qualname__ = 'SimpleNamespace'

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        d = self.__dict__
        if mapping_or_iterable != ():
            items = dict(mapping_or_iterable)
            for k in items:
                if not isinstance(k, str):
                    raise TypeError('keywords must be strings')
            d.update(items)
        d.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _namespaces_shown:
            return f'{name}(...)'
        _namespaces_shown.add(id(self))
        try:
            return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"
        finally:
            _namespaces_shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    __le__ = __gt__ = __ge__ = __lt__

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, **changes):
        new = type(self)()
        new.__dict__.update(self.__dict__)
        new.__dict__.update(changes)
        return new

_namespaces_shown = set()

implementation_ = SimpleNamespace(name='cpython', cache_tag='slp-314', version=None, hexversion=0x030e06f0,
                                  supports_isolated_interpreters=False)
