package cjk

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"sync"
)

//go:generate python3.14 ../../../tools/cjkgen/tables.py tables.bin

//go:embed tables.bin
var packed []byte

// encodings are the stateless ones, in the order of tables.bin.
var encodings = [...]string{"big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jisx0213", "euc_jp", "euc_kr", "gb18030",
	"gb2312", "gbk", "johab", "shift_jis", "shift_jis_2004", "shift_jisx0213"}

func tableNumber(name string) int { return slices.Index(encodings[:], name) }

// table says what each sequence of bytes of an encoding stands for, and the bytes of each character. A sequence is a
// big-endian number.
type table struct {
	decode map[uint32]text
	encode map[rune]uint32
	pairs  map[text]uint32
	starts map[rune]bool // first characters of pairs
	long   map[uint32]bool
}

// span is a piece of the four-byte part of gb18030: count code points from first on have the linear numbers from at on.
type span struct{ at, first, count int }

// all are the tables of all encodings. They are read when the first one is asked for, and constant.
var all = sync.OnceValue(func() *tables {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic(fmt.Sprintf("cjk: tables.bin cannot be read: %v", err))
	}
	r := reader{data}
	t := &tables{}
	for i := range t.of {
		t.of[i] = r.table()
	}
	for range r.number() {
		t.gb18030 = append(t.gb18030, span{r.number(), r.number(), r.number()})
	}
	return t
})

type tables struct {
	of      [len(encodings)]*table
	gb18030 []span
}

func tableOf(name string) *table { return all().of[tableNumber(name)] }

// reader reads numbers of LEB128.
type reader struct{ data []byte }

func (r *reader) number() (n int) {
	for shift := 0; ; shift += 7 {
		b := r.data[0]
		r.data = r.data[1:]
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (r *reader) signed() int {
	n := r.number()
	return n>>1 ^ -(n & 1)
}

func (r *reader) table() *table {
	n := r.number()
	t := &table{decode: make(map[uint32]text, n), encode: make(map[rune]uint32, n), pairs: map[text]uint32{}, starts: map[rune]bool{}, long: map[uint32]bool{}}
	seq, cp := 0, 0
	for range n {
		d := r.number()
		seq += d >> 1
		cp += r.signed()
		x := one(rune(cp))
		if d&1 != 0 {
			x[1] = rune(r.number())
			t.pairs[x] = uint32(seq)
			t.starts[x[0]] = true
		} else if _, known := t.encode[x[0]]; !known {
			t.encode[x[0]] = uint32(seq)
		}
		t.decode[uint32(seq)] = x
	}
	cp = 0
	for range r.number() {
		cp += r.number()
		if seq := r.number(); seq != 0 {
			t.encode[rune(cp)] = uint32(seq)
		} else {
			delete(t.encode, rune(cp))
			t.encode[rune(cp)] = 0 // also for ASCII
		}
	}
	for range r.number() {
		t.long[uint32(r.number())] = true
	}
	return t
}
