package object

import "strings"

// members are the attributes of builtin classes that CPython reads straight from the object (member_descriptor); their
// other attributes are computed (getset_descriptor). The two kinds differ in their repr and in how they refuse to be set.
var members = map[string]string{
	"type":                       "__basicsize__ __itemsize__ __flags__ __weakrefoffset__ __base__ __dictoffset__",
	"async_generator":            "ag_running",
	"builtin_function_or_method": "__module__",
	"classmethod_descriptor":     "__objclass__ __name__",
	"method_descriptor":          "__objclass__ __name__",
	"getset_descriptor":          "__objclass__ __name__",
	"member_descriptor":          "__objclass__ __name__",
	"wrapper_descriptor":         "__objclass__ __name__",
	"method-wrapper":             "__self__",
	"classmethod":                "__func__ __wrapped__",
	"staticmethod":               "__func__ __wrapped__",
	"code": "co_argcount co_posonlyargcount co_kwonlyargcount co_stacksize co_flags co_nlocals co_consts co_names co_filename co_name co_qualname " +
		"co_firstlineno co_linetable co_exceptiontable",
	"complex":               "real imag",
	"coroutine":             "cr_origin",
	"frame":                 "f_trace_lines",
	"function":              "__closure__ __doc__ __globals__ __module__ __builtins__",
	"method":                "__func__ __self__",
	"module":                "__dict__",
	"property":              "fget fset fdel __doc__",
	"range":                 "start stop step",
	"slice":                 "start stop step",
	"super":                 "__thisclass__ __self__ __self_class__",
	"traceback":             "tb_frame tb_lasti",
	"BaseException":         "__suppress_context__",
	"BaseExceptionGroup":    "message exceptions",
	"AttributeError":        "name obj",
	"ImportError":           "msg name path name_from",
	"NameError":             "name",
	"OSError":               "errno strerror filename filename2",
	"StopIteration":         "value",
	"SyntaxError":           "msg filename lineno offset text end_lineno end_offset print_file_and_line _metadata",
	"UnicodeDecodeError":    "encoding object start end reason",
	"UnicodeEncodeError":    "encoding object start end reason",
	"UnicodeTranslateError": "encoding object start end reason",
	"SystemExit":            "code",
}

// isMember tells whether an attribute of a builtin class is a member.
func isMember(t *Type, name string) bool {
	if t.Module != "builtins" {
		return false
	}
	for m := range strings.FieldsSeq(members[t.Name]) {
		if m == name {
			return true
		}
	}
	return false
}
