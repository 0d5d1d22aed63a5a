package rules

import (
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP123 spawn-arguments: the arguments that a tasklet is given do not fit its function. The
// TypeError comes only when the tasklet runs, far from the line that is wrong.
//
//	def work(a): ...
//	stackless.tasklet(work)(1, 2)
func spawnArguments(p *pass) {
	for _, c := range p.File.Calls() {
		if p.expectsError(c) {
			continue
		}
		invs := p.Engine.Invocations(p.File, c)
		if len(invs) != 1 || invs[0].Spawn == nil || invs[0].Partial {
			continue
		}
		inv := invs[0]
		if inv.Func.Def != nil && len(inv.Func.Def.Decorators) > 0 && !inv.Func.Bound() || inv.Func.File.Stub {
			continue
		}
		if problem := misfit(&inv); problem != "" && !p.expectsTypeError() {
			d := p.report(c.Span, High, "'%s' cannot be started so: %s", inv.Func.Name(), problem)
			if inv.Func.Def != nil {
				d.related(inv.Func.File, inv.Func.Def.NameSpan, "'%s' is defined here", inv.Func.Name())
			}
		}
	}
}

// expectsTypeError reports a file in which a run of the scheduler is expected to raise TypeError.
func (p *pass) expectsTypeError() bool {
	for _, c := range p.File.Calls() {
		switch lastName(c.Func) {
		case "run", "schedule", "receive", "switch":
		default:
			continue
		}
		child := syntax.Node(c)
		for q := p.File.Parent(c); q != nil; child, q = q, p.File.Parent(q) {
			try, ok := q.(*syntax.Try)
			if !ok {
				continue
			}
			if s, isStmt := child.(syntax.Stmt); isStmt && inList(try.Body, s) {
				for _, h := range try.Handlers {
					if h.Type == nil || mentions(h.Type, "TypeError", "Exception", "BaseException") {
						return true
					}
				}
			}
		}
	}
	return false
}

// misfit says what is wrong with the arguments of an invocation, or "".
func misfit(inv *infer.Invocation) string {
	a := inv.Func.Arguments()
	pos := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	posOnly := len(a.PosOnly)
	if inv.Func.Bound() && len(pos) > 0 {
		pos = pos[1:]
		posOnly = max(0, posOnly-1)
	}
	given := map[string]bool{}
	for i, x := range inv.Args {
		if _, star := x.(*syntax.Starred); star {
			return ""
		}
		if i < len(pos) {
			given[pos[i].Name] = true
		} else if a.VarArg == nil {
			return "it takes " + count(len(pos), "positional argument") + " but gets " + itoa(len(inv.Args))
		}
	}
	for _, k := range inv.Keywords {
		if k.Name == "" {
			return ""
		}
		known := a.KwArg != nil
		for i, q := range pos {
			if q.Name == k.Name && i >= posOnly {
				if given[k.Name] {
					return "it gets two values for argument '" + k.Name + "'"
				}
				known = true
			}
		}
		for _, q := range a.KwOnly {
			known = known || q.Name == k.Name
		}
		if !known {
			return "it has no parameter '" + k.Name + "'"
		}
		given[k.Name] = true
	}
	var missing []string
	for _, q := range append(pos, a.KwOnly...) {
		if !given[q.Name] && modules.Default(a, q) == nil {
			missing = append(missing, "'"+q.Name+"'")
		}
	}
	if len(missing) > 0 {
		return "it needs " + strings.Join(missing, ", ")
	}
	return ""
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
