package compile

import (
	"sort"

	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// Short names of the two instructions that load constants.
const (
	loadK   = code.LOADK
	loadInt = code.LOADI
)

// maxIndex is the largest index that a 16-bit operand holds; code.NoReg is kept free.
const maxIndex = 0xfffe

// unit is one code object under construction.
type unit struct {
	c      *compiler
	parent *unit
	scope  *scope.Scope
	out    *code.Code

	ins          []instr
	span         syntax.Span // position of the next instruction
	pendingStart bool
	startAt      int32
	dead         bool
	bound        bitset
	handler      *handler

	free, nregs int // first free temporary; size of the register file so far
	named       int // registers below this have names

	vars    map[string]access // names bound or declared in the scope itself
	cells   map[string]int    // names that inner functions may capture: register of the cell
	overlay *overlay          // innermost inlined comprehension
	blocks  []block

	consts     []konst
	constIndex map[string]int
	ics        []code.IC
	icIndex    map[string]int
	siteICs    int
	locals     []openLocal

	functionLike bool

	staticAttrs map[string]bool // of a class unit
	annotations []deferred      // annotations of a module or class body
	annIndex    map[*syntax.AnnAssign]int
	interactive bool
}

// openLocal is a Local whose validity is given by labels until layout.
type openLocal struct {
	code.Local
	from, to int // indexes of instructions; to < 0: the end
}

// access says how a name is reached.
type access struct {
	kind accessKind
	reg  int // register of the local or cell; for class-visible names the register of the mapping's cell
	free bool
}

type accessKind uint8

const (
	accFast      accessKind = iota + 1 // a register
	accCell                            // a cell in a register
	accGlobal                          // globals, builtins
	accName                            // the namespace in register 0, globals, builtins
	accNameCell                        // the namespace in register 0, then a cell (free variable in a class body)
	accMapCell                         // the enclosing class's namespace, then a cell (annotation scopes in classes)
	accMapGlobal                       // the enclosing class's namespace, then globals, builtins
)

// overlay holds the variables of an inlined comprehension.
type overlay struct {
	parent *overlay
	scope  *scope.Scope
	vars   map[string]access
}

// params are the parameters of a unit, in the order of the registers.
type params struct {
	names                     []string
	argCount, posOnly, kwOnly int
	varArgs, varKeywords      bool
}

func newUnit(c *compiler, parent *unit, sc *scope.Scope, name, qualname string, firstSpan syntax.Span) *unit {
	u := &unit{
		c: c, parent: parent, scope: sc,
		out: &code.Code{
			Name: name, Qualname: qualname, Filename: c.opts.Filename,
			FirstLine: int32(c.line(firstSpan.Start)), ClassCell: -1,
		},
		constIndex:   map[string]int{},
		icIndex:      map[string]int{},
		vars:         map[string]access{},
		cells:        map[string]int{},
		span:         c.lineStart(firstSpan.Start),
		functionLike: sc.Kind.FunctionLike(),
	}
	if u.functionLike {
		u.out.Flags |= code.Optimized | code.NewLocals
		if parent != nil && (parent.functionLike || parent.out.Flags&code.Nested != 0) {
			u.out.Flags |= code.Nested
		}
	}
	if c.opts.Hidden {
		u.out.Flags |= code.Hidden
	}
	return u
}

// setup gives registers to the parameters, locals, cells and free variables, and emits the prologue.
func (u *unit) setup(p params, extraCells, extraFree []string) {
	o := u.out
	o.ArgCount, o.PosOnly, o.KwOnly = int32(p.argCount), int32(p.posOnly), int32(p.kwOnly)
	if p.varArgs {
		o.Flags |= code.VarArgs
	}
	if p.varKeywords {
		o.Flags |= code.VarKeywords
	}
	isParam := map[string]bool{}
	for i, name := range p.names {
		isParam[name] = true
		u.vars[name] = access{kind: accFast, reg: i}
		u.markBound(i)
	}
	u.free = len(p.names)
	if !u.functionLike {
		u.free = 1 // register 0 holds the namespace
	}
	var plain, cellVars, freeVars []string
	for _, s := range u.scope.Symbols {
		switch s.Storage {
		case scope.Local:
			if !u.functionLike {
				if s.FreeInClass {
					freeVars = append(freeVars, s.Name)
				}
				continue
			}
			if !isParam[s.Name] && s.Bound {
				plain = append(plain, s.Name)
			}
		case scope.Cell:
			if u.scope.Kind == scope.Class && s.Name != "__class__" && s.Name != "__classdict__" && s.Name != "__conditional_annotations__" {
				continue
			}
			cellVars = append(cellVars, s.Name)
		case scope.Free:
			freeVars = append(freeVars, s.Name)
		case scope.GlobalExplicit:
			if s.FreeInClass {
				freeVars = append(freeVars, s.Name)
			}
			u.vars[s.Name] = access{kind: accGlobal}
		}
	}
	cellVars = merge(cellVars, extraCells)
	freeVars = merge(freeVars, extraFree)
	own := map[string]bool{}
	for _, list := range [][]string{p.names, cellVars, plain} {
		for _, name := range list {
			own[name] = true
		}
	}
	freeVars = u.inlinedFree(u.scope, freeVars, own)
	if u.scope.Kind == scope.Module {
		cellVars = nil
	}
	for _, name := range plain {
		if contains(cellVars, name) {
			continue
		}
		u.vars[name] = access{kind: accFast, reg: u.temp(1)}
	}
	sortedCells := append([]string(nil), cellVars...)
	sort.Strings(sortedCells)
	sort.Strings(freeVars)
	for _, name := range cellVars {
		if !isParam[name] {
			u.cells[name] = u.temp(1)
		} else {
			u.cells[name] = u.vars[name].reg
		}
		if u.scope.Kind == scope.Class {
			if name == "__class__" {
				u.vars[name] = access{kind: accName}
			} else {
				u.vars[name] = access{kind: accCell, reg: u.cells[name]}
			}
		} else {
			u.vars[name] = access{kind: accCell, reg: u.cells[name]}
		}
	}
	for _, name := range freeVars {
		reg := u.temp(1)
		u.cells[name] = reg
		a := access{kind: accCell, reg: reg, free: true}
		s := u.scope.Lookup(name)
		switch {
		case u.scope.Kind == scope.Class:
			a.kind = accNameCell
			if s != nil && s.Storage == scope.Local {
				a = access{kind: accName}
			} else if s != nil && s.Storage == scope.GlobalExplicit {
				a = access{kind: accGlobal}
			}
		case u.scope.ClassVisible && name != "__classdict__" && name != "__class__" && name[0] != '.':
			a.kind = accMapCell
		}
		if name == "__class__" {
			o.ClassCell = int32(reg)
		}
		u.vars[name] = a
	}
	u.named = u.free
	u.nregs = max(u.nregs, u.free)
	o.CellVars, o.FreeVars = sortedCells, freeVars
	u.prologue(p, cellVars, plain)
}

// prologue makes the cells and lists the named registers.
func (u *unit) prologue(p params, cellVars, plain []string) {
	for _, name := range cellVars {
		u.wide(code.MAKECELL, u.cells[name], 0)
	}
	for i, name := range u.out.FreeVars {
		u.wide(code.GETFREE, u.cells[name], i)
	}
	ready := len(u.ins)
	add := func(name string, reg int, cell, free bool, from, to int) {
		u.locals = append(u.locals, openLocal{code.Local{Name: name, Reg: int32(reg), Cell: cell, Free: free}, from, to})
	}
	captured := func(name string) int { // after its MAKECELL
		for k := range u.ins {
			if int(u.ins[k].a) == u.cells[name] {
				return k + 1
			}
		}
		return 0
	}
	for i, name := range p.names { // entry i is parameter i
		if contains(cellVars, name) {
			add(name, i, false, false, 0, captured(name))
		} else {
			add(name, i, false, false, 0, -1)
		}
	}
	for i, name := range p.names {
		if contains(cellVars, name) {
			add(name, i, true, false, captured(name), -1)
		}
	}
	for _, name := range plain {
		if a := u.vars[name]; a.kind == accFast {
			add(name, a.reg, false, false, 0, -1)
		}
	}
	for _, name := range cellVars {
		if reg := u.cells[name]; reg >= len(p.names) {
			add(name, reg, true, false, ready, -1)
		}
	}
	for _, name := range u.out.FreeVars {
		add(name, u.cells[name], true, true, ready, -1)
	}
}

// inlinedFree adds the free variables that only inlined comprehensions of the scope use. bound has the variables of the
// comprehensions around.
func (u *unit) inlinedFree(sc *scope.Scope, free []string, bound map[string]bool) []string {
	for _, child := range sc.Children {
		if child.Kind != scope.Comprehension || !child.Inlined {
			continue
		}
		inner := map[string]bool{}
		for name := range bound {
			inner[name] = true
		}
		for _, s := range child.Symbols {
			if s.Storage != scope.Free {
				inner[s.Name] = true
				continue
			}
			if bound[s.Name] || contains(free, s.Name) {
				continue
			}
			if own := u.scope.Lookup(s.Name); own != nil && own.Storage != scope.Free && u.functionLike {
				continue
			}
			free = append(free, s.Name)
		}
		free = u.inlinedFree(child, free, inner)
	}
	return free
}

func merge(list, more []string) []string {
	for _, s := range more {
		if !contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// ic returns a new inline cache for a name.
func (u *unit) ic(name string, kwNames []string) int {
	if u.siteICs++; u.siteICs > 0xc000 && kwNames == nil { // there are only so many: sites share their cache
		return u.sharedIC("", name)
	}
	u.ics = append(u.ics, code.IC{Name: name, KwNames: kwNames})
	return len(u.ics) - 1
}

// sharedIC returns the one inline cache of a name for a family of instructions.
func (u *unit) sharedIC(family, name string) int {
	key := family + " " + name
	if i, ok := u.icIndex[key]; ok {
		return i
	}
	u.ics = append(u.ics, code.IC{Name: name})
	u.icIndex[key] = len(u.ics) - 1
	return len(u.ics) - 1
}

// child adds the code of an inner unit and returns its index.
func (u *unit) child(inner *code.Code) int {
	u.out.Children = append(u.out.Children, inner)
	if len(u.out.Children) > maxIndex {
		u.tooMany("inner functions")
		return 0
	}
	return len(u.out.Children) - 1
}

func (u *unit) tooMany(what string) {
	u.c.fail(u.span, "too many "+what+" in "+u.out.Name+" for one code object; split it")
}

// qualify makes the qualified name of something defined in this unit.
func (u *unit) qualify(name string) string {
	switch u.scope.Kind {
	case scope.Module:
		return name
	case scope.Annotations, scope.TypeParams, scope.TypeAlias, scope.TypeVarBound:
		return u.parent.qualify(name)
	case scope.Class, scope.Comprehension:
		return u.out.Qualname + "." + name
	}
	return u.out.Qualname + ".<locals>." + name
}
