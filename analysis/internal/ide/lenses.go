package ide

import (
	"sort"
	"strings"

	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
	"slp/syntax/scope"
)

// Lenses are the lines above the channels and tasklet functions of a file.
func (x *Index) Lenses(f *modules.File) []Lens {
	var out []Lens
	for _, ch := range x.owned(f) {
		lens := Lens{Span: ch.Span, Title: x.peersTitle(ch)}
		if t := x.element(ch); t != "" {
			lens.Title += " · " + t
		}
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.Kind.Sends() || op.Kind.Receives() || op.Kind == topology.Close {
				lens.Targets = append(lens.Targets, opLocation(op))
			}
		}
		sortLocations(lens.Targets)
		out = append(out, lens)
	}
	if len(x.Graph().Tasklets) > 0 {
		for _, s := range f.Scopes.Scopes {
			def, ok := s.Node.(*syntax.FunctionDef)
			if !ok || s.Kind != scope.Function || def.Name == "" {
				continue
			}
			spawns := x.Graph().SpawnsOf(f, def)
			if len(spawns) == 0 {
				continue
			}
			lens := Lens{Span: def.NameSpan, Title: "spawned at " + plural(len(spawns), "place")}
			loop := false
			for _, sp := range spawns {
				loop = loop || sp.Loop
				lens.Targets = append(lens.Targets, Location{Path: sp.File.Path, File: sp.File.Source, Span: sp.Call.Span, Name: sp.Call.Span})
			}
			if loop {
				lens.Title += ", in a loop"
			}
			out = append(out, lens)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	return out
}

func opLocation(op *topology.Op) Location {
	return Location{Path: op.File.Path, File: op.File.Source, Span: op.Node.Range(), Name: op.Span}
}

// Inlays are the hints inside the lines of a span: what a channel carries, and who is at its other end.
func (x *Index) Inlays(f *modules.File, within syntax.Span) []Inlay {
	var out []Inlay
	for _, ch := range x.owned(f) {
		if ch.Span != ch.Call.Span && within.Contains(ch.Span.Start) && !annotated(f, ch.Call) {
			if t := x.element(ch); t != "" {
				out = append(out, Inlay{Offset: ch.Span.End, Label: ": channel[" + t + "]", Tooltip: x.peersTitle(ch), Type: true, After: true})
			}
		}
	}
	seen := map[syntax.Node]bool{}
	for _, ch := range x.Graph().Channels {
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.File != f || !within.Contains(op.Span.Start) || seen[op.Node] || !(op.Kind.Sends() || op.Kind.Receives()) {
				continue
			}
			seen[op.Node] = true
			if in, ok := x.otherEnd(ch, op); ok {
				out = append(out, in)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Offset < out[j].Offset })
	return out
}

func annotated(f *modules.File, c *syntax.Call) bool {
	_, ok := f.Parent(c).(*syntax.AnnAssign)
	return ok
}

// otherEnd is the hint behind an operation: the functions that are its partners.
func (x *Index) otherEnd(ch *topology.Channel, op *topology.Op) (Inlay, bool) {
	arrow := " → "
	if op.Kind.Receives() {
		arrow = " ← "
	}
	var names []string
	var target *Location
	seen := map[string]bool{}
	for i := range ch.Ops {
		p := &ch.Ops[i]
		if !(p.Kind.Sends() || p.Kind.Receives()) || p.Kind.Sends() == op.Kind.Sends() {
			continue
		}
		n := functionName(p.File, p.Func)
		if !seen[n] {
			seen[n] = true
			names = append(names, n)
			if target == nil {
				l := opLocation(p)
				target = &l
			}
		}
	}
	if len(names) == 0 {
		if ch.Open {
			return Inlay{}, false
		}
		return Inlay{Offset: op.Node.Range().End, Label: arrow + "nobody", Tooltip: "no partner in this project", After: true}, op.Kind != topology.Iterate
	}
	label := strings.Join(names[:min(2, len(names))], ", ")
	if len(names) > 2 {
		label += ", …"
	}
	offset := op.Node.Range().End
	if loop, ok := op.Node.(*syntax.For); ok {
		offset = loop.Iter.Range().End
	}
	return Inlay{Offset: offset, Label: arrow + label, Tooltip: x.peersTitle(ch), After: true, Target: target}, true
}

// Topology is the picture of the project's channels and tasklets. With a path, only those with a
// part in that file.
func (x *Index) Topology(path string) Topology {
	var out Topology
	g := x.Graph()
	ids := map[syntax.Node]string{}
	add := func(f *modules.File, fn syntax.Node) string {
		if id, ok := ids[fn]; ok {
			return id
		}
		id := "t" + itoa(len(ids))
		ids[fn] = id
		t := TopologyTasklet{ID: id, Name: functionName(f, fn), At: Location{Path: f.Path, File: f.Source, Span: fn.Range(), Name: fn.Range()}}
		if def, ok := fn.(*syntax.FunctionDef); ok {
			t.At.Name = def.NameSpan
			for _, s := range g.SpawnsOf(f, def) {
				t.Spawns = append(t.Spawns, Location{Path: s.File.Path, File: s.File.Source, Span: s.Call.Span, Name: s.Call.Span})
			}
		}
		out.Tasklets = append(out.Tasklets, t)
		return id
	}
	for i, ch := range g.Channels {
		if path != "" && ch.File.Path != path && !touches(ch, path) {
			continue
		}
		id := "c" + itoa(i)
		out.Channels = append(out.Channels, TopologyChannel{
			ID: id, Name: ch.Title(), Open: ch.Open,
			At: Location{Path: ch.File.Path, File: ch.File.Source, Span: ch.Call.Span, Name: ch.Span},
		})
		for k := range ch.Ops {
			op := &ch.Ops[k]
			if op.Kind.Sends() || op.Kind.Receives() || op.Kind == topology.Close {
				out.Edges = append(out.Edges, TopologyEdge{Tasklet: add(op.File, op.Func), Channel: id, Operation: op.Kind.String(), At: opLocation(op)})
			}
		}
	}
	return out
}

func touches(ch *topology.Channel, path string) bool {
	for i := range ch.Ops {
		if ch.Ops[i].File.Path == path {
			return true
		}
	}
	return false
}
