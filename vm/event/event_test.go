package event_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/event"
)

func TestString(t *testing.T) {
	for _, row := range []struct {
		event event.Event
		text  string
	}{
		{event.Event{Kind: event.Created, Tasklet: 1}, "created 1"},
		{event.Event{Kind: event.Waiting, Tasklet: 0, Channel: 3}, "wait 0 receive c3"},
		{event.Event{Kind: event.Waiting, Tasklet: 2, Channel: 0, Send: true}, "wait 2 send c0"},
		{event.Event{Kind: event.Sent, Tasklet: 1, Channel: 0, Text: "'hi'"}, "send 1 c0 'hi'"},
		{event.Event{Kind: event.Received, Tasklet: 1, Channel: 0}, "receive 1 c0"},
		{event.Event{Kind: event.Woken, Tasklet: 0, Other: 1}, "wake 0"},
		{event.Event{Kind: event.Switched, Tasklet: 1, Other: 0}, "switch 0 1"},
		{event.Event{Kind: event.Thrown, Tasklet: 1, Other: 0, Text: "ValueError"}, "throw 0 1 ValueError"},
		{event.Event{Kind: event.Failed, Tasklet: 1, Text: "ValueError"}, "failed 1 ValueError"},
		{event.Event{Kind: event.Running, Tasklet: 0}, "run 0"},
		{event.Event{Kind: event.Returned, Tasklet: 0, Other: event.Nobody}, "ran 0"},
		{event.Event{Kind: event.Returned, Tasklet: 0, Other: 4}, "ran 0 4"},
		{event.Event{Kind: event.Opened, Channel: 2}, "channel c2"},
		{event.Event{Kind: event.Output, Text: "1\n"}, `out "1\n"`},
		{event.Event{Kind: 200}, "event 200 0"},
	} {
		require.Equal(t, row.text, row.event.String())
	}
}

func TestKindsAreNamed(t *testing.T) {
	for k := event.None + 1; k <= event.Errors; k++ {
		require.NotEmpty(t, k.String())
		found, ok := event.KindNamed(k.String())
		require.True(t, ok)
		require.Equal(t, k, found)
	}
	_, ok := event.KindNamed("none")
	require.False(t, ok)
}

func TestTracerShowsWholeLines(t *testing.T) {
	tr := event.NewTracer(event.Trace)
	for _, e := range []event.Event{
		{Kind: event.Created, Tasklet: 1},
		{Kind: event.Switched, Tasklet: 1},
		{Kind: event.Output, Text: "a"},
		{Kind: event.Output, Text: "b\nc\nd"},
		{Kind: event.Ended, Tasklet: 1},
	} {
		tr.Observe(e)
	}
	require.Equal(t, []string{"created 1", `out "ab"`, `out "c"`, "ended 1", `out "d"`}, tr.Lines())
}
