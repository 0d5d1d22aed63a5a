// Package csvmod is the module _csv: readers, writers and dialects.
package csvmod

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// The styles of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
)

type types struct {
	err, dialect, reader, writer *object.Type
	dialects                     *object.Dict // registered, by name
	limits                       *object.Dict // the longest field, under "field"
}

func state(c *ctx) *types {
	return object.ModuleState(c, "_csv", func(c *ctx) *types { return &types{} })
}

// Module is the module _csv.
var Module = object.ModuleDef{Name: "_csv", Doc: "CSV parsing and writing.\n", Init: setup, Funcs: []object.Def{
	{Sig: "reader(iterable, dialect='excel', /, **fmtparams)", Fn: readerNew, Doc: "Return a reader object that will process lines from the given iterable."},
	{Sig: "writer(fileobj, dialect='excel', /, **fmtparams)", Fn: writerNew, Doc: "Return a writer object that will write user data on the given file object."},
	{Sig: "list_dialects()", Fn: func(c *ctx, a []value) value {
		items, _ := c.Collect(state(c).dialects.V())
		return c.NewList(items)
	}, Doc: "Return a list of all known dialect names."},
	{Sig: "get_dialect(name)", Fn: func(c *ctx, a []value) value { return getDialect(c, a[0]) }, Doc: "Return the dialect instance associated with name."},
	{Sig: "register_dialect(name, /, dialect='excel', **fmtparams)", Fn: func(c *ctx, a []value) value {
		if a[0].AsStr() == nil {
			return c.Raise(object.TypeError, "dialect name must be a string")
		}
		d := makeDialect(c, a[1], a[2])
		if d.IsNil() || !c.DictSet(state(c).dialects, a[0], d) {
			return object.Nil
		}
		return object.None
	}, Doc: "Create a mapping from a string name to a CVS dialect."},
	{Sig: "unregister_dialect(name)", Fn: func(c *ctx, a []value) value {
		found, ok := c.DictDel(state(c).dialects, a[0])
		if !ok {
			return object.Nil
		}
		if !found {
			return c.Raise(state(c).err, "unknown dialect")
		}
		return object.None
	}, Doc: "Delete the name/dialect mapping associated with a string name."},
	{Sig: "field_size_limit(new_limit=None)", Fn: func(c *ctx, a []value) value {
		old := state(c).limits.Get("field")
		if !a[0].IsNil() {
			if !a[0].IsAnyInt() {
				return c.Raise(object.TypeError, "limit must be an integer")
			}
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			state(c).limits.SetStr(c, "field", object.Int(int64(n)))
		}
		return old
	}, Doc: "Set an upper limit on parsed fields."},
}}

func setup(c *ctx, m *object.Module) bool {
	st := state(c)
	st.err = c.NewClass(object.Spec{Name: "Error", Module: "_csv", Base: object.Exception})
	st.dialects, st.limits = c.NewDict(), c.NewDict()
	st.limits.SetStr(c, "field", object.Int(128*1024))
	st.dialect = c.NewClass(object.Spec{Name: "Dialect", Module: "_csv", Doc: "CSV dialect\n\nThe Dialect type records CSV dialect options.", Gets: dialectGets, Methods: []object.Def{
		{Sig: "__new__(cls, dialect=None, delimiter=',', doublequote=True, escapechar=None, lineterminator='\\r\\n', quotechar='\"', quoting=0, skipinitialspace=False, strict=False)",
			Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return newDialect(c, a[0].AsType(), a[1:]) }},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value { return c.Raise(object.TypeError, "cannot pickle 'Dialect' instances") }},
		{Sig: "__reduce_ex__(self, protocol=2, /)", Fn: func(c *ctx, a []value) value { return c.Raise(object.TypeError, "cannot pickle 'Dialect' instances") }},
	}})
	dialectOf := func(get func(v value) value) object.Get {
		return object.Get{Name: "dialect", Get: func(c *ctx, o value) value { return get(o) }}
	}
	st.reader = c.NewClass(object.Spec{Name: "reader", Module: "_csv", Flags: object.Disallow, Doc: "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n",
		Methods: []object.Def{{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }}, {Sig: "__next__(self, /)", Fn: object.IteratorNext}},
		Gets: []object.Get{dialectOf(func(v value) value { r, _ := object.As[*reader](v); return r.dialect }),
			{Name: "line_num", Get: func(c *ctx, o value) value { r, _ := object.As[*reader](o); return object.Int(r.line) }}}})
	st.writer = c.NewClass(object.Spec{Name: "writer", Module: "_csv", Flags: object.Disallow, Doc: "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n",
		Methods: []object.Def{{Sig: "writerow(self, row, /)", Fn: writeRow, Doc: "Construct and write a CSV record from an iterable of fields."},
			{Sig: "writerows(self, rows, /)", Fn: func(c *ctx, a []value) value { return c.Self("csv_writerows", a[0], a[1]) }, Doc: "Construct and write a series of iterables to a csv file."}},
		Gets: []object.Get{dialectOf(func(v value) value { w, _ := object.As[*writer](v); return w.dialect })}})
	m.Set(c, "Error", st.err.V())
	m.Set(c, "Dialect", st.dialect.V())
	m.Set(c, "Reader", st.reader.V())
	m.Set(c, "Writer", st.writer.V())
	m.Set(c, "_dialects", st.dialects.V())
	for i, n := range [...]string{"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"} {
		m.Set(c, n, object.Int(int64(i)))
	}
	m.Set(c, "__version__", object.NewStr("1.0"))
	return true
}
