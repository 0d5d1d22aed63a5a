package picklemod

import (
	"strconv"
	"strings"

	"slp/vm/internal/numtext"
	"slp/vm/object"
)

// The instructions of protocol 0 and of Python 2: their operands are lines of text.

func (l *loader) loadInt(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	switch s {
	case "00":
		l.push(object.False)
		return
	case "01":
		l.push(object.True)
		return
	case "":
		l.bad(c, "pickle data was truncated")
		return
	}
	if n, err := strconv.ParseInt(strings.TrimLeft(s, " \t\r\v\f"), 0, 64); err == nil && !strings.Contains(s, "_") {
		l.push(object.Int(n))
		return
	}
	if v := l.parseInt(c, s); !v.IsNil() {
		l.push(v)
	} else if c.Raised() {
		c.TakeExc()
		c.Raise(object.ValueError, "could not convert string to int")
	}
}

// parseInt is int(s, 0).
func (l *loader) parseInt(c *ctx, s string) value {
	v, _ := c.Attempt(func() value { return c.Call(object.IntType.V(), object.NewStr(s), object.Int(0)) })
	return v
}

func (l *loader) loadLongText(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	if s == "" {
		l.bad(c, "pickle data was truncated")
		return
	}
	if v := l.parseInt(c, strings.TrimSuffix(s, "L")); !v.IsNil() {
		l.push(v)
	}
}

func (l *loader) loadFloat(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	if s == "" {
		l.bad(c, "pickle data was truncated")
		return
	}
	f, ok := parseFloat(s)
	if !ok {
		for i := range len(s) {
			if _, some := parseFloat(s[:len(s)-i]); some {
				c.Raise(object.ValueError, "could not convert string to float")
				return
			}
		}
		c.Raise(object.ValueError, "could not convert string to float: '%s\n'", s)
		return
	}
	l.push(object.Float(f))
}

func (l *loader) loadString(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '\'' && s[0] != '"' {
		l.bad(c, "the STRING opcode argument must be quoted")
		return
	}
	v, done := c.Attempt(func() value {
		m := c.Modules.Get("_codecs")
		return c.CallAttr(m, "escape_decode", object.NewBytes(s[1:len(s)-1]))
	})
	if !done || v.IsNil() {
		return
	}
	l.oldString(c, v.AsTuple().Items[0].AsBytes().S)
}

func (l *loader) loadBinString(c *ctx, width int) {
	n, ok := l.size(c, width, "")
	if !ok {
		return
	}
	if width == 4 && n != int(int32(n)) {
		l.bad(c, "BINSTRING pickle has negative byte count")
		return
	}
	if l.need(c, n) {
		l.oldString(c, strings.Clone(l.take(n)))
	}
}

// oldString pushes a str of Python 2.
func (l *loader) oldString(c *ctx, s string) {
	if l.u.encoding == "bytes" {
		l.push(object.NewBytes(s))
		return
	}
	if v := l.decoded(c, s, l.u.encoding, l.u.errors); !v.IsNil() {
		l.push(v)
	}
}

func (l *loader) loadUnicode(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	if v := l.decoded(c, s, "raw-unicode-escape", "strict"); !v.IsNil() {
		l.push(v)
	}
}

func (l *loader) loadPutText(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	v := l.decimal(c, s)
	if v.IsNil() || !l.has(c, 1) {
		return
	}
	n, ok := c.IndexInt(v, false)
	if !ok {
		return
	}
	if n < 0 {
		c.Raise(object.ValueError, "negative PUT argument")
		return
	}
	shelfOf(l.memoV).put(n, l.stack[len(l.stack)-1])
}

func (l *loader) loadGetText(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	v := l.decimal(c, s)
	if v.IsNil() {
		return
	}
	if n, ok := c.IndexInt(v, false); ok {
		l.get(c, n)
	}
}

// decimal is int(s, 10).
func (l *loader) decimal(c *ctx, s string) value {
	if s == "" {
		l.bad(c, "pickle data was truncated")
		return object.Nil
	}
	v, _ := c.Attempt(func() value {
		return c.Call(object.IntType.V(), object.NewStr(strings.ToValidUTF8(s, "?")), object.Int(10))
	})
	return v
}

// parseFloat reads a number as C does: without underscores and without space around it.
func parseFloat(s string) (float64, bool) {
	if strings.ContainsAny(s, "_ \t\r\v\f") {
		return 0, false
	}
	return numtext.ParseFloat(s)
}
