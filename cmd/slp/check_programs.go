package main

import (
	"slp/syntax"
)

// runnable tells whether a file of a folder is a program: it works with tasklets, and at the top level, not only when
// it is called, it says that it is a program or makes, starts or talks to tasklets.
func runnable(path string, text []byte) bool {
	tree, _ := syntax.Parse(syntax.NewFile(path, text), syntax.Options{})
	imports, does := false, false
	syntax.Inspect(tree, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
			return false
		case *syntax.Import:
			for _, a := range n.Names {
				imports = imports || a.Name == "stackless"
			}
		case *syntax.ImportFrom:
			imports = imports || n.Module == "stackless"
		case *syntax.Compare:
			if name, ok := n.Left.(*syntax.Name); ok && name.Id == "__name__" {
				does = true
			}
		case *syntax.Call:
			switch callee(n.Func) {
			case "run", "tasklet", "send", "receive", "schedule", "main":
				does = true
			}
		}
		return true
	})
	return imports && does
}

// callee is the last name of what is called.
func callee(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Name:
		return e.Id
	case *syntax.Attribute:
		return e.Name
	}
	return ""
}
