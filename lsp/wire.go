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
		if problem := unfit(body); problem != "" {
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

// unfit says why a body cannot be a message, or "".
func unfit(body []byte) string {
	v := jsontext.Value(body)
	if !v.IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
		return "the message is not JSON"
	}
	switch v.Kind() {
	case '{', '[':
		return ""
	}
	return "the message is not an object"
}

// refuse answers a frame that is no message.
func (w *wire) refuse(problem string) {
	body := `{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":` + strconv.Quote(problem) + `}}`
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
