# The module _io where a class or codec written in Python has a say.

class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'
    __qualname__ = 'UnsupportedOperation'

def io_warn(category, text):
    import warnings
    warnings.warn(text, category, 1)
    return True

# ---- the abstract classes

def iobase_close(self):
    st = _io_state(self)
    try:
        self.flush()
    finally:
        st.file_closed = True

def iobase_readline(self, size):
    res = bytearray()
    peek = getattr(self, 'peek', None)
    while size < 0 or len(res) < size:
        n = 1
        if peek is not None:
            ahead = peek(1)
            if not isinstance(ahead, bytes):
                raise OSError(f"peek() should have returned a bytes object, not '{type(ahead).__name__}'")
            if ahead:
                n = (ahead.find(b'\n') + 1) or len(ahead)
                if size >= 0:
                    n = min(n, size - len(res))
        b = self.read(n)
        if b is None or isinstance(b, bytes) and not b:
            break
        if not isinstance(b, bytes):
            raise OSError(f"read() should have returned a bytes object, not '{type(b).__name__}'")
        res += b
        if res.endswith(b'\n'):
            break
    return bytes(res)

def iobase_readlines(self, hint):
    if hint <= 0:
        return [line for line in self]
    n = 0
    lines = []
    for line in self:
        lines.append(line)
        n += len(line)
        if n > hint:
            break
    return lines

def iobase_writelines(self, lines):
    if self.closed:
        raise ValueError('I/O operation on closed file.')
    for line in lines:
        self.write(line)

def raw_read(self, n):
    b = bytearray(n)
    got = self.readinto(b)
    if got is None:
        return None
    if got < 0 or got > n:
        raise ValueError(f'readinto returned {got} outside buffer size {n}')
    del b[got:]
    return bytes(b)

def raw_readall(self):
    res = bytearray()
    while True:
        data = self.read(131072)
        if data is None:
            if res:
                break
            return None
        if not isinstance(data, bytes):
            raise TypeError('read() should return bytes')
        if not data:
            break
        res += data
    return bytes(res)

def file_close(self, shut):
    try:
        _raw_base_close(self)
    finally:
        shut(self)

def _raw_base_close(self):
    if not self.closed:
        self.flush()

def buffered_readinto(self, buffer, method):
    view = memoryview(buffer)
    if view.format != 'B' or view.ndim != 1:
        view = view.cast('B')
    n = len(view)
    data = getattr(self, method)(n)
    if data is None:
        return None
    if not isinstance(data, bytes):
        raise TypeError('read() should return bytes')
    got = len(data)
    if got > n:
        raise ValueError(f"read() returned too much data: {n} bytes requested, {got} returned")
    view[:got] = data
    view.release()
    return got

def pair_close(reader, writer):
    try:
        writer.close()
    finally:
        reader.close()

# ---- buffered streams over raw streams written in Python

def _check_open(self, what):
    if self.closed:
        raise ValueError(f'{what} of closed file')

def _fill(st, n):
    # One call of the raw stream: bytes, or None if it would block.
    b = bytearray(n)
    got = st.raw.readinto(b)
    if got is None:
        return None
    if got < 0 or got > n:
        raise OSError(f'raw readinto() returned invalid length {got} (should have been between 0 and {n})')
    return bytes(b[:got])

def _ahead(st):
    return st.rbuf[st.rpos:]

def _set_ahead(st, data):
    st.rbuf = data
    st.rpos = 0

def buffered_read(self, n):
    _check_open(self, 'read')
    if n is None:
        n = -1
    if n < -1:
        raise ValueError('read length must be non-negative or -1')
    st = _io_state(self)
    if st.wbuf:
        _flush_raw(st)
    have = _ahead(st)
    if n == -1:
        _set_ahead(st, b'')
        readall = getattr(st.raw, 'readall', None)
        if readall is not None:
            rest = readall()
            if rest is None:
                return have or None
            if not isinstance(rest, bytes):
                raise TypeError('readall() should return bytes')
            return have + rest
        parts = [have]
        while True:
            data = st.raw.read()
            if data is None:
                break
            if not isinstance(data, bytes):
                raise TypeError('read() should return bytes')
            if not data:
                return b''.join(parts)
            parts.append(data)
        return b''.join(parts) or None
    if n <= len(have):
        st.rpos += n
        return have[:n]
    out = bytearray(have)
    _set_ahead(st, b'')
    size = st.size
    while len(out) < n:
        missing = n - len(out)
        if missing >= size:
            data = _fill(st, missing - missing % size)
            if not data:
                break
            out += data
            continue
        data = _fill(st, size)
        if not data:
            break
        out += data[:missing]
        st.rbuf = data
        st.rpos = min(missing, len(data))
    if not out and n and data is None:
        return None
    return bytes(out)

def buffered_read1(self, n):
    _check_open(self, 'read')
    st = _io_state(self)
    if n is None or n < 0:
        n = st.size
    if n == 0:
        return b''
    if st.wbuf:
        _flush_raw(st)
    have = _ahead(st)
    if have:
        have = have[:n]
        st.rpos += len(have)
        return have
    _set_ahead(st, b'')
    return _fill(st, n) or b''

def buffered_fill(self, buffer):
    return buffered_readinto(self, buffer, 'read')

def buffered_fill1(self, buffer):
    return buffered_readinto(self, buffer, 'read1')

def buffered_peek(self, n):
    _check_open(self, 'peek')
    st = _io_state(self)
    if st.wbuf:
        _flush_raw(st)
    have = _ahead(st)
    if not have:
        have = _fill(st, st.size) or b''
        _set_ahead(st, have)
    return have

def buffered_readline(self, size):
    _check_open(self, 'readline')
    if size is None:
        size = -1
    st = _io_state(self)
    if st.wbuf:
        _flush_raw(st)
    out = bytearray()
    while True:
        have = _ahead(st)
        if size >= 0:
            have = have[:size - len(out)]
        i = have.find(b'\n') + 1
        if i:
            st.rpos += i
            out += have[:i]
            return bytes(out)
        out += have
        if 0 <= size <= len(out):
            st.rpos += len(have)
            return bytes(out)
        data = _fill(st, st.size)
        _set_ahead(st, data or b'')
        if not data:
            return bytes(out)

def _rewind(st):
    n = len(_ahead(st))
    if n:
        st.raw.seek(-n, 1)
    _set_ahead(st, b'')

def _flush_raw(st):
    data = st.wbuf
    while data:
        try:
            n = st.raw.write(data)
        except BaseException:
            st.wbuf = data
            raise
        if n is None:
            st.wbuf = data
            raise BlockingIOError(11, 'write could not complete without blocking', 0)
        if n < 0 or n > len(data):
            raise OSError(f'raw write() returned invalid length {n} (should have been between 0 and {len(data)})')
        data = data[n:]
    st.wbuf = b''

def buffered_write(self, data):
    if self.closed:
        raise ValueError('write to closed file')
    st = _io_state(self)
    if st.rbuf:
        _rewind(st)
    size = st.size
    if len(st.wbuf) + len(data) <= size:
        st.wbuf += data
        return len(data)
    before = len(st.wbuf)
    try:
        _flush_raw(st)
    except BlockingIOError as e:
        room = size - len(st.wbuf)
        if len(data) <= room:
            st.wbuf += data
            return len(data)
        st.wbuf += data[:room]
        raise BlockingIOError(e.errno, e.strerror, max(room, 0)) from None
    rest = data
    while len(rest) > size:
        n = st.raw.write(rest)
        if n is None:
            st.wbuf = rest[:size]
            raise BlockingIOError(11, 'write could not complete without blocking', len(data) - len(rest) + size)
        if n < 0 or n > len(rest):
            raise OSError(f'raw write() returned invalid length {n} (should have been between 0 and {len(rest)})')
        rest = rest[n:]
    st.wbuf = rest
    return len(data)

def buffered_flush(self):
    _check_open(self, 'flush')
    st = _io_state(self)
    _flush_raw(st)
    if st.reads and _ahead(st) and st.raw.seekable():
        _rewind(st)

def buffered_seek(self, target, whence):
    if whence is None:
        whence = 0
    if whence not in (0, 1, 2):
        raise ValueError(f'whence value {whence} unsupported')
    _check_open(self, 'seek')
    st = _io_state(self)
    if not st.raw.seekable():
        raise UnsupportedOperation('File or stream is not seekable.')
    _flush_raw(st)
    if whence == 1:
        target -= len(_ahead(st))
    n = st.raw.seek(target, whence)
    _set_ahead(st, b'')
    if n < 0:
        raise OSError(f'Raw stream returned invalid position {n}')
    return n

def buffered_tell(self):
    st = _io_state(self)
    n = st.raw.tell()
    if n < 0:
        raise OSError(f'Raw stream returned invalid position {n}')
    return n - len(_ahead(st)) + len(st.wbuf)

def buffered_truncate(self, pos):
    _check_open(self, 'truncate')
    if not self.writable():
        raise UnsupportedOperation('truncate')
    st = _io_state(self)
    _flush_raw(st)
    if st.rbuf:
        _rewind(st)
    if pos is None:
        pos = st.raw.tell()
    return st.raw.truncate(pos)

def buffered_close(self):
    if self.closed:
        return None
    st = _io_state(self)
    try:
        self.flush()
    finally:
        st.raw.close()

# ---- text streams

def text_codec(encoding):
    import codecs
    info = codecs.lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f'{encoding!r} is not a text encoding')
    return info

def _text_decoder(st):
    d = st.decoder
    if d is None:
        import _io
        if not st.decodes:
            raise UnsupportedOperation('not readable')
        d = text_codec(st.encoding).incrementaldecoder(st.errors)
        if st.universal:
            d = _io.IncrementalNewlineDecoder(d, st.translate)
        st.decoder = d
    return d

def _text_encoder(st):
    e = st.encoder
    if e is None:
        if not st.encodes:
            raise UnsupportedOperation('not writable')
        e = text_codec(st.encoding).incrementalencoder(st.errors)
        wide = st.encoding.lower().replace('_', '-') in ('utf-16', 'utf-32', 'utf16', 'utf32')
        if wide and not st.seekable or st.seekable and st.buffer.tell() != 0:
            try:
                e.setstate(0)
            except LookupError:
                pass
        st.encoder = e
    return e

def _text_open(self):
    if self.closed:
        raise ValueError('I/O operation on closed file.')
    return _io_state(self)

def _write_pending(st):
    data = st.pending
    if data:
        st.pending = b''
        while True:
            try:
                st.buffer.write(data)
                break
            except InterruptedError:
                continue

def _forget(st):
    st.decoded = ''
    st.snapshot = None
    st.started = False

def textio_write(self, text):
    st = _text_open(self)
    e = _text_encoder(st)
    n = len(text)
    has_lf = '\n' in text
    flush = st.line_buffering and (has_lf or '\r' in text)
    if has_lf and st.write_nl:
        text = text.replace('\n', st.write_nl)
    data = e.encode(text)
    if not isinstance(data, bytes):
        raise TypeError(f"encoder should return a bytes object, not '{type(data).__name__}'")
    if st.pending and len(st.pending) + len(data) > st.chunk:
        _write_pending(st)
    st.pending += data
    if len(st.pending) >= st.chunk or flush or st.write_through:
        _write_pending(st)
    if flush:
        st.buffer.flush()
    _forget(st)
    if st.decoder is not None:
        st.decoder.reset()
    return n

def textio_flush(self):
    st = _text_open(self)
    st.telling = st.seekable
    _write_pending(st)
    return st.buffer.flush()

def textio_close(self):
    st = _io_state(self)
    if self.closed:
        return None
    try:
        self.flush()
    finally:
        st.buffer.close()

def _read_chunk(st):
    d = _text_decoder(st)
    st.started = True
    if st.telling:
        buf, flags = d.getstate()
    read = getattr(st.buffer, 'read1', None) or st.buffer.read
    data = read(st.chunk)
    if not isinstance(data, bytes):
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(f"underlying {'read1' if hasattr(st.buffer, 'read1') else 'read'}() should have returned a bytes-like object, not '{type(data).__name__}'") from None
    eof = not data
    text = d.decode(data, eof)
    if not isinstance(text, str):
        raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
    st.decoded = text
    if st.telling:
        st.snapshot = (flags, buf + data)
    return bool(text) or not eof

def textio_read(self, n):
    st = _text_open(self)
    d = _text_decoder(st)
    _write_pending(st)
    if n is None or n < 0:
        data = st.buffer.read()
        if data is None:
            raise BlockingIOError(11, 'Read returned None.')
        st.started = True
        rest = st.decoded[st.used:] + d.decode(data, True)
        _forget(st)
        return rest
    out = ''
    while len(out) < n:
        have = st.decoded[st.used:]
        if not have:
            if not _read_chunk(st):
                break
            continue
        have = have[:n - len(out)]
        st.used += len(have)
        out += have
    return out

def _line_end(text, st):
    if st.universal and not st.translate:
        a = text.find('\n')
        b = text.find('\r')
        if b < 0 or 0 <= a < b:
            return a + 1
        return b + 2 if text[b + 1:b + 2] == '\n' else b + 1
    nl = st.read_nl or '\n'
    i = text.find(nl)
    return i + len(nl) if i >= 0 else 0

def textio_readline(self, size):
    st = _text_open(self)
    _text_decoder(st)
    _write_pending(st)
    if size is None:
        size = -1
    out = ''
    while True:
        have = st.decoded[st.used:]
        text = out + have
        end = _line_end(text, st)
        if not end and 0 <= size <= len(text):
            end = size
        if end or size == 0:
            if 0 <= size < end:
                end = size
            st.used += end - len(out)
            return text[:end]
        out = text
        st.decoded = ''
        if not _read_chunk(st):
            st.snapshot = None
            st.decoded = ''
            return out

def textio_next(self):
    # None at the end.
    st = _io_state(self)
    st.telling = False
    line = textio_readline(self, -1) if type(self).__module__ == '_io' else self.readline()
    if not line:
        st.telling = st.seekable
        st.snapshot = None
        return None
    return line

def textio_next_sub(self):
    st = _io_state(self)
    st.telling = False
    line = self.readline()
    if not isinstance(line, str):
        raise OSError(f"readline() should have returned a str object, not '{type(line).__name__}'")
    if not line:
        st.telling = st.seekable
        st.snapshot = None
        raise StopIteration
    return line

def _pack(pos, flags=0, feed=0, eof=0, skip=0):
    return pos | flags << 64 | feed << 96 | skip << 128 | bool(eof) << 160

def textio_tell(self):
    st = _text_open(self)
    if not st.seekable:
        raise UnsupportedOperation('underlying stream is not seekable')
    if not st.telling:
        raise OSError('telling position disabled by next() call')
    _write_pending(st)
    self.flush()
    pos = st.buffer.tell()
    d = st.decoder
    if d is None or st.snapshot is None:
        return pos
    flags, data = st.snapshot
    pos -= len(data)
    skip = st.used
    if skip == 0:
        return _pack(pos, flags)
    saved = d.getstate()
    try:
        d.setstate((b'', flags))
        start, start_flags, fed, got, eof = pos, flags, 0, 0, 0
        for i in range(len(data)):
            fed += 1
            got += len(d.decode(data[i:i + 1]))
            buf, flags = d.getstate()
            if not buf and got <= skip:
                start += fed
                skip -= got
                start_flags, fed, got = flags, 0, 0
            if got >= skip:
                break
        else:
            got += len(d.decode(b'', True))
            eof = 1
            if got < skip:
                raise OSError("can't reconstruct logical file position")
        return _pack(start, start_flags, fed if skip or eof else 0, eof, skip)
    finally:
        d.setstate(saved)

def textio_seek(self, cookie, whence):
    st = _text_open(self)
    if whence is None:
        whence = 0
    if not st.seekable:
        raise UnsupportedOperation('underlying stream is not seekable')
    if whence == 1:
        if cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        cookie = self.tell()
        whence = 0
    if whence == 2:
        if cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        self.flush()
        _forget(st)
        if st.decoder is not None:
            st.decoder.reset()
        pos = st.buffer.seek(0, 2)
        _reset_encoder(st, pos)
        return pos
    if whence != 0:
        raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
    if cookie < 0:
        raise ValueError(f'negative seek position {cookie!r}')
    self.flush()
    mask = (1 << 32) - 1
    start, flags, feed, skip, eof = (cookie & (1 << 64) - 1, cookie >> 64 & mask, cookie >> 96 & mask, cookie >> 128 & mask, cookie >> 160)
    st.buffer.seek(start)
    _forget(st)
    if cookie == 0 and st.decoder is not None:
        st.decoder.reset()
    elif st.decoder is not None or flags or skip:
        d = _text_decoder(st)
        d.setstate((b'', flags))
        st.snapshot = (flags, b'')
    if skip:
        data = st.buffer.read(feed)
        st.decoded = d.decode(data, bool(eof))
        st.snapshot = (flags, data)
        if len(st.decoded) < skip:
            raise OSError("can't restore logical file position")
        st.used = skip
    _reset_encoder(st, cookie)
    return cookie

def _reset_encoder(st, pos):
    e = st.encoder
    if e is not None:
        if pos:
            e.setstate(0)
        else:
            e.reset()

def print_(file, args, sep, end, flush):
    write = file.write
    first = True
    for x in args:
        if not first:
            write(sep)
        first = False
        write(x if isinstance(x, str) and type(x) is str else str(x))
    write(end)
    if flush:
        file.flush()

# ---- time

def time_strptime(text, format):
    import _strptime
    return _strptime._strptime_time(text, format)

def simple_namespace(*pairs):
    return SimpleNamespace(**dict(zip(pairs[::2], pairs[1::2])))
