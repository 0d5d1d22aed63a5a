package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// suiteFile is a line of files.txt: a test file (or package) and its group.
type suiteFile struct{ group, name string }

func (f suiteFile) module() string { return "test." + strings.ReplaceAll(f.name, "/", ".") }

// counts are what became of a file's tests.
type counts struct {
	CPython int // passes, and nothing excuses another Python
	Both    int // of these, slp passes
	Passed  int // by slp, whatever CPython does
	Failed  int
	Errors  int
	Skipped int
	Lost    int // hung, crashed, or died with the process
}

// reason excuses the tests whose ID matches the pattern, or, with "skip/"
// before it, that were skipped with a message that matches.
type reason struct{ pattern, why string }

func (r reason) excuses(id string, ours event) bool {
	text := strings.TrimPrefix(id, "test.")
	pattern, skip := strings.CutPrefix(r.pattern, "skip/")
	if skip {
		text = strings.ReplaceAll(ours.Why, "/", " ")
	}
	ok, _ := path.Match(pattern, text)
	return ok && (!skip || ours.Event == "skip")
}

// excused tells whether a reason excuses that this became of a test.
func excused(why []reason, id string, ours event) bool {
	return slices.ContainsFunc(why, func(r reason) bool { return r.excuses(id, ours) })
}

// result is what a file's processes told.
type result struct {
	name        string
	slp, oracle []event
	took        time.Duration
	err         error
}

// verdicts are the tests of a report with their last word.
func verdicts(events []event) map[string]event {
	m := map[string]event{}
	for _, e := range events {
		switch e.Event {
		case "pass", "fail", "error", "skip", "hang", "crash", "died":
			m[e.ID] = e
		case "broken file":
			m[e.ID] = event{"error", e.ID, e.Why}
		}
	}
	return m
}

func (r *result) count(why []reason) (c counts) {
	ours := verdicts(r.slp)
	for _, e := range ours {
		switch e.Event {
		case "pass":
			c.Passed++
		case "fail":
			c.Failed++
		case "error":
			c.Errors++
		case "skip":
			c.Skipped++
		default:
			c.Lost++
		}
	}
	for id, e := range verdicts(r.oracle) {
		switch {
		case e.Event != "pass":
		case ours[id].Event == "pass":
			c.CPython++
			c.Both++
		case !excused(why, id, ours[id]):
			c.CPython++
		}
	}
	return c
}

func (r *result) brief() string {
	c := r.count(nil)
	text := fmt.Sprintf("%4d passed %3d failed %3d errors %3d skipped %2d lost %6.1fs", c.Passed, c.Failed, c.Errors, c.Skipped, c.Lost, r.took.Seconds())
	for _, e := range r.slp {
		if e.Event == "broken file" || e.Event == "skipped file" {
			text += "  " + e.Event + ": " + e.Why
		}
	}
	return text
}

// explain tells the tests that slp should pass and does not, in their order.
func (r *result) explain(out io.Writer, why []reason) {
	ours := verdicts(r.slp)
	told := map[string]bool{}
	for _, e := range r.slp {
		if v := ours[e.ID]; v.Event != "" && (e.Event == "hang" || e.Event == "crash" || e.Event == "died" || e.Event == "broken file") && !told[e.ID] {
			told[e.ID] = true
			fmt.Fprintf(out, "%-6s %s: %s\n", e.Event, e.ID, e.Why)
		}
	}
	absent := 0
	for _, e := range r.oracle {
		v := ours[e.ID]
		if e.Event == "pass" && v.Event == "" {
			absent++
			if absent > 1 {
				continue
			}
		}
		if e.Event != "pass" || v.Event == "pass" || told[e.ID] || excused(why, e.ID, v) {
			continue
		}
		if v.Event == "" {
			v.Event = "absent"
		}
		fmt.Fprintf(out, "%-6s %s: %s\n", v.Event, e.ID, v.Why)
	}
	if absent > 1 {
		fmt.Fprintf(out, "absent %s: %d tests in all\n", r.name, absent)
	}
	if len(r.oracle) > 0 {
		return
	}
	for _, e := range r.slp {
		if e.Event == "fail" || e.Event == "error" {
			fmt.Fprintf(out, "%-6s %s: %s\n", e.Event, e.ID, e.Why)
		}
	}
}

const header = "# file                        cpython    both  passed  failed  errors skipped    lost\n"

func (c counts) row(name string) string {
	return fmt.Sprintf("%-29s %7d %7d %7d %7d %7d %7d %7d\n", name, c.CPython, c.Both, c.Passed, c.Failed, c.Errors, c.Skipped, c.Lost)
}

func (c *counts) add(d counts) {
	c.CPython += d.CPython
	c.Both += d.Both
	c.Passed += d.Passed
	c.Failed += d.Failed
	c.Errors += d.Errors
	c.Skipped += d.Skipped
	c.Lost += d.Lost
}

// printTable prints the counts by group, with the share of what CPython passes.
func printTable(out io.Writer, listed []suiteFile, now map[string]counts) {
	fmt.Fprint(out, header)
	groups, sums, all := []string{}, map[string]counts{}, counts{}
	for _, f := range listed {
		c, ran := now[f.name]
		if !ran {
			continue
		}
		if !slices.Contains(groups, f.group) {
			groups = append(groups, f.group)
		}
		sum := sums[f.group]
		sum.add(c)
		sums[f.group] = sum
		all.add(c)
		fmt.Fprint(out, c.row(f.name))
	}
	for _, g := range groups {
		c := sums[g]
		fmt.Fprintf(out, "%-10s %6.2f %%  %d of %d, %d lost\n", g, share(c), c.Both, c.CPython, c.Lost)
	}
	fmt.Fprintf(out, "%-10s %6.2f %%  %d of %d, %d lost\n", "all", share(all), all.Both, all.CPython, all.Lost)
}

func share(c counts) float64 { return 100 * float64(c.Both) / float64(max(1, c.CPython)) }

func readFiles(name string) (files []suiteFile, err error) {
	err = eachLine(name, func(line string) error {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			files = append(files, suiteFile{strings.TrimSuffix(words[0], ":"), w})
		}
		return nil
	})
	return files, err
}

func readReasons(name string) (why []reason, err error) {
	err = eachLine(name, func(line string) error {
		pattern, text, ok := strings.Cut(line, ": ")
		if _, bad := path.Match(pattern, ""); !ok || bad != nil {
			return fmt.Errorf("%s: not a pattern and a reason: %s", name, line)
		}
		why = append(why, reason{pattern, text})
		return nil
	})
	return why, err
}

func readCounts(name string) (map[string]counts, error) {
	m := map[string]counts{}
	err := eachLine(name, func(line string) error {
		var file string
		var c counts
		_, err := fmt.Sscan(line, &file, &c.CPython, &c.Both, &c.Passed, &c.Failed, &c.Errors, &c.Skipped, &c.Lost)
		m[file] = c
		return err
	})
	return m, err
}

func writeCounts(name string, listed []suiteFile, m map[string]counts) error {
	var b strings.Builder
	b.WriteString(header)
	for _, f := range listed {
		if c, ok := m[f.name]; ok {
			b.WriteString(c.row(f.name))
		}
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

// eachLine calls f with the lines that are neither empty nor a comment.
func eachLine(name string, f func(string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return lines.Err()
}
