# t-strings: Template and Interpolation.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from string.templatelib import Template, Interpolation, convert
name, n = "Ann", 5
t = t"Hello {name!r:>10}, {n + 1} {{x}} {n=}!"
assert type(t).__name__ == 'Template'
assert isinstance(t, Template)
assert t.strings == ('Hello ', ', ', ' {x} n=', '!')
assert t.values == ('Ann', 6, 5)
assert len(t.interpolations) == 3
i = t.interpolations[0]
assert i.value == 'Ann'
assert i.expression == 'name'
assert i.conversion == 'r'
assert i.format_spec == '>10'
assert [(p.expression, p.conversion, p.format_spec) for p in t.interpolations] == [('name', 'r', '>10'), ('n + 1', None, ''), ('n', 'r', '')]
assert [p if isinstance(p, str) else (p.value, p.expression) for p in t] == ['Hello ', ('Ann', 'name'), ', ', (6, 'n + 1'), ' {x} n=', (5, 'n'), '!']
assert repr(t"a{n}b") == "Template(strings=('a', 'b'), interpolations=(Interpolation(5, 'n', None, ''),))"
assert repr(i) == "Interpolation('Ann', 'name', 'r', '>10')"
assert t"".strings == ('',)
assert t"".values == ()
assert t"".interpolations == ()
assert t"{n}".strings == ('', '')
assert t"{n}{name}".strings == ('', '', '')
assert (t"a{n}" + t"b{name}c").strings == ('a', 'b', 'c')
assert error(lambda: t"a" + "b") == 'TypeError: can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template'
assert error(lambda: "a" + t"b") == 'TypeError: can only concatenate str (not "string.templatelib.Template") to str'
assert (t"a" t"b{n}").strings == ('ab', '')
assert t"{n:{n}}".interpolations[0].format_spec == '5'
assert t"{name!s}".interpolations[0].conversion == 's'
assert t'''multi
{n}'''.strings == ("multi\n", "")
assert rt"\n{n}".strings == ('\\n', '')
assert tr"\t".strings == ('\\t',)
assert T"{n}".values == (5,)
assert (t"{n}" == t"{n}") is False
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from string.templatelib import Template, Interpolation, convert
def render(t):
    out = []
    for p in t:
        if isinstance(p, str): out.append(p)
        else: out.append(format(convert(p.value, p.conversion), p.format_spec))
    return "".join(out)
x, y = 3.14159, "é"
assert render(t"pi={x:.2f} {y!a} {y!r:>5} {x}") == "pi=3.14 '\\xe9'   'é' 3.14159"
assert render(t"{x!r}") == '3.14159'
assert convert("é", "a") == "'\\xe9'"
assert convert(1, None) == 1
assert convert("a", "r") == "'a'"
assert convert(5, "s") == '5'
assert error(lambda: convert(1, "z")) == 'ValueError: invalid conversion specifier: z'
assert Template("a", Interpolation(1, "x"), "b").strings == ('a', 'b')
assert Template("a", "b", "c").strings == ('abc',)
assert Template(Interpolation(1, "x"), Interpolation(2, "y")).strings == ('', '', '')
assert Template().strings == ('',)
assert error(lambda: Template(1)) == "TypeError: Template.__new__ *args need to be of type 'str' or 'Interpolation', got int"
assert error(lambda: Interpolation()) == "TypeError: Interpolation() missing required argument 'value' (pos 1)"
assert error(lambda: Interpolation(1, "x", "q")) == "ValueError: Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'"
assert error(lambda: Interpolation(1, 5)) == "TypeError: Interpolation() argument 'expression' must be str, not int"
assert Interpolation(1, "x", "r", ".2f").format_spec == '.2f'
assert Interpolation(1).expression == ''
match Interpolation(5, "e", "r", "fmt"):
    case Interpolation(v, e, c, f): pass
assert v == 5
assert e == 'e'
assert c == 'r'
assert f == 'fmt'
log = []
def v(k): log.append(k); return k
t = t"{v(1)} {v(2):{v(3)}}"
assert log == [1, 2, 3]
def lazy(): return t"{1 / 0}"
assert error(lambda: lazy()) == 'ZeroDivisionError: division by zero'
def html(t): return "".join(p if isinstance(p, str) else str(p.value).replace("<", "&lt;") for p in t)
assert html(t"<b>{'<script>'}</b>") == '<b>&lt;script></b>'
assert error(lambda: setattr(t, "strings", ())) == 'AttributeError: readonly attribute'
assert error(lambda: Template.__new__(Template, x=1)) == 'TypeError: Template.__new__ only accepts *args arguments'
def bad(src):
    try: compile(src, "<s>", "eval")
    except SyntaxError as e: return e.msg
assert bad("t'{}'") == "t-string: valid expression required before '}'"
assert bad("t'{x'") == "t-string: expecting '}'"
assert bad("t'{x!z}'") == "t-string: invalid conversion character 'z': expected 's', 'r', or 'a'"
assert bad("t'a' 'b'") == 'cannot mix t-string literals with string or bytes literals'
assert bad("'a' t'b'") == 'cannot mix t-string literals with string or bytes literals'
assert bad("t'a' f'b'") == 'cannot mix t-string literals with string or bytes literals'
assert bad("bt'x'") == "'b' and 't' prefixes are incompatible"
assert bad("ft'x'") == "'f' and 't' prefixes are incompatible"
assert bad("t'}'") == "t-string: single '}' is not allowed"
