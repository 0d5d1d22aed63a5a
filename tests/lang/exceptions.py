# try, except, else, finally; raising; the exception object.
log = []
try:
    log.append(1)
except ValueError:
    log.append("no")
else:
    log.append("else")
finally:
    log.append("finally")
assert log == [1, "else", "finally"]
try:
    raise ValueError("x", 1)
except (TypeError, ValueError) as e:
    assert e.args == ("x", 1) and str(e) == "('x', 1)"
    kept = e
else:
    assert False
assert kept.args[1] == 1
e                                  ### "NameError: name 'e' is not defined"
---
# Handlers are tried in order; a bare except takes the rest.
def kind(exc):
    try:
        raise exc
    except KeyError: return "key"
    except LookupError: return "lookup"
    except (ArithmeticError, OSError): return "arith or os"
    except Exception: return "exception"
    except: return "bare"
assert kind(KeyError()) == 'key'
assert kind(IndexError()) == 'lookup'
assert kind(ZeroDivisionError()) == 'arith or os'
assert kind(FileNotFoundError()) == 'arith or os'
assert kind(RuntimeError) == 'exception'
assert kind(KeyboardInterrupt()) == 'bare'
assert kind(SystemExit()) == 'bare'
assert kind(GeneratorExit) == 'bare'
---
# Python 3.14: except without parentheses.
def kind(exc):
    try:
        raise exc
    except KeyError, IndexError:
        return "lookup"
    except ValueError, TypeError:
        return "value"
assert kind(IndexError) == 'lookup'
assert kind(TypeError()) == 'value'
---
# Return in finally wins; break and continue leave through finally.
log = []
def a():
    try: return "try"
    finally: log.append("fin")
assert a() == 'try'
assert log == ['fin']
def b():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            log.append(i)
        finally:
            log.append(("f", i))
    return "end"
log.clear()
assert b() == 'end'
assert log == [0, ('f', 0), ('f', 1), ('f', 2)]
def c():
    try:
        1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        log.append("c")
assert c() == 'except'
def d():
    x = 1
    try: return x
    finally: x = 2
assert d() == 1
def e():
    while True:
        try:
            try: return 1
            finally: log.append("inner")
        finally: log.append("outer")
log.clear()
assert e() == 1
assert log == ['inner', 'outer']
---
import warnings
ns = {}
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    exec("""
def f():
    try: 1 / 0
    finally: return "swallowed"
def g():
    for i in range(2):
        try: 1 / 0
        finally: continue
    return "g"
def h():
    while True:
        try: return "lost"
        finally: break
    return "h"
""", ns)
assert ns["f"]() == 'swallowed'
assert ns["g"]() == 'g'
assert ns["h"]() == 'h'
---
# An exception in finally or except replaces the first, which becomes its context.
try:
    try:
        raise ValueError("one")
    finally:
        raise TypeError("two")
except TypeError as e:
    assert isinstance(e.__context__, ValueError) and e.__cause__ is None
    assert e.__suppress_context__ is False
try:
    try:
        raise ValueError("one")
    except ValueError as v:
        raise KeyError("two") from v
except KeyError as e:
    assert e.__cause__ is e.__context__ and e.__suppress_context__ is True
    assert str(e.__cause__) == "one"
try:
    try:
        raise ValueError("one")
    except ValueError:
        raise KeyError("two") from None
except KeyError as e:
    assert e.__cause__ is None and e.__suppress_context__ and isinstance(e.__context__, ValueError)
---
# Bare raise re-raises; the context is not doubled.
def f():
    try:
        try: raise ValueError("v")
        except ValueError: raise
    except ValueError as e:
        return e.__context__
assert f() is None
def g():
    try: raise KeyError("k")
    except KeyError as e:
        try: raise TypeError
        except TypeError: pass
        try: raise
        except KeyError as again: return again is e
assert g() is True
def deep():
    raise
try:
    try: raise ValueError("outer")
    except ValueError: deep()
except ValueError as e:
    assert str(e) == "outer"
---
raise                              ### "RuntimeError: No active exception to reraise"
---
raise 5                            ### "TypeError: exceptions must derive from BaseException"
---
raise "text"                       ### "TypeError: exceptions must derive from BaseException"
---
raise None                         ### "TypeError: exceptions must derive from BaseException"
---
raise int                          ### "TypeError: exceptions must derive from BaseException"
---
raise ValueError from 5            ### "TypeError: exception causes must derive from BaseException"
---
raise ValueError("a") from KeyError("b") ### "ValueError: a"
---
class E(Exception):
    def __init__(self, need): pass
raise E                            ### "TypeError: E.__init__.. missing 1 required positional argument: 'need'"
---
raise KeyError("k")                ### "KeyError: 'k'"
---
raise KeyError                     ### "KeyError: "
---
raise ValueError("a", 2)           ### "ValueError: .'a', 2."
---
raise ValueError(None)             ### "ValueError: None"
---
class C:
    def __new__(cls): return 5
class E(Exception):
    def __new__(cls): return 5
raise E                            ### "TypeError: calling <class '__main__.E'> should have returned an instance of BaseException, not <class 'int'>"
---
# except needs an exception class.
try:
    try: raise ValueError
    except 5: pass                 ### "TypeError: catching classes that do not inherit from BaseException is not allowed"
except ValueError: pass
---
try:
    raise ValueError
except (ValueError, "x"):          ### "TypeError: catching classes that do not inherit from BaseException is not allowed"
    pass
---
# sys.exception and sys.exc_info follow the handler.
import sys
assert sys.exc_info() == (None, None, None) and sys.exception() is None
try:
    raise ValueError("v")
except ValueError as e:
    assert sys.exception() is e
    t, v, tb = sys.exc_info()
    assert t is ValueError and v is e and tb is e.__traceback__
    try:
        raise KeyError
    except KeyError:
        assert isinstance(sys.exception(), KeyError)
    assert sys.exception() is e
    def f(): return sys.exception()
    assert f() is e
assert sys.exception() is None
def gen():
    try: raise TypeError
    except TypeError: yield sys.exception()
    yield sys.exception()
g = gen()
assert isinstance(next(g), TypeError) and sys.exception() is None
assert next(g) is None
---
# Traceback objects.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(): 1 / 0
try:
    f()
except ZeroDivisionError as e:
    tb = e.__traceback__
    assert tb.tb_next.tb_frame.f_code.co_name == "f"
    assert tb.tb_next.tb_next is None
    assert tb.tb_next.tb_lineno == f.__code__.co_firstlineno
    saved = e
assert saved.with_traceback(None) is saved
assert saved.__traceback__ is None
assert error(lambda: saved.with_traceback(5)) == 'TypeError: __traceback__ must be a traceback or None'
assert error(lambda: setattr(saved, "__traceback__", 5)) == 'TypeError: __traceback__ must be a traceback or None'
assert error(lambda: setattr(saved, "__cause__", 5)) == 'TypeError: exception cause must be None or derive from BaseException'
assert error(lambda: setattr(saved, "__context__", 5)) == 'TypeError: exception context must be None or derive from BaseException'
assert error(lambda: delattr(saved, "__cause__")) == 'TypeError: __cause__ may not be deleted'
assert error(lambda: setattr(saved, "args", 5)) == "TypeError: 'int' object is not iterable"
saved.args = [1, 2]
assert saved.args == (1, 2)
---
# Notes.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
e = ValueError("v")
assert not hasattr(e, "__notes__")
e.add_note("first"); e.add_note("second")
assert e.__notes__ == ['first', 'second']
assert error(lambda: e.add_note(5)) == 'TypeError: add_note() argument must be str, not int'
assert error(lambda: e.add_note()) == 'TypeError: BaseException.add_note() takes exactly one argument (0 given)'
e.__notes__ = 5
assert error(lambda: e.add_note("x")) == 'TypeError: Cannot add note: __notes__ is not a list'
---
# The builtin hierarchy and special attributes.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert [c.__name__ for c in KeyError.__mro__] == ['KeyError', 'LookupError', 'Exception', 'BaseException', 'object']
assert [c.__name__ for c in FileNotFoundError.__mro__] == ['FileNotFoundError', 'OSError', 'Exception', 'BaseException', 'object']
assert IOError is OSError is EnvironmentError
assert issubclass(UnicodeDecodeError, ValueError)
assert issubclass(RecursionError, RuntimeError)
assert issubclass(ModuleNotFoundError, ImportError)
assert issubclass(IndentationError, SyntaxError)
assert issubclass(TabError, IndentationError)
assert issubclass(BaseExceptionGroup, BaseException)
assert issubclass(ExceptionGroup, Exception)
assert issubclass(StopIteration, Exception)
assert not issubclass(GeneratorExit, Exception)
assert not issubclass(SystemExit, Exception)
assert issubclass(NotImplementedError, RuntimeError)
assert issubclass(PythonFinalizationError, RuntimeError)
assert issubclass(EncodingWarning, Warning)
e = OSError(2, "No such", "file.txt")
assert type(e).__name__ == 'FileNotFoundError'
assert e.errno == 2
assert e.strerror == 'No such'
assert e.filename == 'file.txt'
assert e.args == (2, 'No such')
assert str(e) == "[Errno 2] No such: 'file.txt'"
assert repr(OSError(2, "x")) == "FileNotFoundError(2, 'x')"
assert type(OSError(13, "x")).__name__ == 'PermissionError'
assert type(OSError(17, "x")).__name__ == 'FileExistsError'
assert type(OSError(32, "x")).__name__ == 'BrokenPipeError'
assert type(OSError(9999, "x")).__name__ == 'OSError'
assert str(OSError("just text")) == 'just text'
assert OSError("just text").errno is None
assert str(OSError(1, "a", "b", None, "c")) == "[Errno 1] a: 'b' -> 'c'"
assert StopIteration(5).value == 5
assert StopIteration().value is None
assert SystemExit(3).code == 3
assert SystemExit().code is None
assert SystemExit(1, 2).code == (1, 2)
assert KeyError("a").args == ('a',)
assert str(KeyError("a")) == "'a'"
assert str(KeyError("a", "b")) == "('a', 'b')"
assert str(KeyError()) == ''
assert AttributeError("m", name="n", obj=5).name == 'n'
assert NameError("m", name="q").name == 'q'
assert ImportError("m", name="n", path="p").path == 'p'
u = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad")
assert u.encoding == 'utf-8'
assert u.object == b'ab\xff'
assert u.start == 2
assert u.end == 3
assert u.reason == 'bad'
assert str(u) == "'utf-8' codec can't decode byte 0xff in position 2: bad"
assert str(UnicodeEncodeError("ascii", "aé", 1, 2, "ordinal")) == "'ascii' codec can't encode character '\\xe9' in position 1: ordinal"
assert str(UnicodeEncodeError("ascii", "éé", 0, 2, "ordinal")) == "'ascii' codec can't encode characters in position 0-1: ordinal"
assert str(UnicodeTranslateError("é", 0, 1, "why")) == "can't translate character '\\xe9' in position 0: why"
s = SyntaxError("msg", ("f.py", 3, 5, "text", 3, 7))
assert s.msg == 'msg'
assert s.filename == 'f.py'
assert s.lineno == 3
assert s.offset == 5
assert s.text == 'text'
assert s.end_lineno == 3
assert s.end_offset == 7
assert str(s) == 'msg (f.py, line 3)'
assert repr(ValueError("a", 1)) == "ValueError('a', 1)"
assert repr(ValueError()) == 'ValueError()'
assert repr(KeyError("k")) == "KeyError('k')"
assert str(Exception()) == ''
assert str(Exception("a")) == 'a'
assert str(Exception("a", "b")) == "('a', 'b')"
assert (ValueError(1) == ValueError(1)) is False
assert error(lambda: ValueError(x=1)) == 'TypeError: ValueError() takes no keyword arguments'
assert error(lambda: AttributeError("m", nme="n")) == "TypeError: AttributeError() got an unexpected keyword argument 'nme'. Did you mean 'name'?"
assert error(lambda: UnicodeDecodeError("a")) == 'TypeError: function takes exactly 5 arguments (1 given)'
assert error(lambda: ImportError("m", zzz=1)) == "TypeError: ImportError() got an unexpected keyword argument 'zzz'"
e = ValueError("x"); e.extra = 7
assert e.extra == 7
assert e.__dict__ == {'extra': 7}
---
# Own exceptions.
class AppError(Exception):
    def __init__(self, code, msg="m"):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
class Sub(AppError, KeyError): pass
try:
    raise Sub(7)
except KeyError as e:
    assert str(e) == "[7] m" and e.code == 7
assert repr(AppError(1, "z")) == "AppError('z')"
assert [c.__name__ for c in Sub.__mro__] == ['Sub', 'AppError', 'KeyError', 'LookupError', 'Exception', 'BaseException', 'object']
class NoInit(Exception):
    pass
assert NoInit(1, 2).args == (1, 2)
class KW(Exception):
    def __init__(self, *, a): self.a = a
assert KW(a=1).args == ()
assert KW(a=1).a == 1
raise Sub(3)                       ### "Sub: .3. m"
---
# The name bound by except is deleted, even through del or rebinding.
def f():
    e = "before"
    try: raise ValueError
    except ValueError as e: e = "rebound"
    try: return e
    except UnboundLocalError: return "gone"
assert f() == 'gone'
def g():
    try: raise ValueError
    except ValueError as e: del e
    return "ok"
assert g() == 'ok'
---
# Exception matching uses the real class; metaclass __subclasscheck__ is not asked.
class M(type):
    def __subclasscheck__(cls, c): return True
    def __instancecheck__(cls, c): return True
class A(Exception, metaclass=M): pass
try:
    try: raise ValueError("v")
    except A: assert False
except ValueError: ok = True
assert ok and isinstance(5, A)
---
# Errors raised while evaluating the handler's class expression.
def oops(): raise TypeError("in except clause")
try:
    try: raise ValueError("v")
    except oops(): pass
except TypeError as e:
    assert isinstance(e.__context__, ValueError)
---
# A long context chain, and cycles are cut.
a, b = ValueError("a"), KeyError("b")
try:
    try:
        raise a
    except ValueError:
        try: raise b
        except KeyError: raise a
except ValueError as e:
    assert e is a and a.__context__ is b and b.__context__ is None
def chain(n):
    try: raise ValueError(n)
    except ValueError:
        if n: chain(n - 1)
        else: raise
try: chain(5)
except ValueError as e:
    depth = 0
    while e: depth += 1; e = e.__context__
assert depth == 6
---
# assert.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
assert 1, "never"
assert (1, "a tuple is true")
def f(x): assert x > 0, f"x={x}"
assert error(lambda: f(0)) == 'AssertionError: x=0'
assert error(lambda: f(-5)) == 'AssertionError: x=-5'
def g(x): assert x
assert error(lambda: g(0)) == 'AssertionError: '
try: assert 0, ("a", "b")
except AssertionError as e: assert e.args == (("a", "b"),)
calls = []
assert True, calls.append(1)
assert calls == []
assert __debug__ is True
assert False, 5                    ### "AssertionError: 5"
