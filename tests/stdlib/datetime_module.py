# datetime.
from datetime import *
d = date(2024, 2, 29)
assert repr(d) == 'datetime.date(2024, 2, 29)'
assert str(d) == '2024-02-29'
assert d.year == 2024
assert d.weekday() == 3
assert d.isoweekday() == 4
assert repr(d.isocalendar()) == 'datetime.IsoCalendarDate(year=2024, week=9, weekday=4)'
assert d.toordinal() == 738945
assert d.isoformat() == '2024-02-29'
assert d.strftime("%Y/%m/%d %a %b %j") == '2024/02/29 Thu Feb 060'
assert repr(d.replace(day=1)) == 'datetime.date(2024, 2, 1)'
assert repr(d + timedelta(days=1)) == 'datetime.date(2024, 3, 1)'
assert repr(d - date(2024, 1, 1)) == 'datetime.timedelta(days=59)'
assert repr(date.fromordinal(1)) == 'datetime.date(1, 1, 1)'
assert repr(date.fromisoformat("2024-03-01")) == 'datetime.date(2024, 3, 1)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from datetime import *
d = date(2024, 2, 29)
assert repr(date.fromisoformat("20240301")) == 'datetime.date(2024, 3, 1)'
assert repr(date.fromisoformat("2024-W09-4")) == 'datetime.date(2024, 2, 29)'
assert d.ctime() == 'Thu Feb 29 00:00:00 2024'
assert d.timetuple()[:3] == (2024, 2, 29)
assert repr(date.min) == 'datetime.date(1, 1, 1)'
assert repr(date.max) == 'datetime.date(9999, 12, 31)'
assert d < date(2025, 1, 1)
assert hash(d) == hash(date(2024, 2, 29))
assert f"{d:%d.%m.%y}" == '29.02.24'
assert repr(d) == 'datetime.date(2024, 2, 29)'
assert error(lambda: date(2023, 2, 29)) == 'ValueError: day 29 must be in range 1..28 for month 2 in year 2023'
assert error(lambda: date(0, 1, 1)) == 'ValueError: year must be in 1..9999, not 0'
assert error(lambda: date(2024, 13, 1)) == 'ValueError: month must be in 1..12, not 13'
assert error(lambda: date("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: date.fromisoformat("2024-1-1")) == "ValueError: Invalid isoformat string: '2024-1-1'"
assert error(lambda: d + 5) == "TypeError: unsupported operand type(s) for +: 'datetime.date' and 'int'"
assert error(lambda: d < 5) == "TypeError: '<' not supported between instances of 'datetime.date' and 'int'"
assert error(lambda: date.max + timedelta(1)) == 'OverflowError: date value out of range'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from datetime import *
t = datetime(2024, 1, 2, 3, 4, 5, 678)
assert repr(t) == 'datetime.datetime(2024, 1, 2, 3, 4, 5, 678)'
assert str(t) == '2024-01-02 03:04:05.000678'
assert t.isoformat() == '2024-01-02T03:04:05.000678'
assert t.isoformat(" ", "minutes") == '2024-01-02 03:04'
assert repr(t.date()) == 'datetime.date(2024, 1, 2)'
assert repr(t.time()) == 'datetime.time(3, 4, 5, 678)'
assert t.strftime("%H:%M:%S.%f %p %I") == '03:04:05.000678 AM 03'
assert repr(datetime.fromisoformat("2024-01-02T03:04:05.000678")) == 'datetime.datetime(2024, 1, 2, 3, 4, 5, 678)'
assert repr(datetime.fromisoformat("2024-01-02 03:04")) == 'datetime.datetime(2024, 1, 2, 3, 4)'
assert repr(datetime.strptime("02/01/24 15:30", "%d/%m/%y %H:%M")) == 'datetime.datetime(2024, 1, 2, 15, 30)'
assert repr(t.replace(hour=0)) == 'datetime.datetime(2024, 1, 2, 0, 4, 5, 678)'
assert repr(t + timedelta(hours=25, microseconds=1)) == 'datetime.datetime(2024, 1, 3, 4, 4, 5, 679)'
assert repr(t - datetime(2024, 1, 1)) == 'datetime.timedelta(days=1, seconds=11045, microseconds=678)'
assert repr(datetime.combine(date(2024, 1, 1), time(12))) == 'datetime.datetime(2024, 1, 1, 12, 0)'
assert repr(datetime.min) == 'datetime.datetime(1, 1, 1, 0, 0)'
assert t.timetuple()[:6] == (2024, 1, 2, 3, 4, 5)
assert t == datetime(2024, 1, 2, 3, 4, 5, 678)
assert f"{t:%Y}" == '2024'
assert repr(t) == 'datetime.datetime(2024, 1, 2, 3, 4, 5, 678)'
u = datetime(2024, 1, 2, 12, tzinfo=timezone.utc)
assert repr(u) == 'datetime.datetime(2024, 1, 2, 12, 0, tzinfo=datetime.timezone.utc)'
assert u.isoformat() == '2024-01-02T12:00:00+00:00'
assert repr(u.timestamp()) == '1704196800.0'
assert repr(u.utcoffset()) == 'datetime.timedelta(0)'
assert u.tzname() == 'UTC'
assert u.astimezone(timezone(timedelta(hours=-5, minutes=-30))).isoformat() == '2024-01-02T06:30:00-05:30'
assert repr(datetime.fromtimestamp(0, timezone.utc)) == 'datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)'
assert datetime.fromisoformat("2024-01-02T12:00:00Z") == u
assert repr(datetime.fromisoformat("2024-01-02T12:00:00+02:00")) == 'datetime.datetime(2024, 1, 2, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))'
assert u.strftime("%z %Z") == '+0000 UTC'
assert repr(timezone.utc) == 'datetime.timezone.utc'
assert repr(timezone(timedelta(hours=1), "CET")) == "datetime.timezone(datetime.timedelta(seconds=3600), 'CET')"
assert repr(timezone(timedelta(hours=1))) == 'datetime.timezone(datetime.timedelta(seconds=3600))'
assert repr(datetime.fromtimestamp(1.5, UTC)) == 'datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)'
assert error(lambda: t - u) == "TypeError: can't subtract offset-naive and offset-aware datetimes"
assert error(lambda: t < u) == "TypeError: can't compare offset-naive and offset-aware datetimes"
assert (t == u) is False
assert error(lambda: datetime(2024, 1, 1, 25)) == 'ValueError: hour must be in 0..23, not 25'
assert error(lambda: datetime.fromisoformat("nope")) == "ValueError: Invalid isoformat string: 'nope'"
assert error(lambda: datetime.strptime("x", "%Y")) == "ValueError: time data 'x' does not match format '%Y'"
assert error(lambda: datetime.strptime("2024 x", "%Y")) == 'ValueError: unconverted data remains:  x'
assert error(lambda: timezone(timedelta(hours=24))) == 'ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)'
assert error(lambda: timezone(5)) == 'TypeError: timezone() argument 1 must be datetime.timedelta, not int'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from datetime import *
d = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
assert repr(d) == 'datetime.timedelta(days=1, seconds=7384, microseconds=5006)'
assert str(d) == '1 day, 2:03:04.005006'
assert repr(d) == 'datetime.timedelta(days=1, seconds=7384, microseconds=5006)'
assert d.days == 1
assert d.seconds == 7384
assert d.microseconds == 5006
assert d.total_seconds() == 93784.005006
assert repr(-d) == 'datetime.timedelta(days=-2, seconds=79015, microseconds=994994)'
assert repr(abs(-d)) == 'datetime.timedelta(days=1, seconds=7384, microseconds=5006)'
assert repr(d * 2) == 'datetime.timedelta(days=2, seconds=14768, microseconds=10012)'
assert repr(d / 2) == 'datetime.timedelta(seconds=46892, microseconds=2503)'
assert repr(d // 2) == 'datetime.timedelta(seconds=46892, microseconds=2503)'
assert d / timedelta(hours=1) == 26.051112501666665
assert d // timedelta(hours=1) == 26
assert repr(d % timedelta(hours=1)) == 'datetime.timedelta(seconds=184, microseconds=5006)'
assert repr(divmod(d, timedelta(hours=1))) == '(26, datetime.timedelta(seconds=184, microseconds=5006))'
assert repr(timedelta(weeks=1)) == 'datetime.timedelta(days=7)'
assert repr(timedelta(0)) == 'datetime.timedelta(0)'
assert bool(timedelta(0)) is False
assert repr(timedelta(seconds=-1)) == 'datetime.timedelta(days=-1, seconds=86399)'
assert str(timedelta(days=-1)) == '-1 day, 0:00:00'
assert timedelta(hours=1) < timedelta(minutes=61)
assert repr(timedelta.max) == 'datetime.timedelta(days=999999999, seconds=86399, microseconds=999999)'
assert repr(timedelta.resolution) == 'datetime.timedelta(microseconds=1)'
assert repr(timedelta(seconds=1.5)) == 'datetime.timedelta(seconds=1, microseconds=500000)'
assert repr(timedelta(days=0.5)) == 'datetime.timedelta(seconds=43200)'
assert hash(timedelta(1)) == hash(timedelta(hours=24))
assert repr(sum([timedelta(1)] * 2, timedelta())) == 'datetime.timedelta(days=2)'
t = time(13, 45, 30, 1000)
assert repr(t) == 'datetime.time(13, 45, 30, 1000)'
assert t.isoformat() == '13:45:30.001000'
assert repr(time.fromisoformat("13:45")) == 'datetime.time(13, 45)'
assert repr(time.fromisoformat("13:45:30.5")) == 'datetime.time(13, 45, 30, 500000)'
assert t.strftime("%I %p") == '01 PM'
assert repr(t.replace(minute=0)) == 'datetime.time(13, 0, 30, 1000)'
assert time(1) < time(2)
assert bool(time(0)) is True
assert time(12, tzinfo=timezone.utc).isoformat() == '12:00:00+00:00'
assert repr(time.max) == 'datetime.time(23, 59, 59, 999999)'
assert str(time(1, 2, 3)) == '01:02:03'
assert error(lambda: timedelta(days=10 ** 10)) == 'OverflowError: Python int too large to convert to C int'
assert error(lambda: time(24)) == 'ValueError: hour must be in 0..23, not 24'
assert error(lambda: d * "a") == "TypeError: can't multiply sequence by non-int of type 'datetime.timedelta'"
assert error(lambda: d + 5) == "TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'int'"
assert error(lambda: time(1) + d) == "TypeError: unsupported operand type(s) for +: 'datetime.time' and 'datetime.timedelta'"
import calendar, time as tm
assert calendar.isleap(2024) is True
assert repr(calendar.monthrange(2024, 2)) == '(calendar.THURSDAY, 29)'
assert calendar.month(2024, 2) == '   February 2024\nMo Tu We Th Fr Sa Su\n          1  2  3  4\n 5  6  7  8  9 10 11\n12 13 14 15 16 17 18\n19 20 21 22 23 24 25\n26 27 28 29\n'
assert calendar.timegm((1970, 1, 2, 0, 0, 0)) == 86400
assert calendar.day_name[0] == 'Monday'
assert calendar.month_abbr[12] == 'Dec'
assert tm.gmtime(0)[:6] == (1970, 1, 1, 0, 0, 0)
assert tm.strftime("%Y-%m-%d", tm.gmtime(86400)) == '1970-01-02'
assert tm.strptime("2024-02-03", "%Y-%m-%d")[:3] == (2024, 2, 3)
assert tm.time() > 1e9
assert tm.monotonic() <= tm.monotonic()
assert tm.perf_counter_ns() > 0
assert tm.sleep(0) is None
assert tm.asctime(tm.gmtime(0)) == 'Thu Jan  1 00:00:00 1970'
assert tm.struct_time(range(9)).tm_mon == 1
assert type(tm.time_ns()).__name__ == 'int'
assert error(lambda: tm.sleep(-1)) == 'ValueError: sleep length must be non-negative'
assert error(lambda: tm.sleep("x")) == "TypeError: 'str' object cannot be interpreted as an integer or float"
assert error(lambda: tm.strptime("x", "%Y")) == "ValueError: time data 'x' does not match format '%Y'"
