package object

// Positions in Exc.Fields of what builtin exception classes keep beside args.
const (
	FieldNameErrorName = 0 // NameError.name
	FieldAttrName      = 0 // AttributeError.name, .obj
	FieldAttrObj       = 1
	FieldStopValue     = 0 // StopIteration.value
	FieldExitCode      = 0 // SystemExit.code
	FieldImportName    = 0 // ImportError.name, .path, .name_from, .msg
	FieldImportPath    = 1
	FieldImportFrom    = 2
	FieldImportMsg     = 3
	FieldOSErrno       = 0 // OSError.errno, .strerror, .filename, .winerror, .filename2, .characters_written
	FieldOSStrerror    = 1
	FieldOSFilename    = 2
	FieldOSFilename2   = 3
	FieldOSWritten     = 4
	FieldSyntaxMsg     = 0 // SyntaxError.msg, .filename, .lineno, .offset, .text, .end_lineno, .end_offset, .print_file_and_line, ._metadata
	FieldUniEncoding   = 0 // UnicodeError.encoding, .object, .start, .end, .reason
	FieldGroupMsg      = 0 // BaseExceptionGroup.message, .exceptions
	FieldGroupList     = 1
	FieldGroupGiven    = 2 // the repr of what was given, if that was no list or tuple; else None
)

// initFields fills Fields from args for exceptions that native code makes without calling __init__.
func (e *Exc) initFields(c *Ctx) {
	items := e.Args.AsTuple().Items
	switch {
	case e.Cls.IsSubtype(StopIteration):
		e.Fields = []Value{None}
		if len(items) > 0 {
			e.Fields[0] = items[0]
		}
	case e.Cls.IsSubtype(SystemExit):
		e.Fields = []Value{None}
		if len(items) == 1 {
			e.Fields[0] = items[0]
		} else if len(items) > 1 {
			e.Fields[0] = e.Args
		}
	case e.Cls.IsSubtype(ImportError):
		e.Fields = []Value{None, None, None, None}
		if len(items) == 1 {
			e.Fields[FieldImportMsg] = items[0]
		}
	case e.Cls.IsSubtype(AttributeError):
		e.Fields = []Value{None, None}
	case e.Cls.IsSubtype(NameError):
		e.Fields = []Value{None}
	case e.Cls.IsSubtype(OSError):
		e.osFields(c)
	case e.Cls.IsSubtype(SyntaxError):
		e.Fields = []Value{None, None, None, None, None, None, None, None, None}
		if len(items) > 0 {
			e.Fields[0] = items[0]
		}
		if len(items) == 2 {
			if info := Items(items[1]); len(info) >= 4 {
				copy(e.Fields[1:7], info)
			}
		}
	case e.Cls.IsSubtype(UnicodeEncodeError), e.Cls.IsSubtype(UnicodeDecodeError):
		e.Fields = []Value{None, None, Int(0), Int(0), None}
		if len(items) == 5 {
			copy(e.Fields, items)
		}
	case e.Cls.IsSubtype(UnicodeTranslateError):
		e.Fields = []Value{None, None, Int(0), Int(0), None}
		if len(items) == 4 {
			copy(e.Fields[1:], items)
		}
	}
}

// errnoClass maps errno to the subclass of OSError that OSError(errno, ...) makes (Linux numbers).
var errnoClass = map[int64]*Type{
	1: PermissionError, 13: PermissionError, 2: FileNotFoundError, 17: FileExistsError, 20: NotADirectoryError, 21: IsADirectoryError,
	3: ProcessLookupError, 4: InterruptedError, 10: ChildProcessError, 11: BlockingIOError, 114: BlockingIOError, 115: BlockingIOError,
	32: BrokenPipeError, 108: BrokenPipeError, 103: ConnectionAbortedError, 104: ConnectionResetError, 111: ConnectionRefusedError,
	110: TimeoutError, 62: TimeoutError,
}

func (e *Exc) osFields(c *Ctx) {
	items := e.Args.AsTuple().Items
	e.Fields = []Value{None, None, None, None, Nil}
	if n := len(items); n >= 2 && n <= 5 {
		e.Fields[0], e.Fields[1] = items[0], items[1]
		if n >= 3 {
			e.Fields[2] = items[2]
		}
		if n == 5 {
			e.Fields[3] = items[4]
		}
		if n >= 3 {
			e.Args = NewTuple(append([]Value(nil), items[:2]...))
		}
	}
}

// RaiseOS raises the OSError subclass of an errno.
func (c *Ctx) RaiseOS(errno int64, text string, filename ...Value) Value {
	t := OSError
	if u := errnoClass[errno]; u != nil {
		t = u
	}
	args := []Value{Int(errno), NewStr(text)}
	if len(filename) > 0 && !filename[0].IsNil() {
		args = append(args, filename[0])
		if len(filename) > 1 && !filename[1].IsNil() {
			args = append(args, None, filename[1])
		}
	}
	return c.RaiseExc(c.NewExc(t, args...))
}

// field makes the attribute of an entry of Fields; missing ones read as None.
func field(name string, i int) Get {
	return Get{Name: name, Get: func(c *Ctx, o Value) Value {
		e := o.AsExc()
		if i >= len(e.Fields) || e.Fields[i].IsNil() {
			return None
		}
		return e.Fields[i]
	}, Set: func(c *Ctx, o, v Value) bool {
		e := o.AsExc()
		c.Touch(&e.Hdr)
		for len(e.Fields) <= i {
			e.Fields = append(e.Fields, None)
		}
		e.Fields[i] = orNone(v)
		return true
	}}
}

func defineExceptions() {
	BaseException.Flags |= IsException | HasDict | HasWeakref
	for _, r := range exceptionTree {
		s := Spec{Doc: r.doc, Base: r.base}
		switch r.t {
		case BaseException:
			s.Methods, s.Gets = baseExceptionMethods, baseExceptionGets
		case StopIteration:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, **kwargs)", Fn: excInitFields}}
			s.Gets = []Get{field("value", 0)}
		case SystemExit:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, **kwargs)", Fn: excInitFields}}
			s.Gets = []Get{field("code", 0)}
		case AttributeError:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, name=None, obj=None)", Fn: excInitNamed(2)}}
			s.Gets = []Get{field("name", 0), field("obj", 1)}
		case NameError:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, name=None)", Fn: excInitNamed(1)}}
			s.Gets = []Get{field("name", 0)}
		case ImportError:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, name=None, path=None, name_from=None)", Fn: importErrorInit},
				{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value {
					e := a[0].AsExc()
					if len(e.Fields) > 3 && e.Fields[3].AsStr() != nil {
						return e.Fields[3]
					}
					return excStr(c, a)
				}}}
			s.Gets = []Get{field("name", 0), field("path", 1), field("name_from", 2), field("msg", 3)}
		case KeyError:
			s.Methods = []Def{{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				if items := a[0].AsExc().Args.AsTuple().Items; len(items) == 1 {
					return c.Repr(items[0])
				}
				return excStr(c, a)
			}}}
		case OSError:
			s.Methods = []Def{{Sig: "__new__(cls, /, *args, **kwargs)", Fn: osErrorNew, Kind: AsNew},
				{Sig: "__init__(self, /, *args, **kwargs)", Fn: osErrorInit}, {Sig: "__str__(self, /)", Fn: osErrorStr},
				{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("oserror_reduce", a[0]) }}}
			s.Gets = []Get{field("errno", 0), field("strerror", 1), field("filename", 2), field("filename2", 3), {Name: "characters_written",
				Get: func(c *Ctx, o Value) Value {
					if e := o.AsExc(); len(e.Fields) > 4 && !e.Fields[4].IsNil() {
						return e.Fields[4]
					}
					return c.attributeError(o, c.Intern("characters_written"), "characters_written")
				}, Set: field("", 4).Set}}
		case SyntaxError:
			s.Methods = []Def{{Sig: "__init__(self, /, *args, **kwargs)", Fn: syntaxErrorInit}, {Sig: "__str__(self, /)", Fn: syntaxErrorStr}}
			s.Gets = []Get{field("msg", 0), field("filename", 1), field("lineno", 2), field("offset", 3), field("text", 4), field("end_lineno", 5), field("end_offset", 6), field("print_file_and_line", 7), field("_metadata", 8)}
		case UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError:
			s.Methods = []Def{{Sig: "__init__(self, /, *args)", Fn: unicodeErrorInit}, {Sig: "__str__(self, /)", Fn: unicodeErrorStr}}
			s.Gets = []Get{field("encoding", 0), field("object", 1), field("start", 2), field("end", 3), field("reason", 4)}
		case BaseExceptionGroup:
			s.Methods = []Def{{Sig: "__new__(cls, /, *args, **kwargs)", Fn: groupNew, Kind: AsNew},
				{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return None }},
				{Sig: "__str__(self, /)", Fn: groupStr}, {Sig: "__repr__(self, /)", Fn: groupRepr},
				{Sig: "derive(self, excs, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("group_derive", a[0], a[1]) }},
				{Sig: "split(self, matcher_value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("group_split", a[0], a[1]) }},
				{Sig: "subgroup(self, matcher_value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("group_subgroup", a[0], a[1]) }},
				{Sig: "__class_getitem__(cls, item, /)", Kind: AsClass, Fn: func(c *Ctx, a []Value) Value {
					return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
				}}}
			s.Gets = []Get{{Name: "message", Get: field("", 0).Get}, {Name: "exceptions", Get: field("", 1).Get}}
		}
		r.t.define(s)
	}
	ExceptionGroup.Layout = KExc
	ExceptionGroup.define(Spec{Base: BaseExceptionGroup, Doc: "A combination of multiple unrelated exceptions."})
	ExceptionGroup.Bases = []*Type{BaseExceptionGroup, Exception}
	ExceptionGroup.MRO = []*Type{ExceptionGroup, BaseExceptionGroup, Exception, BaseException, ObjectType}
	Exception.Subs = append(Exception.Subs, ExceptionGroup)
	ExceptionGroup.fillDunders()
}

var baseExceptionMethods = []Def{
	{Sig: "__new__(cls, /, *args, **kwargs)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
		e := c.allocExc(a[0].AsType(), a[1].AsTuple().Items)
		e.initFields(c)
		return e.V()
	}},
	{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
		if !a[2].IsNil() && a[2].AsDict().Len() > 0 {
			return c.Raise(TypeError, "%s() takes no keyword arguments", TypeOf(a[0]).Said())
		}
		e := a[0].AsExc()
		c.Touch(&e.Hdr)
		e.Args = a[1]
		return None
	}},
	{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
		e := a[0].AsExc()
		items := e.Args.AsTuple().Items
		var r string
		var ok bool
		if len(items) == 1 {
			if r, ok = c.ReprText(items[0]); !ok {
				return Nil
			}
			return NewStr(e.Cls.Name + "(" + r + ")")
		}
		if r, ok = c.ReprText(e.Args); !ok {
			return Nil
		}
		return NewStr(e.Cls.Name + r)
	}},
	{Sig: "__str__(self, /)", Fn: excStr},
	{Sig: "with_traceback(self, tb, /)", Fn: func(c *Ctx, a []Value) Value {
		if !setTraceback(c, a[0], a[1]) {
			return Nil
		}
		return a[0]
	}, Doc: "Set self.__traceback__ to tb and return self."},
	{Sig: "add_note(self, note, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("exception_add_note", a[0], a[1]) }, Doc: "Add a note to the exception"},
	{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
		e := a[0].AsExc()
		if e.Dict != nil {
			return TupleOf(e.Cls.V(), e.Args, e.Dict.V())
		}
		return TupleOf(e.Cls.V(), e.Args)
	}},
	{Sig: "__setstate__(self, state, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("exception_setstate", a[0], a[1]) }},
}

var baseExceptionGets = []Get{
	{Name: "args", Get: func(c *Ctx, o Value) Value { return o.AsExc().Args }, Set: func(c *Ctx, o, v Value) bool {
		if v.IsNil() {
			c.Raise(TypeError, "args may not be deleted")
			return false
		}
		items, ok := c.Collect(v)
		if !ok {
			return false
		}
		c.Touch(o.p)
		o.AsExc().Args = NewTuple(items)
		return true
	}},
	{Name: "__traceback__", Get: func(c *Ctx, o Value) Value { return o.AsExc().TB }, Set: setTraceback},
	{Name: "__context__", Get: func(c *Ctx, o Value) Value { return o.AsExc().Context }, Set: func(c *Ctx, o, v Value) bool {
		return setExcLink(c, o, v, "context", func(e *Exc, v Value) { e.Context = v })
	}},
	{Name: "__cause__", Get: func(c *Ctx, o Value) Value { return o.AsExc().Cause }, Set: func(c *Ctx, o, v Value) bool {
		return setExcLink(c, o, v, "cause", func(e *Exc, v Value) { e.Cause, e.Suppress = v, true })
	}},
	{Name: "__suppress_context__", Get: func(c *Ctx, o Value) Value { return Bool(o.AsExc().Suppress) }, Set: func(c *Ctx, o, v Value) bool {
		if v.IsNil() {
			c.Raise(TypeError, "can't delete numeric/char attribute")
			return false
		}
		if !v.IsBool() {
			c.Raise(TypeError, "attribute value type must be bool")
			return false
		}
		c.Touch(o.p)
		o.AsExc().Suppress = v.IsTrue()
		return true
	}},
	dictAttr,
}

func setTraceback(c *Ctx, o, v Value) bool {
	if v.IsNil() {
		c.Raise(TypeError, "__traceback__ may not be deleted")
		return false
	}
	if !v.IsNone() && v.p.Kind != KTraceback {
		c.Raise(TypeError, "__traceback__ must be a traceback or None")
		return false
	}
	c.Touch(o.p)
	o.AsExc().TB = v
	return true
}

func setExcLink(c *Ctx, o, v Value, what string, set func(*Exc, Value)) bool {
	if v.IsNil() {
		c.Raise(TypeError, "__%s__ may not be deleted", what)
		return false
	}
	if !v.IsNone() && v.AsExc() == nil {
		c.Raise(TypeError, "exception %s must be None or derive from BaseException", what)
		return false
	}
	c.Touch(o.p)
	set(o.AsExc(), v)
	return true
}

func excStr(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	switch items := e.Args.AsTuple().Items; len(items) {
	case 0:
		return NewStr("")
	case 1:
		return c.Str(items[0])
	}
	return c.Str(e.Args)
}

func excInitFields(c *Ctx, a []Value) Value {
	if !a[2].IsNil() && a[2].AsDict().Len() > 0 {
		return c.Raise(TypeError, "%s() takes no keyword arguments", TypeOf(a[0]).Said())
	}
	e := a[0].AsExc()
	c.Touch(&e.Hdr)
	e.Args = a[1]
	e.initFields(c)
	return None
}

func excInitNamed(n int) Fn {
	return func(c *Ctx, a []Value) Value {
		e := a[0].AsExc()
		c.Touch(&e.Hdr)
		e.Args = a[1]
		e.initFields(c)
		for i := range n {
			e.Fields[i] = orNone(a[2+i])
		}
		return None
	}
}

func importErrorInit(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	c.Touch(&e.Hdr)
	e.Args = a[1]
	e.initFields(c)
	for i := range 3 {
		e.Fields[i] = orNone(a[2+i])
	}
	return None
}

func osErrorNew(c *Ctx, a []Value) Value {
	t := a[0].AsType()
	items := a[1].AsTuple().Items
	if t == OSError && len(items) >= 2 && len(items) <= 5 && items[0].IsInt() {
		if u := errnoClass[items[0].I()]; u != nil {
			t = u
		}
	}
	e := c.allocExc(t, append([]Value(nil), items...))
	if t.Dunder(DInit) == OSError.Dunder(DInit) {
		e.osFields(c)
	}
	return e.V()
}

func osErrorInit(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	if TypeOf(a[0]).Dunder(DNew) == OSError.Dunder(DNew) && TypeOf(a[0]).Dunder(DInit) == OSError.Dunder(DInit) {
		return None // __new__ did it
	}
	c.Touch(&e.Hdr)
	e.Args = a[1]
	e.osFields(c)
	return None
}

func osErrorStr(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	f := e.Fields
	if len(f) < 4 || f[0].IsNone() && f[1].IsNone() {
		return excStr(c, a)
	}
	no, ok := c.Text(f[0])
	if !ok {
		return Nil
	}
	text, ok := c.Text(f[1])
	if !ok {
		return Nil
	}
	s := "[Errno " + no + "] " + text
	for i, sep := range [...]string{": ", " -> "} {
		if f[2+i].IsNone() {
			continue
		}
		r, ok := c.ReprText(f[2+i])
		if !ok {
			return Nil
		}
		s += sep + r
	}
	return NewStr(s)
}

func syntaxErrorInit(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	items := a[1].AsTuple().Items
	c.Touch(&e.Hdr)
	e.Args = a[1]
	e.Fields = []Value{None, None, None, None, None, None, None, None, None}
	if len(items) > 0 {
		e.Fields[0] = items[0]
	}
	if len(items) == 2 {
		info, ok := c.Collect(items[1])
		if !ok {
			return Nil
		}
		if n := len(info); n < 4 || n > 7 || n == 5 {
			if n == 5 {
				return c.Raise(TypeError, "end_offset must be provided when end_lineno is provided")
			}
			if n < 4 {
				return c.Raise(TypeError, "function missing required argument '%s' (pos %d)", [...]string{"filename", "lineno", "offset", "text"}[n], n+1)
			}
			return c.Raise(TypeError, "function takes at most 7 arguments (%d given)", n)
		}
		copy(e.Fields[1:7], info[:min(len(info), 6)])
	}
	return None
}

func syntaxErrorStr(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	msg, ok := c.Text(e.Fields[0])
	if !ok {
		return Nil
	}
	file, line := e.Fields[1].AsStr(), e.Fields[2]
	switch n, isInt := line.AsInt(); {
	case file != nil && isInt:
		return NewStr(msg + " (" + baseName(file.s) + ", line " + itoa(n) + ")")
	case file != nil:
		return NewStr(msg + " (" + baseName(file.s) + ")")
	case isInt:
		return NewStr(msg + " (line " + itoa(n) + ")")
	}
	return NewStr(msg)
}

func baseName(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '/' {
			return s[i+1:]
		}
	}
	return s
}

func itoa(n int64) string { return Int(n).String() }

// String is the decimal text of an unboxed int.
func (v Value) String() string {
	if v.IsInt() {
		var b [20]byte
		i, n, neg := len(b), uint64(v.I()), v.I() < 0
		if neg {
			n = -n
		}
		for {
			i--
			b[i] = byte('0' + n%10)
			if n /= 10; n == 0 {
				break
			}
		}
		if neg {
			i--
			b[i] = '-'
		}
		return string(b[i:])
	}
	if v.IsNil() {
		return "<nil>"
	}
	return "<" + TypeOf(v).Name + ">"
}

func unicodeErrorInit(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	items := a[1].AsTuple().Items
	want := 5
	if e.Cls.IsSubtype(UnicodeTranslateError) {
		want = 4
	}
	if len(items) != want {
		return c.Raise(TypeError, "function takes exactly %d arguments (%d given)", want, len(items))
	}
	fields := []Value{None, None, Int(0), Int(0), None}
	copy(fields[5-want:], items)
	for i, v := range fields {
		at := i + want - 4 // its number as an argument
		switch {
		case at < 1:
		case i == 2 || i == 3:
			n, ok := c.Long(v)
			if !ok {
				return Nil
			}
			fields[i] = Int(n)
		case i == 1 && e.Cls.IsSubtype(UnicodeDecodeError):
			data, ok := c.needBytes(v)
			if !ok {
				return Nil
			}
			if v.AsBytes() == nil {
				fields[i] = NewBytes(data)
			}
		case v.AsStr() == nil:
			return c.Raise(TypeError, "argument %d must be str, not %s", at, typeName(v))
		}
	}
	c.Touch(&e.Hdr)
	e.Args, e.Fields = a[1], fields
	return None
}

func unicodeErrorStr(c *Ctx, a []Value) Value { return c.Self("unicode_error_str", a[0]) }

func groupNew(c *Ctx, a []Value) Value {
	t := a[0].AsType()
	items := a[1].AsTuple().Items
	if len(items) != 2 {
		return c.Raise(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(items))
	}
	if items[0].AsStr() == nil {
		return c.Raise(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeName(items[0]))
	}
	if items[1].AsSet() != nil || TypeOf(items[1]).Dunder(DGetItem).IsNil() || items[1].AsDict() != nil {
		return c.Raise(TypeError, "second argument (exceptions) must be a sequence")
	}
	list, ok := c.Collect(items[1])
	if !ok {
		return Nil
	}
	if len(list) == 0 {
		return c.Raise(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	base := false
	for i, x := range list {
		if x.AsExc() == nil {
			return c.Raise(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		base = base || !Is(x, Exception)
	}
	switch {
	case t == BaseExceptionGroup && !base:
		t = ExceptionGroup
	case base && t == ExceptionGroup:
		return c.Raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case base && t.IsSubtype(Exception):
		return c.Raise(TypeError, "Cannot nest BaseExceptions in '%s'", t.Said())
	}
	given := None
	if items[1].AsList() == nil && items[1].AsTuple() == nil {
		if given = c.Repr(items[1]); given.IsNil() {
			return Nil
		}
	}
	e := c.allocExc(t, append([]Value(nil), items...))
	e.Fields = []Value{items[0], NewTuple(list), given}
	return e.V()
}

func groupStr(c *Ctx, a []Value) Value {
	e := a[0].AsExc()
	msg, ok := c.Text(e.Fields[0])
	if !ok {
		return Nil
	}
	n := len(e.Fields[1].AsTuple().Items)
	return NewStr(msg + " (" + itoa(int64(n)) + " sub-exception" + plural(n) + ")")
}

func groupRepr(c *Ctx, a []Value) Value { return c.Self("group_repr", a[0]) }
