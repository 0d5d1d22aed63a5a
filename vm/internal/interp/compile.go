package interp

import (
	"strings"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
	"slp/vm/internal/unicodedb"
	"slp/vm/object"
)

// CompileText compiles Python source for this machine.
func (vm *VM) CompileText(text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) (*Code, *syntax.Error) {
	c, e := CompileShared(text, filename, mode, flags, optimize)
	if e != nil {
		return nil, e
	}
	return vm.load(c), nil
}

// CompileWarned is CompileText, with what the compiler warns of.
func (vm *VM) CompileWarned(text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) (*Code, *Warned, *syntax.Error) {
	c, w, e := compileWarned(text, filename, mode, flags, optimize)
	if e != nil {
		return nil, nil, e
	}
	return vm.load(c), w, nil
}

// Warned is what the compiler warns of in a file.
type Warned struct {
	File *syntax.File
	List []syntax.Warning
}

// CompileShared compiles Python source to code that machines may share.
func CompileShared(text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) (*code.Code, *syntax.Error) {
	c, _, e := compileWarned(text, filename, mode, flags, optimize)
	return c, e
}

func compileWarned(text []byte, filename string, mode compile.Mode, flags code.Flags, optimize int) (*code.Code, *Warned, *syntax.Error) {
	file, mod, e := ParseText(text, filename, mode, flags)
	if e != nil {
		return nil, nil, e
	}
	c, errs := compile.Compile(mod, file, compile.Options{Filename: filename, Mode: mode, Optimize: optimize, Flags: flags})
	if len(errs) > 0 {
		errs[0].Stage = syntax.InCompiler
		return nil, nil, &errs[0]
	}
	if strings.HasPrefix(filename, "<") && !strings.HasPrefix(filename, "<stdlib>/") {
		c.Attach(&code.Source{Text: string(text), Mode: int(mode), Flags: flags, Optimize: optimize})
	}
	return c, &Warned{file, syntax.Warnings(mod)}, nil
}

// CompileHidden compiles code of the implementation, whose frames nobody sees. It has no faults.
func (vm *VM) CompileHidden(text, filename string) *Code {
	file, mod, e := ParseText([]byte(text), filename, compile.Exec, 0)
	if e != nil {
		panic(filename + ": " + e.Error())
	}
	c, errs := compile.Compile(mod, file, compile.Options{Filename: filename, Hidden: true})
	if len(errs) > 0 {
		panic(filename + ": " + errs[0].Error())
	}
	return vm.load(c)
}

// ParseText parses Python source as compile() does.
func ParseText(text []byte, filename string, mode compile.Mode, flags code.Flags) (*syntax.File, *syntax.Module, *syntax.Error) {
	file := syntax.NewFile(filename, text)
	pm := [...]syntax.Mode{compile.Exec: syntax.Exec, compile.Eval: syntax.Eval, compile.Single: syntax.Single}[mode]
	mod, errs := syntax.Parse(file, syntax.Options{Mode: pm, NameLookup: unicodedb.Lookup, Normalize: nfkc, Barry: flags&compile.FutureBarry != 0})
	if len(errs) > 0 {
		return file, mod, &errs[0]
	}
	return file, mod, nil
}

func nfkc(s string) string { return unicodedb.Normalize(unicodedb.NFKC, s) }

// Load makes this machine's instance of shared code.
func (vm *VM) Load(c *code.Code) *Code { return vm.load(c) }

// NewFunc makes a function of code with the given globals, a dict or an instance of a subclass, and a closure tuple
// (or None).
func (vm *VM) NewFunc(k *Code, globals, closure object.Value) *Func {
	fn := vm.newFunc(k, globals.AsDict())
	if globals.Kind() != object.KDict {
		fn.scope = globals
	}
	for _, x := range object.Items(closure) {
		fn.closure = append(fn.closure, x.AsCell())
	}
	return fn
}

// SyntaxError makes the exception of a parse error. Text that is read as a module ends with a line end even where it
// does not.
func (vm *VM) SyntaxError(e *syntax.Error, filename string, text []byte, mode compile.Mode) *object.Exc {
	t := object.SyntaxError
	switch e.Kind {
	case syntax.IndentationError:
		t = object.IndentationError
	case syntax.TabError:
		t = object.TabError
	}
	file := syntax.NewFile(filename, text)
	line, col, endLine, endCol := file.Location(*e)
	src := object.None
	if l := file.Slice(file.LineSpan(line)); l != "" || line <= file.Lines() {
		further := strings.HasSuffix(e.Message, "was never closed") && strings.TrimSpace(file.Text[file.LineSpan(line).End:]) != "" // CPython has read on when it says so
		if line > 0 && !further && e.Stage != syntax.InScanner && (mode == compile.Exec || line < file.Lines()) {
			l += "\n"
		}
		src = object.NewStr(l)
	}
	info := object.TupleOf(object.NewStr(filename), object.Int(int64(line)), object.Int(int64(col)), src,
		object.Int(int64(endLine)), object.Int(int64(endCol)))
	return vm.NewExc(t, object.NewStr(e.Message), info)
}
