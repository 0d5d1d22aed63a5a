package dap

import (
	"slp/vm"
	"slp/vm/object"
)

// handles are numbers that stand for frames and for what has children, until the program moves. No number is ever used
// for two things, so an old one is known as such.
type handles struct {
	next    int
	frames  map[int]vm.Frame
	holders map[int]*holder
}

// holder is something with children: a scope of a frame, or a value.
type holder struct {
	frame vm.Frame // in which expressions about it are evaluated
	scope scopeKind
	value object.Value
	path  string // an expression for it, or ""
}

type scopeKind uint8

const (
	ofValue scopeKind = iota
	locals
	closure
	globals
)

func (h *handles) clear() { h.frames, h.holders = nil, nil }

func (h *handles) number() int {
	if h.next++; h.next >= 1<<31-1 {
		h.next = 1
	}
	return h.next
}

func (h *handles) frame(f vm.Frame) int {
	if h.frames == nil {
		h.frames = map[int]vm.Frame{}
	}
	n := h.number()
	h.frames[n] = f
	return n
}

func (h *handles) hold(x holder) int {
	if h.holders == nil {
		h.holders = map[int]*holder{}
	}
	n := h.number()
	h.holders[n] = &x
	return n
}
