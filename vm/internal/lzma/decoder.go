package lzma

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash"
	"hash/crc32"
)

// Format is what a Decoder expects.
type Format int

// The formats.
const (
	Auto Format = iota
	XZ
	Alone
	Raw
)

type stage uint8

const (
	atHeader stage = iota
	atBlock
	inBlock
	atPadding
	atIndex
	inRaw
	atEnd
)

// Decoder takes a compressed stream and gives its data.
type Decoder struct {
	Check   int
	Unused  []byte
	format  Format
	memory  uint64 // limit, 0: none
	stage   stage
	in      []byte
	out     []byte
	one     *decoder // LZMA
	two     *lzma2
	size    int64 // that an LZMA stream says it has, or -1
	begun   bool
	steps   []*step // in the order in which they are undone
	sum     hash.Hash
	flags   [2]byte
	header  int // length of the block's header
	packed  int64
	unpack  int64
	sizes   [2]int64 // that a block header says, or -1
	records [][2]uint64
}

// NewDecoder makes a decoder; filters are for Raw only, memory 0 is no limit.
func NewDecoder(format Format, memory uint64, filters []Filter) (*Decoder, error) {
	d := &Decoder{format: format, memory: memory, Check: CheckUnknown, size: -1}
	if format == Raw {
		if err := d.chain(filters); err != nil {
			return nil, err
		}
		d.Check = CheckNone
		d.stage = inRaw
	}
	return d, nil
}

// Clone gives a copy that shares nothing.
func (d *Decoder) Clone() *Decoder {
	e := *d
	e.in = append([]byte(nil), d.in...)
	e.out = append([]byte(nil), d.out...)
	e.Unused = append([]byte(nil), d.Unused...)
	if d.one != nil {
		e.one = d.one.clone()
	}
	if d.two != nil {
		t := *d.two
		t.d = d.two.d.clone()
		t.in = append([]byte(nil), d.two.in...)
		e.two = &t
	}
	e.steps = make([]*step, len(d.steps))
	for i, s := range d.steps {
		e.steps[i] = s.clone()
	}
	if d.sum != nil {
		e.sum = cloneHash(d.sum)
	}
	e.records = append([][2]uint64(nil), d.records...)
	return &e
}

// Sum condenses the state.
func (d *Decoder) Sum() uint64 {
	return uint64(len(d.in))<<32 ^ uint64(len(d.out))<<16 ^ uint64(d.stage) ^ uint64(d.unpack)<<8
}

// Ended tells that the stream is over and all its data given.
func (d *Decoder) Ended() bool { return d.stage == atEnd && len(d.out) == 0 }

// Starving tells that nothing more can be given without more data.
func (d *Decoder) Starving() bool { return len(d.out) == 0 && d.stage != atEnd }

// Write takes data and gives at most limit bytes (all, if it is negative).
func (d *Decoder) Write(data string, limit int) ([]byte, error) {
	d.in = append(d.in, data...)
	for d.stage != atEnd && (limit < 0 || len(d.out) < limit) {
		ok, err := d.part(limit)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
	}
	if d.stage == atEnd {
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

// part reads the next part, if all of it is there.
func (d *Decoder) part(limit int) (ok bool, err error) {
	switch d.stage {
	case atHeader:
		return d.readHeader()
	case atBlock:
		return d.blockHeader()
	case inBlock, inRaw:
		return d.data(limit)
	case atPadding:
		return d.endBlock()
	}
	return d.index()
}

// chain prepares the decoding of a chain of filters.
func (d *Decoder) chain(filters []Filter) error {
	if !ValidChain(filters) {
		return ErrOptions
	}
	last := filters[len(filters)-1]
	if d.memory > 0 && uint64(last.Props.Dict)+1<<15 > d.memory {
		return ErrMemory
	}
	d.one, d.two, d.steps, d.begun = nil, nil, nil, false
	if last.ID == IDLzma1 {
		d.one = &decoder{props: last.Props}
		d.one.reset()
	} else {
		d.two = newLZMA2(last.Props.Dict)
	}
	for i := len(filters) - 2; i >= 0; i-- {
		d.steps = append(d.steps, newStep(filters[i], false))
	}
	return nil
}

func (d *Decoder) readHeader() (bool, error) {
	if len(d.in) == 0 {
		return false, nil
	}
	if d.format == Auto {
		d.format = Alone
		if d.in[0] == xzMagic[0] {
			d.format = XZ
		}
	}
	if d.format == Alone {
		return d.aloneHeader()
	}
	if !bytes.HasPrefix(d.in, []byte(xzMagic)) && !bytes.HasPrefix([]byte(xzMagic), d.in) {
		return false, ErrFormat
	}
	if len(d.in) < 12 {
		return false, nil
	}
	if crc32.ChecksumIEEE(d.in[6:8]) != binary.LittleEndian.Uint32(d.in[8:]) {
		return false, ErrData
	}
	if d.in[6] != 0 || d.in[7] > 15 {
		return false, ErrOptions
	}
	copy(d.flags[:], d.in[6:8])
	d.Check = int(d.in[7])
	d.in = d.in[12:]
	d.stage = atBlock
	return true, nil
}

func (d *Decoder) aloneHeader() (bool, error) {
	p, ok := propsOf(d.in[0])
	if !ok {
		return false, ErrFormat
	}
	if len(d.in) < 13 {
		return false, nil
	}
	p.Dict = binary.LittleEndian.Uint32(d.in[1:])
	if v := p.Dict; v != 0xffffffff {
		// Only 2**n and 2**n + 2**(n-1) are made by anybody.
		u := v - 1
		for _, n := range [...]uint{2, 3, 4, 8, 16} {
			u |= u >> n
		}
		if u+1 != v {
			return false, ErrFormat
		}
	}
	size := binary.LittleEndian.Uint64(d.in[5:])
	if size != ^uint64(0) && size >= 1<<38 {
		return false, ErrFormat
	}
	d.in = d.in[13:]
	d.Check = CheckNone
	if err := d.chain([]Filter{{ID: IDLzma1, Props: p}}); err != nil {
		return false, err
	}
	d.size = int64(size)
	d.stage = inRaw
	return true, nil
}

func (d *Decoder) blockHeader() (bool, error) {
	if len(d.in) == 0 {
		return false, nil
	}
	if d.in[0] == 0 {
		d.stage = atIndex
		return true, nil
	}
	n := (int(d.in[0]) + 1) * 4
	if len(d.in) < n {
		return false, nil
	}
	h := d.in[:n-4]
	if crc32.ChecksumIEEE(h) != binary.LittleEndian.Uint32(d.in[n-4:]) {
		return false, ErrData
	}
	flags := h[1]
	if flags&0x3c != 0 {
		return false, ErrOptions
	}
	h = h[2:]
	number := func() (uint64, bool) {
		v, k := varint(h)
		if k <= 0 {
			return 0, false
		}
		h = h[k:]
		return v, true
	}
	d.sizes = [2]int64{-1, -1}
	for i := range d.sizes {
		if flags>>(6+i)&1 == 1 {
			v, ok := number()
			if !ok {
				return false, ErrData
			}
			d.sizes[i] = int64(v)
		}
	}
	var filters []Filter
	for range int(flags&3) + 1 {
		id, ok := number()
		size, ok2 := number()
		if !ok || !ok2 || uint64(len(h)) < size {
			return false, ErrData
		}
		f, err := FilterOf(id, h[:size])
		if err != nil || id == IDLzma1 {
			return false, ErrOptions
		}
		h = h[size:]
		filters = append(filters, f)
	}
	for _, c := range h {
		if c != 0 {
			return false, ErrOptions
		}
	}
	if err := d.chain(filters); err != nil {
		return false, err
	}
	d.in = d.in[n:]
	d.header, d.packed, d.unpack = n, 0, 0
	d.sum = newCheck(d.Check)
	d.stage = inBlock
	return true, nil
}

// data decodes what is there.
func (d *Decoder) data(limit int) (bool, error) {
	var core *decoder
	ended := false
	before := len(d.in)
	room := func() bool { return limit >= 0 && core.pending() >= max(limit, 1<<12) }
	if d.two != nil {
		core = d.two.d
		d.two.in = d.in
		err := d.two.run(room)
		d.in, d.two.in = d.two.in, nil
		if err != nil {
			return false, err
		}
		ended = d.two.ended
	} else {
		core = d.one
		var err error
		if ended, err = d.lzma1(limit); err != nil {
			return false, err
		}
	}
	d.packed += int64(before - len(d.in))
	out := core.take(-1)
	for _, s := range d.steps {
		out = s.write(out, ended)
	}
	d.unpack += int64(len(out))
	if d.sum != nil {
		d.sum.Write(out)
	}
	d.out = append(d.out, out...)
	if !ended {
		return len(d.in) < before || len(out) > 0, nil
	}
	if d.stage == inRaw {
		d.stage = atEnd
	} else {
		d.stage = atPadding
	}
	return true, nil
}

func (d *Decoder) lzma1(limit int) (ended bool, err error) {
	o := d.one
	if !d.begun {
		if len(d.in) < 5 {
			return false, nil
		}
		if !o.begin(d.in) {
			return false, ErrData
		}
		d.in = d.in[5:]
		d.begun = true
	}
	soft := int64(-1)
	if limit >= 0 {
		soft = o.total() + max(int64(limit), 1<<12)
	}
	o.in, o.pos = d.in, 0
	if d.size < 0 || o.total() < d.size {
		ended, err = o.run(d.size, soft)
	}
	if errors.Is(err, errShort) {
		err = nil
	}
	if err == nil && !ended && d.size >= 0 && o.total() == d.size {
		// The end is known; a marker may stand there, too.
		o.normalize()
		switch {
		case o.short:
			o.short = false
		case o.code == 0:
			ended = true
		default:
			saved := *o
			if ended, err = o.run(-1, -1); errors.Is(err, errShort) {
				*o, err = saved, nil
			} else if !ended {
				err = ErrData
			}
		}
	}
	if ended && err == nil && o.code != 0 {
		err = ErrData
	}
	d.in = d.in[o.pos:]
	o.in = nil
	return ended, err
}

func (d *Decoder) endBlock() (bool, error) {
	pad := int(-d.packed & 3)
	n := pad + checkSize(d.Check)
	if len(d.in) < n {
		return false, nil
	}
	for _, c := range d.in[:pad] {
		if c != 0 {
			return false, ErrData
		}
	}
	if d.sum != nil && !bytes.Equal(sum(d.sum), d.in[pad:n]) {
		return false, ErrData
	}
	if d.sizes[0] >= 0 && d.sizes[0] != d.packed || d.sizes[1] >= 0 && d.sizes[1] != d.unpack {
		return false, ErrData
	}
	d.records = append(d.records, [2]uint64{uint64(int64(d.header) + d.packed + int64(n-pad)), uint64(d.unpack)})
	d.in = d.in[n:]
	d.stage = atBlock
	return true, nil
}

// index reads the index and the footer.
func (d *Decoder) index() (bool, error) {
	b := d.in[1:]
	next := func() (uint64, bool, error) {
		v, n := varint(b)
		if n < 0 {
			return 0, false, ErrData
		}
		b = b[n:]
		return v, n > 0, nil
	}
	count, ok, err := next()
	if !ok || err != nil {
		return false, err
	}
	if count != uint64(len(d.records)) {
		return false, ErrData
	}
	for _, r := range d.records {
		for _, want := range r {
			v, ok, err := next()
			if !ok || err != nil {
				return false, err
			}
			if v != want {
				return false, ErrData
			}
		}
	}
	size := len(d.in) - len(b)
	whole := (size+3)&^3 + 4
	if len(d.in) < whole+12 {
		return false, nil
	}
	if crc32.ChecksumIEEE(d.in[:whole-4]) != binary.LittleEndian.Uint32(d.in[whole-4:]) {
		return false, ErrData
	}
	f := d.in[whole : whole+12]
	if f[10] != 'Y' || f[11] != 'Z' || crc32.ChecksumIEEE(f[4:10]) != binary.LittleEndian.Uint32(f) ||
		(binary.LittleEndian.Uint32(f[4:])+1)*4 != uint32(whole) || f[8] != d.flags[0] || f[9] != d.flags[1] {
		return false, ErrData
	}
	d.in = d.in[whole+12:]
	d.stage = atEnd
	return true, nil
}
