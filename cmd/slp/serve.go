package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"

	"slp/dap"
	"slp/lsp"
)

type lspCmd struct{}

// Run serves an editor.
func (lspCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Options{Name: "slp", Version: version, Log: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if errors.Is(err, lsp.ErrNoShutdown) {
		return exitCode(1)
	}
	return err
}

type dapCmd struct {
	Terminal string `hidden:"" help:"Be the terminal of a program under the debugger."`
	Listen   string `help:"Serve one client after another at this address instead of stdin and stdout." placeholder:"127.0.0.1:PORT"`
}

// Run serves a debugger.
func (d dapCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if d.Terminal != "" {
		return dap.Terminal(d.Terminal)
	}
	o := dap.Options{Version: version, Log: func(line string) { fmt.Fprintln(os.Stderr, line) }}
	if d.Listen == "" {
		return dap.Serve(ctx, os.Stdin, os.Stdout, o)
	}
	return dap.Listen(ctx, d.Listen, o, func(a net.Addr) { fmt.Fprintln(os.Stderr, "slp dap: listening at", a) })
}
