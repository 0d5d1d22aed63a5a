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

// Error is a fault of the source text, in CPython's words, with the span that CPython marks.
type Error struct {
	Span
	Kind    ErrorKind
	Message string
}

func (e Error) Error() string { return e.Kind.String() + ": " + e.Message }
