package dap

import (
	"strings"

	"slp/vm"
)

func tasklets(s *session, a *TaskletsArguments) (any, error) {
	m := s.d.Machine()
	body := TaskletsBody{Tasklets: []Tasklet{}}
	if s.ended {
		return body, nil
	}
	name := m.ChannelNames()
	all := m.Tasklets()
	if a.Filter == "" {
		body.Total = len(all)
		from, to := part(a.Start, a.Count, len(all))
		for _, t := range all[from:to] {
			body.Tasklets = append(body.Tasklets, s.row(t, name))
		}
		return body, nil
	}
	want := strings.ToLower(a.Filter)
	for _, t := range all {
		r := s.row(t, name)
		if !strings.Contains(strings.ToLower(r.Name+" "+string(r.State)+" "+r.ChannelName), want) {
			continue
		}
		if body.Total >= a.Start && (a.Count <= 0 || len(body.Tasklets) < a.Count) {
			body.Tasklets = append(body.Tasklets, r)
		}
		body.Total++
	}
	return body, nil
}

func part(start, count, n int) (from, to int) {
	from = min(max(start, 0), n)
	to = n
	if count > 0 {
		to = min(n, from+count)
	}
	return from, to
}

func operation(sends bool) Operation {
	if sends {
		return Send
	}
	return Receive
}

func (s *session) row(t vm.Tasklet, name func(vm.Channel) string) Tasklet {
	r := Tasklet{ID: t.ID, Name: t.Name(), State: TaskletState(t.State), ThreadID: t.ID, SinceTick: t.SinceTick, IsMain: t.Main, IsCurrent: t.Current}
	if t.State == vm.Blocked {
		id := t.Channel.ID()
		r.Operation, r.ChannelID, r.ChannelName = operation(t.Sends), &id, name(t.Channel)
	}
	if f := t.Top(); !f.Nil() {
		r.Location = s.place(vm.Place{File: f.File(), Line: f.Position().Line, Function: f.Qualname()})
	}
	if p, ok := t.Created(); ok {
		r.Created = s.place(p)
	}
	return r
}

func (s *session) place(p vm.Place) *Place {
	return &Place{Path: s.source(p.File).Path, Line: s.line(p.Line), Function: p.Function}
}

func channels(s *session, a *ChannelsArguments) (any, error) {
	m := s.d.Machine()
	body := ChannelsBody{Channels: []Channel{}}
	if s.ended {
		return body, nil
	}
	all := m.Channels()
	name := m.ChannelNames()
	body.Total = len(all)
	from, to := part(a.Start, a.Count, len(all))
	for _, c := range all[from:to] {
		r := Channel{ID: c.ID(), Name: name(c), Balance: c.Balance(), Preference: c.Preference(), ScheduleAll: c.ScheduleAll(), Closing: c.Closing(),
			Closed: c.Closed(), Waiting: []int{}}
		for _, t := range c.Waiting() {
			r.Waiting = append(r.Waiting, t.ID)
			r.Direction = operation(t.Sends)
		}
		if p, ok := c.Created(); ok {
			r.Created = s.place(p)
		}
		body.Channels = append(body.Channels, r)
	}
	return body, nil
}

func deadlock(s *session, _ *DeadlockArguments) (any, error) {
	body := DeadlockBody{Cycle: []CycleStep{}, Tasklets: []Tasklet{}}
	if s.ended || !s.d.Deadlocked() {
		return body, nil
	}
	m := s.d.Machine()
	name := m.ChannelNames()
	body.Found, body.Kind, body.Message = true, "deadlock", m.Deadlock()
	for _, w := range m.WaitCycle() {
		body.Cycle = append(body.Cycle, CycleStep{Tasklet: w.Tasklet.ID, Name: w.Tasklet.Name(), Operation: operation(w.Tasklet.Sends),
			Channel: w.Tasklet.Channel.ID(), ChannelName: name(w.Tasklet.Channel)})
	}
	const most = 1000
	for i, t := range m.Tasklets() {
		if i < most {
			body.Tasklets = append(body.Tasklets, s.row(t, name))
		}
	}
	return body, nil
}
