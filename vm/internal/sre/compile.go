package sre

import (
	"errors"
	"fmt"
)

// Compile checks a code list and makes a program of it. Groups is the number of
// groups, without the whole match.
func Compile(code []uint32, groups int) (*Program, error) {
	switch {
	case groups < 0 || groups > MaxGroups:
		return nil, fmt.Errorf("invalid SRE code: %d groups", groups)
	case len(code) == 0 || code[len(code)-1] != codeSuccess:
		return nil, errors.New("invalid SRE code: it does not end with SUCCESS")
	case len(code) > 1<<30:
		return nil, errors.New("invalid SRE code: it is too long")
	}
	c := compiler{code: code, groups: uint32(groups), program: &Program{groups: groups}}
	end := len(code) - 1
	at, err := c.block(0, end)
	if err == nil && at != end {
		err = c.bad(at, "a jump leads nowhere")
	}
	if err != nil {
		return nil, err
	}
	c.emit(inst{op: opSuccess})
	c.program.insts = c.insts
	c.program.prepare(c.info)
	return c.program, nil
}

// compiler translates a code list.
type compiler struct {
	code    []uint32
	groups  uint32
	insts   []inst
	info    info
	depth   int
	program *Program
}

// maxDepth bounds how deeply subpatterns may be nested.
const maxDepth = 100_000

// info is what an INFO block says.
type info struct {
	flags, minWidth uint32
	prefix          []uint32
	skip            uint32
}

func (c *compiler) bad(at int, what string) error {
	return fmt.Errorf("invalid SRE code at %d: %s", at, what)
}

func (c *compiler) emit(in inst) int {
	c.insts = append(c.insts, in)
	return len(c.insts) - 1
}

// here returns the number of the instruction that comes next.
func (c *compiler) here() int32 { return int32(len(c.insts)) }

// block translates code[at:end]. It returns end, or the place of a JUMP that
// closes the block before.
func (c *compiler) block(at, end int) (int, error) {
	for at < end {
		op := c.code[at]
		if op == codeJump {
			return at, nil
		}
		next, err := c.one(op, at, end)
		if err != nil {
			return at, err
		}
		if next > end {
			return at, c.bad(at, "it is cut off")
		}
		at = next
	}
	return at, nil
}

// body translates code[at:end], all of it, and the SUCCESS at end.
func (c *compiler) body(at, end int) error {
	if end < at || end >= len(c.code) || c.code[end] != codeSuccess {
		return c.bad(at, "a subpattern does not end with SUCCESS")
	}
	if err := c.whole(at, end); err != nil {
		return err
	}
	c.emit(inst{op: opSuccess})
	return nil
}

func (c *compiler) whole(at, end int) error {
	if c.depth++; c.depth > maxDepth {
		return c.bad(at, "it is nested too deeply")
	}
	stop, err := c.block(at, end)
	if err == nil && stop != end {
		err = c.bad(stop, "a jump leads nowhere")
	}
	c.depth--
	return err
}

// word returns a word of code before end.
func (c *compiler) word(at, end int) (uint32, error) {
	if at >= end {
		return 0, c.bad(at, "it is cut off")
	}
	return c.code[at], nil
}

// target returns the place a skip at the given place leads to, which may be end.
func (c *compiler) target(at, end int) (int, error) {
	skip, err := c.word(at, end)
	if err == nil && (int64(skip) > int64(end-at) || skip == 0) {
		err = c.bad(at, "a skip leads outside")
	}
	return at + int(skip), err
}

// one translates the operator at a place and returns the place behind it.
func (c *compiler) one(op uint32, at, end int) (int, error) {
	switch op {
	case codeFailure:
		c.emit(inst{op: opFail})
		return at + 1, nil
	case codeSuccess:
		c.emit(inst{op: opSuccess})
		return at + 1, nil
	case codeMark:
		mark, err := c.word(at+1, end)
		if err == nil && mark >= 2*c.groups {
			err = c.bad(at, "a mark of a group that is not there")
		}
		c.emit(inst{op: opMark, arg: mark})
		return at + 2, err
	case codeAt:
		where, err := c.word(at+1, end)
		if err == nil && where >= atCount {
			err = c.bad(at, "unknown position")
		}
		c.emit(inst{op: opAt, arg: where})
		return at + 2, err
	case codeGroupRef, codeGroupRefIgnore, codeGroupRefLocIgnore, codeGroupRefUniIgnore:
		group, err := c.group(at+1, end)
		c.emit(inst{op: opGroupRef, arg: group, fold: foldings[op]})
		return at + 2, err
	case codeGroupRefExists:
		return c.ifGroup(at, end)
	case codeInfo:
		return c.infoBlock(at, end)
	case codeBranch:
		return c.branch(at, end)
	case codeRepeatOne, codeMinRepeatOne, codePossessiveRepeatOne:
		return c.repeatOne(op, at, end)
	case codeRepeat:
		return c.repeat(at, end)
	case codePossessiveRepeat:
		min, max, err := c.bounds(at, end)
		if err != nil {
			return at, err
		}
		stop, err := c.target(at+1, end)
		if err != nil {
			return at, err
		}
		i := c.emit(inst{op: opPossessive, min: min, max: max})
		err = c.body(at+4, stop)
		c.insts[i].next = c.here()
		return stop + 1, err
	case codeAtomicGroup:
		return c.sub(inst{op: opAtomic}, at, at+2, end)
	case codeAssert, codeAssertNot:
		back, err := c.word(at+2, end)
		if err != nil || back > 1<<31-1 {
			return at, c.bad(at, "it looks back too far")
		}
		in := inst{op: opAssert, arg: back}
		if op == codeAssertNot {
			in.op = opAssertNot
		}
		return c.sub(in, at, at+3, end)
	}
	in, next, err := c.unit(op, at, end)
	in.op = unitOperation[in.unit]
	c.emit(in)
	return next, err
}

// foldings tells how the operators that have one disregard case.
var foldings = [...]folding{
	codeGroupRefIgnore: foldASCII, codeInIgnore: foldASCII, codeLiteralIgnore: foldASCII, codeNotLiteralIgnore: foldASCII,
	codeGroupRefLocIgnore: foldLocale, codeInLocIgnore: foldLocale, codeLiteralLocIgnore: foldLocale, codeNotLiteralLocIgnore: foldLocale,
	codeGroupRefUniIgnore: foldUnicode, codeInUniIgnore: foldUnicode, codeLiteralUniIgnore: foldUnicode, codeNotLiteralUniIgnore: foldUnicode,
}

// unit translates an operator that matches one character.
func (c *compiler) unit(op uint32, at, end int) (in inst, next int, err error) {
	switch op {
	case codeAny:
		return inst{unit: unitAny}, at + 1, nil
	case codeAnyAll:
		return inst{unit: unitAnyAll}, at + 1, nil
	case codeFailure:
		return inst{unit: unitNever}, at + 1, nil
	case codeLiteral:
		in.unit = unitLiteral
	case codeNotLiteral:
		in.unit = unitNotLiteral
	case codeLiteralIgnore, codeLiteralLocIgnore, codeLiteralUniIgnore:
		in.unit = unitLiteralFold
	case codeNotLiteralIgnore, codeNotLiteralLocIgnore, codeNotLiteralUniIgnore:
		in.unit = unitNotLiteralFold
	case codeCategory:
		category, err := c.word(at+1, end)
		if err == nil && category >= categoryCount {
			err = c.bad(at, "unknown category")
		}
		if err != nil {
			return in, at, err
		}
		return inst{unit: unitSet, set: newSet([]uint32{codeCategory, category, codeFailure}, exact)}, at + 2, nil
	case codeIn, codeInIgnore, codeInLocIgnore, codeInUniIgnore:
		stop, err := c.target(at+1, end)
		if err != nil {
			return in, at, err
		}
		code := c.code[at+2 : max(stop, at+2)]
		if err := checkSet(code); err != nil {
			return in, at, c.bad(at, err.Error())
		}
		return inst{unit: unitSet, set: newSet(code, foldings[op])}, stop, nil
	default:
		return in, at, c.bad(at, fmt.Sprintf("unknown operator %d", op))
	}
	in.fold = foldings[op]
	in.arg, err = c.word(at+1, end)
	return in, at + 2, err
}

// group returns the number of a group at a place.
func (c *compiler) group(at, end int) (uint32, error) {
	group, err := c.word(at, end)
	if err == nil && group >= c.groups {
		err = c.bad(at, "a group that is not there")
	}
	return group, err
}

// sub translates a subpattern from start on, after the skip behind at.
func (c *compiler) sub(in inst, at, start, end int) (int, error) {
	next, err := c.target(at+1, end)
	if err != nil {
		return at, err
	}
	i := c.emit(in)
	err = c.body(start, next-1)
	c.insts[i].next = c.here()
	return next, err
}

// bounds returns the limits of a repeat.
func (c *compiler) bounds(at, end int) (least, most int32, err error) {
	if at+4 > end {
		return 0, 0, c.bad(at, "it is cut off")
	}
	lo, hi := c.code[at+2], c.code[at+3]
	if lo > hi {
		return 0, 0, c.bad(at, "a repeat of more than its maximum")
	}
	// No text is longer than the largest count told apart.
	least, most = int32(min(lo, 1<<31-1)), int32(min(hi, 1<<31-1))
	if hi == MaxRepeat {
		most = -1
	}
	return least, most, nil
}

func (c *compiler) repeatOne(op uint32, at, end int) (int, error) {
	least, most, err := c.bounds(at, end)
	if err != nil {
		return at, err
	}
	next, err := c.target(at+1, end)
	if err != nil {
		return at, err
	}
	if next < at+6 || c.code[next-1] != codeSuccess {
		return at, c.bad(at, "a subpattern does not end with SUCCESS")
	}
	in, stop, err := c.unit(c.code[at+4], at+4, next-1)
	if err == nil && stop != next-1 {
		err = c.bad(at, "a repeat of one character has more than one")
	}
	in.op = opRepeatOne
	switch op {
	case codeMinRepeatOne:
		in.op = opMinRepeatOne
	case codePossessiveRepeatOne:
		in.op = opPossessiveOne
	}
	in.min, in.max = least, most
	i := c.emit(in)
	c.insts[i].next = c.here()
	return next, err
}

func (c *compiler) repeat(at, end int) (int, error) {
	least, most, err := c.bounds(at, end)
	if err != nil {
		return at, err
	}
	stop, err := c.target(at+1, end)
	if err != nil {
		return at, err
	}
	i := c.emit(inst{op: opRepeat})
	if err := c.whole(at+4, stop); err != nil {
		return at, err
	}
	until, err := c.word(stop, end)
	in := inst{op: opMaxUntil, min: least, max: most, next: int32(i + 1)}
	switch {
	case err != nil:
		return at, err
	case until == codeMinUntil:
		in.op = opMinUntil
	case until != codeMaxUntil:
		return at, c.bad(stop, "a repeat without an until")
	}
	c.insts[i].next = int32(c.emit(in))
	return stop + 1, nil
}

// branch translates <BRANCH> {<skip> way <JUMP> <skip>} <0>. All jumps lead
// behind it.
func (c *compiler) branch(at, end int) (int, error) {
	start := at
	at++
	var jumps []int
	behind := -1
	previous := -1
	for {
		skip, err := c.word(at, end)
		if err != nil {
			return start, err
		}
		if skip == 0 {
			break
		}
		next, err := c.target(at, end)
		if err != nil {
			return start, err
		}
		if skip < 3 || c.code[next-2] != codeJump {
			return start, c.bad(at, "a way of a branch without a jump")
		}
		target, err := c.target(next-1, end)
		if err != nil {
			return start, err
		}
		if behind >= 0 && behind != target {
			return start, c.bad(next-1, "a way of a branch leads elsewhere")
		}
		behind = target
		if previous >= 0 {
			c.insts[previous].next = c.here()
		}
		previous = c.emit(inst{op: opBranch, next: -1})
		if err := c.whole(at+1, next-2); err != nil {
			return start, err
		}
		jumps = append(jumps, c.emit(inst{op: opJump}))
		at = next
	}
	if behind != at+1 {
		return start, c.bad(at, "a branch does not lead behind itself")
	}
	for _, jump := range jumps {
		c.insts[jump].next = c.here()
	}
	return at + 1, nil
}

// ifGroup translates <GROUPREF_EXISTS> <group> <skip> yes [<JUMP> <skip> no].
func (c *compiler) ifGroup(at, end int) (int, error) {
	group, err := c.group(at+1, end)
	if err != nil {
		return at, err
	}
	skip, err := c.word(at+2, end)
	if err != nil {
		return at, err
	}
	no := at + 1 + int(skip) // counted from the group
	if no < at+3 || no > end {
		return at, c.bad(at, "a skip leads outside")
	}
	i := c.emit(inst{op: opIfGroup, arg: group})
	if c.depth++; c.depth > maxDepth {
		return at, c.bad(at, "it is nested too deeply")
	}
	stop, err := c.block(at+3, no)
	if err != nil {
		return at, err
	}
	c.depth--
	if stop == no {
		c.insts[i].next = c.here()
		return no, nil
	}
	if stop != no-2 {
		return at, c.bad(stop, "a jump leads nowhere")
	}
	behind, err := c.target(stop+1, end)
	if err != nil {
		return at, err
	}
	jump := c.emit(inst{op: opJump})
	c.insts[i].next = c.here()
	if err := c.whole(no, behind); err != nil {
		return at, err
	}
	c.insts[jump].next = c.here()
	return behind, nil
}

// infoBlock reads <INFO> <skip> <flags> <min> <max> [prefix | set].
func (c *compiler) infoBlock(at, end int) (int, error) {
	next, err := c.target(at+1, end)
	if err != nil {
		return at, err
	}
	if next < at+5 {
		return at, c.bad(at, "it is cut off")
	}
	told := info{flags: c.code[at+2], minWidth: c.code[at+3]}
	rest := c.code[at+5 : next]
	switch {
	case told.flags&^(infoPrefix|infoLiteral|infoCharset) != 0,
		told.flags&infoPrefix != 0 && told.flags&infoCharset != 0,
		told.flags&infoLiteral != 0 && told.flags&infoPrefix == 0:
		return at, c.bad(at, "unknown flags")
	case told.flags&infoPrefix != 0:
		if len(rest) < 2 || uint64(len(rest)) != 2+2*uint64(rest[0]) || rest[1] > rest[0] || rest[0] == 0 {
			return at, c.bad(at, "a prefix is cut off")
		}
		told.prefix, told.skip = rest[2:2+rest[0]], rest[1]
		for _, overlap := range rest[2+rest[0]:] {
			if overlap >= rest[0] {
				return at, c.bad(at, "a prefix overlaps beyond itself")
			}
		}
	case told.flags&infoCharset != 0:
		if err := checkSet(rest); err != nil {
			return at, c.bad(at, err.Error())
		}
	}
	if at == 0 {
		c.info = told
	}
	return next, nil
}
