package library

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"hash/fnv"
	"io"
	"sort"
	"sync"
)

// The build may put a second file beside the library: its code, compiled. The file is a mark, a count, an index in order
// of the hashes of names, and what the index points to. Names tell what the code was compiled from, sum included, so that
// code and source never disagree.

const compiledMark = "slp compiled 1\n\n"

const compiledRow = 16 // a row of the index: hash of the name 8, offset 4, length 4

var errCompiled = errors.New("compiled code of this size cannot be indexed")

// PackCompiled makes the file of compiled code.
func PackCompiled(entries map[string][]byte) ([]byte, error) {
	names := make([]string, 0, len(entries))
	for n := range entries { // order-free: sorted below
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return nameHash(names[i]) < nameHash(names[j]) })
	out := binary.LittleEndian.AppendUint32([]byte(compiledMark), uint32(len(names)))
	at := len(out) + compiledRow*len(names)
	for _, n := range names {
		const most = 1 << 31
		if at > most || len(entries[n]) > most {
			return nil, errCompiled
		}
		out = binary.LittleEndian.AppendUint64(out, nameHash(n))
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(entries[n])))
		at += len(entries[n])
	}
	for _, n := range names {
		out = append(out, entries[n]...)
	}
	return out, nil
}

func nameHash(name string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, name)
	return h.Sum64()
}

type compiledIndex struct {
	file io.ReaderAt
	rows []byte
}

// compiled is called once; from then on the index is constant.
var compiled = sync.OnceValue(func() compiledIndex {
	f, err := data.Open("data/code.bin")
	if err != nil {
		return compiledIndex{}
	}
	at, ok := f.(io.ReaderAt)
	head := make([]byte, len(compiledMark)+4)
	if !ok {
		return compiledIndex{}
	}
	if _, err := at.ReadAt(head, 0); err != nil || !bytes.HasPrefix(head, []byte(compiledMark)) {
		return compiledIndex{}
	}
	rows := make([]byte, compiledRow*int(binary.LittleEndian.Uint32(head[len(compiledMark):])))
	if _, err := at.ReadAt(rows, int64(len(head))); err != nil {
		return compiledIndex{}
	}
	return compiledIndex{at, rows}
})

// Compiled gives the compiled code of that name, if the build made it.
func Compiled(name string) ([]byte, bool) {
	ix := compiled()
	hash := nameHash(name)
	row := func(i int) []byte { return ix.rows[compiledRow*i : compiledRow*(i+1)] }
	n := len(ix.rows) / compiledRow
	i := sort.Search(n, func(i int) bool { return binary.LittleEndian.Uint64(row(i)) >= hash })
	if i == n || binary.LittleEndian.Uint64(row(i)) != hash {
		return nil, false
	}
	text := make([]byte, binary.LittleEndian.Uint32(row(i)[12:]))
	_, err := ix.file.ReadAt(text, int64(binary.LittleEndian.Uint32(row(i)[8:])))
	return text, err == nil
}

// Sum is a checksum of a file of the library, at next to no cost.
func Sum(path string) uint32 {
	if text, ok := load().own[path]; ok {
		return crc32.ChecksumIEEE(text)
	}
	if file := load().files[path]; file != nil {
		return file.CRC32
	}
	return 0
}
