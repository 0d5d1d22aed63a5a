def f[T: int, *Ts, **P](a: T = 1, *, k=2) -> T: return T


class C[T = str](B):
    def m(self) -> T: pass


type A[T: (int, str)] = list[T]
type B = C
