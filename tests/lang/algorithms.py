# Whole small programs: they join many features at once.
def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            yield []
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                for rest in place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}):
                    yield [c] + rest
    return list(place(0, frozenset(), frozenset(), frozenset()))
assert [len(queens(n)) for n in range(1, 8)] == [1, 0, 0, 2, 10, 4, 40]
assert queens(6)[0] == [1, 3, 5, 0, 2, 4]
---
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
assert sieve(50) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
assert len(sieve(100000)) == 9592
assert sum(sieve(1000)) == 76127
def factor(n):
    out = {}
    p = 2
    while p * p <= n:
        while n % p == 0: out[p] = out.get(p, 0) + 1; n //= p
        p += 1
    if n > 1: out[n] = 1
    return out
assert factor(360) == {2: 3, 3: 2, 5: 1}
assert factor(2 ** 31 - 1) == {2147483647: 1}
assert factor(600851475143) == {71: 1, 839: 1, 1471: 1, 6857: 1}
---
# Digits of pi and e with big integers.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = ""
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out += str(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out
assert pi_digits(60) == '314159265358979323846264338327950288419716939937510582097494'
def e_digits(n):
    scale = 10 ** (n + 10)
    total = term = scale
    i = 1
    while term:
        term //= i
        total += term
        i += 1
    return str(total)[:n]
assert e_digits(50) == '27182818284590452353602874713526624977572470936999'
assert str(2 ** 521 - 1)[:20] == '68647976601306097149'
assert len(str(3 ** 1000)) == 478
assert sum(map(int, str(2 ** 1000))) == 1366
---
# A tokenizer, a parser and an evaluator.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import re, operator
class Parser:
    ops = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}
    def __init__(self, text):
        self.tokens = re.findall(r"\d+\.?\d*|[-+*/^()]", text)
        self.i = 0
    def peek(self): return self.tokens[self.i] if self.i < len(self.tokens) else None
    def next(self):
        t = self.peek(); self.i += 1
        return t
    def atom(self):
        t = self.next()
        if t == "(":
            v = self.expr(1)
            if self.next() != ")": raise SyntaxError("missing )")
            return v
        if t == "-": return -self.expr(3)
        if t is None: raise SyntaxError("unexpected end")
        return float(t) if "." in t else int(t)
    def expr(self, level):
        left = self.atom()
        while (t := self.peek()) in self.ops and self.ops[t][0] >= level:
            prec, f = self.ops[self.next()]
            left = f(left, self.expr(prec + (t != "^")))
        return left
assert Parser("1 + 2 * 3").expr(1) == 7
assert repr(Parser("(1 + 2) * 3 - 4 / 2").expr(1)) == '7.0'
assert Parser("2 ^ 3 ^ 2").expr(1) == 512
assert Parser("-2 ^ 2 + 10").expr(1) == 6
assert Parser("1.5 * (2 - (3 - 4))").expr(1) == 4.5
assert error(lambda: Parser("(1").expr(1)) == 'SyntaxError: missing )'
assert error(lambda: Parser("").expr(1)) == 'SyntaxError: unexpected end'
---
# Graphs: search, shortest path, topological order, components.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import heapq
from collections import deque, defaultdict
graph = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2}, "d": {"b": 15, "c": 11, "e": 6}, "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}}
def dijkstra(g, s):
    dist, heap = {}, [(0, s)]
    while heap:
        d, n = heapq.heappop(heap)
        if n in dist: continue
        dist[n] = d
        for m, w in g[n].items():
            if m not in dist: heapq.heappush(heap, (d + w, m))
    return dist
assert dijkstra(graph, "a") == {'a': 0, 'b': 7, 'c': 9, 'f': 11, 'd': 20, 'e': 20}
def bfs(g, s):
    seen, q, order = {s}, deque([s]), []
    while q:
        order.append(n := q.popleft())
        for m in sorted(g[n]):
            if m not in seen: seen.add(m); q.append(m)
    return order
assert bfs(graph, "a") == ['a', 'b', 'c', 'f', 'd', 'e']
def topo(deps):
    order, state = [], {}
    def visit(n):
        if state.get(n) == 1: raise ValueError("cycle at " + n)
        if n not in state:
            state[n] = 1
            for m in deps.get(n, ()): visit(m)
            state[n] = 2
            order.append(n)
    for n in deps: visit(n)
    return order
assert topo({"app": ["lib", "log"], "lib": ["core"], "log": ["core"]}) == ['core', 'lib', 'log', 'app']
assert error(lambda: topo({"a": ["b"], "b": ["a"]})) == 'ValueError: cycle at a'
def components(edges):
    parent = {}
    def find(x):
        parent.setdefault(x, x)
        while parent[x] != x: parent[x] = x = parent[parent[x]]
        return x
    for a, b in edges: parent[find(a)] = find(b)
    out = defaultdict(list)
    for x in list(parent): out[find(x)].append(x)
    return sorted(map(sorted, out.values()))
assert components([(1, 2), (3, 4), (2, 5), (6, 6)]) == [[1, 2, 5], [3, 4], [6]]
---
# Dynamic programming and recursion with memory.
from functools import cache
@cache
def lcs(a, b):
    if not a or not b: return ""
    if a[-1] == b[-1]: return lcs(a[:-1], b[:-1]) + a[-1]
    return max(lcs(a[:-1], b), lcs(a, b[:-1]), key=len)
assert lcs("AGGTAB", "GXTXAYB") == 'GTAB'
assert lcs.cache_info().misses > 10
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]
assert edit("kitten", "sitting") == 3
assert edit("", "abc") == 3
assert edit("same", "same") == 0
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
assert knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7) == 9
def change(total, coins):
    ways = [1] + [0] * total
    for c in coins:
        for t in range(c, total + 1): ways[t] += ways[t - c]
    return ways[total]
assert change(100, [1, 5, 10, 25, 50]) == 292
def permutations(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])]
assert permutations("abc") == ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
assert len(permutations("abcdef")) == 720
def powerset(s): return [[]] if not s else [x for r in powerset(s[1:]) for x in (r, [s[0]] + r)]
assert sorted(powerset([1, 2, 3])) == [[], [1], [1, 2], [1, 2, 3], [1, 3], [2], [2, 3], [3]]
---
# Data structures with the protocols of the language.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
class Node:
    __slots__ = ("key", "value", "left", "right")
    def __init__(self, k, v): self.key, self.value, self.left, self.right = k, v, None, None
class TreeMap:
    def __init__(self, items=()): self.root, self.n = None, 0; [self.__setitem__(k, v) for k, v in items]
    def __setitem__(self, k, v):
        if self.root is None: self.root = Node(k, v); self.n = 1; return
        n = self.root
        while True:
            if k == n.key: n.value = v; return
            side = "left" if k < n.key else "right"
            if getattr(n, side) is None: setattr(n, side, Node(k, v)); self.n += 1; return
            n = getattr(n, side)
    def __getitem__(self, k):
        n = self.root
        while n:
            if k == n.key: return n.value
            n = n.left if k < n.key else n.right
        raise KeyError(k)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n.left); yield n.key; yield from walk(n.right)
        return walk(self.root)
    def __len__(self): return self.n
    def __contains__(self, k):
        try: self[k]; return True
        except KeyError: return False
    def __repr__(self): return f"TreeMap({{{', '.join(f'{k!r}: {self[k]!r}' for k in self)}}})"
    def __eq__(self, o): return isinstance(o, TreeMap) and [*self] == [*o] and all(self[k] == o[k] for k in self)
t = TreeMap([(5, "e"), (2, "b"), (9, "i"), (2, "B")])
assert repr(t) == "TreeMap({2: 'B', 5: 'e', 9: 'i'})"
assert len(t) == 3
assert list(t) == [2, 5, 9]
assert 9 in t
assert (4 in t) is False
assert t[2] == 'B'
assert t == TreeMap([(9, "i"), (2, "B"), (5, "e")])
assert bool(TreeMap()) is False
assert max(t) == 9
assert dict((k, t[k]) for k in t) == {2: 'B', 5: 'e', 9: 'i'}
assert error(lambda: t[100]) == 'KeyError: 100'
class LRU:
    def __init__(self, size): self.size, self.d = size, {}
    def get(self, k):
        if k not in self.d: return None
        self.d[k] = v = self.d.pop(k)
        return v
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.size: del self.d[next(iter(self.d))]
c = LRU(2); c.put(1, "a"); c.put(2, "b"); c.get(1); c.put(3, "c")
assert c.d == {1: 'a', 3: 'c'}
assert c.get(2) is None
assert c.get(1) == 'a'
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))]), self
        while n:
            if n & 1: r = r @ b
            b, n = b @ b, n >> 1
        return r
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
    def __eq__(self, o): return self.rows == o.rows
assert (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1] == 2880067194370816120
assert (Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]])).rows == [[2, 1], [4, 3]]
assert Matrix([[2]]) ** 10 == Matrix([[1024]])
---
# A stack machine with a compiler written as a visitor.
import ast, operator
class Compiler(ast.NodeVisitor):
    def __init__(self): self.code = []
    def visit_Constant(self, n): self.code.append(("push", n.value))
    def visit_Name(self, n): self.code.append(("load", n.id))
    def visit_BinOp(self, n): self.visit(n.left); self.visit(n.right); self.code.append(("op", type(n.op).__name__))
    def visit_Assign(self, n): self.visit(n.value); [self.code.append(("store", t.id)) for t in n.targets]
    def visit_While(self, n):
        top = len(self.code); self.visit(n.test); at = len(self.code); self.code.append(None)
        for s in n.body: self.visit(s)
        self.code.append(("jump", top)); self.code[at] = ("false", len(self.code))
    def visit_Compare(self, n): self.visit(n.left); self.visit(n.comparators[0]); self.code.append(("op", type(n.ops[0]).__name__))
def run(code):
    ops = {"Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "Lt": operator.lt, "Gt": operator.gt}
    stack, env, pc = [], {}, 0
    while pc < len(code):
        match code[pc]:
            case ("push", v): stack.append(v)
            case ("load", n): stack.append(env[n])
            case ("store", n): env[n] = stack.pop()
            case ("op", o): b, a = stack.pop(), stack.pop(); stack.append(ops[o](a, b))
            case ("jump", t): pc = t; continue
            case ("false", t):
                if not stack.pop(): pc = t; continue
        pc += 1
    return env
c = Compiler()
c.visit(ast.parse("n = 10\nf = 1\nwhile n > 1:\n    f = f * n\n    n = n - 1"))
assert run(c.code) == {'n': 1, 'f': 3628800}
assert c.code[:4] == [('push', 10), ('store', 'n'), ('push', 1), ('store', 'f')]
---
# Cellular life, text processing, ciphers, roman numerals, bank accounts.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from collections import Counter
def step(cells):
    n = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
    return {c for c, k in n.items() if k == 3 or (k == 2 and c in cells)}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): g = step(g)
assert sorted(g) == [(1, 3), (2, 1), (2, 3), (3, 2), (3, 3)]
text = "the quick brown fox jumps over the lazy dog the end"
assert Counter(text.split()).most_common(1) == [('the', 3)]
assert max(text.split(), key=len) == 'quick'
assert " ".join(sorted(set(text.split()), key=lambda w: (len(w), w))) == 'dog end fox the lazy over brown jumps quick'
assert "".join(c for c in text.title() if c.isupper()) == 'TQBFJOTLDTE'
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.isalpha() else c for c in s)
assert caesar(text[:9], 3) == 'wkh txlfn'
assert caesar(caesar(text, 5), -5) == text
def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        out += s * (n // v); n %= v
    return out
assert [roman(n) for n in (1, 4, 1994, 2024)] == ['I', 'IV', 'MCMXCIV', 'MMXXIV']
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0): self.owner, self._balance, self.history = owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, n):
        if n <= 0: raise ValueError("deposit must be positive")
        self._balance += n; self.history.append(("deposit", n)); return self
    def withdraw(self, n):
        if n > self._balance: raise InsufficientFunds(self, n)
        self._balance -= n; self.history.append(("withdraw", n)); return self
    @classmethod
    def joint(cls, *owners): return cls(" & ".join(owners))
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance})"
    def __lt__(self, o): return self._balance < o._balance
class Savings(Account):
    def withdraw(self, n):
        if len([h for h in self.history if h[0] == "withdraw"]) >= 2: raise PermissionError("limit reached")
        return super().withdraw(n)
class InsufficientFunds(Exception):
    def __init__(self, account, need): super().__init__(f"{account.owner} lacks {need - account.balance}")
a, b = Account("ann").deposit(100).withdraw(30), Savings.joint("bo", "cy").deposit(50)
assert repr(a) == "Account('ann', 70)"
assert repr(b) == "Savings('bo & cy', 50)"
assert repr(sorted([a, b])) == "[Savings('bo & cy', 50), Account('ann', 70)]"
assert a.history == [('deposit', 100), ('withdraw', 30)]
assert b.withdraw(1).withdraw(1).balance == 48
assert error(lambda: a.withdraw(1000)) == 'InsufficientFunds: ann lacks 930'
assert error(lambda: b.withdraw(1)) == 'PermissionError: limit reached'
assert error(lambda: a.deposit(-5)) == 'ValueError: deposit must be positive'
assert error(lambda: setattr(a, "balance", 5)) == "AttributeError: property 'balance' of 'Account' object has no setter"
---
# Mandelbrot and numeric integration, floats all the way.
def mandel(c, limit=50):
    z = 0j
    for i in range(limit):
        if abs(z) > 2: return i
        z = z * z + c
    return limit
rows = ["".join("*" if mandel(complex(x / 10 - 2, y / 5 - 1)) == 50 else " " for x in range(30)).rstrip() for y in range(11)]
assert rows[5] == '***********************'
assert sum(r.count("*") for r in rows) == 89
def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + h * i) for i in range(1, n, 2)) + 2 * sum(f(a + h * i) for i in range(2, n, 2)))
import math
assert repr(round(simpson(math.sin, 0, math.pi), 6)) == '2.0'
assert repr(round(simpson(lambda x: x ** 3, 0, 2), 9)) == '4.0'
def newton(f, df, x):
    for _ in range(50): x -= f(x) / df(x)
    return x
assert round(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), 12) == 1.414213562373
def gauss(m):
    n = len(m)
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i])); m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            m[r] = [a - f * b for a, b in zip(m[r], m[i])]
    x = [0] * n
    for i in reversed(range(n)): x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x
assert repr([round(v, 9) for v in gauss([[2.0, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])]) == '[2.0, 3.0, -1.0]'
---
# Sudoku by constraint propagation, and a maze.
def solve(b):
    free = [(r, c) for r in range(9) for c in range(9) if b[r][c] == 0]
    if not free: return b
    def options(r, c):
        used = set(b[r]) | {b[i][c] for i in range(9)} | {b[r // 3 * 3 + i][c // 3 * 3 + j] for i in range(3) for j in range(3)}
        return set(range(1, 10)) - used
    r, c = min(free, key=lambda p: len(options(*p)))
    for v in sorted(options(r, c)):
        b[r][c] = v
        if solve(b): return b
    b[r][c] = 0
    return None
board = [[int(c) for c in row] for row in "530070000 600195000 098000060 800060003 400803001 700020006 060000280 000419005 000080079".split()]
assert ["".join(map(str, r)) for r in solve(board)][:3] == ['534678912', '672195348', '198342567']
maze = ["#########", "#S..#...#", "#.#.#.#.#", "#.#...#E#", "#########"]
def path(m):
    start = next((r, c) for r, row in enumerate(m) for c, x in enumerate(row) if x == "S")
    front, seen = [(start, "")], {start}
    for (r, c), p in front:
        if m[r][c] == "E": return p
        for d, (dr, dc) in {"U": (-1, 0), "D": (1, 0), "L": (0, -1), "R": (0, 1)}.items():
            q = (r + dr, c + dc)
            if m[q[0]][q[1]] != "#" and q not in seen: seen.add(q); front.append((q, p + d))
assert path(maze) == 'RRDDRRUURRDD'
