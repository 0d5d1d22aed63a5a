package zlib

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
)

// format is what surrounds the compressed data.
type format uint8

const (
	formatZlib format = iota
	formatRaw
	formatGzip
	formatAuto // zlib or gzip
)

func formatOf(wbits int) (f format, ok bool) {
	switch {
	case wbits == 0 || wbits >= 8 && wbits <= 15:
		return formatZlib, true
	case wbits >= -15 && wbits <= -8:
		return formatRaw, true
	case wbits >= 24 && wbits <= 31:
		return formatGzip, true
	case wbits >= 40 && wbits <= 47 || wbits == 32:
		return formatAuto, true
	}
	return 0, false
}

// adlerUpdate goes on with a checksum.
func adlerUpdate(sum uint32, p []byte) uint32 {
	a, b := sum&0xFFFF, sum>>16
	for len(p) > 0 {
		n := min(len(p), 5552)
		for _, x := range p[:n] {
			a += uint32(x)
			b += a
		}
		a %= 65521
		b %= 65521
		p = p[n:]
	}
	return b<<16 | a
}

// stream undoes zlib's, gzip's or no format. Like inflater it can be copied at any time.
type stream struct {
	z     inflater
	form  format
	stage stage
	dict  []byte
	sum   uint32
	size  uint32
}

type stage uint8

const (
	stageHead stage = iota
	stageBody
	stageTail
	stageEnd
)

// needDict is the error of data that was compressed with a dictionary.
const needDict = "need dictionary"

func newStream(f format, dict string) *stream {
	s := &stream{form: f, dict: []byte(dict)}
	if f == formatRaw {
		s.stage = stageBody
		s.z.remember(s.dict)
	}
	return s
}

func (s *stream) clone() *stream {
	c := *s
	c.z.in = append([]byte(nil), s.z.in...)
	return &c
}

// unused gives back what follows the end of the data, whole bytes in the bit buffer included.
func (s *stream) unused() []byte {
	var out []byte
	for n := s.z.bits / 8; n > 0; n-- {
		out = append(out, byte(s.z.hold>>(s.z.bits-8*n)))
	}
	s.z.hold &= 1<<(s.z.bits%8) - 1
	s.z.bits %= 8
	out = append(out, s.z.in...)
	s.z.in = nil
	return out
}

// write takes more data and makes up to limit bytes.
func (s *stream) write(data string, limit int) (out []byte, bad string) {
	s.z.in = append(s.z.in[:len(s.z.in):len(s.z.in)], data...)
	if s.stage == stageHead {
		if ok, bad := s.head(); !ok {
			return nil, bad
		}
		s.stage = stageBody
	}
	if s.stage == stageBody {
		out, bad = s.z.run(nil, limit)
		s.size += uint32(len(out))
		switch s.form {
		case formatZlib:
			s.sum = adlerUpdate(s.sum, out)
		case formatGzip:
			s.sum = crc32.Update(s.sum, crc32.IEEETable, out)
		}
		if bad != "" {
			return out, bad
		}
		if s.z.mode == blockStart && s.z.final {
			s.z.mode = blockDone
		}
		if s.z.mode == blockDone {
			s.z.take(s.z.bits % 8)
			s.stage = stageTail
		}
	}
	if s.stage == stageTail {
		rest := s.unused()
		n := map[format]int{formatZlib: 4, formatGzip: 8}[s.form]
		if len(rest) < n {
			s.z.in = rest
			return out, ""
		}
		s.z.in = rest[n:]
		s.stage = stageEnd
		switch s.form {
		case formatZlib:
			if binary.BigEndian.Uint32(rest) != s.sum {
				return out, "incorrect data check"
			}
		case formatGzip:
			if binary.LittleEndian.Uint32(rest) != s.sum {
				return out, "incorrect data check"
			}
			if binary.LittleEndian.Uint32(rest[4:]) != s.size {
				return out, "incorrect length check"
			}
		}
	}
	return out, ""
}

// head reads what comes before the data: false if more of it is needed.
func (s *stream) head() (ok bool, bad string) {
	in := s.z.in
	if len(in) < 2 {
		return false, ""
	}
	gz := in[0] == 0x1f && in[1] == 0x8b
	switch {
	case s.form == formatAuto && gz:
		s.form = formatGzip
	case s.form == formatAuto:
		s.form = formatZlib
	}
	if s.form == formatZlib {
		switch {
		case (int(in[0])<<8|int(in[1]))%31 != 0:
			return false, "incorrect header check"
		case in[0]&15 != 8:
			return false, "unknown compression method"
		case in[0]>>4 > 7:
			return false, "invalid window size"
		}
		n := 2
		if in[1]&0x20 != 0 {
			if n = 6; len(in) < n {
				return false, ""
			}
			if len(s.dict) == 0 {
				return false, needDict
			}
			if adler32.Checksum(s.dict) != binary.BigEndian.Uint32(in[2:]) {
				return false, "incorrect dictionary"
			}
			s.z.remember(s.dict)
		}
		s.z.in, s.sum = in[n:], 1
		return true, ""
	}
	if !gz {
		return false, "incorrect header check"
	}
	if len(in) < 10 {
		return false, ""
	}
	if in[2] != 8 {
		return false, "unknown compression method"
	}
	flags := in[3]
	if flags&0xE0 != 0 {
		return false, "unknown header flags set"
	}
	n := 10
	if flags&4 != 0 {
		if len(in) < n+2 {
			return false, ""
		}
		n += 2 + int(in[n]) + int(in[n+1])<<8
	}
	for _, f := range [...]byte{8, 16} { // name, comment
		if flags&f == 0 {
			continue
		}
		for n < len(in) && in[n] != 0 {
			n++
		}
		n++
	}
	if flags&2 != 0 {
		n += 2
	}
	if len(in) < n {
		return false, ""
	}
	s.z.in, s.sum = in[n:], 0
	return true, ""
}
