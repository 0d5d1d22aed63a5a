package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

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
			return refuse("%s", f.code.block(i, to))
		}
	}
	if h := f.code.exceptBlock(to); h >= 0 && h != f.code.exceptBlock(f.pc-1) {
		return refuse("can't jump into an 'except' block as there's no exception")
	}
	var unbound []int
	for i := range f.code.Locals {
		if l := &f.code.Locals[i]; !l.Hidden && f.R(int(l.Reg)).IsNil() {
			unbound = append(unbound, int(l.Reg))
		}
	}
	if n := len(unbound); n > 0 {
		s := ""
		if n > 1 {
			s = "s"
		}
		if !c.Warn(object.RuntimeWarning, "assigning None to %d unbound local%s", n, s) {
			return false
		}
		c.Touch(&f.Hdr)
		for _, r := range unbound { // the compiler may have proved that they are bound there
			*f.R(r) = object.None
		}
	}
	f.keep(c, "jump", object.Int(int64(to)))
	return true
}

// exceptBlock names the except clause that pc is in by the code that leaves it when an exception is raised there; -1: it
// is in none.
func (k *Code) exceptBlock(pc int32) int {
	h := k.HandlerAt(int(pc))
	if h < 0 || h+1 >= len(k.Ins) || code.OpOf(k.plain(int32(h))) != code.EXCENTER || code.OpOf(k.plain(int32(h)+1)) != code.EXCLEAVE {
		return -1
	}
	return h
}

// block says what a frame cannot jump into: what at pc lives in register r is missing where it comes from.
func (k *Code) block(r int, pc int32) string {
	for ; pc >= 0; pc-- {
		ins := k.plain(pc)
		a, b := int(ins>>16&0xffff)/code.RegSize, int(ins>>32&0xffff)/code.RegSize
		switch code.OpOf(ins) {
		case code.EXCENTER:
			if a == r || b == r {
				return "can't jump into an 'except' block as there's no exception"
			}
		case code.AITER:
			if r == a {
				return "can't jump into the body of a for loop"
			}
		case code.ITER:
			if r >= a && r < a+3 {
				return "can't jump into the body of a for loop"
			}
		}
	}
	return "incompatible stacks"
}
