// Package stdlib lists the modules that are implemented in Go.
package stdlib

import (
	"slp/vm/object"
	"slp/vm/stdlib/arraymod"
	"slp/vm/stdlib/astmod"
	"slp/vm/stdlib/binascii"
	"slp/vm/stdlib/bz2mod"
	"slp/vm/stdlib/cjkmod"
	"slp/vm/stdlib/cmath"
	"slp/vm/stdlib/codecs"
	"slp/vm/stdlib/collections"
	"slp/vm/stdlib/csvmod"
	"slp/vm/stdlib/datetimemod"
	"slp/vm/stdlib/errnomod"
	"slp/vm/stdlib/functools"
	"slp/vm/stdlib/hashes"
	"slp/vm/stdlib/heapq"
	"slp/vm/stdlib/hostedmod"
	"slp/vm/stdlib/iomod"
	"slp/vm/stdlib/itertools"
	"slp/vm/stdlib/json"
	"slp/vm/stdlib/lzmamod"
	"slp/vm/stdlib/marshal"
	"slp/vm/stdlib/math"
	"slp/vm/stdlib/minor"
	"slp/vm/stdlib/operator"
	"slp/vm/stdlib/picklemod"
	"slp/vm/stdlib/posix"
	"slp/vm/stdlib/random"
	"slp/vm/stdlib/selectmod"
	"slp/vm/stdlib/services"
	"slp/vm/stdlib/socketmod"
	"slp/vm/stdlib/sremod"
	"slp/vm/stdlib/stackless"
	"slp/vm/stdlib/stringmod"
	"slp/vm/stdlib/structmod"
	"slp/vm/stdlib/symtablemod"
	"slp/vm/stdlib/timemod"
	"slp/vm/stdlib/unicodedata"
	"slp/vm/stdlib/weakref"
	"slp/vm/stdlib/xmlmod"
	"slp/vm/stdlib/zlib"
)

// modules is THE list, in order of name. builtins and sys are made when the machine is.
var modules = []*object.ModuleDef{
	&hostedmod.ABC,
	&astmod.Module,
	&minor.Bisect,
	&hashes.Blake2,
	&bz2mod.Module,
	&cjkmod.Module,
	&codecs.Module,
	&collections.Module,
	&services.ContextVars,
	&csvmod.Module,
	&datetimemod.Module,
	&minor.Device,
	&hostedmod.Bootstrap,
	&hostedmod.BootstrapFiles,
	&functools.Module,
	&hashes.Hashlib,
	&heapq.Module,
	&hostedmod.Imp,
	&iomod.Module,
	&json.Module,
	&services.Locale,
	&lzmamod.Module,
	&hashes.MD5,
	&services.Opcode,
	&operator.Module,
	&picklemod.Module,
	&posix.Subprocess,
	&random.Module,
	&hashes.SHA1,
	&hashes.SHA2,
	&hashes.SHA3,
	&services.Signal,
	&socketmod.Module,
	&sremod.Module,
	&stackless.Module,
	&minor.Stat,
	&minor.Statistics,
	&stringmod.Module,
	&structmod.Module,
	&minor.Suggestions,
	&symtablemod.Module,
	&services.Sysconfig,
	&services.SysconfigDataDarwin,
	&services.SysconfigData,
	&stackless.Threads,
	&astmod.Tokenize,
	&services.TraceMalloc,
	&hostedmod.Typing,
	&services.Warnings,
	&weakref.Module,
	&datetimemod.ZoneInfo,
	&arraymod.Module,
	&services.AtExit,
	&binascii.Module,
	&cmath.Module,
	&errnomod.Module,
	&services.FaultHandler,
	&posix.Fcntl,
	&weakref.GC,
	&stackless.Greenlet,
	&services.Grp,
	&itertools.Module,
	&marshal.Module,
	&math.Module,
	&posix.Module,
	&services.Pwd,
	&xmlmod.Module,
	&selectmod.Module,
	&posix.Termios,
	&timemod.Module,
	&unicodedata.Module,
	&zlib.Module,
}

// Find returns the module of this name, or nil.
func Find(name string) *object.ModuleDef {
	lo, hi := 0, len(modules)
	for lo < hi {
		m := (lo + hi) / 2
		if modules[m].Name < name {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(modules) && modules[lo].Name == name {
		return modules[lo]
	}
	return nil
}

// Names lists the modules implemented in Go, builtins and sys included.
func Names() []string {
	out := make([]string, 0, len(modules)+2)
	for _, m := range modules {
		out = append(out, m.Name)
	}
	return append(out, "builtins", "sys")
}

// IsLibrary tells whether a name belongs to the part of the standard library that is written in Python.
func IsLibrary(name string) bool {
	switch name {
	case "abc", "argparse", "ast", "asyncio", "base64", "bisect", "calendar", "codecs", "collections", "contextlib", "copy",
		"copyreg", "csv", "dataclasses", "datetime", "decimal", "dis", "enum", "functools", "heapq", "inspect", "io", "json",
		"keyword", "linecache", "locale", "logging", "numbers", "operator", "os", "pathlib", "pickle", "pprint", "queue",
		"random", "re", "reprlib", "shutil", "socket", "statistics", "string", "struct", "subprocess", "tempfile", "textwrap",
		"threading", "tokenize", "traceback", "types", "typing", "unittest", "uuid", "warnings", "weakref", "zipfile":
		return true
	}
	return false
}

// WhyMissing says why a module that CPython has cannot be imported here and what to do, or "".
func WhyMissing(name string) string {
	switch name {
	case "_ctypes":
		return "No module named '" + name + "': ctypes calls machine code, which a machine that records and rewinds cannot do; use a pure-Python package instead"
	case "_curses", "_curses_panel":
		return "No module named '" + name + "': curses is a C library, which this machine cannot load; use a package in pure Python such as blessed or rich"
	case "_dbm", "_gdbm":
		return "No module named '" + name + "': this is a C library, which this machine cannot load; use dbm.dumb, shelve, or the module json"
	case "_interpreters", "_interpchannels", "_interpqueues":
		return "No module named '" + name + "': one machine is one interpreter; use tasklets or threads"
	case "_remote_debugging":
		return "No module named '" + name + "': this machine is debugged with slp dap"
	case "_sqlite3":
		return "No module named '_sqlite3': SQLite is a C library, which this machine cannot load; use dbm.dumb or shelve"
	case "ensurepip":
		return "No module named 'ensurepip': this build has no copy of pip; install packages with pip of any Python and name its folder in PYTHONPATH"
	case "_multiprocessing", "_posixshmem":
		return "No module named '" + name + "': this machine runs one process, which can be recorded and rewound; use threading instead of multiprocessing"
	case "tkinter", "_tkinter", "idlelib", "turtle", "turtledemo":
		return "No module named '" + name + "': Tk is a C library, which this machine cannot load"
	}
	return ""
}
