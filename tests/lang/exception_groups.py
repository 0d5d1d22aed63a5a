# ExceptionGroup and except*.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
g = ExceptionGroup("msg", [ValueError(1), TypeError(2)])
assert g.message == 'msg'
assert repr(g.exceptions) == '(ValueError(1), TypeError(2))'
assert str(g) == 'msg (2 sub-exceptions)'
assert repr(g) == "ExceptionGroup('msg', [ValueError(1), TypeError(2)])"
assert repr(g.args) == "('msg', [ValueError(1), TypeError(2)])"
assert type(BaseExceptionGroup("b", [ValueError()])).__name__ == 'ExceptionGroup'
assert type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__ == 'BaseExceptionGroup'
assert str(ExceptionGroup("one", [ValueError()])) == 'one (1 sub-exception)'
assert error(lambda: ExceptionGroup("m", [])) == 'ValueError: second argument (exceptions) must be a non-empty sequence'
assert error(lambda: ExceptionGroup("m", [1])) == 'ValueError: Item 0 of second argument (exceptions) is not an exception'
assert error(lambda: ExceptionGroup("m", [ValueError])) == 'ValueError: Item 0 of second argument (exceptions) is not an exception'
assert error(lambda: ExceptionGroup("m", 5)) == 'TypeError: second argument (exceptions) must be a sequence'
assert error(lambda: ExceptionGroup(5, [ValueError()])) == 'TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int'
assert error(lambda: ExceptionGroup("m", [KeyboardInterrupt()])) == 'TypeError: Cannot nest BaseExceptions in an ExceptionGroup'
assert error(lambda: ExceptionGroup("m")) == 'TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)'
assert error(lambda: ExceptionGroup("m", ValueError())) == 'TypeError: second argument (exceptions) must be a sequence'
n = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
assert repr(n.subgroup(ValueError)) == "ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])])"
assert n.subgroup(KeyError) is None
m, r = n.split(TypeError)
assert repr(m) == "ExceptionGroup('outer', [ExceptionGroup('inner', [TypeError(2)])])"
assert repr(r) == "ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])])"
assert repr(n.subgroup(lambda e: e.args == (3,))) == "ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(3)])])"
assert n.split(ExceptionGroup)[1] is None
assert repr(n.derive([KeyError()])) == "ExceptionGroup('outer', [KeyError()])"
assert n.split((ValueError, TypeError))[1] is None
assert error(lambda: n.split(5)) == 'TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)'
assert error(lambda: n.subgroup(int)) == 'TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)'
---
log = []
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3), KeyError("k")])
except* ValueError as e:
    log.append(repr(e))
except* (TypeError, KeyError) as e:
    log.append(repr(e))
else:
    log.append("else")
finally:
    log.append("finally")
assert log == ["ExceptionGroup('g', [ValueError(1), ValueError(3)])", "ExceptionGroup('g', [TypeError(2), KeyError('k')])", 'finally']
---
# What is not handled goes on.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
except ExceptionGroup as e:
    rest = e
assert repr(rest) == "ExceptionGroup('g', [TypeError(2)])"
---
# A naked exception is wrapped for the handler; unmatched it stays naked.
try:
    raise ValueError("naked")
except* ValueError as e:
    got = e
assert repr(got) == "ExceptionGroup('', (ValueError('naked'),))"
try:
    try: raise KeyError("k")
    except* ValueError: pass
except KeyError as e:
    got = e
assert repr(got) == "KeyError('k')"
---
# Raising inside except* joins the rest.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("new")
    except* TypeError as t:
        raise
except ExceptionGroup as e:
    top = e
assert repr(top) == "ExceptionGroup('', [KeyError('new'), ExceptionGroup('g', [TypeError(2), OSError(3)])])"
assert [type(x).__name__ for x in top.exceptions] == ['KeyError', 'ExceptionGroup']
---
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e:
        raise RuntimeError("r") from e
except RuntimeError as e:
    assert repr(e.__cause__) == "ExceptionGroup('g', [ValueError(1)])"
    assert type(e.__context__).__name__ == 'ExceptionGroup'
---
# No exception: else runs.
log = []
try: log.append("body")
except* ValueError: log.append("no")
else: log.append("else")
finally: log.append("fin")
assert log == ['body', 'else', 'fin']
---
# Nested groups keep their structure.
try:
    raise ExceptionGroup("o", [ExceptionGroup("i1", [ValueError(1), KeyError(2)]), ExceptionGroup("i2", [ValueError(3)])])
except* ValueError as e:
    v = e
except* KeyError as e:
    k = e
assert repr(v) == "ExceptionGroup('o', [ExceptionGroup('i1', [ValueError(1)]), ExceptionGroup('i2', [ValueError(3)])])"
assert repr(k) == "ExceptionGroup('o', [ExceptionGroup('i1', [KeyError(2)])])"
---
class G(ExceptionGroup):
    def derive(self, excs): return G(self.message, excs)
    extra = 1
g = G("g", [ValueError(1), TypeError(2)])
assert type(g.subgroup(ValueError)).__name__ == 'G'
try: raise g
except* ValueError as e: got = e
except* TypeError: pass
assert type(got).__name__ == 'G'
g.add_note("n")
assert g.subgroup(ValueError).__notes__ == ['n']
---
# except* needs ordinary exception classes.
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e:
    assert str(e) == 'catching ExceptionGroup with except* is not allowed. Use except instead.'
try:
    try: raise ValueError
    except* 5: pass
except TypeError as e:
    assert str(e) == 'catching classes that do not inherit from BaseException is not allowed'
def bad(src):
    try: compile(src, "<s>", "exec")
    except SyntaxError as e: return e.msg
assert bad("try: pass\nexcept*: pass") == 'expected one or more exception types'
assert bad("try: pass\nexcept A: pass\nexcept* B: pass") == "cannot have both 'except' and 'except*' on the same 'try'"
assert bad("def f():\n try: pass\n except* A: return 1") == "'break', 'continue' and 'return' cannot appear in an except* block"
assert bad("for i in x:\n try: pass\n except* A: break") == "'break', 'continue' and 'return' cannot appear in an except* block"
assert bad("for i in x:\n try: pass\n except* A: continue") == "'break', 'continue' and 'return' cannot appear in an except* block"
---
# Metadata: traceback, cause and context are carried to the parts.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)]) from KeyError("cause")
    except* ValueError: pass
except ExceptionGroup as e:
    assert repr(e.__cause__) == "KeyError('cause')"
    assert e.__traceback__ is not None
import contextlib
with contextlib.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as e:
    assert repr(e) == "ExceptionGroup('g', [KeyError(2)])"
