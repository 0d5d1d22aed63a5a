package vm

import (
	"strings"

	"slp/vm/object"
)

// startOptions are what hosted code (hosted/startup.py) has to know of a program before it begins.
func startOptions(c *object.Ctx, p *Program, f *Flags, environment []string, wrong error) value {
	d := c.NewDict()
	set := func(name string, v value) { d.SetStr(c, name, v) }
	text := func(name, s string) { set(name, object.NewStr(s)) }
	set("path0", object.None)
	if p.Start != Folder && !f.SafePath {
		text("path0", p.Path0)
	}
	text("python", p.Python)
	text("program", "")
	if p.Start == File || p.Start == Folder {
		text("program", p.Name)
	}
	text("wrong", "")
	if wrong != nil {
		text("wrong", wrong.Error())
	}
	var path []value
	for _, e := range p.Path {
		path = append(path, object.NewStr(e))
	}
	env := c.NewDict()
	for _, e := range environment {
		n, v, ok := strings.Cut(e, "=")
		if ok && v != "" && (!f.IgnoreEnvironment && (strings.HasPrefix(n, "PYTHON") || n == "VIRTUAL_ENV") || n == "HOME" || n == "APPDATA") {
			env.SetStr(c, n, object.NewStr(v))
		}
	}
	set("environment", env.V())
	set("path", c.NewList(path))
	return d.V()
}
