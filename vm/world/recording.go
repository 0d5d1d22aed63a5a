package world

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// Program names the program whose run was recorded. Only a program with the
// same Hash can be run from the recording.
type Program struct {
	Name   string
	Hash   [32]byte
	Source []byte // the text of the main file, so that a recording explains itself
}

// Header is what a recording says about itself.
type Header struct {
	Program  Program
	VM       string // version of the machine that ran it
	Start    []byte // how the machine is to start the program, in the words of whoever records
	Choosing bool   // the order of the tasklets was asked for, too
	Notes    []Note // anything else worth keeping, such as what found the run
}

// Note is a remark in a recording.
type Note struct{ Key, Value string }

// Recording holds the answers of one run, from question 0 on. It only grows
// at its end.
//
// Answers lie in chunks, so growing never moves what is there already, and any
// answer is found by its number in a few microseconds at most.
type Recording struct {
	Header
	Ended  bool // the program came to its end
	Status int  // with this exit status
	chunks []*chunk
	count  uint64
}

// chunk holds the entries from number first on, one behind the other:
// kind (1 byte), digest of the question (2 bytes), answer.
type chunk struct {
	first uint64
	count int
	data  []byte
}

const (
	firstChunkSize  = 4 << 10
	chunkSize       = 64 << 10
	entriesPerChunk = 1024
	entryHead       = 3
)

// NewRecording makes an empty recording.
func NewRecording(h Header) *Recording { return &Recording{Header: h} }

// Len is the number of answers, and so the number of the next question.
func (r *Recording) Len() uint64 { return r.count }

// Size is the memory that the answers take, in bytes.
func (r *Recording) Size() int {
	n := 0
	for _, c := range r.chunks {
		n += cap(c.data)
	}
	return n
}

// Prefix makes a recording of the first n answers, to go on differently from
// there. The answers are shared, not copied.
func (r *Recording) Prefix(n uint64) *Recording {
	p := &Recording{Header: r.Header}
	for _, c := range r.chunks {
		if c.first >= n {
			break
		}
		part := *c
		if uint64(c.count) > n-c.first {
			d := decoder{b: c.data}
			part.count = int(n - c.first)
			for range part.count {
				d.at += entryHead
				d.skipAnswer()
			}
			part.data = c.data[:d.at]
		}
		part.data = part.data[:len(part.data):len(part.data)]
		p.chunks = append(p.chunks, &part)
		p.count += uint64(part.count)
	}
	return p
}

// append adds the answer to the question that comes next.
func (r *Recording) append(q *Question, a *Answer) {
	need := entryHead + answerSize(a)
	var c *chunk
	if len(r.chunks) > 0 {
		c = r.chunks[len(r.chunks)-1]
	}
	if c == nil || c.count >= entriesPerChunk || cap(c.data)-len(c.data) < need {
		size := chunkSize
		if len(r.chunks) == 0 {
			size = firstChunkSize
		}
		c = &chunk{first: r.count, data: make([]byte, 0, max(size, need))}
		r.chunks = append(r.chunks, c)
	}
	b := append(c.data, byte(q.Kind))
	b = binary.LittleEndian.AppendUint16(b, q.digest())
	c.data = appendAnswer(b, a)
	c.count++
	r.count++
}

// cursor remembers where the answer after the last one lies. It only makes
// reading in order fast: what is found depends on the number alone.
type cursor struct {
	chunk  int
	number uint64
	at     int
}

// entry finds the entry with a number below Len.
func (r *Recording) entry(number uint64, cur *cursor) (Kind, uint16, Answer, error) {
	if number != cur.number || cur.chunk >= len(r.chunks) {
		r.find(number, cur)
	}
	c := r.chunks[cur.chunk]
	for number >= c.first+uint64(c.count) { // the next number, but in the next chunk
		cur.chunk++
		cur.at = 0
		c = r.chunks[cur.chunk]
	}
	d := decoder{b: c.data, at: cur.at}
	kind := Kind(d.byte())
	digest := uint16(d.byte()) | uint16(d.byte())<<8
	a := d.answer()
	cur.at, cur.number = d.at, number+1
	return kind, digest, a, d.err
}

func (r *Recording) find(number uint64, cur *cursor) {
	i := sort.Search(len(r.chunks), func(i int) bool { return r.chunks[i].first > number }) - 1
	c := r.chunks[i]
	d := decoder{b: c.data}
	for range number - c.first {
		d.at += entryHead
		d.skipAnswer()
	}
	cur.chunk, cur.at, cur.number = i, d.at, number
}

// answer gives the answer recorded for a question, or an Unanswered one if
// something else was asked under its number.
func (r *Recording) answer(q *Question, cur *cursor) Answer {
	kind, digest, a, err := r.entry(q.Number, cur)
	switch {
	case err != nil:
		return Unanswered(fmt.Sprintf("the recording is damaged at question %d", q.Number))
	case kind != q.Kind:
		return Unanswered(fmt.Sprintf("the program differs from its recording at question %d: it asks for %s, the recording has the answer to a %s",
			q.Number, q, kind))
	case digest != q.digest():
		return Unanswered(fmt.Sprintf("the program differs from its recording at question %d: it asks for %s, the recording has a %s with other arguments",
			q.Number, q, kind))
	}
	return a
}

// Each calls do with the number, kind and answer of every entry, in order,
// until it returns false.
func (r *Recording) Each(do func(number uint64, k Kind, a Answer) bool) {
	var cur cursor
	for n := range r.count {
		k, _, a, err := r.entry(n, &cur)
		if err != nil || !do(n, k, a) {
			return
		}
	}
}
