package vm

import "slp/vm/internal/interp"

// Trap is a place in the code where the machine stops.
type Trap = interp.Trap

// SetTrap makes the machine stop before the instruction at pc of a code; data comes back with the Stop. There is at most
// one trap at a place: setting it again changes its data.
func (m *Machine) SetTrap(k *CodeObject, pc int, data any) *Trap { return m.vm.SetTrap(k, pc, data) }

// ClearTrap removes a trap.
func (m *Machine) ClearTrap(t *Trap) { m.vm.ClearTrap(t) }

// TrapAt is the trap at a place, or nil.
func (m *Machine) TrapAt(k *CodeObject, pc int) *Trap { return m.vm.TrapAt(k, pc) }

// Codes lists the code that the machine has loaded and that a program sees, in no particular order.
func (m *Machine) Codes() []*CodeObject {
	var out []*CodeObject
	m.vm.Codes(func(k *CodeObject) {
		if !k.HiddenCode() {
			out = append(out, k)
		}
	})
	return out
}
