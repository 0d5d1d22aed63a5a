// Package compile turns a tree into code: Python 3.14 as CPython means it, for the register machine of package code.
//
// Its nouns: a unit is one code object under construction; an access says where a name lives (register, cell,
// global, namespace); a label is a place to jump to, which also collects which locals are certainly bound there; a
// block is what return, break and continue have to leave properly; a handler catches the exceptions of the
// instructions emitted while it is current.
//
// Instructions are first collected with symbolic registers and labels (emit.go), then laid out (assemble.go).
//
// Invariant: a register with a Python name is written only by the last instruction of the expression that binds it, so
// that an exception in the middle leaves the old value. Temporaries are reused like a stack.
package compile
