package vm

import (
	"strconv"
	"strings"

	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// Text is what a debugger shows of a value, at most about limit bytes. Values of builtin classes look as repr() writes
// them, others as <Class object>: no program code runs.
func (m *Machine) Text(v object.Value, limit int) string {
	w := writer{m: m, left: limit}
	w.value(v, 0)
	return w.b.String()
}

// TypeName is the name of the value's class.
func TypeName(v object.Value) string {
	if v.IsNil() {
		return ""
	}
	return object.TypeOf(v).Name
}

type writer struct {
	m    *Machine
	b    strings.Builder
	left int
	open []object.Value
}

func (w *writer) put(s string) {
	w.b.WriteString(s)
	w.left -= len(s)
}

const maxNesting = 4

func (w *writer) value(v object.Value, depth int) {
	if v.IsNil() {
		w.put("<unbound>")
		return
	}
	for _, o := range w.open {
		if o == v {
			w.put("...")
			return
		}
	}
	c := &w.m.vm.Ctx
	switch v.Kind() {
	case object.KStr:
		w.text(v.AsStr())
	case object.KBytes:
		w.bytes("", v.AsBytes().S, "")
	case object.KByteArray:
		w.bytes("bytearray(", string(v.AsByteArray().B[:min(len(v.AsByteArray().B), w.room())]), ")")
	case object.KNone, object.KBool, object.KInt, object.KFloat, object.KComplex, object.KEllipsis, object.KNotImplemented:
		w.put(c.Repr(v).AsStr().String())
	case object.KBigInt:
		w.big(v)
	case object.KList:
		w.items("[", v, "]", depth)
	case object.KTuple:
		if len(v.AsTuple().Items) == 1 {
			w.items("(", v, ",)", depth)
		} else {
			w.items("(", v, ")", depth)
		}
	case object.KDict:
		w.items("{", v, "}", depth)
	case object.KSet:
		if v.AsSet().T.Len() == 0 {
			w.put("set()")
		} else {
			w.items("{", v, "}", depth)
		}
	case object.KFrozenSet:
		if v.AsSet().T.Len() == 0 {
			w.put("frozenset()")
		} else {
			w.items("frozenset({", v, "})", depth)
		}
	case object.KRange:
		r := v.AsRange()
		w.put("range(")
		w.value(r.Start, depth+1)
		w.put(", ")
		w.value(r.Stop, depth+1)
		if n, ok := r.Step.AsInt(); !ok || n != 1 {
			w.put(", ")
			w.value(r.Step, depth+1)
		}
		w.put(")")
	case object.KType:
		w.put("<class '" + qualified(v.AsType()) + "'>")
	case object.KModule:
		name := "?"
		if n := v.AsModule().Dict.Get("__name__"); !n.IsNil() && n.AsStr() != nil {
			name = n.AsStr().String()
		}
		w.put("<module '" + name + "'>")
	case object.KFunc:
		w.put("<function " + interp.AsFunc(v).Qualname() + ">")
	case object.KBuiltin:
		w.put("<built-in function " + v.AsBuiltin().Name.String() + ">")
	case object.KMethod:
		w.put("<bound method " + callableName(v) + " of ")
		w.value(v.AsMethod().Self, maxNesting)
		w.put(">")
	case object.KGen:
		g := interp.AsGen(v)
		w.put("<" + TypeName(v) + " " + g.Qualname() + ": " + g.State() + ">")
	case object.KFrame:
		f := interp.AsFrame(v)
		w.put("<frame " + f.Code().Qualname + ", line " + strconv.Itoa(f.Line()) + ">")
	case object.KCode:
		w.put("<code " + interp.AsCode(v).Qualname + ">")
	case object.KTasklet:
		t := w.m.tasklet(sched.AsTasklet(v))
		w.put("<tasklet " + strconv.Itoa(t.ID) + " " + t.Name() + ": " + string(t.State) + ">")
	case object.KChannel:
		ch := sched.AsChannel(v)
		w.put("<channel " + strconv.Itoa(int(ch.ID)) + ", balance " + strconv.Itoa(ch.Balance) + ">")
	case object.KExc:
		w.exception(v, depth)
	case object.KInst:
		w.instance(v, depth)
	default:
		w.put("<" + TypeName(v) + " object>")
	}
}

func qualified(t *object.Type) string {
	if mod, ok := t.ModuleName().(string); ok && mod != "builtins" && mod != "" {
		return mod + "." + t.Qualname
	}
	return t.Qualname
}

func (w *writer) room() int { return max(w.left, 16) }

func (w *writer) text(s *object.Str) {
	n := w.room()
	if s.Len() <= n {
		w.put(w.m.vm.ReprStr(s))
		return
	}
	cut := object.NewStr(s.Slice(0, n)).AsStr()
	w.put(w.m.vm.ReprStr(cut) + "...")
}

func (w *writer) bytes(before, s, after string) {
	n := w.room()
	more := ""
	if len(s) > n {
		s, more = s[:n], "..."
	}
	w.put(before + w.m.vm.Repr(object.NewBytes(s)).AsStr().String() + more + after)
}

func (w *writer) big(v object.Value) {
	n := v.AsBig().I
	if n.BitLen() > 4096 {
		w.put("<int of " + strconv.Itoa(n.BitLen()) + " bits>")
		return
	}
	w.put(n.String())
}

// items writes a container as its display.
func (w *writer) items(before string, v object.Value, after string, depth int) {
	kids := w.m.Children(v)
	if depth >= maxNesting && kids.Len() > 0 {
		w.put(before + "..." + after)
		return
	}
	w.open = append(w.open, v)
	w.put(before)
	dict := v.Kind() == object.KDict
	for i := range kids.Len() {
		if i > 0 {
			w.put(", ")
		}
		if w.left <= 0 {
			w.put("...")
			break
		}
		if dict {
			w.value(kids.key(i), depth+1)
			w.put(": ")
		}
		w.value(kids.At(i).Value, depth+1)
	}
	w.put(after)
	w.open = w.open[:len(w.open)-1]
}

func (w *writer) exception(v object.Value, depth int) {
	w.put(v.AsExc().Cls.Name + "(")
	if args := v.AsExc().Args.AsTuple(); args != nil {
		for i, a := range args.Items {
			if i > 0 {
				w.put(", ")
			}
			w.value(a, depth+1)
		}
	}
	w.put(")")
}

func (w *writer) instance(v object.Value, depth int) {
	t := object.TypeOf(v)
	if p := v.AsInst().Payload(); !p.IsNil() {
		w.put(t.Name + "(")
		w.value(p, depth+1)
		w.put(")")
		return
	}
	w.put("<" + t.Qualname + " object>")
}

// ---- children

// Children is what a value holds: attributes with names first, then items.
type Children struct {
	named []Variable
	count int
	item  func(i int) Variable
	keys  func(i int) object.Value
	kind  object.Kind
}

// Len, Named and Items count all children, those with names, and the items.
func (c *Children) Len() int   { return len(c.named) + c.count }
func (c *Children) Named() int { return len(c.named) }
func (c *Children) Items() int { return c.count }

// At is child i.
func (c *Children) At(i int) Variable {
	if i < len(c.named) {
		return c.named[i]
	}
	return c.item(i - len(c.named))
}

func (c *Children) key(i int) object.Value { return c.keys(i - len(c.named)) }

// Children looks into a value.
func (m *Machine) Children(v object.Value) *Children {
	c := &Children{}
	if v.IsNil() {
		return c
	}
	c.kind = v.Kind()
	switch v.Kind() {
	case object.KList:
		c.sequence(v.AsList().Items, false)
	case object.KTuple:
		c.sequence(v.AsTuple().Items, true)
	case object.KDict:
		c.dict(m, v.AsDict())
	case object.KSet, object.KFrozenSet:
		c.set(v.AsSet())
	case object.KMappingProxy:
		p := m.Children(mapping(v))
		p.named = nil
		return p
	case object.KInst:
		m.instance(c, v)
	case object.KExc:
		m.exception(c, v)
	case object.KType:
		t := v.AsType()
		c.named = names(t.Dict, false)
		bases := make([]object.Value, len(t.Bases))
		for i, b := range t.Bases {
			bases[i] = b.V()
		}
		c.fixed("__bases__", object.NewTuple(bases))
	case object.KModule:
		c.named = names(v.AsModule().Dict, false)
	case object.KFunc:
		m.function(c, v)
	case object.KMethod:
		c.fixed("__self__", v.AsMethod().Self)
		c.fixed("__func__", v.AsMethod().Func)
	case object.KCell:
		c.fixed("cell_contents", v.AsCell().Val)
	case object.KGen:
		g := interp.AsGen(v)
		c.fixed("state", object.NewStr(g.State()))
		if f := g.Frame(); f != nil {
			c.named = append(c.named, Frame{m: m, f: f}.Locals()...)
		}
	case object.KFrame:
		f := Frame{m: m, f: interp.AsFrame(v)}
		c.fixed("f_lineno", object.Int(int64(f.Position().Line)))
		c.named = append(c.named, f.Locals()...)
	case object.KTasklet:
		m.taskletChildren(c, sched.AsTasklet(v))
	case object.KChannel:
		m.channelChildren(c, sched.AsChannel(v))
	case object.KObj:
		m.native(c, v)
	}
	return c
}

func mapping(v object.Value) object.Value {
	out := object.Nil
	object.Visit(v.Hdr(), func(x object.Value) { out = x })
	return out
}

func (c *Children) fixed(name string, v object.Value) {
	if !v.IsNil() {
		c.named = append(c.named, Variable{Name: name, Value: v, Fixed: true})
	}
}

func (c *Children) sequence(items []object.Value, fixed bool) {
	c.count = len(items)
	c.item = func(i int) Variable {
		return Variable{Name: "[" + strconv.Itoa(i) + "]", Value: items[i], Item: true, Fixed: fixed}
	}
}

func (c *Children) dict(m *Machine, d *object.Dict) {
	c.count = d.T.Len()
	at := places(c.count, d.T.Bound(), d.T.Next)
	c.keys = func(i int) object.Value { return d.T.At(at(i)).Key }
	c.item = func(i int) Variable {
		e := d.T.At(at(i))
		return Variable{Name: "[" + m.Text(e.Key, 80) + "]", Value: e.Val, Item: true}
	}
}

func (c *Children) set(s *object.Set) {
	c.count = s.T.Len()
	at := places(c.count, s.T.Bound(), s.T.Next)
	c.item = func(i int) Variable {
		return Variable{Name: "[" + strconv.Itoa(i) + "]", Value: s.T.Key(at(i)), Item: true, Fixed: true}
	}
}

// places maps the number of an entry to its place in a table with holes. Entries asked in order cost nothing.
func places(count, bound int, next func(int) int) func(int) int {
	if count == bound {
		return func(i int) int { return i }
	}
	last, place := -1, -1
	return func(i int) int {
		if i < last {
			last, place = -1, -1
		}
		for last < i {
			place = next(place + 1)
			last++
		}
		return place
	}
}

func (m *Machine) instance(c *Children, v object.Value) {
	o := v.AsInst()
	if p := o.Payload(); !p.IsNil() {
		*c = *m.Children(p)
		c.kind = object.KInst
	}
	var own []Variable
	t := object.TypeOf(v)
	for _, k := range t.MRO { // the members of __slots__
		for _, x := range names(k.Dict, false) {
			if g := object.AsGetSet(x.Value); g != nil && g.Member {
				if val := *o.Slot(g.Slot); !val.IsNil() {
					own = append(own, Variable{Name: x.Name, Value: val})
				}
			}
		}
	}
	if o.Shape.DictMode {
		own = append(own, names(o.Slot(uint32(t.NSlots)).AsDict(), true)...)
	} else {
		for i, n := range o.Shape.Names {
			own = append(own, Variable{Name: n.String(), Value: *o.Slot(uint32(t.NSlots) + uint32(i))})
		}
	}
	c.named = append(own, c.named...)
}

func (m *Machine) exception(c *Children, v object.Value) {
	e := v.AsExc()
	c.fixed("args", e.Args)
	if e.Dict != nil {
		c.named = append(c.named, names(e.Dict, true)...)
	}
	for _, x := range []Variable{{Name: "__cause__", Value: e.Cause}, {Name: "__context__", Value: e.Context}} {
		if !x.Value.IsNil() && !x.Value.IsNone() {
			c.fixed(x.Name, x.Value)
		}
	}
}

func (m *Machine) function(c *Children, v object.Value) {
	f := interp.AsFunc(v)
	k := f.Code()
	c.fixed("__code__", k.V())
	if d := f.Defaults(); len(d) > 0 {
		c.fixed("__defaults__", object.NewTuple(append([]object.Value(nil), d...)))
	}
	for i, cell := range f.Closure() {
		if i < len(k.FreeVars) && cell != nil && !cell.Val.IsNil() {
			c.fixed(k.FreeVars[i], cell.Val)
		}
	}
	if d := f.Dict(); d != nil {
		c.named = append(c.named, names(d, true)...)
	}
}

func (m *Machine) taskletChildren(c *Children, t *sched.Tasklet) {
	x := m.tasklet(t)
	c.fixed("id", object.Int(int64(x.ID)))
	c.fixed("name", object.NewStr(x.Name()))
	c.fixed("state", object.NewStr(string(x.State)))
	if x.State == Blocked {
		c.fixed("_channel", x.Channel.V())
	}
	if f := x.Top(); !f.Nil() {
		c.fixed("frame", f.f.V())
	}
	c.fixed("tempval", t.Temp)
	if t.Dict != nil {
		c.named = append(c.named, names(t.Dict, true)...)
	}
}

func (m *Machine) channelChildren(c *Children, ch *sched.Channel) {
	c.fixed("id", object.Int(int64(ch.ID)))
	c.fixed("balance", object.Int(int64(ch.Balance)))
	c.fixed("preference", object.Int(int64(ch.Preference)))
	c.fixed("schedule_all", object.Bool(ch.ScheduleAll))
	c.fixed("closing", object.Bool(ch.Closing))
	if ch.Dict != nil {
		c.named = append(c.named, names(ch.Dict, true)...)
	}
	var waiting []object.Value
	for _, t := range ch.Waiting() {
		waiting = append(waiting, t.V())
	}
	c.sequence(waiting, true)
}

// native looks into an instance of a class implemented in Go: what it holds, as its walk names it.
func (m *Machine) native(c *Children, v object.Value) {
	o := v.AsObj()
	if o.Dict != nil {
		c.named = names(o.Dict, true)
	}
	var held []object.Value
	object.Visit(v.Hdr(), func(x object.Value) {
		if o.Dict != nil && x == o.Dict.V() || x == o.Cls.V() {
			return
		}
		held = append(held, x)
	})
	c.sequence(held, true)
}
