package dap

//go:generate go run -C ../tools ./tsgen -from ../dap/extensions.go -o ../vscode-extension/src/protocol.ts

// Our own requests and events over the Debug Adapter Protocol. Lines count from 1, as the
// session's `initialize` asks for. Ids are those the program's own reports show.

// Place is a place in the program's source.
type Place struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Function string `json:"function"`
}

// TaskletState says what a tasklet does.
type TaskletState string

// The states.
const (
	Running  TaskletState = "running"
	Runnable TaskletState = "runnable"
	Blocked  TaskletState = "blocked"
	Paused   TaskletState = "paused"
	Dead     TaskletState = "dead"
	New      TaskletState = "new"
)

// Operation is what a blocked tasklet waits to do.
type Operation string

// The operations.
const (
	Send    Operation = "send"
	Receive Operation = "receive"
)

// Tasklet is a row of the Tasklets view.
type Tasklet struct {
	ID    int          `json:"id"`
	Name  string       `json:"name"`
	State TaskletState `json:"state"`
	// The tasklet's thread in the standard requests.
	ThreadID int `json:"threadId"`
	// What a blocked tasklet waits to do, and on which channel.
	Operation   Operation `json:"operation,omitempty"`
	ChannelID   *int      `json:"channelId,omitempty"`
	ChannelName string    `json:"channelName,omitempty"`
	// Where it stands; absent before its first step.
	Location *Place `json:"location,omitempty"`
	Created  *Place `json:"created,omitempty"`
	// The tick of the program at which it came into its state.
	SinceTick int64 `json:"sinceTick,omitempty"`
	IsMain    bool  `json:"isMain,omitempty"`
	IsCurrent bool  `json:"isCurrent,omitempty"`
}

// Channel is a row of the Channels view.
type Channel struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
	// Senders that wait count up, receivers that wait count down.
	Balance     int  `json:"balance"`
	Preference  int  `json:"preference"`
	ScheduleAll bool `json:"scheduleAll"`
	Closing     bool `json:"closing"`
	Closed      bool `json:"closed"`
	// Ids of the tasklets that wait, first come first.
	Waiting []int `json:"waiting"`
	// What they wait to do; absent when none waits.
	Direction Operation `json:"direction,omitempty"`
	Created   *Place    `json:"created,omitempty"`
}

// CycleStep is one arrow of a wait-for cycle: the tasklet waits on the channel for the next one.
type CycleStep struct {
	Tasklet     int       `json:"tasklet"`
	Name        string    `json:"name"`
	Operation   Operation `json:"operation"`
	Channel     int       `json:"channel"`
	ChannelName string    `json:"channelName"`
}

// TaskletsArguments are the arguments of `slp/tasklets`.
type TaskletsArguments struct {
	Filter string `json:"filter,omitempty"`
	Start  int    `json:"start,omitempty"`
	Count  int    `json:"count,omitempty"`
}

// TaskletsBody is the response body of `slp/tasklets`.
type TaskletsBody struct {
	Tasklets []Tasklet `json:"tasklets"`
	Total    int       `json:"total"`
}

// ChannelsArguments are the arguments of `slp/channels`.
type ChannelsArguments struct {
	Start int `json:"start,omitempty"`
	Count int `json:"count,omitempty"`
}

// ChannelsBody is the response body of `slp/channels`.
type ChannelsBody struct {
	Channels []Channel `json:"channels"`
	Total    int       `json:"total"`
}

// DeadlockArguments are the arguments of `slp/deadlock`: none.
type DeadlockArguments struct{}

// DeadlockBody is the response body of `slp/deadlock`.
type DeadlockBody struct {
	Found    bool        `json:"found"`
	Kind     string      `json:"kind,omitempty"`
	Message  string      `json:"message,omitempty"`
	Cycle    []CycleStep `json:"cycle"`
	Tasklets []Tasklet   `json:"tasklets"`
}

// Part is what has to be asked for anew.
type Part string

// The parts.
const (
	Tasklets Part = "tasklets"
	Channels Part = "channels"
)

// ChangedBody is the body of the event `slp/changed`.
type ChangedBody struct {
	What []Part `json:"what"`
}
