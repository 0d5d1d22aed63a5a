"""The docstring."""
from __future__ import generator_stop
import a.b, c.d.e as f
from .. import x as y, z
from m import *

n: int = 1
if n:
    m: str


def annotated(a: int, *b: *T, c: list[A] = 1) -> str:
    x: int
    y: int = 2


class K:
    v: int
    if v:
        w: str
