# The module scheduler: the API of CCP's carbon-scheduler. Its order of execution is not Stackless's: each thread has a
# line of tasklets that begins with the main one; whoever runs the line switches to the tasklets in it one after another
# and is their parent meanwhile, to whom they come back when they yield, block or end. A run inside a tasklet nests.
#
# The tasklets and channels are the machine's own, so that the debugger and the checker see them; only who goes on is
# decided here.
import time
import weakref
import collections
import contextlib
import _stackless

_native = _stackless.tasklet
_native_channel = _stackless.channel
_NONE, _BACK, _AFTER_NEXT = 0, 1, 2
_DEADLOCK = 'Deadlock: the last runnable tasklet cannot be blocked.'

class _Totals:
    """What all threads share."""
    schedule_callback = None
    channel_callback = None
    nested = True
    made = 0
    managers = {}       # by number of the thread
    channels = []       # weak references
    tasklets = []       # weak references

def _alive_of(refs):
    refs[:] = [r for r in refs if r() is not None]
    return len(refs)

class ScheduleManager:
    """The line of tasklets of one thread."""
    __module__ = '_scheduler'
    __slots__ = ('main', 'current', 'last', 'trap', 'limit', 'stopped', 'count', 'thread', 'failure', 'tasks', '__weakref__')

    def __init__(self, thread):
        self.thread = thread
        self.trap = 0
        self.limit = None
        self.stopped = False
        self.count = 0
        self.failure = None
        self.tasks = {}
        main = _native.__new__(tasklet)
        main._setup(self)
        main._task = _stackless.getcurrent()
        main._main = main._alive = main._scheduled = True
        main._first = False
        self.main = self.current = self.last = main

    # ---- the line

    def insert(self, t):
        if t._scheduled:
            t._again = _BACK
            return
        last = self.last
        last._next, t._prev, t._next = t, last, None
        self.last = t
        self._enter(t)

    def insert_next(self, t):
        if t._scheduled:
            t._again = _BACK
            return
        after = self.current
        t._next, t._prev = after._next, after
        after._next = t
        if t._next is not None:
            t._next._prev = t
        if self.last is after:
            self.last = t
        self._enter(t)

    def _enter(self, t):
        t._blocked_on = None
        t._scheduled = True
        _list(t._task)
        self.count += 1

    def remove(self, t):
        before, after = t._prev, t._next
        if before is after:
            return False
        if before is not None:
            before._next = after
        if after is not None:
            after._prev = before
        else:
            self.last = before
        self.count -= 1
        t._next = t._prev = None
        t._scheduled = False
        _unlist(t._task)
        return True

    # ---- switching

    def untrapped(self):
        """Refuse to switch while the switch trap is set."""
        if self.trap:
            raise RuntimeError('Cannot schedule when scheduler switch_trap level is non-zero')

    def set_current(self, t):
        old = self.current
        if old is t:
            return
        callback = _Totals.schedule_callback
        if callback is not None:
            try:
                callback(old, t)
            except Exception as e:
                unraisable(e, 'Error in scheduling callback')
        self.current = t

    def switch_to(self, t):
        """Go on with a tasklet, until it comes back; an exception that it left behind is raised here."""
        here = self.current
        if t._first and not t._main and t._call is None:
            raise RuntimeError('No arguments supplied to tasklet')
        if t._manager is not self:
            self.insert(t)
            self.yield_()
            return
        self.untrapped()
        if t._first and t._exception is not None:
            e, t._exception = t._exception, None
            t._drop()
            if isinstance(e, TaskletExit):
                return
            t._remove = True
            raise e
        t._switches += 1
        self.set_current(t)
        if not t._alive:    # it has ended while it was in the line
            return
        t._paused = False
        if t._first:
            t._first = False
            t._started = time.perf_counter_ns()
        here._leave(t)
        failure, self.failure = self.failure, None
        back = self.current
        if back._exception is not None and failure is None:
            e, back._exception = back._exception, None
            raise e
        if t._tagged:
            t._paused, t._tagged = True, False
        if failure is not None:
            t._remove = True
            raise failure

    def yield_(self):
        """Let others run; returns when the caller may go on."""
        t = self.current
        if t is self.main:
            if t._blocked_on is None:
                self.run()
                return
            if t._next is not None:
                self.run()
            if t._blocked_on is not None:
                _deadlock(_DEADLOCK)
            return
        self.switch_to(t._parent)
        while t._blocked_on is not None:
            p = t._parent
            while p._blocked_on is not None and not p._main:
                p = p._parent
            self.switch_to(p)

    def schedule(self, again=_BACK, remove=False):
        if remove:
            self.current._tagged = True
        else:
            self.current._again = again
        self.yield_()

    def run(self, start=None):
        """Run the line: all behind the current tasklet, or from start up to the one that is last now."""
        if start is None:
            base, end = self.current, None
        else:
            base, end = start._prev, self.last
        me = self.current
        until_unblocked = me is self.main and me._blocked_on is not None
        while base._next is not None:
            if self.stopped and self.current is self.main:
                return
            t = base._next
            if self.current is t:
                return
            t._set_parent(self.current)
            if self.limit is not None and self.current._main:
                if self.limit > 0:
                    self.limit -= 1
                if self.limit <= 0:
                    self.stopped = True
            try:
                self.switch_to(t)
            except TaskletExit:
                pass
            except BaseException:
                if t._remove:
                    self.set_current(t._parent or me)
                    self.remove(t)
                t._parent = None
                raise
            done = until_unblocked and self.main._blocked_on is None
            self.set_current(t._parent or me)
            self.remove(t)
            t._scheduled = False
            if t._again == _BACK:
                t._again = _NONE
                self.insert(t)
            elif t._again == _AFTER_NEXT:
                t._again = _NONE
                front = self.current._next
                if front is not None:
                    self.remove(front)
                self.insert_next(t)
                if front is not None:
                    self.insert_next(front)
            if not t._alive:
                t._parent = None
            if done or t is end:
                return

    def run_some(self, n):
        self.limit = n
        try:
            self.run()
        finally:
            self.stopped, self.limit = False, None

    def close(self):
        """The thread ends: its tasklets are killed."""
        for t in list(self.tasks):
            if t._alive and not t._main:
                try:
                    t.kill()
                except BaseException as e:
                    unraisable(e, 'Error while a thread ended')
            if not t._alive:
                t._thread = -1
        _Totals.managers.pop(self.thread, None)

def _manager():
    n = _stackless.getcurrent().thread_id
    m = _Totals.managers.get(n)
    if m is None:
        m = _Totals.managers[n] = ScheduleManager(n)
        _at_thread_end(m.close)
    return m

def _body(t, call, fn):
    args, kwargs = call
    m = t._manager
    failure = None
    try:
        if t._dont_raise:
            t._guarded(fn, args, kwargs)
        else:
            fn(*args, **kwargs)
    except BaseException as e:
        failure = e
    t._die()
    m.failure = failure
    p = t._parent
    while p is not None and not p._alive:
        p = p._parent
    _finish((p or m.main)._task)

class tasklet(_native):
    """A tasklet of the scheduler."""
    __module__ = '_scheduler'

    def __new__(cls, /, *args, **kwargs):
        return _native.__new__(cls)

    def __init__(self, callable=None, args=None, kwargs=None):
        self._setup(_manager())
        if callable is not None:
            self._bind(callable, args, kwargs)

    def _setup(self, manager):
        self._manager = manager
        self._thread = manager.thread
        self._task = self
        self._fn = self._call = self._parent = self._next = self._prev = self._blocked_on = self._exception = None
        self._main = self._alive = self._scheduled = self._paused = self._tagged = self._remove = self._kill_pending = False
        self._first = True
        self._again = _NONE
        self._switches = self._started = self._ended = self._line = 0
        self._method, self._module, self._file = '', '', ''
        self._dont_raise = self.highlighted_ = False
        self._getter = self._handler = self._parcel = None
        self._context = self._callsite = ''
        self._runtime = 0.0
        _Totals.made += 1
        _Totals.tasklets.append(weakref.ref(self))

    def _valid(self):
        try:
            return self._manager
        except AttributeError:
            raise RuntimeError('Tasklet object is not valid. Most likely cause being __init__ not called on base type.') from None

    def _here(self, what):
        if self._valid() is not _manager():
            raise RuntimeError(f'Failed to {what} tasklet: Cannot {what} tasklet from another thread')

    def _set_parent(self, parent):
        p = parent
        while p is not None:
            if p is self:
                raise ValueError('cyclic parent chain')
            p = p._parent
        self._parent = parent

    def _live(self):
        self._alive = True
        self._manager.tasks[self] = None

    def _die(self):
        self._alive = False
        self._ended = time.perf_counter_ns()
        self._manager.tasks.pop(self, None)
        if self._started and self._ended <= self._started:
            self._ended = self._started + 1

    def _drop(self):
        """End a tasklet without running it."""
        self._die()
        _unlist(self)
        _native.bind(self, None)

    def _leave(self, to):
        """Stand still until somebody comes back; the machine is told why."""
        ch = self._blocked_on
        if ch is not None:
            _resume(to._task, ch, ch._sign)
        else:
            _resume(to._task, None if self._scheduled else False, 0)

    # ---- binding

    def bind(self, callable=None, args=None, kwargs=None):
        """Bind the tasklet to a callable, and to arguments if given."""
        self._valid()
        if callable is None and args is None and kwargs is None:
            self._here('unbind')
            if self._manager.current is self:
                raise RuntimeError('cannot unbind current tasklet')
            if self._scheduled:
                raise RuntimeError('cannot unbind scheduled tasklet')
            self._fn = self._call = None
            if self._alive:
                self._drop()
            return self
        return self._bind(callable, args, kwargs, True)

    def _bind(self, fn, args, kwargs, given=False):
        self._here('bind')
        if fn is not None:
            if not callable(fn):
                raise TypeError('parameter must be callable')
            self._method, self._module, self._file, self._line = 'unknown_method', 'unknown_module', 'unknown_file', 0
            if hasattr(fn, '__name__'):
                self._method = str(fn.__name__)
            if hasattr(fn, '__module__'):
                self._module = str(fn.__module__)
            code = getattr(fn, '__code__', None)
            if code is not None:
                self._file, self._line = str(code.co_filename), int(code.co_firstlineno)
            self._fn = fn
        if args is not None or kwargs is not None:
            if args is not None and not isinstance(args, tuple):
                raise RuntimeError('Arguments must be a tuple')
            if kwargs is not None and not isinstance(kwargs, dict):
                raise RuntimeError('kwargs must be a dict')
            self._initialise(args or (), kwargs or {})
        self._switches = 0
        return self

    def _initialise(self, args, kwargs):
        self._call = args, kwargs
        self._paused = self._first = True
        fn, self._fn = self._fn, None
        if _native.alive.__get__(self):
            _native.bind(self, None)
        _native.bind(self, _body, (self, self._call, fn))
        self._remove = self._kill_pending = False
        self._exception = None
        self._live()

    def setup(self, /, *args, **kwargs):
        """Give the bound callable its arguments and put the tasklet into the line."""
        self._here('setup')
        if self._fn is None:
            raise RuntimeError('This tasklet must be bound to a callable before you can call setup. Please call bind first.')
        self._initialise(args, kwargs)
        self.insert()
        return self

    __call__ = setup

    def _guarded(self, fn, args, kwargs):
        """Run the callable so that nothing it raises leaves the tasklet."""
        def call():
            try:
                fn(*args, **kwargs)
            except TaskletExit:
                raise
            except Exception:
                if self._handler is not None:
                    try:
                        self._handler(str(self))
                    except Exception:
                        pass
        if self._getter is None:
            return call()
        with self._getter(self):
            call()

    # ---- the line

    def insert(self):
        """Put the tasklet at the end of the line."""
        self._valid()
        if self._blocked_on is not None:
            raise RuntimeError('Failed to insert tasklet: Cannot insert blocked tasklet')
        if not self._alive:
            raise RuntimeError('Failed to insert tasklet: Cannot insert dead tasklet')
        self._manager.insert(self)
        self._paused = False
        return self

    def remove(self):
        """Take the tasklet out of the line."""
        self._valid()
        if self._scheduled:
            self._manager.remove(self)
            self._paused = True
        return self

    def run(self):
        """Run the line from this tasklet on."""
        m = self._valid()
        if not self._alive:
            raise RuntimeError('Cannot run tasklet that is not alive (dead)')
        if self._blocked_on is not None:
            raise RuntimeError('Cannot run tasklet that is blocked')
        if m is not _manager():
            return
        m.untrapped()
        if _Totals.nested:
            if not self._scheduled:
                m.insert(self)
            m.run(self)
            return
        if self._scheduled:
            m.remove(self)
        m.insert_next(self)
        m.schedule(_AFTER_NEXT)

    def switch(self):
        """Run the line from this tasklet on; the caller leaves it."""
        m = self._valid()
        if not self._alive:
            raise RuntimeError('You cannot run an unbound(dead) tasklet')
        if self._blocked_on is not None:
            raise RuntimeError('Cannot switch to a tasklet that is blocked')
        if m is not _manager():
            raise RuntimeError('Failed to switch tasklet: Cannot switch tasklet from another thread')
        me = m.current
        me._paused = True
        try:
            if self._scheduled:
                m.run(self)
                if me is not self:
                    m.yield_()
            else:
                m.insert(self)
                m.run(self)
        finally:
            me._paused = False

    # ---- exceptions

    def throw(self, exc=None, val=None, tb=None, pending=False):
        """Raise an exception in the tasklet: now, or when it runs next."""
        self._valid()
        self._throw(_exception(exc, val), pending)

    def raise_exception(self, exc, /, val=None):
        """Raise an exception in the tasklet now."""
        self._valid()
        self._throw(_exception(exc, val), False)

    def _throw(self, exc, pending):
        self._here('throw')
        m = self._manager
        if m.current is self:
            raise exc
        if not self._alive:
            if isinstance(exc, TaskletExit):
                return
            raise RuntimeError('You cannot throw to a dead tasklet')
        self._exception = exc
        if pending:
            m.insert(self)
            return
        channel, self._blocked_on = self._blocked_on, None
        try:
            self.run()
        except BaseException:
            if channel is not None and self in channel._waiters:
                self._blocked_on = channel
                self._exception = None
            raise

    def kill(self, pending=False):
        """Raise TaskletExit in the tasklet."""
        self._here('kill')
        if not self._alive or self._kill_pending:
            return
        m = self._manager
        if m.current is self:
            raise TaskletExit
        channel, self._blocked_on = self._blocked_on, None
        self._exception = TaskletExit()
        if pending:
            m.insert(self)
            self._again = _NONE
            self._kill_pending = True
            if channel is not None:
                channel._forget(self)
            return
        self._again = _NONE
        try:
            self.run()
        except BaseException:
            if channel is not None and self in channel._waiters:
                self._blocked_on = channel
                self._exception = None
            raise

    def set_context(self, context, /):
        raise RuntimeError('Tasklet_setcontext Not yet implemented')

    # ---- attributes

    def _read(name, doc):
        def get(self):
            self._valid()
            return getattr(self, name)
        return property(get, doc=doc)

    def _flag(name, what, doc):
        def get(self):
            self._valid()
            return getattr(self, name)
        def put(self, value):
            self._valid()
            if not isinstance(value, bool):
                raise TypeError(what + ' must be either a True or False value')
            setattr(self, name, value)
        return property(get, put, doc=doc)

    def _text(name, doc):
        def get(self):
            self._valid()
            return getattr(self, name)
        def put(self, value):
            self._valid()
            if not isinstance(value, str):
                raise TypeError('expected a string')
            setattr(self, name, value)
        return property(get, put, doc=doc)

    def _function(name, message, doc):
        def get(self):
            self._valid()
            return getattr(self, name)
        def put(self, value):
            self._valid()
            if value is not None and not callable(value):
                raise TypeError(message)
            setattr(self, name, value)
        return property(get, put, doc=doc)

    alive = _read('_alive', 'True until the callable has ended.')
    scheduled = _read('_scheduled', 'True while the tasklet is in the line.')
    is_main = _read('_main', 'True for the main tasklet of a thread.')
    thread_id = _read('_thread', 'The number of the thread that the tasklet belongs to.')
    next = _read('_next', 'The tasklet behind this one in the line.')
    prev = _read('_prev', 'The tasklet before this one in the line.')
    paused = _read('_paused', 'True for a tasklet that is alive, but neither scheduled nor blocked.')
    method_name = _read('_method', 'The name of the bound callable.')
    module_name = _read('_module', 'The module of the bound callable.')
    file_name = _read('_file', 'The file of the bound callable.')
    line_number = _read('_line', 'The first line of the bound callable.')
    startTime = _read('_started', 'When the callable was entered, in nanoseconds; 0 before.')
    endTime = _read('_ended', 'When the callable was left, in nanoseconds; 0 before.')
    times_switched_to = _read('_switches', 'How often the tasklet was switched to since it was bound.')
    context = _text('_context', 'A text for whoever looks at the tasklet.')
    parent_callsite = _text('_callsite', 'Where the tasklet was made.')
    highlighted = _flag('highlighted_', 'highlighted', 'A mark for tracing.')
    dont_raise = _flag('_dont_raise', 'dont_raise', 'What the callable raises does not leave the tasklet.')
    context_manager_getter = _function('_getter', 'context_manager_fun must be a callable that returns a context manager object',
                                       'Makes the context manager in which the callable runs; only with dont_raise.')
    exception_handler = _function('_handler', 'exception_handler must be a callable',
                                  'Called with a text when the callable has raised; only with dont_raise.')
    del _read, _flag, _text, _function

    @property
    def blocked(self):
        """True while the tasklet waits on a channel."""
        self._valid()
        return self._blocked_on is not None

    @property
    def is_current(self):
        """True for the tasklet that runs."""
        return self._valid().current is self

    @property
    def block_trap(self):
        """While it is True the tasklet must not block."""
        return _native.block_trap.__get__(self._valid() and self._task)

    @block_trap.setter
    def block_trap(self, value):
        self._valid()
        if not isinstance(value, bool):
            raise RuntimeError('Blocktrap expects a boolean')
        _native.block_trap.__set__(self._task, value)

    @property
    def runTime(self):
        """Seconds that the tasklet ran, as whoever measures it says."""
        self._valid()
        return self._runtime

    @runTime.setter
    def runTime(self, value):
        self._valid()
        self._runtime = float(value)

    @property
    def frame(self):
        """The frame in which the tasklet stands, or None."""
        self._valid()
        return _native.frame.__get__(self._task)

def _exception(exc, val):
    if isinstance(exc, BaseException):
        if val is not None:
            raise TypeError("missing required argument 'exc' (pos 1)")
        return exc
    if exc is None:
        raise TypeError("missing required argument 'exc' (pos 1)")
    if not (isinstance(exc, type) and issubclass(exc, BaseException)):
        raise TypeError('exceptions must be classes, or instances')
    if val is None:
        return exc()
    if isinstance(val, exc):
        return val
    if isinstance(val, tuple):
        return exc(*val)
    return exc(val)

class channel(_native_channel):
    """A channel of the scheduler."""
    __module__ = '_scheduler'

    def __new__(cls, /, *args, **kwargs):
        return _native_channel.__new__(cls)

    def __init__(self, /, *args, **kwargs):
        self._closed = False
        self._waiters = collections.deque()
        self._sign = 0      # 1: they wait to send, -1: to receive
        _Totals.channels.append(weakref.ref(self))

    def _valid(self):
        try:
            return self._waiters
        except AttributeError:
            raise RuntimeError('Channel object is not valid. Most likely cause being __init__ not called on base type.') from None

    def _settle(self):
        if self.closing and not self._waiters:
            self._closed = True

    def _announce(self, me, sending, blocks):
        callback = _Totals.channel_callback
        if callback is not None:
            try:
                callback(self, me, sending, blocks)
            except Exception as e:
                unraisable(e, 'Error in channel callback')

    def _forget(self, t):
        """Take a tasklet off the channel."""
        if t in self._waiters:
            self._waiters.remove(t)
            _dequeue(t._task)
        t._blocked_on = None

    def _wait(self, m, me, sign, what):
        if me.block_trap:
            raise RuntimeError('Channel cannot block on main tasklet with block_trap set true')
        if self._closed or self.closing:
            raise ValueError(what + ' operation on a closed channel')
        self._sign = sign
        self._waiters.append(me)
        me._blocked_on = self
        try:
            m.yield_()
        except BaseException:
            self._forget(me)
            me._parcel = None
            self._settle()
            raise

    def _partner(self, sign):
        """Take the first that waits off the channel."""
        t = self._waiters.popleft()
        t._blocked_on = None
        _dequeue(t._task)
        self._settle()
        return t

    def _go_on(self, m, t, now):
        """A partner can run again; now says that it runs before the caller."""
        if now:
            t._manager.insert_next(t)
            m.schedule()
        else:
            t._manager.insert(t)
        self._settle()

    def _send(self, parcel):
        waiters = self._valid()
        m = _manager()
        me = m.current
        meets = waiters and self._sign < 0
        self._announce(me, True, not meets)
        if not meets:
            me._parcel = parcel
            return self._wait(m, me, 1, 'Send')
        now = self.preference == -1
        if now:
            m.untrapped()
        t = self._partner(-1)
        t._parcel = parcel
        self._go_on(m, t, now)

    def send(self, /, *args):
        """Give a value to a receiver; block until there is one."""
        self._valid()
        if len(args) != 1:
            raise TypeError('function missing required argument (pos 1)' if not args else
                            f'function takes exactly 1 argument ({len(args)} given)')
        self._send((args[0], None))

    def send_exception(self, /, *args):
        """Raise an exception in a receiver."""
        self._valid()
        if not args:
            raise RuntimeError('Exception type required')
        self._send((None, _sent(args[0], args[1:])))

    def send_throw(self, exc=None, value=None, tb=None):
        """Raise an exception, with its traceback, in a receiver."""
        self._valid()
        if not (isinstance(exc, BaseException) or isinstance(exc, type) and issubclass(exc, BaseException)):
            raise TypeError("Channel.send_throw() argument 'exc' (pos 1) must be an Exception type or instance")
        e = _exception(exc, None if isinstance(exc, BaseException) else value)
        self._send((None, e if tb is None else e.with_traceback(tb)))

    def receive(self):
        """Take a value from a sender; block until there is one."""
        waiters = self._valid()
        m = _manager()
        me = m.current
        meets = waiters and self._sign > 0
        self._announce(me, False, not meets)
        if meets:
            now = self.preference == 1
            if now:
                m.untrapped()
            t = self._partner(1)
            me._parcel, t._parcel = t._parcel, None
            self._go_on(m, t, now)
        else:
            self._wait(m, me, -1, 'receive')
        (value, exc), me._parcel = me._parcel, None
        if exc is not None:
            raise exc
        return value

    def clear(self):
        """Kill all tasklets that wait on the channel."""
        waiters = self._valid()
        while waiters:
            t = waiters[0]
            t.kill()
            if waiters and waiters[0] is t:
                self._forget(t)

    def close(self):
        """Let nobody block on the channel any more."""
        self._valid()
        _native_channel.close(self)
        self._settle()

    def open(self):
        """Take close() back."""
        self._valid()
        _native_channel.open(self)
        self._closed = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.closing and not self._valid():
            raise StopIteration('Channel is closed')
        return self.receive()

    @property
    def balance(self):
        """How many wait: senders above 0, receivers below."""
        return len(self._valid()) * self._sign

    @property
    def queue(self):
        """The tasklet that waits first, or None."""
        waiters = self._valid()
        return waiters[0] if waiters else None

    @property
    def closed(self):
        """True after close() when nobody waits."""
        self._valid()
        return self._closed

def _sent(exc, args):
    if isinstance(exc, BaseException):
        return exc
    if not (isinstance(exc, type) and issubclass(exc, BaseException)):
        raise RuntimeError('Exception type or instance required')
    return exc(*args)

class QueueChannel(channel):
    """A channel that keeps what nobody waits for: its senders never block."""
    __module__ = 'scheduler'

    def __init__(self):
        channel.__init__(self)
        self.data_queue = collections.deque()
        self.preference = 1

    @property
    def balance(self):
        return len(self.data_queue) or channel.balance.__get__(self)

    def _keeps(self):
        return channel.balance.__get__(self) >= 0 and not self.closing

    def send(self, data):
        if self._keeps():
            self.data_queue.append((True, data))
        else:
            channel.send(self, data)

    def send_exception(self, exc, *args):
        self.send_throw(exc, args)

    def send_throw(self, exc, value=None, tb=None):
        if self._keeps():
            self.data_queue.append((False, (exc, value, tb)))
        else:
            channel.send_throw(self, exc, value, tb)

    def receive(self):
        if not self.data_queue:
            return channel.receive(self)
        good, data = self.data_queue.popleft()
        if good:
            return data
        exc, value, tb = data
        raise exc(value).with_traceback(tb)

    def send_sequence(self, sequence):
        for x in sequence:
            self.send(x)

    def __next__(self):
        return self.receive()

    def __len__(self):
        return len(self.data_queue)

@contextlib.contextmanager
def block_trap(trap=True):
    t = getcurrent()
    old = t.block_trap
    t.block_trap = trap
    try:
        yield
    finally:
        t.block_trap = old

# ---- functions of the module

def getcurrent():
    """The tasklet that runs in this thread."""
    return _manager().current

def getmain():
    """The main tasklet of this thread."""
    return _manager().main

def getruncount():
    """How many tasklets are in the line."""
    return _manager().count + 1

def calculateruncount():
    """How many tasklets are in the line, counted anew."""
    n, t = 1, _manager().main
    while t._next is not None:
        n, t = n + 1, t._next
    return n

def schedule():
    """Let the others run; the caller goes to the end of the line."""
    _untrapped().schedule()

def schedule_remove():
    """Let the others run; the caller leaves the line."""
    _untrapped().schedule(remove=True)

def run():
    """Run the line to its end."""
    _untrapped().run()

def run_n_tasklets(n, /):
    """Run the line for n tasklets."""
    if not isinstance(n, int):
        raise TypeError('an integer is required')
    if n <= 0:
        raise RuntimeError('Invalid number: Number of Tasklets to run must be greater than 0.')
    _untrapped().run_some(n)

def _untrapped():
    m = _manager()
    m.untrapped()
    return m

def _set(name, callback):
    if callback is not None and not callable(callback):
        raise TypeError('parameter must be callable or None.')
    old = getattr(_Totals, name)
    setattr(_Totals, name, callback)
    return old

def set_schedule_callback(callback, /):
    """Call callback(previous, next) at each switch; returns the one before."""
    return _set('schedule_callback', callback)

def get_schedule_callback():
    return _Totals.schedule_callback

def set_channel_callback(callback, /):
    """Call callback(channel, tasklet, sending, will_block) at each send and receive; returns the one before."""
    return _set('channel_callback', callback)

def get_channel_callback():
    return _Totals.channel_callback

def enable_softswitch(flag, /):
    if flag is not None:
        raise RuntimeError('enable_soft_switch is only implemented for legacy reasons, the value cannot be changed.')
    return False

def get_thread_info(thread_id=-1, /):
    """(main tasklet, current tasklet, run count) of the thread."""
    m = _manager()
    return m.main, m.current, m.count + 1

def switch_trap(*change):
    """Change the level of the switch trap; returns the old one."""
    if not change:
        raise RuntimeError('Scheduler_switch_trap requires a delta argument.')
    m = _manager()
    old = m.trap
    m.trap += change[0]
    return old

def get_schedule_manager():
    return _manager()

def get_number_of_active_schedule_managers():
    return len(_Totals.managers)

def get_number_of_active_channels():
    return _alive_of(_Totals.channels)

def unblock_all_channels():
    """Kill all tasklets that wait on channels; returns how many channels they waited on."""
    waited = [c for r in _Totals.channels if (c := r()) is not None and c._waiters]
    for c in waited:
        channel.clear(c)
    return len(waited)

def set_use_nested_tasklets(on, /):
    """Say whether tasklet.run() nests, or puts the tasklet first in the line."""
    _Totals.nested = bool(on)

def get_use_nested_tasklets():
    return _Totals.nested

def get_all_time_tasklet_count():
    return _Totals.made

def get_active_tasklet_count():
    return _alive_of(_Totals.tasklets)
