package datetimemod

import (
	"fmt"
	"strings"

	"slp/vm/object"
)

// strftime replaces what time.strftime does not know (%f, %z, %:z, %Z, and short years) and leaves the rest to it.
// zoneArg is what the time zone is asked with.
func strftime(c *ctx, format, tuple value, d date, t clock, tz, zoneArg value) value {
	spec := format.AsStr()
	if spec == nil {
		return c.Raise(object.TypeError, "strftime() argument 1 must be str, not %s", argument(format))
	}
	text := spec.String()
	if strings.Contains(text, "%") {
		var out strings.Builder
		for {
			i := strings.IndexByte(text, '%')
			if i < 0 || i+1 >= len(text) {
				out.WriteString(text)
				break
			}
			out.WriteString(text[:i])
			n := 2
			if text[i+1] == ':' && strings.HasPrefix(text[i+2:], "z") {
				n = 3
			}
			with, ok := directive(c, text[i:i+n], d, t, tz, zoneArg)
			if !ok {
				return object.Nil
			}
			out.WriteString(with)
			text = text[i+n:]
		}
		text = out.String()
	}
	return call(c, "time", "strftime", object.NewStr(text), tuple)
}

func directive(c *ctx, what string, d date, t clock, tz, zoneArg value) (string, bool) {
	switch what {
	case "%f":
		return fmt.Sprintf("%06d", t.us), true
	case "%z", "%:z":
		off, known, ok := offset(c, tz, "utcoffset", zoneArg)
		if !ok || !known {
			return "", ok
		}
		return offsetText(off, what[1:len(what)-1]), true
	case "%Z":
		v := zoneName(c, tz, zoneArg)
		if v.IsNil() || v.IsNone() {
			return "", !v.IsNil()
		}
		if v.Kind() != object.KStr { // a subclass may have its own idea
			if v = c.CallAttr(v, "replace", object.NewStr("%"), object.NewStr("%%")); v.IsNil() {
				return "", false
			}
			if v.AsStr() == nil {
				c.Raise(object.TypeError, "tzname.replace() did not return a string")
				return "", false
			}
			return v.AsStr().String(), true
		}
		return strings.ReplaceAll(v.AsStr().String(), "%", "%%"), true
	}
	if d.y < 1000 {
		switch what {
		case "%Y":
			return fmt.Sprintf("%04d", d.y), true
		case "%G":
			y, _, _ := d.iso()
			return fmt.Sprintf("%04d", y), true
		case "%C":
			return fmt.Sprintf("%02d", d.y/100), true
		case "%F":
			return fmt.Sprintf("%04d-%%m-%%d", d.y), true
		}
	}
	return what, true
}
