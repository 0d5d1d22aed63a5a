# csv.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import csv, io
assert list(csv.reader(["a,b", '"x, y",z', '"say ""hi""",', ""])) == [['a', 'b'], ['x, y', 'z'], ['say "hi"', ''], []]
assert list(csv.reader(["a;b"], delimiter=";")) == [['a', 'b']]
assert list(csv.reader(["a 'b c'"], delimiter=" ", quotechar="'")) == [['a', 'b c']]
assert list(csv.reader(['"multi\n', 'line",x'])) == [['multi\nline', 'x']]
assert repr(list(csv.reader(["1,2"], quoting=csv.QUOTE_NONNUMERIC))) == '[[1.0, 2.0]]'
assert list(csv.reader(["a\\,b"], escapechar="\\")) == [['a,b']]
assert list(csv.DictReader(["k,v", "1,2", "3"])) == [{'k': '1', 'v': '2'}, {'k': '3', 'v': None}]
assert list(csv.DictReader(["1,2,3"], fieldnames=["a", "b"], restkey="rest")) == [{'a': '1', 'b': '2', 'rest': ['3']}]
assert list(csv.reader(["a, b"], skipinitialspace=True)) == [['a', 'b']]
def w(rows, **k):
    f = io.StringIO(); csv.writer(f, **k).writerows(rows); return f.getvalue()
assert w([[1, "a,b", 'q"q', None, 1.5, ""]]) == '1,"a,b","q""q",,1.5,\r\n'
assert w([["a"]], quoting=csv.QUOTE_ALL) == '"a"\r\n'
assert w([["a b"]], delimiter=" ") == '"a b"\r\n'
assert w([["x"]], lineterminator="\n") == 'x\n'
assert w([["a", 1]], quoting=csv.QUOTE_NONNUMERIC) == '"a",1\r\n'
assert w([["a,b"]], quoting=csv.QUOTE_NONE, escapechar="\\") == 'a\\,b\r\n'
assert w([[""]]) == '""\r\n'
assert w([["line\nbreak"]]) == '"line\nbreak"\r\n'
assert w([]) == ''
assert w([[]]) == '\r\n'
f = io.StringIO(); d = csv.DictWriter(f, ["a", "b"], extrasaction="ignore", restval="-"); d.writeheader(); d.writerow({"a": 1, "z": 2})
assert f.getvalue() == 'a,b\r\n1,-\r\n'
assert csv.list_dialects() == ['excel', 'excel-tab', 'unix']
assert csv.excel.delimiter == ','
assert csv.Sniffer().sniff("a;b\nc;d").delimiter == ';'
assert csv.field_size_limit() > 0
r = csv.reader(["a", "b"]); next(r)
assert r.line_num == 1
assert r.dialect.quotechar == '"'
assert error(lambda: csv.writer(io.StringIO()).writerow(5)) == 'Error: iterable expected, not int'
assert error(lambda: w([["a,b"]], quoting=csv.QUOTE_NONE)) == 'Error: need to escape, but no escapechar set'
assert error(lambda: csv.reader(["a"], delimiter="ab")) == 'TypeError: "delimiter" must be a unicode character, not a string of length 2'
assert error(lambda: csv.reader(["a"], dialect="nope")) == 'Error: unknown dialect'
assert error(lambda: list(csv.reader(['"a'], strict=True))) == 'Error: unexpected end of data'
assert error(lambda: list(csv.reader([b"a"]))) == 'Error: iterator should return strings, not bytes (the file should be opened in text mode)'
assert error(lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1})) == "ValueError: dict contains fields not in fieldnames: 'z'"
---
# Empty fields where blanks part them.
import csv, io
for quoting in csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL:
    try: csv.writer(io.StringIO(), delimiter=' ', skipinitialspace=True, quoting=quoting).writerow([None, 'a'])
    except csv.Error as e: assert str(e) == 'empty field must be quoted if delimiter is a space and skipinitialspace is true'
    else: assert False
f = io.StringIO()
csv.writer(f, delimiter=' ', skipinitialspace=True, quoting=csv.QUOTE_STRINGS).writerow(['', 1])
assert f.getvalue() == '"" 1\r\n'
csv.field_size_limit(None)  ### "TypeError: limit must be an integer"
