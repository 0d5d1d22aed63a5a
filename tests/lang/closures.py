# Scopes: locals, globals, nonlocal, cells, class bodies.
x = "global"
def f():
    x = "f"
    def g():
        return x
    return g
assert f()() == "f" and x == "global"
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
assert get() == 6
other, _ = counter()
assert other() == 1 and get() == 6
---
# Late binding, one cell per call.
fs = [lambda: i for i in range(3)]
assert [f() for f in fs] == [2, 2, 2]
fs = [lambda i=i: i for i in range(3)]
assert [f() for f in fs] == [0, 1, 2]
def make(i): return lambda: i
assert [make(i)() for i in range(3)] == [0, 1, 2]
def loop():
    out = []
    for k in range(3):
        out.append(lambda: k)
    return out
assert [f() for f in loop()] == [2, 2, 2]
---
x = 1
def set_global():
    global x, made
    x = 2
    made = 3
set_global()
assert x == 2 and made == 3
def nested():
    x = 10
    def inner():
        global x
        x = 20
    inner()
    return x
assert nested() == 10 and x == 20
---
# Reading a local before it is bound.
x = 1
def f():
    y = x                          ### "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"
    x = 2
f()
---
def f():
    del z                          ### "UnboundLocalError: cannot access local variable 'z' where it is not associated with a value"
    z = 1
f()
---
def f():
    z = 1
    del z
    z                              ### "UnboundLocalError: cannot access local variable 'z' where it is not associated with a value"
f()
---
def f():
    def g():
        return z                   ### "NameError: cannot access free variable 'z' where it is not associated with a value in enclosing scope"
    g()
    z = 1
f()
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f():
    z = 1
    del z
    return lambda: z
assert error(lambda: f()()) == "NameError: cannot access free variable 'z' where it is not associated with a value in enclosing scope"
---
undefined                          ### "NameError: name 'undefined' is not defined"
---
del undefined                      ### "NameError: name 'undefined' is not defined"
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def f(): return prnt
assert error(lambda: f()) == "NameError: name 'prnt' is not defined"
assert error(lambda: f.xyz) == "AttributeError: 'function' object has no attribute 'xyz'"
assert error(lambda: undefined_name) == "NameError: name 'undefined_name' is not defined"
def g():
    global gone
    del gone
assert error(lambda: g()) == "NameError: name 'gone' is not defined"
---
# NameError carries the name; a close one is suggested only in tracebacks.
try:
    lenn
except NameError as e:
    assert e.name == "lenn" and str(e) == "name 'lenn' is not defined"
def f():
    try:
        local
    except UnboundLocalError as e:
        assert e.name is None and str(e).startswith("cannot access local variable 'local'")
        assert isinstance(e, NameError)
    local = 1
f()
---
# Class bodies: names are local to the body, functions inside skip them.
x = "module"
class A:
    x = "class"
    y = x
    def m(self): return x
    z = [x for _ in range(1)]
    w = [i for i in x]
    l = lambda: x
assert A.y == "class" and A().m() == "module"
assert A.z == ['module']
assert A.w == ['c', 'l', 'a', 's', 's']
assert A.l() == 'module'
def f():
    x = "f"
    class B:
        y = x
        x = "B"
        z = x
    return B.y, B.z
assert f() == ('module', 'B')
def g():
    x = "g"
    class B:
        y = x
        def m(self): return x
    return B.y, B().m()
assert g() == ('g', 'g')
---
# A class body reads enclosing cells, then globals, by name at run time.
x = "module"
def f(flag):
    x = "f"
    class C:
        if flag:
            x = "own"
        nonlocal_read = x
    return C.nonlocal_read
assert f(False) == 'module'
assert f(True) == 'own'
---
def f():
    n = 0
    class C:
        nonlocal n
        n = 5
    return n, hasattr(C, "n")
assert f() == (5, False)
class G:
    global made_in_class
    made_in_class = 1
assert made_in_class == 1
assert not hasattr(G, "made_in_class")
---
# locals() and globals().
def f(a, b=2):
    c = 3
    return locals()
assert f(1) == {'a': 1, 'b': 2, 'c': 3}
def g():
    x = 1
    l = locals()
    l["x"] = 99
    return x
assert g() == 1
def h():
    x = 1
    def i():
        return x, sorted(locals())
    return i()
assert h() == (1, ['x'])
assert locals() is globals()
globals()["dyn"] = 5
assert dyn == 5
class C:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
assert C.names == ['a']
---
# exec and eval with explicit namespaces.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
ns = {"x": 1}
exec("y = x + 1", ns)
assert ns["y"] == 2
g, l = {"x": 1}, {"x": 2}
exec("z = x", g, l)
assert l == {'x': 2, 'z': 2}
assert ("z" in g) is False
assert eval("x + 1", {"x": 41}) == 42
def f():
    x = 1
    exec("x = 2")
    return x
assert f() == 1
assert eval("[x for x in range(3)]") == [0, 1, 2]
exec("def k(): return a", g); g["a"] = 5
assert g["k"]() == 5
assert error(lambda: eval("x", {})) == "NameError: name 'x' is not defined"
assert error(lambda: eval("1 +")) == 'SyntaxError: invalid syntax (<string>, line 1)'
assert error(lambda: exec("return 1")) == "SyntaxError: 'return' outside function (<string>, line 1)"
assert error(lambda: eval("x = 1")) == 'SyntaxError: invalid syntax (<string>, line 1)'
class M(dict):
    def __missing__(self, k): return k * 2
assert eval("foo", {}, M()) == 'foofoo'
assert eval(compile("1 + 1", "f", "eval")) == 2
assert eval(" \t 1") == 1
assert eval(b"1 + 1") == 2
---
# Function attributes tell about cells.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
def outer():
    a, b = 1, 2
    def inner(): return a, b
    return inner
f = outer()
assert f.__code__.co_freevars == ('a', 'b')
assert [c.cell_contents for c in f.__closure__] == [1, 2]
assert outer.__code__.co_cellvars == ('a', 'b')
assert outer.__closure__ is None
f.__closure__[0].cell_contents = 10
assert f() == (10, 2)
import types
c = types.CellType()
assert error(lambda: c.cell_contents) == 'ValueError: Cell is empty'
c = types.CellType(5)
assert c.cell_contents == 5
del c.cell_contents
assert error(lambda: c.cell_contents) == 'ValueError: Cell is empty'
---
# Comprehension scopes.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
x = "outer"
l = [x for x in range(3)]
assert x == "outer"
def f():
    y = 5
    return [y + i for i in range(2)], {y: i for i in range(2)}, list(y * i for i in range(3))
assert f() == ([5, 6], {5: 1}, [0, 5, 10])
assert [[i * j for i in range(j)] for j in range(4)] == [[], [0], [0, 2], [0, 3, 6]]
assert [(i, j) for i in range(3) for j in range(i)] == [(1, 0), (2, 0), (2, 1)]
assert [i for i in range(10) if i % 2 if i % 3] == [1, 5, 7]
class C:
    n = 3
    r = [i for i in range(n)]
assert C.r == [0, 1, 2]
assert error(lambda: [i for i in undefined]) == "NameError: name 'undefined' is not defined"
def g():
    return [lambda: i for i in range(3)]
assert [f() for f in g()] == [2, 2, 2]
assert [i for i in [j for j in range(3)]] == [0, 1, 2]
it = (i for i in [1, 2])
assert next(it) == 1
assert error(lambda: (i for i in 1)) == "TypeError: 'int' object is not iterable"
assert error(lambda: [a for a, b in [(1, 2, 3)]]) == 'ValueError: too many values to unpack (expected 2, got 3)'
---
# Rules the compiler enforces.
def bad(src):
    try:
        compile(src, "<s>", "exec")
    except SyntaxError as e:
        return e.msg
assert bad("nonlocal x") == 'nonlocal declaration not allowed at module level'
assert bad("def f():\n nonlocal x") == "no binding for nonlocal 'x' found"
assert bad("def f():\n x = 1\n global x") == "name 'x' is assigned to before global declaration"
assert bad("def f():\n print(x)\n global x") == "name 'x' is used prior to global declaration"
assert bad("def f(x):\n global x") == "name 'x' is parameter and global"
assert bad("def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x") == "name 'x' is assigned to before nonlocal declaration"
assert bad("def f(x):\n def g(x):\n  nonlocal x") == "name 'x' is parameter and nonlocal"
assert bad("def f():\n global x\n nonlocal x") == "name 'x' is nonlocal and global"
assert bad("[x := 0 for x in y]") == "assignment expression cannot rebind comprehension iteration variable 'x'"
assert bad("[i for i in (j := [1])]") == 'assignment expression cannot be used in a comprehension iterable expression'
assert bad("class A:\n [j := 0 for i in x]") == 'assignment expression within a comprehension cannot be used in a class body'
assert bad("x: int = 1\nglobal x") == "annotated name 'x' can't be global"
assert bad("def f():\n global x\n x: int = 1") == "annotated name 'x' can't be global"
---
# Recursion through a closure, and mutual recursion.
def outer(n):
    def even(k): return True if k == 0 else odd(k - 1)
    def odd(k): return False if k == 0 else even(k - 1)
    return even(n)
assert outer(10) is True
assert (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)) == 120
