# The East Asian encodings: text, errors, state.
assert "ab 日本".encode("shift_jis") == b"ab \x93\xfa\x96{"
assert "日本".encode("iso2022_jp") == b"\x1b$BF|K\\\x1b(B"
assert b"~{HU1>~} ~{VP9z~}".decode("hz") == "日本 中国"
assert "\U0002000b".encode("gb18030").decode("gb18030") == "\U0002000b"
assert "한쏌".encode("euc_kr").decode("euc_kr") == "한쏌" and len("쏌".encode("euc_kr")) == 8
assert "か\u309a".encode("euc_jis_2004") == b"\xa4\xf7"
assert "Ê\u0304".encode("big5hkscs") == b"\x88\x62"
for e in ("big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jisx0213", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "johab",
          "shift_jis", "shift_jis_2004", "shift_jisx0213", "hz", "iso2022_kr", "iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_3",
          "iso2022_jp_2004", "iso2022_jp_ext"):
    assert "abc\n".encode(e).decode(e) == "abc\n"
    assert "\ud800x".encode(e, "replace") == b"?x"
---
# What is illegal, and what is cut off.
def bad(data, encoding):
    try:
        data.decode(encoding)
    except UnicodeDecodeError as e:
        return e.encoding, e.start, e.end, e.reason
assert bad(b"ab\x81", "shift_jis") == ("shift_jis", 2, 3, "incomplete multibyte sequence")
assert bad(b"ab\xff", "shift_jis") == ("shift_jis", 2, 3, "illegal multibyte sequence")
assert bad(b"a\x8f\xa1", "euc_jp") == ("euc_jp", 1, 3, "incomplete multibyte sequence")
assert bad(b"\x1b$B\x7f\x7f", "iso2022_jp") == ("iso2022_jp", 3, 5, "illegal multibyte sequence")
assert "a한b".encode("gb2312", "xmlcharrefreplace") == b"a&#54620;b"
assert b"a\xffb".decode("gbk", "backslashreplace") == "a\\xffb"
"a한b".encode("gb2312")  ### "UnicodeEncodeError: 'gb2312' codec can't encode character '\\\\ud55c' in position 1: illegal multibyte sequence"
---
# Incremental codecs keep what may go on.
import codecs, io
e = codecs.getincrementalencoder("euc_jis_2004")()
assert e.encode("\u00e6") == b""
state = e.getstate()
assert state == int.from_bytes(b"\x02\xc3\xa6" + bytes(8), "little")
assert e.encode("\u0300") == b"\xab\xc4"
e.setstate(state)
assert e.encode("", True) == b"\xa9\xdc"
d = codecs.getincrementaldecoder("iso2022_jp")()
assert d.decode(b"\x1b$") == ""
assert d.decode(b"B@$@") == "世"
assert d.getstate()[0] == b"@"
assert d.decode(b"$", True) == "世"
w = io.BytesIO()
codecs.getwriter("gb2312")(w).write("中国")
w.seek(0)
r = codecs.getreader("gb2312")(w)
assert (r.read(1), r.read()) == ("中", "国")
---
import _multibytecodec
_multibytecodec.MultibyteStreamReader(None)  ### "AttributeError: type object '_multibytecodec.MultibyteStreamReader' has no attribute 'codec'|AttributeError: type object 'MultibyteStreamReader' has no attribute 'codec'"
