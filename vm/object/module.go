package object

// ModuleDef describes a module implemented in Go. A package of the standard library exports exactly one, named Module.
type ModuleDef struct {
	Name string
	Doc  string
	// Funcs are the module's functions.
	Funcs []Def
	// Init adds classes, constants and what depends on the machine. It runs once per machine, at the first import,
	// and must not call Python code; nil is allowed. False: it raised.
	Init func(c *Ctx, m *Module) bool
}

// Make makes the module for a machine. A module that is imported a second time, because a program took it out of
// sys.modules, is another module with what the first one began with: its classes stay the same.
func (d *ModuleDef) Make(c *Ctx) Value {
	if began := c.Natives.Get(d.Name); !began.IsNil() {
		m := c.NewModule(d.Name, None)
		m.Dict = began.AsDict().Clone(c)
		return m.V()
	}
	doc := None
	if d.Doc != "" {
		doc = NewStr(d.Doc)
	}
	m := c.NewModule(d.Name, doc)
	for i := range d.Funcs {
		f := c.Func(d.Name, &d.Funcs[i])
		m.Dict.SetName(c, f.AsBuiltin().Name, f)
	}
	if d.Init != nil && !d.Init(c, m) {
		return Nil
	}
	c.Natives.SetStr(c, d.Name, m.Dict.Clone(c).V())
	return m.V()
}

// Set binds a name of the module.
func (m *Module) Set(c *Ctx, name string, v Value) { m.Dict.SetStr(c, name, v) }
