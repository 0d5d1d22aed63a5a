package posix

import (
	"strings"

	"slp/vm/object"
)

// textOrBytes gives the text of a path that is str or bytes, and how to make such a value again.
func textOrBytes(c *ctx, v value, where string) (text string, back func(string) value, ok bool) {
	if s := v.AsStr(); s != nil {
		return s.String(), object.NewStr, true
	}
	if b := v.AsBytes(); b != nil {
		return b.S, object.NewBytes, true
	}
	p, ok := pathArg(c, v, where, 0)
	if !ok {
		return "", nil, false
	}
	return textOrBytes(c, p.name, where)
}

// splitRoot splits a path into its root and the rest: two slashes at the start are a root of their own.
func splitRoot(p string) (root, rest string) {
	n := len(p) - len(strings.TrimLeft(p, "/"))
	switch n {
	case 0:
		return "", p
	case 2:
		return p[:2], p[2:]
	}
	return p[:1], p[1:]
}

// normal is os.path.normpath.
func normal(p string) string {
	if p == "" {
		return "."
	}
	root, rest := splitRoot(p)
	var out []string
	for _, part := range strings.Split(rest, "/") {
		switch {
		case part == "" || part == ".":
		case part != ".." || root == "" && len(out) == 0 || len(out) > 0 && out[len(out)-1] == "..":
			out = append(out, part)
		case len(out) > 0:
			out = out[:len(out)-1]
		}
	}
	if p = root + strings.Join(out, "/"); p == "" {
		return "."
	}
	return p
}

var pathFuncs = []object.Def{
	{Sig: "fspath(path)", Doc: "Return the file system path representation of the object.", Fn: func(c *ctx, a []value) value {
		if a[0].AsStr() != nil || a[0].AsBytes() != nil {
			return a[0]
		}
		return c.Self("fspath", a[0])
	}},
	{Sig: "_path_normpath(path)", Fn: func(c *ctx, a []value) value {
		text, back, ok := textOrBytes(c, a[0], "_path_normpath")
		if !ok {
			return object.Nil
		}
		return back(normal(text))
	}},
	{Sig: "_path_splitroot_ex(path, /)", Fn: func(c *ctx, a []value) value {
		text, back, ok := textOrBytes(c, a[0], "_path_splitroot_ex")
		if !ok {
			return object.Nil
		}
		root, rest := splitRoot(text)
		return object.TupleOf(back(""), back(root), back(rest))
	}},
	{Sig: "_inputhook()", Fn: func(c *ctx, a []value) value { return object.None }},
	{Sig: "_is_inputhook_installed()", Fn: func(c *ctx, a []value) value { return object.False }},
}
