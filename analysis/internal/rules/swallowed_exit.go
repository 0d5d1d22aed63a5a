package rules

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP119 swallowed-exit: a handler that catches TaskletExit (by name, as SystemExit or
// BaseException, or with a bare except) around an operation that can block, and then goes on. The
// tasklet survives kill(), and whoever killed it believes it is dead.
//
//	while True:
//	    try:
//	        handle(c.receive())
//	    except:                    # write "except Exception:", or raise TaskletExit again
//	        log()
//
// A handler that ends the tasklet (raise, return, break out of the loop, or nothing left to do
// after it) is fine.
func swallowedExit(p *pass) {
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		try, ok := n.(*syntax.Try)
		if !ok || try.Star {
			return
		}
		op := p.blockingIn(try.Body)
		if op == nil {
			return
		}
		for _, h := range try.Handlers {
			if !catchesExit(h.Type) {
				continue
			}
			if !p.goesOn(try, h) {
				return
			}
			span, what := syntax.Span{Start: h.Start, End: h.Start + int32(len("except"))}, "this bare except"
			if h.Type != nil {
				span, what = h.Type.Range(), "'except "+p.File.Source.Slice(h.Type.Range())+"'"
			}
			d := p.report(span, Medium, "%s swallows TaskletExit: the tasklet goes on after kill()", what)
			d.related(p.File, op.Range(), "the tasklet can be killed while it waits here")
			d.Hint = "catch Exception instead, or put 'except TaskletExit: raise' before it"
			if h.Type == nil {
				d.Fixes = append(d.Fixes, Fix{Title: "Catch Exception only", Edits: []Edit{{Span: syntax.Span{Start: h.Start, End: h.Start + int32(len("except"))}, Text: "except Exception"}}})
			} else if lastName(h.Type) == "BaseException" {
				d.Fixes = append(d.Fixes, Fix{Title: "Catch Exception only", Edits: []Edit{{Span: h.Type.Range(), Text: "Exception"}}})
			}
			first := try.Handlers[0]
			indent := p.indentOf(first.Start)
			d.Fixes = append(d.Fixes, Fix{Title: "Raise TaskletExit again", Edits: []Edit{{
				Span: syntax.Span{Start: first.Start, End: first.Start},
				Text: "except TaskletExit:\n" + indent + "    raise\n" + indent,
			}}})
			return
		}
	})
}

func (p *pass) indentOf(offset int32) string {
	start := p.File.Source.LineSpan(p.File.Source.Line(offset)).Start
	return p.File.Source.Text[start:offset]
}

func catchesExit(x syntax.Expr) bool {
	switch x := x.(type) {
	case nil:
		return true
	case *syntax.Tuple:
		for _, e := range x.Elts {
			if catchesExit(e) {
				return true
			}
		}
		return false
	}
	switch lastName(x) {
	case "TaskletExit", "SystemExit", "BaseException":
		return true
	}
	return false
}

// goesOn reports a handler after which the tasklet does something that matters: it comes round in a
// loop, or another operation that can block follows.
func (p *pass) goesOn(try *syntax.Try, h *syntax.ExceptHandler) bool {
	ends, raises := false, false
	for _, s := range h.Body {
		modules.WalkUntil(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.Raise:
				raises = true
			case *syntax.Call:
				switch lastName(n.Func) {
				case "exit", "_exit", "kill", "abort", "exc_info", "bomb", "send_throw", "throw":
					raises = true // it is ended, or handed on
				}
			case *syntax.FunctionDef, *syntax.Lambda:
				return false
			}
			return true
		})
		if leaves(s) {
			if _, again := s.(*syntax.Continue); !again {
				ends = true
			}
		}
	}
	if ends || raises {
		return false
	}
	if p.loopAround(try) != nil {
		return true
	}
	for child, q := syntax.Node(try), p.File.Parent(try); q != nil; child, q = q, p.File.Parent(q) {
		for _, list := range lists(q) {
			for i, s := range list {
				if syntax.Node(s) == child && p.blockingIn(list[i+1:]) != nil {
					return true
				}
			}
		}
		switch q.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Module:
			return false
		}
	}
	return false
}

// loopAround is the loop whose body holds a node, in its function.
func (p *pass) loopAround(n syntax.Node) syntax.Node {
	for q := p.File.Parent(n); q != nil; q = p.File.Parent(q) {
		switch q := q.(type) {
		case *syntax.While, *syntax.For:
			return q
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
			return nil
		}
	}
	return nil
}

// blockingIn is the first operation in some statements that can let other tasklets run, or nil.
func (p *pass) blockingIn(list []syntax.Stmt) syntax.Node {
	var found syntax.Node
	for _, s := range list {
		modules.WalkUntil(s, func(n syntax.Node) bool {
			if found != nil {
				return false
			}
			switch n := n.(type) {
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
				return false
			case *syntax.Call:
				if p.blocking(n) {
					found = n
				}
			case *syntax.For:
				if p.Engine.Kind(p.Engine.Expr(p.File, n.Iter)) == "channel" {
					found = n.Iter
				}
			}
			return true
		})
	}
	return found
}

// blocking reports a call that can block the tasklet or give up its turn.
func (p *pass) blocking(c *syntax.Call) bool {
	switch lastName(c.Func) {
	case "send", "receive", "send_exception", "send_throw", "send_sequence", "schedule", "schedule_remove", "__next__":
	default:
		return false
	}
	switch p.stackless(c.Func) {
	case "channel.send", "channel.receive", "channel.send_exception", "channel.send_throw", "channel.send_sequence",
		"channel.__next__", "schedule", "schedule_remove":
		return true
	}
	return false
}
