package numtext

import (
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// DefaultMaxDigits is sys.int_info.default_max_str_digits; a limit of 0 means none.
const DefaultMaxDigits = 4300

// digitsThreshold is sys.int_info.str_digits_check_threshold: fewer digits are never refused.
const digitsThreshold = 640

// IntError is why ParseInt failed: its text is the message of the ValueError.
type IntError struct {
	Base   int // as it was given
	Digits int // above the limit, or 0 when the text is no int at all
	Limit  int
}

// Message is the exception's text; repr is the repr of the text that int() was given, shortened as the caller sees fit.
func (e *IntError) Message(repr string) string {
	if e.Digits == 0 {
		return fmt.Sprintf("invalid literal for int() with base %d: %s", e.Base, repr)
	}
	return fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
		"use sys.set_int_max_str_digits() to increase the limit", e.Limit, e.Digits)
}

// TooManyDigits is the message of the ValueError when str(int) is refused.
func TooManyDigits(limit int) string {
	return fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion; "+
		"use sys.set_int_max_str_digits() to increase the limit", limit)
}

// ExceedsDigits reports whether str(b) has more than limit decimal digits (limit 0: never). It costs little even when b is
// huge.
func ExceedsDigits(b *big.Int, limit int) bool {
	if limit <= 0 || b.BitLen() < 3*digitsThreshold {
		return false
	}
	least := int(float64(b.BitLen()-1) * 0.30102999566) // the number of digits is above this
	switch {
	case least >= limit:
		return true
	case least+2 < limit:
		return false
	}
	return b.CmpAbs(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(limit)), nil)) >= 0
}

func digitValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// ParseInt is int(s, base) for an ASCII text, base 0 or 2 to 36: white space around it, a sign, a prefix that fits the base,
// single underscores between digits. limit is the greatest number of digits in a base that is not a power of two.
func ParseInt(s string, base, limit int) (v int64, b *big.Int, err *IntError) {
	given := base
	invalid := &IntError{Base: given}
	s = trimSpace(s)
	negative := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		s = s[1:]
	}
	onlyZero := false
	prefix := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			prefix = 16
		case 'o':
			prefix = 8
		case 'b':
			prefix = 2
		}
	}
	if base == 0 {
		base = max(prefix, 10)
		if prefix == 2 || prefix == 8 {
			base = prefix
		}
		onlyZero = prefix == 0 && s != "" && s[0] == '0' // "010" reads as octal to some and as ten to others
	}
	if prefix == base {
		s = s[2:]
		if s != "" && s[0] == '_' {
			s = s[1:]
		}
	}
	digits, end, underscores := 0, 0, 0
	for ; end < len(s); end++ {
		if s[end] == '_' {
			if end == 0 || s[end-1] == '_' {
				return 0, nil, invalid
			}
			underscores++
			continue
		}
		if digitValue(s[end]) >= base {
			break
		}
		digits++
	}
	if digits == 0 || s[end-1] == '_' {
		return 0, nil, invalid
	}
	if end != len(s) {
		return 0, nil, invalid
	}
	if base&(base-1) != 0 && digits > digitsThreshold && limit > 0 && digits > limit {
		return 0, nil, &IntError{given, digits, limit}
	}
	if underscores > 0 {
		s = strings.ReplaceAll(s, "_", "")
	}
	if v, e := strconv.ParseInt(s, base, 64); e == nil {
		if onlyZero && v != 0 {
			return 0, nil, invalid
		}
		if negative {
			v = -v
		}
		return v, nil, nil
	}
	if onlyZero {
		return 0, nil, invalid
	}
	b = parseDigits(s, base)
	if negative {
		b.Neg(b)
	}
	v, b = Normal(b)
	return v, b, nil
}

// Normal gives b as an int64 where it fits, and b itself where it does not.
func Normal(b *big.Int) (int64, *big.Int) {
	if b.IsInt64() {
		return b.Int64(), nil
	}
	return 0, b
}

// leafDigits is where halving a text of digits stops to pay.
const leafDigits = 1200

// parseDigits reads digits that are known to be good. math/big reads them in quadratic time, so long ones are halved.
func parseDigits(s string, base int) *big.Int {
	if len(s) <= leafDigits || base&(base-1) == 0 {
		b, _ := new(big.Int).SetString(s, base)
		return b
	}
	// powers[k] is base**(leafDigits<<k)
	powers := []*big.Int{new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(leafDigits), nil)}
	for leafDigits<<len(powers) < len(s) {
		p := powers[len(powers)-1]
		powers = append(powers, new(big.Int).Mul(p, p))
	}
	return parseHalves(s, base, powers)
}

func parseHalves(s string, base int, powers []*big.Int) *big.Int {
	k := len(powers) - 1
	for k >= 0 && leafDigits<<k >= len(s) {
		k--
	}
	if k < 0 {
		b, _ := new(big.Int).SetString(s, base)
		return b
	}
	cut := len(s) - leafDigits<<k
	high := parseHalves(s[:cut], base, powers[:k+1])
	low := parseHalves(s[cut:], base, powers[:k+1])
	return high.Mul(high, powers[k]).Add(high, low)
}

// FormatInt is v in base 2, 8, 10 or 16, with Python's prefix (0b, 0o, 0x) if wanted.
func FormatInt(v int64, base int, prefix bool) string {
	s := strconv.FormatInt(v, base)
	if prefix {
		return withPrefix(s, base)
	}
	return s
}

// FormatBig is FormatInt for a big int. The digit limit is the caller's (ExceedsDigits).
func FormatBig(b *big.Int, base int, prefix bool) string {
	s := b.Text(base)
	if prefix {
		return withPrefix(s, base)
	}
	return s
}

func withPrefix(s string, base int) string {
	p := ""
	switch base {
	case 2:
		p = "0b"
	case 8:
		p = "0o"
	case 16:
		p = "0x"
	}
	if s[0] == '-' {
		return "-" + p + s[1:]
	}
	return p + s
}

// BitLength is v.bit_length().
func BitLength(v int64) int { return bits.Len64(magnitude(v)) }

// BitCount is v.bit_count(): the ones in the magnitude.
func BitCount(v int64) int { return bits.OnesCount64(magnitude(v)) }

// BitCountBig is BitCount for a big int.
func BitCountBig(b *big.Int) int {
	n := 0
	for _, w := range b.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}

// magnitude is |v|, also of the least int64.
func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}
