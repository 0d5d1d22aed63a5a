package tests

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm"
	"slp/vm/world"
)

// The benchmarks are programs with a loop of b.N turns, so that ns/op is the
// price of one turn. `make bench` runs them.

func benchmark(b *testing.B, source string) {
	m := vm.New(&vm.Program{Name: "bench.py", Text: fmt.Appendf(nil, "N = %d\n%s", b.N, source)}, new(quiet))
	b.ResetTimer()
	require.Zero(b, m.RunToEnd())
}

func BenchmarkLoop(b *testing.B) {
	benchmark(b, `
def f(n):
    total = 0
    for i in range(n):
        total += i & 7
f(N)
`)
}

func BenchmarkCall(b *testing.B) {
	benchmark(b, `
def g(x): return x
def f(n):
    for i in range(n):
        g(i)
f(N)
`)
}

func BenchmarkMethod(b *testing.B) {
	benchmark(b, `
class A:
    def __init__(self): self.n = 0
    def add(self, x): self.n += x
def f(a, n):
    for i in range(n):
        a.add(i)
f(A(), N)
`)
}

func BenchmarkSwitch(b *testing.B) {
	for _, tasklets := range []int{2, 100, 10_000} {
		b.Run(fmt.Sprint(tasklets), func(b *testing.B) {
			benchmark(b, fmt.Sprintf(`
import stackless
def f(n):
    schedule = stackless.schedule
    for i in range(n):
        schedule()
for i in range(%d):
    stackless.tasklet(f)(N // %[1]d + 1)
stackless.run()
`, tasklets))
		})
	}
}

func BenchmarkPingPong(b *testing.B) {
	benchmark(b, `
import stackless
a, b = stackless.channel(), stackless.channel()
def ping(n):
    for i in range(n):
        a.send(i)
        b.receive()
def pong(n):
    for i in range(n):
        b.send(a.receive())
stackless.tasklet(ping)(N)
stackless.tasklet(pong)(N)
stackless.run()
`)
}

func BenchmarkCreateAndRun(b *testing.B) {
	benchmark(b, `
import stackless
def f(x): pass
def g(n):
    while n > 0:
        for i in range(min(n, 1000)):
            stackless.tasklet(f)(i)
        stackless.run()
        n -= 1000
g(N)
`)
}

// BenchmarkBlocked reports the memory of a tasklet that waits on a channel.
func BenchmarkBlocked(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	m := vm.New(&vm.Program{Name: "bench.py", Text: fmt.Appendf(nil, `
import stackless
c = stackless.channel()
def wait(): c.receive()
for i in range(%d):
    stackless.tasklet(wait)()
stackless.run()
assert c.balance == -%[1]d
`, b.N)}, new(quiet))
	require.Zero(b, m.RunToEnd())
	b.StopTimer()
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(b.N), "B/tasklet")
	runtime.KeepAlive(m)
}

// BenchmarkRecorded is BenchmarkSwitch/100 as a debugger runs it: recorded,
// with a checkpoint now and then.
func BenchmarkRecorded(b *testing.B) {
	m := vm.New(&vm.Program{Name: "bench.py", Text: fmt.Appendf(nil, `
import stackless
def f(n):
    schedule = stackless.schedule
    for i in range(n):
        schedule()
for i in range(100):
    stackless.tasklet(f)(%d // 100 + 1)
stackless.run()
`, b.N)}, world.Record(new(quiet), world.Header{}))
	b.ResetTimer()
	for last := m.Checkpoint(); !m.Ended(); {
		m.Run(2_000_000)
		m.Forget(last)
		last = m.Checkpoint()
	}
}

func BenchmarkSpecialMethods(b *testing.B) {
	benchmark(b, `
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return self
    def __lt__(self, o): return False
    @property
    def p(self): return self.n
def f(v, n):
    for i in range(n):
        if v + v < v: v.p
        v.p
f(V(1), N)
`)
}

func BenchmarkSortByLt(b *testing.B) {
	benchmark(b, `
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
sorted([V(i * 7919 % 100003) for i in range(N)])
`)
}

func BenchmarkSlices(b *testing.B) {
	benchmark(b, `
def f(l, n):
    for i in range(n):
        l[1:3] = l[2:4]
f(list(range(8)), N)
`)
}

func BenchmarkConcat(b *testing.B) {
	benchmark(b, `
def f(n):
    s = ""
    for i in range(n):
        s += "ab"
        if len(s) > 200: s = ""
f(N)
`)
}
