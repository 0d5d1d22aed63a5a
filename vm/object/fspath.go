package object

import (
	"strings"

	"slp/vm/internal/wtf8"
)

// FSEncode is os.fsencode of a path that is str or bytes: the text by which the world knows it. The function where and
// the name of its argument are for messages; open() names neither.
func (c *Ctx) FSEncode(v Value, where, arg string) (path string, ok bool) {
	if s := v.AsStr(); s != nil {
		if path = s.s; !s.IsASCII() {
			b, f := wtf8.Encode(wtf8.UTF8, s.s, "surrogateescape", nil)
			if !f.None() {
				c.RaiseExc(c.EncodeError("utf-8", s, f))
				return "", false
			}
			path = string(b)
		}
	} else {
		path = v.AsBytes().S
	}
	if strings.IndexByte(path, 0) < 0 {
		return path, true
	}
	if where != "" {
		c.Raise(ValueError, "%s: embedded null character in %s", where, arg)
	} else {
		c.Raise(ValueError, "embedded null byte")
	}
	return "", false
}

// FSDecode is os.fsdecode of a path that the world told.
func FSDecode(path string) Value {
	if wtf8.IsASCII(path) {
		return NewStrCount(path, len(path))
	}
	text, _, _ := wtf8.Decode(wtf8.UTF8, []byte(path), "surrogateescape")
	return NewStr(text)
}
