package code

import "embed"

// Sources is the text of this package; see compile.Identity.
//
//go:embed *.go
var Sources embed.FS
