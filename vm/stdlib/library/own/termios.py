"""This module provides an interface to the Posix calls for tty I/O control.

For a complete description of these calls, see the Posix or Unix manual
pages. It is only available for those Unix versions that support Posix
termios style tty I/O control.

All functions in this module take a file descriptor fd as their first
argument. This can be an integer file descriptor, such as returned by
sys.stdin.fileno(), or a file object, such as sys.stdin itself."""

import struct as _struct

import _device

B0 = 0; B50 = 1; B75 = 2; B110 = 3; B134 = 4; B150 = 5; B200 = 6; B300 = 7; B600 = 8; B1200 = 9; B1800 = 10; B2400 = 11; B4800 = 12
B9600 = 13; B19200 = 14; B38400 = 15; B57600 = 4097; B115200 = 4098; B230400 = 4099; B460800 = 4100; B500000 = 4101; B576000 = 4102
B921600 = 4103; B1000000 = 4104; B1152000 = 4105; B1500000 = 4106; B2000000 = 4107; B2500000 = 4108; B3000000 = 4109; B3500000 = 4110
B4000000 = 4111; CBAUDEX = 4096; TCSANOW = 0; TCSADRAIN = 1; TCSAFLUSH = 2; TCIFLUSH = 0; TCOFLUSH = 1; TCIOFLUSH = 2; TCOOFF = 0; TCOON = 1
TCIOFF = 2; TCION = 3; IGNBRK = 1; BRKINT = 2; IGNPAR = 4; PARMRK = 8; INPCK = 16; ISTRIP = 32; INLCR = 64; IGNCR = 128; ICRNL = 256
IUCLC = 512; IXON = 1024; IXANY = 2048; IXOFF = 4096; IMAXBEL = 8192; IUTF8 = 16384; OPOST = 1; OLCUC = 2; ONLCR = 4; OCRNL = 8; ONOCR = 16
ONLRET = 32; OFILL = 64; OFDEL = 128; NLDLY = 256; CRDLY = 1536; TABDLY = 6144; BSDLY = 8192; VTDLY = 16384; FFDLY = 32768; NL0 = 0
NL1 = 256; CR0 = 0; CR1 = 512; CR2 = 1024; CR3 = 1536; TAB0 = 0; TAB1 = 2048; TAB2 = 4096; TAB3 = 6144; XTABS = 6144; BS0 = 0; BS1 = 8192
VT0 = 0; VT1 = 16384; FF0 = 0; FF1 = 32768; CSIZE = 48; CSTOPB = 64; CREAD = 128; PARENB = 256; PARODD = 512; HUPCL = 1024; CLOCAL = 2048
CIBAUD = 269418496; CRTSCTS = 2147483648; CS5 = 0; CS6 = 16; CS7 = 32; CS8 = 48; ISIG = 1; ICANON = 2; XCASE = 4; ECHO = 8; ECHOE = 16
ECHOK = 32; ECHONL = 64; ECHOCTL = 512; ECHOPRT = 1024; ECHOKE = 2048; FLUSHO = 4096; NOFLSH = 128; TOSTOP = 256; PENDIN = 16384
IEXTEN = 32768; EXTPROC = 65536; VINTR = 0; VQUIT = 1; VERASE = 2; VKILL = 3; VEOF = 4; VTIME = 5; VMIN = 6; VSWTC = 7; VSWTCH = 7
VSTART = 8; VSTOP = 9; VSUSP = 10; VEOL = 11; VREPRINT = 12; VDISCARD = 13; VWERASE = 14; VLNEXT = 15; VEOL2 = 16; CBAUD = 4111; CDSUSP = 25
CEOF = 4; CEOL = 0; CEOT = 4; CERASE = 127; CFLUSH = 15; CINTR = 3; CKILL = 21; CLNEXT = 22; CQUIT = 28; CRPRNT = 18; CSTART = 17
CSTOP = 19; CSUSP = 26; CWERASE = 23; EXTA = 14; EXTB = 15; FIOASYNC = 21586; FIOCLEX = 21585; FIONBIO = 21537; FIONCLEX = 21584
FIONREAD = 21531; IOCSIZE_MASK = 1073676288; IOCSIZE_SHIFT = 16; NCC = 8; NCCS = 32; N_MOUSE = 2; N_PPP = 3; N_SLIP = 1; N_STRIP = 4
N_TTY = 0; TCFLSH = 21515; TCGETA = 21509; TCGETS = 21505; TCSBRK = 21513; TCSBRKP = 21541; TCSETA = 21510; TCSETAF = 21512; TCSETAW = 21511
TCSETS = 21506; TCSETSF = 21508; TCSETSW = 21507; TCXONC = 21514; TIOCCONS = 21533; TIOCEXCL = 21516; TIOCGETD = 21540; TIOCGICOUNT = 21597
TIOCGLCKTRMIOS = 21590; TIOCGPGRP = 21519; TIOCGSERIAL = 21534; TIOCGSOFTCAR = 21529; TIOCGWINSZ = 21523; TIOCINQ = 21531; TIOCLINUX = 21532
TIOCMBIC = 21527; TIOCMBIS = 21526; TIOCMGET = 21525; TIOCMIWAIT = 21596; TIOCMSET = 21528; TIOCM_CAR = 64; TIOCM_CD = 64; TIOCM_CTS = 32
TIOCM_DSR = 256; TIOCM_DTR = 2; TIOCM_LE = 1; TIOCM_RI = 128; TIOCM_RNG = 128; TIOCM_RTS = 4; TIOCM_SR = 16; TIOCM_ST = 8; TIOCNOTTY = 21538
TIOCNXCL = 21517; TIOCOUTQ = 21521; TIOCPKT = 21536; TIOCPKT_DATA = 0; TIOCPKT_DOSTOP = 32; TIOCPKT_FLUSHREAD = 1; TIOCPKT_FLUSHWRITE = 2
TIOCPKT_NOSTOP = 16; TIOCPKT_START = 8; TIOCPKT_STOP = 4; TIOCSCTTY = 21518; TIOCSERCONFIG = 21587; TIOCSERGETLSR = 21593
TIOCSERGETMULTI = 21594; TIOCSERGSTRUCT = 21592; TIOCSERGWILD = 21588; TIOCSERSETMULTI = 21595; TIOCSERSWILD = 21589; TIOCSER_TEMT = 1
TIOCSETD = 21539; TIOCSLCKTRMIOS = 21591; TIOCSPGRP = 21520; TIOCSSERIAL = 21535; TIOCSSOFTCAR = 21530; TIOCSTI = 21522; TIOCSWINSZ = 21524
_POSIX_VDISABLE = 0
VSWTC = VSWTCH = 7


class error(Exception):
    pass


error.__module__ = 'termios'

_LAYOUT = '=4IB19s'  # as the kernel of Linux has it


def _descriptor(fd):
    if isinstance(fd, int):
        n = fd
    else:
        try:
            f = fd.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        n = f()
        if not isinstance(n, int):
            raise TypeError('fileno() returned a non-integer')
    if n < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({n})')
    return n


def _ask(fd, request, argument=0, buffer=b''):
    fd = _descriptor(fd)
    if _device.platform() != 'linux':
        raise error(25, 'terminals are asked in the way of Linux only')
    try:
        return _device.ioctl(fd, request, argument, buffer)
    except OSError as e:
        raise error(e.errno, e.strerror) from None


def tcgetattr(fd, /):
    """Get the tty attributes for file descriptor fd.

Returns a list [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]
where cc is a list of the tty special characters (each a string of
length 1, except the items with indices VMIN and VTIME, which are
integers when these fields are defined).  The interpretation of the
flags and the speeds as well as the indexing in the cc array must be
done using the symbolic constants defined in this module."""
    iflag, oflag, cflag, lflag, line, cc = _struct.unpack(_LAYOUT, _ask(fd, TCGETS, 0, bytes(36)))
    cc = [bytes((b,)) for b in cc.ljust(NCCS, b'\0')]
    if not lflag & ICANON:
        cc[VMIN], cc[VTIME] = cc[VMIN][0], cc[VTIME][0]
    speed = cflag & CBAUD
    return [iflag, oflag, cflag, lflag, speed, speed, cc]


def tcsetattr(fd, when, attributes, /):
    """Set the tty attributes for file descriptor fd.

The attributes to be set are taken from the attributes argument, which
is a list like the one returned by tcgetattr(). The when argument
determines when the attributes are changed: termios.TCSANOW to
change immediately, termios.TCSADRAIN to change after transmitting all
queued output, or termios.TCSAFLUSH to change after transmitting all
queued output and discarding all queued input."""
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError('tcsetattr, arg 3: must be 7 element list')
    iflag, oflag, cflag, lflag, ispeed, ospeed, cc = attributes
    if not isinstance(cc, list) or len(cc) != NCCS:
        raise TypeError(f'tcsetattr: attributes[6] must be {NCCS} element list')
    characters = bytearray()
    for c in cc:
        if isinstance(c, bytes) and len(c) == 1:
            characters += c
        elif isinstance(c, int):
            characters.append(c & 255)
        else:
            raise TypeError('tcsetattr: elements of attributes must be characters or integers')
    if when not in (TCSANOW, TCSADRAIN, TCSAFLUSH):
        raise error(22, 'Invalid argument')
    line = _ask(fd, TCGETS, 0, bytes(36))[16]
    cflag = cflag & ~CBAUD | ospeed & CBAUD
    _ask(fd, TCSETS + when, 0, _struct.pack(_LAYOUT, iflag & 0xffffffff, oflag & 0xffffffff, cflag & 0xffffffff, lflag & 0xffffffff, line, bytes(characters[:19])))


def tcsendbreak(fd, duration, /):
    """Send a break on file descriptor fd.

A zero duration sends a break for 0.25-0.5 seconds; a nonzero duration
has a system dependent meaning."""
    _ask(fd, TCSBRK, 0)


def tcdrain(fd, /):
    "Wait until all output written to file descriptor fd has been transmitted."
    _ask(fd, TCSBRK, 1)


def tcflush(fd, queue, /):
    """Discard queued data on file descriptor fd.

The queue selector specifies which queue: termios.TCIFLUSH for the input
queue, termios.TCOFLUSH for the output queue, or termios.TCIOFLUSH for
both queues."""
    _ask(fd, TCFLSH, queue)


def tcflow(fd, action, /):
    """Suspend or resume input or output on file descriptor fd.

The action argument can be termios.TCOOFF to suspend output,
termios.TCOON to restart output, termios.TCIOFF to suspend input,
or termios.TCION to restart input."""
    _ask(fd, TCXONC, action)


def tcgetwinsize(fd, /):
    """Get the tty winsize for file descriptor fd.

Returns a tuple (ws_row, ws_col)."""
    return _struct.unpack('=4H', _ask(fd, TIOCGWINSZ, 0, bytes(8)))[:2]


def tcsetwinsize(fd, winsize, /):
    """Set the tty winsize for file descriptor fd.

The winsize to be set is taken from the winsize argument, which
is a two-item tuple (ws_row, ws_col) like the one returned by tcgetwinsize()."""
    try:
        rows, columns = winsize
    except TypeError:
        raise TypeError('tcsetwinsize, arg 2: must be a two-item sequence') from None
    except ValueError:
        raise TypeError('tcsetwinsize, arg 2: must be a two-item sequence') from None
    old = _struct.unpack('=4H', _ask(fd, TIOCGWINSZ, 0, bytes(8)))
    if not 0 <= rows < 65536 or not 0 <= columns < 65536:
        raise OverflowError('winsize value(s) out of range.')
    _ask(fd, TIOCSWINSZ, 0, _struct.pack('=4H', rows, columns, *old[2:]))
