package vm

import (
	"bytes"

	"slp/vm/stdlib/sys"
)

// Start says what a Program runs.
type Start uint8

// The starts.
const (
	File        Start = iota // Name is a path; Text its source
	Module                   // Name is a module name (python -m)
	Code                     // Text is source given on the command line (python -c)
	Stdin                    // Text is source read from the standard input
	Folder                   // Name is a folder or zip file with a __main__ module
	Interactive              // a person types
)

// Flags are python's own: what the command line says. New adds what the environment says.
type Flags = sys.Flags

// Program is what a machine runs and how it is started. It is immutable and may be shared.
type Program struct {
	Start Start
	Name  string   // the path of the file, which tracebacks show, or the module name
	Argv0 string   // sys.argv[0], if it is not what follows from Start and Name
	Text  []byte   // source text, for File, Code and Stdin
	Args  []string // sys.argv[1:]
	Path0 string   // sys.path[0]: the script's folder, or "" for the current one
	Path  []string // further entries of sys.path, before the standard library
	// Original is sys.orig_argv: the command line as it was, the binary first.
	Original []string
	// Python is the environment whose packages the program sees: the folder of a virtual environment or of an installation,
	// or the python in its folder bin. "" leaves it to VIRTUAL_ENV, and then to a folder .venv beside or above the program.
	Python string
	// Cache keeps compiled code between runs, if it is not nil.
	Cache Cache `json:"-"`
	Flags
}

// Cache keeps compiled code between runs. It only saves time: a machine does the same without, whatever the cache answers.
type Cache interface {
	// Load gives what was stored under a key, or nil.
	Load(key string) []byte
	Store(key string, data []byte)
}

// IsArchive tells whether the bytes of a file are those of a zip file, with whatever stands before it.
func IsArchive(text []byte) bool {
	const record, comment = 22, 1 << 16 // the last record of a zip file, and the longest comment after it
	from := max(len(text)-record-comment, 0)
	for end := len(text); ; {
		at := bytes.LastIndex(text[from:end], []byte("PK\x05\x06"))
		if at < 0 {
			return false
		}
		at += from
		if at+record <= len(text) && at+record+int(text[at+20])+int(text[at+21])<<8 == len(text) {
			return true
		}
		end = at
	}
}
