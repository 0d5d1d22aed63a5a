package world_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/world"
)

// questions asks n questions of every sort and returns what came back.
func questions(t testing.TB, w world.World, from, n int) []world.Answer {
	t.Helper()
	var out []world.Answer
	for i := from; i < from+n; i++ {
		q := question(i)
		q.Number = uint64(i)
		a := w.Ask(q)
		require.NotEqual(t, world.NoAnswer, a.Errno, a.Text)
		out = append(out, a)
	}
	return out
}

func question(i int) world.Question {
	switch i % 12 {
	case 0:
		return world.Clock(world.ClockMonotonic)
	case 1:
		return world.Write(1, fmt.Appendf(nil, "line %d\n", i), world.AtCursor)
	case 2:
		return world.Random(i % 50)
	case 3:
		return world.List("/")
	case 4:
		return world.PathStat("/tmp")
	case 5:
		return world.Open("missing", world.OpenReadOnly, 0)
	case 6:
		return world.Fact(world.FactPlatform)
	case 7:
		return world.Choose(3)
	case 8:
		return world.Wait(int64(i), world.Interest{Fd: 1, Write: true})
	case 9:
		return world.Pipe()
	case 10:
		return world.Random(3000)
	default:
		return world.Symlink("a", "b")
	}
}

func recordedRun(t testing.TB, n int) (*world.Recorder, []world.Answer) {
	s := world.Simulated(3)
	s.ChooseAny()
	r := world.Record(s, world.Header{
		Program: world.Program{Name: "main.py", Hash: [32]byte{1, 2, 3}, Source: []byte("print(1)\n")},
		VM:      "1.2",
		Notes:   []world.Note{{Key: "found by", Value: "seed 3"}},
	})
	return r, questions(t, r, 0, n)
}

func requireSame(t testing.TB, want, got []world.Answer) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		w, g := want[i], got[i]
		require.True(t, bytes.Equal(w.Data, g.Data), "answer %d", i)
		w.Data, g.Data = nil, nil
		if len(w.List) == 0 {
			w.List, g.List = nil, nil
		}
		require.Equal(t, w, g, "answer %d", i)
	}
}

func TestReplayAnswersAsRecorded(t *testing.T) {
	r, want := recordedRun(t, 5000)
	require.EqualValues(t, 5000, r.Recording().Len())
	replay := world.Replay(r.Recording())
	require.True(t, world.Choosing(replay))
	requireSame(t, want, questions(t, replay, 0, 5000))
	require.Empty(t, replay.Divergence())
}

func TestReplayIsAFunctionOfTheNumber(t *testing.T) {
	r, want := recordedRun(t, 5000)
	replay := world.Replay(r.Recording())
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		from := random.IntN(4990)
		requireSame(t, want[from:from+10], questions(t, replay, from, 10))
	}
}

func TestReplayConsole(t *testing.T) {
	r, _ := recordedRun(t, 24)
	var seen strings.Builder
	replay := world.Replay(r.Recording())
	replay.Console = func(fd int, data []byte) { fmt.Fprintf(&seen, "%d:%s", fd, data) }
	questions(t, replay, 0, 24)
	require.Equal(t, "1:line 1\n1:line 13\n", seen.String())
}

func TestReplaySaysWhereItDiverges(t *testing.T) {
	r, _ := recordedRun(t, 24)
	ask := func(q world.Question, number uint64) string {
		replay := world.Replay(r.Recording())
		q.Number = number
		a := replay.Ask(q)
		require.Equal(t, world.NoAnswer, a.Errno)
		require.Equal(t, a.Text, replay.Divergence())
		require.Equal(t, a.Text, a.Reason())
		return a.Text
	}
	require.Equal(t, `the program differs from its recording at question 0: it asks for write of "x" to descriptor 1, the recording has the answer to a clock`,
		ask(world.Write(1, []byte("x"), world.AtCursor), 0))
	require.Equal(t, `the program differs from its recording at question 1: it asks for write of "line 2\n" to descriptor 1, the recording has a write with other arguments`,
		ask(world.Write(1, []byte("line 2\n"), world.AtCursor), 1))
	require.Equal(t, `the recording ends before question 24, where the program asks for clock 1`, ask(world.Clock(world.ClockWall), 24))
}

func TestRecorderGoesBackAndOn(t *testing.T) {
	s := world.Simulated(3)
	s.ChooseAny()
	r := world.Record(s, world.Header{})
	want := questions(t, r, 0, 2000)
	out := s.Output()

	var echoed strings.Builder
	r.Console = func(_ int, data []byte) { echoed.Write(data) }
	require.False(t, r.Live(1999))
	require.True(t, r.Live(2000))
	requireSame(t, want[700:], questions(t, r, 700, 1300))
	require.Equal(t, out, s.Output(), "what is answered from the recording has no effect outside")
	require.Contains(t, out, echoed.String())
	require.NotEmpty(t, echoed.String())

	live := questions(t, r, 2000, 1000)
	require.EqualValues(t, 3000, r.Recording().Len())
	require.Greater(t, len(s.Output()), len(out), "beyond its end the world is asked")
	requireSame(t, live, questions(t, world.Replay(r.Recording()), 2000, 1000))

	q := world.Clock(world.ClockWall)
	q.Number = 3005
	a := r.Ask(q)
	require.Equal(t, "question 3005 was asked before question 3000", a.Reason())
}

func TestUnrecordedLeavesTheRecordingAlone(t *testing.T) {
	r, _ := recordedRun(t, 10)
	r.Unrecorded().Ask(world.Write(1, []byte("x"), world.AtCursor))
	require.EqualValues(t, 10, r.Recording().Len())
}

func TestPrefixBranches(t *testing.T) {
	r, want := recordedRun(t, 5000)
	for _, n := range []int{0, 1, 1023, 1024, 1025, 4999, 5000} {
		p := r.Recording().Prefix(uint64(n))
		require.EqualValues(t, n, p.Len())
		branch := world.Continue(p, world.Simulated(9))
		requireSame(t, want[:n], questions(t, branch, 0, n))
		questions(t, branch, n, 50)
		requireSame(t, want[:n], questions(t, branch, 0, n))
	}
	requireSame(t, want, questions(t, world.Replay(r.Recording()), 0, 5000))
}

func saved(t testing.TB, r *world.Recording) []byte {
	var b bytes.Buffer
	require.NoError(t, r.Save(&b))
	return b.Bytes()
}

func TestSaveAndLoad(t *testing.T) {
	for _, n := range []int{0, 1, 5000} {
		r, want := recordedRun(t, n)
		file := saved(t, r.Recording())
		loaded, err := world.Load(bytes.NewReader(file))
		require.NoError(t, err)
		require.Equal(t, r.Recording().Header, loaded.Header)
		requireSame(t, want, questions(t, world.Replay(loaded), 0, n))
		require.Equal(t, file, saved(t, loaded), "saving again gives the same file")
	}
}

func TestLoadExplainsBadFiles(t *testing.T) {
	r, want := recordedRun(t, 5000)
	file := saved(t, r.Recording())
	damaged := bytes.Clone(file)
	damaged[len(damaged)/2] ^= 0x40
	newer := bytes.Clone(file)
	newer[8] = 2
	for _, row := range []struct {
		name string
		file []byte
		is   error
		text string
	}{
		{"empty", nil, world.ErrForeign, "the file is empty"},
		{"foreign", []byte("#!/usr/bin/python\n"), world.ErrForeign, `it begins with "#!/usr/b"`},
		{"short foreign", []byte("hi"), world.ErrForeign, `it begins with "hi"`},
		{"only the beginning", file[:5], world.ErrTruncated, "it ends after 5 bytes"},
		{"newer", newer, world.ErrNewer, "format 2, this slp reads up to 1"},
		{"damaged", damaged, world.ErrDamaged, "after question"},
	} {
		rec, err := world.Load(bytes.NewReader(row.file))
		require.ErrorIs(t, err, row.is, row.name)
		require.ErrorContains(t, err, row.text, row.name)
		require.Nil(t, rec, row.name)
	}

	rec, err := world.Load(bytes.NewReader(file[:len(file)-3]))
	require.ErrorIs(t, err, world.ErrTruncated)
	require.NotNil(t, rec, "what is whole is given")
	requireSame(t, want[:rec.Len()], questions(t, world.Replay(rec), 0, int(rec.Len())))
	require.EqualValues(t, 5000, rec.Len())
}

func TestLoadSurvivesAnyCutAndAnyFlippedByte(t *testing.T) {
	r, _ := recordedRun(t, 60)
	file := saved(t, r.Recording())
	for n := range file {
		_, err := world.Load(bytes.NewReader(file[:n]))
		require.Error(t, err, "cut after %d bytes", n)
		bad := bytes.Clone(file)
		bad[n] ^= 0x15
		rec, err := world.Load(bytes.NewReader(bad))
		if err == nil { // a byte of the compressed stream that carries no meaning
			require.Equal(t, file, saved(t, rec))
		}
	}
}

func FuzzLoad(f *testing.F) {
	r, _ := recordedRun(f, 60)
	file := saved(f, r.Recording())
	f.Add(file)
	f.Add(file[:len(file)-4])
	f.Add(binary.AppendUvarint(bytes.Clone(file[:9]), 1<<40))
	f.Fuzz(func(t *testing.T, data []byte) {
		rec, err := world.Load(bytes.NewReader(data))
		if err != nil {
			return
		}
		n := uint64(0)
		rec.Each(func(uint64, world.Kind, world.Answer) bool { n++; return true })
		require.Equal(t, rec.Len(), n)
		require.NoError(t, rec.Save(io.Discard))
	})
}

// free answers at no cost, so that what is measured is the recording.
type free struct{}

func (free) Ask(world.Question) world.Answer { return world.Answer{N: 1_234_567_890} }

func BenchmarkAsk(b *testing.B) {
	line := []byte("a line of about forty characters, or so\n")
	for _, row := range []struct {
		name string
		q    world.Question
	}{{"clock", world.Clock(world.ClockMonotonic)}, {"write", world.Write(1, line, world.AtCursor)}} {
		b.Run(row.name+"/bare", func(b *testing.B) { benchmark(b, free{}, row.q) })
		b.Run(row.name+"/recorded", func(b *testing.B) { benchmark(b, world.Record(free{}, world.Header{}), row.q) })
		b.Run(row.name+"/replayed", func(b *testing.B) {
			r := world.Record(free{}, world.Header{})
			for i := range uint64(b.N) {
				q := row.q
				q.Number = i
				r.Ask(q)
			}
			b.ResetTimer()
			benchmark(b, world.Replay(r.Recording()), row.q)
		})
	}
}

func benchmark(b *testing.B, w world.World, q world.Question) {
	for i := range uint64(b.N) {
		q.Number = i
		w.Ask(q)
	}
}
