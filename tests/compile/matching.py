def patterns(s):
    match s:
        case 1 | "a" | None: return 1
        case [x, 2, *_] if x: return x
        case [_, *_, y]: return y
        case [a, *rest]: return rest
        case {"k": v, **others}: return v, others
        case Point(0, y=q) as p: return p, q
        case A.b | -1: pass
        case (): pass
        case other: return other
