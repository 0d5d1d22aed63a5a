# Signals: what _signal does. Which ones arrived, and when their handlers run, is the business of the threads.

_signal_handlers = {}
_SIG_DFL, _SIG_IGN = 0, 1
_signal_names = ('', 'Hangup', 'Interrupt', 'Quit', 'Illegal instruction', 'Trace/breakpoint trap', 'Aborted', 'Bus error',
    'Floating point exception', 'Killed', 'User defined signal 1', 'Segmentation fault', 'User defined signal 2', 'Broken pipe',
    'Alarm clock', 'Terminated', 'Stack fault', 'Child exited', 'Continued', 'Stopped (signal)', 'Stopped', 'Stopped (tty input)',
    'Stopped (tty output)', 'Urgent I/O condition', 'CPU time limit exceeded', 'File size limit exceeded', 'Virtual timer expired',
    'Profiling timer expired', 'Window changed', 'I/O possible', 'Power failure', 'Bad system call')


def _check_signal(n):
    n = _index(n)
    if not 1 <= n < 65:
        raise ValueError('signal number out of range')
    return n

def default_int_handler(signalnum, frame, /):
    "The default handler for SIGINT installed by Python."
    raise KeyboardInterrupt

def _signal_apply(n, handler):
    # Tells the world what a signal does now: one that is held back only arrives.
    if callable(handler) or _signal_blocked() >> (n & 63) & 1:
        _signal_set(n, 2)
    else:
        _signal_set(n, 1 if handler == _SIG_IGN else 0)

def signal_signal(signalnum, handler, /):
    "Set the action for the given signal."
    import _thread
    n = _index(signalnum)
    if _thread.get_ident() != _thread._get_main_thread_ident():
        raise ValueError('signal only works in main thread of the main interpreter')
    _check_signal(n)
    if not callable(handler) and not (isinstance(handler, int) and handler in (_SIG_DFL, _SIG_IGN)):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if n in (9, 19, 32, 33):
        raise OSError(22, 'Invalid argument')
    old = signal_getsignal(n)
    _signal_apply(n, handler)
    _signal_handlers[n] = handler
    _signal_watch(any([callable(h) and h is not default_int_handler for h in _signal_handlers.values()]))
    return old

def signal_getsignal(signalnum, /):
    "Return the current action for the given signal."
    n = _check_signal(signalnum)
    if n in _signal_handlers:
        return _signal_handlers[n]
    action = _signal_set(n, -1)
    if action == 2 and n == 2:
        return default_int_handler
    return _SIG_IGN if action == 1 else _SIG_DFL

def raise_signal(signalnum, /):
    "Send a signal to the executing process."
    import posix
    _signal_kill(posix.getpid(), _check_signal(signalnum))

def _signal_abort():
    import posix
    _signal_set(6, 0)
    _signal_kill(posix.getpid(), 6)

def interrupt_main(n):
    if callable(signal_getsignal(n)):
        _signal_trip(n)

def signals_arrived(bits):
    # The handlers of signals that arrived: the bit of each number. Bit 32 says that the wakeup descriptor failed.
    import sys
    if bits >> 32 & 1:
        import posix
        e = OSError(9, 'Bad file descriptor')
        sys.unraisablehook(SimpleNamespace(exc_type=OSError, exc_value=e, exc_traceback=None, object=None,
                                           err_msg='Exception ignored when trying to write to the signal wakeup fd'))
    for n in range(1, 65):
        if bits >> (n & 63) & 1 and n != 32:
            handler = signal_getsignal(n)
            if callable(handler):
                rest = bits & ~((2 << n) - 1)
                try:
                    handler(n, sys._getframe())
                except BaseException:
                    if rest:
                        _signal_again(rest)
                    raise
            elif handler == _SIG_DFL and not 1 << n & 0x10fe0000:
                exit_now(128 + n)

def signal_strsignal(signalnum, /):
    "Return the system description of the given signal."
    n = _check_signal(signalnum)
    if n < len(_signal_names):
        return _signal_names[n]
    if 34 <= n:
        return 'Real-time signal %d' % (n - 34)
    return None

def signal_valid_signals():
    "Return a set of valid signal numbers on this platform."
    return {n for n in range(1, 65) if n not in (32, 33)}

def _signal_ns(seconds):
    if not isinstance(seconds, (int, float)):
        seconds = float(seconds)
    return int(seconds * 1000000 + (0.999 if seconds > 0 else 0)) * 1000

def signal_alarm(seconds, /):
    "Arrange for SIGALRM to arrive after the given number of seconds."
    left, _ = _signal_timer(0, max(_index(seconds), 0) * 1000000000, 0, False)
    return (left + 999999999) // 1000000000

def signal_setitimer(which, seconds, interval=0.0, /):
    "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF)."
    which = _index(which)
    first, interval = _signal_ns(seconds), _signal_ns(interval)
    if which not in (0, 1, 2) or first < 0 or interval < 0:
        raise ItimerError(22, 'Invalid argument')
    left, interval = _signal_timer(which, first, interval, False)
    return (left / 1000000000, interval / 1000000000)

def signal_getitimer(which, /):
    "Returns current value of given itimer."
    which = _index(which)
    if which not in (0, 1, 2):
        raise ItimerError(22, 'Invalid argument')
    left, interval = _signal_timer(which, 0, 0, True)
    return (left / 1000000000, interval / 1000000000)

class ItimerError(OSError):
    __module__ = 'signal'
    __qualname__ = 'itimer_error'

ItimerError.__name__ = 'itimer_error'

def signal_pause():
    "Wait until a signal arrives."
    n = _signal_count()
    while _signal_count() == n:
        _signal_await(-1)

def signal_set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    "Sets the fd to be written to (with the signal number) when a signal comes in."
    import _thread, posix
    fd = _index(fd)
    if _thread.get_ident() != _thread._get_main_thread_ident():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    if fd != -1:
        posix.fstat(fd)
        if posix.get_blocking(fd):
            raise ValueError(f'the fd {fd} must be in non-blocking mode')
    return _signal_wakeup(fd, True if warn_on_full_buffer else False)

def signal_siginterrupt(signalnum, flag, /):
    "Change system call restart behaviour."
    _check_signal(signalnum)

def _signal_bits(signals):
    bits = 0
    for n in signals:
        n = _index(n)
        if not 1 <= n < 65:
            raise ValueError(f'signal number {n} out of range [1; 64]')
        bits |= 1 << (n & 63)
    return bits

def _signal_numbers(bits):
    return {n for n in range(1, 65) if bits >> (n & 63) & 1}

def _signal_word(bits):
    return bits - (1 << 64) if bits >> 63 else bits

def signal_pthread_sigmask(how, mask, /):
    "Fetch and/or change the signal mask of the calling thread."
    bits = _signal_bits(mask) & ~(1 << 9 | 1 << 19)
    old = _signal_blocked() & 0xffffffffffffffff
    if how == 0:
        new = old | bits
    elif how == 1:
        new = old & ~bits
    elif how == 2:
        new = bits
    else:
        raise OSError(22, 'Invalid argument')
    for n in _signal_numbers(new & ~old):
        if not callable(signal_getsignal(n)):
            _signal_handlers[n] = signal_getsignal(n)
            _signal_set(n, 2)
    _signal_mask(_signal_word(new))
    for n in _signal_numbers(old & ~new):
        if not callable(signal_getsignal(n)):
            _signal_apply(n, signal_getsignal(n))
    return _signal_numbers(old)

def signal_sigpending():
    "Examine pending signals."
    return _signal_numbers(_signal_held() & 0xffffffffffffffff)

def _signal_take_one(signals, until):
    import time
    bits = _signal_word(_signal_bits(signals))
    while True:
        n = _signal_take(bits)
        if n or until == 0 or until > 0 and time.monotonic_ns() >= until:
            return n
        _signal_await(until)

def signal_sigwait(sigset, /):
    "Wait for a signal."
    return _signal_take_one(sigset, -1)

def signal_sigwaitinfo(sigset, /):
    "Wait synchronously until one of the signals in *sigset* is delivered."
    import posix
    n = _signal_take_one(sigset, -1)
    return _struct_siginfo((n, 0, 0, posix.getpid(), posix.getuid(), 0, 0))

def signal_sigtimedwait(sigset, timeout, /):
    "Like sigwaitinfo(), but with a timeout."
    import posix
    if timeout < 0:
        raise ValueError('timeout must be non-negative')
    n = _signal_take_one(sigset, _until(timeout))
    if not n:
        return None
    return _struct_siginfo((n, 0, 0, posix.getpid(), posix.getuid(), 0, 0))

def signal_pthread_kill(thread_id, signalnum, /):
    "Send a signal to a thread."
    import posix, _thread
    if thread_id not in _thread._idents():
        raise ProcessLookupError(3, 'No such process')
    n = _index(signalnum)
    if not 0 <= n < 65:
        raise OSError(22, 'Invalid argument')
    if n:
        _signal_kill(posix.getpid(), n)
