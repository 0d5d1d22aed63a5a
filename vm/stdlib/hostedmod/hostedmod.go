// Package hostedmod lists the modules that CPython writes in C and that here are functions and classes written in
// Python beside the builtins (vm/internal/interp/hosted).
package hostedmod

import "slp/vm/object"

// hosted makes a module of names of hosted code: "name" or "public=hosted".
func hosted(name, doc string, names ...string) object.ModuleDef {
	return object.ModuleDef{Name: name, Doc: doc, Init: func(c *object.Ctx, m *object.Module) bool {
		for _, n := range names {
			from := n
			for i := range len(n) {
				if n[i] == '=' {
					n, from = n[:i], n[i+1:]
					break
				}
			}
			m.Set(c, n, c.Host.Hosted(from))
		}
		return true
	}}
}

// The modules.
var (
	ABC = hosted("_abc", "Module contains faster C implementation of abc.ABCMeta", "get_cache_token", "_abc_init", "_abc_register",
		"_abc_instancecheck", "_abc_subclasscheck", "_get_dump", "_reset_registry", "_reset_caches")
	Typing = hosted("_typing", "Primitives and accelerators for the typing module.", "TypeVar", "ParamSpec", "TypeVarTuple",
		"ParamSpecArgs", "ParamSpecKwargs", "TypeAliasType", "Generic", "Union", "NoDefault", "_idfunc")
)
