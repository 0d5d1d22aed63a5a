# Waiting for descriptors, and as much of sockets as there can be without a network: pairs.

def _fileno(o):
    if isinstance(o, int):
        fd = o
    else:
        f = getattr(o, 'fileno', None)
        if f is None:
            raise TypeError('argument must be an int, or have a fileno() method')
        fd = f()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd

def _until(timeout):
    # The moment at which a timeout in seconds ends: -1 never, 0 at once.
    if timeout is None:
        return -1
    if timeout <= 0:
        return 0
    import time
    return time.monotonic_ns() + int(timeout * 1000000000) + 1

def select_select(rlist, wlist, xlist, timeout=None, /):
    "Wait until one or more file descriptors are ready for some kind of I/O."
    rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a number or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
    want = [_fileno(o) << 2 | 1 for o in rlist] + [_fileno(o) << 2 | 2 for o in wlist]
    for o in xlist:
        _fileno(o)
    ready = _await_files(tuple(want), _until(timeout))
    if ready is None:
        return [], [], []
    n = len(rlist)
    return ([o for o, bits in zip(rlist, ready) if bits], [o for o, bits in zip(wlist, ready[n:]) if bits], [])

class poll:
    __module__ = 'select'

    def __init__(self):
        self._files = {}

    def register(self, fd, eventmask=7, /):
        self._files[_fileno(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _fileno(fd)
        if fd not in self._files:
            raise FileNotFoundError(2, 'No such file or directory')
        self._files[fd] = eventmask

    def unregister(self, fd, /):
        del self._files[_fileno(fd)]

    def poll(self, timeout=None, /):
        files = list(self._files.items())
        want = tuple([fd << 2 | (1 if mask & 3 else 0) | (2 if mask & 4 else 0) for fd, mask in files])
        ready = _await_files(want, _until(None if timeout is None or timeout < 0 else timeout / 1000))
        out = []
        for (fd, mask), bits in zip(files, ready or ()):
            events = (1 & mask if bits & 1 else 0) | (4 & mask if bits & 2 else 0) | (16 if bits & 4 else 0)
            if events:
                out.append((fd, events))
        return out

class gaierror(OSError):
    __module__ = 'socket'

class herror(OSError):
    __module__ = 'socket'

_NO_NETWORK = 'there is no network in this version: sockets come in pairs only (socket.socketpair)'
_pair_ends = {}  # of each end, the descriptor it is read from: the one it is written to

def _no_network(*args, **kwargs):
    raise OSError(97, _NO_NETWORK)

def _no_names(*args, **kwargs):
    raise gaierror(-3, 'Temporary failure in name resolution: ' + _NO_NETWORK)

class socket_type:
    __module__ = '_socket'
    __qualname__ = 'socket'
    __slots__ = ('_sock', '_write', '_facts', '_wait')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            _no_network()
        if fileno not in _pair_ends:
            raise OSError(88, 'Socket operation on non-socket')
        self._sock = fileno
        self._write = _pair_ends[fileno]
        self._facts = (1 if family == -1 else family, 1 if type == -1 else type, 0 if proto == -1 else proto)
        self._wait = None

    @property
    def family(self):
        return self._facts[0]

    @property
    def type(self):
        return self._facts[1]

    @property
    def proto(self):
        return self._facts[2]

    @property
    def timeout(self):
        return self._wait

    def fileno(self):
        return self._sock

    def detach(self):
        fd, self._sock = self._sock, -1
        return fd

    def close(self):
        import posix
        fd, self._sock = self._sock, -1
        if fd >= 0:
            w = _pair_ends.pop(fd, None)
            posix.close(fd)
            if w is not None and self._write is not None:
                posix.close(w)

    def setblocking(self, flag, /):
        self._wait = None if flag else 0.0

    def getblocking(self):
        return self._wait != 0.0

    def settimeout(self, value, /):
        if value is not None and value < 0:
            raise ValueError('Timeout value out of range')
        self._wait = value if value is None else float(value)

    def gettimeout(self):
        return self._wait

    def _ready(self, fd, bit):
        if fd is None or self._sock < 0:
            raise OSError(9, 'Bad file descriptor')
        got = _await_files((fd << 2 | bit,), _until(self._wait))
        if not got or not got[0]:
            if self._wait == 0:
                raise BlockingIOError(11, 'Resource temporarily unavailable')
            raise TimeoutError('timed out')

    def recv(self, bufsize, flags=0, /):
        import posix
        self._ready(self._sock, 1)
        return posix.read(self._sock, bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast('B')
        data = self.recv(nbytes or len(view))
        view[:len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        return self.recv(bufsize), None

    def send(self, data, flags=0, /):
        import posix
        self._ready(self._write, 2)
        return posix.write(self._write, data)

    def sendall(self, data, flags=0, /):
        view = memoryview(data).cast('B')
        while len(view):
            view = view[self.send(view):]

    def shutdown(self, how, /):
        import posix
        if how in (1, 2) and self._write is not None:
            posix.close(self._write)
            self._write = None
            _pair_ends[self._sock] = None

    def getsockname(self):
        return ''

    def getpeername(self):
        return ''

    def getsockopt(self, level, option, buflen=0, /):
        return 0

    def setsockopt(self, level, option, value, optlen=0, /):
        return None

    def __repr__(self):
        return f'<socket object, fd={self._sock}, family={self.family}, type={self.type}, proto={self.proto}>'

    accept = _accept = bind = connect = connect_ex = listen = sendto = sendmsg = recvmsg = _no_network

socket_type.__name__ = 'socket'

def socket_pair(family=1, type=1, proto=0, /):
    "Create a pair of socket objects from the sockets returned by the platform socketpair() function."
    import posix
    r1, w1 = posix.pipe()
    r2, w2 = posix.pipe()
    _pair_ends[r1] = w2
    _pair_ends[r2] = w1
    return socket_type(family, type, proto, r1), socket_type(family, type, proto, r2)

def socket_close(fd, /):
    "Close an integer socket file descriptor."
    import posix
    w = _pair_ends.pop(fd, None)
    posix.close(fd)
    if w is not None:
        posix.close(w)

_default_timeout = [None]

def socket_getdefaulttimeout():
    return _default_timeout[0]

def socket_setdefaulttimeout(timeout, /):
    _default_timeout[0] = timeout

def socket_gethostname():
    "Return the current host name."
    import posix
    return posix.uname().nodename

def socket_ntohs(x, /):
    return (x & 0xff) << 8 | x >> 8 & 0xff

def socket_ntohl(x, /):
    return int.from_bytes((x & 0xffffffff).to_bytes(4, 'little'), 'big')

def socket_inet_aton(text, /):
    "Convert an IP address in string format to the 32-bit packed binary format."
    parts = text.split('.')
    if len(parts) != 4 or not all([p.isdigit() and int(p) < 256 for p in parts]):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes([int(p) for p in parts])

def socket_inet_ntoa(packed, /):
    "Convert an IP address from 32-bit packed binary format to string format."
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(b) for b in packed])

def socket_inet_pton(family, text, /):
    "Convert an IP address from string format to a packed string."
    import ipaddress
    try:
        a = ipaddress.ip_address(text)
    except ValueError:
        raise OSError('illegal IP address string passed to inet_pton') from None
    if (a.version == 4) != (family == 2):
        raise OSError('illegal IP address string passed to inet_pton')
    return a.packed

def socket_inet_ntop(family, packed, /):
    "Convert a packed IP address of the given family to string format."
    import ipaddress
    if len(packed) != (4 if family == 2 else 16):
        raise ValueError('invalid length of packed IP address string')
    return str(ipaddress.ip_address(bytes(packed)))
