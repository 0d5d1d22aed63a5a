package rules

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP117 tasklet-of-result: "stackless.tasklet(f())" calls f at once, in the caller, and makes a
// tasklet of what it returns. When that cannot be called, the tasklet fails with TypeError.
//
//	stackless.tasklet(work())()     # write stackless.tasklet(work)()
//
// Functions that return a function are fine and not reported.
func taskletOfResult(p *pass) {
	for _, c := range p.File.Calls() {
		inner, ok := topology.Argument(c, 0, "func").(*syntax.Call)
		if !ok || !p.isClass(c.Func, "tasklet") {
			continue
		}
		for _, v := range p.Engine.Expr(p.File, inner.Func) {
			fn, ok := v.(*infer.Func)
			if !ok || fn.Def == nil || fn.Def.Async || len(fn.Def.Decorators) > 0 || fn.File.Stub {
				continue
			}
			confidence, what := p.uncallable(fn)
			if what == "" {
				continue
			}
			d := p.report(inner.Span, confidence, "'%s' is called here, at once; the tasklet gets its result, %s, which cannot be called", fn.Name(), what)
			d.related(fn.File, fn.Def.NameSpan, "'%s' is defined here", fn.Name())
			d.Hint = "give the tasklet the function and call the tasklet: tasklet(" + fn.Name() + ")(arguments)"
			if outer, ok := p.File.Parent(c).(*syntax.Call); ok && outer.Func == syntax.Expr(c) && len(outer.Args)+len(outer.Keywords) == 0 {
				args := p.File.Source.Text[inner.Open:inner.End]
				d.Fixes = append(d.Fixes, Fix{Title: "Give the arguments to the tasklet", Edits: []Edit{
					{Span: syntax.Span{Start: inner.Open, End: inner.End}},
					{Span: syntax.Span{Start: outer.Open, End: outer.End}, Text: args},
				}})
			}
			break
		}
	}
}

// uncallable says what a function returns when that can never be called, else "".
func (p *pass) uncallable(fn *infer.Func) (Confidence, string) {
	value, generator := false, false
	infer.Own(fn.Def, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Return:
			if n.Value != nil && !topology.IsNone(n.Value) {
				value = true
			}
		case *syntax.Yield, *syntax.YieldFrom:
			generator = true
		}
	})
	if generator {
		return High, "a generator"
	}
	if !value {
		if stub := onlyRaises(fn.Def); stub {
			return High, ""
		}
		return High, "None"
	}
	t := p.Engine.Returned(fn)
	if len(t) == 0 {
		return High, ""
	}
	for _, v := range t {
		in, ok := v.(*infer.Instance)
		if !ok || !p.Engine.Complete(in.Class) || len(p.Engine.Members(in, "__call__")) > 0 {
			return High, ""
		}
	}
	return Medium, "a value of type " + p.Engine.Describe(t)
}

func onlyRaises(def *syntax.FunctionDef) bool {
	if len(def.Body) == 0 {
		return true
	}
	_, raises := def.Body[len(def.Body)-1].(*syntax.Raise)
	return raises
}

// isClass reports an expression that is surely a class of the stackless interface, or inherits from it.
func (p *pass) isClass(x syntax.Expr, name string) bool {
	t := p.Engine.Expr(p.File, x)
	for _, v := range t {
		c, ok := v.(*infer.Class)
		if !ok {
			return false
		}
		if n, _ := p.Engine.StacklessClass(c); n != name {
			return false
		}
	}
	return len(t) > 0
}

// expectsError reports a node inside a try that handles RuntimeError, or a with that expects it.
func (p *pass) expectsError(n syntax.Node) bool {
	child := n
	for q := p.File.Parent(n); q != nil; child, q = q, p.File.Parent(q) {
		switch q := q.(type) {
		case *syntax.Try:
			if s, ok := child.(syntax.Stmt); ok && inList(q.Body, s) {
				for _, h := range q.Handlers {
					if h.Type == nil || mentions(h.Type, "RuntimeError", "Exception", "BaseException") {
						return true
					}
				}
			}
		case *syntax.With:
			for _, w := range q.Items {
				if mentions(w.Context, "assertRaises", "assertRaisesRegex", "raises", "suppress") {
					return true
				}
			}
		case *syntax.FunctionDef, *syntax.Lambda:
			return false
		}
	}
	return false
}
