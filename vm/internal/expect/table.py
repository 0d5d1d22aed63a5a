"""Writes the tables that package expect reads. The generate.py of each package imports this file."""
import os, struct, sys


def field(v):
    if isinstance(v, bool):
        v = "1" if v else "0"
    elif isinstance(v, int):
        # hexadecimal has no digit limit
        v = str(v) if abs(v) < 10**18 else hex(v)
    elif isinstance(v, float):
        v = struct.pack(">d", v).hex()
    b = v if isinstance(v, (bytes, bytearray)) else v.encode("utf-8", "surrogatepass")
    out = []
    for c in b:
        if c == 0x5C:
            out.append("\\\\")
        elif 0x20 <= c < 0x7F:
            out.append(chr(c))
        else:
            out.append("\\x%02x" % c)
    return "".join(out)


def write(script, name, rows):
    path = os.path.join(os.path.dirname(os.path.abspath(script)), name)
    with open(path, "w", newline="\n") as f:
        f.write("# Written by CPython %d.%d: run generate.py in this folder to renew.\n" % sys.version_info[:2])
        for row in rows:
            f.write("\t".join(field(v) for v in row) + "\n")
