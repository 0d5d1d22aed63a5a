package rules

import (
	"path/filepath"
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// SLP002 undefined-name: a name that is bound nowhere: not in the function, not around it, not in
// the module, and it is no builtin. Running the line raises NameError.
//
// It is silent where names come from elsewhere: after "from x import *" of a module that is not
// known, in a file that calls exec() or writes into globals(), under "try: ... except NameError",
// and under a test of the Python version.
func undefinedNames(p *pass) {
	if p.openNamespace() {
		return
	}
	careful, spellings := p.catchesNameErrors(), p.normalizes()
	for _, s := range p.File.Scopes.Scopes {
		if s.Kind == scope.Class && hasKeywords(s.Node) {
			continue // its metaclass may bring names
		}
		for _, sym := range s.Symbols {
			if len(sym.Uses) == 0 || !p.undefined(sym) {
				continue
			}
			for _, u := range sym.Uses {
				name, ok := u.Node.(*syntax.Name)
				if !ok || p.excused(name) {
					continue
				}
				d := p.report(u.Span, High, "name '%s' is not defined", sym.Name)
				if careful && s.Kind != scope.Module || spellings {
					d.Confidence = Medium
				}
				if p.inAnnotation(name) { // evaluated only by who asks for it
					d.Severity, d.Confidence = Warning, Medium
				}
				if sym.Name == "stackless" || p.View.IsAlias(sym.Name) {
					d.Hint = "add: import " + sym.Name
					d.Fixes = append(d.Fixes, Fix{Title: "Import " + sym.Name, Edits: []Edit{importEdit(p.File, "import "+sym.Name)}})
				} else if near := p.similar(s, sym.Name); near != "" {
					d.Hint = "did you mean '" + near + "'?"
					d.Fixes = append(d.Fixes, Fix{Title: "Change to '" + near + "'", Edits: []Edit{{u.Span, near}}})
				} else if module, ok := stdlibModules[sym.Name]; ok {
					d.Hint = "add: import " + module
					d.Fixes = append(d.Fixes, Fix{Title: "Import " + module, Edits: []Edit{importEdit(p.File, "import "+module)}})
				}
			}
		}
	}
}

// catchesNameErrors reports a file with a handler that a NameError can end in.
func (p *pass) catchesNameErrors() bool {
	found := false
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		if h, ok := n.(*syntax.ExceptHandler); ok && (h.Type == nil || mentions(h.Type, "NameError", "Exception", "BaseException")) {
			found = true
		}
	})
	return found
}

// normalizes reports a file with names beyond ASCII, two spellings of which may be one name.
func (p *pass) normalizes() bool {
	for _, s := range p.File.Scopes.Scopes {
		for _, sym := range s.Symbols {
			for i := range len(sym.Name) {
				if sym.Name[i] >= 0x80 {
					return true
				}
			}
		}
	}
	return false
}

func hasKeywords(n syntax.Node) bool {
	c, ok := n.(*syntax.ClassDef)
	return ok && len(c.Keywords) > 0
}

// inAnnotation reports a name in the annotation of a parameter, variable or result.
func (p *pass) inAnnotation(name syntax.Node) bool {
	child := name
	for n := p.File.Parent(name); n != nil; child, n = n, p.File.Parent(n) {
		switch n := n.(type) {
		case *syntax.Arg:
			return true
		case *syntax.AnnAssign:
			return syntax.Node(n.Annotation) == child
		case *syntax.FunctionDef:
			return n.Returns != nil && syntax.Node(n.Returns) == child
		case syntax.Stmt:
			return false
		}
	}
	return false
}

// stdlibModules are modules whose name used without an import is surely that module.
var stdlibModules = map[string]string{
	"sys": "sys", "os": "os", "time": "time", "math": "math", "random": "random", "json": "json", "re": "re",
	"itertools": "itertools", "functools": "functools", "collections": "collections", "threading": "threading",
	"traceback": "traceback", "string": "string", "struct": "struct", "socket": "socket", "datetime": "datetime",
	"contextlib": "contextlib", "logging": "logging", "subprocess": "subprocess",
}

// implicit are the names that every module has.
var implicit = map[string]bool{
	"__name__": true, "__file__": true, "__doc__": true, "__builtins__": true, "__spec__": true, "__loader__": true,
	"__package__": true, "__path__": true, "__annotations__": true, "__cached__": true, "__dict__": true, "__class__": true,
	"WindowsError": true, "__annotate__": true, "__conditional_annotations__": true, "__classdict__": true,
}

func (p *pass) undefined(sym *scope.Symbol) bool {
	def := modules.Definer(sym)
	if def.Bound || def.Parameter {
		return false
	}
	switch sym.Storage {
	case scope.Free, scope.Cell:
		return false
	case scope.Local:
		if sym.Bound || sym.Scope.Kind != scope.Module && sym.Scope.Kind != scope.Class {
			return false
		}
	}
	if implicit[sym.Name] || p.File.Global(sym.Name) != nil || p.Engine.BuiltinSymbol(sym.Name) != nil {
		return false
	}
	if sym.Scope.Kind == scope.Class && (sym.Name == "__module__" || sym.Name == "__qualname__") {
		return false
	}
	if strings.HasPrefix(filepath.Base(p.File.Path), "__init__.") && p.View.Resolve(p.File.Path, sym.Name, 1).Found() {
		return false // a submodule that is imported becomes a name of its package
	}
	if p.File.Scopes.Module.ImportStar {
		if t := p.Engine.Global(p.File, sym.Name); t != nil {
			return false
		}
		if p.starHas(p.File, sym.Name, 0) {
			return false
		}
	}
	return true
}

// starHas reports whether some star import brings the name, whatever its value.
func (p *pass) starHas(f *modules.File, name string, depth int) bool {
	if depth > 8 {
		return true
	}
	for _, imp := range f.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name != "*" {
			continue
		}
		m := p.Engine.Module(p.View.Resolve(f.Path, stmt.Module, stmt.Level))
		if m == nil || m.File == nil {
			return true
		}
		if dynamicNames(m.File) {
			return true
		}
		if m.File != f && (m.File.Global(name) != nil || m.File.Scopes.Module.ImportStar && p.starHas(m.File, name, depth+1)) {
			return true
		}
	}
	return false
}

// openNamespace reports a file whose global names cannot be known.
func (p *pass) openNamespace() bool {
	open := dynamicEnum(p.File)
	for _, c := range p.File.Calls() {
		switch n := lastName(c.Func); n {
		case "exec", "execfile":
			if _, plain := c.Func.(*syntax.Name); plain && len(c.Args) < 2 {
				open = true
			}
		case "globals", "vars":
			if _, plain := c.Func.(*syntax.Name); !plain || n == "vars" && len(c.Args) > 0 {
				continue
			}
			switch q := p.File.Parent(c).(type) {
			case *syntax.Subscript:
				open = open || q.Ctx == syntax.Store
			case *syntax.Attribute:
				open = open || q.Name == "update" || q.Name == "setdefault"
			case *syntax.Call, *syntax.Assign:
				open = true
			}
		}
	}
	for _, imp := range p.File.Imports() {
		if stmt, ok := imp.Stmt.(*syntax.ImportFrom); ok && imp.Alias.Name == "*" {
			m := p.Engine.Module(p.View.Resolve(p.File.Path, stmt.Module, stmt.Level))
			if m == nil || m.File == nil || m.File.Global("__getattr__") != nil {
				open = true
			}
		}
	}
	return open
}

// excused reports a name under a try that expects NameError, under a test of the version, or in a del.
func (p *pass) excused(name *syntax.Name) bool {
	child := syntax.Node(name)
	for n := p.File.Parent(name); n != nil; child, n = n, p.File.Parent(n) {
		switch n := n.(type) {
		case *syntax.Try:
			if s, ok := child.(syntax.Stmt); ok && inList(n.Body, s) {
				for _, h := range n.Handlers {
					if h.Type == nil || mentions(h.Type, "NameError", "Exception", "BaseException") {
						return true
					}
				}
			}
		case *syntax.If:
			if syntax.Node(n.Test) != child && mentions(n.Test, "version_info", "PY2", "PY3", "PYTHON2", "PYTHON3", "version", "hexversion", "reveal_type", "TYPE_CHECKING") {
				return true
			}
		case *syntax.IfExp:
			if syntax.Node(n.Test) != child && mentions(n.Test, "version_info", "PY2", "PY3", "hexversion") {
				return true
			}
		}
	}
	return false
}

func inList(list []syntax.Stmt, s syntax.Stmt) bool {
	for _, t := range list {
		if t == s {
			return true
		}
	}
	return false
}

// mentions reports an expression that contains one of some names.
func mentions(x syntax.Expr, names ...string) bool {
	found := false
	modules.Walk(x, func(n syntax.Node) {
		last := ""
		switch n := n.(type) {
		case *syntax.Name:
			last = n.Id
		case *syntax.Attribute:
			last = n.Name
		}
		for _, want := range names {
			if last == want {
				found = true
			}
		}
	})
	return found
}

// similar is a visible name that differs from a name by one slip of the finger, or "".
func (p *pass) similar(s *scope.Scope, name string) string {
	if len(name) < 3 {
		return ""
	}
	for ; s != nil; s = s.Parent {
		for _, sym := range s.Symbols {
			if sym.Bound && sym.Name != name && oneSlip(sym.Name, name) {
				return sym.Name
			}
		}
	}
	for _, b := range p.Engine.BuiltinNames() {
		if oneSlip(b, name) {
			return b
		}
	}
	return ""
}

// oneSlip reports names that differ by one letter, or by two that changed places.
func oneSlip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || len(b) < 3 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:]
	}
	if i == len(a) {
		return false
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
