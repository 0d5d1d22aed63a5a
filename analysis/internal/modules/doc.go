// Package modules holds the files of a snapshot: their text, tree and names, and which file an
// import means.
//
// Its nouns: Text (what a file says, from the editor or the disk), File (a text, parsed and bound,
// with indexes over the tree), View (an immutable set of files and the roots they are found under),
// Store (what views share: parsed files by content, texts read from disk).
//
// Invariant: a File is immutable for its callers and depends on nothing but its path and text, so
// views share it as long as the text stays the same.
package modules
