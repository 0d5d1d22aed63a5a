//go:build unix

package main

import (
	"context"
	"os/exec"
	"syscall"
)

// limited makes a command that cannot eat the machine's memory and that is
// stopped with all the processes it started.
func limited(ctx context.Context, command []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -v 8000000; exec "$@"`, "sh"}, command...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}
