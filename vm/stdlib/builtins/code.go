package builtins

import (
	"sort"
	"strings"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib/astmod"
)

// sourceText gives the text that eval, exec and compile read.
func sourceText(c *object.Ctx, v value, fn string) ([]byte, bool) {
	var text []byte
	switch {
	case v.AsStr() != nil:
		text = append([]byte("\xef\xbb\xbf"), v.AsStr().String()...) // the text is UTF-8 whatever a coding cookie says
	case v.AsBytes() != nil:
		text = []byte(v.AsBytes().S)
	case v.AsByteArray() != nil:
		text = append([]byte(nil), v.AsByteArray().B...)
	default:
		what := "string, bytes or code object"
		if fn == "compile" {
			what = "string, bytes or AST object"
		}
		c.Raise(object.TypeError, "%s() arg 1 must be a %s", fn, what)
		return nil, false
	}
	for _, b := range text {
		if b == 0 {
			c.Raise(object.SyntaxError, "source code string cannot contain null bytes")
			return nil, false
		}
	}
	return text, true
}

// Compile compiles the source text of a file for this machine, or raises SyntaxError. optimize -1 is the level the program
// was started with.
func Compile(c *object.Ctx, text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) value {
	vm := interp.FromCtx(c)
	if optimize < 0 {
		optimize = vm.Optimize
	}
	k, w, e := vm.CompileWarned(text, filename, mode, flags, optimize)
	if e != nil {
		return RaiseSyntax(c, e, filename, text, mode)
	}
	return warn(c, k, w, filename)
}

// ofParser tells of what CPython warns of as it reads, before all that its compiler finds.
func ofParser(w syntax.Warning) bool {
	return strings.Contains(w.Message, " is an invalid ") || strings.HasPrefix(w.Message, "invalid ")
}

// warn gives out what the compiler warns of, then the code.
func warn(c *object.Ctx, k *interp.Code, w *interp.Warned, filename string) value {
	if len(w.List) == 0 {
		return k.V()
	}
	sort.SliceStable(w.List, func(i, j int) bool { return ofParser(w.List[i]) && !ofParser(w.List[j]) })
	found := make([]value, len(w.List))
	for i, x := range w.List {
		shown := object.None // what the compiler itself finds shows no line
		if ofParser(x) {
			shown = object.NewStr(w.File.Slice(w.File.LineSpan(w.File.Line(x.Start))))
		}
		line, col, endLine, endCol := w.File.Location(syntax.Error{Span: x.Span, Message: x.Message})
		found[i] = object.TupleOf(object.NewStr(x.Message), object.Int(int64(line)), object.Int(int64(col)),
			shown, object.Int(int64(endLine)), object.Int(int64(endCol)))
	}
	if c.CallHosted("syntax_warnings", object.NewTuple(found), object.NewStr(filename)).IsNil() {
		return object.Nil
	}
	return k.V()
}

// compileText is Compile for text that need not be that of the file: what the compiler itself finds shows the line that
// stands in the file of that name, if there is one.
func compileText(c *object.Ctx, text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) value {
	if optimize < 0 {
		optimize = interp.FromCtx(c).Optimize
	}
	k, w, e := interp.FromCtx(c).CompileWarned(text, filename, mode, flags, optimize)
	switch {
	case e == nil:
		return warn(c, k, w, filename)
	case e.Stage == syntax.InCompiler:
		return c.Self("raise_compile_error", interp.FromCtx(c).SyntaxError(e, filename, text, mode).V())
	}
	return RaiseSyntax(c, e, filename, text, mode)
}

// CompileTree compiles a program's syntax tree.
func CompileTree(c *object.Ctx, node value, filename, mode string, flags, optimize value) value {
	vm := interp.FromCtx(c)
	m := map[string]compile.Mode{"exec": compile.Exec, "eval": compile.Eval, "single": compile.Single}[mode]
	mod, file, ok := astmod.Source(c, node, [...]syntax.Mode{compile.Exec: syntax.Exec, compile.Eval: syntax.Eval, compile.Single: syntax.Single}[m], filename)
	if !ok {
		return object.Nil
	}
	fl, _ := flags.AsInt()
	level, _ := optimize.AsInt()
	k, errs := compile.Compile(mod, file, compile.Options{Filename: filename, Mode: m, Optimize: int(level),
		Flags: code.Flags(fl) & compile.Future, TopLevelAwait: fl&astmod.TopAwait != 0})
	if len(errs) > 0 {
		return RaiseSyntax(c, &errs[0], filename, []byte(file.Text), m)
	}
	return vm.Load(k).V()
}

// RaiseSyntax raises the SyntaxError of a parse error.
func RaiseSyntax(c *object.Ctx, e *syntax.Error, filename string, text []byte, mode compile.Mode) value {
	return c.RaiseExc(interp.FromCtx(c).SyntaxError(e, filename, text, mode))
}

func compileSource(c *object.Ctx, a []value) value {
	if a[2].AsStr() == nil {
		return c.Raise(object.TypeError, "compile() argument 'mode' must be str, not %s", object.TypeOf(a[2]).Said())
	}
	mode, ok := map[string]compile.Mode{"exec": compile.Exec, "eval": compile.Eval, "single": compile.Single}[a[2].AsStr().String()]
	if !ok {
		return c.Raise(object.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
	}
	filename := ""
	switch {
	case a[1].AsStr() != nil:
		filename = a[1].AsStr().String()
	case a[1].AsBytes() != nil:
		filename = a[1].AsBytes().S
	default:
		p := c.CallHosted("fspath", a[1])
		if p.IsNil() {
			return p
		}
		filename, _ = c.Text(p)
	}
	flags := int64(0)
	if !a[3].IsNil() {
		n, ok := c.IndexInt(a[3], false)
		if !ok {
			return object.Nil
		}
		flags = int64(n)
	}
	optimize := interp.FromCtx(c).Optimize
	if !a[5].IsNil() {
		n, ok := c.IndexInt(a[5], false)
		if !ok {
			return object.Nil
		}
		if n < -1 || n > 2 {
			return c.Raise(object.ValueError, "compile(): invalid optimize value")
		}
		if n >= 0 {
			optimize = n
		}
	}
	if interp.AsCode(a[0]) != nil {
		return a[0]
	}
	if astmod.IsNode(c, a[0]) {
		if flags&astmod.OnlyAST != 0 {
			return a[0]
		}
		return c.Self("ast_compile", a[0], object.NewStr(filename), a[2], object.Int(flags), object.Bool(!a[4].IsNil() && a[4] != object.False), object.Int(int64(optimize)))
	}
	text, ok := sourceText(c, a[0], "compile")
	if !ok {
		return object.Nil
	}
	if flags&(allowIncomplete|noDedent) != 0 {
		file, m, e := interp.ParseText(text, filename, mode, code.Flags(flags))
		switch {
		case e != nil && flags&allowIncomplete != 0 && incomplete(e, file.Text):
		case e == nil && flags&noDedent != 0 && unfinished(m, file.Text, mode):
			e = &syntax.Error{Span: syntax.Span{Start: int32(len(file.Text)), End: int32(len(file.Text))}}
		default:
			e = nil
		}
		if e != nil {
			at := *e
			at.Message, at.Kind = "incomplete input", syntax.SyntaxError
			exc := interp.FromCtx(c).SyntaxError(&at, filename, text, mode)
			exc.Cls = object.IncompleteInputError
			return c.RaiseExc(exc)
		}
	}
	if flags&astmod.OnlyAST != 0 {
		file, m, e := interp.ParseText(text, filename, mode, code.Flags(flags))
		if e != nil {
			return RaiseSyntax(c, e, filename, text, mode)
		}
		return astmod.Tree(c, m, file)
	}
	fl := code.Flags(flags) & (compile.FutureAnnotations | compile.FutureBarry)
	if a[4].IsNil() || a[4] == object.False {
		fl |= inherited(c)
	}
	return compileText(c, text, filename, mode, fl, optimize)
}

// inherited are the future features of the calling code.
func inherited(c *object.Ctx) code.Flags {
	if f := interp.FromCtx(c).Current(); f != nil {
		return f.Code().CoFlags & (compile.FutureAnnotations | compile.FutureBarry)
	}
	return 0
}

func eval(c *object.Ctx, a []value) value {
	return run(c, "eval", a[0], a[1], a[2], compile.Eval, object.None)
}

func exec(c *object.Ctx, a []value) value {
	closure := a[3]
	if closure.IsNil() {
		closure = object.None
	}
	return run(c, "exec", a[0], a[1], a[2], compile.Exec, closure)
}

func run(c *object.Ctx, fn string, src, globals, locals value, mode compile.Mode, closure value) value {
	vm := interp.FromCtx(c)
	if locals.IsNil() {
		locals = object.None
	}
	if globals.IsNil() || globals.IsNone() {
		f := vm.Current()
		globals = f.Globals().V()
		if locals.IsNone() {
			locals = vm.LocalsDict(f)
		}
	} else if locals.IsNone() {
		locals = globals
	}
	g := globals.AsDict()
	if g == nil {
		if fn == "eval" {
			if object.TypeOf(globals).Dunder(object.DGetItem).IsNil() {
				return c.Raise(object.TypeError, "globals must be a dict")
			}
			return c.Raise(object.TypeError, "globals must be a real dict; try eval(code, {}, mapping)")
		}
		return c.Raise(object.TypeError, "exec() globals must be a dict, not %s", object.TypeOf(globals).Said())
	}
	if object.TypeOf(locals).Dunder(object.DGetItem).IsNil() {
		if fn == "eval" {
			return c.Raise(object.TypeError, "locals must be a mapping")
		}
		return c.Raise(object.TypeError, "locals must be a mapping or None, not %s", object.TypeOf(locals).Said())
	}
	if g.Get("__builtins__").IsNil() {
		g.SetStr(c, "__builtins__", c.Modules.Get("builtins"))
	}
	k := interp.AsCode(src)
	if k == nil {
		text, ok := sourceText(c, src, fn)
		if !ok {
			return object.Nil
		}
		if fn == "eval" { // leading blanks are allowed in an expression
			i := 0
			if len(text) >= 3 && text[0] == 0xef {
				i = 3
			}
			j := i
			for j < len(text) && (text[j] == ' ' || text[j] == '\t') {
				j++
			}
			text = append(text[:i:i], text[j:]...)
		}
		v := compileText(c, text, "<string>", mode, inherited(c), -1)
		if v.IsNil() {
			return v
		}
		k = interp.AsCode(v)
	}
	if n := len(k.FreeVars); n > 0 || !closure.IsNone() {
		if fn == "eval" {
			return c.Raise(object.TypeError, "code object passed to eval() may not contain free variables")
		}
		items := object.Items(closure)
		if closure.IsNone() {
			return c.Raise(object.TypeError, "code object requires a closure of exactly length %d", n)
		}
		if n == 0 {
			return c.Raise(object.TypeError, "cannot use a closure with this code object")
		}
		if len(items) != n {
			return c.Raise(object.TypeError, "code object requires a closure of exactly length %d", n)
		}
	}
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame {
		return vm.RunCode(f, vm.NewFunc(k, globals, closure), locals)
	}))
}
