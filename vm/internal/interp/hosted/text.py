# Loops of the text types over objects that Python code makes, and the registry of codecs.

def str_join(sep, it):
    r = []
    for x in it:
        _append(r, x)
    return sep.join(r)

def str_translate(s, table):
    r = []
    for ch in s:
        try:
            x = table[ord(ch)]
        except LookupError:
            _append(r, ch)
            continue
        if x is None:
            continue
        if isinstance(x, str):
            _append(r, x)
        elif isinstance(x, int):
            if not 0 <= x <= 0x10ffff:
                raise ValueError('character mapping must be in range(0x110000)')
            _append(r, chr(x))
        else:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(r)

def byte_values(it, outside):
    r = []
    for x in it:
        if not isinstance(x, int):
            x = range(x).stop
        if not 0 <= x <= 255:
            raise ValueError(outside)
        _append(r, x)
    return r

def memory_count(m, value):
    n = 0
    for x in m:
        if x is value or x == value:
            n += 1
    return n

def memory_index(m, value, start, stop):
    while start < stop:
        x = m[start]
        if x is value or x == value:
            return start
        start += 1
    raise ValueError('memoryview.index(x): x not found')

# ---- codecs

def escape_warning(text, octal):
    try:
        import warnings
    except ImportError:
        return
    kind = 'octal escape' if octal else 'escape'
    warnings.warn(f'{text} is an invalid {kind} sequence. Such sequences will not work in the future. ',
                  DeprecationWarning, stacklevel=1)

_codec_paths = []
_codec_cache = {}
_codec_errors = {}

def codec_register(search):
    if not callable(search):
        raise TypeError('argument must be callable')
    _codec_start()
    _append(_codec_paths, search)

def codec_unregister(search):
    for i, f in enumerate(_codec_paths):
        if f is search:
            _codec_cache.clear()
            del _codec_paths[i]
            return

def _codec_start():
    if not _codec_paths:
        _append(_codec_paths, None)
        import encodings
        if _codec_paths[0] is None:
            del _codec_paths[0]

def codec_lookup(encoding, key):
    try:
        return _codec_cache[key]
    except KeyError:
        pass
    _codec_start()
    for search in list(_codec_paths):
        if search is None:
            continue
        found = search(key)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        _codec_cache[key] = found
        return found
    raise LookupError(f'unknown encoding: {encoding}')

def _codec_text(encoding, key, name):
    found = codec_lookup(encoding, key)
    if type(found) is not tuple and not getattr(found, '_is_text_encoding', True):
        raise LookupError(f'{encoding!r} is not a text encoding; use {name} to handle arbitrary codecs')
    return found

def _codec_call(f, name, encoding, obj, errors):
    try:
        r = f(obj) if errors is None else f(obj, errors)
    except Exception as e:
        e.add_note(f'{name}coding with {encoding!r} codec failed')
        raise
    if not isinstance(r, tuple) or len(r) != 2:
        raise TypeError(f'{name}coder must return a tuple (object, integer)' if name == 'en' else
                        f'{name}coder must return a tuple (object,integer)')
    return r[0]

def codec_encode(obj, encoding, key, errors):
    return _codec_call(codec_lookup(encoding, key)[0], 'en', encoding, obj, errors)

def codec_decode(obj, encoding, key, errors):
    return _codec_call(codec_lookup(encoding, key)[1], 'de', encoding, obj, errors)

def codec_encode_text(s, encoding, key, errors):
    r = _codec_call(_codec_text(encoding, key, 'codecs.encode()')[0], 'en', encoding, s, errors)
    if isinstance(r, bytearray):
        import warnings
        warnings.warn(f'encoder {encoding} returned bytearray instead of bytes; use codecs.encode() to encode to '
                      f'arbitrary types', RuntimeWarning, stacklevel=2)
        return bytes(r)
    if not isinstance(r, bytes):
        raise TypeError(f'{encoding!r} encoder returned {type(r).__name__!r} instead of \'bytes\'; '
                        f'use codecs.encode() to encode to arbitrary types')
    return r

def codec_decode_text(b, encoding, key, errors):
    r = _codec_call(_codec_text(encoding, key, 'codecs.decode()')[1], 'de', encoding, b, errors)
    if not isinstance(r, str):
        raise TypeError(f'{encoding!r} decoder returned {type(r).__name__!r} instead of \'str\'; '
                        f'use codecs.decode() to decode to arbitrary types')
    return r

def _codec_handlers():
    if not _codec_errors:
        import _codecs
        for name, handler in _codecs._handlers():
            _codec_errors[name] = handler

def codec_register_error(name, handler):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _codec_handlers()
    _codec_errors[name] = handler

def codec_unregister_error(name):
    _codec_handlers()
    return _codec_errors.pop(name, None) is not None

def codec_lookup_error(name):
    _codec_handlers()
    try:
        return _codec_errors[name]
    except KeyError:
        raise LookupError(f'unknown error handler name {name!r}') from None

def _position(n, size):
    if n < 0:
        n += size
    if not 0 <= n <= size:
        raise IndexError(f'position {n} from error handler out of bounds')
    return n

def encode_replacement(handler, exc, size):
    r = handler(exc)
    if not isinstance(r, tuple) or len(r) != 2 or not isinstance(r[0], (str, bytes)) or not isinstance(r[1], int):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple')
    return r[0], _position(r[1], size)

def decode_replacement(handler, exc):
    r = handler(exc)
    if not isinstance(r, tuple) or len(r) != 2 or not isinstance(r[0], str) or not isinstance(r[1], int):
        raise TypeError('decoding error handler must return (str, int) tuple')
    data = exc.object
    if not isinstance(data, bytes):
        raise TypeError('exception attribute object must be bytes')
    return r[0], _position(r[1], len(data)), data

# Encodes with a handler that Go does not know; step encodes up to the next fault.
def encode_handled(s, errors, kind, name, unit, step):
    handler = codec_lookup_error(errors)
    parts = []
    pos = -1
    exc = None
    while True:
        r = step(kind, s, pos)
        _append(parts, r[0])
        if r[1] is None:
            return b''.join(parts)
        if exc is None:
            exc = UnicodeEncodeError(name, s, r[1], r[2], r[3])
        else:
            exc.start, exc.end, exc.reason = r[1], r[2], r[3]
        with_, pos = encode_replacement(handler, exc, len(s))
        if isinstance(with_, bytes):
            if len(with_) % unit:
                raise exc
            _append(parts, with_)
        else:
            r = step(kind, with_, 0)
            if r[1] is not None or name[:3] == 'utf' and not with_.isascii():
                raise exc
            _append(parts, r[0])

def decode_handled(data, errors, kind, name, final, step):
    handler = codec_lookup_error(errors)
    parts = []
    pos = -1
    exc = None
    while True:
        r = step(kind, data, pos, final)
        _append(parts, r[0])
        if r[1] is None:
            return ''.join(parts), r[2]
        if exc is None:
            exc = UnicodeDecodeError(name, data, r[1], r[2], r[3])
        else:
            exc.start, exc.end, exc.reason = r[1], r[2], r[3]
        with_, pos, data = decode_replacement(handler, exc)
        _append(parts, with_)
