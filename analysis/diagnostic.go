package analysis

import (
	"slp/analysis/internal/rules"
)

// Diagnostic is one finding: a rule, a place, a sentence, and how sure we are.
type Diagnostic = rules.Diagnostic

// Related is a further place of a finding.
type Related = rules.Related

// Fix is an edit that mends a finding.
type Fix = rules.Fix

// Rule is a row of the table of rules.
type Rule = rules.Rule

// Severity of a diagnostic.
type Severity = rules.Severity

// Severities, the worst first.
const (
	SeverityError   = rules.Error
	SeverityWarning = rules.Warning
	SeverityInfo    = rules.Info
	SeverityHint    = rules.Hint
)

// Confidence says how much of the finding was proved.
type Confidence = rules.Confidence

// Confidences, the surest first.
const (
	ConfidenceHigh   = rules.High
	ConfidenceMedium = rules.Medium
	ConfidenceLow    = rules.Low
)

// Rules is the table of all rules, in order of id.
func Rules() []Rule { return rules.All() }
