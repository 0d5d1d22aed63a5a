# Every builtin that calls Python code lets a tasklet wait there: it is blocked, its nesting level is 0, it goes on with the
# right result, and dies there when it is killed.
import stackless
import abc, bisect, collections, copy, contextlib, dataclasses, enum, functools, heapq, importlib.machinery, io, itertools, json, math, operator, os, re, string, struct, sys, types
ch = stackless.channel()
def block(x=None):
    "Wait for a message; give x back."
    if waiting: ch.receive()
    return x
waiting = True

class Any:
    "All special methods of an object, each waits."
    def __init__(self, v=1): self.v = v
def special(names, make):
    for n in names.split():
        def method(self, *args, n=n):
            return block(make(self, n, args))
        setattr(Any, "__%s__" % n, method)
special("add sub mul truediv floordiv mod pow matmul lshift rshift and or xor radd rsub rmul rtruediv rfloordiv rmod rpow rmatmul "
        "rlshift rrshift rand ror rxor neg pos invert abs divmod rdivmod round trunc floor ceil", lambda s, n, a: (n, s.v))
special("iadd isub imul itruediv ifloordiv imod ipow imatmul ilshift irshift iand ior ixor", lambda s, n, a: s)
special("lt le gt ge eq ne contains bool", lambda s, n, a: True)
special("int index len length_hint hash", lambda s, n, a: s.v)
special("float", lambda s, n, a: 1.5)
special("complex", lambda s, n, a: 2j)
special("str repr format", lambda s, n, a: "<" + n + ">")
special("bytes", lambda s, n, a: b"bytes")
special("getitem missing", lambda s, n, a: ("item", a[0]))
special("setitem delitem", lambda s, n, a: None)
special("iter", lambda s, n, a: iter([1, 2]))
special("reversed", lambda s, n, a: iter([2, 1]))
special("call", lambda s, n, a: ("called", a))
special("dir", lambda s, n, a: ["a", "b"])
special("fspath", lambda s, n, a: "path")
special("instancecheck subclasscheck", lambda s, n, a: True)
special("copy", lambda s, n, a: "copied")
special("deepcopy", lambda s, n, a: "deep")
special("sizeof", lambda s, n, a: 100)

class It:
    "An iterator that waits at each step."
    def __init__(self, n=3): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i == self.n: raise StopIteration
        self.i += 1
        return block(self.i)
class Attr:
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return block(name)
    def __setattr__(self, name, v): block(); object.__setattr__(self, name, v)
    def __delattr__(self, name): block()
class GetAttribute:
    def __getattribute__(self, name): return block(name)
class Desc:
    def __get__(self, o, cls): return block("got")
    def __set__(self, o, v): block()
    def __delete__(self, o): block()
    def __set_name__(self, owner, name): block()
class WithDesc: pass
WithDesc.d = Desc()
class Props:
    @property
    def p(self): return block("p")
    @p.setter
    def p(self, v): block()
    @p.deleter
    def p(self): block()
    @functools.cached_property
    def c(self): return block("c")
    @classmethod
    def k(cls): return block("k")
    @staticmethod
    def s(): return block("s")
    @functools.singledispatchmethod
    def sd(self, x): return block("sd")
class Key:
    "Hash and equality wait, but not while the test itself prepares."
    def __init__(self, v): self.v = v
    def __hash__(self): return block(self.v) if not stackless.current.is_main else self.v
    def __eq__(self, o): return block(self.v == o.v) if not stackless.current.is_main else self.v == o.v
class Less:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return block(self.v < o.v)
class Meta(type):
    def __call__(cls, *a): block(); return type.__call__(cls, *a)
    def __prepare__(name, bases): return block({})
    def __new__(m, *a): block(); return type.__new__(m, *a)
    def __init__(cls, *a): block()
    def __instancecheck__(cls, o): return block(True)
    def __subclasscheck__(cls, o): return block(True)
    def __iter__(cls): return iter(block([1]))
    def __len__(cls): return block(3)
    def __getattr__(cls, n): return block(n)
class Base:
    def __init_subclass__(cls): block()
    def __class_getitem__(cls, x): return block(x)
class Ctx:
    def __enter__(self): return block("entered")
    def __exit__(self, *e): return block(True)
class ACtx:
    async def __aenter__(self): return block("entered")
    async def __aexit__(self, *e): return block(True)
class Out(io.StringIO):
    def write(self, s): block(); return super().write(s)
    def flush(self): block()
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): block(); b[:2] = b"x\n"; return 2
class Map(dict):
    def __missing__(self, k): return block(k)
class Num(enum.Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return block(cls.A)
class Data:
    pass
def run_async(c):
    try: c.send(None)
    except StopIteration as e: return e.value
async def awith():
    async with ACtx() as x: return x
async def afor():
    return [x async for x in agen()]
async def agen():
    for i in range(2): yield block(i)
def gen():
    x = yield block(1)
    try: yield block(x)
    except ValueError: yield block("caught")
    finally: block()
def use_gen():
    g = gen()
    out = [next(g), g.send(2), g.throw(ValueError)]
    g.close()
    return out
def with_error():
    with Ctx() as x: raise ValueError
    return x
def augmented(op):
    x = Any()
    exec("x %s 1" % op, {"x": x})
    return "done"
def match(x):
    match x:
        case Matched(a=1): return "one"
        case {"k": v}: return v
        case [a, b]: return a
class Matched:
    __match_args__ = ("a",)
    @property
    def a(self): return block(1)
def deco(f): return block(f)
def decorated():
    @deco
    def f(): return "decorated"
    return f()
def class_body():
    class C(Base): pass
    return C.__name__
def class_body_meta():
    class C(metaclass=Meta): y = block(1)
    return C.__name__
def set_name():
    class C: d = Desc()
    return "named"
def lru():
    f = functools.lru_cache(lambda x: block(x))
    return f(3), f(3), f.cache_info().hits
def printed():
    o = Out(); print("a", "b", file=o, flush=True); return o.getvalue()
def excepting():
    try: raise Odd
    except block(Odd): return "matched"
class Odd(Exception):
    def __init__(self, *a): block()
def raises(f):
    try: f()
    except Exception as e: return type(e).__name__
def dict_ops():
    d = {Key(1): "a"}
    return d[Key(1)], Key(1) in d, d.get(Key(2)), d.setdefault(Key(1), "b"), d.pop(Key(1)), len(d)
def set_ops():
    a, b = {Key(1), Key(2)}, {Key(2), Key(3)}
    return len(a | b), len(a & b), len(a - b), len(a ^ b), a < b, a == b, a.isdisjoint(b), Key(1) in a
def total():
    @functools.total_ordering
    class T:
        def __init__(self, v): self.v = v
        def __eq__(self, o): return block(self.v == o.v)
        def __lt__(self, o): return block(self.v < o.v)
    return T(1) >= T(0)
def dataclass():
    @dataclasses.dataclass(order=True)
    class D:
        x: object
        y: list = dataclasses.field(default_factory=lambda: block([]))
        def __post_init__(self): block()
    return D(1).y, raises(lambda: D(Less(1)) < D(Less(2)))
def cmp(a, b): return block((a > b) - (a < b))
def hook(o): return block(o)

jobs = {
    # iteration and the functions over iterables
    "sorted": lambda: sorted([3, 1, 2], key=block), "sorted lt": lambda: [x.v for x in sorted([Less(2), Less(1)])], "cmp_to_key": lambda: sorted([2, 1], key=functools.cmp_to_key(cmp)),
    "list.sort": lambda: (lambda l: l.sort(key=block) or l)([2, 1]), "list sort iter": lambda: sorted(It(), reverse=True),
    "min": lambda: min([3, 1], key=block), "max": lambda: max(It()), "min default": lambda: min(It(0), default=block(5)),
    "map": lambda: list(map(block, [1, 2])), "map 2": lambda: list(map(lambda a, b: block(a + b), It(), [1, 2])), "filter": lambda: list(filter(block, [0, 1])),
    "sum": lambda: sum(block(i) for i in range(3)), "sum iter": lambda: sum(It()), "sum add": lambda: sum([Any()], 5), "any": lambda: any(map(block, [0, 1])), "all": lambda: all(map(block, [1, 0])),
    "zip": lambda: list(zip(It(), It())), "enumerate": lambda: list(enumerate(It())), "reversed": lambda: list(reversed(Any())), "iter": lambda: list(Any()), "iter callable": lambda: list(iter(lambda: block(0), 0)),
    "next": lambda: next(It()), "list": lambda: list(It()), "tuple": lambda: tuple(It()), "set": lambda: set(It()), "frozenset": lambda: frozenset(It()),
    "dict": lambda: dict((block(k), 1) for k in "ab"), "dict.fromkeys": lambda: dict.fromkeys(It()), "bytes": lambda: bytes(It()), "bytearray": lambda: bytearray(It()), "star": lambda: [*It(), *It()],
    "call star": lambda: (lambda *a: a)(*It()), "unpack": lambda: (lambda: [*(x for x in It())][0])(), "listcomp": lambda: [block(x) for x in It()], "dictcomp": lambda: {block(x): x for x in It()},
    "setcomp": lambda: {block(x) for x in It()}, "join": lambda: ",".join(block(c) for c in "ab"), "extend": lambda: (lambda l: l.extend(It()) or l)([]), "list +=": lambda: operator.iadd([], It()),
    "slice set": lambda: (lambda l: l.__setitem__(slice(0, 1), It()) or l)([9]), "in": lambda: 2 in It(), "in seq": lambda: (lambda x: x in [Any()])(3), "index": lambda: [Any()].index(5), "count": lambda: [Any(), Any()].count(1),
    "remove": lambda: [Any()].remove(7), "list eq": lambda: [Any()] == [Any()], "tuple lt": lambda: (Any(), 1) < (Any(), 2), "range": lambda: list(range(Any(2))), "str.join": lambda: "".join(map(block, "xy")),
    # operators
    **{"op " + o: (lambda o: lambda: eval("x %s y" % o, {"x": Any(), "y": Any()}))(o) for o in "+ - * / // % ** @ << >> & | ^ < <= > >= == !=".split()},
    **{"rop " + o: (lambda o: lambda: eval("1 %s y" % o, {"y": Any()}))(o) for o in "+ - * / // % ** @ << >> & | ^".split()},
    **{"iop " + o: (lambda o: lambda: augmented(o))(o) for o in "+= -= *= /= //= %= **= @= <<= >>= &= |= ^=".split()},
    "neg": lambda: -Any(), "pos": lambda: +Any(), "invert": lambda: ~Any(), "abs": lambda: abs(Any()), "divmod": lambda: divmod(Any(), 1), "rdivmod": lambda: divmod(1, Any()), "pow": lambda: pow(Any(), 2),
    "round": lambda: round(Any()), "trunc": lambda: math.trunc(Any()), "floor": lambda: math.floor(Any()), "ceil": lambda: math.ceil(Any()), "not": lambda: not Any(), "and": lambda: Any() and 1, "if": lambda: 1 if Any() else 2,
    "while": lambda: [0 for _ in iter(lambda: bool(Any()), True)], "contains": lambda: 1 in Any(), "getitem": lambda: Any()[1], "slice": lambda: Any()[1:2], "setitem": lambda: operator.setitem(Any(), 1, 2), "delitem": lambda: operator.delitem(Any(), 1),
    "call": lambda: Any()(1), "chained": lambda: 1 < Any() < 3, "operator.add": lambda: operator.add(Any(), 1), "index of list": lambda: [1, 2][Any()], "index of str": lambda: "ab"[Any()],
    # conversions
    "int": lambda: int(Any()), "float": lambda: float(Any()), "complex": lambda: complex(Any()), "bool": lambda: bool(Any()), "str": lambda: str(Any()), "repr": lambda: repr(Any()), "bytes()": lambda: bytes(Any()), "hash": lambda: hash(Any()),
    "len": lambda: len(Any()), "format": lambda: format(Any(), "x"), "fstring": lambda: f"{Any()}{Any()!r}{Any():5}", "%s": lambda: "%s %r %d" % (Any(), Any(), Any()), "str.format": lambda: "{0} {0.v} {0[2]}".format(Any()),
    "ascii": lambda: ascii(Any()), "dir": lambda: dir(Any()), "hex": lambda: hex(Any()), "bin": lambda: bin(Any()), "chr": lambda: chr(Any(65)), "repr list": lambda: repr([Any()]), "repr dict": lambda: repr({1: Any()}), "str tuple": lambda: str((Any(),)),
    "isinstance": lambda: isinstance(1, Any()), "issubclass": lambda: issubclass(int, Any()), "bytes from_": lambda: int.from_bytes(Any()), "open path": lambda: os.fspath(Any()), "copy": lambda: copy.copy(Any()), "deepcopy": lambda: copy.deepcopy([Any()]),
    "struct": lambda: struct.pack("i", Any()), "math.sqrt": lambda: round(math.sqrt(Any()), 3), "operator.index": lambda: operator.index(Any()), "length_hint": lambda: operator.length_hint(Any()),
    # attributes and classes
    "getattr": lambda: Attr().x, "getattr()": lambda: getattr(Attr(), "y"), "hasattr": lambda: hasattr(Attr(), "y"), "setattr": lambda: setattr(Attr(), "z", 1), "delattr": lambda: delattr(Attr(), "z"), "getattribute": lambda: GetAttribute().q,
    "property": lambda: Props().p, "property set": lambda: setattr(Props(), "p", 1), "property del": lambda: delattr(Props(), "p"), "cached_property": lambda: Props().c, "classmethod": lambda: Props.k(), "staticmethod": lambda: Props.s(),
    "singledispatchmethod": lambda: Props().sd(1), "descriptor": lambda: WithDesc().d, "descriptor class": lambda: WithDesc.d, "descriptor set": lambda: setattr(WithDesc(), "d", 1), "descriptor del": lambda: delattr(WithDesc(), "d"),
    "attrgetter": lambda: operator.attrgetter("x")(Attr()), "methodcaller": lambda: operator.methodcaller("k")(Props), "itemgetter": lambda: operator.itemgetter(1)(Any()),
    "init_subclass": class_body, "class_getitem": lambda: Base[3], "metaclass": class_body_meta, "set_name": set_name, "type()": lambda: type("T", (Base,), {}).__name__, "super": lambda: type("S", (Props,), {"p": property(lambda s: super(type(s), s).p)})().p,
    "meta iter": lambda: list(Mc), "meta len": lambda: len(Mc), "meta call": lambda: type(Mc()).__name__, "meta getattr": lambda: Mc.zzz, "meta isinstance": lambda: isinstance(1, Mc), "abc": lambda: isinstance(type("X", (), {})(), Hooked), "match": lambda: match(Matched()),
    # dicts and sets of keys that wait
    "dict ops": dict_ops, "set ops": set_ops, "missing": lambda: Map()["m"], "defaultdict": lambda: collections.defaultdict(lambda: block(4))["x"], "Counter": lambda: collections.Counter(It())[2], "OrderedDict": lambda: len(collections.OrderedDict([(Key(1), 1), (Key(1), 2)])),
    "dict.update": lambda: (lambda d: d.update((block(k), 1) for k in "ab") or d)({}), "dict eq": lambda: {1: Any()} == {1: Any()}, "deque": lambda: collections.deque(It()), "deque in": lambda: 3 in collections.deque([Any()]), "ChainMap": lambda: collections.ChainMap({}, Map())["z"],
    # functools, itertools, heapq, bisect
    "partial": lambda: functools.partial(block, 7)(), "reduce": lambda: functools.reduce(lambda a, b: block(a + b), [1, 2, 3]), "lru_cache": lru, "singledispatch": lambda: functools.singledispatch(block)(5), "total_ordering": total, "wraps": lambda: functools.wraps(block)(lambda: block(1))(),
    "accumulate": lambda: list(itertools.accumulate([1, 2, 3], lambda a, b: block(a + b))), "chain": lambda: list(itertools.chain(It(), It())), "chain.from": lambda: list(itertools.chain.from_iterable(block([i]) for i in range(2))),
    "takewhile": lambda: list(itertools.takewhile(block, [1, 0])), "dropwhile": lambda: list(itertools.dropwhile(block, [1, 0])), "filterfalse": lambda: list(itertools.filterfalse(block, [1, 0])), "starmap": lambda: list(itertools.starmap(lambda a: block(a), [(1,)])),
    "groupby": lambda: [(k, list(g)) for k, g in itertools.groupby([1, 1, 2], block)], "islice": lambda: list(itertools.islice(It(), 2)), "zip_longest": lambda: list(itertools.zip_longest(It(1), It(2))), "product": lambda: list(itertools.product(It(2))),
    "permutations": lambda: list(itertools.permutations(It(2))), "combinations": lambda: list(itertools.combinations(It(2), 1)), "tee": lambda: [list(x) for x in itertools.tee(It(2))], "cycle": lambda: list(itertools.islice(itertools.cycle(It(1)), 2)), "compress": lambda: list(itertools.compress("ab", map(block, [1, 0]))),
    "pairwise": lambda: list(itertools.pairwise(It())), "batched": lambda: list(itertools.batched(It(), 2)), "heapify": lambda: (lambda h: heapq.heapify(h) or h[0].v)([Less(2), Less(1)]), "heappush": lambda: (lambda h: heapq.heappush(h, Less(0)) or h[0].v)([Less(1)]), "heappop": lambda: heapq.heappop([Less(1), Less(2), Less(3)]).v,
    "merge": lambda: list(heapq.merge(It(2), It(2))), "nlargest": lambda: heapq.nlargest(1, It(), key=block), "bisect": lambda: bisect.bisect([1, 3], 2, key=block), "insort": lambda: (lambda l: bisect.insort(l, Less(1)) or len(l))([Less(0)]),
    # text and data
    "re.sub": lambda: re.sub("[ab]", lambda m: block(m[0].upper()), "abc"), "re.subn": lambda: re.subn("a", lambda m: block("x"), "aa"), "json dumps": lambda: json.dumps([Data()], default=lambda o: block("data")), "json loads": lambda: json.loads('{"a": [1.5, 2]}', object_hook=hook, parse_float=block),
    "json pairs": lambda: json.loads('{"a": 1}', object_pairs_hook=hook), "Template": lambda: string.Template("$x").substitute(Map()), "str.translate": lambda: "ab".translate(Map({97: "x"})), "format_map": lambda: "{k}".format_map(Map()), "bytes.join": lambda: b"".join(block(b"x") for _ in range(2)),
    "print": printed, "writelines": lambda: (lambda o: o.writelines(block(x) for x in "ab") or o.getvalue())(io.StringIO()), "read raw": lambda: io.BufferedReader(Raw()).readline(), "TextIOWrapper": lambda: io.TextIOWrapper(io.BufferedReader(Raw())).readline(), "int str": lambda: "%d" % Any(),
    # statements
    "with": with_error, "exec": lambda: exec("r = block(1)", {"block": block}), "eval": lambda: eval("block(2)"), "decorator": decorated, "generator": use_gen, "yield from": lambda: list((lambda: (yield from gen_three()))()), "async with": lambda: run_async(awith()), "async for": lambda: run_async(afor()),
    "contextmanager": lambda: cm(), "ExitStack": lambda: stack(), "except": excepting, "raise": lambda: raises(lambda: (_ for _ in ()).throw(Odd)), "assert": lambda: raises(lambda: exec("assert not Any(), block('m')", globals())), "import": lambda: imported(), "dataclass": dataclass, "enum": lambda: Num(77), "default arg": lambda: (lambda x=block(3): x)(),
    "namedtuple": lambda: collections.namedtuple("N", "a b")(*It(2)), "SimpleNamespace": lambda: types.SimpleNamespace(a=Any()) == types.SimpleNamespace(a=Any()), "suppress": lambda: suppressed(), "redirect": lambda: redirected(), "del": lambda: deleting(),
    "type hash": lambda: len({Hashed: 1}), "__import__": lambda: imported2(), "property chain": lambda: Props().p + Props().c, "global": lambda: block("g"), "nested": lambda: sorted(map(lambda x: sum(block(y) for y in range(x)), It()), key=lambda v: block(-v)),
}
class HashMeta(type):
    def __hash__(cls): return block(5)
class Hashed(metaclass=HashMeta): pass
def gen_three():
    for i in range(3): yield block(i)
@contextlib.contextmanager
def manager():
    block()
    try: yield block("value")
    finally: block()
def cm():
    with manager() as v: return v
def stack():
    with contextlib.ExitStack() as s:
        s.callback(block)
        return s.enter_context(Ctx())
def suppressed():
    with contextlib.suppress(ValueError): block(); raise ValueError
    return "suppressed"
def redirected():
    o = Out()
    with contextlib.redirect_stdout(o): print("x")
    return o.getvalue()
def deleting():
    x = Any(); del x[0]; return "deleted"
class Finder:
    "Modules whose code waits."
    def find_spec(self, name, path=None, target=None):
        if name.startswith("waiting"):
            block()
            return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec): return block(None)
    def exec_module(self, m): block(); m.value = block(m.__name__)
sys.meta_path.append(Finder())
count = itertools.count()
def imported():
    exec("import waiting%d as w" % next(count), ns := {})
    return ns["w"].value[:7]
def imported2(): return __import__("waiting%d" % next(count)).value[:7]
def setup():
    global Mc, Hooked
    class Mc(metaclass=Meta): pass
    class Hooked(abc.ABC):
        @classmethod
        def __subclasshook__(cls, o): return block(True)
    return Mc, Hooked
t = stackless.tasklet(setup)(); stackless.run()
while t.blocked: ch.send(None); stackless.run()

def start(job):
    result = []
    def body():
        try: result.append(job())
        except TaskletExit: result.append("killed"); raise
        except Exception as e: result.append(e)
    t = stackless.tasklet(body)()
    stackless.run()
    return t, result

def go_on():
    ch.send(None)
    stackless.run()

def text(x): return re.sub("0x[0-9a-f]+|waiting[0-9]+", "...", repr(x))

waits = 0
for name, job in jobs.items():
    waiting = False
    t, want = start(job)
    want = text(want)
    waiting = True
    t, result = start(job)
    n = 0
    while t.alive:
        assert t.blocked and t.restorable and t.nesting_level == 0, name
        n += 1
        go_on()
    waits += n
    waiting = False
    assert len(result) == 1 and not isinstance(result[0], BaseException) and text(result) == want, (name, result, want)
    waiting = True
    assert n > 0, name
    for at in {1, n}: # killed at the first wait, and at the last one
        t, result = start(job)
        for _ in range(at - 1): go_on()
        for _ in range(50):
            if t.alive: t.kill()
        assert not t.alive and ch.balance == 0, name
print(len(jobs) > 250, waits > 400)
#: True True
