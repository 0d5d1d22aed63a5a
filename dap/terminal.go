package dap

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"slp/vm/world"
)

// A program that is launched with "console": "integratedTerminal" has the terminal of the client as its standard
// streams: the client starts `slp dap --terminal ADDRESS` there, which passes them through a socket.

// terminal is the program's end of the socket.
type terminal struct{ conn net.Conn }

const terminalPatience = 20 * time.Second

// openTerminal asks the client for a terminal and waits until it is there.
func (s *session) openTerminal(kind, title, dir string) (*terminal, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer func() { _ = l.Close() }()
	secret := make([]byte, 16)
	if _, err := rand.Read(secret); err != nil {
		return nil, err
	}
	key := hex.EncodeToString(secret)
	how := "integrated"
	if kind == "externalTerminal" {
		how = "external"
	}
	s.wire.send(func(seq int) any {
		return map[string]any{"seq": seq, "type": "request", "command": "runInTerminal", "arguments": map[string]any{
			"kind": how, "title": title, "cwd": dir, "args": []string{exe, "dap", "--terminal", l.Addr().String() + "/" + key}}}
	})
	s.wire.flush()
	_ = l.(*net.TCPListener).SetDeadline(time.Now().Add(terminalPatience))
	for {
		conn, err := l.Accept()
		if err != nil {
			return nil, fmt.Errorf("the terminal did not open within %s: choose \"console\": \"internalConsole\"", terminalPatience)
		}
		got := make([]byte, len(key))
		_ = conn.SetReadDeadline(time.Now().Add(time.Second))
		if _, err := io.ReadFull(conn, got); err == nil && string(got) == key {
			_ = conn.SetReadDeadline(time.Time{})
			return &terminal{conn}, nil
		}
		_ = conn.Close()
	}
}

// Read gives the program what is typed. It can be interrupted.
func (t *terminal) Read(p []byte) (int, error) {
	n, err := t.conn.Read(p)
	if n == 0 && errors.Is(err, os.ErrDeadlineExceeded) {
		_ = t.conn.SetReadDeadline(time.Time{})
		return 0, world.ErrInterrupted
	}
	return n, err
}

// interrupt ends a Read that is under way.
func (t *terminal) interrupt() { _ = t.conn.SetReadDeadline(time.Now()) }

func (t *terminal) close() { _ = t.conn.Close() }

// Terminal joins the standard streams of this process with a program under the debugger, until that ends.
func Terminal(address string) error {
	host, key := address, ""
	for i := range address {
		if address[i] == '/' {
			host, key = address[:i], address[i+1:]
		}
	}
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return fmt.Errorf("the debugger is not there: %w", err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, key); err != nil {
		return err
	}
	go func() { _, _ = io.Copy(conn, os.Stdin) }()
	_, err = io.Copy(os.Stdout, conn)
	return err
}
