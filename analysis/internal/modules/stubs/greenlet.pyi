from contextvars import Context
from types import FrameType, TracebackType
from typing import Any, Callable

__version__: str
GREENLET_USE_GC: bool
GREENLET_USE_TRACING: bool
GREENLET_USE_CONTEXT_VARS: bool

class error(Exception): ...
class GreenletExit(BaseException): ...

class greenlet:
    """A coroutine: it runs when another greenlet switches to it."""
    error: type[error]
    GreenletExit: type[GreenletExit]
    run: Callable[..., Any]
    parent: greenlet | None
    gr_context: Context | None
    @property
    def dead(self) -> bool: ...
    @property
    def gr_frame(self) -> FrameType | None: ...
    def __init__(self, run: Callable[..., Any] | None = None, parent: greenlet | None = None) -> None: ...
    def __bool__(self) -> bool: ...
    def switch(self, *args: Any, **kwargs: Any) -> Any:
        """Go on with this greenlet; returns what is switched back."""
    def throw(self, typ: Any = ..., val: Any = ..., tb: TracebackType | None = ..., /) -> Any:
        """Go on with this greenlet and raise an exception there, GreenletExit if none is given."""
    @staticmethod
    def getcurrent() -> greenlet: ...
    @staticmethod
    def settrace(callback: Callable[[str, tuple[greenlet, greenlet]], Any] | None, /) -> Any: ...
    @staticmethod
    def gettrace() -> Any: ...

def getcurrent() -> greenlet:
    """Return the greenlet that runs."""
def settrace(callback: Callable[[str, tuple[greenlet, greenlet]], Any] | None, /) -> Any:
    """Call callback(event, (origin, target)) at each switch; returns the function that was called before."""
def gettrace() -> Any:
    """Return the function that is called at each switch, or None."""
