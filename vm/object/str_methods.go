package object

import (
	"strings"

	"slp/vm/internal/unicodedb"
	"slp/vm/internal/wtf8"
)

func strMethods() []Def {
	return []Def{
		{Sig: "encode(self, /, encoding='utf-8', errors='strict')", Fn: strEncode, Doc: "Encode the string using the codec registered for encoding."},
		{Sig: "replace(self, old, new, /, count=-1)", Fn: strReplace, Doc: "Return a copy with all occurrences of substring old replaced by new."},
		{Sig: "split(self, /, sep=None, maxsplit=-1)", Fn: strSplit(splitASCIIAt, splitASCII, wtf8.Split, wtf8.SplitSpace), Doc: "Return a list of the substrings in the string, using sep as the separator string."},
		{Sig: "rsplit(self, /, sep=None, maxsplit=-1)", Fn: strSplit(nil, nil, wtf8.RSplit, wtf8.RSplitSpace), Doc: "Return a list of the substrings in the string, using sep as the separator string."},
		{Sig: "splitlines(self, /, keepends=False)", Fn: strSplitLines, Doc: "Return a list of the lines in the string, breaking at line boundaries."},
		{Sig: "join(self, iterable, /)", Fn: strJoin, Doc: "Concatenate any number of strings."},
		{Sig: "capitalize(self, /)", Fn: strMap(unicodedb.Capitalize), Doc: "Return a capitalized version of the string."},
		{Sig: "casefold(self, /)", Fn: mapASCII(asciiLower, unicodedb.Casefold), Doc: "Return a version of the string suitable for caseless comparisons."},
		{Sig: "title(self, /)", Fn: strMap(unicodedb.Title), Doc: "Return a version of the string where each word is titlecased."},
		{Sig: "lower(self, /)", Fn: mapASCII(asciiLower, unicodedb.Lower), Doc: "Return a copy of the string converted to lowercase."},
		{Sig: "upper(self, /)", Fn: mapASCII(asciiUpper, unicodedb.Upper), Doc: "Return a copy of the string converted to uppercase."},
		{Sig: "swapcase(self, /)", Fn: mapASCII(asciiSwap, unicodedb.SwapCase), Doc: "Convert uppercase characters to lowercase and lowercase characters to uppercase."},
		{Sig: "center(self, width, fillchar=' ', /)", Fn: strPad(padCenter), Doc: "Return a centered string of length width."},
		{Sig: "ljust(self, width, fillchar=' ', /)", Fn: strPad(padRight), Doc: "Return a left-justified string of length width."},
		{Sig: "rjust(self, width, fillchar=' ', /)", Fn: strPad(padLeft), Doc: "Return a right-justified string of length width."},
		{Sig: "zfill(self, width, /)", Fn: strZfill, Doc: "Pad a numeric string with zeros on the left, to fill a field of the given width."},
		{Sig: "expandtabs(self, /, tabsize=8)", Fn: strExpandTabs, Doc: "Return a copy where all tab characters are expanded using spaces."},
		{Sig: "count(self, sub, start=None, end=None, /)", Fn: strCount, Doc: "Return the number of non-overlapping occurrences of substring sub in string S[start:end]."},
		{Sig: "find(self, sub, start=None, end=None, /)", Fn: strFind("find", false, false), Doc: "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end]."},
		{Sig: "rfind(self, sub, start=None, end=None, /)", Fn: strFind("rfind", true, false), Doc: "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end]."},
		{Sig: "index(self, sub, start=None, end=None, /)", Fn: strFind("index", false, true), Doc: "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end]."},
		{Sig: "rindex(self, sub, start=None, end=None, /)", Fn: strFind("rindex", true, true), Doc: "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end]."},
		{Sig: "startswith(self, prefix, start=None, end=None, /)", Fn: strAffix("startswith", strings.HasPrefix), Doc: "Return True if the string starts with the specified prefix, False otherwise."},
		{Sig: "endswith(self, suffix, start=None, end=None, /)", Fn: strAffix("endswith", strings.HasSuffix), Doc: "Return True if the string ends with the specified suffix, False otherwise."},
		{Sig: "removeprefix(self, prefix, /)", Fn: strRemove("removeprefix", strings.TrimPrefix), Doc: "Return a str with the given prefix string removed if present."},
		{Sig: "removesuffix(self, suffix, /)", Fn: strRemove("removesuffix", strings.TrimSuffix), Doc: "Return a str with the given suffix string removed if present."},
		{Sig: "partition(self, sep, /)", Fn: strPartition(false), Doc: "Partition the string into three parts using the given separator."},
		{Sig: "rpartition(self, sep, /)", Fn: strPartition(true), Doc: "Partition the string into three parts using the given separator."},
		{Sig: "strip(self, chars=None, /)", Fn: strStrip("strip", wtf8.TrimSpace, func(s, chars string) string { return wtf8.TrimLeft(wtf8.TrimRight(s, chars), chars) }), Doc: "Return a copy of the string with leading and trailing whitespace removed."},
		{Sig: "lstrip(self, chars=None, /)", Fn: strStrip("lstrip", wtf8.TrimLeftSpace, wtf8.TrimLeft), Doc: "Return a copy of the string with leading whitespace removed."},
		{Sig: "rstrip(self, chars=None, /)", Fn: strStrip("rstrip", wtf8.TrimRightSpace, wtf8.TrimRight), Doc: "Return a copy of the string with trailing whitespace removed."},
		{Sig: "isascii(self, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(a[0].AsStr().IsASCII()) }, Doc: "Return True if all characters in the string are ASCII, False otherwise."},
		{Sig: "isalpha(self, /)", Fn: strAll(unicodedb.IsAlpha), Doc: "Return True if the string is an alphabetic string, False otherwise."},
		{Sig: "isdigit(self, /)", Fn: strAll(unicodedb.IsDigit), Doc: "Return True if the string is a digit string, False otherwise."},
		{Sig: "isdecimal(self, /)", Fn: strAll(unicodedb.IsDecimal), Doc: "Return True if the string is a decimal string, False otherwise."},
		{Sig: "isnumeric(self, /)", Fn: strAll(unicodedb.IsNumeric), Doc: "Return True if the string is a numeric string, False otherwise."},
		{Sig: "isalnum(self, /)", Fn: strAll(unicodedb.IsAlnum), Doc: "Return True if the string is an alpha-numeric string, False otherwise."},
		{Sig: "isspace(self, /)", Fn: strAll(wtf8.IsSpace), Doc: "Return True if the string is a whitespace string, False otherwise."},
		{Sig: "isprintable(self, /)", Fn: func(c *Ctx, a []Value) Value {
			s := a[0].AsStr().s
			return Bool(s == "" || unicodedb.All(s, unicodedb.IsPrintable))
		}, Doc: "Return True if all characters in the string are printable, False otherwise."},
		{Sig: "islower(self, /)", Fn: strIs(unicodedb.AllLower), Doc: "Return True if the string is a lowercase string, False otherwise."},
		{Sig: "isupper(self, /)", Fn: strIs(unicodedb.AllUpper), Doc: "Return True if the string is an uppercase string, False otherwise."},
		{Sig: "istitle(self, /)", Fn: strIs(unicodedb.AllTitle), Doc: "Return True if the string is a title-cased string, False otherwise."},
		{Sig: "isidentifier(self, /)", Fn: strIs(unicodedb.IsIdentifier), Doc: "Return True if the string is a valid Python identifier, False otherwise."},
		{Sig: "translate(self, table, /)", Fn: strTranslate, Doc: "Replace each character in the string using the given translation table."},
		{Sig: "maketrans(x, y=None, z=None, /)", Fn: strMakeTrans, Kind: AsStatic, Doc: "Return a translation table usable for str.translate()."},
	}
}

func strMap(f func(string) string) Fn {
	return func(c *Ctx, a []Value) Value { return NewStr(f(a[0].AsStr().s)) }
}

func strIs(f func(string) bool) Fn {
	return func(c *Ctx, a []Value) Value { return Bool(f(a[0].AsStr().s)) }
}

func strAll(is func(rune) bool) Fn {
	return func(c *Ctx, a []Value) Value { return Bool(unicodedb.All(a[0].AsStr().s, is)) }
}

func strEncode(c *Ctx, a []Value) Value {
	encoding, _, ok := c.optStrArg(a[1], "encode() argument 'encoding'")
	if !ok {
		return Nil
	}
	errors, _, ok := c.optStrArg(a[2], "encode() argument 'errors'")
	if !ok {
		return Nil
	}
	return c.Encode(a[0].AsStr(), encoding, errors)
}

func strReplace(c *Ctx, a []Value) Value {
	s := a[0].AsStr()
	old, ok := c.strArg(a[1], "replace() argument 1")
	if !ok {
		return Nil
	}
	with, ok := c.strArg(a[2], "replace() argument 2")
	if !ok {
		return Nil
	}
	n, ok := c.sizeArg(a[3], -1)
	if !ok {
		return Nil
	}
	if len(with.s) > len(old.s) && len(s.s) > 0 {
		times := len(s.s)
		if n >= 0 {
			times = min(times, n)
		}
		if times > maxText/len(with.s) && !c.fits(len(with.s), strings.Count(s.s, old.s)) {
			return Nil
		}
	}
	r := wtf8.Replace(s.s, old.s, with.s, n)
	switch {
	case r == s.s:
		return s.same(a[0])
	case len(old.s) == len(with.s) && old.n == with.n:
		return newStrN(r, int(s.n)).V()
	}
	return NewStr(r)
}

// strSplit is split or rsplit; the first two functions are for ASCII text, nil if there are none.
func strSplit(asciiAt func(s, sep string, limit int) []Value, ascii func(s string, limit int) []Value,
	split func(s, sep string, limit int) []string, space func(s string, limit int) []string) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		limit, ok := c.sizeArg(a[2], -1)
		if !ok {
			return Nil
		}
		if a[1].IsNil() || a[1].IsNone() {
			if ascii != nil && s.IsASCII() {
				return c.NewList(ascii(s.s, limit))
			}
			return c.strList(s, space(s.s, limit))
		}
		sep := a[1].AsStr()
		if sep == nil {
			return c.Raise(TypeError, "must be str or None, not %s", typeName(a[1]))
		}
		if sep.s == "" {
			return c.Raise(ValueError, "empty separator")
		}
		if asciiAt != nil && s.IsASCII() {
			return c.NewList(asciiAt(s.s, sep.s, limit))
		}
		return c.strList(s, split(s.s, sep.s, limit))
	}
}

// strList makes a list of pieces of s.
func (c *Ctx) strList(s *Str, parts []string) Value {
	items := make([]Value, len(parts))
	var block strBlock
	for i, p := range parts {
		if s.IsASCII() {
			items[i] = block.add(p, len(p))
		} else {
			items[i] = block.add(p, wtf8.Count(p))
		}
	}
	return c.NewList(items)
}

func strSplitLines(c *Ctx, a []Value) Value {
	keep := false
	if !a[1].IsNil() {
		var ok bool
		if keep, ok = c.Truth(a[1]); !ok {
			return Nil
		}
	}
	s := a[0].AsStr()
	return c.strList(s, wtf8.SplitLines(s.s, keep))
}

func strJoin(c *Ctx, a []Value) Value {
	items, plain := a[1], false
	switch {
	case a[1].p.Kind == KList || a[1].p.Kind == KTuple:
		plain = true
	case a[1].p.Kind == KInst:
	default:
		if cur, ok := Loop(a[1]); ok {
			var out []Value
			for cur.Next() {
				out = append(out, cur.V)
			}
			items, plain = NewTuple(out), true
		}
	}
	if !plain {
		t := TypeOf(a[1])
		if t.Dunder(DIter).IsNil() && t.Dunder(DGetItem).IsNil() || t.Dunder(DIter).IsNone() {
			return c.Raise(TypeError, "can only join an iterable")
		}
		return c.Self("str_join", a[0].AsStr().V(), a[1])
	}
	return c.JoinStr(a[0].AsStr(), Items(items))
}

// JoinStr is sep.join(items).
func (c *Ctx) JoinStr(sep *Str, items []Value) Value {
	if len(items) == 0 {
		return emptyStr.V()
	}
	size, n := len(sep.s)*(len(items)-1), int(sep.n)*(len(items)-1)
	for i, v := range items {
		s := v.AsStr()
		if s == nil {
			return c.Raise(TypeError, "sequence item %d: expected str instance, %s found", i, typeName(v))
		}
		size += len(s.s)
		n += int(s.n)
	}
	if len(items) == 1 {
		return items[0].AsStr().same(items[0])
	}
	if !c.fits(size, 1) {
		return Nil
	}
	var b strings.Builder
	b.Grow(size)
	for i, v := range items {
		if i > 0 {
			b.WriteString(sep.s)
		}
		b.WriteString(v.AsStr().s)
	}
	if n <= 1 {
		return NewStr(b.String())
	}
	return newStrN(b.String(), n).V()
}

func padLeft(gap, width int) int  { return gap }
func padRight(gap, width int) int { return 0 }

// padCenter puts the odd place to the left when the width is odd, as CPython does.
func padCenter(gap, width int) int { return gap/2 + gap&width&1 }

func strPad(left func(gap, width int) int) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		width, ok := c.IndexInt(a[1], false)
		if !ok {
			return Nil
		}
		fill := " "
		if !a[2].IsNil() {
			f := a[2].AsStr()
			if f == nil {
				return c.Raise(TypeError, "The fill character must be a unicode character, not %s", typeName(a[2]))
			}
			if f.n != 1 {
				return c.Raise(TypeError, "The fill character must be exactly one character long")
			}
			fill = f.s
		}
		if width <= int(s.n) {
			return s.same(a[0])
		}
		gap := width - int(s.n)
		if !c.fits(len(fill), gap) {
			return Nil
		}
		l := left(gap, width)
		return newStrN(strings.Repeat(fill, l)+s.s+strings.Repeat(fill, gap-l), width).V()
	}
}

func strZfill(c *Ctx, a []Value) Value {
	s := a[0].AsStr()
	width, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	if width <= int(s.n) {
		return s.same(a[0])
	}
	gap := width - int(s.n)
	if !c.fits(1, gap) {
		return Nil
	}
	return newStrN(zfill(s.s, gap), width).V()
}

// zfill puts zeros behind the sign of a number.
func zfill(s string, gap int) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1] + strings.Repeat("0", gap) + s[1:]
	}
	return strings.Repeat("0", gap) + s
}

func strExpandTabs(c *Ctx, a []Value) Value {
	s := a[0].AsStr()
	size, ok := c.cIntArg(a[1], 8)
	if !ok {
		return Nil
	}
	if size > 0 && !c.fits(size, strings.Count(s.s, "\t")) {
		return Nil
	}
	return NewStr(wtf8.ExpandTabs(s.s, size))
}

func strCount(c *Ctx, a []Value) Value {
	sub, ok := c.strArg(a[1], "count() argument 1")
	if !ok {
		return Nil
	}
	i, j, ok := c.window(a[2], a[3])
	if !ok {
		return Nil
	}
	return Int(int64(wtf8.CountSub(a[0].AsStr().s, sub.s, i, j)))
}

func strFind(name string, last, must bool) Fn {
	what := name + "() argument 1"
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		sub, ok := c.strArg(a[1], what)
		if !ok {
			return Nil
		}
		i, j, ok := c.window(a[2], a[3])
		if !ok {
			return Nil
		}
		at := -1
		switch {
		case s.IsASCII():
			i, j = wtf8.Clamp(i, j, len(s.s))
			if i <= j {
				if last {
					at = strings.LastIndex(s.s[i:j], sub.s)
				} else {
					at = strings.Index(s.s[i:j], sub.s)
				}
				if at >= 0 {
					at += i
				}
			}
		case last:
			at = wtf8.RFind(s.s, sub.s, i, j)
		default:
			at = wtf8.Find(s.s, sub.s, i, j)
		}
		if at < 0 && must {
			return c.Raise(ValueError, "substring not found")
		}
		return Int(int64(at))
	}
}

func strAffix(name string, has func(s, affix string) bool) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		text, inside := s.s, true
		if !a[2].IsNil() {
			i, j, ok := c.window(a[2], a[3])
			if !ok {
				return Nil
			}
			text, _, inside = wtf8.Window(s.s, i, j)
		}
		one, several := a[1].AsStr(), a[1].AsTuple()
		if one == nil && several == nil {
			return c.Raise(TypeError, "%s first arg must be str or a tuple of str, not %s", name, typeName(a[1]))
		}
		if one != nil {
			return Bool(inside && has(text, one.s))
		}
		for _, v := range several.Items {
			x := v.AsStr()
			if x == nil {
				return c.Raise(TypeError, "tuple for %s must only contain str, not %s", name, typeName(v))
			}
			if inside && has(text, x.s) {
				return True
			}
		}
		return False
	}
}

func strRemove(name string, trim func(s, affix string) string) Fn {
	what := name + "() argument"
	return func(c *Ctx, a []Value) Value {
		x, ok := c.strArg(a[1], what)
		if !ok {
			return Nil
		}
		s := a[0].AsStr()
		r := trim(s.s, x.s)
		if len(r) == len(s.s) {
			return s.same(a[0])
		}
		return s.part(r)
	}
}

func strPartition(last bool) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		sep := a[1].AsStr()
		if sep == nil {
			return c.Raise(TypeError, "must be str, not %s", typeName(a[1]))
		}
		if sep.s == "" {
			return c.Raise(ValueError, "empty separator")
		}
		i := 0
		if last {
			i = strings.LastIndex(s.s, sep.s)
		} else {
			i = strings.Index(s.s, sep.s)
		}
		e := emptyStr.V()
		switch {
		case i >= 0:
			return TupleOf(s.part(s.s[:i]), sep.V(), s.part(s.s[i+len(sep.s):]))
		case last:
			return TupleOf(e, e, s.V())
		}
		return TupleOf(s.V(), e, e)
	}
}

func strStrip(name string, space func(string) string, trim func(s, chars string) string) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		r := ""
		switch {
		case a[1].IsNil() || a[1].IsNone():
			r = space(s.s)
		case a[1].AsStr() != nil:
			r = trim(s.s, a[1].AsStr().s)
		default:
			return c.Raise(TypeError, "%s arg must be None or str", name)
		}
		if len(r) == len(s.s) {
			return s.same(a[0])
		}
		return s.part(r)
	}
}

func strTranslate(c *Ctx, a []Value) Value {
	s, table := a[0].AsStr(), a[1]
	d := table.AsDict()
	if s.n == 0 {
		return s.same(a[0])
	}
	if table.p.Kind != KDict {
		return c.Self("str_translate", s.V(), table)
	}
	var b StrBuilder
	for i := 0; i < len(s.s); {
		r, size := wtf8.DecodeRune(s.s[i:])
		v := c.DictGet(d, Int(int64(r)))
		switch {
		case v.IsNil() && c.Failed():
			return Nil
		case v.IsNil():
			b.Text(s.s[i : i+size])
		case !b.translated(c, v):
			return Nil
		}
		i += size
	}
	return b.Str()
}

// translated appends what a translation table gave for a character.
func (b *StrBuilder) translated(c *Ctx, v Value) bool {
	if v.IsNone() {
		return true
	}
	if s := v.AsStr(); s != nil {
		b.Text(s.s)
		return true
	}
	if !v.IsAnyInt() {
		c.Raise(TypeError, "character mapping must return integer, None or str")
		return false
	}
	i, ok := v.AsInt()
	if !ok || i < 0 || i > wtf8.MaxRune {
		c.Raise(ValueError, "character mapping must be in range(0x110000)")
		return false
	}
	b.Rune(rune(i))
	return true
}

func strMakeTrans(c *Ctx, a []Value) Value {
	out := c.NewDict()
	if a[1].IsNil() {
		if a[0].p.Kind != KDict {
			return c.Raise(TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		d := a[0].AsDict()
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			e := d.T.At(i)
			key := e.Key
			if s := key.AsStr(); s != nil {
				if s.n != 1 {
					return c.Raise(ValueError, "string keys in translatetable must be of length 1")
				}
				key = Int(int64(s.RuneAt(0)))
			} else if !key.IsAnyInt() {
				return c.Raise(TypeError, "keys in translate table mustbe strings or integers")
			}
			if !c.DictSet(out, key, e.Val) {
				return Nil
			}
		}
		return out.V()
	}
	y, ok := c.strArg(a[1], "maketrans() argument 2")
	if !ok {
		return Nil
	}
	z := emptyStr
	if !a[2].IsNil() {
		if z, ok = c.strArg(a[2], "maketrans() argument 3"); !ok {
			return Nil
		}
	}
	x := a[0].AsStr()
	if x == nil {
		return c.Raise(TypeError, "first maketrans argument must be a string if there is a second argument")
	}
	if x.n != y.n {
		return c.Raise(ValueError, "the first two maketrans arguments must have equal length")
	}
	from, to := wtf8.Runes(x.s), wtf8.Runes(y.s)
	for i, r := range from {
		c.DictSet(out, Int(int64(r)), Int(int64(to[i])))
	}
	for _, r := range wtf8.Runes(z.s) {
		c.DictSet(out, Int(int64(r)), None)
	}
	return out.V()
}

// StrBuilder puts a text together and counts its code points. The zero value is empty.
type StrBuilder struct {
	b []byte
	n int
}

// Text appends WTF-8 text.
func (b *StrBuilder) Text(s string) {
	b.b = append(b.b, s...)
	b.n += wtf8.Count(s)
}

// Rune appends a code point.
func (b *StrBuilder) Rune(r rune) {
	b.b = wtf8.AppendRune(b.b, r)
	b.n++
}

// Len is the size in bytes so far.
func (b *StrBuilder) Len() int { return len(b.b) }

// Str is the text as a str; the builder must not be used afterwards.
func (b *StrBuilder) Str() Value {
	if b.n <= 1 {
		return NewStr(string(b.b))
	}
	return newStrN(string(b.b), b.n).V()
}
