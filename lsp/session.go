package lsp

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"

	"slp/analysis"
)

// phase of a session.
type phase int32

const (
	fresh   phase = iota // before initialize
	running              // between initialize and shutdown
	closing              // after shutdown
)

// session is one client from initialize to exit.
type session struct {
	ctx     context.Context
	conn    jsonrpc2.Conn
	log     *slog.Logger
	options Options
	methods map[string]method
	cancels canceller
	exited  chan struct{}
	exit    sync.Once
	state   atomic.Int32

	files     atomic.Pointer[analysis.Project]
	info      atomic.Pointer[clientInfo]
	docs      documents
	publisher *publisher
	tokens    tokenCache
	folders   []string         // changed only in wire order
	initial   analysisSettings // of the client's start
	settling  sync.Mutex       // orders changes of applied
	applied   analysisSettings
	stubs     stubFiles
}

func newSession(ctx context.Context, conn jsonrpc2.Conn, options Options) *session {
	s := &session{ctx: ctx, conn: conn, log: options.Log, options: options, methods: methodTable(), exited: make(chan struct{})}
	s.cancels.running = map[jsonrpc2.ID]context.CancelFunc{}
	s.docs.open = map[string]*document{}
	s.tokens.last = map[string]tokenResult{}
	s.stubs.paths = map[string]string{}
	s.files.Store(analysis.Open(analysis.Options{}))
	s.info.Store(&clientInfo{encoding: utf16})
	s.publisher = newPublisher(s)
	return s
}

func (s *session) close() { s.publisher.stop() }

func (s *session) phase() phase { return phase(s.state.Load()) }

func (s *session) project() *analysis.Project { return s.files.Load() }

func (s *session) client() *clientInfo { return s.info.Load() }

// notify sends a notification; a client that is gone does not matter.
func (s *session) notify(method string, params any) {
	if err := s.conn.Notify(s.ctx, method, params); err != nil && s.ctx.Err() == nil {
		s.log.Debug("notify", "method", method, "error", err)
	}
}

// call sends a request to the client and waits for its answer. It must not be used in a handler that
// runs in wire order, for the answer could never be read then.
func (s *session) call(method string, params, result any) error {
	_, err := s.conn.Call(s.ctx, method, params, result)
	if err != nil && s.ctx.Err() == nil {
		s.log.Debug("call", "method", method, "error", err)
	}
	return err
}

// background runs what must not hold up the wire; a panic there ends only itself.
func (s *session) background(what string, f func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				s.log.Error("panic", "in", what, "value", r)
			}
		}()
		f()
	}()
}
