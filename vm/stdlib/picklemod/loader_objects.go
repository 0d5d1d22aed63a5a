package picklemod

import (
	"slp/vm/object"
)

// newNames maps a global's name of Python 2 to that of Python 3.
func newNames(c *ctx, u *unpickler, module, name value) (value, value, bool) {
	if u.proto >= 3 || !u.fixImports || module.AsStr() == nil || name.AsStr() == nil {
		return module, name, true
	}
	names, ok := table(c, "_compat_pickle", "NAME_MAPPING")
	if !ok {
		return module, name, false
	}
	if found := c.DictGet(names, object.TupleOf(module, name)); !found.IsNil() {
		t := found.AsTuple()
		if t == nil || len(t.Items) != 2 {
			c.Raise(object.RuntimeError, "_compat_pickle.NAME_MAPPING values should be 2-tuples, not %s", object.TypeOf(found).Name)
			return module, name, false
		}
		if t.Items[0].AsStr() == nil || t.Items[1].AsStr() == nil {
			c.Raise(object.RuntimeError, "_compat_pickle.NAME_MAPPING values should be pairs of str, not (%s, %s)",
				object.TypeOf(t.Items[0]).Name, object.TypeOf(t.Items[1]).Name)
			return module, name, false
		}
		return t.Items[0], t.Items[1], true
	}
	modules, ok := table(c, "_compat_pickle", "IMPORT_MAPPING")
	if !ok {
		return module, name, false
	}
	if found := c.DictGet(modules, module); !found.IsNil() {
		if found.AsStr() == nil {
			c.Raise(object.RuntimeError, "_compat_pickle.IMPORT_MAPPING values should be strings, not %s", object.TypeOf(found).Name)
			return module, name, false
		}
		return found, name, true
	}
	return module, name, true
}

// find pushes a global: from its module if that is there, else by Python code that imports it.
func (l *loader) find(c *ctx, w wait, module, name value) {
	if l.subclass {
		l.hosted(c, w, "pickle_find", l.owner, module, name)
		return
	}
	module, name, ok := newNames(c, l.u, module, name)
	if !ok {
		return
	}
	if m := c.Modules.GetStr(module.AsStr()); w == waitPush && !m.IsNil() && m.AsModule() != nil && m.AsModule().Cls == object.ModuleType {
		if v := m.AsModule().Dict.GetStr(name.AsStr()); !v.IsNil() {
			l.push(v)
			return
		}
	}
	l.hosted(c, w, "pickle_find_class", module, name, object.Int(int64(l.u.proto)))
}

func (l *loader) loadGlobal(c *ctx) {
	module, ok := l.line(c)
	if !ok {
		return
	}
	name, ok := l.line(c)
	if !ok {
		return
	}
	if module == "" || name == "" {
		l.bad(c, "pickle data was truncated")
		return
	}
	m := l.utf8(c, module)
	if m.IsNil() {
		return
	}
	n := l.utf8(c, name)
	if n.IsNil() {
		return
	}
	l.find(c, waitPush, m, n)
}

// utf8 decodes a name.
func (l *loader) utf8(c *ctx, s string) value {
	v, _ := c.Attempt(func() value { return c.CallAttr(object.NewBytes(s), "decode") })
	return v
}

func (l *loader) loadStackGlobal(c *ctx) {
	if !l.has(c, 2) {
		return
	}
	name, module := l.pop(), l.pop()
	if name.Kind() != object.KStr || module.Kind() != object.KStr {
		l.bad(c, "STACK_GLOBAL requires str")
		return
	}
	l.find(c, waitPush, module, name)
}

func (l *loader) loadExtension(c *ctx, width int) {
	code, ok := l.size(c, width, "")
	if !ok {
		return
	}
	if code = int(int32(code)); code <= 0 {
		l.bad(c, "EXT specifies code <= 0")
		return
	}
	cache, ok := table(c, "copyreg", "_extension_cache")
	if !ok {
		return
	}
	key := object.Int(int64(code))
	if v := c.DictGet(cache, key); !v.IsNil() {
		l.push(v)
		return
	}
	registry, ok := table(c, "copyreg", "_inverted_registry")
	if !ok {
		return
	}
	pair := c.DictGet(registry, key)
	if pair.IsNil() {
		c.Raise(object.ValueError, "unregistered extension code %d", code)
		return
	}
	t := pair.AsTuple()
	if t == nil || len(t.Items) != 2 || t.Items[0].Kind() != object.KStr || t.Items[1].Kind() != object.KStr {
		c.Raise(object.ValueError, "_inverted_registry[%d] isn't a 2-tuple of strings", code)
		return
	}
	l.extra = key
	l.find(c, waitExtension, t.Items[0], t.Items[1])
}

func (l *loader) loadReduce(c *ctx) {
	if !l.has(c, 2) {
		return
	}
	args, fn := l.pop(), l.pop()
	t := args.AsTuple()
	if t == nil {
		l.hosted(c, waitPush, "pickle_apply", fn, args)
		return
	}
	if quick(fn, t.Items) {
		v, done := c.Attempt(func() value { return c.Call(fn, t.Items...) })
		if done {
			if !v.IsNil() {
				l.push(v)
			}
			return
		}
	}
	l.ask(waitPush, fn, t.Items...)
}

// quick tells that a call may be tried without the way through Python code: nothing happens in it that could happen
// twice.
func quick(fn value, args []value) bool {
	t := fn.AsType()
	if t == nil || t.Flags&object.HeapType != 0 {
		return false
	}
	switch t {
	case object.ByteArrayType, object.ComplexType:
		return true
	case object.SetType, object.FrozenSetType:
		return len(args) == 1 && args[0].Kind() == object.KList
	}
	return t.Layout == object.KObj && (t.Module == "datetime" || t.Module == "decimal")
}

func (l *loader) loadNew(c *ctx, op string, keywords bool) {
	n := 2
	if keywords {
		n = 3
	}
	if !l.has(c, n) {
		return
	}
	kw := object.Nil
	if keywords {
		kw = l.pop()
	}
	args, class := l.pop(), l.pop()
	cls := class.AsType()
	switch {
	case cls == nil:
		l.bad(c, "%s class argument must be a type, not %s", op, object.TypeOf(class).Name)
		return
	case args.AsTuple() == nil:
		l.bad(c, "%s args argument must be a tuple, not %s", op, object.TypeOf(args).Name)
		return
	case keywords && kw.AsDict() == nil:
		l.bad(c, "%s kwargs argument must be a dict, not %s", op, object.TypeOf(kw).Name)
		return
	}
	if !keywords && len(args.AsTuple().Items) == 0 && cls.Layout == object.KInst && cls.Flags&(object.HasNew|object.Abstract|object.Disallow|object.HeapType) == object.HeapType {
		l.push(c.NewInst(cls).V())
		return
	}
	if kw.IsNil() {
		kw = object.None
	}
	l.hosted(c, waitPush, "pickle_new", class, args, kw)
}

func (l *loader) loadBuild(c *ctx) {
	if !l.has(c, 2) {
		return
	}
	st := l.pop()
	inst := l.stack[len(l.stack)-1]
	if i := inst.AsInst(); i != nil && st.Kind() == object.KDict && l.plainState(c, i, st.AsDict()) {
		return
	}
	l.hosted(c, waitNothing, "pickle_build", inst, st, state(c).unpicklingError.V())
}

// plainState sets the attributes of an instance whose class has nothing of its own to do that; false: not done.
func (l *loader) plainState(c *ctx, i *object.Inst, d *object.Dict) bool {
	t := i.Shape.Cls
	setState, dict := c.Intern("__setstate__"), c.Intern("__dict__")
	if t.Flags&object.HasDict == 0 || t.Flags&object.CustomGetattribute != 0 || !c.Lookup(t, setState).IsNil() || !i.GetSlot(c, setState).IsNil() {
		return false
	}
	if a := c.Lookup(t, dict); !a.IsNil() && a.Kind() != object.KGetSet {
		return false
	}
	for n := d.T.Next(0); n >= 0; n = d.T.Next(n + 1) {
		if d.T.At(n).Key.Kind() != object.KStr {
			return false
		}
	}
	for n := d.T.Next(0); n >= 0; n = d.T.Next(n + 1) {
		e := d.T.At(n)
		i.SetSlot(c, c.Name(e.Key.AsStr()), e.Val)
	}
	return true
}

func (l *loader) loadInst(c *ctx) {
	module, ok := l.line(c)
	if !ok {
		return
	}
	name, ok := l.line(c)
	if !ok {
		return
	}
	if module == "" || name == "" {
		l.bad(c, "pickle data was truncated")
		return
	}
	at, ok := l.mark(c)
	if !ok {
		return
	}
	args := object.NewTuple(l.above(at))
	m, n := l.utf8(c, module), object.Nil
	if !m.IsNil() {
		n = l.utf8(c, name)
	}
	if n.IsNil() {
		return
	}
	if !l.subclass {
		if m, n, ok = newNames(c, l.u, m, n); !ok {
			return
		}
	}
	finder := object.None
	if l.subclass {
		finder = l.owner
	}
	l.hosted(c, waitPush, "pickle_inst", finder, m, n, object.Int(int64(l.u.proto)), args)
}

func (l *loader) loadObj(c *ctx) {
	at, ok := l.mark(c)
	if !ok {
		return
	}
	if len(l.stack)-at < 1 {
		l.underflow(c)
		return
	}
	items := l.above(at)
	l.hosted(c, waitPush, "pickle_instantiate", items[0], object.NewTuple(items[1:]))
}

func (l *loader) loadPersID(c *ctx) {
	s, ok := l.line(c)
	if !ok {
		return
	}
	for i := range len(s) {
		if s[i] >= 0x80 {
			l.bad(c, "persistent IDs in protocol 0 must be ASCII strings")
			return
		}
	}
	l.persistent(c, object.NewStr(s))
}

func (l *loader) persistent(c *ctx, pid value) {
	if l.persLoad.IsNil() {
		noPersistentLoad(c)
		return
	}
	l.ask(waitPush, l.persLoad, pid)
}

func (l *loader) loadNextBuffer(c *ctx) {
	if l.u.buffers.IsNil() {
		l.bad(c, "pickle stream refers to out-of-band data but no *buffers* argument was given")
		return
	}
	l.hosted(c, waitBuffer, "pickle_next", l.u.buffers)
}

func (l *loader) loadReadOnly(c *ctx) {
	if !l.has(c, 1) {
		return
	}
	l.hosted(c, waitPush, "pickle_read_only", l.pop())
}
