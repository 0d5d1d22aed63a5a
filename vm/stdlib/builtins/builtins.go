// Package builtins is the module builtins: its functions, and the classes that object declares.
package builtins

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
)

type value = object.Value

// Install fills the machine's builtins and makes the module. Hosted code must be loaded afterwards, and then Finish.
func Install(vm *interp.VM) {
	c := &vm.Ctx
	b := c.Builtins
	b.SetStr(c, "__name__", object.ConstStr("builtins"))
	b.SetStr(c, "__doc__", object.ConstStr("Built-in functions, types, exceptions, and other objects."))
	b.SetStr(c, "__package__", object.ConstStr(""))
	b.SetStr(c, "__loader__", object.None)
	b.SetStr(c, "__spec__", object.None)
	for _, t := range [...]*object.Type{object.ObjectType, object.TypeType, object.BoolType, object.IntType, object.FloatType,
		object.ComplexType, object.StrType, object.BytesType, object.ByteArrayType, object.MemoryViewType, object.TupleType,
		object.ListType, object.DictType, object.SetType, object.FrozenSetType, object.RangeType, object.SliceType,
		object.PropertyType, object.ClassMethodType, object.StaticMethodType, object.SuperType} {
		b.SetStr(c, t.Name, t.V())
	}
	for _, t := range iteratorTypes() {
		b.SetStr(c, t.Name, t.V())
	}
	for _, t := range object.ExceptionTypes() {
		b.SetStr(c, t.Name, t.V())
	}
	b.SetStr(c, "ExceptionGroup", object.ExceptionGroup.V())
	b.SetStr(c, "EnvironmentError", object.OSError.V())
	b.SetStr(c, "IOError", object.OSError.V())
	b.SetStr(c, "None", object.None)
	b.SetStr(c, "True", object.True)
	b.SetStr(c, "False", object.False)
	b.SetStr(c, "Ellipsis", object.Ellipsis)
	b.SetStr(c, "NotImplemented", object.NotImplemented)
	b.SetStr(c, "__debug__", object.True)
	for i := range defs {
		d := &defs[i]
		f := c.Func("builtins", d)
		b.SetStr(c, f.AsBuiltin().Name.String(), f)
	}
}

// Finish adds the builtins that are written in Python and the module itself, after hosted code is loaded.
func Finish(vm *interp.VM) {
	c := &vm.Ctx
	b := c.Builtins
	for i := range hosted {
		f := c.Func("builtins", &hosted[i])
		name := f.AsBuiltin().Name.String()
		b.SetStr(c, name, f)
		vm.HostedBuiltins().SetStr(c, name, f)
	}
	m := c.NewModule("builtins", b.Get("__doc__"))
	m.Dict = b
	c.Modules.SetStr(c, "builtins", m.V())
}

// hosted are the builtins that only call hosted code.
var hosted = []object.Def{{Sig: "__build_class__(*args, **kwds)", Fn: func(c *object.Ctx, a []value) value {
	args, kw := object.SpreadKwargs(c, a[0].AsTuple().Items, a[1])
	if len(a[0].AsTuple().Items) < 2 {
		return c.Raise(object.TypeError, "__build_class__: not enough arguments")
	}
	return c.TailKw(c.Host.Hosted("build_class"), args, kw)
}, Doc: "Internal helper function used by the class statement."}, {Sig: "__import__(name, globals=None, locals=None, fromlist=(), level=0)", Fn: func(c *object.Ctx, a []value) value {
	for i, dflt := range [...]value{1: object.None, 2: object.None, 3: object.NewTuple(nil), 4: object.Int(0)} {
		if a[i].IsNil() {
			a[i] = dflt
		}
	}
	return c.Self("import_", a...)
}, Doc: "Import a module."}}

var defs = []object.Def{
	{Sig: "print(*args, sep=' ', end='\\n', file=None, flush=False)", Fn: print, Doc: "Prints the values to a stream, or to sys.stdout by default."},
	{Sig: "len(obj, /)", Fn: func(c *object.Ctx, a []value) value {
		n, ok := c.Len(a[0])
		if !ok {
			return object.Nil
		}
		return object.Int(int64(n))
	}, Doc: "Return the number of items in a container."},
	{Sig: "repr(obj, /)", Fn: func(c *object.Ctx, a []value) value { return c.Repr(a[0]) }, Doc: "Return the canonical string representation of the object."},
	{Sig: "ascii(obj, /)", Fn: func(c *object.Ctx, a []value) value { return c.Ascii(a[0]) }, Doc: "Return an ASCII-only representation of an object."},
	{Sig: "format(value, format_spec='', /)", Fn: func(c *object.Ctx, a []value) value {
		if !a[1].IsNil() && a[1].AsStr() == nil {
			return c.Raise(object.TypeError, "format() argument 2 must be str, not %s", object.TypeOf(a[1]).Said())
		}
		return c.Format(a[0], a[1])
	}, Doc: "Return type(value).__format__(value, format_spec)"},
	{Sig: "hash(obj, /)", Fn: func(c *object.Ctx, a []value) value {
		h, ok := c.Hash(a[0])
		if !ok {
			return object.Nil
		}
		return object.Int(h)
	}, Doc: "Return the hash value for the given object."},
	{Sig: "id(obj, /)", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(c.ID(a[0]))) }, Doc: "Return the identity of an object."},
	{Sig: "callable(obj, /)", Fn: func(c *object.Ctx, a []value) value {
		return object.Bool(!object.TypeOf(a[0]).Dunder(object.DCall).IsNil())
	}, Doc: "Return whether the object is callable (i.e., some kind of function)."},
	{Sig: "getattr(object, name, default=None, /)", Fn: getattr, Doc: "Get a named attribute from an object."},
	{Sig: "hasattr(obj, name, /)", Fn: func(c *object.Ctx, a []value) value {
		name, ok := attrName(c, a[1])
		if !ok {
			return object.Nil
		}
		v := c.FindAttr(a[0], name)
		if v.IsNil() && c.Failed() {
			return object.Nil
		}
		return object.Bool(!v.IsNil())
	}, Doc: "Return whether the object has an attribute with the given name."},
	{Sig: "setattr(obj, name, value, /)", Fn: func(c *object.Ctx, a []value) value { return setattr(c, a[0], a[1], a[2]) }, Doc: "Sets the named attribute on the given object to the specified value."},
	{Sig: "delattr(obj, name, /)", Fn: func(c *object.Ctx, a []value) value { return setattr(c, a[0], a[1], object.Nil) }, Doc: "Deletes the named attribute from the given object."},
	{Sig: "isinstance(obj, class_or_tuple, /)", Fn: isinstance, Doc: "Return whether an object is an instance of a class or of a subclass thereof."},
	{Sig: "issubclass(cls, class_or_tuple, /)", Fn: issubclass, Doc: "Return whether 'cls' is derived from another class or is the same class."},
	{Sig: "iter(object, sentinel=None, /)", Fn: func(c *object.Ctx, a []value) value {
		if a[1].IsNil() {
			return c.Iter(a[0])
		}
		if object.TypeOf(a[0]).Dunder(object.DCall).IsNil() {
			return c.Raise(object.TypeError, "iter(v, w): v must be callable")
		}
		return newCallIter(c, a[0], a[1])
	}, Doc: "Get an iterator from an object."},
	{Sig: "next(iterator, default=None, /)", Fn: func(c *object.Ctx, a []value) value {
		if object.TypeOf(a[0]).Dunder(object.DNext).IsNil() {
			return c.Raise(object.TypeError, "'%s' object is not an iterator", object.TypeOf(a[0]).Said())
		}
		if a[1].IsNil() {
			return c.NextOrStop(a[0])
		}
		v := c.Next(a[0])
		if v.IsNil() && !c.Failed() {
			return a[1]
		}
		return v
	}, Doc: "Return the next item from the iterator."},
	{Sig: "aiter(async_iterable, /)", Fn: func(c *object.Ctx, a []value) value {
		m := object.TypeOf(a[0]).Dunder(object.DAIter)
		if m.IsNil() {
			return c.Raise(object.TypeError, "'%s' object is not an async iterable", object.TypeOf(a[0]).Said())
		}
		it := c.CallMethod(m, a[0])
		if !it.IsNil() && object.TypeOf(it).Dunder(object.DANext).IsNil() {
			return c.Raise(object.TypeError, "aiter() returned not an async iterator of type '%s'", object.TypeOf(it).Said())
		}
		return it
	}, Doc: "Return an AsyncIterator for an AsyncIterable object."},
	{Sig: "anext(async_iterator, default=None, /)", Fn: func(c *object.Ctx, a []value) value {
		m := object.TypeOf(a[0]).Dunder(object.DANext)
		if m.IsNil() {
			return c.Raise(object.TypeError, "'%s' object is not an async iterator", object.TypeOf(a[0]).Said())
		}
		if a[1].IsNil() {
			return c.CallMethod(m, a[0])
		}
		return c.Self("anext_default", a[0], a[1])
	}, Doc: "Return the next item from the async iterator."},
	{Sig: "abs(number, /)", Fn: func(c *object.Ctx, a []value) value { return c.Unary(object.DAbs, a[0]) }, Doc: "Return the absolute value of the argument."},
	{Sig: "divmod(x, y, /)", Fn: func(c *object.Ctx, a []value) value { return c.Binary(object.OpDivmod, a[0], a[1]) }, Doc: "Return the tuple (x//y, x%y)."},
	{Sig: "pow(base, exp, mod=None)", Fn: pow, Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
	{Sig: "round(number, ndigits=None)", Fn: round, Doc: "Round a number to a given precision in decimal digits."},
	{Sig: "chr(i, /)", Fn: chr, Doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
	{Sig: "ord(character, /)", Fn: ord, Doc: "Return the ordinal value of a character."},
	{Sig: "bin(number, /)", Fn: radix(2, "0b"), Doc: "Return the binary representation of an integer."},
	{Sig: "oct(number, /)", Fn: radix(8, "0o"), Doc: "Return the octal representation of an integer."},
	{Sig: "hex(number, /)", Fn: radix(16, "0x"), Doc: "Return the hexadecimal representation of an integer."},
	{Sig: "sum(iterable, /, start=0)", Fn: sum, Doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"},
	{Sig: "min(*args, key=None, default=_NULL)", Fn: minmax("min", object.CmpLt), Doc: "With a single iterable argument, return its smallest item."},
	{Sig: "max(*args, key=None, default=_NULL)", Fn: minmax("max", object.CmpGt), Doc: "With a single iterable argument, return its biggest item."},
	{Sig: "any(iterable, /)", Fn: anyall("any_", true), Doc: "Return True if bool(x) is True for any x in the iterable."},
	{Sig: "all(iterable, /)", Fn: anyall("all_", false), Doc: "Return True if bool(x) is True for all values x in the iterable."},
	{Sig: "sorted(iterable, /, *, key=None, reverse=False)", Fn: sorted, Unpack: true, Doc: "Return a new list containing all items from the iterable in ascending order."},
	{Sig: "globals()", Fn: func(c *object.Ctx, a []value) value { return interp.FromCtx(c).Current().Globals().V() }, Doc: "Return the dictionary containing the current scope's global variables."},
	{Sig: "locals()", Fn: func(c *object.Ctx, a []value) value {
		vm := interp.FromCtx(c)
		return vm.LocalsDict(vm.Current())
	}, Doc: "Return a dictionary containing the current scope's local variables."},
	{Sig: "vars(object=None, /)", Fn: vars, Doc: "Without arguments, equivalent to locals(); with an argument, equivalent to object.__dict__."},
	{Sig: "dir(object=None, /)", Fn: dir, Doc: "Show attributes of an object."},
	{Sig: "eval(source, /, globals=None, locals=None)", Fn: eval, Doc: "Evaluate the given source in the context of globals and locals."},
	{Sig: "exec(source, /, globals=None, locals=None, *, closure=None)", Fn: exec, Doc: "Execute the given source in the context of globals and locals."},
	{Sig: "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", Fn: compileSource, Doc: "Compile source into a code object that can be executed by exec() or eval()."},
	{Sig: "input(prompt='', /)", Fn: func(c *object.Ctx, a []value) value {
		p := a[0]
		if p.IsNil() {
			p = object.NewStr("")
		}
		return c.Self("input_", p)
	}, Doc: "Read a string from standard input.  The trailing newline is stripped."},
	{Sig: "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Fn: open, Doc: "Open file and return a stream.  Raise OSError upon failure."},
	{Sig: "breakpoint(*args, **kws)", Fn: func(c *object.Ctx, a []value) value {
		kw := a[1]
		if kw.IsNil() {
			kw = c.NewDict().V()
		}
		return c.Self("breakpoint_", a[0], kw)
	}, Doc: "Call sys.breakpointhook(*args, **kws)."},
}
