package hashtable

import "encoding/binary"

// The index of a Dict is an open-addressing table of entry numbers, as narrow
// as the table's size allows. A cell holds the entry's number plus cellBias.
const (
	cellEmpty   = 0
	cellRemoved = 1
	cellBias    = 2
)

const perturbShift = 5

// index is the table of entry numbers. Its zero value stands for "no index":
// a small dict is searched entry by entry.
type index struct {
	cells []byte
	mask  uint32
	width uint8 // bytes a cell: 1, 2 or 4; 0 when there is no index
}

// newIndex returns an empty index of size cells; size is a power of two.
func newIndex(size int) index {
	width := 4
	switch {
	case size <= 1<<8:
		width = 1
	case size <= 1<<16:
		width = 2
	}
	return index{cells: make([]byte, size*width), mask: uint32(size - 1), width: uint8(width)}
}

func (x *index) cell(at uint32) uint32 {
	switch x.width {
	case 1:
		return uint32(x.cells[at])
	case 2:
		return uint32(binary.LittleEndian.Uint16(x.cells[uint64(at)*2:]))
	}
	return binary.LittleEndian.Uint32(x.cells[uint64(at)*4:])
}

func (x *index) setCell(at, value uint32) {
	switch x.width {
	case 1:
		x.cells[at] = byte(value)
	case 2:
		binary.LittleEndian.PutUint16(x.cells[uint64(at)*2:], uint16(value))
	default:
		binary.LittleEndian.PutUint32(x.cells[uint64(at)*4:], value)
	}
}

// walk is a position in the probe sequence of one hash.
type walk struct {
	perturb uint64
	at      uint32
}

func (x *index) start(hash int64) walk {
	return walk{perturb: uint64(hash), at: uint32(uint64(hash)) & x.mask}
}

func (x *index) step(w walk) walk {
	w.perturb >>= perturbShift
	w.at = uint32(uint64(w.at)*5+w.perturb+1) & x.mask
	return w
}

// put enters an entry at the first cell of its sequence that is not in use.
func (x *index) put(hash int64, entry int) {
	w := x.start(hash)
	for x.cell(w.at) >= cellBias {
		w = x.step(w)
	}
	x.setCell(w.at, uint32(entry)+cellBias)
}

// remove marks the cell of an entry as removed.
func (x *index) remove(hash int64, entry int) {
	want := uint32(entry) + cellBias
	w := x.start(hash)
	for {
		switch x.cell(w.at) {
		case want:
			x.setCell(w.at, cellRemoved)
			return
		case cellEmpty:
			panic("hashtable: entry is missing from the index")
		}
		w = x.step(w)
	}
}

func (x *index) clone() index {
	if x.width == 0 {
		return index{}
	}
	c := *x
	c.cells = append([]byte(nil), x.cells...)
	return c
}
