# Threads.

def thread_run(func, args, kwargs):
    # All that a thread does.
    try:
        func(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as e:
        import sys
        hook = sys.unraisablehook
        hook(SimpleNamespace(exc_type=type(e), exc_value=e, exc_traceback=e.__traceback__,
                             err_msg=f'Exception ignored in thread started by {func!r}', object=None))

def thread_shutdown():
    import _thread
    while True:
        h = _thread._next_to_join()
        if h is None:
            return
        h.join()

def thread_excepthook(args):
    import sys
    if args.exc_type is SystemExit:
        return
    stderr = sys.stderr
    thread = args.thread
    if stderr is None:
        if thread is None:
            return
        stderr = thread._stderr
        if stderr is None:
            return
    if thread is not None:
        name = thread.name
    else:
        import _thread
        name = _thread.get_ident()
    stderr.write(f'Exception in thread {name}:\n')
    e = args.exc_value
    if e is None:
        e = args.exc_type()
    if e.__traceback__ is None and args.exc_traceback is not None:
        e.__traceback__ = args.exc_traceback
    sys_excepthook(type(e), e, e.__traceback__)
    stderr.flush()

def exit_now(status):
    _exit_now(status)
