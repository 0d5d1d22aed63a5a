package tests

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"slp/dap"
	"slp/tests/kit"
)

// TestDialogues plays the dialogues of tests/dap with the debug adapter: what is said stands at the margin, what is
// heard is indented. -update writes what is heard anew.
//
// A line at the margin is one of
//
//	launch FILE [{JSON}]         start a program; the JSON is added to the arguments
//	break FILE:LINE [if COND] [hits N] [log TEXT]      one more breakpoint in the file
//	unbreak FILE                 no breakpoints in the file
//	function NAME [if COND]      a breakpoint at a function
//	catch [FILTER...]            exception filters
//	go                           the configuration is done
//	continue next in out back reverse pause restart    move, and wait for the stop
//	run                          go, without waiting for a stop
//	heard TEXT                   wait until the program has written that
//	stack [N]                    the stack of the current thread, or of thread N
//	threads                      all threads
//	locals, globals, closure     variables of a scope of the current frame
//	frame N                      look at frame N of the stack, from 0
//	open PATH                    children of a variable, by names with > between
//	eval EXPR, hover EXPR, repl CODE      evaluate
//	set NAME = VALUE             assign a variable of the locals
//	info                         the exception
//	complete TEXT                what may stand after the text
//	say COMMAND [{JSON}]         any request; its answer is shown as it is
//	raw TEXT                     bytes as they are, \r and \n escaped
//	disconnect
func TestDialogues(t *testing.T) {
	kit.Each(t, "dap/*.txtar", func(t *testing.T, file string) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		archive := txtar.Parse(text)
		dir := t.TempDir()
		for _, f := range archive.Files {
			require.NoError(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(f.Name)), 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644))
		}
		client, done := kit.StartDAP(t, func(ctx context.Context, in io.Reader, out io.Writer) error {
			return dap.Serve(ctx, in, out, dap.Options{})
		})
		p := &dialogue{t: t, c: client, dir: dir, breaks: map[string][]map[string]any{}}
		p.c.Must("initialize", map[string]any{"adapterID": "stackless", "clientID": "test", "linesStartAt1": true, "columnsStartAt1": true,
			"pathFormat": "path", "supportsVariableType": true, "supportsVariablePaging": true, "supportsInvalidatedEvent": true}, nil)
		for line := range strings.Lines(string(archive.Comment)) {
			line = strings.TrimRight(line, "\n")
			switch {
			case strings.HasPrefix(line, "    "):
			case strings.TrimSpace(line) == "" || line[0] == '#':
				fmt.Fprintln(&p.heard, line)
			default:
				fmt.Fprintln(&p.heard, line)
				p.play(line)
			}
		}
		client.Hang()
		require.NoError(t, <-done)
		archive.Comment = []byte(p.heard.String())
		got := string(txtar.Format(archive))
		if kit.Updating() {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			return
		}
		require.Equal(t, string(text), got, "%s; go test -update, if it is meant to change", file)
	})
}

type dialogue struct {
	t      *testing.T
	c      *kit.DAPClient
	dir    string
	heard  strings.Builder
	breaks map[string][]map[string]any
	funcs  []map[string]any
	thread int
	frames []dapFrame
	at     int
}

type dapFrame struct {
	ID     int    `json:"id"`
	Name   string `json:"name"`
	Line   int    `json:"line"`
	Hint   string `json:"presentationHint"`
	Source struct {
		Path string `json:"path"`
		Name string `json:"name"`
	} `json:"source"`
}

func (f dapFrame) String() string {
	s := fmt.Sprintf("%s %s:%d", f.Name, filepath.Base(f.Source.Path), f.Line)
	if f.Hint != "" {
		s += " " + f.Hint
	}
	return s
}

// hear writes what came, made the same on every machine.
func (p *dialogue) hear(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	text = strings.ReplaceAll(text, p.dir+string(filepath.Separator), "DIR/")
	text = strings.ReplaceAll(text, p.dir, "DIR")
	text = regexp.MustCompile(`0x[0-9a-f]{6,}`).ReplaceAllString(text, "0xADDRESS")
	text = regexp.MustCompile(`"sinceTick":\d+`).ReplaceAllString(text, `"sinceTick":TICK`)
	for line := range strings.Lines(text + "\n") {
		fmt.Fprintf(&p.heard, "    %s\n", strings.TrimRight(line, " \n"))
	}
}

func (p *dialogue) path(name string) string { return filepath.Join(p.dir, name) }

var moves = map[string]string{"continue": "continue", "next": "next", "in": "stepIn", "out": "stepOut", "back": "stepBack", "reverse": "reverseContinue",
	"restart": "restart", "pause": "pause"}

func (p *dialogue) play(line string) {
	p.t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	if command, ok := moves[word]; ok {
		p.move(command)
		return
	}
	switch word {
	case "launch":
		name, more, _ := strings.Cut(rest, " ")
		args := map[string]any{"program": p.path(name), "cwd": p.dir}
		p.json(more, args)
		if m := p.c.Call("launch", args); !m.Success {
			p.hear("error: %s", m.Message)
			return
		}
		p.c.Event("initialized")
	case "break":
		p.setBreak(rest)
	case "unbreak":
		p.breaks[rest] = nil
		p.send("setBreakpoints", map[string]any{"source": map[string]any{"path": p.path(rest)}, "breakpoints": []any{}})
	case "function":
		name, condition, _ := strings.Cut(rest, " if ")
		b := map[string]any{"name": name}
		if condition != "" {
			b["condition"] = condition
		}
		p.funcs = append(p.funcs, b)
		p.points("setFunctionBreakpoints", map[string]any{"breakpoints": p.funcs})
	case "catch":
		p.send("setExceptionBreakpoints", map[string]any{"filters": strings.Fields(rest)})
	case "go":
		p.c.Must("configurationDone", nil, nil)
		p.stop()
	case "run":
		p.c.Must("configurationDone", nil, nil)
	case "heard":
		for {
			var body struct{ Output string }
			require.NoError(p.t, json.Unmarshal(p.c.Event("output").Body, &body))
			if strings.Contains(body.Output, rest) {
				break
			}
		}
	case "stack":
		thread := p.thread
		if rest != "" {
			thread, _ = strconv.Atoi(rest)
		}
		for _, f := range p.stack(thread) {
			p.hear("%s", f)
		}
	case "threads":
		var body struct {
			Threads []struct {
				ID   int
				Name string
			}
		}
		p.c.Must("threads", nil, &body)
		for _, x := range body.Threads {
			p.hear("%d %s", x.ID, x.Name)
		}
	case "frame":
		p.at, _ = strconv.Atoi(rest)
	case "locals", "globals", "closure":
		if ref := p.scope(word); ref != 0 {
			p.variables(ref, nil)
		} else {
			p.hear("there is no such scope")
		}
	case "open":
		p.variables(p.scope("locals"), strings.Split(rest, ">"))
	case "eval", "hover", "repl":
		p.evaluate(map[string]string{"eval": "watch", "hover": "hover", "repl": "repl"}[word], rest)
	case "set":
		name, value, _ := strings.Cut(rest, "=")
		m := p.c.Call("setVariable", map[string]any{"variablesReference": p.scope("locals"), "name": strings.TrimSpace(name), "value": strings.TrimSpace(value)})
		if !m.Success {
			p.hear("error: %s", m.Message)
			return
		}
		var body struct{ Value, Type string }
		require.NoError(p.t, json.Unmarshal(m.Body, &body))
		p.hear("%s (%s)", body.Value, body.Type)
	case "info":
		p.info()
	case "complete":
		m := p.c.Call("completions", map[string]any{"frameId": p.frameID(), "text": rest, "column": len(rest) + 1})
		var body struct {
			Targets []struct{ Label, Type string }
		}
		require.NoError(p.t, json.Unmarshal(m.Body, &body))
		for _, x := range body.Targets[:min(len(body.Targets), 8)] {
			p.hear("%s %s", x.Label, x.Type)
		}
	case "say":
		command, more, _ := strings.Cut(rest, " ")
		args := map[string]any{}
		p.json(more, args)
		p.send(command, args)
	case "raw":
		p.c.Raw(strings.NewReplacer(`\r`, "\r", `\n`, "\n").Replace(rest))
		m := p.c.Answer(0)
		p.hear("error: %s", m.Message)
	case "disconnect":
		p.c.Must("disconnect", nil, nil)
	default:
		require.Fail(p.t, "no such word: "+line)
	}
}

func (p *dialogue) json(text string, into map[string]any) {
	if text = strings.TrimSpace(text); text != "" {
		text = strings.ReplaceAll(text, "DIR", filepath.ToSlash(p.dir))
		text = strings.ReplaceAll(text, "FRAME", strconv.Itoa(p.frameIDIf(strings.Contains(text, "FRAME"))))
		require.NoError(p.t, json.Unmarshal([]byte(text), &into), text)
	}
}

func (p *dialogue) frameIDIf(wanted bool) int {
	if !wanted {
		return 0
	}
	return p.frameID()
}

// send says anything and shows the answer.
func (p *dialogue) send(command string, args map[string]any) {
	m := p.c.Call(command, args)
	if !m.Success {
		p.hear("error: %s", m.Message)
		return
	}
	if len(m.Body) > 0 && !strings.HasPrefix(command, "set") {
		p.hear("%s", m.Body)
	}
}

func (p *dialogue) setBreak(text string) {
	place, rest, _ := strings.Cut(text, " ")
	file, number, _ := strings.Cut(place, ":")
	line, err := strconv.Atoi(number)
	require.NoError(p.t, err, "break FILE:LINE")
	b := map[string]any{"line": line}
	words := regexp.MustCompile(`(?:^| )(if|hits|log) `).FindAllStringSubmatchIndex(" "+rest, -1)
	for i, w := range words {
		end := len(rest) + 1
		if i+1 < len(words) {
			end = words[i+1][0]
		}
		value := strings.TrimSpace((" " + rest)[w[1]:end])
		b[map[string]string{"if": "condition", "hits": "hitCondition", "log": "logMessage"}[(" " + rest)[w[2]:w[3]]]] = value
	}
	p.breaks[file] = append(p.breaks[file], b)
	p.points("setBreakpoints", map[string]any{"source": map[string]any{"path": p.path(file)}, "breakpoints": p.breaks[file]})
}

// points sets breakpoints and tells of the last of them if it is elsewhere or not at all.
func (p *dialogue) points(command string, args map[string]any) {
	var body struct {
		Breakpoints []struct {
			ID       int
			Verified bool
			Message  string
			Line     int
		}
	}
	p.c.Must(command, args, &body)
	b := body.Breakpoints[len(body.Breakpoints)-1]
	switch {
	case !b.Verified:
		p.hear("not verified: %s", b.Message)
	case b.Line != 0:
		p.hear("breakpoint %d line %d", b.ID, b.Line)
	}
}

func (p *dialogue) move(command string) {
	m := p.c.Call(command, map[string]any{"threadId": p.thread})
	if !m.Success {
		p.hear("error: %s", m.Message)
		return
	}
	p.stop()
}

// stop waits until the program stands, and shows where, and what it wrote meanwhile.
func (p *dialogue) stop() {
	m := p.c.Event("stopped", "terminated")
	p.output()
	p.frames = nil
	p.at = 0
	if m.Event == "terminated" {
		for _, e := range p.c.Held("exited") {
			p.hear("exited %s", e.Body)
		}
		p.hear("terminated")
		return
	}
	var body struct {
		Reason, Description, Text string
		ThreadID                  int
		HitBreakpointIDs          []int
	}
	require.NoError(p.t, json.Unmarshal(m.Body, &body))
	p.thread = body.ThreadID
	text := "stopped " + body.Reason
	if body.HitBreakpointIDs != nil {
		text += fmt.Sprint(" ", body.HitBreakpointIDs)
	}
	text += fmt.Sprintf(" tasklet %d", p.thread)
	if frames := p.stack(p.thread); len(frames) > 0 {
		text += " " + frames[0].String()
	}
	if strings.Contains(body.Description, "past") {
		text += ", in the past"
	}
	p.hear("%s", text)
	if body.Text != "" {
		p.hear("%s", body.Text)
	}
}

func (p *dialogue) output() {
	text := map[string]string{}
	var order []string
	for _, e := range p.c.Held("output") {
		var body struct{ Category, Output string }
		require.NoError(p.t, json.Unmarshal(e.Body, &body))
		if n := len(order); n == 0 || order[n-1] != body.Category {
			order = append(order, body.Category)
			if text[body.Category] != "" {
				p.flush(text, order[:len(order)-1])
				order = []string{body.Category}
			}
		}
		text[body.Category] += body.Output
	}
	p.flush(text, order)
}

func (p *dialogue) flush(text map[string]string, order []string) {
	for _, category := range order {
		for line := range strings.Lines(text[category]) {
			p.hear("%s: %s", category, strings.TrimRight(line, "\n"))
		}
		delete(text, category)
	}
}

func (p *dialogue) stack(thread int) []dapFrame {
	var body struct{ StackFrames []dapFrame }
	p.c.Must("stackTrace", map[string]any{"threadId": thread}, &body)
	if thread == p.thread {
		p.frames = body.StackFrames
	}
	return body.StackFrames
}

func (p *dialogue) frameID() int {
	if p.frames == nil {
		p.stack(p.thread)
	}
	if p.at >= len(p.frames) {
		return 0
	}
	return p.frames[p.at].ID
}

func (p *dialogue) scope(name string) int {
	var body struct {
		Scopes []struct {
			Name               string
			VariablesReference int
		}
	}
	p.c.Must("scopes", map[string]any{"frameId": p.frameID()}, &body)
	for _, s := range body.Scopes {
		if strings.EqualFold(s.Name, name) {
			return s.VariablesReference
		}
	}
	return 0
}

type dapVariable struct {
	Name, Value, Type, EvaluateName                      string
	VariablesReference, IndexedVariables, NamedVariables int
}

// variables shows children, or goes down a path to theirs.
func (p *dialogue) variables(ref int, path []string) {
	var body struct{ Variables []dapVariable }
	p.c.Must("variables", map[string]any{"variablesReference": ref}, &body)
	for _, v := range body.Variables {
		if len(path) > 0 {
			if v.Name == strings.TrimSpace(path[0]) {
				p.variables(v.VariablesReference, path[1:])
				return
			}
			continue
		}
		text := fmt.Sprintf("%s = %s (%s)", v.Name, v.Value, v.Type)
		if v.IndexedVariables > 0 {
			text += fmt.Sprintf(" %d items", v.IndexedVariables)
		}
		p.hear("%s", text)
	}
	if len(path) > 0 {
		p.hear("there is no %s", path[0])
	}
}

func (p *dialogue) evaluate(context, expression string) {
	m := p.c.Call("evaluate", map[string]any{"expression": expression, "frameId": p.frameID(), "context": context})
	p.output()
	if !m.Success {
		p.hear("error: %s", m.Message)
		return
	}
	var body struct{ Result, Type string }
	require.NoError(p.t, json.Unmarshal(m.Body, &body))
	p.hear("%s", strings.TrimSpace(body.Result+" ("+body.Type+")"))
}

func (p *dialogue) info() {
	m := p.c.Call("exceptionInfo", map[string]any{"threadId": p.thread})
	if !m.Success {
		p.hear("error: %s", m.Message)
		return
	}
	type details struct {
		StackTrace     string
		InnerException []json.RawMessage
	}
	var body struct {
		ExceptionID, Description, BreakMode string
		Details                             details
	}
	require.NoError(p.t, json.Unmarshal(m.Body, &body))
	p.hear("%s %s", body.ExceptionID, body.BreakMode)
	p.hear("%s", body.Description)
	p.hear("%s", body.Details.StackTrace)
	for _, inner := range body.Details.InnerException {
		var d details
		require.NoError(p.t, json.Unmarshal(inner, &d))
		p.hear("from\n%s", d.StackTrace)
	}
}

// TestProtocolOfTheExtension proves that the editor's extension has the types of our own requests and events.
func TestProtocolOfTheExtension(t *testing.T) {
	top := root(t)
	cmd := exec.Command("go", "run", "./tsgen", "-from", "../dap/extensions.go")
	cmd.Dir = filepath.Join(top, "tools")
	want, err := cmd.Output()
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(top, "vscode-extension", "src", "protocol.ts"))
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "go generate ./dap writes it")
}

// serveDAP connects a client to an adapter and says hello.
func serveDAP(t *testing.T, more map[string]any) *kit.DAPClient {
	t.Helper()
	c, _ := kit.StartDAP(t, func(ctx context.Context, in io.Reader, out io.Writer) error {
		return dap.Serve(ctx, in, out, dap.Options{})
	})
	args := map[string]any{"adapterID": "stackless", "linesStartAt1": true, "columnsStartAt1": true, "pathFormat": "path"}
	for k, v := range more {
		args[k] = v
	}
	c.Must("initialize", args, nil)
	return c
}

func writeProgram(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "main.py")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	return name
}

// A program launched with a terminal reads what is typed there and writes there.
func TestTerminal(t *testing.T) {
	c := serveDAP(t, map[string]any{"supportsRunInTerminalRequest": true})
	launch := c.Start("launch", map[string]any{"program": writeProgram(t, "print('name?')\nname = input()\nprint('hello', name)\n"), "console": "integratedTerminal"})
	var ask struct {
		Kind string
		Args []string
	}
	require.NoError(t, json.Unmarshal(c.Asked("runInTerminal").Arguments, &ask))
	require.Equal(t, "integrated", ask.Kind)
	address, key, ok := strings.Cut(ask.Args[len(ask.Args)-1], "/")
	require.True(t, ok)
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer func() { _ = conn.Close() }()
	_, err = io.WriteString(conn, key)
	require.NoError(t, err)
	require.True(t, c.Answer(launch).Success)
	c.Event("initialized")
	c.Must("configurationDone", nil, nil)
	in := bufio.NewReader(conn)
	line, err := in.ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, "name?\n", line)

	// It waits for input: paused there, and left to wait again.
	c.Must("pause", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
	c.Must("continue", map[string]any{"threadId": 1}, nil)
	_, err = io.WriteString(conn, "anna\n")
	require.NoError(t, err)
	rest, err := io.ReadAll(in)
	require.NoError(t, err)
	require.Equal(t, "hello anna\n", string(rest))
	c.Event("terminated")
}

// A client that goes away without ending the program leaves it to the next one, which attaches to it where it stands.
func TestAttachAgain(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	address := make(chan net.Addr, 1)
	done := make(chan error, 1)
	go func() {
		done <- dap.Listen(ctx, "127.0.0.1:0", dap.Options{}, func(a net.Addr) { address <- a })
	}()
	where := (<-address).String()
	connect := func() *kit.DAPClient {
		conn, err := net.Dial("tcp", where)
		require.NoError(t, err)
		t.Cleanup(func() { _ = conn.Close() })
		c := kit.NewDAPClient(t, conn, conn, conn.Close)
		c.Must("initialize", map[string]any{"adapterID": "stackless"}, nil)
		return c
	}
	c := connect()
	c.Must("launch", map[string]any{"program": writeProgram(t, "x = 1\ny = 2\nz = 3\n"), "stopOnEntry": true}, nil)
	c.Event("initialized")
	c.Must("configurationDone", nil, nil)
	c.Event("stopped")
	c.Must("next", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
	c.Must("disconnect", map[string]any{"terminateDebuggee": false}, nil)

	c = connect()
	c.Must("attach", map[string]any{}, nil)
	c.Event("initialized")
	c.Must("configurationDone", nil, nil)
	c.Event("stopped")
	var body struct{ StackFrames []dapFrame }
	c.Must("stackTrace", map[string]any{"threadId": 1}, &body)
	require.Equal(t, 2, body.StackFrames[0].Line)
	c.Must("disconnect", map[string]any{"terminateDebuggee": true}, nil)
	cancel()
	require.NoError(t, <-done)
}

// Lines and columns count as the client does; texts of many bytes a character too.
func TestClientsThatCountFromZero(t *testing.T) {
	c := serveDAP(t, map[string]any{"linesStartAt1": false, "columnsStartAt1": false})
	name := writeProgram(t, "x = 1\ns = '\U0001F600é'; y = len(s)\nz = 3\n")
	c.Must("launch", map[string]any{"program": name}, nil)
	c.Event("initialized")
	c.Must("setBreakpoints", map[string]any{"source": map[string]any{"path": name}, "breakpoints": []any{map[string]any{"line": 1}}}, nil)
	c.Must("configurationDone", nil, nil)
	c.Event("stopped")
	c.Must("next", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
	var body struct {
		StackFrames []struct{ Line, Column, EndColumn int }
	}
	c.Must("stackTrace", map[string]any{"threadId": 1}, &body)
	require.Equal(t, 2, body.StackFrames[0].Line)
	require.Equal(t, 0, body.StackFrames[0].Column)
}

// Whatever a client asks in whatever order, it gets an answer, and the adapter has no fault of its own.
func TestRandomRequests(t *testing.T) {
	commands := []string{"threads", "stackTrace", "scopes", "variables", "evaluate", "setVariable", "setExpression", "completions", "exceptionInfo", "next",
		"stepIn", "stepOut", "stepBack", "reverseContinue", "continue", "pause", "setBreakpoints", "setFunctionBreakpoints", "setExceptionBreakpoints",
		"breakpointLocations", "loadedSources", "source", "slp/tasklets", "slp/channels", "slp/deadlock", "restart", "configurationDone", "launch", "initialize",
		"nonsense", "attach"}
	program := writeProgram(t, `
import stackless
def ping(a, b):
    for i in range(20):
        a.send({"i": i, "l": [1, 2, (3,)]})
        b.receive()
def pong(a, b):
    while True:
        try:
            b.send(a.receive()["i"] // 0)
        except ZeroDivisionError as e:
            b.send(e)
a, b = stackless.channel(), stackless.channel()
stackless.tasklet(ping)(a, b)
stackless.tasklet(pong)(a, b)
stackless.run()
stackless.channel().receive()
`)
	expressions := []string{"a", "i", "1 +", "a.send(1)", "[x for x in (a, b)]", "stackless.schedule()", "b.balance = 3", "del a", "x = 5", "", "𝒳 = '😀'", "while True: pass"}
	for seed := range uint64(4) {
		dice := rand.New(rand.NewPCG(seed, 9))
		c := serveDAP(t, map[string]any{"supportsInvalidatedEvent": true})
		c.Must("launch", map[string]any{"program": program, "stopOnEntry": true}, nil)
		c.Must("configurationDone", nil, nil)
		c.Event("stopped")
		frame, reference := 0, 0
		for n := range 250 {
			command := commands[dice.IntN(len(commands))]
			if dice.IntN(2) == 0 {
				frame, reference = anyFrame(c, dice)
			}
			args := map[string]any{"threadId": dice.IntN(5), "frameId": frame, "variablesReference": reference + dice.IntN(2), "start": dice.IntN(9) - 2,
				"count": dice.IntN(9) - 2, "startFrame": dice.IntN(3) - 1, "levels": dice.IntN(4), "expression": expressions[dice.IntN(len(expressions))],
				"value": expressions[dice.IntN(len(expressions))], "name": []string{"a", "i", "[0]", "worker", ""}[dice.IntN(5)], "text": "a.", "column": dice.IntN(6) - 1,
				"context": []string{"watch", "hover", "repl", "clipboard", ""}[dice.IntN(5)], "source": map[string]any{"path": program}, "line": dice.IntN(25) - 2,
				"breakpoints": []any{map[string]any{"line": dice.IntN(25), "condition": expressions[dice.IntN(len(expressions))], "name": "ping"}},
				"filters":     []string{[]string{"raised", "uncaught", "deadlock", "odd"}[dice.IntN(4)]}, "sourceReference": dice.IntN(4) - 1}
			if dice.IntN(10) == 0 {
				args[[]string{"threadId", "source", "breakpoints", "filters", "expression"}[dice.IntN(5)]] = []any{nil, "text", -1.5}[dice.IntN(3)]
			}
			m := c.Call(command, args)
			require.NotContains(t, m.Message, "fault", "seed %d, request %d: %s %v", seed, n, command, args)
			switch {
			case !m.Success:
				require.NotEmpty(t, m.Message, command)
			case command == "next" || command == "stepIn" || command == "stepOut" || command == "stepBack" || command == "reverseContinue" || command == "continue" || command == "restart":
				if c.Event("stopped", "terminated").Event == "terminated" {
					c.Must("restart", nil, nil)
					c.Event("stopped")
				}
			}
		}
		for _, e := range c.Held("output") {
			require.NotContains(t, string(e.Body), "slp has a fault", "seed %d", seed)
		}
		c.Must("disconnect", nil, nil)
	}
}

// anyFrame finds a frame and a scope of some tasklet.
func anyFrame(c *kit.DAPClient, dice *rand.Rand) (frame, reference int) {
	var stack struct{ StackFrames []dapFrame }
	m := c.Call("stackTrace", map[string]any{"threadId": 1 + dice.IntN(3)})
	if !m.Success || json.Unmarshal(m.Body, &stack) != nil || len(stack.StackFrames) == 0 {
		return 0, 0
	}
	frame = stack.StackFrames[dice.IntN(len(stack.StackFrames))].ID
	var body struct {
		Scopes []struct{ VariablesReference int }
	}
	m = c.Call("scopes", map[string]any{"frameId": frame})
	if !m.Success || json.Unmarshal(m.Body, &body) != nil || len(body.Scopes) == 0 {
		return frame, 0
	}
	return frame, body.Scopes[dice.IntN(len(body.Scopes))].VariablesReference
}
