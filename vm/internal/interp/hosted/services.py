# Small modules that CPython writes in C: atexit, _signal, _contextvars, _locale and their like.

# ---- atexit

_exit_functions = []

def atexit_register(func, /, *args, **kwargs):
    "Register a function to be executed upon normal program termination"
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _exit_functions.append((func, args, kwargs))
    return func

def atexit_unregister(func, /):
    "Unregister an exit function which was previously registered using atexit.register"
    _exit_functions[:] = [f for f in _exit_functions if not (f[0] == func)]

def atexit_run():
    "Run all registered exit functions."
    while _exit_functions:
        func, args, kwargs = _exit_functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as e:
            import sys
            sys.unraisablehook(SimpleNamespace(exc_type=type(e), exc_value=e, exc_traceback=e.__traceback__,
                                               err_msg=f'Exception ignored in atexit callback {func!r}', object=None))

def atexit_clear():
    "Clear the list of previously registered exit functions."
    _exit_functions.clear()

def atexit_ncallbacks():
    "Return the number of registered exit functions."
    return len(_exit_functions)

def _index(n):
    import operator
    return operator.index(n)

# ---- context variables

class Token:
    __module__ = '_contextvars'
    __slots__ = ('_context', '_var', '_old', '_used')

    class _Missing:
        __slots__ = ()
        __qualname__ = 'Token.MISSING'
        def __repr__(self):
            return '<Token.MISSING>'

    MISSING = _Missing()
    del _Missing

    def __new__(cls, *args, **kwargs):
        raise RuntimeError('Tokens can only be created by ContextVars')

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self._var.reset(self)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {hex(id(self))}>"

    __hash__ = None
    __class_getitem__ = classmethod(GenericAlias)

def _no_subclass(name):
    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"type '_contextvars.{name}' is not an acceptable base type")
    return classmethod(__init_subclass__)

class ContextVar:
    __module__ = '_contextvars'
    __slots__ = ('_name', '_default', '__weakref__')
    __init_subclass__ = _no_subclass('ContextVar')

    def __init__(self, /, *args, default=Token.MISSING):
        if len(args) != 1:
            raise TypeError(f'ContextVar() takes exactly 1 positional argument ({len(args)} given)')
        name = args[0]
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=Token.MISSING, /):
        """Return a value for the context variable for the current context."""
        ctx = _context_get()
        if ctx is not None:
            v = ctx._vars.get(self, _MISSING)
            if v is not _MISSING:
                return v
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, /, *args):
        """Call to set a new value for the context variable in the current context."""
        if len(args) != 1:
            raise TypeError(f'ContextVar.set() takes exactly one argument ({len(args)} given)')
        value = args[0]
        ctx = _current_context()
        t = object.__new__(Token)
        t._context = ctx
        t._var = self
        t._old = ctx._vars.get(self, _MISSING)
        t._used = False
        if ctx._shared:
            ctx._vars = dict(ctx._vars)
            ctx._shared = False
        ctx._vars[self] = value
        return t

    def reset(self, /, *args):
        """Reset the context variable to the value it had before set() made the token."""
        if len(args) != 1:
            raise TypeError(f'ContextVar.reset() takes exactly one argument ({len(args)} given)')
        token = args[0]
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        ctx = _context_get()
        if token._context is not ctx:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if ctx._shared:
            ctx._vars = dict(ctx._vars)
            ctx._shared = False
        if token._old is _MISSING:
            ctx._vars.pop(self, None)
        else:
            ctx._vars[self] = token._old

    def __repr__(self):
        default = '' if self._default is _MISSING else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {hex(id(self))}>'

    __class_getitem__ = classmethod(GenericAlias)

_MISSING = Token.MISSING

class Context:
    __module__ = '_contextvars'
    __slots__ = ('_vars', '_shared', '_entered', '_previous', '__weakref__')
    __init_subclass__ = _no_subclass('Context')

    def __init__(self):
        self._vars = {}
        self._shared = False
        self._entered = False
        self._previous = None

    def run(self, /, *args, **kwargs):
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        callable, *args = args
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        previous = _context_own()
        self._entered = True
        _context_set(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _context_restore(previous)
            self._entered = False

    def copy(self):
        """Return a shallow copy of the context object."""
        new = Context()
        new._vars = self._vars
        new._shared = self._shared = True
        return new

    def _check(self, key):
        if not isinstance(key, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {key!r}')

    def __getitem__(self, key):
        self._check(key)
        return self._vars[key]

    def __contains__(self, key):
        self._check(key)
        return key in self._vars

    def get(self, key, default=None, /):
        self._check(key)
        return self._vars.get(key, default)

    def keys(self):
        return self._vars.keys()

    def values(self):
        return self._vars.values()

    def items(self):
        return self._vars.items()

    def __iter__(self):
        return iter(self._vars)

    def __len__(self):
        return len(self._vars)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._vars == other._vars

    __hash__ = None

def _current_context():
    ctx = _context_get()
    if ctx is None:
        ctx = Context()
        _context_adopt(ctx)
    return ctx

def copy_context():
    return _current_context().copy()

# ---- locale: the C locale, with UTF-8

class LocaleError(Exception):
    __module__ = 'locale'
    __qualname__ = 'Error'

LocaleError.__name__ = 'Error'

_locale_now = {}

def locale_setlocale(category, locale=None, /):
    "Activates/queries locale processing."
    category = _index(category)
    if not 0 <= category <= 12:
        raise LocaleError('invalid locale category')
    if locale is not None:
        if not isinstance(locale, str):
            raise TypeError(f'setlocale() argument 2 must be str or None, not {type(locale).__name__}')
        if locale not in ('', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'):
            raise LocaleError('unsupported locale setting')
        name = {'': 'C.UTF-8', 'POSIX': 'C', 'C.utf8': 'C.UTF-8'}.get(locale, locale)
        if category == 6:
            for c in range(6):
                _locale_now[c] = name
        else:
            _locale_now[category] = name
    if category != 6:
        return _locale_now.get(category, 'C.UTF-8' if category == 0 else 'C')
    names = [_locale_now.get(c, 'C.UTF-8' if c == 0 else 'C') for c in (0, 1, 2, 3, 4, 5)]
    if len(set(names)) == 1:
        return names[0]
    keys = ('LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES')
    rest = ('LC_PAPER', 'LC_NAME', 'LC_ADDRESS', 'LC_TELEPHONE', 'LC_MEASUREMENT', 'LC_IDENTIFICATION')
    return ';'.join([f'{k}={n}' for k, n in zip(keys, names)] + [f'{k}=C' for k in rest])

def locale_localeconv():
    "Returns numeric and monetary locale-specific parameters."
    d = dict.fromkeys(('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep'), '')
    d['mon_grouping'] = []
    d['positive_sign'] = d['negative_sign'] = ''
    for k in ('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'):
        d[k] = 127
    d['decimal_point'] = '.'
    d['thousands_sep'] = ''
    d['grouping'] = []
    return d

def locale_strcoll(a, b, /):
    "Compares two strings according to the locale."
    if not isinstance(a, str) or not isinstance(b, str):
        raise TypeError(f'strcoll() argument {1 if not isinstance(a, str) else 2} must be str, not {type(b if isinstance(a, str) else a).__name__}')
    return (a > b) - (a < b)

def locale_strxfrm(s, /):
    "Return a string that can be used as a key for locale-aware comparisons."
    if not isinstance(s, str):
        raise TypeError(f'strxfrm() argument must be str, not {type(s).__name__}')
    return s

def locale_getencoding():
    "Get the current locale encoding."
    return 'UTF-8'

_DAYS = ('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
_langinfo = {14: 'UTF-8', 131110: 'AM', 131111: 'PM', 131112: '%a %b %e %H:%M:%S %Y', 131113: '%m/%d/%y', 131114: '%H:%M:%S',
    131115: '%I:%M:%S %p', 65536: '.', 65537: '', 327680: '^[yY]', 327681: '^[nN]', 262159: '-', 131180: '%a %b %e %H:%M:%S %Z %Y'}
for _i, _n in enumerate(_DAYS):
    _langinfo[131072 + _i] = _n[:3]
    _langinfo[131079 + _i] = _n
for _i, _n in enumerate(_MONTHS):
    _langinfo[131086 + _i] = _n[:3]
    _langinfo[131098 + _i] = _n

def locale_nl_langinfo(key, /):
    "Return the value for the locale information associated with key."
    if 131116 <= key <= 131121:
        return ''
    try:
        return _langinfo[key]
    except KeyError:
        raise ValueError('unsupported langinfo constant') from None

def locale_gettext(msg, /):
    return msg

def locale_dgettext(domain, msg, /):
    return msg

def locale_dcgettext(domain, msg, category, /):
    return msg

def locale_textdomain(domain, /):
    return domain or 'messages'

def locale_bindtextdomain(domain, dir, /):
    if not domain:
        raise LocaleError('domain must be a non-empty string')
    return dir or '/usr/share/locale'

def locale_bind_textdomain_codeset(domain, codeset, /):
    return codeset

# ---- faulthandler

_fault = [False]

def fault_enable(file=None, all_threads=True, c_stack=True):
    "Enable the fault handler."
    _fault[0] = True

def fault_disable():
    "Disable the fault handler."
    was = _fault[0]
    _fault[0] = False
    return was

def fault_is_enabled():
    "Check if the handler is enabled."
    return _fault[0]

def fault_dump_traceback(file=None, all_threads=True):
    "Dump the traceback of the current thread, or of all threads if all_threads is True, into file."
    import sys
    f = sys._getframe()
    lines = ['Current thread (most recent call first):\n' if all_threads else 'Stack (most recent call first):\n']
    while f is not None:
        lines.append(f'  File "{f.f_code.co_filename}", line {f.f_lineno} in {f.f_code.co_name}\n')
        f = f.f_back
    text = ''.join(lines)
    if file is None:
        file = sys.stderr
    if isinstance(file, int):
        import os
        os.write(file, text.encode())
        return
    file.flush()
    file.write(text)
    file.flush()

def fault_later(timeout, repeat=False, file=None, exit=False):
    raise OSError(95, 'this machine watches no clock beside the program: use a debugger or a time limit')

def fault_nothing(*args, **kwargs):
    return None

def fault_unregister(signum, /):
    return False

# ---- tracemalloc

def tracemalloc_start(nframe=1, /):
    raise RuntimeError('memory blocks are not traced: this machine keeps no account of them')

def tracemalloc_false():
    return False

def tracemalloc_none(*args):
    return None

def tracemalloc_one():
    return 1

def tracemalloc_zero():
    return 0

def tracemalloc_memory():
    return (0, 0)

def tracemalloc_traces():
    return []

# ---- subprocess

def _wait_usage(pid, status, user, system, size):
    import resource
    return pid, status, resource.struct_rusage((user, system, size) + (0,) * 13)

def _environment_list(env, where):
    if not hasattr(env, 'keys'):
        raise TypeError(f'{where}: environment must be a mapping object or None')
    out = []
    for k, v in zip(list(env.keys()), list(env.values())):
        k, v = _fs_bytes(k), _fs_bytes(v)
        if not k or b'=' in k[1:]:
            raise ValueError('illegal environment variable name')
        out.append(k + b'=' + v)
    return out

def _fs_bytes(text):
    import os
    return os.fsencode(text)

# ---- the user and group database

def _account():
    import posix
    try:
        name = posix.getlogin()
    except OSError:
        name = 'user'
    home = posix.environ.get(b'HOME', b'/').decode('utf-8', 'surrogateescape')
    shell = posix.environ.get(b'SHELL', b'/bin/sh').decode('utf-8', 'surrogateescape')
    return _struct_passwd((name, 'x', posix.getuid(), posix.getgid(), name, home, shell))

def pwd_getpwuid(uid, /):
    "Return the password database entry for the given numeric user ID."
    for p in pwd_getpwall():
        if p.pw_uid == uid:
            return p
    if not isinstance(uid, int):
        raise TypeError(f'uid should be integer, not {type(uid).__name__}')
    raise KeyError(f'getpwuid(): uid not found: {uid}')

def pwd_getpwnam(name, /):
    "Return the password database entry for the given user name."
    for p in pwd_getpwall():
        if p.pw_name == name:
            return p
    raise KeyError(f'getpwnam(): name not found: {name!r}')

def _database(path):
    try:
        with open(path, encoding='utf-8', errors='surrogateescape') as f:
            return [line.rstrip('\n').split(':') for line in f if ':' in line and not line.startswith('#')]
    except OSError:
        return []

def pwd_getpwall():
    "Return a list of all available password database entries."
    out = [_struct_passwd((f[0], f[1], int(f[2]), int(f[3]), f[4], f[5], f[6])) for f in _database('/etc/passwd')
           if len(f) >= 7 and f[2].isdigit() and f[3].isdigit()]
    return out or [_account()]

def grp_getgrgid(id):
    "Return the group database entry for the given numeric group ID."
    for g in grp_getgrall():
        if g.gr_gid == id:
            return g
    raise KeyError(f'getgrgid(): gid not found: {id}')

def grp_getgrnam(name):
    "Return the group database entry for the given group name."
    for g in grp_getgrall():
        if g.gr_name == name:
            return g
    raise KeyError(f'getgrnam(): name not found: {name!r}')

def grp_getgrall():
    "Return a list of all available group entries, in arbitrary order."
    out = [_struct_group((f[0], f[1], int(f[2]), f[3].split(',') if f[3] else [])) for f in _database('/etc/group')
           if len(f) >= 4 and f[2].isdigit()]
    if out:
        return out
    import posix
    return [_struct_group((_account().pw_name, 'x', posix.getgid(), []))]

# ---- opcodes: CPython's numbers, for the modules that describe its bytecode

def opcode_stack_effect(opcode, oparg=None, /, *, jump=None):
    raise ValueError('stack_effect() describes the bytecode of CPython, which this machine does not run')

def opcode_get_executor(*, code, offset):
    raise RuntimeError('Executors are not available in this build')

def opcode_stats():
    return None

def sysconfig_config_vars():
    "Returns a dictionary containing build variables intended to be exposed by sysconfig."
    return {'Py_GIL_DISABLED': 0, 'Py_DEBUG': 0, 'EXT_SUFFIX': '.cpython-314.so', 'SOABI': 'cpython-314'}
