package lzma

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"hash/crc64"
)

// The integrity checks of .xz.
const (
	CheckNone    = 0
	CheckCRC32   = 1
	CheckCRC64   = 4
	CheckSHA256  = 10
	CheckUnknown = 16
)

var crc64Table = crc64.MakeTable(crc64.ECMA)

// checkSize is the length of a check in a file.
func checkSize(check int) int {
	return [16]int{0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64}[check&15]
}

func newCheck(check int) hash.Hash {
	switch check {
	case CheckCRC32:
		return crc32.NewIEEE()
	case CheckCRC64:
		return crc64.New(crc64Table)
	case CheckSHA256:
		return sha256.New()
	}
	return nil
}

func cloneHash(h hash.Hash) hash.Hash {
	if c, ok := h.(hash.Cloner); ok {
		if d, err := c.Clone(); err == nil {
			return d
		}
	}
	return h
}

// sum is a check as a file has it: numbers are little-endian.
func sum(h hash.Hash) []byte {
	b := h.Sum(nil)
	if len(b) <= 8 {
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
	}
	return b
}

func putVarint(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// varint reads a number; n is 0 if it is not complete, -1 if it is wrong.
func varint(b []byte) (v uint64, n int) {
	for i, c := range b {
		if i >= 9 || c == 0 && i > 0 {
			return 0, -1
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

func dictByte(dict uint32) byte {
	for b := byte(0); b < 40; b++ {
		if uint64(2|b&1)<<(b/2+11) >= uint64(dict) {
			return b
		}
	}
	return 40
}

func dictOf(b byte) (uint32, bool) {
	switch {
	case b > 40:
		return 0, false
	case b == 40:
		return 0xffffffff, true
	}
	return uint32(2|b&1) << (b/2 + 11), true
}

// Properties is how a header holds the options of a filter.
func (f *Filter) Properties() []byte {
	switch f.ID {
	case IDLzma1:
		return binary.LittleEndian.AppendUint32([]byte{f.Props.Byte()}, f.Props.Dict)
	case IDLzma2:
		return []byte{dictByte(f.Props.Dict)}
	case IDDelta:
		return []byte{byte(f.Dist - 1)}
	}
	if f.Start == 0 {
		return nil
	}
	return binary.LittleEndian.AppendUint32(nil, f.Start)
}

// FilterOf reads the options of a filter from a header.
func FilterOf(id uint64, props []byte) (f Filter, err error) {
	f = Filter{ID: id, Props: Props{LC: 3, PB: 2}}
	switch id {
	case IDLzma1:
		if len(props) != 5 {
			return f, ErrOptions
		}
		p, ok := propsOf(props[0])
		if !ok {
			return f, ErrOptions
		}
		p.Dict = binary.LittleEndian.Uint32(props[1:])
		f.Props = p
	case IDLzma2:
		if len(props) != 1 {
			return f, ErrOptions
		}
		dict, ok := dictOf(props[0])
		if !ok {
			return f, ErrOptions
		}
		f.Props.Dict = dict
	case IDDelta:
		if len(props) != 1 {
			return f, ErrOptions
		}
		f.Dist = int(props[0]) + 1
	case IDX86, IDPowerPC, IDIA64, IDARM, IDARMThumb, IDSparc:
		switch len(props) {
		case 0:
		case 4:
			f.Start = binary.LittleEndian.Uint32(props)
		default:
			return f, ErrOptions
		}
	default:
		return f, ErrOptions
	}
	return f, nil
}

// ValidChain tells whether filters may follow each other so: LZMA last, and only last.
func ValidChain(filters []Filter) bool {
	if len(filters) == 0 || len(filters) > 4 {
		return false
	}
	for i, f := range filters {
		if last := f.ID == IDLzma1 || f.ID == IDLzma2; last != (i == len(filters)-1) {
			return false
		}
	}
	return true
}

// EncodeRaw encodes without any header.
func EncodeRaw(filters []Filter, data []byte) []byte {
	for _, f := range filters[:len(filters)-1] {
		data = newStep(f, true).write(data, true)
	}
	f := filters[len(filters)-1]
	if f.ID == IDLzma1 {
		return encodeLZMA1(f.Props, data, f.Depth, f.Nice)
	}
	return encodeLZMA2(f.Props, data, f.Depth, f.Nice)
}

// EncodeAlone makes a .lzma file.
func EncodeAlone(f Filter, data []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte{f.Props.Byte()}, f.Props.Dict)
	out = binary.LittleEndian.AppendUint64(out, ^uint64(0))
	return append(out, encodeLZMA1(f.Props, data, f.Depth, f.Nice)...)
}

const xzMagic = "\xfd7zXZ\x00"

// EncodeXZ makes an .xz file of one block.
func EncodeXZ(filters []Filter, check int, data []byte) []byte {
	flags := []byte{0, byte(check)}
	out := append([]byte(xzMagic), flags...)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(flags))
	index := []byte{0, 0}
	if len(data) > 0 {
		header := []byte{0, byte(len(filters) - 1)}
		for i := range filters {
			props := filters[i].Properties()
			header = putVarint(header, filters[i].ID)
			header = putVarint(header, uint64(len(props)))
			header = append(header, props...)
		}
		for len(header)%4 != 0 {
			header = append(header, 0)
		}
		header[0] = byte(len(header) / 4)
		header = binary.LittleEndian.AppendUint32(header, crc32.ChecksumIEEE(header))
		var check32 []byte
		if h := newCheck(check); h != nil {
			h.Write(data)
			check32 = sum(h)
		}
		size := len(data)
		packed := EncodeRaw(filters, append([]byte(nil), data...))
		unpadded := len(header) + len(packed) + len(check32)
		out = append(append(out, header...), packed...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		out = append(out, check32...)
		index = putVarint(putVarint([]byte{0, 1}, uint64(unpadded)), uint64(size))
	}
	for len(index)%4 != 0 {
		index = append(index, 0)
	}
	index = binary.LittleEndian.AppendUint32(index, crc32.ChecksumIEEE(index))
	out = append(out, index...)
	footer := binary.LittleEndian.AppendUint32(nil, uint32(len(index)/4-1))
	footer = append(footer, flags...)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(footer))
	return append(append(out, footer...), 'Y', 'Z')
}
