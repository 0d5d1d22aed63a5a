package lzma

import "errors"

// encodeLZMA1 encodes to an LZMA stream with an end marker.
func encodeLZMA1(p Props, data []byte, depth, nice int) []byte {
	e := newEncoder(p, data, depth, nice)
	e.run(0, len(data), func(int) bool { return false })
	e.end(len(data))
	e.flush()
	return e.out
}

// encodeLZMA2 encodes to LZMA2 chunks.
func encodeLZMA2(p Props, data []byte, depth, nice int) []byte {
	const mostOut, mostIn, mostPlain = 1 << 16, 1 << 21, 1 << 16
	var out []byte
	e := newEncoder(p, data, depth, nice)
	fresh, reset := true, true // the dictionary is new; the state must be reset
	first := true              // the properties were not told
	for i := 0; i < len(data); {
		if reset {
			e.reset()
		}
		e.restart()
		start := i
		end := e.run(i, min(len(data), i+mostIn), func(at int) bool { return e.size() > mostOut-64 || at-start > mostIn-maxMatch })
		e.flush()
		if len(e.out) < end-start {
			control := byte(0x80)
			switch {
			case fresh:
				control = 0xe0
			case first:
				control = 0xc0
			case reset:
				control = 0xa0
			}
			n, m := end-start-1, len(e.out)-1
			out = append(out, control|byte(n>>16), byte(n>>8), byte(n), byte(m>>8), byte(m))
			if control >= 0xc0 {
				out = append(out, p.Byte())
			}
			out = append(out, e.out...)
			fresh, reset, first = false, false, false
			i = end
			continue
		}
		for i < end {
			n := min(end-i, mostPlain)
			control := byte(2)
			if fresh {
				control = 1
			}
			out = append(out, control, byte((n-1)>>8), byte(n-1))
			out = append(out, data[i:i+n]...)
			fresh = false
			i += n
		}
		reset = true
	}
	return append(out, 0)
}

// lzma2 reads LZMA2 chunks.
type lzma2 struct {
	d      *decoder
	in     []byte
	ended  bool
	unpack int64 // bytes to come of the chunk, and those of its data
	pack   int
	plain  bool
	begun  bool // the chunk's range coder
	ready  int  // 0: nothing was reset yet; 1: the dictionary; 2: the properties, too
}

func newLZMA2(dict uint32) *lzma2 {
	return &lzma2{d: &decoder{props: Props{Dict: dict}}}
}

// run reads what it can, until enough bytes can be taken.
func (l *lzma2) run(enough func() bool) error {
	for !l.ended && !enough() {
		if l.unpack == 0 && !l.begun {
			if ok, err := l.header(); !ok || err != nil {
				return err
			}
			continue
		}
		if l.plain {
			n := min(len(l.in), int(l.unpack))
			if n == 0 {
				return nil
			}
			l.d.hist = append(l.d.hist, l.in[:n]...)
			l.in = l.in[n:]
			l.unpack -= int64(n)
			continue
		}
		if ok, err := l.chunk(); !ok || err != nil {
			return err
		}
	}
	return nil
}

// chunk reads what is there of an LZMA chunk; ok tells that it is over.
func (l *lzma2) chunk() (ok bool, err error) {
	if !l.begun {
		if len(l.in) < 5 {
			return false, nil
		}
		if !l.d.begin(l.in) {
			return false, ErrData
		}
		l.in, l.pack, l.begun = l.in[5:], l.pack-5, true
	}
	whole := len(l.in) >= l.pack
	l.d.in, l.d.pos = l.in[:min(len(l.in), l.pack)], 0
	before := l.d.total()
	ended, err := l.d.run(before+l.unpack, -1)
	l.unpack -= l.d.total() - before
	if err == nil && !ended {
		if l.d.normalize(); l.d.short {
			l.d.short = false
			err = errShort
		}
	}
	used := l.d.pos
	l.in, l.pack, l.d.in = l.in[used:], l.pack-used, nil
	switch {
	case ended || errors.Is(err, errShort) && whole:
		return false, ErrData
	case errors.Is(err, errShort):
		return false, nil
	case err != nil:
		return false, err
	case l.pack != 0 || l.d.code != 0:
		return false, ErrData
	}
	l.begun = false
	return true, nil
}

// header reads the header of a chunk, if it is there.
func (l *lzma2) header() (ok bool, err error) {
	if len(l.in) == 0 {
		return false, nil
	}
	control := l.in[0]
	switch {
	case control == 0:
		l.ended = true
		l.in = l.in[1:]
		return true, nil
	case control < 0x80:
		if control > 2 || control == 2 && l.ready == 0 {
			return false, ErrData
		}
		if len(l.in) < 3 {
			return false, nil
		}
		if control == 1 {
			l.newDict()
		}
		l.plain, l.unpack = true, int64(l.in[1])<<8+int64(l.in[2])+1
		l.in = l.in[3:]
		return true, nil
	}
	n := 5
	if control >= 0xc0 {
		n = 6
	}
	if control < 0xe0 && l.ready == 0 || control < 0xc0 && l.ready < 2 {
		return false, ErrData
	}
	if len(l.in) < n {
		return false, nil
	}
	if control >= 0xe0 {
		l.newDict()
	}
	l.unpack = int64(control&31)<<16 + int64(l.in[1])<<8 + int64(l.in[2]) + 1
	l.pack = int(l.in[3])<<8 + int(l.in[4]) + 1
	l.plain = false
	if n == 6 {
		p, ok := propsOf(l.in[5])
		if !ok {
			return false, ErrData
		}
		p.Dict = l.d.props.Dict
		l.d.props = p
		l.ready = 2
	}
	if control >= 0xa0 {
		l.d.reset()
	}
	if l.pack < 5 {
		return false, ErrData
	}
	l.in = l.in[n:]
	return true, nil
}

func (l *lzma2) newDict() {
	l.d.since = l.d.total()
	l.ready = max(l.ready, 1)
}
