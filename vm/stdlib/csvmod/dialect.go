package csvmod

import (
	"strings"

	"slp/vm/object"
)

// dialect is what tells one format from another. Characters are texts of one character, or "" for none.
type dialect struct {
	delimiter, quote, escape, end string
	quoting                       int
	double, skip, strict          bool
}

// Walk implements object.Impl: a dialect never changes.
func (d *dialect) Walk(w *object.Walker) {}

func orNone(s string) value {
	if s == "" {
		return object.None
	}
	return object.NewStr(s)
}

func dialectGet(name string, get func(d *dialect) value) object.Get {
	return object.Get{Name: name, Get: func(c *ctx, o value) value {
		d, _ := object.As[*dialect](o)
		return get(d)
	}}
}

var dialectGets = []object.Get{
	dialectGet("delimiter", func(d *dialect) value { return object.NewStr(d.delimiter) }),
	dialectGet("doublequote", func(d *dialect) value { return object.Bool(d.double) }),
	dialectGet("escapechar", func(d *dialect) value { return orNone(d.escape) }),
	dialectGet("lineterminator", func(d *dialect) value { return object.NewStr(d.end) }),
	dialectGet("quotechar", func(d *dialect) value { return orNone(d.quote) }),
	dialectGet("quoting", func(d *dialect) value { return object.Int(int64(d.quoting)) }),
	dialectGet("skipinitialspace", func(d *dialect) value { return object.Bool(d.skip) }),
	dialectGet("strict", func(d *dialect) value { return object.Bool(d.strict) }),
}

var parameters = [...]string{"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}

func getDialect(c *ctx, name value) value {
	d := c.DictGet(state(c).dialects, name)
	if d.IsNil() && !c.Failed() {
		return c.Raise(state(c).err, "unknown dialect")
	}
	return d
}

// makeDialect makes the dialect of a reader, a writer or the registry.
func makeDialect(c *ctx, base, kwargs value) value {
	a := make([]value, 9)
	a[0] = base
	if !kwargs.IsNil() {
		d := kwargs.AsDict()
		n := 0
		if v := d.Get("dialect"); !v.IsNil() {
			a[0] = v
			n++
		}
		for i, p := range parameters {
			if a[1+i] = d.Get(p); !a[1+i].IsNil() {
				n++
			}
		}
		if n < d.Len() {
			keys, _ := c.Collect(kwargs)
			for _, k := range keys {
				known := k.AsStr().String() == "dialect"
				for _, p := range parameters {
					known = known || p == k.AsStr().String()
				}
				if !known {
					return c.Raise(object.TypeError, "this function got an unexpected keyword argument '%s'", k.AsStr().String())
				}
			}
		}
	}
	return newDialect(c, state(c).dialect, a)
}

// newDialect makes a dialect of its nine arguments; those that are Nil were not given.
func newDialect(c *ctx, t *object.Type, args []value) value {
	a := append([]value(nil), args...)
	if base := a[0]; !base.IsNil() && !base.IsNone() {
		if base.AsStr() != nil {
			if base = getDialect(c, base); base.IsNil() {
				return base
			}
		}
		given := false
		for _, v := range a[1:] {
			given = given || !v.IsNil()
		}
		if _, is := object.As[*dialect](base); is && t == state(c).dialect && !given {
			return base
		}
		for i, p := range parameters {
			if a[1+i].IsNil() {
				if a[1+i] = c.FindAttr(base, c.Intern(p)); a[1+i].IsNil() && c.Failed() {
					return object.Nil
				}
			}
		}
	}
	d := &dialect{delimiter: ",", quote: `"`, end: "\r\n", double: true}
	var ok bool
	if d.delimiter, ok = char(c, a[1], "delimiter", d.delimiter, false); !ok {
		return object.Nil
	}
	if !a[2].IsNil() {
		if d.double, ok = c.Truth(a[2]); !ok {
			return object.Nil
		}
	}
	if d.escape, ok = char(c, a[3], "escapechar", "", true); !ok {
		return object.Nil
	}
	if v := a[4]; !v.IsNil() {
		s := v.AsStr()
		if s == nil {
			return c.Raise(object.TypeError, `"lineterminator" must be a string, not %s`, object.TypeOf(v).Said())
		}
		d.end = s.String()
	}
	if d.quote, ok = char(c, a[5], "quotechar", d.quote, true); !ok {
		return object.Nil
	}
	if v := a[6]; !v.IsNil() {
		if !v.IsInt() {
			return c.Raise(object.TypeError, `"quoting" must be an integer, not %s`, object.TypeOf(v).Said())
		}
		if v.I() < 0 || v.I() > quoteNotNull {
			return c.Raise(object.TypeError, `bad "quoting" value`)
		}
		d.quoting = int(v.I())
	} else if !a[5].IsNil() && d.quote == "" {
		d.quoting = quoteNone
	}
	for i, p := range [...]*bool{&d.skip, &d.strict} {
		if v := a[7+i]; !v.IsNil() {
			if *p, ok = c.Truth(v); !ok {
				return object.Nil
			}
		}
	}
	if bad := d.check(); bad != "" {
		if strings.HasPrefix(bad, "quotechar must") {
			return c.Raise(object.TypeError, "%s", bad)
		}
		return c.Raise(object.ValueError, "%s", bad)
	}
	return c.NewObj(t, d)
}

// check says which parameters do not go together.
func (d *dialect) check() string {
	if d.quoting != quoteNone && d.quote == "" {
		return "quotechar must be set if quoting enabled"
	}
	for _, k := range [...]struct {
		name, ch string
		space    bool
	}{{"delimiter", d.delimiter, true}, {"escapechar", d.escape, !d.skip}, {"quotechar", d.quote, !d.skip}} {
		if k.ch == "" {
			continue
		}
		if k.ch == "\n" || k.ch == "\r" || k.ch == " " && !k.space {
			return "bad " + k.name + " value"
		}
		if strings.Contains(d.end, k.ch) {
			return "bad " + k.name + " or lineterminator value"
		}
	}
	switch {
	case d.delimiter == d.escape:
		return "bad delimiter or escapechar value"
	case d.delimiter == d.quote:
		return "bad delimiter or quotechar value"
	case d.escape != "" && d.escape == d.quote:
		return "bad escapechar or quotechar value"
	}
	return ""
}

func char(c *ctx, v value, name, without string, none bool) (string, bool) {
	if v.IsNil() {
		return without, true
	}
	if v.IsNone() && none {
		return "", true
	}
	or := ""
	if none {
		or = " or None"
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, `"%s" must be a unicode character%s, not %s`, name, or, object.TypeOf(v).Said())
		return "", false
	}
	if s.Len() != 1 {
		c.Raise(object.TypeError, `"%s" must be a unicode character%s, not a string of length %d`, name, or, s.Len())
		return "", false
	}
	return s.String(), true
}
