from __future__ import annotations

x: list[int] | None = None
def f(a: int | str = 1, *args: "quoted", **kw: lambda x, /, y=1, *, z: x) -> {1: -2, **k}: pass
class C:
    y: (a, b) = 1
