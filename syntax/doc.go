// Package syntax reads Python 3.14: text to tree.
//
// Its nouns: File (text and line table), Module (the tree; its nodes are in nodes.go), Span (byte
// offsets into the text), Error (a fault of the text in CPython's words), Token (for tools that
// need what the tree leaves out).
//
// Parse reads, Check finds what a compiler rejects, Warnings what it warns of, Suggest a misspelt
// keyword; Inspect, Path, Print, Dump and Equal serve those who have a tree.
//
//	file := syntax.NewFile("main.py", data)
//	module, errors := syntax.Parse(file, syntax.Options{})
//	if len(errors) == 0 {
//		errors = syntax.Check(module)
//	}
//
// Invariant: parsing never fails. It returns a tree and a list of errors, for any bytes.
//
// Invariant: the tree holds no meaning. What a name refers to is in package scope.
//
// Invariant: positions are byte offsets. Only File knows lines, code points and UTF-16.
package syntax
