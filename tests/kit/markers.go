package kit

import (
	"fmt"
	"regexp"
	"strings"
)

// Marked is a source text with its marks taken out.
//
// A mark is a span of text in <<double angles>>, named by its own text, or by
// a name before a bar: <<here|x>>; <<here|>> is a place between two characters.
// An action stands in a comment: #@ name(argument, "argument").
type Marked struct {
	Text    string
	Spans   map[string]Span
	Actions []Action
}

// Span is from byte Start to before byte End of a text.
type Span struct{ Start, End int }

// Action is what a test shall do, with its line from 1 on.
type Action struct {
	Line int
	Name string
	Args []string // without quotes
}

var actionPattern = regexp.MustCompile(`(?m)[ \t]*#@[ \t]*(\w+)\(([^\n]*)\)[ \t]*$`)

// ParseMarked takes the marks out of a text.
func ParseMarked(text string) (*Marked, error) {
	m := &Marked{Spans: map[string]Span{}}
	for i, line := range strings.Split(text, "\n") {
		found := actionPattern.FindStringSubmatch(line)
		if found == nil {
			if strings.Contains(line, "#@") {
				return nil, fmt.Errorf("line %d: after #@: name(arguments) expected", i+1)
			}
			continue
		}
		args, err := arguments(found[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		m.Actions = append(m.Actions, Action{Line: i + 1, Name: found[1], Args: args})
	}
	text = actionPattern.ReplaceAllString(text, "")
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "<<")
		out.WriteString(before)
		if !ok {
			break
		}
		inner, after, ok := strings.Cut(rest, ">>")
		if !ok || strings.ContainsRune(inner, '\n') || strings.Contains(inner, "<<") {
			out.WriteString("<<") // a shift, not a mark
			text = rest
			continue
		}
		name, spanned, named := strings.Cut(inner, "|")
		if !named {
			name, spanned = inner, inner
		}
		if _, taken := m.Spans[name]; taken || name == "" {
			return nil, fmt.Errorf("mark %q: a name that is new is needed: <<name|%s>>", name, spanned)
		}
		m.Spans[name] = Span{out.Len(), out.Len() + len(spanned)}
		out.WriteString(spanned)
		text = after
	}
	m.Text = out.String()
	return m, nil
}

// arguments splits at commas outside of quotes.
func arguments(list string) ([]string, error) {
	var args []string
	for rest := strings.TrimSpace(list); rest != ""; {
		var arg string
		if rest[0] == '"' {
			end := strings.IndexByte(rest[1:], '"')
			if end < 0 {
				return nil, fmt.Errorf("quote without end: %s", rest)
			}
			arg, rest = rest[1:end+1], rest[end+2:]
		} else {
			end := strings.IndexByte(rest, ',')
			if end < 0 {
				end = len(rest)
			}
			arg, rest = strings.TrimSpace(rest[:end]), rest[end:]
		}
		args = append(args, arg)
		rest = strings.TrimSpace(rest)
		if rest == "" {
			break
		}
		if rest[0] != ',' {
			return nil, fmt.Errorf("a comma expected before %s", rest)
		}
		rest = strings.TrimSpace(rest[1:])
	}
	return args, nil
}
