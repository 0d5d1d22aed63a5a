// Package cjk holds the East Asian encodings: Chinese, Japanese and Korean, of more than one byte a character.
//
// A Coding turns bytes into text and back, as far as it gets: where a sequence stands for nothing it stops and says how
// long that sequence is, and the caller decides what becomes of it. What a stateful encoding has to remember between two
// calls is a State.
package cjk

import "slp/vm/internal/wtf8"

// State is what an encoding remembers: eight bytes of CPython's layout. Stateless encodings leave it alone.
type State [8]byte

// Incomplete as the length of a bad sequence means that more input may make it a good one.
const Incomplete = -1

// Coding is an encoding.
type Coding struct {
	Name string
	// decode reads the sequence that data begins with: how many bytes it takes and the text, or how many are bad.
	decode func(data string, s *State) (r text, n, bad int)
	// encode writes the character that text begins with: how many code points it takes, or how many are bad. flush: no
	// more text follows.
	encode func(out []byte, text []rune, s *State, flush bool) (more []byte, n, bad int)
	// reset ends what the encoder began.
	reset            func(out []byte, s *State) []byte
	encoder, decoder State // how they begin
}

// text is one or two code points, or none: a sequence that only changes the state.
type text [2]rune

const none = -1

func one(r rune) text { return text{r, none} }

var nothing = text{none, none}

// Encoder is the state of an encoder before its first character.
func (c *Coding) Encoder() State { return c.encoder }

// Decoder is the state of a decoder before its first byte.
func (c *Coding) Decoder() State { return c.decoder }

// Decode decodes data from at on: the text as WTF-8, and where it stopped. bad is 0 at the end of data, Incomplete when
// what is left may be the beginning of a character, or the length of an illegal sequence.
func (c *Coding) Decode(data string, at int, s *State) (out []byte, next, bad int) {
	for at < len(data) {
		r, n, bad := c.decode(data[at:], s)
		if bad != 0 {
			return out, at, bad
		}
		at += n
		for _, x := range r {
			if x != none {
				out = wtf8.AppendRune(out, x)
			}
		}
	}
	return out, at, 0
}

// Encode encodes text from at on; bad is as that of Decode, in code points. flush: no more text follows.
func (c *Coding) Encode(text []rune, at int, s *State, flush bool) (out []byte, next, bad int) {
	for at < len(text) {
		more, n, bad := c.encode(out, text[at:], s, flush)
		if bad != 0 {
			return out, at, bad
		}
		out, at = more, at+n
	}
	return out, at, 0
}

// Reset writes what brings a decoder back to its first state.
func (c *Coding) Reset(s *State) []byte {
	if c.reset == nil {
		return nil
	}
	return c.reset(nil, s)
}

// Lookup finds an encoding by the name that CPython's modules _codecs_jp and their like know it by; nil if there is none.
func Lookup(name string) *Coding {
	if i := tableNumber(name); i >= 0 {
		return stateless(name, i)
	}
	if name == "hz" {
		return &Coding{Name: name, decode: hzDecode, encode: hzEncode, reset: hzReset}
	}
	for _, v := range variants {
		if v.name == name {
			return v.coding()
		}
	}
	return nil
}
