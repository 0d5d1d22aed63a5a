package lsp

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// codec encodes payloads as package protocol wants them; raw values pass unchanged.
type codec struct{}

func (codec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.(jsonrpc2.RawMessage); ok {
		if raw == nil {
			return []byte("null"), nil
		}
		return raw, nil
	}
	return protocol.Marshal(v)
}

func (codec) Unmarshal(data []byte, v any) error {
	if raw, ok := v.(*jsonrpc2.RawMessage); ok {
		*raw = append(jsonrpc2.RawMessage(nil), data...)
		return nil
	}
	return protocol.Unmarshal(data, v)
}

// canceller remembers how to cancel the requests under way, by id.
type canceller struct {
	mu      sync.Mutex
	running map[jsonrpc2.ID]context.CancelFunc
}

func (c *canceller) begin(ctx context.Context, id jsonrpc2.ID) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	c.mu.Lock()
	c.running[id] = cancel
	c.mu.Unlock()
	return ctx, func() {
		c.mu.Lock()
		delete(c.running, id)
		c.mu.Unlock()
		cancel()
	}
}

func (c *canceller) cancel(id jsonrpc2.ID) {
	c.mu.Lock()
	cancel := c.running[id]
	c.mu.Unlock()
	if cancel != nil {
		cancel()
	}
}

// handle is the one handler of the connection: it finds the row, checks the state of the session,
// decodes, and runs. A notification never returns an error, for that would close the connection.
func (s *session) handle(ctx context.Context, req *jsonrpc2.Request) (result any, err error) {
	call, name := req.IsCall(), strings.Clone(req.Method())
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("panic", "method", name, "value", fmt.Sprint(r), "stack", string(debug.Stack()))
			result, err = nil, jsonrpc2.Errorf(jsonrpc2.InternalError, "%s: internal error: %v (please report it with the server's log)", name, r)
		}
		if err != nil {
			s.log.Debug("refused", "method", name, "error", err)
		}
		if !call {
			result, err = nil, nil
		}
	}()
	row, known := s.methods[name]
	if err := s.admits(name, call, known); err != nil {
		return nil, err
	}
	if !known {
		return nil, nil // a notification that we need not know
	}
	run, err := row.decode(s, req.Params())
	if err != nil {
		return nil, err
	}
	if !call || row.inOrder {
		return run(ctx)
	}
	// Known before the next message is read, which may cancel it.
	ctx, done := s.cancels.begin(ctx, ownID(req.ID()))
	defer done()
	jsonrpc2.Async(ctx)
	result, err = run(ctx)
	if ctx.Err() != nil {
		return nil, protocol.ErrRequestCancelled
	}
	return result, err
}

// ownID is an id that does not point into the frame it came in.
func ownID(id jsonrpc2.ID) jsonrpc2.ID {
	if text, ok := id.StringValue(); ok {
		return jsonrpc2.NewStringID(strings.Clone(text))
	}
	return id
}

// admits says whether a message may be handled in the present state; its error is the answer of a
// call and drops a notification.
func (s *session) admits(name string, call, known bool) error {
	switch s.phase() {
	case fresh:
		if name == protocol.MethodInitialize || name == protocol.MethodExit {
			return nil
		}
		return jsonrpc2.NewError(jsonrpc2.ServerNotInitialized, name+": the session is not initialized; send initialize first")
	case closing:
		if name == protocol.MethodExit {
			return nil
		}
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, name+": the session is shut down; only exit may follow")
	}
	if !known && call {
		return jsonrpc2.NewError(jsonrpc2.MethodNotFound, name+": no such method")
	}
	return nil
}

// invalid is the error for params that do not have the form the method wants.
func invalid(format string, args ...any) error {
	return jsonrpc2.Errorf(jsonrpc2.InvalidParams, format, args...)
}

var errEnded = errors.New("the client's stream has ended")
