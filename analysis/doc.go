// Package analysis reads Python programs, Stackless ones above all, without running them. It is the
// door of the reading wing: the language server and "slp check" ask it the same questions.
//
// Its nouns: Project (what is open and where, changing), Snapshot (one immutable state of all files,
// and the questions one may ask of it), Diagnostic (a finding of a rule), Config (what the project
// wants checked).
//
//	project := analysis.Open(analysis.Options{Folders: []string{dir}})
//	snapshot := project.Edit("/src/main.py", text)
//	for _, d := range snapshot.Check("/src/main.py") { ... }
//
// Invariant: a Snapshot never changes; what it answers depends on its files alone, not on what was
// asked before.
//
// Invariant: positions are byte offsets into the decoded text. Only syntax.File knows lines and UTF-16.
package analysis
