# Containers under random operations, with builtin elements and with elements whose __eq__, __hash__ and __lt__ are
# Python code. What every round shows is summed up; the sums are CPython's, set order included.
total = 0
def say(*args):
    global total
    for a in args:
        for ch in str(a):
            total = (total * 31 + ord(ch)) % 1000000007
state = 12345
def rnd(n):
    global state
    state=(state*1103515245+12345)&0x7fffffff
    return (state>>8)%n
class K:
    __slots__=('v',)
    def __init__(s,v): s.v=v
    def __eq__(s,o): return isinstance(o,K) and s.v==o.v
    def __hash__(s): return hash(s.v)%7
    def __repr__(s): return 'K%d'%s.v
    def __lt__(s,o): return s.v<o.v
class L(list): pass
class D(dict):
    def __missing__(s,k): return ('miss',k)
class S(set): pass
class F(frozenset): pass
def mk(kind):
    r=rnd(6)
    if kind==0: return rnd(40)
    if kind==1: return 's%d'%rnd(40)
    if kind==2: return K(rnd(20))
    return [rnd(20),'s%d'%rnd(9),K(rnd(9)),(rnd(3),rnd(3)),float(rnd(9)),None][r]
def mkset(kind,n):
    return [set,frozenset,S,F][rnd(4)](mk(kind) for _ in range(n))
def show(x):
    if isinstance(x,(set,frozenset)):
        return type(x).__name__+'['+','.join(repr(e) for e in x)+']'
    return type(x).__name__+repr(x)

sums = []
for rounds in range(400):
    kind=rnd(4)
    a=mkset(kind,rnd(30));
    o=rnd(5)
    if o==0: b=mkset(kind,rnd(30))
    elif o==1: b=[mk(kind) for _ in range(rnd(20))]
    elif o==2: b={mk(kind):1 for _ in range(rnd(20))}
    elif o==3: b=mkset(kind,rnd(300))
    else: b=(x for x in [mk(kind) for _ in range(rnd(20))])
    gen = o==4
    if gen: b=list(b)
    def bb(): return (x for x in b) if gen else b
    for name in ('union','intersection','difference','symmetric_difference'):
        r=getattr(a,name)(bb())
        if kind in (0,2): say(rounds,name,show(r))
        else: say(rounds,name,type(r).__name__,sorted(map(repr,r)))
    for name in ('issubset','issuperset','isdisjoint'):
        say(rounds,name,getattr(a,name)(bb()))
    for op in ('__or__','__and__','__sub__','__xor__','__eq__','__lt__','__le__','__gt__','__ge__','__ne__'):
        f=getattr(a,op)(b)
        if isinstance(f,(set,frozenset)):
            say(rounds,op,show(f) if kind in (0,2) else sorted(map(repr,f)))
        else: say(rounds,op,f)
    if isinstance(a,set):
        for name in ('update','intersection_update','difference_update','symmetric_difference_update'):
            c=a.copy(); c=set(c); getattr(c,name)(bb())
            say(rounds,name,show(c) if kind in (0,2) else sorted(map(repr,c)))
        c=set(a)
        for i in range(5):
            x=mk(kind); c.discard(x); c.add(mk(kind)); say(x in c)
            if c and kind in (0,2): say(c.pop())
        if kind in (0,2): say(show(c))
    u=a.union(bb(),[mk(kind)]); i=a.intersection(bb(),list(a)[:9]); d=a.difference(bb(),list(a)[:2])
    if kind in(0,2): say(show(u),show(i),show(d))
    # dict
    d={} if rnd(2) else D()
    for i in range(rnd(40)):
        q=rnd(8); k=mk(kind)
        if q<4: d[k]=i
        elif q==4: say(d.pop(k,'none'))
        elif q==5: say(d.setdefault(k,i))
        elif q==6 and d: say(d.popitem())
        else: say(k in d, d.get(k))
    e={mk(kind):i for i in range(rnd(20))}
    say(d, d|e, e|d, d==e, dict(d)==d, list(d.items()), list(reversed(d)))
    kk=d.keys()&e.keys(); say(sorted(map(repr,kk)), sorted(map(repr,d.keys()|e.keys())), sorted(map(repr,d.keys()-e.keys())), sorted(map(repr,d.items()^e.items())))
    d.update(e); d.update([(mk(kind),1),(mk(kind),2)]); say(d)
    try: say(d[K(99)])
    except KeyError as x: say('KeyError',x)
    # list
    l=[mk(0) if rnd(2) else K(rnd(5)) for _ in range(rnd(30))]
    if rnd(3)==0: l=L(l)
    m=list(l)
    for i in range(20):
        q=rnd(9); n=len(l)+1
        x,y,z=rnd(2*n)-n,rnd(2*n)-n,rnd(7)-3 or 1
        try:
            if q==0: l[x:y:z]=[mk(0)]*rnd(3)
            elif q==1: l[x:y]=[K(1)]*rnd(4)
            elif q==2: del l[x:y:z]
            elif q==3: say(l.index(K(rnd(5)),x,y))
            elif q==4: l.insert(x,K(rnd(5)))
            elif q==5: say(l.pop(x))
            elif q==6: say(l[x:y:z], l.count(K(1)), K(3) in l)
            elif q==7: l.remove(K(rnd(5)))
            else: l*=rnd(3) if len(l)<20 else 1
        except (ValueError,IndexError) as e: say(type(e).__name__,e)
    say(show(l), l==m, l!=m)
    v=[K(rnd(50)) for _ in range(rnd(80))]; w=[(x.v%5,rnd(9)) for x in v]
    say(sorted(v), sorted(v,reverse=True), sorted(w), sorted(w,key=lambda t:t[1]), sorted(w,key=lambda t:K(t[1]),reverse=True))
    say(v<v[:], v==list(v), max(v,default=0), min(w,default=0))
    if rounds % 20 == 19:
        sums.append(total)
        total = 0
assert sums == [
    974395284, 507106420, 722322933, 231473945, 766646711, 891175445, 5427280,
    652299215, 774816479, 705718488, 303738777, 773871254, 436857475, 939008825,
    445065545, 155267516, 263911028, 695483192, 625581600, 989328587,
], sums
---
# Loops over iterators of iterators, which stay in step with what they are made of.
def g():
    for i, x in enumerate(y for y in 'abc'):
        yield i, x
assert list(g()) == [(0, 'a'), (1, 'b'), (2, 'c')]
assert list(zip([1, 2], (x for x in range(2)))) == [(1, 0), (2, 1)]
assert list(map(lambda a, b: (a, b), [1, 2], (x for x in 'ab'))) == [(1, 'a'), (2, 'b')]
assert [x for x in map(lambda x: x * 2, [1, 2, 3])] == [2, 4, 6]
assert [x for x in filter(lambda x: x % 2, range(9))] == [1, 3, 5, 7]
m = map(lambda x: x + 1, iter(range(10)))
for x in m:
    if x == 3:
        break
assert next(m) == 4
assert list(m) == [5, 6, 7, 8, 9, 10]
e = enumerate(x for x in 'abcd')
for i, x in e:
    if i == 1:
        break
assert next(e) == (2, 'c')
assert e.__reduce__()[1][1] == 3
f = filter(lambda x: x % 3 == 0, range(20))
for x in f:
    if x == 6:
        break
assert next(f) == 9
def stop(x):
    if x > 2:
        raise StopIteration
    return x
assert [x for x in map(stop, range(9))] == [0, 1, 2]
assert list(map(stop, range(9))) == [0, 1, 2]
assert list(filter(stop, range(9))) == [1, 2]
---
# A comparison that changes the list, an error in the midst of a sort.
class Bad:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 7:
            raise ValueError('seven')
        return self.v < o.v
l = [Bad(v) for v in (3, 9, 1, 7, 5)]
before = set(map(id, l))
try:
    l.sort()
except ValueError as e:
    assert str(e) == 'seven'
else:
    assert False
assert set(map(id, l)) == before and len(l) == 5
l = [3, 1, 2]
def key(x):
    l.append(x)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    assert str(e) == 'list modified during sort'
assert l == [1, 2, 3]
seen = []
def look(x):
    seen.append(len(l))
    return -x
l.sort(key=look)
assert seen == [0, 0, 0] and l == [3, 2, 1]
