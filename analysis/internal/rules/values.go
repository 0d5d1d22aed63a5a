package rules

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// stubModule reports an expression that is the built-in stub of module stackless.
func (p *pass) stubModule(x syntax.Expr) bool {
	for _, v := range p.Engine.Expr(p.File, x) {
		m, ok := v.(*infer.Module)
		if !ok || m.Target.Path != modules.StubPath("stackless") {
			return false
		}
	}
	return true
}

// isException reports a call that makes an exception.
func (p *pass) isException(c *syntax.Call) bool {
	for _, v := range p.Engine.Expr(p.File, c.Func) {
		cls, ok := v.(*infer.Class)
		if !ok {
			return false
		}
		for _, k := range p.Engine.MRO(cls) {
			if p.Engine.IsBuiltin(k, "BaseException") {
				return true
			}
		}
	}
	return false
}

// funcHome is the path of the file that defines a function, and its name.
func funcHome(v infer.Value) (path, name string) {
	if fn, ok := v.(*infer.Func); ok {
		return fn.File.Path, fn.Name()
	}
	return "", ""
}
