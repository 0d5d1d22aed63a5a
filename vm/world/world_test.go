package world_test

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"slp/vm/world"
)

// asker numbers questions as a machine does.
type asker struct {
	w    world.World
	next uint64
}

func (a *asker) ask(q world.Question) world.Answer {
	q.Number = a.next
	a.next++
	return a.w.Ask(q)
}

func (a *asker) must(t *testing.T, q world.Question) world.Answer {
	t.Helper()
	r := a.ask(q)
	require.Zero(t, r.Errno, "%s: %s", q, r.Reason())
	return r
}

// worlds are the two that have files of their own; a test of files holds for both.
func worlds(t *testing.T, test func(t *testing.T, a *asker)) {
	t.Run("simulated", func(t *testing.T) { test(t, &asker{w: world.Simulated(1)}) })
	t.Run("real", func(t *testing.T) {
		s := world.Real(world.Options{Dir: t.TempDir(), Stdin: strings.NewReader("typed\n"), Stdout: new(strings.Builder)})
		defer s.Shutdown()
		test(t, &asker{w: s})
	})
}

func TestFiles(t *testing.T) {
	worlds(t, func(t *testing.T, a *asker) {
		fd := int(a.must(t, world.Open("a.txt", world.OpenReadWrite|world.OpenCreate, 0o644)).N)
		require.Equal(t, 3, fd, "the lowest free descriptor")
		require.EqualValues(t, 5, a.must(t, world.Write(fd, []byte("hello"), world.AtCursor)).N)
		require.EqualValues(t, 3, a.must(t, world.Write(fd, []byte("LLO"), 2)).N)
		require.EqualValues(t, 1, a.must(t, world.Seek(fd, -4, 2)).N)
		require.Equal(t, "eLLO", string(a.must(t, world.Read(fd, 100, world.AtCursor)).Data))
		require.Empty(t, a.must(t, world.Read(fd, 100, world.AtCursor)).Data)
		require.Equal(t, "LL", string(a.must(t, world.Read(fd, 2, 2)).Data))
		a.must(t, world.Truncate(fd, 3))
		st := a.must(t, world.FileStat(fd)).Stat
		require.True(t, st.IsFile())
		require.EqualValues(t, 3, st.Size)
		require.EqualValues(t, 0o644, st.Mode&0o777)

		other := int(a.must(t, world.Duplicate(fd)).N)
		a.must(t, world.Seek(other, 1, 0))
		require.Equal(t, "eL", string(a.must(t, world.Read(fd, 9, world.AtCursor)).Data), "the place is shared")
		a.must(t, world.Close(fd))
		a.must(t, world.Seek(other, 0, 0))
		require.EqualValues(t, 9, a.must(t, world.DuplicateTo(other, 9)).N)
		a.must(t, world.Close(other))
		require.Equal(t, "heL", string(a.must(t, world.Read(9, 9, world.AtCursor)).Data))
		a.must(t, world.Close(9))

		require.Equal(t, world.EBADF, a.ask(world.Close(9)).Errno)
		require.Equal(t, world.EBADF, a.ask(world.Read(-1, 1, world.AtCursor)).Errno)
		require.Equal(t, world.EBADF, a.ask(world.Write(77, []byte("x"), world.AtCursor)).Errno)
		require.Equal(t, world.ENOENT, a.ask(world.Open("none", world.OpenReadOnly, 0)).Errno)
		require.Equal(t, world.ENOENT, a.ask(world.Open("", world.OpenReadOnly, 0)).Errno)
		require.Equal(t, world.EEXIST, a.ask(world.Open("a.txt", world.OpenWriteOnly|world.OpenCreate|world.OpenExclusive, 0o600)).Errno)
		require.Equal(t, world.ENOTDIR, a.ask(world.Open("a.txt/b", world.OpenReadOnly, 0)).Errno)

		fd = int(a.must(t, world.Open("a.txt", world.OpenWriteOnly|world.OpenAppend, 0)).N)
		a.must(t, world.Write(fd, []byte("!"), world.AtCursor))
		require.Equal(t, world.EBADF, a.ask(world.Read(fd, 1, world.AtCursor)).Errno)
		a.must(t, world.Sync(fd))
		a.must(t, world.Close(fd))
		require.EqualValues(t, 4, a.must(t, world.PathStat("a.txt")).Stat.Size)
	})
}

func TestDirectories(t *testing.T) {
	worlds(t, func(t *testing.T, a *asker) {
		a.must(t, world.MakeDir("d", 0o755))
		require.Equal(t, world.EEXIST, a.ask(world.MakeDir("d", 0o755)).Errno)
		require.Equal(t, world.ENOENT, a.ask(world.MakeDir("no/d", 0o755)).Errno)
		a.must(t, world.MakeDir("d/e/", 0o700))
		a.must(t, world.Close(int(a.must(t, world.Open("d/f", world.OpenWriteOnly|world.OpenCreate, 0o666)).N)))
		a.must(t, world.Symlink("f", "d/l"))
		names := a.must(t, world.List("d"))
		require.Equal(t, []string{"e d", "f f", "l l"}, listed(names))
		require.Equal(t, world.ENOTDIR, a.ask(world.List("d/f")).Errno)
		require.Equal(t, "f", a.must(t, world.ReadLink("d/l")).Text)
		require.Equal(t, world.EINVAL, a.ask(world.ReadLink("d/f")).Errno)
		require.EqualValues(t, world.ModeLink, a.must(t, world.LinkStat("d/l")).Stat.Mode&world.ModeType)
		require.True(t, a.must(t, world.PathStat("d/l")).Stat.IsFile())

		a.must(t, world.Link("d/f", "d/g"))
		require.EqualValues(t, 2, a.must(t, world.PathStat("d/g")).Stat.Links)
		require.Equal(t, a.must(t, world.PathStat("d/g")).Stat.Inode, a.must(t, world.PathStat("d/f")).Stat.Inode)

		require.Equal(t, world.ENOTEMPTY, a.ask(world.RemoveDir("d")).Errno)
		require.Equal(t, world.ENOTDIR, a.ask(world.RemoveDir("d/f")).Errno)
		require.Equal(t, world.EISDIR, a.ask(world.Remove("d/e")).Errno)
		a.must(t, world.Rename("d/f", "d/g2"))
		a.must(t, world.Rename("d/e", "e2"))
		require.Equal(t, world.EINVAL, a.ask(world.Rename("d", "d/inside")).Errno)
		require.Equal(t, world.ENOENT, a.ask(world.Rename("none", "x")).Errno)
		a.must(t, world.MakeDir("empty", 0o755))
		a.must(t, world.Rename("e2", "empty"))
		require.Equal(t, []string{"d d", "empty d"}, listed(a.must(t, world.List("."))))
		for _, p := range []string{"d/g", "d/g2", "d/l"} {
			a.must(t, world.Remove(p))
		}
		a.must(t, world.RemoveDir("d"))

		before := a.must(t, world.WorkingDir()).Text
		a.must(t, world.ChangeDir("empty"))
		require.Equal(t, before+"/empty", a.must(t, world.WorkingDir()).Text)
		a.must(t, world.ChangeDir(".."))
		require.Equal(t, before, a.must(t, world.WorkingDir()).Text)
		require.Equal(t, world.ENOENT, a.ask(world.ChangeDir("nowhere")).Errno)

		a.must(t, world.Symlink("loop", "loop"))
		require.Equal(t, world.ELOOP, a.ask(world.PathStat("loop")).Errno)
		require.Equal(t, world.ENAMETOOLONG, a.ask(world.PathStat(strings.Repeat("x", 300))).Errno)
		a.must(t, world.Symlink(before+"/empty", "abs"))
		require.True(t, a.must(t, world.PathStat("abs/../empty/.")).Stat.IsDir())
	})
}

func listed(a world.Answer) []string {
	var out []string
	for i, name := range a.List {
		out = append(out, name+" "+string(a.Data[i]))
	}
	sort.Strings(out)
	return out
}

func TestModesAndTimes(t *testing.T) {
	worlds(t, func(t *testing.T, a *asker) {
		old := a.must(t, world.SetMask(0o077)).N
		a.must(t, world.Close(int(a.must(t, world.Open("m", world.OpenWriteOnly|world.OpenCreate, 0o666)).N)))
		require.EqualValues(t, 0o077, a.must(t, world.SetMask(uint32(old))).N)
		require.EqualValues(t, 0o600, a.must(t, world.PathStat("m")).Stat.Mode&0o777)
		a.must(t, world.ChangeMode("m", 0o751))
		require.EqualValues(t, 0o751, a.must(t, world.PathStat("m")).Stat.Mode&0o777)
		a.must(t, world.SetTimes("m", 1_000_000_000, 2_500_000_000))
		st := a.must(t, world.PathStat("m")).Stat
		require.EqualValues(t, 1_000_000_000, st.Accessed)
		require.EqualValues(t, 2_500_000_000, st.Modified)
		a.must(t, world.Access("m", 4))
		require.Equal(t, world.ENOENT, a.ask(world.Access("n", 0)).Errno)
		require.Len(t, a.must(t, world.DiskSpace(".")).List, 3)
	})
}

func TestPipesAndWaiting(t *testing.T) {
	worlds(t, func(t *testing.T, a *asker) {
		p := a.must(t, world.Pipe())
		r, w := int(p.N), int(p.M)
		now := a.must(t, world.Clock(world.ClockMonotonic)).N
		quiet := a.must(t, world.Wait(now+int64(2*time.Millisecond), world.Interest{Fd: r, Read: true}))
		require.Zero(t, quiet.N)
		require.Equal(t, []byte{0}, quiet.Data)
		require.GreaterOrEqual(t, a.must(t, world.Clock(world.ClockMonotonic)).N, now+int64(2*time.Millisecond))

		a.must(t, world.Write(w, []byte("ab"), world.AtCursor))
		ready := a.must(t, world.Wait(world.Forever, world.Interest{Fd: r, Read: true}, world.Interest{Fd: w, Write: true}))
		require.EqualValues(t, 2, ready.N)
		require.Equal(t, []byte{world.WaitReadable, world.WaitWritable}, ready.Data)
		require.Equal(t, "ab", string(a.must(t, world.Read(r, 10, world.AtCursor)).Data))
		require.Equal(t, world.ESPIPE, a.ask(world.Seek(r, 0, 0)).Errno)
		require.EqualValues(t, world.ModeFIFO, a.must(t, world.FileStat(r)).Stat.Mode&world.ModeType)
		a.must(t, world.Close(w))
		require.Empty(t, a.must(t, world.Read(r, 10, world.AtCursor)).Data)
		require.Equal(t, world.EBADF, a.ask(world.Wait(0, world.Interest{Fd: 99, Read: true})).Errno)
	})
}

func TestClocksAndFacts(t *testing.T) {
	worlds(t, func(t *testing.T, a *asker) {
		for _, which := range []int{world.ClockMonotonic, world.ClockWall, world.ClockProcess, world.ClockThread} {
			first := a.must(t, world.Clock(which)).N
			require.Positive(t, first)
			require.GreaterOrEqual(t, a.must(t, world.Clock(which)).N, first)
		}
		require.Equal(t, world.EINVAL, a.ask(world.Clock(9)).Errno)
		require.Len(t, a.must(t, world.Random(33)).Data, 33)
		require.Equal(t, world.EINVAL, a.ask(world.Random(-1)).Errno)
		for _, f := range []string{world.FactPID, world.FactCPUs} {
			require.Positive(t, a.must(t, world.Fact(f)).N, f)
		}
		for _, f := range []string{world.FactPlatform, world.FactMachine, world.FactSystem, world.FactRelease, world.FactVersion, world.FactNode, world.FactExecutable, world.FactTempDir} {
			require.NotEmpty(t, a.must(t, world.Fact(f)).Text, f)
		}
		require.Equal(t, world.EINVAL, a.ask(world.Fact("weight")).Errno)
		require.Zero(t, a.must(t, world.IsTerminal(0)).N)
		require.Equal(t, world.ENOTTY, a.ask(world.TerminalSize(0)).Errno)
	})
}

func TestZone(t *testing.T) {
	s := &asker{w: world.Real(world.Options{Environment: []string{"TZ=Europe/Berlin"}})}
	if _, err := time.LoadLocation("Europe/Berlin"); err != nil {
		require.Equal(t, "UTC", s.must(t, world.Zone("Europe/Berlin", 0)).Text, "an unknown zone is UTC")
		return
	}
	summer := s.must(t, world.Zone("", 1_750_000_000))
	require.EqualValues(t, []any{int64(7200), int64(1), "CEST"}, []any{summer.N, summer.M, summer.Text})
	require.Equal(t, "UTC", s.must(t, world.Zone("No/Where", 0)).Text)
}

func TestConsole(t *testing.T) {
	var out, errs strings.Builder
	a := &asker{w: world.Real(world.Options{
		Arguments: []string{"a", "b"}, Environment: []string{"X=1"}, Stdin: strings.NewReader("typed\n"), Stdout: &out, Stderr: &errs,
	})}
	a.must(t, world.Write(1, []byte("one"), world.AtCursor))
	a.must(t, world.Write(2, []byte("two"), world.AtCursor))
	require.Equal(t, "typed\n", string(a.must(t, world.Read(0, 100, world.AtCursor)).Data))
	require.Empty(t, a.must(t, world.Read(0, 100, world.AtCursor)).Data)
	require.Equal(t, "one", out.String())
	require.Equal(t, "two", errs.String())
	require.Equal(t, []string{"a", "b"}, a.must(t, world.Arguments()).List)
	require.Equal(t, []string{"X=1"}, a.must(t, world.Environment()).List)

	// A program may lead its output elsewhere and back.
	saved := int(a.must(t, world.Duplicate(1)).N)
	a.must(t, world.DuplicateTo(2, 1))
	a.must(t, world.Write(1, []byte("!"), world.AtCursor))
	a.must(t, world.DuplicateTo(saved, 1))
	a.must(t, world.Write(1, []byte("?"), world.AtCursor))
	require.Equal(t, "one?", out.String())
	require.Equal(t, "two!", errs.String())
}

func TestInterrupt(t *testing.T) {
	s := world.Real(world.Options{})
	defer s.Shutdown()
	a := &asker{w: s}
	s.Signal(2) // before the wait: not lost
	require.Equal(t, world.EINTR, a.ask(world.Wait(world.Forever)).Errno)
	require.EqualValues(t, 1<<2, a.must(t, world.Signals()).N)
	require.Zero(t, a.must(t, world.Signals()).N)

	go func() {
		time.Sleep(5 * time.Millisecond)
		s.Interrupt()
	}()
	require.Equal(t, world.EINTR, a.ask(world.Wait(world.Forever)).Errno)

	p := a.must(t, world.Pipe())
	go func() {
		time.Sleep(5 * time.Millisecond)
		s.Interrupt()
	}()
	require.Equal(t, world.EINTR, a.ask(world.Read(int(p.N), 1, world.AtCursor)).Errno, "a blocking read ends, too")
}

func TestTwoSystemsHaveTheirOwnDirectory(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	a := &asker{w: world.Real(world.Options{Dir: one})}
	b := &asker{w: world.Real(world.Options{Dir: two})}
	require.NoError(t, os.WriteFile(filepath.Join(two, "f"), []byte("x"), 0o600))
	require.Equal(t, world.ENOENT, a.ask(world.PathStat("f")).Errno)
	b.must(t, world.PathStat("f"))
}

func TestSimulationDependsOnItsSeedAlone(t *testing.T) {
	run := func(seed uint64) string {
		s := world.Simulated(seed)
		s.ChooseAny()
		require.True(t, world.Choosing(s))
		a := &asker{w: s}
		var b strings.Builder
		for range 20 {
			b.WriteByte('0' + byte(a.must(t, world.Choose(7)).N))
		}
		b.Write(a.must(t, world.Random(16)).Data)
		return b.String()
	}
	require.Equal(t, run(5), run(5))
	require.NotEqual(t, run(5), run(6))
}

func TestSimulationOfAProgramThatWaitsForItself(t *testing.T) {
	a := &asker{w: world.Simulated(1)}
	p := a.must(t, world.Pipe())
	require.Equal(t, world.EDEADLK, a.ask(world.Read(int(p.N), 1, world.AtCursor)).Errno)
	require.Equal(t, world.EDEADLK, a.ask(world.Wait(world.Forever)).Errno)
}

func TestSimulationConsoleAndFiles(t *testing.T) {
	s := world.Simulated(1)
	s.Input = []byte("line\n")
	s.WriteFile("pkg/mod.py", []byte("x = 1"))
	a := &asker{w: s}
	require.False(t, world.Choosing(s))
	require.Equal(t, "li", string(a.must(t, world.Read(0, 2, world.AtCursor)).Data))
	a.must(t, world.Write(1, []byte("out"), world.AtCursor))
	a.must(t, world.Write(2, []byte("err"), world.AtCursor))
	require.Equal(t, "out", s.Output())
	require.Equal(t, "err", s.Errors())
	fd := int(a.must(t, world.Open("/project/pkg/mod.py", world.OpenReadOnly, 0)).N)
	require.Equal(t, "x = 1", string(a.must(t, world.Read(fd, 100, world.AtCursor)).Data))
	data, ok := s.ReadFile("pkg/mod.py")
	require.True(t, ok)
	require.Equal(t, "x = 1", string(data))
}

func TestErrnos(t *testing.T) {
	require.Equal(t, "ENOENT", world.ENOENT.Name())
	require.Equal(t, "No such file or directory", world.ENOENT.Text())
	require.Equal(t, "Unknown error 4000", world.Errno(4000).Text())
	require.Empty(t, world.NoAnswer.Name())
	last, count := world.Errno(0), 0
	world.Errnos(func(e world.Errno, name string) {
		require.Greater(t, e, last)
		require.Equal(t, name, e.Name())
		last = e
		count++
	})
	require.Greater(t, count, 120)
}
