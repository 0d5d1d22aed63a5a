package world

import "fmt"

// Replayer answers from a recording and touches nothing outside. Its answer
// depends on the question and its number alone.
type Replayer struct {
	rec *Recording
	cur cursor
	why string

	// Console, if set, gets what the program writes to descriptors 1 and 2.
	Console func(fd int, data []byte)
}

// Replay answers from rec.
func Replay(rec *Recording) *Replayer { return &Replayer{rec: rec} }

// Ask gives the recorded answer. A question that the recording does not know,
// or knows otherwise, is Unanswered; Divergence then says why.
func (r *Replayer) Ask(q Question) Answer {
	if q.Number >= r.rec.count {
		r.why = fmt.Sprintf("the recording ends before question %d, where the program asks for %s", q.Number, q)
		return Unanswered(r.why)
	}
	a := r.rec.answer(&q, &r.cur)
	if a.Errno == NoAnswer {
		r.why = a.Text
	}
	echo(r.Console, &q, &a)
	return a
}

// Choosing says what the recorded world said.
func (r *Replayer) Choosing() bool { return r.rec.Choosing }

// Recording is what is replayed.
func (r *Replayer) Recording() *Recording { return r.rec }

// Divergence says where and how the program last asked for something that is
// not in the recording; "" if it never did.
func (r *Replayer) Divergence() string { return r.why }
