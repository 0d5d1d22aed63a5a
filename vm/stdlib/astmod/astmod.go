// Package astmod is the module _ast: the classes of syntax trees, and trees as compile() makes them for a program.
package astmod

import (
	"strings"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Flags of compile() for syntax trees.
const (
	OnlyAST      = 0x400
	TypeComments = 0x1000
	Optimized    = 0x8000
	TopAwait     = 0x2000
)

// Module is the module _ast.
var Module = object.ModuleDef{Name: "_ast", Init: func(c *ctx, m *object.Module) bool {
	st := stateOf(c)
	m.Set(c, "AST", st.ast.V())
	for _, line := range grammar {
		name, _, _ := strings.Cut(line, " ")
		m.Set(c, name, st.classes[name].V())
	}
	m.Set(c, "PyCF_ONLY_AST", object.Int(OnlyAST))
	m.Set(c, "PyCF_TYPE_COMMENTS", object.Int(TypeComments))
	m.Set(c, "PyCF_ALLOW_TOP_LEVEL_AWAIT", object.Int(TopAwait))
	m.Set(c, "PyCF_OPTIMIZED_AST", object.Int(OnlyAST|Optimized))
	return true
}}

// field is a field of a class.
type field struct {
	typ  string
	name *object.Str
	list bool
	opt  bool
}

type state struct {
	ast        *object.Type
	classes    map[string]*object.Type
	fields     map[*object.Type][]field
	singletons map[string]value // of the classes without fields: Load, Add ...
	fieldsName *object.Str
}

// node is the Go part of a node: all it has are attributes.
type node struct{}

// Walk implements object.Impl.
func (node) Walk(*object.Walker) {}

// IsNode tells whether v is a syntax tree.
func IsNode(c *ctx, v value) bool { return object.TypeOf(v).IsSubtype(stateOf(c).ast) }

func stateOf(c *ctx) *state { return object.ModuleState(c, "_ast", makeClasses) }

var positions = []string{"lineno", "col_offset", "end_lineno", "end_col_offset"}

func makeClasses(c *ctx) *state {
	st := &state{classes: map[string]*object.Type{}, fields: map[*object.Type][]field{}, singletons: map[string]value{}, fieldsName: c.Intern("_fields")}
	empty := object.NewTuple(nil)
	st.ast = c.NewClass(object.Spec{Name: "AST", Module: "ast", Flags: object.HasDict | object.HasWeakref | object.HeapType, Methods: methods(),
		Gets:  []object.Get{{Name: "__dict__", Get: func(c *ctx, o value) value { return c.InstanceDict(o).V() }}},
		Attrs: map[string]value{"_fields": empty, "_attributes": empty, "__match_args__": empty, "_field_types": c.NewDict().V()}})
	for _, line := range grammar {
		st.addClass(c, line)
	}
	for _, line := range grammar {
		name, _, _ := strings.Cut(line, " ")
		st.types(c, st.classes[name])
	}
	return st
}

func (st *state) addClass(c *ctx, line string) {
	head, args, _ := strings.Cut(strings.TrimSuffix(line, ")"), "(")
	name, base, _ := strings.Cut(head, " ")
	parent := st.ast
	if base != "AST" {
		parent = st.classes[base]
	}
	attrs := map[string]value{}
	var fields []field
	var names []value
	if args != "" {
		for _, f := range strings.Split(args, ", ") {
			typ, fname, _ := strings.Cut(f, " ")
			x := field{typ: strings.TrimRight(typ, "?*"), name: c.Intern(fname), list: strings.HasSuffix(typ, "*"), opt: strings.HasSuffix(typ, "?")}
			fields = append(fields, x)
			names = append(names, x.name.V())
			if x.opt {
				attrs[fname] = object.None
			}
		}
	}
	attrs["_fields"] = object.NewTuple(names)
	attrs["__match_args__"] = attrs["_fields"]
	switch name {
	case "stmt", "expr", "excepthandler", "pattern", "type_param":
		st.positioned(c, attrs)
		if name != "pattern" && name != "type_param" {
			attrs["end_lineno"], attrs["end_col_offset"] = object.None, object.None
		}
	case "alias", "arg", "keyword":
		st.positioned(c, attrs)
		attrs["end_lineno"], attrs["end_col_offset"] = object.None, object.None
	}
	doc := name
	if args != "" {
		doc += "(" + args + ")"
	}
	t := c.NewClass(object.Spec{Name: name, Module: "ast", Base: parent, Doc: doc, Attrs: attrs, Flags: object.HeapType})
	st.classes[name], st.fields[t] = t, fields
	switch base {
	case "expr_context", "operator", "boolop", "unaryop", "cmpop":
		st.singletons[name] = c.NewObj(t, node{})
	}
}

// types makes _field_types: list[T] for lists, T | None for what may be missing.
func (st *state) types(c *ctx, cls *object.Type) {
	d := c.NewDict()
	for _, f := range st.fields[cls] {
		var t value
		switch f.typ {
		case "identifier", "string":
			t = object.StrType.V()
		case "int":
			t = object.IntType.V()
		case "constant":
			t = object.ObjectType.V()
		default:
			t = st.classes[f.typ].V()
		}
		switch {
		case f.list:
			v := c.NewInst(c.Host.Hosted("GenericAlias").AsType()).V()
			c.SetMember(v, "__origin__", object.ListType.V())
			c.SetMember(v, "__args__", object.TupleOf(t))
			c.SetMember(v, "_parameters", object.NewTuple(nil))
			c.SetMember(v, "_starred", object.False)
			t = v
		case f.opt:
			v := c.NewInst(c.Host.Hosted("Union").AsType()).V()
			c.SetMember(v, "__args__", object.TupleOf(t, object.TypeOf(object.None).V()))
			c.SetMember(v, "_parameters", object.NewTuple(nil))
			t = v
		}
		d.SetName(c, f.name, t)
	}
	cls.Dict.SetStr(c, "_field_types", d.V())
}

func (st *state) positioned(c *ctx, attrs map[string]value) {
	var all []value
	for _, p := range positions {
		all = append(all, c.Intern(p).V())
	}
	attrs["_attributes"] = object.NewTuple(all)
}

// fieldsOf describes the fields of a class by what the nearest class of the grammar says.
func (st *state) fieldsOf(t *object.Type) []field {
	for _, x := range t.MRO {
		if f, ok := st.fields[x]; ok {
			return f
		}
	}
	return nil
}

func methods() []object.Def {
	return []object.Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return c.NewObj(a[0].AsType(), node{}) }},
		{Sig: "__init__(self, /, *args, **kwargs)", Fn: initNode},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
			d := c.InstanceDict(a[0])
			copied := d.Clone(c).V()
			return c.Self("ast_reduce", a[0], copied)
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value { return c.Self("ast_repr", a[0]) }},
		{Sig: "__replace__(self, /, **fields)", Fn: func(c *ctx, a []value) value {
			kw := a[1]
			if kw.IsNil() {
				kw = c.NewDict().V()
			}
			return c.Self("ast_replace", a[0], kw)
		}},
	}
}

// initNode sets the fields that are given; what is wrong or missing is told by hosted code afterwards.
func initNode(c *ctx, a []value) value {
	self, args := a[0], a[1].AsTuple().Items
	st := stateOf(c)
	t := object.TypeOf(self)
	names := object.Items(c.Lookup(t, st.fieldsName))
	if len(args) > len(names) {
		s := "s"
		if len(names) == 1 {
			s = ""
		}
		return c.Raise(object.TypeError, "%s constructor takes at most %d positional argument%s", t.Name, len(names), s)
	}
	given := map[string]bool{}
	for i, v := range args {
		name := names[i].AsStr()
		if name == nil {
			return c.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(names[i]).Said())
		}
		if !c.GenericSetAttr(self, c.Name(name), v) {
			return object.Nil
		}
		given[name.String()] = true
	}
	var odd []value
	if !a[2].IsNil() {
		d := a[2].AsDict()
		cur, _ := object.Loop(a[2])
		for cur.Next() {
			name := cur.V.AsStr()
			known := false
			for _, n := range names {
				known = known || n.AsStr() != nil && n.AsStr().String() == name.String()
			}
			if known && given[name.String()] {
				return c.Raise(object.TypeError, "%s got multiple values for argument %s", t.Name, c.ReprStr(name))
			}
			if !known && !st.attribute(c, t, name.String()) {
				odd = append(odd, cur.V)
			}
			if !c.GenericSetAttr(self, c.Name(name), d.Get(name.String())) {
				return object.Nil
			}
			given[name.String()] = true
		}
	}
	var missing []value
	for _, f := range st.fieldsOf(t) {
		if given[f.name.String()] {
			continue
		}
		ours := false
		for _, n := range names {
			ours = ours || n.AsStr() != nil && n.AsStr().String() == f.name.String()
		}
		if !ours {
			continue
		}
		var v object.Value
		switch {
		case f.list:
			v = c.NewList(nil)
		case f.opt:
			continue
		case f.typ == "expr_context":
			v = st.singletons["Load"]
		default:
			missing = append(missing, f.name.V())
			continue
		}
		if !c.GenericSetAttr(self, f.name, v) {
			return object.Nil
		}
	}
	if len(odd)+len(missing) > 0 {
		return c.Self("ast_warn", object.NewStr(t.Name), object.NewTuple(odd), object.NewTuple(missing))
	}
	return object.None
}

func (st *state) attribute(c *ctx, t *object.Type, name string) bool {
	for _, v := range object.Items(c.Lookup(t, c.Intern("_attributes"))) {
		if v.AsStr() != nil && v.AsStr().String() == name {
			return true
		}
	}
	return false
}
