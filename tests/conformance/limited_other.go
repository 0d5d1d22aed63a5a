//go:build !unix

package main

import (
	"context"
	"os/exec"
)

// limited makes a command that is stopped with its context.
func limited(ctx context.Context, command []string) *exec.Cmd {
	return exec.CommandContext(ctx, command[0], command[1:]...)
}
