package timsort_test

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/timsort"
)

// random is the splitmix64 generator, as in testdata/make_traces.py.
type random struct{ state uint64 }

func (r *random) below(n int) int {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) % uint64(n))
}

// values makes the lists that testdata/make_traces.py sorted.
func values(t testing.TB, shape string, seed, n int) []int64 {
	r := &random{uint64(seed)}
	out := make([]int64, 0, n)
	add := func(v int) { out = append(out, int64(v)) }
	switch shape {
	case "random":
		for range n {
			add(r.below(1 << 30))
		}
	case "few":
		for range n {
			add(r.below(4))
		}
	case "up":
		for i := range n {
			add(i)
		}
	case "down":
		for i := range n {
			add(n - i)
		}
	case "steps":
		for i := range n {
			add((n - i) / 3)
		}
	case "saw":
		for len(out) < n {
			length, first, sign := 1+r.below(100), r.below(1000), -1
			if r.below(2) == 1 {
				sign = 1
			}
			for i := range length {
				add(first + sign*i*(1+r.below(2)))
			}
		}
	case "nearly":
		for i := range n {
			add(i)
		}
		for range n/20 + 1 {
			if n > 0 {
				i, j := r.below(n), r.below(n)
				out[i], out[j] = out[j], out[i]
			}
		}
	case "blocks":
		for len(out) < n {
			first := r.below(50) * 1000
			for i := range 70 + r.below(300) {
				add(first + i)
			}
		}
	case "wild":
		for range n {
			add(r.below(50) - 1)
		}
	default:
		t.Fatalf("unknown shape %q", shape)
	}
	return out[:n]
}

// less is no total order: -1 is not less than, nor greater than, anything.
func less(a, b int64) bool { return a != -1 && b != -1 && a < b }

type trace struct {
	shape                string
	seed, n, stop, count int
	pairs, order         string
}

func traces(t testing.TB) []trace {
	f, err := os.Open("testdata/traces.txt")
	require.NoError(t, err)
	defer f.Close()
	var all []trace
	for lines := bufio.NewScanner(f); lines.Scan(); {
		w := strings.Fields(lines.Text())
		require.Len(t, w, 7)
		num := func(i int) int {
			n, err := strconv.Atoi(w[i])
			require.NoError(t, err)
			return n
		}
		all = append(all, trace{w[0], num(1), num(2), num(3), num(4), w[5], w[6]})
	}
	require.Greater(t, len(all), 1000)
	return all
}

func crc(text string) string { return fmt.Sprintf("%x", crc32.ChecksumIEEE([]byte(text))) }

func orderText(order []int32) string { return strings.Trim(fmt.Sprint(order), "[]") }

// The machine makes CPython's comparisons and leaves CPython's list, also when a
// comparison raises; and a clone taken on the way does the same.
func TestMachineTraces(t *testing.T) {
	for _, c := range traces(t) {
		name := fmt.Sprintf("%s %d %d %d", c.shape, c.seed, c.n, c.stop)
		vals := values(t, c.shape, c.seed, c.n)
		var pairs []byte
		asked := 0
		m := timsort.New(c.n)
		cloneAt := -1
		if c.count > 0 && c.n < 3000 {
			cloneAt = (c.seed + c.n*31) % c.count
		}
		for i, j, more := m.Next(); more; i, j, more = m.Next() {
			if asked == cloneAt {
				abandoned := m
				m = m.Clone()
				for range 50 { // what the other does is of no concern
					if i, j, more := abandoned.Next(); more {
						abandoned.Answer(less(vals[j], vals[i]))
					}
				}
			}
			if asked > 0 {
				pairs = append(pairs, ' ')
			}
			pairs = strconv.AppendInt(pairs, int64(i), 10)
			pairs = append(pairs, ',')
			pairs = strconv.AppendInt(pairs, int64(j), 10)
			asked++
			if asked-1 == c.stop {
				break
			}
			m.Answer(less(vals[i], vals[j]))
		}
		require.Equal(t, c.count, asked, name)
		require.Equal(t, c.pairs, crc(string(pairs)), name)
		require.Equal(t, c.order, crc(orderText(m.Order())), name)
	}
}

func requirePermutation(t *testing.T, order []int32) {
	slices.Sort(order)
	for at, n := range order {
		if int(n) != at {
			require.EqualValues(t, at, n)
		}
	}
}

func TestMachineIsAlwaysAPermutation(t *testing.T) {
	for _, shape := range []string{"random", "saw", "blocks", "wild", "steps"} {
		vals := values(t, shape, 3, 700)
		m := timsort.New(len(vals))
		for i, j, more := m.Next(); more; i, j, more = m.Next() {
			requirePermutation(t, m.Order())
			m.Answer(less(vals[i], vals[j]))
		}
		m.Answer(true) // an answer nobody asked for changes nothing
		_, _, more := m.Next()
		require.False(t, more)
	}
}

// No answers whatever, even contradictory ones, break the machine.
func TestMachineSurvivesNonsense(t *testing.T) {
	for seed := range 400 {
		r := &random{uint64(seed)}
		n, bias := r.below(400), 1+r.below(20)
		m := timsort.New(n)
		for _, _, more := m.Next(); more; _, _, more = m.Next() {
			m.Answer(r.below(20) < bias)
		}
		require.Len(t, m.Order(), n)
		requirePermutation(t, m.Order())
	}
}

// Func and Ordered come to the machine's order; floats with NaN, which have no
// total order, show that they compare in the same way.
func TestFastSortsAgree(t *testing.T) {
	for _, c := range traces(t) {
		if c.stop >= 0 {
			continue
		}
		name := fmt.Sprintf("%s %d %d", c.shape, c.seed, c.n)
		vals := values(t, c.shape, c.seed, c.n)
		order := timsort.Func(c.n, func(i, j int) bool { return less(vals[i], vals[j]) })
		require.Equal(t, c.order, crc(orderText(order)), name)

		floats := make([]float64, c.n)
		words := make([]string, c.n)
		place := make([]int32, c.n)
		for i, v := range vals {
			floats[i], place[i] = float64(v), int32(i)
			if v == -1 {
				floats[i] = math.NaN()
			}
			words[i] = fmt.Sprintf("%010d", v+1_000_000)
		}
		places := slices.Clone(place)
		timsort.Ordered(slices.Clone(floats), places)
		require.Equal(t, c.order, crc(orderText(places)), name)
		timsort.Permute(floats, order)
		if !slices.Contains(vals, -1) {
			require.True(t, slices.IsSorted(floats), name)
			places = slices.Clone(place)
			timsort.Ordered(words, places)
			require.Equal(t, c.order, crc(orderText(places)), name)
			require.True(t, slices.IsSorted(words), name)
			ints := slices.Clone(vals)
			timsort.Ordered(vals, []struct{}(nil))
			require.True(t, slices.IsSorted(vals), name)
			timsort.Ints(ints)
			require.Equal(t, vals, ints)
		}
	}
}

func BenchmarkSort(b *testing.B) {
	for _, shape := range []string{"random", "up", "saw"} {
		vals := values(b, shape, 1, 100_000)
		floats := make([]float64, len(vals))
		words := make([]string, len(vals))
		for i, v := range vals {
			floats[i], words[i] = float64(v), strconv.FormatInt(v, 10)
		}
		perKey := func(b *testing.B) {
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(vals)), "ns/key")
		}
		b.Run(shape+"/int", func(b *testing.B) {
			for b.Loop() {
				timsort.Ordered(slices.Clone(vals), []struct{}(nil))
			}
			perKey(b)
		})
		b.Run(shape+"/float with values", func(b *testing.B) {
			for b.Loop() {
				timsort.Ordered(slices.Clone(floats), slices.Clone(words))
			}
			perKey(b)
		})
		b.Run(shape+"/string", func(b *testing.B) {
			for b.Loop() {
				timsort.Ordered(slices.Clone(words), []struct{}(nil))
			}
			perKey(b)
		})
		b.Run(shape+"/func", func(b *testing.B) {
			for b.Loop() {
				timsort.Func(len(vals), func(i, j int) bool { return vals[i] < vals[j] })
			}
			perKey(b)
		})
	}
}
