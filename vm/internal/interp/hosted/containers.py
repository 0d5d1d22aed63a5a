# The loops of list, tuple, dict and set that have to call Python code. Arguments called l, d and s are the builtin
# containers themselves, not instances of subclasses.

# ---- repr

repr_guards = []

def _repr_enter(o):
    for g in repr_guards:
        if g is o:
            return False
    repr_guards.append(o)
    return True

def _repr_leave(o):
    i = len(repr_guards) - 1
    while i >= 0:
        if repr_guards[i] is o:
            del repr_guards[i]
            return
        i -= 1

def list_repr(o):
    if not _repr_enter(o):
        return '[...]'
    try:
        l = _payload(o)
        r = []
        i = 0
        while i < len(l):
            _append(r, repr(l[i]))
            i += 1
        return '[' + ', '.join(r) + ']'
    finally:
        _repr_leave(o)

def tuple_repr(o):
    if not _repr_enter(o):
        return '(...)'
    try:
        l = _payload(o)
        if not l:
            return '()'
        r = []
        i = 0
        while i < len(l):
            _append(r, repr(l[i]))
            i += 1
        if i == 1:
            return '(' + r[0] + ',)'
        return '(' + ', '.join(r) + ')'
    finally:
        _repr_leave(o)

def dict_repr(o):
    if not _repr_enter(o):
        return '{...}'
    try:
        d = _payload(o)
        r = []
        i = _dict_next(d, 0)
        while i >= 0:
            v = _dict_value(d, i)
            _append(r, repr(_dict_key(d, i)) + ': ' + repr(v))
            i = _dict_next(d, i + 1)
        return '{' + ', '.join(r) + '}'
    finally:
        _repr_leave(o)

def set_repr(o):
    name = type(o).__name__
    if not _repr_enter(o):
        return name + '(...)'
    try:
        items = list_of(_payload(o))
        if not items:
            return name + '()'
        r = []
        for x in items:
            _append(r, repr(x))
        if type(o) is set:
            return '{' + ', '.join(r) + '}'
        return name + '({' + ', '.join(r) + '})'
    finally:
        _repr_leave(o)

def view_repr(o):
    if not _repr_enter(o):
        return '...'
    try:
        r = []
        for x in list_of(o):
            _append(r, repr(x))
        return type(o).__name__ + '([' + ', '.join(r) + '])'
    finally:
        _repr_leave(o)

# ---- lists and tuples

def seq_compare(a, b, i, op):
    while i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is y or x == y:
            i += 1
            continue
        if op == 0:
            return False
        if op == 1:
            return True
        if op == 2:
            return x < y
        if op == 3:
            return x <= y
        if op == 4:
            return x > y
        return x >= y
    n = len(a)
    m = len(b)
    if op == 0:
        return n == m
    if op == 1:
        return n != m
    if op == 2:
        return n < m
    if op == 3:
        return n <= m
    if op == 4:
        return n > m
    return n >= m

def seq_contains(l, v, i):
    while i < len(l):
        x = l[i]
        if x is v or x == v:
            return True
        i += 1
    return False

def seq_count(l, v, i, n):
    while i < len(l):
        x = l[i]
        if x is v or x == v:
            n += 1
        i += 1
    return n

def seq_index(l, v, i, stop, what):
    while i < stop and i < len(l):
        x = l[i]
        if x is v or x == v:
            return i
        i += 1
    raise ValueError(what + '.index(x): x not in ' + what)

def list_remove(l, v, i):
    while i < len(l):
        x = l[i]
        if x is v or x == v:
            del l[i:i + 1]
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')

def list_sort(l, key, reverse):
    items = _sort_take(l)
    m = None
    try:
        keys = items
        if key is not None:
            keys = [key(x) for x in items]
        m = _sort_new(items, keys, reverse)
        _sort_run(m)
    finally:
        changed = _sort_put(l, items, m)
    if changed:
        raise ValueError('list modified during sort')

def sorted_list(l, key, reverse):
    list_sort(l, key, reverse)
    return l

# ---- iterators

def iter_contains(it, v):
    for x in it:
        if x is v or x == v:
            return True
    return False

def iter_count(it, v):
    n = 0
    for x in it:
        if x is v or x == v:
            n += 1
    return n

def iter_index(it, v):
    i = 0
    for x in it:
        if x is v or x == v:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')

def filter_next(f, it):
    if f is None:
        for x in it:
            if x:
                return x
    else:
        for x in it:
            if f(x):
                return x
    raise StopIteration

# What a for loop walks over in place of a map, filter or enumerate object, which stays what it is: each item is still
# taken from the iterator below only when it is asked for.

def map_loop(f, it):
    for x in it:
        try:
            x = f(x)
        except StopIteration:
            return
        yield x

def filter_loop(f, it):
    for x in it:
        try:
            y = f(x)
        except StopIteration:
            return
        if y:
            yield x

def enumerate_loop(e, it):
    for x in it:
        yield _count(e), x

# ---- dicts

def dict_compare(d, e, eq):
    if len(d) != len(e):
        return not eq
    i = _dict_next(d, 0)
    while i >= 0:
        x = _dict_value(d, i)
        j = _dict_find(e, d, i)
        if j < 0:
            return not eq
        y = _dict_value(e, j)
        if not (x is y or x == y):
            return not eq
        i = _dict_next(d, i + 1)
    return eq

def _dict_put_all(d, e):
    n = len(e)
    i = _dict_next(e, 0)
    while i >= 0:
        _dict_put(d, e, i)
        if len(e) != n and e is not d:
            raise RuntimeError('dict mutated during update')
        i = _dict_next(e, i + 1)

def dict_update(d, m):
    e = _plain_dict(m)
    if e is not None:
        if e is not d and not _dict_merge(d, e):
            _dict_put_all(d, e)
        return
    try:
        keys = m.keys
    except AttributeError:
        dict_update_pairs(d, m)
        return
    for k in keys():
        _dict_set(d, k, m[k])

def dict_update_pairs(d, it):
    n = 0
    for p in it:
        if type(p) is not tuple and type(p) is not list:
            bad = False
            try:
                p = iter(p)
            except TypeError:
                bad = True
            if bad:
                e = TypeError('object is not iterable')
                e.add_note(f'Cannot convert dictionary update sequence element #{n} to a sequence')
                raise e
            p = list_of(p)
        if len(p) != 2:
            raise ValueError(f'dictionary update sequence element #{n} has length {len(p)}; 2 is required')
        _dict_set(d, p[0], p[1])
        n += 1

def dict_update_all(o, args, kwargs):
    d = _payload(o)
    for m in args:
        dict_update(d, m)
    dict_update(d, kwargs)

def dict_or(d, m):
    dict_update(d, m)
    return d

def dict_ior(o, m):
    dict_update(_payload(o), m)
    return o

def dict_fromkeys(cls, it, value):
    d = cls()
    if type(d) is dict:
        for k in it:
            _dict_set(d, k, value)
    else:
        for k in it:
            d[k] = value
    return d

# ---- views of dicts

def view_compare(a, b, yes):
    for x in a:
        if x not in b:
            return not yes
    return yes

def view_isdisjoint(a, b):
    if a is b:
        return len(a) == 0
    if isinstance(b, (set, frozenset)) or _is_view(b):
        if len(b) > len(a):
            a, b = b, a
    for x in b:
        if x in a:
            return False
    return True

_keys_type = type({}.keys())
_items_type = type({}.items())

def _is_view(v):
    return type(v) is _keys_type or type(v) is _items_type

def view_and(a, b):
    if not _is_view(a):
        a, b = b, a
    if type(b) is set and len(a) <= len(b):
        return b.intersection(a)
    if _is_view(b) and len(b) > len(a):
        a, b = b, a
    r = set()
    for x in b:
        if x in a:
            _set_add(r, x)
    return r

def view_or(a, b):
    r = set(a)
    r.update(b)
    return r

def view_sub(a, b):
    r = set(a)
    r.difference_update(b)
    return r

def view_xor(a, b):
    if type(a) is _items_type and type(b) is _items_type:
        return _items_xor(a.mapping, b.mapping)
    r = set(a)
    r.symmetric_difference_update(b)
    return r

def _items_xor(a, b):
    if len(a) > len(b):
        a, b = b, a
    rest = {}
    for k in a:
        rest[k] = a[k]
    r = set()
    for k in b:
        v = b[k]
        if k in rest:
            x = rest[k]
            if x is v or x == v:
                del rest[k]
                continue
        r.add((k, v))
    r.update(rest.items())
    return r

# ---- sets

def frozenset_new(cls, it):
    s = set()
    s.update(it)
    return _frozen(cls, s)

def set_add_slots(s, o, i):
    while i >= 0:
        _set_add_slot(s, o, i)
        i = _set_next(o, i + 1)

def set_add_entries(s, d, i):
    while i >= 0:
        one = _set_entry(d, i)
        _set_add_slot(s, one, _set_next(one, 0))
        i = _dict_next(d, i + 1)

def set_add_iter(s, it):
    for x in it:
        _set_add(s, x)

def set_update_all(o, others):
    for x in others:
        set.update(o, x)

def set_union(r, others, s):
    for o in others:
        _set_add_all(r, o)
    return r

def _set_add_all(r, o):
    e = _exact_set(o)
    if e is not None:
        if not _set_merge(r, e):
            set_add_slots(r, e, _set_next(e, 0))
    elif type(o) is dict:
        _set_reserve(r, len(o))
        set_add_entries(r, o, _dict_next(o, 0))
    else:
        for x in o:
            _set_add(r, x)

def _set_common(s, o):
    r = _set_like(s)
    e = _exact_set(o)
    if e is s:
        return _set_copy(s)
    if e is not None:
        s, e = _set_walked(s, e)
        i = _set_next(s, 0)
        while i >= 0:
            if _set_has(e, s, i):
                _set_add_slot(r, s, i)
            i = _set_next(s, i + 1)
        return r
    for x in o:
        _set_add_if(r, s, x)
    return r

def set_intersection(r, others, s):
    for o in others:
        s = _set_common(s, o)
    return s

def set_intersection_update(o, others):
    s = _exact_set(o)
    r = s
    if not others:
        r = _set_copy(s)
    for x in others:
        r = _set_common(r, x)
    _set_become(s, r)

def _set_missing(s, o):
    e = _exact_set(o)
    if e is not None:
        if not _set_by_copy(s, len(e)):
            r = _set_like(s)
            i = _set_next(s, 0)
            while i >= 0:
                if not _set_has(e, s, i):
                    _set_add_slot(r, s, i)
                i = _set_next(s, i + 1)
            return r
    elif type(o) is dict and not _set_by_copy(s, len(o)):
        r = _set_like(s)
        i = _set_next(s, 0)
        for x in s:
            if x not in o:
                _set_add_slot(r, s, i)
            i = _set_next(s, i + 1)
        return r
    r = _set_copy(s)
    _set_subtract(r, o)
    return r

def set_difference(r, others, s):
    first = True
    for o in others:
        if first:
            s = _set_missing(s, o)
            first = False
        else:
            _set_subtract(s, o)
    return s

def _set_subtract(s, o):
    e = _exact_set(o)
    if e is not None:
        if _set_by_common(s, len(e)):
            e = _set_common(s, e)
        set_remove_slots(s, e, _set_next(e, 0))
    else:
        set_remove_iter(s, o)

def set_remove_slots(s, o, i):
    while i >= 0:
        _set_remove_slot(s, o, i)
        i = _set_next(o, i + 1)
    _set_trim(s)

def set_remove_iter(s, it):
    for x in it:
        _set_discard(s, x)
    _set_trim(s)

def set_subtract_common(s, o):
    c = _set_common(s, o)
    set_remove_slots(s, c, _set_next(c, 0))

def set_difference_update_all(o, others):
    for x in others:
        set.difference_update(o, x)

def set_xor(r, others, s):
    r = _set_like(s)
    _set_add_all(r, others[0])
    set_toggle_slots(r, s, _set_next(s, 0))
    return r

def set_toggle_slots(s, o, i):
    while i >= 0:
        _set_toggle_slot(s, o, i)
        i = _set_next(o, i + 1)

def set_toggle_entries(s, d, i):
    while i >= 0:
        one = _set_entry(d, i)
        _set_toggle_slot(s, one, _set_next(one, 0))
        i = _dict_next(d, i + 1)

def set_toggle_iter(s, it):
    o = set(it)
    set_toggle_slots(s, o, _set_next(o, 0))

def set_subset(s, o, yes):
    i = _set_next(s, 0)
    while i >= 0:
        if not _set_has(o, s, i):
            return not yes
        i = _set_next(s, i + 1)
    return yes

def set_issubset(o, it):
    s = _exact_set(o)
    return len(_set_common(s, it)) == len(s)

def set_issuperset(s, it):
    for x in it:
        if x not in s:
            return False
    return True

def set_isdisjoint(s, o):
    i = _set_next(o, 0)
    while i >= 0:
        if _set_has(s, o, i):
            return False
        i = _set_next(o, i + 1)
    return True

def set_isdisjoint_iter(s, it):
    for x in it:
        if x in s:
            return False
    return True
