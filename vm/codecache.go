package vm

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib/builtins"
	"slp/vm/stdlib/library"
)

// loadCode is the code of a source file, by the shortest way: what the build compiled, what the cache kept, or the
// compiler. It raises what reading and compiling raise.
func loadCode(c *object.Ctx, cache Cache, path string) value {
	vm := interp.FromCtx(c)
	sub, inside := libraryPath(path)
	if inside && vm.Optimize == 0 {
		if k := interp.Precompiled(sub, path); k != nil {
			return vm.Load(k).V()
		}
	}
	var text []byte
	key := ""
	if inside {
		key = fmt.Sprintf("library %s %08x", sub, library.Sum(sub))
	} else {
		var ok bool
		if text, ok = readFile(c, path); !ok {
			return object.Nil
		}
		key = "text " + string(text)
	}
	if cache == nil {
		return compileFile(c, path, text, inside)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%x %d %s", compile.Identity(), vm.Optimize, key))
	key = hex.EncodeToString(sum[:16])
	if data := cache.Load(key); data != nil {
		if k := interp.Unsealed(data, path); k != nil {
			return vm.Load(k).V()
		}
	}
	v := compileFile(c, path, text, inside)
	if !v.IsNil() && !c.Modules.Get("sys").AsModule().Dict.Get("dont_write_bytecode").IsTrue() {
		if data, err := interp.Sealed(interp.AsCode(v).Code); err == nil {
			cache.Store(key, data)
		}
	}
	return v
}

func compileFile(c *object.Ctx, path string, text []byte, inside bool) value {
	if inside {
		var ok bool
		if text, ok = readFile(c, path); !ok {
			return object.Nil
		}
	}
	return builtins.Compile(c, text, path, compile.Exec, 0, -1)
}
