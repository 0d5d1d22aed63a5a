package interp

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"

	"slp/vm/internal/code"
	"slp/vm/internal/compile"
	"slp/vm/object"
	"slp/vm/stdlib/library"
)

// Sealed packs compiled code for a later run of the same compiler.
func Sealed(c *code.Code) ([]byte, error) {
	packed, err := code.Pack(c)
	if err != nil {
		return nil, err
	}
	return code.Seal(packed, compile.Identity()), nil
}

// Unsealed gives the code of a file back, or nil if something happened to it or another compiler made it.
func Unsealed(data []byte, filename string) *code.Code {
	packed, ok := code.Unseal(data, compile.Identity())
	if !ok {
		return nil
	}
	c, err := code.Unpack(packed, filename)
	if err != nil {
		return nil
	}
	return c
}

// PackCode implements object.Host: the name of the file and the sealed code.
func (vm *VM) PackCode(v object.Value) []byte {
	k := asCode(v)
	if k == nil {
		return nil
	}
	data, err := Sealed(k.Base().Code)
	if err != nil {
		return nil
	}
	out := binary.AppendUvarint(nil, uint64(len(k.Filename)))
	out = append(out, k.Filename...)
	return append(out, data...)
}

// UnpackCode implements object.Host.
func (vm *VM) UnpackCode(data []byte) object.Value {
	n, size := binary.Uvarint(data)
	if size <= 0 || n > uint64(len(data)-size) {
		return object.Nil
	}
	name := string(data[size : size+int(n)])
	c := Unsealed(slices.Clone(data[size+int(n):]), name)
	if c == nil {
		return object.Nil
	}
	return vm.load(c).V()
}

// Precompiled is the code of a file of the library, if the build compiled it.
func Precompiled(path, filename string) *code.Code {
	data, ok := library.Compiled(libraryName(path))
	if !ok {
		return nil
	}
	return Unsealed(data, filename)
}

func libraryName(path string) string { return fmt.Sprintf("%s %08x", path, library.Sum(path)) }

func hostedName(file string, text []byte) string {
	return fmt.Sprintf("hosted/%s %08x", file, crc32.ChecksumIEEE(text))
}

// Precompile compiles all that a machine needs before a program begins and all of the library; folder is where the
// library's files seem to lie. It is what the build calls.
func Precompile(folder string) (map[string][]byte, error) {
	out := map[string][]byte{}
	add := func(name string, c *code.Code) error {
		data, err := Sealed(c)
		out[name] = data
		return err
	}
	files := hostedNames()
	for _, n := range hostedFolder("hosted/modules") {
		files = append(files, "modules/"+n)
	}
	for _, n := range files {
		if err := add(hostedName(n, hostedText(n)), compileHostedFile(n)); err != nil {
			return nil, err
		}
	}
	err := library.Walk(func(path string) error {
		text, ok := library.Open(path)
		if !ok || len(path) < 3 || path[len(path)-3:] != ".py" {
			return nil
		}
		if c, wrong := CompileShared(text, folder+"/"+path, compile.Exec, 0, 0); wrong == nil { // else it says so when it is imported
			return add(libraryName(path), c)
		}
		return nil
	})
	return out, err
}
