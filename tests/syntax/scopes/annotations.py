x: Module
def f(a: Arg, *b: *Ts, c: 'str' = Default) -> Returned:
    local: NotEvaluated = 1
    a.b: NotEvaluated
class A:
    T = 1
    field: T
    other: A
    def method(self, a: T = T) -> A: pass
    def generic[U: (T, int), *Us, **P](self, a: U, b: T) -> U: return U, T
    type Alias[V = T] = dict[V, T]
    if x:
        maybe: int
class B[T, __U](Base[T, __U], __k=T):
    x: T
    def f[S](self, y: S) -> T: return S, T, __U, __class__
type Z[T] = list[T]
def g():
    class Local: pass
    def h(a: Local) -> Local: pass
