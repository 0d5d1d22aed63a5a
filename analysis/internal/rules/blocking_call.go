package rules

import (
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP127 blocking-call: a call inside a tasklet that waits for the operating system. It stops the
// whole thread, so no other tasklet runs meanwhile.
//
//	def poll():
//	    time.sleep(1)               # everybody sleeps
//
// The rule follows the calls from the places where tasklets are started. It is silent in projects
// that replace such functions (stacklesssocket, time.sleep = ...), and when nothing but this tasklet
// could run.
func blockingCall(p *pass) {
	if len(p.Graph().Tasklets) < 2 && !p.spawnsInLoop() || p.replaced() {
		return
	}
	for _, c := range p.File.Calls() {
		what := p.waits(c)
		if what == "" {
			continue
		}
		fn := topology.Owner(p.File, c)
		runs := p.Graph().Runs(p.File, fn)
		if len(runs.Spawns) == 0 {
			continue
		}
		d := p.report(c.Span, Medium, "%s stops all tasklets, not only this one", what)
		s := runs.Spawns[0]
		d.related(s.File, s.Call.Span, "this function runs in the tasklet started here")
		d.Hint = "wait in a thread and send the result over a channel, or ask the clock and call stackless.schedule()"
	}
}

func (p *pass) spawnsInLoop() bool {
	for _, tk := range p.Graph().Tasklets {
		if len(tk.Spawns) > 1 || topology.InLoop(tk.File, tk.Call) {
			return true
		}
	}
	return false
}

// waits is the name of a function of the library that waits, or "".
func (p *pass) waits(c *syntax.Call) string {
	name := lastName(c.Func)
	switch name {
	case "sleep", "input", "select", "system":
	default:
		return ""
	}
	for _, v := range p.Engine.Expr(p.File, c.Func) {
		path, fn := funcHome(v)
		switch {
		case path == modules.StubPath("time") && fn == "sleep":
			if k, ok := topology.Argument(c, 0, "secs").(*syntax.Constant); ok && (k.Kind == syntax.Int && k.Int == 0 || k.Kind == syntax.Float && k.Float == 0) {
				return ""
			}
			return "time.sleep()"
		case path == modules.StubPath("builtins") && fn == "input":
			return "input()"
		case path == modules.StubPath("select") && fn == "select":
			return "select.select()"
		case path == modules.StubPath("os") && fn == "system":
			return "os.system()"
		}
	}
	return ""
}

// replaced reports a project that makes blocking calls cooperative.
func (p *pass) replaced() bool {
	for _, word := range []string{"stacklesssocket", "stacklesslib", "monkeypatch", "monkey_patch", "gevent"} {
		if len(p.View.Mentioning(word)) > 0 {
			return true
		}
	}
	for _, f := range p.View.Mentioning("sleep") {
		for _, a := range f.Attributes("sleep") {
			if a.Ctx == syntax.Store {
				return true
			}
		}
	}
	return false
}
