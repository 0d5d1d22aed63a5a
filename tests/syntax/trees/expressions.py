a or b and not c or d
a < b <= c != d == e > f >= g
a is b, a is not b, a in b, a not in b
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** +~c
not not a
(a + b) * c, a + (b * c), (a ** b) ** c, a ** (b ** c), -(a ** b), (-a) ** b
(a)(b)(c)[d].e, (a).b
(a) if (b) else (c)
(a if b else c) if d else e
(a, b), (a,), (), a,
[a, *b], [], {a, *b}, {}, {a: b, **c}, {**a}
f(), f(a), f(a, b=c, *d, **e), f(*a, *b, c, d=e), f(a for a in b), f((yield))
f(a := b, c), f(lambda: 1)
a[b], a[b:c], a[b:c:d], a[:], a[::], a[::b], a[b, c:d], a[b,], a[*b], a[*b, c], a[b := c]
[a for b in c], {a for b in c}, {a: b for c in d}, (a for b in c)
[a for b, *c in d if e if f for g in h]
[a async for b in c if await d]
[a for a in (b if c else d)]
[[a for b in c] for d in e]
[a for b in (lambda: c)]
(a := b), [a := 1, b := 2], {a := 1}
await_
a.b.c.d
a if b else lambda: c if d else e
None, True, False, ...
0, 1, 0x1F, 0o17, 0b11, 1_000, 123456789012345678901234567890, 00_0
1., .5, 1e5, 1_0.5e-1_0, 1e400, 0.1, 1e16, 1e22, 123456789.0, 1e-5
1j, 0j, 1.5J, 1e3j
'a' "b" '''c''' """d"""
'\a\b\f\n\r\t\v\\\'\"\x41\101\u0041\U00000041\
end' r'\a\''
b'\x00\xff\n' rb'\x' Rb'\y'
u'a' 'b', 'a' u'b'
'\ud800\udc00 \N{DIGIT ONE}', 'é', 'ä' 'ö', '\q'
(
    a  # one
    +  # two
    b
)
x = \
    1
naïve = 変数 = 1
