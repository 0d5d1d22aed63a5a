package hashtable_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/hashtable"
)

type dict = hashtable.Dict[key, int]

// spread gives key i a hash such that some keys share one.
func spread(i int) int64 { return int64(i%1000) * 0x9E3779B97F4A7C1 }

// model is a dict as a list of pairs: slow and plainly right.
type model struct {
	keys []int
	vals map[int]int
}

func (m *model) set(k, v int) {
	if _, ok := m.vals[k]; !ok {
		m.keys = append(m.keys, k)
	}
	m.vals[k] = v
}

func (m *model) remove(k int) {
	delete(m.vals, k)
	for i, have := range m.keys {
		if have == k {
			m.keys = append(m.keys[:i:i], m.keys[i+1:]...)
			return
		}
	}
}

func set(d *dict, k, v int) {
	if i := d.FindIdentical(spread(k), numbered(k)); i >= 0 {
		d.At(i).Val = v
		return
	}
	d.Insert(spread(k), numbered(k), v)
}

func requireSame(t *testing.T, m *model, d *dict) {
	t.Helper()
	require.Equal(t, len(m.keys), d.Len())
	n := 0
	for i := d.Next(0); i >= 0; i = d.Next(i + 1) {
		e := d.At(i)
		require.True(t, d.Live(i))
		require.Equal(t, numbered(m.keys[n]), e.Key)
		require.Equal(t, m.vals[m.keys[n]], e.Val)
		require.Equal(t, spread(m.keys[n]), e.Hash)
		require.Equal(t, i, d.FindIdentical(e.Hash, e.Key))
		n++
	}
	require.Equal(t, len(m.keys), n)
	for i := d.Prev(d.Bound()); i >= 0; i = d.Prev(i - 1) {
		n--
		require.Equal(t, numbered(m.keys[n]), d.At(i).Key)
	}
	require.Zero(t, n)
}

func TestDictAgainstModel(t *testing.T) {
	for _, span := range []int{4, 12, 40, 300, 3000} {
		rng := rand.New(rand.NewPCG(1, uint64(span)))
		var d dict
		m := &model{vals: map[int]int{}}
		for step := range 6000 {
			k := rng.IntN(span)
			version := d.Version()
			switch op := rng.IntN(20); {
			case op < 10:
				n := d.Len()
				set(&d, k, step)
				m.set(k, step)
				require.Equal(t, n != d.Len(), version != d.Version())
			case op < 16:
				if i := d.FindIdentical(spread(k), numbered(k)); i >= 0 {
					d.Delete(i)
					require.NotEqual(t, version, d.Version())
				}
				m.remove(k)
			case op < 17:
				e, i, ok := d.PopLast()
				require.Equal(t, len(m.keys) > 0, ok)
				if ok {
					require.Equal(t, numbered(m.keys[len(m.keys)-1]), e.Key)
					require.Equal(t, i, d.Bound())
					m.remove(m.keys[len(m.keys)-1])
				}
			case op < 18 && rng.IntN(10) == 0:
				d.Compact()
				require.Equal(t, d.Len(), d.Bound())
			case op < 19 && rng.IntN(10) == 0:
				c := d.Clone()
				d.Clear()
				require.Zero(t, d.Len())
				d = c
			case rng.IntN(200) == 0:
				d.Clear()
				m = &model{vals: map[int]int{}}
			case rng.IntN(20) == 0:
				d.Reserve(rng.IntN(2 * span))
			}
			if step%97 == 0 {
				requireSame(t, m, &d)
			}
		}
		requireSame(t, m, &d)
	}
}

// Find tells apart "identical", "surely absent" and "something to compare".
func TestDictFind(t *testing.T) {
	for _, n := range []int{1, 5, 8, 9, 20, 500} {
		var d dict
		for i := range n {
			d.Insert(spread(i), numbered(i), i)
		}
		for i := range n {
			at, sure := d.Find(spread(i), numbered(i))
			require.True(t, sure)
			require.Equal(t, i, d.At(at).Val)
			at, sure = d.Find(spread(i), numbered(i+1000))
			require.Equal(t, -1, at)
			require.False(t, sure)
			require.Equal(t, i, d.FindFunc(spread(i), func(k key) bool { return k.bits%1000 == uint64(i) }))
			require.Equal(t, -1, d.FindFunc(spread(i), func(key) bool { return false }))
		}
		at, sure := d.Find(spread(n), numbered(n))
		require.Equal(t, -1, at)
		require.True(t, sure)
	}
}

// A probe shows every key of its hash once, in order of insertion, and tells
// when the table changed under it.
func TestDictProbe(t *testing.T) {
	for _, clash := range []int{1, 3, 8, 9, 40} {
		var d dict
		for i := range clash {
			d.Insert(7, numbered(i), i)
			if clash > 8 {
				d.Insert(int64(i)<<8|7, numbered(1000+i), 0)
			}
		}
		n := 0
		var p hashtable.Probe[key]
		for p = d.Search(7); p.Found(); p = d.SearchNext(p) {
			if p.Key().bits < 1000 {
				require.Equal(t, numbered(n), p.Key())
				require.Equal(t, p.Key(), d.At(p.Entry()).Key)
				n++
			}
			require.Equal(t, int64(7), p.Hash())
		}
		require.Equal(t, clash, n)
		require.Equal(t, -1, p.Entry())
		require.False(t, d.SearchNext(p).Found())

		p = d.Search(7)
		require.False(t, d.Stale(p))
		c := d.Clone()
		c.Delete(p.Entry())
		require.True(t, c.Stale(p), "its candidate was removed")
		c = d.Clone()
		layout := c.Layout()
		for i := 0; c.Layout() == layout; i++ {
			require.False(t, c.Stale(p))
			c.Insert(int64(i)<<3, numbered(2000+i), 0)
		}
		require.True(t, c.Stale(p), "entries were renumbered")
		c = d.Clone()
		c.Clear()
		require.True(t, c.Stale(p))
	}
}

// Removing keys first in, first out must not search the holes again and again:
// a queue of a million steps ends at once or not at all.
func TestDictAsQueue(t *testing.T) {
	var d dict
	for i := range 100_000 {
		d.Insert(spread(i)^int64(i)<<20, numbered(i), i)
	}
	d.Delete(5)
	for i := range 100_000 {
		if i == 5 {
			continue
		}
		at := d.Next(0)
		require.Equal(t, i, d.At(at).Val)
		d.Delete(at)
	}
	require.Zero(t, d.Len())
	require.Equal(t, -1, d.Next(0))
}

// Mark, saved chunks and Restore bring back an instant, however the table was
// changed meanwhile, and can do so twice.
func TestDictMark(t *testing.T) {
	const chunk = 16
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 2))
		var d dict
		m := &model{vals: map[int]int{}}
		for i := range 1500 {
			set(&d, i, i)
			m.set(i, i)
		}
		for range rng.IntN(400) {
			k := rng.IntN(1500)
			if i := d.FindIdentical(spread(k), numbered(k)); i >= 0 {
				d.Delete(i)
				m.remove(k)
			}
		}
		mark, layout := d.Mark(), d.Layout()
		require.Equal(t, d.Bound(), mark.Bound())
		for range 2 {
			var chunks []hashtable.Chunk[key, int]
			saved := map[int]bool{}
			touch := func(i int) {
				if lo := i / chunk * chunk; i < mark.Bound() && d.Layout() == layout && !saved[lo] {
					saved[lo] = true
					chunks = append(chunks, d.Chunk(lo, min(lo+chunk, mark.Bound())))
				}
			}
			for range rng.IntN(3000) {
				k := rng.IntN(4000)
				switch at := d.FindIdentical(spread(k), numbered(k)); {
				case at < 0 && rng.IntN(3) > 0:
					d.Insert(spread(k), numbered(k), -1)
				case at < 0:
					if last := d.Prev(d.Bound()); last >= 0 {
						touch(last)
						d.PopLast()
					}
				case rng.IntN(2) == 0:
					touch(at)
					d.At(at).Val = -2
				default:
					touch(at)
					d.Delete(at)
				}
			}
			if rng.IntN(4) == 0 {
				d.Clear()
			}
			version := d.Version()
			d.Restore(mark, chunks)
			require.NotEqual(t, version, d.Version())
			requireSame(t, m, &d)
			layout = d.Layout()
		}
	}
}

// Of two chunks that cover one entry the older one, which comes first, wins.
func TestDictMarkOldestChunkWins(t *testing.T) {
	var d dict
	for i := range 40 {
		d.Insert(spread(i), numbered(i), i)
	}
	mark := d.Mark()
	old := d.Chunk(0, 16)
	d.At(3).Val = -1
	young := d.Chunk(0, 1000)
	require.Len(t, young.Entries, 40)
	d.At(3).Val = -2
	d.Restore(mark, []hashtable.Chunk[key, int]{old, young})
	require.Equal(t, 3, d.At(3).Val)
}

func TestReadsDoNotAllocate(t *testing.T) {
	var d dict
	var s hashtable.Set[key]
	for i := range 5000 {
		d.Insert(spread(i), numbered(i), i)
		s.Insert(spread(i), numbered(i))
	}
	n := 0
	allocs := testing.AllocsPerRun(20, func() {
		for i := range 100 {
			want := numbered(i)
			n += d.FindIdentical(spread(i), want) + s.FindIdentical(spread(i), want)
			n += d.FindFunc(spread(i), func(k key) bool { return k == want })
			n += s.FindFunc(spread(i), func(k key) bool { return k == want })
			for p := d.Search(spread(i)); p.Found(); p = d.SearchNext(p) {
				n += p.Entry()
			}
		}
		for i := d.Next(0); i >= 0; i = d.Next(i + 1) {
			n += d.At(i).Val
		}
	})
	require.Zero(t, allocs)
	require.NotZero(t, n)
}

func BenchmarkDictFind(b *testing.B) {
	for _, n := range []int{4, 8, 100, 100_000} {
		b.Run(label(n), func(b *testing.B) {
			var d dict
			for i := range n {
				d.Insert(int64(i), numbered(i), i)
			}
			found := 0
			for i := 0; b.Loop(); i++ {
				if i == n {
					i = 0
				}
				at, _ := d.Find(int64(i), numbered(i))
				found += at
			}
			_ = found
		})
	}
}

func BenchmarkDictBuild(b *testing.B) {
	for _, n := range []int{4, 100, 100_000} {
		b.Run(label(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var d dict
				for i := range n {
					if at, sure := d.Find(int64(i), numbered(i)); at < 0 && sure {
						d.Insert(int64(i), numbered(i), i)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/key")
		})
	}
}

func BenchmarkSetBuild(b *testing.B) {
	for _, n := range []int{4, 100, 100_000} {
		b.Run(label(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var s hashtable.Set[key]
				for i := range n {
					s.Add(int64(i), numbered(i), distinct)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/key")
		})
	}
}

func BenchmarkSetFind(b *testing.B) {
	for _, n := range []int{4, 100, 100_000} {
		b.Run(label(n), func(b *testing.B) {
			var s hashtable.Set[key]
			for i := range n {
				s.Insert(int64(i), numbered(i))
			}
			found := 0
			for i := 0; b.Loop(); i++ {
				if i == n {
					i = 0
				}
				found += s.FindIdentical(int64(i), numbered(i))
			}
			_ = found
		})
	}
}

func label(n int) string {
	switch {
	case n >= 1000:
		return "large"
	case n > 8:
		return "middle"
	case n == 8:
		return "eight"
	}
	return "small"
}
