package kit

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// DAPClient is the editor's side of a debug adapter, over any pair of streams.
type DAPClient struct {
	t        *testing.T
	out      io.Writer
	closeIn  func() error
	messages chan DAPMessage
	held     []DAPMessage // that came while another was waited for
	seq      int
	lastSeq  int
}

// DAPMessage is a message as it came.
type DAPMessage struct {
	Seq        int             `json:"seq"`
	Type       string          `json:"type"`
	Event      string          `json:"event"`
	Command    string          `json:"command"`
	RequestSeq int             `json:"request_seq"`
	Success    bool            `json:"success"`
	Message    string          `json:"message"`
	Body       json.RawMessage `json:"body"`
	Arguments  json.RawMessage `json:"arguments"` // of a request of the adapter
}

// StartDAP runs an adapter in a goroutine and connects a client to it. The returned channel gets what it returns.
func StartDAP(t *testing.T, serve func(ctx context.Context, in io.Reader, out io.Writer) error) (*DAPClient, <-chan error) {
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
	return NewDAPClient(t, clientIn, clientOut, clientOut.Close), done
}

// NewDAPClient makes a client on streams that exist.
func NewDAPClient(t *testing.T, in io.Reader, out io.Writer, hang func() error) *DAPClient {
	c := &DAPClient{t: t, out: out, closeIn: hang, messages: make(chan DAPMessage, 4096)}
	go func() {
		defer close(c.messages)
		r := bufio.NewReader(in)
		for {
			m, err := readDAP(r)
			if err != nil {
				return
			}
			c.messages <- m
		}
	}()
	return c
}

func readDAP(in *bufio.Reader) (m DAPMessage, err error) {
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

// Hang closes the stream to the adapter.
func (c *DAPClient) Hang() { _ = c.closeIn() }

// Raw sends bytes as they are.
func (c *DAPClient) Raw(text string) { _, _ = io.WriteString(c.out, text) }

// Start sends a request and returns its number.
func (c *DAPClient) Start(command string, arguments any) int {
	c.seq++
	m := map[string]any{"seq": c.seq, "type": "request", "command": command}
	if arguments != nil {
		m["arguments"] = arguments
	}
	body, err := json.Marshal(m)
	require.NoError(c.t, err)
	c.Raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
	return c.seq
}

// next waits for the next message that fits; others are held back for later.
func (c *DAPClient) next(what string, fits func(DAPMessage) bool) DAPMessage {
	c.t.Helper()
	for i, m := range c.held {
		if fits(m) {
			c.held = append(c.held[:i:i], c.held[i+1:]...)
			return m
		}
	}
	deadline := time.After(30 * time.Second)
	for {
		select {
		case m, ok := <-c.messages:
			require.True(c.t, ok, "the adapter closed the stream before %s", what)
			require.Greater(c.t, m.Seq, c.lastSeq, "message numbers rise")
			c.lastSeq = m.Seq
			if fits(m) {
				return m
			}
			c.held = append(c.held, m)
		case <-deadline:
			require.Fail(c.t, "waited in vain for "+what)
		}
	}
}

// Answer waits for the answer to a request.
func (c *DAPClient) Answer(seq int) DAPMessage {
	c.t.Helper()
	return c.next(fmt.Sprintf("the answer to request %d", seq), func(m DAPMessage) bool { return m.Type == "response" && m.RequestSeq == seq })
}

// Call sends a request and waits for its answer.
func (c *DAPClient) Call(command string, arguments any) DAPMessage {
	c.t.Helper()
	return c.Answer(c.Start(command, arguments))
}

// Must is Call where a refusal fails the test; the body is decoded into body, if that is not nil.
func (c *DAPClient) Must(command string, arguments, body any) {
	c.t.Helper()
	m := c.Call(command, arguments)
	require.True(c.t, m.Success, "%s: %s", command, m.Message)
	if body != nil {
		require.NoError(c.t, json.Unmarshal(m.Body, body))
	}
}

// Event waits for one of some events.
func (c *DAPClient) Event(names ...string) DAPMessage {
	c.t.Helper()
	return c.next("the event "+strings.Join(names, " or "), func(m DAPMessage) bool {
		if m.Type != "event" {
			return false
		}
		for _, n := range names {
			if n == m.Event {
				return true
			}
		}
		return false
	})
}

// Asked waits for a request of the adapter.
func (c *DAPClient) Asked(command string) DAPMessage {
	c.t.Helper()
	return c.next("the request "+command, func(m DAPMessage) bool { return m.Type == "request" && m.Command == command })
}

// Held takes the events of a name that came while something else was waited for.
func (c *DAPClient) Held(name string) []DAPMessage {
	var out, rest []DAPMessage
	for _, m := range c.held {
		if m.Type == "event" && m.Event == name {
			out = append(out, m)
		} else {
			rest = append(rest, m)
		}
	}
	c.held = rest
	return out
}
