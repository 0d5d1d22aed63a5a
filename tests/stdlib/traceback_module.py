# traceback: formatting and walking.
import traceback, sys, io
def a(): b()
def b(): raise ValueError("deep")
try: a()
except ValueError as e: ex = e
assert traceback.format_exception_only(ex) == ['ValueError: deep\n']
assert traceback.format_exception_only(ValueError, ex) == ['ValueError: deep\n']
assert [f.name for f in traceback.extract_tb(ex.__traceback__)] == ['<module>', 'a', 'b']
assert traceback.format_exception(ex)[0] == 'Traceback (most recent call last):\n'
assert traceback.format_exception(ex)[-1] == 'ValueError: deep\n'
assert len(traceback.format_tb(ex.__traceback__)) == 3
assert [f.f_code.co_name for f, n in traceback.walk_tb(ex.__traceback__)][1:] == ['a', 'b']
s = io.StringIO(); traceback.print_exception(ex, file=s)
assert s.getvalue().startswith("Traceback (most recent call last):\n  File ") is True
assert s.getvalue().endswith("ValueError: deep\n") is True
try: 1 / 0
except ZeroDivisionError:
    t = traceback.format_exc()
assert t.strip().split("\n")[-1] == 'ZeroDivisionError: division by zero'
assert traceback.format_exc() == 'NoneType: None\n'
te = traceback.TracebackException.from_exception(ex)
assert te.exc_type_str == 'ValueError'
assert str(te) == 'deep'
assert te.stack[-1].name == 'b'
assert list(te.format_exception_only()) == ['ValueError: deep\n']
st = traceback.extract_stack()
assert st[-1].name == '<module>'
assert isinstance(st, traceback.StackSummary)
def f(): return traceback.extract_stack(limit=2)
def g(): return f()
assert [x.name for x in g()] == ['g', 'f']
e = ValueError("x"); e.add_note("note 1")
assert traceback.format_exception_only(e) == ['ValueError: x\n', 'note 1\n']
assert traceback.format_exception_only(KeyError("k")) == ["KeyError: 'k'\n"]
assert traceback.format_exception_only(ValueError()) == ['ValueError\n']
assert traceback.format_exception_only(SyntaxError("bad", ("f.py", 3, 2, "abc\n"))) == ['  File "f.py", line 3\n', '    abc\n', '     ^^\n', 'SyntaxError: bad\n']
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError("second") from z
except KeyError as k: chained = "".join(traceback.format_exception(k))
assert "\nThe above exception was the direct cause of the following exception:\n" in chained
assert "".join(traceback.format_exception(ExceptionGroup("g", [ValueError(1), TypeError(2)]))) == '  | ExceptionGroup: g (2 sub-exceptions)\n  +-+---------------- 1 ----------------\n    | ValueError: 1\n    +---------------- 2 ----------------\n    | TypeError: 2\n    +------------------------------------\n'
assert "".join(traceback.format_list([("f.py", 1, "fn", "code here")])) == '  File "f.py", line 1, in fn\n    code here\n'
assert traceback.FrameSummary("f", 1, "n").name == 'n'
assert traceback.print_list([], file=s) is None
ex2 = ValueError("inner"); ex2.__cause__ = KeyError("cause")
assert traceback.format_exception(ex2) == ["KeyError: 'cause'\n", '\nThe above exception was the direct cause of the following exception:\n\n', 'ValueError: inner\n']
assert traceback.format_exception(ex2, chain=False) == ['ValueError: inner\n']
sys.last_exc = ex
tb = ex.__traceback__
assert traceback.clear_frames(tb) is None
assert tb.tb_next.tb_next.tb_lineno > tb.tb_next.tb_lineno
import linecache
assert linecache.getline("no such file", 1) == ''
