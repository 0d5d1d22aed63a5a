# import in all its forms, from the standard library.
import math
import os.path
import os.path as osp, collections.abc as cabc
from math import pi, sqrt as root
from collections import (OrderedDict, deque,)
from os import *
assert math.floor(2.5) == 2
assert osp is os.path
assert repr(root(4.0)) == '2.0'
assert pi == math.pi
assert OrderedDict.__name__ == 'OrderedDict'
assert cabc.__name__ == 'collections.abc'
assert "path" in globals() and path is os.path
import sys
assert sys.modules["math"] is math
assert math.__name__ == 'math'
assert type(math).__name__ == 'module'
assert __name__ == '__main__'
assert math.__spec__.name == 'math'
assert True is True
def f():
    import json
    return json.dumps([1])
assert f() == '[1]'
assert ("json" in globals()) is False
def g():
    from json import loads as l
    return l("[2]")
assert g() == [2]
class C:
    import string
    from string import digits
assert C.digits == '0123456789'
assert C.string.digits == C.digits
if True:
    import textwrap
assert textwrap.dedent("  a") == 'a'
import os as o1; import os as o2
assert o1 is o2
assert __import__("os.path") is os
assert __import__("os.path", fromlist=["join"]) is os.path
import importlib
assert importlib.import_module("math") is math
assert importlib.import_module("os.path") is os.path
---
import no_such_module              ### "ModuleNotFoundError: No module named 'no_such_module'"
---
import no_such.sub                 ### "ModuleNotFoundError: No module named 'no_such'"
---
import math.sub                    ### "ModuleNotFoundError: No module named 'math.sub'; 'math' is not a package"
---
from math import no_such_name      ### "ImportError: cannot import name 'no_such_name' from 'math' .unknown location."
---
from no_such_module import x       ### "ModuleNotFoundError: No module named 'no_such_module'"
---
import os.nothing                  ### "ModuleNotFoundError: No module named 'os.nothing'; 'os' is not a package"
---
from . import x                    ### "ImportError: attempted relative import with no known parent package"
---
from .x import y                   ### "ImportError: attempted relative import with no known parent package"
---
# Error attributes, and a failed import leaves nothing behind.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys
try: import no_such_module_a.b
except ModuleNotFoundError as e:
    assert e.name == 'no_such_module_a'
    assert e.path is None
    assert e.msg == "No module named 'no_such_module_a'"
try: from math import nothing_here
except ImportError as e:
    assert type(e).__name__ == 'ImportError'
    assert e.name == 'math'
    assert e.name_from == 'nothing_here'
assert ("no_such_module_a" in sys.modules) is False
sys.modules["blocked"] = None
try: import blocked
except ModuleNotFoundError as e:
    assert e.msg == 'import of blocked halted; None in sys.modules'
    assert e.name == 'blocked'
import types
m = types.ModuleType("fake"); m.x = 5; m.__all__ = ["x"]; m._y = 6
sys.modules["fake"] = m
import fake
from fake import x
assert fake.x == 5
assert x == 5
ns = {}
exec("from fake import *", ns)
assert sorted(k for k in ns if not k.startswith("__")) == ['x']
del m.__all__; m.z = 1
ns = {}
exec("from fake import *", ns)
assert sorted(k for k in ns if not k.startswith("__")) == ['x', 'z']
m.__all__ = ["nope"]
assert error(lambda: exec("from fake import *", {})) == "AttributeError: module 'fake' has no attribute 'nope'"
m.__all__ = [5]
assert error(lambda: exec("from fake import *", {})) == 'TypeError: Item in fake.__all__ must be str, not int'
m.__getattr__ = lambda n: "dyn_" + n if n != "__path__" else (_ for _ in ()).throw(AttributeError(n))
from fake import whatever
assert whatever == 'dyn_whatever'
sys.modules["anything"] = "not even a module"
import anything
assert anything == 'not even a module'
---
# Modules and packages from a folder.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import sys, os, tempfile
d = tempfile.mkdtemp()
def write(name, text):
    p = os.path.join(d, *name.split("/"))
    os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, "w") as f: f.write(text)
write("m1.py", "x = 1\nname = __name__\nprint_me = __file__\n'not doc'\n")
write("m2.py", "'''doc of m2'''\nimport m1\ny = m1.x + 1\nif __name__ == '__main__': y = 'main'\n")
write("bad.py", "x = 1\n1 / 0\n")
write("syn.py", "x = (\n")
write("pkg/__init__.py", "level = 'top'\nfrom . import a\nfrom .a import va as renamed\n__all__ = ['a', 'b']\n")
write("pkg/a.py", "va = 'A'\nfrom . import level\nfrom .sub import c\n")
write("pkg/b.py", "from .a import va\nfrom .. import nothing\n")
write("pkg/sub/__init__.py", "")
write("pkg/sub/c.py", "from ..a import va\nfrom ... import pkg as toofar\n")
write("pkg/ok/__init__.py", "from .d import *\nfrom ..a import va as up\n")
write("pkg/ok/d.py", "__all__ = ['shown']\nshown = 1\nhidden = 2\nimport pkg.a as full\n")
write("ns/inner.py", "v = 'namespace'\n")
write("cyc1.py", "a = 1\nimport cyc2\nb = cyc2.c\n")
write("cyc2.py", "import cyc1\nc = cyc1.a + 1\n")
write("cyc3.py", "from cyc4 import q\np = 1\n")
write("cyc4.py", "from cyc3 import p\nq = 1\n")
write("run/__main__.py", "print('main of run')\n")
write("count.py", "import builtins\nbuiltins.loads = getattr(builtins, 'loads', 0) + 1\n")
sys.path.insert(0, d)
import m1, m2
assert m1.x == 1
assert m2.y == 2
assert m1.name == 'm1'
assert m2.__doc__ == 'doc of m2'
assert os.path.basename(m1.print_me) == 'm1.py'
assert m1.__doc__ is None
assert m1.__spec__.name == 'm1'
assert m1.__package__ == ''
assert m1.__loader__ is not None
assert error(lambda: __import__("bad")) == 'ZeroDivisionError: division by zero'
assert ("bad" in sys.modules) is False
try: import syn
except SyntaxError as e:
    assert os.path.basename(e.filename) == 'syn.py'
    assert e.lineno == 1
    assert e.msg == "'(' was never closed"
assert error(lambda: __import__("pkg")) == 'ImportError: attempted relative import beyond top-level package'
write("pkg/sub/c.py", "from ..a import __name__ as where\nfrom .. import level\n")
write("pkg/a.py", "va = 'A'\nfrom . import level\n")
import importlib; importlib.invalidate_caches()
for n in [n for n in sys.modules if n.startswith('pkg')]: del sys.modules[n]
import pkg
assert pkg.level == 'top'
assert pkg.renamed == 'A'
assert pkg.a.va == 'A'
assert pkg.__name__ == 'pkg'
assert pkg.a.__name__ == 'pkg.a'
assert pkg.a.__package__ == 'pkg'
assert pkg.__package__ == 'pkg'
assert pkg.__path__ is not None
import pkg.sub.c
assert pkg.sub.c.where == 'pkg.a'
assert pkg.sub.c.level == 'top'
assert error(lambda: __import__("pkg.b")) == 'ImportError: attempted relative import beyond top-level package'
import pkg.ok
assert pkg.ok.shown == 1
assert not hasattr(pkg.ok, "hidden")
assert pkg.ok.up == 'A'
assert pkg.ok.d.full is pkg.a
import ns.inner
assert ns.inner.v == 'namespace'
assert (ns.__file__ if hasattr(ns, "__file__") else None) is None
import cyc1
assert cyc1.b == 2
assert sys.modules["cyc2"].cyc1 is cyc1
try: import cyc3
except ImportError as e:
    assert str(e).split(" (")[0] == "cannot import name 'p' from partially initialized module 'cyc3'"
import count
import count as again
assert loads == 1
importlib.reload(count)
assert loads == 2
write("m1.py", "x = 12345 # changed and longer than it was before\n")
importlib.invalidate_caches()
importlib.reload(m1)
assert m1.x == 12345
assert m1.name == 'm1'
del sys.modules["m1"]
import m1 as fresh
assert (fresh is m1) is False
assert not hasattr(fresh, "name")
import runpy
assert runpy.run_path(os.path.join(d, "m2.py"), run_name="__main__")["y"] == 'main'
assert runpy.run_module("ns.inner")["v"] == 'namespace'
assert error(lambda: exec('from pkg import *', {})).startswith('ImportError')
pkg.__all__ = ['a', 'level']
from pkg import *
assert a.va == 'A'
assert level == 'top'
assert error(lambda: exec("from pkg import nothing", {})).startswith("ImportError: cannot import name 'nothing' from 'pkg' (")
assert error(lambda: exec("from pkg import b", {})) == 'ImportError: attempted relative import beyond top-level package'
assert pkg.sub.__spec__.submodule_search_locations is not None
assert importlib.util.find_spec("nope_nope") is None
import shutil
shutil.rmtree(d)
---
# __future__, and assignment to __name__.
from __future__ import annotations, division
import __future__
assert division is __future__.division
assert annotations.compiler_flag > 0
def f(x: undefined_annotation) -> also.undefined: pass
assert f.__annotations__ == {'x': 'undefined_annotation', 'return': 'also.undefined'}
class C:
    a: List[int] = 1
assert C.__annotations__ == {'a': 'List[int]'}
