package scope

// resolver says, once all bindings are known, where each name lives.
type resolver struct{ *binder }

func (r *resolver) resolve() {
	r.checkDirectives()
	for _, s := range r.table.Scopes {
		for i := 0; i < len(s.Symbols); i++ { // passing a name through may add to it
			r.symbol(s, s.Symbols[i])
		}
	}
	// A walrus in a comprehension is also a binding of the scope that it binds in.
	for _, s := range r.table.Scopes {
		for _, sym := range s.Symbols {
			if s.Kind != Comprehension || !sym.Declared || sym.Definer == nil {
				continue
			}
			for _, binding := range sym.Bindings {
				if binding.Kind == BindWalrus {
					sym.Definer.Bindings = append(sym.Definer.Bindings, binding)
				}
			}
		}
	}
	for _, w := range r.weakUses {
		r.weakUse(w)
	}
}

func (r *resolver) checkDirectives() {
	for _, d := range r.directives {
		sym := d.scope.Lookup(d.name)
		switch {
		case sym.global && sym.Nonlocal:
			r.errorf(d.span, "name '%s' is nonlocal and global", d.name)
		case sym.global:
		case d.scope.Kind == Module:
			r.errorf(d.span, "nonlocal declaration not allowed at module level")
		default:
			switch definer := outerSymbol(d.scope, d.name); {
			case definer == nil:
				r.errorf(d.span, "no binding for nonlocal '%s' found", d.name)
			case definer.TypeParam:
				r.errorf(d.span, "nonlocal binding not allowed for type parameter '%s'", d.name)
			}
		}
	}
}

// outerSymbol is the symbol of an enclosing function-like scope that binds a name, or nil.
func outerSymbol(s *Scope, name string) *Symbol {
	inlined := s.Inlined
	for outer := s.Parent; outer != nil; outer = outer.Parent {
		switch {
		case outer.Kind == Module:
			return nil
		case outer.Kind == Class:
			if !inlined {
				if cell := outer.classCell(name); cell != nil {
					return cell
				}
			}
		default:
			sym := outer.Lookup(name)
			if sym == nil {
				break
			}
			if sym.global {
				return nil
			}
			if sym.Bound && !sym.Nonlocal {
				return sym
			}
		}
		inlined = outer.Inlined
	}
	return nil
}

// classCell is the symbol of a cell that a class makes for the functions in it, if name is one's.
func (s *Scope) classCell(name string) *Symbol {
	switch name {
	case "__class__":
		if s.ClassCell == nil {
			s.ClassCell = &Symbol{Name: name, Scope: s, Storage: Cell, Bound: true}
			s.ClassCell.Definer = s.ClassCell
			s.NeedsClassCell = true
		}
		return s.ClassCell
	case "__classdict__":
		if s.ClassDict == nil {
			s.ClassDict = &Symbol{Name: name, Scope: s, Storage: Cell, Bound: true}
			s.ClassDict.Definer = s.ClassDict
			s.NeedsClassDict = true
		}
		return s.ClassDict
	}
	return nil
}

// symbol decides a symbol's storage.
func (r *resolver) symbol(s *Scope, sym *Symbol) {
	if sym.Definer != nil {
		return
	}
	switch {
	case sym.global:
		sym.Storage = GlobalExplicit
		sym.Definer = r.table.Module.Lookup(sym.Name)
		return
	case s.Kind == Module:
		sym.Definer = sym
		if !sym.Bound {
			sym.Storage = GlobalImplicit
			sym.Definer = nil
		}
		return
	case sym.Bound && !sym.Nonlocal:
		sym.Definer = sym // Local, or Cell already
		return
	case s.ClassVisible && sym.Name != "__classdict__" && r.inClassNamespace(s, sym):
		return
	}
	definer := outerSymbol(s, sym.Name)
	if definer == nil {
		sym.Storage = GlobalImplicit
		sym.Definer = r.moduleSymbol(sym.Name)
		return
	}
	r.capture(s, sym, definer)
}

// inClassNamespace: what the class binds, annotations in it find there or among the globals, never
// in a function around the class.
func (r *resolver) inClassNamespace(s *Scope, sym *Symbol) bool {
	class := s.Parent
	for class != nil && class.Kind != Class {
		class = class.Parent
	}
	if class == nil {
		return false
	}
	own := class.Lookup(sym.Name)
	switch {
	case own == nil:
		return false
	case own.global:
		sym.Storage = GlobalExplicit
	case own.Bound && !own.Nonlocal:
		sym.Storage = GlobalImplicit
	default:
		return false
	}
	sym.Definer = r.moduleSymbol(sym.Name)
	if own.Bound && !own.global {
		sym.Definer = own
	}
	return true
}

func (r *resolver) moduleSymbol(name string) *Symbol {
	sym := r.table.Module.Lookup(name)
	if sym == nil || !sym.Bound && !sym.global {
		return nil
	}
	return sym
}

// capture makes sym, of scope s, mean definer, of a scope around, and passes it through between.
func (r *resolver) capture(s *Scope, sym, definer *Symbol) {
	closure := false // a real function lies between
	for inner := s; inner != definer.Scope; inner = inner.Parent {
		if !inner.Inlined {
			closure = true
		}
	}
	if closure && definer.Storage == Local {
		definer.Storage = Cell
	}
	for inner := s; inner != definer.Scope; inner = inner.Parent {
		own := inner.Lookup(sym.Name)
		if own == nil {
			own = r.binder.symbol(inner, sym.Name)
		}
		if inner != s && inner.Kind == Class && (own.Bound && !own.Nonlocal || own.global) {
			own.FreeInClass = true
			continue
		}
		own.Storage = Free
		own.Definer = definer
	}
}

// weakUse gives a name of an annotation that is never evaluated to the symbol a reader means.
func (r *resolver) weakUse(w weakUse) {
	sym := w.scope.Lookup(w.name)
	if sym == nil && w.scope.Kind == Annotations {
		if owner := w.scope.Parent; owner != nil {
			if own := owner.Lookup(w.name); own != nil && own.Bound {
				sym = own
			}
		}
	}
	if sym == nil {
		sym = outerSymbol(w.scope, w.name)
	}
	if sym == nil {
		sym = r.binder.symbol(w.scope, w.name)
		sym.Storage = GlobalImplicit
		sym.Definer = r.moduleSymbol(w.name)
	}
	sym.Uses = append(sym.Uses, w.use)
}
