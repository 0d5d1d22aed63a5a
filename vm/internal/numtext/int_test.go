package numtext_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/numtext"
)

func TestInt(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/int.txt") {
		f := c.Fields
		switch f[0] {
		case "parse", "limit":
			v, b, err := numtext.ParseInt(f[1], c.Int(t, 2), numtext.DefaultMaxDigits)
			if err == nil {
				sameInt(t, c, 3, whole(v, b))
				require.True(t, b == nil || !b.IsInt64(), "small ints come as int64")
				continue
			}
			if f[0] == "parse" {
				require.Equal(t, "error", f[3], "%q", f)
				continue
			}
			require.Equal(t, f[3], strings.TrimSuffix(err.Message(""), ": "), "line %d", c.Line)
		case "text":
			n := c.Big(t, 1)
			require.Equal(t, f[2], numtext.FormatBig(n, 10, false))
			require.Equal(t, f[1], numtext.FormatBig(n, 16, true))
			require.Equal(t, f[3], numtext.FormatBig(n, 2, true))
			require.Equal(t, f[4], numtext.FormatBig(n, 8, true))
			require.Equal(t, c.Int(t, 6), numtext.BitCountBig(n))
			if n.IsInt64() {
				v := n.Int64()
				require.Equal(t, f[2], numtext.FormatInt(v, 10, false))
				require.Equal(t, f[1], numtext.FormatInt(v, 16, true))
				require.Equal(t, f[3], numtext.FormatInt(v, 2, true))
				require.Equal(t, c.Int(t, 5), numtext.BitLength(v))
				require.Equal(t, c.Int(t, 6), numtext.BitCount(v))
			}
		case "divmod":
			a, b := c.Big(t, 1), c.Big(t, 2)
			q, m := numtext.FloorDivMod(a, b)
			sameInt(t, c, 3, q)
			sameInt(t, c, 4, m)
			if a.IsInt64() && b.IsInt64() {
				v, ok := numtext.FloorDiv(a.Int64(), b.Int64())
				require.Equal(t, q.IsInt64(), ok)
				if ok {
					sameInt(t, c, 3, big.NewInt(v))
				}
				sameInt(t, c, 4, big.NewInt(numtext.Mod(a.Int64(), b.Int64())))
			}
		case "truediv":
			a, b := c.Big(t, 1), c.Big(t, 2)
			r, ok := numtext.TrueDiv(a, b)
			require.Equal(t, f[3] != "overflow", ok, "%q", f)
			if ok {
				sameFloat(t, c, 3, r)
				if a.IsInt64() && b.IsInt64() {
					sameFloat(t, c, 3, numtext.TrueDivInt(a.Int64(), b.Int64()))
				}
			}
		case "gcd":
			a, b := c.Big(t, 1), c.Big(t, 2)
			sameInt(t, c, 3, numtext.Gcd(a, b))
			sameInt(t, c, 4, numtext.Isqrt(new(big.Int).Abs(a)))
			if a.IsInt64() && b.IsInt64() {
				sameInt(t, c, 3, new(big.Int).SetUint64(numtext.GcdInt(a.Int64(), b.Int64())))
			}
		case "compare":
			n, x := c.Big(t, 1), c.Float(t, 2)
			require.Equal(t, c.Int(t, 3), numtext.CompareBigFloat(n, x), "%q", f)
			if n.IsInt64() {
				require.Equal(t, c.Int(t, 3), numtext.CompareIntFloat(n.Int64(), x), "%q", f)
			}
		case "pow":
			want := c.Big(t, 3)
			p, ok := numtext.Pow(c.Big(t, 1), c.Big(t, 2))
			require.True(t, ok)
			sameInt(t, c, 3, p)
			v, ok := numtext.PowInt(int64(c.Int(t, 1)), int64(c.Int(t, 2)))
			if ok {
				sameInt(t, c, 3, big.NewInt(v))
			} else {
				require.GreaterOrEqual(t, want.BitLen(), 63, "%q", f)
			}
		case "modpow":
			r, err := numtext.ModPow(c.Big(t, 1), c.Big(t, 2), c.Big(t, 3))
			if err != "" {
				require.Equal(t, f[4], string(err), "%q", f)
				continue
			}
			sameInt(t, c, 4, r)
		case "round":
			sameInt(t, c, 3, numtext.RoundInt(c.Big(t, 1), c.Int(t, 2)))
		case "bytes":
			little, signed := f[3] == "little", f[4] == "1"
			b, err := numtext.IntToBytes(c.Big(t, 1), c.Int(t, 2), little, signed)
			if len(f) == 7 {
				require.Equal(t, f[6], string(err), "%q", f)
				continue
			}
			require.Empty(t, err, "%q", f)
			require.Equal(t, f[5], string(b), "%q", f)
			sameInt(t, c, 1, whole(numtext.IntFromBytes(b, little, signed)))
		case "tofloat":
			r, ok := numtext.BigToFloat(c.Big(t, 1))
			require.Equal(t, f[2] != "overflow", ok, "%q", f)
			if ok {
				sameFloat(t, c, 2, r)
			}
		default:
			t.Fatalf("unknown case %q", f)
		}
	}
}

func TestPowRefusesWhatDoesNotFit(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 100)
	_, ok := numtext.Pow(big.NewInt(10), huge)
	require.False(t, ok)
	_, ok = numtext.Pow(big.NewInt(10), big.NewInt(1<<40))
	require.False(t, ok)
	for _, base := range []int64{-1, 0, 1} {
		p, ok := numtext.Pow(big.NewInt(base), huge)
		require.True(t, ok)
		require.Equal(t, base*base, p.Int64())
	}
}

func TestShift(t *testing.T) {
	r, ok := numtext.Lsh(big.NewInt(3), 70)
	require.True(t, ok)
	require.Equal(t, "0xc00000000000000000", numtext.FormatBig(r, 16, true))
	_, ok = numtext.Lsh(big.NewInt(1), 1<<40)
	require.False(t, ok)
	_, ok = numtext.Lsh(new(big.Int), 1<<40)
	require.True(t, ok)
}

func TestLongDecimalsReadBack(t *testing.T) {
	for _, digits := range []int{1199, 1200, 1201, 2400, 2401, 10_000, 50_001} {
		s := strings.Repeat("9071", digits/4+1)[:digits]
		_, b, err := numtext.ParseInt(s, 10, 0)
		require.Nil(t, err)
		require.Equal(t, s, numtext.FormatBig(b, 10, false))
		require.False(t, numtext.ExceedsDigits(b, digits))
		require.True(t, numtext.ExceedsDigits(b, digits-1))
		require.False(t, numtext.ExceedsDigits(b, 0))
	}
}

func BenchmarkParseMillionDigits(b *testing.B) {
	s := strings.Repeat("7", 1_000_000)
	for b.Loop() {
		numtext.ParseInt(s, 10, 0)
	}
}
