package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"slp/vm"
	"slp/vm/world"
)

type recordCmd struct {
	Args []string `arg:"" optional:"" help:"[-o FILE] [--mask PATTERN]... and a program, as for slp run"`
}

// Run is never reached: main hands "record" to recordMain before kong reads it.
func (r *recordCmd) Run() error { return exitCode(recordMain(os.Args[0], r.Args)) }

const recordUsage = `usage: slp record [-o FILE] [--mask PATTERN] ... [option] ... [-c cmd | -m mod | file | -] [arg] ...
Runs a program as slp run does and records the run: all that the program is told by its world, so that
slp replay FILE runs it again, and a debugger goes to any moment of it. The file needs nothing of this machine.

  -o FILE          where to write (run.slprec)
  --mask PATTERN   leave the values of environment variables of such names out of the file, as in --mask '*_TOKEN'
`

// recordMain is slp record.
func recordMain(called string, args []string) int {
	name, mask := "run.slprec", []string(nil)
	for len(args) > 0 {
		option, value, joined := strings.Cut(args[0], "=")
		switch option {
		case "-h", "--help":
			fmt.Print(recordUsage)
			return 0
		case "-o", "--output", "--mask":
			args = args[1:]
			if !joined {
				if len(args) == 0 {
					fmt.Fprintf(os.Stderr, "slp record: %s wants a value\n%s", option, recordUsage)
					return exitUsage
				}
				value, args = args[0], args[1:]
			}
			if option == "--mask" {
				mask = append(mask, value)
			} else {
				name = value
			}
			continue
		}
		break
	}
	p, real, status := prepare(called, args)
	if p == nil {
		return status
	}
	defer real.Shutdown()
	file, err := os.Create(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp record: cannot write the recording:", err)
		return exitUsage
	}
	r, err := newRecorded(p, real, args, file, mask)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp record:", err)
		return exitUsage
	}
	status = r.run()
	if err := errors.Join(r.finish(), file.Close()); err != nil {
		fmt.Fprintf(os.Stderr, "slp record: %s ends before the program did: %v\n", name, err)
	}
	return ended(real, status)
}

// recorded is a run that is recorded, to a file or, for the case that it fails, in memory.
type recorded struct {
	*world.Recorder
	program *vm.Program
	system  *world.System
	file    *world.FileWriter // nil: in memory
	flushed time.Time
	failed  error // of the file
}

// How much may be lost when the process is killed.
const (
	mostUnwritten = 64 << 10
	flushEvery    = 200 * time.Millisecond
)

func newRecorded(p *vm.Program, real *world.System, args []string, to io.Writer, mask []string) (*recorded, error) {
	dir, _ := os.Getwd()
	head, err := p.Header(version, world.Note{Key: "command", Value: strings.Join(args, " ")}, world.Note{Key: "folder", Value: dir})
	if err != nil {
		return nil, err
	}
	r := &recorded{program: p, system: real, flushed: time.Now()}
	r.Recorder = world.Record(r.system, head)
	if to != nil {
		r.file, err = world.NewFileWriter(to, r.Recording(), mask)
		if r.file != nil {
			r.file.Drop = true
		}
	}
	return r, err
}

func (r *recorded) run() int {
	status := vm.New(r.program, r).RunToEnd()
	rec := r.Recording()
	rec.Ended, rec.Status = true, status
	return status
}

// Ask asks the world, and sees that what it said gets into the file.
func (r *recorded) Ask(q world.Question) world.Answer {
	if q.Kind == world.KindWait || q.Kind == world.KindRead && q.Fd == 0 {
		r.flush() // it may never come back
	}
	a := r.Recorder.Ask(q)
	if r.file != nil && (r.file.Pending() >= mostUnwritten || time.Since(r.flushed) >= flushEvery) {
		r.flush()
	}
	return a
}

func (r *recorded) flush() {
	if r.file == nil || r.failed != nil {
		return
	}
	r.flushed = time.Now()
	r.failed = r.file.Flush()
}

func (r *recorded) finish() error {
	if r.file == nil || r.failed != nil {
		return r.failed
	}
	return r.file.Close()
}

// runOnFailure is slp run --record-on-failure: the run is kept in memory and written when it fails.
func runOnFailure(name, called string, args []string) int {
	p, real, status := prepare(called, args)
	if p == nil {
		return status
	}
	defer real.Shutdown()
	r, err := newRecorded(p, real, args, nil, nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp run:", err)
		return exitUsage
	}
	status = r.run()
	if status == 0 {
		return 0
	}
	file, err := os.Create(name)
	if err == nil {
		err = errors.Join(r.Recording().Save(file), file.Close())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp run: cannot write the recording:", err)
		return ended(real, status)
	}
	fmt.Fprintf(os.Stderr, "slp: the run is recorded in %s: slp replay %s runs it again, a debugger opens it\n", name, name)
	return ended(real, status)
}

// loadRecording reads a recording and the program that it is of.
func loadRecording(name string) (rec *world.Recording, p *vm.Program, cut bool, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, false, err
	}
	defer func() { _ = file.Close() }()
	rec, p, cut, err = vm.LoadRecording(file)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return rec, p, cut, err
}
