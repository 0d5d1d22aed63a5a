package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"slp/analysis"
	"slp/vm/check"
)

type checkCmd struct {
	Paths   []string      `arg:"" help:"Programs, and folders of them."`
	Format  string        `help:"What to write: ${enum}." enum:"text,json,sarif,junit,github" default:"text"`
	Output  string        `help:"Write the report to this file." placeholder:"FILE" short:"o"`
	FailOn  string        `help:"The least bad level that makes the exit status 1: ${enum}." enum:"error,warning,note" default:"warning"`
	NoRun   bool          `help:"Only read the programs."`
	Timeout time.Duration `help:"How long a program may run." default:"10s"`
	Steps   int64         `help:"How many calls and turns of loops a program may make; 0 is no limit." default:"1000000000"`
	Verbose bool          `help:"Show what the programs print." short:"v"`
}

// checked is what a check found in one program.
type checked struct {
	path     string
	verdict  check.Verdict
	findings []check.Finding
}

// Run checks.
func (c checkCmd) Run() error {
	if c.Timeout <= 0 || c.Steps < 0 {
		fmt.Fprintln(os.Stderr, "slp check: --timeout has to be more than 0, --steps not less")
		return exitCode(exitUsage)
	}
	files, err := programs(c.Paths)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp check:", err)
		return exitCode(exitUsage)
	}
	static, err := analysis.Check(context.Background(), c.Paths, analysis.CheckOptions{})
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp check:", err)
		return exitCode(exitUsage)
	}
	var all []checked
	for _, f := range files {
		all = append(all, c.program(f, static))
	}
	all = append(all, elsewhere(static, files)...)
	if err := c.write(all); err != nil {
		return fmt.Errorf("check: cannot write the report: %w", err)
	}
	if status := c.status(all); status != 0 {
		return exitCode(status)
	}
	return nil
}

func (c checkCmd) write(all []checked) error {
	formats := map[string]func(io.Writer, []checked) error{"json": writeJSON, "sarif": writeSARIF, "junit": writeJUnit, "github": writeGitHub,
		"text": func(w io.Writer, all []checked) error { return writeText(w, all, c.Output == "" && colours(os.Stdout)) }}
	if c.Output == "" {
		return formats[c.Format](os.Stdout, all)
	}
	f, err := os.Create(c.Output)
	if err != nil {
		return err
	}
	return errors.Join(formats[c.Format](f, all), f.Close())
}

// colours reports that a file wants colours.
func colours(f *os.File) bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if v := os.Getenv("FORCE_COLOR"); v != "" && v != "0" {
		return true
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// file is a program to be checked.
type file struct {
	path  string
	given bool // by name, not as part of a folder
}

// programs are the files that paths name, each once, in the order of the paths and then of names.
func programs(paths []string) ([]file, error) {
	var out []file
	seen := map[string]bool{}
	add := func(p string, given bool) {
		if p = filepath.Clean(p); !seen[p] {
			seen[p] = true
			out = append(out, file{p, given})
		}
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("%s: no such file or folder", p)
		}
		if !info.IsDir() {
			add(p, true)
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && path != p && (strings.HasPrefix(d.Name(), ".") || d.Name() == "__pycache__" || d.Name() == "node_modules"):
				return filepath.SkipDir
			case !d.IsDir() && strings.HasSuffix(path, ".py"):
				add(path, false)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// program checks one program.
func (c checkCmd) program(f file, static *analysis.Report) checked {
	out := checked{path: filepath.ToSlash(f.path), verdict: check.Clean}
	abs, _ := filepath.Abs(f.path)
	broken := false
	for i := range static.Diagnostics {
		if d := &static.Diagnostics[i]; d.Path == abs {
			out.findings = append(out.findings, staticFinding(d, f.path))
			broken = broken || d.Rule == "SLP001"
		}
	}
	text, err := os.ReadFile(f.path)
	switch {
	case err != nil:
		out.verdict = check.Crash
		out.findings = append(out.findings, check.Finding{Rule: "SLP203", Name: "uncaught-exception", Kind: "unreadable", Level: check.Error,
			Confidence: check.End, Message: "cannot read the program: " + err.Error(), Place: check.Place{Path: out.path, Line: 1}})
	case broken: // it cannot run
	case !c.NoRun && slices.Contains(static.Files, abs) && (f.given || runnable(f.path, text)):
		report := check.Run(check.Options{Path: f.path, Text: text, Dir: filepath.Dir(abs), Timeout: c.Timeout, Steps: c.Steps, Output: func(p []byte) {
			if c.Verbose {
				os.Stderr.Write(p)
			}
		}})
		quiet := suppressor{}
		report.Keep(func(x *check.Finding) bool { return !quiet.covers(x) })
		out.verdict = report.Verdict
		out.findings = append(out.findings, report.Findings...)
	}
	slices.SortStableFunc(out.findings, func(a, b check.Finding) int { return rank(a.Level) - rank(b.Level) })
	return out
}

func rank(l check.Level) int {
	return slices.Index([]check.Level{check.Error, check.Warning, check.Note}, l)
}

// suppressor reads the comments that suppress findings of runs.
type suppressor map[string]analysis.Suppressions

// covers reports that a comment at the line of a finding, or where a tasklet of it waits or was made, suppresses it.
func (s suppressor) covers(f *check.Finding) bool {
	at := func(p check.Place) bool {
		list, ok := s[p.Path]
		if !ok {
			if text, err := os.ReadFile(p.Path); err == nil {
				list = analysis.SuppressionsOf(p.Path, string(text))
			}
			s[p.Path] = list
		}
		return list.Covers(f.Rule, f.Name, p.Line)
	}
	if at(f.Place) {
		return true
	}
	if len(f.Tasklets) == 0 {
		return false
	}
	for i := range f.Tasklets {
		t := &f.Tasklets[i]
		if (t.Created == nil || !at(*t.Created)) && (len(t.Stack) == 0 || !at(t.Stack[0])) {
			return false
		}
	}
	return true
}

// elsewhere are findings in files that are no programs, pyproject.toml above all.
func elsewhere(static *analysis.Report, files []file) []checked {
	known := map[string]bool{}
	for _, f := range files {
		abs, _ := filepath.Abs(f.path)
		known[abs] = true
	}
	var out []checked
	for i := range static.Diagnostics {
		d := &static.Diagnostics[i]
		if known[d.Path] {
			continue
		}
		p := near(d.Path)
		if len(out) == 0 || out[len(out)-1].path != p {
			out = append(out, checked{path: p, verdict: check.Clean})
		}
		last := &out[len(out)-1]
		last.findings = append(last.findings, staticFinding(d, p))
	}
	return out
}

// near is a path relative to where we are, if it lies there.
func near(path string) string {
	if dir, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(path)
}

// staticFinding is a finding of package analysis.
func staticFinding(d *analysis.Diagnostic, path string) check.Finding {
	p, end := d.Position(), d.File.Position(d.Span.End)
	f := check.Finding{Rule: d.Rule, Name: d.Name, Kind: "static", Level: check.Note, Confidence: check.Likely, Message: d.Message, Hint: d.Hint,
		Place: check.Place{Path: filepath.ToSlash(path), Line: p.Line, Column: p.Column, EndLine: end.Line, EndColumn: end.Column}}
	switch d.Severity {
	case analysis.SeverityError:
		f.Level = check.Error
	case analysis.SeverityWarning:
		f.Level = check.Warning
	}
	return f
}

// status is the exit status for what was found.
func (c checkCmd) status(all []checked) int {
	status, crash, budget := 0, false, false
	for _, p := range all {
		crash = crash || p.verdict == check.Crash
		for i := range p.findings {
			f := &p.findings[i]
			switch {
			case f.Kind == "timeout":
				budget = true
			case rank(f.Level) <= rank(check.Level(c.FailOn)):
				status = exitFindings
			}
		}
	}
	switch {
	case crash:
		return exitCrash
	case status == 0 && budget:
		return exitBudget
	}
	return status
}
