package dap

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// mostBytes bounds a message: a client that announces more is broken.
const mostBytes = 64 << 20

// request is a message of the client. Err says why it could not be read.
type request struct {
	Seq       int             `json:"seq"`
	Type      string          `json:"type"`
	Command   string          `json:"command"`
	Arguments json.RawMessage `json:"arguments"`
	err       error
}

// readMessage reads one message. A message that makes no sense is returned with err set; an error is returned when the
// stream has ended.
func readMessage(in *bufio.Reader) (*request, error) {
	length, bad := -1, ""
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			if length < 0 && bad == "" {
				continue // empty lines between messages do no harm
			}
			break
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " {\"") {
			bad = line
			continue
		}
		if strings.EqualFold(name, "Content-Length") {
			n, err := strconv.Atoi(strings.TrimSpace(value))
			if err != nil || n < 0 || n > mostBytes {
				bad = line
				continue
			}
			length, bad = n, ""
		}
	}
	if length < 0 {
		return &request{err: fmt.Errorf("header %q is not understood: a message begins with 'Content-Length: N', an empty line and N bytes of JSON", bad)}, nil
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(in, body); err != nil {
		return nil, err
	}
	m := &request{}
	if err := json.Unmarshal(body, m); err != nil {
		m.err = fmt.Errorf("the message is no JSON object of the protocol: %s", plainJSON(err))
		return m, nil
	}
	if m.Type == "response" {
		return m, nil
	}
	if m.Type != "request" || m.Command == "" {
		m.err = errors.New(`the message is no request: "type" has to be "request" and "command" a name`)
	}
	return m, nil
}

// response and event are what the adapter says.
type response struct {
	Seq        int    `json:"seq"`
	Type       string `json:"type"`
	RequestSeq int    `json:"request_seq"`
	Success    bool   `json:"success"`
	Command    string `json:"command"`
	Message    string `json:"message,omitempty"`
	Body       any    `json:"body,omitempty"`
}

type event struct {
	Seq   int    `json:"seq"`
	Type  string `json:"type"`
	Event string `json:"event"`
	Body  any    `json:"body,omitempty"`
}

// wire writes messages. Only the session's goroutine uses it, so that numbers rise.
type wire struct {
	out *bufio.Writer
	seq int
	err error
	buf bytes.Buffer
}

func newWire(out io.Writer) *wire { return &wire{out: bufio.NewWriterSize(out, 64<<10)} }

func (w *wire) send(make func(seq int) any) {
	if w.err != nil {
		return
	}
	w.seq++
	w.buf.Reset()
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(make(w.seq)); err != nil {
		w.err = err
		return
	}
	body := bytes.TrimSuffix(w.buf.Bytes(), []byte("\n"))
	fmt.Fprintf(w.out, "Content-Length: %d\r\n\r\n", len(body))
	_, w.err = w.out.Write(body)
}

func (w *wire) flush() {
	if err := w.out.Flush(); err != nil && w.err == nil {
		w.err = err
	}
}
