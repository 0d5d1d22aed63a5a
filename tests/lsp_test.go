package tests

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"slp/lsp"
	"slp/tests/kit"
)

// TestLSP plays the actions of marker tests: files with <<marks>> and comments "#@ action(mark, ...)".
//
// An action's last argument @name is the golden of its answer: a file @name of the archive, written
// with -update. Other arguments are what the answer must contain.
func TestLSP(t *testing.T) {
	kit.Each(t, "lsp/*.txtar", func(t *testing.T, file string) {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		play := newPlay(t, archive)
		for _, name := range play.names {
			for _, action := range play.files[name].Actions {
				play.act(name, action)
			}
		}
		if kit.Updating() {
			for i, f := range archive.Files {
				if golden, ok := play.golden[f.Name]; ok {
					archive.Files[i].Data = []byte(golden)
					delete(play.golden, f.Name)
				}
			}
			added := make([]string, 0, len(play.golden))
			for name := range play.golden {
				added = append(added, name)
			}
			sort.Strings(added)
			for _, name := range added {
				archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(play.golden[name])})
			}
			require.NoError(t, os.WriteFile(file, txtar.Format(archive), 0o644))
		}
	})
}

// play is a session about the files of one archive.
type play struct {
	t      *testing.T
	c      *kit.LSPClient
	dir    string
	names  []string // of the files, in order
	files  map[string]*kit.Marked
	given  map[string]string // goldens of the archive
	golden map[string]string // goldens made
}

type object = map[string]any

func serveLSP(ctx context.Context, in io.Reader, out io.Writer) error {
	return lsp.Serve(ctx, in, out, lsp.Options{Name: "slp", Version: "test"})
}

// editorCapabilities are those of a modern editor.
func editorCapabilities() object {
	var caps object
	err := json.Unmarshal([]byte(`{
		"general": {"positionEncodings": ["utf-16"]},
		"workspace": {"workspaceEdit": {"documentChanges": true}, "configuration": true, "workspaceFolders": true},
		"textDocument": {
			"hover": {"contentFormat": ["markdown"]},
			"documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
			"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "source.organizeImports"]}}},
			"signatureHelp": {"signatureInformation": {"parameterInformation": {"labelOffsetSupport": true}}},
			"publishDiagnostics": {"relatedInformation": true, "versionSupport": true}
		}}`), &caps)
	if err != nil {
		panic(err)
	}
	return caps
}

func newPlay(t *testing.T, archive *txtar.Archive) *play {
	p := &play{t: t, files: map[string]*kit.Marked{}, given: map[string]string{}, golden: map[string]string{}}
	plain := &txtar.Archive{}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "@") {
			p.given[f.Name] = string(f.Data)
			continue
		}
		m, err := kit.ParseMarked(string(f.Data))
		require.NoError(t, err, f.Name)
		p.names = append(p.names, f.Name)
		p.files[f.Name] = m
		plain.Files = append(plain.Files, txtar.File{Name: f.Name, Data: []byte(m.Text)})
	}
	p.dir, _ = unpack(t, plain)
	p.c, _ = kit.StartLSP(t, serveLSP)
	p.c.MustCall("initialize", object{
		"processId": nil, "rootUri": p.uri(""), "capabilities": editorCapabilities(),
		"workspaceFolders": []object{{"uri": p.uri(""), "name": "test"}},
	}, nil)
	p.c.Notify("initialized", object{})
	for _, name := range p.names {
		if strings.HasSuffix(name, ".py") {
			p.c.Notify("textDocument/didOpen", object{"textDocument": object{"uri": p.uri(name), "languageId": "python", "version": 1, "text": p.files[name].Text}})
		}
	}
	return p
}

func (p *play) uri(name string) string {
	return "file://" + filepath.ToSlash(filepath.Join(p.dir, filepath.FromSlash(name)))
}

// nameOf is the name of a file of the archive by its URI; of others only the last part.
func (p *play) nameOf(uri string) string {
	if rest, ok := strings.CutPrefix(uri, p.uri("")+"/"); ok {
		return rest
	}
	return "…/" + filepath.Base(uri)
}

// mark finds a mark in any file, the action's own first.
func (p *play) mark(own, name string) (file string, span kit.Span) {
	p.t.Helper()
	for _, f := range append([]string{own}, p.names...) {
		if s, ok := p.files[f].Spans[name]; ok {
			return f, s
		}
	}
	require.Fail(p.t, "there is no mark "+name)
	return "", kit.Span{}
}

// at is the params of a request about a mark's beginning.
func (p *play) at(own, mark string) object {
	p.t.Helper()
	file, span := p.mark(own, mark)
	return object{"textDocument": object{"uri": p.uri(file)}, "position": kit.UTF16(p.files[file].Text, span.Start)}
}

// show is "file:line:from-to" of a mark.
func (p *play) show(own, mark string) string {
	p.t.Helper()
	file, span := p.mark(own, mark)
	text := p.files[file].Text
	return file + ":" + kit.LSPRange{Start: kit.UTF16(text, span.Start), End: kit.UTF16(text, span.End)}.String()
}

type location struct {
	URI   string       `json:"uri"`
	Range kit.LSPRange `json:"range"`
}

func (p *play) places(list []location) []string {
	var out []string
	for _, l := range list {
		out = append(out, p.nameOf(l.URI)+":"+l.Range.String())
	}
	return out
}

// act does one action and compares its answer.
func (p *play) act(own string, a kit.Action) {
	p.t.Helper()
	args := a.Args
	golden := ""
	if n := len(args); n > 0 && strings.HasPrefix(args[n-1], "@") {
		golden, args = args[n-1], args[:n-1]
	}
	context := fmt.Sprintf("%s:%d: %s", own, a.Line, a.Name)
	answer := p.ask(own, a.Name, args)
	if golden != "" {
		got := strings.TrimRight(strings.Join(answer, "\n"), "\n") + "\n"
		if kit.Updating() {
			p.golden[golden] = got
			return
		}
		require.Contains(p.t, p.given, golden, "%s: no golden yet? go test -update writes it", context)
		require.Equal(p.t, p.given[golden], got, context)
		return
	}
	switch a.Name {
	case "def", "typedef", "impl", "refs", "highlights":
		var want []string
		for _, m := range args[1:] {
			want = append(want, p.show(own, m))
		}
		slices.Sort(want)
		slices.Sort(answer)
		require.Equal(p.t, want, answer, context)
	case "nothing":
		require.Empty(p.t, answer, context)
	case "complete", "hover", "signature", "diagnostics":
		text := strings.Join(answer, "\n")
		for _, want := range args[1:] {
			if not, ok := strings.CutPrefix(want, "!"); ok {
				require.NotContains(p.t, answer, not, context)
				continue
			}
			if a.Name == "complete" {
				require.Contains(p.t, answer, want, context)
			} else {
				require.Contains(p.t, text, want, context)
			}
		}
	case "refused":
		require.Contains(p.t, strings.Join(answer, "\n"), args[2], context)
	default:
		require.Fail(p.t, context+": this action wants a golden: @name")
	}
}

// ask sends the request of an action and writes its answer as lines.
func (p *play) ask(own, action string, args []string) []string {
	p.t.Helper()
	doc := object{"textDocument": object{"uri": p.uri(own)}}
	whole := object{"start": kit.LSPPosition{}, "end": kit.LSPPosition{Line: 1 << 20}}
	switch action {
	case "def", "typedef", "impl", "nothing":
		method := map[string]string{"def": "definition", "typedef": "typeDefinition", "impl": "implementation", "nothing": "definition"}[action]
		var list []location
		p.c.MustCall("textDocument/"+method, p.at(own, args[0]), &list)
		return p.places(list)
	case "refs":
		params := p.at(own, args[0])
		params["context"] = object{"includeDeclaration": true}
		var list []location
		p.c.MustCall("textDocument/references", params, &list)
		return p.places(list)
	case "highlights":
		var list []location
		p.c.MustCall("textDocument/documentHighlight", p.at(own, args[0]), &list)
		for i := range list {
			list[i].URI = p.uri(own)
		}
		return p.places(list)
	case "hover":
		var h *struct {
			Contents struct{ Value string }
			Range    kit.LSPRange
		}
		p.c.MustCall("textDocument/hover", p.at(own, args[0]), &h)
		if h == nil {
			return nil
		}
		return strings.Split(h.Contents.Value, "\n")
	case "complete":
		var list struct{ Items []struct{ Label string } }
		p.c.MustCall("textDocument/completion", p.at(own, args[0]), &list)
		var out []string
		for _, i := range list.Items {
			out = append(out, i.Label)
		}
		return out
	case "signature":
		var s *struct {
			Signatures []struct {
				Label      string
				Parameters []struct{ Label [2]int }
			}
			ActiveParameter *int
		}
		p.c.MustCall("textDocument/signatureHelp", p.at(own, args[0]), &s)
		if s == nil {
			return nil
		}
		first := s.Signatures[0]
		out := []string{first.Label}
		if s.ActiveParameter != nil {
			l := first.Parameters[*s.ActiveParameter].Label
			out = append(out, "at "+string([]rune(first.Label)[l[0]:l[1]]))
		}
		return out
	case "rename", "refused":
		params := p.at(own, args[0])
		params["newName"] = args[1]
		var edit workspaceEdit
		if action == "refused" {
			err := p.c.Call("textDocument/rename", params, nil)
			require.Error(p.t, err)
			return []string{err.Error()}
		}
		var prepared struct{ Placeholder string }
		p.c.MustCall("textDocument/prepareRename", p.at(own, args[0]), &prepared)
		p.c.MustCall("textDocument/rename", params, &edit)
		return p.apply(edit)
	case "diagnostics":
		return p.diagnostics(own)
	case "actions":
		file, span := p.mark(own, args[0])
		text := p.files[file].Text
		params := object{"textDocument": doc["textDocument"], "context": object{"diagnostics": []any{}}}
		params["range"] = kit.LSPRange{Start: kit.UTF16(text, span.Start), End: kit.UTF16(text, span.End)}
		var list []struct {
			Title, Kind string
			Edit        workspaceEdit
		}
		p.c.MustCall("textDocument/codeAction", params, &list)
		var out []string
		for _, a := range list {
			out = append(out, a.Kind+": "+a.Title)
			if len(args) > 1 && args[1] == a.Title {
				return p.apply(a.Edit)
			}
		}
		return out
	case "symbols":
		var list []symbol
		p.c.MustCall("textDocument/documentSymbol", doc, &list)
		return outline(list, "")
	case "search":
		var list []struct {
			Name, ContainerName string
			Kind                int
			Location            location
		}
		p.c.MustCall("workspace/symbol", object{"query": args[0]}, &list)
		var out []string
		for _, s := range list {
			out = append(out, fmt.Sprintf("%s %d in %s %s", s.Name, s.Kind, s.ContainerName, p.places([]location{s.Location})[0]))
		}
		return out
	case "tokens":
		var tokens struct{ Data []int }
		p.c.MustCall("textDocument/semanticTokens/full", doc, &tokens)
		return p.tokens(own, tokens.Data)
	case "folds":
		var list []struct {
			StartLine, EndLine int
			Kind               string
		}
		p.c.MustCall("textDocument/foldingRange", doc, &list)
		var out []string
		for _, f := range list {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%d-%d %s", f.StartLine+1, f.EndLine+1, f.Kind)))
		}
		return out
	case "selection":
		params := p.at(own, args[0])
		params["positions"] = []any{params["position"]}
		var list []*selection
		p.c.MustCall("textDocument/selectionRange", params, &list)
		var out []string
		for s := list[0]; s != nil; s = s.Parent {
			out = append(out, s.Range.String())
		}
		return out
	case "lenses":
		var list []struct {
			Range   kit.LSPRange
			Command struct {
				Title     string
				Arguments []json.RawMessage
			}
		}
		p.c.MustCall("textDocument/codeLens", doc, &list)
		var out []string
		for _, l := range list {
			var targets []location
			require.NoError(p.t, json.Unmarshal(l.Command.Arguments[2], &targets))
			out = append(out, l.Range.String()+" "+l.Command.Title)
			for _, place := range p.places(targets) {
				out = append(out, "    "+place)
			}
		}
		return out
	case "inlays":
		params := object{"textDocument": doc["textDocument"], "range": whole}
		var list []struct {
			Position kit.LSPPosition
			Label    []struct{ Value string }
		}
		p.c.MustCall("textDocument/inlayHint", params, &list)
		var out []string
		for _, h := range list {
			out = append(out, fmt.Sprintf("%d:%d %s", h.Position.Line+1, h.Position.Character+1, strings.TrimSpace(h.Label[0].Value)))
		}
		return out
	case "calls":
		return p.calls(own, args[0])
	case "types":
		return p.types(own, args[0])
	case "topology":
		var t map[string][]object
		p.c.MustCall("workspace/executeCommand", object{"command": "stackless.topology", "arguments": []any{object{"uri": p.uri(own)}}}, &t)
		var out []string
		for _, part := range []string{"channels", "tasklets", "edges"} {
			for _, o := range t[part] {
				delete(o, "location")
				delete(o, "spawns")
				raw, err := json.Marshal(o)
				require.NoError(p.t, err)
				out = append(out, part+" "+string(raw))
			}
		}
		return out
	}
	require.Fail(p.t, "there is no action "+action)
	return nil
}

type selection struct {
	Range  kit.LSPRange
	Parent *selection
}

type symbol struct {
	Name, Detail          string
	Kind                  int
	Range, SelectionRange kit.LSPRange
	Children              []symbol
}

func outline(list []symbol, indent string) []string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s%s%s kind %d %s", indent, s.Name, s.Detail, s.Kind, s.SelectionRange))
		out = append(out, outline(s.Children, indent+"    ")...)
	}
	return out
}

type textEdit struct {
	Range   kit.LSPRange
	NewText string
}

type workspaceEdit struct {
	DocumentChanges []struct {
		TextDocument struct{ URI string }
		Edits        []textEdit
	}
}

// apply is the texts of the files after an edit.
func (p *play) apply(edit workspaceEdit) []string {
	p.t.Helper()
	var out []string
	for _, d := range edit.DocumentChanges {
		name := p.nameOf(d.TextDocument.URI)
		text := p.files[name].Text
		edits := slices.Clone(d.Edits)
		slices.SortFunc(edits, func(a, b textEdit) int { return offsetOf(text, b.Range.Start) - offsetOf(text, a.Range.Start) })
		for _, e := range edits {
			text = text[:offsetOf(text, e.Range.Start)] + e.NewText + text[offsetOf(text, e.Range.End):]
		}
		out = append(out, "# "+name)
		out = append(out, strings.Split(strings.TrimRight(text, "\n"), "\n")...)
	}
	return out
}

func offsetOf(text string, pos kit.LSPPosition) int {
	offset := 0
	for range pos.Line {
		i := strings.IndexByte(text[offset:], '\n')
		if i < 0 {
			return len(text)
		}
		offset += i + 1
	}
	units := 0
	for i, r := range text[offset:] {
		if units >= pos.Character || r == '\n' {
			return offset + i
		}
		units++
		if r >= 0x10000 {
			units++
		}
	}
	return len(text)
}

type diagnostic struct {
	Range              kit.LSPRange
	Severity           int
	Code               string
	Message            string
	RelatedInformation []struct {
		Location location
		Message  string
	}
}

// diagnostics waits for what the server publishes of a file.
func (p *play) diagnostics(own string) []string {
	p.t.Helper()
	var list []diagnostic
	p.c.Await("diagnostics of "+own, func(m kit.LSPMessage) bool {
		if m.Method != "textDocument/publishDiagnostics" {
			return false
		}
		var params struct {
			URI         string
			Version     *int
			Diagnostics []diagnostic
		}
		require.NoError(p.t, json.Unmarshal(m.Params, &params))
		require.NotNil(p.t, params.Version)
		list = params.Diagnostics
		return params.URI == p.uri(own)
	})
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s %d %s %s", d.Range, d.Severity, d.Code, strings.ReplaceAll(d.Message, "\n", " / ")))
		for _, r := range d.RelatedInformation {
			out = append(out, "    "+p.places([]location{r.Location})[0]+" "+r.Message)
		}
	}
	return out
}

func (p *play) tokens(own string, data []int) []string {
	types := []string{"namespace", "class", "typeParameter", "parameter", "variable", "property", "function", "method", "decorator", "keyword"}
	modifiers := []string{"declaration", "definition", "readonly", "async", "defaultLibrary", "channel", "tasklet", "blocking"}
	text := p.files[own].Text
	line, column := 0, 0
	var out []string
	for i := 0; i+4 < len(data); i += 5 {
		if data[i] > 0 {
			line += data[i]
			column = 0
		}
		column += data[i+1]
		start := offsetOf(text, kit.LSPPosition{Line: line, Character: column})
		end := offsetOf(text, kit.LSPPosition{Line: line, Character: column + data[i+2]})
		entry := fmt.Sprintf("%d:%d %s %s", line+1, column+1, text[start:end], types[data[i+3]])
		for bit, name := range modifiers {
			if data[i+4]&(1<<bit) != 0 {
				entry += " " + name
			}
		}
		out = append(out, entry)
	}
	return out
}

// calls shows the items at a mark, what comes in and what goes out.
func (p *play) calls(own, mark string) []string {
	p.t.Helper()
	var items []json.RawMessage
	p.c.MustCall("textDocument/prepareCallHierarchy", p.at(own, mark), &items)
	var out []string
	for _, raw := range items {
		out = append(out, p.item(raw))
		var in []struct {
			From       json.RawMessage
			FromRanges []kit.LSPRange
		}
		p.c.MustCall("callHierarchy/incomingCalls", object{"item": raw}, &in)
		for _, c := range in {
			out = append(out, fmt.Sprintf("    from %s at %v", p.item(c.From), c.FromRanges))
		}
		var to []struct {
			To         json.RawMessage
			FromRanges []kit.LSPRange
		}
		p.c.MustCall("callHierarchy/outgoingCalls", object{"item": raw}, &to)
		for _, c := range to {
			out = append(out, fmt.Sprintf("    to %s at %v", p.item(c.To), c.FromRanges))
		}
	}
	return out
}

func (p *play) item(raw json.RawMessage) string {
	var i struct {
		Name, Detail, URI string
		Kind              int
		SelectionRange    kit.LSPRange
	}
	require.NoError(p.t, json.Unmarshal(raw, &i))
	return fmt.Sprintf("%s (%d, %s) %s:%s", i.Name, i.Kind, i.Detail, p.nameOf(i.URI), i.SelectionRange)
}

func (p *play) types(own, mark string) []string {
	p.t.Helper()
	var items []json.RawMessage
	p.c.MustCall("textDocument/prepareTypeHierarchy", p.at(own, mark), &items)
	var out []string
	for _, raw := range items {
		out = append(out, p.item(raw))
		for _, method := range []string{"supertypes", "subtypes"} {
			var list []json.RawMessage
			p.c.MustCall("typeHierarchy/"+method, object{"item": raw}, &list)
			for _, r := range list {
				out = append(out, "    "+method+" "+p.item(r))
			}
		}
	}
	return out
}
