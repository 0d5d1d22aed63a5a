package vm

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"slp/syntax"
	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib"
	"slp/vm/stdlib/builtins"
	"slp/vm/stdlib/decimalmod"
	"slp/vm/stdlib/iomod"
	"slp/vm/stdlib/library"
	"slp/vm/stdlib/services"
	"slp/vm/stdlib/sslmod"
	"slp/vm/stdlib/stackless"
	"slp/vm/stdlib/sys"
	"slp/vm/stdlib/xmlmod"
	"slp/vm/world"
)

type value = object.Value

var bootOnce sync.Once

// boot makes an interpreter with builtins, sys and the import system in place. It returns the program's flags with what
// the environment says, too.
func boot(w world.World, p *Program) (*interp.VM, *Flags) {
	bootOnce.Do(stackless.Bootstrap)
	v := interp.New(w)
	c := &v.Ctx
	env := c.Query(world.Environment()).List
	flags := p.Flags
	flags.Warnings = slices.Clone(flags.Warnings)
	wrong := flags.Complete(env)
	v.Optimize = min(flags.Optimize, 2)
	builtins.Install(v)
	natives := importNatives(v)
	natives["_load_code"] = c.Func("", &object.Def{Sig: "_load_code(path, /)", Fn: func(c *object.Ctx, a []value) value {
		return loadCode(c, p.Cache, a[0].AsStr().String())
	}})
	natives["_start_options"] = startOptions(c, p, &flags, env, wrong)
	v.LoadHosted(natives)
	builtins.Finish(v)
	stackless.Install(v)
	m := sys.Module.Make(c)
	c.Modules.SetStr(c, "sys", m)
	d := m.AsModule().Dict
	spec := func(name string) value { return v.Hosted(name) }
	d.SetStr(c, "meta_path", c.NewList([]value{spec("BuiltinImporter"), spec("PathFinder")}))
	d.SetStr(c, "path_hooks", v.Hosted("path_hooks_"))
	standardStreams(c, d, &flags, env)
	sys.SetFlags(c, d, &flags)
	for _, n := range [...]string{"SimpleNamespace", "Context", "ContextVar", "Token"} {
		t := v.Hosted(n).AsType() // a class of the implementation, which programs cannot change
		t.Module = t.Dict.Get("__module__").AsStr().String()
		t.Flags &^= object.HeapType
	}
	d.SetStr(c, "implementation", v.Hosted("implementation_"))
	d.Get("implementation").AsInst().SetSlot(c, c.Intern("version"), d.Get("version_info"))
	var names []value
	for _, n := range stdlib.Names() {
		names = append(names, c.Intern(n).V())
	}
	d.SetStr(c, "builtin_module_names", object.NewTuple(names))
	d.SetStr(c, "stdlib_module_names", sys.StdlibModuleNames(c))
	return v, &flags
}

// standardStreams makes sys.stdin, stdout and stderr, and the names under which sys keeps the original ones.
func standardStreams(c *object.Ctx, sys *object.Dict, f *Flags, env []string) {
	encoding, errors := "utf-8", ""
	var locale [3]string // what says which locale it is, the strongest first
	for _, e := range env {
		switch name, v, _ := strings.Cut(e, "="); {
		case name == "PYTHONIOENCODING" && v != "" && !f.IgnoreEnvironment:
			enc, errs, _ := strings.Cut(v, ":")
			if enc != "" {
				encoding = enc
			}
			if errors = errs; errs == "" {
				errors = "strict"
			}
		case name == "LC_ALL":
			locale[0] = v
		case name == "LC_CTYPE":
			locale[1] = v
		case name == "LANG":
			locale[2] = v
		}
	}
	if errors == "" {
		errors = "strict"
		switch cmp.Or(locale[:]...) {
		case "", "C", "POSIX", "C.UTF-8", "C.utf8": // nobody chose it: bytes that are no text must pass
			errors = "surrogateescape"
		}
	}
	for i, n := range [...]string{"stdin", "stdout", "stderr"} {
		if i == 2 {
			errors = "backslashreplace"
		}
		s := iomod.Standard(c, i, encoding, errors, f.Unbuffered)
		sys.SetStr(c, n, s)
		sys.SetStr(c, "__"+n+"__", s)
	}
}

// hostedModules are the modules that a hosted function makes.
var hostedModules = map[string]string{"_decimal": "decimal_module", "_ssl": "make_ssl", "stackless": "make_stackless", "scheduler": "make_scheduler", "_scheduler": "make_scheduler"}

// importNatives are what the import system, written in Python, asks of Go.
func importNatives(v *interp.VM) map[string]value {
	c := &v.Ctx
	f := func(sig string, fn object.Fn) value { return c.Func("", &object.Def{Sig: sig, Fn: fn}) }
	natives := iomod.Natives(c)
	maps.Copy(natives, stackless.Natives(c))
	maps.Copy(natives, services.Natives(c))
	maps.Copy(natives, xmlmod.Natives(c))
	maps.Copy(natives, decimalmod.Natives(c))
	separator := ":"
	if c.Query(world.Fact(world.FactPlatform)).Text == "win32" {
		separator = ";"
	}
	maps.Copy(natives, map[string]value{
		"_library_path":   object.ConstStr(sys.Library),
		"_path_separator": object.ConstStr(separator),
		"_is_terminal": f("_is_terminal(fd, /)", func(c *object.Ctx, a []value) value {
			n, _ := a[0].AsInt()
			return object.Bool(c.Query(world.IsTerminal(int(n))).N == 1)
		}),
		"_modules":            c.Modules.V(),
		"__builtins_module__": c.NewModule("builtins", object.None).V(),
		"_is_native": f("_is_native(name, /)", func(c *object.Ctx, a []value) value {
			name := a[0].AsStr().String()
			return object.Bool(hostedModules[name] != "" || stdlib.Find(name) != nil)
		}),
		"_make_native": f("_make_native(name, /)", func(c *object.Ctx, a []value) value {
			if make := hostedModules[a[0].AsStr().String()]; make != "" {
				return c.Self(make, a[0])
			}
			return stdlib.Find(a[0].AsStr().String()).Make(c)
		}),
		"_ssl_code": f("_ssl_code()", func(c *object.Ctx, a []value) value { return v.CompileHidden(sslmod.Source, "<hosted ssl.py>").V() }),
		"_ssl_names": f("_ssl_names()", func(c *object.Ctx, a []value) value {
			d := c.NewDict()
			names := sslmod.Names(c)
			for _, n := range slices.Sorted(maps.Keys(names)) {
				d.SetStr(c, n, names[n])
			}
			return d.V()
		}),
		"_new_module": f("_new_module(name, /)", func(c *object.Ctx, a []value) value {
			return c.NewModule(a[0].AsStr().String(), object.None).V()
		}),
		"_stat_mtime": f("_stat_mtime(path, /)", func(c *object.Ctx, a []value) value {
			p := a[0].AsStr().String()
			if sub, ok := libraryPath(p); ok {
				if _, isDir := library.List(sub); isDir || library.Exists(sub) {
					return object.Int(0)
				}
				return object.Int(-1)
			}
			r := c.Query(world.PathStat(p))
			if !r.OK() || r.Stat == nil {
				return object.Int(-1)
			}
			return object.Int(r.Stat.Modified)
		}),
		"_list_dir": f("_list_dir(path, /)", func(c *object.Ctx, a []value) value {
			p := a[0].AsStr().String()
			s := c.NewSet()
			if sub, ok := libraryPath(p); ok {
				entries, _ := library.List(sub)
				for _, e := range entries {
					c.SetAdd(s, object.NewStr(e.Name))
				}
			} else {
				for _, n := range c.Query(world.List(p)).List {
					c.SetAdd(s, object.NewStr(n))
				}
			}
			return s.V()
		}),
		"_path_kind": f("_path_kind(path, /)", func(c *object.Ctx, a []value) value { return object.Int(int64(statKind(c, a[0]))) }),
		"_is_file":   f("_is_file(path, /)", func(c *object.Ctx, a []value) value { return object.Bool(statKind(c, a[0]) == 1) }),
		"_is_dir":    f("_is_dir(path, /)", func(c *object.Ctx, a []value) value { return object.Bool(statKind(c, a[0]) == 2) }),
		"_cwd": f("_cwd()", func(c *object.Ctx, a []value) value {
			return object.NewStr(c.Query(world.WorkingDir()).Text)
		}),
		"_read_file": f("_read_file(path, /)", func(c *object.Ctx, a []value) value {
			text, ok := readFile(c, a[0].AsStr().String())
			if !ok {
				return object.Nil
			}
			return object.NewBytes(string(text))
		}),
		"_decode_source": f("_decode_source(data, /)", func(c *object.Ctx, a []value) value {
			return object.NewStr(syntax.NewFile("", []byte(a[0].AsBytes().S)).Text)
		}),
		"_compile_tree": f("_compile_tree(node, filename, mode, flags, optimize, /)", func(c *object.Ctx, a []value) value {
			return builtins.CompileTree(c, a[0], a[1].AsStr().String(), a[2].AsStr().String(), a[3], a[4])
		}),
		"_compile_file": f("_compile_file(data, path, /)", func(c *object.Ctx, a []value) value {
			return builtins.Compile(c, []byte(a[0].AsBytes().S), a[1].AsStr().String(), compile.Exec, 0, -1)
		}),
		"_why_missing": f("_why_missing(name, /)", func(c *object.Ctx, a []value) value {
			if library.Missing() && stdlib.IsLibrary(a[0].AsStr().String()) {
				return object.NewStr("No module named '" + a[0].AsStr().String() + "': " + library.Hint)
			}
			return object.NewStr(stdlib.WhyMissing(a[0].AsStr().String()))
		}),
	})
	return natives
}

// libraryPath tells whether a path lies in the embedded standard library, and where.
func libraryPath(p string) (sub string, ok bool) {
	if p == sys.Library {
		return "", true
	}
	if len(p) > len(sys.Library) && p[:len(sys.Library)] == sys.Library && p[len(sys.Library)] == '/' {
		return p[len(sys.Library)+1:], true
	}
	return "", false
}

func statKind(c *object.Ctx, path value) int {
	p := path.AsStr().String()
	if sub, ok := libraryPath(p); ok {
		if library.Exists(sub) {
			return 1
		}
		if _, ok := library.List(sub); ok {
			return 2
		}
		return 0
	}
	r := c.Query(world.PathStat(p))
	switch {
	case !r.OK() || r.Stat == nil:
		return 0
	case r.Stat.IsDir():
		return 2
	}
	return 1
}

// readFile reads a whole file through the World; it raises OSError.
func readFile(c *object.Ctx, path string) ([]byte, bool) {
	if sub, ok := libraryPath(path); ok {
		text, ok := library.Open(sub)
		if !ok {
			c.RaiseOS(2, "No such file or directory", object.NewStr(path))
		}
		return text, ok
	}
	open := c.Query(world.Open(path, world.OpenReadOnly, 0))
	if !open.OK() {
		c.RaiseOS(int64(open.Errno), open.Reason(), object.NewStr(path))
		return nil, false
	}
	fd := int(open.N)
	var text []byte
	for {
		r := c.Query(world.Read(fd, 1<<16, -1))
		if !r.OK() {
			c.Query(world.Close(fd))
			c.RaiseOS(int64(r.Errno), r.Reason(), object.NewStr(path))
			return nil, false
		}
		if len(r.Data) == 0 {
			break
		}
		text = append(text, r.Data...)
	}
	c.Query(world.Close(fd))
	return text, true
}
