package debug

import (
	"path/filepath"
	"strings"

	"slp/vm"
	"slp/vm/world"
)

// recorded is the world of a program that runs from a recording: it is told what it was told then, and nothing outside is
// touched. Where the recording ends, or the program goes another way, it stands still.
type recorded struct {
	*world.Recorder
	d       *Debugger
	shown   uint64            // the writes before this question have been shown
	files   map[int]string    // by descriptor, those that are being read
	sources map[string][]byte // what was read of Python files, by path
	seen    uint64            // the reads before this question are in sources
}

// openRecording makes the world of a recording.
func (d *Debugger) openRecording(rec *world.Recording) *recorded {
	w := &recorded{Recorder: world.Continue(rec, nowhere{}), d: d, files: map[int]string{}, sources: map[string][]byte{}}
	if p := d.options.Program; p.Start == vm.File {
		w.sources[d.absolute(p.Name)] = p.Text
	}
	return w
}

// Ask gives what was recorded.
func (w *recorded) Ask(q world.Question) world.Answer {
	if w.Live(q.Number) {
		w.stop("the recording ends here")
	}
	a := w.Recorder.Ask(q)
	if a.Errno == world.NoAnswer {
		w.stop(a.Text)
	}
	if q.Number >= w.seen {
		w.seen = q.Number + 1
		w.note(&q, &a)
	}
	if q.Kind == world.KindWrite && (q.Fd == 1 || q.Fd == 2) && a.OK() && q.Number >= w.shown && !w.d.search {
		w.shown = q.Number + 1
		w.d.options.Output(Stream(q.Fd), string(q.Data[:min(int(a.N), len(q.Data))]))
	}
	return a
}

func (w *recorded) stop(why string) {
	w.d.over = why
	panic(vm.Interrupt{})
}

// note keeps what is read of Python files: they need not be on this machine.
func (w *recorded) note(q *world.Question, a *world.Answer) {
	if !a.OK() {
		return
	}
	switch q.Kind {
	case world.KindOpen:
		delete(w.files, int(a.N))
		if strings.HasSuffix(q.Path, ".py") {
			path := w.d.absolute(q.Path)
			w.files[int(a.N)] = path
			delete(w.sources, path)
		}
	case world.KindClose:
		delete(w.files, q.Fd)
	case world.KindRead:
		if path, ok := w.files[q.Fd]; ok && q.M == world.AtCursor {
			w.sources[path] = append(w.sources[path], a.Data...)
		}
	}
}

// absolute is a path of the program as seen from its folder.
func (d *Debugger) absolute(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(d.options.World.Dir, path)
}

// Recorded is the text that a file of the program had when it was recorded; false if the program is not run from a
// recording, or never read the file.
func (d *Debugger) Recorded(path string) ([]byte, bool) {
	if d.retold == nil {
		return nil, false
	}
	text, ok := d.retold.sources[path]
	return text, ok
}

// nowhere is what is outside of a recording: for evaluations, which may ask for more than was recorded.
type nowhere struct{}

// Ask says that it cannot be done.
func (nowhere) Ask(q world.Question) world.Answer { return world.Fail(world.EROFS) }
