package world

import "fmt"

// Recorder asks another world and keeps the answers. A question whose answer
// it already has gets that one, without effect on the world outside: so a
// machine that went back can go forward again to the end of the recording and
// on from there, live, with one and the same Recorder.
type Recorder struct {
	under World
	rec   *Recording
	cur   cursor

	// Console, if set, gets what the program wrote to descriptors 1 and 2 when
	// a write is answered from the recording. Live writes go to the world.
	Console func(fd int, data []byte)
}

// Record starts a recording of what w answers.
func Record(w World, h Header) *Recorder {
	h.Choosing = Choosing(w)
	return &Recorder{under: w, rec: NewRecording(h)}
}

// Continue goes on with a recording: what it has comes from there, what comes
// after is asked of w and added. The recording is w's own, or files and clocks
// will not fit what the program remembers of them.
func Continue(rec *Recording, w World) *Recorder {
	return &Recorder{under: w, rec: rec}
}

// Ask answers from the recording, or asks the world and records.
func (r *Recorder) Ask(q Question) Answer {
	if q.Number == r.rec.count {
		a := r.under.Ask(q)
		if a.Errno != NoAnswer {
			r.rec.append(&q, &a)
		}
		return a
	}
	if q.Number > r.rec.count {
		return Unanswered(fmt.Sprintf("question %d was asked before question %d", q.Number, r.rec.count))
	}
	a := r.rec.answer(&q, &r.cur)
	echo(r.Console, &q, &a)
	return a
}

// Choosing says what it said when the recording began.
func (r *Recorder) Choosing() bool { return r.rec.Choosing }

// Recording is what was recorded up to now. It grows on.
func (r *Recorder) Recording() *Recording { return r.rec }

// Live reports whether the answer to a question number is not recorded yet.
func (r *Recorder) Live(number uint64) bool { return number >= r.rec.count }

// Unrecorded is the world outside, for an evaluation that leaves the run: what
// it asks has its effect and never enters the recording.
func (r *Recorder) Unrecorded() World { return r.under }

func echo(console func(int, []byte), q *Question, a *Answer) {
	if console == nil || q.Kind != KindWrite || a.Errno != 0 || (q.Fd != 1 && q.Fd != 2) {
		return
	}
	if n := int(a.N); n >= 0 && n <= len(q.Data) {
		console(q.Fd, q.Data[:n])
	}
}
