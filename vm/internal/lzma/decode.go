package lzma

// The errors of the decoders.
const (
	ErrFormat  Error = "Input format not supported by decoder"
	ErrData    Error = "Corrupt input data"
	ErrOptions Error = "Invalid or unsupported options"
	ErrMemory  Error = "Memory usage limit exceeded"
	errShort   Error = "more data is wanted"
)

// Error is an error with the words of XZ Utils.
type Error string

// Error implements error.
func (e Error) Error() string { return string(e) }

// decoder reads an LZMA stream.
type decoder struct {
	props Props
	probs []uint16
	state int
	rep   [4]uint32
	rng   uint32
	code  uint32
	hist  []byte // what was decoded: the dictionary, and what was not given yet
	given int    // of hist
	base  int64  // bytes before hist
	since int64  // where the dictionary began, counted from the first byte
	in    []byte
	pos   int
	short bool
	undo  []change // of the symbol that is read, when its data may be too short
	log   bool
}

type change struct {
	at  int
	was uint16
}

func (d *decoder) clone() *decoder {
	e := *d
	e.probs = append([]uint16(nil), d.probs...)
	e.hist = append([]byte(nil), d.hist...)
	e.in, e.undo = nil, nil
	return &e
}

func (d *decoder) reset() {
	d.probs = newProbs(d.props)
	d.state, d.rep = 0, [4]uint32{}
}

// begin reads the first bytes of a range coder.
func (d *decoder) begin(in []byte) bool {
	if in[0] != 0 {
		return false
	}
	d.rng = 0xffffffff
	d.code = uint32(in[1])<<24 | uint32(in[2])<<16 | uint32(in[3])<<8 | uint32(in[4])
	return true
}

func (d *decoder) normalize() {
	if d.rng < 1<<24 {
		if d.pos >= len(d.in) {
			d.short = true
			return
		}
		d.rng <<= 8
		d.code = d.code<<8 | uint32(d.in[d.pos])
		d.pos++
	}
}

func (d *decoder) bit(i int) int {
	d.normalize()
	p := d.probs[i]
	if d.log {
		d.undo = append(d.undo, change{i, p})
	}
	bound := d.rng >> 11 * uint32(p)
	if d.code < bound {
		d.rng = bound
		d.probs[i] = p + (2048-p)>>5
		return 0
	}
	d.rng -= bound
	d.code -= bound
	d.probs[i] = p - p>>5
	return 1
}

func (d *decoder) tree(at, bits int) int {
	m := 1
	for range bits {
		m = m<<1 | d.bit(at+m)
	}
	return m - 1<<bits
}

func (d *decoder) reverse(at, bits int) int {
	m, v := 1, 0
	for i := range bits {
		b := d.bit(at + m)
		m = m<<1 | b
		v |= b << i
	}
	return v
}

func (d *decoder) direct(bits int) uint32 {
	var v uint32
	for range bits {
		d.normalize()
		d.rng >>= 1
		v <<= 1
		if d.code >= d.rng {
			d.code -= d.rng
			v |= 1
		}
	}
	return v
}

func (d *decoder) length(at, posState int) int {
	switch {
	case d.bit(at) == 0:
		return minMatch + d.tree(at+2+posState*8, 3)
	case d.bit(at+1) == 0:
		return minMatch + 8 + d.tree(at+2+posStates*8+posState*8, 3)
	}
	return minMatch + 16 + d.tree(at+2+2*posStates*8, 8)
}

func (d *decoder) total() int64 { return d.base + int64(len(d.hist)) }

// run decodes until the input is used up, the end marker comes, or there are most bytes in all, or soft bytes or a few
// more. A negative number is no limit.
func (d *decoder) run(most, soft int64) (ended bool, err error) {
	for (most < 0 || d.total() < most) && (soft < 0 || d.total() < soft) {
		saved := *d
		d.log = len(d.in)-d.pos < 32
		d.undo = d.undo[:0]
		ended, err := d.symbol(most)
		if d.short {
			undo := d.undo
			*d = saved
			for i := len(undo) - 1; i >= 0; i-- {
				d.probs[undo[i].at] = undo[i].was
			}
			return false, errShort
		}
		if ended || err != nil {
			return ended, err
		}
	}
	return false, nil
}

func (d *decoder) symbol(most int64) (ended bool, err error) {
	at := int(d.total()-d.since) & 0xfffffff
	posState := at & (1<<d.props.PB - 1)
	if d.bit(isMatchAt+d.state*posStates+posState) == 0 {
		return false, d.literal(at)
	}
	length := 0
	if d.bit(isRepAt+d.state) == 0 {
		length = d.length(lenAt, posState)
		dist := d.distance(length)
		if d.short {
			return false, nil
		}
		d.rep = [4]uint32{dist, d.rep[0], d.rep[1], d.rep[2]}
		d.state = afterMatch(d.state)
		if dist == 0xffffffff {
			d.normalize()
			return true, nil
		}
	} else {
		if d.bit(isRep0At+d.state) == 0 {
			if d.bit(isLongAt+d.state*posStates+posState) == 0 {
				d.state = afterShortRep(d.state)
				length = 1
			}
		} else {
			i := 1
			if d.bit(isRep1At+d.state) == 1 {
				i = 2 + d.bit(isRep2At+d.state)
			}
			dist := d.rep[i]
			copy(d.rep[1:i+1], d.rep[:i])
			d.rep[0] = dist
		}
		if length == 0 {
			length = d.length(repLenAt, posState)
			d.state = afterRep(d.state)
		}
	}
	if d.short {
		return false, nil
	}
	return false, d.copyMatch(length, most)
}

func (d *decoder) literal(at int) error {
	prev := 0
	if d.total() > d.since {
		prev = int(d.hist[len(d.hist)-1])
	}
	probs := literalAt + literalLen*((at&(1<<d.props.LP-1))<<d.props.LC+prev>>(8-d.props.LC))
	m := 1
	if d.state >= 7 {
		if !d.reaches(d.rep[0]) {
			return ErrData
		}
		match := int(d.hist[len(d.hist)-1-int(d.rep[0])])
		for m < 0x100 {
			b := match >> 7 & 1
			match <<= 1
			got := d.bit(probs + (1+b)<<8 + m)
			m = m<<1 | got
			if got != b {
				break
			}
		}
	}
	for m < 0x100 {
		m = m<<1 | d.bit(probs+m)
	}
	if d.short {
		return nil
	}
	d.hist = append(d.hist, byte(m))
	d.state = afterLiteral(d.state)
	return nil
}

func (d *decoder) distance(length int) uint32 {
	slot := d.tree(slotAt+min(length-minMatch, 3)*64, 6)
	if slot < 4 {
		return uint32(slot)
	}
	bits := slot>>1 - 1
	dist := uint32(2|slot&1) << bits
	if slot < 14 {
		return dist + uint32(d.reverse(specialAt+int(dist)-slot, bits))
	}
	dist += d.direct(bits-4) << 4
	return dist + uint32(d.reverse(alignAt, 4))
}

// reaches tells whether a distance lies within the dictionary.
func (d *decoder) reaches(dist uint32) bool {
	return int64(dist) < d.total()-d.since && int64(dist) < int64(len(d.hist)) && dist < max(d.props.Dict, 4096)
}

func (d *decoder) copyMatch(length int, most int64) error {
	if !d.reaches(d.rep[0]) || most >= 0 && d.total()+int64(length) > most {
		return ErrData
	}
	from := len(d.hist) - 1 - int(d.rep[0])
	for i := range length {
		d.hist = append(d.hist, d.hist[from+i])
	}
	return nil
}

// take gives at most limit bytes (all, if it is negative) and forgets what the dictionary does not need.
func (d *decoder) take(limit int) []byte {
	n := len(d.hist) - d.given
	if limit >= 0 {
		n = min(n, limit)
	}
	out := append([]byte(nil), d.hist[d.given:d.given+n]...)
	d.given += n
	if keep := int(max(d.props.Dict, 4096)); d.given > 2*keep+1<<16 {
		drop := d.given - keep
		d.hist = append([]byte(nil), d.hist[drop:]...)
		d.given -= drop
		d.base += int64(drop)
	}
	return out
}

// pending is how many bytes can be taken.
func (d *decoder) pending() int { return len(d.hist) - d.given }
