package analysis

import (
	"regexp"
	"sort"
	"strings"

	"slp/analysis/internal/modules"
	"slp/analysis/internal/rules"
	"slp/syntax"
)

// suppression is a comment "# slp: ignore[SLP101, no-partner] reason". It holds for the findings
// that begin on its line or, when it stands alone on a line, on the next line with code. Without
// brackets it holds for all rules. "# slp: ignore-file[...]" holds for the whole file.
type suppression struct {
	span    syntax.Span
	first   int // lines, from 1, both included
	last    int
	rules   []string
	reason  string
	used    map[string]bool
	unknown []string
}

var suppressPattern = regexp.MustCompile(`#\s*slp:\s*ignore(-file)?\s*(?:\[([^\]]*)\])?\s*([^#]*)`)

// Suppressions are the comments of a file that suppress findings.
type Suppressions struct{ list []*suppression }

// SuppressionsOf reads the suppressions of a text, for findings that come from elsewhere: a run of
// the program.
func SuppressionsOf(path, text string) Suppressions {
	return Suppressions{suppressions(modules.Parse(path, text))}
}

// Covers reports that a finding of a rule (by id or name) at a line, from 1, is suppressed.
func (s Suppressions) Covers(rule, name string, line int) bool {
	covered := false
	for _, sup := range s.list {
		if sup.covers(&Diagnostic{Rule: rule, Name: name}, line) {
			covered = true
		}
	}
	return covered
}

// ofRun reports the id of a rule whose findings come from running the program, not from here: SLP2nn.
func ofRun(rule string) bool { return strings.HasPrefix(rule, "SLP2") }

func suppressions(f *modules.File) []*suppression {
	var out []*suppression
	for _, c := range f.Tree.Comments {
		text := f.Source.Slice(c)
		if !strings.Contains(text, "slp:") {
			continue
		}
		m := suppressPattern.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		s := &suppression{span: syntax.Span{Start: c.Start + int32(m[0]), End: c.End}, used: map[string]bool{}}
		s.reason = strings.TrimSpace(text[m[6]:m[7]])
		if m[4] >= 0 {
			for _, r := range strings.Split(text[m[4]:m[5]], ",") {
				if r = strings.TrimSpace(r); r != "" {
					s.rules = append(s.rules, r)
					if _, ok := rules.Lookup(r); !ok && !ofRun(r) {
						s.unknown = append(s.unknown, r)
					}
				}
			}
		}
		line := f.Source.Line(c.Start)
		s.first, s.last = line, line
		switch start := f.Source.LineSpan(line).Start; {
		case m[2] >= 0:
			s.first, s.last = 1, f.Source.Lines()
		case strings.TrimSpace(f.Source.Text[start:c.Start]) == "":
			for n := line + 1; n <= f.Source.Lines(); n++ {
				text := strings.TrimSpace(f.Source.Slice(f.Source.LineSpan(n)))
				s.last = n
				if text != "" && text[0] != '#' {
					break
				}
			}
		}
		out = append(out, s)
	}
	return out
}

func (s *suppression) covers(d *Diagnostic, line int) bool {
	if line < s.first || line > s.last || d.Rule == "SLP001" {
		return false
	}
	if len(s.rules) == 0 {
		s.used["*"] = true
		return true
	}
	for _, r := range s.rules {
		if r == d.Rule || r == d.Name {
			s.used[r] = true
			return true
		}
	}
	return false
}

// suppress leaves out what the file's comments suppress. With all findings at hand, suppressions
// that suppress nothing, name no rule, or give no reason where one is wanted, are findings themselves.
func (s *Snapshot) suppress(path string, ds []Diagnostic, complete bool) []Diagnostic {
	f := s.view.File(path)
	if f == nil || !s.view.Own(path) || s.config.excluded(path, s.view.Roots()) {
		return ds
	}
	list := suppressions(f)
	if len(list) == 0 {
		return ds
	}
	out := ds[:0:0]
	for i := range ds {
		line := f.Source.Line(ds[i].Span.Start)
		hit := false
		for _, sup := range list {
			if sup.covers(&ds[i], line) {
				hit = true
			}
		}
		if !hit {
			out = append(out, ds[i])
		}
	}
	rule, _ := rules.Lookup("SLP008")
	if !complete || !s.config.enabled(rule) {
		return out
	}
	report := func(sup *suppression, message string) {
		d := Diagnostic{Rule: rule.ID, Name: rule.Name, Severity: rule.Severity, Path: path, File: f.Source, Span: sup.span, Message: message, Unneeded: true}
		d.Severity = s.config.severity(&d)
		d.Fixes = []Fix{{Title: "Remove the suppression", Edits: []rules.Edit{{Span: sup.span}}}}
		out = append(out, d)
	}
	for _, sup := range list {
		for _, r := range sup.unknown {
			report(sup, "there is no rule '"+r+"'")
		}
		var idle []string
		for _, r := range sup.rules {
			known, ok := rules.Lookup(r)
			if ok && !sup.used[r] && s.config.enabled(known) {
				idle = append(idle, r)
			}
		}
		sort.Strings(idle)
		switch {
		case len(idle) > 0:
			report(sup, "nothing to suppress here: "+strings.Join(idle, ", "))
		case len(sup.rules) == 0 && len(sup.used) == 0:
			report(sup, "nothing to suppress here")
		case s.config.RequireReason && sup.reason == "":
			report(sup, "a suppression needs a reason: # slp: ignore[RULE] reason")
		}
	}
	return out
}

// suppressEdit adds a suppression to the line of a finding.
func suppressEdit(f *modules.File, d *Diagnostic) (Edit, bool) {
	line := f.Source.LineSpan(f.Source.Line(d.Span.Start))
	for _, c := range f.Tree.Comments {
		if c.Start >= line.Start && c.Start <= line.End {
			return Edit{}, false // there is a comment already
		}
	}
	text := f.Source.Slice(line)
	if strings.HasSuffix(text, `\`) {
		return Edit{}, false
	}
	for _, n := range syntax.Path(f.Tree, line.End) { // inside a string of several lines
		if k, ok := n.(*syntax.Constant); ok && k.Start < line.End && line.End < k.End {
			return Edit{}, false
		}
	}
	return Edit{Span: syntax.Span{Start: line.End, End: line.End}, Text: "  # slp: ignore[" + d.Rule + "]"}, true
}
