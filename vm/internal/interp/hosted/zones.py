# The part of _zoneinfo that reads files, and the caches of time zones: one for each class.

_zone_caches = {}

def _zone_cache(cls):
    pair = _zone_caches.get(cls)
    if pair is None:
        from weakref import WeakValueDictionary
        pair = _zone_caches[cls] = {}, WeakValueDictionary()
    return pair

def zone_new(cls, key, make):
    strong, weak = _zone_cache(cls)
    zone = weak.get(key)
    if zone is None:
        zone = weak.setdefault(key, zone_load(cls, key, True, make))
    strong[key] = strong.pop(key, zone)
    if len(strong) > 8:
        del strong[next(iter(strong))]
    return zone

def zone_load(cls, key, cached, make):
    from zoneinfo import _common, _tzpath
    path = _tzpath.find_tzfile(key)
    f = open(path, 'rb') if path is not None else _common.load_tzdata(key)
    with f:
        data = _common.load_data(f)
    return make(cls, key, None, cached, data)

def zone_from_file(cls, f, key, make):
    from zoneinfo import _common
    data = _common.load_data(f)
    return make(cls, key, repr(f), False, data)

def zone_clear_cache(cls, keys):
    strong, weak = _zone_cache(cls)
    if keys is None:
        weak.clear()
        strong.clear()
        return
    for key in keys:
        weak.pop(key, None)
        strong.pop(key, None)
