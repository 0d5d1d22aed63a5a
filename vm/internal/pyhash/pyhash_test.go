package pyhash_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/pyhash"
)

func items(t *testing.T, list string) []int64 {
	var out []int64
	for _, s := range strings.Split(list, ",") {
		if s == "" {
			continue
		}
		v, err := strconv.ParseInt(s, 10, 64)
		require.NoError(t, err)
		out = append(out, pyhash.Int(v))
	}
	return out
}

func TestHash(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/hash.txt") {
		f := c.Fields
		want := int64(c.Int(t, len(f)-1))
		var got int64
		switch f[0] {
		case "int":
			b := c.Big(t, 1)
			got = pyhash.Big(b)
			if b.IsInt64() {
				require.Equal(t, want, pyhash.Int(b.Int64()), "%q", f)
			}
		case "float":
			got = pyhash.Float(c.Float(t, 1))
		case "complex":
			got = pyhash.Complex(c.Float(t, 1), c.Float(t, 2))
		case "str":
			got = pyhash.Str(f[1])
		case "bytes":
			got = pyhash.Bytes([]byte(f[1]))
		case "tuple":
			got = pyhash.Tuple(items(t, f[1])...)
		case "frozenset":
			var s pyhash.Set
			for _, h := range items(t, f[1]) {
				s.Add(h)
			}
			got = s.Frozenset()
		case "slice":
			s := pyhash.NewSequence()
			for _, h := range items(t, f[1]) {
				s.Add(h)
			}
			got = s.Slice()
		default:
			t.Fatalf("unknown case %q", f)
		}
		require.Equal(t, want, got, "line %d: %q", c.Line, f)
	}
}

func TestIdentity(t *testing.T) {
	require.Equal(t, int64(1), pyhash.Identity(16))
	require.Equal(t, int64(-2), pyhash.Identity(math.MaxUint64))
	require.Equal(t, int64(0), pyhash.Float(math.NaN()))
}

// The secret must matter: texts of another seed must not collide with ours.
func TestKey(t *testing.T) {
	require.NotEqual(t, pyhash.Str("abc"), pyhash.Key{K0: 1}.Str("abc"))
	require.NotEqual(t, pyhash.Str("abc"), pyhash.Key{K1: 1}.Str("abc"))
}

func BenchmarkStr(b *testing.B) {
	for b.Loop() {
		pyhash.Str("identifier")
	}
}
