// Package sre matches regular expressions as CPython 3.14's _sre module does. It
// executes the code lists that the standard library's re._compiler makes, and
// comes to the same matches, groups and lastindex.
//
//	p, err := sre.Compile(code, groups)           // checks the code, once
//	m := sre.New(p, text, 0, len(text), sre.Search)
//	for m.Run(10_000) == sre.Spent { ... }        // let others run
//	start, end := m.Span(0)
//
// A text is []byte, for bytes and for strings of Latin-1, or []int32, the code
// points of other strings.
//
// Invariant: a code list that Compile accepts can do no harm: matching neither
// panics nor reads outside the text.
// Invariant: a Matcher uses no Go stack in proportion to text or pattern, stops
// when its budget is spent, goes on as if it had not stopped, and can be cloned
// wherever it stands.
package sre
