# Builtins that call back: the loops of native functions whose items are made by Python code.

def contains(o, v):
    for x in o:
        if x is v or x == v:
            return True
    return False

def list_of(it):
    return [x for x in it]

def tuple_of(it):
    return (*[x for x in it],)

def set_of(it):
    return {x for x in it}

def list_extend(l, it):
    for x in it:
        _append(l, x)

def unpack(it, limit):
    r = []
    if limit is None:
        for x in it:
            _append(r, x)
        return r
    try:
        i = iter(it)
    except TypeError:
        if hasattr(type(it), '__iter__') and type(it).__iter__ is not None:
            raise
        raise TypeError(f'cannot unpack non-iterable {type(it).__name__} object') from None
    for x in i:
        _append(r, x)
        if len(r) > limit:
            break
    return r

def dict_update_mapping(d, m):
    for k in m.keys():
        _dict_set(d, k, m[k])

def dict_merge(d, m, callee):
    try:
        keys = m.keys()
    except AttributeError:
        raise TypeError(f'{callee} argument after ** must be a mapping, not {type(m).__name__}') from None
    for k in keys:
        if not isinstance(k, str):
            raise TypeError('keywords must be strings')
        if k in d:
            raise TypeError(f"{callee} got multiple values for keyword argument '{k}'")
        _dict_set(d, k, m[k])

# ---- generators

def gen_close(g):
    try:
        g.throw(GeneratorExit)
    except StopIteration as e:
        return e.value
    except GeneratorExit:
        return None
    raise RuntimeError('generator ignored GeneratorExit' if type(g).__name__ == 'generator'
                       else 'coroutine ignored GeneratorExit')

def close_delegate(d):
    try:
        close = d.close
    except AttributeError:
        return
    close()

def throw_delegate(d, exc):
    try:
        throw = d.throw
    except AttributeError:
        raise exc
    return throw(exc)

# ---- classes

def build_class(func, name, /, *bases, **kwds):
    if not _is_func(func):
        raise TypeError('__build_class__: func must be a function')
    if not isinstance(name, str):
        raise TypeError('__build_class__: name is not a string')
    orig = bases
    for b in bases:
        if not isinstance(b, type):
            bases = _mro_entries(bases)
            break
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
        is_class = isinstance(meta, type)
    else:
        meta = type(bases[0]) if bases else type
        is_class = True
    if is_class:
        for b in bases:
            t = type(b)
            if issubclass(meta, t):
                continue
            if issubclass(t, meta):
                meta = t
                continue
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
    try:
        prepare = meta.__prepare__
    except AttributeError:
        ns = {}
    else:
        ns = prepare(name, bases, **kwds)
        if not hasattr(type(ns), '__getitem__'):
            raise TypeError(f'{meta.__name__ if is_class else "<metaclass>"}.__prepare__() must return a mapping, '
                            f'not {type(ns).__name__}')
    cell = _run_class_body(func, ns)
    if bases is not orig:
        ns['__orig_bases__'] = orig
    cls = meta(name, bases, ns, **kwds)
    if cell is not None and isinstance(cls, type) and type(cell).__name__ == 'cell':
        try:
            got = cell.cell_contents
        except ValueError:
            raise RuntimeError(f'__class__ not set defining {name!r} as {cls!r}. '
                               'Was __classcell__ propagated to type.__new__?') from None
        if got is not cls:
            raise TypeError(f'__class__ set to {got!r} defining {name!r} as {cls!r}')
    return cls

def _mro_entries(bases):
    r = []
    for b in bases:
        if isinstance(b, type):
            r.append(b)
            continue
        try:
            f = b.__mro_entries__
        except AttributeError:
            r.append(b)
            continue
        new = f(bases)
        if not isinstance(new, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        r.extend(new)
    return tuple(r)

# ---- the order of bases, which metaclasses may decide: their mro() may change any class

def _compute_mro(cls):
    if not _own_mro(cls):
        return _linear_mro(cls)
    return tuple(type(cls).mro(cls))

def type_first_mro(cls):
    version = _type_version(cls)
    mro = _compute_mro(cls)
    if _type_version(cls) == version:
        _put_mro(cls, mro)
        _link_bases(cls, (), cls.__bases__)

def _mro_hierarchy(cls, changed):
    version = _type_version(cls)
    old = type.__getattribute__(cls, '__mro__')
    mro = _compute_mro(cls)
    if _type_version(cls) != version: # mro() has set the bases itself
        return False
    _put_mro(cls, mro)
    changed.append((cls, _type_version(cls), old))
    for c in _plain_subclasses(cls):
        _mro_hierarchy(c, changed)
    return True

def type_set_bases(cls, bases):
    old = cls.__bases__
    fresh = cls.__mro__ is None
    _put_bases(cls, bases)
    changed = []
    try:
        done = _mro_hierarchy(cls, changed)
    except:
        for c, version, mro in changed:
            if _type_version(c) == version:
                _put_mro(c, mro)
        if cls.__bases__ == bases:
            _put_bases(cls, old)
        raise
    if done and cls.__bases__ == bases:
        _link_bases(cls, () if fresh else old, bases)

def abstract_error(cls):
    names = sorted(cls.__abstractmethods__)
    s = '' if len(names) == 1 else 's'
    quoted = ', '.join([f"'{n}'" for n in names])
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation for abstract method{s} {quoted}")

def plain_issubclass(cls, of):
    if _bases_of(cls) is None:
        raise TypeError('issubclass() arg 1 must be a class')
    if _bases_of(of) is None:
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return _derives(cls, of)

def _bases_of(cls):
    try:
        bases = cls.__bases__
    except AttributeError:
        return None
    return bases if isinstance(bases, tuple) else None

def _derives(cls, of):
    while True:
        if cls is of:
            return True
        bases = _bases_of(cls)
        if not bases:
            return False
        if len(bases) > 1:
            break
        cls = bases[0]
    for b in bases:
        if _derives(b, of):
            return True
    return False

def wrapped_init(w, f):
    for n in ('__module__', '__name__', '__qualname__', '__doc__'):
        try:
            v = getattr(f, n)
        except AttributeError:
            continue
        if n != '__doc__' or v is not None:
            w.__dict__[n] = v
    return None

# ---- dir

def type_dir(cls):
    names = {}
    _merge_dir(cls, names)
    return list(names)

def _merge_dir(cls, names):
    for c in reversed(cls.__mro__):
        names.update(dict.fromkeys(c.__dict__))

def object_dir(o):
    names = {}
    d = getattr(o, '__dict__', None)
    if isinstance(d, dict):
        names.update(d)
    c = getattr(o, '__class__', None)
    if isinstance(c, type):
        _merge_dir(c, names)
    return list(names)

def module_dir(m):
    d = m.__dict__
    if '__dir__' in d:
        return d['__dir__']()
    return list(d)

def module_annotations(m):
    d = m.__dict__
    if '__annotations__' in d:
        return d['__annotations__']
    f = d.get('__annotate__')
    a = f(1) if f is not None else {}
    if '__spec__' not in d or not getattr(d['__spec__'], '_initializing', False):
        d['__annotations__'] = a
    return a

def module_repr(m):
    d = m.__dict__
    name = d.get('__name__', '?')
    spec = d.get('__spec__')
    if spec is not None:
        origin = getattr(spec, 'origin', None)
        if origin is None:
            loader = getattr(spec, 'loader', None)
            if loader is None:
                return f'<module {spec.name!r}>'
            return f'<module {spec.name!r} ({loader!r})>'
        if getattr(spec, 'has_location', False):
            return f'<module {spec.name!r} from {origin!r}>'
        return f'<module {spec.name!r} ({origin})>'
    if '__file__' in d:
        return f"<module {name!r} from {d['__file__']!r}>"
    return f'<module {name!r}>'

# ---- exceptions

def prep_reraise_star(orig, excs):
    # What is left to raise after except*: the unmatched rest and what handlers raised.
    excs = [e for e in excs if e is not None]
    if not excs:
        return None
    if not isinstance(orig, BaseExceptionGroup): # only one handler can have run
        return excs[0]
    raised = []
    leaves = set()
    for e in excs:
        if _same_metadata(e, orig):
            _leaves(e, leaves)
        else:
            raised.append(e)
    back = _split_match(orig, lambda e: id(e) in leaves)[0] if leaves else None
    if not raised:
        return back
    if back is not None:
        raised.append(back)
    return BaseExceptionGroup('', raised) if len(raised) > 1 else raised[0]

def _same_metadata(e, orig):
    return (isinstance(e, BaseExceptionGroup) and getattr(e, '__notes__', None) is getattr(orig, '__notes__', None)
            and e.__traceback__ is orig.__traceback__ and e.__cause__ is orig.__cause__ and e.__context__ is orig.__context__)

def _leaves(e, ids):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            _leaves(x, ids)
    else:
        ids.add(id(e))

def _derived(g, excs):
    n = g.derive(excs)
    if not isinstance(n, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    n.__traceback__ = g.__traceback__
    n.__context__ = g.__context__
    n.__cause__ = g.__cause__
    notes = getattr(g, '__notes__', None)
    if notes is not None and hasattr(type(notes), '__getitem__') and not isinstance(notes, dict):
        n.__notes__ = list(notes)
    return n

def group_derive(g, excs):
    return BaseExceptionGroup(g.message, excs)

def _matcher(m):
    if isinstance(m, type) and issubclass(m, BaseException):
        return lambda e: isinstance(e, m)
    if isinstance(m, tuple):
        for t in m:
            if not (isinstance(t, type) and issubclass(t, BaseException)):
                break
        else:
            return lambda e: isinstance(e, m)
    if callable(m) and not isinstance(m, type):
        return m
    raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')

def _split_match(g, cond):
    if cond(g):
        return g, None
    if not isinstance(g, BaseExceptionGroup):
        return None, g
    yes = []
    no = []
    for e in g.exceptions:
        m, r = _split_match(e, cond)
        if m is not None:
            yes.append(m)
        if r is not None:
            no.append(r)
    return (_derived(g, yes) if yes else None), (_derived(g, no) if no else None)

def group_split(g, m):
    return _split_match(g, _matcher(m))

def group_subgroup(g, m):
    return _split_match(g, _matcher(m))[0]

def group_repr(g):
    given = _given_repr(g)
    if given is None:
        given = repr(list(g.exceptions)) if isinstance(g.args[1], list) else repr(g.exceptions)
    return f'{type(g).__name__}({g.message!r}, {given})'

def exception_group_match(exc, what):
    for t in (what if isinstance(what, tuple) else (what,)):
        if not (isinstance(t, type) and issubclass(t, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(t, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if exc is None:
        return None, None
    if isinstance(exc, what):
        if isinstance(exc, BaseExceptionGroup):
            return exc, None
        g = BaseExceptionGroup('', (exc,))
        g.__traceback__ = exc.__traceback__
        return g, None
    if isinstance(exc, BaseExceptionGroup):
        pair = exc.split(what)
        if not isinstance(pair, tuple):
            raise TypeError(f'{type(exc).__name__}.split must return a tuple, not {type(pair).__name__}')
        if len(pair) < 2:
            raise TypeError(f'{type(exc).__name__}.split must return a 2-tuple, got tuple of size {len(pair)}')
        return pair[0], pair[1]
    return None, exc

def exception_add_note(e, note):
    if not isinstance(note, str):
        raise TypeError(f"add_note() argument must be str, not {type(note).__name__}")
    notes = getattr(e, '__notes__', None)
    if notes is None:
        e.__notes__ = [note]
        return
    if not isinstance(notes, list):
        raise TypeError('Cannot add note: __notes__ is not a list')
    notes.append(note)

def exception_setstate(e, state):
    if state is not None:
        if not isinstance(state, dict):
            raise TypeError('state is not a dictionary')
        for k, v in state.items():
            setattr(e, k, v)

def oserror_reduce(e):
    args = e.args
    if e.filename is not None and len(args) == 2:
        args = (*args, e.filename) if e.filename2 is None else (*args, e.filename, None, e.filename2)
    if e.__dict__:
        return type(e), args, e.__dict__
    return type(e), args

def unicode_error_str(e):
    if e.object is None:
        return ''
    start, end, reason = e.start, e.end, str(e.reason)
    n = len(e.object)
    start = max(0, min(start, n - 1)) if n else 0
    end = max(min(end, n), start + 1) if n else end
    if isinstance(e, UnicodeDecodeError):
        if end == start + 1:
            return f"'{e.encoding}' codec can't decode byte 0x{e.object[start]:02x} in position {start}: {reason}"
        return f"'{e.encoding}' codec can't decode bytes in position {start}-{end - 1}: {reason}"
    if end == start + 1:
        c = ord(e.object[start])
        fmt = '\\x%02x' if c <= 0xff else '\\u%04x' if c <= 0xffff else '\\U%08x'
        c = fmt % c
        if isinstance(e, UnicodeEncodeError):
            return f"'{e.encoding}' codec can't encode character '{c}' in position {start}: {reason}"
        return f"can't translate character '{c}' in position {start}: {reason}"
    if isinstance(e, UnicodeEncodeError):
        return f"'{e.encoding}' codec can't encode characters in position {start}-{end - 1}: {reason}"
    return f"can't translate characters in position {start}-{end - 1}: {reason}"

# ---- pattern matching

def match_keys(subject, keys):
    seen = set()
    get = subject.get
    missing = object()
    r = []
    for k in keys:
        if k in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({k!r})')
        seen.add(k)
        v = get(k, missing)
        if v is missing:
            return None
        r.append(v)
    return tuple(r)

_self_matching = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)

def match_class(subject, cls, names, npos):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    r = []
    seen = set()
    if npos:
        try:
            args = cls.__match_args__
        except AttributeError:
            args = ()
            if issubclass(cls, _self_matching):
                if npos > 1:
                    raise TypeError(f'{cls.__name__}() accepts 1 positional sub-pattern ({npos} given)') from None
                r.append(subject)
                npos = 0
        else:
            if not isinstance(args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})')
        if npos > len(args):
            s = '' if len(args) == 1 else 's'
            raise TypeError(f'{cls.__name__}() accepts {len(args)} positional sub-pattern{s} ({npos} given)')
        for i in range(npos):
            name = args[i]
            if not isinstance(name, str):
                raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
            if name in seen:
                raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
            seen.add(name)
            try:
                r.append(getattr(subject, name))
            except AttributeError:
                return None
    for name in names:
        if name in seen:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        seen.add(name)
        try:
            r.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(r)
