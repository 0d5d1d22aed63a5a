package rules

import "slp/syntax"

// Severity is how bad a finding is. The zero value is the worst.
type Severity uint8

// Severities.
const (
	Error Severity = iota
	Warning
	Info
	Hint
	Off // only in the configuration: the rule does not run
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Info:
		return "info"
	case Hint:
		return "hint"
	}
	return "off"
}

// ParseSeverity reads a severity as the configuration writes it.
func ParseSeverity(text string) (Severity, bool) {
	for s := Error; s <= Off; s++ {
		if s.String() == text {
			return s, true
		}
	}
	return Error, false
}

// Confidence is how sure a finding is. High means: nothing was approximated on the way to it.
type Confidence uint8

// Confidences.
const (
	High Confidence = iota
	Medium
	Low
)

func (c Confidence) String() string {
	switch c {
	case High:
		return "high"
	case Medium:
		return "medium"
	}
	return "low"
}

// Diagnostic is one finding.
type Diagnostic struct {
	Rule       string // SLP101
	Name       string // never-sent
	Severity   Severity
	Confidence Confidence
	Path       string
	File       *syntax.File // the text that Span is of
	Span       syntax.Span
	Message    string
	Hint       string // what to do, or ""
	Related    []Related
	Unneeded   bool // the text could go: editors fade it
	Fixes      []Fix
}

// Position is the line and byte column, from 1, where the finding begins.
func (d *Diagnostic) Position() syntax.Position { return d.File.Position(d.Span.Start) }

// Related is a place that belongs to a finding, and what it has to do with it.
type Related struct {
	Path    string
	File    *syntax.File
	Span    syntax.Span
	Message string
}

// Position is the line and byte column, from 1, of the place.
func (r *Related) Position() syntax.Position { return r.File.Position(r.Span.Start) }

// Fix is one way to mend a finding, in the finding's own file.
type Fix struct {
	Title string
	Edits []Edit
}

// Edit replaces the text of a span.
type Edit struct {
	Span syntax.Span
	Text string
}
