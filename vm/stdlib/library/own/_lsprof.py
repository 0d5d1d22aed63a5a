"""Fast profiler"""

import sys as _sys
from collections import namedtuple as _namedtuple
from time import perf_counter as _now


class profiler_entry(_namedtuple('profiler_entry', 'code callcount reccallcount totaltime inlinetime calls')):
    __slots__ = ()
    __module__ = '_lsprof'


class profiler_subentry(_namedtuple('profiler_subentry', 'code callcount reccallcount totaltime inlinetime')):
    __slots__ = ()
    __module__ = '_lsprof'


class _Entry:
    __slots__ = ('code', 'calls', 'recursive', 'total', 'inline', 'depth', 'subs')

    def __init__(self, code):
        self.code = code
        self.calls = self.recursive = self.depth = 0
        self.total = self.inline = 0
        self.subs = {}


def _name_of(function):
    name = getattr(function, '__name__', None) or repr(function)
    owner = getattr(function, '__self__', None)
    if owner is not None and type(owner).__name__ != 'module':
        kind = owner if isinstance(owner, type) else type(owner)
        module = '' if kind.__module__ == 'builtins' else kind.__module__ + '.'
        return f"<method '{name}' of '{module}{kind.__name__}' objects>"
    module = getattr(function, '__module__', None)
    if not isinstance(module, str):
        return f'<{name}>'
    return f'<built-in method {module}.{name}>'


class Profiler:
    """Builds a profiler object using the specified timer function.

  timer
    The default timer is a fast built-in one based on real time.
    For custom timer functions returning integers, 'timeunit' can
    be a float specifying a scale (that is, how long each integer unit
    is, in seconds)."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or _now
        self._unit = timeunit if timer is not None and timeunit > 0 else 1
        self._subcalls, self._builtins = bool(subcalls), bool(builtins)
        self._entries = {}
        self._stack = []
        self._on = False

    def enable(self, subcalls=True, builtins=True):
        "Start collecting profiling information."
        if self._on:
            return
        if _sys.getprofile() is not None:
            raise ValueError('Another profiling tool is already active')
        self._subcalls, self._builtins = bool(subcalls), bool(builtins)
        self._on = True
        _sys.setprofile(self._event)

    def disable(self):
        "Stop collecting profiling information."
        if self._on:
            _sys.setprofile(None)
            self._on = False
            while self._stack:
                self._leave(self._timer())

    def clear(self):
        "Clear all profiling information collected so far."
        self._entries.clear()
        self._stack.clear()

    def _event(self, frame, event, arg):
        now = self._timer()
        if event == 'call':
            self._enter(frame.f_code, now)
        elif event == 'return':
            self._leave(now)
        elif self._builtins:
            if event == 'c_call':
                self._enter(_name_of(arg), now)
            else:
                self._leave(now)

    def _enter(self, key, now):
        if key is _ENABLE or key is _DISABLE:
            self._stack.append(None)
            return
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(key)
        entry.depth += 1
        self._stack.append([entry, now, 0])

    def _leave(self, now):
        if not self._stack:
            return
        top = self._stack.pop()
        if top is None:
            return
        entry, start, inner = top
        spent = now - start
        entry.depth -= 1
        entry.inline += spent - inner
        if entry.depth == 0:
            entry.total += spent
            entry.calls += 1
        else:
            entry.recursive += 1
        if not self._stack or self._stack[-1] is None:
            return
        above = self._stack[-1]
        above[2] += spent
        if self._subcalls:
            sub = above[0].subs.get(entry)
            if sub is None:
                sub = above[0].subs[entry] = [0, 0, 0, 0]
            sub[0] += 1
            if entry.depth:
                sub[1] += 1
            else:
                sub[2] += spent
            sub[3] += spent - inner

    def getstats(self):
        """list of profiler_entry objects.

Return all information collected by the profiler.
Each profiler_entry is a tuple-like object with the
following attributes:

    code          code object
    callcount     how many times this was called
    reccallcount  how many times called recursively
    totaltime     total time in this entry
    inlinetime    inline time in this entry (not in subcalls)
    calls         details of the calls"""
        unit = self._unit
        out = []
        for e in self._entries.values():
            if e.calls or e.recursive:
                calls = [profiler_subentry(k.code, s[0], s[1], s[2] * unit, s[3] * unit) for k, s in e.subs.items()] or None
                out.append(profiler_entry(e.code, e.calls + e.recursive, e.recursive, e.total * unit, e.inline * unit, calls))
        return out


_ENABLE, _DISABLE = Profiler.enable.__code__, Profiler.disable.__code__
