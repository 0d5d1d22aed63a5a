# del: names, attributes, items, slices, several targets.
x = 1
del x
try: x
except NameError: gone = True
assert gone
a = b = c = 1
del a, (b, [c])
assert [n for n in "abc" if n in globals()] == []
l = [0, 1, 2, 3, 4]
del l[0], l[-1], l[0:1]
assert l == [2, 3]
d = {"k": 1, "l": 2}
del d["k"]
assert d == {'l': 2}
class O: pass
o = O(); o.x = 1
del o.x
assert not hasattr(o, "x")
class D:
    def __delitem__(self, k): log.append(k)
    def __delattr__(self, n): log.append(n)
log = []
e = D()
del e[1], e[1:2], e.attr, e["a", "b"], e[...]
assert repr(log) == "[1, slice(1, 2, None), 'attr', ('a', 'b'), Ellipsis]"
def f():
    x = 1
    del x
    try: return x
    except UnboundLocalError: x = 2
    return x
assert f() == 2
def g():
    v = 1
    def h(): return v
    del v
    try: h()
    except NameError as n: return str(n)
assert g() == "cannot access free variable 'v' where it is not associated with a value in enclosing scope"
del (d), [l]
assert ("d" in globals()) is False
()
del ()
del []
class C:
    x = 1
    del x
    y = 2
assert not hasattr(C, "x")
import sys
del sys
assert ("sys" in globals()) is False
for i in range(3):
    t = i
    del t
assert ("t" in globals()) is False
---
del nope                           ### "NameError: name 'nope' is not defined"
---
d = {}
del d["k"]                         ### "KeyError: 'k'"
---
del (1, 2)[0]                      ### "TypeError: 'tuple' object doesn't support item deletion"
---
class A: pass
del A().x                          ### "AttributeError: 'A' object has no attribute 'x'"
---
class A: x = 1
del A().x                          ### "AttributeError: 'A' object has no attribute 'x'"
---
del "abc"[0]                       ### "TypeError: 'str' object doesn't support item deletion"
---
x = 5
del x.real                         ### "AttributeError: attribute 'real' of 'int' objects is not writable"
---
del len                            ### "NameError: name 'len' is not defined"
---
# __del__ exists but nothing here depends on when it runs.
class A:
    def __del__(self): pass
a = A()
del a
import gc
assert gc.collect() >= 0
