package rules

import "slp/syntax"

// SLP121 exception-instance: send_exception(), raise_exception() take the class of the exception and
// its arguments one by one. With an instance, the caller gets a TypeError.
//
//	c.send_exception(ValueError("x"))   # write c.send_exception(ValueError, "x")
func exceptionInstance(p *pass) {
	for _, c := range p.File.Calls() {
		at, ok := c.Func.(*syntax.Attribute)
		if !ok || at.Name != "send_exception" && at.Name != "raise_exception" || len(c.Args) == 0 {
			continue
		}
		n := p.stackless(c.Func)
		if n != "channel.send_exception" && n != "tasklet.raise_exception" {
			continue
		}
		made, ok := c.Args[0].(*syntax.Call)
		if !ok || !p.isException(made) {
			continue
		}
		d := p.report(made.Span, High, "%s() takes an exception class, not an instance", at.Name)
		text := p.File.Source.Text
		inside := text[made.Open+1 : made.End-1]
		name := p.File.Source.Slice(made.Func.Range())
		if inside != "" {
			name += ", " + inside
		}
		d.Hint = "write " + at.Name + "(" + name + ")"
		d.Fixes = append(d.Fixes, Fix{Title: "Pass the class and its arguments", Edits: []Edit{{made.Span, name}}})
	}
}
