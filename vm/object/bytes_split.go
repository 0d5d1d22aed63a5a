package object

import "strings"

func (k *byteKind) list(c *Ctx, parts []string) Value {
	items := make([]Value, len(parts))
	for i, p := range parts {
		items[i] = k.wrap(c, p)
	}
	return c.NewList(items)
}

func (k *byteKind) split(cut func(s, sep string, limit int) []string, space func(s string, limit int) []string) Fn {
	return func(c *Ctx, a []Value) Value {
		limit, ok := c.sizeArg(a[2], -1)
		if !ok {
			return Nil
		}
		if a[1].IsNil() || a[1].IsNone() {
			return k.list(c, space(view(a[0]), limit))
		}
		sep, ok := c.needBytes(a[1])
		if !ok {
			return Nil
		}
		if sep == "" {
			return c.Raise(ValueError, "empty separator")
		}
		return k.list(c, cut(view(a[0]), sep, limit))
	}
}

func splitBytes(s string, limit int) []string {
	var out []string
	for {
		for s != "" && isByteSpace(s[0]) {
			s = s[1:]
		}
		if s == "" {
			return out
		}
		if limit >= 0 && len(out) >= limit {
			return append(out, s)
		}
		i := 0
		for i < len(s) && !isByteSpace(s[i]) {
			i++
		}
		out = append(out, s[:i])
		s = s[i:]
	}
}

func rsplitBytes(s string, limit int) []string {
	var out []string
	for {
		for s != "" && isByteSpace(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		if s == "" {
			break
		}
		if limit >= 0 && len(out) >= limit {
			out = append(out, s)
			break
		}
		i := len(s)
		for i > 0 && !isByteSpace(s[i-1]) {
			i--
		}
		out = append(out, s[i:])
		s = s[:i]
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func (k *byteKind) splitLines(c *Ctx, a []Value) Value {
	keep := false
	if !a[1].IsNil() {
		var ok bool
		if keep, ok = c.Truth(a[1]); !ok {
			return Nil
		}
	}
	s := view(a[0])
	var parts []string
	for start := 0; start < len(s); {
		i := start
		for i < len(s) && s[i] != '\n' && s[i] != '\r' {
			i++
		}
		end := i
		if i < len(s) {
			i++
			if s[i-1] == '\r' && i < len(s) && s[i] == '\n' {
				i++
			}
		}
		if keep {
			end = i
		}
		parts = append(parts, s[start:end])
		start = i
	}
	return k.list(c, parts)
}

func (k *byteKind) partition(last bool) Fn {
	return func(c *Ctx, a []Value) Value {
		sep, ok := c.needBytes(a[1])
		if !ok {
			return Nil
		}
		if sep == "" {
			return c.Raise(ValueError, "empty separator")
		}
		s := view(a[0])
		i := 0
		if last {
			i = strings.LastIndex(s, sep)
		} else {
			i = strings.Index(s, sep)
		}
		switch {
		case i >= 0:
			found := a[1]
			if k.mutable {
				found = k.wrap(c, sep)
			}
			return TupleOf(k.wrap(c, s[:i]), found, k.wrap(c, s[i+len(sep):]))
		case last:
			return TupleOf(k.wrap(c, ""), k.wrap(c, ""), k.same(c, a[0]))
		}
		return TupleOf(k.same(c, a[0]), k.wrap(c, ""), k.wrap(c, ""))
	}
}
