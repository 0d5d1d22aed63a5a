package bzip2

import "errors"

// ErrData says that data is no bzip2 stream, or a broken one.
const (
	ErrData  Error = "Invalid data stream"
	errShort Error = "more data is wanted"
)

// Error is an error with the words that Python has for it.
type Error string

// Error implements error.
func (e Error) Error() string { return string(e) }

// Decompressor takes a compressed stream and gives its data.
type Decompressor struct {
	in     []byte // not taken yet
	bit    uint   // bits of in[0] that were taken
	out    []byte // not given yet
	level  int    // 0: the header was not read
	all    uint32
	ended  bool
	Unused []byte // what follows the stream
}

// Clone gives a copy that shares nothing.
func (d *Decompressor) Clone() *Decompressor {
	e := *d
	e.in = append([]byte(nil), d.in...)
	e.out = append([]byte(nil), d.out...)
	e.Unused = append([]byte(nil), d.Unused...)
	return &e
}

// Ended tells that the end of the stream was reached and all its data given.
func (d *Decompressor) Ended() bool { return d.ended && len(d.out) == 0 }

// Starving tells that nothing more can be given without more data.
func (d *Decompressor) Starving() bool { return len(d.out) == 0 && !d.ended }

// Sum condenses the state.
func (d *Decompressor) Sum() uint64 {
	return uint64(len(d.in))<<32 ^ uint64(d.all) ^ uint64(len(d.out))<<16 ^ uint64(d.bit)
}

// Write takes data and gives at most limit bytes (all, if it is negative).
func (d *Decompressor) Write(data string, limit int) ([]byte, error) {
	d.in = append(d.in, data...)
	for !d.ended && (limit < 0 || len(d.out) < limit) {
		err := d.part()
		if errors.Is(err, errShort) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if d.ended {
		d.Unused = append(d.Unused, d.in...)
		d.in = nil
	}
	n := len(d.out)
	if limit >= 0 {
		n = min(n, limit)
	}
	out := d.out[:n:n]
	d.out = d.out[n:]
	return out, nil
}

// bits reads from in.
type bits struct {
	in    []byte
	at    int
	have  uint
	word  uint64
	short bool
}

func (b *bits) get(n uint) uint64 {
	for b.have < n {
		if b.at >= len(b.in) {
			b.short = true
			return 0
		}
		b.word = b.word<<8 | uint64(b.in[b.at])
		b.at++
		b.have += 8
	}
	b.have -= n
	return b.word >> b.have & (1<<n - 1)
}

// part reads the header, a block, or the end of the stream, if all of it is there.
func (d *Decompressor) part() error {
	b := bits{in: d.in}
	if d.bit > 0 && len(d.in) > 0 {
		b.get(d.bit)
	}
	if d.level == 0 {
		for i, want := range []byte("BZh") {
			if i < len(d.in) && d.in[i] != want {
				return ErrData
			}
		}
		if len(d.in) < 4 {
			return errShort
		}
		if d.in[3] < '1' || d.in[3] > '9' {
			return ErrData
		}
		d.level = int(d.in[3] - '0')
		d.in = d.in[4:]
		return nil
	}
	magic := b.get(24) << 24
	magic |= b.get(24)
	crc := uint32(b.get(32))
	if b.short {
		return errShort
	}
	switch magic {
	case blockMagic:
		if err := d.block(&b, crc); err != nil {
			return err
		}
	case endMagic:
		if crc != d.all {
			return ErrData
		}
		d.ended = true
		b.have = 0
	default:
		return ErrData
	}
	used := b.at*8 - int(b.have)
	d.in = d.in[used/8:]
	d.bit = uint(used % 8)
	return nil
}

// block reads a block.
func (d *Decompressor) block(b *bits, crc uint32) error {
	mixed := b.get(1)
	origin := int(b.get(24))
	groups := b.get(16)
	var front []byte
	for i := range 16 {
		if groups>>(15-i)&1 == 0 {
			continue
		}
		v := b.get(16)
		for j := range 16 {
			if v>>(15-j)&1 == 1 {
				front = append(front, byte(i*16+j))
			}
		}
	}
	tables, count := int(b.get(3)), int(b.get(15))
	switch {
	case b.short:
		return errShort
	case mixed == 1 || len(front) == 0 || tables < 2 || tables > 6 || count == 0:
		return ErrData
	}
	order := [6]byte{0, 1, 2, 3, 4, 5}
	selectors := make([]byte, count)
	for i := range selectors {
		j := 0
		for b.get(1) == 1 {
			if j++; j >= tables {
				return ErrData
			}
		}
		if b.short {
			return errShort
		}
		t := order[j]
		copy(order[1:j+1], order[:j])
		order[0] = t
		selectors[i] = t
	}
	alpha := len(front) + 2
	decoders := make([]*decoder, tables)
	for t := range decoders {
		lens := make([]uint8, alpha)
		n := int(b.get(5))
		for s := range lens {
			for {
				if n < 1 || n > 20 {
					if b.short {
						return errShort
					}
					return ErrData
				}
				if b.get(1) == 0 {
					break
				}
				if b.get(1) == 0 {
					n++
				} else {
					n--
				}
			}
			lens[s] = uint8(n)
		}
		if b.short {
			return errShort
		}
		decoders[t] = newDecoder(lens)
	}
	last, err := symbols(b, selectors, decoders, front, d.level*100000)
	if err != nil {
		return err
	}
	if origin >= len(last) {
		return ErrData
	}
	return d.restore(last, origin, crc)
}

// symbols reads the last column of the sorted rotations.
func symbols(b *bits, selectors []byte, decoders []*decoder, front []byte, most int) ([]byte, error) {
	var last []byte
	end := len(front) + 1
	run, weight := 0, 0
	for i := 0; ; i++ {
		if i/groupSize >= len(selectors) {
			return nil, ErrData
		}
		s, err := decoders[selectors[i/groupSize]].read(b)
		if err != nil {
			return nil, err
		}
		if s < 2 {
			if weight == 0 {
				weight = 1
			}
			run += weight << s
			weight <<= 1
			if run > most {
				return nil, ErrData
			}
			continue
		}
		if run > 0 {
			if len(last)+run > most {
				return nil, ErrData
			}
			for range run {
				last = append(last, front[0])
			}
			run, weight = 0, 0
		}
		if s == end {
			return last, nil
		}
		if len(last) >= most {
			return nil, ErrData
		}
		c := front[s-1]
		copy(front[1:s], front[:s-1])
		front[0] = c
		last = append(last, c)
	}
}

// decoder reads codes of one table.
type decoder struct {
	limit [22]int64 // the greatest code of each length, -1 if there is none
	base  [22]int64
	perm  []uint16
	least uint8
	most  uint8
}

func newDecoder(lens []uint8) *decoder {
	d := &decoder{least: 32}
	for _, n := range lens {
		d.least, d.most = min(d.least, n), max(d.most, n)
	}
	code := int64(0)
	for n := d.least; n <= d.most; n++ {
		d.base[n] = int64(len(d.perm)) - code
		for s, l := range lens {
			if l == n {
				d.perm = append(d.perm, uint16(s))
				code++
			}
		}
		d.limit[n] = code - 1
		code <<= 1
	}
	return d
}

func (d *decoder) read(b *bits) (int, error) {
	n := d.least
	code := int64(b.get(uint(n)))
	for ; ; n++ {
		if b.short {
			return 0, errShort
		}
		if n > d.most {
			return 0, ErrData
		}
		if code <= d.limit[n] {
			i := code + d.base[n]
			if i < 0 || int(i) >= len(d.perm) {
				return 0, ErrData
			}
			return int(d.perm[i]), nil
		}
		code = code<<1 | int64(b.get(1))
	}
}

// restore undoes the sorting of the rotations and the runs, and checks the sum.
func (d *Decompressor) restore(last []byte, origin int, want uint32) error {
	var starts [256]int
	for _, c := range last {
		starts[c]++
	}
	sum := 0
	for c, n := range starts {
		starts[c] = sum
		sum += n
	}
	next := make([]uint32, len(last))
	for i, c := range last {
		next[starts[c]] = uint32(i)
		starts[c]++
	}
	crc := ^uint32(0)
	at := next[origin]
	before, run := -1, 0
	for range last {
		c := last[at]
		at = next[at]
		if run == 4 {
			for range c {
				crc = crc<<8 ^ crcTable[byte(crc>>24)^byte(before)]
				d.out = append(d.out, byte(before))
			}
			before, run = -1, 0
			continue
		}
		if int(c) == before {
			run++
		} else {
			before, run = int(c), 1
		}
		crc = crc<<8 ^ crcTable[byte(crc>>24)^c]
		d.out = append(d.out, c)
	}
	if ^crc != want {
		return ErrData
	}
	d.all = (d.all<<1 | d.all>>31) ^ want
	return nil
}
