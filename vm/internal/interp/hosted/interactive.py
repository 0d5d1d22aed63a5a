# The interactive prompt: when there is no program, and after it (-i).

def run_interactive():
    import sys
    main = _modules['__main__']
    if not sys.flags.quiet:
        sys.stderr.write(f'Python {sys.version} on {sys.platform}\n')
        if not sys.flags.no_site:
            sys.stderr.write('Type "help", "copyright", "credits" or "license" for more information.\n')
    _prompt(sys, main, True)

def _inspecting(sys):
    if sys.flags.inspect:
        return True
    try:
        return bool(_modules['os'].environ.get('PYTHONINSPECT')) and not sys.flags.ignore_environment
    except (KeyError, AttributeError):
        return False

def _inspect(status):
    # A prompt after the program has ended, in its namespace.
    import sys
    try:
        _prompt(sys, _modules['__main__'], False)
    except SystemExit as e:
        return _exit_status(e)
    except BaseException as e:
        return _uncaught(e)
    return 0

def _prompt(sys, main, startup):
    hook = getattr(sys, '__interactivehook__', None)
    if hook is not None:
        try:
            hook()
        except Exception as e:
            sys.stderr.write('Failed calling sys.__interactivehook__\n')
            sys.excepthook(type(e), e, e.__traceback__)
    basic = _environment.get('PYTHON_BASIC_REPL')
    if not basic and _is_terminal(0) and _is_terminal(1):
        from _pyrepl.main import CAN_USE_PYREPL, interactive_console
        if CAN_USE_PYREPL:
            interactive_console(main, quiet=True, pythonstartup=startup)
            return
    base_prompt(sys, main, startup)

def base_prompt(sys, main, startup):
    # What can be had without a terminal that moves its cursor: whole lines.
    if startup and 'PYTHONSTARTUP' in _environment:
        path = _environment['PYTHONSTARTUP']
        try:
            text = _read_file(path)
        except OSError as e:
            sys.stderr.write(f'Could not open PYTHONSTARTUP\n{type(e).__name__}: {e}\n')
        else:
            try:
                _exec_module(_compile_file(text, path), main.__dict__)
            except SystemExit:
                raise
            except BaseException as e:
                sys.excepthook(type(e), e, e.__traceback__)
    import code
    for name, prompt in (('ps1', '>>> '), ('ps2', '... ')):
        if not hasattr(sys, name):
            setattr(sys, name, prompt)
    class Console(code.InteractiveConsole):
        def raw_input(self, prompt=''):
            if _is_terminal(0) and _is_terminal(1):
                return input(prompt)
            sys.stdout.flush()
            sys.stderr.write(prompt)
            sys.stderr.flush()
            line = sys.stdin.readline()
            if not line:
                raise EOFError
            return line.rstrip('\n')

        def showtraceback(self):
            e = sys.exception()
            sys.last_exc, sys.last_type, sys.last_value, sys.last_traceback = e, type(e), e, e.__traceback__
            while e.__traceback__ is not None and e.__traceback__.tb_frame.f_code.co_filename != '<stdin>':
                e.__traceback__ = e.__traceback__.tb_next
            sys.excepthook(type(e), e, e.__traceback__)
    console = Console(main.__dict__, filename='<stdin>')
    console.interact(banner='', exitmsg='')

def sys_baserepl():
    import sys
    base_prompt(sys, _modules['__main__'], False)
