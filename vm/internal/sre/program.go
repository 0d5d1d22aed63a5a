package sre

// operation is what an instruction does.
type operation uint8

const (
	opFail operation = iota
	opSuccess

	// One character; arg, set and fold say which.
	opLiteral
	opNotLiteral
	opLiteralFold
	opNotLiteralFold
	opAny
	opAnyAll
	opSet

	opMark       // arg: the mark
	opAt         // arg: the position
	opJump       // next
	opGroupRef   // arg: the group; fold
	opIfGroup    // arg: the group; next: where to go on when it did not match
	opBranch     // one way of an alternation; next: the one after it, or -1
	opAssert     // arg: how far to look back; next: behind it
	opAssertNot  // likewise
	opAtomic     // next: behind it
	opPossessive // min, max; next: behind it

	// Repeats of one character: min, max, unit; next: behind it.
	opRepeatOne
	opMinRepeatOne
	opPossessiveOne

	// Repeats of more: opRepeat, the item, opMaxUntil or opMinUntil, the rest.
	opRepeat   // next: the until
	opMaxUntil // min, max; next: the item
	opMinUntil // likewise
)

// unit is a way to match one character.
type unit uint8

const (
	unitNone unit = iota
	unitLiteral
	unitNotLiteral
	unitLiteralFold    // arg is in lower case
	unitNotLiteralFold // likewise
	unitAny            // but a line feed
	unitAnyAll
	unitSet
	unitNever
)

// operations of the units.
var unitOperation = [...]operation{
	unitNone: opFail, unitLiteral: opLiteral, unitNotLiteral: opNotLiteral, unitLiteralFold: opLiteralFold,
	unitNotLiteralFold: opNotLiteralFold, unitAny: opAny, unitAnyAll: opAnyAll, unitSet: opSet, unitNever: opFail,
}

// inst is one instruction of a program.
type inst struct {
	op   operation
	unit unit // for an instruction and a repeat of one character
	fold folding
	arg  uint32 // see operation; for a unit, its literal
	min  int32
	max  int32 // -1 for no limit
	next int32
	set  *set
	peek *inst // opBranch: the way starts with this one; repeats: the rest does
}

// Program is checked code, ready to be matched. It never changes.
type Program struct {
	insts  []inst
	groups int

	minWidth int // no match is shorter
	prefix   []uint32
	bytes    []byte // prefix, when all of it is Latin-1
	skip     int    // instructions that match the prefix' first part
	literal  bool   // the prefix is all of the pattern
	first    *first // what a match starts with, when known
	anchored bool   // a match starts at the beginning
}

// Groups returns the number of groups.
func (p *Program) Groups() int { return p.groups }

// holds reports whether the instruction's unit matches a character.
func (in *inst) holds(ch uint32) bool {
	switch in.unit {
	case unitLiteral:
		return ch == in.arg
	case unitNotLiteral:
		return ch != in.arg
	case unitSet:
		return in.set.holds(ch)
	case unitAny:
		return ch != '\n'
	case unitAnyAll:
		return true
	case unitLiteralFold:
		return in.folded(ch)
	case unitNotLiteralFold:
		return !in.folded(ch)
	}
	return false
}

// folded reports whether a character is the literal but for its case.
func (in *inst) folded(ch uint32) bool {
	if ch == in.arg || in.fold.lower(ch) == in.arg {
		return true
	}
	// Under the locale flag literals keep the case they were written in.
	return in.fold == foldLocale && 'A' <= in.arg && in.arg <= 'Z' && ch == in.arg+'a'-'A'
}
