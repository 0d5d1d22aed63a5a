package analysis

import "slp/analysis/internal/ide"

// Kinds of symbols and completions.
const (
	KindVariable      = ide.KindVariable
	KindConstant      = ide.KindConstant
	KindParameter     = ide.KindParameter
	KindFunction      = ide.KindFunction
	KindMethod        = ide.KindMethod
	KindClass         = ide.KindClass
	KindModule        = ide.KindModule
	KindProperty      = ide.KindProperty
	KindTypeParameter = ide.KindTypeParameter
	KindKeyword       = ide.KindKeyword
	KindChannel       = ide.KindChannel
	KindTasklet       = ide.KindTasklet
	KindFile          = ide.KindFile
)

// Kinds of folds.
const (
	FoldRegion  = ide.FoldRegion
	FoldImports = ide.FoldImports
	FoldComment = ide.FoldComment
)

// TokenTypes are the names of the types of semantic tokens, by their number.
func TokenTypes() []string {
	return []string{"namespace", "class", "typeParameter", "parameter", "variable", "property", "function", "method", "decorator", "keyword"}
}

// TokenModifiers are the names of the modifiers of semantic tokens, by their bit.
func TokenModifiers() []string {
	return []string{"declaration", "definition", "readonly", "async", "defaultLibrary", "channel", "tasklet", "blocking"}
}
