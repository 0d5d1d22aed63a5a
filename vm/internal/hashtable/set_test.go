package hashtable_test

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/hashtable"
)

// key is shaped like the machine's values: never zero, equal only when identical.
type key struct {
	kind *int
	bits uint64
}

var kind = new(int)

func numbered(i int) key { return key{kind, uint64(i)} }

func distinct(a, b key) (equal, known bool) { return a == b, true }

// setProgram is the state of one program of testdata/set_orders.txt.
type setProgram struct {
	hashes []int64
	sets   map[string]*hashtable.Set[key]
}

func (p *setProgram) insert(s *hashtable.Set[key], i int) {
	s.Add(p.hashes[i], numbered(i), distinct)
}

func (p *setProgram) remove(s *hashtable.Set[key], i int) {
	if at := s.FindIdentical(p.hashes[i], numbered(i)); at >= 0 {
		s.Delete(at)
	}
}

func copied(s *hashtable.Set[key]) *hashtable.Set[key] {
	c := s.Copied()
	return &c
}

func merge(s, o *hashtable.Set[key]) {
	if !s.Merge(o) {
		s.AddAll(o, 0, distinct)
	}
}

func intersect(a, b *hashtable.Set[key]) *hashtable.Set[key] {
	if a == b {
		return copied(a)
	}
	r := new(hashtable.Set[key])
	walked, other := hashtable.IntersectWalked(a, b)
	r.AddCommon(walked, other, 0, distinct)
	return r
}

func subtract(s, o *hashtable.Set[key]) {
	switch {
	case s == o:
		s.Clear()
		return
	case s.DifferenceByIntersection(o.Len()):
		o = intersect(s, o)
	}
	s.RemoveAll(o, 0, distinct)
	s.Trim()
}

func minus(a, b *hashtable.Set[key]) *hashtable.Set[key] {
	if a.DifferenceByCopy(b.Len()) {
		r := copied(a)
		subtract(r, b)
		return r
	}
	r := new(hashtable.Set[key])
	r.AddMissing(a, b, 0, distinct)
	return r
}

func (p *setProgram) step(t *testing.T, words []string) {
	op, target := words[0], words[1]
	s := p.sets[target]
	nums := make([]int, 0, len(words))
	var x, y *hashtable.Set[key]
	for i, w := range words[2:] {
		if o := p.sets[w]; o != nil {
			if i == 0 {
				x = o
			} else {
				y = o
			}
			continue
		}
		n, err := strconv.Atoi(w)
		require.NoError(t, err)
		nums = append(nums, n)
	}
	addEach := func(s *hashtable.Set[key]) *hashtable.Set[key] {
		for _, n := range nums {
			p.insert(s, n)
		}
		return s
	}
	removeEach := func(s *hashtable.Set[key]) *hashtable.Set[key] {
		for _, n := range nums {
			p.remove(s, n)
		}
		s.Trim()
		return s
	}
	switch op {
	case "add":
		addEach(s)
	case "discard":
		for _, n := range nums {
			p.remove(s, n)
		}
	case "pop":
		for _, want := range nums[1:] {
			at := s.PopSlot()
			k, hash, ok := s.Pop()
			require.True(t, ok)
			require.Equal(t, numbered(want), k)
			require.Equal(t, p.hashes[want], hash)
			require.False(t, s.Live(at))
		}
		if len(nums)-1 < nums[0] {
			_, _, ok := s.Pop()
			require.False(t, ok)
		}
	case "clear":
		s.Clear()
	case "fill":
		p.sets[target] = addEach(new(hashtable.Set[key]))
	case "fromdict":
		s = new(hashtable.Set[key])
		s.Reserve(len(nums))
		p.sets[target] = addEach(s)
	case "updatelist":
		addEach(s)
	case "updatedict":
		s.Reserve(len(nums))
		addEach(s)
	case "minusdict":
		if s.DifferenceByCopy(len(nums)) {
			p.sets[target] = removeEach(copied(s))
			break
		}
		other := addEach(new(hashtable.Set[key]))
		r := new(hashtable.Set[key])
		r.AddMissing(s, other, 0, distinct)
		p.sets[target] = r
	case "isublist":
		removeEach(s)
	case "minuslist":
		p.sets[target] = removeEach(copied(s))
	case "copy", "frozen":
		c := copied(x)
		if op == "frozen" {
			c = copied(c)
		}
		p.sets[target] = c
	case "union":
		r := copied(x)
		if x != y {
			merge(r, y)
		}
		p.sets[target] = r
	case "intersect":
		p.sets[target] = intersect(x, y)
	case "minus":
		p.sets[target] = minus(x, y)
	case "toggle":
		r := copied(y)
		r.ToggleAll(x, 0, distinct)
		p.sets[target] = r
	case "ior":
		merge(s, x)
	case "iand":
		s.Become(intersect(s, x))
	case "isub":
		subtract(s, x)
	case "ixor":
		if s == x {
			s.Clear()
		} else {
			s.ToggleAll(x, 0, distinct)
		}
	case "series":
		for i := range nums[2] {
			p.insert(s, (nums[0]+i*nums[1])%len(p.hashes))
		}
	default:
		t.Fatalf("unknown step %q", op)
	}
}

func order(s *hashtable.Set[key]) []int {
	var nums []int
	for i := s.Next(0); i >= 0; i = s.Next(i + 1) {
		nums = append(nums, int(s.Key(i).bits))
	}
	return nums
}

// The order of a set is CPython's, whatever was done to it.
func TestSetOrder(t *testing.T) {
	f, err := os.Open("testdata/set_orders.txt")
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	var p *setProgram
	steps := 0
	for n := 1; lines.Scan(); n++ {
		words := strings.Fields(lines.Text())
		switch words[0] {
		case "keys", "range":
			p = &setProgram{sets: map[string]*hashtable.Set[key]{"a": {}, "b": {}, "c": {}}}
			if words[0] == "range" {
				size, err := strconv.Atoi(words[1])
				require.NoError(t, err)
				for i := range size {
					p.hashes = append(p.hashes, int64(i))
				}
				continue
			}
			for _, w := range words[1:] {
				h, err := strconv.ParseInt(w, 10, 64)
				require.NoError(t, err)
				p.hashes = append(p.hashes, h)
			}
			continue
		}
		steps++
		split := len(words) - 3
		p.step(t, words[:split])
		s := p.sets[words[1]]
		got := order(s)
		require.Equal(t, words[split+1], strconv.Itoa(s.Len()), "line %d: %s", n, lines.Text())
		require.Len(t, got, s.Len(), "line %d", n)
		text := strings.Trim(fmt.Sprint(got), "[]")
		crc := fmt.Sprintf("%x", crc32.ChecksumIEEE([]byte(text)))
		require.Equal(t, words[split+2], crc, "line %d: %s\ngot order %s", n, lines.Text(), text)
	}
	require.NoError(t, lines.Err())
	require.Greater(t, steps, 1000)
}

func TestSetProbe(t *testing.T) {
	var s hashtable.Set[key]
	require.False(t, s.Search(7).Found())
	for i := range 30 {
		s.Insert(7, numbered(i))
		s.Insert(int64(i), numbered(100+i))
	}
	seen := map[uint64]bool{}
	var p hashtable.SetProbe[key]
	for p = s.Search(7); p.Found(); p = s.SearchNext(p) {
		require.Equal(t, p.Key(), s.Key(p.Entry()))
		require.Equal(t, int64(7), p.Hash())
		seen[p.Key().bits] = true
	}
	require.Len(t, seen, 31)
	require.False(t, s.SearchNext(p).Found())

	p = s.Search(7)
	require.False(t, s.Stale(p))
	c := s.Clone()
	require.False(t, c.Stale(p))
	c.Delete(p.Entry())
	require.True(t, c.Stale(p), "its candidate was removed")
	require.True(t, s.Live(p.Entry()), "the clone is apart")
	c = s.Clone()
	for i := range 500 {
		c.Insert(int64(i), numbered(1000+i))
	}
	require.True(t, c.Stale(p), "keys moved")
	c.Clear()
	require.True(t, c.Stale(p))
}

// An operation stops at the first key that needs Python to be compared, leaves
// everything about it to the caller, and goes on after it.
func TestSetOperationStops(t *testing.T) {
	ask := func(a, b key) (equal, known bool) { return false, false }
	var a, b hashtable.Set[key]
	for i := range 10 {
		a.Insert(int64(i), numbered(i))
		b.Insert(int64(i), numbered(i))
	}
	b.Delete(b.FindIdentical(6, numbered(6)))
	b.Insert(6, numbered(106))

	require.False(t, a.Merge(&b))
	at := a.AddAll(&b, 0, ask)
	require.Equal(t, numbered(106), b.Key(at))
	require.Equal(t, -1, a.AddAll(&b, at+1, ask))
	require.Equal(t, 10, a.Len())
	require.Equal(t, numbered(106), b.Key(a.ToggleAll(&b, at, ask)))
	require.Equal(t, numbered(106), b.Key(a.RemoveAll(&b, at, ask)))
	var r hashtable.Set[key]
	require.Equal(t, numbered(106), b.Key(r.AddCommon(&b, &a, 0, ask)))
	require.Equal(t, numbered(106), b.Key(r.AddMissing(&b, &a, at, ask)))
}
