// Package expect reads the tables of expected values that the tests of the leaf packages use: one case a line, fields
// separated by tabs, written by CPython (see testdata/generate.py beside each table).
//
// A field may hold any bytes: \xNN, \n, \t and \\ stand for the bytes that would break the table. A str is written as
// UTF-8 with its surrogates passed through.
package expect

import (
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Case is one line of a table.
type Case struct {
	Line   int
	Fields []string
}

// Read returns the cases of a table. It fails the test when the table is missing or empty.
func Read(t testing.TB, path string) []Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read table: %v", err)
	}
	var cases []Case
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		for k, f := range fields {
			if strings.IndexByte(f, '\\') < 0 {
				continue
			}
			u, err := strconv.Unquote(`"` + strings.ReplaceAll(f, `"`, `\"`) + `"`)
			if err != nil {
				t.Fatalf("%s:%d: field %d: %v", path, i+1, k, err)
			}
			fields[k] = u
		}
		cases = append(cases, Case{i + 1, fields})
	}
	if len(cases) == 0 {
		t.Fatalf("%s holds no cases: run its testdata/generate.py with CPython 3.14", path)
	}
	return cases
}

// Int is field k as an int.
func (c Case) Int(t testing.TB, k int) int {
	t.Helper()
	v, err := strconv.Atoi(c.Fields[k])
	if err != nil {
		t.Fatalf("line %d field %d: %v", c.Line, k, err)
	}
	return v
}

// Big is field k as an integer of any size.
func (c Case) Big(t testing.TB, k int) *big.Int {
	t.Helper()
	v, ok := new(big.Int).SetString(c.Fields[k], 0)
	if !ok {
		t.Fatalf("line %d field %d: %q is no integer", c.Line, k, c.Fields[k])
	}
	return v
}

// Float is field k as a float: its 16 hexadecimal digits, so that nothing is lost.
func (c Case) Float(t testing.TB, k int) float64 {
	t.Helper()
	u, err := strconv.ParseUint(c.Fields[k], 16, 64)
	if err != nil {
		t.Fatalf("line %d field %d: %v", c.Line, k, err)
	}
	return math.Float64frombits(u)
}

// SameFloat reports whether two floats are equal to the bit, all NaNs being one.
func SameFloat(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}
