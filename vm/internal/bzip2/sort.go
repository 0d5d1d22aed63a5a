package bzip2

// rotations sorts the rotations of a block: their beginnings in order.
func rotations(block []byte) []int32 {
	n := len(block)
	twice := make([]int32, 2*n)
	for i, c := range block {
		twice[i], twice[n+i] = int32(c)+1, int32(c)+1
	}
	order := make([]int32, 0, n)
	for _, i := range suffixes(twice, 257) {
		if int(i) < n {
			order = append(order, i)
		}
	}
	return order
}

// suffixes sorts the suffixes of a text of letters 0 <= c < k by induced sorting (SA-IS, Nong, Zhang and Chan 2009).
func suffixes(s []int32, k int) []int32 {
	n := len(s)
	sa := make([]int32, n)
	if n == 1 {
		return sa
	}
	if n == 0 {
		return nil
	}
	// small tells the suffixes that are smaller than the next one; the empty suffix at the end is the smallest of all.
	small := make([]bool, n)
	for i := n - 2; i >= 0; i-- {
		small[i] = s[i] < s[i+1] || s[i] == s[i+1] && small[i+1]
	}
	leftmost := func(i int) bool { return i > 0 && small[i] && !small[i-1] }
	counts := make([]int32, k)
	for _, c := range s {
		counts[c]++
	}
	bucket := make([]int32, k)
	heads := func() {
		sum := int32(0)
		for c, m := range counts {
			bucket[c] = sum
			sum += m
		}
	}
	tails := func() {
		sum := int32(0)
		for c, m := range counts {
			sum += m
			bucket[c] = sum
		}
	}
	induce := func() {
		heads()
		// The last suffix follows the empty one.
		c := s[n-1]
		sa[bucket[c]] = int32(n - 1)
		bucket[c]++
		for i := range n {
			if j := sa[i] - 1; sa[i] > 0 && !small[j] {
				sa[bucket[s[j]]] = j
				bucket[s[j]]++
			}
		}
		tails()
		for i := n - 1; i >= 0; i-- {
			if j := sa[i] - 1; sa[i] > 0 && small[j] {
				bucket[s[j]]--
				sa[bucket[s[j]]] = j
			}
		}
	}
	clear := func() {
		for i := range sa {
			sa[i] = -1
		}
	}
	clear()
	tails()
	var lms []int32
	for i := 1; i < n; i++ {
		if leftmost(i) {
			lms = append(lms, int32(i))
		}
	}
	for _, i := range lms {
		bucket[s[i]]--
		sa[bucket[s[i]]] = i
	}
	induce()
	if len(lms) == 0 {
		return sa
	}
	// Name the substrings between leftmost ones in their order.
	names := make([]int32, n)
	for i := range names {
		names[i] = -1
	}
	same := func(a, b int32) bool {
		for d := int32(0); ; d++ {
			x, y := int(a+d), int(b+d)
			if x >= n || y >= n {
				return false
			}
			if s[x] != s[y] || small[x] != small[y] {
				return false
			}
			if d > 0 && (leftmost(x) || leftmost(y)) {
				return leftmost(x) && leftmost(y)
			}
		}
	}
	name, last := int32(-1), int32(-1)
	for _, i := range sa {
		if i <= 0 || !leftmost(int(i)) {
			continue
		}
		if last < 0 || !same(last, i) {
			name++
		}
		last = i
		names[i] = name
	}
	reduced := make([]int32, len(lms))
	for j, i := range lms {
		reduced[j] = names[i]
	}
	var order []int32
	if int(name)+1 < len(lms) {
		order = suffixes(reduced, int(name)+1)
	} else {
		order = make([]int32, len(lms))
		for j, r := range reduced {
			order[r] = int32(j)
		}
	}
	clear()
	tails()
	for j := len(order) - 1; j >= 0; j-- {
		i := lms[order[j]]
		bucket[s[i]]--
		sa[bucket[s[i]]] = i
	}
	induce()
	return sa
}
