# dataclasses and enums: metaclass and decorator machinery at work.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, make_dataclass, InitVar
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
p = P(1)
assert repr(p) == 'P(x=1, y=0, tags=[])'
assert p == P(1, 0)
assert p != P(2)
assert P(1, 2).y == 2
assert p.tags is not P(1).tags
assert asdict(P(1, tags=["a"])) == {'x': 1, 'y': 0, 'tags': ['a']}
assert astuple(P(1)) == (1, 0, [])
assert repr(replace(p, y=9)) == 'P(x=1, y=9, tags=[])'
assert [f.name for f in fields(P)] == ['x', 'y', 'tags']
assert is_dataclass(p) is True
assert is_dataclass(int) is False
assert error(lambda: P()) == "TypeError: P.__init__() missing 1 required positional argument: 'x'"
assert error(lambda: P(1, 2, [], 4)) == 'TypeError: P.__init__() takes from 2 to 4 positional arguments but 5 were given'
assert error(lambda: P(z=1)) == "TypeError: P.__init__() got an unexpected keyword argument 'z'"
assert error(lambda: hash(p)) == "TypeError: unhashable type: 'P'"
assert error(lambda: p < P(2)) == "TypeError: '<' not supported between instances of 'P' and 'P'"
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(default="d", repr=False)
assert V(1) < V(2)
assert V(1, "a") < V(1, "b")
assert repr(sorted([V(2), V(1)])) == '[V(a=1), V(a=2)]'
assert hash(V(1)) == hash(V(1))
assert repr(V(1)) == 'V(a=1)'
assert {V(1): 5}[V(1)] == 5
assert error(lambda: setattr(V(1), "a", 5)) == "FrozenInstanceError: cannot assign to field 'a'"
assert error(lambda: delattr(V(1), "a")) == "FrozenInstanceError: cannot delete field 'a'"
try: V(1).a = 2
except FrozenInstanceError as e: assert isinstance(e, AttributeError)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Sub(Base):
    c: int = 3
    def __post_init__(self): self.sum = self.a + self.b + self.c
assert repr(Sub(1)) == 'Sub(a=1, b=2, c=3)'
assert Sub(1).sum == 6
assert [f.name for f in fields(Sub)] == ['a', 'b', 'c']
@dataclass(slots=True, kw_only=True)
class S:
    q: int
    r: int = 5
assert repr(S(q=1)) == 'S(q=1, r=5)'
assert S.__slots__ == ('q', 'r')
assert not hasattr(S(q=1), "__dict__")
assert error(lambda: S(1)) == 'TypeError: S.__init__() takes 1 positional argument but 2 were given'
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
assert repr(K(1, b=2)) == 'K(a=1, b=2)'
assert K.__match_args__ == ('a',)
@dataclass
class Init:
    x: InitVar[int]
    y: int = field(init=False)
    def __post_init__(self, x): self.y = x * 2
assert Init(5).y == 10
M = make_dataclass("M", [("x", int), ("y", int, 7)])
assert repr(M(1)) == 'M(x=1, y=7)'
def bad():
    @dataclass
    class B:
        a: int = 1
        b: int
assert error(lambda: bad()) == "TypeError: non-default argument 'b' follows default argument 'a'"
def bad2():
    @dataclass
    class B:
        a: list = []
assert error(lambda: bad2()) == "ValueError: mutable default <class 'list'> for field a is not allowed: use default_factory"
@dataclass(repr=False, eq=False)
class Plain: x: int = 1
assert (Plain() == Plain()) is False
@dataclass
class Rec:
    child: "Rec" = None
r = Rec(); r.child = r
assert repr(r) == 'Rec(child=...)'
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def hello(self): return "hi " + self.name
assert repr(Color.RED) == '<Color.RED: 1>'
assert repr(Color.RED) == '<Color.RED: 1>'
assert str(Color.GREEN) == 'Color.GREEN'
assert repr(Color(2)) == '<Color.GREEN: 2>'
assert repr(Color["BLUE"]) == '<Color.BLUE: 3>'
assert Color.BLUE.value == 3
assert Color.RED.name == 'RED'
assert repr(list(Color)) == '[<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>]'
assert len(Color) == 3
assert Color.CRIMSON is Color.RED
assert Color.RED in Color
assert Color.RED.hello() == 'hi RED'
assert list(Color.__members__) == ['RED', 'GREEN', 'BLUE', 'CRIMSON']
assert (Color.RED == 1) is False
assert Color.RED is Color(1)
assert hash(Color.RED) == hash(Color.RED)
assert {Color.RED: "r"}[Color(1)] == 'r'
assert isinstance(Color.RED, Color)
assert f"{Color.RED}" == 'Color.RED'
assert error(lambda: Color(99)) == 'ValueError: 99 is not a valid Color'
assert error(lambda: Color["NOPE"]) == "KeyError: 'NOPE'"
assert error(lambda: Color.NOPE) == "AttributeError: type object 'Color' has no attribute 'NOPE'"
assert error(lambda: setattr(Color, "RED", 5)) == "AttributeError: cannot reassign member 'RED'"
assert error(lambda: Color.RED < Color.GREEN) == "TypeError: '<' not supported between instances of 'Color' and 'Color'"
def sub():
    class More(Color): X = 5
assert error(lambda: sub()) == "TypeError: <enum 'More'> cannot extend <enum 'Color'>"
class N(IntEnum):
    A = 1
    B = auto()
assert N.A + 1 == 2
assert repr(N.B) == '<N.B: 2>'
assert N.A < N.B
assert N.A == 1
assert repr(sorted([N.B, N.A])) == '[<N.A: 1>, <N.B: 2>]'
assert f"{N.A}" == '1'
assert str(N.B) == '2'
assert repr(N.A) == '<N.A: 1>'
assert [0, 10, 20][N.B] == 20
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
assert repr(F.R | F.X) == '<F.R|X: 5>'
assert repr(F.RW) == '<F.RW: 3>'
assert F.R in F.RW
assert bool(F.R & F.W) is False
assert repr(~F.R) == '<F.W|X: 6>'
assert repr(F(0)) == '<F: 0>'
assert repr(list(F.RW)) == '[<F.R: 1>, <F.W: 2>]'
assert repr(F.RW ^ F.R) == '<F.W: 2>'
assert F(5).name == 'R|X'
class S(StrEnum):
    ONE = auto()
    TWO = "zwei"
assert repr(S.ONE) == "<S.ONE: 'one'>"
assert S.TWO == "zwei"
assert S.TWO.upper() == 'ZWEI'
assert f"{S.ONE}" == 'one'
assert str(S.ONE) == 'one'
def dup():
    @unique
    class D(Enum):
        A = 1
        B = 1
assert error(lambda: dup()) == "ValueError: duplicate values found in <enum 'D'>: B -> A"
def reuse():
    class D(Enum):
        A = 1
        A = 2
assert error(lambda: reuse()) == "TypeError: 'A' already defined as 1"
class Planet(Enum):
    EARTH = (1, 2)
    MARS = (3, 4)
    def __init__(self, m, r): self.m, self.r = m, r
    @property
    def total(self): return self.m + self.r
assert Planet.MARS.total == 7
assert repr(Planet((1, 2))) == '<Planet.EARTH: (1, 2)>'
E2 = Enum("E2", "A B C")
assert repr(list(E2)) == '[<E2.A: 1>, <E2.B: 2>, <E2.C: 3>]'
assert E2.B.value == 2
assert Enum("E3", {"X": 5}).X.value == 5
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
assert repr(Miss("whatever")) == '<Miss.A: 1>'
match Color.GREEN:
    case Color.RED: r = "red"
    case Color.GREEN: r = "green"
assert r == 'green'
import pickle, copy
assert copy.deepcopy(Color.RED) is Color.RED
class Mixed(str, Enum):
    A = "a"
assert Mixed.A == "a"
assert Mixed.A.upper() == 'A'
assert f"{Mixed.A}" == 'Mixed.A'
assert repr(Mixed.A) == "<Mixed.A: 'a'>"
assert str(Mixed.A) == 'Mixed.A'
