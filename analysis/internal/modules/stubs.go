package modules

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"sort"
	"strings"
	"sync"
)

// What the standard library offers, as stubs: one archive made by tools/stdlibindex from CPython,
// and a few stubs written by hand, which come first.

//go:embed stubs/*.pyi stubs/stdlib.txt.gz
var stubFiles embed.FS

// stubRoot begins the path of every stub that is built in.
const stubRoot = "stub:/"

// IsStub reports the path of a stub that is built in.
func IsStub(path string) bool { return strings.HasPrefix(path, stubRoot) }

// StubPath is the path of the built-in stub of a module.
func StubPath(module string) string { return stubRoot + module + ".pyi" }

func stubTarget(module string) Target { return Target{Path: StubPath(module), Name: module} }

// stubText is the built-in stub of a module, and whether there is one.
func stubText(module string) (string, bool) {
	if text, ok := ownStubs()[module]; ok {
		return text, true
	}
	text, ok := stdlibStubs()[module]
	return text, ok
}

// ownStubs are the stubs written by hand, by module.
var ownStubs = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	entries, err := stubFiles.ReadDir("stubs")
	if err != nil {
		panic("modules: the stubs are not embedded: " + err.Error())
	}
	for _, e := range entries {
		module, ok := strings.CutSuffix(e.Name(), ".pyi")
		if !ok {
			continue
		}
		data, err := stubFiles.ReadFile("stubs/" + e.Name())
		if err != nil {
			panic("modules: a stub is not embedded: " + err.Error())
		}
		out[module] = string(data)
	}
	return out
})

// stdlibStubs is the archive by module. Before each module stands a line "=== name".
var stdlibStubs = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	data, err := stubFiles.ReadFile("stubs/stdlib.txt.gz")
	if err != nil {
		panic("modules: the stub archive is not embedded: " + err.Error())
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic("modules: the stub archive is no gzip file: " + err.Error())
	}
	text, err := io.ReadAll(z)
	if err != nil {
		panic("modules: the stub archive is broken: " + err.Error())
	}
	for _, part := range strings.Split("\n"+string(text), "\n=== ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		out[name] = body
	}
	return out
})

// StubNames are the dotted names of all modules with a built-in stub, sorted.
func StubNames() []string { return stubNames() }

var stubNames = sync.OnceValue(func() []string {
	var out []string
	for name := range stdlibStubs() {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
})

// resolveFromStub resolves imports inside stubs: only among stubs.
func (v *View) resolveFromStub(from, module string, level int) Target {
	if level > 0 {
		base := split(v.ModuleName(from))
		if level > len(base) {
			return Target{}
		}
		base = base[:len(base)-level]
		if module != "" {
			base = append(base, module)
		}
		module = strings.Join(base, ".")
	}
	if _, ok := stubText(module); ok {
		return stubTarget(module)
	}
	return Target{}
}
