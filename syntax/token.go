package syntax

// Token is a word of the text. Blank lines and spaces make none.
type Token struct {
	Start, End int32
	Kind       TokenKind
	level      uint8 // the brackets open after this token
}

// Range is the token's span.
func (t Token) Range() Span { return Span{t.Start, t.End} }

// TokenKind is the kind of a token: one of each operator and each keyword.
type TokenKind uint8

// Kinds of tokens.
const (
	EndMarker TokenKind = iota
	Newline             // the end of a logical line
	Indent
	Dedent
	NameToken     // an identifier, soft keywords among them
	NumberToken   // 1, 0x1f, 1.5e3, 2j
	StringToken   // a whole literal with prefix and quotes
	FStringStart  // f" of an f-string
	FStringMiddle // literal text of an f-string
	FStringEnd    // the closing quotes
	TStringStart  // t" of a t-string; the middle and end are as of an f-string
	CommentToken  // only of Tokens
	ErrorToken    // a character that fits nowhere

	LeftParen
	RightParen
	LeftBracket
	RightBracket
	LeftBrace
	RightBrace
	Comma
	Colon
	Semicolon
	Dot
	EllipsisToken
	At
	EqualSign
	Arrow
	ColonEqual
	Exclamation
	Plus
	Minus
	Star
	Slash
	DoubleSlash
	Percent
	DoubleStar
	Ampersand
	VerticalBar
	Caret
	Tilde
	LeftShift
	RightShift
	Less
	Greater
	LessEqual
	GreaterEqual
	DoubleEqual
	NotEqual
	PlusEqual
	MinusEqual
	StarEqual
	SlashEqual
	DoubleSlashEqual
	PercentEqual
	AtEqual
	AmpersandEqual
	VerticalBarEqual
	CaretEqual
	LeftShiftEqual
	RightShiftEqual
	DoubleStarEqual

	KeywordFalse
	KeywordNone
	KeywordTrue
	KeywordAnd
	KeywordAs
	KeywordAssert
	KeywordAsync
	KeywordAwait
	KeywordBreak
	KeywordClass
	KeywordContinue
	KeywordDef
	KeywordDel
	KeywordElif
	KeywordElse
	KeywordExcept
	KeywordFinally
	KeywordFor
	KeywordFrom
	KeywordGlobal
	KeywordIf
	KeywordImport
	KeywordIn
	KeywordIs
	KeywordLambda
	KeywordNonlocal
	KeywordNot
	KeywordOr
	KeywordPass
	KeywordRaise
	KeywordReturn
	KeywordTry
	KeywordWhile
	KeywordWith
	KeywordYield

	tokenKinds
)

// Keyword reports a (hard) keyword.
func (k TokenKind) Keyword() bool { return k >= KeywordFalse && k < tokenKinds }

// Operator reports an operator or delimiter.
func (k TokenKind) Operator() bool { return k >= LeftParen && k < KeywordFalse }

// String is the token's text where its kind has only one, else a name for it.
func (k TokenKind) String() string { return tokenNames[k] }

var tokenNames = [tokenKinds]string{
	EndMarker: "end of file", Newline: "newline", Indent: "indent", Dedent: "dedent", NameToken: "name",
	NumberToken: "number", StringToken: "string", FStringStart: "f-string start", FStringMiddle: "f-string text",
	FStringEnd: "f-string end", TStringStart: "t-string start", CommentToken: "comment", ErrorToken: "error",
	LeftParen: "(", RightParen: ")", LeftBracket: "[", RightBracket: "]", LeftBrace: "{", RightBrace: "}",
	Comma: ",", Colon: ":", Semicolon: ";", Dot: ".", EllipsisToken: "...", At: "@", EqualSign: "=", Arrow: "->",
	ColonEqual: ":=", Exclamation: "!", Plus: "+", Minus: "-", Star: "*", Slash: "/", DoubleSlash: "//",
	Percent: "%", DoubleStar: "**", Ampersand: "&", VerticalBar: "|", Caret: "^", Tilde: "~",
	LeftShift: "<<", RightShift: ">>", Less: "<", Greater: ">", LessEqual: "<=", GreaterEqual: ">=",
	DoubleEqual: "==", NotEqual: "!=", PlusEqual: "+=", MinusEqual: "-=", StarEqual: "*=", SlashEqual: "/=",
	DoubleSlashEqual: "//=", PercentEqual: "%=", AtEqual: "@=", AmpersandEqual: "&=", VerticalBarEqual: "|=",
	CaretEqual: "^=", LeftShiftEqual: "<<=", RightShiftEqual: ">>=", DoubleStarEqual: "**=",
	KeywordFalse: "False", KeywordNone: "None", KeywordTrue: "True", KeywordAnd: "and", KeywordAs: "as",
	KeywordAssert: "assert", KeywordAsync: "async", KeywordAwait: "await", KeywordBreak: "break",
	KeywordClass: "class", KeywordContinue: "continue", KeywordDef: "def", KeywordDel: "del",
	KeywordElif: "elif", KeywordElse: "else", KeywordExcept: "except", KeywordFinally: "finally",
	KeywordFor: "for", KeywordFrom: "from", KeywordGlobal: "global", KeywordIf: "if", KeywordImport: "import",
	KeywordIn: "in", KeywordIs: "is", KeywordLambda: "lambda", KeywordNonlocal: "nonlocal", KeywordNot: "not",
	KeywordOr: "or", KeywordPass: "pass", KeywordRaise: "raise", KeywordReturn: "return", KeywordTry: "try",
	KeywordWhile: "while", KeywordWith: "with", KeywordYield: "yield",
}

// keywordKind is the kind of a word: a keyword's or NameToken.
func keywordKind(word string) TokenKind {
	switch word {
	case "False":
		return KeywordFalse
	case "None":
		return KeywordNone
	case "True":
		return KeywordTrue
	case "and":
		return KeywordAnd
	case "as":
		return KeywordAs
	case "assert":
		return KeywordAssert
	case "async":
		return KeywordAsync
	case "await":
		return KeywordAwait
	case "break":
		return KeywordBreak
	case "class":
		return KeywordClass
	case "continue":
		return KeywordContinue
	case "def":
		return KeywordDef
	case "del":
		return KeywordDel
	case "elif":
		return KeywordElif
	case "else":
		return KeywordElse
	case "except":
		return KeywordExcept
	case "finally":
		return KeywordFinally
	case "for":
		return KeywordFor
	case "from":
		return KeywordFrom
	case "global":
		return KeywordGlobal
	case "if":
		return KeywordIf
	case "import":
		return KeywordImport
	case "in":
		return KeywordIn
	case "is":
		return KeywordIs
	case "lambda":
		return KeywordLambda
	case "nonlocal":
		return KeywordNonlocal
	case "not":
		return KeywordNot
	case "or":
		return KeywordOr
	case "pass":
		return KeywordPass
	case "raise":
		return KeywordRaise
	case "return":
		return KeywordReturn
	case "try":
		return KeywordTry
	case "while":
		return KeywordWhile
	case "with":
		return KeywordWith
	case "yield":
		return KeywordYield
	}
	return NameToken
}

// IsKeyword reports a hard keyword: a word that cannot be a name.
func IsKeyword(word string) bool { return keywordKind(word) != NameToken }

// IsSoftKeyword reports a word that is a keyword in some places only.
func IsSoftKeyword(word string) bool {
	return word == "match" || word == "case" || word == "type" || word == "_"
}

// Tokens is every token of a file, comments too, in order of the text.
func Tokens(file *File) []Token {
	var s scanner
	s.scan(file)
	all := make([]Token, 0, len(s.tokens)+len(s.comments))
	comments := s.comments
	for _, t := range s.tokens {
		for len(comments) > 0 && comments[0].Start <= t.Start && t.Kind != EndMarker {
			all = append(all, Token{Start: comments[0].Start, End: comments[0].End, Kind: CommentToken})
			comments = comments[1:]
		}
		if t.Kind == EndMarker {
			for _, c := range comments {
				all = append(all, Token{Start: c.Start, End: c.End, Kind: CommentToken})
			}
		}
		all = append(all, t)
	}
	return all
}
