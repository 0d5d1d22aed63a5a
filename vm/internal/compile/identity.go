package compile

import (
	"embed"
	"hash/crc32"
	"io/fs"
	"sync"

	"slp/syntax"
	"slp/vm/internal/code"
)

//go:embed *.go
var sources embed.FS

// Identity tells this compiler from others, older and newer ones: two that have the same identity make the same code of
// the same text. It is made of their own sources.
var Identity = sync.OnceValue(func() uint64 {
	table := crc32.MakeTable(crc32.Castagnoli)
	var a, b uint32
	for _, files := range [...]embed.FS{syntax.Sources, code.Sources, sources} {
		err := fs.WalkDir(files, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			text, err := files.ReadFile(path)
			a, b = crc32.Update(a, table, text), crc32.Update(b, crc32.IEEETable, text)
			return err
		})
		if err != nil {
			panic(err) // embedded files are there
		}
	}
	return uint64(a)<<32 | uint64(b)
})
