package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"slp/analysis"
	"slp/vm/check"
)

// object is a JSON object; its keys are written sorted.
type object = map[string]any

func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

type jsonReport struct {
	Version  int           `json:"version"`
	Programs []jsonProgram `json:"programs"`
}

type jsonProgram struct {
	Path     string        `json:"path"`
	Verdict  check.Verdict `json:"verdict"`
	Findings []jsonFinding `json:"findings"`
}

type jsonFinding struct {
	Rule       string           `json:"rule"`
	Kind       string           `json:"kind"`
	Level      check.Level      `json:"level"`
	Confidence check.Confidence `json:"confidence"`
	Message    string           `json:"message"`
	Path       string           `json:"path"`
	Line       int              `json:"line"`
	Column     int              `json:"column"`
	Function   string           `json:"function"`
	Tasklets   []jsonTasklet    `json:"tasklets"`
	Cycle      []string         `json:"cycle"`
}

type jsonTasklet struct {
	Name      string      `json:"name"`
	State     string      `json:"state"`
	Operation string      `json:"operation"`
	Channel   string      `json:"channel"`
	Stack     []jsonPlace `json:"stack"`
}

type jsonPlace struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Function string `json:"function"`
}

func writeJSON(w io.Writer, all []checked) error {
	out := jsonReport{1, []jsonProgram{}}
	for _, c := range all {
		p := jsonProgram{c.path, c.verdict, []jsonFinding{}}
		for i := range c.findings {
			f := &c.findings[i]
			j := jsonFinding{f.Rule, f.Kind, f.Level, f.Confidence, f.Message, filepath.ToSlash(f.Place.Path), f.Place.Line, max(f.Place.Column, 1),
				f.Place.Function, []jsonTasklet{}, append([]string{}, f.Cycle...)}
			for _, t := range f.Tasklets {
				x := jsonTasklet{t.Name, t.State, t.Operation, t.Channel, []jsonPlace{}}
				for _, s := range t.Stack {
					x.Stack = append(x.Stack, jsonPlace{filepath.ToSlash(s.Path), s.Line, s.Function})
				}
				j.Tasklets = append(j.Tasklets, x)
			}
			p.Findings = append(p.Findings, j)
		}
		out.Programs = append(out.Programs, p)
	}
	return writeIndented(w, out)
}

// writeSARIF writes SARIF 2.1.0: one thread flow a tasklet.
func writeSARIF(w io.Writer, all []checked) error {
	rules := []object{}
	index := map[string]int{}
	rule := func(id, name, summary, help string) {
		index[id] = len(rules)
		r := object{"id": id, "name": name, "shortDescription": object{"text": summary}}
		if help != "" {
			r["help"] = object{"text": help}
		}
		rules = append(rules, r)
	}
	for _, r := range analysis.Rules() {
		rule(r.ID, r.Name, r.Summary, "")
	}
	for _, r := range check.Rules() {
		rule(r.ID, r.Name, r.Summary, r.Help)
	}
	results := []object{}
	prints := map[string]int{}
	source := &painter{texts: map[string][]string{}}
	for _, c := range all {
		for i := range c.findings {
			f := &c.findings[i]
			text := f.Message
			if f.Hint != "" {
				text += "\n" + f.Hint
			}
			// Not the line: a print has to outlive changes above.
			h := fnv.New64a()
			fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", f.Rule, filepath.ToSlash(f.Place.Path), f.Place.Function, source.line(f.Place))
			print := fmt.Sprintf("%016x", h.Sum64())
			prints[print]++
			r := object{"ruleId": f.Rule, "level": string(f.Level), "message": object{"text": text},
				"locations":           []object{location(source, f.Place, "")},
				"partialFingerprints": object{"slp/v1": fmt.Sprintf("%s:%d", print, prints[print])},
				"properties":          object{"kind": f.Kind, "confidence": string(f.Confidence)}}
			if n, ok := index[f.Rule]; ok {
				r["ruleIndex"] = n
			}
			if flows := threadFlows(source, f); len(flows) > 0 {
				r["codeFlows"] = []object{{"message": object{"text": "what each tasklet does"}, "threadFlows": flows}}
			}
			results = append(results, r)
		}
	}
	return writeIndented(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{
			"tool":       object{"driver": object{"name": "slp", "version": version, "rules": rules}},
			"columnKind": "unicodeCodePoints", "results": results,
		}},
	})
}

// threadFlows has one flow a tasklet, outermost place first; the last one is where it waits.
func threadFlows(source *painter, f *check.Finding) []object {
	const most = 900 // locations, of the 1000 that are shown
	var flows []object
	n := 0
	for _, t := range f.Tasklets {
		places := []object{}
		add := func(p check.Place, text string, level int) {
			if n++; n <= most {
				places = append(places, object{"location": location(source, p, text), "nestingLevel": level, "executionOrder": n})
			}
		}
		if t.Created != nil {
			add(*t.Created, t.Name+" is created", 0)
		}
		for i := len(t.Stack) - 1; i >= 0; i-- {
			text := "in " + t.Stack[i].Function
			if i == 0 && t.Operation != "" {
				text = fmt.Sprintf("%s waits to %s: %s", t.Name, t.Operation, t.Channel)
			}
			add(t.Stack[i], text, len(t.Stack)-i)
		}
		if len(places) > 0 {
			flows = append(flows, object{"id": t.Name, "message": object{"text": t.Name + " (" + t.State + ")"}, "locations": places})
		}
	}
	return flows
}

// runes is the column of a place in code points, from 1.
func runes(source *painter, p check.Place) int {
	text := source.source(p)
	return utf8.RuneCountInString(text[:min(p.Column-1, len(text))]) + 1
}

func location(source *painter, p check.Place, text string) object {
	region := object{"startLine": max(p.Line, 1)}
	if p.Column > 0 {
		region["startColumn"] = runes(source, p)
	}
	u := url.URL{Path: filepath.ToSlash(p.Path)}
	if filepath.IsAbs(p.Path) {
		u.Scheme = "file"
	}
	l := object{"physicalLocation": object{"artifactLocation": object{"uri": strings.TrimPrefix(u.String(), "./")}, "region": region}}
	if p.Function != "" {
		l["logicalLocations"] = []object{{"fullyQualifiedName": p.Function, "kind": "function"}}
	}
	if text != "" {
		l["message"] = object{"text": text}
	}
	return l
}
