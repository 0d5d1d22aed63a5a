"""Importing this module enables command line editing using GNU readline: here it keeps the history and the completer,
for programs that ask for them; the prompt of slp edits by itself."""

_READLINE_VERSION = 0x802
_READLINE_RUNTIME_VERSION = 0x802
_READLINE_LIBRARY_VERSION = '8.2'
backend = 'readline'

_lines = []
_state = {'length': -1, 'completer': None, 'delims': ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?', 'auto': True, 'startup': None, 'pre_input': None, 'display': None,
          'line': ''}


def _text(s, function):
    if not isinstance(s, str):
        raise TypeError(f'{function}() argument must be str, not {type(s).__name__}')
    return s


def add_history(string, /):
    "Add an item to the history buffer."
    _lines.append(_text(string, 'add_history'))


def clear_history():
    "Clear the current readline history."
    _lines.clear()


def get_current_history_length():
    "Return the current (not the maximum) length of history."
    return len(_lines)


def get_history_item(index, /):
    "Return the current contents of history item at one-based index."
    return _lines[index - 1] if 0 < index <= len(_lines) else None


def remove_history_item(pos, /):
    "Remove history item given by its zero-based position."
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_lines):
        raise ValueError(f'No history item at position {pos}')
    del _lines[pos]


def replace_history_item(pos, line, /):
    """Replaces history item given by its position with contents of line.

pos is zero-based."""
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_lines):
        raise ValueError(f'No history item at position {pos}')
    _lines[pos] = _text(line, 'replace_history_item')


def get_history_length():
    "Return the maximum number of lines that will be written to the history file."
    return _state['length']


def set_history_length(length, /):
    """Set the maximal number of lines which will be written to the history file.

A negative length is used to inhibit history truncation."""
    _state['length'] = length.__index__()


def _path(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else filename


def read_history_file(filename=None, /):
    """Load a readline history file.

The default filename is ~/.history."""
    with open(_path(filename), encoding='utf-8', errors='surrogateescape') as f:
        _lines.extend(f.read().splitlines())


def _cut(path):
    if _state['length'] >= 0:
        with open(path, encoding='utf-8', errors='surrogateescape') as f:
            lines = f.readlines()
        if len(lines) > _state['length']:
            with open(path, 'w', encoding='utf-8', errors='surrogateescape') as f:
                f.writelines(lines[len(lines) - _state['length']:])


def write_history_file(filename=None, /):
    """Save a readline history file.

The default filename is ~/.history."""
    path = _path(filename)
    with open(path, 'w', encoding='utf-8', errors='surrogateescape') as f:
        f.writelines(line + '\n' for line in _lines)
    _cut(path)


def append_history_file(nelements, filename=None, /):
    """Append the last nelements items of the history list to file.

The default filename is ~/.history."""
    if nelements < 0:
        raise ValueError('nelements must be positive')
    path = _path(filename)
    with open(path, 'r+', encoding='utf-8', errors='surrogateescape') as f:
        f.seek(0, 2)
        f.writelines(line + '\n' for line in _lines[len(_lines) - nelements:])
    _cut(path)


def set_auto_history(enabled, /):
    "Enables or disables automatic history."
    _state['auto'] = bool(enabled)


def get_completer():
    "Get the current completer function."
    return _state['completer']


def set_completer(function=None, /):
    """Set or remove the completer function.

The function is called as function(text, state),
for state in 0, 1, 2, ..., until it returns a non-string.
It should return the next possible completion starting with 'text'."""
    _hook('completer', function)


def _hook(name, function):
    if function is not None and not callable(function):
        raise TypeError(f'set_{name}(func): argument not callable')
    _state[name] = function


def get_completer_delims():
    "Get the word delimiters for completion."
    return _state['delims']


def set_completer_delims(string, /):
    "Set the word delimiters for completion."
    _state['delims'] = _text(string, 'set_completer_delims')


def get_completion_type():
    "Get the type of completion being attempted."
    return 0


def get_begidx():
    "Get the beginning index of the completion scope."
    return 0


def get_endidx():
    "Get the ending index of the completion scope."
    return 0


def get_line_buffer():
    "Return the current contents of the line buffer."
    return _state['line']


def insert_text(string, /):
    "Insert text into the line buffer at the cursor position."
    _text(string, 'insert_text')


def redisplay():
    "Change what's displayed on the screen to reflect contents of the line buffer."


def parse_and_bind(string, /):
    "Execute the init line provided in the string argument."
    _text(string, 'parse_and_bind')


def read_init_file(filename=None, /):
    "Execute a readline initialization file."
    if filename is not None:
        with open(filename, encoding='utf-8', errors='surrogateescape') as f:
            f.read()


def set_startup_hook(function=None, /):
    """Set or remove the function invoked by the rl_startup_hook callback.

The function is called with no arguments just
before readline prints the first prompt."""
    _hook('startup', function)


def set_pre_input_hook(function=None, /):
    "Set or remove the function invoked by the rl_pre_input_hook callback."
    _hook('pre_input', function)


def set_completion_display_matches_hook(function=None, /):
    "Set or remove the completion display function."
    _hook('display', function)
