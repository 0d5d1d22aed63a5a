package sre_test

import (
	"bufio"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/sre"
)

// pattern is a "p" line of testdata/cases.txt, with the cases under it.
type pattern struct {
	text   string
	flags  int
	groups int
	code   []uint32
	cases  []subject
}

type subject struct {
	line     int
	chars    []int32
	latin1   []byte // nil when some are not Latin-1
	method   string
	pos, end int
	want     string
}

func parseCode(t testing.TB, text string) []uint32 {
	var code []uint32
	for _, word := range strings.Split(text, ",") {
		n := 1
		if count, rest, found := strings.Cut(word, "*"); found {
			var err error
			n, err = strconv.Atoi(count)
			require.NoError(t, err)
			word = rest
		}
		w, err := strconv.ParseUint(word, 36, 32)
		require.NoError(t, err)
		for range n {
			code = append(code, uint32(w))
		}
	}
	return code
}

func load(t testing.TB) []pattern {
	f, err := os.Open("testdata/cases.txt")
	require.NoError(t, err)
	defer f.Close()
	var all []pattern
	num := func(s string) int {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		return n
	}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if rest, found := strings.CutPrefix(lines.Text(), "p "); found {
			w := strings.Fields(rest)
			require.Len(t, w, 4, "line %d", n)
			all = append(all, pattern{text: w[0], flags: num(w[1]), groups: num(w[2]), code: parseCode(t, w[3])})
			continue
		}
		w := strings.SplitN(lines.Text(), " ", 5)
		require.Len(t, w, 5, "line %d", n)
		var text string
		require.NoError(t, json.Unmarshal([]byte(w[0]), &text))
		s := subject{line: n, chars: []int32(text), method: w[1], pos: 0, end: math.MaxInt, want: w[4]}
		if w[2] != "-" {
			s.pos, s.end = num(w[2]), num(w[3])
		}
		s.latin1 = make([]byte, 0, len(s.chars))
		for _, ch := range s.chars {
			if ch > 255 {
				s.latin1 = nil
				break
			}
			s.latin1 = append(s.latin1, byte(ch))
		}
		last := &all[len(all)-1]
		last.cases = append(last.cases, s)
	}
	require.NoError(t, lines.Err())
	return all
}

// describe writes a match as testdata/make_cases.py does.
func describe[T sre.Char](m *sre.Matcher[T], groups int) string {
	out := strconv.Itoa(m.LastIndex())
	for g := range groups + 1 {
		if start, end := m.Span(g); start < 0 {
			out += " ."
		} else {
			out += fmt.Sprintf(" %d,%d", start, end)
		}
	}
	return out
}

// find runs a case. Run is how a matcher is brought to its end.
func find[T sre.Char](p *sre.Program, text []T, s subject, run func(*sre.Matcher[T]) (*sre.Matcher[T], sre.Status)) string {
	mode := map[string]sre.Mode{"m": sre.Match, "f": sre.FullMatch, "s": sre.Search, "i": sre.Search, "x": sre.Match}[s.method]
	m := sre.New(p, text, s.pos, s.end, mode)
	var found []string
	for {
		var status sre.Status
		m, status = run(m)
		if status != sre.Matched {
			break
		}
		found = append(found, describe(m, p.Groups()))
		if s.method != "i" && s.method != "x" {
			break
		}
		m.Again()
	}
	if len(found) == 0 {
		return "-"
	}
	return strings.Join(found, ";")
}

func atOnce[T sre.Char](m *sre.Matcher[T]) (*sre.Matcher[T], sre.Status) {
	return m, m.Run(math.MaxInt)
}

// byBits runs in the smallest steps and goes on with a clone after each, while
// the original runs on into the void.
func byBits[T sre.Char](m *sre.Matcher[T]) (*sre.Matcher[T], sre.Status) {
	for n := 0; ; n++ {
		if status := m.Run(1); status != sre.Spent {
			return m, status
		}
		if n < 40 {
			c := m.Clone()
			m.Run(50)
			m = c
		}
	}
}

func TestCases(t *testing.T) {
	cases := 0
	for _, p := range load(t) {
		program, err := sre.Compile(p.code, p.groups)
		require.NoError(t, err, p.text)
		for _, s := range p.cases {
			what := fmt.Sprintf("line %d: %s flags %d on %q", s.line, p.text, p.flags, string(s.chars))
			cases++
			require.Equal(t, s.want, find(program, s.chars, s, atOnce), what)
			require.Equal(t, s.want, find(program, s.chars, s, byBits), what)
			if s.latin1 != nil {
				require.Equal(t, s.want, find(program, s.latin1, s, atOnce), what)
			}
		}
	}
	require.Greater(t, cases, 5000)
}

// The helpers that re._compiler asks agree with _sre's over all code points.
func TestCaseHelpers(t *testing.T) {
	sum := func(f func(ch uint32) uint32) string {
		text := []byte{'['}
		for ch := range uint32(0x110000) {
			if ch > 0 {
				text = append(text, ", "...)
			}
			text = strconv.AppendUint(text, uint64(f(ch)), 10)
		}
		hash := md5.Sum(append(text, ']'))
		return hex.EncodeToString(hash[:])
	}
	cased := func(ch uint32) uint32 {
		if sre.UnicodeIsCased(ch) {
			return 1
		}
		return 0
	}
	require.Equal(t, "f644c61b2dbee0bea066496d6ccec66a", sum(sre.UnicodeToLower))
	require.Equal(t, "1051eaecf4b3a0627c87068ed4bd6752", sum(cased))
	for ch := range uint32(300) {
		letter := 'a' <= ch && ch <= 'z' || 'A' <= ch && ch <= 'Z'
		require.Equal(t, letter, sre.ASCIIIsCased(ch))
		if 'A' <= ch && ch <= 'Z' {
			require.Equal(t, ch+32, sre.ASCIIToLower(ch))
		} else {
			require.Equal(t, ch, sre.ASCIIToLower(ch))
		}
		require.Equal(t, sre.ASCIIToLower(ch), sre.Lower(ch, 0))
		require.Equal(t, sre.ASCIIToLower(ch), sre.Lower(ch, sre.FlagLocale))
		require.Equal(t, sre.UnicodeToLower(ch), sre.Lower(ch, sre.FlagUnicode))
	}
}

// Compile refuses or accepts any code whatever, and what it accepts does no harm.
func TestCompileSurvivesNonsense(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	text := []byte("abcabc ab\n1_a")
	accepted := 0
	for _, p := range load(t) {
		for range 30 {
			code := append([]uint32(nil), p.code...)
			for range 1 + rng.IntN(3) {
				i := rng.IntN(len(code))
				switch rng.IntN(4) {
				case 0:
					code[i] = uint32(rng.IntN(45))
				case 1:
					code[i] += uint32(rng.IntN(5)) - 2
				case 2:
					code[i] = rng.Uint32()
				default:
					code = append(code[:i], code[min(i+1+rng.IntN(3), len(code)):]...)
					if len(code) == 0 {
						code = []uint32{1}
					}
				}
			}
			program, err := sre.Compile(code, p.groups)
			if err != nil {
				require.ErrorContains(t, err, "invalid SRE code")
				continue
			}
			accepted++
			for _, mode := range []sre.Mode{sre.Match, sre.FullMatch, sre.Search} {
				m := sre.New(program, text, rng.IntN(4), len(text)-rng.IntN(4), mode)
				for range 20 {
					if m.Run(200) == sre.Matched {
						describe(m, p.groups)
						m.Again()
					}
				}
			}
		}
	}
	require.Greater(t, accepted, 1000)
}

func TestCompileErrors(t *testing.T) {
	for _, c := range []struct {
		code   []uint32
		groups int
		want   string
	}{
		{nil, 0, "does not end with SUCCESS"},
		{[]uint32{16, 97}, 0, "does not end with SUCCESS"},
		{[]uint32{16, 97, 1}, -1, "-1 groups"},
		{[]uint32{16, 1}, 0, "cut off"},
		{[]uint32{17, 2, 1}, 1, "group that is not there"},
		{[]uint32{11, 1, 1}, 1, "group that is not there"},
		{[]uint32{6, 12, 1}, 0, "unknown position"},
		{[]uint32{8, 18, 1}, 0, "unknown category"},
		{[]uint32{13, 9, 16, 97, 0, 1}, 0, "skip leads outside"},
		{[]uint32{13, 3, 16, 97, 1}, 0, "set is cut off"},
		{[]uint32{99, 1}, 0, "unknown operator 99"},
		{[]uint32{24, 6, 3, 2, 16, 97, 1, 1}, 0, "more than its maximum"},
		{[]uint32{24, 8, 0, 2, 16, 97, 16, 98, 1, 1}, 0, "more than one"},
		{[]uint32{23, 5, 0, 2, 16, 97, 1, 1}, 0, "without an until"},
		{[]uint32{15, 1, 1}, 0, "jump leads nowhere"},
		{[]uint32{7, 5, 16, 97, 15, 9, 0, 1}, 0, "skip leads outside"},
	} {
		_, err := sre.Compile(c.code, c.groups)
		require.ErrorContains(t, err, c.want, "%v", c.code)
	}
}

// atomic returns the code of so many atomic groups, one in the other.
func atomic(depth int) []uint32 {
	var code []uint32
	for k := range depth {
		code = append(code, 27, uint32(3*(depth-k)-1))
	}
	return append(code, slices.Repeat([]uint32{1}, depth+1)...)
}

func TestNesting(t *testing.T) {
	program, err := sre.Compile(atomic(50_000), 0)
	require.NoError(t, err)
	require.Equal(t, sre.Matched, sre.New(program, []byte("a"), 0, 1, sre.Match).Run(math.MaxInt))
	_, err = sre.Compile(atomic(200_000), 0)
	require.ErrorContains(t, err, "nested too deeply")
}

// A hopeless match can be left at any time, and takes no Go stack.
func TestBudget(t *testing.T) {
	program := compile(t, `'(a+)+$'`)
	text := []byte(strings.Repeat("a", 40) + "b")
	m := sre.New(program, text, 0, len(text), sre.Match)
	for range 100 {
		require.Equal(t, sre.Spent, m.Run(10_000))
	}
	start, end := m.Span(0)
	require.Equal(t, []int{-1, -1}, []int{start, end})

	program = compile(t, `'(?:a|b)*c'`)
	text = []byte(strings.Repeat("ab", 500_000))
	m = sre.New(program, text, 0, len(text), sre.Match)
	require.Equal(t, sre.NoMatch, m.Run(math.MaxInt))
	require.Equal(t, sre.NoMatch, m.Run(1))
	m.Again() // after no match there is nothing to go on from
	require.Equal(t, sre.NoMatch, m.Run(1))
}

// The number of steps to the end does not depend on how they are doled out.
func TestRunIsDeterministic(t *testing.T) {
	program := compile(t, `'(\\w+)@(\\w+)\\.com'`)
	text := []byte(strings.Repeat("some words and a@b and ", 50) + "me@site.com")
	count := func(budget int) int {
		m := sre.New(program, text, 0, len(text), sre.Search)
		for n := 1; ; n++ {
			if status := m.Run(budget); status != sre.Spent {
				require.Equal(t, sre.Matched, status)
				return n
			}
		}
	}
	for _, budget := range []int{1, 7, 100} {
		require.Equal(t, count(budget), count(budget))
	}
	require.Greater(t, count(1), count(100))
}

// compile returns the program of a pattern that is among the cases.
func compile(t testing.TB, text string) *sre.Program {
	for _, p := range load(t) {
		if p.text == text && p.flags == 0 {
			program, err := sre.Compile(p.code, p.groups)
			require.NoError(t, err)
			return program
		}
	}
	t.Fatalf("no pattern %s in testdata/cases.txt", text)
	return nil
}

func BenchmarkSearch(b *testing.B) {
	line := `192.168.1.17 - bob [10/Oct/2000:13:55:36 -0700] "GET /index_page.html?x=12 HTTP/1.1" 200 2326 "http://www.example.com/start" mail me@site.com now` + "\n"
	text := []byte(strings.Repeat(line, 200))
	for _, c := range []string{"words", "email", "log", "literals", "literal", "quoted", "digits", "lazy"} {
		program, err := sre.Compile(benchmarks(b)[c], groupsOf[c])
		require.NoError(b, err)
		run := func(b *testing.B, found func() int) {
			n := 0
			for b.Loop() {
				n = found()
			}
			b.ReportMetric(float64(n), "matches")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/char")
		}
		b.Run(c+"/bytes", func(b *testing.B) { run(b, func() int { return all(program, text) }) })
		chars := []int32(string(text))
		b.Run(c+"/chars", func(b *testing.B) { run(b, func() int { return all(program, chars) }) })
	}
}

func all[T sre.Char](p *sre.Program, text []T) int {
	n := 0
	for m := sre.New(p, text, 0, len(text), sre.Search); m.Run(math.MaxInt) == sre.Matched; m.Again() {
		n++
	}
	return n
}

var groupsOf = map[string]int{"email": 2, "log": 7, "quoted": 0}

// benchmarks reads testdata/benchmarks.txt: a name and a code list on each line.
func benchmarks(t testing.TB) map[string][]uint32 {
	text, err := os.ReadFile("testdata/benchmarks.txt")
	require.NoError(t, err)
	require.True(t, utf8.Valid(text))
	out := map[string][]uint32{}
	for line := range strings.Lines(string(text)) {
		w := strings.Fields(line)
		out[w[0]] = parseCode(t, w[1])
	}
	return out
}

func BenchmarkSearchWide(b *testing.B) {
	text := []int32(strings.Repeat("Съешь же ещё этих мягких французских булок, да выпей чаю. ", 400))
	for _, c := range []string{"words", "spaces", "nocase"} {
		program, err := sre.Compile(benchmarks(b)[c], 0)
		require.NoError(b, err)
		b.Run(c, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = all(program, text)
			}
			b.ReportMetric(float64(n), "matches")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/char")
		})
	}
}
