package sre

// Magic is the version of the code that Compile understands, as in
// re._constants.MAGIC.
const Magic = 20230612

// MaxRepeat stands for "no limit" in a repeat, MaxGroups is the largest number
// of groups.
const (
	MaxRepeat = 1<<32 - 1
	MaxGroups = 1<<30 - 1
)

// CodeSize is the number of bytes in a word of code.
const CodeSize = 4

// Flags of a pattern.
const (
	FlagIgnoreCase = 2
	FlagLocale     = 4
	FlagMultiline  = 8
	FlagDotAll     = 16
	FlagUnicode    = 32
	FlagVerbose    = 64
	FlagDebug      = 128
	FlagASCII      = 256
)

// The operators of code lists, in the order of re._constants.OPCODES.
const (
	codeFailure = iota
	codeSuccess
	codeAny
	codeAnyAll
	codeAssert
	codeAssertNot
	codeAt
	codeBranch
	codeCategory
	codeCharset
	codeBigCharset
	codeGroupRef
	codeGroupRefExists
	codeIn
	codeInfo
	codeJump
	codeLiteral
	codeMark
	codeMaxUntil
	codeMinUntil
	codeNotLiteral
	codeNegate
	codeRange
	codeRepeat
	codeRepeatOne
	codeSubpattern
	codeMinRepeatOne
	codeAtomicGroup
	codePossessiveRepeat
	codePossessiveRepeatOne
	codeGroupRefIgnore
	codeInIgnore
	codeLiteralIgnore
	codeNotLiteralIgnore
	codeGroupRefLocIgnore
	codeInLocIgnore
	codeLiteralLocIgnore
	codeNotLiteralLocIgnore
	codeGroupRefUniIgnore
	codeInUniIgnore
	codeLiteralUniIgnore
	codeNotLiteralUniIgnore
	codeRangeUniIgnore
)

// Positions, in the order of re._constants.ATCODES.
const (
	atBeginning = iota
	atBeginningLine
	atBeginningString
	atBoundary
	atNonBoundary
	atEnd
	atEndLine
	atEndString
	atLocBoundary
	atLocNonBoundary
	atUniBoundary
	atUniNonBoundary
	atCount
)

// Categories, in the order of re._constants.CHCODES.
const (
	categoryDigit = iota
	categoryNotDigit
	categorySpace
	categoryNotSpace
	categoryWord
	categoryNotWord
	categoryLinebreak
	categoryNotLinebreak
	categoryLocWord
	categoryLocNotWord
	categoryUniDigit
	categoryUniNotDigit
	categoryUniSpace
	categoryUniNotSpace
	categoryUniWord
	categoryUniNotWord
	categoryUniLinebreak
	categoryUniNotLinebreak
	categoryCount
)

// Bits of the second word of an INFO block.
const (
	infoPrefix  = 1
	infoLiteral = 2
	infoCharset = 4
)
