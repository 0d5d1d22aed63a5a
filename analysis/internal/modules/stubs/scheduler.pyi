from contextlib import AbstractContextManager
from types import FrameType
from typing import Any, Callable, Iterable

class ScheduleManager: ...

class tasklet:
    """A tasklet of the scheduler."""
    block_trap: bool
    context: str
    parent_callsite: str
    runTime: float
    highlighted: bool
    dont_raise: bool
    context_manager_getter: Callable[[tasklet], AbstractContextManager[Any]] | None
    exception_handler: Callable[[str], Any] | None
    @property
    def alive(self) -> bool: ...
    @property
    def blocked(self) -> bool: ...
    @property
    def scheduled(self) -> bool: ...
    @property
    def paused(self) -> bool: ...
    @property
    def is_current(self) -> bool: ...
    @property
    def is_main(self) -> bool: ...
    @property
    def thread_id(self) -> int: ...
    @property
    def next(self) -> tasklet | None: ...
    @property
    def prev(self) -> tasklet | None: ...
    @property
    def frame(self) -> FrameType | None: ...
    @property
    def method_name(self) -> str: ...
    @property
    def module_name(self) -> str: ...
    @property
    def file_name(self) -> str: ...
    @property
    def line_number(self) -> int: ...
    @property
    def startTime(self) -> int: ...
    @property
    def endTime(self) -> int: ...
    @property
    def times_switched_to(self) -> int: ...
    def __init__(self, callable: Callable[..., Any] | None = None, args: tuple[Any, ...] | None = None, kwargs: dict[str, Any] | None = None) -> None: ...
    def __call__(self, *args: Any, **kwargs: Any) -> tasklet: ...
    def bind(self, callable: Callable[..., Any] | None = None, args: tuple[Any, ...] | None = None, kwargs: dict[str, Any] | None = None) -> tasklet:
        """Bind the tasklet to a callable, and to arguments if given."""
    def setup(self, *args: Any, **kwargs: Any) -> tasklet:
        """Give the bound callable its arguments and put the tasklet into the line."""
    def insert(self) -> tasklet:
        """Put the tasklet at the end of the line."""
    def remove(self) -> tasklet:
        """Take the tasklet out of the line."""
    def run(self) -> None:
        """Run the line from this tasklet on."""
    def switch(self) -> None:
        """Run the line from this tasklet on; the caller leaves it."""
    def kill(self, pending: bool = False) -> None:
        """Raise TaskletExit in the tasklet."""
    def throw(self, exc: Any = None, val: Any = None, tb: Any = None, pending: bool = False) -> None:
        """Raise an exception in the tasklet: now, or when it runs next."""
    def raise_exception(self, exc: Any, val: Any = None) -> None:
        """Raise an exception in the tasklet now."""

class channel:
    """A channel of the scheduler."""
    preference: int
    @property
    def balance(self) -> int: ...
    @property
    def queue(self) -> tasklet | None: ...
    @property
    def closing(self) -> bool: ...
    @property
    def closed(self) -> bool: ...
    def send(self, data: Any) -> None:
        """Give a value to a receiver; block until there is one."""
    def send_exception(self, exc: Any, *args: Any) -> None:
        """Raise an exception in a receiver."""
    def send_throw(self, exc: Any, value: Any = None, tb: Any = None) -> None:
        """Raise an exception, with its traceback, in a receiver."""
    def receive(self) -> Any:
        """Take a value from a sender; block until there is one."""
    def clear(self) -> None:
        """Kill all tasklets that wait on the channel."""
    def close(self) -> None:
        """Let nobody block on the channel any more."""
    def open(self) -> None:
        """Take close() back."""
    def __iter__(self) -> channel: ...
    def __next__(self) -> Any: ...

class QueueChannel(channel):
    """A channel that keeps what nobody waits for: its senders never block."""
    def send_sequence(self, sequence: Iterable[Any]) -> None: ...
    def __len__(self) -> int: ...

TaskletExit = TaskletExit

def block_trap(trap: bool = True) -> AbstractContextManager[None]: ...
def getcurrent() -> tasklet:
    """The tasklet that runs in this thread."""
def getmain() -> tasklet:
    """The main tasklet of this thread."""
def getruncount() -> int:
    """How many tasklets are in the line."""
def calculateruncount() -> int:
    """How many tasklets are in the line, counted anew."""
def schedule() -> None:
    """Let the others run; the caller goes to the end of the line."""
def schedule_remove() -> None:
    """Let the others run; the caller leaves the line."""
def run() -> None:
    """Run the line to its end."""
def run_n_tasklets(n: int) -> None:
    """Run the line for n tasklets."""
def set_schedule_callback(callback: Callable[[tasklet, tasklet], Any] | None) -> Any: ...
def get_schedule_callback() -> Any: ...
def set_channel_callback(callback: Callable[[channel, tasklet, bool, bool], Any] | None) -> Any: ...
def get_channel_callback() -> Any: ...
def enable_softswitch(flag: bool | None) -> bool: ...
def get_thread_info(thread_id: int = -1) -> tuple[tasklet, tasklet, int]: ...
def switch_trap(change: int) -> int:
    """Change the level of the switch trap; returns the old one."""
def get_schedule_manager() -> ScheduleManager: ...
def get_number_of_active_schedule_managers() -> int: ...
def get_number_of_active_channels() -> int: ...
def unblock_all_channels() -> int:
    """Kill all tasklets that wait on channels; returns how many channels they waited on."""
def set_use_nested_tasklets(on: bool) -> None:
    """Say whether tasklet.run() nests, or puts the tasklet first in the line."""
def get_use_nested_tasklets() -> bool: ...
def get_all_time_tasklet_count() -> int: ...
def get_active_tasklet_count() -> int: ...
