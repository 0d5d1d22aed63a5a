// Package ide answers an editor's questions about one place or one file of a snapshot, in plain
// data: byte offsets and text, nothing of any protocol.
package ide

import "slp/syntax"

// Location is a piece of a file. Span is the whole construct, Name the part to select.
type Location struct {
	Path string
	File *syntax.File
	Span syntax.Span
	Name syntax.Span
}

// Hover is what to show about the name at Span.
type Hover struct {
	Span     syntax.Span
	Markdown string
}

// Kind is the kind of a symbol, completion or semantic token.
type Kind uint8

// Kinds.
const (
	KindVariable Kind = iota
	KindConstant
	KindParameter
	KindFunction
	KindMethod
	KindClass
	KindModule
	KindProperty // attribute of an instance
	KindTypeParameter
	KindKeyword
	KindChannel
	KindTasklet
	KindFile
)

// Symbol is a definition, with those inside it.
type Symbol struct {
	Name      string
	Detail    string
	Container string // for workspace symbols
	Kind      Kind
	Location  Location
	Children  []Symbol
}

// Highlight is one occurrence of a name in a file.
type Highlight struct {
	Span  syntax.Span
	Write bool
}

// Completions is the answer to "what could stand here". Replace is the text that a choice replaces.
type Completions struct {
	Replace syntax.Span
	Items   []Completion
}

// Completion is one choice. Edits are made elsewhere in the file when it is chosen (an import).
type Completion struct {
	Label  string
	Detail string
	Kind   Kind
	Rank   int // smaller is nearer
	Insert string
	Edits  []Edit
	Origin string // for Describe: "module:name", or ""
}

// Edit replaces the text of Span.
type Edit struct {
	Span syntax.Span
	Text string
}

// FileEdit is the edits of one file.
type FileEdit struct {
	Path  string
	File  *syntax.File
	Edits []Edit
}

// Signature is a callable's parameters, and which of them the cursor is at (-1 for none).
type Signature struct {
	Label      string
	Doc        string
	Parameters []Parameter
	Active     int
}

// Parameter is one parameter of a signature: its piece of the label.
type Parameter struct {
	Start, End int // byte offsets into the label
	Doc        string
}

// TokenModifiers is a set of modifiers of a semantic token.
type TokenModifiers uint16

// Modifiers of semantic tokens.
const (
	ModDeclaration TokenModifiers = 1 << iota
	ModDefinition
	ModReadonly
	ModAsync
	ModDefaultLibrary
	ModChannel
	ModTasklet
	ModBlocking
)

// TokenType is the type of a semantic token.
type TokenType uint8

// Types of semantic tokens.
const (
	TokenNamespace TokenType = iota
	TokenClass
	TokenTypeParameter
	TokenParameter
	TokenVariable
	TokenProperty
	TokenFunction
	TokenMethod
	TokenDecorator
	TokenKeyword
)

// Token is a semantic token; it lies in one line.
type Token struct {
	Span      syntax.Span
	Type      TokenType
	Modifiers TokenModifiers
}

// FoldKind says what a fold hides.
type FoldKind uint8

// Kinds of folds.
const (
	FoldRegion FoldKind = iota
	FoldImports
	FoldComment
)

// Fold is a foldable range of lines, from 1, both included.
type Fold struct {
	First, Last int
	Kind        FoldKind
}

// Lens is a line of text above a definition; Targets are what a click shows.
type Lens struct {
	Span    syntax.Span
	Title   string
	Targets []Location
}

// Inlay is a piece of text shown at an offset.
type Inlay struct {
	Offset  int32
	Label   string
	Tooltip string
	After   bool // it belongs to what stands before it
	Type    bool // it tells a type
	Target  *Location
}

// Action is an edit that the user may choose.
type Action struct {
	Title     string
	Rule      string // the rule whose finding it mends, or ""
	Preferred bool
	Organize  bool // an action on the whole file's imports
	Edits     []FileEdit
}

// CallItem is a node of the call hierarchy: a function, a module's top level, or a channel.
type CallItem struct {
	Name    string
	Detail  string
	Channel bool
	Kind    Kind
	At      Location
}

// Call is an arrow of the call hierarchy: Item is its far end, Sites the places of the calls,
// in the file of the caller.
type Call struct {
	Item  CallItem
	Sites []syntax.Span
}

// TypeItem is a class of the type hierarchy.
type TypeItem struct {
	Name   string
	Detail string
	At     Location
}

// Topology is what a picture of the tasklets and channels needs.
type Topology struct {
	Channels []TopologyChannel
	Tasklets []TopologyTasklet
	Edges    []TopologyEdge
}

// TopologyChannel is a channel, by the place where it is made.
type TopologyChannel struct {
	ID   string
	Name string
	At   Location
	Open bool // it may be known to code that is not seen
}

// TopologyTasklet is a function that runs as a tasklet, by the places where it is started.
type TopologyTasklet struct {
	ID     string
	Name   string
	At     Location
	Spawns []Location
}

// TopologyEdge is an operation of a tasklet on a channel.
type TopologyEdge struct {
	Tasklet, Channel string
	Operation        string // send, receive, iterate, close
	At               Location
}
