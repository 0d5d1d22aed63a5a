f'', f'a', f'{a}', f'a{b}c{d}e', f'{{', f'}}', f'a{{b}}c{{{d}}}'
f'{a!r}{a!s}{a!a}', f'{a:b}', f'{a!r:>{width}.{precision}}', f'{a:}', f'{a:{b:{c}}}'
f'{a=}', f'{a = }', f'{a=!s}', f'{a=:>5}', f'{ a + b = !r:x}'
f'{a:%H:%M}', f'{a:{"x"}}', f'{a:\x41}'
f'{a["b"]}', f'{a['b']}', f"{f'{f"{1}"}'}", f'{'a' 'b'}'
f'{lambda_}', f'{(lambda: 1)}', f'{ {1: 2}[1] }', f'{(a := 1)}', f'{a:=5}', f'{a!=b}', f'{a == b}'
f'{a, b}', f'{*a, b}', f'{yield_}', f'{a if b else c}'
f'a' 'b' f'c', 'a' f'{b}' 'c', f'{a}' u'b' 'c', 'a' rf'\{b}\n'
f'\N{DIGIT ONE}{a}\u0041', rf'\N{a}', f'\{a}', fr'{a:\x41}'
f'''{
    a  # a comment
    + b
}''', f"""a
{b:
}c"""
f'a\
b{c}'
f'{
a
}'
f'{a:{{}}}', f'{a:{b}{{}}}'
t'', t'{a}', t'{ a + b }', t'{a!r:>{b}}', t'{a=}', t'x' t'{y}z', rt'\{a}', t'{a}' t''
