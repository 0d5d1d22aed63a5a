package lsp

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// wire is the client's stream. What comes in is looked at frame by frame: a frame that is no JSON
// object or array is answered with a parse error and left out, so that it cannot end the connection.
type wire struct {
	in    *bufio.Reader
	ended func()

	rest []byte // of the frame being read

	mu  sync.Mutex
	out io.Writer
}

func newWire(in io.Reader, out io.Writer, ended func()) *wire {
	return &wire{in: bufio.NewReaderSize(in, 64<<10), out: out, ended: ended}
}

// maxFrameBytes bounds a message; a longer one is a fault of the client.
const maxFrameBytes = 256 << 20

func (w *wire) Read(p []byte) (int, error) {
	for len(w.rest) == 0 {
		body, err := w.frame()
		if err != nil {
			w.ended()
			return 0, err
		}
		if problem := unfit(body); problem != nil {
			w.refuse(problem)
			continue
		}
		w.rest = append([]byte("Content-Length: "+strconv.Itoa(len(body))+"\r\n\r\n"), body...)
	}
	n := copy(p, w.rest)
	w.rest = w.rest[n:]
	return n, nil
}

// frame reads the next message's body.
func (w *wire) frame() ([]byte, error) {
	length := -1
	for {
		line, err := w.in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			if length >= 0 {
				break
			}
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || !strings.EqualFold(strings.TrimSpace(key), "content-length") {
			continue // another header, or noise before one
		}
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n > maxFrameBytes {
			return nil, fmt.Errorf("bad message header %q", line)
		}
		length = n
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(w.in, body); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = io.EOF
		}
		return nil, err
	}
	return body, nil
}

// refusal is the error for a frame that is no message.
type refusal struct {
	code   jsonrpc2.Code
	reason string
}

// unfit says why a body cannot be a message, or nil. Only what would end the connection is looked
// for; the rest is answered where the message is handled.
func unfit(body []byte) *refusal {
	v := jsontext.Value(body)
	if !v.IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
		return &refusal{jsonrpc2.ParseError, "the message is not JSON"}
	}
	if v.Kind() != '{' {
		return &refusal{jsonrpc2.InvalidRequest, "the message is not an object"}
	}
	var m struct {
		ID     jsontext.Value `json:"id"`
		Method jsontext.Value `json:"method"`
		Params jsontext.Value `json:"params"`
		Result jsontext.Value `json:"result"`
		Error  jsontext.Value `json:"error"`
	}
	if err := protocol.Unmarshal(body, &m); err != nil {
		return &refusal{jsonrpc2.InvalidRequest, "the message is not a request, notification or response: " + err.Error()}
	}
	switch {
	case len(m.ID) > 0 && m.ID.Kind() != '0' && m.ID.Kind() != '"' && m.ID.Kind() != 'n':
		return &refusal{jsonrpc2.InvalidRequest, "the id is neither a number nor a text"}
	case len(m.Method) == 0 && len(m.Result) == 0 && len(m.Error) == 0:
		return &refusal{jsonrpc2.InvalidRequest, "the message has no method"}
	case len(m.Method) > 0 && m.Method.Kind() != '"':
		return &refusal{jsonrpc2.InvalidRequest, "the method is not a text"}
	case len(m.Method) == 0 && (len(m.ID) == 0 || m.ID.Kind() == 'n'):
		return &refusal{jsonrpc2.InvalidRequest, "the response has no id"}
	case len(m.Error) > 0 && m.Error.Kind() != '{' && m.Error.Kind() != 'n':
		return &refusal{jsonrpc2.InvalidRequest, "the error is not an object"}
	}
	return nil
}

// refuse answers a frame that is no message.
func (w *wire) refuse(r *refusal) {
	body := `{"jsonrpc":"2.0","id":null,"error":{"code":` + strconv.Itoa(int(r.code)) + `,"message":` + strconv.Quote(r.reason) + `}}`
	_, _ = w.Write([]byte("Content-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body))
}

func (w *wire) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.out.Write(p)
}

// flush waits until a message that is being written is out.
func (w *wire) flush() {
	w.mu.Lock()
	defer w.mu.Unlock()
}

func (w *wire) Close() error { return nil }
