"""Tasklets and channels: microthreads that share one thread and meet at channels.

A tasklet runs until it blocks on a channel, calls schedule() or ends; then the scheduler goes on
with the next runnable one. Nothing else takes the turn away, except run() with a timeout.
"""

class tasklet:
    """A microthread: a callable with its own stack, run by the scheduler.

    tasklet(f)(x) binds f to its arguments and puts the tasklet at the end of the run queue;
    tasklet(f) alone does not run, and tasklet(f, (x,)) runs only after insert() or run().
    """
    alive: bool
    """Whether the tasklet has a frame: it was bound with arguments and has not ended."""
    blocked: bool
    """Whether it waits on a channel."""
    scheduled: bool
    """Whether it is in the run queue or waits on a channel."""
    paused: bool
    """Whether it is alive but in no queue."""
    atomic: bool
    """Whether the watchdog may not interrupt it."""
    block_trap: bool
    """When true, an operation that would block raises RuntimeError instead."""
    ignore_nesting: bool
    """Whether it may be interrupted while nested."""
    restorable: bool
    """Whether it can be continued after pickling."""
    is_main: bool
    """Whether it is the thread's main tasklet."""
    is_current: bool
    """Whether it is the one that runs now."""
    thread_id: int
    """The thread it belongs to, or -1 when that has ended."""
    recursion_depth: int
    """How many Python calls deep it is."""
    nesting_level: int
    """How many calls from native code it is inside of."""
    context_id: int
    """Identifies the contextvars context it runs in."""
    tempval: object
    """The value in transit: what a blocked operation will return. A bomb raises."""
    frame: object
    """The innermost frame of a suspended tasklet, else None."""
    cstate: object
    """The saved native stack."""
    next: tasklet
    """The neighbour behind it in the queue it is in, or None."""
    prev: tasklet
    """The neighbour before it in the queue it is in, or None."""
    trace_function: object
    """The trace function of this tasklet, as sys.settrace sets it."""
    profile_function: object
    """The profile function of this tasklet, as sys.setprofile sets it."""
    def __init__(self, func=None, args=None, kwargs=None): ...
    def __call__(self, *args, **kwargs) -> tasklet:
        """Bind the arguments and put the tasklet at the end of the run queue; returns the tasklet."""
    def bind(self, func=None, args=None, kwargs=None) -> tasklet:
        """Set the function to run. With args or kwargs it becomes alive, but is not scheduled; with nothing it drops its frames."""
    def setup(self, *args, **kwargs) -> tasklet:
        """Bind the arguments and put the tasklet at the end of the run queue, as calling it does."""
    def insert(self) -> tasklet:
        """Put it at the end of the run queue, if it is in none. RuntimeError when it is blocked or dead."""
    def remove(self) -> tasklet:
        """Take it out of the run queue: it is paused until insert() or run()."""
    def run(self) -> None:
        """Switch to it at once; the caller stays in the run queue."""
    def switch(self) -> None:
        """Switch to it at once and pause the caller."""
    def raise_exception(self, exc_class, *args) -> None:
        """Raise exc_class(*args) in it, switching to it at once."""
    def throw(self, exc, val=None, tb=None, pending=False) -> None:
        """Raise an exception in it, waking it from a channel; pending=True lets it wait for its turn."""
    def kill(self, pending=False) -> None:
        """Raise TaskletExit in it. A dead tasklet stays dead; one that never started ends without running."""
    def set_atomic(self, flag) -> bool:
        """Forbid or allow the watchdog to interrupt it; returns the old flag."""
    def set_ignore_nesting(self, flag) -> bool:
        """Allow or forbid interrupting it while nested; returns the old flag."""
    def bind_thread(self, thread_id=-1) -> None:
        """Move it to another thread."""
    def set_context(self, context) -> tasklet:
        """Run it in a contextvars context."""
    def context_run(self, callable, *args, **kwargs):
        """Call callable(*args, **kwargs) in its context."""

class channel[T]:
    """A meeting point of tasklets: a value goes over when a sender and a receiver are both there.

    There is no buffer: the side that comes first waits, first come first served.
    """
    preference: int
    """Who goes on after a meeting: -1 the receiver (default), 1 the sender, 0 whoever came second."""
    schedule_all: bool
    """When true, both sides go to the end of the run queue after a meeting."""
    balance: int
    """How many wait: above 0 senders, below 0 receivers."""
    closing: bool
    """Whether close() was called."""
    closed: bool
    """Whether close() was called and nobody waits any more."""
    queue: tasklet
    """The tasklet that has waited longest, or None."""
    def send(self, value: T) -> None:
        """Give value to a receiver; waits until there is one. ValueError on a closed channel."""
    def receive(self) -> T:
        """Take a value from a sender; waits until there is one. ValueError on a closed channel."""
    def send_exception(self, exc_class, *args) -> None:
        """Raise exc_class(*args) in the receiver; waits until there is one."""
    def send_throw(self, exc, val=None, tb=None) -> None:
        """Raise an exception with its traceback in the receiver; waits until there is one."""
    def send_sequence(self, seq) -> int:
        """Send every item of seq; returns how many there were."""
    def close(self) -> None:
        """Let nobody wait any more. Those that wait already are not woken."""
    def open(self) -> None:
        """Undo close()."""
    def __iter__(self) -> channel[T]: ...
    def __next__(self) -> T: ...

class bomb:
    """An exception in a parcel: given to a tasklet as tempval, it is raised when the tasklet goes on."""
    type: object
    value: object
    traceback: object
    def __init__(self, type=None, value=None, traceback=None): ...

class atomic:
    """A context manager: the watchdog does not interrupt the current tasklet inside it. Channel operations still switch."""
    def __enter__(self): ...
    def __exit__(self, exc, val, tb): ...

class cframe:
    """A frame of native code."""

class cstack:
    """A saved native stack."""

current: tasklet
"""The tasklet that runs now."""
main: tasklet
"""The main tasklet of this thread."""
runcount: int
"""How many tasklets are in the run queue, the current one included."""
threads: list[int]
"""The ids of all threads, the main thread's first."""
debug: bool
"""Whether this is a debug build."""
uncollectables: list
"""Tasklets whose native stack keeps them from being collected."""
pickle_with_tracing_state: bool
"""Whether pickling a tasklet keeps its trace functions. Deprecated: see pickle_flags()."""
PICKLEFLAGS_PRESERVE_TRACING_STATE: int
PICKLEFLAGS_PRESERVE_AG_FINALIZER: int
PICKLEFLAGS_RESET_AG_FINALIZER: int
PICKLEFLAGS_PICKLE_CONTEXT: int

def run(timeout=0, threadblock=False, soft=False, ignore_nesting=False, totaltimeout=False) -> tasklet:
    """Run the scheduled tasklets until the queue is empty. Returns also when the rest are all blocked.

    With a timeout, a tasklet that runs that many ticks without a switch is taken out of the queue
    and returned: insert() it, or it is lost.
    """

def schedule(retval=None):
    """Let the other runnable tasklets run; returns when it is this one's turn again."""

def schedule_remove(retval=None):
    """Let the others run and leave the run queue: somebody must insert() this tasklet again."""

def getcurrent() -> tasklet:
    """The tasklet that runs now."""

def getcurrentid() -> int:
    """A number that identifies the current tasklet."""

def getmain() -> tasklet:
    """The main tasklet of this thread."""

def getruncount() -> int:
    """How many tasklets are in the run queue, the current one included."""

def getthreads() -> list[int]:
    """The ids of all threads, the main thread's first."""

def getdebug() -> bool:
    """Whether this is a debug build."""

def getuncollectables() -> list:
    """Tasklets whose native stack keeps them from being collected."""

def get_thread_info(thread_id=-1) -> tuple:
    """The main tasklet, the current tasklet and the run count of a thread."""

def set_schedule_callback(callable):
    """Call callable(prev, next) before every switch; None stops it. Returns the previous callback."""

def get_schedule_callback():
    """The schedule callback, or None."""

def set_channel_callback(callable):
    """Call callable(channel, tasklet, sending, willblock) before every channel operation; None stops it. Returns the previous callback."""

def get_channel_callback():
    """The channel callback, or None."""

def set_error_handler(handler):
    """Call handler(type, value, traceback) in a tasklet that dies of an exception; None stops it. Returns the previous handler."""

def switch_trap(change=0) -> int:
    """Add change to the trap level; while it is not 0, a switch raises RuntimeError. Returns the old level."""

def enable_softswitch(flag) -> bool:
    """Allow switching without copying the native stack; returns the old flag."""

def pickle_flags(new=-1, mask=-1) -> int:
    """Set and return the pickle flags of this thread."""

def pickle_flags_default(new=-1, mask=-1) -> int:
    """Set and return the pickle flags of new threads."""

__all__ = ['atomic', 'channel', 'enable_softswitch', 'get_channel_callback', 'get_schedule_callback', 'get_thread_info', 'getcurrent', 'getcurrentid', 'getdebug', 'getmain', 'getruncount', 'getthreads', 'getuncollectables', 'pickle_with_tracing_state', 'run', 'schedule', 'schedule_remove', 'set_channel_callback', 'set_error_handler', 'set_schedule_callback', 'switch_trap', 'tasklet']
