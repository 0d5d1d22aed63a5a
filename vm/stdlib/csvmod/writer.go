package csvmod

import (
	"strings"

	"slp/vm/object"
)

type writer struct{ write, dialect value }

// Walk implements object.Impl.
func (w *writer) Walk(k *object.Walker) {
	k.Value(&w.write)
	k.Value(&w.dialect)
}

func writerNew(c *ctx, a []value) value {
	d := makeDialect(c, a[1], a[2])
	if d.IsNil() {
		return d
	}
	write := c.FindAttr(a[0], c.Intern("write"))
	if write.IsNil() {
		if c.Failed() {
			return write
		}
		return c.Raise(object.TypeError, "argument 1 must have a \"write\" method")
	}
	return c.NewObj(state(c).writer, &writer{write, d})
}

func isNumber(v value) bool {
	if v.IsAnyInt() || v.IsFloat() || v.AsComplex() != nil {
		return true
	}
	t := object.TypeOf(v)
	return !t.Dunder(object.DIndex).IsNil() || !t.Dunder(object.DFloat).IsNil() || !t.Dunder(object.DInt).IsNil()
}

func writeRow(c *ctx, a []value) value {
	w, _ := object.As[*writer](a[0])
	d, _ := object.As[*dialect](w.dialect)
	if t := object.TypeOf(a[1]); t.Dunder(object.DIter).IsNil() && t.Dunder(object.DGetItem).IsNil() {
		return c.Raise(state(c).err, "iterable expected, not %s", t.Said())
	}
	fields, ok := c.Collect(a[1])
	if !ok {
		return object.Nil
	}
	var out []byte
	null := false
	for i, f := range fields {
		quoted := false
		switch d.quoting {
		case quoteNonNumeric:
			quoted = !isNumber(f)
		case quoteAll:
			quoted = true
		case quoteStrings:
			quoted = f.AsStr() != nil
		case quoteNotNull:
			quoted = !f.IsNone()
		}
		null = f.IsNone()
		text := ""
		switch {
		case null:
		case f.AsStr() != nil:
			text = f.AsStr().String()
		default:
			if text, ok = c.Text(f); !ok {
				return object.Nil
			}
		}
		if i > 0 {
			out = append(out, d.delimiter...)
		}
		bad := ""
		if out, bad = d.appendField(out, text, quoted); bad != "" {
			return c.Raise(state(c).err, "%s", bad)
		}
	}
	if len(fields) > 0 && len(out) == 0 {
		if d.quoting == quoteNone || null && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			return c.Raise(state(c).err, "single empty field record must be quoted")
		}
		out = append(append(out, d.quote...), d.quote...)
	}
	out = append(out, d.end...)
	return c.Tail(w.write, object.NewStr(string(out)))
}

// appendField writes a field as the dialect wants it, or says what is wrong.
func (d *dialect) appendField(out []byte, text string, quoted bool) (_ []byte, bad string) {
	field := make([]byte, 0, len(text)+2)
	for i := 0; i < len(text); {
		n := 1
		for i+n < len(text) && text[i+n]&0xC0 == 0x80 {
			n++
		}
		ch := text[i : i+n]
		i += n
		if ch == d.delimiter || ch == d.escape || ch == d.quote || ch == "\n" || ch == "\r" || strings.Contains(d.end, ch) {
			escape := false
			switch {
			case d.quoting == quoteNone:
				escape = true
			case ch == d.quote:
				if d.double {
					field = append(field, d.quote...)
				} else {
					escape = true
				}
			case ch == d.escape:
				escape = true
			}
			if !escape {
				quoted = true
			} else {
				if d.escape == "" {
					return out, "need to escape, but no escapechar set"
				}
				field = append(field, d.escape...)
			}
		}
		field = append(field, ch...)
	}
	if text == "" && d.delimiter == " " && d.skip {
		if d.quoting == quoteNone || !quoted && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			return out, "empty field must be quoted if delimiter is a space and skipinitialspace is true"
		}
		quoted = true
	}
	if !quoted {
		return append(out, field...), ""
	}
	out = append(out, d.quote...)
	out = append(out, field...)
	return append(out, d.quote...), ""
}
