# What nodes of syntax trees (module _ast) do that calls back.

def ast_warn(name, odd, missing):
    import warnings
    for n in odd:
        warnings.warn(f"{name}.__init__ got an unexpected keyword argument {n!r}. Support for arbitrary keyword arguments "
                      "is deprecated and will be removed in Python 3.15.", DeprecationWarning, stacklevel=2)
    for n in missing:
        warnings.warn(f"{name}.__init__ missing 1 required positional argument: {n!r}. This will become an error in "
                      "Python 3.15.", DeprecationWarning, stacklevel=2)

def ast_rebuild(cls, state):
    o = object.__new__(cls) if cls.__new__ is object.__new__ else cls.__new__(cls)
    for k, v in state.items():
        setattr(o, k, v)
    return o

def ast_reduce(node, state):
    args = []
    for n in node._fields:
        if n not in state:
            break
        _append(args, state[n])
    return type(node), tuple(args), state

def ast_replace(node, changes):
    state = dict(node.__dict__)
    names = {*node._fields, *node._attributes}
    for n in changes:
        if n not in names:
            raise TypeError(f'{type(node).__name__}.__replace__ got an unexpected keyword argument {n!r}.')
    state.update(changes)
    missing = [n for n in node._fields if n not in state and not hasattr(type(node), n)]
    if missing:
        s = 's' if len(missing) > 1 else ''
        raise TypeError(f"{type(node).__name__}.__replace__ missing {len(missing)} keyword argument{s}: "
                        f"{', '.join([repr(n) for n in missing])}.")
    return type(node)(**state)

def ast_repr(node, depth=3):
    name = type(node).__name__
    fields = node._fields
    if depth <= 0 and fields:
        return f'{name}(...)'
    out = []
    for n in fields:
        try:
            v = getattr(node, n)
        except AttributeError:
            continue
        _append(out, f'{n}={_ast_value_repr(v, depth - 1)}')
    return f"{name}({', '.join(out)})"

def _ast_value_repr(v, depth):
    if isinstance(v, (list, tuple)):
        parts = [_ast_item_repr(v[i], depth) for i in ((0, -1) if len(v) > 1 else range(len(v)))]
        text = (', ..., ' if len(v) > 2 else ', ').join(parts)
        if isinstance(v, list):
            return f'[{text}]'
        return f'({text},)' if len(v) == 1 else f'({text})'
    return _ast_item_repr(v, depth)

def _ast_item_repr(v, depth):
    if isinstance(v, import_module('_ast').AST):
        return ast_repr(v, depth)
    text = repr(v)
    if isinstance(v, (str, bytes)) and len(text) > 80:
        return text[:38] + '...' + text[-38:]
    return text

def ast_compile(node, filename, mode, flags, dont_inherit, optimize):
    # Code of a syntax tree.
    import ast
    wanted = {'exec': ast.Module, 'eval': ast.Expression, 'single': ast.Interactive}[mode]
    if not isinstance(node, wanted):
        raise TypeError(f'expected {wanted.__name__} node, got {type(node).__name__}')
    _ast_validate(node)
    return _compile_tree(node, filename, mode, flags & ~0x8400, optimize)

def _ast_validate(root):
    AST = import_module('_ast').AST
    todo = [root]
    while todo:
        node = todo.pop()
        cls = type(node)
        for n in node._attributes:
            if n in ('lineno', 'col_offset') and not hasattr(node, n):
                kind = _ast_kind(cls)
                raise TypeError(f'required field "{n}" missing from {kind}')
        for n in node._fields:
            if not hasattr(node, n):
                raise TypeError(f'required field "{n}" missing from {cls.__name__}')
            v = getattr(node, n)
            if isinstance(v, AST):
                _append(todo, v)
            elif isinstance(v, list):
                for x in v:
                    if isinstance(x, AST):
                        _append(todo, x)

def _ast_kind(cls):
    for k in cls.__mro__:
        if k.__name__ in ('stmt', 'expr', 'excepthandler', 'pattern', 'type_param'):
            return k.__name__
    return cls.__name__

class TokenizerIter:
    __module__ = '_tokenize'
    __slots__ = ('_readline', '_encoding', '_extra', '_it')

    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        self._readline = readline
        self._encoding = encoding
        self._extra = bool(extra_tokens)
        self._it = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is None:
            self._it = iter(import_module('_tokenize')._tokens(self._read(), self._extra))
        t = next(self._it)
        if t[0] < 0:
            if t[1].startswith('unindent'):
                raise IndentationError(t[1], ('<string>', t[2], t[3], t[4], None, None))
            if t[1].startswith('inconsistent use'):
                raise TabError(t[1], ('<string>', t[2], t[3], t[4], None, None))
            raise SyntaxError(t[1], ('<string>', t[2], t[3], t[4], t[2], t[3]))
        return t

    def _read(self):
        lines = []
        while True:
            try:
                line = self._readline()
            except StopIteration:
                break
            if not line:
                break
            if isinstance(line, (bytes, bytearray)):
                line = line.decode(self._encoding or 'utf-8')
                if not lines and line.startswith('\ufeff'):
                    line = line[1:]
            elif not isinstance(line, str):
                raise TypeError('readline() returned a non-string object')
            _append(lines, line)
        return ''.join(lines)
