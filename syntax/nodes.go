package syntax

import "math/big"

// Span is a half-open range of byte offsets into File.Text.
//
// Every node embeds one, so n.Start and n.End are always there.
type Span struct{ Start, End int32 }

// Range is the span itself; it makes every node a Node.
func (s Span) Range() Span { return s }

// Empty reports a span that covers no text (a name that the source leaves out).
func (s Span) Empty() bool { return s.Start >= s.End }

// Contains reports whether offset lies in the span or at its end.
func (s Span) Contains(offset int32) bool { return s.Start <= offset && offset <= s.End }

// Node is any part of the tree. All implementations are pointers to the structs of this file.
type Node interface{ Range() Span }

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Pattern is a pattern of a case clause.
type Pattern interface {
	Node
	pattern()
}

// TypeParam is one entry of a type parameter list (PEP 695, 696).
type TypeParam interface {
	Node
	typeParam()
}

// Ident is a name that is not an expression: of a global statement, a class pattern's keyword.
type Ident struct {
	Span
	Name string
}

// Module is a whole source text. In mode Eval the body is one ExprStmt.
type Module struct {
	Span
	File     *File
	Mode     Mode
	Body     []Stmt
	Comments []Span // every comment, '#' to the end of its line, in order

	escapes []Warning // of string literals
}

// Statements.
type (
	// FunctionDef is "@d / [async] def name[T](args) -> returns: body". The span begins at def or async.
	FunctionDef struct {
		Span
		Async      bool
		Name       string // "" when the source leaves it out
		NameSpan   Span
		TypeParams []TypeParam
		Args       *Arguments // never nil
		Returns    Expr       // or nil
		Decorators []Expr
		Body       []Stmt
	}

	// ClassDef is "@d / class Name[T](bases, k=v): body". The span begins at class.
	ClassDef struct {
		Span
		Name       string
		NameSpan   Span
		TypeParams []TypeParam
		Bases      []Expr
		Keywords   []*Keyword
		Decorators []Expr
		Body       []Stmt
	}

	// Return is "return [value]".
	Return struct {
		Span
		Value Expr // or nil
	}

	// Delete is "del a, b".
	Delete struct {
		Span
		Targets []Expr
	}

	// Assign is "a = b = value".
	Assign struct {
		Span
		Targets []Expr
		Value   Expr
	}

	// AugAssign is "target += value".
	AugAssign struct {
		Span
		Target Expr
		Op     Operator
		Value  Expr
	}

	// AnnAssign is "target: annotation [= value]".
	AnnAssign struct {
		Span
		Target     Expr
		Annotation Expr
		Value      Expr // or nil
		Simple     bool // the target is a bare name without parentheses
	}

	// TypeAlias is "type Name[T] = value".
	TypeAlias struct {
		Span
		Name       *Name
		TypeParams []TypeParam
		Value      Expr
	}

	// For is "[async] for target in iter: body / else: orelse".
	For struct {
		Span
		Async  bool
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// While is "while test: body / else: orelse".
	While struct {
		Span
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// If is "if test: body / else: orelse". An elif is an If alone in orelse.
	If struct {
		Span
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// With is "[async] with items: body".
	With struct {
		Span
		Async bool
		Items []*WithItem
		Body  []Stmt
	}

	// Match is "match subject: cases".
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}

	// Raise is "raise [exc [from cause]]".
	Raise struct {
		Span
		Exc   Expr // or nil
		Cause Expr // or nil
	}

	// Try is "try: / except: / else: / finally:"; Star for "except*".
	Try struct {
		Span
		Star      bool
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}

	// Assert is "assert test[, msg]".
	Assert struct {
		Span
		Test Expr
		Msg  Expr // or nil
	}

	// Import is "import a.b as c, d".
	Import struct {
		Span
		Names []*Alias
	}

	// ImportFrom is "from ..module import a as b" or "from module import *".
	ImportFrom struct {
		Span
		Module     string // "" for "from . import"
		ModuleSpan Span
		Level      int // the number of leading dots
		Names      []*Alias
	}

	// Global is "global a, b".
	Global struct {
		Span
		Names []Ident
	}

	// Nonlocal is "nonlocal a, b".
	Nonlocal struct {
		Span
		Names []Ident
	}

	// ExprStmt is an expression alone on its line (ast.Expr).
	ExprStmt struct {
		Span
		Value Expr
	}

	// Pass is "pass".
	Pass struct{ Span }

	// Break is "break".
	Break struct{ Span }

	// Continue is "continue".
	Continue struct{ Span }

	// BadStmt stands for text that is no statement; Parts is what could be read of it.
	// It occurs only together with an Error.
	BadStmt struct {
		Span
		Parts []Node
	}
)

// Expressions.
type (
	// BoolOp is "a and b and c".
	BoolOp struct {
		Span
		Op     BoolOperator
		Values []Expr
	}

	// NamedExpr is "(target := value)".
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}

	// BinOp is "left + right".
	BinOp struct {
		Span
		Left  Expr
		Op    Operator
		Right Expr
	}

	// UnaryOp is "-operand" or "not operand".
	UnaryOp struct {
		Span
		Op      UnaryOperator
		Operand Expr
	}

	// Lambda is "lambda args: body".
	Lambda struct {
		Span
		Args *Arguments // never nil
		Body Expr
	}

	// IfExp is "body if test else orelse".
	IfExp struct {
		Span
		Test   Expr
		Body   Expr
		Orelse Expr
	}

	// Dict is "{k: v, **m}". The key of a "**m" is nil.
	Dict struct {
		Span
		Keys   []Expr
		Values []Expr
	}

	// Set is "{a, b}".
	Set struct {
		Span
		Elts []Expr
	}

	// ListComp is "[elt for ...]".
	ListComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}

	// SetComp is "{elt for ...}".
	SetComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}

	// DictComp is "{key: value for ...}".
	DictComp struct {
		Span
		Key        Expr
		Value      Expr
		Generators []*Comprehension
	}

	// GeneratorExp is "(elt for ...)".
	GeneratorExp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}

	// Await is "await value".
	Await struct {
		Span
		Value Expr
	}

	// Yield is "yield [value]".
	Yield struct {
		Span
		Value Expr // or nil
	}

	// YieldFrom is "yield from value".
	YieldFrom struct {
		Span
		Value Expr
	}

	// Compare is "left < b <= c"; Ops and Comparators have the same length.
	Compare struct {
		Span
		Left        Expr
		Ops         []CmpOp
		Comparators []Expr
	}

	// Call is "func(a, *b, k=v, **m)". Starred arguments stand in Args; the order of evaluation is
	// the order in the source, keywords and arguments together.
	Call struct {
		Span
		Func     Expr
		Open     int32 // offset of the "("
		Args     []Expr
		Keywords []*Keyword
	}

	// FormattedValue is "{value!r:spec}" in an f-string.
	FormattedValue struct {
		Span
		Value      Expr
		Conversion byte       // 's', 'r', 'a' or 0
		FormatSpec *JoinedStr // or nil
	}

	// Interpolation is "{value!r:spec}" in a t-string; Str is the text of the expression.
	Interpolation struct {
		Span
		Value      Expr
		Str        string
		Conversion byte       // 's', 'r', 'a' or 0
		FormatSpec *JoinedStr // or nil
	}

	// JoinedStr is an f-string, with what is concatenated to it: Constants and FormattedValues.
	// As a format spec it has no quotes.
	JoinedStr struct {
		Span
		Values []Expr
	}

	// TemplateStr is a t-string: Constants and Interpolations.
	TemplateStr struct {
		Span
		Values []Expr
	}

	// Constant is a literal. Kind says which of the other fields holds its value.
	Constant struct {
		Span
		Kind  ConstantKind
		U     bool     // Str: written with the u prefix
		Int   int64    // Int, when Big is nil
		Big   *big.Int // Int that does not fit an int64
		Float float64  // Float, Imaginary
		Str   string   // Str: WTF-8 (a lone surrogate is three bytes ED xx xx). Bytes: the bytes
	}

	// Attribute is "value.name". Name is "" (and an error is reported) for "value." alone.
	Attribute struct {
		Span
		Value    Expr
		Name     string
		NameSpan Span
		Ctx      ExprContext
	}

	// Subscript is "value[index]".
	Subscript struct {
		Span
		Value Expr
		Index Expr // ast calls it slice: any expression, Slice or Tuple of them
		Ctx   ExprContext
	}

	// Starred is "*value" in a call, a display or a target.
	Starred struct {
		Span
		Value Expr
		Ctx   ExprContext
	}

	// Name is a variable.
	Name struct {
		Span
		Id  string
		Ctx ExprContext
	}

	// List is "[a, b]".
	List struct {
		Span
		Elts []Expr
		Ctx  ExprContext
	}

	// Tuple is "a, b" or "(a, b)"; with parentheses the span includes them.
	Tuple struct {
		Span
		Elts []Expr
		Ctx  ExprContext
	}

	// Slice is "lower:upper:step" in a subscript.
	Slice struct {
		Span
		Lower, Upper, Step Expr // each may be nil
	}

	// BadExpr stands where an expression is missing or unreadable; Parts is what could be read.
	// It occurs only together with an Error.
	BadExpr struct {
		Span
		Parts []Expr
	}
)

// Patterns.
type (
	// MatchValue is "case 1:", "case a.b:".
	MatchValue struct {
		Span
		Value Expr
	}

	// MatchSingleton is "case None:", True or False.
	MatchSingleton struct {
		Span
		Kind ConstantKind
	}

	// MatchSequence is "case [a, *b]:".
	MatchSequence struct {
		Span
		Patterns []Pattern
	}

	// MatchMapping is "case {key: pattern, **rest}:".
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string // "" without rest
		RestSpan Span
	}

	// MatchClass is "case Cls(p, attr=q):".
	MatchClass struct {
		Span
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []Ident
		KwdPatterns []Pattern
	}

	// MatchStar is "*name" or "*_" in a sequence pattern.
	MatchStar struct {
		Span
		Name     string // "" for "*_"
		NameSpan Span
	}

	// MatchAs is "pattern as name", "name" (Pattern nil) or "_" (Pattern nil, Name "").
	MatchAs struct {
		Span
		Pattern  Pattern // or nil
		Name     string
		NameSpan Span
	}

	// MatchOr is "p | q".
	MatchOr struct {
		Span
		Patterns []Pattern
	}

	// BadPattern stands where a pattern is missing or unreadable. It occurs only together with an Error.
	BadPattern struct{ Span }
)

// Type parameters.
type (
	// TypeVar is "T: bound = default".
	TypeVar struct {
		Span
		Name     string
		NameSpan Span
		Bound    Expr // or nil
		Default  Expr // or nil
	}

	// ParamSpec is "**P = default".
	ParamSpec struct {
		Span
		Name     string
		NameSpan Span
		Default  Expr // or nil
	}

	// TypeVarTuple is "*Ts = default".
	TypeVarTuple struct {
		Span
		Name     string
		NameSpan Span
		Default  Expr // or nil
	}
)

// Parts of statements and expressions.
type (
	// Arguments are the parameters of a def or lambda. Defaults belong to the last
	// len(Defaults) of PosOnly+Args; KwDefaults has one entry, maybe nil, for each of KwOnly.
	Arguments struct {
		Span
		PosOnly    []*Arg
		Args       []*Arg
		VarArg     *Arg // or nil
		KwOnly     []*Arg
		KwDefaults []Expr
		KwArg      *Arg // or nil
		Defaults   []Expr
	}

	// Arg is one parameter, "name: annotation"; the stars and the default lie outside.
	Arg struct {
		Span
		Name       string
		NameSpan   Span
		Annotation Expr // or nil
	}

	// Keyword is "name=value" or "**value" (Name "") of a call or class.
	Keyword struct {
		Span
		Name     string
		NameSpan Span
		Value    Expr
	}

	// Alias is "a.b as c" of an import; Name is "*" for a star import.
	Alias struct {
		Span
		Name       string
		NameSpan   Span
		AsName     string // "" without as
		AsNameSpan Span
	}

	// WithItem is "context as target".
	WithItem struct {
		Span
		Context Expr
		Target  Expr // or nil
	}

	// MatchCase is "case pattern if guard: body".
	MatchCase struct {
		Span
		Pattern Pattern
		Guard   Expr // or nil
		Body    []Stmt
	}

	// ExceptHandler is "except type as name: body".
	ExceptHandler struct {
		Span
		Type     Expr // or nil
		Name     string
		NameSpan Span
		Body     []Stmt
	}

	// Comprehension is "[async] for target in iter if a if b".
	Comprehension struct {
		Span
		Async  bool
		Target Expr
		Iter   Expr
		Ifs    []Expr
	}
)

// Mode says what a source text is.
type Mode uint8

// Modes, as compile() has them.
const (
	Exec   Mode = iota // a module
	Eval               // one expression
	Single             // one statement at a prompt
)

// ExprContext says whether an expression is read, bound or deleted.
type ExprContext uint8

// Contexts.
const (
	Load ExprContext = iota
	Store
	Del
)

// ConstantKind is the kind of a literal.
type ConstantKind uint8

// Kinds of literals.
const (
	None ConstantKind = iota
	True
	False
	Ellipsis
	Int
	Float
	Imaginary
	Str
	Bytes
)

// Operator is a binary operator.
type Operator uint8

// Binary operators.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// BoolOperator is "and" or "or".
type BoolOperator uint8

// Boolean operators.
const (
	And BoolOperator = iota
	Or
)

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

// Unary operators.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// CmpOp is a comparison operator.
type CmpOp uint8

// Comparison operators.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*TypeAlias) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}
func (*BadStmt) stmt()     {}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*Interpolation) expr()  {}
func (*JoinedStr) expr()      {}
func (*TemplateStr) expr()    {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}
func (*BadExpr) expr()        {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
func (*BadPattern) pattern()     {}

func (*TypeVar) typeParam()      {}
func (*ParamSpec) typeParam()    {}
func (*TypeVarTuple) typeParam() {}
