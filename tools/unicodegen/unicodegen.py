#!/usr/bin/env python3
"""Writes vm/internal/unicodedb/tables.go and tables.bin from the unicodedata module of the CPython that runs it.

    python3.14 tools/unicodegen/unicodegen.py

CPython 3.14 carries Unicode 16.0. What unicodedata does not tell (cased and case-ignorable code points, aliases and named
sequences) is found out by asking str methods and the C interface behind unicodedata.lookup.
"""
import _sre
import ctypes
import os
import re
import struct
import sys
import unicodedata as ucd
from collections import Counter

SIZE = 0x110000
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../vm/internal/unicodedb")

FLAGS = ["alpha", "decimal", "digit", "numeric", "space", "printable", "lower", "upper", "title", "xidStart", "xidContinue",
         "cased", "ignorable", "lineBreak", "mirrored", "special", "notNFD", "notNFC", "notNFKD", "notNFKC", "composes", "decomposes"]

blob = bytearray()
sections = {}


def section(name, data):
    sections[name] = len(blob)
    blob.extend(data)


def u16(values):
    return struct.pack("<%dH" % len(values), *values)


def two_stage(name, values):
    """Stores the table and returns the shift that makes it smallest."""
    best = None
    for shift in range(4, 10):
        blocks, first, second = {}, [], []
        for i in range(0, SIZE, 1 << shift):
            block = tuple(values[i : i + (1 << shift)])
            if block not in blocks:
                blocks[block] = len(blocks)
                second.extend(block)
            first.append(blocks[block])
        size = 2 * (len(first) + len(second))
        if best is None or size < best[0]:
            best = (size, shift, first, second)
    _, shift, first, second = best
    section(name + "Stage1", u16(first))
    section(name + "Stage2", u16(second))
    return shift


def interned(values):
    order = [v for v, _ in Counter(values).most_common()]
    return order, {v: i for i, v in enumerate(order)}


HANGUL = range(0xAC00, 0xAC00 + 11172)  # composed and decomposed by arithmetic


def pairs():
    """Canonical compositions: (first, second) -> composite."""
    found = {}
    for c in range(SIZE):
        d = ucd.decomposition(chr(c))
        if c in HANGUL or not d or d.startswith("<") or len(d.split()) != 2:
            continue
        first, second = (int(x, 16) for x in d.split())
        if ucd.normalize("NFC", chr(first) + chr(second)) == chr(c):
            found[first, second] = c
    return found


compositions = pairs()
seconds = {s for _, s in compositions} | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))

everything = [chr(c) for c in range(SIZE)]
categories, category_of = interned([ucd.category(c) for c in everything])
bidis, bidi_of = interned([ucd.bidirectional(c) for c in everything])
widths, width_of = interned([ucd.east_asian_width(c) for c in everything])
numerics, numeric_of = interned([ucd.numeric(c) for c in everything if c.isnumeric()])

specials = [("", "", "", "")]
special_of = {}
records, record_of, record_index = [], {}, []
for c, s in enumerate(everything):
    flags = set()
    for flag, on in [
        ("alpha", s.isalpha()), ("decimal", s.isdecimal()), ("digit", s.isdigit()), ("numeric", s.isnumeric()),
        ("space", s.isspace()), ("printable", s.isprintable()), ("lower", s.islower()),
        ("upper", s.isupper()), ("title", s.istitle() and not s.isupper()),
        ("xidStart", s.isidentifier() and s != "_"), ("xidContinue", ("a" + s).isidentifier()),
        ("cased", (s + "a").title()[-1] == "a"),
        ("ignorable", ("a" + s + "\u03a3").lower()[-1] == "\u03c2" and (s + "\u03a3").lower()[-1] != "\u03c2"),
        ("lineBreak", len(("a" + s + "a").splitlines()) > 1), ("mirrored", ucd.mirrored(s)),
        ("notNFD", not ucd.is_normalized("NFD", s)), ("notNFC", not ucd.is_normalized("NFC", s)),
        ("notNFKD", not ucd.is_normalized("NFKD", s)), ("notNFKC", not ucd.is_normalized("NFKC", s)),
        ("composes", c in seconds), ("decomposes", ucd.decomposition(s) != ""),
    ]:
        if on:
            flags.add(flag)
    upper, lower, title, fold = s.upper(), s.lower(), s.title(), s.casefold()
    simple = _sre.unicode_tolower(c)
    if all(len(x) == 1 for x in (upper, lower, title, fold)):
        deltas = tuple(ord(x) - c for x in (upper, lower, title, fold))
    else:
        flags.add("special")
        k = (upper, lower, title, fold)
        if k not in special_of:
            special_of[k] = len(specials)
            specials.append(k)
        deltas = (special_of[k], simple - c, 0, 0)
    assert simple - c == deltas[1], hex(c)
    record = (
        category_of[ucd.category(s)], bidi_of[ucd.bidirectional(s)], ucd.combining(s), width_of[ucd.east_asian_width(s)],
        ucd.decimal(s, -1), ucd.digit(s, -1), numeric_of[ucd.numeric(s)] if s.isnumeric() else 0,
        sum(1 << FLAGS.index(f) for f in flags), deltas,
    )
    assert ("alpha" in flags) == (ucd.category(s)[0] == "L")
    if record not in record_of:
        record_of[record] = len(records)
        records.append(record)
    record_index.append(record_of[record])
record_shift = two_stage("record", record_index)

# Decompositions: one step, as unicodedata.decomposition gives it. An entry is the tag, the length and UTF-8; it begins at an even
# offset, so that half of that fits the table.
tags = [""]
where, data, seen = [0] * SIZE, bytearray(b"\0\0"), {}
for c, s in enumerate(everything):
    d = ucd.decomposition(s)
    if not d or c in HANGUL:
        continue
    parts = d.split()
    tag = parts.pop(0) if parts[0].startswith("<") else ""
    if tag not in tags:
        tags.append(tag)
    text = "".join(chr(int(x, 16)) for x in parts).encode()
    entry = bytes([tags.index(tag), len(text)]) + text
    if entry not in seen:
        seen[entry] = len(data) // 2
        data.extend(entry + b"\0" * (len(entry) % 2))
    where[c] = seen[entry]
assert len(data) < 1 << 17
decomposition_shift = two_stage("decomposition", where)
section("decompositionData", data)
section("compositions", b"".join(struct.pack("<III", f, s, c) for (f, s), c in sorted(compositions.items())))

# Names. Those that end in their own code point, and Hangul, are made from a rule; the rest are words of a common list.
generic, explicit = [], {}
for c, s in enumerate(everything):
    n = ucd.name(s, None)
    if n is None or n.startswith("HANGUL SYLLABLE "):
        continue
    if n.endswith("-%04X" % c):
        stem = n[: -len("%04X" % c)]
        if generic and generic[-1][1] == c - 1 and generic[-1][2] == stem:
            generic[-1][1] = c
        else:
            generic.append([c, c, stem])
    else:
        explicit[c] = n

ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.c_void_p
ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
capi = ctypes.cast(ctypes.pythonapi.PyCapsule_GetPointer(ucd._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI"), ctypes.POINTER(ctypes.c_void_p))
getname = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(capi[0])
buffer = ctypes.create_string_buffer(256)
aliases = {}
for c in range(0xF0000, 0xF1000):
    if getname(c, buffer, 256, 1):
        n = buffer.value.decode()
        aliases[n] = ucd.lookup(n)
assert len(aliases) > 900

count = Counter(w for n in explicit.values() for w in n.split(" "))
count.update(w for n in aliases for w in n.split(" "))
words = [w for w, _ in count.most_common()]
word_of = {w: i for i, w in enumerate(words)}
SHORT = 72  # words that take one byte; the others take two
assert len(words) <= SHORT + (128 - SHORT) * 256 and max(map(len, words)) < 256


def encode(name):
    out = bytearray()
    for w in name.split(" "):
        i = word_of[w]
        at = len(out)
        if i < SHORT:
            out.append(i)
        else:
            out.extend([SHORT + (i - SHORT) // 256, (i - SHORT) % 256])
    out[at] |= 0x80  # the last word
    return bytes(out)


section("wordLengths", bytes(len(w) for w in words))
section("wordText", "".join(words).encode())
runs, marks, data = [], [], bytearray()
STRIDE = 16
for k, (c, n) in enumerate(sorted(explicit.items())):
    if runs and runs[-1][0] + runs[-1][1] == c:
        runs[-1][1] += 1
    else:
        runs.append([c, 1, k])
    if k % STRIDE == 0:
        marks.append(len(data))
    data.extend(encode(n))
section("nameMarks", struct.pack("<%dI" % len(marks), *marks))
section("nameData", data)
data = bytearray()
for n, target in aliases.items():
    text = target.encode()
    data.extend(encode(n) + bytes([len(text)]) + text)
section("aliasData", data)

with open(os.path.join(OUT, "tables.bin"), "wb") as f:
    f.write(blob)


def quoted(s):
    return '"' + "".join(ch if " " <= ch < "\x7f" and ch not in '"\\' else "\\U%08x" % ord(ch) for ch in s) + '"'


with open(os.path.join(OUT, "tables.go"), "w", newline="\n") as f:
    w = lambda *lines: f.write("\n".join(lines) + "\n")
    w("// Code generated by tools/unicodegen/unicodegen.py; DO NOT EDIT.", "", "package unicodedb", "")
    w("// Version is the version of Unicode.", 'const Version = "%s"' % ucd.unidata_version, "")
    w("// Sections of tables.bin.", "const (")
    for name, at in sections.items():
        w("\tat%s%s = %d" % (name[0].upper(), name[1:], at))
    w(")", "", "const (")
    w("\trecordShift = %d" % record_shift, "\tdecompositionShift = %d" % decomposition_shift)
    w("\twordCount = %d" % len(words), "\tshortWords = %d" % SHORT, "\tnameStride = %d" % STRIDE)
    w("\tnameCount = %d" % len(explicit), "\taliasCount = %d" % len(aliases), "\tcompositionCount = %d" % len(compositions), ")", "")
    w("// Flags of a record.", "const (")
    for i, name in enumerate(FLAGS):
        w("\tflag%s%s%s" % (name[0].upper(), name[1:], " uint32 = 1 << iota" if i == 0 else ""))
    w(")", "")
    for name, values in [("categories", categories), ("bidirectionals", bidis), ("widths", widths), ("tags", tags)]:
        w("var %s = [...]string{%s}" % (name, ", ".join(quoted(v) for v in values)))
    w("", "var numerics = [...]float64{%s}" % ", ".join(map(repr, numerics)), "")
    w("// records: category, bidirectional, combining, width, decimal, digit, numeric, flags, deltas of upper, lower, title, fold.")
    w("var records = [...]record{")
    for r in records:
        w("\t{%d, %d, %d, %d, %d, %d, %d, 0x%x, [4]int32{%s}}," % (*r[:8], ", ".join(map(str, r[8]))))
    w("}", "")
    w("// specials: full upper, lower, title and fold of the code points whose record is flagged special.")
    w("var specials = [...][4]string{")
    for s in specials:
        w("\t{%s}," % ", ".join(map(quoted, s)))
    w("}", "")
    w("// nameRuns: code points whose names are spelled out: first, how many, number of the first name.", "var nameRuns = [...][3]int32{")
    for r in runs:
        w("\t{%d, %d, %d}," % tuple(r))
    w("}", "")
    w("// nameRules: code points whose name is a stem and their number: first, last, stem.", "var nameRules = [...]nameRule{")
    for first, last, stem in generic:
        w("\t{0x%x, 0x%x, %s}," % (first, last, quoted(stem)))
    w("}")
os.system("gofmt -w " + os.path.join(OUT, "tables.go"))
print("records %d, words %d, names %d, rules %d, blob %d bytes" % (len(records), len(words), len(explicit), len(generic), len(blob)), {k: v for k, v in sections.items()}, file=sys.stderr)
