package dap

import (
	"fmt"
	"strings"

	godap "github.com/google/go-dap"

	debugger "slp/dap/debug"
	"slp/vm"
	"slp/vm/object"
)

// Limits of texts, in bytes.
const (
	inTree    = 300
	inHover   = 2_000
	inConsole = 100_000
)

func variables(s *session, a *godap.VariablesArguments) (any, error) {
	h, ok := s.handles.holders[a.VariablesReference]
	if !ok {
		return nil, staleError{"variable", a.VariablesReference, "scopes"}
	}
	body := godap.VariablesResponseBody{Variables: []godap.Variable{}}
	if h.scope != ofValue {
		vars := s.scope(h)
		if a.Filter == "indexed" {
			return body, nil
		}
		from, to := page(a, len(vars))
		for _, v := range vars[from:to] {
			body.Variables = append(body.Variables, s.variable(h, v, v.Name))
		}
		return body, nil
	}
	kids := s.d.Machine().Children(h.value)
	first, n := 0, kids.Len()
	switch a.Filter {
	case "named":
		n = kids.Named()
	case "indexed":
		first, n = kids.Named(), kids.Items()
	}
	from, to := page(a, n)
	for i := first + from; i < first+to; i++ {
		v := kids.At(i)
		body.Variables = append(body.Variables, s.variable(h, v, childPath(h.path, v)))
	}
	return body, nil
}

// page is the part of n children that a client wants.
func page(a *godap.VariablesArguments, n int) (from, to int) {
	from = min(max(a.Start, 0), n)
	to = n
	if a.Count > 0 {
		to = min(n, from+a.Count)
	}
	return from, to
}

func (s *session) scope(h *holder) []vm.Variable {
	switch h.scope {
	case closure:
		return h.frame.Closure()
	case globals:
		kids := s.d.Machine().Children(h.frame.GlobalsModule())
		var out []vm.Variable
		for i := range kids.Len() {
			out = append(out, kids.At(i))
		}
		return out
	}
	return h.frame.Locals()
}

// childPath is an expression for a child.
func childPath(parent string, v vm.Variable) string {
	if parent == "" {
		return ""
	}
	if v.Item {
		return parent + v.Name
	}
	return parent + "." + v.Name
}

func (s *session) variable(h *holder, v vm.Variable, path string) godap.Variable {
	m := s.d.Machine()
	out := godap.Variable{Name: v.Name, Value: m.Text(v.Value, inTree), EvaluateName: path}
	if strings.HasPrefix(v.Name, ".") || strings.Contains(path, "...") {
		out.EvaluateName = ""
	}
	if s.client.SupportsVariableType {
		out.Type = vm.TypeName(v.Value)
	}
	out.VariablesReference, out.NamedVariables, out.IndexedVariables = s.children(h.frame, v.Value, out.EvaluateName)
	hint := godap.VariablePresentationHint{}
	if v.Fixed {
		hint.Attributes = append(hint.Attributes, "readOnly")
	}
	switch {
	case v.Value.IsNil():
	case v.Value.Kind() == object.KStr:
		hint.Attributes = append(hint.Attributes, "rawString")
	case v.Value.Kind() == object.KFunc || v.Value.Kind() == object.KBuiltin || v.Value.Kind() == object.KMethod:
		hint.Kind = "method"
	case v.Value.Kind() == object.KType:
		hint.Kind = "class"
	}
	if hint.Kind != "" || hint.Attributes != nil {
		out.PresentationHint = &hint
	}
	return out
}

// children gives a value with children a number, and counts them.
func (s *session) children(f vm.Frame, v object.Value, path string) (ref, named, indexed int) {
	kids := s.d.Machine().Children(v)
	if kids.Len() == 0 {
		return 0, 0, 0
	}
	return s.handles.hold(holder{frame: f, value: v, path: path}), kids.Named(), kids.Items()
}

var errPast = fmt.Errorf("the program stands in its past, where nothing can be changed: continue to its present first, or restart it")

func setVariable(s *session, a *godap.SetVariableArguments) (any, error) {
	h, ok := s.handles.holders[a.VariablesReference]
	if !ok {
		return nil, staleError{"variable", a.VariablesReference, "scopes"}
	}
	to := debugger.Target{Frame: h.frame, Name: a.Name, Global: h.scope == globals}
	if h.scope == ofValue {
		kids := s.d.Machine().Children(h.value)
		to.Index = -1
		for i := range kids.Len() {
			if kids.At(i).Name == a.Name {
				to.Index = i
				break
			}
		}
		if to.Index < 0 || kids.At(to.Index).Fixed {
			return nil, fmt.Errorf("%s cannot be assigned", a.Name)
		}
		to.Owner = h.value
	}
	r, err := s.assign(h.frame, to, a.Value)
	if err != nil {
		return nil, err
	}
	body := godap.SetVariableResponseBody{Value: r.Text, Type: vm.TypeName(r.Value)}
	body.VariablesReference, body.NamedVariables, body.IndexedVariables = s.children(h.frame, r.Value, "")
	return body, nil
}

func (s *session) assign(f vm.Frame, to debugger.Target, text string) (vm.Result, error) {
	if s.d.Past() {
		return vm.Result{}, errPast
	}
	r := s.d.Assign(f, to, text, inTree)
	if r.Err {
		return r, fmt.Errorf("%s", r.Text)
	}
	s.after = func() { s.invalidated("variables") }
	return r, nil
}

func setExpression(s *session, a *godap.SetExpressionArguments) (any, error) {
	f, err := s.frameOrCurrent(a.FrameId)
	if err != nil {
		return nil, err
	}
	if s.d.Past() {
		return nil, errPast
	}
	if why := vm.CheckExpression(a.Value); why != "" {
		return nil, fmt.Errorf("the value: %s", why)
	}
	if r := s.d.Do(f, a.Expression+" = ("+a.Value+"\n)", inTree); r.Err {
		return nil, fmt.Errorf("%s", r.Text)
	}
	r := s.d.Evaluate(f, a.Expression, inTree)
	body := godap.SetExpressionResponseBody{Value: r.Text, Type: vm.TypeName(r.Value)}
	body.VariablesReference, body.NamedVariables, body.IndexedVariables = s.children(f, r.Value, a.Expression)
	s.after = func() { s.invalidated("variables") }
	return body, nil
}

// frameOrCurrent is the frame of a number, or the innermost one where the program stands.
func (s *session) frameOrCurrent(id int) (vm.Frame, error) {
	if id != 0 {
		return s.frame(id)
	}
	return s.d.Machine().Current().Top(), nil
}
