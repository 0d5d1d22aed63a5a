package rules

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP006 unreachable-code: statements after return, raise, break, continue or an endless loop without
// break. They never run.
func unreachableCode(p *pass) {
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		for _, list := range lists(n) {
			for i, s := range list {
				if i+1 < len(list) && leaves(s) {
					first, last := modules.Cover(list[i+1]), list[len(list)-1].Range()
					if generatorMark(list[i+1:]) {
						break
					}
					d := p.report(syntax.Span{Start: first.Start, End: last.End}, High, "code cannot be reached")
					d.Unneeded = true
					break
				}
			}
		}
	})
}

// generatorMark reports "return" followed by a lone yield: the usual way to write an empty generator.
func generatorMark(list []syntax.Stmt) bool {
	if len(list) != 1 {
		return false
	}
	x, ok := list[0].(*syntax.ExprStmt)
	if !ok {
		return false
	}
	_, yield := x.Value.(*syntax.Yield)
	return yield
}

// leaves reports a statement after which the next one never runs.
func leaves(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.Return, *syntax.Raise, *syntax.Break, *syntax.Continue:
		return true
	case *syntax.If:
		return len(s.Orelse) > 0 && listLeaves(s.Body) && listLeaves(s.Orelse)
	case *syntax.With:
		return false // its manager may swallow an exception
	case *syntax.While:
		c, ok := s.Test.(*syntax.Constant)
		if !ok || c.Kind != syntax.True && !(c.Kind == syntax.Int && c.Int != 0) {
			return false
		}
		return !breaks(s.Body)
	case *syntax.Try:
		if listLeaves(s.Finalbody) {
			return true
		}
		if len(s.Orelse) > 0 && !listLeaves(s.Orelse) || len(s.Orelse) == 0 && !listLeaves(s.Body) {
			return false
		}
		for _, h := range s.Handlers {
			if !listLeaves(h.Body) {
				return false
			}
		}
		return true
	}
	return false
}

func listLeaves(list []syntax.Stmt) bool {
	for _, s := range list {
		if leaves(s) {
			return true
		}
	}
	return false
}

// breaks reports a break that leaves the loop whose body the list is.
func breaks(list []syntax.Stmt) bool {
	found := false
	for _, s := range list {
		modules.WalkUntil(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.Break:
				found = true
			case *syntax.For:
				found = found || breaks(n.Orelse)
				return false
			case *syntax.While:
				found = found || breaks(n.Orelse)
				return false
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
				return false
			}
			return true
		})
	}
	return found
}
