# textwrap.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import textwrap
text = "The quick brown fox jumps over the lazy dog. It was not amused by this at all."
assert textwrap.wrap(text, 20) == ['The quick brown fox', 'jumps over the lazy', 'dog. It was not', 'amused by this at', 'all.']
assert textwrap.fill("a b c d e", 3) == 'a b\nc d\ne'
assert textwrap.shorten(text, 30) == 'The quick brown fox [...]'
assert textwrap.shorten("short", 30) == 'short'
assert textwrap.dedent("\n    a\n      b\n    c\n") == '\na\n  b\nc\n'
assert textwrap.dedent("\ta\n\tb") == 'a\nb'
assert textwrap.indent("a\n\nb\n", "> ") == '> a\n\n> b\n'
assert textwrap.indent("a\n\nb", "- ", lambda l: True) == '- a\n- \n- b'
assert textwrap.wrap("a-b verylongwordindeed x", 8) == ['a-b very', 'longword', 'indeed x']
assert textwrap.wrap("a  b", 10) == ['a  b']
assert textwrap.wrap("") == []
assert textwrap.wrap("x" * 25, 10) == ['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']
assert textwrap.wrap("aaa bbb", 5, initial_indent="* ", subsequent_indent="  ") == ['* aaa', '  bbb']
assert textwrap.wrap("averylongword", 5, break_long_words=False) == ['averylongword']
assert textwrap.wrap("a b c", 3, max_lines=1, placeholder="…") == ['a…']
assert error(lambda: textwrap.wrap("x", 0)) == 'ValueError: invalid width 0 (must be > 0)'
