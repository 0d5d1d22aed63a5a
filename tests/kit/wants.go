package kit

import (
	"fmt"
	"strings"
)

// Wants are the expectations in a source text, such as
//
//	c.send(1)       # want SLP201 "nobody receives"
type Wants []*Want

// ParseWants collects the expectations that stand behind the mark, such as
// "# want", in all lines of a text.
func ParseWants(text, mark string) (Wants, error) {
	var all Wants
	for i, line := range strings.Split(text, "\n") {
		wants, err := WantsAt(line, i+1, mark)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		all = append(all, wants...)
	}
	return all, nil
}

// Match finds and uses up the expectation that something at a line fulfils.
func (w Wants) Match(line int, code, message string) bool {
	for _, want := range w {
		if !want.found && want.Line == line && (want.Code == "" || want.Code == code) && want.Pattern.MatchString(message) {
			want.found = true
			return true
		}
	}
	return false
}

// Unmet lists the expectations that nothing fulfilled.
func (w Wants) Unmet() []string {
	var unmet []string
	for _, want := range w {
		if !want.found {
			unmet = append(unmet, fmt.Sprintf("line %d: nothing like %s %q", want.Line, want.Code, want.Pattern))
		}
	}
	return unmet
}
