package lzma

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	random := make([]byte, 200000)
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	words := []byte{}
	for range 60000 {
		words = append(words, "the quick brown fox jumps over a lazy dog again and again "[r.IntN(40):][:r.IntN(15)+1]...)
	}
	cases := [][]byte{nil, []byte("a"), bytes.Repeat([]byte("ab"), 100000), random, words, append(append([]byte{}, random[:70000]...), words...)}
	p := Props{LC: 3, PB: 2, Dict: 1 << 16}
	for i, data := range cases {
		for _, filters := range [][]Filter{
			{{ID: IDLzma2, Props: p, Depth: 16, Nice: 64}}, {{ID: IDLzma1, Props: p, Depth: 16, Nice: 64}},
			{{ID: IDDelta, Dist: 3}, {ID: IDLzma2, Props: p, Depth: 4, Nice: 32}}, {{ID: IDX86, Start: 7}, {ID: IDLzma2, Props: p, Depth: 4, Nice: 32}},
			{{ID: IDIA64}, {ID: IDLzma1, Props: Props{LC: 0, LP: 2, PB: 0, Dict: 4096}, Depth: 4, Nice: 32}},
		} {
			packed := EncodeRaw(filters, append([]byte(nil), data...))
			for _, size := range []int{1 << 30, 1000, 7} {
				for _, limit := range []int{-1, 500} {
					d, err := NewDecoder(Raw, 0, filters)
					if err != nil {
						t.Fatal(err)
					}
					var got []byte
					for at := 0; ; {
						n := 0
						if d.Starving() {
							n = min(size, len(packed)-at)
						}
						out, err := d.Write(string(packed[at:at+n]), limit)
						at += n
						if err != nil {
							t.Fatalf("case %d, chain %v: %v", i, filters, err)
						}
						got = append(got, out...)
						if d.Ended() || n == 0 && len(out) == 0 {
							break
						}
					}
					if !d.Ended() || !bytes.Equal(got, data) {
						t.Fatalf("case %d, chain %v, pieces of %d, limit %d: %d bytes of %d, ended %v", i, filters, size, limit, len(got), len(data), d.Ended())
					}
				}
			}
		}
	}
}
