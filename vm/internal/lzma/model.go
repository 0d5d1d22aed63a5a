// Package lzma has the formats of XZ Utils: LZMA and LZMA2 streams, filters, the containers .lzma and .xz. Data may come
// in pieces of any size.
package lzma

// Places of the probabilities in one array; lengths have a table each for matches and repetitions.
const (
	numStates  = 12
	posStates  = 16
	isMatchAt  = 0
	isRepAt    = isMatchAt + numStates*posStates
	isRep0At   = isRepAt + numStates
	isRep1At   = isRep0At + numStates
	isRep2At   = isRep1At + numStates
	isLongAt   = isRep2At + numStates
	slotAt     = isLongAt + numStates*posStates
	specialAt  = slotAt + 4*64
	alignAt    = specialAt + 128
	lenAt      = alignAt + 16
	repLenAt   = lenAt + lenSize
	literalAt  = repLenAt + lenSize
	lenSize    = 2 + 2*posStates*8 + 256
	literalLen = 0x300
	probInit   = 1024
	minMatch   = 2
	maxMatch   = 273
)

// Props are the parameters of the LZMA model.
type Props struct {
	LC, LP, PB int
	Dict       uint32
}

// Byte is how a header holds them.
func (p Props) Byte() byte { return byte((p.PB*5+p.LP)*9 + p.LC) }

// Valid tells whether XZ Utils accept them.
func (p Props) Valid() bool {
	return p.LC >= 0 && p.LP >= 0 && p.LC+p.LP <= 4 && p.PB >= 0 && p.PB <= 4 && p.Dict >= 4096 && p.Dict <= 3<<29
}

func propsOf(b byte) (p Props, ok bool) {
	if b >= 9*5*5 {
		return p, false
	}
	p.LC, b = int(b%9), b/9
	p.LP, p.PB = int(b%5), int(b/5)
	return p, p.LC+p.LP <= 4
}

func newProbs(p Props) []uint16 {
	probs := make([]uint16, literalAt+literalLen<<(p.LC+p.LP))
	for i := range probs {
		probs[i] = probInit
	}
	return probs
}

// After a literal, a match, a repetition, a short repetition.
func afterLiteral(s int) int {
	switch {
	case s < 4:
		return 0
	case s < 10:
		return s - 3
	}
	return s - 6
}

func afterMatch(s int) int {
	if s < 7 {
		return 7
	}
	return 10
}

func afterRep(s int) int {
	if s < 7 {
		return 8
	}
	return 11
}

func afterShortRep(s int) int {
	if s < 7 {
		return 9
	}
	return 11
}
