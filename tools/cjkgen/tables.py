"""Writes the tables of the East Asian encodings, asked of a CPython 3.14.

    python3.14 tools/cjkgen/tables.py vm/internal/cjk/tables.bin

The file is one deflate stream. For each encoding, in the order of ENCODINGS:

    n        entries of the decoder, sorted by their bytes: the bytes as a
             big-endian number less that of the entry before, then the code
             point less that of the entry before (zigzag); where bit 0 of the
             first number is set, a second code point follows
    m        characters whose bytes are not those of the first entry that
             decodes to them: the code point less the one before, then the
             bytes, 0 if it has none
    k        bytes that begin an error of two bytes instead of one

and at the end the four-byte part of gb18030: ranges of a linear number, a
code point and a length. All numbers are LEB128.
"""

import sys
import zlib

ENCODINGS = (
    "big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk johab"
    " shift_jis shift_jis_2004 shift_jisx0213"
).split()

out = bytearray()


def number(n):
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)


def signed(n):
    number(n << 1 if n >= 0 else (-n << 1) - 1)


def decode(encoding, data):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as e:
        return e


def entries(encoding):
    """What each sequence of at most three bytes decodes to, and the errors that are two bytes long."""
    found, long_errors = {}, []
    pending = [b""]
    while pending:
        prefix = pending.pop()
        for byte in range(256):
            data = prefix + bytes([byte])
            got = decode(encoding, data)
            if isinstance(got, str):
                if data != got.encode("latin-1", "replace") or byte >= 0x80 or len(data) > 1:
                    found[int.from_bytes(data)] = got
            elif "incomplete" in got.reason:
                if len(data) < 3 and not (encoding in ("gb18030", "euc_kr") and len(data) == 2):
                    pending.append(data)
            elif got.end - got.start == 2:
                long_errors.append(int.from_bytes(data))
    return found, sorted(long_errors)


def encoded(encoding, cp):
    try:
        data = chr(cp).encode(encoding)
    except UnicodeEncodeError:
        return 0
    if encoding == "gb18030" and len(data) == 4 or len(data) == 8:
        return None  # by a rule, not by a table
    return int.from_bytes(data)


for encoding in ENCODINGS:
    found, long_errors = entries(encoding)
    number(len(found))
    last_seq = last_cp = 0
    first = {}
    for seq in sorted(found):
        text = found[seq]
        number((seq - last_seq) << 1 | (len(text) > 1))
        signed(ord(text[0]) - last_cp)
        if len(text) > 1:
            number(ord(text[1]))
        else:
            first.setdefault(ord(text), seq)
        last_seq, last_cp = seq, ord(text[0])
    other = []
    for cp in [*range(0xD800), *range(0xE000, 0x110000 if encoding == "gb18030" else 0x30000)]:
        seq = encoded(encoding, cp)
        if seq is not None and seq != first.get(cp, cp if 0 < cp < 0x80 else 0):
            other.append((cp, seq))
    number(len(other))
    last_cp = 0
    for cp, seq in other:
        number(cp - last_cp)
        number(seq)
        last_cp = cp
    number(len(long_errors))
    for seq in long_errors:
        number(seq)

ranges = []
for linear in range(0x84 - 0x81 + 1):
    for b in range(10):
        for c in range(126):
            for d in range(10):
                got = decode("gb18030", bytes([0x81 + linear, 0x30 + b, 0x81 + c, 0x30 + d]))
                if isinstance(got, str):
                    n = ((linear * 10 + b) * 126 + c) * 10 + d
                    if ranges and ranges[-1][0] + ranges[-1][2] == n and ranges[-1][1] + ranges[-1][2] == ord(got):
                        ranges[-1][2] += 1
                    else:
                        ranges.append([n, ord(got), 1])
number(len(ranges))
for r in ranges:
    for n in r:
        number(n)

packed = zlib.compressobj(9, zlib.DEFLATED, -15)
with open(sys.argv[1], "wb") as f:
    f.write(packed.compress(bytes(out)) + packed.flush())
print(len(out))
