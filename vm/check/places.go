package check

import (
	"os"
	"path/filepath"
	"strings"

	"slp/syntax"
	"slp/vm"
)

// place is where a frame stands.
func (r *run) place(f vm.Frame) Place {
	p := f.Position()
	return Place{Path: r.shown(f.File()), Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn, Function: f.Qualname()}
}

// shown is a path as reports name it: relative to where we are, if it lies there.
func (r *run) shown(path string) string {
	if path == r.options.Path || !filepath.IsAbs(path) {
		return path
	}
	if dir, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
			return rel
		}
	}
	return path
}

// where is the place of a tasklet that matters: the innermost one that is the program's own.
func (r *run) where(t vm.Tasklet) Place {
	for f := t.Top(); !f.Nil(); f = f.Outer() {
		if !f.Library() {
			return r.place(f)
		}
	}
	if t.Main {
		return Place{Path: r.options.Path, Line: 1}
	}
	if p := r.made(t.Created()); p != nil {
		return *p
	}
	return Place{Path: r.options.Path, Line: 1}
}

func (r *run) made(p vm.Place, ok bool) *Place {
	if !ok {
		return nil
	}
	return &Place{Path: r.shown(p.File), Line: p.Line, Function: p.Function}
}

func (r *run) tasklets(all []vm.Tasklet) []Tasklet {
	var out []Tasklet
	for _, t := range all[:min(len(all), mostTold)] {
		out = append(out, r.tasklet(t))
	}
	return out
}

func (r *run) tasklet(t vm.Tasklet) Tasklet {
	x := Tasklet{ID: t.ID, Name: title(t), State: string(t.State), Created: r.made(t.Created())}
	if t.State == vm.Blocked {
		x.Operation = "receive"
		if t.Sends {
			x.Operation = "send"
		}
		x.Channel = r.machine.ChannelNames()(t.Channel)
		x.Made = r.made(t.Channel.Created())
	}
	const deep = 50
	for f := t.Top(); !f.Nil() && len(x.Stack) < deep; f = f.Outer() {
		x.Stack = append(x.Stack, r.place(f))
	}
	return x
}

// source is the text of a file of the program, to ask for loops.
type source struct {
	file *syntax.File
	tree *syntax.Module
}

// service tells that a tasklet waits in a loop that is meant to go round for ever, and has gone round before.
func (r *run) service(t vm.Tasklet) bool {
	if !r.served[t.ID] || t.State != vm.Blocked {
		return false
	}
	p := r.where(t)
	s := r.loops[p.Path]
	if s == nil {
		text := r.options.Text
		if p.Path != r.options.Path {
			text, _ = os.ReadFile(p.Path) // no text has no loops
		}
		s = &source{file: syntax.NewFile(p.Path, text)}
		s.tree, _ = syntax.Parse(s.file, syntax.Options{})
		r.loops[p.Path] = s
	}
	if p.Column == 0 || p.Line > s.file.Lines() {
		return false
	}
	at := s.file.LineSpan(p.Line).Start + int32(p.Column) - 1
	found := false
	for _, n := range syntax.Path(s.tree, at) {
		switch n := n.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
			found = false
		case *syntax.While:
			if c, ok := n.Test.(*syntax.Constant); ok && (c.Kind == syntax.True || c.Kind == syntax.Int && c.Int != 0) {
				found = true
			}
		case *syntax.For:
			// "for message in channel" ends when the channel is told so
			if span := n.Iter.Range(); !t.Sends && span.Start <= at && at < span.End {
				found = true
			}
		}
	}
	return found
}
