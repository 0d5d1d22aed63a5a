# Makes cases.txt: what CPython's re finds.
#
#   LC_ALL=C python3.14 make_cases.py > cases.txt
#
# Lines:
#   p PATTERN FLAGS GROUPS CODE
#       a pattern: its text (Python's ascii()), the flags given, the number of
#       groups and the code list in base 36, words that repeat N times as N*WORD
#   SUBJECT METHOD POS ENDPOS RESULT
#       a case of the last pattern: the subject (JSON, one character a byte for
#       bytes), m(atch), f(ullmatch), s(earch), i(ter) or x (a scanner's match
#       again and again), where to search (- for all), and what came of it: "-" or
#       "LASTINDEX START,END ..." of all groups ("." for a group without a match),
#       the results of i and x separated by ";"
import json
import random
import re
import re._compiler
import re._parser
import signal
import warnings

warnings.simplefilter("ignore")
rng = random.Random(20230612)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(n):
    out = ""
    while True:
        out = DIGITS[n % 36] + out
        n //= 36
        if not n:
            return out


def code_text(code):
    out, i = [], 0
    while i < len(code):
        n = 1
        while i + n < len(code) and code[i + n] == code[i]:
            n += 1
        word = base36(code[i])
        out.append(f"{n}*{word}" if n > 2 else " ".join([word] * n))
        i += n
    return ",".join(" ".join(out).split())


def match_text(m):
    if m is None:
        return "-"
    spans = ["%d,%d" % m.span(g) if m.span(g) != (-1, -1) else "." for g in range(m.re.groups + 1)]
    return " ".join([str(m.lastindex or -1)] + spans)


class Slow(Exception):
    pass


def slow(*_):
    raise Slow


signal.signal(signal.SIGALRM, slow)
seen = set()


def emit(pattern, flags, subjects, methods="mfsix", spans=True):
    if (pattern, flags) in seen:
        return
    seen.add((pattern, flags))
    try:
        tree = re._parser.parse(pattern, flags)
        code = re._compiler._code(tree, flags)
        compiled = re.compile(pattern, flags)
    except (re.error, OverflowError, ValueError, RecursionError):
        return
    lines = []
    for subject in subjects:
        for method in methods if len(methods) < 4 else rng.sample(methods, 2):
            pos, end = None, None
            if spans and rng.random() < 0.15:
                pos = rng.randrange(0, len(subject) + 2)
                end = rng.randrange(0, len(subject) + 2)
            args = (subject,) if pos is None else (subject, pos, end)
            signal.setitimer(signal.ITIMER_REAL, 0.5)
            try:
                if method == "i":
                    result = ";".join(map(match_text, compiled.finditer(*args))) or "-"
                elif method == "x":
                    scan = compiled.scanner(*args)
                    result = ";".join(map(match_text, iter(scan.match, None))) or "-"
                else:
                    find = {"m": compiled.match, "f": compiled.fullmatch, "s": compiled.search}[method]
                    result = match_text(find(*args))
            except Slow:
                continue
            except SystemError:  # "The span of capturing group is wrong, please report a bug"
                continue
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            text = subject if isinstance(subject, str) else subject.decode("latin-1")
            text = json.dumps(text).replace(" ", "\\u0020")
            span = "- -" if pos is None else f"{pos} {end}"
            lines.append(f"{text} {method} {span} {result}")
    if lines:
        print("p", ascii(pattern).replace(" ", "\\x20"), int(flags), tree.state.groups - 1, code_text(code))
        print("\n".join(lines))


# --- by hand ---------------------------------------------------------------
def words(*subjects):
    return list(subjects)


HAND = [
    # groups in repeats, and what is left of them
    (r"(a)|b", 0, words("ab", "ba", "b")),
    (r"(?:(a)|b)*", 0, words("ab", "ba", "aab", "abab")),
    (r"(?:(a)|(b)|c)*", 0, words("abc", "cba", "acb")),
    (r"(a*)*", 0, words("aaa", "", "b")),
    (r"(a*)+", 0, words("aaa", "", "b")),
    (r"(a|b)*?c", 0, words("abc", "ababc", "c", "ab")),
    (r"(?:(a)(b)?)*", 0, words("aab", "aba", "abab", "aa")),
    (r"((a)(b)?)+", 0, words("aab", "aba", "abab")),
    (r"(?:(\w)|(\d))+", 0, words("1a", "a1b2", "11")),
    (r"(x?)*y", 0, words("xxy", "y", "xx")),
    (r"(x??)*?y", 0, words("xxy", "y")),
    (r"(?:a|(b)|c){2,3}", 0, words("abc", "bac", "cab", "bb", "b")),
    (r"(?:a|(b)|c){2,3}?", 0, words("abc", "bac", "cab", "bb", "b")),
    (r"(a(b)?)*c", 0, words("abac", "aabac", "c")),
    (r"^(?:(\d)x)?\d$", 0, words("1", "1x2", "x2")),
    (r"(?:(a)b|ac)*", 0, words("abac", "acab", "abacab")),
    (r"((?:(a)|b)*?)c", 0, words("abac", "bac", "bc")),
    # references
    (r"(a)(b)\2\1", 0, words("abba", "abab")),
    (r"(a)?b\1", 0, words("aba", "b", "ab")),
    (r"(?P<q>['\"]).*?(?P=q)", 0, words("'a\"b' \"c\"", "'a")),
    (r"(?i)(ab)\1", 0, words("abAB", "ABab", "aab")),
    (r"(?ia)(ab)\1", 0, words("abAB", "ABab")),
    (r"(?i)(\u017f)\1", 0, words("\u017fs", "\u017fS", "\u017f\u017f")),
    (r"(a*)\1b", 0, words("aaaab", "aaab", "b")),
    (r"(a)|\1b", 0, words("ab", "b")),
    # conditions
    (r"(a)?(?(1)b|c)", 0, words("ab", "c", "ac", "b")),
    (r"(<)?\w+(?(1)>)", 0, words("<a>", "a", "<a", "a>")),
    (r"(?:(a)|b)(?(1)x|y)*", 0, words("axx", "by", "bx", "ay")),
    (r"(?P<p>\()?[^()]+(?(p)\))", 0, words("(abc)", "abc", "(abc")),
    (r"(a)?(?(1)|b)c", 0, words("ac", "bc", "c")),
    (r"(a)?(?(1)[\x0fb]|c)", 0, words("a\x0f", "ab", "c")),
    # looking around
    (r"(?=(a+))a*b\1", 0, words("aaab", "baaabac", "aabaa")),
    (r"(?=(a))b?", 0, words("ab", "b", "a")),
    (r"(?!(a))b?", 0, words("ab", "b", "")),
    (r"(?<=a)b", 0, words("ab", "b", "cb")),
    (r"(?<!a)b", 0, words("ab", "b", "cb")),
    (r"(?<=(a)b)c", 0, words("abc", "bc")),
    (r"(?<=abc)", 0, words("abcabc", "ab")),
    (r"(?<!\d)\d{2}(?!\d)", 0, words("12 345 67", "1234")),
    (r"(?:(?=(a))|b)*", 0, words("ab", "aab")),
    (r"(?:(a)(?!b)|a(b))*", 0, words("abaa", "aaab")),
    (r"(?=a)*", 0, words("a", "b")),
    (r"(?=(\w+))\1:", 0, words("abc:", "ab")),
    (r"(?s:(?!x).)+", 0, words("abxc", "x")),
    (r"^(?=.*\d)(?=.*[a-z]).{4,8}$", 0, words("abc1", "abcd", "1234", "a1b2c3d4e5")),
    # atomic and possessive
    (r"(?>a+)ab", 0, words("aaab", "ab")),
    (r"(?>(a+))b", 0, words("aaab", "aa")),
    (r"(?>a|ab)c", 0, words("abc", "ac")),
    (r"a++b", 0, words("aaab", "aaa")),
    (r"(?:ab)++a", 0, words("ababa", "abab")),
    (r"(?:ab)*+c", 0, words("ababc", "c", "ababab")),
    (r"(?:(a)|b)*+c", 0, words("abc", "bac", "ab")),
    (r"(?:(a)b|a(c))*+", 0, words("abacab", "acab", "abac", "abaa")),
    (r"(?:(a*)b|c)*+", 0, words("aabc", "cab", "abaac", "aabca")),
    (r"(?:a?)*+", 0, words("aa", "b")),
    (r"(?:a?){2,}+", 0, words("aa", "b", "aaaa")),
    (r"(?:a?){3,5}+b", 0, words("aab", "b", "aaaaaab")),
    (r"a{1,2}+a", 0, words("aa", "aaa")),
    (r"(a?+)*x", 0, words("aax", "x")),
    (r"(?:(?:(a)|b)*+c)+", 0, words("abcbc", "bcac", "acbc")),
    (r"(?:x(?>a*)|(b))+", 0, words("xaab", "bxa", "xx")),
    (r"(?:(a)?b)?+c", 0, words("abc", "bc", "c")),
    (r"(?>(?:(a)|b)*)c", 0, words("abc", "abab")),
    (r"(?:(?=(a))a|b)*+", 0, words("abab", "ba")),
    # empty matches, one after another
    (r"", 0, words("abc", "")),
    (r"a*", 0, words("baac", "aa", "")),
    (r"a*?", 0, words("baac", "aa")),
    (r"\b", 0, words("ab cd", "", " a")),
    (r"\B", 0, words("ab cd", "", " a")),
    (r"$", 0, words("ab\n", "ab\n\n", "\n")),
    (r"(?m)^", 0, words("a\nb\n", "\n\n")),
    (r"(?m)$", 0, words("a\nb\n", "\n\n")),
    (r"\Z", 0, words("a\n", "")),
    (r"\A", 0, words("ab", "")),
    (r"x*|b", 0, words("abxxb", "b")),
    (r"(|a)*", 0, words("aa", "b")),
    (r"(|a)+", 0, words("aa", "b")),
    (r"(|a)*?b", 0, words("aab", "b")),
    (r"(a|)+b", 0, words("aab", "b")),
    (r"(?:|a)+?b", 0, words("aab", "b")),
    (r"(?=a)|b", 0, words("aab", "ba")),
    (r"\w*?(?=\d)|x", 0, words("ab1x2", "x1")),
    (r"^|$", 0, words("ab", "")),
    (r"(?<=a)|b", 0, words("abab", "b")),
    # literal prefixes
    (r"abcabd", 0, words("abcabcabd", "abcab", "abcabdabcabd")),
    (r"abab(c)", 0, words("abababc", "ababab")),
    (r"aab|aac", 0, words("aaab", "aaaac", "aab aac")),
    (r"a(b)c", 0, words("xabcabc", "ab")),
    (r"aaa(?:b|c)", 0, words("aaaaab", "aaaad")),
    (r"\u20ac", 0, words("a\u20acb", "abc", "\xac")),
    (r"\xe9t\xe9", 0, words("l'\xe9t\xe9", "ete", "\u20ac\xe9t\xe9")),
    (r"a\u20ac(b)", 0, words("a\u20acb", "ab")),
    # classes
    (r"[^a-z]+", 0, words("ABc12", "\xe9\u20ac", "abc")),
    (r"[\d\-x]+", 0, words("12-x", "\u0663\u0664", "y")),
    (r"[\u0400-\u04ff]+", 0, words("\u0410\u0411b", "abc")),
    (r"[\u0391-\u03a9\u0400-\u042f\u3040-\u309f\u4e00-\u4eff]+", 0, words("\u0391\u0410\u3042", "a\u4e2d", "z\u042f")),
    (r"[^\u0391-\u03a9\u0400-\u042f\u3040-\u309f\u4e00-\u4eff]+", 0, words("\u0391a\u0410", "a\u4e2d", "\U0001f600x")),
    (r"[\U0001f600-\U0001f64f]", 0, words("a\U0001f601", "a")),
    (r"[\w.]+@[\w.]+", 0, words("a.b@c.d, e@f", "@", "a@")),
    (r"[\s\S]+", 0, words("a\nb", "")),
    (r"[^\s\S]", 0, words("a", "")),
    (r"[^\s\S]*", 0, words("a", "")),
    (r"\w+\W+\w+", 0, words("ab, cd", "\xe9\u0301 x", "a_1 \u4e2d\u6587")),
    (r"\d+", 0, words("12\u0663", "\xb2", "x\u07c1")),
    (r"(?a)\d+", 0, words("12\u0663", "\u0663")),
    (r"\s+", 0, words(" \xa0\u2003\x1c\x85", "a\u200b")),
    (r"(?a)\s+", 0, words(" \xa0\t\v\f\x1c", "a")),
    (r"(?a)\w+", 0, words("a\xe9", "\xe9")),
    (r"(?a)\b\w", 0, words("\xe9a b", "a")),
    # case
    (r"(?i)stra\xdfe", 0, words("STRA\xdfE", "stra\u1e9ee", "STRASSE")),
    (r"(?i)[a-z]+", 0, words("ABC\u212a\u017f", "\u0130", "\u0131")),
    (r"(?i)[^a-z]+", 0, words("123", "ABC", "\u212a")),
    (r"(?i)\u0130", 0, words("i", "I", "\u0130", "\u0131", "i\u0307")),
    (r"(?i)i", 0, words("\u0130", "\u0131", "I")),
    (r"(?i)k", 0, words("\u212a", "K", "k")),
    (r"(?i)\xb5", 0, words("\u03bc", "\u039c", "\xb5")),
    (r"(?i)\u03c3", 0, words("\u03c2", "\u03a3", "\u03c3")),
    (r"(?i)[\u03c3-\u03c4]+", 0, words("\u03c2\u03a3\u03a4", "\u03c3")),
    (r"(?i)[\U00010400-\U00010410]+", 0, words("\U00010428\U00010400", "\U00010439")),
    (r"(?i)\ufb05", 0, words("\ufb06", "\ufb05", "st")),
    (r"(?i)[^k]", 0, words("K\u212ak", "x")),
    (r"(?i)\u01c5", 0, words("\u01c4", "\u01c5", "\u01c6")),
    (r"(?i)\xe0+", 0, words("\xc0\xe0", "a")),
    (r"(?ia)[a-z\xe0]+", 0, words("AB\xc0\xe0", "\u212a")),
    (r"(?i)a(?-i:b)c", 0, words("AbC", "ABC")),
    (r"(?i:a)b", 0, words("Ab", "AB")),
    (r"(?ia:k)k", 0, words("Kk", "\u212ak", "KK")),
    # bytes
    (rb"(?i)\xe0+", 0, [b"\xe0\xc0", b"a"]),
    (rb"\w+", 0, [b"ab\xe9", b"\xe9"]),
    (rb"(?L)\w+", 0, [b"ab\xe9", b"\xe9a"]),
    (rb"(?Li)ABC[d-f]+", 0, [b"abcDEF", b"ABCdef", b"xyz"]),
    (rb"(?Li)[^k]", 0, [b"Kk", b"kx"]),
    (rb"(?Li)(a)\1", 0, [b"aA", b"Aa", b"ab"]),
    (rb"(?Li)\xe0", 0, [b"\xc0", b"\xe0"]),
    (rb"(?L)\b\w", 0, [b"ab cd", b"\xe9a"]),
    (rb"(?L)\B", 0, [b"ab cd", b""]),
    (rb"(?Li)K+[^A]", 0, [b"kKb", b"kKa"]),
    (rb"\x00[\x80-\xff]*", 0, [b"\x00\x80\xff\x7f", b"\x01"]),
    # repeats
    (r"a{3}", 0, words("aaaa", "aa")),
    (r"a{2,4}", 0, words("aaaaa", "a")),
    (r"a{2,4}?", 0, words("aaaaa", "a")),
    (r"(?:ab){2,4}", 0, words("ababababab", "ab")),
    (r"(?:ab){2,4}?c", 0, words("abababc", "abc")),
    (r"(ab){0}c", 0, words("c", "abc")),
    (r"(?:(a)|b){0,2}c", 0, words("abc", "c")),
    (r"(?:a{2}){3}", 0, words("aaaaaa", "aaaaa")),
    (r"(?:a{1,2}b){2}", 0, words("aabab", "abb")),
    (r".*b", 0, words("abab", "a\nb", "\n")),
    (r"(?s).*b", 0, words("a\nb\nc",)),
    (r".*?b", 0, words("abab", "a\nb")),
    (r"(.*?)(b|$)", 0, words("abab", "aa")),
    (r"(.*)(\d+)", 0, words("ab123", "a")),
    (r"(\w+)\s(\1)", 0, words("the the", "a b")),
    (r"(\w+)@(\w+)\.com", 0, words("me@site.com you@x.com", "a@b.org")),
    (r"((a+)b?)+c", 0, words("aabaac", "aab")),
    (r"(?:a|b|c)*d", 0, words("abcd", "abc")),
    (r"(?:(?:a|b)*c)*d", 0, words("abcacd", "abcc")),
    (r"(?:(?:a|b)*?c)*?d", 0, words("abcacd", "abcc")),
    (r"(?:(a+)(b+))*c", 0, words("aabbabc", "abab")),
    (r"(?:a+?b*?)+?c", 0, words("aabbabc", "abab")),
    (r"(?:(?:(a)|b)?c)*", 0, words("acbcc", "ccc", "bcac")),
    (r"(?:(?:(a)|b)+?c)*?$", 0, words("abcbc", "bcac")),
    (r"(\d+)(?:-(\d+))?(?:-(\d+))?", 0, words("1-2-3", "1-2", "1")),
    (r"<([a-z]+)[^>]*>.*?</\1>", 0, words("<a x=1>b</a><b>c</b>", "<a></b>")),
    (r'"(?:[^"\\]|\\.)*"', 0, words(r'say "a\"b" "c"', '"a')),
    (r"/\*.*?\*/", 16, words("a /* b\n */ c /* d */",)),
    (r"(?x) a  b # c", 0, words("ab", "a b")),
    (r"(?:x|(?=y)|z)+", 0, words("xzy", "yy")),
]
for pattern, flags, subjects in HAND:
    emit(pattern, flags, subjects)
    emit(pattern, flags | re.MULTILINE, subjects, "i")


# --- by chance --------------------------------------------------------------
class Generator:
    def __init__(self, alphabet, bytes_):
        self.alphabet = alphabet
        self.bytes = bytes_

    def char(self):
        c = rng.choice(self.alphabet)
        return re.escape(c)

    def klass(self):
        items = []
        for _ in range(rng.randrange(1, 4)):
            k = rng.randrange(6)
            if k < 3:
                items.append(self.char())
            elif k < 5:
                a, b = sorted((rng.choice(self.alphabet), rng.choice(self.alphabet)))
                items.append(re.escape(a) + "-" + re.escape(b))
            else:
                items.append(rng.choice([r"\d", r"\w", r"\s", r"\D", r"\W", r"\S"]))
        return "[" + rng.choice(["", "", "^"]) + "".join(items) + "]"

    def atom(self, depth):
        k = rng.random()
        if k < 0.4 or depth <= 0:
            return self.char()
        if k < 0.47:
            return "."
        if k < 0.55:
            return self.klass()
        if k < 0.6:
            return rng.choice([r"\d", r"\w", r"\s", r"\W", r"\b", r"\B", "^", "$", r"\Z"])
        if k < 0.76:
            self.groups += 1
            group = self.groups
            body = self.alternation(depth - 1)
            self.closed.append(group)
            return "(" + body + ")"
        if k < 0.84:
            return "(?:" + self.alternation(depth - 1) + ")"
        if k < 0.88 and self.closed:
            return "\\%d" % rng.choice(self.closed) + "(?:)"
        if k < 0.91 and self.closed:
            group = rng.choice(self.closed)
            yes, no = self.sequence(depth - 1), self.sequence(depth - 1)
            return "(?(%d)%s)" % (group, yes if rng.random() < 0.4 else yes + "|" + no)
        if k < 0.95:
            return rng.choice(["(?=", "(?!"]) + self.sequence(depth - 1) + ")"
        if k < 0.97:
            return rng.choice(["(?<=", "(?<!"]) + "".join(self.char() for _ in range(rng.randrange(0, 3))) + ")"
        if k < 0.98:
            return "(?i:" + self.sequence(depth - 1) + ")"
        return "(?>" + self.alternation(depth - 1) + ")"

    def sequence(self, depth):
        out = []
        for _ in range(rng.choice([0, 1, 1, 2, 2, 3])):
            atom = self.atom(depth)
            if rng.random() < 0.4 and atom not in (r"\b", r"\B", "^", "$", r"\Z"):
                atom += rng.choice(["*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,2}", "{0,2}?", "{2,}", "{1,3}+"])
            out.append(atom)
        return "".join(out)

    def alternation(self, depth):
        return "|".join(self.sequence(depth) for _ in range(rng.choice([1, 1, 1, 2, 2, 3])))

    def pattern(self):
        self.groups, self.closed = 0, []
        return self.alternation(3)

    def subject(self):
        return "".join(rng.choice(self.alphabet + self.alphabet[:2] * 2) for _ in range(rng.randrange(0, 9)))


KINDS = [
    ("abc", False, [0, 0, re.I]),
    ("ab", False, [0]),
    ("abAB", False, [re.I, 0]),
    ("ab1 \n", False, [0, re.M, re.S, re.M | re.S]),
    ("a\xe9\xc9\u0416\u0436", False, [0, re.I]),
    ("k\u212as\u017f", False, [re.I, re.I | re.A]),
    ("a1_\xb2\u0663\u2028\xa0", False, [0, re.A]),
    ("abAB", True, [0, re.I, re.L, re.L | re.I]),
    ("a\xff\x80 ", True, [0, re.L | re.I]),
]
for n in range(950):
    alphabet, bytes_, flags = KINDS[n % len(KINDS)]
    g = Generator(alphabet, bytes_)
    pattern = g.pattern()
    subjects = [g.subject() for _ in range(3)]
    if bytes_:
        pattern, subjects = pattern.encode("latin-1"), [s.encode("latin-1") for s in subjects]
    emit(pattern, rng.choice(flags), subjects)

# --- for the benchmark and the tests of budgets ------------------------------
emit(r"(a+)+$", 0, ["aaa", "aab"])
emit(r"(?:a|b)*c", 0, ["abc", "ab"])
BENCHMARKS = {
    "words": r"\w+",
    "email": r"([\w.]+)@([\w.]+)",
    "log": r'(\S+) \S+ (\S+) \[([^\]]+)\] "(\w+) ([^" ]*)[^"]*" (\d+) (\d+)',
    "literals": r"GET|POST|index|start|example|nowhere",
    "literal": r"example",
    "quoted": r'"(?:[^"\\]|\\.)*"',
    "digits": r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}",
    "lazy": r'"(?:.*?)"',
    "spaces": r"\S+\s+\S+",
    "nocase": r"(?i)фРАнцузских\s+[а-я]+",
}
with open("benchmarks.txt", "w") as out:
    for name, pattern in BENCHMARKS.items():
        print(name, code_text(re._compiler._code(re._parser.parse(pattern, 0), 0)), file=out)
