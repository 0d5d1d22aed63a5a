// Precompile compiles the embedded standard library, so that a machine only has to unpack it. The build runs it between
// gathering the library and building the binary; without it, everything is compiled when it is first imported.
//
//	go run ./vm/internal/precompile -o vm/stdlib/library/data/code.bin
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"slp/vm/internal/interp"
	"slp/vm/stdlib/library"
	"slp/vm/stdlib/sys"
)

func main() {
	out := flag.String("o", "code.bin", "file to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "precompile:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	entries, err := interp.Precompile(sys.Library)
	if err != nil {
		return err
	}
	data, err := library.PackCompiled(entries)
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, data) {
		return nil
	}
	// Written beside and renamed, so that a build in parallel never embeds a half.
	temp := out + ".new"
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return err
	}
	return os.Rename(temp, out)
}
