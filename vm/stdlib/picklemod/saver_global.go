package picklemod

import (
	"strings"

	"slp/vm/object"
)

// saveType saves a class whose metaclass is type.
func (s *saver) saveType(c *ctx, obj value) bool {
	for _, v := range [...]value{object.None, object.Ellipsis, object.NotImplemented} {
		if obj == object.TypeOf(v).V() {
			return s.beginReduce(c, []value{object.TypeType.V(), object.TupleOf(v)}, obj, false)
		}
	}
	return s.saveGlobal(c, obj, object.Nil)
}

// saveGlobal saves an object as the name under which its module has it; name is Nil if the object knows it.
func (s *saver) saveGlobal(c *ctx, obj, name value) bool {
	module, name2, ok := s.nameOf(c, obj, name)
	if ok {
		return s.writeGlobal(c, obj, module, name2)
	}
	if c.Raised() {
		return false
	}
	if name.IsNil() {
		name = object.None
	}
	return s.hosted(c, task{kind: wModule, obj: obj}, "pickle_global", obj, name, state(c).picklingError.V())
}

func (s *saver) gotModule(c *ctx, obj, v value) {
	t := v.AsTuple()
	s.writeGlobal(c, obj, t.Items[0], t.Items[1])
}

// nameOf finds module and name of an object without Python code. ok is false if that cannot be done.
func (s *saver) nameOf(c *ctx, obj, given value) (module, name value, ok bool) {
	attr := func(n string) value {
		v, done := c.Attempt(func() value { return c.FindAttr(obj, c.Intern(n)) })
		if !done || c.Raised() {
			c.TakeExc()
			return object.Nil
		}
		return v
	}
	name = given
	if t := obj.AsType(); t != nil && t.Meta == object.TypeType {
		if t.Flags&object.HeapType == 0 {
			module = c.Intern(t.Module).V()
		} else {
			module = t.Dict.Get("__module__")
		}
		if name.IsNil() {
			if name = attr("__qualname__"); t.Flags&object.HeapType != 0 && !name.IsNil() && name.AsStr() != nil {
				name = c.Intern(name.AsStr().String()).V() // as the constant in the class statement
			}
		}
	} else {
		module = attr("__module__")
		if b := obj.AsBuiltin(); b != nil && !module.IsNil() && module.AsStr() != nil {
			names := state(c).moduleNames // in CPython, the functions of a module share a str that nobody else has
			text := module.AsStr().String()
			if names[text].IsNil() {
				names[text] = object.NewStr(text)
			}
			module = names[text]
		}
		if name.IsNil() {
			name = attr("__qualname__")
		}
	}
	if module.IsNil() || name.IsNil() || module.AsStr() == nil || name.AsStr() == nil {
		return object.Nil, object.Nil, false
	}
	m := c.Modules.GetStr(module.AsStr())
	if m.IsNil() || m.AsModule() == nil {
		return object.Nil, object.Nil, false
	}
	text := name.AsStr().String()
	first, rest, nested := strings.Cut(text, ".")
	found := m.AsModule().Dict.Get(first)
	for nested && !found.IsNil() {
		t := found.AsType()
		if t == nil || t.Meta != object.TypeType || first == "<locals>" {
			return object.Nil, object.Nil, false
		}
		first, rest, nested = strings.Cut(rest, ".")
		found = t.Dict.Get(first)
	}
	if found != obj {
		return object.Nil, object.Nil, false
	}
	return module, name, true
}

// writeGlobal writes the name of a global.
func (s *saver) writeGlobal(c *ctx, obj, module, name value) bool {
	if s.p.proto >= 2 {
		registry, ok := table(c, "copyreg", "_extension_registry")
		if !ok {
			return false
		}
		if registry.Len() > 0 {
			if code := c.DictGet(registry, object.TupleOf(module, name)); !code.IsNil() {
				return s.extension(c, code)
			}
			if c.Failed() {
				return false
			}
		}
	}
	text := name.AsStr().String()
	switch {
	case s.p.proto >= 4:
		s.push(task{kind: tGlobal, obj: obj, a: module, b: name})
		return false
	case strings.Contains(text, "."):
		parts := strings.Split(text, ".")
		items := make([]value, len(parts))
		for i, p := range parts {
			items[i] = object.NewStr(p)
		}
		s.push(task{kind: tPath, obj: obj, a: module, items: items})
		return false
	}
	if !s.topLevel(c, module, name) {
		return false
	}
	s.memoize(obj)
	return true
}

func (s *saver) extension(c *ctx, code value) bool {
	n, ok := c.IndexInt(code, false)
	if !ok {
		return false
	}
	switch {
	case n <= 0 || n > 0x7fffffff:
		c.Raise(object.RuntimeError, "extension code %d is out of range", n)
		return false
	case n <= 0xff:
		s.out.bytes(opExt1, byte(n))
	case n <= 0xffff:
		s.out.sized(opExt2, 2, n)
	default:
		s.out.sized(opExt4, 4, n)
	}
	return true
}

func (s *saver) goGlobal(c *ctx) {
	for {
		t := s.top()
		var next value
		switch t.stage {
		case 0:
			next = t.a
		case 1:
			next = t.b
		default:
			obj := t.obj
			s.pop()
			s.out.byte(opStackGlobal)
			s.memoize(obj)
			return
		}
		t.stage++
		if !s.save(c, next, false) {
			return
		}
	}
}

// goPath writes getattr(getattr(module.a, "b"), "c"): i counts what is written, the getattrs first.
func (s *saver) goPath(c *ctx) {
	for {
		t := s.top()
		attrs := len(t.items) - 1
		get := c.Builtins.Get("getattr")
		var next value
		switch {
		case t.stage == 0 && t.i < attrs:
			if t.i > 0 && s.p.proto < 2 {
				s.out.byte(opMark)
			}
			t.i++
			next = get
		case t.stage == 0:
			if s.p.proto < 2 {
				s.out.byte(opMark)
			}
			if !s.topLevel(c, t.a, t.items[0]) {
				return
			}
			t.stage, t.i = 1, 1
			continue
		case t.stage == 1 && t.i <= attrs:
			t.stage = 2
			next = t.items[t.i]
		case t.stage == 2:
			if s.p.proto < 2 {
				s.out.byte(opTuple)
			} else {
				s.out.byte(opTuple2)
			}
			s.out.byte(opReduce)
			t.i++
			t.stage = 1
			continue
		default:
			obj := t.obj
			s.pop()
			s.memoize(obj)
			return
		}
		if !s.save(c, next, false) {
			return
		}
	}
}

// topLevel writes a global that is an attribute of its module, for protocols below 4.
func (s *saver) topLevel(c *ctx, module, name value) bool {
	if s.p.proto < 3 && s.p.fixImports {
		var ok bool
		if module, name, ok = oldNames(c, module, name); !ok {
			return false
		}
	}
	s.out.byte(opGlobal)
	for i, v := range [...]value{module, name} {
		text := v.AsStr()
		if !text.IsASCII() && (s.p.proto < 3 || hasSurrogate(text.String())) {
			what := [...]string{"module", "global"}[i]
			c.Raise(state(c).picklingError, "can't pickle %s identifier %s using pickle protocol %d", what, c.ReprStr(text), s.p.proto)
			return false
		}
		s.out.text(text.String() + "\n")
	}
	return true
}

func hasSurrogate(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xed && s[i+1] >= 0xa0 {
			return true
		}
	}
	return false
}

// oldNames maps a global's name to that of Python 2.
func oldNames(c *ctx, module, name value) (value, value, bool) {
	names, ok := table(c, "_compat_pickle", "REVERSE_NAME_MAPPING")
	if !ok {
		return module, name, false
	}
	found := c.DictGet(names, object.TupleOf(module, name))
	if !found.IsNil() {
		t := found.AsTuple()
		if t == nil || len(t.Items) != 2 {
			c.Raise(object.RuntimeError, "_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not %s", object.TypeOf(found).Name)
			return module, name, false
		}
		if t.Items[0].AsStr() == nil || t.Items[1].AsStr() == nil {
			c.Raise(object.RuntimeError, "_compat_pickle.REVERSE_NAME_MAPPING values should be pairs of str, not (%s, %s)",
				object.TypeOf(t.Items[0]).Name, object.TypeOf(t.Items[1]).Name)
			return module, name, false
		}
		return t.Items[0], t.Items[1], true
	}
	modules, ok := table(c, "_compat_pickle", "REVERSE_IMPORT_MAPPING")
	if !ok {
		return module, name, false
	}
	if found = c.DictGet(modules, module); !found.IsNil() {
		if found.AsStr() == nil {
			c.Raise(object.RuntimeError, "_compat_pickle.REVERSE_IMPORT_MAPPING values should be strings, not %s", object.TypeOf(found).Name)
			return module, name, false
		}
		return found, name, true
	}
	return module, name, true
}
