package ide

import (
	"sort"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Tokens are the semantic tokens of the names in a span, in order.
func (x *Index) Tokens(f *modules.File, within syntax.Span) []Token {
	t := &tokenizer{x: x, f: f, within: within}
	modules.WalkUntil(f.Tree, func(n syntax.Node) bool {
		if x.Done() {
			return false
		}
		r := modules.Cover(n)
		if r.End < within.Start || r.Start > within.End {
			return false
		}
		t.node(n)
		return true
	})
	sort.SliceStable(t.out, func(i, j int) bool { return t.out[i].Span.Start < t.out[j].Span.Start })
	out := t.out[:0]
	for i, tok := range t.out {
		if i > 0 && tok.Span.Start < out[len(out)-1].Span.End {
			continue
		}
		out = append(out, tok)
	}
	return out
}

type tokenizer struct {
	x      *Index
	f      *modules.File
	within syntax.Span
	out    []Token
}

func (t *tokenizer) add(span syntax.Span, kind TokenType, mods TokenModifiers) {
	if span.Empty() || span.End < t.within.Start || span.Start > t.within.End {
		return
	}
	t.out = append(t.out, Token{span, kind, mods})
}

func (t *tokenizer) node(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		kind, mods := TokenFunction, ModDeclaration|ModDefinition
		if _, ok := t.f.Parent(n).(*syntax.ClassDef); ok {
			kind = TokenMethod
		}
		if n.Async {
			mods |= ModAsync
		}
		t.add(n.NameSpan, kind, mods)
		for _, d := range n.Decorators {
			t.decorator(d)
		}
	case *syntax.ClassDef:
		t.add(n.NameSpan, TokenClass, ModDeclaration|ModDefinition)
		for _, d := range n.Decorators {
			t.decorator(d)
		}
	case *syntax.Arg:
		t.add(n.NameSpan, TokenParameter, ModDeclaration|t.special(t.x.Engine.Param(t.f, n)))
	case *syntax.Keyword:
		if n.Name != "" {
			t.add(n.NameSpan, TokenParameter, 0)
		}
	case *syntax.Name:
		t.name(n)
	case *syntax.Attribute:
		t.attribute(n)
	case *syntax.Import:
		for _, a := range n.Names {
			t.add(a.NameSpan, TokenNamespace, 0)
			if a.AsName != "" {
				t.add(a.AsNameSpan, TokenNamespace, ModDeclaration)
			}
		}
	case *syntax.ImportFrom:
		t.add(n.ModuleSpan, TokenNamespace, 0)
		for _, a := range n.Names {
			if a.Name == "*" {
				continue
			}
			kind, mods := t.kindOf(t.x.Engine.Imported(t.f, n, a.Name))
			t.add(a.NameSpan, kind, mods)
			if a.AsName != "" {
				t.add(a.AsNameSpan, kind, mods|ModDeclaration)
			}
		}
	case *syntax.ExceptHandler:
		if n.Name != "" {
			t.add(n.NameSpan, TokenVariable, ModDeclaration)
		}
	case *syntax.MatchAs:
		if n.Name != "" {
			t.add(n.NameSpan, TokenVariable, ModDeclaration)
		}
	case *syntax.MatchStar:
		if n.Name != "" {
			t.add(n.NameSpan, TokenVariable, ModDeclaration)
		}
	case *syntax.MatchMapping:
		if n.Rest != "" {
			t.add(n.RestSpan, TokenVariable, ModDeclaration)
		}
	case *syntax.TypeVar:
		t.add(n.NameSpan, TokenTypeParameter, ModDeclaration)
	case *syntax.ParamSpec:
		t.add(n.NameSpan, TokenTypeParameter, ModDeclaration)
	case *syntax.TypeVarTuple:
		t.add(n.NameSpan, TokenTypeParameter, ModDeclaration)
	}
}

func (t *tokenizer) decorator(d syntax.Expr) {
	switch d := d.(type) {
	case *syntax.Name:
		t.add(d.Span, TokenDecorator, 0)
	case *syntax.Attribute:
		t.add(d.NameSpan, TokenDecorator, 0)
	case *syntax.Call:
		t.decorator(d.Func)
	}
}

func (t *tokenizer) name(n *syntax.Name) {
	var mods TokenModifiers
	if n.Ctx == syntax.Store {
		mods |= ModDeclaration
	}
	sym := t.f.SymbolOf(n)
	if sym == nil {
		t.add(n.Span, TokenVariable, mods)
		return
	}
	def := modules.Definer(sym)
	types := t.x.Engine.Expr(t.f, n)
	switch {
	case def.Parameter:
		t.add(n.Span, TokenParameter, mods|t.special(types))
		return
	case def.TypeParam:
		t.add(n.Span, TokenTypeParameter, mods)
		return
	}
	kind, more := t.kindOf(types)
	if kind == TokenVariable && def.Scope.Kind == scope.Class {
		kind = TokenProperty
	}
	if !def.Bound && t.f.Global(n.Id) == nil && t.x.Engine.BuiltinSymbol(n.Id) != nil {
		more |= ModDefaultLibrary
	}
	if def.Scope.Kind == scope.Module && kind == TokenVariable && len(def.Bindings) == 1 && isUpper(n.Id) {
		more |= ModReadonly
	}
	t.add(n.Span, kind, mods|more)
}

func isUpper(s string) bool {
	for i := range len(s) {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
	}
	return len(s) > 1
}

func (t *tokenizer) attribute(n *syntax.Attribute) {
	var mods TokenModifiers
	if n.Ctx == syntax.Store {
		mods |= ModDeclaration
	}
	kind, more := t.kindOf(t.x.Engine.Expr(t.f, n))
	if kind == TokenVariable {
		kind = TokenProperty
	}
	t.add(n.NameSpan, kind, mods|more)
}

// kindOf is the type of token for a value.
func (t *tokenizer) kindOf(types infer.Type) (TokenType, TokenModifiers) {
	mods := t.special(types)
	for _, v := range types {
		switch v := v.(type) {
		case *infer.Module:
			return TokenNamespace, mods
		case *infer.Class:
			if v.File == t.x.Engine.Builtins() {
				mods |= ModDefaultLibrary
			}
			return TokenClass, mods
		case *infer.Func:
			if v.Lam != nil {
				return TokenVariable, mods
			}
			switch t.x.Engine.Stackless(v) {
			case "channel.send", "channel.receive", "channel.send_exception", "channel.send_throw", "channel.send_sequence",
				"schedule", "schedule_remove", "run", "tasklet.run", "tasklet.switch":
				mods |= ModBlocking
			}
			if v.Owner != nil {
				return TokenMethod, mods
			}
			if v.File == t.x.Engine.Builtins() {
				mods |= ModDefaultLibrary
			}
			if v.Def.Async {
				mods |= ModAsync
			}
			return TokenFunction, mods
		}
	}
	return TokenVariable, mods
}

// special are the modifiers of values that are channels or tasklets.
func (t *tokenizer) special(types infer.Type) TokenModifiers {
	switch t.x.Engine.Kind(types) {
	case "channel":
		return ModChannel
	case "tasklet":
		return ModTasklet
	}
	for _, v := range types {
		if c, ok := v.(*infer.Class); ok {
			switch n, _ := t.x.Engine.StacklessClass(c); n {
			case "channel":
				return ModChannel
			case "tasklet":
				return ModTasklet
			}
		}
	}
	return 0
}
