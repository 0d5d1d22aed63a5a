# The exceptions of sockets, and the time at which a waiting ends.

class gaierror(OSError):
    __module__ = 'socket'

class herror(OSError):
    __module__ = 'socket'

def _until(timeout):
    # The moment at which a timeout in seconds ends: -1 never, 0 at once.
    if timeout is None:
        return -1
    if timeout <= 0:
        return 0
    import time
    return time.monotonic_ns() + int(timeout * 1000000000) + 1

def _host_idna(host):
    try:
        return host.encode('idna')
    except UnicodeError:
        raise UnicodeError('encoding of hostname failed') from None

def make_ssl(name):
    m = _new_module('_ssl')
    d = m.__dict__
    d['__doc__'] = 'Implementation module for SSL socket operations.  See the socket module\nfor documentation.'
    d.update(_ssl_names())
    _exec_module(_ssl_code(), d)
    return m

class TermiosError(Exception):
    __module__ = 'termios'
    __qualname__ = 'error'

TermiosError.__name__ = 'error'
