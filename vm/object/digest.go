package object

import (
	"strconv"
	"unsafe"
)

// DigestAll hashes everything that can be reached from the roots, in the order of a walk: two equal states of a machine
// have equal digests, wherever their objects lie in memory.
func DigestAll(roots func(value func(Value), word func(uint64))) uint64 {
	h := uint64(14695981039346656037)
	walkAll(roots, func(x uint64) {
		h ^= x
		h *= 1099511628211
		h ^= h >> 29
	}, nil)
	return h
}

// DescribeAll tells what DigestAll hashes, an object a line, so that two states can be compared: the first line that
// differs shows what does.
func DescribeAll(roots func(value func(Value), word func(uint64))) []string {
	lines := []string{"roots:"}
	walkAll(roots, func(x uint64) { lines[len(lines)-1] += " " + strconv.FormatUint(x, 16) }, func(o *Hdr, n uint64) {
		name := TypeOf(Ref(o)).Name
		switch o.Kind {
		case KStr:
			name += " " + strconv.Quote((*Str)(unsafe.Pointer(o)).s)
		case KType:
			name += " " + (*Type)(unsafe.Pointer(o)).Name
		}
		lines = append(lines, strconv.FormatUint(n, 16)+" "+name+":")
	})
	return lines
}

// walkAll feeds every object to word, each once; begin is told of an object before.
func walkAll(roots func(value func(Value), word func(uint64)), word func(uint64), begin func(o *Hdr, n uint64)) {
	seen := map[*Hdr]uint64{}
	var todo []*Hdr
	value := func(v Value) {
		if v.p == nil {
			word(0)
			return
		}
		if v.p.Kind <= KNotImplemented || v.p.Kind == KLoop {
			word(uint64(v.p.Kind))
			word(v.bits)
			return
		}
		n, ok := seen[v.p]
		if !ok {
			n = uint64(len(seen)) + 1000
			seen[v.p] = n
			todo = append(todo, v.p)
		}
		word(n)
	}
	roots(value, word)
	for i := 0; i < len(todo); i++ {
		o := todo[i]
		if begin != nil {
			begin(o, seen[o])
		}
		word(uint64(o.Kind))
		if o.Flags&FlagStatic != 0 && o.Kind == KType {
			t := (*Type)(unsafe.Pointer(o))
			for j := range len(t.Name) {
				word(uint64(t.Name[j]))
			}
			continue
		}
		word(uint64(o.id))
		Digest(o, value, word)
	}
}

// VisitAll calls f for every object that can be reached from the roots, each once.
func VisitAll(roots func(value func(Value)), f func(*Hdr)) {
	seen := map[*Hdr]bool{}
	var todo []*Hdr
	value := func(v Value) {
		if v.IsObject() && v.p.Kind != KLoop && !seen[v.p] {
			seen[v.p] = true
			todo = append(todo, v.p)
		}
	}
	roots(value)
	for len(todo) > 0 {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		f(o)
		Visit(o, value)
	}
}
