# Code objects go through marshal.
import marshal
def f(a, *, b=2):
    "doc"
    return {x for x in (a, b) if x in {1, 2, 3}}
code = marshal.loads(marshal.dumps(f.__code__))
g = type(f)(code, globals())
assert g(1, b=3) == {1, 3} and code.co_name == 'f' and code.co_filename == f.__code__.co_filename
assert list(code.co_positions()) == list(f.__code__.co_positions())
for bad in (lambda: marshal.dumps(code, allow_code=False), lambda: marshal.loads(marshal.dumps(code), allow_code=False)):
    try:
        bad()
    except ValueError as e:
        assert 'code objects is disallowed' in str(e), e
    else:
        assert False
