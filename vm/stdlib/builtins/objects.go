package builtins

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
)

func attrName(c *object.Ctx, v value) (*object.Str, bool) {
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(v).Said())
		return nil, false
	}
	return c.Name(s), true
}

func getattr(c *object.Ctx, a []value) value {
	name, ok := attrName(c, a[1])
	if !ok {
		return object.Nil
	}
	if a[2].IsNil() {
		return c.GetAttr(a[0], name)
	}
	v := c.FindAttr(a[0], name)
	if v.IsNil() && !c.Failed() {
		return a[2]
	}
	return v
}

func setattr(c *object.Ctx, o, n, v value) value {
	name, ok := attrName(c, n)
	if !ok || !c.SetAttr(o, name, v) {
		return object.Nil
	}
	return object.None
}

func isinstance(c *object.Ctx, a []value) value {
	t, ok := isInstance(c, a[0], a[1], 0)
	if !ok {
		return object.Nil
	}
	return object.Bool(t)
}

func isInstance(c *object.Ctx, o, cls value, depth int) (is, ok bool) {
	if t := cls.AsType(); t != nil {
		ot := object.TypeOf(o)
		if ot == t {
			return true, true
		}
		if t.Meta == object.TypeType {
			r := c.PlainInstance(o, cls)
			if r.IsNil() {
				return false, false
			}
			return r.IsTrue(), true
		}
	}
	if tup := cls.AsTuple(); tup != nil {
		if depth > 500 {
			c.Raise(object.RecursionError, "maximum recursion depth exceeded in __instancecheck__")
			return false, false
		}
		for _, x := range tup.Items {
			if is, ok := isInstance(c, o, x, depth+1); is || !ok {
				return is, ok
			}
		}
		return false, true
	}
	m := object.TypeOf(cls).Dunder(object.DInstanceCheck)
	if m.IsNil() {
		r := c.CallHosted("plain_isinstance", o, cls)
		if r.IsNil() {
			return false, false
		}
		return r.IsTrue(), true
	}
	r := c.CallMethod(m, cls, o)
	if r.IsNil() {
		return false, false
	}
	return c.Truth(r)
}

func issubclass(c *object.Ctx, a []value) value {
	t, ok := isSubclass(c, a[0], a[1], 0)
	if !ok {
		return object.Nil
	}
	return object.Bool(t)
}

func isSubclass(c *object.Ctx, o, cls value, depth int) (is, ok bool) {
	if t := cls.AsType(); t != nil && t.Meta == object.TypeType && o.AsType() != nil {
		return o.AsType().IsSubtype(t), true
	}
	if tup := cls.AsTuple(); tup != nil {
		if depth > 500 {
			c.Raise(object.RecursionError, "maximum recursion depth exceeded in __subclasscheck__")
			return false, false
		}
		for _, x := range tup.Items {
			if is, ok := isSubclass(c, o, x, depth+1); is || !ok {
				return is, ok
			}
		}
		return false, true
	}
	m := object.TypeOf(cls).Dunder(object.DSubclassCheck)
	var r value
	if m.IsNil() || m == object.TypeType.Dunder(object.DSubclassCheck) && o.AsType() == nil {
		r = c.CallHosted("plain_issubclass", o, cls)
	} else {
		r = c.CallMethod(m, cls, o)
	}
	if r.IsNil() {
		return false, false
	}
	return c.Truth(r)
}

func vars(c *object.Ctx, a []value) value {
	if a[0].IsNil() {
		vm := interp.FromCtx(c)
		return vm.LocalsDict(vm.Current())
	}
	v := c.FindAttr(a[0], c.Intern("__dict__"))
	if v.IsNil() && !c.Failed() {
		return c.Raise(object.TypeError, "vars() argument must have __dict__ attribute")
	}
	return v
}

func dir(c *object.Ctx, a []value) value {
	if a[0].IsNil() {
		vm := interp.FromCtx(c)
		return c.Self("dir_locals", vm.LocalsDict(vm.Current()))
	}
	return c.Self("dir_", a[0])
}

func print(c *object.Ctx, a []value) value {
	args := a[0].AsTuple().Items
	sep, end, file, flush := a[1], a[2], a[3], a[4]
	for i, v := range [...]value{sep, end} {
		if !v.IsNil() && !v.IsNone() && v.AsStr() == nil {
			return c.Raise(object.TypeError, "%s must be None or a string, not %s", [...]string{"sep", "end"}[i], object.TypeOf(v).Said())
		}
	}
	if file.IsNil() || file.IsNone() {
		sys := c.Modules.Get("sys")
		if sys.IsNil() || sys.AsModule() == nil {
			return c.Raise(object.RuntimeError, "lost sys.stdout")
		}
		file = sys.AsModule().Dict.Get("stdout")
		if file.IsNil() {
			return c.Raise(object.RuntimeError, "lost sys.stdout")
		}
		if file.IsNone() {
			return object.None
		}
	}
	if file.Kind() != object.KObj || file.AsObj().Cls.Flags&object.HeapType != 0 {
		for i, v := range [...]*value{&sep, &end} {
			if v.IsNil() || v.IsNone() {
				*v = object.NewStr([...]string{" ", "\n"}[i])
			}
		}
		if flush.IsNil() {
			flush = object.False
		}
		return c.Self("print_", file, a[0], sep, end, flush)
	}
	text := make([]byte, 0, 64)
	n := 0
	add := func(s *object.Str) {
		text = append(text, s.String()...)
		n += s.Len()
	}
	for i, x := range args {
		if i > 0 {
			if sep.IsNil() || sep.IsNone() {
				text = append(text, ' ')
				n++
			} else {
				add(sep.AsStr())
			}
		}
		s := c.Str(x)
		if s.IsNil() {
			return object.Nil
		}
		add(s.AsStr())
	}
	if end.IsNil() || end.IsNone() {
		text = append(text, '\n')
		n++
	} else {
		add(end.AsStr())
	}
	doFlush := false
	if !flush.IsNil() {
		var ok bool
		if doFlush, ok = c.Truth(flush); !ok {
			return object.Nil
		}
	}
	line := object.NewStrCount(string(text), n)
	if file.Kind() == object.KObj && file.AsObj().Cls.Flags&object.HeapType == 0 {
		if sink, ok := file.AsObj().Impl.(object.TextSink); ok && !doFlush {
			if done, native := sink.PrintText(c, file, line); native {
				if !done {
					return object.Nil
				}
				return object.None
			}
		}
	}
	if c.CallAttr(file, "write", line).IsNil() {
		return object.Nil
	}
	if doFlush {
		if c.CallAttr(file, "flush").IsNil() {
			return object.Nil
		}
	}
	return object.None
}

func open(c *object.Ctx, a []value) value {
	m := c.Host.Import(c, "_io")
	if m.IsNil() {
		return object.Nil
	}
	f := c.GetAttrName(m, "open")
	if f.IsNil() {
		return object.Nil
	}
	var args []value
	var kw []*object.Str
	for i, name := range [...]string{"file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"} {
		if a[i].IsNil() {
			continue
		}
		args = append(args, a[i])
		kw = append(kw, c.Intern(name))
	}
	return c.TailKw(f, args, kw)
}
