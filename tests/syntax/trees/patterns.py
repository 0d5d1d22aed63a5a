match a:
    case 1 | -1 | 1.5 | -1.5 | 1j | 1 + 2j | -1 - 2j | 'a' 'b' | b'c': pass
    case None | True | False: pass
    case x: pass
match a, *b:
    case a.b | a.b.c: pass
    case _: pass
match (a, b):
    case [a, b] | (a, b): pass
    case a, b: pass
    case a,: pass
    case [] | (): pass
    case *a,: pass
    case [a, *_, b]: pass
    case (a): pass
    case ((a, b) as c), d: pass
match {a: b}:
    case {}: pass
    case {'a': b, 1: c, d.e: f, None: g, **rest}: pass
    case {**rest}: pass
    case {-1: a,}: pass
match -a:
    case A(): pass
    case A(b, c=d, e=f,): pass
    case a.B([c], d={'e': _}): pass
    case (1 | 2) as x if x > 1: pass
    case 1 | 2 as x if (y := x): pass
match [a]:
    case [match, case, type]: pass
match match:
    case case: pass
