"""Write the archive of standard library stubs. See README.md."""
import gzip
import importlib
import inspect
import io
import keyword
import os
import pkgutil
import sys
import types
import warnings

warnings.simplefilter("ignore")

# Modules whose names differ between platforms: a name that is not here may still exist.
OPEN = {"os", "posix", "socket", "_socket", "signal", "select", "errno", "stat", "mmap", "asyncio", "subprocess",
        "time", "ssl", "_ssl", "fcntl", "resource", "sys", "locale", "_locale", "curses", "_curses", "multiprocessing",
        "test", "ctypes", "typing", "_winapi", "threading", "_thread", "shutil", "logging", "email", "platform", "_codecs", "codecs"}
SKIP = ("test", "idlelib", "turtledemo", "lib2to3", "ensurepip", "antigravity", "this", "__phello__", "__hello__", "pydoc_data")
SKIP_TAILS = (".__main__", ".test", ".tests")
RENAMED = {"posixpath": "os.path"}
CONTAINERS = ("list", "tuple", "dict", "set", "frozenset", "int", "str", "float", "bool", "bytes", "complex")


def returns_table():
    table = {}
    with open(os.path.join(os.path.dirname(__file__), "returns.txt")) as lines:
        for line in lines:
            line = line.strip()
            if line and not line.startswith("#"):
                name, result = line.split(" ", 1)
                if result != "-":
                    table[name] = result
    return table


RETURNS = returns_table()


def module_names():
    names = set()
    for name in sorted(sys.stdlib_module_names):
        if name in ("builtins",) or name.split(".")[0] in SKIP:
            continue
        names.add(name)
        try:
            module = importlib.import_module(name)
        except BaseException:
            continue
        if hasattr(module, "__path__"):
            for info in pkgutil.walk_packages(module.__path__, name + ".", onerror=lambda n: None):
                if not any(t in info.name for t in SKIP_TAILS) and "idle_test" not in info.name:
                    names.add(info.name)
    names.update(("os.path", "collections.abc"))
    return sorted(names)


def default(value):
    if value is None or isinstance(value, (bool, int)):
        return repr(value)
    if isinstance(value, (str, bytes)) and len(value) <= 20:
        return ascii(value)
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return repr(value)
    if value == () and type(value) is tuple:
        return "()"
    return "..."


def signature(obj, method=False):
    try:
        sig = inspect.signature(obj)
    except Exception:
        return "(self, *args, **kwargs)" if method else "(*args, **kwargs)"
    parts, star, slash = [], False, False
    params = list(sig.parameters.values())
    for i, p in enumerate(params):
        if keyword.iskeyword(p.name) or not p.name.isidentifier():
            return "(*args, **kwargs)"
        if slash and p.kind != p.POSITIONAL_ONLY:
            parts.append("/")
            slash = False
        if p.kind == p.POSITIONAL_ONLY:
            slash = True
        if p.kind == p.VAR_POSITIONAL:
            parts.append("*" + p.name)
            star = True
            continue
        if p.kind == p.VAR_KEYWORD:
            parts.append("**" + p.name)
            continue
        if p.kind == p.KEYWORD_ONLY and not star:
            parts.append("*")
            star = True
        text = p.name
        if p.default is not p.empty:
            text += "=" + default(p.default)
        parts.append(text)
    if slash:
        parts.append("/")
    return "(" + ", ".join(parts) + ")"


def result(name):
    return " -> " + RETURNS[name] if name in RETURNS else ""


def base_text(base, module, imports):
    if base.__module__ == "builtins":
        return base.__name__
    if base.__module__ == module:
        return base.__qualname__
    if "." in base.__qualname__ or "<" in base.__qualname__:
        return None
    imports.add(base.__module__)
    return "%s.%s" % (base.__module__, base.__qualname__)


def emit_class(out, name, cls, module, imports, depth=0):
    pad = " " * depth
    bases = []
    for base in cls.__bases__:
        if base is object:
            continue
        text = base_text(base, module, imports)
        if text:
            bases.append(text)
    out.append("%sclass %s%s:" % (pad, name, "(" + ", ".join(bases) + ")" if bases else ""))
    body = []
    for attr, value in sorted(vars(cls).items()):
        if attr.startswith("__") and attr not in ("__init__", "__call__", "__enter__", "__exit__", "__iter__", "__next__", "__getitem__", "__len__"):
            continue
        if attr.startswith("_") and not attr.startswith("__") or not attr.isidentifier() or keyword.iskeyword(attr):
            continue
        full = "%s.%s.%s" % (module, cls.__qualname__, attr)
        if isinstance(value, staticmethod):
            body.append("@staticmethod")
            body.append("def %s%s%s: ..." % (attr, signature(value.__func__), result(full)))
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            func = getattr(value, "__func__", value)
            text = signature(func, True)
            body.append("@classmethod")
            body.append("def %s%s%s: ..." % (attr, text if text.startswith(("(cls", "(self", "($", "(type")) else "(cls, *args, **kwargs)", result(full)))
        elif isinstance(value, property):
            body.append("@property")
            body.append("def %s(self)%s: ..." % (attr, result(full)))
        elif inspect.isroutine(value):
            text = signature(value, True)
            body.append("def %s%s%s: ..." % (attr, text, result(full)))
        elif isinstance(value, type):
            body.append("%s = ..." % attr)
        else:
            body.append(variable(attr, value, module))
    if not any(b.startswith("def __init__") for b in body):
        try:
            sig = inspect.signature(cls)
            names = [p.name for p in sig.parameters.values()]
            if names and "self" not in names and names != ["args", "kwargs"]:
                body.append("def __init__" + signature(cls).replace("(", "(self, ", 1) + ": ...")
        except Exception:
            pass
    for line in body or ["..."]:
        out.append(pad + " " + line)


def variable(name, value, module):
    kind = type(value)
    if kind.__module__ == "builtins" and kind.__name__ in CONTAINERS:
        return "%s: %s" % (name, kind.__name__)
    if kind.__module__ == module and kind.__qualname__.isidentifier() and not kind.__qualname__.startswith("_"):
        return "%s: %s" % (name, kind.__qualname__)
    return "%s = ..." % name


def stub(name):
    try:
        module = importlib.import_module(name)
    except BaseException:
        return "def __getattr__(name): ...\n"
    out, imports = [], set()
    names = dir(module)
    for attr in names:
        if attr.startswith("__") and attr not in ("__version__", "__all__") or not attr.isidentifier() or keyword.iskeyword(attr):
            continue
        try:
            value = getattr(module, attr)
        except Exception:
            out.append("%s = ..." % attr)
            continue
        home = getattr(value, "__module__", None)
        real = getattr(value, "__name__", None)
        if attr == "__all__":
            out.append("__all__ = [%s]" % ", ".join(ascii(n) for n in value))
        elif isinstance(value, types.ModuleType):
            out.append("import %s as %s" % (RENAMED.get(value.__name__, value.__name__), attr))
        elif isinstance(value, type):
            if home in (None, name, RENAMED.get(name)) or not canonical(home, real, value):
                emit_class(out, attr, value, home or name, imports)
            elif home == "builtins":
                out.append("%s = ..." % attr if attr != real else "from builtins import %s" % attr)
            else:
                out.append("from %s import %s%s" % (home, real, "" if real == attr else " as " + attr))
        elif inspect.isroutine(value) and not isinstance(value, (types.MethodType,)) or isinstance(value, types.MethodType):
            full = "%s.%s" % (name, attr)
            extra = result(full)
            if not extra and isinstance(value, types.MethodType):
                extra = result("%s.%s.%s" % (name, type(value.__self__).__name__, attr))
            out.append("def %s%s%s: ..." % (attr, signature(value), extra))
        else:
            out.append(variable(attr, value, name))
    if name.split(".")[0] in OPEN or "__getattr__" in vars(module):
        out.append("def __getattr__(name): ...")
    head = ["import %s" % m for m in sorted(imports)]
    return "\n".join(head + out) + "\n"


def canonical(home, real, value):
    """Whether the object can be imported from where it says it comes from."""
    try:
        return isinstance(real, str) and real.isidentifier() and getattr(sys.modules.get(home) or importlib.import_module(home), real) is value
    except BaseException:
        return False


def main():
    target = sys.argv[1]
    out = io.StringIO()
    count = 0
    saved = sys.stdout
    sys.stdout = sys.stderr
    for name in module_names():
        out.write("=== %s\n" % name)
        out.write(stub(name))
        count += 1
    sys.stdout = saved
    text = out.getvalue().encode("utf-8")
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as z:
        z.write(text)
    print("%d modules, %d bytes, %d compressed" % (count, len(text), os.path.getsize(target)))


if __name__ == "__main__":
    main()
