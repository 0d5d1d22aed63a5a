package csvmod

import "slp/vm/object"

type reader struct {
	it, dialect value
	line        int64
}

// Walk implements object.Impl.
func (r *reader) Walk(w *object.Walker) {
	w.Value(&r.it)
	w.Value(&r.dialect)
	object.Word(w, &r.line)
}

func readerNew(c *ctx, a []value) value {
	it := c.Iter(a[0])
	if it.IsNil() {
		return it
	}
	d := makeDialect(c, a[1], a[2])
	if d.IsNil() {
		return d
	}
	return c.NewObj(state(c).reader, &reader{it: it, dialect: d})
}

// The places in a record.
type place uint8

const (
	startRecord place = iota
	startField
	escaped
	inField
	inQuoted
	escapedInQuoted
	quoteInQuoted
	eatNewline
	afterEscapedNewline
)

// record is a record that is being read.
type record struct {
	d        *dialect
	at       place
	field    []byte
	chars    int64
	unquoted bool
	fields   []value
}

// Next implements object.Iterator.
func (r *reader) Next(c *ctx, self value) value {
	d, _ := object.As[*dialect](r.dialect)
	rec := record{d: d, fields: []value{}}
	limit := state(c).limits.Get("field").I()
	lines := int64(0)
	count := func() {
		if lines > 0 {
			c.Touch(self.Hdr())
			r.line += lines
		}
	}
	for {
		line := c.Next(r.it)
		if line.IsNil() {
			if c.Failed() {
				if c.Raised() {
					count()
				}
				return line
			}
			count()
			if len(rec.field) != 0 || rec.at == inQuoted {
				if d.strict {
					return c.Raise(state(c).err, "unexpected end of data")
				}
				if !rec.save(c) {
					return object.Nil
				}
				return c.NewList(rec.fields)
			}
			return object.Nil
		}
		s := line.AsStr()
		if s == nil {
			count()
			return c.Raise(state(c).err, "iterator should return strings, not %s (the file should be opened in text mode)", object.TypeOf(line).Said())
		}
		lines++
		text := s.String()
		for i := 0; i < len(text); {
			n := 1
			for i+n < len(text) && text[i+n]&0xC0 == 0x80 {
				n++
			}
			if !rec.take(c, text[i:i+n], limit) {
				count()
				return object.Nil
			}
			i += n
		}
		if !rec.take(c, "", limit) {
			count()
			return object.Nil
		}
		if rec.at == startRecord {
			count()
			return c.NewList(rec.fields)
		}
	}
}

// take takes one character, or "" at the end of a line.
func (r *record) take(c *ctx, ch string, limit int64) bool {
	d := r.d
	add := func() bool {
		if r.chars >= limit {
			c.Raise(state(c).err, "field larger than field limit (%d)", limit)
			return false
		}
		r.field = append(r.field, ch...)
		r.chars++
		return true
	}
	newline := ch == "\n" || ch == "\r"
	finish := func() bool {
		r.at = eatNewline
		if ch == "" {
			r.at = startRecord
		}
		return r.save(c)
	}
	switch r.at {
	case startRecord:
		if ch == "" {
			return true
		}
		if newline {
			r.at = eatNewline
			return true
		}
		fallthrough
	case startField:
		r.unquoted = true
		switch {
		case newline || ch == "":
			return finish()
		case ch == d.quote && d.quoting != quoteNone:
			r.unquoted = false
			r.at = inQuoted
		case ch == d.escape:
			r.at = escaped
		case ch == " " && d.skip:
			r.at = startField
		case ch == d.delimiter:
			r.at = startField
			return r.save(c)
		default:
			r.at = inField
			return add()
		}
	case escaped:
		if newline {
			r.at = afterEscapedNewline
			return add()
		}
		if ch == "" {
			ch = "\n"
		}
		r.at = inField
		return add()
	case afterEscapedNewline, inField:
		switch {
		case ch == "" && r.at == afterEscapedNewline:
		case newline || ch == "":
			return finish()
		case ch == d.escape:
			r.at = escaped
		case ch == d.delimiter:
			r.at = startField
			return r.save(c)
		default:
			r.at = inField
			return add()
		}
	case inQuoted:
		switch {
		case ch == "":
		case ch == d.escape:
			r.at = escapedInQuoted
		case ch == d.quote && d.quoting != quoteNone:
			r.at = inField
			if d.double {
				r.at = quoteInQuoted
			}
		default:
			return add()
		}
	case escapedInQuoted:
		if ch == "" {
			ch = "\n"
		}
		r.at = inQuoted
		return add()
	case quoteInQuoted:
		switch {
		case ch != "" && d.quoting != quoteNone && ch == d.quote:
			r.at = inQuoted
			return add()
		case ch == d.delimiter:
			r.at = startField
			return r.save(c)
		case newline || ch == "":
			return finish()
		case !d.strict:
			r.at = inField
			return add()
		}
		c.Raise(state(c).err, "'%s' expected after '%s'", d.delimiter, d.quote)
		return false
	case eatNewline:
		switch {
		case newline:
		case ch == "":
			r.at = startRecord
		default:
			c.Raise(state(c).err, "new-line character seen in unquoted field - do you need to open the file with newline=''?")
			return false
		}
	}
	return true
}

func (r *record) save(c *ctx) bool {
	q := r.d.quoting
	var v value
	switch {
	case r.unquoted && len(r.field) == 0 && (q == quoteNotNull || q == quoteStrings):
		v = object.None
	case r.unquoted && len(r.field) != 0 && (q == quoteNonNumeric || q == quoteStrings):
		v = c.CallType(object.FloatType, []value{object.NewStr(string(r.field))}, nil)
	default:
		v = object.NewStr(string(r.field))
	}
	r.field, r.chars = r.field[:0], 0
	r.fields = append(r.fields, v)
	return !v.IsNil()
}
