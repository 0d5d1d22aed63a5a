package sre

import "slices"

// first is a set of characters that a match can start with.
type first struct {
	low  [8]uint32
	high []*inst // what matches those from 256 on
	wide bool    // that is too many to ask: any may do
}

// maxHigh bounds the instructions that are asked about a character.
const maxHigh = 4

func (f *first) holds(ch uint32) bool {
	if ch < 256 {
		return f.low[ch>>5]>>(ch&31)&1 != 0
	}
	for _, in := range f.high {
		if in.holds(ch) {
			return true
		}
	}
	return f.wide
}

// add adds what an instruction's unit matches.
func (f *first) add(in *inst) {
	for ch := range uint32(256) {
		if in.holds(ch) {
			f.low[ch>>5] |= 1 << (ch & 31)
		}
	}
	switch {
	case in.unit == unitNever || in.unit == unitLiteral && in.arg < 256 || f.wide:
	case in.unit == unitAnyAll || in.unit == unitAny || len(f.high) == maxHigh:
		f.high, f.wide = nil, true
	default:
		f.high = append(f.high, in)
	}
}

// useful reports whether there is a character that the set does not hold.
func (f *first) useful() bool {
	all := f.wide
	for _, bits := range f.low {
		all = all && bits == 1<<32-1
	}
	return !all
}

// prepare finds out what makes searching fast.
func (p *Program) prepare(told info) {
	for i := range p.insts {
		in := &p.insts[i]
		switch in.op {
		case opBranch:
			in.peek = p.starts(i + 1)
		case opRepeatOne, opMinRepeatOne:
			in.peek = p.starts(int(in.next))
		}
	}
	p.minWidth = int(told.minWidth)
	in := &p.insts[0]
	p.anchored = in.op == opAt && (in.arg == atBeginning || in.arg == atBeginningString)
	if p.usePrefix(told) {
		return
	}
	f := new(first)
	visits := 0
	if p.collect(0, f, &visits) && f.useful() {
		p.first = f
	}
}

// starts returns the instruction for one character that comes first at i, if one
// does, perhaps after marks: where a mark is set in vain, it is set again or
// restored before it is looked at.
func (p *Program) starts(i int) *inst {
	for p.insts[i].op == opMark {
		i++
	}
	if in := &p.insts[i]; opLiteral <= in.op && in.op <= opSet {
		return in
	}
	return nil
}

// usePrefix takes the literal prefix that the INFO block tells, if the code bears
// it out.
func (p *Program) usePrefix(told info) bool {
	if told.flags&infoPrefix == 0 {
		return false
	}
	for i := range int(told.skip) {
		if in := &p.insts[i]; in.op != opLiteral || in.arg != told.prefix[i] {
			return false
		}
	}
	p.prefix = slices.Clone(told.prefix)
	p.skip = int(told.skip)
	p.literal = told.flags&infoLiteral != 0 && p.skip == len(p.prefix) && p.insts[p.skip].op == opSuccess
	for _, ch := range p.prefix {
		if ch > 255 {
			p.bytes = nil
			return true
		}
		p.bytes = append(p.bytes, byte(ch))
	}
	return true
}

// maxVisits bounds the work of collect.
const maxVisits = 2000

// collect adds to f the characters that a match from instruction i on can start
// with. It returns false when it cannot tell or the match may be empty.
func (p *Program) collect(i int, f *first, visits *int) bool {
	for {
		if *visits++; *visits > maxVisits {
			return false
		}
		in := &p.insts[i]
		switch in.op {
		case opFail:
			return true
		case opLiteral, opNotLiteral, opLiteralFold, opNotLiteralFold, opAny, opAnyAll, opSet:
			f.add(in)
			return true
		case opMark, opAt:
			i++
		case opJump, opAssert, opAssertNot:
			i = int(in.next)
		case opIfGroup:
			if !p.collect(i+1, f, visits) {
				return false
			}
			i = int(in.next)
		case opBranch:
			for way := in; ; way = &p.insts[way.next] {
				if *visits++; *visits > maxVisits {
					return false
				}
				if !p.collect(i+1, f, visits) {
					return false
				}
				if way.next < 0 {
					return true
				}
				i = int(way.next)
			}
		case opRepeatOne, opMinRepeatOne, opPossessiveOne:
			f.add(in)
			if in.min > 0 {
				return true
			}
			i = int(in.next)
		case opRepeat:
			until := &p.insts[in.next]
			if until.min == 0 && !p.collect(int(in.next)+1, f, visits) {
				return false
			}
			i++
		case opMaxUntil, opMinUntil: // the item may be empty
			i++
		case opPossessive:
			if in.min == 0 && !p.collect(int(in.next), f, visits) {
				return false
			}
			i++
		case opAtomic:
			i++
		default: // the end, or what was matched before
			return false
		}
	}
}
