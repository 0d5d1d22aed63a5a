// Package bzip2 compresses and decompresses data as the program of that name does, to the same bytes, in pieces of any
// size.
package bzip2

const (
	blockMagic = 0x314159265359
	endMagic   = 0x177245385090
	groupSize  = 50
)

var crcTable = func() (t [256]uint32) {
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			if c&(1<<31) != 0 {
				c = c<<1 ^ 0x04c11db7
			} else {
				c <<= 1
			}
		}
		t[i] = c
	}
	return t
}()

// Compressor takes data and gives a compressed stream.
type Compressor struct {
	limit   int // of a block
	block   []byte
	crc     uint32 // of the block's data
	all     uint32 // of all blocks
	char    int    // that repeats now, or 256
	run     int
	bits    uint64
	nbits   uint
	out     []byte
	started bool
	level   int
}

// NewCompressor makes a compressor of blocks of level times 100 kB.
func NewCompressor(level int) *Compressor {
	return &Compressor{limit: level*100000 - 19, level: level, crc: ^uint32(0), char: 256}
}

// Clone gives a copy that shares nothing.
func (c *Compressor) Clone() *Compressor {
	d := *c
	d.block = append([]byte(nil), c.block...)
	d.out = append([]byte(nil), c.out...)
	return &d
}

// Sum condenses what was written so far.
func (c *Compressor) Sum() uint64 {
	return uint64(c.crc)<<32 ^ uint64(c.all) ^ uint64(len(c.block))<<16 ^ uint64(c.run)<<8 ^ uint64(c.char)
}

// Write takes data and gives what is compressed by now.
func (c *Compressor) Write(data string) []byte {
	for i := range len(data) {
		if len(c.block) >= c.limit {
			c.endBlock()
		}
		b := int(data[i])
		switch {
		case b != c.char && c.run == 1:
			c.crc = c.crc<<8 ^ crcTable[byte(c.crc>>24)^byte(c.char)]
			c.block = append(c.block, byte(c.char))
			c.char = b
		case b != c.char || c.run == 255:
			c.endRun()
			c.char, c.run = b, 1
		default:
			c.run++
		}
	}
	if len(c.block) >= c.limit {
		c.endBlock()
	}
	return c.take()
}

func (c *Compressor) take() []byte {
	out := c.out
	c.out = nil
	return out
}

// endRun writes the bytes that repeat: four of them say that a count follows.
func (c *Compressor) endRun() {
	if c.char == 256 {
		return
	}
	b := byte(c.char)
	for range c.run {
		c.crc = c.crc<<8 ^ crcTable[byte(c.crc>>24)^b]
	}
	for range min(c.run, 4) {
		c.block = append(c.block, b)
	}
	if c.run >= 4 {
		c.block = append(c.block, byte(c.run-4))
	}
	c.char, c.run = 256, 0
}

// Finish gives the rest of the stream.
func (c *Compressor) Finish() []byte {
	c.endRun()
	c.endBlock()
	c.put(endMagic>>24, 24)
	c.put(endMagic&0xffffff, 24)
	c.put(uint64(c.all), 32)
	if c.nbits > 0 {
		c.put(0, 8-c.nbits)
	}
	return c.take()
}

// put writes n bits, at most 32.
func (c *Compressor) put(v uint64, n uint) {
	c.bits = c.bits<<n | v
	c.nbits += n
	for c.nbits >= 8 {
		c.nbits -= 8
		c.out = append(c.out, byte(c.bits>>c.nbits))
	}
	c.bits &= 1<<c.nbits - 1
}

func (c *Compressor) endBlock() {
	if !c.started {
		c.started = true
		c.out = append(c.out, 'B', 'Z', 'h', '0'+byte(c.level))
	}
	if len(c.block) == 0 {
		return
	}
	crc := ^c.crc
	c.crc = ^uint32(0)
	c.all = (c.all<<1 | c.all>>31) ^ crc
	order := rotations(c.block)
	last := make([]byte, len(order))
	origin := 0
	for i, at := range order {
		if at == 0 {
			origin = i
			last[i] = c.block[len(c.block)-1]
		} else {
			last[i] = c.block[at-1]
		}
	}
	c.block = c.block[:0]
	c.put(blockMagic>>24, 24)
	c.put(blockMagic&0xffffff, 24)
	c.put(uint64(crc), 32)
	c.put(0, 1)
	c.put(uint64(origin), 24)
	c.encode(last)
}

// encode writes the last column of the sorted rotations: moved to front, runs of zeros counted, in Huffman codes.
func (c *Compressor) encode(last []byte) {
	var used [256]bool
	for _, b := range last {
		used[b] = true
	}
	var front []byte
	for b, in := range used {
		if in {
			front = append(front, byte(b))
		}
	}
	alpha := len(front) + 2
	end := uint16(alpha - 1)
	syms := make([]uint16, 0, len(last)+1)
	freq := make([]int, alpha)
	add := func(s uint16) {
		syms = append(syms, s)
		freq[s]++
	}
	zeros := 0
	flush := func() {
		for zeros > 0 {
			zeros--
			add(uint16(zeros & 1))
			zeros >>= 1
		}
	}
	for _, b := range last {
		if front[0] == b {
			zeros++
			continue
		}
		flush()
		j := 1
		for front[j] != b {
			j++
		}
		copy(front[1:j+1], front[:j])
		front[0] = b
		add(uint16(j + 1))
	}
	flush()
	add(end)

	var groups uint64
	for i := range 16 {
		groups <<= 1
		for j := range 16 {
			if used[i*16+j] {
				groups |= 1
				break
			}
		}
	}
	c.put(groups, 16)
	for i := range 16 {
		if groups>>(15-i)&1 == 0 {
			continue
		}
		var v uint64
		for j := range 16 {
			v <<= 1
			if used[i*16+j] {
				v |= 1
			}
		}
		c.put(v, 16)
	}
	c.codes(syms, freq, alpha)
}

// codes chooses up to six code tables, improves them, and writes them and the symbols.
func (c *Compressor) codes(syms []uint16, freq []int, alpha int) {
	tables := 6
	for i, most := range [...]int{200, 600, 1200, 2400} {
		if len(syms) < most {
			tables = i + 2
			break
		}
	}
	lens := firstLengths(tables, alpha, freq, len(syms))
	selectors := make([]int, 0, len(syms)/groupSize+1)
	for range 4 {
		selectors = selectors[:0]
		counts := make([][]int, tables)
		for t := range counts {
			counts[t] = make([]int, alpha)
		}
		for from := 0; from < len(syms); from += groupSize {
			group := syms[from:min(from+groupSize, len(syms))]
			best, least := 0, 1<<30
			for t := range lens {
				cost := 0
				for _, s := range group {
					cost += int(lens[t][s])
				}
				if cost < least {
					best, least = t, cost
				}
			}
			selectors = append(selectors, best)
			for _, s := range group {
				counts[best][s]++
			}
		}
		for t := range lens {
			codeLengths(lens[t], counts[t], 17)
		}
	}
	c.put(uint64(tables), 3)
	c.put(uint64(len(selectors)), 15)
	front := [6]int{0, 1, 2, 3, 4, 5}
	for _, t := range selectors {
		j := 0
		for front[j] != t {
			j++
		}
		copy(front[1:j+1], front[:j])
		front[0] = t
		for range j {
			c.put(1, 1)
		}
		c.put(0, 1)
	}
	codes := make([][]uint32, tables)
	for t, l := range lens {
		codes[t] = assign(l)
		now := l[0]
		c.put(uint64(now), 5)
		for _, n := range l {
			for ; now < n; now++ {
				c.put(2, 2)
			}
			for ; now > n; now-- {
				c.put(3, 2)
			}
			c.put(0, 1)
		}
	}
	for i, s := range syms {
		t := selectors[i/groupSize]
		c.put(uint64(codes[t][s]), uint(lens[t][s]))
	}
}

// firstLengths parts the symbols into ranges of about equal weight, one for each table to be good at.
func firstLengths(tables, alpha int, freq []int, total int) [][]uint8 {
	const cheap, dear = 0, 15
	lens := make([][]uint8, tables)
	from := 0
	for left := tables; left > 0; left-- {
		want := total / left
		to, sum := from-1, 0
		for sum < want && to < alpha-1 {
			to++
			sum += freq[to]
		}
		if to > from && left != tables && left != 1 && (tables-left)%2 == 1 {
			sum -= freq[to]
			to--
		}
		l := make([]uint8, alpha)
		for s := range l {
			l[s] = dear
			if s >= from && s <= to {
				l[s] = cheap
			}
		}
		lens[left-1] = l
		from = to + 1
		total -= sum
	}
	return lens
}

// assign gives the codes of given lengths, in order.
func assign(lens []uint8) []uint32 {
	codes := make([]uint32, len(lens))
	least, most := uint8(32), uint8(0)
	for _, n := range lens {
		least, most = min(least, n), max(most, n)
	}
	code := uint32(0)
	for n := least; n <= most; n++ {
		for s, l := range lens {
			if l == n {
				codes[s] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}

// codeLengths gives the lengths of a Huffman code for the counts, none longer than most. Weights carry the depth of
// their tree in the low byte, so that flat trees win.
func codeLengths(lens []uint8, counts []int, most int) {
	n := len(counts)
	weight := make([]uint32, 2*n+1)
	parent := make([]int, 2*n+1)
	heap := make([]int, n+2)
	for i, f := range counts {
		weight[i+1] = uint32(max(f, 1)) << 8
	}
	for {
		size := 0
		up := func(z int) {
			x := heap[z]
			for weight[x] < weight[heap[z>>1]] {
				heap[z] = heap[z>>1]
				z >>= 1
			}
			heap[z] = x
		}
		pop := func() int {
			top := heap[1]
			heap[1] = heap[size]
			size--
			z, x := 1, heap[1]
			for {
				y := z << 1
				if y > size {
					break
				}
				if y < size && weight[heap[y+1]] < weight[heap[y]] {
					y++
				}
				if weight[x] < weight[heap[y]] {
					break
				}
				heap[z] = heap[y]
				z = y
			}
			heap[z] = x
			return top
		}
		heap[0], weight[0], parent[0] = 0, 0, -2
		for i := 1; i <= n; i++ {
			parent[i] = -1
			size++
			heap[size] = i
			up(size)
		}
		nodes := n
		for size > 1 {
			a := pop()
			b := pop()
			nodes++
			parent[a], parent[b], parent[nodes] = nodes, nodes, -1
			weight[nodes] = weight[a]&^0xff + weight[b]&^0xff | (1 + max(weight[a]&0xff, weight[b]&0xff))
			size++
			heap[size] = nodes
			up(size)
		}
		long := false
		for i := 1; i <= n; i++ {
			depth := 0
			for k := i; parent[k] >= 0; k = parent[k] {
				depth++
			}
			lens[i-1] = uint8(depth)
			long = long || depth > most
		}
		if !long {
			return
		}
		for i := 1; i <= n; i++ {
			weight[i] = (1 + weight[i]>>8/2) << 8
		}
	}
}
