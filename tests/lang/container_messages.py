# What the containers say: results with their classes, errors with their words.
class L(list): pass
class T(tuple): pass
class D(dict): pass
class S(set): pass
class F(frozenset): pass
class I:
    def __index__(self): return 1
class Z: pass
def show(expr):
    try:
        r = eval(expr)
        return f'{r!r} {type(r).__name__}'
    except Exception as e:
        return f'{type(e).__name__}: {e}'
CASES = r'''
[].pop()  ==>  IndexError: pop from empty list
[1].pop(5)  ==>  IndexError: pop index out of range
[1].pop('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
[1].index(2)  ==>  ValueError: list.index(x): x not in list
[1].remove(2)  ==>  ValueError: list.remove(x): x not in list
[1][:]+(1,)  ==>  TypeError: can only concatenate list (not "tuple") to list
[1]+(1,)  ==>  TypeError: can only concatenate list (not "tuple") to list
[1]*'a'  ==>  TypeError: can't multiply sequence by non-int of type 'str'
'a'*[1]  ==>  TypeError: can't multiply sequence by non-int of type 'list'
[1].__mul__('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
[1].__rmul__(1.5)  ==>  TypeError: 'float' object cannot be interpreted as an integer
1.5*[1]  ==>  TypeError: can't multiply sequence by non-int of type 'float'
[1].__imul__('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
[1]['a']  ==>  TypeError: list indices must be integers or slices, not str
[1][1.0]  ==>  TypeError: list indices must be integers or slices, not float
[1].__setitem__('a',1)  ==>  TypeError: list indices must be integers or slices, not str
[1].__setitem__(5,1)  ==>  IndexError: list assignment index out of range
[1].__delitem__(5)  ==>  IndexError: list assignment index out of range
[1].__delitem__('a')  ==>  TypeError: list indices must be integers or slices, not str
[1].__setitem__(slice(0,1),3)  ==>  TypeError: must assign iterable to extended slice
[1,2,3].__setitem__(slice(0,3,2),[1])  ==>  ValueError: attempt to assign sequence of size 1 to extended slice of size 2
[1,2,3].__setitem__(slice(0,3,2),3)  ==>  TypeError: must assign iterable to extended slice
[1,2,3].__setitem__(slice(0,3,2),[1,2])  ==>  None NoneType
[1][::0]  ==>  ValueError: slice step cannot be zero
[1].insert('a',1)  ==>  TypeError: 'str' object cannot be interpreted as an integer
[1].insert(1)  ==>  TypeError: insert expected 2 arguments, got 1
[1].append()  ==>  TypeError: list.append() takes exactly one argument (0 given)
[1].append(1,2)  ==>  TypeError: list.append() takes exactly one argument (2 given)
[1].extend(3)  ==>  TypeError: 'int' object is not iterable
list(3)  ==>  TypeError: 'int' object is not iterable
list(1,2)  ==>  TypeError: list expected at most 1 argument, got 2
list(x=1)  ==>  TypeError: list() takes no keyword arguments
list(iterable=[1])  ==>  TypeError: list() takes no keyword arguments
[1].sort(1)  ==>  TypeError: sort() takes no positional arguments
[1].sort(foo=1)  ==>  TypeError: sort() got an unexpected keyword argument 'foo'
[1,'a'].sort()  ==>  TypeError: '<' not supported between instances of 'str' and 'int'
sorted(3)  ==>  TypeError: 'int' object is not iterable
sorted([3,1,2],reverse='x')  ==>  [3, 2, 1] list
sorted([3,1,2],reverse=[1])  ==>  [3, 2, 1] list
sorted([3,1,2],reverse=1.5)  ==>  [3, 2, 1] list
sorted([1,2],key=3)  ==>  TypeError: 'int' object is not callable
[1]<(1,)  ==>  TypeError: '<' not supported between instances of 'list' and 'tuple'
[1]<[2]  ==>  True bool
[[1]]<[['a']]  ==>  TypeError: '<' not supported between instances of 'int' and 'str'
(1,)+[1]  ==>  TypeError: can only concatenate tuple (not "list") to tuple
(1,)*[1]  ==>  TypeError: can't multiply sequence by non-int of type 'list'
(1,)[5]  ==>  IndexError: tuple index out of range
(1,)['a']  ==>  TypeError: tuple indices must be integers or slices, not str
(1,).index(2)  ==>  ValueError: tuple.index(x): x not in tuple
(1,).__add__([1])  ==>  TypeError: can only concatenate tuple (not "list") to tuple
tuple(3)  ==>  TypeError: 'int' object is not iterable
tuple(1,2)  ==>  TypeError: tuple expected at most 1 argument, got 2
tuple(x=1)  ==>  TypeError: tuple() takes no keyword arguments
hash(([],))  ==>  TypeError: unhashable type: 'list'
hash([])  ==>  TypeError: unhashable type: 'list'
hash({})  ==>  TypeError: unhashable type: 'dict'
hash(set())  ==>  TypeError: unhashable type: 'set'
hash(slice(1,2))  ==>  -2178470213028018262 int
hash(slice(1,[]))  ==>  TypeError: unhashable type: 'list'
{}[1]  ==>  KeyError: 1
{}['a']  ==>  KeyError: 'a'
{}[[]]  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{[]:1}  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{[],1}  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
set([[]])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
{1}.add([])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
[] in {}  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
[] in {1}  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
[] in set()  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
{}.get([])  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{}.setdefault([],1)  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{}.pop([])  ==>  KeyError: []
{}.pop(1)  ==>  KeyError: 1
{1:2}.pop([])  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{}.pop()  ==>  TypeError: pop expected at least 1 argument, got 0
{}.popitem()  ==>  KeyError: 'popitem(): dictionary is empty'
{}.update(3)  ==>  TypeError: 'int' object is not iterable
{}.update([1])  ==>  TypeError: object is not iterable
{}.update([(1,)])  ==>  ValueError: dictionary update sequence element #0 has length 1; 2 is required
{}.update([(1,2,3)])  ==>  ValueError: dictionary update sequence element #0 has length 3; 2 is required
{}.update(1,2)  ==>  TypeError: update expected at most 1 argument, got 2
{}.update(['ab'])  ==>  None NoneType
dict(3)  ==>  TypeError: 'int' object is not iterable
dict(1,2)  ==>  TypeError: dict expected at most 1 argument, got 2
dict([1])  ==>  TypeError: object is not iterable
dict([(1,2,3)])  ==>  ValueError: dictionary update sequence element #0 has length 3; 2 is required
dict(['abc'])  ==>  ValueError: dictionary update sequence element #0 has length 3; 2 is required
dict.fromkeys(3)  ==>  TypeError: 'int' object is not iterable
dict.fromkeys([1,2],3)  ==>  {1: 3, 2: 3} dict
dict.fromkeys([[]])  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
D.fromkeys('ab')  ==>  {'a': None, 'b': None} D
D(a=1)|{}  ==>  {'a': 1} dict
{}|D(a=1)  ==>  {'a': 1} dict
{}|3  ==>  TypeError: unsupported operand type(s) for |: 'dict' and 'int'
{}|[]  ==>  TypeError: unsupported operand type(s) for |: 'dict' and 'list'
D(a=1).copy()  ==>  {'a': 1} dict
{1:2}<{1:3}  ==>  TypeError: '<' not supported between instances of 'dict' and 'dict'
{}.__ior__([(1,2)])  ==>  {1: 2} dict
{1:2}.keys()  ==>  dict_keys([1]) dict_keys
{1:2}.items()  ==>  dict_items([(1, 2)]) dict_items
{1:2}.values()  ==>  dict_values([2]) dict_values
{1:2}.keys()&[1]  ==>  {1} set
{1:2}.keys()&3  ==>  TypeError: 'int' object is not iterable
{1:2}.keys()|[[]]  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
{1:2}.keys()-{1}  ==>  set() set
{1:2}.items()^{(1,2)}  ==>  set() set
{1:2}.keys()=={1}  ==>  True bool
{1:2}.keys()<{1,2}  ==>  True bool
{1:2}.values()=={1:2}.values()  ==>  False bool
{1:2}.keys().mapping  ==>  mappingproxy({1: 2}) mappingproxy
hash({}.keys())  ==>  TypeError: unhashable type: 'dict_keys'
{1:2}.keys().isdisjoint([2])  ==>  True bool
{1:2}.keys().isdisjoint(2)  ==>  TypeError: 'int' object is not iterable
{1:2}.items()|{3}  ==>  {3, (1, 2)} set
reversed({1})  ==>  TypeError: 'set' object is not reversible
reversed(3)  ==>  TypeError: 'int' object is not reversible
reversed()  ==>  TypeError: reversed expected 1 argument, got 0
reversed(1,2)  ==>  TypeError: reversed expected 1 argument, got 2
reversed(sequence=1)  ==>  TypeError: reversed() takes no keyword arguments
iter(3)  ==>  TypeError: 'int' object is not iterable
iter(3,4)  ==>  TypeError: iter(v, w): v must be callable
iter()  ==>  TypeError: iter expected at least 1 argument, got 0
enumerate(3)  ==>  TypeError: 'int' object is not iterable
enumerate()  ==>  TypeError: enumerate() missing required argument 'iterable'
enumerate([1],'a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
enumerate(start=3)  ==>  TypeError: 'start' is an invalid keyword argument for enumerate()
enumerate([1],foo=1)  ==>  TypeError: 'foo' is an invalid keyword argument for enumerate()
enumerate([1],2,3)  ==>  TypeError: enumerate() takes at most 2 arguments (3 given)
zip(1)  ==>  TypeError: 'int' object is not iterable
zip([1],2)  ==>  TypeError: 'int' object is not iterable
zip([1],foo=1)  ==>  TypeError: zip() got an unexpected keyword argument 'foo'
list(zip([1],[1,2],strict=True))  ==>  ValueError: zip() argument 2 is longer than argument 1
list(zip([1,2],[1],strict=True))  ==>  ValueError: zip() argument 2 is shorter than argument 1
list(zip([1,2],[1,2],[1],strict=True))  ==>  ValueError: zip() argument 3 is shorter than arguments 1-2
list(zip([1],[1],[1,2],strict=True))  ==>  ValueError: zip() argument 3 is longer than arguments 1-2
map()  ==>  TypeError: map() must have at least two arguments.
map(int)  ==>  TypeError: map() must have at least two arguments.
map(int,3)  ==>  TypeError: 'int' object is not iterable
map(int,[1],foo=1)  ==>  TypeError: map() got an unexpected keyword argument 'foo'
list(map(lambda a,b:a+b,[1,2],[3],strict=True))  ==>  ValueError: map() argument 2 is shorter than argument 1
list(map(lambda a,b:a+b,[1],[3,4],strict=True))  ==>  ValueError: map() argument 2 is longer than argument 1
filter()  ==>  TypeError: filter expected 2 arguments, got 0
filter(None)  ==>  TypeError: filter expected 2 arguments, got 1
filter(None,3)  ==>  TypeError: 'int' object is not iterable
filter(None,[0,1],2)  ==>  TypeError: filter expected 2 arguments, got 3
filter(function=None,iterable=[])  ==>  TypeError: filter() takes no keyword arguments
next(iter([]))  ==>  StopIteration: 
set(3)  ==>  TypeError: 'int' object is not iterable
set(1,2)  ==>  TypeError: set expected at most 1 argument, got 2
set(x=1)  ==>  TypeError: set() takes no keyword arguments
frozenset(1,2)  ==>  TypeError: frozenset expected at most 1 argument, got 2
frozenset(x=1)  ==>  TypeError: frozenset() takes no keyword arguments
{1}|[1]  ==>  TypeError: unsupported operand type(s) for |: 'set' and 'list'
{1}&3  ==>  TypeError: unsupported operand type(s) for &: 'set' and 'int'
{1}-[]  ==>  TypeError: unsupported operand type(s) for -: 'set' and 'list'
{1}<[1]  ==>  TypeError: '<' not supported between instances of 'set' and 'list'
{1}.union(3)  ==>  TypeError: 'int' object is not iterable
{1}.union([[]])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
{1}.remove(2)  ==>  KeyError: 2
{1}.remove([])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
{1}.discard([])  ==>  TypeError: cannot use 'list' as a set element (unhashable type: 'list')
set().pop()  ==>  KeyError: 'pop from an empty set'
{1}.update(3)  ==>  TypeError: 'int' object is not iterable
{1}.__ior__([1])  ==>  NotImplemented NotImplementedType
{1}==frozenset([1])  ==>  True bool
{frozenset([1])}.__contains__({1})  ==>  True bool
{1} in {frozenset([1])}  ==>  True bool
S([1])|{2}  ==>  {1, 2} set
S([1]).union({2})  ==>  {1, 2} set
S([1]).copy()  ==>  {1} set
F([1]).copy()  ==>  frozenset({1}) frozenset
F([1])|{2}  ==>  frozenset({1, 2}) frozenset
F([1]).union()  ==>  frozenset({1}) frozenset
frozenset([1])|{2}  ==>  frozenset({1, 2}) frozenset
{2}|frozenset([1])  ==>  {1, 2} set
S([1])  ==>  S({1}) S
F([1])  ==>  F({1}) F
S()  ==>  S() S
F()  ==>  F() F
frozenset()  ==>  frozenset() frozenset
set()  ==>  set() set
L([1])  ==>  [1] L
L([1])+[2]  ==>  [1, 2] list
L([1])*2  ==>  [1, 1] list
L([1])[:]  ==>  [1] list
L([1]).copy()  ==>  [1] list
T([1])+(2,)  ==>  (1, 2) tuple
T([1])*1  ==>  (1,) tuple
T([1])[:]  ==>  (1,) tuple
T((1,2))  ==>  (1, 2) T
D(a=1)  ==>  {'a': 1} D
range(3)[5]  ==>  IndexError: range object index out of range
range(3)['a']  ==>  TypeError: range indices must be integers or slices, not str
range()  ==>  TypeError: range expected at least 1 argument, got 0
range(1,2,3,4)  ==>  TypeError: range expected at most 3 arguments, got 4
range(1,2,0)  ==>  ValueError: range() arg 3 must not be zero
range('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
range(1.5)  ==>  TypeError: 'float' object cannot be interpreted as an integer
range(x=1)  ==>  TypeError: range() takes no keyword arguments
range(3).index(5)  ==>  ValueError: range.index(x): x not in range
range(3).index('a')  ==>  ValueError: sequence.index(x): x not in sequence
range(3).count('a')  ==>  0 int
range(3).index(I())  ==>  ValueError: sequence.index(x): x not in sequence
range(3)==range(0,3,1)  ==>  True bool
range(0)==range(2,2,7)  ==>  True bool
hash(range(0))  ==>  2676694398852732306 int
hash(range(3))  ==>  -8338477496398685190 int
hash(range(1,10,3))  ==>  -9160968616009628824 int
hash(range(10**30))  ==>  -9201871056951508602 int
len(range(10**30))  ==>  OverflowError: Python int too large to convert to C ssize_t
range(10**30)[5]  ==>  5 int
range(10**30)[::10**29]  ==>  range(0, 1000000000000000000000000000000, 100000000000000000000000000000) range
range(10)[::-1]  ==>  range(9, -1, -1) range
range(10)[2:5]  ==>  range(2, 5) range
range(10)[::0]  ==>  ValueError: slice step cannot be zero
range(10).start  ==>  0 int
range(10).__reduce__()  ==>  (<class 'range'>, (0, 10, 1)) tuple
range(3)<range(4)  ==>  TypeError: '<' not supported between instances of 'range' and 'range'
1.0 in range(3)  ==>  True bool
'a' in range(3)  ==>  False bool
I() in range(3)  ==>  False bool
reversed(range(3)).__reduce__()  ==>  (<built-in function iter>, (range(2, -1, -1),), None) tuple
iter(range(3)).__reduce__()  ==>  (<built-in function iter>, (range(0, 3),), None) tuple
iter(range(10**30)).__reduce__()  ==>  (<built-in function iter>, (range(0, 1000000000000000000000000000000),), None) tuple
iter([1]).__reduce__()  ==>  (<built-in function iter>, ([1],), 0) tuple
iter((1,)).__reduce__()  ==>  (<built-in function iter>, ((1,),), 0) tuple
iter('ab').__reduce__()  ==>  (<built-in function iter>, ('ab',), 0) tuple
iter(b'ab').__reduce__()  ==>  (<built-in function iter>, (b'ab',), 0) tuple
iter({1:2}).__reduce__()  ==>  (<built-in function iter>, ([1],)) tuple
iter({1}).__reduce__()  ==>  (<built-in function iter>, ([1],)) tuple
reversed([1,2]).__reduce__()  ==>  (<class 'reversed'>, ([1, 2],), 1) tuple
reversed('ab').__reduce__()  ==>  (<class 'reversed'>, ('ab',), 1) tuple
reversed({1:2}).__reduce__()  ==>  (<built-in function iter>, ([1],)) tuple
iter(int,1).__reduce__()  ==>  (<built-in function iter>, (<class 'int'>, 1)) tuple
iter([1]).__length_hint__()  ==>  1 int
iter(range(3)).__length_hint__()  ==>  3 int
iter({1}).__length_hint__()  ==>  1 int
iter({1:1}).__length_hint__()  ==>  1 int
reversed([1]).__length_hint__()  ==>  1 int
slice(1)  ==>  slice(None, 1, None) slice
slice()  ==>  TypeError: slice expected at least 1 argument, got 0
slice(1,2,3,4)  ==>  TypeError: slice expected at most 3 arguments, got 4
slice(1,2).indices(5)  ==>  (1, 2, 1) tuple
slice(1,2).indices(-1)  ==>  ValueError: length should not be negative
slice(1,2).indices('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
slice('a',2).indices(5)  ==>  TypeError: slice indices must be integers or None or have an __index__ method
slice(None,None,0).indices(5)  ==>  ValueError: slice step cannot be zero
slice(1,10**30,2).indices(10**31)  ==>  (1, 1000000000000000000000000000000, 2) tuple
slice(1,2)==slice(1,2)  ==>  True bool
slice(1,2)<slice(1,3)  ==>  True bool
slice(1,2)<3  ==>  TypeError: '<' not supported between instances of 'slice' and 'int'
slice(1,2).__reduce__()  ==>  (<class 'slice'>, (1, 2, None)) tuple
slice(x=1)  ==>  TypeError: slice() takes no keyword arguments
type(iter([]))  ==>  <class 'list_iterator'> type
(1,).__getnewargs__()  ==>  ((1,),) tuple
T((1,)).__getnewargs__()  ==>  ((1,),) tuple
{1}.__reduce__()  ==>  (<class 'set'>, ([1],), None) tuple
frozenset([1]).__reduce__()  ==>  (<class 'frozenset'>, ([1],), None) tuple
[].__sizeof__()  ==>  40 int
[1,2].__sizeof__()  ==>  56 int
list(range(10)).__sizeof__()  ==>  120 int
().__sizeof__()  ==>  32 int
{}.__sizeof__()  ==>  48 int
{1:1}.__sizeof__()  ==>  208 int
set().__sizeof__()  ==>  200 int
[].__init__(3)  ==>  TypeError: 'int' object is not iterable
dict.__init__({},3)  ==>  TypeError: 'int' object is not iterable
dict(a=1,**{'b':2})  ==>  {'a': 1, 'b': 2} dict
dict([('a',1)],b=2)  ==>  {'a': 1, 'b': 2} dict
dict({'a':1},a=2)  ==>  {'a': 2} dict
{}.clear(1)  ==>  TypeError: dict.clear() takes no arguments (1 given)
{}.copy(1)  ==>  TypeError: dict.copy() takes no arguments (1 given)
{}.get()  ==>  TypeError: get expected at least 1 argument, got 0
{}.get(1,2,3)  ==>  TypeError: get expected at most 2 arguments, got 3
{}.get(key=1)  ==>  TypeError: dict.get() takes no keyword arguments
{}.items(1)  ==>  TypeError: dict.items() takes no arguments (1 given)
[].sort(key=None,reverse=False)  ==>  None NoneType
[3,1,2].__class__.sort.__doc__  ==>  'Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable\n(i.e. the order of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort\nthem, ascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.' str
dict.pop.__doc__  ==>  'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.' str
[].__iadd__(3)  ==>  TypeError: 'int' object is not iterable
[].__add__(3)  ==>  TypeError: can only concatenate list (not "int") to list
[].__contains__()  ==>  TypeError: expected 1 argument, got 0
[].count()  ==>  TypeError: list.count() takes exactly one argument (0 given)
[].index()  ==>  TypeError: index expected at least 1 argument, got 0
[1].index(1,'a')  ==>  TypeError: slice indices must be integers or have an __index__ method
[1].index(1,10**30)  ==>  ValueError: list.index(x): x not in list
[1,2,3].index(3,-1)  ==>  2 int
[].clear(1)  ==>  TypeError: list.clear() takes no arguments (1 given)
[].reverse(1)  ==>  TypeError: list.reverse() takes no arguments (1 given)
().count()  ==>  TypeError: tuple.count() takes exactly one argument (0 given)
().index(1,2,3,4)  ==>  TypeError: index expected at most 3 arguments, got 4
{1}.isdisjoint(3)  ==>  TypeError: 'int' object is not iterable
{1}.issubset(3)  ==>  TypeError: 'int' object is not iterable
{1}.issuperset(3)  ==>  TypeError: 'int' object is not iterable
{1}.intersection(3)  ==>  TypeError: 'int' object is not iterable
{1}.difference(3)  ==>  TypeError: 'int' object is not iterable
{1}.symmetric_difference(3)  ==>  TypeError: 'int' object is not iterable
{1}.symmetric_difference()  ==>  TypeError: set.symmetric_difference() takes exactly one argument (0 given)
{1}.add()  ==>  TypeError: set.add() takes exactly one argument (0 given)
{1}.clear(1)  ==>  TypeError: set.clear() takes no arguments (1 given)
{1}.__sub__([])  ==>  NotImplemented NotImplementedType
{1}.__rsub__({2})  ==>  {2} set
{1}.__lt__(3)  ==>  NotImplemented NotImplementedType
[].__lt__(3)  ==>  NotImplemented NotImplementedType
{}.__or__(3)  ==>  NotImplemented NotImplementedType
{}.__ror__({1:2})  ==>  {1: 2} dict
[1].__getitem__('x')  ==>  TypeError: list indices must be integers or slices, not str
[1].__getitem__(10**30)  ==>  IndexError: cannot fit 'int' into an index-sized integer
(1,).__getitem__(10**30)  ==>  IndexError: cannot fit 'int' into an index-sized integer
[1][10**30]  ==>  IndexError: cannot fit 'int' into an index-sized integer
range(3)[10**30]  ==>  IndexError: range object index out of range
[1]*10**30  ==>  OverflowError: cannot fit 'int' into an index-sized integer
[1]*-5  ==>  [] list
[1]*I()  ==>  [1] list
(1,2)*I()  ==>  (1, 2) tuple
I()*[1]  ==>  [1] list
[1,2][I()]  ==>  2 int
[1,2][I():]  ==>  [2] list
[1][slice('a',None)]  ==>  TypeError: slice indices must be integers or None or have an __index__ method
[1,2,3].__delitem__(slice(None,None,2))  ==>  None NoneType
[1].insert(10**30,1)  ==>  OverflowError: Python int too large to convert to C ssize_t
[1].pop(10**30)  ==>  OverflowError: Python int too large to convert to C ssize_t
iter([1]).__setstate__('a')  ==>  TypeError: an integer is required
iter([1]).__setstate__(5)  ==>  None NoneType
iter(range(3)).__setstate__(2)  ==>  None NoneType
zip([1],strict=True).__setstate__(True)  ==>  None NoneType
dict.fromkeys()  ==>  TypeError: fromkeys expected at least 1 argument, got 0
dict.fromkeys([1],2,3)  ==>  TypeError: fromkeys expected at most 2 arguments, got 3
type({}.keys())()  ==>  TypeError: cannot create 'dict_keys' instances
type(iter([]))()  ==>  TypeError: cannot create 'list_iterator' instances
{}.keys().__len__()  ==>  0 int
len({}.values())  ==>  0 int
1 in {1:2}.values()  ==>  False bool
(1,2) in {1:2}.items()  ==>  True bool
[[]] in {1:2}.items()  ==>  False bool
([],1) in {1:2}.items()  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
[] in {1:2}.keys()  ==>  TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
{}.items() == set()  ==>  True bool
{1:2}.items() >= {(1,2)}  ==>  True bool
set() | {1:2}.keys()  ==>  {1} set
{1} & {1:2}.keys()  ==>  {1} set
[] | {1:2}.keys()  ==>  {1} set
[1] - {1:2}.keys()  ==>  set() set
{1:2}.keys() & {1:2}.keys()  ==>  {1} set
{1:2}.keys() ^ [1,2]  ==>  {2} set
sorted({3:1,2:1}.keys() | {9})  ==>  [2, 3, 9] list
list.__new__(list,1,2,3)  ==>  [] list
dict.__new__(dict,1,2,3)  ==>  {} dict
set.__new__(set,1,2,3)  ==>  set() set
tuple.__new__(tuple,1,2)  ==>  TypeError: tuple expected at most 1 argument, got 2
frozenset.__new__(frozenset,1,2)  ==>  TypeError: frozenset expected at most 1 argument, got 2
list.__new__(int)  ==>  TypeError: list.__new__(int): int is not a subtype of list
L(1,2)  ==>  TypeError: list expected at most 1 argument, got 2
L([1],x=2)  ==>  TypeError: list() takes no keyword arguments
S(1,2)  ==>  TypeError: S expected at most 1 argument, got 2
T(1,2)  ==>  TypeError: tuple expected at most 1 argument, got 2
type('Q',(list,),{'__init__':lambda s,*a,**k:None})(1,2,x=3)  ==>  [] Q
type('Q',(tuple,),{'__init__':lambda s,*a,**k:None})((1,2),x=3)  ==>  (1, 2) Q
type('Q',(set,),{'__init__':lambda s,*a,**k:None})((1,2),x=3)  ==>  Q() Q
type('Q',(frozenset,),{'__init__':lambda s,*a,**k:None})((1,2),x=3)  ==>  Q({1, 2}) Q
type('Q',(frozenset,),{})((1,2),x=3)  ==>  TypeError: frozenset() takes no keyword arguments
type('Q',(set,),{})((1,2),x=3)  ==>  TypeError: set() takes no keyword arguments
type('Q',(tuple,),{})((1,2),x=3)  ==>  TypeError: tuple() takes no keyword arguments
type('Q',(range,),{})  ==>  TypeError: type 'range' is not an acceptable base type
type('Q',(slice,),{})  ==>  TypeError: type 'slice' is not an acceptable base type
type('Q',(type({}.keys()),),{})  ==>  TypeError: type 'dict_keys' is not an acceptable base type
type('Q',(type(iter([])),),{})  ==>  TypeError: type 'list_iterator' is not an acceptable base type
type('Q',(map,),{})(int,[1],x=2)  ==>  TypeError: map() got an unexpected keyword argument 'x'
type('Q',(zip,),{})([1],x=2)  ==>  TypeError: zip() got an unexpected keyword argument 'x'
type('Q',(filter,),{})(int,[1],x=2)  ==>  TypeError: filter() takes no keyword arguments
type('Q',(reversed,),{})([1],x=2)  ==>  TypeError: reversed() takes no keyword arguments
min([]),  ==>  ValueError: min() iterable argument is empty
'''
for line in CASES.strip().split('\n'):
    expr, want = line.split('  ==>  ')
    got = show(expr)
    assert got == want, (expr, got, want)
