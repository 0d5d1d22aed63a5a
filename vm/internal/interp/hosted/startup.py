# What happens before a program begins: which Python environment it belongs to, sys.path, and what the module site does.

_environment = _start_options['environment']

def start_up():
    import sys
    options = _start_options
    if options['wrong']:
        sys.stderr.write(f"Fatal Python error: {options['wrong']}\n")
        raise SystemExit(1)
    path = sys.path
    for entry in _environment.get('PYTHONPATH', '').split(_path_separator) + options['path']:
        entry = _absolute(entry) if entry else ''
        if entry and entry not in path:
            path.append(entry)
    path.append(_library_path)
    venv = _find_prefix(sys, options)
    if not sys.flags.no_site:
        _site(sys, venv)
    if options['path0'] is not None:
        path.insert(0, options['path0'])
    if sys.warnoptions:
        import warnings

def _absolute(path):
    path = path.replace('\\', '/') if _path_separator == ';' else path
    if path.startswith('/') or path[1:3] == ':/':
        return path.rstrip('/') or '/'
    while path.startswith('./'):
        path = path[2:]
    return f'{_cwd()}/{path}'.rstrip('/') if path not in ('', '.') else _cwd()

def _parent(path):
    return path.rpartition('/')[0] or '/'

def _settings_of(folder):
    # What pyvenv.cfg in a folder says, or None.
    path = folder + '/pyvenv.cfg'
    if not _is_file(path):
        return None
    settings = {}
    for line in _read_file(path).decode('utf-8', 'replace').splitlines():
        key, eq, value = line.partition('=')
        if eq:
            settings[key.strip().lower()] = value.strip()
    return settings

def _candidates(sys, options):
    # Folders that may be virtual environments, the most telling first.
    folder = _parent(_absolute(sys.executable))
    yield folder
    yield _parent(folder)
    if sys.flags.isolated:
        return
    active = _environment.get('VIRTUAL_ENV')
    if active:
        yield _absolute(active)
        return
    program = options['program']
    folder = _parent(_absolute(program)) if program else _cwd()
    while True:
        yield folder.rstrip('/') + '/.venv'
        if folder in ('', '/') or folder.endswith(':'):
            return
        folder = folder.rpartition('/')[0]

def _find_prefix(sys, options):
    # Sets sys.prefix and its kin; returns the settings of the virtual environment, or None.
    folder = _parent(_absolute(sys._base_executable))
    base = _parent(folder) if folder.endswith('/bin') else folder
    prefix = venv = None
    given = options['python']
    if given:
        prefix = _absolute(given)
        if not _is_dir(prefix):
            if not _is_file(prefix):
                sys.stderr.write(f'slp run: --python: there is no {given}\n')
                raise SystemExit(2)
            prefix = _parent(_parent(prefix))
        venv = _settings_of(prefix)
        if venv is None:
            base = prefix
            if not _package_folders(prefix):
                sys.stderr.write(f'slp run: --python: {given} is neither a virtual environment nor a Python installation\n')
                raise SystemExit(2)
    else:
        for folder in _candidates(sys, options):
            venv = _settings_of(folder)
            if venv is not None:
                prefix = folder
                break
    if venv is not None:
        home = venv.get('home', '').replace('\\', '/').rstrip('/')
        if home:
            base = _parent(home) if home.endswith(('/bin', '/Scripts')) else home
    sys.base_prefix = sys.base_exec_prefix = base
    sys.prefix = sys.exec_prefix = prefix or base
    return venv

def _package_folders(prefix, only=None):
    # The folders of a prefix that hold packages: this version's, or else the newest ones. only: this version's alone.
    prefix = prefix.rstrip('/')
    lib = prefix + '/lib'
    names = [only] if only else sorted(_listing(lib), key=_version_key, reverse=True)
    for name in ['python3.14'] + [n for n in names if n.startswith('python3') and n != 'python3.14']:
        found = [f for f in (f'{lib}/{name}/site-packages', f'{lib}/{name}/dist-packages') if _is_dir(f)]
        if found:
            if not only and _is_dir(lib + '/python3/dist-packages') and lib + '/python3/dist-packages' not in found:
                found.append(lib + '/python3/dist-packages')
            return found
    return [f for f in (prefix + '/Lib/site-packages',) if _is_dir(f)]

def _version_key(name):
    _, _, minor = name.partition('python3.')
    return int(minor) if minor.isdigit() else -1

# What the module site would have found; _settle_site tells it.
_site_state = {'known': None, 'prefixes': [], 'user': None, 'user_base': None, 'user_site': None}

def _site(sys, venv):
    state = _site_state
    known = state['known'] = set(sys.path)
    explicit = bool(_start_options['python'])
    prefixes = state['prefixes']
    prefixes.append(sys.prefix)
    user = None
    if venv is not None:
        for folder in _package_folders(sys.prefix):
            _add_site_folder(sys, folder, known)
        if venv.get('include-system-site-packages', 'true').lower() == 'true':
            if sys.base_prefix not in prefixes:
                prefixes.append(sys.base_prefix)
        else:
            user = False
    if user is None:
        user = not sys.flags.no_user_site
    state['user'] = user
    home = _environment.get('HOME', '')
    base = _environment.get('PYTHONUSERBASE') or (home + '/.local' if home else '')
    folder = 'lib/python3.14/site-packages'
    if _path_separator == ';':
        base = _environment.get('PYTHONUSERBASE') or _environment.get('APPDATA', '').replace('\\', '/') + '/Python'
        folder = 'Python314/site-packages'
    if base:
        state['user_base'] = _absolute(base)
        state['user_site'] = _absolute(base) + '/' + folder
        if user and _is_dir(state['user_site']):
            _add_site_folder(sys, state['user_site'], known)
    for prefix in prefixes:
        for folder in _package_folders(prefix, None if explicit or prefix != sys.prefix else 'python3.14'):
            _add_site_folder(sys, folder, known)
    _site_builtins(sys)
    if not sys.flags.isolated:
        sys.__interactivehook__ = _interactive_hook
    for name, wanted in (('sitecustomize', True), ('usercustomize', user)):
        if wanted:
            _customize(sys, name)

def _add_site_folder(sys, folder, known):
    if folder not in known:
        known.add(folder)
        sys.path.append(folder)
    for name in sorted(_listing(folder)):
        if name.endswith('.pth') and not name.startswith('.'):
            _add_path_file(sys, folder, name, known)

def _add_path_file(sys, folder, name, known):
    try:
        text = _read_file(folder + '/' + name).decode('utf-8-sig')
    except (OSError, UnicodeDecodeError):
        return
    lines = text.splitlines()
    for line in lines:
        if line.startswith(('import ', 'import\t')): # code: the module site knows how to run it
            import site
            site.addpackage(folder, name, known)
            return
    for line in lines:
        line = line.rstrip()
        if line and not line.startswith('#'):
            if not line.startswith('/') and line[1:3] not in (':/', ':\\'):
                line = _normal(folder + '/' + line)
            if line not in known and _stat_mtime(line) >= 0:
                known.add(line)
                sys.path.append(line)

def _normal(path):
    parts = []
    for p in path.split('/'):
        if p == '..' and len(parts) > 1:
            parts.pop()
        elif p != '.' and (p or not parts):
            parts.append(p)
    return '/'.join(parts)

def _site_builtins(sys):
    import _sitebuiltins
    builtins = _modules['builtins']
    eof = 'Ctrl-Z plus Return' if _path_separator == ';' else 'Ctrl-D (i.e. EOF)'
    builtins.quit = _sitebuiltins.Quitter('quit', eof)
    builtins.exit = _sitebuiltins.Quitter('exit', eof)
    builtins.copyright = _sitebuiltins._Printer('copyright', sys.copyright)
    builtins.credits = _sitebuiltins._Printer('credits', 'slp runs Python programs with the standard library of CPython. Thanks to all who\n'
                                              'wrote CPython and Stackless Python. See www.python.org for more information.')
    builtins.license = _sitebuiltins._Printer('license', 'See https://www.python.org/psf/license/')
    builtins.help = _sitebuiltins._Helper()

def _interactive_hook():
    import site
    site.register_readline()

def _customize(sys, name):
    # Imports sitecustomize or usercustomize, if there is one.
    try:
        spec = PathFinder.find_spec(name)
        if spec is not None:
            import_module(name)
    except Exception as e:
        if sys.flags.verbose:
            sys.excepthook(type(e), e, e.__traceback__)
        else:
            sys.stderr.write(f'Error in {name}; set PYTHONVERBOSE for traceback:\n{type(e).__name__}: {e}\n')

def _exec_site(code, namespace):
    # The module site acts as it is imported; here that is done already, so it only defines.
    import sys
    flags = sys.flags
    sys.flags = _flags_without_site
    try:
        _exec_module(code, namespace)
    finally:
        sys.flags = flags
    state = _site_state
    if state['known'] is not None:
        namespace['PREFIXES'] = state['prefixes'] + [p for p in (sys.base_prefix,) if p not in state['prefixes'] and sys.prefix == sys.base_prefix]
        namespace['ENABLE_USER_SITE'] = state['user']
        namespace['USER_BASE'] = state['user_base']
        namespace['USER_SITE'] = state['user_site']
        namespace['main'] = site_main

def site_main():
    "Add standard site-specific directories to the module search path."

class _flags_without_site:
    no_site = 1
    no_user_site = isolated = verbose = 0
