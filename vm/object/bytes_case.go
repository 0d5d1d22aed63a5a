package object

// Case and classes of bytes: ASCII only, whatever the locale.

func isLower(b byte) bool     { return b >= 'a' && b <= 'z' }
func isUpper(b byte) bool     { return b >= 'A' && b <= 'Z' }
func isDigit(b byte) bool     { return b >= '0' && b <= '9' }
func isByteSpace(b byte) bool { return b == ' ' || b >= '\t' && b <= '\r' }

func asciiLower(b byte) byte {
	if isUpper(b) {
		return b + 32
	}
	return b
}

func asciiUpper(b byte) byte {
	if isLower(b) {
		return b - 32
	}
	return b
}

func asciiSwap(b byte) byte {
	if isLower(b) {
		return b - 32
	}
	return asciiLower(b)
}

func (k *byteKind) mapBytes(f func(byte) byte) Fn {
	return func(c *Ctx, a []Value) Value {
		s := []byte(view(a[0]))
		for i, b := range s {
			s[i] = f(b)
		}
		return k.wrap(c, string(s))
	}
}

func (k *byteKind) capitalize(c *Ctx, a []Value) Value {
	s := []byte(view(a[0]))
	for i, b := range s {
		if i == 0 {
			s[i] = asciiUpper(b)
		} else {
			s[i] = asciiLower(b)
		}
	}
	return k.wrap(c, string(s))
}

func (k *byteKind) title(c *Ctx, a []Value) Value {
	s := []byte(view(a[0]))
	inside := false
	for i, b := range s {
		if inside {
			s[i] = asciiLower(b)
		} else {
			s[i] = asciiUpper(b)
		}
		inside = isLower(b) || isUpper(b)
	}
	return k.wrap(c, string(s))
}

func bytesAll(is func(byte) bool) Fn {
	return func(c *Ctx, a []Value) Value {
		s := view(a[0])
		for i := range len(s) {
			if !is(s[i]) {
				return False
			}
		}
		return Bool(s != "")
	}
}

func bytesCase(is, not func(byte) bool) Fn {
	return func(c *Ctx, a []Value) Value {
		s, some := view(a[0]), false
		for i := range len(s) {
			if not(s[i]) {
				return False
			}
			some = some || is(s[i])
		}
		return Bool(some)
	}
}

func bytesIsTitle(c *Ctx, a []Value) Value {
	s := view(a[0])
	some, inside := false, false
	for i := range len(s) {
		switch {
		case isUpper(s[i]):
			if inside {
				return False
			}
			some, inside = true, true
		case isLower(s[i]):
			if !inside {
				return False
			}
			some, inside = true, true
		default:
			inside = false
		}
	}
	return Bool(some)
}
