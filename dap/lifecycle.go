package dap

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	godap "github.com/google/go-dap"

	debugger "slp/dap/debug"
	"slp/vm"
	"slp/vm/world"
)

// launchArguments say what to start.
type launchArguments struct {
	Program     string             `json:"program"`
	Module      string             `json:"module"`
	Code        string             `json:"code"`
	Args        []string           `json:"args"`
	Cwd         string             `json:"cwd"`
	Env         map[string]*string `json:"env"`
	StopOnEntry bool               `json:"stopOnEntry"`
	Console     string             `json:"console"`
	JustMyCode  *bool              `json:"justMyCode"`
	NoDebug     bool               `json:"noDebug"`
	Recording   string             `json:"recording"`

	recorded *world.Recording // what Recording names
}

func initialize(s *session, a *clientArguments) (any, error) {
	if s.initialized {
		return nil, fmt.Errorf("the session is initialized already")
	}
	if a.PathFormat != "" && a.PathFormat != "path" {
		return nil, fmt.Errorf("pathFormat %q is not supported: use \"path\"", a.PathFormat)
	}
	s.initialized, s.client = true, *a
	return godap.Capabilities{
		SupportsConfigurationDoneRequest:   true,
		SupportsFunctionBreakpoints:        true,
		SupportsConditionalBreakpoints:     true,
		SupportsHitConditionalBreakpoints:  true,
		SupportsLogPoints:                  true,
		SupportsBreakpointLocationsRequest: true,
		SupportsEvaluateForHovers:          true,
		SupportsClipboardContext:           true,
		SupportsSetVariable:                true,
		SupportsSetExpression:              true,
		SupportsStepBack:                   true,
		SupportsRestartRequest:             true,
		SupportsTerminateRequest:           true,
		SupportTerminateDebuggee:           true,
		SupportsCompletionsRequest:         true,
		CompletionTriggerCharacters:        []string{"."},
		SupportsExceptionInfoRequest:       true,
		SupportsExceptionFilterOptions:     true,
		SupportsDelayedStackTraceLoading:   true,
		SupportsLoadedSourcesRequest:       true,
		ExceptionBreakpointFilters: []godap.ExceptionBreakpointsFilter{
			{Filter: "raised", Label: "Raised Exceptions", Description: "Stop wherever an exception is raised.", SupportsCondition: true,
				ConditionDescription: "names of exception classes, such as ValueError, OSError"},
			{Filter: "uncaught", Label: "Uncaught Exceptions", Description: "Stop where an exception was raised that nobody catches.", Default: true},
			{Filter: "deadlock", Label: "Deadlocks", Description: "Stop when no tasklet can run any more.", Default: true},
		},
	}, nil
}

func launch(s *session, a *launchArguments) (any, error) {
	p, w, err := a.program()
	if err != nil {
		return nil, err
	}
	s.launch = a
	o := debugger.Options{Program: p, World: w, Recording: a.recorded, Output: s.write, Idle: s.idle, Log: s.logPoint, Entry: a.StopOnEntry, Mine: a.JustMyCode == nil || *a.JustMyCode}
	switch a.Console {
	case "", "internalConsole":
	case "integratedTerminal", "externalTerminal":
		if !s.client.SupportsRunInTerminal {
			s.say("the client has no terminal: the program's output is shown here, and its standard input is empty")
			break
		}
		if s.terminal, err = s.openTerminal(a.Console, "Stackless: "+a.title(), w.Dir); err != nil {
			return nil, err
		}
		o.Input, o.Attend = s.terminal, s.terminal.interrupt
	default:
		return nil, fmt.Errorf("console %q is none: use internalConsole, integratedTerminal or externalTerminal", a.Console)
	}
	s.open(o)
	s.started("launch")
	return nil, nil
}

func attach(s *session, a *launchArguments) (any, error) {
	if a.Program == "" && a.Module == "" && a.Code == "" && a.Recording == "" {
		if s.kept.d == nil {
			return nil, fmt.Errorf("nothing runs here to attach to: say what to start with \"program\" or \"module\"")
		}
		s.d, s.launch, s.report = s.kept.d, s.kept.launch, s.kept.report
		*s.kept = kept{}
		s.d.Redirect(s.write, s.logPoint)
		s.awake.p.Store(s.d)
		s.started("attach")
		return nil, nil
	}
	return launch(s, a)
}

func (s *session) open(o debugger.Options) {
	s.d = debugger.Open(o)
	s.awake.p.Store(s.d)
	s.d.SetFilters(debugger.Filters{Uncaught: !s.launch.NoDebug, Deadlock: !s.launch.NoDebug})
}

// started follows the answer to launch or attach with the news that breakpoints may come.
func (s *session) started(how string) {
	s.after = func() {
		s.event("process", godap.ProcessEventBody{Name: s.launch.title(), IsLocalProcess: true, StartMethod: how, SystemProcessId: os.Getpid()})
		s.event("initialized", nil)
	}
}

func (a *launchArguments) title() string {
	switch {
	case a.Module != "":
		return "-m " + a.Module
	case a.Code != "":
		return "-c"
	case a.Recording != "":
		return a.Recording
	}
	return a.Program
}

// program checks the arguments and makes what a machine runs, as `slp run` would.
func (a *launchArguments) program() (*vm.Program, world.Options, error) {
	w := world.Options{Arguments: a.Args}
	given := 0
	for _, x := range []string{a.Program, a.Module, a.Code, a.Recording} {
		if x != "" {
			given++
		}
	}
	switch {
	case given == 0:
		return nil, w, fmt.Errorf("what is to be launched? give \"program\" (a Python file), \"module\" (a module's name) or \"recording\" (what slp record wrote)")
	case given > 1:
		return nil, w, fmt.Errorf("give only one of \"program\", \"module\", \"code\" and \"recording\"")
	}
	w.Dir = a.Cwd
	if w.Dir != "" {
		info, err := os.Stat(w.Dir)
		if err != nil || !info.IsDir() {
			return nil, w, fmt.Errorf("the working folder %q does not exist: correct \"cwd\"", a.Cwd)
		}
	} else {
		w.Dir, _ = os.Getwd()
	}
	if abs, err := filepath.Abs(w.Dir); err == nil {
		w.Dir = abs
	}
	if a.Recording != "" {
		p, err := a.loadRecording(&w)
		return p, w, err
	}
	w.Environment = environment(a.Env)
	p := &vm.Program{Args: a.Args}
	switch {
	case a.Module != "":
		p.Start, p.Name, p.Path0 = vm.Module, a.Module, w.Dir
	case a.Code != "":
		p.Start, p.Text = vm.Code, []byte(a.Code+"\n")
	default:
		name := a.Program
		if !filepath.IsAbs(name) {
			name = filepath.Join(w.Dir, name)
		}
		info, err := os.Stat(name)
		switch {
		case err != nil:
			return nil, w, fmt.Errorf("the program %q does not exist: correct \"program\"", a.Program)
		case info.IsDir():
			p.Start, p.Name = vm.Folder, a.Program
		default:
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, w, fmt.Errorf("the program %q cannot be read: %w", a.Program, err)
			}
			if vm.IsArchive(text) {
				p.Start, p.Name = vm.Folder, a.Program
				break
			}
			p.Name, p.Text = a.Program, text
			dir := filepath.Dir(name)
			if real, err := filepath.EvalSymlinks(name); err == nil {
				dir = filepath.Dir(real)
			}
			p.Path0 = dir
		}
	}
	return p, w, nil
}

// loadRecording reads the recording and the program that it is of.
func (a *launchArguments) loadRecording(w *world.Options) (*vm.Program, error) {
	name := a.Recording
	if !filepath.IsAbs(name) {
		name = filepath.Join(w.Dir, name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the recording %q cannot be read: %w", a.Recording, err)
	}
	defer func() { _ = file.Close() }()
	rec, p, _, err := vm.LoadRecording(file)
	if err != nil {
		return nil, fmt.Errorf("the recording %q cannot be read: %w", a.Recording, err)
	}
	for _, n := range rec.Notes {
		if n.Key == "folder" {
			w.Dir = n.Value
		}
	}
	a.recorded = rec
	return p, nil
}

// environment is the adapter's own, changed as the client says: null takes a variable away.
func environment(changes map[string]*string) []string {
	same := func(a, b string) bool {
		if runtime.GOOS == "windows" {
			return strings.EqualFold(a, b)
		}
		return a == b
	}
	env := os.Environ()
	names := make([]string, 0, len(changes))
	for n := range changes {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		env = slices.DeleteFunc(env, func(e string) bool {
			name, _, _ := strings.Cut(e, "=")
			return same(name, n)
		})
		if v := changes[n]; v != nil {
			env = append(env, n+"="+*v)
		}
	}
	return env
}

func configurationDone(s *session, _ *none) (any, error) {
	if s.configured {
		return nil, nil
	}
	s.configured = true
	s.after = func() {
		switch {
		case s.report != nil && s.report.Reason != debugger.Exited: // attached to a program that stands
			s.stopped(s.d.Again(s.report))
		case s.launch.StopOnEntry && !s.launch.NoDebug:
			s.stopped(s.d.Entry())
		default:
			s.running = true
			s.d.Continue()
		}
	}
	return nil, nil
}

type restartArguments struct {
	Arguments json.RawMessage `json:"arguments"`
}

func restart(s *session, a *restartArguments) (any, error) {
	fresh := *s.launch
	if len(a.Arguments) > 0 && string(a.Arguments) != "null" {
		if err := json.Unmarshal(a.Arguments, &fresh); err != nil {
			return nil, fmt.Errorf("arguments: %s", plainJSON(err))
		}
		if _, _, err := fresh.program(); err != nil {
			return nil, err
		}
	}
	s.launch = &fresh
	s.d.Restart()
	s.awake.p.Store(s.d)
	s.ended, s.configured, s.running = false, true, false
	s.after = func() {
		s.handles.clear()
		if fresh.StopOnEntry {
			s.stopped(s.d.Entry())
			return
		}
		s.running = true
		s.d.Continue()
	}
	return nil, nil
}

func terminate(s *session, _ *none) (any, error) {
	s.after = func() {
		if !s.ended {
			s.running, s.ended = false, true
			s.event("exited", godap.ExitedEventBody{ExitCode: 143})
			s.event("terminated", nil)
		}
	}
	return nil, nil
}

type disconnectArguments struct {
	Restart           bool  `json:"restart"`
	TerminateDebuggee *bool `json:"terminateDebuggee"`
}

func disconnect(s *session, a *disconnectArguments) (any, error) {
	if s.d != nil && a.TerminateDebuggee != nil && !*a.TerminateDebuggee && !s.ended {
		s.awake.p.Store(nil)
		*s.kept = kept{d: s.d, launch: s.launch, report: s.report}
		s.d.Redirect(func(debugger.Stream, string) {}, func(string, vm.Frame) {})
		s.d = nil
	}
	s.running = false
	s.over = true
	return nil, nil
}
