// Command conformance runs CPython's own test files under slp and counts.
//
//	go run ./tests/conformance -suite DIR -slp BIN [-oracle PYTHON] [-update] [FILE ...]
//
// DIR is CPython's package test, of 3.13 (lib/python3.13/test); none of it is
// in this repository. Each file of files.txt runs in a process of its own,
// under driver.py, which writes a line for each test. A test that brings the
// process down, or in which nothing happens for too long, is counted as lost,
// and the rest of its file runs in the next process.
//
// counts.txt has what the last -update counted: the command fails when a file
// passes fewer tests or loses more. With -oracle, the same driver counts what
// CPython 3.14 passes, and the table tells how much of that slp passes.
// reasons.txt excuses tests that ask for what no other Python has to do.
package main
