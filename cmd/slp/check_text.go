package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"slp/vm/check"
)

// painter writes reports for people.
type painter struct {
	w      *bufio.Writer
	colour bool
	texts  map[string][]string
}

// The colours.
const (
	red, yellow, blue, green, dim, bold = "31;1", "33;1", "34;1", "32;1", "2", "1"
)

func (p *painter) paint(code, s string) string {
	if !p.colour {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func writeText(w io.Writer, all []checked, colour bool) error {
	p := &painter{w: bufio.NewWriter(w), colour: colour, texts: map[string][]string{}}
	bad, n := 0, 0
	for _, c := range all {
		if len(c.findings) > 0 {
			bad++
		}
		for i := range c.findings {
			n++
			p.finding(&c.findings[i])
		}
	}
	switch {
	case n == 0:
		fmt.Fprintln(p.w, p.paint(green, "clean:"), count(len(all), "program"), "checked, nothing found")
	default:
		fmt.Fprintf(p.w, "%s in %d of %s\n", count(n, "finding"), bad, count(len(all), "program"))
	}
	return p.w.Flush()
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (p *painter) finding(f *check.Finding) {
	c := map[check.Level]string{check.Error: red, check.Warning: yellow, check.Note: blue}[f.Level]
	fmt.Fprintf(p.w, "%s: %s\n", p.paint(c, fmt.Sprintf("%s[%s]", f.Level, f.Rule)), p.paint(bold, f.Message))
	p.excerpt(f.Place, c)
	const most = 12
	for i := range f.Tasklets[:min(len(f.Tasklets), most)] {
		if f.Kind == "static" || f.Kind == "exception" {
			break
		}
		p.tasklet(&f.Tasklets[i])
	}
	if n := len(f.Tasklets) - most; n > 0 {
		fmt.Fprintf(p.w, "  and %d more\n", n)
	}
	if f.Kind == "exception" && len(f.Tasklets) > 0 && len(f.Tasklets[0].Stack) > 1 {
		fmt.Fprintf(p.w, "  %s was called from\n", f.Tasklets[0].Stack[0].Function)
		for _, s := range f.Tasklets[0].Stack[1:min(len(f.Tasklets[0].Stack), most)] {
			fmt.Fprintf(p.w, "    %s  %s\n", p.paint(dim, at(s)), p.line(s))
		}
	}
	if len(f.Cycle) > 0 {
		fmt.Fprintf(p.w, "  %s %s\n", p.paint(bold, "the circle:"), strings.Join(append(append([]string(nil), f.Cycle...), f.Cycle[0]), " -> "))
	}
	if f.Hint != "" {
		fmt.Fprintf(p.w, "  %s %s\n", p.paint(green, "what to do:"), f.Hint)
	}
	fmt.Fprintln(p.w)
}

func (p *painter) tasklet(t *check.Tasklet) {
	s := "  " + p.paint(bold, t.Name)
	if t.Operation != "" {
		s += fmt.Sprintf(" waits to %s %s", map[string]string{"send": "send to", "receive": "receive from"}[t.Operation], p.paint(bold, t.Channel))
	} else {
		s += " is " + t.State
	}
	fmt.Fprintln(p.w, s)
	const deep = 4
	for _, s := range t.Stack[:min(len(t.Stack), deep)] {
		fmt.Fprintf(p.w, "    %s  %s\n", p.paint(dim, at(s)), p.line(s))
	}
	if t.Created != nil {
		fmt.Fprintf(p.w, "    %s\n", p.paint(dim, "created at "+at(*t.Created)+madeAt(t)))
	} else if t.Made != nil {
		fmt.Fprintf(p.w, "    %s\n", p.paint(dim, strings.TrimPrefix(madeAt(t), ", ")))
	}
}

func madeAt(t *check.Tasklet) string {
	if t.Made == nil {
		return ""
	}
	return ", the channel at " + at(*t.Made)
}

// at is a place as editors read it.
func at(p check.Place) string { return fmt.Sprintf("%s:%d", p.Path, p.Line) }

// line is the text at a place.
func (p *painter) line(at check.Place) string { return strings.TrimSpace(p.source(at)) }

func (p *painter) source(at check.Place) string {
	lines, known := p.texts[at.Path]
	if !known {
		if text, err := os.ReadFile(at.Path); err == nil {
			lines = strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
		}
		p.texts[at.Path] = lines
	}
	if at.Line < 1 || at.Line > len(lines) {
		return ""
	}
	return strings.TrimRight(strings.ToValidUTF8(lines[at.Line-1], "?"), "\r\f ")
}

// excerpt shows a line of the source and marks what is meant.
func (p *painter) excerpt(place check.Place, colour string) {
	where := at(place)
	if place.Column > 0 {
		where = fmt.Sprintf("%s:%d", where, place.Column)
	}
	if place.Function != "" && place.Function != "<module>" {
		where += ", in " + place.Function
	}
	number := fmt.Sprint(place.Line)
	pad := strings.Repeat(" ", len(number))
	fmt.Fprintf(p.w, " %s%s %s\n", pad, p.paint(blue, "-->"), where)
	text := p.source(place)
	if text == "" {
		return
	}
	shown := strings.ReplaceAll(text, "\t", "    ")
	fmt.Fprintf(p.w, " %s %s %s\n", p.paint(blue, number), p.paint(blue, "|"), shown)
	if place.Column < 1 || place.Column-1 > len(text) {
		return
	}
	end := len(text)
	if place.EndLine == place.Line && place.EndColumn > place.Column {
		end = min(end, place.EndColumn-1)
	}
	width := func(s string) int { return utf8.RuneCountInString(strings.ReplaceAll(s, "\t", "    ")) }
	marks := strings.Repeat(" ", width(text[:place.Column-1])) + p.paint(colour, strings.Repeat("^", max(1, width(text[place.Column-1:max(end, place.Column-1)]))))
	fmt.Fprintf(p.w, " %s %s %s\n", pad, p.paint(blue, "|"), marks)
}
