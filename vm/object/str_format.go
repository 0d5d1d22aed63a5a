package object

import (
	"strings"

	"slp/vm/internal/format"
	"slp/vm/internal/numtext"
	"slp/vm/internal/wtf8"
)

func strFormatMethods() []Def {
	return []Def{
		{Sig: "format(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
			return c.formatFields(a[0], a[1].AsTuple().Items, a[2], false)
		}, Doc: "Return a formatted version of the string, using substitutions from args and kwargs."},
		{Sig: "format_map(self, mapping, /)", Fn: func(c *Ctx, a []Value) Value {
			return c.formatFields(a[0], nil, a[1], true)
		}, Doc: "Return a formatted version of the string, using substitutions from mapping."},
		{Sig: "__format__(self, format_spec, /)", Fn: strDunderFormat, Doc: "Return a formatted version of the string as described by format_spec."},
		{Sig: "__mod__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.strPercent(a[0], a[1]) }, Doc: "Return self%value."},
		{Sig: "__rmod__(self, value, /)", Fn: func(c *Ctx, a []Value) Value {
			if a[1].AsStr() == nil {
				return NotImplemented
			}
			return c.strPercent(a[1], a[0])
		}, Doc: "Return value%self."},
	}
}

// RaiseFormat raises an error of package format.
func (c *Ctx) RaiseFormat(e *format.Error) Value {
	switch e.Kind {
	case format.OverflowError:
		return c.RaiseArgs(OverflowError, NewStr(e.Message))
	case format.MemoryError:
		return c.RaiseArgs(MemoryError)
	}
	return c.RaiseArgs(ValueError, NewStr(e.Message))
}

func strDunderFormat(c *Ctx, a []Value) Value {
	spec := a[1].AsStr()
	if spec == nil {
		return c.Raise(TypeError, "__format__() argument must be str, not %s", argName(a[1]))
	}
	if spec.s == "" {
		return c.Str(a[0])
	}
	f, err := format.Parse(spec.s, format.Str, TypeOf(a[0]).Name)
	if err != nil {
		return c.RaiseFormat(err)
	}
	if f.Width > 0 && !c.fits(4, f.Width) {
		return Nil
	}
	text, err := f.Str(a[0].AsStr().s)
	if err != nil {
		return c.RaiseFormat(err)
	}
	return NewStr(text)
}

// fields formats the replacement fields of one str.format call.
type fields struct {
	args   []Value
	names  Value // a dict or Nil; of format_map: any mapping
	mapped bool  // format_map
	count  format.Numbering
}

func (c *Ctx) formatFields(self Value, args []Value, names Value, mapped bool) Value {
	s := self.AsStr()
	if s.n > 0 && !strings.ContainsAny(s.s, "{}") {
		return self
	}
	f := fields{args: args, names: names, mapped: mapped}
	b := StrBuilder{b: make([]byte, 0, len(s.s)+32)}
	if !f.expand(c, &b, s.s, 2) {
		return Nil
	}
	return b.Str()
}

// expand appends text with its fields replaced; depth is how deep fields may still be nested.
func (f *fields) expand(c *Ctx, b *StrBuilder, text string, depth int) bool {
	if depth == 0 {
		c.RaiseFormat(format.TooDeep())
		return false
	}
	for pos := 0; ; {
		i := strings.IndexAny(text[pos:], "{}")
		if i < 0 {
			b.Text(text[pos:])
			return true
		}
		b.Text(text[pos : pos+i])
		pos += i
		if strings.HasPrefix(text[pos:], "{}") {
			pos += 2
			if v := f.value(c, ""); v.IsNil() || !b.plain(v) && !b.formatted(c, v, emptyStr.V()) {
				return false
			}
			continue
		}
		m := format.Markup{Text: text[pos:]}
		p, _, err := m.Next()
		if err != nil {
			c.RaiseFormat(err)
			return false
		}
		pos += m.At()
		b.Text(p.Literal)
		if !p.Field {
			continue
		}
		v := f.value(c, p.Name)
		if v.IsNil() {
			return false
		}
		switch p.Conversion {
		case 0:
		case 'r':
			v = c.Repr(v)
		case 's':
			v = c.Str(v)
		case 'a':
			v = c.Ascii(v)
		default:
			c.RaiseFormat(format.UnknownConversion(p.Conversion))
			return false
		}
		if v.IsNil() {
			return false
		}
		spec := p.Spec
		if p.Nested {
			var inner StrBuilder
			if !f.expand(c, &inner, spec, depth-1) {
				return false
			}
			spec = string(inner.b)
		}
		if !b.formatted(c, v, NewStr(spec)) {
			return false
		}
	}
}

// formatted appends format(v, spec).
func (b *StrBuilder) formatted(c *Ctx, v, spec Value) bool {
	if v = c.Format(v, spec); v.IsNil() {
		return false
	}
	x := v.AsStr()
	b.b = append(b.b, x.s...)
	b.n += int(x.n)
	return c.fits(len(b.b), 1)
}

// value looks up what a field names.
func (f *fields) value(c *Ctx, text string) Value {
	name, err := format.Name{Index: -1}, (*format.Error)(nil)
	if text != "" {
		name, err = format.ParseName(text)
	}
	if err != nil && name.Index < 0 && name.First != "" && strings.Trim(name.First, "0123456789") == "" {
		return c.RaiseFormat(err)
	}
	i, e := f.count.Position(name)
	if e != nil {
		return c.RaiseFormat(e)
	}
	var v Value
	switch {
	case i >= 0 && f.mapped:
		return c.Raise(ValueError, "Format string contains positional fields")
	case i >= 0 && i >= len(f.args):
		return c.Raise(IndexError, "Replacement index %d out of range for positional args tuple", i)
	case i >= 0:
		v = f.args[i]
	case f.names.IsNil():
		return c.RaiseArgs(KeyError, NewStr(name.First))
	default:
		v = c.GetItem(f.names, NewStr(name.First))
	}
	for _, s := range name.Steps {
		if v.IsNil() {
			return Nil
		}
		switch {
		case s.Attribute:
			v = c.GetAttr(v, c.Intern(s.Name))
		case s.Index >= 0:
			v = c.GetItem(v, Int(int64(s.Index)))
		default:
			v = c.GetItem(v, NewStr(s.Name))
		}
	}
	if err != nil && !v.IsNil() {
		return c.RaiseFormat(err)
	}
	return v
}

// percentArgs hands out the arguments of a % operation.
type percentArgs struct {
	v    Value
	rest []Value // of a tuple
	one  bool    // a single argument that is still there
	map_ bool    // the argument is a mapping: it may be left over
}

func newPercentArgs(v Value, bytes bool) percentArgs {
	p := percentArgs{v: v}
	if t := v.AsTuple(); t != nil {
		p.rest = t.Items
	} else {
		p.one = true
	}
	t := TypeOf(v)
	switch v.Unbox().p.Kind {
	case KTuple, KStr:
	case KBytes, KByteArray:
		p.map_ = !bytes
	default:
		p.map_ = !t.Dunder(DGetItem).IsNil() && v.p.Kind != KType
	}
	return p
}

func (p *percentArgs) next(c *Ctx) Value {
	if p.one {
		p.one = false
		return p.v
	}
	if len(p.rest) == 0 {
		return c.Raise(TypeError, "not enough arguments for format string")
	}
	v := p.rest[0]
	p.rest = p.rest[1:]
	return v
}

// strPercent is self % args for a str.
func (c *Ctx) strPercent(self, args Value) Value {
	s := self.AsStr()
	v := c.percent(s.s, args, false)
	if !v.IsNil() && s.n > 0 && strings.IndexByte(s.s, '%') < 0 {
		return self
	}
	return v
}

// percent is text % args for str and bytes: a str, or for bytes a bytes object.
func (c *Ctx) percent(text string, args Value, bytes bool) Value {
	from := newPercentArgs(args, bytes)
	mapping := from.map_
	out := make([]byte, 0, len(text)+32)
	for pos := 0; ; {
		i := strings.IndexByte(text[pos:], '%')
		if i < 0 {
			out = append(out, text[pos:]...)
			break
		}
		out = append(out, text[pos:pos+i]...)
		pos += i
		var n int
		if out, n = from.short(out, text[pos:], bytes); n > 0 {
			pos += n
			continue
		}
		p := format.Percent{Text: text[pos:], Bytes: bytes}
		d, _, err := p.Next()
		if err != nil {
			if err.Message == "incomplete format key" && !mapping { // CPython looks at the argument first
				return c.Raise(TypeError, "format requires a mapping")
			}
			return c.RaiseFormat(err)
		}
		if bytes {
			d.Index += pos
		} else {
			d.Index += wtf8.Count(text[:pos])
		}
		pos += p.At()
		if d.HasKey {
			if !mapping {
				return c.Raise(TypeError, "format requires a mapping")
			}
			key := NewStr(d.Key)
			if bytes {
				key = NewBytes(d.Key)
			}
			if v := c.GetItem(args, key); v.IsNil() {
				return Nil
			} else {
				from = percentArgs{v: v, one: true, map_: from.map_}
			}
		}
		if d.Width == format.Star && !c.star(&from, &d, (*format.Directive).SetWidth, "width") {
			return Nil
		}
		if d.Precision == format.Star && !c.star(&from, &d, (*format.Directive).SetPrecision, "precision") {
			return Nil
		}
		if d.Width > 0 && !c.fits(d.Width, 1) || d.Precision > 0 && strings.ContainsRune("diuoxXeEfFgG", d.Code) && !c.fits(d.Precision, 1) {
			return Nil
		}
		v := from.next(c)
		if v.IsNil() {
			return Nil
		}
		var s string
		var ok bool
		if bytes {
			s, ok = c.percentByte(&d, v)
		} else {
			s, ok = c.percentOne(&d, v)
		}
		if !ok {
			return Nil
		}
		out = append(out, s...)
		if d.HasKey {
			from = percentArgs{map_: true}
		}
		if !c.fits(len(out), 1) {
			return Nil
		}
	}
	if (from.one || len(from.rest) > 0) && !from.map_ {
		if bytes {
			return c.Raise(TypeError, "not all arguments converted during bytes formatting")
		}
		return c.Raise(TypeError, "not all arguments converted during string formatting")
	}
	if bytes {
		return NewBytes(string(out))
	}
	return NewStr(string(out))
}

// star takes the argument for a width or precision of *.
func (c *Ctx) star(from *percentArgs, d *format.Directive, set func(*format.Directive, int), what string) bool {
	v := from.next(c)
	if v.IsNil() {
		return false
	}
	if !v.IsAnyInt() {
		c.Raise(TypeError, "* wants int")
		return false
	}
	i, ok := v.AsInt()
	size := "ssize_t"
	if what == "precision" {
		size = "int"
		ok = ok && i == int64(int32(i))
	}
	if !ok {
		c.Raise(OverflowError, "Python int too large to convert to C %s", size)
		return false
	}
	set(d, int(i))
	return true
}

// percentOne renders one directive of a str.
func (c *Ctx) percentOne(d *format.Directive, v Value) (string, bool) {
	switch d.Code {
	case 's', 'r', 'a':
		switch d.Code {
		case 's':
			v = c.Str(v)
		case 'r':
			v = c.Repr(v)
		default:
			v = c.Ascii(v)
		}
		if v.IsNil() {
			return "", false
		}
		return c.rendered(d.Text(v.AsStr().s))
	case 'c':
		if s := v.AsStr(); s != nil {
			if s.n != 1 {
				c.Raise(TypeError, "%%c requires an int or a unicode character, not a string of length %d", s.n)
				return "", false
			}
			return c.rendered(d.Text(s.s))
		}
		if !v.IsAnyInt() && TypeOf(v).Dunder(DIndex).IsNil() {
			c.Raise(TypeError, "%%c requires an int or a unicode character, not %s", typeName(v))
			return "", false
		}
		x := c.Index(v)
		if x.IsNil() {
			return "", false
		}
		i, ok := x.AsInt()
		if !ok || i < 0 || i > wtf8.MaxRune {
			c.Raise(OverflowError, "%c arg not in range(0x110000)")
			return "", false
		}
		return c.rendered(d.Text(wtf8.String(rune(i))))
	}
	return c.percentNumber(d, v)
}

func (c *Ctx) rendered(s string, err *format.Error) (string, bool) {
	if err != nil {
		c.RaiseFormat(err)
		return "", false
	}
	return s, true
}

// percentNumber renders a numeric directive of a str or bytes.
func (c *Ctx) percentNumber(d *format.Directive, v Value) (string, bool) {
	switch d.Code {
	case 'd', 'i', 'u', 'o', 'x', 'X':
		x := c.percentInt(d, v)
		if x.IsNil() {
			return "", false
		}
		if i, ok := x.AsInt(); ok {
			return c.rendered(d.Int(i))
		}
		b := x.AsBig().I
		if d.Code == 'd' || d.Code == 'i' || d.Code == 'u' {
			s := c.Str(x) // checks the limit on digits
			if s.IsNil() {
				return "", false
			}
		}
		return c.rendered(d.Big(b))
	case 'e', 'E', 'f', 'F', 'g', 'G':
		f, ok := c.RealNumber(v)
		if !ok {
			return "", false
		}
		return c.rendered(d.Float(f))
	}
	return c.rendered("", d.Unsupported())
}

// percentInt converts the argument of an integer directive.
func (c *Ctx) percentInt(d *format.Directive, v Value) Value {
	if v.IsInt() {
		return v
	}
	if v.IsAnyInt() {
		return c.Index(v)
	}
	t := TypeOf(v)
	code := string(d.Code)
	switch d.Code {
	case 'o', 'x', 'X':
		if t.Dunder(DIndex).IsNil() {
			return c.Raise(TypeError, "%%%s format: an integer is required, not %s", code, t.Said())
		}
		return c.Index(v)
	}
	refuse := func() Value {
		return c.Raise(TypeError, "%%%s format: a real number is required, not %s", code, t.Said())
	}
	if v.AsComplex() != nil || t.Dunder(DIndex).IsNil() && t.Dunder(DInt).IsNil() && t.Dunder(DFloat).IsNil() {
		return refuse()
	}
	if v.AsStr() != nil || v.AsBytes() != nil || v.AsByteArray() != nil {
		return refuse()
	}
	x := c.Call(IntType.V(), v)
	if x.IsNil() {
		if c.Catch(TypeError) {
			return refuse()
		}
		return Nil
	}
	return x
}

// RealNumber is float(v) for an argument that must be a real number: texts are refused.
func (c *Ctx) RealNumber(v Value) (float64, bool) {
	if f, ok := v.AsFloat(); ok {
		return f, true
	}
	if i, ok := v.AsInt(); ok {
		return float64(i), true
	}
	if b := v.AsBig(); b != nil {
		f, ok := numtext.BigToFloat(b.I)
		if !ok {
			c.Raise(OverflowError, "int too large to convert to float")
		}
		return f, ok
	}
	t := TypeOf(v)
	if m := t.Dunder(DFloat); !m.IsNil() && !m.IsNone() {
		r := c.CallMethod(m, v)
		if r.IsNil() {
			return 0, false
		}
		if f, ok := r.AsFloat(); ok {
			return f, true
		}
		c.Raise(TypeError, "%s.__float__() must return a float, not %s", t.Said(), typeName(r))
		return 0, false
	}
	if m := t.Dunder(DIndex); !m.IsNil() && !m.IsNone() {
		x := c.Index(v)
		if x.IsNil() {
			return 0, false
		}
		return c.RealNumber(x)
	}
	c.Raise(TypeError, "must be real number, not %s", t.Said())
	return 0, false
}
