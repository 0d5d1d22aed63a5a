package analysis

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/rules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// Check are all findings in a file, in order of place.
func (s *Snapshot) Check(path string) []Diagnostic {
	local, deep := s.CheckLocal(path), s.CheckDeep(path)
	out := s.suppress(path, append(local, deep...), true)
	rules.Sort(out)
	return out
}

// CheckLocal are the findings that need only the file and what it imports: what an editor wants at
// once. Suppressed ones are left out.
func (s *Snapshot) CheckLocal(path string) []Diagnostic { return s.run(path, rules.Local) }

// CheckDeep are the findings that need the whole project.
func (s *Snapshot) CheckDeep(path string) []Diagnostic { return s.run(path, rules.Deep) }

// Merge joins the findings of CheckLocal and CheckDeep and applies the suppressions in the file.
func (s *Snapshot) Merge(path string, local, deep []Diagnostic, complete bool) []Diagnostic {
	out := s.suppress(path, append(append([]Diagnostic(nil), local...), deep...), complete)
	rules.Sort(out)
	return out
}

func (s *Snapshot) run(path string, which rules.Which) []Diagnostic {
	f := s.view.File(path)
	if f == nil || !s.view.Own(path) || s.config.excluded(path, s.view.Roots()) {
		return nil
	}
	s.checkMu.Lock()
	defer s.checkMu.Unlock()
	if which == rules.Deep && s.isProgram(f) {
		// What other programs of the same folder do with their channels does not matter to this one.
		return newSnapshot(s.view.Program(path), s.config, nil).run(path, which)
	}
	if s.checker == nil {
		s.checker = infer.New(s.view)
	}
	in := rules.Input{File: f, View: s.view, Engine: s.checker, Graph: func() *topology.Graph {
		if s.checkGraph == nil {
			s.checkGraph = topology.Build(s.checker)
		}
		return s.checkGraph
	}}
	out := rules.Run(in, which, s.config.enabled)
	for i := range out {
		out[i].Severity = s.config.severity(&out[i])
	}
	return out
}

// isProgram reports a file that works with tasklets, is run itself, and is not all there is.
func (s *Snapshot) isProgram(f *modules.File) bool {
	if len(s.view.Files()) < 2 || len(s.view.Roots()) == 0 {
		return false
	}
	for _, name := range s.config.aliases() {
		if strings.Contains(f.Source.Text, name) {
			return !s.view.Imported(f.Path)
		}
	}
	return false
}

// Actions are the edits offered for a span of a file, by the findings there.
func (s *Snapshot) Actions(ctx context.Context, path string, within syntax.Span) []Action {
	f := s.view.File(path)
	if f == nil {
		return nil
	}
	var out []Action
	var unused []Edit
	for _, d := range s.Check(path) {
		if ctx.Err() != nil {
			return nil
		}
		for i, fix := range d.Fixes {
			edits := make([]Edit, len(fix.Edits))
			for k, e := range fix.Edits {
				edits[k] = Edit{Span: e.Span, Text: e.Text}
			}
			if d.Rule == "SLP004" && i == 0 {
				unused = append(unused, edits...)
			}
			if d.Span.End < within.Start || d.Span.Start > within.End {
				continue
			}
			out = append(out, Action{Title: fix.Title, Rule: d.Rule, Preferred: i == 0, Edits: []FileEdit{{Path: path, File: f.Source, Edits: edits}}})
		}
		if d.Span.End >= within.Start && d.Span.Start <= within.End && d.Rule != "SLP001" {
			if e, ok := suppressEdit(f, &d); ok {
				out = append(out, Action{Title: "Ignore " + d.Rule + " here", Rule: d.Rule, Edits: []FileEdit{{Path: path, File: f.Source, Edits: []Edit{e}}}})
			}
		}
	}
	if unused = apart(unused); len(unused) > 0 {
		out = append(out, Action{Title: "Remove all unused imports", Organize: true, Edits: []FileEdit{{Path: path, File: f.Source, Edits: unused}}})
	}
	return out
}

// apart leaves out edits that overlap an earlier one.
func apart(edits []Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		if len(out) > 0 && e.Span.Start < out[len(out)-1].Span.End {
			continue
		}
		out = append(out, e)
	}
	return out
}

// CheckOptions are the choices of a check from the command line.
type CheckOptions struct {
	Config     *Config  // goes before pyproject.toml, or nil
	ExtraPaths []string // further folders to find modules in
}

// Report is the outcome of a check.
type Report struct {
	Files       []string     // the files that were checked, sorted
	Diagnostics []Diagnostic // in order of path and place
}

// Check applies all rules to files and folders. A path that does not exist is an error.
//
// The channels of each given folder are followed through all its files; a file given alone is a
// program of its own, with what it imports.
func Check(ctx context.Context, paths []string, options CheckOptions) (*Report, error) {
	report := &Report{}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		info, err := os.Stat(abs)
		if err != nil {
			return nil, fmt.Errorf("check %s: no such file or folder", p)
		}
		if info.IsDir() {
			project := Open(Options{Folders: []string{abs}, ExtraPaths: options.ExtraPaths, Config: options.Config})
			report.add(ctx, project.Snapshot(), project.Snapshot().Files())
			continue
		}
		report.checkFile(ctx, abs, options)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	rules.Sort(report.Diagnostics)
	report.Diagnostics = slices.CompactFunc(report.Diagnostics, func(a, b Diagnostic) bool {
		return a.Rule == b.Rule && a.Path == b.Path && a.Span == b.Span && a.Message == b.Message
	})
	return report, nil
}

// checkFile checks one program: the file, with the modules it imports as its project.
func (r *Report) checkFile(ctx context.Context, path string, options CheckOptions) {
	disk := modules.NewDisk()
	if _, ok := disk.Text(path); !ok {
		return
	}
	folder := configFolder(filepath.Dir(path))
	config, problems := configFor([]string{folder}, options.Config, disk.Text)
	whole := modules.NewView(modules.NewStore(), disk, nil, modules.Setting{
		Roots: []string{folder}, Extra: options.ExtraPaths, Aliases: config.aliases(),
	})
	r.add(ctx, newSnapshot(whole.Program(path), config, problems), []string{path})
}

func (r *Report) add(ctx context.Context, s *Snapshot, paths []string) {
	r.Diagnostics = append(r.Diagnostics, s.problems...)
	for _, p := range paths {
		if ctx.Err() != nil {
			return
		}
		if s.config.excluded(p, s.view.Roots()) {
			continue
		}
		r.Files = append(r.Files, p)
		r.Diagnostics = append(r.Diagnostics, s.Check(p)...)
	}
}
