package astmod

import (
	"math/big"

	"slp/syntax"
	"slp/vm/object"
)

// one is the index of the operator in a field among the names of its kind.
func (r *reader) one(node value, field string, names []string) int {
	return r.operator(r.get(node, field), field, names)
}

func (r *reader) operator(v value, what string, names []string) int {
	kind := r.kind(v)
	for i, n := range names {
		if n == kind {
			return i
		}
	}
	r.wrong(map[string]string{"op": "operator", "ops": "cmpop"}[what], v)
	return 0
}

func (r *reader) ctx(node value) syntax.ExprContext {
	switch r.kind(r.get(node, "ctx")) {
	case "Store":
		return syntax.Store
	case "Del":
		return syntax.Del
	}
	return syntax.Load
}

func (r *reader) generators(node value) []*syntax.Comprehension {
	return all(r, node, "generators", func(g value) *syntax.Comprehension {
		n, _ := r.get(g, "is_async").AsInt()
		k := &syntax.Comprehension{Async: n != 0, Target: r.sub(g, "target"), Iter: r.sub(g, "iter"), Ifs: r.exprs(g, "ifs")}
		if k.Target != nil && k.Iter != nil {
			k.Span = syntax.Span{Start: k.Target.Range().Start, End: k.Iter.Range().End}
		}
		return k
	})
}

func (r *reader) conversion(node value) byte {
	if n, _ := r.get(node, "conversion").AsInt(); n > 0 {
		return byte(n)
	}
	return 0
}

func (r *reader) spec(node value) *syntax.JoinedStr {
	switch e := r.sub(node, "format_spec").(type) {
	case nil:
		return nil
	case *syntax.JoinedStr:
		return e
	default:
		return &syntax.JoinedStr{Span: e.Range(), Values: []syntax.Expr{e}}
	}
}

// pieces are the parts of an f-string: what is no text is formatted.
func (r *reader) pieces(node value) []syntax.Expr {
	list := r.exprs(node, "values")
	for i, e := range list {
		switch e.(type) {
		case *syntax.Constant, *syntax.FormattedValue, *syntax.Interpolation, nil:
		default:
			list[i] = &syntax.FormattedValue{Span: e.Range(), Value: e}
		}
	}
	return list
}

// expr reads an expression; None is nil.
func (r *reader) expr(v value) syntax.Expr {
	if v.IsNil() || v.IsNone() {
		return nil
	}
	kind := r.kind(v)
	if kind == "" {
		r.wrong("expr", v)
		return nil
	}
	s := r.span(v)
	switch kind {
	case "BoolOp":
		return &syntax.BoolOp{Span: s, Op: syntax.BoolOperator(r.one(v, "op", boolOps[:])), Values: r.exprs(v, "values")}
	case "NamedExpr":
		return &syntax.NamedExpr{Span: s, Target: r.name(v, "target"), Value: r.sub(v, "value")}
	case "BinOp":
		return &syntax.BinOp{Span: s, Left: r.sub(v, "left"), Op: syntax.Operator(r.one(v, "op", operators[:])), Right: r.sub(v, "right")}
	case "UnaryOp":
		return &syntax.UnaryOp{Span: s, Op: syntax.UnaryOperator(r.one(v, "op", unaryOps[:])), Operand: r.sub(v, "operand")}
	case "Lambda":
		return &syntax.Lambda{Span: s, Args: r.args(v), Body: r.sub(v, "body")}
	case "IfExp":
		return &syntax.IfExp{Span: s, Test: r.sub(v, "test"), Body: r.sub(v, "body"), Orelse: r.sub(v, "orelse")}
	case "Dict":
		return &syntax.Dict{Span: s, Keys: r.exprs(v, "keys"), Values: r.exprs(v, "values")}
	case "Set":
		return &syntax.Set{Span: s, Elts: r.exprs(v, "elts")}
	case "ListComp":
		return &syntax.ListComp{Span: s, Elt: r.sub(v, "elt"), Generators: r.generators(v)}
	case "SetComp":
		return &syntax.SetComp{Span: s, Elt: r.sub(v, "elt"), Generators: r.generators(v)}
	case "DictComp":
		return &syntax.DictComp{Span: s, Key: r.sub(v, "key"), Value: r.sub(v, "value"), Generators: r.generators(v)}
	case "GeneratorExp":
		return &syntax.GeneratorExp{Span: s, Elt: r.sub(v, "elt"), Generators: r.generators(v)}
	case "Await":
		return &syntax.Await{Span: s, Value: r.sub(v, "value")}
	case "Yield":
		return &syntax.Yield{Span: s, Value: r.sub(v, "value")}
	case "YieldFrom":
		return &syntax.YieldFrom{Span: s, Value: r.sub(v, "value")}
	case "Compare":
		return &syntax.Compare{Span: s, Left: r.sub(v, "left"), Comparators: r.exprs(v, "comparators"),
			Ops: all(r, v, "ops", func(x value) syntax.CmpOp { return syntax.CmpOp(r.operator(x, "ops", compareOps[:])) })}
	case "Call":
		k := &syntax.Call{Span: s, Func: r.sub(v, "func"), Args: r.exprs(v, "args"), Keywords: all(r, v, "keywords", r.keyword)}
		if k.Func != nil {
			k.Open = k.Func.Range().End
		}
		return k
	case "FormattedValue":
		return &syntax.FormattedValue{Span: s, Value: r.sub(v, "value"), Conversion: r.conversion(v), FormatSpec: r.spec(v)}
	case "Interpolation":
		return &syntax.Interpolation{Span: s, Value: r.sub(v, "value"), Str: r.text(v, "str"), Conversion: r.conversion(v), FormatSpec: r.spec(v)}
	case "JoinedStr":
		return &syntax.JoinedStr{Span: s, Values: r.pieces(v)}
	case "TemplateStr":
		return &syntax.TemplateStr{Span: s, Values: r.exprs(v, "values")}
	case "Constant":
		return r.constant(s, r.get(v, "value"), r.get(v, "kind").AsStr() != nil)
	case "Attribute":
		end := syntax.Span{Start: s.End - int32(min(len(r.text(v, "attr")), int(s.End-s.Start))), End: s.End}
		return &syntax.Attribute{Span: s, Value: r.sub(v, "value"), Name: r.text(v, "attr"), NameSpan: end, Ctx: r.ctx(v)}
	case "Subscript":
		return &syntax.Subscript{Span: s, Value: r.sub(v, "value"), Index: r.sub(v, "slice"), Ctx: r.ctx(v)}
	case "Starred":
		return &syntax.Starred{Span: s, Value: r.sub(v, "value"), Ctx: r.ctx(v)}
	case "Name":
		return &syntax.Name{Span: s, Id: r.text(v, "id"), Ctx: r.ctx(v)}
	case "List":
		return &syntax.List{Span: s, Elts: r.exprs(v, "elts"), Ctx: r.ctx(v)}
	case "Tuple":
		return &syntax.Tuple{Span: s, Elts: r.exprs(v, "elts"), Ctx: r.ctx(v)}
	case "Slice":
		return &syntax.Slice{Span: s, Lower: r.sub(v, "lower"), Upper: r.sub(v, "upper"), Step: r.sub(v, "step")}
	}
	r.wrong("expr", v)
	return nil
}

// constant is the expression of a value that a Constant holds.
func (r *reader) constant(s syntax.Span, v value, u bool) syntax.Expr {
	plain := func(kind syntax.ConstantKind) *syntax.Constant { return &syntax.Constant{Span: s, Kind: kind} }
	elements := func(items []value) (out []syntax.Expr) {
		for _, x := range items {
			out = append(out, r.constant(s, x, false))
		}
		return out
	}
	negated := func(e syntax.Expr) syntax.Expr { return &syntax.UnaryOp{Span: s, Op: syntax.USub, Operand: e} }
	float := func(f float64, kind syntax.ConstantKind) syntax.Expr {
		k := plain(kind)
		k.Float = f
		return k
	}
	switch v.Kind() {
	case object.KNone:
		return plain(syntax.None)
	case object.KBool:
		if v.IsTrue() {
			return plain(syntax.True)
		}
		return plain(syntax.False)
	case object.KEllipsis:
		return plain(syntax.Ellipsis)
	case object.KInt, object.KBigInt:
		n := v.AsBigInt()
		k := plain(syntax.Int)
		if m := new(big.Int).Abs(n); m.IsInt64() {
			k.Int = m.Int64()
		} else {
			k.Big = m
		}
		if n.Sign() < 0 {
			return negated(k)
		}
		return k
	case object.KFloat:
		return float(v.F(), syntax.Float)
	case object.KComplex:
		z := v.AsComplex().V
		if real(z) == 0 {
			return float(imag(z), syntax.Imaginary)
		}
		return &syntax.BinOp{Span: s, Left: float(real(z), syntax.Float), Op: syntax.Add, Right: float(imag(z), syntax.Imaginary)}
	case object.KStr:
		k := plain(syntax.Str)
		k.Str, k.U = v.AsStr().String(), u
		return k
	case object.KBytes:
		k := plain(syntax.Bytes)
		k.Str = v.AsBytes().S
		return k
	case object.KTuple:
		return &syntax.Tuple{Span: s, Elts: elements(v.AsTuple().Items)}
	case object.KFrozenSet:
		_, _, items := object.FrozenSetLayout(v)
		return &syntax.Call{Span: s, Func: &syntax.Name{Span: s, Id: "frozenset"}, Open: s.End,
			Args: []syntax.Expr{&syntax.Tuple{Span: s, Elts: elements(items)}}}
	}
	if !r.c.Failed() {
		r.c.Raise(object.TypeError, "got an invalid type in Constant: %s", object.TypeOf(v).Name)
	}
	return nil
}
