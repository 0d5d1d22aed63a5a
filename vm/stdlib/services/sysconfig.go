package services

import "slp/vm/object"

// The modules that sysconfig asks how the interpreter was built. There is no C compiler and no header behind slp, and
// the answers say so; they are the same on every machine of a platform.
var (
	SysconfigData       = buildFacts("_sysconfigdata__linux_", "linux")
	SysconfigDataDarwin = buildFacts("_sysconfigdata__darwin_", "darwin")
	Sysconfig           = object.ModuleDef{Name: "_sysconfig", Doc: "A helper for the sysconfig module.", Init: func(c *object.Ctx, m *object.Module) bool {
		m.Set(c, "config_vars", c.Host.Hosted("sysconfig_config_vars"))
		return true
	}}
)

func buildFacts(name, platform string) object.ModuleDef {
	return object.ModuleDef{Name: name, Doc: "How the interpreter was built.", Init: func(c *object.Ctx, m *object.Module) bool {
		d := c.NewDict()
		for _, f := range [...][2]string{
			{"prefix", "/usr"}, {"exec_prefix", "/usr"}, {"VERSION", "3.14"}, {"LDVERSION", "3.14"}, {"ABIFLAGS", ""}, {"abi_thread", ""},
			{"MACHDEP", platform}, {"MULTIARCH", ""}, {"PLATLIBDIR", "lib"}, {"EXE", ""}, {"BUILDEXE", ""}, {"SHLIB_SUFFIX", ".so"},
			{"SOABI", "cpython-314"}, {"EXT_SUFFIX", ".cpython-314.so"}, {"CC", ""}, {"CXX", ""}, {"AR", ""}, {"CFLAGS", ""}, {"OPT", ""},
			{"PY_CFLAGS", ""}, {"PY_CFLAGS_NODIST", ""}, {"CCSHARED", ""}, {"LDSHARED", ""}, {"LDFLAGS", ""}, {"LDLIBRARY", ""}, {"LIBRARY", ""},
			{"CONFIG_ARGS", ""}, {"TEST_MODULES", "no"}, {"WHEEL_PKG_DIR", ""}, {"PGO_PROF_USE_FLAG", ""}, {"LIBDIR", "/usr/lib"},
			{"BINDIR", "/usr/bin"}, {"LIBDEST", "/usr/lib/python3.14"}, {"INCLUDEPY", "/usr/include/python3.14"},
			{"TZPATH", "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"},
		} {
			d.SetStr(c, f[0], object.NewStr(f[1]))
		}
		for _, f := range [...]struct {
			name  string
			value int64
		}{
			{"Py_DEBUG", 0}, {"Py_GIL_DISABLED", 0}, {"Py_ENABLE_SHARED", 0}, {"Py_TRACE_REFS", 0}, {"WITH_DOC_STRINGS", 1}, {"WITH_PYMALLOC", 0},
			{"SIZEOF_VOID_P", 8}, {"SIZEOF_LONG", 8}, {"SIZEOF_SIZE_T", 8}, {"SIZEOF_WCHAR_T", 4}, {"SIZEOF_TIME_T", 8}, {"SIZEOF_OFF_T", 8},
			{"HAVE_FORK", 1}, {"HAVE_GETRANDOM", 1}, {"HAVE_GETRANDOM_SYSCALL", 1}, {"HAVE_GETENTROPY", 1}, {"HAVE_PTHREAD_KILL", 1},
		} {
			d.SetStr(c, f.name, object.Int(f.value))
		}
		m.Set(c, "build_time_vars", d.V())
		return true
	}}
}
