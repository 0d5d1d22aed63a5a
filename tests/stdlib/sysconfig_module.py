# sysconfig: how the interpreter was built, without a compiler behind it.
import sysconfig
assert sysconfig.get_python_version() == "3.14"
assert sysconfig.get_config_var("VERSION") == "3.14"
assert sysconfig.get_config_var("Py_DEBUG") == 0
assert sysconfig.get_config_var("no such name") is None
assert sysconfig.get_config_vars("Py_GIL_DISABLED", "SIZEOF_VOID_P") == [0, 8]
assert "purelib" in sysconfig.get_path_names()
assert sysconfig.get_path("purelib", "posix_prefix", {"base": "/x", "platbase": "/x"}) == "/x/lib/python3.14/site-packages"
---
# Signs that no rule of the grammar wants are operators for tokenize.
import io, tokenize
kinds = [(t.type, t.string) for t in tokenize.generate_tokens(io.StringIO("f($self, ?`)\n").readline)]
assert kinds == [(1, "f"), (55, "("), (55, "$"), (1, "self"), (55, ","), (55, "?"), (55, "`"), (55, ")"), (4, "\n"), (0, "")], kinds
