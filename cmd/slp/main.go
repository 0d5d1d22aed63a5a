// Command slp runs, debugs and checks Stackless Python programs.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"
)

// version is set by the build.
var version = "dev"

// cli is the command line: one struct a command, in the file of that name.
type cli struct {
	Run     runCmd     `cmd:"" help:"Run a program, as python does." passthrough:""`
	Record  recordCmd  `cmd:"" help:"Run a program and record the run." passthrough:""`
	Replay  replayCmd  `cmd:"" help:"Run a recorded program again, exactly as it ran."`
	Check   checkCmd   `cmd:"" help:"Find deadlocks, leaked tasklets and mistakes: by reading and by running."`
	Lsp     lspCmd     `cmd:"" help:"Serve an editor over stdin and stdout (Language Server Protocol)."`
	Dap     dapCmd     `cmd:"" help:"Serve a debugger over stdin and stdout or TCP (Debug Adapter Protocol)."`
	Version versionCmd `cmd:"" help:"Print the version."`
}

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run() error {
	fmt.Println("slp", version, "Python 3.14", runtime.GOOS+"/"+runtime.GOARCH)
	return nil
}

// exitCode is an error that only carries an exit status: everything was said already.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

const about = `slp is a fully stackless Python 3.14 machine with a debugger that steps back, a language server and a
deadlock checker for programs of tasklets and channels.

  slp run hello.py                 run a program
  slp record hello.py              run it and record the run; slp replay run.slprec runs it again
  slp check src/                   find deadlocks and leaked tasklets
  slp lsp, slp dap                 what editors start`

func main() {
	tuneCollector()
	defer runtime.KeepAlive(ballast())
	defer crashed()
	args := os.Args[1:]
	if strings.HasPrefix(filepath.Base(os.Args[0]), "python") { // a link in a virtual environment
		os.Exit(runMain(os.Args[0], args))
	}
	if len(args) == 1 && (args[0] == "--version" || args[0] == "-V") {
		args = []string{"version"}
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	switch args[0] { // their flags are python's, which kong does not read
	case "run":
		os.Exit(runMain(os.Args[0], args[1:]))
	case "record":
		os.Exit(recordMain(os.Args[0], args[1:]))
	}
	if asPython(args[0]) {
		os.Exit(runMain(os.Args[0], args))
	}
	var c cli
	parser, err := kong.New(&c, kong.Name("slp"), kong.Description(about), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Exit(func(code int) {
			if code != 0 {
				code = exitUsage
			}
			os.Exit(code)
		}))
	if err != nil {
		panic(err)
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp:", err)
		fmt.Fprintln(os.Stderr, "Try: slp --help")
		os.Exit(exitUsage)
	}
	var code exitCode
	switch err := ctx.Run(); {
	case err == nil:
	case errors.As(err, &code):
		os.Exit(int(code))
	default:
		fmt.Fprintln(os.Stderr, "slp:", err)
		os.Exit(exitCrash)
	}
}

// asPython tells that an argument where a command should stand is one of python's: programs start sys.executable with
// those.
func asPython(arg string) bool {
	switch arg {
	case "-h", "--help", "--version", "-V":
		return false
	}
	if strings.HasPrefix(arg, "-") {
		return !strings.HasPrefix(arg, "--") || arg == "--check-hash-based-pycs" || arg == "--python"
	}
	if strings.ContainsAny(arg, `/\`) || strings.HasSuffix(arg, ".py") {
		_, err := os.Stat(arg)
		return err == nil
	}
	return false
}

// ballast is memory that is never touched: it makes the collector wait until a small program's heap is worth a look.
func ballast() []byte { return make([]byte, 12<<20) }

// The exit statuses of check, and of bad usage everywhere.
const (
	exitFindings = 1
	exitUsage    = 2
	exitCrash    = 3
	exitBudget   = 4
)

// crashed reports a bug of ours.
func crashed() {
	r := recover()
	if r == nil {
		return
	}
	fmt.Fprintf(os.Stderr, "slp: internal error: %v\n", r)
	for _, line := range strings.SplitAfter(string(debug.Stack()), "\n") {
		fmt.Fprint(os.Stderr, "  ", line)
	}
	fmt.Fprintln(os.Stderr, "This is a bug of slp, not of your program. Please report it with the lines above.")
	os.Exit(exitCrash)
}
