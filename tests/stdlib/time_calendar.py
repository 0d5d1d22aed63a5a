# time: the calendar, formats, errors.
import builtins
def print(*a, **k): builtins.print(*a, **k) if k else builtins.print(ascii(a)[1:-1])
import time
def e(f, *a, **k):
    try: r=f(*a,**k); print(repr(r))
    except BaseException as x: print(type(x).__name__, x)
e(time.sleep,-1); e(time.sleep,'x'); e(time.sleep,None); e(time.sleep,float('nan')); e(time.sleep,1e30); e(time.sleep,10**30); e(time.sleep, 0); e(time.sleep, True); e(time.sleep,0.001)
t=time.gmtime(1700000000.9); print(t, t.tm_zone, t.tm_gmtoff, t[0], t[:3], len(t), t==time.gmtime(1700000000))
e(time.mktime,(1,2)); e(time.mktime,5); e(time.mktime,(2000,1,1,0,0,0,0,1,-1)); e(time.mktime,(2000,13,32,25,61,61,0,1,-1)); e(time.mktime,(2000,1.5,1,0,0,0,0,1,-1)); e(time.mktime,t)
e(time.asctime,(2000,1,2,3,4,5,6,7,0)); e(time.asctime,(2000,0,0,0,0,0,0,0,0)); e(time.asctime,(99999,1,2,3,4,5,6,7,0)); e(time.asctime,(-5,1,2,3,4,5,6,7,0)); e(time.asctime,'x'); e(time.ctime,0); e(time.ctime,'x'); e(time.ctime,1e9)
b=(2024,2,9,13,5,6,4,40,0)
for i,v in [(1,13),(1,-1),(2,32),(3,24),(4,60),(5,62),(6,-2),(6,8),(7,367),(7,-1),(0,2**40),(8,5)]:
    x=list(b); x[i]=v; e(time.strftime,'%Y-%m-%d %H:%M:%S %w %j',tuple(x))
for y in (1,99,999,9999,12345,-5,0): e(time.strftime,'%Y %y %C %G %g %F %D',(y,1,1,0,0,0,0,1,0))
for d in range(1,8): e(time.strftime,'%a %U %W %V %G %u %w',(2024,1,d,0,0,0,(d-1)%7,d,0)); e(time.strftime,'%V %G',(2020,12,31,0,0,0,3,366,0))
e(time.strftime,'%-d %_d %03d %^a %5Y|%E|%Ey|%Od|%%|%|%q',b); e(time.strftime,''); e(time.strftime,'%'); e(time.strftime,5); e(time.strftime,'\u20ac%Y',b); e(time.strftime, '%Y\0%m', b); e(time.strftime,'%Y',5); e(time.strftime,'%I %l %p %P %r',(2024,1,1,0,0,0,0,1,0)); e(time.strftime,'%s %z %Z',b)
e(time.struct_time,(1,2,3)); s=time.struct_time(range(11)); print(s, s.tm_zone, s.tm_gmtoff); s=time.struct_time(range(9)); print(s, s.tm_zone, s.tm_gmtoff, s.n_fields); e(time.struct_time,5); e(time.struct_time,range(12)); 
e(lambda: s.__reduce__()); e(lambda: setattr(s,'tm_year',1)); e(lambda: s._replace if hasattr(s,'_replace') else 'no')
print(time.timezone, time.altzone, time.daylight, time.tzname)
print(type(time.time()), type(time.time_ns()), type(time.monotonic()), type(time.perf_counter_ns()), type(time.process_time()), time.monotonic()<=time.monotonic(), time.clock_gettime(time.CLOCK_REALTIME)>1e9, type(time.clock_gettime_ns(1)), time.clock_getres(1)); e(time.clock_gettime,99); e(time.clock_gettime,'x')
for n in ('time','monotonic','perf_counter','process_time','thread_time'): e(time.get_clock_info,n)
e(time.get_clock_info,'x'); e(time.get_clock_info,5)
#: 'ValueError', ValueError('sleep length must be non-negative')
#: 'TypeError', TypeError("'str' object cannot be interpreted as an integer or float")
#: 'TypeError', TypeError("'NoneType' object cannot be interpreted as an integer or float")
#: 'ValueError', ValueError('Invalid value NaN (not a number)')
#: 'OverflowError', OverflowError('timestamp out of range for platform time_t')
#: 'OverflowError', OverflowError('timestamp too large to convert to C PyTime_t')
#: 'None',
#: 'None',
#: 'None',
#: time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0), 'GMT', 0, 2023, (2023, 11, 14), 9, True
#: 'TypeError', TypeError('mktime(): illegal time tuple argument')
#: 'TypeError', TypeError('Tuple or struct_time argument required')
#: '946684800.0',
#: '981079321.0',
#: 'TypeError', TypeError("'float' object cannot be interpreted as an integer")
#: '1700000000.0',
#: "'Sun Jan  2 03:04:05 2000'",
#: "'Mon Jan  1 00:00:00 2000'",
#: "'Sun Jan  2 03:04:05 99999'",
#: "'Sun Jan  2 03:04:05 -5'",
#: 'TypeError', TypeError('Tuple or struct_time argument required')
#: "'Thu Jan  1 00:00:00 1970'",
#: 'TypeError', TypeError("'str' object cannot be interpreted as an integer")
#: "'Sun Sep  9 01:46:40 2001'",
#: 'ValueError', ValueError('month out of range')
#: 'ValueError', ValueError('month out of range')
#: 'ValueError', ValueError('day of month out of range')
#: 'ValueError', ValueError('hour out of range')
#: 'ValueError', ValueError('minute out of range')
#: 'ValueError', ValueError('seconds out of range')
#: 'ValueError', ValueError('day of week out of range')
#: "'2024-02-09 13:05:06 2 040'",
#: 'ValueError', ValueError('day of year out of range')
#: 'ValueError', ValueError('day of year out of range')
#: 'OverflowError', OverflowError('signed integer is greater than maximum')
#: "'2024-02-09 13:05:06 5 040'",
#: "'1 01 0 1 01 1-01-01 01/01/01'",
#: "'99 99 0 99 99 99-01-01 01/01/99'",
#: "'999 99 9 999 99 999-01-01 01/01/99'",
#: "'9999 99 99 9999 99 9999-01-01 01/01/99'",
#: "'12345 45 123 12345 45 12345-01-01 01/01/45'",
#: "'-5 95 -1 -5 95 -5-01-01 01/01/95'",
#: "'0 00 0 0 00 0-01-01 01/01/00'",
#: "'Mon 00 01 01 2024 1 1'",
#: "'53 2020'",
#: "'Tue 00 01 01 2024 2 2'",
#: "'53 2020'",
#: "'Wed 00 01 01 2024 3 3'",
#: "'53 2020'",
#: "'Thu 00 01 01 2024 4 4'",
#: "'53 2020'",
#: "'Fri 00 01 01 2024 5 5'",
#: "'53 2020'",
#: "'Sat 00 01 01 2024 6 6'",
#: "'53 2020'",
#: "'Sun 01 01 01 2024 7 0'",
#: "'53 2020'",
#: "'9  9 009 FRI 02024|%E|24|09|%|%|%q'",
#: "''",
#: "'%'",
#: 'TypeError', TypeError('strftime() argument 1 must be str, not int')
#: "'\u20ac2024'",
#: "'2024\\x0002'",
#: 'TypeError', TypeError('Tuple or struct_time argument required')
#: "'12 12 AM am 12:00:00 AM'",
#: "'1707483906 +0000 UTC'",
#: 'TypeError', TypeError('time.struct_time() takes an at least 9-sequence (3-sequence given)')
#: time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8), 9, 10
#: time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8), None, None, 11
#: 'TypeError', TypeError('constructor requires a sequence')
#: 'TypeError', TypeError('time.struct_time() takes an at most 11-sequence (12-sequence given)')
#: "(<class 'time.struct_time'>, ((0, 1, 2, 3, 4, 5, 6, 7, 8), {'tm_zone': None, 'tm_gmtoff': None}))",
#: 'AttributeError', AttributeError('readonly attribute')
#: "'no'",
#: 0, 0, 0, ('UTC', 'UTC')
#: <class 'float'>, <class 'int'>, <class 'float'>, <class 'int'>, <class 'float'>, True, True, <class 'int'>, 1e-09
#: 'OSError', OSError(22, 'Invalid argument')
#: 'TypeError', TypeError('clk_id should be integer, not str')
#: "namespace(implementation='clock_gettime(CLOCK_REALTIME)', monotonic=False, adjustable=True, resolution=1e-09)",
#: "namespace(implementation='clock_gettime(CLOCK_MONOTONIC)', monotonic=True, adjustable=False, resolution=1e-09)",
#: "namespace(implementation='clock_gettime(CLOCK_MONOTONIC)', monotonic=True, adjustable=False, resolution=1e-09)",
#: "namespace(implementation='clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', monotonic=True, adjustable=False, resolution=1e-09)",
#: "namespace(implementation='clock_gettime(CLOCK_THREAD_CPUTIME_ID)', monotonic=True, adjustable=False, resolution=1e-09)",
#: 'ValueError', ValueError('unknown clock')
#: 'TypeError', TypeError('get_clock_info() argument 1 must be str, not int')
