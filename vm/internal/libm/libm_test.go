package libm_test

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/libm"
	"slp/vm/internal/mersenne"
)

func function(t *testing.T, name string) *libm.Function {
	for i := range libm.Functions {
		if libm.Functions[i].Name == name {
			return &libm.Functions[i]
		}
	}
	t.Fatalf("no function %q", name)
	return nil
}

func word(e libm.Error) string { return [...]string{"", "domain", "range"}[e] }

// pair is a function of two arguments as the math module has it.
func pair(name string, x, y float64) (float64, libm.Error) {
	switch name {
	case "pow":
		r := libm.Pow(x, y)
		return r, libm.PowError(x, y, r)
	case "atan2":
		return libm.Atan2(x, y), libm.OK
	case "hypot":
		return libm.Hypot(x, y), libm.OK
	case "fmod":
		r := math.Mod(x, y)
		if r != r && x == x && y == y {
			return r, libm.Domain
		}
		return r, libm.OK
	case "remainder":
		r := libm.Remainder(x, y)
		if r != r && x == x && y == y {
			return r, libm.Domain
		}
		return r, libm.OK
	}
	panic("no function " + name)
}

// packed spells a result as testdata/generate.py does.
func packed(r float64, e libm.Error) []byte {
	switch {
	case e != libm.OK:
		return []byte(word(e)[:1])
	case r != r:
		return []byte("n")
	}
	return binary.LittleEndian.AppendUint64(nil, math.Float64bits(r))
}

func check(t *testing.T, c expect.Case, k int, r float64, e libm.Error) {
	t.Helper()
	if want := c.Fields[k]; len(want) != 16 || e != libm.OK {
		require.Equal(t, want, word(e), "line %d: %q: %v", c.Line, c.Fields, r)
		return
	}
	if want := c.Float(t, k); !expect.SameFloat(want, r) {
		t.Fatalf("line %d: %q: want %v, got %v", c.Line, c.Fields, want, r)
	}
}

func floats(t *testing.T, list string) []float64 {
	var out []float64
	for _, s := range strings.Split(list, ",") {
		if s == "" {
			continue
		}
		u, err := strconv.ParseUint(s, 16, 64)
		require.NoError(t, err)
		out = append(out, math.Float64frombits(u))
	}
	return out
}

func TestMath(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/math.txt") {
		f := c.Fields
		switch f[0] {
		case "special":
			fn := function(t, f[1])
			x := c.Float(t, 2)
			r, e := fn.Call(x)
			check(t, c, 3, r, e)
			switch e {
			case libm.Domain:
				// The argument's repr is the tail of CPython's message.
				head, _, found := strings.Cut(fn.Domain, "%s")
				require.True(t, strings.HasPrefix(f[4], head), "%q", f)
				require.Equal(t, found, len(f[4]) > len(head), "%q", f)
			case libm.Range:
				require.Equal(t, f[4], libm.RangeMessage)
			}
		case "pair":
			r, e := pair(f[1], c.Float(t, 2), c.Float(t, 3))
			check(t, c, 4, r, e)
		case "many", "manypairs":
			g := mersenne.New(nil)
			g.SeedInt(big.NewInt(int64(c.Int(t, 2))))
			a, b := c.Float(t, 3), c.Float(t, 4)
			next := func() float64 { return a + float64((b-a)*g.Float64()) }
			sum := crc32.NewIEEE()
			for range 20000 {
				x := next()
				if f[0] == "many" {
					sum.Write(packed(function(t, f[1]).Call(x)))
				} else {
					sum.Write(packed(pair(f[1], x, next())))
				}
			}
			require.Equal(t, f[5], fmt.Sprint(sum.Sum32()), "%s between %v and %v", f[1], a, b)
		case "hypot":
			check(t, c, 2, libm.Norm(floats(t, f[1])), libm.OK)
		case "fsum":
			var s libm.Fsum
			for _, x := range floats(t, f[1]) {
				if s.Add(x); s.Overflowed() {
					break
				}
			}
			if s.Overflowed() {
				require.Equal(t, f[2], "intermediate overflow in fsum", "line %d", c.Line)
				continue
			}
			r, opposite := s.Sum()
			if opposite {
				require.Equal(t, f[2], "-inf + inf in fsum", "line %d", c.Line)
				continue
			}
			check(t, c, 2, r, libm.OK)
		case "sumprod":
			var s libm.SumProd
			ys := floats(t, f[2])
			for i, x := range floats(t, f[1]) {
				require.True(t, s.Add(x, ys[i]))
			}
			check(t, c, 3, s.Sum(), libm.OK)
		case "fma":
			r, e := libm.Fma(c.Float(t, 1), c.Float(t, 2), c.Float(t, 3))
			check(t, c, 4, r, e)
		case "nextafter":
			check(t, c, 4, libm.Nextafter(c.Float(t, 1), c.Float(t, 2), c.Big(t, 3).Uint64()), libm.OK)
		case "ulp":
			check(t, c, 2, libm.Ulp(c.Float(t, 1)), libm.OK)
		case "frexp":
			m, e := libm.Frexp(c.Float(t, 1))
			check(t, c, 2, m, libm.OK)
			require.Equal(t, c.Int(t, 3), e)
			fraction, whole := libm.Modf(c.Float(t, 1))
			check(t, c, 4, fraction, libm.OK)
			check(t, c, 5, whole, libm.OK)
		case "ldexp":
			x := c.Float(t, 1)
			r, e := libm.Ldexp(x, int64(c.Int(t, 2))), libm.OK
			if math.IsInf(r, 0) && !math.IsInf(x, 0) {
				e = libm.Range
			}
			check(t, c, 3, r, e)
		default:
			t.Fatalf("unknown case %q", f)
		}
	}
}

func TestSumProdStopsAtInfinity(t *testing.T) {
	var s libm.SumProd
	require.True(t, s.Add(2, 3))
	require.False(t, s.Add(1e308, 10))
	require.False(t, s.Add(math.NaN(), 1))
	require.Equal(t, 6.0, s.Sum())
}

func BenchmarkFunctions(b *testing.B) {
	for _, f := range libm.Functions {
		b.Run(f.Name, func(b *testing.B) {
			x := 0.0
			for b.Loop() {
				x += 0.001
				if x > 1 {
					x = 0.001
				}
				f.Apply(x)
			}
		})
	}
	for _, y := range []float64{2, 0.5, 1.5, -3.7} {
		b.Run(fmt.Sprint("pow", y), func(b *testing.B) {
			x := 1.0
			for b.Loop() {
				x += 0.001
				libm.Pow(x, y)
			}
		})
	}
}
