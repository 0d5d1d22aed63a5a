# Views of a function's variables (PEP 667).

_nothing = object()
_frame_none = object() # what _frame_get says of a name that is not bound

class FrameLocalsProxy:
    __slots__ = ('_frame',)

    def __new__(cls, frame, /):
        if type(frame).__name__ != 'frame':
            raise TypeError(f'expect frame, not {type(frame).__name__}')
        self = _bare(cls)
        self._frame = frame
        return self

    def __getitem__(self, key):
        v = _frame_get(self._frame, key)
        if v is _frame_none:
            v = _frame_extra(self._frame).get(key, _nothing)
            if v is _nothing:
                raise KeyError(f"local variable '{key!r}' is not defined")
        return v

    def __setitem__(self, key, value):
        if not _frame_set(self._frame, key, value):
            _frame_extra(self._frame)[key] = value

    def __delitem__(self, key):
        if _frame_has(self._frame, key):
            raise ValueError('cannot remove local variables from FrameLocalsProxy')
        extra = _frame_extra(self._frame)
        if key not in extra:
            raise KeyError(key)
        del extra[key]

    def __contains__(self, key):
        return _frame_get(self._frame, key) is not _frame_none or key in _frame_extra(self._frame)

    def __len__(self):
        return len(_frame_names(self._frame)) + len(_frame_extra(self._frame))

    def keys(self):
        return [*_frame_names(self._frame), *_frame_extra(self._frame)]

    def values(self):
        return [self[k] for k in self.keys()]

    def items(self):
        return [(k, self[k]) for k in self.keys()]

    def copy(self):
        return dict(self.items())

    def __iter__(self):
        return iter(self.keys())

    def __reversed__(self):
        return iter(self.keys()[::-1])

    def get(self, key, default=None, /):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None, /):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, default=_nothing, /):
        if _frame_has(self._frame, key):
            raise ValueError('cannot remove local variables from FrameLocalsProxy')
        extra = _frame_extra(self._frame)
        if key in extra:
            return extra.pop(key)
        if default is _nothing:
            raise KeyError(key)
        return default

    def update(self, other, /):
        _proxy_update(self, other, 'update() argument must be dict or another FrameLocalsProxy')

    def __or__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        r = self.copy()
        r.update(other.items())
        return r

    def __ror__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        r = dict(other.items())
        r.update(self.items())
        return r

    def __ior__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        _proxy_update(self, other, '')
        return self

    def __eq__(self, other):
        if isinstance(other, FrameLocalsProxy):
            return self._frame is other._frame
        if isinstance(other, dict):
            return self.copy() == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return repr(self.copy())

def _proxy_update(proxy, other, text):
    if not isinstance(other, (dict, FrameLocalsProxy)):
        raise TypeError(text)
    for k in other.keys():
        proxy[k] = other[k]

_as_class(FrameLocalsProxy, 'builtins')
_set_seq_flag(FrameLocalsProxy, _seq_flags(dict))
