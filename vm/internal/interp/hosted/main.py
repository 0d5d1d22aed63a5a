# How a program begins and ends.

def run_main(start, *args):
    # Runs the program and returns its exit status; what it leaves undone at the end is done here.
    import sys
    status = 0
    try:
        start_up()
        start(*args)
    except SystemExit as e:
        status = _uncaught(e) if _inspecting(sys) else _exit_status(e)
    except BaseException as e:
        status = _uncaught(e)
    if start is not run_interactive and _inspecting(sys):
        status = _inspect(status)
    try:
        _shutdown()
    except SystemExit as e:
        status = _exit_status(e)
    except BaseException as e:
        _uncaught(e)
    return _flush_streams(status)

def _exit_status(e):
    import sys
    code = e.code
    if code is None:
        return 0
    if isinstance(code, int):
        return int(code) & 0xff
    _flush(sys.stdout)
    try:
        sys.stderr.write(str(code) + '\n')
    except Exception:
        pass
    return 1

def _uncaught(e):
    import sys
    sys.last_exc = e
    sys.last_type = type(e)
    sys.last_value = e
    sys.last_traceback = e.__traceback__
    _flush(sys.stdout)
    hook = getattr(sys, 'excepthook', None)
    if hook is None:
        sys.stderr.write('sys.excepthook is missing\n')
        sys_excepthook(type(e), e, e.__traceback__)
    else:
        try:
            hook(type(e), e, e.__traceback__)
        except SystemExit as x:
            return _exit_status(x)
        except BaseException as x:
            sys.stderr.write('Error in sys.excepthook:\n')
            sys_excepthook(type(x), x, x.__traceback__)
            sys.stderr.write('\nOriginal exception was:\n')
            sys_excepthook(type(e), e, e.__traceback__)
    _flush(sys.stderr)
    return -2 if isinstance(e, KeyboardInterrupt) else 1

def _shutdown():
    m = _modules
    t = m.get('threading')
    if t is not None:
        f = getattr(t, '_shutdown', None)
        if f is not None:
            f()
    a = m.get('atexit')
    if a is not None:
        a._run_exitfuncs()
    gc_exit()

def _flush(stream):
    try:
        stream.flush()
    except (AttributeError, ValueError):
        pass

def _flush_streams(status):
    import sys
    for s in (sys.stdout, sys.stderr):
        if s is None or getattr(s, 'closed', False):
            continue
        try:
            s.flush()
        except AttributeError:
            pass
        except BaseException as e:
            if s is sys.stdout:
                status = 120
                try:
                    sys.stderr.write(f'Exception ignored while flushing sys.stdout:\n{type(e).__name__}: {e}\n')
                except BaseException:
                    pass
    _io_settle()
    return status

_main_text = []

def run_code(code, ns, text=None):
    if text is not None:
        _main_text[:] = [code, text]
    _exec_module(code, ns)

def run_module_as_main(name):
    # python -m: the module's code runs as __main__.
    import sys
    if not name:
        raise ValueError('Empty module name')
    main = _modules['__main__'].__dict__
    try:
        spec = _find_main_spec(name)
    except ImportError as e:
        sys.stderr.write(f'{sys.executable}: {e}\n')
        raise SystemExit(1) from None
    path = spec.origin
    sys.argv[0] = path
    code = spec.loader.get_code(spec.name)
    if code is None:
        sys.stderr.write(f'{sys.executable}: No code object available for {spec.name}\n')
        raise SystemExit(1)
    main['__file__'] = path
    main['__cached__'] = None
    main['__loader__'] = spec.loader
    main['__package__'] = spec.parent
    main['__spec__'] = spec
    _exec_module(code, main)

def _find_main_spec(name):
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = import_module(parent).__path__
        except AttributeError:
            raise ImportError(f'Error while finding module specification for {name!r} (ModuleNotFoundError: '
                              f'__path__ attribute not found on {parent!r} while trying to find {name!r})') from None
        except ImportError as e:
            raise ImportError(f'Error while finding module specification for {name!r} ({type(e).__name__}: {e})') from None
    spec = _find_spec(name, path)
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        main = name + '.__main__'
        try:
            return _find_main_spec(main)
        except ImportError as e:
            raise ImportError(f'{e}; {name!r} is a package and cannot be directly executed') from None
    if spec.loader is None:
        raise ImportError(f'{name!r} is a namespace package and cannot be executed')
    return spec

def run_path(path):
    # A folder or zip file with a __main__ module.
    import sys
    sys.path.insert(0, path)
    spec = PathFinder.find_spec('__main__', [path])
    if spec is None or spec.loader is None or spec.origin is None:
        full = path if path.startswith('/') else _cwd() + '/' + path
        sys.stderr.write(f"{sys.executable}: can't find '__main__' module in {full!r}\n")
        raise SystemExit(1)
    main = _modules['__main__'].__dict__
    main['__file__'] = spec.origin
    main['__loader__'] = spec.loader
    main['__package__'] = ''
    main['__spec__'] = spec
    _exec_module(spec.loader.get_code('__main__'), main)

def sys_displayhook(v):
    import sys, builtins
    if v is None:
        return
    builtins._ = None
    text = repr(v)
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.write(text.encode(sys.stdout.encoding, 'backslashreplace').decode(sys.stdout.encoding, 'strict'))
    sys.stdout.write('\n')
    builtins._ = v

def sys_excepthook(t, v, tb):
    import sys
    stderr = sys.stderr
    if stderr is None:
        return
    if not isinstance(v, BaseException):
        stderr.write(f'TypeError: print_exception(): Exception expected for value, {type(v).__name__} found\n')
        return
    if tb is not None and v.__traceback__ is None:
        v.__traceback__ = tb
    try:
        import traceback
        show = traceback._print_exception_bltin
        if _main_text:
            import linecache
            linecache._register_code(_main_text[0], _main_text[1], _main_text[0].co_filename)
    except BaseException:
        _plain_traceback(stderr, v)
        return
    show(v)

def _plain_traceback(out, e):
    # When the module traceback itself cannot be imported.
    if e.__cause__ is not None:
        _plain_traceback(out, e.__cause__)
        out.write('\nThe above exception was the direct cause of the following exception:\n\n')
    elif e.__context__ is not None and not e.__suppress_context__:
        _plain_traceback(out, e.__context__)
        out.write('\nDuring handling of the above exception, another exception occurred:\n\n')
    tb = e.__traceback__
    if tb is not None:
        out.write('Traceback (most recent call last):\n')
    while tb is not None:
        code = tb.tb_frame.f_code
        out.write(f'  File "{code.co_filename}", line {tb.tb_lineno}, in {code.co_name}\n')
        tb = tb.tb_next
    text = str(e)
    name = type(e).__qualname__
    if type(e).__module__ not in ('builtins', '__main__'):
        name = type(e).__module__ + '.' + name
    out.write(f'{name}: {text}\n' if text else name + '\n')

def sys_unraisablehook(u):
    import sys
    err = sys.stderr
    if err is None:
        return
    if u.object is not None:
        err.write(f'{u.err_msg or "Exception ignored in"}: {u.object!r}\n')
    elif u.err_msg:
        err.write(f'{u.err_msg}:\n')
    sys_excepthook(u.exc_type, u.exc_value, u.exc_traceback)

def sys_breakpointhook(args):
    import pdb
    return pdb.set_trace(*args)

def asyncgen_hooks():
    return (None, None)

def raise_(e):
    raise e
