"""The codecs of encodings with more than one byte a character.

The native module _cjk encodes and decodes as far as it gets; here are the
errors, what waits between two calls, and the streams.
"""

import _cjk
from _codecs import lookup_error as _lookup_error

_ILLEGAL = 'illegal multibyte sequence'
_INCOMPLETE = 'incomplete multibyte sequence'
_MAX_ENCODER = 2  # characters that an encoder keeps
_MAX_DECODER = 8  # bytes that a decoder keeps
_MAX_STATE = 8


def _handled(errors, exc, kinds, what):
    result = _lookup_error(errors)(exc)
    if (not isinstance(result, tuple) or len(result) != 2
            or not isinstance(result[0], kinds) or not isinstance(result[1], int)):
        raise TypeError(f'{what}coding error handler must return (str, int) tuple')
    text, at = result
    size = len(exc.object)
    place = at + size if at < 0 else at
    if not 0 <= place <= size:
        raise IndexError(f'position {at} from error handler out of bounds')
    return text, place


def _encode(name, text, state, errors, flush):
    """The bytes, the characters that wait for more, and the state."""
    out = []
    at = 0
    while True:
        data, at, bad, state = _cjk.encode(name, text, at, state, flush)
        out.append(data)
        if bad == 0:
            return b''.join(out), '', state
        if bad < 0 and not flush:
            return b''.join(out), text[at:], state
        end = at + bad if bad > 0 else len(text)
        reason = _ILLEGAL if bad > 0 else _INCOMPLETE
        if errors is None or errors == 'strict':
            raise UnicodeEncodeError(name, text, at, end, reason)
        if errors == 'replace':
            data, _, bad, state = _cjk.encode(name, '?', 0, state, True)
            out.append(b'?' if bad else data)
            at = end
        elif errors == 'ignore':
            at = end
        else:
            instead, at = _handled(errors, UnicodeEncodeError(name, text, at, end, reason), (str, bytes), 'en')
            if isinstance(instead, str):
                instead, _, state = _encode(name, instead, state, 'strict', True)
            out.append(instead)


def _decode(name, data, state, errors, final):
    """The text, the bytes that wait for more, and the state."""
    out = []
    at = 0
    while True:
        text, at, bad, state = _cjk.decode(name, data, at, state)
        out.append(text)
        if bad == 0:
            return ''.join(out), b'', state
        if bad < 0 and not final:
            return ''.join(out), data[at:], state
        end = at + bad if bad > 0 else len(data)
        reason = _ILLEGAL if bad > 0 else _INCOMPLETE
        if errors is None or errors == 'strict':
            raise UnicodeDecodeError(name, data, at, end, reason)
        if errors == 'replace':
            out.append('\ufffd')
            at = end
        elif errors == 'ignore':
            at = end
        else:
            exc = UnicodeDecodeError(name, data, at, end, reason)
            instead, at = _handled(errors, exc, str, 'de')
            data = exc.object
            out.append(instead)


def _bytes(data):
    if isinstance(data, bytes):
        return data
    with memoryview(data) as view:
        return view.tobytes()


class MultibyteCodec:
    __slots__ = ('_name',)

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_multibytecodec.MultibyteCodec' instances")

    def encode(self, input, errors=None):
        """Return an encoded string version of 'input'.

        'errors' may be given to set a different error handling scheme. Default
        is 'strict' meaning that encoding errors raise a UnicodeEncodeError.
        Other possible values are 'ignore', 'replace' and 'xmlcharrefreplace' as
        well as any other name registered with codecs.register_error that can
        handle UnicodeEncodeErrors."""
        if not isinstance(input, str):
            input = str(input)
        data, _, state = _encode(self._name, input, _cjk.states(self._name)[0], errors, True)
        return data + _cjk.reset(self._name, state)[0], len(input)

    def decode(self, input, errors=None):
        """Decodes 'input'.

        'errors' may be given to set a different error handling scheme. Default
        is 'strict' meaning that encoding errors raise a UnicodeDecodeError.
        Other possible values are 'ignore' and 'replace' as well as any other
        name registered with codecs.register_error that can handle
        UnicodeDecodeErrors."""
        data = _bytes(input)
        return _decode(self._name, data, _cjk.states(self._name)[1], errors, True)[0], len(data)


def _codecs_of(names):
    """The function getcodec of a module with the codecs of these names."""
    def getcodec(name, /):
        if not isinstance(name, str):
            raise TypeError('encoding name must be a string.')
        if name not in names:
            raise LookupError('no such codec is supported.')
        codec = object.__new__(MultibyteCodec)
        codec._name = name
        return codec
    return getcodec


class _Stateful:
    __slots__ = ('_codec_name', '_errors', '_state', '_pending')

    def __init__(self, *args, **kwargs):
        pass

    def _begin(self, errors, which):
        codec = type(self).codec
        if not isinstance(codec, MultibyteCodec):
            raise TypeError('codec is unexpected type')
        self._codec_name = codec._name
        self.errors = errors
        self._state = _cjk.states(codec._name)[which]

    @property
    def errors(self):
        "how to treat errors"
        return self._errors

    @errors.setter
    def errors(self, errors):
        if errors is None:
            errors = 'strict'
        elif not isinstance(errors, str):
            raise TypeError('errors must be a string')
        self._errors = errors


class _Encoder(_Stateful):
    __slots__ = ()

    def _feed(self, text, final):
        if not isinstance(text, str):
            raise TypeError(f"couldn't convert the object to str.")
        text = self._pending + text
        data, rest, state = _encode(self._codec_name, text, self._state, self._errors, final)
        if len(rest) > _MAX_ENCODER:
            raise UnicodeEncodeError(self._codec_name, text, len(text) - len(rest), len(text), 'pending buffer overflow')
        if final:
            more, state = _cjk.reset(self._codec_name, state)
            data += more
        self._state, self._pending = state, rest
        return data


class _Decoder(_Stateful):
    __slots__ = ()

    def _feed(self, data, final):
        data = self._pending + data
        text, rest, state = _decode(self._codec_name, data, self._state, self._errors, final)
        if len(rest) > _MAX_DECODER:
            raise UnicodeDecodeError(self._codec_name, data, len(data) - len(rest), len(data), 'pending buffer overflow')
        self._state, self._pending = state, rest
        return text


class MultibyteIncrementalEncoder(_Encoder):
    def __new__(cls, errors='strict'):
        self = super().__new__(cls)
        self._begin(errors, 0)
        self._pending = ''
        return self

    def encode(self, input, final=False):
        return self._feed(input, bool(final))

    def reset(self):
        self._state = _cjk.reset(self._codec_name, self._state)[1]
        self._pending = ''

    def getstate(self):
        pending = self._pending.encode()
        return int.from_bytes(bytes([len(pending)]) + pending + self._state.to_bytes(_MAX_STATE, 'little'), 'little')

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError(f"setstate() argument must be int, not {type(state).__name__}")
        data = state.to_bytes(1 + _MAX_DECODER + _MAX_STATE, 'little')
        size = data[0]
        if size > _MAX_DECODER:
            raise UnicodeError('pending buffer too large')
        pending = data[1:1 + size].decode()
        self._pending = pending
        self._state = int.from_bytes(data[1 + size:1 + size + _MAX_STATE], 'little')


class MultibyteIncrementalDecoder(_Decoder):
    def __new__(cls, errors='strict'):
        self = super().__new__(cls)
        self._begin(errors, 1)
        self._pending = b''
        return self

    def decode(self, input, final=False):
        return self._feed(_bytes(input), bool(final))

    def reset(self):
        self._state = _cjk.states(self._codec_name)[1]
        self._pending = b''

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError(f"setstate() argument must be tuple, not {type(state).__name__}")
        pending, number = state
        if not isinstance(pending, bytes):
            raise TypeError(f'illegal decoder state: expected bytes, not {type(pending).__name__}')
        if not isinstance(number, int):
            raise TypeError(f'illegal decoder state: expected int, not {type(number).__name__}')
        if len(pending) > _MAX_DECODER:
            raise UnicodeDecodeError(self._codec_name, pending, 0, len(pending), 'pending buffer too large')
        self._pending, self._state = pending, number


class MultibyteStreamReader(_Decoder):
    def __new__(cls, stream, errors='strict'):
        self = super().__new__(cls)
        self._begin(errors, 1)
        self._pending = b''
        self.stream = stream
        return self

    def _read(self, method, size):
        if size == 0:
            return ''
        call = getattr(self.stream, method)
        while True:
            data = call() if size < 0 else call(size)
            if not isinstance(data, bytes):
                raise TypeError(f'stream function returned a non-bytes object ({type(data).__name__})')
            text = self._feed(data, not data or size < 0)
            if text or size < 0 or not data:
                return text
            size = 1  # what came so far is no character: one more byte

    @staticmethod
    def _size(size):
        if size is None:
            return -1
        if not isinstance(size, int):
            raise TypeError('arg 1 must be an integer')
        return size

    def read(self, sizeobj=None, /):
        return self._read('read', self._size(sizeobj))

    def readline(self, sizeobj=None, /):
        return self._read('readline', self._size(sizeobj))

    def readlines(self, sizehintobj=None, /):
        return self._read('read', self._size(sizehintobj)).splitlines(True)

    def reset(self):
        self._state = _cjk.states(self._codec_name)[1]
        self._pending = b''


class MultibyteStreamWriter(_Encoder):
    def __new__(cls, stream, errors='strict'):
        self = super().__new__(cls)
        self._begin(errors, 0)
        self._pending = ''
        self.stream = stream
        return self

    def write(self, strobj, /):
        self.stream.write(self._feed(strobj, False))

    def writelines(self, lines, /):
        for line in lines:
            self.stream.write(self._feed(line, False))

    def reset(self):
        data = self._feed('', True)
        if data:
            self.stream.write(data)
