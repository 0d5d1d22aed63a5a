package libm

import "math"

// Error says what to raise.
type Error uint8

// What to raise: nothing, a ValueError, an OverflowError with RangeMessage.
const (
	OK Error = iota
	Domain
	Range
)

// The messages of functions that have none of their own.
const (
	DomainMessage = "math domain error"
	RangeMessage  = "math range error"
)

// Function is a function of one argument of the math module.
type Function struct {
	Name   string
	Apply  func(float64) float64
	Domain string // the ValueError's message; %s is the repr of the argument

	overflows bool // an infinite result of a finite argument is a range error, not a pole
	poles     func(x float64) bool
}

// Functions are the functions of one argument, in order of name.
var Functions = [...]Function{
	{Name: "acos", Apply: Acos, Domain: "expected a number in range from -1 up to 1, got %s"},
	{Name: "acosh", Apply: Acosh, Domain: "expected argument value not less than 1, got %s"},
	{Name: "asin", Apply: Asin, Domain: "expected a number in range from -1 up to 1, got %s"},
	{Name: "asinh", Apply: Asinh, Domain: DomainMessage},
	{Name: "atan", Apply: Atan, Domain: DomainMessage},
	{Name: "atanh", Apply: Atanh, Domain: "expected a number between -1 and 1, got %s"},
	{Name: "cbrt", Apply: Cbrt, Domain: DomainMessage},
	{Name: "cos", Apply: Cos, Domain: "expected a finite input, got %s"},
	{Name: "cosh", Apply: Cosh, Domain: DomainMessage, overflows: true},
	{Name: "erf", Apply: Erf, Domain: DomainMessage},
	{Name: "erfc", Apply: Erfc, Domain: DomainMessage},
	{Name: "exp", Apply: Exp, Domain: DomainMessage, overflows: true},
	{Name: "exp2", Apply: Exp2, Domain: DomainMessage, overflows: true},
	{Name: "expm1", Apply: Expm1, Domain: DomainMessage, overflows: true},
	{Name: "gamma", Apply: Gamma, Domain: "expected a noninteger or positive integer, got %s", overflows: true,
		poles: func(x float64) bool { return x == 0 }},
	{Name: "lgamma", Apply: Lgamma, Domain: "expected a noninteger or positive integer, got %s", overflows: true,
		poles: func(x float64) bool { return x <= 0 }},
	{Name: "log", Apply: Log, Domain: "expected a positive input, got %s"},
	{Name: "log10", Apply: Log10, Domain: "expected a positive input, got %s"},
	{Name: "log1p", Apply: Log1p, Domain: "expected argument value > -1, got %s"},
	{Name: "log2", Apply: Log2, Domain: "expected a positive input, got %s"},
	{Name: "sin", Apply: Sin, Domain: "expected a finite input, got %s"},
	{Name: "sinh", Apply: Sinh, Domain: DomainMessage, overflows: true},
	{Name: "sqrt", Apply: Sqrt, Domain: "expected a nonnegative input, got %s"},
	{Name: "tan", Apply: Tan, Domain: "expected a finite input, got %s"},
	{Name: "tanh", Apply: Tanh, Domain: DomainMessage},
}

// Call applies the function and says what Python raises, if anything.
func (f *Function) Call(x float64) (float64, Error) {
	r := f.Apply(x)
	switch {
	case r-r == 0: // finite, by far the most frequent
		return r, OK
	case r != r && x == x:
		return r, Domain
	case math.IsInf(r, 0) && x-x == 0:
		if f.overflows && (f.poles == nil || !f.poles(x)) {
			return r, Range
		}
		return r, Domain
	}
	return r, OK
}

// PowError says what math.pow(x, y) raises when its result is r.
func PowError(x, y, r float64) Error {
	if r-r == 0 || x-x != 0 || y-y != 0 {
		return OK
	}
	if r != r || x == 0 {
		return Domain
	}
	return Range
}
