# The loops of _pickle: they call what the machinery in Go wants to be called.

def pickle_run(run, todo):
    step = run.step
    try:
        while todo is not None:
            todo = step(todo[0](*todo[1:]))
    except BaseException as e:
        _pickle_notes(run, e)
        raise
    return run.result()

def pickle_failed(run, e):
    _pickle_notes(run, e)
    raise e

def _pickle_notes(run, e):
    for text, key in run.failed():
        if key is not None:
            text += repr(key[0])
        e.add_note(text)

def _pickle_name(cls):
    module = cls.__module__
    if module in (None, 'builtins', '__main__'):
        return cls.__qualname__
    return f'{module}.{cls.__qualname__}'

def pickle_reduce(obj, proto, error):
    missing = pickle_reduce
    f = getattr(obj, '__reduce_ex__', missing)
    if f is not missing:
        return f(proto)
    f = getattr(obj, '__reduce__', missing)
    if f is not missing:
        return f()
    raise error(f"Can't pickle {_pickle_name(type(obj))} object")

def pickle_by_table(table, obj, proto, error):
    t = type(obj)
    try:
        f = table[t]
    except KeyError:
        if issubclass(t, type):
            return NotImplemented
        return pickle_reduce(obj, proto, error)
    return f(obj)

def pickle_next(it):
    try:
        return (next(it),)
    except StopIteration:
        return None

def pickle_getattr(obj, name):
    return getattr(obj, name, None)

def pickle_class(obj):
    return getattr(obj, '__class__', None) or type(obj)

def pickle_wrong_class(error, cls, want):
    raise error(f'first argument to __newobj__() must be {cls!r}, not {want!r}')

def pickle_partial(cls, args, kwargs):
    from functools import partial
    return partial(cls.__new__, cls, *args, **kwargs)

def pickle_truth(f, obj):
    return bool(f(obj))

def pickle_str(obj):
    return str(obj)

def _pickle_path(obj, path):
    for name in path:
        obj = getattr(obj, name)
    return obj

def pickle_global(obj, name, error):
    import sys
    if name is None:
        name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
    path = name.split('.')
    module_name = getattr(obj, '__module__', None)
    if '<locals>' in path:
        raise error(f"Can't pickle local object {obj!r}")
    if module_name is None:
        for module_name, module in list(sys.modules.items()):
            if module_name == '__main__' or module_name == '__mp_main__' or module is None:
                continue
            try:
                if _pickle_path(module, path) is obj:
                    return module_name, name
            except AttributeError:
                pass
        module_name = '__main__'
    try:
        __import__(module_name, level=0)
        module = sys.modules[module_name]
    except (ImportError, ValueError, KeyError) as e:
        raise error(f"Can't pickle {obj!r}: {e!s}") from e
    try:
        found = _pickle_path(module, path)
    except AttributeError as e:
        raise error(f"Can't pickle {obj!r}: it's not found as {module_name}.{name}") from e
    if found is not obj:
        raise error(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
    return module_name, name

# ---- loading

def pickle_load(run, todo):
    step = run.step
    try:
        while todo is not None:
            todo = step(todo[0](*todo[1:]))
    except BaseException:
        run.failed()
        raise
    return run.result()

def pickle_read(read, readline, peek, skip, size):
    if skip:
        read(skip)
    if size is None:
        return readline(), False
    if peek is not None:
        try:
            data = peek(131072)
        except NotImplementedError:
            data = b''
        if len(data) >= size and isinstance(data, bytes):
            return data, True
    return read(size), False

def pickle_not_bytes(data):
    raise ValueError(f'read() returned non-bytes object ({data!r})')

def pickle_decode(data, encoding, errors):
    return data.decode(encoding, errors)

def pickle_find(finder, module, name):
    return finder.find_class(module, name)

def pickle_find_class(module_name, name, proto):
    import sys
    sys.audit('pickle.find_class', module_name, name)
    __import__(module_name, level=0)
    module = sys.modules[module_name]
    if proto >= 4 and '.' in name:
        try:
            return _pickle_path(module, name.split('.'))
        except AttributeError:
            pass
        raise AttributeError(f"Can't resolve path {name!r} on module {module!r}")
    return getattr(module, name)

def pickle_apply(f, args):
    return f(*args)

def pickle_new(cls, args, kwargs):
    if kwargs is None:
        return cls.__new__(cls, *args)
    return cls.__new__(cls, *args, **kwargs)

def pickle_instantiate(cls, args):
    if not args and isinstance(cls, type) and not hasattr(cls, '__getinitargs__'):
        return cls.__new__(cls)
    return cls(*args)

def pickle_inst(finder, module, name, proto, args):
    if finder is None:
        cls = pickle_find_class(module, name, proto)
    else:
        cls = finder.find_class(module, name)
    return pickle_instantiate(cls, args)

def pickle_extend(target, items):
    extend = getattr(target, 'extend', None)
    if extend is not None:
        extend(items)
        return
    append = target.append
    for x in items:
        append(x)

def pickle_set_items(target, items):
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]

def pickle_add_items(target, items):
    if isinstance(target, set):
        set.update(target, items)
        return
    add = target.add
    for x in items:
        add(x)

def pickle_build(inst, state, error):
    missing = pickle_build
    f = getattr(inst, '__setstate__', missing)
    if f is not missing:
        f(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise error('state is not a dictionary')
        ns = inst.__dict__
        for k, v in state.items():
            ns[k] = v
    if slots is not None:
        if not isinstance(slots, dict):
            raise error('slot state is not a dictionary')
        for k, v in slots.items():
            setattr(inst, k, v)

def pickle_read_only(buf):
    view = memoryview(buf)
    if view.readonly:
        return buf
    return view.toreadonly()
