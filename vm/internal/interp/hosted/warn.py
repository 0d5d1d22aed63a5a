# The module _warnings.

warning_filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
once_registry = {}
_warning_state = [0]  # how often the filters were changed
_warning_lock = []

def _warnings_module():
    m = _modules.get('warnings')
    if m is None:
        import warnings as m
    return m

def warning_filters_mutated():
    _warning_state[0] += 1

def warning_acquire_lock():
    import _thread
    if not _warning_lock:
        _warning_lock.append(_thread.RLock())
    _warning_lock[0].acquire()

def warning_release_lock():
    if not _warning_lock:
        raise RuntimeError('cannot release un-acquired lock')
    _warning_lock[0].release()

def _internal_frame(f):
    name = f.f_code.co_filename
    return 'importlib' in name and '_bootstrap' in name

def _skipped(f, prefixes):
    return any([f.f_code.co_filename.startswith(p) for p in prefixes])

def _outer_frame(f, prefixes):
    f = f.f_back
    while f is not None and (_internal_frame(f) or prefixes and _skipped(f, prefixes)):
        f = f.f_back
    return f

def warning_warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or maybe ignore it or raise an exception."""
    import sys
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skip_file_prefixes).__name__}")
    for p in skip_file_prefixes:
        if not isinstance(p, str):
            raise TypeError(f"Found non-str '{type(p).__name__}' in skip_file_prefixes.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        f = sys._getframe()
        if stacklevel <= 1 or _internal_frame(f):
            for _ in range(stacklevel - 1):
                f = f.f_back
                if f is None:
                    break
        else:
            for _ in range(stacklevel - 1):
                f = _outer_frame(f, skip_file_prefixes)
                if f is None:
                    break
    except ValueError:
        f = None
    if f is None:
        globals, filename, lineno = sys.__dict__, '<sys>', 0
    else:
        globals, filename, lineno = f.f_globals, f.f_code.co_filename, f.f_lineno
    module = globals.get('__name__', '<string>')
    registry = globals.setdefault('__warningregistry__', {})
    warning_warn_explicit(message, category, filename, lineno, module, registry, globals, source)

def _filter_matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None

def warning_warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    m = _warnings_module()
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    elif not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if registry.get('version', 0) != _warning_state[0]:
        registry.clear()
        registry['version'] = _warning_state[0]
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    filters = m.filters
    found = None
    for item in filters:
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError(f'warnings.filters item must be a 5-tuple')
        action, msg, cat, mod, ln = item
        if (issubclass(category, cat) and (ln == 0 or lineno == ln) and _filter_matches(msg, text)
                and _filter_matches(mod, module)):
            found = item
            break
    else:
        action = m.defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        once = m.onceregistry
        short = (text, category)
        if once.get(short):
            return
        once[short] = 1
    elif action == 'module':
        registry[key] = 1
        short = (text, category, 0)
        if registry.get(short):
            return
        registry[short] = 1
    elif action == 'default':
        registry[key] = 1
    elif action not in ('always', 'all'):
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {found}')
    if module_globals is not None:
        import linecache
        linecache.getlines(filename, module_globals)
    show = getattr(m, '_showwarnmsg', None)
    if show is None:
        return
    if not callable(show):
        raise TypeError('warnings._showwarnmsg() must be set to a callable')
    show(m.WarningMessage(message, category, filename, lineno, source=source))

warnings_context = ContextVar('warnings_context')

def syntax_warnings(found, filename):
    for message, line, col, text, end_line, end_col in found:
        try:
            warning_warn_explicit(message, SyntaxWarning, filename, line)
        except SyntaxWarning:
            raise SyntaxError(message, (filename, line, col, text, end_line, end_col)) from None
