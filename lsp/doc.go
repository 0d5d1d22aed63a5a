// Package lsp is the language server: the Language Server Protocol over the questions that
// package analysis answers.
//
// Its nouns: session (one client from initialize to exit), document (an open text), method (a row
// of the table in methods.go: name, handler, capability), ask (one request with the snapshot that
// was current when it arrived).
//
//	err := lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Options{Version: "1.0"})
//
// Invariant: messages that change state are handled in wire order; a request sees exactly the
// changes that were sent before it, whatever is sent while it is being answered.
//
// Invariant: no message of a client, however wrong, ends the session; only exit, the end of the
// stream and the context do.
//
// Invariant: positions of the protocol exist only here (convert.go). Everywhere else they are byte
// offsets.
package lsp
