package codecs

import (
	"slp/vm/internal/unicodedb"
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// handlers lists the built-in error handlers as pairs of name and function.
func handlers(c *ctx, a []value) value {
	var items []value
	for i := range handlerDefs {
		h := &handlerDefs[i]
		items = append(items, object.TupleOf(object.NewStr(h.name), c.Func("_codecs", &h.def)))
	}
	return object.NewTuple(items)
}

var handlerDefs = [...]struct {
	name string
	def  object.Def
}{
	{"strict", object.Def{Sig: "strict_errors(exception, /)", Doc: "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.", Fn: func(c *ctx, a []value) value {
		e := a[0].AsExc()
		if e == nil {
			return c.Raise(object.TypeError, "codec must pass exception instance")
		}
		return c.RaiseExc(e)
	}}},
	{"ignore", object.Def{Sig: "ignore_errors(exception, /)", Fn: handle("ignore"), Doc: "Implements the 'ignore' error handling, which ignores malformed data and continues."}},
	{"replace", object.Def{Sig: "replace_errors(exception, /)", Fn: handle("replace"), Doc: "Implements the 'replace' error handling, which replaces malformed data with a replacement marker."}},
	{"xmlcharrefreplace", object.Def{Sig: "xmlcharrefreplace_errors(exception, /)", Fn: handle("xmlcharrefreplace"), Doc: "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference."}},
	{"backslashreplace", object.Def{Sig: "backslashreplace_errors(exception, /)", Fn: handle("backslashreplace"), Doc: "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence."}},
	{"namereplace", object.Def{Sig: "namereplace_errors(exception, /)", Fn: handle("namereplace"), Doc: "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence."}},
	{"surrogatepass", object.Def{Sig: "surrogatepass(exception, /)", Fn: handle("surrogatepass")}},
	{"surrogateescape", object.Def{Sig: "surrogateescape(exception, /)", Fn: handle("surrogateescape")}},
}

// handle is the error handler of this name as a function of the exception.
func handle(name string) object.Fn {
	return func(c *ctx, a []value) value {
		e := a[0].AsExc()
		if e == nil {
			return unknown(c, a[0])
		}
		encoding, start, end := errorFields(e)
		switch {
		case e.Cls.IsSubtype(object.UnicodeEncodeError):
			s := e.Fields[1].AsStr()
			if s == nil {
				return c.Raise(object.TypeError, "UnicodeError 'object' attribute must be a str")
			}
			start, end = clip(start, end, s.Len())
			f := wtf8.Fault{Start: s.Offset(start), End: s.Offset(end), Reason: "handled"}
			with, raw, resume, ok := wtf8.HandleEncode(name, encoding, s.String(), f, func(r rune) string {
				text, _ := unicodedb.Name(r)
				return text
			})
			if !ok {
				return c.RaiseExc(e)
			}
			next := object.Int(int64(wtf8.Count(s.String()[:resume])))
			if raw {
				return object.TupleOf(object.NewBytes(with), next)
			}
			return object.TupleOf(object.NewStr(with), next)
		case e.Cls.IsSubtype(object.UnicodeDecodeError):
			if name == "xmlcharrefreplace" || name == "namereplace" {
				return unknown(c, a[0])
			}
			b := e.Fields[1].AsBytes()
			if b == nil {
				return c.Raise(object.TypeError, "UnicodeError 'object' attribute must be a bytes")
			}
			start, end = clip(start, end, len(b.S))
			with, resume, ok := wtf8.HandleDecode(name, encoding, []byte(b.S), wtf8.Fault{Start: start, End: end, Reason: "handled"})
			if !ok {
				return c.RaiseExc(e)
			}
			return object.TupleOf(object.NewStr(with), object.Int(int64(resume)))
		case e.Cls.IsSubtype(object.UnicodeTranslateError):
			s := e.Fields[1].AsStr()
			if s == nil {
				return c.Raise(object.TypeError, "UnicodeError 'object' attribute must be a str")
			}
			start, end = clip(start, end, s.Len())
			var b object.StrBuilder
			switch name {
			case "ignore":
			case "replace":
				for range end - start {
					b.Rune(0xFFFD)
				}
			case "backslashreplace":
				text, _, _, _ := wtf8.HandleEncode(name, wtf8.UTF8, s.String(), wtf8.Fault{Start: s.Offset(start), End: s.Offset(end)}, nil)
				b.Text(text)
			default:
				return unknown(c, a[0])
			}
			return object.TupleOf(b.Str(), object.Int(int64(end)))
		}
		return unknown(c, a[0])
	}
}

func unknown(c *ctx, v value) value {
	return c.Raise(object.TypeError, "don't know how to handle %s in error callback", object.TypeOf(v).Said())
}

// errorFields reads what a UnicodeError says, whatever Python code has put there.
func errorFields(e *object.Exc) (encoding wtf8.Encoding, start, end int) {
	if len(e.Fields) < 5 {
		return wtf8.ASCII, 0, 0
	}
	encoding = wtf8.ASCII
	if s := e.Fields[0].AsStr(); s != nil {
		if k, ok := wtf8.LookupEncoding(s.String()); ok {
			encoding = k
		}
	}
	i, _ := e.Fields[2].AsInt()
	j, _ := e.Fields[3].AsInt()
	return encoding, int(i), int(j)
}

// clip brings the bounds of an error into a text of n items, as CPython's accessors do.
func clip(start, end, n int) (int, int) {
	start = max(min(start, n-1), 0)
	end = min(max(end, 1), n)
	return start, max(end, start)
}
