package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

func main() {
	var o options
	flag.StringVar(&o.suite, "suite", "", "the folder of CPython's package test (3.13)")
	flag.StringVar(&o.slp, "slp", "bin/slp", "the binary under test")
	flag.StringVar(&o.oracle, "oracle", "", "a CPython 3.14, to count what it passes")
	flag.StringVar(&o.work, "work", "", "keep reports and output here, and use what the oracle said before")
	flag.StringVar(&o.home, "home", filepath.Join("tests", "conformance"), "the folder of files.txt and counts.txt")
	flag.BoolVar(&o.update, "update", false, "rewrite counts.txt")
	flag.BoolVar(&o.verbose, "v", false, "tell each test that CPython passes and slp does not, and why")
	flag.IntVar(&o.jobs, "j", runtime.NumCPU(), "processes at a time")
	flag.DurationVar(&o.idle, "idle", time.Minute, "the longest that nothing may happen in a test")
	flag.DurationVar(&o.limit, "limit", 20*time.Minute, "the longest that a process may run")
	flag.Parse()
	ok, err := conform(&o, flag.Args(), os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// conform runs the named files, or all, and tells whether none of them fell
// behind its counts.
func conform(o *options, names []string, out io.Writer) (bool, error) {
	if _, err := os.Stat(filepath.Join(o.suite, "support")); err != nil {
		return false, fmt.Errorf("-suite %q is not CPython's package test: %w", o.suite, err)
	}
	listed, err := readFiles(filepath.Join(o.home, "files.txt"))
	if err != nil {
		return false, err
	}
	chosen, err := choose(listed, names)
	if err != nil {
		return false, err
	}
	why, err := readReasons(filepath.Join(o.home, "reasons.txt"))
	if err != nil {
		return false, err
	}
	countsFile := filepath.Join(o.home, "counts.txt")
	before, err := readCounts(countsFile)
	if err != nil {
		return false, err
	}
	if err := o.prepare(); err != nil {
		return false, err
	}
	defer o.tidy()

	results := runAll(o, chosen)
	ok := true
	now := map[string]counts{}
	for i := range results {
		r := &results[i]
		if r.err != nil {
			return false, r.err
		}
		c := r.count(why)
		if o.oracle == "" {
			// What CPython passes is known from the last update only.
			c.CPython, c.Both = before[r.name].CPython, before[r.name].Both
		}
		now[r.name] = c
	}
	if o.verbose {
		for i := range results {
			results[i].explain(out, why)
		}
	}
	printTable(out, listed, now)
	for _, f := range chosen {
		was, known := before[f.name]
		if is := now[f.name]; known && (is.Passed < was.Passed || is.Lost > was.Lost) {
			fmt.Fprintf(out, "%s fell behind: %d passed and %d lost, before %d and %d\n", f.name, is.Passed, is.Lost, was.Passed, was.Lost)
			ok = false
		}
	}
	if o.update {
		for name, c := range now {
			before[name] = c
		}
		return true, writeCounts(countsFile, listed, before)
	}
	return ok, nil
}

// choose finds the named files in the list; without names, all of them. A
// group's name stands for its files.
func choose(listed []suiteFile, names []string) ([]suiteFile, error) {
	if len(names) == 0 {
		return listed, nil
	}
	var chosen []suiteFile
	for _, name := range names {
		n := len(chosen)
		for _, f := range listed {
			if (f.name == name || f.group == name) && !slices.Contains(chosen, f) {
				chosen = append(chosen, f)
			}
		}
		if n == len(chosen) {
			return nil, fmt.Errorf("files.txt names no %s", strings.TrimSpace(name))
		}
	}
	return chosen, nil
}
