package timsort

// mergeLow merges the na elements at lo with the nb at b, which follow them, from
// the left. The first b is known to go first and the last a to go last.
func (s *sorter[K, V]) mergeLow(lo, na, b, nb int) {
	s.hold(lo, na)
	keys, held := s.keys, s.heldK
	a, dest := 0, lo // the next of the held ones, the next place
	s.move(dest, b, 1)
	dest, b, nb = dest+1, b+1, nb-1
	gallop := s.gallop

merging:
	for nb > 0 && na > 1 {
		wonA, wonB := 0, 0
		for wonA < gallop && wonB < gallop {
			if keys[b] < held[a] {
				keys[dest] = keys[b]
				if s.vals != nil {
					s.vals[dest] = s.vals[b]
				}
				dest, b, nb = dest+1, b+1, nb-1
				wonA, wonB = 0, wonB+1
				if nb == 0 {
					break merging
				}
			} else {
				keys[dest] = held[a]
				if s.vals != nil {
					s.vals[dest] = s.heldV[a]
				}
				dest, a, na = dest+1, a+1, na-1
				wonA, wonB = wonA+1, 0
				if na == 1 {
					break merging
				}
			}
		}
		gallop++
		for first := true; first || wonA >= minGallop || wonB >= minGallop; first = false {
			gallop = max(gallop-1, 1)
			s.gallop = gallop
			wonA = gallopRight(keys[b], held[a:a+na], 0)
			if wonA > 0 {
				s.unhold(dest, a, wonA)
				dest, a, na = dest+wonA, a+wonA, na-wonA
				if na <= 1 { // 0 only if the order is inconsistent
					break merging
				}
			}
			s.move(dest, b, 1)
			dest, b, nb = dest+1, b+1, nb-1
			if nb == 0 {
				break merging
			}
			wonB = gallopLeft(held[a], keys[b:b+nb], 0)
			if wonB > 0 {
				s.move(dest, b, wonB)
				dest, b, nb = dest+wonB, b+wonB, nb-wonB
				if nb == 0 {
					break merging
				}
			}
			s.unhold(dest, a, 1)
			dest, a, na = dest+1, a+1, na-1
			if na == 1 {
				break merging
			}
		}
		gallop++ // leaving gallop mode is a sign that it pays less
		s.gallop = gallop
	}
	s.move(dest, b, nb)
	s.unhold(dest+nb, a, na)
}

// mergeHigh merges the na elements at lo with the nb at b, which follow them,
// from the right. The first b is known to go first and the last a to go last.
func (s *sorter[K, V]) mergeHigh(lo, na, b, nb int) {
	s.hold(b, nb)
	keys, held := s.keys, s.heldK
	end := b + nb // the place after the next one; na + nb below is lo
	end--
	na--
	s.move(end, lo+na, 1)
	gallop := s.gallop

merging:
	for na > 0 && nb > 1 {
		wonA, wonB := 0, 0
		for wonA < gallop && wonB < gallop {
			end--
			if held[nb-1] < keys[lo+na-1] {
				na--
				keys[end] = keys[lo+na]
				if s.vals != nil {
					s.vals[end] = s.vals[lo+na]
				}
				wonA, wonB = wonA+1, 0
				if na == 0 {
					break merging
				}
			} else {
				nb--
				keys[end] = held[nb]
				if s.vals != nil {
					s.vals[end] = s.heldV[nb]
				}
				wonA, wonB = 0, wonB+1
				if nb == 1 {
					break merging
				}
			}
		}
		gallop++
		for first := true; first || wonA >= minGallop || wonB >= minGallop; first = false {
			gallop = max(gallop-1, 1)
			s.gallop = gallop
			wonA = na - gallopRight(held[nb-1], keys[lo:lo+na], na-1)
			if wonA > 0 {
				end, na = end-wonA, na-wonA
				s.move(end, lo+na, wonA)
				if na == 0 {
					break merging
				}
			}
			end, nb = end-1, nb-1
			s.unhold(end, nb, 1)
			if nb == 1 {
				break merging
			}
			wonB = nb - gallopLeft(keys[lo+na-1], held[:nb], nb-1)
			if wonB > 0 {
				end, nb = end-wonB, nb-wonB
				s.unhold(end, nb, wonB)
				if nb <= 1 { // 0 only if the order is inconsistent
					break merging
				}
			}
			end, na = end-1, na-1
			s.move(end, lo+na, 1)
			if na == 0 {
				break merging
			}
		}
		gallop++
		s.gallop = gallop
	}
	s.move(end-na, lo, na)
	s.unhold(end-na-nb, 0, nb)
}
