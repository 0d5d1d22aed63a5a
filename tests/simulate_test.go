package tests

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm"
	"slp/vm/world"
)

// TestSimulate makes programs from seeds: tasklets that send, receive, yield,
// start each other, throw, kill and call run() on channels of every kind. A
// model of Stackless's rules, a page of Go below, says what they have to
// print. The machine is run in slices of random length, from a recording it
// makes of itself, so that the same run is also had twice.
//
// A seed that once found a fault is a line in simulate/seeds.txt.
func TestSimulate(t *testing.T) {
	seeds := keptSeeds(t)
	count := uint64(300)
	if *long {
		count = 10_000
	}
	for seed := range count {
		seeds = append(seeds, seed)
	}
	for _, seed := range seeds {
		if problem := simulate(seed); problem != "" {
			t.Fatalf("seed %d: %s\nKeep it in simulate/seeds.txt.", seed, problem)
		}
	}
}

func keptSeeds(t *testing.T) []uint64 {
	f, err := os.Open("simulate/seeds.txt")
	require.NoError(t, err)
	defer f.Close()
	var seeds []uint64
	for in := bufio.NewScanner(f); in.Scan(); {
		line, _, _ := strings.Cut(in.Text(), "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		seed, err := strconv.ParseUint(line, 10, 64)
		require.NoError(t, err)
		seeds = append(seeds, seed)
	}
	return seeds
}

func simulate(seed uint64) string {
	p := newScene(seed)
	want := p.perform()
	source := p.source()
	recorder := world.Record(world.Simulated(seed), world.Header{})
	got, digest := runInSlices(source, recorder, 1<<40, seed)
	if got != want {
		return fmt.Sprintf("it printed\n%s\nby the rules it is\n%s\nthe program:\n%s", got, want, source)
	}
	again, digestAgain := runInSlices(source, world.Replay(recorder.Recording()), 50, seed)
	if again != want || digestAgain != digest {
		return fmt.Sprintf("replayed in small slices it printed\n%s\nand first it was\n%s\nthe program:\n%s", again, want, source)
	}
	return ""
}

// runInSlices runs a program and gives what it printed, and how it ended.
func runInSlices(source string, w world.World, slice int64, seed uint64) (output string, digest uint64) {
	var out strings.Builder
	m := vm.New(&vm.Program{Name: "play.py", Text: []byte(source)}, tap{w, &out})
	random := rand.New(rand.NewPCG(seed, 3))
	for total := int64(0); !m.Ended() && total < 10_000_000; {
		n := 1 + random.Int64N(slice)
		if s := m.Run(n); s.Why == vm.Waiting || s.Why == vm.Deadlocked {
			return out.String() + "the machine stopped", 0
		}
		total += n
	}
	return out.String(), m.Digest()
}

// tap listens to what a program prints.
type tap struct {
	world.World
	out *strings.Builder
}

func (t tap) Ask(q world.Question) world.Answer {
	if q.Kind == world.KindWrite && (q.Fd == 1 || q.Fd == 2) {
		t.out.Write(q.Data)
	}
	return t.World.Ask(q)
}

// step is one thing that a tasklet does. With is a channel, or for spawn and
// kill a tasklet.
type step struct {
	what string
	with int
}

var whats = []string{"send", "send", "send", "receive", "receive", "receive", "schedule", "spawn", "throw", "kill", "run"}

// player is a tasklet of the model.
type player struct {
	id      int
	steps   []step
	at      int
	heard   string // what the step it is in gave, when it goes on
	blocked int    // on this channel, or -1
	started bool
	dead    bool
}

// stage is a channel of the model.
type stage struct {
	preference  int
	scheduleAll bool
	sending     bool      // who waits, waits to send
	queue       []*player // who waits
	values      []string  // what the senders that wait bring
}

// scene is a program and the model that performs it.
type scene struct {
	players  []*player
	stages   []*stage
	first    int       // so many are started by the main tasklet
	circle   []*player // who can run; the first one runs
	watchers []*player // who is in run(), besides the main tasklet
	unheard  string    // the exception of the last one that could run: nobody receives it, so it ends the run()
	out      strings.Builder
}

func newScene(seed uint64) *scene {
	r := rand.New(rand.NewPCG(seed, 2))
	p := &scene{}
	for range 1 + r.IntN(3) {
		p.stages = append(p.stages, &stage{preference: r.IntN(3) - 1, scheduleAll: r.IntN(4) == 0})
	}
	n := 2 + r.IntN(6)
	p.first = 2 + r.IntN(n-1)
	for id := range n {
		one := &player{id: id, blocked: -1}
		for range 1 + r.IntN(7) {
			s := step{what: whats[r.IntN(len(whats))]}
			if s.what == "spawn" || s.what == "kill" {
				s.with = r.IntN(n)
			} else {
				s.with = r.IntN(len(p.stages))
			}
			one.steps = append(one.steps, s)
		}
		p.players = append(p.players, one)
	}
	return p
}

// source writes the play as a program.
func (p *scene) source() string {
	var b strings.Builder
	b.WriteString(`import stackless
PLAYS = {}
T = {}
`)
	for _, one := range p.players {
		fmt.Fprintf(&b, "PLAYS[%d] = [", one.id)
		for _, s := range one.steps {
			fmt.Fprintf(&b, "(%q, %d), ", s.what, s.with)
		}
		b.WriteString("]\n")
	}
	b.WriteString("C = []\n")
	for _, c := range p.stages {
		all := 0
		if c.scheduleAll {
			all = 1
		}
		fmt.Fprintf(&b, "C.append(stackless.channel()); C[-1].preference = %d; C[-1].schedule_all = %d\n", c.preference, all)
	}
	b.WriteString(`
def play(me):
    for i, (what, w) in enumerate(PLAYS[me]):
        heard = ""
        try:
            if what == "send":
                C[w].send(f"{me}.{i}")
            elif what == "throw":
                C[w].send_exception(ValueError, f"{me}.{i}")
            elif what == "receive":
                heard = " " + C[w].receive()
            elif what == "schedule":
                stackless.schedule()
            elif what == "run":
                stackless.run()
            elif what == "spawn" and w not in T:
                T[w] = stackless.tasklet(play)(w)
            elif what == "kill" and w in T and T[w].blocked:
                T[w].kill()
        except ValueError as e:
            heard = " caught " + str(e)
        print(me, i, what + heard)
    print(me, "ends")

`)
	fmt.Fprintf(&b, "for me in range(%d):\n    T[me] = stackless.tasklet(play)(me)\n", p.first)
	b.WriteString(`while True:
    try:
        stackless.run()
        break
    except ValueError as e:
        print("main caught", e)
print("balance", *[c.balance for c in C])
`)
	return b.String()
}

// perform says what the program prints, by the rules of Stackless.
func (p *scene) perform() string {
	for _, one := range p.players[:p.first] {
		p.start(one)
	}
	for {
		for len(p.circle) > 0 {
			p.turn(p.circle[0])
		}
		unheard := p.unheard
		p.unheard = ""
		if len(p.watchers) == 0 {
			if unheard == "" {
				break
			}
			fmt.Fprintf(&p.out, "main%s\n", unheard)
			continue
		}
		last := len(p.watchers) - 1
		one := p.watchers[last]
		p.watchers = p.watchers[:last]
		p.circle = append(p.circle, one)
		if unheard != "" {
			one.heard = unheard
		}
	}
	p.out.WriteString("balance")
	for _, c := range p.stages {
		n := len(c.queue)
		if !c.sending {
			n = -n
		}
		fmt.Fprintf(&p.out, " %d", n)
	}
	p.out.WriteString("\n")
	return p.out.String()
}

func (p *scene) start(one *player) {
	one.started = true
	p.circle = append(p.circle, one)
}

// turn lets a player go on until it gives way. The step it comes back to is
// told when it comes back.
func (p *scene) turn(one *player) {
	for ; one.at < len(one.steps); one.at++ {
		s := one.steps[one.at]
		if one.heard == "" { // it begins the step
			one.heard = " "
			if p.begin(one, s) {
				return
			}
		}
		fmt.Fprintf(&p.out, "%d %d %s%s\n", one.id, one.at, s.what, strings.TrimSuffix(one.heard, " "))
		one.heard = ""
	}
	fmt.Fprintf(&p.out, "%d ends\n", one.id)
	one.dead = true
	p.circle = p.circle[1:]
}

// begin does a step, and reports whether somebody else runs now.
func (p *scene) begin(one *player, s step) bool {
	switch s.what {
	case "schedule":
		return p.rotate()
	case "run":
		p.circle = p.circle[1:]
		p.watchers = append(p.watchers, one)
		return true
	case "spawn":
		if other := p.players[s.with]; !other.started {
			p.start(other)
		}
	case "kill":
		if other := p.players[s.with]; other.blocked >= 0 {
			p.stages[other.blocked].leave(other)
			other.dead = true
		}
	default:
		return p.act(one, p.stages[s.with], s.what)
	}
	return false
}

// rotate lets the next one run, and reports whether that is another.
func (p *scene) rotate() bool {
	p.circle = append(p.circle[1:], p.circle[0])
	return len(p.circle) > 1
}

// act is what happens at a channel.
func (p *scene) act(one *player, c *stage, what string) bool {
	sends := what != "receive"
	brings := fmt.Sprintf(" %d.%d", one.id, one.at)
	if what == "throw" {
		brings = " caught" + brings
	}
	if len(c.queue) == 0 || c.sending == sends {
		c.sending = sends
		c.queue, c.values = append(c.queue, one), append(c.values, brings)
		one.blocked = index(p.stages, c)
		p.circle = p.circle[1:]
		if what == "throw" && len(p.circle) == 0 {
			p.unheard = brings
		}
		return true
	}
	other, brought := c.queue[0], c.values[0]
	c.leave(other)
	prefers := c.preference == 1 // the sender goes on
	if sends {
		other.heard = brings
		prefers = c.preference == -1
	} else {
		one.heard = brought
	}
	switch {
	case c.scheduleAll:
		p.circle = append(p.circle, other)
		return p.rotate()
	case prefers:
		p.circle = append([]*player{p.circle[0], other}, p.circle[1:]...)
		return p.rotate()
	}
	p.circle = append(p.circle, other)
	return false
}

func (c *stage) leave(one *player) {
	i := index(c.queue, one)
	c.queue = append(c.queue[:i:i], c.queue[i+1:]...)
	c.values = append(c.values[:i:i], c.values[i+1:]...)
	one.blocked = -1
}

func index[T comparable](all []T, one T) int {
	for i, x := range all {
		if x == one {
			return i
		}
	}
	panic("it is not there")
}
