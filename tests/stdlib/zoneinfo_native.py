# A time zone from a file: transitions, the rule behind them, fold, names.
import io, struct
from datetime import *
from zoneinfo import ZoneInfo
def tzif(trans, types, names, footer):
    def block(code, times):
        out = b'TZif2' + bytes(15) + struct.pack('>6l', 0, 0, 0, len(times), len(types), len(names))
        out += struct.pack('>%d%s' % (len(times), code), *[t for t, _ in times]) + bytes(i for _, i in times)
        return out + b''.join(struct.pack('>lbb', *t) for t in types) + names
    return io.BytesIO(block('l', []) + block('q', trans) + b'\n' + footer + b'\n')
types = [(3208, 0, 0), (3600, 0, 4), (7200, 1, 8)]
f = tzif([(-2422054408, 1), (1711846800, 2), (1729990800, 1)], types, b'LMT\0CET\0CEST\0', b'CET-1CEST,M3.5.0,M10.5.0/3')
z = ZoneInfo.from_file(f, key='Here')
assert repr(z) == "zoneinfo.ZoneInfo(key='Here')" and str(z) == z.key == 'Here' and isinstance(z, tzinfo)
def at(*args, **kw):
    d = datetime(*args, tzinfo=z, **kw)
    return d.tzname(), d.utcoffset() // timedelta(seconds=1), d.dst() // timedelta(seconds=1)
assert at(1800, 1, 1) == ('LMT', 3208, 0) and at(1990, 7, 1) == ('CET', 3600, 0)
assert at(2024, 7, 1) == ('CEST', 7200, 3600) and at(2024, 12, 1) == ('CET', 3600, 0)
assert at(2030, 7, 1) == ('CEST', 7200, 3600) and at(2031, 1, 1) == ('CET', 3600, 0)
assert at(2024, 10, 27, 2, 30)[0] == 'CEST' and at(2024, 10, 27, 2, 30, fold=1)[0] == 'CET'
assert at(2030, 10, 27, 2, 30)[0] == 'CEST' and at(2030, 10, 27, 2, 30, fold=1)[0] == 'CET'
assert at(2030, 3, 31, 2, 30)[0] == 'CET' and at(2030, 3, 31, 2, 30, fold=1)[0] == 'CEST'
for year in (2024, 2030):
    for hour, want in ((0, 0), (1, 1), (2, 0)):
        d = datetime(year, 10, 27, hour, 15, tzinfo=timezone.utc).astimezone(z)
        assert d.fold == want and d.astimezone(timezone.utc) == datetime(year, 10, 27, hour, 15, tzinfo=timezone.utc), (year, hour, d)
assert z.utcoffset(None) is None and time(1, tzinfo=z).utcoffset() is None
---
# Fixed zones, errors, what cannot be pickled
import io, struct, pickle
from datetime import *
from zoneinfo import ZoneInfo
def tzif(types, names, footer):
    head = b'TZif2' + bytes(15) + struct.pack('>6l', 0, 0, 0, 0, len(types), len(names))
    block = head + b''.join(struct.pack('>lbb', *t) for t in types) + names
    return io.BytesIO(block + block + b'\n' + footer + b'\n')
z = ZoneInfo.from_file(tzif([(0, 0, 0)], b'UTC\0', b'UTC0'))
assert z.utcoffset(None) == timedelta(0) and z.tzname(None) == 'UTC' and z.dst(None) == timedelta(0)
assert repr(z).startswith('zoneinfo.ZoneInfo.from_file(<_io.BytesIO object at ')
n = ZoneInfo.from_file(tzif([(19800, 0, 0)], b'IST\0', b'<+0530>-5:30'))
assert datetime(2024, 1, 1, tzinfo=n).tzname() == '+0530' and datetime(2024, 1, 1, tzinfo=n).isoformat() == '2024-01-01T00:00:00+05:30'
for footer in (b'CET', b'CET-1CEST', b'CET-1CEST,M13.5.0,M10.5.0', b'CET-25', b'CET-1CEST,J0,J5', b'CET-1CEST,M3.5.0,M10.5.0x'):
    try:
        ZoneInfo.from_file(tzif([(0, 0, 0)], b'UTC\0', footer))
    except ValueError:
        pass
    else:
        assert 0, footer
for f, kind, text in [(lambda: pickle.dumps(z), pickle.PicklingError, 'Cannot pickle a ZoneInfo file from a file stream.'),
                      (lambda: z.fromutc(5), TypeError, 'fromutc: argument must be a datetime'),
                      (lambda: z.fromutc(datetime(2020, 1, 1)), ValueError, 'fromutc: dt.tzinfo is not self')]:
    try:
        f()
    except kind as e:
        assert str(e) == text, e
    else:
        assert 0, text
