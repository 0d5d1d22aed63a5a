package vm

import (
	"slices"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib/library"
	"slp/vm/stdlib/sys"
)

// Simple evaluates an expression that needs no program code: names, literals, attributes that objects hold, items of
// lists, tuples and dicts, comparisons and arithmetic of numbers and strings. It is for conditions that are asked very
// often. It reports false for anything else, and for what would raise.
func (m *Machine) Simple(f Frame, text string) (object.Value, bool) {
	tree, known := m.trees[text]
	if !known {
		mod, errs := syntax.Parse(syntax.NewFile(evaluationName, []byte(text)), syntax.Options{Mode: syntax.Eval})
		if len(errs) == 0 && len(mod.Body) == 1 {
			if e, ok := mod.Body[0].(*syntax.ExprStmt); ok {
				tree = e.Value
			}
		}
		if m.trees == nil {
			m.trees = map[string]syntax.Expr{}
		}
		m.trees[text] = tree
	}
	if tree == nil || f.Nil() {
		return object.Nil, false
	}
	v := simple{m, &m.vm.Ctx, f.f}.value(tree)
	return v, !v.IsNil()
}

type simple struct {
	m *Machine
	c *object.Ctx
	f *interp.Frame
}

// value is Nil for what is not simple.
func (s simple) value(e syntax.Expr) object.Value {
	switch e := e.(type) {
	case *syntax.Name:
		return s.name(e.Id)
	case *syntax.Constant:
		return constant(e)
	case *syntax.Attribute:
		return s.attribute(s.value(e.Value), e.Name)
	case *syntax.Subscript:
		return s.item(s.value(e.Value), s.value(e.Index))
	case *syntax.BoolOp:
		v := object.Nil
		for _, x := range e.Values {
			if v = s.value(x); v.IsNil() {
				return v
			}
			t, ok := Truth(v)
			if !ok {
				return object.Nil
			}
			if t == (e.Op == syntax.Or) {
				return v
			}
		}
		return v
	case *syntax.UnaryOp:
		v := s.value(e.Operand)
		if v.IsNil() {
			return v
		}
		switch {
		case e.Op == syntax.Not:
			if t, ok := Truth(v); ok {
				return object.Bool(!t)
			}
		case e.Op == syntax.USub && v.IsInt() && v.I() > -1<<62:
			return object.Int(-v.I())
		case e.Op == syntax.USub && v.IsFloat():
			return object.Float(-v.F())
		}
	case *syntax.BinOp:
		return s.binary(e.Op, s.value(e.Left), s.value(e.Right))
	case *syntax.Compare:
		left := s.value(e.Left)
		for i, op := range e.Ops {
			right := s.value(e.Comparators[i])
			v := s.compare(op, left, right)
			if v.IsNil() || !v.IsTrue() {
				return v
			}
			left = right
		}
		return object.True
	case *syntax.Call:
		if n, ok := e.Func.(*syntax.Name); ok && n.Id == "len" && len(e.Args) == 1 && len(e.Keywords) == 0 && s.name("len") == s.m.vm.Builtins.Get("len") {
			return length(s.value(e.Args[0]))
		}
	}
	return object.Nil
}

func (s simple) name(id string) object.Value {
	if ns := s.f.Namespace(); !ns.IsNil() {
		if ns.Kind() != object.KDict {
			return object.Nil
		}
		if v := ns.AsDict().Get(id); !v.IsNil() {
			return v
		}
	} else {
		for n, v := range s.f.OwnLocals {
			if n == id {
				return v
			}
		}
		for n, v := range s.f.FreeVariables {
			if n == id {
				return v
			}
		}
	}
	if v := s.f.Globals().Get(id); !v.IsNil() {
		return v
	}
	return s.m.vm.Builtins.Get(id)
}

func constant(e *syntax.Constant) object.Value {
	switch e.Kind {
	case syntax.None:
		return object.None
	case syntax.True:
		return object.True
	case syntax.False:
		return object.False
	case syntax.Int:
		if e.Big == nil {
			return object.Int(e.Int)
		}
	case syntax.Float:
		return object.Float(e.Float)
	case syntax.Str:
		return object.NewStr(e.Str)
	}
	return object.Nil
}

func (s simple) attribute(o object.Value, name string) object.Value {
	if o.IsNil() || o.Kind() != object.KInst {
		return object.Nil
	}
	t := object.TypeOf(o)
	n := s.c.Intern(name)
	if t.Flags&object.CustomGetattribute != 0 || !s.c.Lookup(t, n).IsNil() {
		return object.Nil
	}
	return o.AsInst().GetSlot(s.c, n)
}

func (s simple) item(o, key object.Value) object.Value {
	if o.IsNil() || key.IsNil() {
		return object.Nil
	}
	var items []object.Value
	switch o.Kind() {
	case object.KList:
		items = o.AsList().Items
	case object.KTuple:
		items = o.AsTuple().Items
	case object.KDict:
		if k := key.Kind(); k == object.KStr || k == object.KInt {
			v := s.c.DictGet(o.AsDict(), key)
			if v.IsNil() {
				s.c.TakeExc()
			}
			return v
		}
		return object.Nil
	default:
		return object.Nil
	}
	if !key.IsInt() {
		return object.Nil
	}
	i := key.I()
	if i < 0 {
		i += int64(len(items))
	}
	if i < 0 || i >= int64(len(items)) {
		return object.Nil
	}
	return items[i]
}

func number(v object.Value) bool { return !v.IsNil() && (v.IsInt() || v.IsFloat()) }

func (s simple) binary(op syntax.Operator, a, b object.Value) object.Value {
	if !number(a) || !number(b) {
		return object.Nil
	}
	ops := [...]int{syntax.Add: int(object.OpAdd), syntax.Sub: int(object.OpSub), syntax.Mult: int(object.OpMul), syntax.MatMult: -1,
		syntax.Div: int(object.OpTrueDiv), syntax.Mod: int(object.OpMod), syntax.Pow: -1, syntax.LShift: -1, syntax.RShift: -1,
		syntax.BitOr: int(object.OpOr), syntax.BitXor: int(object.OpXor), syntax.BitAnd: int(object.OpAnd), syntax.FloorDiv: int(object.OpFloorDiv)}
	if ops[op] < 0 {
		return object.Nil
	}
	v := s.c.Binary(object.BinOp(ops[op]), a, b)
	if v.IsNil() {
		s.c.TakeExc()
	}
	return v
}

func (s simple) compare(op syntax.CmpOp, a, b object.Value) object.Value {
	if a.IsNil() || b.IsNil() {
		return object.Nil
	}
	switch op {
	case syntax.Is:
		return object.Bool(a == b)
	case syntax.IsNot:
		return object.Bool(a != b)
	case syntax.In, syntax.NotIn:
		return object.Nil
	}
	plain := func(v object.Value) bool {
		return number(v) || v.IsBool() || v.IsNone() || v.Kind() == object.KStr || v.Kind() == object.KBytes
	}
	if !plain(a) || !plain(b) {
		return object.Nil
	}
	v := s.c.Compare(object.CmpOp(op), a, b)
	if v.IsNil() {
		s.c.TakeExc()
	}
	return v
}

func length(v object.Value) object.Value {
	if v.IsNil() {
		return v
	}
	switch v.Kind() {
	case object.KList:
		return object.Int(int64(len(v.AsList().Items)))
	case object.KTuple:
		return object.Int(int64(len(v.AsTuple().Items)))
	case object.KDict:
		return object.Int(int64(v.AsDict().T.Len()))
	case object.KSet, object.KFrozenSet:
		return object.Int(int64(v.AsSet().T.Len()))
	case object.KStr:
		return object.Int(int64(v.AsStr().Len()))
	}
	return object.Nil
}

// Truth is bool(v), for values whose truth needs no program code.
func Truth(v object.Value) (truth, ok bool) {
	switch {
	case v.IsBool():
		return v.IsTrue(), true
	case v.IsNone():
		return false, true
	case v.IsInt():
		return v.I() != 0, true
	case v.IsFloat():
		return v.F() != 0, true
	}
	if n := length(v); !n.IsNil() {
		return n.I() != 0, true
	}
	return false, false
}

// PlainText is str(v) of numbers, strings and the like.
func PlainText(v object.Value) (string, bool) {
	switch {
	case v.IsNil():
		return "", false
	case v.Kind() == object.KStr:
		return v.AsStr().String(), true
	case v.IsInt():
		return v.String(), true
	case v.IsNone():
		return "None", true
	case v.IsBool():
		return map[bool]string{true: "True", false: "False"}[v.IsTrue()], true
	}
	return "", false
}

// CheckExpression says what is wrong with an expression; "" if nothing is.
func CheckExpression(text string) string {
	_, errs := syntax.Parse(syntax.NewFile(evaluationName, []byte("("+text+"\n)")), syntax.Options{Mode: syntax.Eval})
	if len(errs) > 0 {
		return errs[0].Message
	}
	return ""
}

// StartLines lists the lines of a source text in which a statement starts: where a machine can stop. The string says why
// that is not known.
func StartLines(file string, text []byte) ([]int, string) {
	c, bad := interp.CompileShared(text, file, 0, 0, 0)
	if bad != nil {
		return nil, bad.Message
	}
	var out []int
	interp.EachStart(c, func(line int) { out = append(out, line) })
	slices.Sort(out)
	return slices.Compact(out), ""
}

// StatementStart is where a statement starts in a CodeObject.
type StatementStart = code.Start

// LibrarySource is the text of a file of the embedded standard library.
func LibrarySource(file string) ([]byte, bool) {
	if !Library(file) {
		return nil, false
	}
	return library.Open(file[len(sys.Library)+1:])
}

// CheckStatements says what is wrong with statements; "" if nothing is.
func CheckStatements(text string) string {
	_, errs := syntax.Parse(syntax.NewFile(evaluationName, []byte(text+"\n")), syntax.Options{})
	if len(errs) > 0 {
		return errs[0].Message
	}
	return ""
}
