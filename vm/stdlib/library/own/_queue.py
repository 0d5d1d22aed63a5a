"""C implementation of the Python queue module.
This module is an implementation detail, please do not use it directly."""

from _thread import allocate_lock as _lock
from collections import deque as _deque
from time import monotonic as _now


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."


class SimpleQueue:
    "Simple, unbounded, reentrant FIFO queue."

    __slots__ = ('_items', '_waiters', '__weakref__')

    def __new__(cls, *args, **kwargs):
        if cls is SimpleQueue and (args or kwargs):
            raise TypeError('SimpleQueue() takes no arguments')
        self = super().__new__(cls)
        self._items = _deque()
        self._waiters = _deque()
        return self

    def put(self, item, block=True, timeout=None):
        """Put the item on the queue.

        The optional 'block' and 'timeout' arguments are ignored, as this method
        never blocks.  They are provided for compatibility with the Queue class."""
        self._items.append(item)
        try:
            waiter = self._waiters.popleft()
        except IndexError:
            return
        waiter.release()

    def put_nowait(self, item):
        """Put an item into the queue without blocking.

        This is exactly equivalent to `put(item)` and is only provided
        for compatibility with the Queue class."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Remove and return an item from the queue.

        If optional args 'block' is true and 'timeout' is None (the default),
        block if necessary until an item is available. If 'timeout' is
        a non-negative number, it blocks at most 'timeout' seconds and raises
        the Empty exception if no item was available within that time.
        Otherwise ('block' is false), return an item if one is immediately
        available, else raise the Empty exception ('timeout' is ignored
        in that case)."""
        items = self._items
        if not block:
            try:
                return items.popleft()
            except IndexError:
                raise Empty from None
        end = None
        if timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            end = _now() + timeout
        while True:
            try:
                return items.popleft()
            except IndexError:
                pass
            waiter = _lock()
            waiter.acquire()
            self._waiters.append(waiter)
            try:
                if items:
                    continue
                if end is None:
                    waiter.acquire()
                    continue
                left = end - _now()
                if left > 0 and waiter.acquire(timeout=left):
                    continue
            finally:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass
            if not items:
                raise Empty

    def get_nowait(self):
        """Remove and return an item from the queue without blocking.

        Only get an item if one is immediately available. Otherwise
        raise the Empty exception."""
        return self.get(False)

    def empty(self):
        "Return True if the queue is empty, False otherwise (not reliable!)."
        return not self._items

    def qsize(self):
        "Return the approximate size of the queue (not reliable!)."
        return len(self._items)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


SimpleQueue.__module__ = '_queue'
