# Code made of a tree is the code made of the text, its positions included.
import ast
text = '''
def f(a, *b, c=3, **d) -> int:
    "doc"
    try:
        return [x + a for x in b if x > 1], f"{a!r:>{c}}" + b"x".hex()
    except (ValueError, KeyError) as e:
        raise TypeError from e
    finally:
        del a
class C[T](object, metaclass=type):
    y: int = 1_000_000_000_000_000_000_000
    async def g(self):
        async with self as s: await s
        return (lambda q, /: (yield q))
match (1, {"k": -2.5}):
    case (1, {"k": z, **rest}) if z: pass
    case [*_] | None: pass
while (n := 0): break
else: from os import path as p, sep
x = y = {**{}, 'a': not 1 < 2 <= 3}; x['a'] += 1 if n else ...
'''
def same(a, b):
    assert a.co_code == b.co_code and list(a.co_positions()) == list(b.co_positions()), (a, b)
    inner = lambda k: [c for c in k.co_consts if hasattr(c, 'co_code')]
    assert len(inner(a)) == len(inner(b))
    for x, y in zip(inner(a), inner(b)):
        same(x, y)
same(compile(text, 'f.py', 'exec'), compile(ast.parse(text), 'f.py', 'exec'))
same(compile('a + 1', 'f.py', 'eval'), compile(ast.parse('a + 1', mode='eval'), 'f.py', 'eval'))
---
# Trees that no text has.
import ast
def value(node):
    e = ast.fix_missing_locations(ast.Expression(node))
    return eval(compile(e, 'tree', 'eval'))
assert value(ast.Constant((1, 'a', (2.5, None)))) == (1, 'a', (2.5, None))
assert value(ast.Constant(-3)) == -3 and value(ast.Constant(1 + 2j)) == 1 + 2j
assert value(ast.Constant(frozenset({1}))) == frozenset({1})
call = ast.Call(ast.Name('str', ast.Load()), [ast.Constant(5)], [])
assert value(ast.JoinedStr([ast.Constant('n'), call])) == 'n5'
---
# Lines of errors are those of the tree.
import ast, traceback
tree = ast.parse('x = 1\n\n\n1/0\n')
ast.increment_lineno(tree, 10)
try:
    exec(compile(tree, 'moved.py', 'exec'), {})
except ZeroDivisionError as e:
    assert e.__traceback__.tb_next.tb_lineno == 14
---
# Nodes can be copied and have a dictionary.
import ast, copy
assert ast.Name('x').__dict__['id'] == 'x'
tree = ast.parse('x = y + 1')
assert ast.dump(copy.deepcopy(tree)) == ast.dump(tree)
