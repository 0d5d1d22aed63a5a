package compile

import (
	"sort"

	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) classDef(s *syntax.ClassDef) {
	first := u.decorators(s.Decorators)
	dst := u.definition(s.Name, s.Decorators)
	start := s.Span
	if len(s.Decorators) > 0 {
		start = s.Decorators[0].Range()
	}
	u.statement(s.Span)
	if len(s.TypeParams) > 0 {
		u.genericClass(s, start, dst)
	} else {
		u.class(s, start, dst, -1)
	}
	u.bindDefinition(s.Name, s.Decorators, first, dst, s.Span)
}

// class makes a class in R[dst]. generic is the register of typing.Generic[...] to add to the bases, or -1.
func (u *unit) class(s *syntax.ClassDef, start syntax.Span, dst, generic int) {
	mark := u.free
	base := u.temp(2)
	u.span = s.Span
	u.emit(code.BUILDCLASS, 0, base, 0, 0)
	inner := u.classCode(s, start)
	u.span = s.Span
	u.makePlain(inner, false, base+1)
	u.loadConst(s.Name, u.temp(1))
	var extra *int
	n := 2 + len(s.Bases) + len(s.Keywords)
	if generic >= 0 {
		extra = &generic
		n++
	}
	if u.wantsExpansion(s.Bases, s.Keywords) || n > maxArgs {
		u.callExHead(2, s.Bases, s.Keywords, extra, base, dst, s.Span)
		u.free = mark
		return
	}
	for _, b := range s.Bases {
		u.expr(b, u.temp(1))
	}
	if extra != nil {
		u.emit(code.MOVE, 0, u.temp(1), generic, 0)
	}
	for _, k := range s.Keywords {
		u.expr(k.Value, u.temp(1))
	}
	u.span = s.Span
	if len(s.Keywords) > 0 {
		u.emit(code.CALLK, uint8(n), dst, base, u.konst(u.keywordNames(s.Keywords)))
	} else {
		u.emit(code.CALL, uint8(n), dst, base, 0)
	}
	u.free = mark
}

// typeParamsName is the hidden variable that carries the type parameters of a generic class into its body.
const typeParamsName = ".type_params"

// classCode compiles the body of a class.
func (u *unit) classCode(s *syntax.ClassDef, start syntax.Span) *code.Code {
	sc := u.c.table.Of(s)
	b := newUnit(u.c, u, sc, s.Name, u.qualifyDef(s.Name), start)
	b.staticAttrs = map[string]bool{}
	b.out.Flags |= u.c.future
	b.collectAnnotations(s.Body)
	var cells, free []string
	if sc.NeedsClassCell {
		cells = append(cells, "__class__")
	}
	if sc.NeedsClassDict {
		cells = append(cells, "__classdict__")
	}
	if sc.Conditional || b.hasConditional() {
		cells = append(cells, conditionalName)
	}
	if len(s.TypeParams) > 0 {
		free = append(free, typeParamsName)
	}
	b.setup(params{}, cells, free)
	head := u.c.lineStart(start.Start)
	b.statement(head)
	t := b.temp(1)
	b.loadName("__name__", t)
	b.storeName("__module__", t)
	b.loadConst(b.out.Qualname, t)
	b.storeName("__qualname__", t)
	b.loadConst(int64(b.out.FirstLine), t)
	b.storeName("__firstlineno__", t)
	if len(s.TypeParams) > 0 {
		b.emit(code.LOADCELL, 1, t, b.cells[typeParamsName], b.konst(typeParamsName))
		b.storeName("__type_params__", t)
	}
	if cell, ok := b.cells["__classdict__"]; ok && sc.NeedsClassDict {
		b.emit(code.STORECELL, 0, cell, 0, 0)
	}
	b.free = t
	b.bodyPrologue(s.Body)
	b.stmts(b.docstringStmt(s.Body))

	b.span = head
	b.pendingStart = false
	b.classAnnotate(s)
	t = b.temp(1)
	names := make([]string, 0, len(b.staticAttrs))
	for name := range b.staticAttrs {
		names = append(names, name)
	}
	sort.Strings(names)
	attrs := make(tupleConst, len(names))
	for i, name := range names {
		attrs[i] = name
	}
	b.loadConst(attrs, t)
	b.storeName("__static_attributes__", t)
	if sc.NeedsClassDict {
		b.storeName("__classdictcell__", b.cells["__classdict__"])
	}
	if sc.NeedsClassCell {
		b.storeName("__classcell__", b.cells["__class__"])
		b.emit(code.RET, 0, b.cells["__class__"], 0, 0)
	} else {
		b.emit(code.RETNONE, 0, 0, 0, 0)
	}
	return b.finish()
}
