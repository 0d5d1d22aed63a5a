package kit

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Chunk is one program of a file that holds many, parted by lines of ---.
//
// What is expected of it stands in its comments:
//
//	x = 1 / 0        ### "ZeroDivisionError: division by zero"
//	#: printed text
//	#trace: created 1 / wait 0 receive c0 / ended 1
//
// ### is a regular expression for the exception that the line raises, #: a
// line of the standard output, #trace: the events.
type Chunk struct {
	File   string
	Line   int    // of the file, where the chunk begins
	Source string // with empty lines in front, so that its lines have the numbers that they have in the file
	Raises *Want  // nil if it ends well
	Trace  []string
	Output string
	traced bool
	prints bool
}

// Want is an expectation at a line.
type Want struct {
	Line    int
	Code    string // the word before the pattern, if any
	Pattern *regexp.Regexp
	found   bool
}

// Name tells the chunk in a test's name.
func (c *Chunk) Name() string { return fmt.Sprintf("line %d", c.Line) }

// Traced reports whether the chunk says what its trace is.
func (c *Chunk) Traced() bool { return c.traced }

// Prints reports whether the chunk says what its output is.
func (c *Chunk) Prints() bool { return c.prints }

// Chunks reads a file of chunks.
func Chunks(t *testing.T, file string) []*Chunk {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	chunks, err := ParseChunks(file, string(text))
	require.NoError(t, err)
	return chunks
}

// ParseChunks splits the text of a file of chunks.
func ParseChunks(file, text string) ([]*Chunk, error) {
	var chunks []*Chunk
	text = strings.ReplaceAll(text, "\r\n", "\n")
	line := 1
	begin := func() *Chunk { return &Chunk{File: file, Line: line} }
	c := begin()
	var body strings.Builder
	end := func() {
		if strings.TrimSpace(body.String()) != "" {
			c.Source = strings.Repeat("\n", c.Line-1) + body.String()
			chunks = append(chunks, c)
		}
		body.Reset()
	}
	for each := range strings.Lines(text) {
		bare := strings.TrimSuffix(each, "\n")
		if bare == "---" {
			end()
			line++
			c = begin()
			continue
		}
		if err := c.expect(bare, line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
		body.WriteString(each)
		line++
	}
	end()
	return chunks, nil
}

func (c *Chunk) expect(text string, line int) error {
	if trace, ok := strings.CutPrefix(text, "#trace:"); ok {
		c.traced = true
		for event := range strings.SplitSeq(trace, " / ") {
			if event = strings.TrimSpace(event); event != "" {
				c.Trace = append(c.Trace, event)
			}
		}
		return nil
	}
	if out, ok := strings.CutPrefix(text, "#:"); ok {
		c.prints = true
		c.Output += strings.TrimPrefix(out, " ") + "\n"
		return nil
	}
	wants, err := WantsAt(text, line, "###")
	switch {
	case err != nil:
		return err
	case len(wants) > 1 || len(wants) == 1 && c.Raises != nil:
		return fmt.Errorf("a chunk ends with its first exception, so it has only one ###")
	case len(wants) == 1:
		c.Raises = wants[0]
	}
	return nil
}

var wantPattern = regexp.MustCompile(`^\s*(?:([A-Za-z][\w-]*)\s*)?("(?:[^"\\]|\\.)*"|` + "`[^`]*`" + `)`)

// WantsAt reads the expectations behind a mark in one line: any number of
// patterns in quotes, each with a word before it if need be.
func WantsAt(text string, line int, mark string) ([]*Want, error) {
	rest, ok := behind(text, mark)
	if !ok {
		return nil, nil
	}
	var wants []*Want
	for strings.TrimSpace(rest) != "" {
		m := wantPattern.FindStringSubmatch(rest)
		if m == nil {
			return nil, fmt.Errorf("after %s: a pattern in quotes expected, not %q", mark, rest)
		}
		rest = rest[len(m[0]):]
		quoted, err := strconv.Unquote(m[2])
		if err != nil {
			return nil, fmt.Errorf("after %s: %s is no Go string: use back quotes for a pattern with backslashes", mark, m[2])
		}
		pattern, err := regexp.Compile(quoted)
		if err != nil {
			return nil, fmt.Errorf("after %s: %w", mark, err)
		}
		wants = append(wants, &Want{Line: line, Code: m[1], Pattern: pattern})
	}
	if wants == nil {
		return nil, fmt.Errorf("after %s: a pattern in quotes expected", mark)
	}
	return wants, nil
}

// behind finds the mark as a word of its own, and gives what follows it.
func behind(text, mark string) (rest string, ok bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], mark)
		if i < 0 {
			return "", false
		}
		at := from + i
		rest = text[at+len(mark):]
		if (at == 0 || strings.ContainsRune(" \t", rune(text[at-1]))) && (rest == "" || strings.ContainsRune(" \t\"`", rune(rest[0]))) {
			return rest, true
		}
		from = at + 1
	}
}
