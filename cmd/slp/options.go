package main

import (
	"fmt"
	"io"
	"strings"

	"slp/vm"
)

// pythonOptions is what the command line of `slp run` says, which is python's own.
type pythonOptions struct {
	program  *vm.Program
	kind     programKind
	skipLine bool // -x
	help     string
	version  int
}

// programKind says which argument names the program.
type programKind uint8

const (
	noProgram programKind = iota
	codeProgram
	moduleProgram
	fileProgram
	stdinProgram
)

const runUsage = `usage: slp run [option] ... [-c cmd | -m mod | file | -] [arg] ...
`

const runHelp = runUsage + `Runs a Python program as python does. What the options mean is what python means by them.

-b     : issue warnings about converting bytes/bytearray to str and comparing
         bytes/bytearray with str or bytes with int; also PYTHONBYTESWARNING=x
-B     : don't keep compiled code; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program passed in as string (terminates option list)
-d     : accepted; also PYTHONDEBUG=x
-E     : ignore PYTHON* environment variables (such as PYTHONPATH) and VIRTUAL_ENV
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script; also PYTHONINSPECT=x
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements; also PYTHONOPTIMIZE=x
-OO    : do -O changes and also discard docstrings
-P     : don't prepend a potentially unsafe path to sys.path; also PYTHONSAFEPATH
-q     : don't print version and copyright messages on interactive startup
-R     : accepted; the hash of a text is the same in every run
-s     : don't add user site directory to sys.path; also PYTHONNOUSERSITE=x
-S     : don't look for packages on initialization
-u     : force the stdout and stderr streams to be unbuffered; also PYTHONUNBUFFERED=x
-v     : verbose (trace import statements); also PYTHONVERBOSE=x
-V     : print the Python version number and exit (also --version); -VV says more
-W arg : warning control; arg is action:message:category:module:lineno;
         also PYTHONWARNINGS=arg
-x     : skip first line of source, allowing use of non-Unix forms of #!cmd
-X opt : set implementation-specific option; see --help-xoptions
--python PATH : the environment whose packages are used: a folder with pyvenv.cfg, an
         installation, or a python in one. Without it: the environment of the binary
         that was called, then VIRTUAL_ENV, then a folder .venv beside or above the program
--record-on-failure[=FILE] : before all others: write a recording of the run to FILE
         (failure.slprec) if it fails; slp replay FILE runs it again
--help-env      : print help about environment variables and exit
--help-xoptions : print help about implementation-specific -X options and exit
--help-all      : print complete help information and exit

Arguments:
file   : program read from script file; a folder or zip file runs its __main__.py
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]
`

const envHelp = `Environment variables:
PYTHONPATH                 folders and zip files put before the standard library in sys.path
PYTHONSTARTUP              file executed on interactive startup (no default)
PYTHONUSERBASE             base of the user's own packages (default ~/.local)
PYTHONBREAKPOINT           what breakpoint() calls; 0 switches it off
PYTHONIOENCODING           encoding[:errors] used for stdin/stdout/stderr
PYTHONDONTWRITEBYTECODE, PYTHONINSPECT, PYTHONNOUSERSITE, PYTHONOPTIMIZE, PYTHONSAFEPATH,
PYTHONUNBUFFERED, PYTHONVERBOSE, PYTHONWARNINGS, PYTHONDEBUG
                           as the options -B -i -s -O -P -u -v -W -d
PYTHONDEVMODE, PYTHONUTF8, PYTHONINTMAXSTRDIGITS, PYTHONWARNDEFAULTENCODING, PYTHON_CPU_COUNT
                           as the -X options of these names
PYTHON_BASIC_REPL          a prompt without editing
PYTHON_COLORS, NO_COLOR, FORCE_COLOR
                           whether the prompt and tracebacks have colours
PYTHON_HISTORY             file of the prompt's history (default ~/.python_history)
VIRTUAL_ENV                the virtual environment whose packages are used
SLP_CACHE                  folder of compiled code (default: slp in the user's cache folder);
                           off switches it off
PYTHONHOME, PYTHONPLATLIBDIR, PYTHONMALLOC, PYTHONHASHSEED, PYTHONPYCACHEPREFIX
                           have no meaning here: the standard library is inside the binary,
                           memory is Go's, and the hash of a text is the same in every run
`

const xHelp = `The following implementation-specific options are available:
-X cpu_count=N             what os.cpu_count() says; also PYTHON_CPU_COUNT
-X dev                     development mode; also PYTHONDEVMODE
-X int_max_str_digits=N    limit the size of int<->str conversions (0: no limit)
-X utf8[=0|1]              sys.flags.utf8_mode; text is UTF-8 in any case; also PYTHONUTF8
-X warn_default_encoding   sys.flags.warn_default_encoding; also PYTHONWARNDEFAULTENCODING
Others are accepted and shown in sys._xoptions.
`

// readOptions reads the command line of `slp run`. It writes what is wrong to w; then there is no program.
func readOptions(args []string, w io.Writer) (*pythonOptions, bool) {
	o := &pythonOptions{program: &vm.Program{}}
	p, f := o.program, &o.program.Flags
	wrong := func(format string, a ...any) (*pythonOptions, bool) {
		fmt.Fprintf(w, format+"\n"+runUsage+"Try `slp run -h' for more information.\n", a...)
		return nil, false
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "-" || !strings.HasPrefix(a, "-"):
			o.kind, p.Name, p.Args = fileProgram, a, args[i+1:]
			if a == "-" {
				o.kind = stdinProgram
			}
			return o, true
		case a == "--":
			if i+1 < len(args) {
				o.kind, p.Name, p.Args = fileProgram, args[i+1], args[i+2:]
			}
			return o, true
		case strings.HasPrefix(a, "--"):
			name, value, given := strings.Cut(a[2:], "=")
			switch name {
			case "help":
				o.help += runHelp
			case "help-env":
				o.help += envHelp
			case "help-xoptions":
				o.help += xHelp
			case "help-all":
				o.help += runHelp + "\n" + envHelp + "\n" + xHelp
			case "version":
				o.version++
			case "check-hash-based-pycs", "python":
				if !given {
					if i+1 == len(args) {
						return wrong("Argument expected for the --%s option", name)
					}
					i++
					value = args[i]
				}
				switch {
				case name == "python":
					p.Python = value
				case value != "always" && value != "never" && value != "default":
					return wrong("--check-hash-based-pycs must be one of 'default', 'always', or 'never'")
				}
			default:
				return wrong("Unknown option: %s", a)
			}
			continue
		}
		for j := 1; j < len(a); j++ {
			var value string
			if strings.IndexByte("cmWX", a[j]) >= 0 {
				switch {
				case j+1 < len(a):
					value = a[j+1:]
				case i+1 < len(args):
					i++
					value = args[i]
				default:
					return wrong("Argument expected for the -%c option", a[j])
				}
			}
			switch a[j] {
			case 'c':
				o.kind, p.Start, p.Text, p.Args = codeProgram, vm.Code, []byte(dedent(value)+"\n"), args[i+1:]
				return o, true
			case 'm':
				o.kind, p.Start, p.Name, p.Args = moduleProgram, vm.Module, value, args[i+1:]
				return o, true
			case 'W':
				f.Warnings = append(f.Warnings, value)
			case 'X':
				f.Options = append(f.Options, value)
			case 'b':
				f.BytesWarning++
			case 'B':
				f.DontWriteBytecode = true
			case 'd':
				f.Debug++
			case 'E':
				f.IgnoreEnvironment = true
			case 'h', '?':
				o.help += runHelp
			case 'i':
				f.Inspect++
				f.Interactive++
			case 'I':
				f.Isolated = true
			case 'O':
				f.Optimize++
			case 'P':
				f.SafePath = true
			case 'q':
				f.Quiet++
			case 'R':
			case 's':
				f.NoUserSite = true
			case 'S':
				f.NoSite = true
			case 'u':
				f.Unbuffered = true
			case 'v':
				f.Verbose++
			case 'V':
				o.version++
			case 'x':
				o.skipLine = true
			default:
				return wrong("Unknown option: -%c", a[j])
			}
			if value != "" || strings.IndexByte("WX", a[j]) >= 0 {
				break
			}
		}
	}
	return o, true
}

// dedent takes the blanks away that all lines of code given by -c begin with.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	margin, first := "", true
	for i, l := range lines {
		rest := strings.TrimLeft(l, " \t")
		if rest == "" || rest == "\r" {
			if i < len(lines)-1 {
				lines[i] = ""
			}
			continue
		}
		indent := l[:len(l)-len(rest)]
		if first {
			margin, first = indent, false
			continue
		}
		n := 0
		for n < len(margin) && n < len(indent) && margin[n] == indent[n] {
			n++
		}
		margin = margin[:n]
	}
	if margin == "" {
		return text
	}
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, margin)
	}
	return strings.Join(lines, "\n")
}
