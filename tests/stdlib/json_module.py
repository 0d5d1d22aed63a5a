# json: both directions, options, errors.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import json
assert json.dumps(None) == 'null'
assert json.dumps(True) == 'true'
assert json.dumps(5) == '5'
assert json.dumps(1.5) == '1.5'
assert json.dumps("a\"\n\té\u2028😀") == '"a\\"\\n\\t\\u00e9\\u2028\\ud83d\\ude00"'
assert json.dumps([1, [2, ()]]) == '[1, [2, []]]'
assert json.dumps({"a": 1, "b": [None]}) == '{"a": 1, "b": [null]}'
assert json.dumps({1: 2, None: 3, True: 4, 1.5: 5}) == '{"1": 4, "null": 3, "1.5": 5}'
assert json.dumps({"b": 1, "a": 2}, sort_keys=True) == '{"a": 2, "b": 1}'
assert json.dumps([1, 2], separators=(",", ":")) == '[1,2]'
assert json.dumps("é", ensure_ascii=False) == '"é"'
assert json.dumps({"a": [1, {"b": 2}], "c": {}, "d": []}, indent=2) == '{\n  "a": [\n    1,\n    {\n      "b": 2\n    }\n  ],\n  "c": {},\n  "d": []\n}'
assert json.dumps([1], indent="\t") == '[\n\t1\n]'
assert json.dumps([], indent=2) == '[]'
assert json.dumps(float("nan")) == 'NaN'
assert json.dumps([float("inf"), float("-inf")]) == '[Infinity, -Infinity]'
assert json.dumps(10 ** 30) == '1000000000000000000000000000000'
assert json.dumps(1e100) == '1e+100'
assert json.dumps(0.1) == '0.1'
assert json.dumps(-0.0) == '-0.0'
assert json.dumps(1e16) == '1e+16'
assert json.loads("null") is None
assert repr(json.loads("[1, 2.5, -3e2, true, false]")) == '[1, 2.5, -300.0, True, False]'
assert json.loads('{"a": {"b": [1]}}') == {'a': {'b': [1]}}
assert json.loads('"a\\u00e9\\n\\ud83d\\ude00\\/"') == 'aé\n😀/'
assert json.loads(" 5 ") == 5
assert json.loads(b'{"k": 1}') == {'k': 1}
assert json.loads("123456789012345678901234567890") == 123456789012345678901234567890
assert json.loads('{"a": 1, "a": 2}') == {'a': 2}
assert repr(json.loads("[NaN, Infinity, -Infinity]")) == '[nan, inf, -inf]'
assert repr(json.loads("1E400")) == 'inf'
assert json.loads("[1.1]", parse_float=str) == ['1.1']
assert repr(json.loads("[1]", parse_int=float)) == '[1.0]'
assert json.loads('{"a": 1}', object_hook=lambda d: list(d.items())) == [('a', 1)]
assert json.loads('{"a": 1, "b": 2}', object_pairs_hook=list) == [('a', 1), ('b', 2)]
assert json.loads("[NaN]", parse_constant=lambda c: "const " + c) == ['const NaN']
class E(json.JSONEncoder):
    def default(self, o): return f"<{type(o).__name__}>" if isinstance(o, set) else super().default(o)
assert json.dumps({"s": {1}}, cls=E) == '{"s": "<set>"}'
assert json.dumps(1j, default=str) == '"1j"'
assert "".join(json.JSONEncoder().iterencode([1, {"a": 2}])) == '[1, {"a": 2}]'
assert json.JSONDecoder().raw_decode("[1] rest") == ([1], 3)
assert error(lambda: json.dumps({1, 2})) == 'TypeError: Object of type set is not JSON serializable'
assert error(lambda: json.dumps(b"x")) == 'TypeError: Object of type bytes is not JSON serializable'
assert error(lambda: json.dumps({(1, 2): 3})) == 'TypeError: keys must be str, int, float, bool or None, not tuple'
assert json.dumps({(1, 2): 3, "a": 1}, skipkeys=True) == '{"a": 1}'
assert error(lambda: json.dumps(float("nan"), allow_nan=False)) == 'ValueError: Out of range float values are not JSON compliant: nan'
l = []; l.append(l)
assert error(lambda: json.dumps(l)) == 'ValueError: Circular reference detected'
d = {}; d["d"] = d
assert error(lambda: json.dumps(d)) == 'ValueError: Circular reference detected'
def err(s):
    try: return json.loads(s)
    except json.JSONDecodeError as e: return str(e), e.pos, e.lineno, e.colno
assert err("") == ('Expecting value: line 1 column 1 (char 0)', 0, 1, 1)
assert err("[1,]") == ('Illegal trailing comma before end of array: line 1 column 3 (char 2)', 2, 1, 3)
assert err("{'a': 1}") == ('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 1, 1, 2)
assert err('{"a" 1}') == ("Expecting ':' delimiter: line 1 column 6 (char 5)", 5, 1, 6)
assert err('{"a": 1,}') == ('Illegal trailing comma before end of object: line 1 column 8 (char 7)', 7, 1, 8)
assert err("[1 2]") == ("Expecting ',' delimiter: line 1 column 4 (char 3)", 3, 1, 4)
assert err("tru") == ('Expecting value: line 1 column 1 (char 0)', 0, 1, 1)
assert err('"abc') == ('Unterminated string starting at: line 1 column 1 (char 0)', 0, 1, 1)
assert err('"\\x"') == ('Invalid \\escape: line 1 column 2 (char 1)', 1, 1, 2)
assert err('"a\nb"') == ('Invalid control character at: line 1 column 3 (char 2)', 2, 1, 3)
assert err("[1]\n x") == ('Extra data: line 2 column 2 (char 5)', 5, 2, 2)
assert err("01") == ('Extra data: line 1 column 2 (char 1)', 1, 1, 2)
assert err("1.") == ('Extra data: line 1 column 2 (char 1)', 1, 1, 2)
assert err("-") == ('Expecting value: line 1 column 1 (char 0)', 0, 1, 1)
assert err('{"a":}') == ('Expecting value: line 1 column 6 (char 5)', 5, 1, 6)
assert err("{1: 2}") == ('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 1, 1, 2)
assert err('"\\u12"') == ('Invalid \\uXXXX escape: line 1 column 3 (char 2)', 2, 1, 3)
assert err("[") == ('Expecting value: line 1 column 2 (char 1)', 1, 1, 2)
assert error(lambda: json.loads(5)) == 'TypeError: the JSON object must be str, bytes or bytearray, not int'
import io
f = io.StringIO(); json.dump({"x": [1]}, f)
assert f.getvalue() == '{"x": [1]}'
assert json.load(io.StringIO("[1, 2]")) == [1, 2]
class I(int): pass
class S(str): pass
import enum
class C(enum.IntEnum): A = 7
assert json.dumps([I(5), S("s"), C.A]) == '[5, "s", 7]'
assert json.loads(json.dumps({"deep": [[[[{"x": None}]]]]})) == {'deep': [[[[{'x': None}]]]]}
assert json.loads("[" * 50 + "]" * 50) != []
assert len(json.dumps(list(range(1000)))) == 4890
assert json.loads(json.dumps("".join(chr(i) for i in range(0x300)))) == "".join(chr(i) for i in range(0x300))
