# warnings.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import warnings, sys, io
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("a"); warnings.warn("b", DeprecationWarning); warnings.warn(UserWarning("c"))
assert [(str(x.message), x.category.__name__) for x in w] == [('a', 'UserWarning'), ('b', 'DeprecationWarning'), ('c', 'UserWarning')]
with warnings.catch_warnings():
    warnings.simplefilter("error")
    assert error(lambda: warnings.warn("boom", RuntimeWarning)) == 'RuntimeWarning: boom'
with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings(); warnings.filterwarnings("ignore", message="skip"); warnings.filterwarnings("always", category=UserWarning)
    warnings.warn("skip me"); warnings.warn("keep me")
assert [str(x.message) for x in w] == ['skip me', 'keep me']
assert error(lambda: warnings.warn("x", int)) == "TypeError: category must be a Warning subclass, not 'type'"
assert error(lambda: warnings.filterwarnings("nope")) == "ValueError: invalid action: 'nope'"
assert warnings.formatwarning("msg", UserWarning, "f.py", 3, "line") == 'f.py:3: UserWarning: msg\n  line\n'
assert issubclass(ResourceWarning, Warning)
@warnings.deprecated("use g")
def f(): return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    assert f() == 1
assert str(w[0].message) == 'use g'
assert w[0].category.__name__ == 'DeprecationWarning'
assert f.__deprecated__ == 'use g'
old = sys.stderr; sys.stderr = io.StringIO(); warnings.simplefilter("always"); warnings.showwarning("shown", UserWarning, "file.py", 7); got = sys.stderr.getvalue(); sys.stderr = old
assert got == 'file.py:7: UserWarning: shown\n'
