package format_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/format"
)

func outcome(s string, err *format.Error) (string, string) {
	if err == nil {
		return "ok", s
	}
	return [...]string{"ValueError", "OverflowError", "MemoryError"}[err.Kind], err.Message
}

func TestSpec(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/spec.txt") {
		f := c.Fields
		var kind, text string
		apply := func(of format.Type, name string, render func(*format.Spec) (string, *format.Error)) {
			s, err := format.Parse(f[1], of, name)
			if err != nil {
				kind, text = outcome("", err)
				return
			}
			kind, text = outcome(render(&s))
		}
		switch f[0] {
		case "float":
			apply(format.Float, "float", func(s *format.Spec) (string, *format.Error) { return s.Float(c.Float(t, 2)) })
		case "int":
			apply(format.Int, "int", func(s *format.Spec) (string, *format.Error) { return s.Big(c.Big(t, 2)) })
		case "complex":
			apply(format.Complex, "complex", func(s *format.Spec) (string, *format.Error) { return s.Complex(c.Float(t, 2), c.Float(t, 3)) })
		case "str":
			apply(format.Str, "str", func(s *format.Spec) (string, *format.Error) { return s.Str(f[2]) })
		default:
			t.Fatalf("unknown case %q", f)
		}
		require.Equal(t, f[len(f)-2:], []string{kind, text}, "line %d: %q", c.Line, f)
	}
}

func TestPercent(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/percent.txt") {
		f := c.Fields
		p := format.Percent{Text: f[1], Bytes: f[0] == "parsebytes"}
		if strings.HasPrefix(f[0], "parse") {
			kind, text := outcome(runPercent(&p))
			require.Equal(t, f[2:], []string{kind, text}, "line %d: %q", c.Line, f)
			continue
		}
		d, ok, err := p.Next()
		require.True(t, ok)
		require.Nil(t, err)
		var got string
		switch f[0] {
		case "text":
			got, err = d.Text(f[2])
		case "float":
			got, err = d.Float(c.Float(t, 2))
		case "int":
			b := c.Big(t, 2)
			got, err = d.Big(b)
			if b.IsInt64() {
				small, err := d.Int(b.Int64())
				require.Nil(t, err)
				require.Equal(t, got, small)
			}
		}
		require.Nil(t, err)
		require.Equal(t, f[3], got, "line %d: %q", c.Line, f)
	}
}

// runPercent formats with the arguments that testdata/generate.py uses: a mapping, or 7 again and again.
func runPercent(p *format.Percent) (string, *format.Error) {
	var b strings.Builder
	for {
		d, ok, err := p.Next()
		if err != nil {
			return "", err
		}
		if !ok {
			return b.String(), nil
		}
		b.WriteString(d.Literal)
		v := int64(7)
		if d.HasKey {
			v = map[string]int64{"x(y)z": 1, "a": 2, "b": 3}[d.Key]
		}
		var s string
		switch d.Code {
		case 0:
		case 'd', 'x':
			s, err = d.Int(v)
		case 's':
			s, err = d.Text(fmt.Sprint(v))
		default:
			err = d.Unsupported()
		}
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
}

func TestStar(t *testing.T) {
	p := format.Percent{Text: "%*.*f"}
	d, _, err := p.Next()
	require.Nil(t, err)
	require.Equal(t, format.Star, d.Width)
	require.Equal(t, format.Star, d.Precision)
	d.SetWidth(-8)
	d.SetPrecision(2)
	s, err := d.Float(3.14159)
	require.Nil(t, err)
	require.Equal(t, "3.14    ", s)
	d.SetPrecision(-1)
	s, _ = d.Float(3.14159)
	require.Equal(t, "3       ", s)
}

// pyRepr spells the texts of the table, which hold neither quotes nor control characters.
func pyRepr(s string) string { return "'" + strings.ReplaceAll(s, `\`, `\\`) + "'" }

func TestMarkup(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/markup.txt") {
		f := c.Fields
		var parts []string
		message := ""
		switch f[0] {
		case "markup":
			for m := (format.Markup{Text: f[1]}); ; {
				p, ok, err := m.Next()
				if err != nil {
					message = err.Message
				}
				if !ok {
					break
				}
				if !p.Field {
					parts = append(parts, fmt.Sprintf("(%s, None, None, None)", pyRepr(p.Literal)))
					continue
				}
				conversion := "None"
				if p.Conversion != 0 {
					conversion = pyRepr(string(p.Conversion))
				}
				parts = append(parts, fmt.Sprintf("(%s, %s, %s, %s)", pyRepr(p.Literal), pyRepr(p.Name), pyRepr(p.Spec), conversion))
			}
		case "name":
			n, err := format.ParseName(f[1])
			if err != nil {
				message = err.Message
			}
			parts = append(parts, pyRepr(n.First))
			if n.Index >= 0 {
				parts[0] = fmt.Sprint(n.Index)
			}
			for _, s := range n.Steps {
				switch {
				case s.Attribute:
					parts = append(parts, fmt.Sprintf("(True, %s)", pyRepr(s.Name)))
				case s.Index >= 0:
					parts = append(parts, fmt.Sprintf("(False, %d)", s.Index))
				default:
					parts = append(parts, fmt.Sprintf("(False, %s)", pyRepr(s.Name)))
				}
			}
			if f[2] == "" {
				parts = nil
			}
		case "numbering":
			var a format.Numbering
			out := ""
			for m := (format.Markup{Text: f[1]}); message == ""; {
				p, ok, _ := m.Next()
				if !ok {
					break
				}
				n, err := format.ParseName(p.Name)
				require.Nil(t, err)
				i, err := a.Position(n)
				if err != nil {
					message = err.Message
				} else if i < 0 {
					out += "z"
				} else {
					out += string("xy"[i])
				}
			}
			if message != "" {
				require.Equal(t, f[2:], []string{"ValueError", message}, "%q", f)
			} else if f[3] != "ok" {
				require.Equal(t, f[3], out, "%q", f)
			}
			continue
		}
		require.Equal(t, f[2:], []string{strings.Join(parts, "|"), message}, "line %d: %q", c.Line, f)
	}
}

func TestUnknownConversion(t *testing.T) {
	require.Equal(t, "Unknown conversion specifier x", format.UnknownConversion('x').Message)
	require.Equal(t, `Unknown conversion specifier \x20ac`, format.UnknownConversion(0x20AC).Message)
}

func BenchmarkFloatTwoDigits(b *testing.B) {
	for b.Loop() {
		s, _ := format.Parse(".2f", format.Float, "float")
		s.Float(3.14159)
	}
}
