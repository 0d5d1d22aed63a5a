# The module _datetime: timedelta.
import datetime, _datetime
from datetime import timedelta
assert datetime.datetime is _datetime.datetime
assert repr(timedelta(1, 2, 3)) == 'datetime.timedelta(days=1, seconds=2, microseconds=3)' and repr(timedelta()) == 'datetime.timedelta(0)'
assert str(timedelta(-1)) == '-1 day, 0:00:00' and str(timedelta(2, 3661, 5)) == '2 days, 1:01:01.000005'
assert timedelta(microseconds=0.5) == timedelta(0) and timedelta(microseconds=1.5) == timedelta(microseconds=2)
assert timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1) == timedelta(8, 3661, 1001)
assert timedelta(days=5.6, seconds=0.1) * 2.5 == timedelta(days=14, microseconds=250000)
assert timedelta(7) / 2 == timedelta(3, 43200) and timedelta(7) / timedelta(2) == 3.5 and timedelta(7) // timedelta(2) == 3
assert timedelta(7) % timedelta(2) == timedelta(1) and divmod(timedelta(-7), timedelta(2)) == (-4, timedelta(1))
assert hash(timedelta(1, 2, 3)) == hash((1, 2, 3))
assert timedelta(1).total_seconds() == 86400.0 and abs(timedelta(-1)) == timedelta(1) and not timedelta()
for f, text in [(lambda: timedelta(10**9), 'days=1000000000; must have magnitude <= 999999999'),
                (lambda: timedelta('1'), 'unsupported type for timedelta days component: str'),
                (lambda: timedelta(1) / 0, 'division by zero'),
                (lambda: timedelta(float('nan')), 'cannot convert float NaN to integer'),
                (lambda: timedelta(1) + 1, "unsupported operand type(s) for +: 'datetime.timedelta' and 'int'"),
                (lambda: timedelta(1) < 1, "'<' not supported between instances of 'datetime.timedelta' and 'int'")]:
    try:
        f()
    except Exception as e:
        assert str(e) == text, e
    else:
        assert 0, text
---
# date
from datetime import date, timedelta
d = date(2024, 2, 29)
assert (d + timedelta(366)).isoformat() == '2025-03-01' and d - date(2023, 2, 28) == timedelta(366)
assert d.isocalendar() == (2024, 9, 4) and repr(d.isocalendar()) == 'datetime.IsoCalendarDate(year=2024, week=9, weekday=4)'
assert d.timetuple()[:9] == (2024, 2, 29, 0, 0, 0, 3, 60, -1) and d.ctime() == 'Thu Feb 29 00:00:00 2024'
assert all(date.fromordinal(n).toordinal() == n for n in (1, 365, 366, 146097, 146098, 730000, 3652059))
assert date.fromisocalendar(2020, 53, 5) == date(2021, 1, 1)
for s in ('2024-02-29', '20240229', '2024-W09-4', '2024W094'):
    assert date.fromisoformat(s) == d
for f, text in [(lambda: date(2023, 2, 29), 'day 29 must be in range 1..28 for month 2 in year 2023'), (lambda: date(0, 1, 1), 'year must be in 1..9999, not 0'),
                (lambda: date(1, 13, 1), 'month must be in 1..12, not 13'), (lambda: date(2024, 1), "function missing required argument 'day' (pos 3)"),
                (lambda: date(1, 2, 3, 4), 'function takes at most 3 arguments (4 given)'), (lambda: date.max + timedelta(1), 'date value out of range'),
                (lambda: date.fromisoformat('2024-1-2'), "Invalid isoformat string: '2024-1-2'"), (lambda: date.fromisocalendar(2021, 53, 1), 'Invalid week: 53'),
                (lambda: d.replace(day=31), 'day 31 must be in range 1..29 for month 2 in year 2024'),
                (lambda: d < 5, "'<' not supported between instances of 'datetime.date' and 'int'")]:
    try:
        f()
    except Exception as e:
        assert str(e) == text, e
    else:
        assert 0, text
---
# time and its time zones
from datetime import time, timezone, timedelta
assert repr(time(1, 2)) == 'datetime.time(1, 2)' and repr(time(1, 2, 0, 5, fold=1)) == 'datetime.time(1, 2, 0, 5, fold=1)'
t = time(12, 30, 45, 123456, timezone(timedelta(hours=5, minutes=30), 'IST'))
assert str(t) == '12:30:45.123456+05:30' and t.tzname() == 'IST' and t.dst() is None
assert t.isoformat('milliseconds') == '12:30:45.123+05:30' and t.isoformat(timespec='hours') == '12+05:30'
assert time.fromisoformat('T12:30:45,123456+05:30') == t and time.fromisoformat('123045Z').tzinfo is timezone.utc
assert t == time(7, 0, 45, 123456, timezone.utc) and hash(t) == hash(time(7, 0, 45, 123456, timezone.utc))
assert time(1) != time(1, tzinfo=timezone.utc)
assert t.strftime('%H|%f|%z|%:z|%Z|%%') == '12|123456|+0530|+05:30|IST|%'
try:
    time(1) < time(1, tzinfo=timezone.utc)
except TypeError as e:
    assert str(e) == "can't compare offset-naive and offset-aware times"
try:
    time(fold=2)
except ValueError as e:
    assert str(e) == 'fold must be either 0 or 1, not 2'
---
# datetime: ISO 8601 both ways, arithmetic, comparison
from datetime import *
d = datetime(2024, 2, 29, 23, 59, 59, 999999, timezone.utc)
assert str(d) == '2024-02-29 23:59:59.999999+00:00' and d.isoformat('x', 'minutes') == '2024-02-29x23:59+00:00'
assert repr(d) == 'datetime.datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=datetime.timezone.utc)'
assert repr(datetime(1, 1, 1, fold=1, tzinfo=timezone.utc)) == 'datetime.datetime(1, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)'
assert d + timedelta(microseconds=1) == datetime(2024, 3, 1, tzinfo=timezone.utc)
assert d - datetime(1970, 1, 1, tzinfo=timezone(timedelta(hours=1))) == timedelta(days=19782, seconds=89999, microseconds=999999)
for s in ('2024-02-29T23:59:59.999999+00:00', '20240229T235959,999999999Z', '2024-W09-4 23:59:59.999999+00:00:00', '2024-02-29T23:59:59.999999-00:00'):
    assert datetime.fromisoformat(s) == d
assert datetime.fromisoformat('2024-12-31T24:00') == datetime(2025, 1, 1)
assert datetime(2024, 1, 1) != datetime(2024, 1, 1, tzinfo=timezone.utc) and datetime(2024, 1, 1) != date(2024, 1, 1)
assert d.timestamp() == 1709251199.999999 and datetime.fromtimestamp(1709251199.999999, timezone.utc) == d
assert datetime.fromtimestamp(1.0000005, timezone.utc).microsecond == 1 and datetime.fromtimestamp(-0.5, timezone.utc).microsecond == 500000
assert d.astimezone(timezone(timedelta(hours=-7), 'MST')).isoformat() == '2024-02-29T16:59:59.999999-07:00'
assert datetime.strptime('2024-02-29 +0130', '%Y-%m-%d %z').utcoffset() == timedelta(hours=1, minutes=30)
assert datetime(33, 1, 2).strftime('%Y %G %C %F') == '0033 0032 00 0033-01-02'
assert datetime.combine(d.date(), d.timetz()) == d and f'{d:%d.%m.%Y}' == '29.02.2024'
for f, text in [(lambda: datetime.fromisoformat('2024-01-01T24:01'), 'minute, second, and microsecond must be 0 when hour is 24'),
                (lambda: datetime.fromisoformat('2024-01-01T1'), "Invalid isoformat string: '2024-01-01T1'"),
                (lambda: datetime(2024, 1, 1) - d, "can't subtract offset-naive and offset-aware datetimes"),
                (lambda: datetime(2024, 1, 1) < d, "can't compare offset-naive and offset-aware datetimes"),
                (lambda: datetime(2024, 1, 1, tzinfo=5), "tzinfo argument must be None or of a tzinfo subclass, not type 'int'"),
                (lambda: datetime.max + timedelta(1), 'date value out of range'),
                (lambda: datetime.fromtimestamp('x'), 'argument must be int or float, not str'),
                (lambda: d.isoformat(timespec='x'), 'Unknown timespec value')]:
    try:
        f()
    except Exception as e:
        assert str(e) == text, e
    else:
        assert 0, text
---
# A time zone in Python: fold, fromutc, ambiguous times, and tasklets that wait in it
from datetime import *
import stackless
class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def tzname(self, dt): return 'ZDT%' if self.dst(dt) else 'ZST'
    def dst(self, dt):
        n = dt.replace(tzinfo=None)
        if datetime(2024, 3, 31, 2) <= n < datetime(2024, 10, 27, 3) and not (n >= datetime(2024, 10, 27, 2) and dt.fold):
            return timedelta(hours=1)
        return timedelta(0)
z = Zone()
a = datetime(2024, 10, 27, 2, 30, tzinfo=z)
b = a.replace(fold=1)
assert a == b and a.utcoffset() - b.utcoffset() == timedelta(hours=1)
assert a != a.astimezone(timezone.utc) and a.strftime('%Z') == 'ZDT%'
assert datetime(2024, 7, 1, 12, tzinfo=timezone.utc).astimezone(z).isoformat() == '2024-07-01T14:00:00+02:00'
assert datetime(2024, 7, 1, tzinfo=z).timetuple().tm_isdst == 1
c = stackless.channel()
class Slow(tzinfo):
    def utcoffset(self, dt): return timedelta(minutes=c.receive())
    def dst(self, dt): return timedelta(0)
out = []
def work():
    x, y = datetime(2024, 1, 1, tzinfo=Slow()), datetime(2024, 1, 1, tzinfo=Slow())
    out.append(x - y)
    out.append(x < y)
stackless.tasklet(work)()
stackless.run()
for n in (10, 70, 70, 10):
    c.send(n)
stackless.run()
assert out == [timedelta(hours=1), True], out
---
# Subclasses, pickling, copying
import copy, pickle
from datetime import *
class D(datetime):
    def __new__(cls, *args, **kw):
        o = super().__new__(cls, *args, **kw)
        o.extra = 1
        return o
d = D(2024, 1, 2, 3, tzinfo=timezone.utc, fold=1)
for r in (d + timedelta(1), d.replace(hour=4), d.astimezone(timezone(timedelta(hours=1))), D.fromisoformat('2024-01-02'), D.fromtimestamp(0, timezone.utc)):
    assert type(r) is D and r.extra == 1
assert repr(d) == 'D(2024, 1, 2, 3, 0, fold=1, tzinfo=datetime.timezone.utc)' and type(d.date()) is date
for v in (date(2024, 1, 2), time(1, 2, 3, 4, timezone.utc, fold=1), datetime(2024, 1, 2, 3, fold=1), timedelta(1, 2, 3), timezone.utc, timezone(timedelta(hours=1), 'X')):
    for p in range(6):
        w = pickle.loads(pickle.dumps(v, p))
        assert w == v and type(w) is type(v)
    assert copy.deepcopy(v) == v
    if hasattr(v, 'fold'):
        assert pickle.loads(pickle.dumps(v)).fold == 1 and pickle.loads(pickle.dumps(v, 2)).fold == 0
assert date(2024, 1, 2).__reduce__() == (date, (b'\x07\xe8\x01\x02',))
assert datetime(b'\x07\xe8\x81\x02\x03\x00\x00\x00\x00\x05').fold == 1
assert pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc
---
# timezone
from datetime import *
assert repr(timezone.utc) == 'datetime.timezone.utc' and str(timezone(timedelta(hours=-5, minutes=-30))) == 'UTC-05:30'
assert repr(timezone(timedelta(0), 'Z')) == "datetime.timezone(datetime.timedelta(0), 'Z')" and timezone(timedelta(0)) is timezone.utc
assert timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), 'CET') and UTC is timezone.utc
for f, text in [(lambda: timezone(timedelta(1)), 'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)'),
                (lambda: timezone(5), 'timezone() argument 1 must be datetime.timedelta, not int'),
                (lambda: timezone.utc.utcoffset(5), 'utcoffset(dt) argument must be a datetime instance or None, not int'),
                (lambda: tzinfo().utcoffset(None), 'a tzinfo subclass must implement utcoffset()'),
                (lambda: timezone.utc.fromutc(datetime(1, 1, 1)), 'fromutc: dt.tzinfo is not self')]:
    try:
        f()
    except Exception as e:
        assert str(e) == text, e
    else:
        assert 0, text
