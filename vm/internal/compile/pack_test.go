package compile_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
	"slp/vm/stdlib/library"
)

// TestPackedCodeIsTheSame packs and unpacks all of the library.
func TestPackedCodeIsTheSame(t *testing.T) {
	require.NoError(t, library.Walk(func(path string) error {
		text, _ := library.Open(path)
		file := syntax.NewFile(path, text)
		mod, errs := syntax.Parse(file, syntax.Options{})
		if len(errs) > 0 {
			return nil
		}
		c, errs := compile.Compile(mod, file, compile.Options{Filename: path})
		if len(errs) > 0 {
			return nil
		}
		data, err := code.Pack(c)
		require.NoError(t, err, path)
		again, err := code.Unpack(string(data), path)
		require.NoError(t, err, path)
		require.NoError(t, code.Check(again), path)
		require.Equal(t, code.Disassemble(c, constText), code.Disassemble(again, constText), path)
		twice, err := code.Pack(again)
		require.NoError(t, err, path)
		require.Equal(t, data, twice, path)
		return nil
	}))
}

// TestBrokenPacks cuts and changes packed code: it is refused, whatever is done to it.
func TestBrokenPacks(t *testing.T) {
	c := build(t, "a.py", "def f(a, *, b=(1, 2.5, 'x')):\n    if a in {1, 2, 3}:\n        return [b for b in a if b > 10 ** 30]\n", compile.Options{})
	data, err := code.Pack(c)
	require.NoError(t, err)
	sealed := code.Seal(data, 7)
	packed, ok := code.Unseal(sealed, 7)
	require.True(t, ok)
	require.Equal(t, string(data), packed)
	_, ok = code.Unseal(sealed, 8)
	require.False(t, ok, "another compiler made it")
	for i := range sealed {
		_, ok := code.Unseal(sealed[:i], 7)
		require.False(t, ok, "cut at %d", i)
		broken := append([]byte(nil), sealed...)
		broken[i] ^= 0x10
		_, ok = code.Unseal(broken, 7)
		require.False(t, ok, "changed at %d", i)
	}
	for i := range data { // even without its seal it does no harm
		_, err := code.Unpack(string(data[:i]), "a.py")
		require.Error(t, err)
		broken := append([]byte(nil), data...)
		broken[i] ^= 0x55
		if c, err := code.Unpack(string(broken), "a.py"); err == nil {
			_ = code.Check(c)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	text, ok := library.Open("asyncio/base_events.py")
	require.True(b, ok)
	file := syntax.NewFile("x.py", text)
	mod, _ := syntax.Parse(file, syntax.Options{})
	c, _ := compile.Compile(mod, file, compile.Options{Filename: "x.py"})
	data, err := code.Pack(c)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		_, err = code.Unpack(string(data), "x.py")
		require.NoError(b, err)
	}
}
