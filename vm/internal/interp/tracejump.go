package interp

import "slp/vm/object"

// setLine is the setter of f_lineno: a trace function that hears of a line lets the frame go on at another.
func setLine(c *object.Ctx, o, v value) bool {
	vm, f := FromCtx(c), AsFrame(o)
	t := &vm.tracing
	refuse := func(format string, args ...any) bool {
		c.Raise(object.ValueError, format, args...)
		return false
	}
	if v.IsNil() {
		c.Raise(object.AttributeError, "cannot delete attribute")
		return false
	}
	line, isInt := v.AsInt()
	if !isInt {
		return refuse("lineno must be an integer")
	}
	switch {
	case !t.busy || t.frame != f:
		if !t.trace.IsNil() {
			return refuse("can only jump from a 'line' trace event")
		}
		return refuse("f_lineno can only be set in a trace function")
	case t.stage == tellCall+1 && f.pc == 0:
		return refuse("can't jump from the 'call' trace event of a new frame")
	case t.stage != tellLine+1:
		return refuse("can only jump from a 'line' trace event")
	}
	if line < int64(f.code.FirstLine) {
		return refuse("line %d comes before the current code block", line)
	}
	to, last := int32(-1), int32(0)
	for _, s := range f.code.Starts {
		last = max(last, s.Line)
		if int64(s.Line) >= line && (to < 0 || s.Line < f.code.PosAt(int(to)).Line) {
			to = s.PC
		}
	}
	if to < 0 {
		return refuse("line %d comes after the current code block", line)
	}
	here, there := f.code.liveAt(int(f.pc)-1), f.code.liveAt(int(to))
	for i := int(f.code.nnamed); i < int(f.code.nregs); i++ {
		if there.Has(i) && !here.Has(i) {
			return refuse("can't jump into the body of a for loop")
		}
	}
	f.keep(c, "jump", object.Int(int64(to)))
	return true
}
