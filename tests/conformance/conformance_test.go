package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestConformance runs CPython's test files, and fails when a count of
// counts.txt falls.
func TestConformance(t *testing.T) {
	suite := os.Getenv("SLP_CONFORMANCE")
	if suite == "" {
		t.Skip("SLP_CONFORMANCE names no folder with CPython's package test (3.13), lib/python3.13/test of an installation")
	}
	slp := filepath.Join(t.TempDir(), "slp")
	build := exec.Command("go", "build", "-o", slp, "slp/cmd/slp")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	o := options{suite: suite, slp: slp, home: ".", jobs: runtime.NumCPU(), idle: time.Minute, limit: 20 * time.Minute}
	ok, err := conform(&o, nil, os.Stdout)
	require.NoError(t, err)
	require.True(t, ok, "a file fell behind its counts")
}

// TestLists reads the committed lists: each file once, each count of a listed
// file, each reason with a pattern.
func TestLists(t *testing.T) {
	files, err := readFiles("files.txt")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, f := range files {
		require.False(t, seen[f.name], "%s is listed twice", f.name)
		seen[f.name] = true
	}
	now, err := readCounts("counts.txt")
	require.NoError(t, err)
	for name := range now {
		require.True(t, seen[name], "%s has counts and is not listed", name)
	}
	_, err = readReasons("reasons.txt")
	require.NoError(t, err)
}

// TestCount counts a report: the last word on a test holds, a reason excuses,
// a test that hangs is lost.
func TestCount(t *testing.T) {
	pass := func(id string) event { return event{Event: "pass", ID: "test." + id} }
	r := result{
		oracle: []event{pass("a.A.one"), pass("a.A.two"), pass("a.A.three"), pass("a.A.sizeof"), pass("a.A.capi"), {Event: "fail", ID: "test.a.A.old"}},
		slp: []event{pass("a.A.one"), {Event: "start", ID: "test.a.A.two"}, {Event: "hang", ID: "test.a.A.two"}, {Event: "fail", ID: "test.a.A.sizeof"},
			pass("a.A.old"), {Event: "skip", ID: "test.a.A.capi", Why: "requires _testcapi"}},
	}
	why := []reason{{"a.A.size*", "CPython's sizes"}, {"skip/*_testcapi", "C API"}}
	require.Equal(t, counts{CPython: 3, Both: 1, Passed: 2, Failed: 1, Skipped: 1, Lost: 1}, r.count(why))
	require.Equal(t, 5, r.count(nil).CPython)
	printTable(io.Discard, []suiteFile{{"g", "a"}}, map[string]counts{"a": r.count(why)})
}
