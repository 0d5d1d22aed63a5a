# What tokenize says at the ends of texts, in f-strings, and of what is no program.
import io, tokenize
def tokens(s): return [(t.type, t.string, t.start, t.end) for t in tokenize.generate_tokens(io.StringIO(s).readline)]
def error(s):
    try: tokens(s)
    except (tokenize.TokenError, SyntaxError) as e: return type(e).__name__, e.args[0], e.args[1][:3]
assert tokens('if 1:\n\tx')[-3:] == [(4, '', (2, 2), (2, 3)), (6, '', (3, 0), (3, 0)), (0, '', (3, 0), (3, 0))]
assert tokens('# c') == [(65, '# c', (1, 0), (1, 3)), (66, '', (1, 3), (1, 4)), (0, '', (2, 0), (2, 0))]
assert [t[:2] for t in tokens('f"{x!r:>{w}.{p}}"')] == [(59, 'f"'), (55, '{'), (1, 'x'), (55, '!'), (1, 'r'), (55, ':'), (60, '>'), (55, '{'), (1, 'w'), (55, '}'), (60, '.'),
    (55, '{'), (1, 'p'), (55, '}'), (60, ''), (55, '}'), (61, '"'), (4, ''), (0, '')]
assert tokens('f"{{}}{a}"')[1:3] == [(60, '{', (1, 2), (1, 3)), (60, '}', (1, 4), (1, 5))]
assert error('x = (1,') == ('TokenError', 'unexpected EOF in multi-line statement', (1, 0))
assert error('[1,\n2') == ('TokenError', 'unexpected EOF in multi-line statement', (2, 0))
assert error('\\') == ('TokenError', 'unexpected EOF in multi-line statement', (1, 0))
assert error('x = """a\nb') == ('TokenError', 'EOF in multi-line string', (1, 5))
assert error('"abc') == ('TokenError', 'unterminated string literal (detected at line 1)', (1, 1))
assert error('if 1:\n    a\n  b\n') == ('IndentationError', 'unindent does not match any outer indentation level', ('<string>', 3, 4))
assert error('if 1:\n  x\n\ty\n') == ('TabError', 'inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3))
