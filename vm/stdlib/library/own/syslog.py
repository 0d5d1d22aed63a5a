"""Messages for the log of the system, through the socket /dev/log."""

import sys as _sys

LOG_EMERG = 0; LOG_ALERT = 1; LOG_CRIT = 2; LOG_ERR = 3; LOG_WARNING = 4; LOG_NOTICE = 5; LOG_INFO = 6; LOG_DEBUG = 7; LOG_PID = 1
LOG_CONS = 2; LOG_NDELAY = 8; LOG_ODELAY = 4; LOG_NOWAIT = 16; LOG_PERROR = 32; LOG_KERN = 0; LOG_USER = 8; LOG_MAIL = 16; LOG_DAEMON = 24
LOG_AUTH = 32; LOG_LPR = 48; LOG_LOCAL0 = 128; LOG_LOCAL1 = 136; LOG_LOCAL2 = 144; LOG_LOCAL3 = 152; LOG_LOCAL4 = 160; LOG_LOCAL5 = 168
LOG_LOCAL6 = 176; LOG_LOCAL7 = 184; LOG_SYSLOG = 40; LOG_CRON = 72; LOG_UUCP = 64; LOG_NEWS = 56; LOG_AUTHPRIV = 80; LOG_FTP = 88

_state = {'ident': None, 'option': 0, 'facility': LOG_USER, 'open': False, 'mask': 0xff}


def LOG_MASK(pri, /):
    "Calculates the mask for the individual priority pri."
    return 1 << pri


def LOG_UPTO(pri, /):
    "Calculates the mask for all priorities up to and including pri."
    return (1 << pri + 1) - 1


def openlog(ident=None, logoption=0, facility=LOG_USER):
    "Set logging options of subsequent syslog() calls."
    if ident is None:
        script = _sys.argv[0] if getattr(_sys, 'argv', None) else ''
        ident = script.rpartition('/')[2] or None
    elif not isinstance(ident, str):
        raise TypeError(f"openlog() argument 'ident' must be str, not {type(ident).__name__}")
    _state.update(ident=ident, option=logoption, facility=facility, open=True)


def syslog(priority, message=None, /):
    """syslog([priority=LOG_INFO,] message)
Send the string message to the system logger."""
    if message is None:
        priority, message = LOG_INFO, priority
    if not isinstance(message, str):
        raise TypeError(f'syslog() argument must be str, not {type(message).__name__}')
    if not _state['open']:
        openlog()
    if not _state['mask'] >> (priority & 7) & 1:
        return
    if not priority & ~7:
        priority |= _state['facility']
    import os
    import socket
    import time
    tag = _state['ident'] or 'python'
    if _state['option'] & LOG_PID:
        tag += f'[{os.getpid()}]'
    text = f'{tag}: {message}'
    if _state['option'] & LOG_PERROR:
        print(text, file=_sys.stderr)
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.connect('/dev/log')
            s.send(f'<{priority}>{time.strftime("%b %e %H:%M:%S")} {text}'.encode('utf-8', 'surrogateescape') + b'\0')
    except OSError:
        pass  # nobody listens


def closelog():
    "Reset the syslog module values and call the system library closelog()."
    _state.update(ident=None, option=0, facility=LOG_USER, open=False)


def setlogmask(maskpri, /):
    "Set the priority mask to maskpri and return the previous mask value."
    old = _state['mask']
    if maskpri:
        _state['mask'] = maskpri
    return old
