package object

import (
	"strings"
	"sync/atomic"
	"unsafe"

	"slp/vm/internal/suggest"
)

// Fn is a native function. a has one value for each parameter of the signature: Nil for an optional one that was not
// given, a tuple for *args, a dict or Nil for **kwargs.
type Fn func(c *Ctx, a []Value) Value

// Def describes a native function or method. Sig is its name and parameters as CPython's signatures are written:
//
//	"split(self, /, sep=None, maxsplit=-1)"
//
// A parameter with a default is optional; the text of the default is documentation (the function sees Nil).
// Without "/" parameters may be given by name.
type Def struct {
	Sig string
	Fn  Fn
	Doc string
	// Kind of binding: a method by default.
	Kind DefKind
	// Called is how messages about the number of arguments name the function, if otherwise than by its name: "function".
	Called string
	// Unpack says that messages about the number of positional arguments are those of functions without keywords.
	Unpack bool
}

// DefKind says how a native function binds.
type DefKind uint8

// The kinds.
const (
	AsMethod DefKind = iota // bound to the instance
	AsClass                 // bound to the class (first parameter cls)
	AsStatic                // not bound
	AsNew                   // __new__: not bound, first parameter cls
)

// Get describes a native attribute: a property in Go. A nil Set makes it read-only.
type Get struct {
	Name string
	Get  func(c *Ctx, self Value) Value
	Set  func(c *Ctx, self, v Value) bool // v Nil: delete; false: raised
	Doc  string
}

// Builtin is a native function, or a method descriptor when Owner is set.
type Builtin struct {
	Hdr
	Def    *Def
	Name   *Str
	Owner  *Type // of methods
	Module Value // __module__ of functions
	Self   Value // __self__: the module, or the class of a class method
	sig    atomic.Pointer[signature]
}

// GetSet is a native attribute descriptor.
type GetSet struct {
	Hdr
	G      *Get
	Owner  *Type
	Member bool // of __slots__: slot number Slot
	Field  bool // CPython reads it straight from the object; see members
	Slot   uint32
	Name   *Str
}

func (g *GetSet) typ() *Type {
	if g.Member || g.Field {
		return MemberType
	}
	return GetSetType
}

func (b *Builtin) typ() *Type {
	if b.Owner == nil || b.Def.Kind == AsNew || b.Def.Kind == AsStatic {
		return BuiltinType
	}
	if b.Def.Kind == AsClass {
		return ClassMethodDescrType
	}
	if b.slot() {
		return WrapperType
	}
	return MethodDescrType
}

// slot tells that a method is one that CPython keeps in a slot of the class, not in a table of methods.
func (b *Builtin) slot() bool {
	name := b.Name.s
	if !strings.HasPrefix(name, "__") {
		return false
	}
	switch name {
	case "__getitem__":
		return b.Owner != ListType && b.Owner != DictType
	case "__contains__":
		return b.Owner != DictType && b.Owner != SetType && b.Owner != FrozenSetType
	case "__next__", "__await__", "__buffer__", "__release_buffer__":
		return true
	}
	for d := DAdd; d <= DIndex; d++ {
		if dunderText[d] == name {
			return true
		}
	}
	switch name {
	case "__hash__", "__repr__", "__str__", "__len__", "__setitem__", "__delitem__", "__iter__", "__call__", "__get__", "__set__",
		"__delete__", "__getattribute__", "__getattr__", "__setattr__", "__delattr__", "__init__", "__del__", "__aiter__", "__anext__":
		return true
	}
	return false
}

// NewFunc makes a native function.
func NewFunc(d *Def) *Builtin {
	return &Builtin{Hdr: Hdr{Kind: KBuiltin}, Def: d, Name: nil, Module: None}
}

func (c *Ctx) newBuiltin(d *Def, owner *Type, static bool) *Builtin {
	name := d.Sig[:strings.IndexByte(d.Sig, '(')]
	b := &Builtin{Hdr: Hdr{Kind: KBuiltin}, Def: d, Owner: owner, Module: None}
	if static {
		b.Flags = FlagStatic
		b.Name = Static(name)
	} else {
		b.Name = c.Intern(name)
	}
	return b
}

// Method makes a native method of a class that is made in this machine.
func (c *Ctx) Method(t *Type, d *Def) Value { return c.newBuiltin(d, t, false).V() }

// Attribute makes a native attribute of a class that is made in this machine.
func (c *Ctx) Attribute(t *Type, g *Get) Value {
	x := &GetSet{Hdr: Hdr{Kind: KGetSet, Epoch: c.Epoch}, G: g, Owner: t, Name: c.Intern(g.Name)}
	return Ref(&x.Hdr)
}

// Func makes a native function of a module (or no module).
func (c *Ctx) Func(module string, d *Def) Value {
	b := c.newBuiltin(d, nil, false)
	if module != "" {
		b.Module = c.Intern(module).V()
	}
	return b.V()
}

type param struct {
	name string
	star uint8 // 1 *args, 2 **kwargs
	opt  bool
	posonly,
	kwonly bool
	def string
}

type signature struct {
	name           string
	params         []param
	npos, required int // positional parameters, and how many of them must be given
	star, kwstar   int // index of *args, **kwargs or -1
	simple         bool
	spread         bool // positional-only parameters, *args, and perhaps **kwargs
	bound          int  // leading parameters that do not count in messages (self, cls)
}

// signature parses Sig on first use; the result never changes.
func (b *Builtin) signature() *signature {
	if s := b.sig.Load(); s != nil {
		return s
	}
	s := parseSignature(b.Def.Sig)
	if b.Owner != nil && b.Def.Kind != AsStatic {
		s.bound = 1
	}
	b.sig.Store(s)
	return s
}

func parseSignature(text string) *signature {
	open := strings.IndexByte(text, '(')
	s := &signature{name: text[:open], star: -1, kwstar: -1}
	body := text[open+1 : strings.LastIndexByte(text, ')')]
	kwonly := false
	for _, p := range splitParams(body) {
		p = strings.TrimSpace(p)
		switch {
		case p == "":
		case p == "/":
			for i := range s.params {
				s.params[i].posonly = true
			}
		case p == "*":
			kwonly = true
		case strings.HasPrefix(p, "**"):
			s.kwstar = len(s.params)
			s.params = append(s.params, param{name: p[2:], star: 2, opt: true})
		case p[0] == '*':
			s.star = len(s.params)
			s.params = append(s.params, param{name: p[1:], star: 1, opt: true})
			kwonly = true
		default:
			q := param{name: p, kwonly: kwonly}
			if i := strings.IndexByte(p, '='); i >= 0 {
				q.name, q.def, q.opt = strings.TrimSpace(p[:i]), strings.TrimSpace(p[i+1:]), true
			}
			if !kwonly {
				s.npos++
				if !q.opt {
					s.required = s.npos
				}
			}
			s.params = append(s.params, q)
		}
	}
	s.spread = s.star >= 0 && s.star == s.npos && s.npos == s.required && len(s.params) == s.npos+1+min(1, s.kwstar+1) && (s.kwstar < 0 || s.kwstar == s.npos+1)
	s.simple = s.star < 0 && s.kwstar < 0 && s.npos == len(s.params)
	return s
}

func splitParams(s string) (out []string) {
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

// invoke binds the arguments and runs a native function.
func (c *Ctx) invoke(b *Builtin, args []Value, kw []*Str) Value {
	s := b.sig.Load()
	if s == nil {
		s = b.signature()
	}
	n := len(args)
	if len(kw) == 0 && s.simple && n <= s.npos && n >= s.required {
		if b.Owner != nil && !c.checkSelf(b, args) {
			return Nil
		}
		if n == s.npos {
			return b.Def.Fn(c, args)
		}
		// The missing ones are Nil: the arguments lie on a stack while the function runs.
		base := len(c.args)
		c.args = append(c.args, args...)
		for range s.npos - n {
			c.args = append(c.args, Nil)
		}
		v := b.Def.Fn(c, c.args[base:base+s.npos:base+s.npos])
		clear(c.args[base:])
		c.args = c.args[:base]
		return v
	}
	if b.Owner != nil && b.Def.Kind == AsNew && !c.checkSelf(b, args[:n-len(kw)]) {
		return Nil
	}
	if len(kw) == 0 && s.spread && n >= s.npos {
		full := make([]Value, len(s.params)) // the function may keep it
		copy(full, args[:s.npos])
		full[s.star] = CopyTuple(args[s.npos:])
		if b.Owner != nil && !c.checkSelf(b, full) {
			return Nil
		}
		return b.Def.Fn(c, full)
	}
	full, ok := c.bind(b, s, args, kw)
	if !ok {
		if b.Def.Called != "" {
			c.renameCallee(b)
		}
		return Nil
	}
	if b.Owner != nil && !c.checkSelf(b, full) {
		return Nil
	}
	return b.Def.Fn(c, full)
}

// renameCallee puts the name by which a function wants to be called into the message that binding its arguments raised.
func (c *Ctx) renameCallee(b *Builtin) {
	e := c.exc.AsExc()
	if e == nil || e.Cls != TypeError || len(e.Args.AsTuple().Items) != 1 {
		return
	}
	if text := e.Args.AsTuple().Items[0].AsStr(); text != nil {
		c.Raise(TypeError, "%s", strings.Replace(text.s, b.label()+"()", b.Def.Called, 1))
	}
}

// checkSelf checks that a method descriptor got an instance of its class.
func (c *Ctx) checkSelf(b *Builtin, args []Value) bool {
	switch b.Def.Kind {
	case AsStatic:
		return true
	case AsNew:
		if len(args) == 0 {
			c.Raise(TypeError, "%s.__new__(): not enough arguments", b.Owner.Said())
			return false
		}
		t := args[0].AsType()
		if t == nil {
			c.Raise(TypeError, "%s.__new__(X): X is not a type object (%s)", b.Owner.Said(), TypeOf(args[0]).Said())
			return false
		}
		if t != b.Owner && !t.IsSubtype(b.Owner) {
			c.Raise(TypeError, "%s.__new__(%s): %s is not a subtype of %s", b.Owner.Said(), t.Said(), t.Said(), b.Owner.Said())
			return false
		}
		if t != b.Owner {
			return c.safeNew(b, t)
		}
		return true
	}
	if len(args) == 0 {
		c.Raise(TypeError, "unbound method %s.%s() needs an argument", b.Owner.Said(), b.Name.s)
		return false
	}
	if b.Def.Kind == AsClass {
		return true
	}
	if t := TypeOf(args[0]); t != b.Owner && !t.IsSubtype(b.Owner) {
		if b.typ() == WrapperType {
			c.Raise(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", b.Name.s, b.Owner.Said(), t.Said())
		} else {
			c.Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.Name.s, b.Owner.Said(), t.Said())
		}
		return false
	}
	return true
}

// safeNew checks that __new__ is that of the builtin class on which t is built: int.__new__ makes no bool.
func (c *Ctx) safeNew(b *Builtin, t *Type) bool {
	static := t
	for static != nil && static.Flags&HeapType != 0 {
		if own := static.Dict.Get("__new__"); !own.IsNil() && own.AsBuiltin() != nil && own.AsBuiltin().Owner == static {
			break // a class of a module written in Go
		}
		static = static.Base
	}
	if static == nil || static == b.Owner {
		return true
	}
	own := c.Lookup(static, b.Name).AsBuiltin()
	if own == nil || own.Def == b.Def {
		return true
	}
	c.Raise(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", b.Owner.Name, t.Name, static.Name)
	return false
}

// qual is the function's name in messages.
func (b *Builtin) qual() string {
	if b.Def.Kind == AsNew {
		return b.label()
	}
	if b.Owner != nil && b.typ() != WrapperType {
		return b.Owner.Name + "." + b.Name.s
	}
	if b.Owner == nil && !b.Module.IsNil() && b.Module.AsStr() != nil && b.Module.AsStr().s != "builtins" {
		return b.Module.AsStr().s + "." + b.Name.s
	}
	return b.Name.s
}

// label is its short name: of __new__ and __init__ that of the class.
func (b *Builtin) label() string {
	if b.Owner != nil && (b.Def.Kind == AsNew || b.Name.s == "__init__") {
		return b.Owner.Name
	}
	return b.Name.s
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func (c *Ctx) bind(b *Builtin, s *signature, args []Value, kw []*Str) ([]Value, bool) {
	npos := len(args) - len(kw)
	pos, vals := args[:npos], args[npos:]
	full := make([]Value, len(s.params))
	given := min(npos, s.npos)
	if s.star >= 0 {
		// positional parameters come first in every signature
		copy(full, pos[:given])
		full[s.star] = NewTuple(append([]Value(nil), pos[given:]...))
	} else {
		if npos > s.npos {
			c.tooMany(b, s, npos, len(kw))
			return nil, false
		}
		copy(full, pos)
	}
	if got := npos + len(kw); len(kw) > 0 && s.star < 0 && s.kwstar < 0 && got > len(s.params) && !allPosOnly(s) {
		c.tooMany(b, s, npos, len(kw))
		return nil, false
	}
	var rest *Dict
	var unknown *Str
	for i, name := range kw {
		k := -1
		for j := range s.params {
			p := &s.params[j]
			if p.star == 0 && !p.posonly && p.name == name.s {
				k = j
				break
			}
		}
		switch {
		case k >= 0 && !full[k].IsNil():
			c.Raise(TypeError, "argument for %s() given by name ('%s') and position (%d)", b.label(), name.s, k+1-s.bound)
			return nil, false
		case k >= 0:
			full[k] = vals[i]
		case s.kwstar >= 0:
			if rest == nil {
				rest = c.NewDict()
			}
			if !rest.GetStr(name).IsNil() {
				c.Raise(TypeError, "%s() got multiple values for keyword argument '%s'", b.label(), name.s)
				return nil, false
			}
			rest.SetName(c, name, vals[i])
		default:
			if !takesNames(s) {
				name := b.qual()
				if b.Def.Kind == AsClass && npos > 0 && pos[0].AsType() != nil {
					name = pos[0].AsType().Qualname + "." + b.Name.s
				}
				c.Raise(TypeError, "%s() takes no keyword arguments", name)
				return nil, false
			}
			if unknown == nil {
				unknown = name
			}
		}
	}
	if rest != nil {
		full[s.kwstar] = rest.V()
	}
	for j := range s.params {
		p := &s.params[j]
		if full[j].IsNil() && !p.opt {
			c.missing(b, s, npos, j)
			return nil, false
		}
	}
	if unknown != nil {
		c.unexpected(b.label(), unknown.s, s)
		return nil, false
	}
	return full, true
}

// takesNames tells whether any parameter may be given by name.
func takesNames(s *signature) bool {
	for j := range s.params {
		if s.params[j].star == 0 && !s.params[j].posonly {
			return true
		}
	}
	return false
}

func (c *Ctx) unexpected(function, name string, s *signature) {
	var names []string
	for _, p := range s.params {
		if p.star == 0 && !p.posonly {
			names = append(names, p.name)
		}
	}
	c.RaiseUnexpected(function, name, names...)
}

// RaiseUnexpected raises the TypeError of a keyword argument that is none of names.
func (c *Ctx) RaiseUnexpected(function, name string, names ...string) Value {
	hint := ""
	if n := suggest.Name(name, names); n != "" {
		hint = ". Did you mean '" + n + "'?"
	}
	return c.Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", function, name, hint)
}

func (c *Ctx) tooMany(b *Builtin, s *signature, npos, nkw int) {
	most, got, all := s.npos-s.bound, npos-s.bound, len(s.params)-s.bound
	if s.kwstar >= 0 {
		all--
	}
	plain := allPosOnly(s) || b.Def.Unpack
	switch {
	case b.typ() == WrapperType && s.required == s.npos && len(s.params) == s.npos && most < 2:
		c.Raise(TypeError, "expected %d argument%s, got %d", most, plural(most), got)
	case all == 0:
		c.Raise(TypeError, "%s() takes no arguments (%d given)", b.qual(), got)
	case plain && most == 1 && s.required == s.npos && b.Def.Kind != AsNew && !b.Def.Unpack:
		c.Raise(TypeError, "%s() takes exactly one argument (%d given)", b.qual(), got)
	case plain && s.required == s.npos:
		c.Raise(TypeError, "%s expected %d argument%s, got %d", b.label(), most, plural(most), got)
	case plain:
		c.Raise(TypeError, "%s expected at most %d argument%s, got %d", b.label(), most, plural(most), got)
	case s.kwstar < 0 && got+nkw > all:
		how := "at most"
		if s.needed()-s.bound == all {
			how = "exactly"
		}
		kind := ""
		if got == 0 {
			kind = "keyword "
		}
		c.Raise(TypeError, "%s() takes %s %d %sargument%s (%d given)", b.label(), how, all, kind, plural(all), got+nkw)
	case most == 0:
		c.Raise(TypeError, "%s() takes no positional arguments", b.label())
	default:
		how := "at most"
		if s.minimum() == s.npos {
			how = "exactly"
		}
		c.Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", b.label(), how, most, plural(most), got)
	}
}

// needed is the number of parameters that must be given, by position or name.
func (s *signature) needed() (n int) {
	for i := range s.params {
		if !s.params[i].opt {
			n++
		}
	}
	return n
}

// minimum is the number of parameters that must be given by position.
func (s *signature) minimum() (n int) {
	for i := range s.params {
		if s.params[i].posonly && !s.params[i].opt {
			n++
		}
	}
	return n
}

func allPosOnly(s *signature) bool {
	for i := range s.params {
		if !s.params[i].posonly {
			return false
		}
	}
	return true
}

func (c *Ctx) missing(b *Builtin, s *signature, npos, j int) {
	need, got := s.required-s.bound, npos-s.bound
	plain := allPosOnly(s) || b.Def.Unpack
	switch {
	case j == 0 && s.bound == 1 && b.Def.Kind == AsMethod && b.typ() == WrapperType:
		c.Raise(TypeError, "descriptor '%s' of '%s' object needs an argument", b.Name.s, b.Owner.Said())
	case j == 0 && s.bound == 1 && b.Def.Kind == AsMethod:
		c.Raise(TypeError, "unbound method %s.%s() needs an argument", b.Owner.Said(), b.Name.s)
	case got >= 0 && b.typ() == WrapperType && s.required == s.npos && len(s.params) == s.npos && need < 2:
		c.Raise(TypeError, "expected %d argument%s, got %d", need, plural(need), got)
	case need == 1 && s.npos == s.required && allPosOnly(s) && b.Def.Kind != AsNew:
		c.Raise(TypeError, "%s() takes exactly one argument (%d given)", b.qual(), got)
	case plain && s.npos == s.required:
		c.Raise(TypeError, "%s expected %d argument%s, got %d", b.label(), need, plural(need), got)
	case plain:
		c.Raise(TypeError, "%s expected at least %d argument%s, got %d", b.label(), need, plural(need), got)
	case npos < s.minimum():
		how, least := "at least", s.minimum()-s.bound
		if s.minimum() == s.npos {
			how = "exactly"
		}
		c.Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", b.label(), how, least, plural(least), got)
	default:
		c.Raise(TypeError, "%s() missing required argument '%s' (pos %d)", b.label(), s.params[j].name, j+1-s.bound)
	}
}

// Spec describes a class implemented in Go.
type Spec struct {
	Name    string // "deque"
	Module  string // "collections"
	Doc     string
	Base    *Type // object by default
	Flags   TypeFlags
	Methods []Def
	Gets    []Get
	Attrs   map[string]Value // further class attributes
}

func declare(name string, layout Kind) *Type { return Declare(name, layout) }

// Declare makes a shared class without attributes, so that package variables can refer to it; Define completes it.
func Declare(name string, layout Kind) *Type {
	t := &Type{Hdr: Hdr{Kind: KType, Flags: FlagStatic}, Name: name, Qualname: name, Module: "builtins", Layout: layout,
		Dict: &Dict{Hdr: Hdr{Kind: KDict, Flags: FlagStatic}}}
	return t
}

// Define completes a declared class. Runs once per process, before the first machine.
func (t *Type) Define(s Spec) { t.define(s) }

func (t *Type) define(s Spec) {
	t.Meta = TypeType
	if s.Module != "" {
		t.Module = s.Module
	}
	t.Doc = s.Doc
	t.Flags |= s.Flags
	base := s.Base
	if base == nil && t != ObjectType {
		base = ObjectType
	}
	t.Base = base
	t.MRO = []*Type{t}
	if base != nil {
		t.Bases = []*Type{base}
		t.MRO = append(t.MRO, base.MRO...)
		base.Subs = append(base.Subs, t)
		t.Flags |= base.Flags & (IsException | HasDict | HasWeakref | IsTypeSub | SeqPattern | MapPattern)
		if t.New == nil {
			t.New = base.New
		}
	}
	t.fill(nil, s)
	staticVersion++
	t.Version = staticVersion
	t.deriveFlags()
	t.fillDunders()
}

var staticVersion uint32

func (t *Type) fill(c *Ctx, s Spec) {
	static := t.Flags2Static()
	set := func(name string, v Value) {
		n := (*Str)(nil)
		if static {
			n = Static(name)
		} else {
			n = c.Intern(name)
		}
		if i := t.Dict.T.FindIdentical(n.Hash(), n.V()); i >= 0 {
			t.Dict.T.At(i).Val = v
			return
		}
		t.Dict.T.Insert(n.Hash(), n.V(), v)
	}
	for i := range s.Methods {
		d := &s.Methods[i]
		b := c.newBuiltin(d, t, static)
		if d.Kind == AsStatic {
			set(b.Name.s, newWrapped(KStaticMethod, b.V(), static))
			continue
		}
		set(b.Name.s, b.V())
	}
	for i := range s.Gets {
		g := &s.Gets[i]
		x := &GetSet{Hdr: Hdr{Kind: KGetSet}, G: g, Owner: t, Field: isMember(t, g.Name)}
		if static {
			x.Flags, x.Name = FlagStatic, Static(g.Name)
		} else {
			x.Name = c.Intern(g.Name)
		}
		set(g.Name, Ref(&x.Hdr))
	}
	for _, name := range sortedKeys(s.Attrs) {
		set(name, s.Attrs[name])
	}
	t.Doc = s.Doc
	own := !t.Dict.Get("__doc__").IsNil() // the doc of each instance, as functions have it
	switch {
	case own:
	case s.Doc != "":
		set("__doc__", ConstStr(s.Doc))
	default:
		set("__doc__", None)
	}
	// A class with __eq__ of its own and no __hash__ is not hashable.
	if !t.Dict.GetStr(DEq.Name()).IsNil() && t.Dict.GetStr(DHash.Name()).IsNil() {
		set("__hash__", None)
	}
}

// Flags2Static reports a class shared by all machines.
func (t *Type) Flags2Static() bool { return t.Hdr.Flags&FlagStatic != 0 }

// NewClass makes a class implemented in Go for this machine (modules make theirs when imported). Its instances are
// Objs: __new__ must make them with c.NewObj(cls, impl).
func (c *Ctx) NewClass(s Spec) *Type {
	base := s.Base
	if base == nil {
		base = ObjectType
	}
	t := &Type{Hdr: Hdr{Kind: KType, Epoch: c.Epoch}, Name: s.Name, Qualname: s.Name, Module: s.Module, Doc: s.Doc,
		Layout: KObj, Dict: c.NewDict(), Meta: base.Meta, Base: base, Bases: []*Type{base}, New: base.New}
	if base.Layout != KInst {
		t.Layout = base.Layout
	}
	t.Flags = s.Flags | base.Flags&(IsException|HasDict|HasWeakref|IsTypeSub|SeqPattern|MapPattern)
	t.MRO = append([]*Type{t}, base.MRO...)
	c.addSub(base, t)
	t.fill(c, s)
	c.typeVersion++
	t.Version = c.typeVersion
	t.deriveFlags()
	return t
}

func (c *Ctx) addSub(base, t *Type) {
	if base.Flags2Static() {
		c.subs[base] = append(c.subs[base], t)
		return
	}
	c.Touch(&base.Hdr)
	base.Subs = append(base.Subs, t)
}

// Subclasses lists the direct subclasses in order of creation.
func (c *Ctx) Subclasses(t *Type) []*Type {
	return append(append([]*Type(nil), t.Subs...), c.subs[t]...)
}

func sortedKeys(m map[string]Value) []string {
	keys := make([]string, 0, len(m))
	for k := range m { // order-free: sorted below
		keys = append(keys, k)
	}
	for i := 1; i < len(keys); i++ {
		for j := i; j > 0 && keys[j] < keys[j-1]; j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
		}
	}
	return keys
}

func (t *Type) deriveFlags() {
	set := func(f TypeFlags, on bool) {
		if on {
			t.Flags |= f
		} else {
			t.Flags &^= f
		}
	}
	own := func(d Dunder, from *Type) bool {
		v := t.lookup(d.Name())
		return !v.IsNil() && (from == nil || v != from.Dict.GetStr(d.Name()))
	}
	set(CustomGetattribute, own(DGetAttribute, ObjectType) || own(DGetAttr, nil))
	set(CustomSetattr, own(DSetAttr, ObjectType) || own(DDelAttr, ObjectType))
	set(HasDel, own(DDel, nil))
	set(HasNew, own(DNew, ObjectType))
	set(HasInit, own(DInit, ObjectType))
	_ = unsafe.Pointer(nil)
}

// AsGetSet returns a native attribute descriptor, or nil.
func AsGetSet(v Value) *GetSet { return (*GetSet)(v.Pointer(KGetSet)) }
