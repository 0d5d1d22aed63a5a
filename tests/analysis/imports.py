# SLP003, SLP007: modules and their names.
import nowhere_to_be_found          # want SLP003 "no module named 'nowhere_to_be_found'" SLP004 "not used"
import os.path, xml.etree.ElementTree as ET
from json import dumps, dumbs       # want SLP007 "module 'json' has no name 'dumbs'" SLP004 "'dumbs' is not used"
from . import sibling_that_is_not   # want SLP007 "there is no module 'sibling_that_is_not'" SLP004 ""
from .missing_here import x         # want SLP003 "no module named '.missing_here' in this package" SLP004 ""

try:
    import maybe_there
except ImportError:
    maybe_there = None

try:
    from json import also_maybe
except ImportError:
    also_maybe = None

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
import importlib.resources
import __main__

print(os.path, ET, dumps, maybe_there, also_maybe, Iterable, ThreadPoolExecutor, importlib, __main__)
