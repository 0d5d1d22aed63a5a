package compile

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// resolve says how a name is reached from the place being compiled.
func (u *unit) resolve(name string) access {
	name = u.scope.Mangle(name)
	return u.resolveMangled(name)
}

func (u *unit) resolveMangled(name string) access {
	for o := u.overlay; o != nil; o = o.parent {
		if a, ok := o.vars[name]; ok {
			return a
		}
	}
	if a, ok := u.vars[name]; ok {
		if u.overlay != nil && u.scope.Kind == scope.Class {
			// Comprehensions do not see the names of the class around them.
			switch a.kind {
			case accNameCell:
				a.kind = accCell
			case accName:
				if reg, ok := u.cells[name]; ok {
					return access{kind: accCell, reg: reg, free: true}
				}
				return access{kind: accGlobal}
			}
		}
		return a
	}
	switch {
	case u.scope.ClassVisible:
		if reg, ok := u.cells["__classdict__"]; ok {
			return access{kind: accMapGlobal, reg: reg}
		}
		return access{kind: accGlobal}
	case u.functionLike:
		return access{kind: accGlobal}
	case u.scope.Kind == scope.Class && u.overlay != nil:
		return access{kind: accGlobal}
	}
	return access{kind: accName}
}

// loadName emits R[dst] = name.
func (u *unit) loadName(name string, dst int) {
	if name == "__debug__" {
		u.loadConst(u.c.opts.Optimize == 0, dst)
		return
	}
	u.load(u.scope.Mangle(name), u.resolve(name), dst)
}

func (u *unit) load(name string, a access, dst int) {
	switch a.kind {
	case accFast:
		u.check(name, a.reg)
		if dst != a.reg {
			u.emit(code.MOVE, 0, dst, a.reg, 0)
		}
	case accCell:
		u.emit(code.LOADCELL, freeFlag(a), dst, a.reg, u.konst(name))
	case accGlobal:
		u.wide(code.LOADG, dst, u.sharedIC("g", name))
	case accName:
		u.wide(code.LOADNAME, dst, u.sharedIC("n", name))
	case accNameCell:
		u.emit(code.LOADNAMECELL, 0, dst, a.reg, u.sharedIC("c", name))
	case accMapGlobal:
		t := u.temp(1)
		u.emit(code.LOADCELL, 1, t, a.reg, u.konst("__classdict__"))
		u.emit(code.LOADNAMEGLOBAL, 0, dst, t, u.sharedIC("m", name))
		u.free = t
	case accMapCell:
		t := u.temp(2)
		u.emit(code.LOADCELL, 1, t, u.cells["__classdict__"], u.konst("__classdict__"))
		u.emit(code.MOVE, 0, t+1, a.reg, 0)
		u.emit(code.LOADMAPCELL, 0, dst, t, u.sharedIC("m", name))
		u.free = t
	}
}

func freeFlag(a access) uint8 {
	if a.free {
		return 1
	}
	return 0
}

// check emits CHECK unless the local is certainly bound here.
func (u *unit) check(name string, reg int) {
	if !u.bound.has(reg) {
		u.wide(code.CHECK, reg, u.konst(name))
		u.markBound(reg)
	}
}

// storeName emits name = R[src].
func (u *unit) storeName(name string, src int) {
	u.store(u.scope.Mangle(name), u.resolve(name), src)
}

func (u *unit) store(name string, a access, src int) {
	switch a.kind {
	case accFast:
		if src != a.reg {
			u.emit(code.MOVE, 0, a.reg, src, 0)
		}
		u.markBound(a.reg)
	case accCell, accMapCell:
		u.emit(code.STORECELL, 0, a.reg, src, 0)
	case accGlobal, accMapGlobal:
		u.wide(code.STOREG, src, u.sharedIC("sg", name))
	case accName:
		u.wide(code.STORENAME, src, u.sharedIC("sn", name))
	case accNameCell: // nonlocal in a class body
		u.emit(code.STORECELL, 0, a.reg, src, 0)
	}
}

// deleteName emits del name.
func (u *unit) deleteName(name string) {
	a := u.resolve(name)
	name = u.scope.Mangle(name)
	switch a.kind {
	case accFast:
		u.check(name, a.reg)
		u.wide(code.UNSET, a.reg, 0)
		u.markUnbound(a.reg)
	case accCell, accNameCell, accMapCell:
		u.emit(code.DELCELL, freeFlag(a), a.reg, u.konst(name), 0)
	case accGlobal, accMapGlobal:
		u.wide(code.DELG, 0, u.sharedIC("sg", name))
	case accName:
		u.wide(code.DELNAME, 0, u.sharedIC("sn", name))
	}
}

// fastReg is the register of a name that is a plain local, or -1.
func (u *unit) fastReg(name string) int {
	if name == "__debug__" {
		return -1
	}
	if a := u.resolve(name); a.kind == accFast {
		return a.reg
	}
	return -1
}

// cellReg is the register of the cell that an inner function captures under a (mangled) name.
func (u *unit) cellReg(name string) (int, bool) {
	for o := u.overlay; o != nil; o = o.parent {
		if a, ok := o.vars[name]; ok {
			return a.reg, a.kind == accCell
		}
	}
	r, ok := u.cells[name]
	return r, ok
}

// deletedIn lists the plain locals that statements may unbind.
func (u *unit) deletedIn(bodies ...[]syntax.Stmt) []int {
	var regs []int
	add := func(name string) {
		if r := u.fastReg(name); r >= 0 {
			regs = append(regs, r)
		}
	}
	for _, b := range bodies {
		walkDeleted(b, add)
	}
	return regs
}

func walkDeleted(body []syntax.Stmt, add func(name string)) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.Delete:
			for _, t := range s.Targets {
				walkDeletedTarget(t, add)
			}
		case *syntax.For:
			walkDeleted(s.Body, add)
			walkDeleted(s.Orelse, add)
		case *syntax.While:
			walkDeleted(s.Body, add)
			walkDeleted(s.Orelse, add)
		case *syntax.If:
			for {
				walkDeleted(s.Body, add)
				if len(s.Orelse) == 1 {
					if next, ok := s.Orelse[0].(*syntax.If); ok {
						s = next
						continue
					}
				}
				walkDeleted(s.Orelse, add)
				break
			}
		case *syntax.With:
			walkDeleted(s.Body, add)
		case *syntax.Match:
			for _, c := range s.Cases {
				walkDeleted(c.Body, add)
			}
		case *syntax.Try:
			walkDeleted(s.Body, add)
			for _, h := range s.Handlers {
				if h.Name != "" {
					add(h.Name)
				}
				walkDeleted(h.Body, add)
			}
			walkDeleted(s.Orelse, add)
			walkDeleted(s.Finalbody, add)
		}
	}
}

func walkDeletedTarget(e syntax.Expr, add func(name string)) {
	switch e := e.(type) {
	case *syntax.Name:
		add(e.Id)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			walkDeletedTarget(x, add)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			walkDeletedTarget(x, add)
		}
	}
}
