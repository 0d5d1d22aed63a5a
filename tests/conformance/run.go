package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// options are the command's flags, and the folders of a run.
type options struct {
	suite, slp, oracle, work, home string
	update, verbose                bool
	jobs                           int
	idle, limit                    time.Duration

	path    string // holds the package test and nothing else
	scratch string // removed at the end
}

// mostProcesses is how often a file's rest gets a new process.
const mostProcesses = 12

// crash is what a Go program leaves when it goes down.
var crash = regexp.MustCompile(`(?m)This is a bug of slp|^fatal error: |^panic: |^goroutine \d+ \[`)

func (o *options) prepare() error {
	for _, p := range []*string{&o.suite, &o.slp, &o.home, &o.oracle, &o.work} {
		if *p == "" {
			continue
		}
		whole, err := filepath.Abs(*p)
		if err != nil {
			return err
		}
		*p = whole
	}
	scratch, err := os.MkdirTemp("", "conformance")
	if err != nil {
		return err
	}
	o.scratch = scratch
	if o.work == "" {
		o.work = filepath.Join(scratch, "reports")
	}
	o.path = filepath.Join(scratch, "path")
	for _, d := range []string{o.path, filepath.Join(o.work, "slp"), filepath.Join(o.work, "oracle")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return err
		}
	}
	return os.Symlink(o.suite, filepath.Join(o.path, "test"))
}

func (o *options) tidy() { _ = os.RemoveAll(o.scratch) }

// event is a line of a report.
type event struct {
	Event string `json:"event"`
	ID    string `json:"id"`
	Why   string `json:"why"`
}

// runAll runs the files, several at a time, in the order of the list.
func runAll(o *options, files []suiteFile) []result {
	results := make([]result, len(files))
	next := make(chan int)
	var wait sync.WaitGroup
	for range max(1, o.jobs) {
		wait.Go(func() {
			for i := range next {
				results[i] = runFile(o, files[i])
				fmt.Fprintf(os.Stderr, "%-28s %s\n", files[i].name, results[i].brief())
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	wait.Wait()
	return results
}

// runFile runs a file under slp and, when there is one, the oracle.
func runFile(o *options, f suiteFile) (r result) {
	r.name = f.name
	start := time.Now()
	r.slp, r.err = runUnder(o, f, "slp", o.slp, "run")
	r.took = time.Since(start)
	if o.oracle == "" || r.err != nil {
		return r
	}
	kept := filepath.Join(o.work, "oracle", f.name+".jsonl")
	if said, err := readReport(kept); err == nil && finished(said) {
		r.oracle = said
		return r
	}
	r.oracle, r.err = runUnder(o, f, "oracle", o.oracle)
	return r
}

// runUnder runs a file, in as many processes as it takes.
func runUnder(o *options, f suiteFile, engine string, command ...string) ([]event, error) {
	stem := filepath.Join(o.work, engine, f.name)
	report, done := stem+".jsonl", stem+".done"
	output, err := os.Create(stem + ".log")
	if err != nil {
		return nil, err
	}
	defer output.Close()
	_ = os.Remove(report)
	for range mostProcesses {
		events, err := readReport(report)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		if err := os.WriteFile(done, []byte(strings.Join(started(events), "\n")), 0o644); err != nil {
			return nil, err
		}
		ending, err := runProcess(o, report, output, append(command, filepath.Join(o.home, "driver.py"), f.module(), report, done))
		if err != nil {
			return nil, err
		}
		now, _ := readReport(report)
		if finished(now) {
			break
		}
		// The test that was running is lost; without one, the file is.
		lost := event{ending, f.module(), "no test was running"}
		if id := running(now); id != "" {
			lost = event{ending, id, ""}
		}
		if err := appendEvent(report, lost); err != nil {
			return nil, err
		}
		if lost.Why != "" {
			break
		}
	}
	return readReport(report)
}

// runProcess runs one process and tells how it ended: "end", "crash", "died"
// or "hang".
func runProcess(o *options, report string, output *os.File, command []string) (string, error) {
	from, err := output.Seek(0, 2)
	if err != nil {
		return "", err
	}
	place, err := os.MkdirTemp(o.scratch, "place")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(place)
	ctx, cancel := context.WithTimeout(context.Background(), o.limit)
	defer cancel()
	cmd := limited(ctx, command)
	cmd.Dir, cmd.Stdout, cmd.Stderr = place, output, output
	cmd.Env = append(os.Environ(), "PYTHONPATH="+o.path, "TMPDIR="+place, "HOME="+place, "LC_ALL=C.UTF-8", "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1")
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		return "", err
	}
	over := make(chan struct{})
	go func() {
		_ = cmd.Wait() // how it ended is in its state
		close(over)
	}()
	hung := watch(o, report, over, cancel)
	text, err := os.ReadFile(output.Name())
	switch {
	case err != nil:
		return "", err
	case crash.Match(text[min(int64(len(text)), from):]):
		return "crash", nil
	case hung || ctx.Err() != nil:
		return "hang", nil
	case cmd.ProcessState.Success():
		return "end", nil
	}
	return "died", nil
}

// watch waits for the process, and stops it when its report stands still.
func watch(o *options, report string, over <-chan struct{}, stop func()) (hung bool) {
	size, since := int64(-1), time.Now()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-over:
			return hung
		case <-tick.C:
			if info, err := os.Stat(report); err == nil && info.Size() != size {
				size, since = info.Size(), time.Now()
			}
			if time.Since(since) > o.idle {
				hung = true
				stop()
			}
		}
	}
}

func readReport(name string) ([]event, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var events []event
	for line := range bytes.Lines(text) {
		var e event
		if json.Unmarshal(line, &e) == nil {
			events = append(events, e)
		}
	}
	return events, nil
}

func appendEvent(name string, e event) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// finished tells whether a report is whole.
func finished(events []event) bool {
	if len(events) == 0 {
		return false
	}
	switch events[len(events)-1].Event {
	case "end", "skipped file", "broken file":
		return true
	}
	return false
}

// started lists the tests that began.
func started(events []event) (ids []string) {
	for _, e := range events {
		if e.Event == "start" {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// running is the test that began last, when nothing became of it.
func running(events []event) string {
	if n := len(events); n > 0 && events[n-1].Event == "start" {
		return events[n-1].ID
	}
	return ""
}
