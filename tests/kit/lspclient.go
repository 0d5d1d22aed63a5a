package kit

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// LSPClient is the editor's side of a language server, over any pair of streams. It answers what the
// server asks as a plain editor would.
type LSPClient struct {
	t       *testing.T
	out     io.Writer
	closeIn func() error

	// Configuration answers workspace/configuration, by section; null for what is not there.
	Configuration map[string]any

	mu       sync.Mutex
	next     int
	pending  map[string]chan LSPMessage
	notes    []LSPMessage
	requests []LSPMessage
	arrived  chan struct{} // closed and replaced at each arrival
	ended    error
}

// LSPMessage is a message as it came.
type LSPMessage struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *LSPError       `json:"error,omitempty"`
}

// LSPError is the error of an answer.
type LSPError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *LSPError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

// StartLSP runs a server in a goroutine and connects a client to it. The returned channel gets what
// the server returns.
func StartLSP(t *testing.T, serve func(ctx context.Context, in io.Reader, out io.Writer) error) (*LSPClient, <-chan error) {
	t.Helper()
	serverIn, clientOut := io.Pipe()
	clientIn, serverOut := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		err := serve(ctx, serverIn, serverOut)
		_ = serverOut.Close()
		_ = serverIn.Close()
		done <- err
	}()
	t.Cleanup(func() {
		cancel()
		_ = clientOut.Close()
		_ = clientIn.Close()
	})
	c := &LSPClient{t: t, out: clientOut, closeIn: clientOut.Close, pending: map[string]chan LSPMessage{}, arrived: make(chan struct{})}
	go c.read(bufio.NewReader(clientIn))
	return c, done
}

// Hang closes the stream to the server, as a client that dies does.
func (c *LSPClient) Hang() { _ = c.closeIn() }

func (c *LSPClient) read(in *bufio.Reader) {
	for {
		m, err := readFrame(in)
		if err != nil {
			c.mu.Lock()
			c.ended = err
			for _, ch := range c.pending {
				close(ch)
			}
			c.pending = map[string]chan LSPMessage{}
			c.wake()
			c.mu.Unlock()
			return
		}
		c.receive(m)
	}
}

func readFrame(in *bufio.Reader) (m LSPMessage, err error) {
	length := 0
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return m, err
		}
		line = strings.TrimSpace(line)
		if line == "" {
			break
		}
		if v, ok := strings.CutPrefix(line, "Content-Length:"); ok {
			if length, err = strconv.Atoi(strings.TrimSpace(v)); err != nil {
				return m, err
			}
		}
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(in, body); err != nil {
		return m, err
	}
	return m, json.Unmarshal(body, &m)
}

func (c *LSPClient) receive(m LSPMessage) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case m.Method != "" && len(m.ID) > 0:
		c.requests = append(c.requests, m)
		go c.answer(m)
	case m.Method != "":
		c.notes = append(c.notes, m)
	default:
		if ch := c.pending[string(m.ID)]; ch != nil {
			delete(c.pending, string(m.ID))
			ch <- m
		} else {
			c.notes = append(c.notes, m) // an answer to nothing that was asked
		}
	}
	c.wake()
}

func (c *LSPClient) wake() {
	close(c.arrived)
	c.arrived = make(chan struct{})
}

func (c *LSPClient) answer(m LSPMessage) {
	var result any
	if m.Method == "workspace/configuration" {
		var p struct{ Items []struct{ Section string } }
		_ = json.Unmarshal(m.Params, &p)
		var list []any
		for _, i := range p.Items {
			list = append(list, c.Configuration[i.Section])
		}
		result = list
	}
	c.Send(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": result})
}

// Send sends any value as a message. It reports whether the server still reads.
func (c *LSPClient) Send(message any) bool {
	body, err := json.Marshal(message)
	if err != nil {
		panic(err)
	}
	return c.Raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

// Raw sends bytes as they are.
func (c *LSPClient) Raw(text string) bool {
	_, err := io.WriteString(c.out, text)
	return err == nil
}

// Notify sends a notification.
func (c *LSPClient) Notify(method string, params any) {
	c.Send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

// Pending is a request under way.
type Pending struct {
	ID int
	c  *LSPClient
	ch chan LSPMessage
}

// Start sends a request without waiting for its answer.
func (c *LSPClient) Start(method string, params any) *Pending {
	c.mu.Lock()
	c.next++
	p := &Pending{ID: c.next, c: c, ch: make(chan LSPMessage, 1)}
	c.pending[strconv.Itoa(p.ID)] = p.ch
	c.mu.Unlock()
	message := map[string]any{"jsonrpc": "2.0", "id": p.ID, "method": method}
	if params != nil {
		message["params"] = params
	}
	c.Send(message)
	return p
}

// Wait waits for the answer and decodes it into result, if that is not nil. The error is the
// server's *LSPError, or says that none came.
func (p *Pending) Wait(result any) error {
	select {
	case m, ok := <-p.ch:
		if !ok {
			return errors.New("the server closed the stream")
		}
		if m.Error != nil {
			return m.Error
		}
		if result == nil || len(m.Result) == 0 {
			return nil
		}
		return json.Unmarshal(m.Result, result)
	case <-time.After(20 * time.Second):
		return fmt.Errorf("no answer to request %d", p.ID)
	}
}

// Call sends a request and waits for its answer.
func (c *LSPClient) Call(method string, params, result any) error {
	return c.Start(method, params).Wait(result)
}

// MustCall is Call where an error fails the test.
func (c *LSPClient) MustCall(method string, params, result any) {
	c.t.Helper()
	require.NoError(c.t, c.Call(method, params, result), method)
}

// Await waits until some notification fits, among all that came since the start.
func (c *LSPClient) Await(what string, fits func(LSPMessage) bool) LSPMessage {
	c.t.Helper()
	deadline := time.After(20 * time.Second)
	seen := 0
	for {
		c.mu.Lock()
		notes, arrived, ended := c.notes[seen:], c.arrived, c.ended
		seen = len(c.notes)
		c.mu.Unlock()
		for _, m := range notes {
			if fits(m) {
				return m
			}
		}
		if ended != nil {
			require.Fail(c.t, "the stream ended before "+what)
		}
		select {
		case <-arrived:
		case <-deadline:
			require.Fail(c.t, "waited in vain for "+what)
		}
	}
}

// Requests are the methods that the server asked us for, in order.
func (c *LSPClient) Requests() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []string
	for _, m := range c.requests {
		out = append(out, m.Method)
	}
	return out
}

// LSPPosition is a position of the protocol.
type LSPPosition struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// LSPRange is a range of the protocol.
type LSPRange struct {
	Start LSPPosition `json:"start"`
	End   LSPPosition `json:"end"`
}

func (r LSPRange) String() string {
	if r.Start.Line == r.End.Line {
		return fmt.Sprintf("%d:%d-%d", r.Start.Line+1, r.Start.Character+1, r.End.Character+1)
	}
	return fmt.Sprintf("%d:%d-%d:%d", r.Start.Line+1, r.Start.Character+1, r.End.Line+1, r.End.Character+1)
}

// UTF16 is the position of a byte offset, in UTF-16 units.
func UTF16(text string, offset int) LSPPosition {
	before := text[:offset]
	line := strings.Count(before, "\n")
	n := 0
	for _, r := range before[strings.LastIndexByte(before, '\n')+1:] {
		n++
		if r >= 0x10000 {
			n++
		}
	}
	return LSPPosition{line, n}
}
