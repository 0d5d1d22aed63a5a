# contextlib leftovers and atexit.
import contextlib, atexit, io, sys
with contextlib.redirect_stderr(io.StringIO()) as e: print("err", file=sys.stderr)
assert e.getvalue() == 'err\n'
with contextlib.chdir("/"): import os; assert os.getcwd() == "/"
class D(contextlib.ContextDecorator):
    def __enter__(self): log.append("in"); return self
    def __exit__(self, *a): log.append("out")
log = []
@D()
def f(): log.append("f")
f()
assert log == ['in', 'f', 'out']
assert atexit.register(print, "x") is print
assert atexit.unregister(print) is None
class AC(contextlib.AbstractContextManager):
    def __exit__(self, *a): return None
with AC() as x: assert isinstance(x, AC)
assert isinstance(open(os.devnull), contextlib.AbstractContextManager)
