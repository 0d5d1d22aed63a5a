# copy.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import copy
a = [1, [2, 3], {"k": (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
assert b == [1, [2, 3, 9], {'k': (4, [5])}]
assert c == [1, [2, 3], {'k': (4, [5])}]
assert b[1] is a[1]
assert (c[1] is a[1]) is False
assert copy.copy((1, [2]))[1] is not None
assert copy.deepcopy((1, 2)) == (1, 2)
assert copy.copy({1}) == {1}
assert copy.deepcopy({1: [2]}) == {1: [2]}
assert copy.copy("s") == 's'
assert copy.copy(None) is None
assert copy.copy(len) is len
assert repr(copy.copy(range(3))) == 'range(0, 3)'
class N:
    def __init__(self): self.me, self.l = self, []
n = copy.deepcopy(N())
assert n.me is n
memo = {}
x = [[]]; y = copy.deepcopy([x, x], memo)
assert y[0] is y[1]
assert y[0] is not x
class S:
    __slots__ = ("a", "__dict__")
s = S(); s.a = [1]; s.z = 2
t = copy.deepcopy(s)
assert t.a == [1]
assert t.z == 2
assert t.a is not s.a
import collections
assert repr(copy.copy(collections.deque([1], 3))) == 'deque([1], maxlen=3)'
assert repr(copy.deepcopy(collections.OrderedDict(a=[1]))) == "OrderedDict({'a': [1]})"
assert repr(copy.copy(collections.Counter("aa"))) == "Counter({'a': 2})"
assert repr(copy.deepcopy(collections.defaultdict(list, a=[1]))) == "defaultdict(<class 'list'>, {'a': [1]})"
assert error(lambda: copy.deepcopy(i for i in "a")) == "TypeError: cannot pickle 'generator' object"
class R:
    def __reduce__(self): return (list, ("ab",))
assert copy.copy(R()) == ['a', 'b']
class Sub(list):
    pass
u = Sub([1]); u.tag = "t"
assert repr(copy.copy(u)) == '[1]'
assert copy.copy(u).tag == 't'
assert type(copy.deepcopy(u)).__name__ == 'Sub'
