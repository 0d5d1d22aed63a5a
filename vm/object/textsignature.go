package object

import "strings"

// withoutSignature are the builtin functions and methods whose parameters CPython's signatures cannot express.
var withoutSignature = map[string]bool{
	"__build_class__": true, "dir": true, "getattr": true, "iter": true, "max": true, "min": true, "next": true, "vars": true,
	"dict.update": true, "generator.throw": true, "coroutine.throw": true, "async_generator.athrow": true,
}

// classSignatures are the signatures of builtin classes that their __new__ does not tell.
var classSignatures = map[string]string{
	"bool": "(object=False, /)", "bytearray": "", "bytes": "", "classmethod": "(function, /)", "complex": "(real=0, imag=0)", "dict": "",
	"enumerate": "(iterable, start=0)", "filter": "(function, iterable, /)", "float": "(x=0, /)", "frozenset": "(iterable=(), /)", "int": "",
	"list": "(iterable=(), /)", "map": "(function, iterable, /, *iterables, strict=False)", "memoryview": "(object)", "object": "()",
	"property": "(fget=None, fset=None, fdel=None, doc=None)", "range": "", "reversed": "(sequence, /)", "set": "(iterable=(), /)", "slice": "",
	"staticmethod": "(function, /)", "str": "", "super": "", "tuple": "(iterable=(), /)", "type": "", "zip": "(*iterables, strict=False)",
	"code": "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n" +
		"     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
	"function": "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
	"cell":     "([contents])", "mappingproxy": "(mapping)", "NoneType": "()", "ellipsis": "()", "NotImplementedType": "()",
}

// TextSignature is __text_signature__: the parameters as CPython writes them, or None.
func (b *Builtin) TextSignature() Value {
	if b.Owner == nil && withoutSignature[b.Name.s] && b.Module.AsStr() != nil && b.Module.AsStr().s == "builtins" ||
		b.Owner != nil && withoutSignature[b.Owner.Name+"."+b.Name.s] {
		return None
	}
	params := b.Def.Sig[len(b.Name.s)+1 : len(b.Def.Sig)-1]
	params = strings.ReplaceAll(params, "=_NULL", "=<unrepresentable>")
	switch {
	case b.Owner != nil && b.Def.Kind == AsNew:
		return NewStr("($type, *args, **kwargs)")
	case b.Owner != nil && b.Name.s == "__init__":
		return NewStr("($self, /, *args, **kwargs)")
	case b.Owner != nil && b.Def.Kind == AsStatic:
		return NewStr("(" + params + ")")
	}
	first := "$module"
	if b.Owner != nil {
		first = "$self"
		if b.Def.Kind == AsClass {
			first = "$type"
		}
		_, params, _ = strings.Cut(params, ", ")
	}
	if slash := strings.HasPrefix(params, "/"); !slash && !strings.Contains(params, ", /") {
		first += ", /"
	}
	if params != "" {
		first += ", " + params
	}
	return NewStr("(" + first + ")")
}

// textSignature is __text_signature__ of a class: a str or None.
func (t *Type) textSignature() Value {
	if t.Flags&(HeapType|Sealed) == HeapType {
		return None
	}
	if text, ok := classSignatures[t.Name]; ok && t.Module == "builtins" {
		if text == "" {
			return None
		}
		return NewStr(text)
	}
	for _, d := range [...]Dunder{DNew, DInit} {
		f := t.Dict.GetStr(d.Name())
		if f.IsNil() {
			continue
		}
		b := f.AsBuiltin()
		if b == nil {
			continue
		}
		open := strings.IndexByte(b.Def.Sig, '(')
		_, params, _ := strings.Cut(b.Def.Sig[open+1:len(b.Def.Sig)-1], ", ")
		if rest, ok := strings.CutPrefix(params, "/, "); ok {
			params = rest
		}
		switch params {
		case "*args, **kwargs":
			continue
		case "/":
			params = ""
		}
		return NewStr("(" + params + ")")
	}
	return None
}
