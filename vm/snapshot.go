package vm

import "slp/vm/internal/interp"

// Checkpoint is an instant to which a machine can go back.
type Checkpoint struct {
	mark *interp.Mark
	at   Instant
	prev *Checkpoint // the one before it that is still kept
	next *Checkpoint
}

// At is the instant of the checkpoint.
func (c *Checkpoint) At() Instant { return c.at }

// Checkpoint makes the present an instant to which Restore can go back. It takes microseconds; what costs is that from
// now on each object is saved before its first change.
func (m *Machine) Checkpoint() *Checkpoint {
	c := &Checkpoint{mark: m.vm.Checkpoint(), at: m.Now(), prev: m.newest}
	if m.newest != nil {
		m.newest.next = c
	}
	m.newest = c
	return c
}

// Restore goes back to a checkpoint. The checkpoints that were made after it are void.
func (m *Machine) Restore(c *Checkpoint) {
	m.vm.Restore(c.mark)
	m.ended = false
	m.newest = c
	c.next = nil
}

// Forget gives up a checkpoint and the memory that only it needs.
func (m *Machine) Forget(c *Checkpoint) {
	if c.next == nil {
		return // the newest one: what is saved from now on belongs to it
	}
	var later []*interp.Mark
	for n := c.next; n != nil; n = n.next {
		later = append(later, n.mark)
	}
	m.vm.Merge(c.prevMark(), c.mark, later)
	c.next.prev = c.prev
	if c.prev != nil {
		c.prev.next = c.next
	}
}

func (c *Checkpoint) prevMark() *interp.Mark {
	if c.prev == nil {
		return nil
	}
	return c.prev.mark
}

// Saved is the memory that the checkpoints take, in bytes, roughly.
func (m *Machine) Saved() int64 { return m.vm.LogBytes() }

// SavedObjects is how many objects were saved since the oldest checkpoint.
func (m *Machine) SavedObjects() int { return m.vm.LogLen() }

// Digest hashes the whole state of the machine: equal states have equal digests.
func (m *Machine) Digest() uint64 { return m.vm.Digest() }

// Describe tells the whole state of the machine, an object a line, to see in what two states differ.
func (m *Machine) Describe() []string { return m.vm.Describe() }

// Questions is how many questions the World was asked.
func (m *Machine) Questions() uint64 { return m.vm.Questions }
