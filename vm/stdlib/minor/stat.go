package minor

import (
	"math/big"

	"slp/vm/object"
)

// Bits of a file's mode.
const (
	modeBits = 0o7777
	kindBits = 0o170000
)

var statConstants = [...]struct {
	name string
	n    int64
}{
	{"S_IFDIR", 0o40000}, {"S_IFCHR", 0o20000}, {"S_IFBLK", 0o60000}, {"S_IFREG", 0o100000}, {"S_IFIFO", 0o10000}, {"S_IFLNK", 0o120000}, {"S_IFSOCK", 0o140000},
	{"S_IFDOOR", 0}, {"S_IFPORT", 0}, {"S_IFWHT", 0}, {"S_ISUID", 0o4000}, {"S_ISGID", 0o2000}, {"S_ISVTX", 0o1000}, {"S_ENFMT", 0o2000},
	{"S_IREAD", 0o400}, {"S_IWRITE", 0o200}, {"S_IEXEC", 0o100}, {"S_IRWXU", 0o700}, {"S_IRUSR", 0o400}, {"S_IWUSR", 0o200}, {"S_IXUSR", 0o100},
	{"S_IRWXG", 0o70}, {"S_IRGRP", 0o40}, {"S_IWGRP", 0o20}, {"S_IXGRP", 0o10}, {"S_IRWXO", 7}, {"S_IROTH", 4}, {"S_IWOTH", 2}, {"S_IXOTH", 1},
	{"UF_SETTABLE", 0xffff}, {"UF_NODUMP", 1}, {"UF_IMMUTABLE", 2}, {"UF_APPEND", 4}, {"UF_OPAQUE", 8}, {"UF_NOUNLINK", 16}, {"UF_COMPRESSED", 32},
	{"UF_TRACKED", 64}, {"UF_DATAVAULT", 128}, {"UF_HIDDEN", 0x8000}, {"SF_SETTABLE", 0xffff0000}, {"SF_ARCHIVED", 0x10000}, {"SF_IMMUTABLE", 0x20000},
	{"SF_APPEND", 0x40000}, {"SF_NOUNLINK", 0x100000}, {"SF_SNAPSHOT", 0x200000}, {"SF_FIRMLINK", 0x800000}, {"SF_DATALESS", 0x40000000},
	{"ST_MODE", 0}, {"ST_INO", 1}, {"ST_DEV", 2}, {"ST_NLINK", 3}, {"ST_UID", 4}, {"ST_GID", 5}, {"ST_SIZE", 6}, {"ST_ATIME", 7}, {"ST_MTIME", 8}, {"ST_CTIME", 9},
}

// Stat is the module _stat.
var Stat = object.ModuleDef{Name: "_stat", Doc: "Constants and functions for the modes of files.", Funcs: append(statTests(), []object.Def{
	{Sig: "S_IMODE(object, /)", Doc: "Return the portion of the file's mode that can be set by os.chmod().", Fn: ofMode(func(m uint32) value { return object.Int(int64(m & modeBits)) })},
	{Sig: "S_IFMT(object, /)", Doc: "Return the portion of the file's mode that describes the file type.", Fn: ofMode(func(m uint32) value { return object.Int(int64(m & kindBits)) })},
	{Sig: "filemode(object, /)", Doc: "Convert a file's mode to a string of the form '-rwxrwxrwx'", Fn: ofMode(fileMode)},
}...), Init: func(c *ctx, m *object.Module) bool {
	for _, k := range statConstants {
		m.Set(c, k.name, object.Int(k.n))
	}
	return true
}}

func statTests() []object.Def {
	var defs []object.Def
	for _, t := range [...]struct {
		name, what string
		kind       uint32
	}{
		{"S_ISDIR", "a directory", 0o40000}, {"S_ISCHR", "a character special device file", 0o20000}, {"S_ISBLK", "a block special device file", 0o60000},
		{"S_ISREG", "a regular file", 0o100000}, {"S_ISFIFO", "a FIFO (named pipe)", 0o10000}, {"S_ISLNK", "a symbolic link", 0o120000},
		{"S_ISSOCK", "a socket", 0o140000}, {"S_ISDOOR", "a door", 0}, {"S_ISPORT", "an event port", 0}, {"S_ISWHT", "a whiteout", 0},
	} {
		defs = append(defs, object.Def{Sig: t.name + "(object, /)", Doc: t.name + "(mode) -> bool\n\nReturn True if mode is from " + t.what + ".",
			Fn: ofMode(func(m uint32) value { return object.Bool(t.kind != 0 && m&kindBits == t.kind) })})
	}
	return defs
}

func ofMode(f func(m uint32) value) object.Fn {
	return func(c *ctx, a []value) value {
		v := c.Index(a[0])
		if v.IsNil() {
			return object.Nil
		}
		n := v.AsBigInt()
		switch {
		case n.Sign() < 0:
			return c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		case n.Cmp(new(big.Int).SetUint64(1<<64-1)) > 0:
			return c.Raise(object.OverflowError, "Python int too large to convert to C unsigned long")
		case n.Uint64() >= 1<<32:
			return c.Raise(object.OverflowError, "mode out of range")
		}
		return f(uint32(n.Uint64()))
	}
}

func fileMode(m uint32) value {
	var s [10]byte
	s[0] = '?'
	for _, k := range [...]struct {
		kind   uint32
		letter byte
	}{{0o100000, '-'}, {0o40000, 'd'}, {0o120000, 'l'}, {0o60000, 'b'}, {0o20000, 'c'}, {0o10000, 'p'}, {0o140000, 's'}} {
		if m&kindBits == k.kind {
			s[0] = k.letter
		}
	}
	for i := range 9 {
		s[1+i] = '-'
		if m>>(8-i)&1 == 1 {
			s[1+i] = "rwx"[i%3]
		}
	}
	special := func(bit uint32, at int, with, without byte) {
		if m&bit == 0 {
			return
		}
		if s[at] == 'x' {
			s[at] = with
		} else {
			s[at] = without
		}
	}
	special(0o4000, 3, 's', 'S')
	special(0o2000, 6, 's', 'S')
	special(0o1000, 9, 't', 'T')
	return object.NewASCII(string(s[:]))
}
