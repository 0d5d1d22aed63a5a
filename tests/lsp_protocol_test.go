package tests

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"slp/lsp"
	"slp/tests/kit"
)

// code is the number of a server's error, 0 for none.
func code(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	var e *kit.LSPError
	require.ErrorAs(t, err, &e)
	return e.Code
}

// editor is a session with one folder.
type editor struct {
	t    *testing.T
	c    *kit.LSPClient
	done <-chan error
	dir  string
}

func newEditor(t *testing.T, changes ...func(object)) *editor {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	e := &editor{t: t, dir: dir}
	e.c, e.done = kit.StartLSP(t, serveLSP)
	params := object{"processId": nil, "rootUri": e.uri(""), "capabilities": editorCapabilities()}
	for _, change := range changes {
		change(params)
	}
	var result object
	e.c.MustCall("initialize", params, &result)
	e.c.Notify("initialized", object{})
	return e
}

func (e *editor) uri(name string) string {
	return "file://" + filepath.ToSlash(filepath.Join(e.dir, name))
}

func (e *editor) open(name, text string) {
	e.c.Notify("textDocument/didOpen", object{"textDocument": object{"uri": e.uri(name), "languageId": "python", "version": 1, "text": text}})
}

func (e *editor) change(name string, version int, changes ...object) {
	e.c.Notify("textDocument/didChange", object{"textDocument": object{"uri": e.uri(name), "version": version}, "contentChanges": changes})
}

func (e *editor) at(name string, line, character int) object {
	return object{"textDocument": object{"uri": e.uri(name)}, "position": kit.LSPPosition{Line: line, Character: character}}
}

// published waits for diagnostics of a file that fit.
func (e *editor) published(name string, fits func([]diagnostic) bool) []diagnostic {
	e.t.Helper()
	var out []diagnostic
	e.c.Await("diagnostics of "+name, func(m kit.LSPMessage) bool {
		var p struct {
			URI         string
			Diagnostics []diagnostic
		}
		if m.Method != "textDocument/publishDiagnostics" || json.Unmarshal(m.Params, &p) != nil || p.URI != e.uri(name) || !fits(p.Diagnostics) {
			return false
		}
		out = p.Diagnostics
		return true
	})
	return out
}

func mentioning(word string) func([]diagnostic) bool {
	return func(ds []diagnostic) bool {
		for _, d := range ds {
			if strings.Contains(d.Message, word) {
				return true
			}
		}
		return false
	}
}

func edit(line, from, to int, text string) object {
	return object{"range": kit.LSPRange{Start: kit.LSPPosition{Line: line, Character: from}, End: kit.LSPPosition{Line: line, Character: to}}, "text": text}
}

func TestLSPStates(t *testing.T) {
	c, done := kit.StartLSP(t, serveLSP)
	hover := object{"textDocument": object{"uri": "file:///x.py"}, "position": kit.LSPPosition{}}
	require.Equal(t, -32002, code(t, c.Call("textDocument/hover", hover, nil)))
	require.Equal(t, -32002, code(t, c.Call("no/such/thing", nil, nil)))
	c.Notify("textDocument/didOpen", object{"textDocument": object{"uri": "file:///x.py", "text": "x"}})
	require.Equal(t, -32602, code(t, c.Call("initialize", object{}, nil)), "initialize without capabilities")
	var result struct {
		Capabilities map[string]any
		ServerInfo   struct{ Name, Version string }
	}
	c.MustCall("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}}, &result)
	require.Equal(t, "slp", result.ServerInfo.Name)
	require.Equal(t, "utf-16", result.Capabilities["positionEncoding"])
	require.Equal(t, -32600, code(t, c.Call("initialize", object{"capabilities": object{}}, nil)))
	require.Equal(t, -32601, code(t, c.Call("no/such/thing", nil, nil)))
	require.Equal(t, -32601, code(t, c.Call("$/noSuchThing", nil, nil)))
	c.Notify("$/whatever", nil)
	c.Notify("what/ever", object{})
	c.Notify("initialized", nil)
	require.Equal(t, -32602, code(t, c.Call("textDocument/hover", object{"nonsense": 1}, nil)))
	require.Equal(t, -32602, code(t, c.Call("textDocument/hover", nil, nil)))
	require.Equal(t, -32602, code(t, c.Call("textDocument/hover", object{"textDocument": 5, "position": 6}, nil)))
	require.Equal(t, -32602, code(t, c.Call("workspace/executeCommand", object{"command": "none"}, nil)))
	require.NoError(t, c.Call("textDocument/hover", hover, nil), "of a document that is not there: null")
	c.Notify("textDocument/didChange", object{"textDocument": object{"uri": "file:///x.py", "version": 2}, "contentChanges": []object{{"text": "y"}}})
	c.Notify("textDocument/didClose", object{"textDocument": object{"uri": "file:///never.py"}})
	require.NoError(t, c.Call("shutdown", nil, nil))
	require.Equal(t, -32600, code(t, c.Call("textDocument/hover", hover, nil)))
	require.Equal(t, -32600, code(t, c.Call("shutdown", nil, nil)))
	c.Notify("exit", nil)
	require.NoError(t, <-done)
}

func TestLSPEnds(t *testing.T) {
	e := newEditor(t)
	e.c.Notify("exit", nil)
	require.ErrorIs(t, <-e.done, lsp.ErrNoShutdown)

	e = newEditor(t)
	e.c.Hang()
	require.ErrorIs(t, <-e.done, lsp.ErrNoShutdown)

	e = newEditor(t)
	e.c.MustCall("shutdown", nil, nil)
	e.c.Hang()
	require.NoError(t, <-e.done)
}

// TestLSPBrokenMessages: what is no message gets an error, and the session goes on.
func TestLSPBrokenMessages(t *testing.T) {
	e := newEditor(t)
	frame := func(body string) { e.c.Raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)) }
	for _, body := range []string{"{broken", "", "17", `"text"`, "null", "{}", `{"jsonrpc":"2.0"}`, "[]", `{"jsonrpc":"2.0","id":{},"method":"x"}`,
		`{"jsonrpc":"2.0","id":99,"result":1}`, `{"jsonrpc":"2.0","method":5}`, `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1]}`,
		`{"jsonrpc":"2.0","method":"$/cancelRequest"}`, `{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99999999999}}`, "\xff\xfe{}"} {
		frame(body)
		require.NoError(t, e.c.Call("textDocument/hover", e.at("none.py", 0, 0), nil), "after %q", body)
	}
	e.c.Raw("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nnoise\r\n")
	require.NoError(t, e.c.Call("textDocument/hover", e.at("none.py", 0, 0), nil))
	e.c.Await("a parse error", func(m kit.LSPMessage) bool { return m.Error != nil && m.Error.Code == -32700 })
}

func TestLSPCancel(t *testing.T) {
	e := newEditor(t)
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "def f%d(a):\n    return f%d(a)\n", i, (i+1)%300)
	}
	e.open("main.py", text.String())
	var pending []*kit.Pending
	for i := range 40 {
		params := e.at("main.py", i*2, 5)
		params["context"] = object{"includeDeclaration": true}
		p := e.c.Start("textDocument/references", params)
		e.c.Notify("$/cancelRequest", object{"id": p.ID})
		pending = append(pending, p)
	}
	for _, p := range pending {
		if c := code(t, p.Wait(nil)); c != 0 {
			require.Equal(t, -32800, c)
		}
	}
	require.NoError(t, e.c.Call("textDocument/hover", e.at("main.py", 0, 5), nil))
}

// TestLSPOrder: a request sees the text that was sent before it, not one that comes after.
func TestLSPOrder(t *testing.T) {
	e := newEditor(t)
	e.open("main.py", "def version_0(): pass\n")
	var pending []*kit.Pending
	const n = 150
	for i := 1; i <= n; i++ {
		e.change("main.py", i+1, object{"text": fmt.Sprintf("def version_%d(): pass\n", i)})
		pending = append(pending, e.c.Start("textDocument/hover", e.at("main.py", 0, 5)))
	}
	for i, p := range pending {
		var h struct{ Contents struct{ Value string } }
		require.NoError(t, p.Wait(&h))
		require.Contains(t, h.Contents.Value, fmt.Sprintf("version_%d()", i+1))
	}
}

func TestLSPEncodings(t *testing.T) {
	line := "s = '😀é'; undefined_x\n"
	for encoding, column := range map[string]int{"utf-8": strings.Index(line, "undefined_x"), "utf-16": 11, "utf-32": 10} {
		t.Run(encoding, func(t *testing.T) {
			e := newEditor(t, func(p object) {
				p["capabilities"].(object)["general"] = object{"positionEncodings": []string{encoding}}
			})
			e.open("main.py", line)
			d := e.published("main.py", mentioning("undefined_x"))
			require.Equal(t, kit.LSPPosition{Line: 0, Character: column}, d[0].Range.Start)
			e.change("main.py", 2, edit(0, column, column+len("undefined_x"), "undefined_y"))
			e.published("main.py", mentioning("undefined_y"))
			e.change("main.py", 3, edit(0, 5, 6, "")) // inside or beside the emoji: no byte of it is left over
			e.change("main.py", 4, edit(0, 9999, 9999, "\nundefined_z"), edit(77, 3, 99, "\nundefined_end\n"))
			e.published("main.py", mentioning("undefined_z"))
			e.published("main.py", mentioning("undefined_end"))
		})
	}
	e := newEditor(t, func(p object) {
		p["capabilities"].(object)["general"] = object{"positionEncodings": []string{"utf-16", "utf-8"}}
	})
	e.open("main.py", line)
	require.Equal(t, strings.Index(line, "undefined_x"), e.published("main.py", mentioning("undefined_x"))[0].Range.Start.Character, "UTF-8 is cheapest")
}

// TestLSPRandomEdits: after any edits, the server answers as one that was given the final text.
func TestLSPRandomEdits(t *testing.T) {
	start, err := os.ReadFile("analysis/partner_found.py")
	require.NoError(t, err)
	bits := []string{"x", "\n", "    ", "def q():\n    pass\n", "😀", "é", "'", `"""`, "(", ")", ":", "\r\n", "# c\n", "undefined_name\n", "class K:\n    a = 1\n", "\t", "\\\n", "c.send(1)\n"}
	for seed := range 12 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rnd := rand.New(rand.NewSource(int64(seed)))
			text := string(start)
			e := newEditor(t)
			e.open("main.py", text)
			for version := 2; version < 60; version++ {
				a, b := anyPlace(rnd, text), 0
				if b = a + rnd.Intn(3)*rnd.Intn(30); b > len(text) {
					b = len(text)
				}
				for b < len(text) && text[b]&0xC0 == 0x80 || b > 0 && b < len(text) && text[b] == '\n' && text[b-1] == '\r' {
					b++
				}
				if loneReturn(text[:a]) || loneReturn(text[a:b]) || loneReturn(text[b:]) {
					continue // other editors count lines in another way
				}
				bit := bits[rnd.Intn(len(bits))]
				e.change("main.py", version, object{"range": kit.LSPRange{Start: kit.UTF16(text, a), End: kit.UTF16(text, b)}, "text": bit})
				text = text[:a] + bit + text[b:]
				if version%5 == 0 {
					e.c.MustCall("textDocument/hover", object{"textDocument": object{"uri": e.uri("main.py")}, "position": kit.UTF16(text, anyPlace(rnd, text))}, nil)
				}
			}
			fresh := newEditor(t)
			fresh.open("main.py", text)
			for _, method := range []string{"textDocument/documentSymbol", "textDocument/diagnostic", "textDocument/semanticTokens/full", "textDocument/foldingRange"} {
				answer := func(e *editor) string {
					var raw any
					e.c.MustCall(method, object{"textDocument": object{"uri": e.uri("main.py")}}, &raw)
					if m, ok := raw.(object); ok {
						delete(m, "resultId")
					}
					text, err := json.Marshal(raw)
					require.NoError(t, err)
					return strings.ReplaceAll(string(text), e.dir, "")
				}
				require.Equal(t, answer(fresh), answer(e), method)
			}
		})
	}
}

// anyPlace is a place between two characters, not between CR and LF.
func anyPlace(rnd *rand.Rand, text string) int {
	a := rnd.Intn(len(text) + 1)
	for a < len(text) && (text[a]&0xC0 == 0x80 || a > 0 && text[a] == '\n' && text[a-1] == '\r') {
		a++
	}
	return a
}

func loneReturn(s string) bool {
	return strings.Contains(strings.ReplaceAll(s, "\r\n", ""), "\r")
}

func TestLSPPull(t *testing.T) {
	e := newEditor(t, func(p object) {
		p["capabilities"].(object)["textDocument"].(object)["diagnostic"] = object{}
	})
	require.NoError(t, os.WriteFile(filepath.Join(e.dir, "closed.py"), []byte("undefined_closed\n"), 0o644))
	e.open("main.py", "undefined_open\n")
	type report struct {
		Kind, ResultID, URI string
		Items               []diagnostic
	}
	var r report
	params := object{"textDocument": object{"uri": e.uri("main.py")}}
	e.c.MustCall("textDocument/diagnostic", params, &r)
	require.Equal(t, "full", r.Kind)
	require.True(t, mentioning("undefined_open")(r.Items))
	params["previousResultId"] = r.ResultID
	var again report
	e.c.MustCall("textDocument/diagnostic", params, &again)
	require.Equal(t, "unchanged", again.Kind)
	var all struct{ Items []report }
	e.c.MustCall("workspace/diagnostic", object{"previousResultIds": []object{{"uri": e.uri("main.py"), "value": r.ResultID}}}, &all)
	require.Len(t, all.Items, 2)
	require.Equal(t, "full", all.Items[0].Kind)
	require.True(t, mentioning("undefined_closed")(all.Items[0].Items))
	require.Equal(t, "unchanged", all.Items[1].Kind)
}

func TestLSPSettings(t *testing.T) {
	text := "import stackless\nundefined_name\nstackless.channel().receive()\n"
	only := func(want string) func([]diagnostic) bool {
		return func(ds []diagnostic) bool { return len(ds) == 1 && ds[0].Code == want }
	}
	e := newEditor(t, func(p object) {
		p["initializationOptions"] = object{"analysis": object{"ignore": []string{"SLP118"}}}
	})
	e.open("main.py", text)
	e.published("main.py", only("SLP002"))

	// Pulled settings come before; here they come later, with a change.
	e.c.Configuration = map[string]any{"slp": object{"analysis": object{"select": []string{"SLP118"}, "severity": object{"SLP118": "info"}}}}
	e.c.Notify("workspace/didChangeConfiguration", object{"settings": nil})
	e.published("main.py", func(ds []diagnostic) bool { return only("SLP118")(ds) && ds[0].Severity == 3 })

	// Without any, those of the start hold again.
	e.c.Configuration = nil
	e.c.Notify("workspace/didChangeConfiguration", object{"settings": nil})
	e.published("main.py", only("SLP002"))

	// A file of settings, found when it is made.
	e = newEditor(t)
	e.open("main.py", text)
	e.published("main.py", func(ds []diagnostic) bool { return len(ds) == 2 })
	require.NoError(t, os.WriteFile(filepath.Join(e.dir, "pyproject.toml"), []byte("[tool.slp]\nignore = ['undefined-name']\n"), 0o644))
	e.c.Notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": e.uri("pyproject.toml"), "type": 1}}})
	e.published("main.py", only("SLP118"))
}

func TestLSPFolders(t *testing.T) {
	e := newEditor(t)
	other, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(other, "faraway.py"), []byte("thing = 1\n"), 0o644))
	e.open("main.py", "import faraway\nfaraway.thing\n")
	e.published("main.py", mentioning("faraway"))
	none := func(ds []diagnostic) bool { return len(ds) == 0 }
	folder := object{"uri": "file://" + filepath.ToSlash(other), "name": "other"}
	e.c.Notify("workspace/didChangeWorkspaceFolders", object{"event": object{"added": []object{folder}, "removed": []object{}}})
	e.published("main.py", none)

	// An edit of one file shows in another.
	e.open("lib.py", "def present(): pass\n")
	e.open("user.py", "from lib import present\npresent()\n")
	e.published("user.py", none)
	e.change("lib.py", 2, edit(0, 4, 11, "absent"))
	e.published("user.py", mentioning("module 'lib' has no name 'present'"))

	// Closing clears.
	e.c.Notify("textDocument/didClose", object{"textDocument": object{"uri": e.uri("user.py")}})
	count := 0
	e.c.Await("cleared diagnostics", func(m kit.LSPMessage) bool {
		var p struct {
			URI         string
			Diagnostics []diagnostic
		}
		if m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil && p.URI == e.uri("user.py") {
			count++
			return count >= 3 && len(p.Diagnostics) == 0
		}
		return false
	})
}

func TestLSPTokensDelta(t *testing.T) {
	e := newEditor(t)
	e.open("main.py", "import os\nprint(os.sep)\nx = 1\n")
	var full struct {
		ResultID string
		Data     []int
	}
	doc := object{"textDocument": object{"uri": e.uri("main.py")}}
	e.c.MustCall("textDocument/semanticTokens/full", doc, &full)
	e.change("main.py", 2, edit(2, 0, 1, "longer"))
	var delta struct {
		ResultID string
		Edits    []struct {
			Start, DeleteCount int
			Data               []int
		}
	}
	doc["previousResultId"] = full.ResultID
	e.c.MustCall("textDocument/semanticTokens/full/delta", doc, &delta)
	require.Len(t, delta.Edits, 1)
	d := delta.Edits[0]
	patched := append(append(append([]int(nil), full.Data[:d.Start]...), d.Data...), full.Data[d.Start+d.DeleteCount:]...)
	var want struct{ Data []int }
	e.c.MustCall("textDocument/semanticTokens/full", object{"textDocument": doc["textDocument"]}, &want)
	require.Equal(t, want.Data, patched)
	doc["previousResultId"] = "of another server"
	var again struct{ Data []int }
	e.c.MustCall("textDocument/semanticTokens/full/delta", doc, &again)
	require.Equal(t, want.Data, again.Data)
}

// TestLSPLargeFile: a file of many thousand lines is answered about within a moment.
func TestLSPLargeFile(t *testing.T) {
	e := newEditor(t)
	var text strings.Builder
	text.WriteString("import stackless\nc = stackless.channel()\n")
	for i := range 4000 {
		fmt.Fprintf(&text, "def f%d(a, b=%d):\n    x = a + b\n    c.send(x)\n    return f%d(x)\n", i, i, max(0, i-1))
	}
	text.WriteString("undefined_at_end\n")
	start := time.Now()
	e.open("main.py", text.String())
	e.published("main.py", mentioning("undefined_at_end"))
	require.Less(t, time.Since(start), 15*time.Second)
	require.NoError(t, e.c.Call("textDocument/documentSymbol", object{"textDocument": object{"uri": e.uri("main.py")}}, nil))
}
