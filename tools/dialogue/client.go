package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

type object = map[string]any

// patience is how long an answer may take.
const patience = 30 * time.Second

// client speaks the Debug Adapter Protocol with a process.
type client struct {
	process  *exec.Cmd
	in       io.WriteCloser
	messages chan object
	held     []object // events that nobody has waited for yet
	seq      int
}

func dial(adapter string) (*client, error) {
	cmd := exec.Command(adapter, "dap")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &client{process: cmd, in: in, messages: make(chan object)}
	go func() {
		defer close(c.messages)
		r := bufio.NewReader(out)
		for {
			m, err := readMessage(r)
			if err != nil {
				return
			}
			c.messages <- m
		}
	}()
	return c, nil
}

func (c *client) hangUp() {
	c.in.Close()
	go func() {
		for range c.messages { // what it still has to say
		}
	}()
	done := make(chan struct{})
	go func() {
		_ = c.process.Wait() // how it ended does not matter any more
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = c.process.Process.Kill()
	}
}

func readMessage(r *bufio.Reader) (object, error) {
	length := 0
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, err
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if name, value, _ := strings.Cut(line, ":"); strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return nil, err
			}
		}
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, err
	}
	var m object
	return m, json.Unmarshal(body, &m)
}

func (c *client) send(command string, arguments object) error {
	c.seq++
	m := object{"seq": c.seq, "type": "request", "command": command}
	if arguments != nil {
		m["arguments"] = arguments
	}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}

// request sends and gives the body of the response.
func (c *client) request(command string, arguments object) (object, error) {
	if err := c.send(command, arguments); err != nil {
		return nil, err
	}
	for seq := c.seq; ; {
		m, err := c.next()
		if err != nil {
			return nil, err
		}
		if m["type"] != "response" || number(m["request_seq"]) != seq {
			continue
		}
		body, _ := m["body"].(object)
		if ok, _ := m["success"].(bool); !ok {
			if e, ok := body["error"].(object); ok && text(e["format"]) != "" {
				return nil, errors.New(text(e["format"]))
			}
			return nil, errors.New(text(m["message"]))
		}
		return body, nil
	}
}

// event waits for one of the events and gives its body.
func (c *client) event(names ...string) (object, error) {
	for {
		for i, m := range c.held {
			if slices.Contains(names, text(m["event"])) {
				c.held = slices.Delete(c.held, i, i+1)
				body, _ := m["body"].(object)
				return body, nil
			}
		}
		if _, err := c.next(); err != nil {
			return nil, fmt.Errorf("waiting for %s: %w", strings.Join(names, " or "), err)
		}
	}
}

// next takes a message. Events are held for whoever waits for them, output is
// printed, the refusal of a request that nobody waits for is an error.
func (c *client) next() (object, error) {
	select {
	case m, ok := <-c.messages:
		switch {
		case !ok:
			return nil, errors.New("the adapter has gone")
		case m["type"] == "event" && m["event"] == "output":
			printOutput(m)
		case m["type"] == "event":
			c.held = append(c.held, m)
		case m["command"] == "launch" && m["success"] == false:
			return nil, errors.New(text(m["message"]))
		}
		return m, nil
	case <-time.After(patience):
		return nil, fmt.Errorf("no answer in %v", patience)
	}
}

func printOutput(m object) {
	body, _ := m["body"].(object)
	if category := text(body["category"]); category != "stdout" && category != "" {
		return
	}
	for line := range strings.Lines(text(body["output"])) {
		fmt.Printf("  | %s\n", strings.TrimRight(line, "\r\n"))
	}
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

func number(v any) int {
	f, _ := v.(float64)
	return int(f)
}

func list(v any) []object {
	var all []object
	items, _ := v.([]any)
	for _, item := range items {
		if o, ok := item.(object); ok {
			all = append(all, o)
		}
	}
	return all
}
