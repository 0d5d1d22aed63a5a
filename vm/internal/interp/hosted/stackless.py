# Parts of the module stackless that call back.

def send_sequence(ch, seq):
    n = 0
    for x in seq:
        ch.send(x)
        n += 1
    return n

def context_run(ctx, f, args, kw):
    previous = _context_own()
    _context_set(ctx)
    try:
        return f(*args, **kw)
    finally:
        _context_restore(previous)

def unraisable(exc, text):
    import sys
    sys.stderr.write(text + '\n')
    sys.excepthook(type(exc), exc, exc.__traceback__)

def greenlet_run(g):
    return g.run

class _StacklessModule(type(__builtins_module__)):
    @property
    def current(self):
        return self.getcurrent()

    @property
    def main(self):
        return self.getmain()

    @property
    def runcount(self):
        return self.getruncount()

    @property
    def threads(self):
        return self.getthreads()

    @property
    def debug(self):
        return self.getdebug()

    @property
    def uncollectables(self):
        return self.getuncollectables()

    @property
    def pickle_with_tracing_state(self):
        return bool(self.pickle_flags() & 1)

    @pickle_with_tracing_state.setter
    def pickle_with_tracing_state(self, value):
        flag = 1 if value else 0
        self.pickle_flags_default(flag, 1)
        self.pickle_flags(flag, 1)

    def __reduce_ex__(self, protocol):
        return 'stackless'

    def __reduce__(self):
        return 'stackless'

_StacklessModule.__module__ = 'stackless'

class atomic:
    """A context manager that forbids interruption of the current tasklet."""
    __slots__ = ('_old', '_t')

    def __enter__(self):
        import _stackless
        self._t = _stackless.getcurrent()
        self._old = self._t.set_atomic(True)

    def __exit__(self, *exc):
        self._t.set_atomic(self._old)

atomic.__module__ = 'stackless'

def make_scheduler(name):
    import sys
    other = sys.modules.get('_scheduler' if name == 'scheduler' else 'scheduler')
    if other is None:
        ns = dict(__builtins_module__.__dict__)
        ns.update(_scheduler_natives())
        ns.update(__name__='scheduler', unraisable=unraisable)
        before = set(ns)
        exec(_hosted_module('scheduler'), ns)
        names = {n: v for n, v in ns.items() if n not in before and not n.startswith('_')}
        for n in ('time', 'weakref', 'collections', 'contextlib'):
            del names[n]
        names['TaskletExit'] = TaskletExit
        names['_C_API'] = None
    else:
        names = {n: v for n, v in other.__dict__.items() if not n.startswith('__')}
    m = _new_module(name)
    m.__doc__ = 'Tasklets and channels in the order of the carbon scheduler.'
    m.__dict__.update(names)
    return m

def make_stackless(name):
    import _stackless
    m = _StacklessModule('stackless', 'Tasklets, channels and the scheduler of Stackless Python.')
    d = m.__dict__
    for n, v in _stackless.__dict__.items():
        if not n.startswith('_') and n not in _STACKLESS_NAMES:
            d[n] = v
    d['_stackless'] = _stackless
    register_reducers()
    import sys
    if not hasattr(sys, 'getcheckinterval'): # programs for Stackless, which ended with Python 3.8, call them
        sys.getcheckinterval = sys_getcheckinterval
        sys.setcheckinterval = sys_setcheckinterval
    d['stackless'] = m
    d['atomic'] = atomic
    d['_tasklet_get_unpicklable_state'] = tasklet_unpicklable_state
    d['PICKLEFLAGS_PRESERVE_TRACING_STATE'] = 1
    d['PICKLEFLAGS_PRESERVE_AG_FINALIZER'] = 2
    d['PICKLEFLAGS_RESET_AG_FINALIZER'] = 4
    d['PICKLEFLAGS_PICKLE_CONTEXT'] = 8
    d['__all__'] = ['atomic', 'channel', 'enable_softswitch', 'get_channel_callback', 'get_schedule_callback',
                    'get_thread_info', 'getcurrent', 'getcurrentid', 'getdebug', 'getmain', 'getruncount', 'getthreads',
                    'getuncollectables', 'pickle_with_tracing_state', 'run', 'schedule', 'schedule_remove',
                    'set_channel_callback', 'set_error_handler', 'set_schedule_callback', 'switch_trap', 'tasklet', 'stackless']
    return m


# ---- what only tests of Stackless ask for

_check_interval = 100

def sys_getcheckinterval():
    """Return what setcheckinterval() was told last; it has no effect."""
    return _check_interval

def sys_setcheckinterval(n, /):
    """Remember how many instructions a thread should run before others may; it has no effect."""
    global _check_interval
    _check_interval = __builtins__['int'](n)

def test_nostacklesscall(func, /, *args, **kwargs):
    return func(*args, **kwargs)

def test_cframe_nr(switches, words=0):
    import _stackless
    for _ in range(switches):
        _stackless.schedule()

def test_outside():
    import _stackless
    current, main = _stackless.getcurrent(), _stackless.getmain()
    if current is not main and main.scheduled and not main.blocked:
        raise RuntimeError('main tasklet is still scheduled')
    _stackless.run()

def gc_track(obj, /):
    return None

def tasklet_unpicklable_state(t):
    """Return what __reduce__() does not tell of a tasklet: its tracing state and its context."""
    import _stackless
    if not isinstance(t, _stackless.tasklet):
        raise TypeError(f'argument must be tasklet, not {type(t).__name__}')
    return {'context': t._context(), 'trace_function': t.trace_function, 'profile_function': t.profile_function}

class _wrap_type:
    # The namespace _stackless._wrap: what unpickling calls, by what it makes.
    def set_reduce_frame(self, f):
        self.reduce_frame = f

def _wrap_make():
    ns = _wrap_type()
    for name, f in (('code', restore_code), ('frame', new_frame), ('function', new_function), ('cell', new_cell), ('generator', new_generator),
                    ('coroutine', new_generator), ('async_generator', new_generator), ('module', restore_module), ('traceback', restore_traceback),
                    ('async_generator_asend', new_awaitable), ('async_generator_athrow', new_awaitable), ('coroutine_wrapper', new_awaitable),
                    ('dict_keys', restore_view), ('dict_values', restore_view), ('dict_items', restore_view), ('range', range)):
        setattr(ns, name, f)
    ns.reduce_frame = reduce_frame
    return ns

_wrap = _wrap_make()
