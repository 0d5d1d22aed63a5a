package syntax

// settle moves what stands for missing text into the span of what it belongs to: where a part is
// missing is known before it is known what it is a part of.
func settle(node Node) {
	outer := withDecorators(node)
	Children(node, func(child Node) {
		switch n := child.(type) {
		case *BadExpr:
			n.Span = n.within(outer)
		case *Constant:
			n.Span = n.within(outer)
		case *BadPattern:
			n.Span = n.within(outer)
		case *Arguments:
			n.Span = n.within(outer)
		case *Arg:
			n.Span = n.within(outer)
		case *Alias:
			n.Span = n.within(outer)
		}
		settle(child)
	})
}

// within is the part of the span that lies in another, or the place in that next to it.
func (s Span) within(outer Span) Span {
	start := max(outer.Start, min(s.Start, outer.End))
	return Span{start, max(start, min(s.End, outer.End))}
}
