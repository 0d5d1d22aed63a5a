package modules

import "slp/syntax"

// Walk calls enter for a node and everything below it, outer before inner.
func Walk(n syntax.Node, enter func(syntax.Node)) { walk(n, enter, func(syntax.Node) {}) }

// WalkUntil is Walk, but goes below a node only when enter says so.
func WalkUntil(n syntax.Node, enter func(syntax.Node) bool) { syntax.Inspect(n, enter) }

func walk(n syntax.Node, enter, leave func(syntax.Node)) {
	enter(n)
	syntax.Children(n, func(c syntax.Node) { walk(c, enter, leave) })
	leave(n)
}

// Children are the nodes directly below a node.
func Children(n syntax.Node) []syntax.Node {
	var out []syntax.Node
	syntax.Children(n, func(c syntax.Node) { out = append(out, c) })
	return out
}
