package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// Displays longer than this are built in pieces, so that they do not need a register for each element.
const (
	batch      = 64
	batchPairs = 32
)

// plainElts reports elements that one instruction can collect.
func plainElts(elts []syntax.Expr) bool {
	if len(elts) > batchPairs {
		return false
	}
	for _, e := range elts {
		if e == nil {
			return false
		}
		if _, ok := e.(*syntax.Starred); ok {
			return false
		}
	}
	return true
}

func (u *unit) list(elts []syntax.Expr, dst int, span syntax.Span) {
	if plainElts(elts) {
		u.collect(code.LIST, elts, dst, span)
		return
	}
	u.sequence(elts, dst, false, span)
}

func (u *unit) tuple(elts []syntax.Expr, dst int, span syntax.Span) {
	if plainElts(elts) {
		u.collect(code.TUPLE, elts, dst, span)
		return
	}
	t := u.temp(1)
	u.sequence(elts, t, false, span)
	u.span = span
	u.emit(code.LISTTUPLE, 0, dst, t, 0)
}

// collect evaluates elements into consecutive temporaries and makes a container of them.
func (u *unit) collect(op code.Op, elts []syntax.Expr, dst int, span syntax.Span) {
	w := u.free
	for _, e := range elts {
		u.expr(e, u.temp(1))
	}
	u.span = span
	if len(elts) == 0 {
		w = 0
	}
	u.emit(op, 0, dst, w, len(elts))
}

// sequence builds a list of any elements in the temporary dst, or extends the one that is there.
func (u *unit) sequence(elts []syntax.Expr, dst int, started bool, span syntax.Span) {
	u.pieces(elts, func(run []syntax.Expr) {
		mark := u.free
		if k, ok := u.constants(run); ok && len(run) > 2 {
			if !started {
				u.span = span
				u.emit(code.LIST, 0, dst, 0, 0)
			}
			t := u.temp(1)
			u.span = span
			u.loadConst(k, t)
			u.emit(code.LISTEXTEND, 0, dst, t, 0)
		} else if !started {
			u.collect(code.LIST, run, dst, span)
		} else if len(run) > 3 {
			t := u.temp(1)
			u.collect(code.TUPLE, run, t, span)
			u.emit(code.LISTEXTEND, 0, dst, t, 0)
		} else {
			for _, e := range run {
				t := u.operand(e)
				u.span = span
				u.emit(code.LISTAPPEND, 0, dst, t, 0)
				u.free = mark
			}
		}
		started = true
		u.free = mark
	}, func(star *syntax.Starred) {
		if !started {
			u.span = span
			u.emit(code.LIST, 0, dst, 0, 0)
			started = true
		}
		mark := u.free
		r := u.operand(star.Value)
		u.span = span
		u.emit(code.LISTEXTEND, 0, dst, r, 0)
		u.free = mark
	})
	if !started {
		u.span = span
		u.emit(code.LIST, 0, dst, 0, 0)
	}
}

// pieces splits elements into runs without stars, constant runs as long as they are and others of at most a batch,
// and stars.
func (u *unit) pieces(elts []syntax.Expr, run func([]syntax.Expr), star func(*syntax.Starred)) {
	for i := 0; i < len(elts); {
		if s, ok := elts[i].(*syntax.Starred); ok {
			star(s)
			i++
			continue
		}
		j := i
		for j < len(elts) && u.isConstant(elts[j]) {
			j++
		}
		if j-i < batch {
			for j = i; j < len(elts) && j-i < batch; j++ {
				if _, ok := elts[j].(*syntax.Starred); ok {
					break
				}
			}
		}
		run(elts[i:j])
		i = j
	}
}

func (u *unit) isConstant(e syntax.Expr) bool {
	_, ok := u.constant(e)
	return ok
}

func (u *unit) set(elts []syntax.Expr, dst int, span syntax.Span) {
	if plainElts(elts) {
		u.collect(code.SET, elts, dst, span)
		return
	}
	started := false
	begin := func() {
		if !started {
			u.span = span
			u.emit(code.SET, 0, dst, 0, 0)
			started = true
		}
	}
	u.pieces(elts, func(run []syntax.Expr) {
		mark := u.free
		if k, ok := u.constants(run); ok && len(run) > 2 {
			begin()
			t := u.temp(1)
			u.span = span
			u.loadConst(k, t)
			u.emit(code.SETUPDATE, 0, dst, t, 0)
		} else {
			begin()
			for _, e := range run {
				t := u.operand(e)
				u.span = span
				u.emit(code.SETADD, 0, dst, t, 0)
				u.free = mark
			}
		}
		u.free = mark
	}, func(s *syntax.Starred) {
		begin()
		mark := u.free
		r := u.operand(s.Value)
		u.span = span
		u.emit(code.SETUPDATE, 0, dst, r, 0)
		u.free = mark
	})
}

func (u *unit) dict(e *syntax.Dict, dst int) {
	n := len(e.Values)
	if n <= batchPairs && plainElts(e.Keys) {
		w := u.free
		for i, k := range e.Keys {
			pair := u.temp(2)
			u.expr(k, pair)
			u.expr(e.Values[i], pair+1)
		}
		u.span = e.Span
		if n == 0 {
			w = 0
		}
		u.emit(code.DICT, 0, dst, w, n)
		return
	}
	u.span = e.Span
	u.emit(code.DICT, 0, dst, 0, 0)
	for i, k := range e.Keys {
		mark := u.free
		if k == nil {
			r := u.operand(e.Values[i])
			u.span = e.Span
			u.emit(code.DICTUPDATE, 0, dst, r, 0)
		} else {
			key := u.operand(k, e.Values[i])
			v := u.operand(e.Values[i])
			u.span = e.Span
			u.emit(code.DICTSET, 0, dst, key, v)
		}
		u.free = mark
	}
}

// joined builds an f-string.
func (u *unit) joined(values []syntax.Expr, dst int, span syntax.Span) {
	switch {
	case len(values) == 0:
		u.span = span
		u.loadConst("", dst)
		return
	case len(values) == 1:
		u.expr(values[0], dst)
		return
	}
	w := u.free
	n := 0
	for i, v := range values {
		u.expr(v, u.temp(1))
		n++
		if n == batch && i < len(values)-1 { // what there is becomes the first piece of the next batch
			u.span = span
			u.emit(code.STRCAT, 0, w, w, n)
			u.free = w + 1
			n = 1
		}
	}
	u.span = span
	u.emit(code.STRCAT, 0, dst, w, n)
}

func (u *unit) formatted(e *syntax.FormattedValue, dst int) {
	if e.FormatSpec == nil {
		v := u.operand(e.Value)
		u.span = e.Span
		u.emit(code.FORMAT, e.Conversion, dst, v, code.NoReg)
		return
	}
	v := u.operand(e.Value, e.FormatSpec)
	spec := u.operand(e.FormatSpec)
	u.span = e.Span
	u.emit(code.FORMAT, e.Conversion, dst, v, spec)
}

// template builds a t-string.
func (u *unit) template(e *syntax.TemplateStr, dst int) {
	if len(e.Values) > 1000 {
		u.tooMany("parts of a template string")
		return
	}
	w := u.free
	for _, v := range e.Values {
		u.expr(v, u.temp(1))
	}
	u.span = e.Span
	if len(e.Values) == 0 {
		w = 0
	}
	u.emit(code.TEMPLATE, 0, dst, w, len(e.Values))
}

func (u *unit) interpolation(e *syntax.Interpolation, dst int) {
	w := u.temp(4)
	u.expr(e.Value, w)
	u.span = e.Span
	u.loadConst(e.Str, w+1)
	if e.Conversion == 0 {
		u.loadConst(nil, w+2)
	} else {
		u.loadConst(string(rune(e.Conversion)), w+2)
	}
	if e.FormatSpec == nil {
		u.loadConst("", w+3)
	} else {
		u.expr(e.FormatSpec, w+3)
	}
	u.span = e.Span
	u.emit(code.INTERP, 0, dst, w, 0)
}
