# Corners of the syntax.
x = 5; y = 6; z = x + \
    y
assert z == 11
l = [
    1,  # one
    2,

    3,
]
assert l == [1, 2, 3]
if x: a = 1
elif y: a = 2
else: a = 3
assert a == 1
class A: pass
class B(A,): x = 1; y = 2
class C(): ...
def f(): return 1
def g(
    a,
    b=2,
    *,
    c,
): return a, b, c
assert g(1, c=3) == (1, 2, 3)
assert f(
) == 1
while 0: pass
for q in (): pass
with __import__("contextlib").nullcontext(): pass
try: pass
finally: pass
assert (lambda: 5)() == 5
assert [x for x in [1]][0] == 1
assert not False
assert (not True) is False
assert 1 if 1 else 0
assert (1 if 0 else 2) == 2
assert x is x and y is not x
assert -x == -5 and +x == 5 and ~x == -6 and not not x
assert x if y else z
if (n := 10) > 5: pass
assert n == 10
print(end="")
"a bare string"
5
...
None
assert "a" "b" 'c' == "abc"
assert ("a"
        "b") == "ab"
_ = 1
__ = 2
assert _ + __ == 3
é = "unicode name"
变量 = 1
assert é and 变量
ﬁ = 1                  # names are normalised: this is fi
assert fi == 1
match = case = soft = 1
type = len
assert match + case == 2
assert type ("abc") == 3

print (match, case, sep="", end="")
print(*[], sep="", end="")
async_ = await_ = 0
global_x = 1
assert 0xAbC == 0XABC and 1e3 == 1E3 and 0b1 == 0B1
assert x<y<z and x!=y and x==5
assert [1,2,3][0:2]==[1,2]
assert {1:2}[1]==2
assert {**{}}=={}
assert (yield_:=1)==1
assert 1 .real == 1 and 1.0.real == 1.0
assert 'a'if 1else'b'
assert 0x1for x in [1]
pass; pass
---
# Tabs and form feeds, several statements, trailing semicolons.
if 1:
	a = 1
	if 2:
		b = 2
assert a + b == 3

c = 3;
def f(): x = 1; y = 2; return x + y;
assert f() == 3
def g():
    # comment at another depth
        # and deeper
    return 1
  # shallower
assert g() == 1
if 1: pass; d = 4
assert d == 4
assert (
    1
    +
    2
) == 3
s = '''a
  b
# not a comment
'''
assert s == "a\n  b\n# not a comment\n"
assert "\
a" == "a"
t = ("x"   # comment between
     "y")
assert t == "xy"
e = [i
     for i in range(3)
     if i
]
assert e == [1, 2]
def h(a,b,
      c): return a+b+c
assert h(1,2,
         3) == 6
if a == 1 and \
   b == 2: ok = True
assert ok
---
# Conditional expressions, lambdas and comprehensions nest by precedence.
a, b, c = 1, 0, 2
assert (a if b else c if a else b) == 2
assert (lambda x: x if x else "zero")(0) == 'zero'
assert [x if x else -1 for x in (0, 1)] == [-1, 1]
assert [(x, y) for x in range(2) if x for y in "ab"] == [(1, 'a'), (1, 'b')]
assert {x: y for x, y in zip("ab", range(2)) if y or not y} == {'a': 0, 'b': 1}
assert [lambda: x for x in range(2)][0]() == 1
assert (lambda *a: [i * j for i in a for j in a])(1, 2) == [1, 2, 2, 4]
assert [[j for j in range(i)] for i in range(3)] == [[], [0], [0, 1]]
assert not a == b
assert not (a and b)
assert a and not b
assert (a or b and c) == 1
assert ((a or b) and c) == 2
assert a < c > b
assert a == a != b
assert b is not None
assert a not in [b, c]
assert not a in [b]
assert a | b ^ c & a << 1 == 3
assert 2 ** -1 == 0.5
assert -2 ** 2 == -4
assert (-2) ** 2 == 4
assert 2 ** 3 ** 0 == 2
assert repr(-a ** -a) == '-1.0'
assert ("x" * 2 + "y" if a else "") == 'xxy'
assert [1] + [2] * 2 == [1, 2, 2]
assert (a, b) < (a, c)
assert a == 1
assert (b if a else c) == 0
assert [*range(a), *"b"] + [c] == [0, 'b', 2]
assert {*[a]} | {c} == {1, 2}
assert (x for x in "ab").__next__() == 'a'
assert max(x for x in [1, 3]) == 3
assert sum([1, 2], *[3]) == 6
assert {1: {2: {3: 4}}}[1][2][3] == 4
assert [[[5]]][0][0][0] == 5
assert "abc"[1:][0] == 'b'
assert (lambda: [1])()[0] == 1
assert (yield_ := [1, 2])[0] == 1
assert {(k := "a"): k} == {'a': 'a'}
assert 1 in [1] in [[1]]
assert 1 < 2 in [2]
assert (1 in [1]) is True
assert f"{a if a else b}" == '1'
assert f"{(lambda: a)()}" == '1'
