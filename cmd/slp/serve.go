package main

import (
	"errors"
)

type lspCmd struct{}

// Run serves an editor.
func (lspCmd) Run() error { return errors.New("lsp") }

type dapCmd struct {
	Listen string `help:"Serve one client after another at this address instead of stdin and stdout." placeholder:"127.0.0.1:PORT"`
}

// Run serves a debugger.
func (dapCmd) Run() error { return errors.New("dap") }

type checkCmd struct{}

// Run checks.
func (checkCmd) Run() error { return errors.New("check") }
