package object

// Exc is an exception: an instance of BaseException or a subclass.
type Exc struct {
	Hdr
	Suppress bool // __suppress_context__
	Cls      *Type
	Dict     *Dict // __dict__, nil until used
	Args     Value // tuple
	TB       Value // traceback or None
	Cause    Value
	Context  Value
	// Fields holds what builtin classes keep beside args, by position (see exceptionFields).
	Fields []Value
}

func (e *Exc) walk(w *Walker) {
	Object(w, &e.Cls)
	Object(w, &e.Dict)
	w.Value(&e.Args)
	w.Value(&e.TB)
	w.Value(&e.Cause)
	w.Value(&e.Context)
	w.Bool(&e.Suppress)
	w.Values(&e.Fields)
}

// NewExc makes an exception with the given args, without calling __init__ of Python subclasses.
func (c *Ctx) NewExc(t *Type, args ...Value) *Exc {
	e := c.allocExc(t, append([]Value(nil), args...))
	e.initFields(c)
	return e
}

func (c *Ctx) allocExc(t *Type, args []Value) *Exc {
	return &Exc{Hdr: Hdr{Kind: KExc, Epoch: c.Epoch}, Cls: t, Args: NewTuple(args), TB: None, Cause: None, Context: None}
}

// The builtin exception classes, in CPython's order.
var (
	BaseException             = declare("BaseException", KExc)
	BaseExceptionGroup        = declare("BaseExceptionGroup", KExc)
	GeneratorExit             = declare("GeneratorExit", KExc)
	KeyboardInterrupt         = declare("KeyboardInterrupt", KExc)
	SystemExit                = declare("SystemExit", KExc)
	TaskletExit               = declare("TaskletExit", KExc)
	Exception                 = declare("Exception", KExc)
	ArithmeticError           = declare("ArithmeticError", KExc)
	FloatingPointError        = declare("FloatingPointError", KExc)
	OverflowError             = declare("OverflowError", KExc)
	ZeroDivisionError         = declare("ZeroDivisionError", KExc)
	AssertionError            = declare("AssertionError", KExc)
	AttributeError            = declare("AttributeError", KExc)
	BufferError               = declare("BufferError", KExc)
	EOFError                  = declare("EOFError", KExc)
	ImportError               = declare("ImportError", KExc)
	ModuleNotFoundError       = declare("ModuleNotFoundError", KExc)
	LookupError               = declare("LookupError", KExc)
	IndexError                = declare("IndexError", KExc)
	KeyError                  = declare("KeyError", KExc)
	MemoryError               = declare("MemoryError", KExc)
	NameError                 = declare("NameError", KExc)
	UnboundLocalError         = declare("UnboundLocalError", KExc)
	OSError                   = declare("OSError", KExc)
	BlockingIOError           = declare("BlockingIOError", KExc)
	ChildProcessError         = declare("ChildProcessError", KExc)
	ConnectionError           = declare("ConnectionError", KExc)
	BrokenPipeError           = declare("BrokenPipeError", KExc)
	ConnectionAbortedError    = declare("ConnectionAbortedError", KExc)
	ConnectionRefusedError    = declare("ConnectionRefusedError", KExc)
	ConnectionResetError      = declare("ConnectionResetError", KExc)
	FileExistsError           = declare("FileExistsError", KExc)
	FileNotFoundError         = declare("FileNotFoundError", KExc)
	InterruptedError          = declare("InterruptedError", KExc)
	IsADirectoryError         = declare("IsADirectoryError", KExc)
	NotADirectoryError        = declare("NotADirectoryError", KExc)
	PermissionError           = declare("PermissionError", KExc)
	ProcessLookupError        = declare("ProcessLookupError", KExc)
	TimeoutError              = declare("TimeoutError", KExc)
	ReferenceError            = declare("ReferenceError", KExc)
	RuntimeError              = declare("RuntimeError", KExc)
	NotImplementedError       = declare("NotImplementedError", KExc)
	PythonFinalizationError   = declare("PythonFinalizationError", KExc)
	RecursionError            = declare("RecursionError", KExc)
	StopAsyncIteration        = declare("StopAsyncIteration", KExc)
	StopIteration             = declare("StopIteration", KExc)
	SyntaxError               = declare("SyntaxError", KExc)
	IndentationError          = declare("IndentationError", KExc)
	TabError                  = declare("TabError", KExc)
	IncompleteInputError      = declare("_IncompleteInputError", KExc)
	SystemError               = declare("SystemError", KExc)
	TypeError                 = declare("TypeError", KExc)
	ValueError                = declare("ValueError", KExc)
	UnicodeError              = declare("UnicodeError", KExc)
	UnicodeDecodeError        = declare("UnicodeDecodeError", KExc)
	UnicodeEncodeError        = declare("UnicodeEncodeError", KExc)
	UnicodeTranslateError     = declare("UnicodeTranslateError", KExc)
	ExceptionGroup            = declare("ExceptionGroup", KExc)
	Warning                   = declare("Warning", KExc)
	BytesWarning              = declare("BytesWarning", KExc)
	DeprecationWarning        = declare("DeprecationWarning", KExc)
	EncodingWarning           = declare("EncodingWarning", KExc)
	FutureWarning             = declare("FutureWarning", KExc)
	ImportWarning             = declare("ImportWarning", KExc)
	PendingDeprecationWarning = declare("PendingDeprecationWarning", KExc)
	ResourceWarning           = declare("ResourceWarning", KExc)
	RuntimeWarning            = declare("RuntimeWarning", KExc)
	SyntaxWarning             = declare("SyntaxWarning", KExc)
	UnicodeWarning            = declare("UnicodeWarning", KExc)
	UserWarning               = declare("UserWarning", KExc)
)

// ExceptionTypes lists the builtin exception classes, bases first.
func ExceptionTypes() []*Type {
	var out []*Type
	for _, r := range exceptionTree {
		out = append(out, r.t)
	}
	return out
}

type exceptionRow struct {
	t, base *Type
	doc     string
}

var exceptionTree = []exceptionRow{
	{BaseException, nil, "Common base class for all exceptions."},
	{BaseExceptionGroup, BaseException, "A combination of multiple unrelated exceptions."},
	{GeneratorExit, BaseException, "Request that a generator exit."},
	{KeyboardInterrupt, BaseException, "Program interrupted by user."},
	{SystemExit, BaseException, "Request to exit from the interpreter."},
	{TaskletExit, SystemExit, "Request to end a tasklet silently."},
	{Exception, BaseException, "Common base class for all non-exit exceptions."},
	{ArithmeticError, Exception, "Base class for arithmetic errors."},
	{FloatingPointError, ArithmeticError, "Floating-point operation failed."},
	{OverflowError, ArithmeticError, "Result too large to be represented."},
	{ZeroDivisionError, ArithmeticError, "Second argument to a division or modulo operation was zero."},
	{AssertionError, Exception, "Assertion failed."},
	{AttributeError, Exception, "Attribute not found."},
	{BufferError, Exception, "Buffer error."},
	{EOFError, Exception, "Read beyond end of file."},
	{ImportError, Exception, "Import can't find module, or can't find name in module."},
	{ModuleNotFoundError, ImportError, "Module not found."},
	{LookupError, Exception, "Base class for lookup errors."},
	{IndexError, LookupError, "Sequence index out of range."},
	{KeyError, LookupError, "Mapping key not found."},
	{MemoryError, Exception, "Out of memory."},
	{NameError, Exception, "Name not found globally."},
	{UnboundLocalError, NameError, "Local name referenced but not bound to a value."},
	{OSError, Exception, "Base class for I/O related errors."},
	{BlockingIOError, OSError, "I/O operation would block."},
	{ChildProcessError, OSError, "Child process error."},
	{ConnectionError, OSError, "Connection error."},
	{BrokenPipeError, ConnectionError, "Broken pipe."},
	{ConnectionAbortedError, ConnectionError, "Connection aborted."},
	{ConnectionRefusedError, ConnectionError, "Connection refused."},
	{ConnectionResetError, ConnectionError, "Connection reset."},
	{FileExistsError, OSError, "File already exists."},
	{FileNotFoundError, OSError, "File not found."},
	{InterruptedError, OSError, "Interrupted by signal."},
	{IsADirectoryError, OSError, "Operation doesn't work on directories."},
	{NotADirectoryError, OSError, "Operation only works on directories."},
	{PermissionError, OSError, "Not enough permissions."},
	{ProcessLookupError, OSError, "Process not found."},
	{TimeoutError, OSError, "Timeout expired."},
	{ReferenceError, Exception, "Weak ref proxy used after referent went away."},
	{RuntimeError, Exception, "Unspecified run-time error."},
	{NotImplementedError, RuntimeError, "Method or function hasn't been implemented yet."},
	{PythonFinalizationError, RuntimeError, "Operation blocked during Python finalization."},
	{RecursionError, RuntimeError, "Recursion limit exceeded."},
	{StopAsyncIteration, Exception, "Signal the end from iterator.__anext__()."},
	{StopIteration, Exception, "Signal the end from iterator.__next__()."},
	{SyntaxError, Exception, "Invalid syntax."},
	{IndentationError, SyntaxError, "Improper indentation."},
	{TabError, IndentationError, "Improper mixture of spaces and tabs."},
	{IncompleteInputError, SyntaxError, "incomplete input."},
	{SystemError, Exception, "Internal error in the Python interpreter."},
	{TypeError, Exception, "Inappropriate argument type."},
	{ValueError, Exception, "Inappropriate argument value (of correct type)."},
	{UnicodeError, ValueError, "Unicode related error."},
	{UnicodeDecodeError, UnicodeError, "Unicode decoding error."},
	{UnicodeEncodeError, UnicodeError, "Unicode encoding error."},
	{UnicodeTranslateError, UnicodeError, "Unicode translation error."},
	{Warning, Exception, "Base class for warning categories."},
	{BytesWarning, Warning, "Base class for warnings about bytes and buffer related problems."},
	{DeprecationWarning, Warning, "Base class for warnings about deprecated features."},
	{EncodingWarning, Warning, "Base class for warnings about encodings."},
	{FutureWarning, Warning, "Base class for warnings about constructs that will change semantically."},
	{ImportWarning, Warning, "Base class for warnings about probable mistakes in module imports"},
	{PendingDeprecationWarning, Warning, "Base class for warnings about features which will be deprecated."},
	{ResourceWarning, Warning, "Base class for warnings about resource usage."},
	{RuntimeWarning, Warning, "Base class for warnings about dubious runtime behavior."},
	{SyntaxWarning, Warning, "Base class for warnings about dubious syntax."},
	{UnicodeWarning, Warning, "Base class for warnings about Unicode problems."},
	{UserWarning, Warning, "Base class for warnings generated by user code."},
}
