# Parts of the module stackless that call back.

def send_sequence(ch, seq):
    n = 0
    for x in seq:
        ch.send(x)
        n += 1
    return n

def context_run(ctx, f, args, kw):
    if ctx is None:
        return f(*args, **kw)
    return ctx.run(f, *args, **kw)

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
        return False

    @pickle_with_tracing_state.setter
    def pickle_with_tracing_state(self, value):
        pass

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
        if not n.startswith('__'):
            d[n] = v
    d['_stackless'] = _stackless
    d['stackless'] = m
    d['atomic'] = atomic
    d['PICKLEFLAGS_PRESERVE_TRACING_STATE'] = 1
    d['PICKLEFLAGS_PRESERVE_AG_FINALIZER'] = 2
    d['PICKLEFLAGS_RESET_AG_FINALIZER'] = 4
    d['PICKLEFLAGS_PICKLE_CONTEXT'] = 8
    d['__all__'] = ['atomic', 'channel', 'enable_softswitch', 'get_channel_callback', 'get_schedule_callback',
                    'get_thread_info', 'getcurrent', 'getcurrentid', 'getdebug', 'getmain', 'getruncount', 'getthreads',
                    'getuncollectables', 'pickle_with_tracing_state', 'run', 'schedule', 'schedule_remove',
                    'set_channel_callback', 'set_error_handler', 'set_schedule_callback', 'switch_trap', 'tasklet', 'stackless']
    return m
