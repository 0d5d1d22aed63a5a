package code

// Source is what code was compiled from, for code that no file has: the text of an exec(), of -c, of standard input.
// It is shared by all code of one compilation and never written.
type Source struct {
	Text     string
	Mode     int
	Flags    Flags
	Optimize int
}

// Attach tells code and all code inside it where it came from.
func (c *Code) Attach(s *Source) {
	c.Source = s
	for _, k := range c.Children {
		k.Attach(s)
	}
}
