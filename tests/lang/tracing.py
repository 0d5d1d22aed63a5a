# sys.settrace hears of calls, lines, exceptions and returns.
import sys
log = []
def tracer(frame, event, arg):
    first = frame.f_code.co_firstlineno
    if event == "exception": arg = arg[0].__name__
    log.append((frame.f_code.co_name, event, frame.f_lineno - first, arg))
    return tracer
def g():
    yield 1
    return 2
def f(x):
    for i in range(2):
        x += i
    try:
        raise ValueError
    except ValueError:
        pass
    return list(g())
sys.settrace(tracer)
f(1)
sys.settrace(None)
assert [e[:3] for e in log if e[0] == "f"] == [('f', 'call', 0), ('f', 'line', 1), ('f', 'line', 2), ('f', 'line', 1), ('f', 'line', 2),
    ('f', 'line', 1), ('f', 'line', 3), ('f', 'line', 4), ('f', 'exception', 4), ('f', 'line', 5), ('f', 'line', 6), ('f', 'line', 7), ('f', 'return', 7)]
assert [e[1:] for e in log if e[0] == "g"] == [('call', 0, None), ('line', 1, None), ('return', 1, 1), ('call', 1, None), ('line', 2, None), ('return', 2, 2)]
log.clear()
def h(): 1 / 0
sys.settrace(tracer)
try: h()
except ZeroDivisionError: pass
sys.settrace(None)
assert log == [('h', 'call', 0, None), ('h', 'line', 0, None), ('h', 'exception', 0, 'ZeroDivisionError'), ('h', 'return', 0, None)]
assert sys.gettrace() is None
---
# What the trace function returns hears of the frame; f_trace_lines and f_trace_opcodes choose.
import sys
seen = []
def local(frame, event, arg):
    seen.append(event)
def start(frame, event, arg):
    assert event == "call"
    if frame.f_code.co_name == "quiet": return None
    frame.f_trace_lines = frame.f_code.co_name != "unlined"
    return local
def quiet(): pass
def unlined():
    x = 1
    return x
def both():
    x = 1
    return x
sys.settrace(start)
quiet(); unlined(); both()
sys.settrace(None)
assert seen == ['return', 'line', 'line', 'return']
---
# A trace function that raises ends the tracing, and its exception goes on where it happened.
import sys
def bad(frame, event, arg):
    if event == "line": raise KeyError("from the tracer")
    return bad
def f():
    try:
        return 1
    except KeyError as e:
        return e.args[0]
sys.settrace(bad)
try: r = f()
except KeyError as e: r = "out: " + e.args[0]
assert r == "out: from the tracer" and sys.gettrace() is None
---
# sys.setprofile hears of calls and returns.
import sys
log = []
def prof(frame, event, arg):
    if event in ("call", "return"): log.append((frame.f_code.co_name, event, arg))
def inner(): return 7
def outer(): return inner() + 1
sys.setprofile(prof)
outer()
sys.setprofile(None)
assert log == [('outer', 'call', None), ('inner', 'call', None), ('inner', 'return', 7), ('outer', 'return', 8)]
---
# A trace function moves the frame to another line.
import sys
def jump(to):
    def tracer(frame, event, arg):
        if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
            try: frame.f_lineno = frame.f_code.co_firstlineno + to
            except ValueError as e: out.append(str(e))
            return None
        return tracer
    return tracer
def f(out):
    out.append(1)
    out.append(2)
    out.append(3)
    for i in [0]:
        out.append(5)
    try:
        out.append(7)
    except ValueError:
        out.append(9)
def run(to):
    global out
    out = []
    sys.settrace(jump(to))
    try:
        f(out)
    finally:
        sys.settrace(None)
    return out
assert "can't jump into the body of a for loop" in run(5)
assert "can't jump into an 'except' block as there's no exception" in run(9)
assert "comes after the current code block" in run(99)[1]
assert "comes before the current code block" in run(-1)[1]
try:
    sys._getframe().f_lineno = 3
    assert False
except ValueError as e:
    assert "f_lineno can only be set in a trace function" in str(e)
---
# f_locals of a function is a view: what is stored there is stored in the variables.
import sys
def f():
    x = 1
    p = sys._getframe().f_locals
    p["x"] = 2
    p["new"] = 3
    assert x == 2 and p["new"] == 3 and "y" not in p
    y = 4
    assert p["y"] == 4 and sorted(p) == ['new', 'p', 'x', 'y']
    try:
        del p["x"]
        assert False
    except ValueError as e:
        assert str(e) == "cannot remove local variables from FrameLocalsProxy"
    assert locals()["new"] == 3
    assert p.pop("new") == 3 and p.get("new", 0) == 0
    assert p | {"z": 1} == {"x": 2, "p": p, "y": 4, "z": 1}
    def g(): return x
    p["x"] = 5
    return g()
assert f() == 5
