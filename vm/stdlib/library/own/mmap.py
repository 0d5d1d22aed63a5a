"""Files as memory: the contents are read when a map is made, and what is changed is written through."""

import os as _os

PROT_EXEC = 4; PROT_READ = 1; PROT_WRITE = 2; MAP_SHARED = 1; MAP_PRIVATE = 2; MAP_DENYWRITE = 2048; MAP_EXECUTABLE = 4096; MAP_ANON = 32
MAP_ANONYMOUS = 32; MAP_POPULATE = 32768; MAP_STACK = 131072; MAP_NORESERVE = 16384; MAP_32BIT = 64; PAGESIZE = 4096
ALLOCATIONGRANULARITY = 4096; ACCESS_DEFAULT = 0; ACCESS_READ = 1; ACCESS_WRITE = 2; ACCESS_COPY = 3; MADV_NORMAL = 0; MADV_RANDOM = 1
MADV_SEQUENTIAL = 2; MADV_WILLNEED = 3; MADV_DONTNEED = 4; MADV_REMOVE = 9; MADV_DONTFORK = 10; MADV_DOFORK = 11; MADV_HWPOISON = 100
MADV_MERGEABLE = 12; MADV_UNMERGEABLE = 13; MADV_HUGEPAGE = 14; MADV_NOHUGEPAGE = 15; MADV_DONTDUMP = 16; MADV_DODUMP = 17
error = OSError
_MOST = 1 << 30  # what is mapped lies in memory


class mmap:
    """mmap(fileno, length[, flags[, prot[, access[, offset]]]]) or mmap(-1, length): a file, or nothing, as memory.

What a program changes is in the file at once; what others change there is not seen."""

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_WRITE | PROT_READ, access=ACCESS_DEFAULT, trackfd=True, *, offset=0):
        for n in (fileno, length, flags, prot, access, offset):
            if not isinstance(n, int):
                raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
        if length < 0:
            raise OverflowError('memory mapped length must be positive')
        if offset < 0:
            raise OverflowError('memory mapped offset must be positive')
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_WRITE | PROT_READ):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            flags, prot = MAP_SHARED, PROT_READ
        elif access == ACCESS_WRITE:
            flags, prot = MAP_SHARED, PROT_READ | PROT_WRITE
        elif access == ACCESS_COPY:
            flags, prot = MAP_PRIVATE, PROT_READ | PROT_WRITE
        elif access == ACCESS_DEFAULT:
            if not prot & PROT_WRITE:
                access = ACCESS_READ
            elif not prot & PROT_READ:
                access = ACCESS_WRITE
        else:
            raise ValueError('mmap invalid access parameter.')
        if offset % ALLOCATIONGRANULARITY:
            raise OSError(22, 'Invalid argument')
        fd = -1
        if fileno == -1 or flags & MAP_ANONYMOUS:
            if length == 0:
                raise OSError(22, 'Invalid argument')
            if length > _MOST:
                raise OSError(12, 'Cannot allocate memory')
            data = bytearray(length)
        else:
            st = _os.fstat(fileno)
            size = st.st_size
            if length == 0:
                if size == 0:
                    raise ValueError('cannot mmap an empty file')
                if offset >= size:
                    raise ValueError('mmap offset is greater than file size')
                length = size - offset
            elif offset > size or size - offset < length:
                raise ValueError('mmap length is greater than file size')
            if length > _MOST:
                raise OSError(12, 'Cannot allocate memory')
            fd = _os.dup(fileno)
            data = bytearray()
            while len(data) < length:
                piece = _os.pread(fd, length - len(data), offset + len(data))
                if not piece:
                    break
                data += piece
            data += bytes(length - len(data))
        self = super().__new__(cls)
        self._data, self._fd, self._offset, self._access, self._pos = data, fd, offset, access, 0
        self._private = bool(flags & MAP_PRIVATE)
        return self

    def __init__(self, *args, **kwargs):
        pass

    def _live(self):
        if self._data is None:
            raise ValueError('mmap closed or invalid')
        return self._data

    def _writable(self):
        data = self._live()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")
        return data

    def _through(self, start, stop):
        if self._fd >= 0 and self._access != ACCESS_COPY and not self._private and start < stop:
            view = bytes(self._data[start:stop])
            while view:
                n = _os.pwrite(self._fd, view, self._offset + start)
                start += n
                view = view[n:]

    def __len__(self):
        return len(self._live())

    def __buffer__(self, flags):
        data = self._live()
        view = memoryview(data)
        return view.toreadonly() if self._access == ACCESS_READ else view

    def __release_buffer__(self, view):
        view.release()
        if self._data is not None:
            self._through(0, len(self._data))

    def __getitem__(self, key):
        data = self._live()
        if isinstance(key, slice):
            return bytes(data[key])
        if not hasattr(type(key), '__index__'):
            raise TypeError('mmap indices must be integers')
        try:
            return data[key]
        except IndexError:
            raise IndexError('mmap index out of range') from None

    def __setitem__(self, key, value):
        data = self._writable()
        if isinstance(key, slice):
            start, stop, step = key.indices(len(data))
            value = bytes(memoryview(value))
            if len(value) != len(range(start, stop, step)):
                raise IndexError('mmap slice assignment is wrong size')
            data[key] = value
            if value:
                places = range(start, stop, step)
                self._through(min(places), max(places) + 1)
            return
        if not hasattr(type(key), '__index__'):
            raise TypeError('mmap indices must be integers')
        if not isinstance(value, int):
            raise TypeError('mmap item value must be an int')
        if not 0 <= value < 256:
            raise ValueError('mmap item value must be in range(0, 256)')
        try:
            data[key] = value
        except IndexError:
            raise IndexError('mmap index out of range') from None
        i = key.__index__()
        if i < 0:
            i += len(data)
        self._through(i, i + 1)

    def __delitem__(self, key):
        raise TypeError("mmap object doesn't support item deletion")

    def __iter__(self):
        for i in range(len(self)):
            yield bytes((self[i],))

    def __contains__(self, item):
        if isinstance(item, int):
            return item in self._live()
        return bytes(item) in self._live()

    def __enter__(self):
        self._live()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __repr__(self):
        name = f'{type(self).__module__}.{type(self).__qualname__}'
        if self._data is None:
            return f'<{name} closed=True>'
        access = ('ACCESS_DEFAULT', 'ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY')[self._access]
        return f'<{name} closed=False, access={access}, length={len(self._data)}, pos={self._pos}, offset={self._offset}>'

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' object")

    @property
    def closed(self):
        return self._data is None

    def close(self):
        if self._data is not None:
            self._data = None
            if self._fd >= 0:
                fd, self._fd = self._fd, -1
                _os.close(fd)

    def __del__(self):
        self.close()

    def find(self, sub, start=None, end=None, /):
        data = self._live()
        return data.find(bytes(memoryview(sub)), self._pos if start is None else start, len(data) if end is None else end)

    def rfind(self, sub, start=None, end=None, /):
        data = self._live()
        return data.rfind(bytes(memoryview(sub)), self._pos if start is None else start, len(data) if end is None else end)

    def flush(self, offset=0, size=None, /, *, flags=None):
        data = self._live()
        if size is None:
            size = len(data) - offset
        if offset < 0 or size < 0 or offset + size > len(data):
            raise ValueError('flush values out of range')
        if self._access in (ACCESS_READ, ACCESS_COPY):
            return
        if offset % PAGESIZE:
            raise OSError(22, 'Invalid argument')
        self._through(offset, offset + size)

    def madvise(self, option, start=0, length=None, /):
        data = self._live()
        if not 0 <= start < len(data):
            raise ValueError('madvise start out of bounds')
        if length is not None and length < 0:
            raise ValueError('madvise length invalid')

    def move(self, dest, src, count, /):
        data = self._writable()
        if dest < 0 or src < 0 or count < 0 or len(data) - dest < count or len(data) - src < count:
            raise ValueError('source, destination, or count out of range')
        data[dest:dest + count] = data[src:src + count]
        self._through(dest, dest + count)

    def read(self, n=None, /):
        data = self._live()
        if n is not None and not isinstance(n, int):
            raise TypeError(f"argument should be integer or None, not '{type(n).__name__}'")
        end = len(data) if n is None or n < 0 else min(self._pos + n, len(data))
        out = bytes(data[self._pos:end])
        self._pos = max(end, self._pos)
        return out

    def read_byte(self):
        data = self._live()
        if self._pos >= len(data):
            raise ValueError('read byte out of range')
        self._pos += 1
        return data[self._pos - 1]

    def readline(self):
        data = self._live()
        end = data.find(b'\n', self._pos) + 1 or len(data)
        out = bytes(data[self._pos:end])
        self._pos = max(end, self._pos)
        return out

    def resize(self, newsize, /):
        data = self._live()
        if self._access not in (ACCESS_WRITE, ACCESS_DEFAULT):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0:
            raise ValueError('new size out of range')
        if self._fd >= 0:
            _os.ftruncate(self._fd, self._offset + newsize)
        self._data = bytearray(data[:newsize]) + bytes(max(newsize - len(data), 0))

    def seek(self, pos, whence=0, /):
        data = self._live()
        if whence == 0:
            at = pos
        elif whence == 1:
            at = self._pos + pos
        elif whence == 2:
            at = len(data) + pos
        else:
            raise ValueError('unknown seek type')
        if not 0 <= at <= len(data):
            raise ValueError('seek out of range')
        self._pos = at
        return at

    def seekable(self):
        return True

    def size(self):
        self._live()
        return _os.fstat(self._fd).st_size

    def tell(self):
        self._live()
        return self._pos

    def write(self, bytes_, /):
        data = self._writable()
        value = bytes(memoryview(bytes_))
        if self._pos > len(data) or len(data) - self._pos < len(value):
            raise ValueError('data out of range')
        start = self._pos
        data[start:start + len(value)] = value
        self._pos += len(value)
        self._through(start, self._pos)
        return len(value)

    def write_byte(self, byte, /):
        data = self._writable()
        if not isinstance(byte, int):
            raise TypeError(f"'{type(byte).__name__}' object cannot be interpreted as an integer")
        if not 0 <= byte < 256:
            raise OverflowError('unsigned byte integer is greater than maximum')
        if self._pos >= len(data):
            raise ValueError('write byte out of range')
        data[self._pos] = byte
        self._pos += 1
        self._through(self._pos - 1, self._pos)
