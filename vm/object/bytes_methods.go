package object

import (
	"strings"

	"slp/vm/internal/wtf8"
)

// bytesMethods are the methods that bytes and bytearray share.
func bytesMethods(k *byteKind) []Def {
	return []Def{
		{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(len(view(a[0])))) }, Doc: "Return len(self)."},
		{Sig: "__contains__(self, key, /)", Fn: bytesContains, Doc: "Return bool(key in self)."},
		{Sig: "__add__(self, value, /)", Fn: k.add, Doc: "Return self+value."},
		{Sig: "__mul__(self, value, /)", Fn: k.mul, Doc: "Return self*value."},
		{Sig: "__rmul__(self, value, /)", Fn: k.mul, Doc: "Return value*self."},
		{Sig: "__mod__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return k.mod(c, a[0], a[1]) }, Doc: "Return self%value."},
		{Sig: "__rmod__(self, value, /)", Fn: func(c *Ctx, a []Value) Value {
			if !Is(a[1], TypeOf(a[0])) {
				return NotImplemented
			}
			return k.mod(c, a[1], a[0])
		}, Doc: "Return value%self."},
		{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			if a[0].AsBytes() != nil {
				return Int(int64(33 + len(view(a[0]))))
			}
			n := len(view(a[0]))
			if n > 0 {
				n++
			}
			return Int(int64(56 + n))
		}, Doc: "Return the size of the object in memory, in bytes."},
		{Sig: "decode(self, /, encoding='utf-8', errors='strict')", Fn: bytesDecode, Doc: "Decode the bytes using the codec registered for encoding."},
		{Sig: "hex(self, /, sep=_NULL, bytes_per_sep=1)", Fn: func(c *Ctx, a []Value) Value { return c.hexText(view(a[0]), a[1], a[2]) }, Doc: "Create a string of hexadecimal numbers from a bytes object."},
		{Sig: "fromhex(cls, string, /)", Fn: k.fromHex, Kind: AsClass, Doc: "Create a bytes object from a string of hexadecimal numbers."},
		{Sig: "maketrans(frm, to, /)", Fn: bytesMakeTrans, Kind: AsStatic, Doc: "Return a translation table usable for the bytes or bytearray translate method."},
		{Sig: "translate(self, table, /, delete=b'')", Fn: k.translate, Doc: "Return a copy with each character mapped by the given translation table."},
		{Sig: "join(self, iterable_of_bytes, /)", Fn: k.join, Doc: "Concatenate any number of bytes objects."},
		{Sig: "replace(self, old, new, count=-1, /)", Fn: k.replace, Doc: "Return a copy with all occurrences of substring old replaced by new."},
		{Sig: "split(self, /, sep=None, maxsplit=-1)", Fn: k.split(wtf8.Split, splitBytes), Doc: "Return a list of the sections in the bytes, using sep as the delimiter."},
		{Sig: "rsplit(self, /, sep=None, maxsplit=-1)", Fn: k.split(wtf8.RSplit, rsplitBytes), Doc: "Return a list of the sections in the bytes, using sep as the delimiter."},
		{Sig: "splitlines(self, /, keepends=False)", Fn: k.splitLines, Doc: "Return a list of the lines in the bytes, breaking at line boundaries."},
		{Sig: "partition(self, sep, /)", Fn: k.partition(false), Doc: "Partition the bytes into three parts using the given separator."},
		{Sig: "rpartition(self, sep, /)", Fn: k.partition(true), Doc: "Partition the bytes into three parts using the given separator."},
		{Sig: "strip(self, bytes=None, /)", Fn: k.strip(true, true), Doc: "Strip leading and trailing bytes contained in the argument."},
		{Sig: "lstrip(self, bytes=None, /)", Fn: k.strip(true, false), Doc: "Strip leading bytes contained in the argument."},
		{Sig: "rstrip(self, bytes=None, /)", Fn: k.strip(false, true), Doc: "Strip trailing bytes contained in the argument."},
		{Sig: "removeprefix(self, prefix, /)", Fn: k.remove(strings.TrimPrefix), Doc: "Return a bytes object with the given prefix string removed if present."},
		{Sig: "removesuffix(self, suffix, /)", Fn: k.remove(strings.TrimSuffix), Doc: "Return a bytes object with the given suffix string removed if present."},
		{Sig: "startswith(self, prefix, start=None, end=None, /)", Fn: bytesAffix("startswith", strings.HasPrefix), Doc: "Return True if the bytes starts with the specified prefix, False otherwise."},
		{Sig: "endswith(self, suffix, start=None, end=None, /)", Fn: bytesAffix("endswith", strings.HasSuffix), Doc: "Return True if the bytes ends with the specified suffix, False otherwise."},
		{Sig: "count(self, sub, start=None, end=None, /)", Fn: bytesCount, Doc: "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end]."},
		{Sig: "find(self, sub, start=None, end=None, /)", Fn: bytesFind(strings.Index, false), Doc: "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end]."},
		{Sig: "rfind(self, sub, start=None, end=None, /)", Fn: bytesFind(strings.LastIndex, false), Doc: "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end]."},
		{Sig: "index(self, sub, start=None, end=None, /)", Fn: bytesFind(strings.Index, true), Doc: "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end]."},
		{Sig: "rindex(self, sub, start=None, end=None, /)", Fn: bytesFind(strings.LastIndex, true), Doc: "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end]."},
		{Sig: "center(self, width, fillchar=b' ', /)", Fn: k.pad("center", padCenter), Doc: "Return a centered string of length width."},
		{Sig: "ljust(self, width, fillchar=b' ', /)", Fn: k.pad("ljust", padRight), Doc: "Return a left-justified string of length width."},
		{Sig: "rjust(self, width, fillchar=b' ', /)", Fn: k.pad("rjust", padLeft), Doc: "Return a right-justified string of length width."},
		{Sig: "zfill(self, width, /)", Fn: k.zfill, Doc: "Pad a numeric string with zeros on the left, to fill a field of the given width."},
		{Sig: "expandtabs(self, /, tabsize=8)", Fn: k.expandTabs, Doc: "Return a copy where all tab characters are expanded using spaces."},
		{Sig: "lower(self, /)", Fn: k.mapBytes(asciiLower), Doc: "B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase."},
		{Sig: "upper(self, /)", Fn: k.mapBytes(asciiUpper), Doc: "B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase."},
		{Sig: "swapcase(self, /)", Fn: k.mapBytes(asciiSwap), Doc: "B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa."},
		{Sig: "capitalize(self, /)", Fn: k.capitalize, Doc: "B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased."},
		{Sig: "title(self, /)", Fn: k.title, Doc: "B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with uppercase\ncharacters, all remaining cased characters have lowercase."},
		{Sig: "isascii(self, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(wtf8.IsASCII(view(a[0]))) }, Doc: "B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise."},
		{Sig: "isalnum(self, /)", Fn: bytesAll(func(b byte) bool { return isLower(b) || isUpper(b) || isDigit(b) }), Doc: "B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise."},
		{Sig: "isalpha(self, /)", Fn: bytesAll(func(b byte) bool { return isLower(b) || isUpper(b) }), Doc: "B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise."},
		{Sig: "isdigit(self, /)", Fn: bytesAll(isDigit), Doc: "B.isdigit() -> bool\n\nReturn True if all characters in B are digits\nand there is at least one character in B, False otherwise."},
		{Sig: "isspace(self, /)", Fn: bytesAll(isByteSpace), Doc: "B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\nand there is at least one character in B, False otherwise."},
		{Sig: "islower(self, /)", Fn: bytesCase(isLower, isUpper), Doc: "B.islower() -> bool\n\nReturn True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise."},
		{Sig: "isupper(self, /)", Fn: bytesCase(isUpper, isLower), Doc: "B.isupper() -> bool\n\nReturn True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise."},
		{Sig: "istitle(self, /)", Fn: bytesIsTitle, Doc: "B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise."},
	}
}

func bytesContains(c *Ctx, a []Value) Value {
	if v := a[1]; v.IsAnyInt() || !hasBuffer(v) && !TypeOf(v).Dunder(DIndex).IsNil() {
		i, ok := c.IndexInt(v, true)
		switch {
		case ok && (i < 0 || i > 255):
			return c.Raise(ValueError, byteOutside)
		case ok:
			return Bool(strings.IndexByte(view(a[0]), byte(i)) >= 0)
		case !c.Raised():
			return Nil
		}
		c.TakeExc()
	}
	sub, ok := c.needBytes(a[1])
	if !ok {
		return Nil
	}
	return Bool(strings.Contains(view(a[0]), sub))
}

func (k *byteKind) add(c *Ctx, a []Value) Value {
	y, ok, like := c.BytesLike(a[1])
	if !like || !ok && !c.TakeExc().IsNil() {
		if v := c.reflected(DRAdd, a[0], a[1]); v != NotImplemented {
			return v
		}
		return c.Raise(TypeError, "can't concat %s to %s", typeName(a[1]), typeName(a[0]))
	}
	if !ok || !c.fits(len(view(a[0]))+len(y), 1) {
		return Nil
	}
	return k.wrap(c, view(a[0])+y)
}

func (k *byteKind) mul(c *Ctx, a []Value) Value {
	n, _, ok := c.repeatArg(a[0], a[1])
	if !ok {
		return Nil
	}
	s := view(a[0])
	if n == 1 {
		return k.same(c, a[0])
	}
	if !c.fits(len(s), n) {
		return Nil
	}
	return k.wrap(c, strings.Repeat(s, n))
}

func (k *byteKind) mod(c *Ctx, self, args Value) Value {
	v := c.percent(string([]byte(view(self))), args, true)
	if v.IsNil() {
		return Nil
	}
	return k.wrap(c, v.AsBytes().S)
}

func bytesDecode(c *Ctx, a []Value) Value {
	encoding, _, ok := c.optStrArg(a[1], "decode() argument 'encoding'")
	if !ok {
		return Nil
	}
	errors, _, ok := c.optStrArg(a[2], "decode() argument 'errors'")
	if !ok {
		return Nil
	}
	b := a[0].AsBytes()
	if b == nil {
		b = &Bytes{Hdr: Hdr{Kind: KBytes}, S: string(a[0].AsByteArray().B)}
	}
	return c.Decode(b.V(), encoding, errors)
}

// hexText is the hex method of bytes and its like.
func (c *Ctx) hexText(s string, sep, per Value) Value {
	group, ok := c.cIntArg(per, 1)
	if !ok {
		return Nil
	}
	mark := byte(0)
	if !sep.IsNil() {
		n, ok := c.Len(sep)
		if !ok {
			return Nil
		}
		if n != 1 {
			return c.Raise(ValueError, "sep must be length 1.")
		}
		switch {
		case sep.AsStr() != nil:
			r := sep.AsStr().RuneAt(0)
			if r > 127 {
				return c.Raise(ValueError, "sep must be ASCII.")
			}
			mark = byte(r)
		case sep.AsBytes() != nil:
			if mark = sep.AsBytes().S[0]; mark > 127 {
				return c.Raise(ValueError, "sep must be ASCII.")
			}
		default:
			return c.Raise(TypeError, "sep must be str or bytes.")
		}
	} else {
		group = 0
	}
	if !c.fits(3, len(s)) {
		return Nil
	}
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(s))
	for i := 0; i < len(s); i++ {
		if i > 0 && (group > 0 && (len(s)-i)%group == 0 || group < 0 && i%-group == 0) {
			out = append(out, mark)
		}
		out = append(out, digits[s[i]>>4], digits[s[i]&15])
	}
	return NewASCII(string(out))
}

func (k *byteKind) fromHex(c *Ctx, a []Value) Value {
	var text string
	if s := a[1].AsStr(); s != nil {
		for i := 0; i < len(s.s); i++ {
			if s.s[i] >= 0x80 {
				return c.Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i)
			}
		}
		text = s.s
	} else {
		b, ok, like := c.BytesLike(a[1])
		if !like {
			return c.Raise(TypeError, "fromhex() argument must be str or bytes-like, not %s", argName(a[1]))
		}
		if !ok {
			return Nil
		}
		text = b
	}
	out := make([]byte, 0, len(text)/2)
	for i := 0; i < len(text); i++ {
		if isByteSpace(text[i]) {
			continue
		}
		hi := hexDigit(text[i])
		if hi >= 0 && i+1 == len(text) {
			return c.Raise(ValueError, "fromhex() arg must contain an even number of hexadecimal digits")
		}
		lo := -1
		if hi >= 0 {
			i++
			lo = hexDigit(text[i])
		}
		if lo < 0 {
			return c.Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i)
		}
		out = append(out, byte(hi<<4|lo))
	}
	if cls := a[0].AsType(); cls.Flags&HeapType != 0 {
		return c.Call(a[0], NewBytes(string(out)))
	}
	return k.wrap(c, string(out))
}

func hexDigit(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}

func bytesMakeTrans(c *Ctx, a []Value) Value {
	from, ok := c.needBytes(a[0])
	if !ok {
		return Nil
	}
	to, ok := c.needBytes(a[1])
	if !ok {
		return Nil
	}
	if len(from) != len(to) {
		return c.Raise(ValueError, "maketrans arguments must have same length")
	}
	var t [256]byte
	for i := range t {
		t[i] = byte(i)
	}
	for i := range len(from) {
		t[from[i]] = to[i]
	}
	return NewBytes(string(t[:]))
}

func (k *byteKind) translate(c *Ctx, a []Value) Value {
	var table, drop string
	var ok bool
	if !a[1].IsNone() {
		if table, ok = c.needBytes(a[1]); !ok {
			return Nil
		}
		if len(table) != 256 {
			return c.Raise(ValueError, "translation table must be 256 characters long")
		}
	}
	if !a[2].IsNil() {
		if drop, ok = c.needBytes(a[2]); !ok {
			return Nil
		}
	}
	var gone [256]bool
	for i := range len(drop) {
		gone[drop[i]] = true
	}
	s := view(a[0])
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		b := s[i]
		if gone[b] {
			continue
		}
		if table != "" {
			b = table[b]
		}
		out = append(out, b)
	}
	if string(out) == s {
		return k.same(c, a[0])
	}
	return k.wrap(c, string(out))
}

func (k *byteKind) join(c *Ctx, a []Value) Value {
	items := Items(a[1])
	if items == nil || a[1].p.Kind == KInst {
		t := TypeOf(a[1])
		if m := t.Dunder(DIter); m.IsNone() || m.IsNil() && t.Dunder(DGetItem).IsNil() {
			return c.Raise(TypeError, "can only join an iterable")
		}
		var ok bool
		if items, ok = c.Collect(a[1]); !ok {
			return Nil
		}
	}
	sep := view(a[0])
	var out []byte
	for i, v := range items {
		if i > 0 {
			out = append(out, sep...)
		}
		s, ok, like := c.BytesLike(v)
		if !like || !ok && !c.TakeExc().IsNil() {
			return c.Raise(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, typeName(v))
		}
		if !ok {
			return Nil
		}
		out = append(out, s...)
		if !c.fits(len(out), 1) {
			return Nil
		}
	}
	if len(items) == 1 && items[0].p.Kind == KBytes && !k.mutable {
		return items[0]
	}
	return k.wrap(c, string(out))
}

func (k *byteKind) replace(c *Ctx, a []Value) Value {
	old, ok := c.needBytes(a[1])
	if !ok {
		return Nil
	}
	with, ok := c.needBytes(a[2])
	if !ok {
		return Nil
	}
	n, ok := c.sizeArg(a[3], -1)
	if !ok {
		return Nil
	}
	s := view(a[0])
	if len(with) > len(old) {
		times := strings.Count(s, old)
		if old == "" {
			times = len(s) + 1
		}
		if n >= 0 {
			times = min(times, n)
		}
		if !c.fits(len(with), times) {
			return Nil
		}
	}
	r := ""
	if old == "" {
		r = interleave(s, with, n)
	} else {
		r = strings.Replace(s, old, with, n)
	}
	if r == s {
		return k.same(c, a[0])
	}
	return k.wrap(c, r)
}

// interleave puts with before each byte and at the end, at most n times.
func interleave(s, with string, n int) string {
	if n < 0 {
		n = len(s) + 1
	}
	var b strings.Builder
	for i := range len(s) {
		if n > 0 {
			b.WriteString(with)
			n--
		}
		b.WriteByte(s[i])
	}
	if n > 0 {
		b.WriteString(with)
	}
	return b.String()
}

func (k *byteKind) strip(left, right bool) Fn {
	return func(c *Ctx, a []Value) Value {
		drop := " \t\n\r\v\f"
		if !a[1].IsNil() && !a[1].IsNone() {
			var ok bool
			if drop, ok = c.needBytes(a[1]); !ok {
				return Nil
			}
		}
		s := view(a[0])
		n := len(s)
		for left && s != "" && strings.IndexByte(drop, s[0]) >= 0 {
			s = s[1:]
		}
		for right && s != "" && strings.IndexByte(drop, s[len(s)-1]) >= 0 {
			s = s[:len(s)-1]
		}
		if len(s) == n {
			return k.same(c, a[0])
		}
		return k.wrap(c, s)
	}
}

func (k *byteKind) remove(trim func(s, affix string) string) Fn {
	return func(c *Ctx, a []Value) Value {
		x, ok := c.needBytes(a[1])
		if !ok {
			return Nil
		}
		s := view(a[0])
		if r := trim(s, x); len(r) != len(s) {
			return k.wrap(c, r)
		}
		return k.same(c, a[0])
	}
}

func bytesAffix(name string, has func(s, affix string) bool) Fn {
	return func(c *Ctx, a []Value) Value {
		i, j, ok := c.window(a[2], a[3])
		if !ok {
			return Nil
		}
		check := func(v Value) (bool, bool) {
			x, ok := c.needBytes(v)
			if !ok {
				return false, false
			}
			s := view(a[0])
			i, j := wtf8.Clamp(i, j, len(s))
			return i <= j && has(s[i:j], x), true
		}
		if t := a[1].AsTuple(); t != nil {
			for _, v := range t.Items {
				if found, ok := check(v); !ok {
					return Nil
				} else if found {
					return True
				}
			}
			return False
		}
		if !hasBuffer(a[1]) {
			return c.Raise(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(a[1]))
		}
		found, ok := check(a[1])
		if !ok {
			return Nil
		}
		return Bool(found)
	}
}

// subWindow reads the arguments of find and its like: what to look for, where it may stand and where that begins.
func (c *Ctx) subWindow(a []Value) (part, sub string, begin int, found, ok bool) {
	i, j, ok := c.window(a[2], a[3])
	if !ok {
		return part, sub, begin, false, false
	}
	if v := a[1]; hasBuffer(v) {
		if sub, ok = c.needBytes(v); !ok {
			return part, sub, begin, false, false
		}
	} else {
		if !v.IsAnyInt() && TypeOf(v).Dunder(DIndex).IsNil() {
			c.Raise(TypeError, "argument should be integer or bytes-like object, not '%s'", typeName(v))
			return part, sub, begin, false, false
		}
		b, ok := c.byteArg(v, byteOutside)
		if !ok {
			return part, sub, begin, false, false
		}
		sub = string([]byte{b})
	}
	s := view(a[0])
	if i, j = wtf8.Clamp(i, j, len(s)); i > j {
		return "", sub, i, false, true
	}
	return s[i:j], sub, i, true, true
}

func bytesCount(c *Ctx, a []Value) Value {
	part, sub, _, found, ok := c.subWindow(a)
	switch {
	case !ok:
		return Nil
	case !found:
		return Int(0)
	case sub == "": // it stands between all bytes and at both ends
		return Int(int64(len(part) + 1))
	}
	return Int(int64(strings.Count(part, sub)))
}

func bytesFind(find func(s, sub string) int, must bool) Fn {
	return func(c *Ctx, a []Value) Value {
		part, sub, begin, found, ok := c.subWindow(a)
		if !ok {
			return Nil
		}
		at := -1
		if found {
			at = find(part, sub)
		}
		switch {
		case at < 0 && must:
			return c.Raise(ValueError, "subsection not found")
		case at < 0:
			return Int(-1)
		}
		return Int(int64(at + begin))
	}
}

func (k *byteKind) pad(name string, left func(gap, width int) int) Fn {
	return func(c *Ctx, a []Value) Value {
		width, ok := c.IndexInt(a[1], false)
		if !ok {
			return Nil
		}
		fill := " "
		if v := a[2]; !v.IsNil() {
			if v.AsBytes() == nil && v.AsByteArray() == nil {
				return c.Raise(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, argName(v))
			}
			if fill = string([]byte(view(v))); len(fill) != 1 {
				kind := "bytes"
				if v.AsByteArray() != nil {
					kind = "bytearray"
				}
				return c.Raise(TypeError, "%s(): argument 2 must be a byte string of length 1, not a %s object of length %d", name, kind, len(fill))
			}
		}
		s := view(a[0])
		if width <= len(s) {
			return k.same(c, a[0])
		}
		gap := width - len(s)
		if !c.fits(1, gap) {
			return Nil
		}
		l := left(gap, width)
		return k.wrap(c, strings.Repeat(fill, l)+s+strings.Repeat(fill, gap-l))
	}
}

func (k *byteKind) zfill(c *Ctx, a []Value) Value {
	width, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	s := view(a[0])
	if width <= len(s) {
		return k.same(c, a[0])
	}
	gap := width - len(s)
	if !c.fits(1, gap) {
		return Nil
	}
	return k.wrap(c, zfill(s, gap))
}

func (k *byteKind) expandTabs(c *Ctx, a []Value) Value {
	size, ok := c.cIntArg(a[1], 8)
	if !ok {
		return Nil
	}
	s := view(a[0])
	if size > 0 && !c.fits(size, strings.Count(s, "\t")) {
		return Nil
	}
	out := make([]byte, 0, len(s))
	col := 0
	for i := range len(s) {
		switch b := s[i]; b {
		case '\t':
			if size > 0 {
				n := size - col%size
				out = append(out, strings.Repeat(" ", n)...)
				col += n
			}
		default:
			out = append(out, b)
			col++
			if b == '\n' || b == '\r' {
				col = 0
			}
		}
	}
	return k.wrap(c, string(out))
}
