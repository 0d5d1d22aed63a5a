package object

// Attempt runs f, which may call Python code, without letting the native function around it be suspended: done is false
// if Python code would have had to run, and then f has to be done again by code written in Python. What f does before
// its last call must not be seen from outside. It is for native functions that are driven step by step by Python code.
func (c *Ctx) Attempt(f func() Value) (v Value, done bool) {
	at, depth := c.cur, c.depth
	v = f()
	c.memo, c.cur, c.depth = c.memo[:at], at, depth
	if c.pending.Kind != NotPending {
		c.pending = Pending{}
		return Nil, false
	}
	return v, true
}

// FullName is the class's name with its module, unless that is builtins or __main__: CPython's %T.
func (t *Type) FullName() string { return t.qualified() }
