package syntax

import "embed"

// Sources is the text of this package and of scope. The compiler's identity is made of it: code that was compiled by
// another one is not used.
//
//go:embed *.go scope/*.go
var Sources embed.FS
