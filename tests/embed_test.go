package tests

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm"
	"slp/vm/world"
)

// These tests use the machine as another program would: in a world of its own,
// with a budget, two at a time, with a look at what is going on.

// quiet is a world without anything: a clock that stands still, and a console
// that keeps what is written. All else it cannot do.
type quiet struct{ console strings.Builder }

func (q *quiet) Ask(a world.Question) world.Answer {
	switch a.Kind {
	case world.KindClock:
		return world.Answer{N: 1}
	case world.KindWrite:
		q.console.Write(a.Data)
		return world.Answer{N: int64(len(a.Data))}
	}
	return world.Fail(world.ENOSYS)
}

func TestEmbedInAWorldOfOnesOwn(t *testing.T) {
	var w quiet
	status := vm.New(&vm.Program{Name: "hello.py", Text: []byte("import stackless\nstackless.tasklet(print)('hello')\nstackless.run()\n")}, &w).RunToEnd()
	require.Zero(t, status)
	require.Equal(t, "hello\n", w.console.String())
}

func TestEmbedWithABudget(t *testing.T) {
	m := vm.New(&vm.Program{Name: "loop.py", Text: []byte("n = 0\nwhile True:\n    n += 1\n")}, new(quiet))
	for range 5 {
		before := m.Now().Tick
		require.Equal(t, vm.Spent, m.Run(1000).Why)
		require.EqualValues(t, 1000, m.Now().Tick-before)
	}
	require.False(t, m.Ended())
}

func TestEmbedTwoMachinesAtATime(t *testing.T) {
	var machines []*vm.Machine
	var worlds []*quiet
	for i := range 2 {
		w := new(quiet)
		text := fmt.Sprintf("total = 0\nfor i in range(1000):\n    total += i * %d\nprint(total)\n", i+1)
		machines = append(machines, vm.New(&vm.Program{Name: "sum.py", Text: []byte(text)}, w))
		worlds = append(worlds, w)
	}
	for !machines[0].Ended() || !machines[1].Ended() {
		for _, m := range machines {
			m.Run(7)
		}
	}
	require.Equal(t, "499500\n", worlds[0].console.String())
	require.Equal(t, "999000\n", worlds[1].console.String())
}

func TestEmbedLooksWithoutMoving(t *testing.T) {
	text := "import stackless\nc = stackless.channel()\ndef wait(): c.receive()\nstackless.tasklet(wait)()\nstackless.run()\nwhile True: pass\n"
	m := vm.New(&vm.Program{Name: "wait.py", Text: []byte(text)}, new(quiet))
	m.Run(100_000)
	before := m.Digest()
	tasklets, channels := m.Tasklets(), m.Channels()
	require.Len(t, tasklets, 2)
	require.Len(t, channels, 1)
	require.Equal(t, -1, channels[0].Balance())
	require.Len(t, channels[0].Waiting(), 1)
	require.Equal(t, before, m.Digest())
}
