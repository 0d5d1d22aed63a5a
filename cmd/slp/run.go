package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"slp/vm"
	"slp/vm/world"
)

type runCmd struct {
	Args []string `arg:"" optional:"" help:"As for python: [option] ... [-c cmd | -m mod | file | -] [arg] ..."`
}

// Run is never reached: main hands "run" to runMain before kong reads it.
func (r *runCmd) Run() error { return exitCode(runMain(os.Args[0], r.Args)) }

// runMain runs a program and returns the exit status. called is how the binary was called.
func runMain(called string, args []string) int {
	if len(args) > 0 {
		if option, name, given := strings.Cut(args[0], "="); option == "--record-on-failure" {
			if !given {
				name = "failure.slprec"
			}
			return runOnFailure(name, called, args[1:])
		}
	}
	p, real, status := prepare(called, args)
	if p == nil {
		return status
	}
	defer real.Shutdown()
	return ended(real, vm.New(p, real).RunToEnd())
}

// ended is the exit status of a run. After KeyboardInterrupt and its like the process dies of the signal: so whoever waits
// for it sees what ended it.
func ended(real *world.System, status int) int {
	if status < 0 {
		real.Shutdown()
		real.Die(-status)
	}
	return status
}

// prepare reads a command line of python's and makes the program and the world in which it is to run; or it gives no
// program, and the exit status.
func prepare(called string, args []string) (*vm.Program, *world.System, int) {
	o, ok := readOptions(args, os.Stderr)
	if !ok {
		return nil, nil, exitUsage
	}
	switch {
	case o.help != "":
		fmt.Print(o.help)
		return nil, nil, 0
	case o.version > 1:
		fmt.Println("Python 3.14.6 (slp " + version + ") [Go]")
		return nil, nil, 0
	case o.version == 1:
		fmt.Println("Python 3.14.6")
		return nil, nil, 0
	}
	self := binary(called)
	o.program.Original = append([]string{self}, args...)
	real := world.Real(world.Options{Arguments: o.program.Original, Executable: self, Process: true})
	if status := o.find(real); status != 0 {
		real.Shutdown()
		return nil, nil, status
	}
	o.program.Cache = codeCache()
	return o.program, real, 0
}

// binary is the path by which this binary was called: a link of a virtual environment is not followed.
func binary(called string) string {
	if strings.HasPrefix(filepath.Base(called), "python") {
		if !strings.ContainsRune(called, filepath.Separator) {
			for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
				if info, err := os.Stat(filepath.Join(dir, called)); err == nil && info.Mode()&0o111 != 0 {
					called = filepath.Join(dir, called)
					break
				}
			}
		}
		if abs, err := filepath.Abs(called); err == nil {
			return abs
		}
	}
	self, err := os.Executable()
	if err != nil {
		return called
	}
	return self
}

// find reads the program that the options name. It returns the exit status if there is none.
func (o *pythonOptions) find(real *world.System) int {
	p := o.program
	switch o.kind {
	case moduleProgram:
		p.Path0, _ = os.Getwd()
		return 0
	case fileProgram:
		return o.file()
	case codeProgram:
		return 0
	}
	if real.Ask(world.IsTerminal(0)).N == 1 || p.Inspect > 0 {
		p.Start, p.Interactive = vm.Interactive, 1
		p.Argv0, p.Name = "", ""
		if o.kind == stdinProgram {
			p.Argv0 = "-"
		}
		return 0
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp run: cannot read the program from the standard input:", err)
		return 1
	}
	p.Start, p.Text, p.Name = vm.Stdin, o.skipped(text), ""
	if o.kind == stdinProgram {
		p.Argv0 = "-"
	}
	return 0
}

// file reads the program's file.
func (o *pythonOptions) file() int {
	p := o.program
	name := p.Name
	full := name
	if !filepath.IsAbs(name) {
		if dir, err := os.Getwd(); err == nil {
			full = dir + string(filepath.Separator) + strings.TrimPrefix(name, "."+string(filepath.Separator))
		}
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		p.Start, p.Argv0, p.Name = vm.Folder, name, full
		return 0
	}
	var text []byte
	if err == nil {
		text, err = os.ReadFile(name)
	}
	if err != nil {
		var number syscall.Errno
		reason := err.Error()
		if errors.As(err, &number) {
			answer := world.Answer{Errno: world.Errno(number)}
			reason = fmt.Sprintf("[Errno %d] %s", int(number), answer.Reason())
		}
		fmt.Fprintf(os.Stderr, "slp run: can't open file '%s': %s\n", full, reason)
		return exitUsage
	}
	if vm.IsArchive(text) {
		p.Start, p.Argv0, p.Name = vm.Folder, name, full
		return 0
	}
	if strings.HasSuffix(name, ".pyc") || bytes.HasPrefix(text, []byte("\x2b\x0e\r\n")) {
		fmt.Fprintf(os.Stderr, "slp run: %s holds bytecode of CPython, which cannot be run here; run the .py file that it was made from\n", name)
		return 1
	}
	p.Text, p.Argv0, p.Name = o.skipped(text), name, full
	dir := filepath.Dir(full)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		if real, err = filepath.Abs(real); err == nil {
			dir = filepath.Dir(real)
		}
	}
	p.Path0 = dir
	return 0
}

// skipped leaves the first line of a source out (-x), but not its end, so that the others keep their numbers.
func (o *pythonOptions) skipped(text []byte) []byte {
	if !o.skipLine {
		return text
	}
	if at := bytes.IndexByte(text, '\n'); at >= 0 {
		return text[at:]
	}
	return nil
}
