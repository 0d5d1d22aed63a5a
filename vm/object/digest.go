package object

import "unsafe"

// DigestAll hashes everything that can be reached from the roots, in the order of a walk: two equal states of a machine
// have equal digests, wherever their objects lie in memory.
func DigestAll(roots func(value func(Value), word func(uint64))) uint64 {
	h := uint64(14695981039346656037)
	word := func(x uint64) {
		h ^= x
		h *= 1099511628211
		h ^= h >> 29
	}
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
	return h
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
