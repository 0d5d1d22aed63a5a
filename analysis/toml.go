package analysis

import (
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"slp/analysis/internal/rules"
)

// fault is something in the configuration that cannot be understood.
type fault struct {
	start, end int
	message    string
}

func fileExists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// parseConfig reads the tables [tool.slp] and [tool.slp.severity] of a pyproject.toml. Other tables
// are only skipped over. Values may be strings, arrays of strings, booleans and inline tables.
func parseConfig(text string) (Config, []fault) {
	p := &tomlReader{text: text}
	var c Config
	table := ""
	for {
		p.skip(true)
		if p.at >= len(p.text) {
			return c, p.faults
		}
		if p.text[p.at] == '[' {
			table = p.header()
			continue
		}
		start := p.at
		key := p.key()
		p.skip(false)
		if p.at >= len(p.text) || p.text[p.at] != '=' {
			if strings.HasPrefix(table, "tool.slp") {
				p.fault(start, "expected 'key = value'")
			}
			p.line()
			continue
		}
		p.at++
		p.skip(false)
		from := p.at
		value := p.value()
		full := key
		if table != "" {
			full = table + "." + key
		}
		if name, ok := strings.CutPrefix(full, "tool.slp."); ok {
			p.set(&c, name, value, start, from)
		} else if full == "tool.slp" {
			if m, ok := value.(map[string]any); ok {
				for k, v := range m {
					p.set(&c, k, v, start, from)
				}
			}
		}
		p.line()
	}
}

func (p *tomlReader) set(c *Config, name string, value any, start, from int) {
	switch name {
	case "select":
		c.Select = p.rules(value, from)
	case "ignore":
		c.Ignore = p.rules(value, from)
	case "exclude":
		c.Exclude = p.list(value, from)
	case "stackless-modules":
		c.StacklessModules = p.list(value, from)
	case "require-reason":
		b, ok := value.(bool)
		if !ok {
			p.fault(from, "require-reason must be true or false")
		}
		c.RequireReason = b
	case "severity":
		m, ok := value.(map[string]any)
		if !ok {
			p.fault(from, "severity must be a table of rules")
			return
		}
		for k, v := range m {
			p.severity(c, k, v, from)
		}
	default:
		if rule, ok := strings.CutPrefix(name, "severity."); ok {
			p.severity(c, rule, value, start)
			return
		}
		p.fault(start, "unknown setting '"+name+"': there are select, ignore, severity, exclude, stackless-modules, require-reason")
	}
}

func (p *tomlReader) severity(c *Config, rule string, value any, at int) {
	if _, ok := rules.Lookup(rule); !ok {
		p.fault(at, "there is no rule '"+rule+"'")
		return
	}
	text, _ := value.(string)
	if _, ok := rules.ParseSeverity(text); !ok {
		p.fault(at, "the severity of "+rule+" must be \"error\", \"warning\", \"info\", \"hint\" or \"off\"")
		return
	}
	if c.Severity == nil {
		c.Severity = map[string]string{}
	}
	c.Severity[rule] = text
}

func (p *tomlReader) rules(value any, at int) []string {
	list := p.list(value, at)
	for _, r := range list {
		known := false
		for _, rule := range rules.All() {
			known = known || rule.Name == r || r != "" && strings.HasPrefix(rule.ID, r)
		}
		if !known {
			p.fault(at, "there is no rule '"+r+"'")
		}
	}
	return list
}

func (p *tomlReader) list(value any, at int) []string {
	items, ok := value.([]any)
	if s, one := value.(string); one {
		items, ok = []any{s}, true
	}
	var out []string
	for _, v := range items {
		s, isText := v.(string)
		ok = ok && isText
		out = append(out, s)
	}
	if !ok {
		p.fault(at, "expected an array of strings")
		return nil
	}
	return out
}

// tomlReader is a position in the text.
type tomlReader struct {
	text   string
	at     int
	faults []fault
}

func (p *tomlReader) fault(start int, message string) {
	end := start
	for end < len(p.text) && p.text[end] != '\n' && p.text[end] != '\r' {
		end++
	}
	p.faults = append(p.faults, fault{start, end, message})
}

// skip passes blanks and comments and, with lines, line ends.
func (p *tomlReader) skip(lines bool) {
	for p.at < len(p.text) {
		switch b := p.text[p.at]; {
		case b == ' ' || b == '\t':
			p.at++
		case lines && (b == '\n' || b == '\r'):
			p.at++
		case b == '#':
			for p.at < len(p.text) && p.text[p.at] != '\n' {
				p.at++
			}
		default:
			return
		}
	}
}

// line passes the rest of the line.
func (p *tomlReader) line() {
	for p.at < len(p.text) && p.text[p.at] != '\n' {
		p.at++
	}
}

func (p *tomlReader) header() string {
	p.at++
	if p.at < len(p.text) && p.text[p.at] == '[' {
		p.at++
	}
	p.skip(false)
	name := p.key()
	p.line()
	return name
}

// key is a dotted key; quotes are taken off its parts.
func (p *tomlReader) key() string {
	var parts []string
	for {
		p.skip(false)
		switch {
		case p.at < len(p.text) && (p.text[p.at] == '"' || p.text[p.at] == '\''):
			s, _ := p.value().(string)
			parts = append(parts, s)
		default:
			start := p.at
			for p.at < len(p.text) && isKeyByte(p.text[p.at]) {
				p.at++
			}
			parts = append(parts, p.text[start:p.at])
		}
		p.skip(false)
		if p.at >= len(p.text) || p.text[p.at] != '.' {
			return strings.Join(parts, ".")
		}
		p.at++
	}
}

func isKeyByte(b byte) bool {
	return b == '_' || b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// value is a string, bool, []any, map[string]any, or, for what does not matter here, its text in a tomlOther.
func (p *tomlReader) value() any {
	if p.at >= len(p.text) {
		return tomlOther("")
	}
	switch b := p.text[p.at]; b {
	case '"', '\'':
		return p.quoted(b)
	case '[':
		return p.array()
	case '{':
		return p.inline()
	}
	start := p.at
	for p.at < len(p.text) && !strings.ContainsRune(",]}#\r\n", rune(p.text[p.at])) {
		p.at++
	}
	switch word := strings.TrimSpace(p.text[start:p.at]); word {
	case "true":
		return true
	case "false":
		return false
	default:
		return tomlOther(word)
	}
}

type tomlOther string

func (p *tomlReader) quoted(q byte) string {
	rest := p.text[p.at:]
	if long := strings.Repeat(string(q), 3); strings.HasPrefix(rest, long) {
		end := strings.Index(rest[3:], long)
		if end < 0 {
			p.at = len(p.text)
			return ""
		}
		p.at += 6 + end
		return strings.TrimPrefix(strings.TrimPrefix(rest[3:3+end], "\r"), "\n")
	}
	var b strings.Builder
	for p.at++; p.at < len(p.text); p.at++ {
		switch c := p.text[p.at]; {
		case c == q:
			p.at++
			return b.String()
		case c == '\n':
			return b.String()
		case c == '\\' && q == '"' && p.at+1 < len(p.text):
			p.at++
			p.escape(&b)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func (p *tomlReader) escape(b *strings.Builder) {
	switch c := p.text[p.at]; c {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'u', 'U':
		n := 4
		if c == 'U' {
			n = 8
		}
		if p.at+n < len(p.text) {
			if r, err := strconv.ParseUint(p.text[p.at+1:p.at+1+n], 16, 32); err == nil && utf8.ValidRune(rune(r)) {
				b.WriteRune(rune(r))
				p.at += n
			}
		}
	default:
		b.WriteByte(c)
	}
}

func (p *tomlReader) array() []any {
	out := []any{}
	for p.at++; ; {
		p.skip(true)
		if p.at >= len(p.text) {
			return out
		}
		switch p.text[p.at] {
		case ']':
			p.at++
			return out
		case ',':
			p.at++
			continue
		}
		before := p.at
		out = append(out, p.value())
		if p.at == before { // nothing was read: do not stay here
			p.at++
		}
	}
}

func (p *tomlReader) inline() map[string]any {
	out := map[string]any{}
	for p.at++; ; {
		p.skip(true)
		if p.at >= len(p.text) {
			return out
		}
		switch p.text[p.at] {
		case '}':
			p.at++
			return out
		case ',':
			p.at++
			continue
		}
		before := p.at
		k := p.key()
		p.skip(false)
		if p.at < len(p.text) && p.text[p.at] == '=' {
			p.at++
			p.skip(false)
			out[k] = p.value()
		}
		if p.at == before {
			p.at++
		}
	}
}
