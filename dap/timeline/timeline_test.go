package timeline

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm"
	"slp/vm/object"
	"slp/vm/world"
)

const program = `
import stackless

class Account:
    def __init__(self, n):
        self.n = n
        self.history = []

accounts = [Account(i) for i in range(20)]
seen = {}
jobs = stackless.channel()
answers = stackless.channel()

def worker(name):
    while True:
        n = jobs.receive()
        a = accounts[n % 20]
        a.n += n
        a.history.append((name, n))
        seen[n] = seen.get(n, 0) + 1
        if n % 7 == 0:
            del a.history[:-3]
        answers.send(a.n)

def numbers(upto):
    for i in range(upto):
        yield i

for name in "abc":
    stackless.tasklet(worker)(name)
total = 0
for i in numbers(3000):
    jobs.send(i)
    total += answers.receive()
    try:
        if i % 5 == 0:
            raise KeyError(i)
    except KeyError as e:
        seen[e.args[0], "error"] = e
print(total)
`

type moment struct {
	at     vm.Instant
	digest uint64
}

// walk runs the program on a timeline, with many checkpoints, and remembers what it was like on the way.
func walk(t *testing.T) (*Timeline, []moment, moment) {
	t.Helper()
	rec := world.Record(world.Simulated(1), world.Header{})
	m := vm.New(&vm.Program{Name: "main.py", Text: []byte(program)}, rec)
	l := New(m)
	var moments []moment
	for i := 0; !m.Ended(); i++ {
		l.Run(37)
		if m.Ended() {
			break
		}
		if i%3 == 0 {
			l.lay()
		}
		if i%10 == 0 {
			moments = append(moments, moment{m.Now(), m.Digest()})
		}
	}
	require.Greater(t, len(moments), 30)
	return l, moments, moment{m.Now(), m.Digest()}
}

func TestEveryInstantIsReachedAgain(t *testing.T) {
	l, moments, end := walk(t)
	require.LessOrEqual(t, len(l.marks), mostMarks, "checkpoints are given up")
	dice := rand.New(rand.NewPCG(3, 5))
	for range 40 {
		x := moments[dice.IntN(len(moments))]
		require.True(t, l.GoTo(x.at), "%v", x.at)
		require.Equal(t, x.at, l.m.Now())
		require.Equal(t, x.digest, l.m.Digest(), "the state at %v", x.at)
	}
	require.True(t, l.Past())
	for !l.m.Ended() {
		l.Run(1 << 30)
	}
	require.Equal(t, end.digest, l.m.Digest(), "the end is the same again")
}

func TestBackwardStepByStep(t *testing.T) {
	l, moments, _ := walk(t)
	for i := len(moments) - 1; i >= 0; i -= 3 {
		require.True(t, l.GoTo(moments[i].at))
		require.Equal(t, moments[i].digest, l.m.Digest(), "the state at %v", moments[i].at)
	}
	require.True(t, l.GoTo(l.Start()))
}

func TestForgettingBoundsWhatIsKept(t *testing.T) {
	l, _, _ := walk(t)
	before := l.m.SavedObjects()
	for len(l.marks) > 3 {
		i := 1 + len(l.marks)/3
		if i >= len(l.marks)-1 {
			break
		}
		l.m.Forget(l.marks[i].cp)
		l.marks = append(l.marks[:i], l.marks[i+1:]...)
	}
	require.Less(t, l.m.SavedObjects(), before/2, "an object that was saved for two checkpoints is kept once when one of them is given up")
}

// A change that the debugger makes belongs to the run: it is there again whenever the run passes.
func TestChangesAreMadeAgain(t *testing.T) {
	rec := world.Record(world.Simulated(1), world.Header{})
	m := vm.New(&vm.Program{Name: "main.py", Text: []byte("x = 1\nfor i in range(30000):\n    x += 1\nprint(x)\n")}, rec)
	l := New(m)
	l.Run(5000)
	before := l.m.Now()
	value := func() int64 {
		f := m.Current().Top()
		v, ok := m.Simple(f, "x")
		require.True(t, ok)
		n, _ := v.AsInt()
		return n
	}
	was := value()
	l.Change(func(m *vm.Machine) { m.SetGlobal(m.Current().Top(), "x", object.Int(1_000_000)) })
	require.Equal(t, int64(1_000_000), value())
	l.Run(500)
	after, grown := l.m.Now(), value()
	require.Greater(t, grown, int64(1_000_000))

	earlier := vm.Instant{Tick: before.Tick - 300, Depth: before.Depth, PC: before.PC}
	require.True(t, l.GoTo(earlier))
	require.Less(t, value(), was)
	require.True(t, l.GoTo(after))
	require.Equal(t, grown, value(), "the change was made again on the way")
	require.True(t, l.GoTo(earlier))
	for l.m.Now().Before(after) {
		l.Run(50)
	}
	l.GoTo(after)
	require.Equal(t, grown, value(), "also when the run goes on by itself")
}

func BenchmarkStepBackOverTime(b *testing.B) {
	rec := world.Record(world.Simulated(1), world.Header{})
	m := vm.New(&vm.Program{Name: "main.py", Text: []byte("x = 0\nwhile True:\n    x += 1\n")}, rec)
	l := New(m)
	for range 200 {
		l.Run(100_000)
	}
	for b.Loop() {
		at := m.Now()
		at.Tick--
		if !l.GoTo(at) {
			b.Fatal(at)
		}
	}
}
