"""Limits of the process and what it used, as the system says; a limit cannot be changed from here."""

import _device

RLIMIT_CPU = 0; RLIMIT_FSIZE = 1; RLIMIT_DATA = 2; RLIMIT_STACK = 3; RLIMIT_CORE = 4; RLIMIT_NOFILE = 7; RLIMIT_OFILE = 7; RLIMIT_AS = 9
RLIMIT_RSS = 5; RLIMIT_NPROC = 6; RLIMIT_MEMLOCK = 8; RLIMIT_MSGQUEUE = 12; RLIMIT_NICE = 13; RLIMIT_RTPRIO = 14; RLIMIT_RTTIME = 15
RLIMIT_SIGPENDING = 11; RUSAGE_SELF = 0; RUSAGE_CHILDREN = -1; RUSAGE_THREAD = 1; RLIM_INFINITY = -1
error = OSError

from collections import namedtuple as _namedtuple
_names = ('utime stime maxrss ixrss idrss isrss minflt majflt nswap inblock oublock msgsnd msgrcv nsignals nvcsw nivcsw').split()


class struct_rusage(_namedtuple('struct_rusage', ['ru_' + _n for _n in _names])):
    """struct_rusage: Result from getrusage.

This object may be accessed either as a tuple of
    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,
    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)
or via the attributes ru_utime, ru_stime, ru_maxrss, and so on."""

    __slots__ = ()
    __module__ = 'resource'

    def __repr__(self):
        return 'resource.' + super().__repr__()


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        if not isinstance(who, int):
            raise TypeError(f"'{type(who).__name__}' object cannot be interpreted as an integer")
        raise ValueError('invalid who parameter')
    numbers = _device.usage(who)
    return struct_rusage(numbers[0] / 1e6, numbers[1] / 1e6, *numbers[2:])


def _check(resource):
    if not isinstance(resource, int):
        raise TypeError(f"'{type(resource).__name__}' object cannot be interpreted as an integer")
    if not 0 <= resource < 16:
        raise ValueError('invalid resource specified')


def _number(n):
    return RLIM_INFINITY if n >= 1 << 63 else n


def getrlimit(resource, /):
    _check(resource)
    return tuple(_number(n) for n in _device.limit(resource))


def setrlimit(resource, limits, /):
    _check(resource)
    try:
        soft, hard = limits
    except (TypeError, ValueError):
        raise ValueError('expected a tuple of 2 integers') from None
    now = getrlimit(resource)
    if (soft, hard) == now:
        return
    big = [1 << 64 if n == RLIM_INFINITY else n for n in (soft, hard, *now)]
    if big[0] > big[1]:
        raise ValueError('current limit exceeds maximum limit')
    if big[1] > big[3]:
        raise ValueError('not allowed to raise maximum limit')
    raise OSError(95, 'this machine does not change the limits of its process: use ulimit before it starts')


def prlimit(pid, resource, limits=None, /):
    import os
    if pid not in (0, os.getpid()):
        raise PermissionError(1, 'Operation not permitted')
    old = getrlimit(resource)
    if limits is not None:
        setrlimit(resource, limits)
    return old


def getpagesize():
    return 4096
