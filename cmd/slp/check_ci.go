package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"sort"
	"strings"

	"slp/vm/check"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure"`
	Error   *junitFailure `xml:"error"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes one test case a program.
func writeJUnit(w io.Writer, all []checked) error {
	suite := junitSuite{Name: "slp check", Tests: len(all)}
	for _, c := range all {
		k := junitCase{Name: c.path, Class: "slp.check"}
		var text bytes.Buffer
		var worst *check.Finding
		for i := range c.findings {
			f := &c.findings[i]
			if f.Level == check.Note {
				continue
			}
			if worst == nil {
				worst = f
			}
			if err := writeText(&text, []checked{{path: c.path, findings: c.findings[i : i+1]}}, false); err != nil {
				return err
			}
		}
		if worst != nil {
			kind := string(c.verdict)
			if c.verdict == check.Clean {
				kind = "static"
			}
			failure := &junitFailure{Type: kind, Message: worst.Message, Text: text.String()}
			if c.verdict == check.Crash {
				k.Error = failure
				suite.Errors++
			} else {
				k.Failure = failure
				suite.Failures++
			}
		}
		suite.Cases = append(suite.Cases, k)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(suite); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// writeGitHub writes workflow commands. GitHub drops what is more than ten of a kind, so the last one counts the rest.
func writeGitHub(w io.Writer, all []checked) error {
	const most = 10
	var list []*check.Finding
	for _, c := range all {
		for i := range c.findings {
			list = append(list, &c.findings[i])
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return rank(list[i].Level) < rank(list[j].Level) })
	left := 0
	if len(list) > most {
		left = len(list) - (most - 1)
		list = list[:most-1]
	}
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range list {
		level := string(f.Level)
		if f.Level == check.Note {
			level = "notice"
		}
		text := f.Message
		if f.Hint != "" {
			text += "\n" + f.Hint
		}
		where := fmt.Sprintf("file=%s,line=%d", property.Replace(filepath.ToSlash(f.Place.Path)), max(f.Place.Line, 1))
		if f.Place.Column > 0 {
			where += fmt.Sprintf(",col=%d", f.Place.Column)
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", level, where, property.Replace(f.Rule+" "+f.Name), data.Replace(text)); err != nil {
			return err
		}
	}
	if left > 0 {
		_, err := fmt.Fprintf(w, "::notice title=slp check::and %d more findings\n", left)
		return err
	}
	return nil
}
