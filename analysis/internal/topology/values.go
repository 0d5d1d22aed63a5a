package topology

import (
	"fmt"
	"maps"
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// What automata need to know of values: which channel an expression is, and the small numbers and
// lists that lead to it, as in links[i - 1].

type valueKind uint8

const (
	other valueKind = iota // not known
	aChannel
	aNumber
	aList
)

// value is what an expression is for sure.
type value struct {
	kind    valueKind
	channel *Channel
	number  int // of aNumber; of aChannel, which of those that its site makes
	list    []value
}

// key is equal for equal values.
func (v value) key() string {
	switch v.kind {
	case aChannel:
		return fmt.Sprintf("c%p.%d", v.channel, v.number)
	case aNumber:
		return fmt.Sprintf("n%d", v.number)
	case aList:
		parts := make([]string, len(v.list))
		for i, x := range v.list {
			parts[i] = x.key()
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	return "?"
}

// bindings are what parameters and loop variables stand for.
type bindings map[*scope.Symbol]value

// with is the bindings and one more.
func (e bindings) with(sym *scope.Symbol, v value) bindings {
	out := maps.Clone(e)
	out[modules.Definer(sym)] = v
	return out
}

// maxList bounds the lists that are looked into.
const maxList = 32

// evaluator finds values in one function with its bindings.
type evaluator struct {
	c     *compiler
	f     *modules.File
	env   bindings
	index int // which round of a list comprehension it is in
	depth int
}

func (e evaluator) eval(x syntax.Expr) value {
	if e.depth++; e.depth > 40 {
		return value{}
	}
	switch x := x.(type) {
	case *syntax.Constant:
		switch {
		case x.Kind == syntax.Int && x.Big == nil && x.Int > -1000 && x.Int < 1000:
			return value{kind: aNumber, number: int(x.Int)}
		case x.Kind == syntax.Str && len(x.Str) <= maxList:
			return value{kind: aList, list: make([]value, len([]rune(x.Str)))}
		}
	case *syntax.Name:
		return e.name(x)
	case *syntax.List:
		return e.display(x.Elts)
	case *syntax.Tuple:
		return e.display(x.Elts)
	case *syntax.ListComp:
		return e.comprehension(x.Elt, x.Generators)
	case *syntax.GeneratorExp:
		return e.comprehension(x.Elt, x.Generators)
	case *syntax.UnaryOp:
		if v := e.eval(x.Operand); x.Op == syntax.USub && v.kind == aNumber {
			return value{kind: aNumber, number: -v.number}
		}
	case *syntax.BinOp:
		return arithmetic(x.Op, e.eval(x.Left), e.eval(x.Right))
	case *syntax.Subscript:
		l, i := e.eval(x.Value), e.eval(x.Index)
		if l.kind != aList || i.kind != aNumber {
			return value{}
		}
		if i.number < 0 {
			i.number += len(l.list)
		}
		if i.number >= 0 && i.number < len(l.list) {
			return l.list[i.number]
		}
	case *syntax.Call:
		return e.call(x)
	case *syntax.Attribute:
		return e.inferred(x)
	}
	return value{}
}

func arithmetic(op syntax.Operator, a, b value) value {
	if a.kind != aNumber || b.kind != aNumber {
		return value{}
	}
	n := 0
	switch op {
	case syntax.Add:
		n = a.number + b.number
	case syntax.Sub:
		n = a.number - b.number
	case syntax.Mult:
		n = a.number * b.number
	case syntax.Mod:
		if b.number <= 0 {
			return value{}
		}
		n = ((a.number % b.number) + b.number) % b.number
	default:
		return value{}
	}
	if n < -1000 || n > 1000 {
		return value{}
	}
	return value{kind: aNumber, number: n}
}

func (e evaluator) display(elts []syntax.Expr) value {
	v := value{kind: aList, list: []value{}}
	if len(elts) > maxList {
		return value{}
	}
	for _, x := range elts {
		if _, star := x.(*syntax.Starred); star {
			return value{}
		}
		v.list = append(v.list, e.eval(x))
	}
	return v
}

func (e evaluator) comprehension(elt syntax.Expr, gens []*syntax.Comprehension) value {
	if len(gens) != 1 || len(gens[0].Ifs) > 0 || gens[0].Async || e.index > 0 {
		return value{}
	}
	items, ok := e.items(gens[0].Iter)
	if !ok {
		return value{}
	}
	v := value{kind: aList, list: []value{}}
	for i, item := range items {
		inner := e
		inner.env, inner.index = bindTarget(e.f, e.env, gens[0].Target, item), i
		v.list = append(v.list, inner.eval(elt))
	}
	return v
}

// items are what a loop over an expression gives, one after the other.
func (e evaluator) items(x syntax.Expr) ([]value, bool) {
	v := e.eval(x)
	return v.list, v.kind == aList
}

// bindTarget gives the names of a loop's target their values.
func bindTarget(f *modules.File, env bindings, target syntax.Expr, v value) bindings {
	switch t := target.(type) {
	case *syntax.Name:
		if sym := f.SymbolOf(t); sym != nil {
			return env.with(sym, v)
		}
	case *syntax.Tuple:
		for i, x := range t.Elts {
			item := value{}
			if v.kind == aList && len(v.list) == len(t.Elts) {
				item = v.list[i]
			}
			env = bindTarget(f, env, x, item)
		}
	}
	return env
}

// name is what a variable is: what it is bound to here, or the value that is assigned to it once.
func (e evaluator) name(x *syntax.Name) value {
	sym := e.f.SymbolOf(x)
	if sym == nil {
		return e.inferred(x)
	}
	def := modules.Definer(sym)
	if v, ok := e.env[def]; ok {
		if len(def.Bindings) > 1 {
			return value{}
		}
		return v
	}
	if def.Parameter {
		return value{}
	}
	bindings := e.f.GlobalBindings(def.Name)
	if def.Scope.Kind != scope.Module {
		bindings = nil
		for i := range def.Bindings {
			bindings = append(bindings, &def.Bindings[i])
		}
	}
	if len(bindings) == 1 {
		if x := assigned(e.f, bindings[0]); x != nil {
			if v := e.eval(x); v.kind == aChannel || v.kind == aNumber || v.kind == aList && e.c.frozen(e.f, def) {
				return v
			}
		}
	}
	return e.inferred(x)
}

// assigned is the expression that a binding gives to its name, once: "a = x", or in "a, b = x, y".
func assigned(f *modules.File, b *scope.Binding) syntax.Expr {
	a, ok := b.Node.(*syntax.Assign)
	if !ok || len(a.Targets) != 1 || InLoop(f, a) {
		return nil
	}
	if n, ok := a.Targets[0].(*syntax.Name); ok && n.Span == b.Span {
		return a.Value
	}
	targets, values := elements(a.Targets[0]), elements(a.Value)
	if len(targets) != len(values) {
		return nil
	}
	for i, t := range targets {
		if n, ok := t.(*syntax.Name); ok && n.Span == b.Span {
			return values[i]
		}
	}
	return nil
}

// frozen reports a variable whose list is only read: nothing is put in or taken out.
func (c *compiler) frozen(f *modules.File, sym *scope.Symbol) bool {
	for _, m := range f.Mentions(sym) {
		if m.Use == nil {
			continue
		}
		switch p := f.Parent(m.Use).(type) {
		case *syntax.Subscript:
			if p.Ctx != syntax.Load || p.Value != m.Use.(syntax.Expr) {
				return false
			}
		case *syntax.For, *syntax.Comprehension:
		case *syntax.Call:
			switch modules.LastName(p.Func) {
			case "enumerate", "len", "zip", "print", "reversed", "range":
			default:
				return false
			}
		default:
			return false
		}
	}
	return true
}

func (e evaluator) call(x *syntax.Call) value {
	if ch := e.c.g.bySite[x]; ch != nil {
		return value{kind: aChannel, channel: ch, number: e.index}
	}
	fn, ok := x.Func.(*syntax.Name)
	if !ok || len(x.Keywords) > 0 || len(x.Args) == 0 || e.f.Global(fn.Id) != nil {
		return value{}
	}
	args := make([]value, len(x.Args))
	for i, a := range x.Args {
		args[i] = e.eval(a)
	}
	switch fn.Id {
	case "range":
		return counted(args)
	case "len":
		if args[0].kind == aList {
			return value{kind: aNumber, number: len(args[0].list)}
		}
	case "list", "tuple":
		if args[0].kind == aList {
			return args[0]
		}
	case "enumerate":
		if args[0].kind != aList || len(args) > 1 {
			return value{}
		}
		out := value{kind: aList, list: []value{}}
		for i, v := range args[0].list {
			out.list = append(out.list, value{kind: aList, list: []value{{kind: aNumber, number: i}, v}})
		}
		return out
	case "zip":
		out := value{kind: aList, list: []value{}}
		for i := 0; ; i++ {
			row := value{kind: aList}
			for _, a := range args {
				if a.kind != aList {
					return value{}
				}
				if i >= len(a.list) {
					return out
				}
				row.list = append(row.list, a.list[i])
			}
			out.list = append(out.list, row)
		}
	}
	return value{}
}

func counted(args []value) value {
	for _, a := range args {
		if a.kind != aNumber {
			return value{}
		}
	}
	from, to := 0, args[0].number
	switch len(args) {
	case 1:
	case 2:
		from, to = args[0].number, args[1].number
	default:
		return value{}
	}
	if to-from > maxList {
		return value{}
	}
	out := value{kind: aList, list: []value{}}
	for i := from; i < to; i++ {
		out.list = append(out.list, value{kind: aNumber, number: i})
	}
	return out
}

// inferred is the one channel that inference knows, of a site that makes one channel only.
func (e evaluator) inferred(x syntax.Expr) value {
	types := e.c.g.engine.Expr(e.f, x)
	chs := e.c.g.ChannelsOf(types)
	if len(chs) != 1 || len(types) != 1 || chs[0].Boxed || InLoop(chs[0].File, chs[0].Call) {
		return value{}
	}
	return value{kind: aChannel, channel: chs[0]}
}
