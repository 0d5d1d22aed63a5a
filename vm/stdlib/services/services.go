// Package services lists the small modules that CPython writes in C and that here are written in Python beside the
// builtins (hosted/services.py): atexit, _signal, _contextvars, _locale and their like.
package services

import (
	"strings"

	"slp/vm/object"
)

type value = object.Value

// constant is a name of a module that holds a number.
type constant struct {
	name  string
	value int64
}

// module makes a module of names of hosted code, each "name" or "name=hosted", and of the constants of its name.
func module(name, doc, names string, more func(c *object.Ctx, m *object.Module)) object.ModuleDef {
	return object.ModuleDef{Name: name, Doc: doc, Init: func(c *object.Ctx, m *object.Module) bool {
		for _, n := range strings.Fields(names) {
			public, hosted, ok := strings.Cut(n, "=")
			if !ok {
				hosted = n
			}
			m.Set(c, public, c.Host.Hosted(hosted))
		}
		for _, k := range constants[name] {
			m.Set(c, k.name, object.Int(k.value))
		}
		if more != nil {
			more(c, m)
		}
		return true
	}}
}

// The modules.
var (
	AtExit = module("atexit", "allow programmer to define multiple exit functions to be executed\nupon normal program termination.",
		"register=atexit_register unregister=atexit_unregister _run_exitfuncs=atexit_run _clear=atexit_clear _ncallbacks=atexit_ncallbacks", nil)
	Signal = module("_signal", "This module provides mechanisms to use signal handlers in Python.",
		"signal=signal_signal getsignal=signal_getsignal raise_signal default_int_handler strsignal=signal_strsignal valid_signals=signal_valid_signals "+
			"alarm=signal_alarm setitimer=signal_setitimer getitimer=signal_getitimer pause=signal_pause set_wakeup_fd=signal_set_wakeup_fd "+
			"siginterrupt=signal_siginterrupt pthread_sigmask=signal_pthread_sigmask sigpending=signal_sigpending pthread_kill=signal_pthread_kill "+
			"sigwait=signal_sigwait sigwaitinfo=signal_sigwaitinfo sigtimedwait=signal_sigtimedwait ItimerError struct_siginfo=_struct_siginfo",
		func(c *object.Ctx, m *object.Module) {
			for _, k := range m.Dict.Keys() { // functions tell the public module
				if v := m.Dict.Get(k.AsStr().String()); object.TypeOf(v).Name == "function" {
					c.SetAttr(v, c.Intern("__module__"), object.NewStr("signal"))
				}
			}
		})
	ContextVars = module("_contextvars", "Context Variables", "Context ContextVar Token copy_context", nil)
	Locale      = module("_locale", "Support for POSIX locales.",
		"setlocale=locale_setlocale localeconv=locale_localeconv strcoll=locale_strcoll strxfrm=locale_strxfrm getencoding=locale_getencoding "+
			"nl_langinfo=locale_nl_langinfo gettext=locale_gettext dgettext=locale_dgettext dcgettext=locale_dcgettext textdomain=locale_textdomain "+
			"bindtextdomain=locale_bindtextdomain bind_textdomain_codeset=locale_bind_textdomain_codeset Error=LocaleError", nil)
	FaultHandler = module("faulthandler", "faulthandler module.",
		"enable=fault_enable disable=fault_disable is_enabled=fault_is_enabled dump_traceback=fault_dump_traceback dump_traceback_later=fault_later "+
			"cancel_dump_traceback_later=fault_nothing register=fault_nothing unregister=fault_unregister", nil)
	TraceMalloc = module("_tracemalloc", "Debug module to trace memory blocks allocated by Python.",
		"start=tracemalloc_start stop=tracemalloc_none is_tracing=tracemalloc_false clear_traces=tracemalloc_none get_traceback_limit=tracemalloc_one "+
			"get_traced_memory=tracemalloc_memory get_tracemalloc_memory=tracemalloc_zero reset_peak=tracemalloc_none "+
			"_get_object_traceback=tracemalloc_none _get_traces=tracemalloc_traces", nil)
	Warnings = module("_warnings", "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
		"warn=warning_warn warn_explicit=warning_warn_explicit filters=warning_filters _onceregistry=once_registry "+
			"_filters_mutated_lock_held=warning_filters_mutated _acquire_lock=warning_acquire_lock _release_lock=warning_release_lock "+
			"_warnings_context=warnings_context", func(c *object.Ctx, m *object.Module) { m.Set(c, "_defaultaction", object.NewStr("default")) })
	Pwd = module("pwd", "This module provides access to the Unix password database.", "getpwuid=pwd_getpwuid getpwnam=pwd_getpwnam getpwall=pwd_getpwall",
		func(c *object.Ctx, m *object.Module) { m.Set(c, "struct_passwd", c.Host.Hosted("_struct_passwd")) })
	Grp = module("grp", "Access to the Unix group database.", "getgrgid=grp_getgrgid getgrnam=grp_getgrnam getgrall=grp_getgrall",
		func(c *object.Ctx, m *object.Module) { m.Set(c, "struct_group", c.Host.Hosted("_struct_group")) })
	Opcode = module("_opcode", "Opcode support module.", "stack_effect=opcode_stack_effect get_executor=opcode_get_executor get_specialization_stats=opcode_stats", opcodes)
)

// opcodes adds what describes CPython's opcodes.
func opcodes(c *object.Ctx, m *object.Module) {
	for _, name := range [...]string{"has_arg", "has_const", "has_exc", "has_free", "has_jump", "has_local", "has_name", "is_valid"} {
		set := opcodeSets[name]
		m.Set(c, name, c.Func("_opcode", &object.Def{Sig: name + "(opcode)", Fn: func(c *object.Ctx, a []value) value {
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			for _, r := range set {
				if int64(n) >= r[0] && int64(n) <= r[1] {
					return object.True
				}
			}
			return object.False
		}}))
	}
	list := func(name string, items []value) {
		m.Set(c, name, c.Func("_opcode", &object.Def{Sig: name + "()", Fn: func(c *object.Ctx, a []value) value {
			return c.NewList(append([]value(nil), items...))
		}}))
	}
	strings := func(s []string) (out []value) {
		for _, x := range s {
			out = append(out, object.NewStr(x))
		}
		return out
	}
	var ops []value
	for _, p := range nbOps {
		ops = append(ops, object.TupleOf(object.NewStr(p[0]), object.NewStr(p[1])))
	}
	list("get_nb_ops", ops)
	list("get_intrinsic1_descs", strings(intrinsics1))
	list("get_intrinsic2_descs", strings(intrinsics2))
	list("get_special_method_names", strings(specialMethods))
}

// Natives are values that only hosted code sees.
func Natives(c *object.Ctx) map[string]value {
	passwd, _ := c.NewStructSeq(object.StructSeq{Name: "struct_passwd", Module: "pwd", Visible: 7,
		Fields: []string{"pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"}})
	group, _ := c.NewStructSeq(object.StructSeq{Name: "struct_group", Module: "grp", Visible: 4,
		Fields: []string{"gr_name", "gr_passwd", "gr_gid", "gr_mem"}})
	siginfo, _ := c.NewStructSeq(object.StructSeq{Name: "struct_siginfo", Module: "signal", Visible: 7,
		Fields: []string{"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"}})
	return map[string]value{"_struct_siginfo": siginfo.V(), "_struct_passwd": passwd.V(), "_struct_group": group.V()}
}
