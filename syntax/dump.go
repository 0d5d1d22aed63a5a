package syntax

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Dump is a tree as CPython's ast.dump writes it, on one line: fields that are None or empty are
// left out, and characters beyond ASCII are escaped. An error node is Bad(...).
func Dump(node Node) string {
	d := dumper{}
	d.node(node)
	return d.b.String()
}

// DumpSpans is Dump with the span of each node behind its name: Name[3:4](id='x', ctx=Load()).
func DumpSpans(node Node) string {
	d := dumper{spans: true}
	d.node(node)
	return d.b.String()
}

// Equal reports trees that differ in nothing but their spans.
func Equal(a, b Node) bool { return Dump(a) == Dump(b) }

type dumper struct {
	b     strings.Builder
	spans bool
	comma bool // a field was written
}

// open begins a node; close ends it.
func (d *dumper) open(name string, span Span) bool {
	outer := d.comma
	d.b.WriteString(name)
	if d.spans {
		d.b.WriteByte('[')
		d.b.WriteString(strconv.Itoa(int(span.Start)))
		d.b.WriteByte(':')
		d.b.WriteString(strconv.Itoa(int(span.End)))
		d.b.WriteByte(']')
	}
	d.b.WriteByte('(')
	d.comma = false
	return outer
}

func (d *dumper) plain(name string) bool {
	outer := d.comma
	d.b.WriteString(name)
	d.b.WriteByte('(')
	d.comma = false
	return outer
}

func (d *dumper) close(outer bool) {
	d.b.WriteByte(')')
	d.comma = outer
}

func (d *dumper) field(name string) {
	if d.comma {
		d.b.WriteString(", ")
	}
	d.comma = true
	d.b.WriteString(name)
	d.b.WriteByte('=')
}

func (d *dumper) text(name, value string) {
	d.field(name)
	d.b.WriteString(quote(value))
}

func (d *dumper) optional(name, value string) {
	if value != "" {
		d.text(name, value)
	}
}

func (d *dumper) number(name string, value int) {
	d.field(name)
	d.b.WriteString(strconv.Itoa(value))
}

func (d *dumper) word(name, value string) {
	d.field(name)
	d.b.WriteString(value)
	d.b.WriteString("()")
}

func (d *dumper) expr(name string, e Expr) {
	if e != nil {
		d.field(name)
		d.node(e)
	}
}

func dumpList[T Node](d *dumper, name string, list []T) {
	if len(list) == 0 {
		return
	}
	d.field(name)
	dumpElements(d, list)
}

func dumpElements[T Node](d *dumper, list []T) {
	d.b.WriteByte('[')
	for i, n := range list {
		if i > 0 {
			d.b.WriteString(", ")
		}
		d.node(n)
	}
	d.b.WriteByte(']')
}

// withNil is a list that may hold nothing in places (keys of a dict, defaults).
func (d *dumper) withNil(name string, list []Expr) {
	if len(list) == 0 {
		return
	}
	d.field(name)
	d.b.WriteByte('[')
	for i, e := range list {
		if i > 0 {
			d.b.WriteString(", ")
		}
		if e == nil {
			d.b.WriteString("None")
		} else {
			d.node(e)
		}
	}
	d.b.WriteByte(']')
}

func (d *dumper) idents(name string, list []Ident) {
	if len(list) == 0 {
		return
	}
	d.field(name)
	d.b.WriteByte('[')
	for i, id := range list {
		if i > 0 {
			d.b.WriteString(", ")
		}
		d.b.WriteString(quote(id.Name))
	}
	d.b.WriteByte(']')
}

func (d *dumper) node(node Node) {
	switch n := node.(type) {
	case Stmt:
		d.stmt(n)
	case Expr:
		d.expression(n)
	case Pattern:
		d.pattern(n)
	case *Module:
		name := [...]string{Exec: "Module", Eval: "Expression", Single: "Interactive"}[n.Mode]
		outer := d.plain(name)
		if n.Mode == Eval && len(n.Body) == 1 {
			d.expr("body", n.Body[0].(*ExprStmt).Value)
		} else {
			dumpList(d, "body", n.Body)
		}
		d.close(outer)
	case *Arguments:
		outer := d.plain("arguments")
		dumpList(d, "posonlyargs", n.PosOnly)
		dumpList(d, "args", n.Args)
		if n.VarArg != nil {
			d.field("vararg")
			d.node(n.VarArg)
		}
		dumpList(d, "kwonlyargs", n.KwOnly)
		d.withNil("kw_defaults", n.KwDefaults)
		if n.KwArg != nil {
			d.field("kwarg")
			d.node(n.KwArg)
		}
		dumpList(d, "defaults", n.Defaults)
		d.close(outer)
	case *WithItem:
		outer := d.plain("withitem")
		d.expr("context_expr", n.Context)
		d.expr("optional_vars", n.Target)
		d.close(outer)
	case *MatchCase:
		outer := d.plain("match_case")
		d.field("pattern")
		d.node(n.Pattern)
		d.expr("guard", n.Guard)
		dumpList(d, "body", n.Body)
		d.close(outer)
	case *Comprehension:
		outer := d.plain("comprehension")
		d.expr("target", n.Target)
		d.expr("iter", n.Iter)
		dumpList(d, "ifs", n.Ifs)
		d.number("is_async", flag(n.Async))
		d.close(outer)
	default:
		d.part(node)
	}
}

func (d *dumper) part(node Node) {
	var outer bool
	switch n := node.(type) {
	case *TypeVar:
		outer = d.open("TypeVar", n.Span)
		d.text("name", n.Name)
		d.expr("bound", n.Bound)
		d.expr("default_value", n.Default)
	case *ParamSpec:
		outer = d.open("ParamSpec", n.Span)
		d.text("name", n.Name)
		d.expr("default_value", n.Default)
	case *TypeVarTuple:
		outer = d.open("TypeVarTuple", n.Span)
		d.text("name", n.Name)
		d.expr("default_value", n.Default)
	case *Arg:
		outer = d.open("arg", n.Span)
		d.text("arg", n.Name)
		d.expr("annotation", n.Annotation)
	case *Keyword:
		outer = d.open("keyword", n.Span)
		d.optional("arg", n.Name)
		d.expr("value", n.Value)
	case *Alias:
		outer = d.open("alias", n.Span)
		d.text("name", n.Name)
		d.optional("asname", n.AsName)
	case *ExceptHandler:
		outer = d.open("ExceptHandler", n.Span)
		d.expr("type", n.Type)
		d.optional("name", n.Name)
		dumpList(d, "body", n.Body)
	}
	d.close(outer)
}

func async(is bool, name string) string {
	if is {
		return "Async" + name
	}
	return name
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (d *dumper) stmt(node Stmt) {
	var outer bool
	switch n := node.(type) {
	case *FunctionDef:
		outer = d.open(async(n.Async, "FunctionDef"), n.Span)
		d.text("name", n.Name)
		d.field("args")
		d.node(n.Args)
		dumpList(d, "body", n.Body)
		dumpList(d, "decorator_list", n.Decorators)
		d.expr("returns", n.Returns)
		dumpList(d, "type_params", n.TypeParams)
	case *ClassDef:
		outer = d.open("ClassDef", n.Span)
		d.text("name", n.Name)
		dumpList(d, "bases", n.Bases)
		dumpList(d, "keywords", n.Keywords)
		dumpList(d, "body", n.Body)
		dumpList(d, "decorator_list", n.Decorators)
		dumpList(d, "type_params", n.TypeParams)
	case *Return:
		outer = d.open("Return", n.Span)
		d.expr("value", n.Value)
	case *Delete:
		outer = d.open("Delete", n.Span)
		dumpList(d, "targets", n.Targets)
	case *Assign:
		outer = d.open("Assign", n.Span)
		dumpList(d, "targets", n.Targets)
		d.expr("value", n.Value)
	case *AugAssign:
		outer = d.open("AugAssign", n.Span)
		d.expr("target", n.Target)
		d.word("op", operators[n.Op].name)
		d.expr("value", n.Value)
	case *AnnAssign:
		outer = d.open("AnnAssign", n.Span)
		d.expr("target", n.Target)
		d.expr("annotation", n.Annotation)
		d.expr("value", n.Value)
		d.number("simple", flag(n.Simple))
	case *TypeAlias:
		outer = d.open("TypeAlias", n.Span)
		d.expr("name", n.Name)
		dumpList(d, "type_params", n.TypeParams)
		d.expr("value", n.Value)
	case *For:
		outer = d.open(async(n.Async, "For"), n.Span)
		d.expr("target", n.Target)
		d.expr("iter", n.Iter)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
	case *While:
		outer = d.open("While", n.Span)
		d.expr("test", n.Test)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
	case *If:
		outer = d.open("If", n.Span)
		d.expr("test", n.Test)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
	case *With:
		outer = d.open(async(n.Async, "With"), n.Span)
		dumpList(d, "items", n.Items)
		dumpList(d, "body", n.Body)
	case *Match:
		outer = d.open("Match", n.Span)
		d.expr("subject", n.Subject)
		dumpList(d, "cases", n.Cases)
	case *Raise:
		outer = d.open("Raise", n.Span)
		d.expr("exc", n.Exc)
		d.expr("cause", n.Cause)
	case *Try:
		name := "Try"
		if n.Star {
			name = "TryStar"
		}
		outer = d.open(name, n.Span)
		dumpList(d, "body", n.Body)
		dumpList(d, "handlers", n.Handlers)
		dumpList(d, "orelse", n.Orelse)
		dumpList(d, "finalbody", n.Finalbody)
	case *Assert:
		outer = d.open("Assert", n.Span)
		d.expr("test", n.Test)
		d.expr("msg", n.Msg)
	case *Import:
		outer = d.open("Import", n.Span)
		dumpList(d, "names", n.Names)
	case *ImportFrom:
		outer = d.open("ImportFrom", n.Span)
		d.optional("module", n.Module)
		dumpList(d, "names", n.Names)
		d.number("level", n.Level)
	case *Global:
		outer = d.open("Global", n.Span)
		d.idents("names", n.Names)
	case *Nonlocal:
		outer = d.open("Nonlocal", n.Span)
		d.idents("names", n.Names)
	case *ExprStmt:
		outer = d.open("Expr", n.Span)
		d.expr("value", n.Value)
	case *Pass:
		outer = d.open("Pass", n.Span)
	case *Break:
		outer = d.open("Break", n.Span)
	case *Continue:
		outer = d.open("Continue", n.Span)
	case *BadStmt:
		outer = d.open("Bad", n.Span)
		dumpList(d, "parts", n.Parts)
	}
	d.close(outer)
}

var contexts = [...]string{Load: "Load", Store: "Store", Del: "Del"}

func (d *dumper) ctx(c ExprContext) { d.word("ctx", contexts[c]) }

func (d *dumper) expression(node Expr) {
	var outer bool
	switch n := node.(type) {
	case *BoolOp:
		outer = d.open("BoolOp", n.Span)
		d.word("op", [...]string{And: "And", Or: "Or"}[n.Op])
		dumpList(d, "values", n.Values)
	case *NamedExpr:
		outer = d.open("NamedExpr", n.Span)
		d.expr("target", n.Target)
		d.expr("value", n.Value)
	case *BinOp:
		outer = d.open("BinOp", n.Span)
		d.expr("left", n.Left)
		d.word("op", operators[n.Op].name)
		d.expr("right", n.Right)
	case *UnaryOp:
		outer = d.open("UnaryOp", n.Span)
		d.word("op", [...]string{Invert: "Invert", Not: "Not", UAdd: "UAdd", USub: "USub"}[n.Op])
		d.expr("operand", n.Operand)
	case *Lambda:
		outer = d.open("Lambda", n.Span)
		d.field("args")
		d.node(n.Args)
		d.expr("body", n.Body)
	case *IfExp:
		outer = d.open("IfExp", n.Span)
		d.expr("test", n.Test)
		d.expr("body", n.Body)
		d.expr("orelse", n.Orelse)
	case *Dict:
		outer = d.open("Dict", n.Span)
		d.withNil("keys", n.Keys)
		d.withNil("values", n.Values)
	case *Set:
		outer = d.open("Set", n.Span)
		dumpList(d, "elts", n.Elts)
	case *ListComp:
		outer = d.open("ListComp", n.Span)
		d.expr("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
	case *SetComp:
		outer = d.open("SetComp", n.Span)
		d.expr("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
	case *DictComp:
		outer = d.open("DictComp", n.Span)
		d.expr("key", n.Key)
		d.expr("value", n.Value)
		dumpList(d, "generators", n.Generators)
	case *GeneratorExp:
		outer = d.open("GeneratorExp", n.Span)
		d.expr("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
	case *Await:
		outer = d.open("Await", n.Span)
		d.expr("value", n.Value)
	case *Yield:
		outer = d.open("Yield", n.Span)
		d.expr("value", n.Value)
	case *YieldFrom:
		outer = d.open("YieldFrom", n.Span)
		d.expr("value", n.Value)
	case *Compare:
		outer = d.open("Compare", n.Span)
		d.expr("left", n.Left)
		d.field("ops")
		for i, op := range n.Ops {
			d.b.WriteString([...]string{"[", ", "}[min(i, 1)])
			d.b.WriteString(comparisons[op].name)
			d.b.WriteString("()")
		}
		d.b.WriteByte(']')
		dumpList(d, "comparators", n.Comparators)
	case *Call:
		outer = d.open("Call", n.Span)
		d.expr("func", n.Func)
		dumpList(d, "args", n.Args)
		dumpList(d, "keywords", n.Keywords)
	default:
		d.atom(node)
		return
	}
	d.close(outer)
}

func (d *dumper) atom(node Expr) {
	var outer bool
	switch n := node.(type) {
	case *FormattedValue:
		outer = d.open("FormattedValue", n.Span)
		d.expr("value", n.Value)
		d.conversion(n.Conversion, n.FormatSpec)
	case *Interpolation:
		outer = d.open("Interpolation", n.Span)
		d.expr("value", n.Value)
		d.text("str", n.Str)
		d.conversion(n.Conversion, n.FormatSpec)
	case *JoinedStr:
		outer = d.open("JoinedStr", n.Span)
		dumpList(d, "values", n.Values)
	case *TemplateStr:
		outer = d.open("TemplateStr", n.Span)
		dumpList(d, "values", n.Values)
	case *Constant:
		outer = d.open("Constant", n.Span)
		d.field("value")
		d.b.WriteString(n.repr())
		if n.U {
			d.text("kind", "u")
		}
	case *Attribute:
		outer = d.open("Attribute", n.Span)
		d.expr("value", n.Value)
		d.text("attr", n.Name)
		d.ctx(n.Ctx)
	case *Subscript:
		outer = d.open("Subscript", n.Span)
		d.expr("value", n.Value)
		d.expr("slice", n.Index)
		d.ctx(n.Ctx)
	case *Starred:
		outer = d.open("Starred", n.Span)
		d.expr("value", n.Value)
		d.ctx(n.Ctx)
	case *Name:
		outer = d.open("Name", n.Span)
		d.text("id", n.Id)
		d.ctx(n.Ctx)
	case *List:
		outer = d.open("List", n.Span)
		dumpList(d, "elts", n.Elts)
		d.ctx(n.Ctx)
	case *Tuple:
		outer = d.open("Tuple", n.Span)
		dumpList(d, "elts", n.Elts)
		d.ctx(n.Ctx)
	case *Slice:
		outer = d.open("Slice", n.Span)
		d.expr("lower", n.Lower)
		d.expr("upper", n.Upper)
		d.expr("step", n.Step)
	case *BadExpr:
		outer = d.open("Bad", n.Span)
		dumpList(d, "parts", n.Parts)
	}
	d.close(outer)
}

func (d *dumper) conversion(c byte, spec *JoinedStr) {
	if c == 0 {
		d.number("conversion", -1)
	} else {
		d.number("conversion", int(c))
	}
	if spec != nil {
		d.expr("format_spec", spec)
	}
}

func (d *dumper) pattern(node Pattern) {
	var outer bool
	switch n := node.(type) {
	case *MatchValue:
		outer = d.open("MatchValue", n.Span)
		d.expr("value", n.Value)
	case *MatchSingleton:
		outer = d.open("MatchSingleton", n.Span)
		d.field("value")
		d.b.WriteString((&Constant{Kind: n.Kind}).repr())
	case *MatchSequence:
		outer = d.open("MatchSequence", n.Span)
		dumpList(d, "patterns", n.Patterns)
	case *MatchMapping:
		outer = d.open("MatchMapping", n.Span)
		dumpList(d, "keys", n.Keys)
		dumpList(d, "patterns", n.Patterns)
		d.optional("rest", n.Rest)
	case *MatchClass:
		outer = d.open("MatchClass", n.Span)
		d.expr("cls", n.Cls)
		dumpList(d, "patterns", n.Patterns)
		d.idents("kwd_attrs", n.KwdAttrs)
		dumpList(d, "kwd_patterns", n.KwdPatterns)
	case *MatchStar:
		outer = d.open("MatchStar", n.Span)
		d.optional("name", n.Name)
	case *MatchAs:
		outer = d.open("MatchAs", n.Span)
		if n.Pattern != nil {
			d.field("pattern")
			d.node(n.Pattern)
		}
		d.optional("name", n.Name)
	case *MatchOr:
		outer = d.open("MatchOr", n.Span)
		dumpList(d, "patterns", n.Patterns)
	case *BadPattern:
		outer = d.open("Bad", n.Span)
	}
	d.close(outer)
}

// repr is the constant as Python's ascii() writes it.
func (c *Constant) repr() string {
	switch c.Kind {
	case None:
		return "None"
	case True:
		return "True"
	case False:
		return "False"
	case Ellipsis:
		return "Ellipsis"
	case Int:
		if c.Big != nil {
			return c.Big.String()
		}
		return strconv.FormatInt(c.Int, 10)
	case Float:
		return floatRepr(c.Float, true)
	case Imaginary:
		return floatRepr(c.Float, false) + "j"
	case Bytes:
		return "b" + quoteBytes(c.Str)
	}
	return quote(c.Str)
}

// floatRepr is the shortest text that reads back as f; whole adds ".0" to a whole number.
func floatRepr(f float64, whole bool) string {
	if math.IsInf(f, 0) {
		return "inf"
	}
	format := byte('f')
	if f != 0 && (f < 1e-4 || f >= 1e16) {
		format = 'e'
	}
	s := strconv.FormatFloat(f, format, -1, 64)
	if format == 'e' || !whole || strings.IndexByte(s, '.') >= 0 {
		return s
	}
	return s + ".0"
}

// quote is a string literal for WTF-8 text, in ASCII, with the quotes that repr() chooses.
func quote(text string) string {
	q := byte('\'')
	if strings.IndexByte(text, '\'') >= 0 && strings.IndexByte(text, '"') < 0 {
		q = '"'
	}
	b := make([]byte, 0, len(text)+2)
	b = append(b, q)
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			b = quoteByte(b, c, q)
			i++
			continue
		}
		r, n := decodeWTF8(text[i:])
		i += n
		switch {
		case r < 0x100:
			b = appendHex(append(b, `\x`...), uint32(r), 2)
		case r < 0x10000:
			b = appendHex(append(b, `\u`...), uint32(r), 4)
		default:
			b = appendHex(append(b, `\U`...), uint32(r), 8)
		}
	}
	return string(append(b, q))
}

func quoteBytes(text string) string {
	q := byte('\'')
	if strings.IndexByte(text, '\'') >= 0 && strings.IndexByte(text, '"') < 0 {
		q = '"'
	}
	b := append(make([]byte, 0, len(text)+2), q)
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			b = appendHex(append(b, `\x`...), uint32(text[i]), 2)
		} else {
			b = quoteByte(b, text[i], q)
		}
	}
	return string(append(b, q))
}

func quoteByte(b []byte, c, q byte) []byte {
	switch {
	case c == q || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, `\n`...)
	case c == '\r':
		return append(b, `\r`...)
	case c == '\t':
		return append(b, `\t`...)
	case c < ' ' || c == 0x7f:
		return appendHex(append(b, `\x`...), uint32(c), 2)
	}
	return append(b, c)
}

func appendHex(b []byte, v uint32, digits int) []byte {
	for shift := (digits - 1) * 4; shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[v>>shift&15])
	}
	return b
}

// decodeWTF8 is utf8.DecodeRuneInString that knows surrogates.
func decodeWTF8(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] < 0xC0 && s[2]&0xC0 == 0x80 {
		return rune(0xD000) | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}
