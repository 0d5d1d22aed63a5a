package lzma

// The numbers of the filters.
const (
	IDLzma1    = 0x4000000000000001
	IDDelta    = 3
	IDX86      = 4
	IDPowerPC  = 5
	IDIA64     = 6
	IDARM      = 7
	IDARMThumb = 8
	IDSparc    = 9
	IDLzma2    = 0x21
)

// Filter is one step of a chain and its options.
type Filter struct {
	ID    uint64
	Props Props  // of LZMA
	Depth int    // of the search for matches
	Nice  int    // length of a match that is good enough
	Dist  int    // of Delta
	Start uint32 // of the branch filters
}

// step undoes (or does) a filter other than LZMA.
type step struct {
	f      Filter
	pos    uint32
	delta  [256]byte
	mask   uint32
	before uint32
	kept   []byte // data that is too short to tell
	encode bool
}

func newStep(f Filter, encode bool) *step {
	return &step{f: f, pos: f.Start, before: ^uint32(4), encode: encode}
}

func (s *step) clone() *step {
	t := *s
	t.kept = append([]byte(nil), s.kept...)
	return &t
}

// write gives what can be told; last tells that no more comes.
func (s *step) write(data []byte, last bool) []byte {
	if s.f.ID == IDDelta {
		out := make([]byte, len(data))
		for i, c := range data {
			was := s.delta[byte(int(s.pos)-s.f.Dist)]
			if s.encode {
				out[i] = c - was
				s.delta[byte(s.pos)] = c
			} else {
				out[i] = c + was
				s.delta[byte(s.pos)] = out[i]
			}
			s.pos++
		}
		return out
	}
	buf := append(s.kept, data...)
	n := s.convert(buf)
	s.pos += uint32(n)
	if last {
		n = len(buf)
	}
	s.kept = append([]byte(nil), buf[n:]...)
	return buf[:n]
}

// shift moves an address that is relative to where it stands to an absolute one, or back.
func (s *step) shift(addr, place uint32) uint32 {
	if s.encode {
		return addr + place
	}
	return addr - place
}

func (s *step) convert(b []byte) int {
	switch s.f.ID {
	case IDX86:
		return s.x86(b)
	case IDPowerPC:
		return s.words(b, 4, func(w []byte, at uint32) {
			if w[0]>>2 == 0x12 && w[3]&3 == 1 {
				addr := uint32(w[0]&3)<<24 | uint32(w[1])<<16 | uint32(w[2])<<8 | uint32(w[3]&^3)
				addr = s.shift(addr, at)
				w[0], w[1], w[2], w[3] = 0x48|byte(addr>>24)&3, byte(addr>>16), byte(addr>>8), w[3]&3|byte(addr)&^3
			}
		})
	case IDARM:
		return s.words(b, 4, func(w []byte, at uint32) {
			if w[3] == 0xeb {
				addr := (uint32(w[0]) | uint32(w[1])<<8 | uint32(w[2])<<16) << 2
				addr = s.shift(addr, at+8) >> 2
				w[0], w[1], w[2] = byte(addr), byte(addr>>8), byte(addr>>16)
			}
		})
	case IDSparc:
		return s.words(b, 4, func(w []byte, at uint32) {
			if w[0] == 0x40 && w[1]&0xc0 == 0 || w[0] == 0x7f && w[1]&0xc0 == 0xc0 {
				addr := (uint32(w[0])<<24 | uint32(w[1])<<16 | uint32(w[2])<<8 | uint32(w[3])) << 2
				addr = s.shift(addr, at) >> 2
				addr = -(addr>>22&1)<<22&0x3fffffff | addr&0x3fffff | 0x40000000
				w[0], w[1], w[2], w[3] = byte(addr>>24), byte(addr>>16), byte(addr>>8), byte(addr)
			}
		})
	case IDIA64:
		return s.words(b, 16, s.ia64)
	case IDARMThumb:
		i := 0
		for ; i+4 <= len(b); i += 2 {
			if b[i+1]&0xf8 != 0xf0 || b[i+3]&0xf8 != 0xf8 {
				continue
			}
			addr := (uint32(b[i+1]&7)<<19 | uint32(b[i])<<11 | uint32(b[i+3]&7)<<8 | uint32(b[i+2])) << 1
			addr = s.shift(addr, s.pos+uint32(i)+4) >> 1
			b[i+1], b[i], b[i+3], b[i+2] = 0xf0|byte(addr>>19)&7, byte(addr>>11), 0xf8|byte(addr>>8)&7, byte(addr)
			i += 2
		}
		return i
	}
	return len(b)
}

func (s *step) words(b []byte, size int, f func(w []byte, at uint32)) int {
	i := 0
	for ; i+size <= len(b); i += size {
		f(b[i:i+size], s.pos+uint32(i))
	}
	return i
}

func (s *step) ia64(w []byte, at uint32) {
	slots := [32]byte{16: 4, 17: 4, 18: 6, 19: 6, 22: 7, 23: 7, 24: 4, 25: 4, 28: 4, 29: 4}[w[0]&31]
	for slot := range 3 {
		if slots>>slot&1 == 0 {
			continue
		}
		bit := 5 + 41*slot
		from, rest := bit>>3, uint(bit&7)
		var v uint64
		for k := range 6 {
			v |= uint64(w[from+k]) << (8 * k)
		}
		norm := v >> rest
		if norm>>37&0xf != 5 || norm>>9&7 != 0 {
			continue
		}
		addr := (uint32(norm>>13)&0xfffff | uint32(norm>>36&1)<<20) << 4
		addr = s.shift(addr, at) >> 4
		norm &^= 0x8fffff << 13
		norm |= uint64(addr&0xfffff)<<13 | uint64(addr&0x100000)<<16
		v = v&(1<<rest-1) | norm<<rest
		for k := range 6 {
			w[from+k] = byte(v >> (8 * k))
		}
	}
}

func (s *step) x86(b []byte) int {
	if len(b) < 5 {
		return 0
	}
	extreme := func(c byte) bool { return c == 0 || c == 0xff }
	allowed := [8]bool{true, true, true, false, true, false, false, false}
	number := [8]uint{0, 1, 2, 2, 3, 3, 3, 3}
	if s.pos-s.before > 5 {
		s.before = s.pos - 5
	}
	i := 0
	for i <= len(b)-5 {
		if b[i]&0xfe != 0xe8 {
			i++
			continue
		}
		gap := s.pos + uint32(i) - s.before
		s.before = s.pos + uint32(i)
		if gap > 5 {
			s.mask = 0
		} else {
			for range gap {
				s.mask = s.mask & 0x77 << 1
			}
		}
		top := b[i+4]
		if !extreme(top) || !allowed[s.mask>>1&7] || s.mask>>1 >= 0x10 {
			i++
			s.mask |= 1
			if extreme(top) {
				s.mask |= 0x10
			}
			continue
		}
		addr := uint32(b[i+1]) | uint32(b[i+2])<<8 | uint32(b[i+3])<<16 | uint32(b[i+4])<<24
		for {
			to := s.shift(addr, s.pos+uint32(i)+5)
			if s.mask == 0 {
				addr = to
				break
			}
			n := number[s.mask>>1]
			if !extreme(byte(to >> (24 - n*8))) {
				addr = to
				break
			}
			addr = to ^ (1<<(32-n*8) - 1)
		}
		b[i+1], b[i+2], b[i+3], b[i+4] = byte(addr), byte(addr>>8), byte(addr>>16), ^(byte(addr>>24&1) - 1)
		i += 5
		s.mask = 0
	}
	return i
}
