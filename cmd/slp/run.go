package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"slp/vm"
	"slp/vm/world"
)

type runCmd struct {
	Args []string `arg:"" optional:"" help:"As for python: [-u] [-O] [-W arg] [-X opt] FILE|-m MODULE|-c CODE|- [ARGS]"`
}

// Run is never reached: main hands "run" to runMain before kong reads it.
func (r *runCmd) Run() error { return exitCode(runMain(r.Args)) }

const runUsage = `usage: slp run [option] ... [-c cmd | -m mod | file | -] [arg] ...
Runs a Python program as python does.

  -c cmd   program passed in as a string (ends the options)
  -m mod   run a library module as a script (ends the options)
  file     program read from a file; a folder or zip file runs its __main__.py
  -        program read from the standard input
  -u       leave the standard streams unbuffered
  -O, -OO  no asserts; no docstrings either
  -W arg   warning control; -X opt  implementation option
  -B -b -d -E -I -i -P -q -s -S -v -x   accepted as python accepts them
  -V       print the version; -h  print this help
`

// runMain runs a program and returns the exit status.
func runMain(args []string) int {
	p, status := parseRun(args)
	if p == nil {
		return status
	}
	real := world.Real(world.Options{Arguments: append([]string{os.Args[0]}, args...)})
	defer real.Shutdown()
	stop := interrupts(real)
	defer stop()
	return vm.New(p, real).RunToEnd()
}

// parseRun reads the command line of run: a program, or nil and the exit status.
func parseRun(args []string) (*vm.Program, int) {
	p := &vm.Program{}
	isolated, safePath := false, false
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "-":
			text, err := io.ReadAll(os.Stdin)
			if err != nil {
				fmt.Fprintln(os.Stderr, "slp run: cannot read the program from the standard input:", err)
				return nil, 1
			}
			p.Start, p.Text, p.Args = vm.Stdin, text, args[i+1:]
			return finish(p, isolated || safePath), 0
		case a == "--":
			if i+1 < len(args) {
				return fileProgram(p, args[i+1], args[i+2:], isolated || safePath)
			}
			continue
		case a == "--help" || a == "-h" || a == "-?":
			fmt.Print(runUsage)
			return nil, 0
		case a == "--version" || a == "-V" || a == "-VV":
			fmt.Println("Python 3.14.6 (slp " + version + ")")
			return nil, 0
		case !strings.HasPrefix(a, "-"):
			return fileProgram(p, a, args[i+1:], isolated || safePath)
		case strings.HasPrefix(a, "--"):
			if a == "--check-hash-based-pycs" {
				i++
				continue
			}
			fmt.Fprintf(os.Stderr, "slp run: unknown option %s\n%s", a, runUsage)
			return nil, exitUsage
		}
		for j := 1; j < len(a); j++ {
			takes := func() (string, bool) {
				if j+1 < len(a) {
					return a[j+1:], true
				}
				if i+1 < len(args) {
					i++
					return args[i], true
				}
				fmt.Fprintf(os.Stderr, "Argument expected for the -%c option\n%s", a[j], runUsage)
				return "", false
			}
			switch a[j] {
			case 'c':
				text, ok := takes()
				if !ok {
					return nil, exitUsage
				}
				p.Start, p.Text, p.Args = vm.Code, []byte(text+"\n"), args[i+1:]
				return finish(p, isolated || safePath), 0
			case 'm':
				name, ok := takes()
				if !ok {
					return nil, exitUsage
				}
				p.Start, p.Name, p.Args = vm.Module, name, args[i+1:]
				return finish(p, isolated || safePath), 0
			case 'W', 'X':
				v, ok := takes()
				if !ok {
					return nil, exitUsage
				}
				if a[j] == 'W' {
					p.Warnings = append(p.Warnings, v)
				} else {
					p.Options = append(p.Options, v)
				}
				j = len(a)
			case 'u':
				p.Unbuffered = true
			case 'O':
				p.Optimize++
			case 'q':
				p.Quiet = true
			case 'i':
				p.Inspect = true
			case 'I':
				isolated = true
			case 'P':
				safePath = true
			case 'B', 'b', 'd', 'E', 's', 'S', 'v', 'x', 'R':
			default:
				fmt.Fprintf(os.Stderr, "slp run: unknown option -%c\n%s", a[j], runUsage)
				return nil, exitUsage
			}
		}
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp run: cannot read the program from the standard input:", err)
		return nil, 1
	}
	p.Start, p.Text, p.Name = vm.Stdin, text, ""
	return finish(p, isolated || safePath), 0
}

func fileProgram(p *vm.Program, name string, args []string, safe bool) (*vm.Program, int) {
	p.Name, p.Args = name, args
	info, err := os.Stat(name)
	if err == nil && (info.IsDir() || strings.HasSuffix(name, ".zip") || strings.HasSuffix(name, ".pyz")) {
		p.Start = vm.Folder
		return finish(p, safe), 0
	}
	text, err := os.ReadFile(name)
	if err != nil {
		abs, _ := filepath.Abs(name)
		reason := "[Errno 2] No such file or directory"
		if !os.IsNotExist(err) {
			reason = err.Error()
		}
		fmt.Fprintf(os.Stderr, "slp run: can't open file %q: %s\n", abs, reason)
		return nil, exitUsage
	}
	p.Text = text
	dir := filepath.Dir(name)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		dir = filepath.Dir(real)
	}
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	p.Path0 = dir
	return finish(p, safe), 0
}

// finish completes sys.path.
func finish(p *vm.Program, safe bool) *vm.Program {
	if p.Start == vm.Module {
		if dir, err := os.Getwd(); err == nil {
			p.Path0 = dir
		}
	}
	if !safe {
		for _, e := range filepath.SplitList(os.Getenv("PYTHONPATH")) {
			if e != "" {
				if abs, err := filepath.Abs(e); err == nil {
					e = abs
				}
				p.Path = append(p.Path, e)
			}
		}
	}
	return p
}
