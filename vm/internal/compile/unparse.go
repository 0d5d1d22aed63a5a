package compile

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"slp/syntax"
	"slp/vm/internal/numtext"
	"slp/vm/internal/unicodedb"
	"slp/vm/internal/wtf8"
)

// Levels of precedence, as CPython's unparser has them.
const (
	prTuple = iota
	prTest  // if ... else, lambda
	prOr
	prAnd
	prNot
	prCmp
	prBitOr
	prBitXor
	prBitAnd
	prShift
	prArith
	prTerm
	prFactor
	prPower
	prAwait
	prAtom
)

// unparse writes an expression in the normal form that annotations have under from __future__ import annotations.
func unparse(e syntax.Expr) string {
	w := &unparser{}
	w.expr(e, prTest)
	return w.String()
}

type unparser struct{ strings.Builder }

func (w *unparser) paren(is bool, body func()) {
	if is {
		w.WriteByte('(')
	}
	body()
	if is {
		w.WriteByte(')')
	}
}

func (w *unparser) list(elts []syntax.Expr, level int) {
	for i, x := range elts {
		if i > 0 {
			w.WriteString(", ")
		}
		w.expr(x, level)
	}
}

var binaryText = [...]struct {
	text  string
	level int
	right bool
}{
	syntax.Add: {" + ", prArith, false}, syntax.Sub: {" - ", prArith, false}, syntax.Mult: {" * ", prTerm, false},
	syntax.MatMult: {" @ ", prTerm, false}, syntax.Div: {" / ", prTerm, false}, syntax.Mod: {" % ", prTerm, false},
	syntax.Pow: {" ** ", prPower, true}, syntax.LShift: {" << ", prShift, false}, syntax.RShift: {" >> ", prShift, false},
	syntax.BitOr: {" | ", prBitOr, false}, syntax.BitXor: {" ^ ", prBitXor, false}, syntax.BitAnd: {" & ", prBitAnd, false},
	syntax.FloorDiv: {" // ", prTerm, false},
}

var compareText = [...]string{
	syntax.Eq: " == ", syntax.NotEq: " != ", syntax.Lt: " < ", syntax.LtE: " <= ", syntax.Gt: " > ",
	syntax.GtE: " >= ", syntax.Is: " is ", syntax.IsNot: " is not ", syntax.In: " in ", syntax.NotIn: " not in ",
}

func (w *unparser) expr(e syntax.Expr, level int) {
	switch e := e.(type) {
	case *syntax.BoolOp:
		pr, text := prAnd, " and "
		if e.Op == syntax.Or {
			pr, text = prOr, " or "
		}
		w.paren(level > pr, func() {
			for i, v := range e.Values {
				if i > 0 {
					w.WriteString(text)
				}
				w.expr(v, pr+1)
			}
		})
	case *syntax.BinOp:
		op := binaryText[e.Op]
		w.paren(level > op.level, func() {
			left, right := op.level, op.level+1
			if op.right {
				left, right = right, left
			}
			w.expr(e.Left, left)
			w.WriteString(op.text)
			w.expr(e.Right, right)
		})
	case *syntax.UnaryOp:
		text, pr := "not ", prNot
		switch e.Op {
		case syntax.Invert:
			text, pr = "~", prFactor
		case syntax.UAdd:
			text, pr = "+", prFactor
		case syntax.USub:
			text, pr = "-", prFactor
		}
		w.paren(level > pr, func() {
			w.WriteString(text)
			w.expr(e.Operand, pr)
		})
	case *syntax.Lambda:
		w.paren(level > prTest, func() {
			w.WriteString("lambda")
			if len(e.Args.PosOnly)+len(e.Args.Args) > 0 { // CPython writes "lambda*args: x" without a space
				w.WriteByte(' ')
			}
			w.args(e.Args)
			w.WriteString(": ")
			w.expr(e.Body, prTest)
		})
	case *syntax.IfExp:
		w.paren(level > prTest, func() {
			w.expr(e.Body, prTest+1)
			w.WriteString(" if ")
			w.expr(e.Test, prTest+1)
			w.WriteString(" else ")
			w.expr(e.Orelse, prTest)
		})
	case *syntax.Dict:
		w.WriteByte('{')
		for i, v := range e.Values {
			if i > 0 {
				w.WriteString(", ")
			}
			if e.Keys[i] == nil {
				w.WriteString("**")
				w.expr(v, prBitOr)
				continue
			}
			w.expr(e.Keys[i], prTest)
			w.WriteString(": ")
			w.expr(v, prTest)
		}
		w.WriteByte('}')
	case *syntax.Set:
		w.WriteByte('{')
		w.list(e.Elts, prTest)
		w.WriteByte('}')
	case *syntax.List:
		w.WriteByte('[')
		w.list(e.Elts, prTest)
		w.WriteByte(']')
	case *syntax.Tuple:
		if len(e.Elts) == 0 {
			w.WriteString("()")
			return
		}
		w.paren(level > prTuple, func() { w.tupleItems(e.Elts) })
	case *syntax.ListComp:
		w.comp("[", "]", nil, e.Elt, e.Generators)
	case *syntax.SetComp:
		w.comp("{", "}", nil, e.Elt, e.Generators)
	case *syntax.DictComp:
		w.comp("{", "}", e.Key, e.Value, e.Generators)
	case *syntax.GeneratorExp:
		w.comp("(", ")", nil, e.Elt, e.Generators)
	case *syntax.NamedExpr:
		w.paren(level > prTuple, func() {
			w.WriteString(e.Target.Id)
			w.WriteString(" := ")
			w.expr(e.Value, prAtom)
		})
	case *syntax.Await:
		w.paren(level > prAwait, func() {
			w.WriteString("await ")
			w.expr(e.Value, prAtom)
		})
	case *syntax.Yield:
		if e.Value == nil {
			w.WriteString("(yield)")
			return
		}
		w.WriteString("(yield ")
		w.expr(e.Value, prTuple)
		w.WriteByte(')')
	case *syntax.YieldFrom:
		w.WriteString("(yield from ")
		w.expr(e.Value, prTest)
		w.WriteByte(')')
	case *syntax.Compare:
		w.paren(level > prCmp, func() {
			w.expr(e.Left, prCmp+1)
			for i, op := range e.Ops {
				w.WriteString(compareText[op])
				w.expr(e.Comparators[i], prCmp+1)
			}
		})
	case *syntax.Call:
		w.call(e)
	case *syntax.JoinedStr:
		w.fstring("f", e.Values)
	case *syntax.TemplateStr:
		w.fstring("t", e.Values)
	case *syntax.FormattedValue:
		w.fstring("f", []syntax.Expr{e})
	case *syntax.Interpolation:
		w.fstring("t", []syntax.Expr{e})
	case *syntax.Constant:
		w.constant(e)
	case *syntax.Attribute:
		w.expr(e.Value, prAtom)
		if k, ok := e.Value.(*syntax.Constant); ok && k.Kind == syntax.Int {
			w.WriteByte(' ') // 1 .real: "1.real" would be a float
		}
		w.WriteByte('.')
		w.WriteString(e.Name)
	case *syntax.Starred:
		w.WriteByte('*')
		w.expr(e.Value, prBitOr)
	case *syntax.Name:
		w.WriteString(e.Id)
	case *syntax.Subscript:
		w.expr(e.Value, prAtom)
		w.WriteByte('[')
		w.expr(e.Index, prTuple)
		w.WriteByte(']')
	case *syntax.Slice:
		if e.Lower != nil {
			w.expr(e.Lower, prTest)
		}
		w.WriteByte(':')
		if e.Upper != nil {
			w.expr(e.Upper, prTest)
		}
		if e.Step != nil {
			w.WriteByte(':')
			w.expr(e.Step, prTest)
		}
	}
}

func (w *unparser) tupleItems(elts []syntax.Expr) {
	w.list(elts, prTest)
	if len(elts) == 1 {
		w.WriteByte(',')
	}
}

func (w *unparser) args(a *syntax.Arguments) {
	first := true
	comma := func() {
		if !first {
			w.WriteString(", ")
		}
		first = false
	}
	all := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	for i, x := range all {
		comma()
		w.WriteString(x.Name)
		if d := i - (len(all) - len(a.Defaults)); d >= 0 {
			w.WriteByte('=')
			w.expr(a.Defaults[d], prTest)
		}
		if len(a.PosOnly) > 0 && i+1 == len(a.PosOnly) {
			w.WriteString(", /")
		}
	}
	if a.VarArg != nil || len(a.KwOnly) > 0 {
		comma()
		w.WriteByte('*')
		if a.VarArg != nil {
			w.WriteString(a.VarArg.Name)
		}
	}
	for i, x := range a.KwOnly {
		comma()
		w.WriteString(x.Name)
		if d := a.KwDefaults[i]; d != nil {
			w.WriteByte('=')
			w.expr(d, prTest)
		}
	}
	if a.KwArg != nil {
		comma()
		w.WriteString("**" + a.KwArg.Name)
	}
}

func (w *unparser) comp(open, close string, key, elt syntax.Expr, generators []*syntax.Comprehension) {
	w.WriteString(open)
	if key != nil {
		w.expr(key, prTest)
		w.WriteString(": ")
	}
	w.expr(elt, prTest)
	for _, g := range generators {
		if g.Async {
			w.WriteString(" async")
		}
		w.WriteString(" for ")
		w.expr(g.Target, prTuple)
		w.WriteString(" in ")
		w.expr(g.Iter, prTest+1)
		for _, c := range g.Ifs {
			w.WriteString(" if ")
			w.expr(c, prTest+1)
		}
	}
	w.WriteString(close)
}

func (w *unparser) call(e *syntax.Call) {
	w.expr(e.Func, prAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if _, ok := e.Args[0].(*syntax.GeneratorExp); ok {
			w.expr(e.Args[0], prTuple)
			return
		}
	}
	w.WriteByte('(')
	w.list(e.Args, prTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			w.WriteString(", ")
		}
		if k.Name == "" {
			w.WriteString("**")
		} else {
			w.WriteString(k.Name + "=")
		}
		w.expr(k.Value, prTest)
	}
	w.WriteByte(')')
}

func (w *unparser) constant(e *syntax.Constant) {
	switch e.Kind {
	case syntax.None:
		w.WriteString("None")
	case syntax.True:
		w.WriteString("True")
	case syntax.False:
		w.WriteString("False")
	case syntax.Ellipsis:
		w.WriteString("...")
	case syntax.Int:
		if e.Big != nil {
			w.WriteString(e.Big.String())
		} else {
			w.WriteString(strconv.FormatInt(e.Int, 10))
		}
	case syntax.Float:
		w.WriteString(floatText(e.Float))
	case syntax.Imaginary:
		w.WriteString(imaginaryText(e.Float))
	case syntax.Str:
		if e.U {
			w.WriteByte('u')
		}
		w.WriteString(wtf8.Repr(e.Str, unicodedb.IsPrintable))
	case syntax.Bytes:
		w.WriteString(wtf8.BytesRepr([]byte(e.Str)))
	}
}

// floatText writes infinity as a number too large, so that reading it gives infinity again.
func floatText(f float64) string {
	if math.IsInf(f, 0) {
		return "1e309"
	}
	return numtext.FloatRepr(f)
}

func imaginaryText(f float64) string {
	if math.IsInf(f, 0) {
		return "1e309j"
	}
	if i := new(big.Float).SetFloat64(f); i.IsInt() && f < 1e16 {
		text, _ := i.Int(nil)
		return text.String() + "j"
	}
	return numtext.FloatRepr(f) + "j"
}

// fstring writes an f-string or t-string: its text is quoted as a string literal is.
func (w *unparser) fstring(prefix string, values []syntax.Expr) {
	body := &unparser{}
	body.parts(values)
	w.WriteString(prefix)
	w.WriteString(wtf8.Repr(body.String(), unicodedb.IsPrintable))
}

func (w *unparser) parts(values []syntax.Expr) {
	for _, v := range values {
		switch v := v.(type) {
		case *syntax.Constant:
			w.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(v.Str))
		case *syntax.JoinedStr:
			w.parts(v.Values)
		case *syntax.FormattedValue:
			w.field(unparseField(v.Value), v.Conversion, v.FormatSpec)
		case *syntax.Interpolation:
			w.field(v.Str, v.Conversion, v.FormatSpec)
		}
	}
}

func unparseField(e syntax.Expr) string {
	w := &unparser{}
	w.expr(e, prTest+1)
	return w.String()
}

func (w *unparser) field(text string, conversion byte, spec *syntax.JoinedStr) {
	w.WriteByte('{')
	if strings.HasPrefix(text, "{") {
		w.WriteByte(' ')
	}
	w.WriteString(text)
	if conversion != 0 {
		w.WriteByte('!')
		w.WriteByte(conversion)
	}
	if spec != nil {
		w.WriteByte(':')
		w.parts(spec.Values)
	}
	w.WriteByte('}')
}
