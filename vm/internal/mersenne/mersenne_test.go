package mersenne_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/mersenne"
)

func TestGenerator(t *testing.T) {
	g := mersenne.New(nil)
	for _, c := range expect.Read(t, "testdata/random.txt") {
		f := c.Fields
		switch f[0] {
		case "seed":
			g.SeedInt(c.Big(t, 1))
		case "random":
			require.Equal(t, c.Float(t, 1), g.Float64(), "line %d", c.Line)
		case "bits":
			k := c.Int(t, 1)
			twin := g.Clone()
			got := g.BigBits(k)
			require.Zero(t, c.Big(t, 2).Cmp(got), "line %d: got %v", c.Line, got)
			if k <= 64 {
				require.Equal(t, got.Uint64(), twin.Bits(k))
			}
		case "skip":
			for range c.Int(t, 1) {
				g.Uint32()
			}
		case "state":
			g.SeedInt(big.NewInt(5))
			s := g.State()
			for i, w := range s {
				require.Equal(t, uint32(c.Int(t, i+1)), w)
			}
		default:
			t.Fatalf("unknown case %q", f)
		}
	}
}

func TestStateRoundTrip(t *testing.T) {
	g := mersenne.New([]uint32{1, 2, 3})
	for range 1000 {
		g.Uint32()
	}
	var h mersenne.Generator
	require.NoError(t, h.SetState(g.State()))
	c := g.Clone()
	for range 2000 {
		w := g.Uint32()
		require.Equal(t, w, h.Uint32())
		require.Equal(t, w, c.Uint32())
	}
	s := g.State()
	s[624] = 625
	require.ErrorIs(t, h.SetState(s), mersenne.ErrState)
}

func BenchmarkFloat64(b *testing.B) {
	g := mersenne.New([]uint32{1})
	for b.Loop() {
		g.Float64()
	}
}
