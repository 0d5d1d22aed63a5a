package syntax

// ErrorKind is the exception that CPython raises for an error.
type ErrorKind uint8

// Kinds of errors.
const (
	SyntaxError ErrorKind = iota
	IndentationError
	TabError
)

func (k ErrorKind) String() string {
	switch k {
	case IndentationError:
		return "IndentationError"
	case TabError:
		return "TabError"
	}
	return "SyntaxError"
}

// Stage tells who finds an error in CPython, and so what line of text the exception shows.
type Stage uint8

// The stages.
const (
	InParser   Stage = iota
	InScanner        // the text ends before the line's end
	InCompiler       // the text is looked for in the file
)

// Error is a fault of the source text, in CPython's words, with the span that CPython marks.
type Error struct {
	Span
	Kind    ErrorKind
	Stage   Stage
	Message string
}

func (e Error) Error() string { return e.Kind.String() + ": " + e.Message }
