package picklemod

import (
	"slp/vm/object"
)

// classNote is what is known of a class while no Python code runs.
type classNote struct {
	reduce value         // from the dispatch table, or Nil
	plain  bool          // instances are made by __newobj__ without arguments; their state is their attributes
	shape  *object.Shape // of instances that have no attribute in the way of that
}

// fastDepth is how deep objects may lie in each other in fast mode, where nobody sees that they form a circle.
const fastDepth = 100_000

// saveByClass saves an object for which there is no opcode.
func (s *saver) saveByClass(c *ctx, obj value) bool {
	t := object.TypeOf(obj)
	switch {
	case t == object.TypeType:
		return s.saveType(c, obj)
	case obj.Kind() == object.KFunc:
		f := s.functionReducer(c, t)
		switch {
		case c.Raised():
			return false
		case !f.IsNil():
			return s.ask(task{kind: wReduced, obj: obj}, f, obj)
		}
		return s.saveGlobal(c, obj, object.Nil)
	}
	n := s.codes[t]
	if n == nil {
		n = &classNote{}
		table, ok := s.dispatchTable(c)
		if !ok {
			return false
		}
		known := table != nil
		if known {
			var found value
			if found, known = c.Attempt(func() value { return c.DictGet(table, t.V()) }); known {
				n.reduce = found
			}
			if c.Raised() {
				return false
			}
		}
		if !known {
			t := s.p.table
			if t.IsNil() {
				t = table.V()
			}
			return s.hosted(c, task{kind: wReduced, obj: obj}, "pickle_by_table", t, obj, object.Int(int64(s.p.proto)), state(c).picklingError.V())
		}
		n.plain = s.isPlain(c, t)
		if s.codes == nil {
			s.codes = map[*object.Type]*classNote{}
		}
		s.codes[t] = n
	}
	switch {
	case !n.reduce.IsNil():
		return s.ask(task{kind: wReduced, obj: obj}, n.reduce, obj)
	case t.Flags&object.IsTypeSub != 0:
		return s.saveGlobal(c, obj, object.Nil)
	case n.plain && s.hasPlainShape(c, n, obj):
		if s.cyclic(c, obj) {
			return false
		}
		s.push(task{kind: tPlain, obj: obj})
		return false
	}
	if rv := s.nativeReduce(c, t, obj); !rv.IsNil() {
		return s.reduced(c, obj, rv)
	}
	if c.Raised() {
		return false
	}
	return s.hosted(c, task{kind: wReduced, obj: obj}, "pickle_reduce", obj, object.Int(int64(s.p.proto)), state(c).picklingError.V())
}

// functionReducer is what the dispatch table has for functions, or Nil: importing stackless puts something there, so that
// those that no module has can be saved, too.
func (s *saver) functionReducer(c *ctx, t *object.Type) value {
	table, ok := s.dispatchTable(c)
	if !ok || table == nil {
		return object.Nil
	}
	f, _ := c.Attempt(func() value { return c.DictGet(table, t.V()) })
	return f
}

// dispatchTable is the table of the classes' functions; nil if it is no dict.
func (s *saver) dispatchTable(c *ctx) (*object.Dict, bool) {
	if t := s.p.table; !t.IsNil() {
		if t.Kind() == object.KDict {
			return t.AsDict(), true
		}
		return nil, true
	}
	return table(c, "copyreg", "dispatch_table")
}

var plainNames = [...]string{"__reduce_ex__", "__reduce__", "__getstate__", "__class__", "__dict__"}

// isPlain tells that nothing in a class changes how object.__reduce_ex__ takes its instances apart.
func (s *saver) isPlain(c *ctx, t *object.Type) bool {
	if s.p.proto < 2 || t.Layout != object.KInst || t.NSlots != 0 || t.Flags&object.CustomGetattribute != 0 || t.Flags&object.HasDict == 0 {
		return false
	}
	for _, name := range plainNames[:4] {
		n := c.Intern(name)
		if c.Lookup(t, n) != c.Lookup(object.ObjectType, n) {
			return false
		}
	}
	for _, name := range [...]string{"__getnewargs_ex__", "__getnewargs__"} {
		if !c.Lookup(t, c.Intern(name)).IsNil() {
			return false
		}
	}
	slots := t.Dict.Get("__slotnames__") // set by copyreg
	return slots.IsNil() || slots.AsList() != nil && len(slots.AsList().Items) == 0
}

// hasPlainShape tells that an instance has no attribute that hides a method of the protocol.
func (s *saver) hasPlainShape(c *ctx, n *classNote, obj value) bool {
	i := obj.AsInst()
	if i.Shape == n.shape && !i.Shape.DictMode {
		return true
	}
	for _, name := range [...]string{"__reduce_ex__", "__reduce__", "__getstate__", "__class__", "__dict__", "__getnewargs_ex__", "__getnewargs__"} {
		if !i.GetSlot(c, c.Intern(name)).IsNil() {
			return false
		}
	}
	n.shape = i.Shape
	return true
}

// nativeReduce asks an object of a class implemented in Go for its parts, or Nil if that needs Python code.
func (s *saver) nativeReduce(c *ctx, t *object.Type, obj value) value {
	if t.Flags&(object.HeapType|object.CustomGetattribute) != 0 {
		return object.Nil
	}
	args := []value{object.Int(int64(s.p.proto))}
	f := t.Dunder(object.DReduceEx)
	if f == object.ObjectType.Dunder(object.DReduceEx) {
		n := c.Intern("__reduce__")
		if f = c.Lookup(t, n); f == c.Lookup(object.ObjectType, n) {
			return object.Nil
		}
		args = nil
	}
	if f.IsNil() || f.AsBuiltin() == nil {
		return object.Nil
	}
	v, _ := c.Attempt(func() value { return c.CallMethod(f, obj, args...) })
	return v
}

// Stages of tPlain.
const (
	plainClass uint8 = iota
	plainMake
	plainState
)

func (s *saver) goPlain(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		obj := t.obj
		switch t.stage {
		case plainClass:
			t.stage, t.note = plainMake, noteClass
			if !s.save(c, object.TypeOf(obj).V(), false) {
				return
			}
		case plainMake:
			s.out.bytes(opEmptyTuple, opNewObj)
			if e := memoOf(s.memoV).find(obj); e != nil {
				s.out.byte(opPop)
				s.get(e.idx)
				s.pop()
				return
			}
			s.memoize(obj)
			i := obj.AsInst()
			t.stage, t.note = plainState, noteState
			if i.Shape.DictMode {
				d := i.Dict(c)
				if d.Len() == 0 {
					s.pop()
					return
				}
				if !s.save(c, d.V(), false) {
					return
				}
				continue
			}
			if len(i.Shape.Names) == 0 {
				s.pop()
				return
			}
			s.out.byte(opEmptyDict)
			if s.p.fast == 0 { // the number of a dict that does not exist, so nothing else can refer to it
				m := memoOf(s.memoV)
				idx := len(m.entries)
				m.skip(idx)
				s.put(idx)
			}
			if len(i.Shape.Names) > 1 {
				s.out.byte(opMark)
			}
			s.push(task{kind: tAttrs, obj: obj, shape: i.Shape})
			return
		case plainState:
			s.out.byte(opBuild)
			s.pop()
			return
		}
	}
}

func (s *saver) goAttrs(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		names := t.shape.Names
		switch {
		case t.stage == 1: // the name is written
			name := names[t.i]
			i := t.obj.AsInst()
			var v value
			if i.Shape == t.shape {
				v = *i.Slot(uint32(t.shape.Cls.NSlots) + uint32(t.i))
			} else {
				v = i.GetSlot(c, name)
			}
			if v.IsNil() {
				c.Raise(object.RuntimeError, "dictionary changed size during iteration")
				return
			}
			t.a, t.note = name.V(), noteKey
			t.i++
			t.stage = 0
			if !s.save(c, v, false) {
				return
			}
		case t.i < len(names):
			t.stage = 1
			if !s.save(c, names[t.i].V(), false) {
				return
			}
		default:
			if len(names) > 1 {
				s.out.byte(opSetItems)
			} else {
				s.out.byte(opSetItem)
			}
			s.pop()
			return
		}
	}
}

// reduced goes on with what __reduce__ returned.
func (s *saver) reduced(c *ctx, obj, rv value) bool {
	if rv == object.NotImplemented && object.Is(obj, object.TypeType) { // the table has nothing for a class
		return s.saveGlobal(c, obj, object.Nil)
	}
	if rv.AsStr() != nil {
		return s.saveGlobal(c, obj, rv)
	}
	if s.p.fast != 0 && len(s.stack) > fastDepth {
		c.Raise(object.RecursionError, "maximum recursion depth exceeded while pickling an object")
		return false
	}
	t := rv.AsTuple()
	if t == nil {
		s.push(task{kind: tReduce, obj: obj, stage: reduceBad}) // names the object in a note
		c.Raise(state(c).picklingError, "__reduce__ must return a string or tuple, not %s", object.TypeOf(rv).FullName())
		return false
	}
	return s.beginReduce(c, t.Items, obj, true)
}

// Stages of tReduce.
const (
	reduceBad uint8 = iota
	reduceName
	reduceFunc
	reduceArgs
	reduceCall
	reduceNewEx
	reduceNewArgs
	reduceNewKw
	reduceNewExDone
	reduceNew
	reduceNewTuple
	reduceNewDone
	reducePartial
	reducePartialDone
	reduceMade
	reduceList
	reduceDict
	reduceState
	reduceBuild
	reduceSetter
	reduceSetterObj
	reduceSetterState
	reduceSetterDone
)

// Parts of what __reduce__ returned.
const (
	rFunc = iota
	rArgs
	rState
	rList
	rDict
	rSetter
)

// beginReduce saves an object by its parts. named says that exceptions get a note that names the object.
func (s *saver) beginReduce(c *ctx, parts []value, obj value, named bool) bool {
	t := task{kind: tReduce, obj: obj, items: make([]value, 6), stage: reduceName}
	if !named {
		t.size = 1
	}
	s.push(t)
	bad := state(c).picklingError
	if len(parts) < 2 || len(parts) > 6 {
		c.Raise(bad, "tuple returned by __reduce__ must contain 2 through 6 elements")
		return false
	}
	items := s.top().items
	for i := range items {
		if i < len(parts) && (i < rState || !parts[i].IsNone()) {
			items[i] = parts[i]
		}
	}
	if !callable(items[rFunc]) {
		c.Raise(bad, "first item of the tuple returned by __reduce__ must be callable, not %s", object.TypeOf(items[rFunc]).FullName())
		return false
	}
	if items[rArgs].AsTuple() == nil {
		c.Raise(bad, "second item of the tuple returned by __reduce__ must be a tuple, not %s", object.TypeOf(items[rArgs]).FullName())
		return false
	}
	for i, name := range [...]string{rList: "fourth", rDict: "fifth"} {
		if i >= rList && !items[i].IsNil() && object.TypeOf(items[i]).Dunder(object.DNext).IsNil() {
			c.Raise(bad, "%s item of the tuple returned by __reduce__ must be an iterator, not %s", name, object.TypeOf(items[i]).FullName())
			return false
		}
	}
	if !items[rSetter].IsNil() && !callable(items[rSetter]) {
		c.Raise(bad, "sixth item of the tuple returned by __reduce__ must be callable, not %s", object.TypeOf(items[rSetter]).FullName())
		return false
	}
	return false
}

func callable(v value) bool { return !object.TypeOf(v).Dunder(object.DCall).IsNil() }

func (s *saver) goReduce(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		var next value
		switch t.stage {
		case reduceName:
			name := object.Nil
			if s.p.proto >= 2 {
				fn := t.items[rFunc]
				v, done := c.Attempt(func() value { return c.FindAttr(fn, c.Intern("__name__")) })
				if c.Raised() {
					return
				}
				if !done {
					s.hosted(c, task{kind: wFuncName}, "pickle_getattr", fn, c.Intern("__name__").V())
					return
				}
				name = v
			}
			s.named(c, name)
			if c.Raised() || !s.request.IsNil() {
				return
			}
			continue
		case reduceFunc:
			t.stage, t.note, next = reduceArgs, noteMaker, t.items[rFunc]
		case reduceArgs:
			t.stage, t.note, next = reduceCall, noteMakerArgs, t.items[rArgs]
		case reduceCall:
			s.out.byte(opReduce)
			t.stage = reduceMade
			continue
		case reduceNewEx:
			t.stage, t.note, next = reduceNewArgs, noteClass, t.items[rArgs].AsTuple().Items[0]
		case reduceNewArgs:
			t.stage, t.note, next = reduceNewKw, noteNewArgs, t.items[rArgs].AsTuple().Items[1]
		case reduceNewKw:
			t.stage, t.note, next = reduceNewExDone, noteNewArgs, t.items[rArgs].AsTuple().Items[2]
		case reduceNewExDone:
			s.out.byte(opNewObjEx)
			t.stage = reduceMade
			continue
		case reducePartial:
			t.stage, t.note, next = reducePartialDone, noteMaker, t.b
		case reducePartialDone:
			t.stage, t.note, next = reduceCall, noteMakerArgs, object.TupleOf()
		case reduceNew:
			t.stage, t.note, next = reduceNewTuple, noteClass, t.items[rArgs].AsTuple().Items[0]
		case reduceNewTuple:
			t.stage, t.note, next = reduceNewDone, noteNewArgs, object.CopyTuple(t.items[rArgs].AsTuple().Items[1:])
		case reduceNewDone:
			s.out.byte(opNewObj)
			t.stage = reduceMade
			continue
		case reduceMade:
			if !t.obj.IsNil() {
				if e := memoOf(s.memoV).find(t.obj); e != nil { // it contains itself, and is made already
					s.out.byte(opPop)
					s.get(e.idx)
					s.pop()
					return
				}
				s.memoize(t.obj)
			}
			t.stage = reduceList
			continue
		case reduceList:
			t.stage = reduceDict
			if !t.items[rList].IsNil() {
				s.push(task{kind: tListIter, obj: t.obj, items: []value{t.items[rList]}})
				return
			}
			continue
		case reduceDict:
			t.stage = reduceState
			if !t.items[rDict].IsNil() {
				s.push(task{kind: tDictIter, obj: t.obj, items: []value{t.items[rDict]}})
				return
			}
			continue
		case reduceState:
			switch {
			case t.items[rState].IsNil():
				s.pop()
				return
			case t.items[rSetter].IsNil():
				t.stage, t.note, next = reduceBuild, noteState, t.items[rState]
			default:
				t.stage, t.note, next = reduceSetterObj, noteSetter, t.items[rSetter]
			}
		case reduceBuild:
			s.out.byte(opBuild)
			s.pop()
			return
		case reduceSetterObj:
			t.stage, next = reduceSetterState, t.obj
		case reduceSetterState:
			t.stage, t.note, next = reduceSetterDone, noteState, t.items[rState]
		case reduceSetterDone:
			s.out.bytes(opTuple2, opReduce, opPop)
			s.pop()
			return
		}
		if !s.save(c, next, false) {
			return
		}
	}
}

// named chooses how the object is made, now that the name of the function is known.
func (s *saver) named(c *ctx, name value) {
	t := s.top()
	t.stage = reduceFunc
	if name.IsNil() || name.AsStr() == nil {
		return
	}
	args := t.items[rArgs].AsTuple().Items
	bad := state(c).picklingError
	class := func(of string) bool {
		if args[0].AsType() == nil {
			c.Raise(bad, "first argument to %s() must be a class, not %s", of, object.TypeOf(args[0]).FullName())
			return false
		}
		return true
	}
	switch name.AsStr().String() {
	case "__newobj_ex__":
		if len(args) != 3 {
			c.Raise(bad, "__newobj_ex__ expected 3 arguments, got %d", len(args))
			return
		}
		if !class("__newobj_ex__") {
			return
		}
		if args[1].AsTuple() == nil {
			c.Raise(bad, "second argument to __newobj_ex__() must be a tuple, not %s", object.TypeOf(args[1]).FullName())
			return
		}
		if args[2].AsDict() == nil {
			c.Raise(bad, "third argument to __newobj_ex__() must be a dict, not %s", object.TypeOf(args[2]).FullName())
			return
		}
		t.stage = reduceNewEx
		if s.p.proto < 4 {
			s.hosted(c, task{kind: wPartial}, "pickle_partial", args...)
		}
	case "__newobj__":
		if len(args) < 1 {
			c.Raise(bad, "__newobj__ expected at least 1 argument, got %d", len(args))
			return
		}
		if !class("__newobj__") {
			return
		}
		if t.obj.IsNil() {
			t.stage = reduceNew
			return
		}
		obj := t.obj
		cls, done := c.Attempt(func() value { return c.FindAttr(obj, c.Intern("__class__")) })
		if c.Raised() {
			return
		}
		if !done {
			s.hosted(c, task{kind: wClassOf}, "pickle_class", obj)
			return
		}
		s.checkClass(c, cls)
	}
}

// checkClass compares the class of the object to be saved with the one that __newobj__ is to make.
func (s *saver) checkClass(c *ctx, cls value) {
	t := s.top()
	want := t.items[rArgs].AsTuple().Items[0]
	if cls.IsNil() {
		cls = object.TypeOf(t.obj).V()
	}
	if cls != want {
		s.hosted(c, task{kind: wIgnore}, "pickle_wrong_class", state(c).picklingError.V(), cls, want)
		return
	}
	t.stage = reduceNew
}

// gotReduce takes an answer that a tReduce waits for.
func (s *saver) gotReduce(c *ctx, wait task, v value) {
	switch wait.kind {
	case wFuncName:
		if v.IsNone() {
			v = object.Nil
		}
		s.named(c, v)
	case wClassOf:
		s.checkClass(c, v)
	case wPartial:
		s.top().b, s.top().stage = v, reducePartial
	}
}

// notes lists what an exception is told as it passes what was begun, innermost first: pairs of a text and a key, or
// None.
func (s *saver) notes(c *ctx) value {
	var out []value
	add := func(text string, key value) { out = append(out, object.TupleOf(object.NewStr(text), key)) }
	for i := len(s.stack) - 1; i >= 0; i-- {
		t := &s.stack[i]
		if t.obj.IsNil() {
			continue
		}
		what := "when serializing " + object.TypeOf(t.obj).FullName()
		if t.kind == tAttrs {
			what = "when serializing dict"
		}
		switch t.note {
		case noteItem:
			add(what+" item "+decimal(t.i-1), object.None)
		case noteKey:
			add(what+" item ", object.TupleOf(t.a))
		case noteElement:
			add(what+" element", object.None)
		case noteClass:
			add(what+" class", object.None)
		case noteNewArgs:
			add(what+" __new__ arguments", object.None)
		case noteMaker:
			add(what+" reconstructor", object.None)
		case noteMakerArgs:
			add(what+" reconstructor arguments", object.None)
		case noteState:
			add(what+" state", object.None)
		case noteSetter:
			add(what+" state setter", object.None)
		}
		if t.kind == tReduce && t.size == 0 || t.kind == tPlain {
			add(what+" object", object.None)
		}
	}
	return c.NewList(out)
}
