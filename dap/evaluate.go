package dap

import (
	"fmt"
	"slices"
	"strings"

	godap "github.com/google/go-dap"

	"slp/vm"
	"slp/vm/object"
)

func evaluate(s *session, a *godap.EvaluateArguments) (any, error) {
	f, err := s.frameOrCurrent(a.FrameId)
	if err != nil {
		return nil, err
	}
	var r vm.Result
	switch a.Context {
	case "repl":
		r, err = s.console(f, a.Expression)
		if err != nil {
			return nil, err
		}
	case "clipboard", "variables":
		r = s.d.Evaluate(f, a.Expression, inConsole)
	case "hover":
		// A word under the mouse: nothing is run for it if that can be.
		if v, ok := s.d.Machine().Simple(f, a.Expression); ok {
			r = vm.Result{Value: v, Text: s.d.Machine().Text(v, inHover)}
		} else {
			r = s.d.Evaluate(f, a.Expression, inHover)
		}
	default:
		r = s.d.Evaluate(f, a.Expression, inHover)
	}
	if r.Err {
		return nil, fmt.Errorf("%s", r.Text)
	}
	body := godap.EvaluateResponseBody{Result: r.Text}
	if !r.Value.IsNil() {
		body.Type = vm.TypeName(r.Value)
		body.VariablesReference, body.NamedVariables, body.IndexedVariables = s.children(f, r.Value, a.Expression)
		if a.Context == "repl" && r.Value.IsNone() {
			body.Result = ""
		}
	}
	return body, nil
}

// console evaluates what the user typed: at the end of the run for good, in its past without effect.
func (s *session) console(f vm.Frame, text string) (vm.Result, error) {
	if v, ok := s.d.Machine().Simple(f, strings.TrimSpace(text)); ok {
		return vm.Result{Value: v, Text: s.d.Machine().Text(v, inConsole)}, nil
	}
	if !s.d.Past() {
		r := s.d.Do(f, text, inConsole)
		if r.Value.IsNil() || r.Value.IsNone() {
			s.after = func() { s.invalidated("variables") }
		}
		return r, nil
	}
	if vm.CheckExpression(text) != "" && vm.CheckStatements(text) == "" {
		return vm.Result{}, errPast
	}
	return s.d.Evaluate(f, text, inConsole), nil
}

func completions(s *session, a *godap.CompletionsArguments) (any, error) {
	f, err := s.frameOrCurrent(a.FrameId)
	if err != nil {
		return nil, err
	}
	text := a.Text
	if a.Line > 0 {
		if lines := strings.Split(text, "\n"); s.ourLine(a.Line) <= len(lines) {
			text = lines[s.ourLine(a.Line)-1]
		}
	}
	text = text[:bytesOf(text, s.ourColumn(a.Column)-1)]
	body := godap.CompletionsResponseBody{Targets: []godap.CompletionItem{}}
	if f.Nil() {
		return body, nil
	}
	// The dotted name before the cursor.
	i := len(text)
	for i > 0 && (text[i-1] == '.' || text[i-1] == '_' || text[i-1] >= 0x80 || isAlnum(text[i-1])) {
		i--
	}
	path, prefix := "", text[i:]
	if dot := strings.LastIndexByte(prefix, '.'); dot >= 0 {
		path, prefix = prefix[:dot], prefix[dot+1:]
	}
	m := s.d.Machine()
	names := map[string]object.Value{}
	if path != "" {
		v, ok := m.Simple(f, path)
		if !ok {
			return body, nil
		}
		for n, x := range m.Attributes(v) {
			names[n] = x
		}
	} else {
		for n, x := range m.Names(f) {
			names[n] = x
		}
	}
	for n, v := range names {
		if !strings.HasPrefix(n, prefix) || prefix == "" && strings.HasPrefix(n, "_") {
			continue
		}
		item := godap.CompletionItem{Label: n, Type: itemType(v, path != ""), Start: s.column(units(text[:len(text)-len(prefix)]) + 1), Length: units(prefix)}
		body.Targets = append(body.Targets, item)
	}
	slices.SortFunc(body.Targets, func(x, y godap.CompletionItem) int {
		if a, b := strings.HasPrefix(x.Label, "_"), strings.HasPrefix(y.Label, "_"); a != b {
			if a {
				return 1
			}
			return -1
		}
		return strings.Compare(x.Label, y.Label)
	})
	const most = 500
	body.Targets = body.Targets[:min(len(body.Targets), most)]
	return body, nil
}

func isAlnum(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func itemType(v object.Value, attribute bool) godap.CompletionItemType {
	switch {
	case v.IsNil():
		return "keyword"
	case v.Kind() == object.KFunc || v.Kind() == object.KBuiltin:
		if attribute {
			return "method"
		}
		return "function"
	case v.Kind() == object.KType:
		return "class"
	case v.Kind() == object.KModule:
		return "module"
	case v.Kind() == object.KProperty || v.Kind() == object.KGetSet:
		return "property"
	case attribute:
		return "field"
	}
	return "variable"
}
