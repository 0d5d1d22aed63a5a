package object

import "strings"

// reprGuards is the list, kept by code written in Python, of the containers whose repr is being made there.
func (c *Ctx) reprGuards() []Value { return c.Host.Hosted("repr_guards").AsList().Items }

// reprer makes the repr of builtin containers that hold builtin values all the way down.
type reprer struct {
	c     *Ctx
	b     strings.Builder
	open  []Value // containers on the way down
	above []Value // those on the way down in Python code
}

// reprContainer is __repr__ of the builtin containers: in Go if that can be, else by the hosted function.
func reprContainer(c *Ctx, v Value, hosted string) Value {
	r := reprer{c: c, above: c.reprGuards()}
	if r.container(v) {
		return NewStr(r.b.String())
	}
	return c.Self(hosted, v)
}

// enter writes dots and returns false if the container is being written already.
func (r *reprer) enter(v Value, dots string) bool {
	for _, o := range r.open {
		if o == v {
			r.b.WriteString(dots)
			return false
		}
	}
	for _, o := range r.above {
		if o == v {
			r.b.WriteString(dots)
			return false
		}
	}
	r.open = append(r.open, v)
	return true
}

func (r *reprer) leave() { r.open = r.open[:len(r.open)-1] }

// value writes any value; false if Python code is needed.
func (r *reprer) value(v Value) bool {
	switch v.p.Kind {
	case KStr:
		r.b.WriteString(r.c.ReprStr(v.AsStr()))
		return true
	case KList, KTuple, KDict, KSet, KFrozenSet:
		return len(r.open) < maxDeep && r.container(v)
	case KNone, KBool, KInt, KFloat, KBigInt, KComplex, KBytes, KByteArray, KEllipsis, KNotImplemented, KBuiltin, KFunc,
		KRange, KGetSet, KCell, KGen, KCode:
		s := r.c.Repr(v)
		if s.IsNil() {
			r.c.TakeExc()
			return false
		}
		r.b.WriteString(s.AsStr().s)
		return true
	case KType:
		if v.AsType().Meta == TypeType {
			r.b.WriteString(r.c.Repr(v).AsStr().s)
			return true
		}
	}
	return false
}

// container writes a container, or an instance of a subclass.
func (r *reprer) container(v Value) bool {
	if d := v.AsDict(); d != nil {
		return r.dict(v, d)
	}
	if s := v.AsSet(); s != nil {
		return r.set(v, s)
	}
	open, end, dots := "[", "]", "[...]"
	if t := v.AsTuple(); t != nil {
		if len(t.Items) == 0 {
			r.b.WriteString("()")
			return true
		}
		open, end, dots = "(", ")", "(...)"
		if len(t.Items) == 1 {
			end = ",)"
		}
	}
	if !r.enter(v, dots) {
		return true
	}
	defer r.leave()
	r.b.WriteString(open)
	if !r.items(Items(v)) {
		return false
	}
	r.b.WriteString(end)
	return true
}

func (r *reprer) items(items []Value) bool {
	for i, x := range items {
		if i > 0 {
			r.b.WriteString(", ")
		}
		if !r.value(x) {
			return false
		}
	}
	return true
}

func (r *reprer) dict(v Value, d *Dict) bool {
	if d.T.Len() == 0 {
		r.b.WriteString("{}")
		return true
	}
	if !r.enter(v, "{...}") {
		return true
	}
	defer r.leave()
	sep := "{"
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		r.b.WriteString(sep)
		sep = ", "
		if !r.value(e.Key) {
			return false
		}
		r.b.WriteString(": ")
		if !r.value(e.Val) {
			return false
		}
	}
	r.b.WriteByte('}')
	return true
}

func (r *reprer) set(v Value, s *Set) bool {
	t := TypeOf(v)
	if s.T.Len() == 0 {
		r.b.WriteString(t.Name + "()")
		return true
	}
	if !r.enter(v, t.Name+"(...)") {
		return true
	}
	defer r.leave()
	open, end := "{", "}"
	if t != SetType {
		open, end = t.Name+"({", "})"
	}
	r.b.WriteString(open)
	first := true
	for i := s.T.Next(0); i >= 0; i = s.T.Next(i + 1) {
		if !first {
			r.b.WriteString(", ")
		}
		first = false
		if !r.value(s.T.Key(i)) {
			return false
		}
	}
	r.b.WriteString(end)
	return true
}
