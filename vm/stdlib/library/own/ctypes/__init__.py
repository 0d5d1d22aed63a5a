"""The simple data types of ctypes. Functions of libraries cannot be called: that is machine code, which a machine
that records and rewinds cannot run."""

import struct as _struct

__version__ = '1.1.0'
DEFAULT_MODE = RTLD_LOCAL = 0
RTLD_GLOBAL = 256
_WHY = 'ctypes calls machine code, which a machine that records and rewinds cannot do; use a pure-Python package instead'


class ArgumentError(Exception):
    pass


class _CData:
    _size_ = 0

    def __mul__(self, n):
        raise TypeError(f"unsupported operand type(s) for *: '{type(self).__name__}' and '{type(n).__name__}'")


class _SimpleType(type):
    def __mul__(cls, n):
        if n < 0:
            raise ValueError('Array length must be >= 0')
        return _array_type(cls, n)

    __rmul__ = __mul__

    def from_buffer_copy(cls, source, offset=0):
        return cls(_struct.unpack_from(cls._code_, source, offset)[0])


class _SimpleCData(_CData, metaclass=_SimpleType):
    _code_ = None
    _default_ = 0

    def __init__(self, value=None):
        self.value = self._default_ if value is None else value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = self._convert(value)

    def _convert(self, value):
        if not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})")
        bits = 8 * self._size_
        value &= (1 << bits) - 1
        if self._signed_ and value >> (bits - 1):
            value -= 1 << bits
        return value

    def __bytes__(self):
        return _struct.pack(self._code_, self._value)

    def __bool__(self):
        return bool(self._value)

    def __repr__(self):
        return f'{type(self).__name__}({self._value!r})'


def _integer(name, code, signed):
    return _SimpleType(name, (_SimpleCData,), {'_code_': '=' + code if len(code) == 1 else code, '_type_': code, '_signed_': signed,
                                               '_size_': _struct.calcsize('=' + code), '__module__': 'ctypes'})


c_byte, c_ubyte = _integer('c_byte', 'b', True), _integer('c_ubyte', 'B', False)
c_short, c_ushort = _integer('c_short', 'h', True), _integer('c_ushort', 'H', False)
c_int, c_uint = _integer('c_int', 'i', True), _integer('c_uint', 'I', False)
c_long, c_ulong = _integer('c_long', 'q', True), _integer('c_ulong', 'Q', False)
c_longlong, c_ulonglong = c_long, c_ulong
c_int8, c_uint8, c_int16, c_uint16, c_int32, c_uint32, c_int64, c_uint64 = c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong
c_size_t, c_ssize_t, c_time_t = c_ulong, c_long, c_long


class c_bool(_SimpleCData):
    _code_, _type_, _size_, _default_ = '?', '?', 1, False

    def _convert(self, value):
        return bool(value)


class c_double(_SimpleCData):
    _code_, _type_, _size_, _default_ = '=d', 'd', 8, 0.0

    def _convert(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        return _struct.unpack(self._code_, _struct.pack(self._code_, value))[0]


class c_float(c_double):
    _code_, _type_, _size_ = '=f', 'f', 4


c_longdouble = c_double


class c_char(_SimpleCData):
    _code_, _type_, _size_, _default_ = 'c', 'c', 1, b'\0'

    def _convert(self, value):
        if isinstance(value, int):
            value = bytes([value])
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
        return value


class c_wchar(_SimpleCData):
    _code_, _type_, _size_, _default_ = 'i', 'u', 4, '\0'

    def _convert(self, value):
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError(f'one character unicode string expected, not {type(value).__name__}')
        return value


class _Address(_SimpleCData):
    _code_, _size_, _default_ = '=Q', 8, None

    def _convert(self, value):
        return value


class c_void_p(_Address):
    _type_ = 'P'


class c_char_p(_Address):
    _type_ = 'z'


class c_wchar_p(_Address):
    _type_ = 'Z'


class py_object(_Address):
    _type_ = 'O'


class Array(_CData):
    def __init__(self, *values):
        self._items = [self._type_() for _ in range(self._length_)]
        for i, v in enumerate(values):
            self[i] = v

    def __len__(self):
        return self._length_

    def __getitem__(self, i):
        if isinstance(i, slice):
            values = [x.value for x in self._items[i]]
            return b''.join(values) if self._type_ is c_char else ''.join(values) if self._type_ is c_wchar else values
        x = self._items[i]
        return x.value if isinstance(x, _SimpleCData) else x

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            for j, x in zip(range(*i.indices(self._length_)), v):
                self[j] = x
        elif isinstance(v, self._type_):
            self._items[i] = v
        else:
            self._items[i].value = v

    def __bytes__(self):
        return b''.join(map(bytes, self._items))

    @property
    def raw(self):
        return b''.join([x.value for x in self._items])

    @property
    def value(self):
        if self._type_ is c_wchar:
            return self[:].partition('\0')[0]
        return self.raw.partition(b'\0')[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length_:
            raise ValueError('byte string too long')
        self[:len(value)] = [value[i:i + 1] for i in range(len(value))]
        if len(value) < self._length_:
            self[len(value)] = self._type_._default_


class _ArrayMeta(_SimpleType):
    pass


def _array_type(cls, n):
    return _ArrayMeta(f'{cls.__name__}_Array_{n}', (Array,), {'_type_': cls, '_length_': n, '_size_': n * cls._size_})


Array = _ArrayMeta('Array', (_CData,), {k: v for k, v in vars(Array).items() if k not in ('__dict__', '__weakref__')})


def _layout(fields, pack):
    size, align, offsets = 0, 1, {}
    for name, cls, *_ in fields:
        a = _alignment(cls)
        if pack:
            a = min(a, pack)
        size = (size + a - 1) // a * a
        offsets[name] = size
        size += cls._size_
        align = max(align, a)
    return (size + align - 1) // align * align, align, offsets


def _alignment(cls):
    if issubclass(cls, Array):
        return _alignment(cls._type_)
    return getattr(cls, '_align_', None) or cls._size_ or 1


class _StructureMeta(_SimpleType):
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if '_fields_' in ns:
            cls._size_, cls._align_, cls._offsets_ = cls._lay_out(cls._fields_, ns.get('_pack_', 0))

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == '_fields_':
            cls._size_, cls._align_, cls._offsets_ = cls._lay_out(value, getattr(cls, '_pack_', 0))


class Structure(_CData, metaclass=_StructureMeta):
    _fields_ = ()
    _lay_out = staticmethod(_layout)

    def __init__(self, *args, **kwargs):
        names = [f[0] for f in self._fields_]
        if len(args) > len(names):
            raise TypeError('too many initializers')
        self.__dict__['_values'] = {f[0]: f[1]() for f in self._fields_}
        for name, value in [*zip(names, args), *kwargs.items()]:
            setattr(self, name, value)

    def __getattr__(self, name):
        try:
            x = self.__dict__['_values'][name]
        except KeyError:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}') from None
        return x.value if isinstance(x, _SimpleCData) else x

    def __setattr__(self, name, value):
        x = self.__dict__['_values'].get(name)
        if x is None:
            self.__dict__[name] = value
        elif isinstance(value, type(x)):
            self.__dict__['_values'][name] = value
        else:
            x.value = value

    def __bytes__(self):
        out = bytearray(self._size_)
        for name, *_ in self._fields_:
            b = bytes(self._values[name])
            at = self._offsets_[name]
            out[at:at + len(b)] = b
        return bytes(out)


BigEndianStructure = LittleEndianStructure = Structure


class Union(Structure):
    @staticmethod
    def _lay_out(fields, pack):
        size = max([f[1]._size_ for f in fields], default=0)
        return size, max([_alignment(f[1]) for f in fields], default=1), {f[0]: 0 for f in fields}


def sizeof(x):
    cls = x if isinstance(x, type) else type(x)
    if not issubclass(cls, _CData):
        raise TypeError('this type has no size')
    return cls._size_


def alignment(x):
    return _alignment(x if isinstance(x, type) else type(x))


def create_string_buffer(init, size=None):
    if isinstance(init, int):
        return (c_char * init)()
    buf = (c_char * (len(init) + 1 if size is None else size))()
    buf.value = init
    return buf


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    if isinstance(init, int):
        return (c_wchar * init)()
    buf = (c_wchar * (len(init) + 1 if size is None else size))()
    buf.value = init
    return buf


class _Pointer(_CData):
    _size_ = 8

    def __init__(self, target=None):
        self._target = target

    @property
    def contents(self):
        if self._target is None:
            raise ValueError('NULL pointer access')
        return self._target

    def __bool__(self):
        return self._target is not None


def POINTER(cls):
    return type(f'LP_{getattr(cls, "__name__", cls)}', (_Pointer,), {'_type_': cls})


def pointer(x):
    return POINTER(type(x))(x)


byref = pointer


class CDLL:
    def __init__(self, name=None, *args, **kwargs):
        raise OSError(f'{name}: {_WHY}')


PyDLL = CDLL


class LibraryLoader:
    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        return self._dlltype(name)

    LoadLibrary = __getitem__ = __getattr__


cdll, pydll = LibraryLoader(CDLL), LibraryLoader(PyDLL)


def _cannot(*args, **kwargs):
    raise OSError(_WHY)


def CFUNCTYPE(restype, *argtypes, **kw):
    return _cannot


PYFUNCTYPE = CFUNCTYPE
addressof = cast = memmove = memset = string_at = wstring_at = _cannot


def get_errno():
    return 0


def set_errno(value):
    return 0
