// Package dap is a debug adapter: it speaks the Debug Adapter Protocol with an editor and moves a program with dap/debug.
//
// Its nouns: Serve (one client), Listen (one after another), session (a client and its program), request (a row of the
// table in requests.go), handle (a number that stands for a frame or a value until the program moves).
//
// Invariant: one goroutine owns session, machine and output. Between two messages it lets the program run for a few
// milliseconds; a second goroutine only reads messages into a channel.
package dap

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	debugger "slp/dap/debug"
)

// Options are what a server is told at its start.
type Options struct {
	Version string
	// Log gets what goes wrong, a line each; nil for nothing.
	Log func(line string)
}

// Serve serves one client until it disconnects or its stream ends.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	return serve(ctx, in, out, o, &kept{})
}

// Listen serves one client after another at a TCP address, such as 127.0.0.1:5679. ready, if not nil, is told the
// address that was taken.
func Listen(ctx context.Context, address string, o Options, ready func(addr net.Addr)) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("cannot listen at %s: %w", address, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer stop()
	if ready != nil {
		ready(l.Addr())
	}
	k := &kept{}
	defer k.close()
	for {
		conn, err := l.Accept()
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return fmt.Errorf("cannot accept a client: %w", err)
		}
		hangUp := context.AfterFunc(ctx, func() { _ = conn.Close() })
		if err := serve(ctx, conn, conn, o, k); err != nil && o.Log != nil {
			o.Log(err.Error())
		}
		hangUp()
		_ = conn.Close()
	}
}

// kept is a program whose client went away without ending it: the next client can attach to it.
type kept struct {
	d      *debugger.Debugger
	launch *launchArguments
	report *debugger.Report
}

func (k *kept) close() {
	if k.d != nil {
		k.d.Close()
	}
	*k = kept{}
}

func serve(ctx context.Context, in io.Reader, out io.Writer, o Options, k *kept) error {
	s := newSession(newWire(out), o, k)
	messages := make(chan *request, 256)
	gone := make(chan struct{})
	defer close(gone)
	go func() {
		defer close(messages)
		r := bufio.NewReaderSize(in, 64<<10)
		for {
			m, err := readMessage(r)
			if err != nil {
				s.attend()
				return
			}
			select {
			case messages <- m:
				s.attend()
			case <-gone:
				return
			}
		}
	}()
	wake := context.AfterFunc(ctx, s.attend)
	defer wake()
	defer s.close()
	for !s.over {
		var m *request
		open := true
		if s.moving() {
			select {
			case m, open = <-messages:
			case <-ctx.Done():
				return nil
			default:
			}
		} else {
			select {
			case m, open = <-messages:
			case <-ctx.Done():
				return nil
			}
		}
		switch {
		case !open:
			return s.wire.err
		case m != nil:
			if len(messages) == 0 {
				s.attended()
			}
			s.do(func() { s.handle(m) })
		default:
			s.do(s.slice)
		}
		s.flushOutput()
		s.wire.flush()
		if s.wire.err != nil {
			return s.wire.err
		}
	}
	s.linger(messages)
	return nil
}

// lingering is how long a session that is over still answers: some clients say goodbye twice.
const lingering = 200 * time.Millisecond

func (s *session) linger(messages <-chan *request) {
	end := time.After(lingering)
	for {
		select {
		case m, open := <-messages:
			if !open {
				return
			}
			if m.Command == "disconnect" {
				s.answer(m, nil)
			} else if m.Type == "request" {
				s.fail(m, errors.New("the session is over"))
			}
			s.wire.flush()
		case <-end:
			return
		}
	}
}

// do runs a part of the session. A fault of ours ends the program, not the adapter.
func (s *session) do(part func()) {
	defer func() {
		if r := recover(); r != nil {
			text := fmt.Sprintf("slp has a fault: %v\n%s", r, debug.Stack())
			if s.options.Log != nil {
				s.options.Log(text)
			}
			s.event("output", outputBody{Category: "important", Output: fmt.Sprintf("slp has a fault, please report it: %v\n", r)})
			if s.answering != nil {
				s.fail(s.answering, fmt.Errorf("slp has a fault, please report it: %v", r))
			}
			if os.Getenv("SLP_DEBUG") != "" {
				s.event("output", outputBody{Category: "stderr", Output: text})
			}
		}
	}()
	part()
}

// current is the debugger that the reading goroutine may wake.
type current struct {
	p atomic.Pointer[debugger.Debugger]
}

func (s *session) attend() {
	if d := s.awake.p.Load(); d != nil {
		d.Attend()
	}
}

func (s *session) attended() {
	if s.d != nil {
		s.d.Attended()
	}
}

var errNoProgram = errors.New("no program is launched yet: send 'launch' first")
