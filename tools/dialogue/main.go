// Dialogue plays an editor: it reads a script, says it to a debug adapter over
// the Debug Adapter Protocol, and prints what happens in words.
//
//	dialogue [-adapter slp] SCRIPT
//
// A line of the script is one of
//
//	launch FILE          start a program, stopped before its first line is run
//	catch FILTER...      stop at exceptions
//	break FILE:LINE      set a breakpoint
//	go                   the configuration is done: run to the first stop
//	continue reverse next back in out
//	                     move, and wait for the stop
//	show EXPRESSION      evaluate it where the program stands
//	where                the stack
//	tasklets             all of them
//	say TEXT             for the reader
//	# remark
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	adapter := flag.String("adapter", "slp", "the slp binary")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: dialogue [-adapter slp] SCRIPT")
		os.Exit(2)
	}
	if err := run(*adapter, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "dialogue:", err)
		os.Exit(1)
	}
}

func run(adapter, script string) error {
	text, err := os.ReadFile(script)
	if err != nil {
		return err
	}
	c, err := dial(adapter)
	if err != nil {
		return err
	}
	defer c.hangUp()
	p := &player{client: c, dir: filepath.Dir(script), breakpoints: map[string][]int{}}
	if err := p.hello(); err != nil {
		return err
	}
	in := bufio.NewScanner(strings.NewReader(string(text)))
	for number := 1; in.Scan(); number++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if err := p.play(word, strings.TrimSpace(rest)); err != nil {
			return fmt.Errorf("%s:%d: %s: %w", script, number, line, err)
		}
	}
	return p.bye()
}

// player is the state of the play.
type player struct {
	*client
	dir         string
	breakpoints map[string][]int // by file
	thread      int
	frame       int
}

func (p *player) hello() error {
	_, err := p.request("initialize", object{
		"adapterID": "stackless", "clientID": "dialogue", "linesStartAt1": true, "columnsStartAt1": true, "pathFormat": "path",
	})
	return err
}

func (p *player) bye() error {
	_, err := p.request("disconnect", object{"terminateDebuggee": true})
	return err
}

// moves are the requests that end in a stop.
var moves = map[string]string{
	"continue": "continue", "reverse": "reverseContinue", "next": "next", "back": "stepBack", "in": "stepIn", "out": "stepOut",
}

func (p *player) play(word, rest string) error {
	if command, ok := moves[word]; ok {
		fmt.Printf("> %s\n", word)
		return p.move(command, object{"threadId": p.thread})
	}
	switch word {
	case "say":
		fmt.Printf("\n  %s\n", rest)
		return nil
	case "launch":
		fmt.Printf("> launch %s\n", rest)
		return p.launch(p.path(rest))
	case "catch":
		fmt.Printf("> stop at %s exceptions\n", rest)
		_, err := p.request("setExceptionBreakpoints", object{"filters": strings.Fields(rest)})
		return err
	case "break":
		fmt.Printf("> break at %s\n", rest)
		return p.setBreakpoint(rest)
	case "go":
		fmt.Println("> run")
		return p.move("configurationDone", object{})
	case "show":
		return p.show(rest)
	case "where":
		return p.where()
	case "tasklets":
		return p.tasklets()
	}
	return fmt.Errorf("no such word")
}

func (p *player) path(name string) string {
	full, err := filepath.Abs(filepath.Join(p.dir, name))
	if err != nil {
		return name
	}
	return full
}

// launch does not wait for the answer: an adapter may hold it back until the
// configuration is done.
func (p *player) launch(program string) error {
	if err := p.send("launch", object{"program": program, "cwd": filepath.Dir(program), "console": "internalConsole"}); err != nil {
		return err
	}
	_, err := p.event("initialized")
	return err
}

func (p *player) setBreakpoint(place string) error {
	name, number, ok := strings.Cut(place, ":")
	line, err := strconv.Atoi(number)
	if !ok || err != nil {
		return fmt.Errorf("FILE:LINE expected")
	}
	p.breakpoints[name] = append(p.breakpoints[name], line)
	var points []object
	for _, l := range p.breakpoints[name] {
		points = append(points, object{"line": l})
	}
	_, err = p.request("setBreakpoints", object{"source": object{"path": p.path(name)}, "breakpoints": points})
	return err
}

// move says something that makes the program run, and tells where it stops.
func (p *player) move(command string, arguments object) error {
	if _, err := p.request(command, arguments); err != nil {
		return err
	}
	body, err := p.event("stopped", "terminated")
	if err != nil {
		return err
	}
	if body["reason"] == nil {
		fmt.Println("  the program has ended")
		return nil
	}
	p.thread = number(body["threadId"])
	reason := text(body["description"])
	if reason == "" {
		reason = text(body["reason"])
	}
	if more := text(body["text"]); more != "" && more != reason {
		reason += ": " + more
	}
	fmt.Printf("  stopped: %s, in %s\n", reason, p.threadName())
	frames, err := p.frames(1)
	if err != nil {
		return err
	}
	if len(frames) == 0 {
		return nil
	}
	p.frame = number(frames[0]["id"])
	fmt.Printf("  %s\n", describe(frames[0]))
	return nil
}

func (p *player) threads() ([]object, error) {
	body, err := p.request("threads", nil)
	return list(body["threads"]), err
}

func (p *player) threadName() string {
	threads, err := p.threads()
	if err == nil {
		for _, t := range threads {
			if number(t["id"]) == p.thread {
				return text(t["name"])
			}
		}
	}
	return fmt.Sprintf("tasklet %d", p.thread)
}

func (p *player) tasklets() error {
	fmt.Println("> tasklets")
	threads, err := p.threads()
	for _, t := range threads {
		fmt.Printf("  %s\n", text(t["name"]))
	}
	return err
}

func (p *player) frames(levels int) ([]object, error) {
	body, err := p.request("stackTrace", object{"threadId": p.thread, "startFrame": 0, "levels": levels})
	return list(body["stackFrames"]), err
}

func (p *player) where() error {
	fmt.Println("> where")
	frames, err := p.frames(0)
	for _, f := range frames {
		fmt.Printf("  %s\n", describe(f))
	}
	return err
}

// describe tells a frame in a line, with its source.
func describe(frame object) string {
	source, _ := frame["source"].(object)
	line := number(frame["line"])
	where := fmt.Sprintf("%s:%d in %s", filepath.Base(text(source["path"])), line, text(frame["name"]))
	code, err := os.ReadFile(text(source["path"]))
	if err != nil {
		return where
	}
	lines := strings.Split(string(code), "\n")
	if line < 1 || line > len(lines) {
		return where
	}
	return fmt.Sprintf("%-28s | %s", where, strings.TrimRight(lines[line-1], " \r"))
}

func (p *player) show(expression string) error {
	body, err := p.request("evaluate", object{"expression": expression, "frameId": p.frame, "context": "watch"})
	if err != nil {
		return err
	}
	fmt.Printf("  %s = %s\n", expression, text(body["result"]))
	return nil
}
