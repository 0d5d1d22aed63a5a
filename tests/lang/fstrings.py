# f-strings: every form of replacement field.
x, y, name, d, l = 5, 2.5, "Ann", {"k": "v", 'q': 1}, [1, 2, 3]
assert f"{x}" == '5'
assert f"{x}{y}{name}" == '52.5Ann'
assert f"a{x}b{{c}}d{y}e" == 'a5b{c}d2.5e'
assert f"{{}}" == '{}'
assert f"{{{x}}}" == '{5}'
assert f"}}{{" == '}{'
assert f"{x + 1} {x * y} {-x}" == '6 12.5 -5'
assert f"{name!r} {name!s} {name!a} {'é'!a}" == "'Ann' Ann 'Ann' '\\xe9'"
assert f"{x:5}|{x:<5}|{x:^5}|{name:>6}|{y:.3f}|{x:05d}|{x:+}" == '    5|5    |  5  |   Ann|2.500|00005|+5'
assert f"{name!r:>8}|{name!s:^7}|" == "   'Ann'|  Ann  |"
assert f"{x:{x}}|{y:{x}.{2}f}|{x:{'0'}{'4'}}" == '    5| 2.50|0005'
assert f"{x=}" == 'x=5'
assert f"{x = }" == 'x = 5'
assert f"{x=:>4}" == 'x=   5'
assert f"{name=}" == "name='Ann'"
assert f"{name=!s}" == 'name=Ann'
assert f"{x+1=}" == 'x+1=6'
assert f"{ x = !r:>3}" == ' x =   5'
assert f"{d['k']} {d["q"]} {l[0]} {l[-1]} {l[1:]}" == 'v 1 1 3 [2, 3]'
assert f"{'nested ' + f'{x}' + f"{f'{y}'}"}" == 'nested 52.5'
assert f"{'a' if x else 'b'} {(lambda v: v * 2)(3)} {[i for i in l]}" == 'a 6 [1, 2, 3]'
assert f"{ {1: 2}[1] }" == '2'
assert f"{x!r}" f"{y}" "plain {x}" f"{name}" == '52.5plain {x}Ann'
assert f'''multi
{x}
line''' == "multi\n5\nline"
assert f"{
    x
}" == "5"
assert f"{x  # comment
}" == "5"
assert f"{x:{
    5}}" == "    5"
assert rf"\n{x}\t" == '\\n5\\t'
assert fr"\{x}" == '\\5'
assert f"\N{SNOWMAN} {x} \x41 \u0042" == '☃ 5 A B'
assert f"{'\n'.join(['a', 'b'])}" == 'a\nb'
assert f"{x,}" == '(5,)'
assert f"{x, y}" == '(5, 2.5)'
assert f"{*l,}" == '(1, 2, 3)'
assert f"{x!s}" == str(x)
assert f"{(z := 10)} {z}" == '10 10'
assert f"{x == 5} {x != 5} {x >= 5} {x <= 5} {not x}" == 'True False True True False'
assert f"{'{'}{'}'}" == '{}'
assert f"{x:}" == '5'
assert f"{x!r:}" == '5'
assert f"" == ""
assert f"no fields" == 'no fields'
assert f"{None} {True} {...}" == 'None True Ellipsis'
assert f"{1_000:,} {10**20:e}" == '1,000 1.000000e+20'
assert f"{'a'  'b'}" == 'ab'
assert f"{d}" == "{'k': 'v', 'q': 1}"
assert f"{l!r:>12}" == '   [1, 2, 3]'
assert f"{3.14:10.{1}f}|" == '       3.1|'
assert f"{'x':*^{3+2}}" == '**x**'
assert f"{(lambda: 1)()}" == '1'
assert f"{x:=+5}" == '+   5'
assert F"{x}" == '5'
assert fR"{x}\n" == '5\\n'
assert type(f"{x}").__name__ == 'str'
assert "%s" % f"{x}" + f"{y}".upper() == '52.5'
assert f"{x}".join(["a", "b"]) == 'a5b'
---
# The parts of a replacement field are evaluated left to right.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
log = []
def v(n): log.append(n); return n
assert f"{v(1)}{v(2):{v(3)}}{v(4)!r}" == '1  24'
assert log == [1, 2, 3, 4]
class A:
    def __format__(self, s): return f"<{s}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
a = A()
assert f"{a}" == '<>'
assert f"{a:abc}" == '<abc>'
assert f"{a!s}" == 'str'
assert f"{a!r}" == 'repr'
assert f"{a!s:>5}" == '  str'
assert f"{a=}" == 'a=repr'
assert f"{a=!s}" == 'a=str'
assert f"{a=:x}" == 'a=<x>'
assert f"{a:%Y-%m}" == '<%Y-%m>'
assert f"{a:a:b}" == '<a:b>'
assert f"{a: }" == '< >'
assert f"{a:{'x'}y{'z'}}" == '<xyz>'
assert f"{a:!r}" == '<!r>'
assert f"{a:\n}" == '<\n>'
class B:
    def __format__(self, s): raise ValueError("bad " + s)
assert error(lambda: f"{B():q}") == 'ValueError: bad q'
assert error(lambda: f"{1 / 0}") == 'ZeroDivisionError: division by zero'
assert error(lambda: f"{'a':d}") == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: f"{[]:5}") == 'TypeError: unsupported format string passed to list.__format__'
def gen(): x = f"{(yield 1)}"; return x
g = gen(); next(g)
try: g.send("sent")
except StopIteration as e: assert e.value == "sent"
n = 3
fs = [lambda: f"{n}"]
n = 4
assert fs[0]() == '4'
class C:
    attr = f"{n}-{__qualname__}"
assert C.attr == '4-C'
def doc(): f"not a docstring"
assert doc.__doc__ is None
assert [f"{i:02}" for i in range(3)] == ['00', '01', '02']
assert {f"k{i}": i for i in range(2)} == {'k0': 0, 'k1': 1}
---
# Errors of the compiler.
def bad(src):
    try: compile(src, "<s>", "eval")
    except SyntaxError as e: return e.msg
assert bad("f'{}'") == "f-string: valid expression required before '}'"
assert bad("f'{ }'") == "f-string: valid expression required before '}'"
assert bad("f'{!r}'") == "f-string: valid expression required before '!'"
assert bad("f'{:x}'") == "f-string: valid expression required before ':'"
assert bad("f'{x'") == "f-string: expecting '}'"
assert bad("f'{x!'") == "f-string: expecting '}'"
assert bad("f'{x!}'") == 'f-string: missing conversion character'
assert bad("f'{x!z}'") == "f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"
assert bad("f'{x!rr}'") == "f-string: invalid conversion character 'rr': expected 's', 'r', or 'a'"
assert bad("f'{x!r x}'") == "f-string: expecting ':' or '}'"
assert bad("f'}'") == "f-string: single '}' is not allowed"
assert bad("f'{x}}'") == "f-string: single '}' is not allowed"
assert bad("f'{x:'") == "f-string: expecting '}', or format specs"
assert bad("f'{x:{y}'") == "f-string: expecting '}', or format specs"
---
def bad(src):
    try: compile(src, "<s>", "eval")
    except SyntaxError as e: return e.msg
assert bad("f'{{x}'") == "f-string: single '}' is not allowed"
assert bad("f'{a b}'") == 'invalid syntax. Perhaps you forgot a comma?'
assert bad("f'{(}'") == "closing parenthesis '}' does not match opening parenthesis '('"
assert bad("f'{)}'") == "f-string: unmatched ')'"
assert bad("f'{x=!}'") == 'f-string: missing conversion character'
assert bad("f'{lambda x: 1}'") == 'f-string: lambda expressions are not allowed without parentheses'
assert bad("f'{*}'") == "f-string: expecting a valid expression after '{'"
assert bad("f'{1 +}'") == "f-string: expecting '=', or '!', or ':', or '}'"
assert bad("f'{x;y}'") == "f-string: expecting '=', or '!', or ':', or '}'"
assert bad("f'{#}'") == "'{' was never closed"
assert bad("f'{\\}'") == 'unexpected character after line continuation character'
assert bad("f'") == 'unterminated f-string literal (detected at line 1)'
assert bad("f'''{x}") == 'unterminated triple-quoted f-string literal (detected at line 1)'
assert bad("f'{'") == "f-string: expecting '}'"
---
def bad(src):
    try: compile(src, "<s>", "eval")
    except SyntaxError as e: return e.msg
assert bad("f'{a'b'}'") == "f-string: expecting '=', or '!', or ':', or '}'"
assert bad("bf'x'") == "'b' and 'f' prefixes are incompatible"
assert bad("uf'x'") == "'u' and 'f' prefixes are incompatible"
assert bad("f'{x := 1}'") is None
assert bad("f'{=x}'") == "f-string: valid expression required before '='"
assert bad("f'{x = y}'") == "f-string: expecting '!', or ':', or '}'"
assert bad("f'{**x}'") == "f-string: expecting a valid expression after '{'"
assert bad("f'{None = 1}'") == "f-string: expecting '!', or ':', or '}'"
assert bad("f'{x!r:{'") == "f-string: expecting '}'"
