package lsp

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"go.lsp.dev/jsonrpc2"
)

// Options of a server.
type Options struct {
	Name    string       // what initialize answers; "slp" when empty
	Version string       // likewise
	Log     *slog.Logger // where the server writes what it does; nowhere when nil
}

// ErrNoShutdown says that the client left without asking for shutdown first: the process should end
// with status 1.
var ErrNoShutdown = errors.New("the client left without shutdown")

// Serve speaks the protocol on in and out until the client says exit, in ends, or ctx is over. It
// returns nil after an orderly shutdown, ErrNoShutdown after exit or the end of in without one.
//
// When it returns because of exit, a read of in may still be under way.
func Serve(ctx context.Context, in io.Reader, out io.Writer, options Options) error {
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Name == "" {
		options.Name = "slp"
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	wire := newWire(in, out, func() { stop(errEnded) })
	conn := jsonrpc2.NewConn(jsonrpc2.NewStream(wire), jsonrpc2.WithCodec(codec{}))
	s := newSession(ctx, conn, options)
	defer s.close()
	conn.Go(ctx, s.handle)
	select {
	case <-s.exited:
	case <-ctx.Done():
	case <-conn.Done():
	}
	wire.flush()
	if s.phase() != closing && (context.Cause(ctx) == nil || errors.Is(context.Cause(ctx), errEnded)) {
		return ErrNoShutdown
	}
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, errEnded) {
		return cause
	}
	return nil
}
