package zlib

// inflater undoes deflate (RFC 1951). It keeps all it knows in plain fields, so that a copy of it goes on alone: it
// stops between any two symbols when its input is used up or when enough was made, and goes on later.
type inflater struct {
	in     []byte // not consumed yet
	hold   uint64 // bits taken from in
	bits   uint
	mode   blockMode
	final  bool
	stored int // bytes left of a stored block
	length int // bytes left to copy
	dist   int
	lit    *huffman // never written once made
	far    *huffman
	window []byte // the last 32 KiB made, or a bit more
}

type blockMode uint8

const (
	blockStart blockMode = iota
	blockStored
	blockCodes
	blockDone
)

const windowSize = 32 << 10

// huffman is a canonical code: how many codes there are of each length, and their symbols in order. The table answers
// for codes of up to fastBits: symbol<<4 | length.
type huffman struct {
	count   [16]uint16
	symbols []uint16
	fast    [1 << fastBits]uint16
}

const fastBits = 9

// newHuffman makes a code of lengths; left is how many codes of 15 bits are missing, negative if there are too many.
func newHuffman(lengths []uint8) (h *huffman, left int) {
	h = &huffman{symbols: make([]uint16, len(lengths))}
	for _, l := range lengths {
		h.count[l]++
	}
	h.count[0] = 0
	left = 1
	for i := 1; i < 16; i++ {
		if left = left<<1 - int(h.count[i]); left < 0 {
			return h, left
		}
	}
	var offs, code [16]uint16
	for i := 1; i < 15; i++ {
		offs[i+1] = offs[i] + h.count[i]
		code[i+1] = (code[i] + h.count[i]) << 1
	}
	for s, l := range lengths {
		if l == 0 {
			continue
		}
		h.symbols[offs[l]] = uint16(s)
		offs[l]++
		k := code[l]
		code[l]++
		if l <= fastBits {
			r := uint16(0)
			for i := range l {
				r |= k >> i & 1 << (l - 1 - i)
			}
			for ; r < 1<<fastBits; r += 1 << l {
				h.fast[r] = uint16(s)<<4 | uint16(l)
			}
		}
	}
	return h, left
}

// need makes sure that there are n bits.
func (z *inflater) need(n uint) bool {
	for z.bits < n {
		if len(z.in) == 0 {
			return false
		}
		z.hold |= uint64(z.in[0]) << z.bits
		z.in = z.in[1:]
		z.bits += 8
	}
	return true
}

func (z *inflater) take(n uint) int {
	v := z.hold & (1<<n - 1)
	z.hold >>= n
	z.bits -= n
	return int(v)
}

// symbol decodes one: -1 if the input ends before it, -2 if there is no such code.
func (z *inflater) symbol(h *huffman) int {
	z.need(15)
	if e := h.fast[z.hold&(1<<fastBits-1)]; e != 0 {
		if n := uint(e & 15); n <= z.bits {
			z.take(n)
			return int(e >> 4)
		}
		return -1
	}
	code, first, index := 0, 0, 0
	for n := uint(1); n < 16; n++ {
		if n > z.bits {
			return -1
		}
		code |= int(z.hold >> (n - 1) & 1)
		count := int(h.count[n])
		if code-count < first {
			z.take(n)
			return int(h.symbols[index+code-first])
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return -2
}

var (
	lengthBase  = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase    = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distExtra   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	lengthOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// undo puts back what was read since the place was noted.
type mark struct {
	in   []byte
	hold uint64
	bits uint
}

func (z *inflater) mark() mark  { return mark{z.in, z.hold, z.bits} }
func (z *inflater) back(m mark) { z.in, z.hold, z.bits = m.in, m.hold, m.bits }

// run makes up to limit more bytes (limit < 0: as many as there are) and appends them to out. bad says what is wrong
// with the data. It stops when the input is used up, the limit is reached or the last block has ended (mode blockDone).
func (z *inflater) run(out []byte, limit int) (_ []byte, bad string) {
	start := len(out)
	full := func() bool { return limit >= 0 && len(out)-start >= limit }
	defer func() { z.remember(out[start:]) }()
	base := len(z.window)
	// at is the byte that was made n bytes ago.
	at := func(n int) (byte, bool) {
		if made := len(out) - start; n <= made {
			return out[len(out)-n], true
		} else if n-made <= base {
			return z.window[base-(n-made)], true
		}
		return 0, false
	}
	for {
		for z.length > 0 {
			if full() {
				return out, ""
			}
			b, ok := at(z.dist)
			if !ok {
				return out, "invalid distance too far back"
			}
			out = append(out, b)
			z.length--
		}
		if full() {
			return out, ""
		}
		m := z.mark()
		switch z.mode {
		case blockDone:
			return out, ""
		case blockStart:
			if z.final {
				z.mode = blockDone
				continue
			}
			ok, bad := z.header()
			if bad != "" {
				return out, bad
			}
			if !ok {
				z.back(m)
				return out, ""
			}
		case blockStored:
			for z.stored > 0 && !full() {
				if !z.need(8) {
					return out, ""
				}
				out = append(out, byte(z.take(8)))
				z.stored--
			}
			if z.stored == 0 {
				z.mode = blockStart
			}
		case blockCodes:
			s := z.symbol(z.lit)
			switch {
			case s == -1:
				z.back(m)
				return out, ""
			case s == -2 || s > 285:
				return out, "invalid literal/length code"
			case s < 256:
				out = append(out, byte(s))
				continue
			case s == 256:
				z.mode = blockStart
				continue
			}
			s -= 257
			if !z.need(uint(lengthExtra[s])) {
				z.back(m)
				return out, ""
			}
			length := int(lengthBase[s]) + z.take(uint(lengthExtra[s]))
			d := z.symbol(z.far)
			switch {
			case d == -1:
				z.back(m)
				return out, ""
			case d == -2 || d > 29:
				return out, "invalid distance code"
			}
			if !z.need(uint(distExtra[d])) {
				z.back(m)
				return out, ""
			}
			z.dist = int(distBase[d]) + z.take(uint(distExtra[d]))
			z.length = length
		}
	}
}

// remember keeps the last bytes made.
func (z *inflater) remember(made []byte) {
	if len(made) >= windowSize {
		z.window = append([]byte(nil), made[len(made)-windowSize:]...)
		return
	}
	w := z.window
	if n := len(w) + len(made) - windowSize; n > 0 {
		w = w[n:]
	}
	z.window = append(append(make([]byte, 0, len(w)+len(made)), w...), made...)
}

// header reads the beginning of a block: false if the input ends in it.
func (z *inflater) header() (ok bool, bad string) {
	if !z.need(3) {
		return false, ""
	}
	final := z.take(1) == 1
	switch z.take(2) {
	case 0:
		z.take(z.bits % 8)
		if !z.need(32) {
			return false, ""
		}
		n, inverse := z.take(16), z.take(16)
		if n != inverse^0xFFFF {
			return false, "invalid stored block lengths"
		}
		z.stored, z.mode = n, blockStored
	case 1:
		var l [288]uint8
		for i := range l {
			switch {
			case i < 144:
				l[i] = 8
			case i < 256:
				l[i] = 9
			case i < 280:
				l[i] = 7
			default:
				l[i] = 8
			}
		}
		var d [32]uint8
		for i := range d {
			d[i] = 5
		}
		z.lit, _ = newHuffman(l[:])
		z.far, _ = newHuffman(d[:])
		z.mode = blockCodes
	case 2:
		if ok, bad := z.dynamic(); !ok {
			return false, bad
		}
		z.mode = blockCodes
	default:
		return false, "invalid block type"
	}
	z.final = final
	return true, ""
}

func (z *inflater) dynamic() (ok bool, bad string) {
	if !z.need(14) {
		return false, ""
	}
	nlen, ndist, ncode := z.take(5)+257, z.take(5)+1, z.take(4)+4
	if nlen > 286 || ndist > 30 {
		return false, "too many length or distance symbols"
	}
	var l [320]uint8
	for i := range ncode {
		if !z.need(3) {
			return false, ""
		}
		l[lengthOrder[i]] = uint8(z.take(3))
	}
	h, left := newHuffman(l[:19])
	if left != 0 {
		return false, "invalid code lengths set"
	}
	clear(l[:])
	for i := 0; i < nlen+ndist; {
		s := z.symbol(h)
		switch {
		case s == -1:
			return false, ""
		case s < 0:
			return false, "invalid code lengths set"
		case s < 16:
			l[i] = uint8(s)
			i++
			continue
		}
		extra, times := [3]uint{2, 3, 7}[s-16], [3]int{3, 3, 11}[s-16]
		if !z.need(extra) {
			return false, ""
		}
		times += z.take(extra)
		v := uint8(0)
		if s == 16 {
			if i == 0 {
				return false, "invalid bit length repeat"
			}
			v = l[i-1]
		}
		if i+times > nlen+ndist {
			return false, "invalid bit length repeat"
		}
		for range times {
			l[i] = v
			i++
		}
	}
	if l[256] == 0 {
		return false, "invalid code -- missing end-of-block"
	}
	single := func(h *huffman, left, n int) bool { // one code alone may be incomplete
		used := 0
		for _, k := range h.count {
			used += int(k)
		}
		return left < 0 || left > 0 && used > 1
	}
	if z.lit, left = newHuffman(l[:nlen]); single(z.lit, left, nlen) {
		return false, "invalid literal/lengths set"
	}
	if z.far, left = newHuffman(l[nlen : nlen+ndist]); single(z.far, left, ndist) {
		return false, "invalid distances set"
	}
	return true, ""
}
