package lzma

// encoder writes LZMA streams of data that is all there. It looks for matches through chains of hashes of four bytes.
type encoder struct {
	props Props
	data  []byte
	depth int // how many places of a chain are looked at
	nice  int // a match of this length is good enough

	probs []uint16
	state int
	rep   [4]uint32
	since int // where the dictionary began

	low   uint64
	rng   uint32
	cache byte
	extra int64
	out   []byte

	heads []int32
	chain []int32
	known int // how far the chains go
	two   []int32
}

func newEncoder(p Props, data []byte, depth, nice int) *encoder {
	e := &encoder{props: p, data: data, depth: depth, nice: nice, chain: make([]int32, len(data))}
	bits := 10
	for bits < 18 && 1<<bits < len(data) {
		bits++
	}
	e.heads = make([]int32, 1<<bits)
	e.two = make([]int32, 1<<16)
	e.reset()
	e.restart()
	return e
}

func (e *encoder) reset() {
	e.probs = newProbs(e.props)
	e.state, e.rep = 0, [4]uint32{}
}

func (e *encoder) restart() {
	e.low, e.rng, e.cache, e.extra, e.out = 0, 0xffffffff, 0, 1, nil
}

func (e *encoder) shift() {
	if uint32(e.low) < 0xff000000 || e.low>>32 != 0 {
		carry := byte(e.low >> 32)
		c := e.cache
		for ; e.extra > 0; e.extra-- {
			e.out = append(e.out, c+carry)
			c = 0xff
		}
		e.cache = byte(e.low >> 24)
	}
	e.extra++
	e.low = e.low & 0x00ffffff << 8
}

func (e *encoder) flush() {
	for range 5 {
		e.shift()
	}
}

// size is how long out will be once it is flushed, at most.
func (e *encoder) size() int { return len(e.out) + int(e.extra) + 5 }

func (e *encoder) bit(i, b int) {
	p := e.probs[i]
	bound := e.rng >> 11 * uint32(p)
	if b == 0 {
		e.rng = bound
		e.probs[i] = p + (2048-p)>>5
	} else {
		e.low += uint64(bound)
		e.rng -= bound
		e.probs[i] = p - p>>5
	}
	for e.rng < 1<<24 {
		e.rng <<= 8
		e.shift()
	}
}

func (e *encoder) tree(at, bits, v int) {
	m := 1
	for i := bits - 1; i >= 0; i-- {
		b := v >> i & 1
		e.bit(at+m, b)
		m = m<<1 | b
	}
}

func (e *encoder) reverse(at, bits, v int) {
	m := 1
	for i := range bits {
		b := v >> i & 1
		e.bit(at+m, b)
		m = m<<1 | b
	}
}

func (e *encoder) direct(v uint32, bits int) {
	for i := bits - 1; i >= 0; i-- {
		e.rng >>= 1
		if v>>i&1 == 1 {
			e.low += uint64(e.rng)
		}
		for e.rng < 1<<24 {
			e.rng <<= 8
			e.shift()
		}
	}
}

func (e *encoder) length(at, posState, n int) {
	n -= minMatch
	switch {
	case n < 8:
		e.bit(at, 0)
		e.tree(at+2+posState*8, 3, n)
	case n < 16:
		e.bit(at, 1)
		e.bit(at+1, 0)
		e.tree(at+2+posStates*8+posState*8, 3, n-8)
	default:
		e.bit(at, 1)
		e.bit(at+1, 1)
		e.tree(at+2+2*posStates*8, 8, n-16)
	}
}

func (e *encoder) literal(i int) {
	at := i - e.since
	prev := 0
	if at > 0 {
		prev = int(e.data[i-1])
	}
	e.bit(isMatchAt+e.state*posStates+at&(1<<e.props.PB-1), 0)
	probs := literalAt + literalLen*((at&(1<<e.props.LP-1))<<e.props.LC+prev>>(8-e.props.LC))
	c := int(e.data[i])
	m, k := 1, 7
	if e.state >= 7 {
		match := int(e.data[i-1-int(e.rep[0])])
		for ; k >= 0; k-- {
			b, want := c>>k&1, match>>k&1
			e.bit(probs+(1+want)<<8+m, b)
			m = m<<1 | b
			if b != want {
				k--
				break
			}
		}
	}
	for ; k >= 0; k-- {
		b := c >> k & 1
		e.bit(probs+m, b)
		m = m<<1 | b
	}
	e.state = afterLiteral(e.state)
}

func (e *encoder) match(i int, dist uint32, n int) {
	posState := (i - e.since) & (1<<e.props.PB - 1)
	e.bit(isMatchAt+e.state*posStates+posState, 1)
	e.bit(isRepAt+e.state, 0)
	e.length(lenAt, posState, n)
	slot := int(dist)
	bits := 0
	if dist >= 4 {
		top := 31
		for dist>>top == 0 {
			top--
		}
		slot = top<<1 | int(dist>>(top-1)&1)
		bits = top - 1
	}
	e.tree(slotAt+min(n-minMatch, 3)*64, 6, slot)
	if bits > 0 {
		base := (2 | slot&1) << bits
		rest := int(dist) - base
		if slot < 14 {
			e.reverse(specialAt+base-slot, bits, rest)
		} else {
			e.direct(uint32(rest>>4), bits-4)
			e.reverse(alignAt, 4, rest&15)
		}
	}
	e.rep = [4]uint32{dist, e.rep[0], e.rep[1], e.rep[2]}
	e.state = afterMatch(e.state)
}

func (e *encoder) repeat(i, which, n int) {
	posState := (i - e.since) & (1<<e.props.PB - 1)
	e.bit(isMatchAt+e.state*posStates+posState, 1)
	e.bit(isRepAt+e.state, 1)
	if which == 0 {
		e.bit(isRep0At+e.state, 0)
		if n == 1 {
			e.bit(isLongAt+e.state*posStates+posState, 0)
			e.state = afterShortRep(e.state)
			return
		}
		e.bit(isLongAt+e.state*posStates+posState, 1)
	} else {
		e.bit(isRep0At+e.state, 1)
		if which == 1 {
			e.bit(isRep1At+e.state, 0)
		} else {
			e.bit(isRep1At+e.state, 1)
			e.bit(isRep2At+e.state, which-2)
		}
		dist := e.rep[which]
		copy(e.rep[1:which+1], e.rep[:which])
		e.rep[0] = dist
	}
	e.length(repLenAt, posState, n)
	e.state = afterRep(e.state)
}

// end writes the end marker.
func (e *encoder) end(i int) {
	e.match(i, 0xffffffff, minMatch)
}

func (e *encoder) hash(i int) uint32 {
	v := uint32(e.data[i]) | uint32(e.data[i+1])<<8 | uint32(e.data[i+2])<<16 | uint32(e.data[i+3])<<24
	return v * 2654435761 % uint32(len(e.heads))
}

// learn makes the places before i findable.
func (e *encoder) learn(i int) {
	for ; e.known < i && e.known+4 <= len(e.data); e.known++ {
		h := e.hash(e.known)
		e.chain[e.known] = e.heads[h]
		e.heads[h] = int32(e.known + 1)
		e.two[uint16(e.data[e.known])|uint16(e.data[e.known+1])<<8] = int32(e.known + 1)
	}
}

func (e *encoder) same(a, b, most int) int {
	n := 0
	for n < most && e.data[a+n] == e.data[b+n] {
		n++
	}
	return n
}

// longest finds a match for what is at i.
func (e *encoder) longest(i, most int) (n int, dist uint32) {
	e.learn(i)
	reach := max(e.since, i-int(min(e.props.Dict, 1<<30)))
	if most >= minMatch {
		if at := int(e.two[uint16(e.data[i])|uint16(e.data[i+1])<<8]) - 1; at >= reach && i-at <= 128 {
			n, dist = e.same(at, i, most), uint32(i-at-1)
		}
	}
	if most < 4 {
		return n, dist
	}
	at := int(e.heads[e.hash(i)]) - 1
	for range e.depth {
		if at < reach {
			break
		}
		if m := e.same(at, i, most); m > n && m >= 3 {
			n, dist = m, uint32(i-at-1)
			if n >= e.nice {
				break
			}
		}
		at = int(e.chain[at]) - 1
	}
	return n, dist
}

// repeated finds the best repetition of a recent distance at i.
func (e *encoder) repeated(i, most int) (n, which int) {
	for k, d := range e.rep {
		if from := i - 1 - int(d); from >= e.since {
			if m := e.same(from, i, most); m > n {
				n, which = m, k
			}
		}
	}
	return n, which
}

// run encodes from i up to at most to bytes, or until enough says so; it gives the place it came to.
func (e *encoder) run(i, to int, enough func(i int) bool) int {
	for i < to && !enough(i) {
		i = e.step(i, to)
	}
	return i
}

func (e *encoder) step(i, to int) int {
	most := min(to-i, maxMatch)
	if i == e.since || most < 1 {
		e.literal(i)
		return i + 1
	}
	repLen, which := e.repeated(i, most)
	n, dist := e.longest(i, most)
	if repLen >= minMatch && (repLen+1 >= n || repLen+2 >= n && dist >= 1<<9 || repLen+3 >= n && dist >= 1<<15) {
		e.repeat(i, which, repLen)
		return i + repLen
	}
	if n < minMatch || n == 2 && dist >= 128 || n == 3 && dist >= 1<<14 {
		if int(e.rep[0]) < i-e.since && e.data[i] == e.data[i-1-int(e.rep[0])] && e.state >= 7 {
			e.repeat(i, 0, 1)
			return i + 1
		}
		e.literal(i)
		return i + 1
	}
	if n < e.nice && most > n {
		// A literal now, if the next byte begins something better.
		next, far := e.longest(i+1, min(to-i-1, maxMatch))
		again, _ := e.repeated(i+1, min(to-i-1, maxMatch))
		if next > n+1 || next == n+1 && far>>7 <= dist || next == n && far < dist>>7 || again >= n && again >= 3 {
			e.literal(i)
			return i + 1
		}
	}
	e.match(i, dist, n)
	return i + n
}
