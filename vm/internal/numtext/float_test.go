package numtext_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/numtext"
)

func sameFloat(t *testing.T, c expect.Case, k int, got float64) {
	t.Helper()
	if want := c.Float(t, k); !expect.SameFloat(want, got) {
		t.Fatalf("line %d %q: want %v, got %v", c.Line, c.Fields, want, got)
	}
}

func whole(v int64, b *big.Int) *big.Int {
	if b == nil {
		return big.NewInt(v)
	}
	return b
}

func sameInt(t *testing.T, c expect.Case, k int, got *big.Int) {
	t.Helper()
	if want := c.Big(t, k); want.Cmp(got) != 0 {
		t.Fatalf("line %d %q: want %v, got %v", c.Line, c.Fields, want, got)
	}
}

func TestFloat(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/float.txt") {
		f := c.Fields
		switch f[0] {
		case "repr":
			require.Equal(t, f[2], numtext.FloatRepr(c.Float(t, 1)))
			back, ok := numtext.ParseFloat(f[2])
			require.True(t, ok)
			sameFloat(t, c, 1, back)
		case "hex":
			require.Equal(t, f[2], numtext.FloatHex(c.Float(t, 1)))
			back, err := numtext.FloatFromHex(f[2])
			require.Empty(t, err)
			sameFloat(t, c, 1, back)
		case "ratio":
			num, den := numtext.AsIntegerRatio(c.Float(t, 1))
			sameInt(t, c, 2, num)
			sameInt(t, c, 3, den)
		case "int":
			sameInt(t, c, 2, whole(numtext.FloatToInt(c.Float(t, 1))))
		case "round":
			r, overflow := numtext.Round(c.Float(t, 1), c.Int(t, 2))
			require.Equal(t, f[3] == "overflow", overflow, "%q", f)
			if !overflow {
				sameFloat(t, c, 3, r)
			}
		case "divmod":
			x, y := c.Float(t, 1), c.Float(t, 2)
			q, m := numtext.FloatDivMod(x, y)
			sameFloat(t, c, 3, q)
			sameFloat(t, c, 4, m)
			sameFloat(t, c, 5, numtext.FloatFloorDiv(x, y))
			sameFloat(t, c, 6, numtext.FloatMod(x, y))
			if want := math.Mod(x, y); !expect.SameFloat(want, numtext.Fmod(x, y)) {
				t.Fatalf("Fmod(%v, %v): want %v, got %v", x, y, want, numtext.Fmod(x, y))
			}
		case "complex":
			require.Equal(t, f[3], numtext.ComplexRepr(c.Float(t, 1), c.Float(t, 2)))
		case "parse":
			v, ok := numtext.ParseFloat(f[1])
			require.Equal(t, f[2] != "error", ok, "%q", f)
			if ok {
				sameFloat(t, c, 2, v)
			}
		case "cparse":
			re, im, ok := numtext.ParseComplex(f[1])
			require.Equal(t, f[2] != "error", ok, "%q", f)
			if ok {
				sameFloat(t, c, 2, re)
				sameFloat(t, c, 3, im)
			}
		case "fromhex":
			v, err := numtext.FloatFromHex(f[1])
			switch err {
			case numtext.HexInvalid:
				require.Equal(t, "invalid", f[2], "%q", f)
			case numtext.HexTooBig:
				require.Equal(t, "overflow", f[2], "%q", f)
			default:
				require.Len(t, f[2], 16, "%q", f)
				sameFloat(t, c, 2, v)
			}
		default:
			t.Fatalf("unknown case %q", f)
		}
	}
}

func TestNegativeNaN(t *testing.T) {
	f, ok := numtext.ParseFloat("-nan")
	require.True(t, ok)
	require.True(t, math.Signbit(f))
	require.Equal(t, "nan", numtext.FloatRepr(f))
}

func BenchmarkFloatRepr(b *testing.B) {
	var buf [32]byte
	for b.Loop() {
		numtext.AppendFloatRepr(buf[:0], 3.14159265358979)
	}
}

func BenchmarkFloatMod(b *testing.B) {
	x := 12345.678
	for b.Loop() {
		numtext.FloatMod(x, 3.25)
	}
}
