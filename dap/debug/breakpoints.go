package debug

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"slp/vm"
)

// Breakpoint is a place where a program stops, or writes a message.
type Breakpoint struct {
	ID        int
	Line      int  // where it is: the first line with code at or after the one that was asked for
	asked     int  // the line that was asked for
	unread    bool // the text of its file is not known yet: it comes with the recording
	Verified  bool
	Message   string // why it is not verified
	Condition string
	Hits      string // hit condition
	Log       string // message of a log point
	Function  string // of a function breakpoint
	file      string // key of the file
	hits      func(n int) bool
}

// Want is a breakpoint as a client asks for it.
type Want struct {
	Line      int
	Function  string
	Condition string
	Hits      string
	Log       string
}

// breakpoints are all breakpoints of a program, and where in the machine's code they are.
type breakpoints struct {
	next   int
	lines  map[string][]*Breakpoint // by file
	funcs  []*Breakpoint
	count  map[int]int // hits by id: part of every instant
	loaded map[string][]*vm.CodeObject
	sites  map[*vm.CodeObject]map[int]*site
	starts map[string][]int // lines where statements start, by file
	keys   map[string]string
	last   passed
}

// site is a place in the code with a trap, and why.
type site struct {
	breaks []*Breakpoint
	step   bool // the goal wants to know
	code   *vm.CodeObject
	pc     int
	trap   *vm.Trap
}

func (d *Debugger) siteAt(k *vm.CodeObject, pc int) *site {
	at := d.breaks.sites[k][pc]
	if at == nil {
		at = &site{code: k, pc: pc}
		if d.breaks.sites[k] == nil {
			d.breaks.sites[k] = map[int]*site{}
		}
		d.breaks.sites[k][pc] = at
		at.trap = d.m.SetTrap(k, pc, at)
	}
	return at
}

// drop removes the trap of a site that nobody needs.
func (d *Debugger) drop(at *site) {
	if !at.step && len(at.breaks) == 0 {
		d.m.ClearTrap(at.trap)
		delete(d.breaks.sites[at.code], at.pc)
	}
}

func (b *breakpoints) counts() any {
	c := make(map[int]int, len(b.count))
	for id, n := range b.count {
		c[id] = n
	}
	return c
}

func (b *breakpoints) setCounts(saved any) {
	b.count = map[int]int{}
	for id, n := range saved.(map[int]int) {
		b.count[id] = n
	}
}

// fileKey makes names of one file equal.
func (d *Debugger) fileKey(name string) string {
	if k, ok := d.breaks.keys[name]; ok {
		return k
	}
	k := name
	if !strings.HasPrefix(name, "<") {
		if !filepath.IsAbs(k) {
			k = filepath.Join(d.options.World.Dir, k)
		}
		if real, err := filepath.EvalSymlinks(k); err == nil {
			k = real
		}
		k = filepath.Clean(k)
		if runtime.GOOS == "windows" {
			k = strings.ToLower(k)
		}
	}
	if d.breaks.keys == nil {
		d.breaks.keys = map[string]string{}
	}
	d.breaks.keys[name] = k
	return k
}

// load sets the breakpoints of code that was just loaded.
func (d *Debugger) load(k *vm.CodeObject) {
	if k.HiddenCode() {
		return
	}
	key := d.fileKey(k.Filename)
	if d.breaks.loaded == nil {
		d.breaks.loaded = map[string][]*vm.CodeObject{}
	}
	d.breaks.loaded[key] = append(d.breaks.loaded[key], k)
	for _, b := range d.breaks.lines[key] {
		if b.unread { // now its text is known
			d.verify(b, k.Filename)
		}
		d.placeLine(b, k)
	}
	for _, b := range d.breaks.funcs {
		d.placeFunction(b, k)
	}
	if d.loading != nil {
		d.loading(k)
	}
}

func (d *Debugger) placeLine(b *Breakpoint, k *vm.CodeObject) {
	if !b.Verified {
		return
	}
	for _, s := range k.Starts {
		if line, ok := k.StartAt(int(s.PC)); ok && line == b.Line {
			at := d.siteAt(k, int(s.PC))
			at.breaks = append(at.breaks, b)
		}
	}
}

func (d *Debugger) placeFunction(b *Breakpoint, k *vm.CodeObject) {
	if len(k.Starts) == 0 || k.Name != b.Function && k.Qualname != b.Function || k.Name == "<module>" {
		return
	}
	b.Verified, b.Message = true, ""
	at := d.siteAt(k, int(k.Starts[0].PC))
	at.breaks = append(at.breaks, b)
}

// unplace takes breakpoints out of the code.
func (d *Debugger) unplace(gone []*Breakpoint) {
	for _, sites := range d.breaks.sites {
		for _, at := range sites {
			n := len(at.breaks)
			at.breaks = slices.DeleteFunc(at.breaks, func(b *Breakpoint) bool { return slices.Contains(gone, b) })
			if len(at.breaks) != n {
				d.drop(at)
			}
		}
	}
}

// SetBreakpoints replaces the breakpoints of a file.
func (d *Debugger) SetBreakpoints(file string, wants []Want) []*Breakpoint {
	key := d.fileKey(file)
	old := d.breaks.lines[key]
	d.unplace(old)
	delete(d.breaks.starts, key)
	var out []*Breakpoint
	for _, w := range wants {
		b := d.newBreakpoint(w, old)
		b.file, b.Line = key, w.Line
		d.verify(b, file)
		out = append(out, b)
	}
	if d.breaks.lines == nil {
		d.breaks.lines = map[string][]*Breakpoint{}
	}
	d.breaks.lines[key] = out
	for _, k := range d.breaks.loaded[key] {
		for _, b := range out {
			d.placeLine(b, k)
		}
	}
	return out
}

// verify finds the line in which a breakpoint can be.
func (d *Debugger) verify(b *Breakpoint, file string) {
	if b.Message != "" && !b.unread {
		return
	}
	starts, why := d.StartLines(file)
	b.unread = why != "" && d.retold != nil
	switch i, _ := slices.BinarySearch(starts, b.asked); {
	case why != "":
		b.Message = why
	case i == len(starts):
		b.Message = fmt.Sprintf("no code stands in line %d or after it", b.asked)
	default:
		b.Line, b.Verified, b.Message = starts[i], true, ""
	}
}

// SetFunctionBreakpoints replaces the breakpoints at functions.
func (d *Debugger) SetFunctionBreakpoints(wants []Want) []*Breakpoint {
	old := d.breaks.funcs
	d.unplace(old)
	d.breaks.funcs = nil
	for _, w := range wants {
		b := d.newBreakpoint(w, old)
		b.Function = w.Function
		if b.Message == "" {
			b.Message = "no function of this name is loaded yet"
		}
		d.breaks.funcs = append(d.breaks.funcs, b)
		for _, codes := range d.breaks.loaded {
			for _, k := range codes {
				d.placeFunction(b, k)
			}
		}
	}
	return d.breaks.funcs
}

// newBreakpoint makes a breakpoint; one that was there before keeps its id and count.
func (d *Debugger) newBreakpoint(w Want, old []*Breakpoint) *Breakpoint {
	b := &Breakpoint{Line: w.Line, asked: w.Line, Function: w.Function, Condition: strings.TrimSpace(w.Condition), Hits: strings.TrimSpace(w.Hits), Log: w.Log}
	for _, o := range old {
		if o.Condition == b.Condition && o.Hits == b.Hits && o.Log == b.Log && o.Function == b.Function && o.asked == b.asked && o.ID != 0 {
			b.ID = o.ID
		}
	}
	if b.ID == 0 {
		d.breaks.next++
		b.ID = d.breaks.next
	}
	if b.Condition != "" {
		if why := vm.CheckExpression(b.Condition); why != "" {
			b.Message = "condition: " + why
		}
	}
	if b.Hits != "" {
		var err error
		if b.hits, err = hitCondition(b.Hits); err != nil {
			b.Message = err.Error()
		}
	}
	return b
}

// hitCondition reads a hit condition: N, or an operator and N.
func hitCondition(text string) (func(n int) bool, error) {
	ops := []struct {
		op   string
		test func(n, want int) bool
	}{
		{"==", func(n, w int) bool { return n == w }}, {">=", func(n, w int) bool { return n >= w }},
		{"<=", func(n, w int) bool { return n <= w }}, {"!=", func(n, w int) bool { return n != w }},
		{">", func(n, w int) bool { return n > w }}, {"<", func(n, w int) bool { return n < w }},
		{"=", func(n, w int) bool { return n == w }}, {"%", func(n, w int) bool { return n%w == 0 }},
		{"", func(n, w int) bool { return n == w }},
	}
	for _, o := range ops {
		rest, ok := strings.CutPrefix(text, o.op)
		if !ok {
			continue
		}
		want, err := strconv.Atoi(strings.TrimSpace(rest))
		if err != nil || want < 0 || o.op == "%" && want == 0 {
			break
		}
		return func(n int) bool { return o.test(n, want) }, nil
	}
	return nil, fmt.Errorf("hit condition %q: say N, ==N, !=N, >N, >=N, <N, <=N or %%N", text)
}

// StartLines lists the lines of a file in which a statement starts; the string says why that is not known.
func (d *Debugger) StartLines(file string) ([]int, string) {
	key := d.fileKey(file)
	if s, ok := d.breaks.starts[key]; ok {
		return s, ""
	}
	text, err := d.Source(file)
	if err != nil {
		return nil, err.Error()
	}
	lines, why := vm.StartLines(file, text)
	if why != "" {
		return nil, why
	}
	if d.breaks.starts == nil {
		d.breaks.starts = map[string][]int{}
	}
	d.breaks.starts[key] = lines
	return lines, ""
}

// Source is the text of a file, or of a module of the embedded standard library.
func (d *Debugger) Source(file string) ([]byte, error) {
	if vm.Library(file) {
		text, ok := vm.LibrarySource(file)
		if !ok {
			return nil, fmt.Errorf("%s is not in the standard library", file)
		}
		return text, nil
	}
	if d.options.Program.Start != vm.File && strings.HasPrefix(file, "<") {
		return d.options.Program.Text, nil
	}
	if d.fileKey(file) == d.fileKey(d.options.Program.Name) && d.options.Program.Start == vm.File {
		return d.options.Program.Text, nil
	}
	if text, ok := d.Recorded(d.absolute(file)); ok {
		return text, nil
	}
	text, err := os.ReadFile(d.fileKey(file))
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	return text, nil
}

// Files lists the source files that are loaded, sorted.
func (d *Debugger) Files() []string {
	var out []string
	for _, codes := range d.breaks.loaded {
		if name := codes[0].Filename; !strings.HasPrefix(name, "<") || vm.Library(name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// passed is where a breakpoint was reached last.
type passed struct {
	code           *vm.CodeObject
	start          int // the number of the statement
	tasklet, depth int
}

// goesOn says that the statement at a site only goes on in the line of the statement before, where the breakpoints of the
// line have been asked already: a line with two statements is one place.
func (d *Debugger) goesOn(at *site) bool {
	i, _ := slices.BinarySearchFunc(at.code.Starts, at.pc, func(s vm.StatementStart, pc int) int { return int(s.PC) - pc })
	before := d.breaks.last
	d.breaks.last = passed{at.code, i, d.m.CurrentID(), int(d.m.Now().Depth)}
	now := d.breaks.last
	now.start--
	return i > 0 && i < len(at.code.Starts) && before == now && at.code.Starts[i].Line == at.code.Starts[i-1].Line
}

// atBreakpoint asks the breakpoints at a site whether the program stops there.
func (d *Debugger) atBreakpoint(at *site) *Report {
	var r *Report
	if len(at.breaks) == 0 || d.goesOn(at) {
		return nil
	}
	for _, b := range at.breaks {
		f := d.m.Current().Top()
		if b.Condition != "" && !d.holds(f, b.Condition) {
			continue
		}
		if d.breaks.count == nil {
			d.breaks.count = map[int]int{}
		}
		d.breaks.count[b.ID]++
		if b.hits != nil && !b.hits(d.breaks.count[b.ID]) {
			continue
		}
		if b.Log != "" {
			if !d.search && d.options.Log != nil {
				d.options.Log(d.message(f, b.Log), f)
			}
			continue
		}
		if r == nil {
			r = &Report{Reason: AtBreak}
			if b.Function != "" {
				r.Reason = AtFunction
			}
		}
		r.Hit = append(r.Hit, b.ID)
	}
	return r
}
