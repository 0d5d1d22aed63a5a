# What pickle can save once stackless is imported: code, functions by value, cells, frames, generators, tasklets.
#
# The functions that make an object again are found in the module _stackless, so that a process that unpickles need not have
# imported stackless before. Whatever may refer to itself is made empty first and filled by a state setter.

_FUNCTION = type(lambda: None)
_restored_codes = {}

def restore_code(ref):
    key = ref[:3]
    code = _restored_codes.get(key)
    if code is None:
        code = _restored_codes[key] = _find_code(*ref)
    return code

def _find_code(filename, qualname, print, text=None, mode=0, flags=0, optimize=0):
    if text is not None:
        root = compile(text, filename, ('exec', 'eval', 'single')[mode], flags, True, optimize)
    else:
        root = _code_known(filename)
        if root is None:
            try:
                data = _read_file(filename)
            except OSError as e:
                raise ValueError(f"cannot restore the code of {qualname!r}: its source {filename!r} cannot be read ({e.strerror})") from None
            root = _compile_file(data, filename)
    code = _code_find(root, qualname, print)
    if code is True:
        raise ValueError(f"cannot restore the code of {qualname!r}: it has changed in {filename!r} since it was pickled")
    if code is False:
        raise ValueError(f"cannot restore the code of {qualname!r}: there is none in {filename!r} any more")
    return code

def reduce_code(code):
    return restore_code, (_code_ref(code),)

def _globals_ref(d):
    # A namespace is saved by reference if it is that of a module.
    if _is_hosted_namespace(d):
        return ''
    name = d.get('__name__')
    if isinstance(name, str):
        m = _modules.get(name)
        if m is not None and getattr(m, '__dict__', None) is d:
            return name
    return d

def _globals_get(ref):
    if not isinstance(ref, str):
        return ref
    if not ref:
        return _hosted_namespace()
    return import_module(ref).__dict__

def restore_hosted(name):
    return _hosted_get(name)

def _hosted_ref(o, name):
    # The name of an object of the implementation that no program can import, or None.
    return _hosted_name(o, name)

def _is_global(o, name):
    # '' if the name, in its module, is that of o; the attribute by which o is part of what has the name; or None.
    module = getattr(o, '__module__', None)
    if not isinstance(module, str) or '<' in name:
        return None
    x = _modules.get(module)
    try:
        for part in name.split('.'):
            owner, x = x, getattr(x, part)
        if isinstance(owner, type):
            x = owner.__dict__.get(part, x)
    except AttributeError:
        return None
    if x is o:
        return ''
    for part in 'fget', 'fset', 'fdel', '__func__', 'func', '__wrapped__':
        if getattr(x, part, None) is o:
            return part
    return None

def restore_part(module, name, part):
    x = import_module(module)
    for n in name.split('.'):
        owner, x = x, getattr(x, n)
    if isinstance(owner, type):
        x = owner.__dict__.get(n, x)
    return getattr(x, part)

def restore_sort(items, keys, reverse, answers, n):
    return _sort_restore(items, keys, reverse, answers, n)

def reduce_function(f):
    name = f.__qualname__
    where = _is_global(f, name)
    if where == '':
        return name
    if where is not None:
        return restore_part, (f.__module__, name, where)
    hosted = _hosted_ref(f, f.__name__)
    if hosted is not None:
        return restore_hosted, (hosted,)
    code, space, *rest = _func_get(f)
    return new_function, (), (code, _globals_ref(space), *rest), None, None, set_function

def new_function():
    return _func_new()

def set_function(f, state):
    code, space, *rest = state
    _func_set(f, (code, _globals_get(space), *rest))

def reduce_cell(c):
    return new_cell, (), _cell_get(c), None, None, set_cell

def new_cell():
    return _cell_new()

def set_cell(c, state):
    _cell_set(c, state)

def restore_method(cls, name):
    # A method of a builtin class that has no name in builtins.
    for t in object.__subclasses__():
        if t.__name__ == cls and t.__module__ == 'builtins':
            return getattr(t, name)
    raise AttributeError(f"there is no builtin class '{cls}'")

def reduce_module(m):
    name = m.__name__
    if _modules.get(name) is not m:
        raise TypeError(f"cannot pickle the module {name!r}: it is not in sys.modules")
    return restore_module, (name,)

def restore_module(name):
    return import_module(name)

def reduce_frame(f):
    state = _frame_pack(f)
    if state[0] == 0:
        state = state[:6] + (_globals_ref(state[6]),) + state[7:]
    return new_frame, (), state, None, None, set_frame

def new_frame():
    return _frame_make()

def set_frame(f, state):
    if state[0] == 0:
        state = state[:6] + (_globals_get(state[6]),) + state[7:]
    _frame_unpack(f, state)

def reduce_traceback(tb):
    return restore_traceback, (tb.tb_next, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)

def restore_traceback(next, frame, lasti, line):
    return _TracebackType(next, frame, lasti, line)

def reduce_generator(g):
    code, *state = _gen_get(g)
    return new_generator, (code,), tuple(state), None, None, set_generator

def new_generator(code):
    return _gen_new(code)

def set_generator(g, state):
    _gen_set(g, (None, *state))

def reduce_awaitable(a):
    state = _await_get(a)
    return new_awaitable, (state[1] if len(state) > 1 else -1,), state, None, None, set_awaitable

def new_awaitable(kind):
    return _await_new(kind)

def set_awaitable(a, state):
    _await_set(a, state)

def reduce_view(v):
    # A dict view; its dict is that of a proxy.
    return restore_view, (type(v).__name__, _view_dict(v))

def restore_view(kind, d):
    return getattr(d, kind[5:])()

async def _a_coroutine():
    pass

async def _an_async_generator():
    yield

def _pickle_table():
    # For each class: how it is pickled.
    def _closure():
        return code
    code = _closure.__code__
    coroutine = _a_coroutine()
    agen = _an_async_generator()
    table = {
        _FUNCTION: reduce_function, type(code): reduce_code, type(_closure.__closure__[0]): reduce_cell,
        type(__builtins_module__): reduce_module, _FrameType: reduce_frame, _TracebackType: reduce_traceback,
        type(x for x in ()): reduce_generator, type(coroutine): reduce_generator, type(agen): reduce_generator,
        type(coroutine.__await__()): reduce_awaitable, type(agen.asend(None)): reduce_awaitable, type(agen.aclose()): reduce_awaitable,
        type({}.keys()): reduce_view, type({}.values()): reduce_view, type({}.items()): reduce_view,
    }
    coroutine.close()
    return table

def register_reducers():
    # What importing stackless does to copyreg and to pickle.
    import copyreg
    table = _pickle_table()
    copyreg.dispatch_table.update(table)
    m = _modules.get('pickle')
    if m is not None:
        patch_pickle(m)

def patch_pickle(m):
    # The pickler written in Python saves functions by name only.
    P = getattr(m, '_Pickler', None)
    if P is None:
        return
    def save_function(self, obj):
        r = reduce_function(obj)
        if isinstance(r, str):
            self.save_global(obj, r)
        else:
            self.save_reduce(obj=obj, *r)
    P.dispatch[_FUNCTION] = save_function

# What unpickling calls says where it is found.
_STACKLESS_NAMES = []
for _f in (restore_code, restore_hosted, new_function, set_function, new_cell, set_cell, restore_module, new_frame, set_frame,
           restore_traceback, new_generator, set_generator, new_awaitable, set_awaitable, restore_view, restore_part, restore_sort, restore_method):
    _f.__module__ = '_stackless'
    _STACKLESS_NAMES.append(_f.__name__)
