# string and textwrap.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import string, textwrap
assert string.ascii_lowercase == 'abcdefghijklmnopqrstuvwxyz'
assert string.digits == '0123456789'
assert string.hexdigits == '0123456789abcdefABCDEF'
assert string.punctuation == '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
assert string.whitespace == ' \t\n\r\x0b\x0c'
assert string.capwords("hello  big world") == 'Hello Big World'
assert string.capwords("a-b-c", "-") == 'A-B-C'
t = string.Template("$a ${b}x $$ $c")
assert t.substitute(a=1, b=2, c=3) == '1 2x $ 3'
assert t.safe_substitute(a=1) == '1 ${b}x $ $c'
assert t.get_identifiers() == ['a', 'b', 'c']
assert t.is_valid() is True
assert error(lambda: t.substitute(a=1)) == "KeyError: 'b'"
assert error(lambda: string.Template("$").substitute()) == 'ValueError: Invalid placeholder in string: line 1, col 1'
assert error(lambda: string.Template("$1").substitute()) == 'ValueError: Invalid placeholder in string: line 1, col 1'
class F(string.Formatter):
    def get_value(self, k, a, kw): return f"<{k}>" if isinstance(k, str) else super().get_value(k, a, kw)
assert F().format("{x} {0} {y!r}", 5) == "<x> 5 '<y>'"
assert string.Formatter().vformat("{} {a}", (1,), {"a": 2}) == '1 2'
assert list(string.Formatter().parse("a{b!r:c}d")) == [('a', 'b', 'c', 'r'), ('d', None, None, None)]
