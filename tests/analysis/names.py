# SLP002, 004, 005, 006: names and dead code.
import os
import sys                          # want SLP004 "import 'sys' is not used"
import json as _json                # want SLP004 "import '_json' is not used"
from typing import TYPE_CHECKING, Optional, List     # want SLP004 "import 'List' is not used"
from collections import *

if TYPE_CHECKING:
    from decimal import Decimal

print(missing)                      # want SLP002 "name 'missing' is not defined"
print(os.sep, __name__, __file__, OrderedDict)


def f(a, *args, b: "Optional[Decimal]" = None, **kw):
    unused = a                      # want SLP005 "local variable 'unused' is never used"
    _fine = a
    x, y = args
    for i in kw:
        pass
    del b
    return x
    print("never")                  # want SLP006 "code cannot be reached"


def g():
    while True:
        print(undefined_here)       # want SLP002 "name 'undefined_here' is not defined"
    print("never")                  # want SLP006 "cannot be reached"


class C:
    attr = 1

    def method(self):
        return attr                 # want SLP002 "name 'attr' is not defined"

    def other(self):
        return __class__, [self.attr for _ in range(3)]


try:
    unicode
except NameError:
    unicode = str


def uses_global():
    global made_global
    made_global = 1


print(made_global, lenn, [q for q in range(3)], q)  # want SLP002 "'lenn' is not defined" SLP002 "'q' is not defined"


def empty_generator():
    return
    yield


match os.sep:
    case [first, *rest] if first:
        print(rest)
    case {"k": v, **others}:
        print(v, others)
    case str() as s:
        print(s)

type Alias[T] = list[T]


def generic[T: (int, str)](x: T) -> Alias[T]:
    return [x]


if (n := len(os.sep)) > 1:
    print(n)
print(f"{missing_in_f!r:>{width}}") # want SLP002 "missing_in_f" SLP002 "'width'"
