package topology

import (
	"sort"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// Graph is the channels and tasklets of a view.
type Graph struct {
	Channels []*Channel
	Tasklets []*Tasklet

	engine    *infer.Engine
	bySite    map[*syntax.Call]*Channel
	runs      map[syntax.Node]Runs
	runsBusy  map[syntax.Node]bool
	callersOf map[syntax.Node]callerSet
	getattrs  map[*syntax.ClassDef]bool
	complete  bool // all sites are known, so that what is found may be remembered
}

// Site is a call that makes a channel or tasklet.
type Site struct {
	File  *modules.File
	Call  *syntax.Call
	Name  string      // of the first variable or attribute it is given to, or ""
	Span  syntax.Span // of that name, or of the call
	Func  syntax.Node // the FunctionDef, Lambda, ClassDef or Module whose body holds it
	Plain bool        // its class overrides nothing that matters

	Open    bool // it goes where it cannot be followed
	Dropped bool // the value is not kept: an expression statement
	Boxed   bool // it is kept in a container, so one site may stand for many objects
	Exposed bool // other programs could reach it: a public attribute or global of a module
}

// Channel is a channel by its site.
type Channel struct {
	Site
	Ops []Op
}

// OpKind is what is done to a channel.
type OpKind uint8

// Kinds of operations.
const (
	Send OpKind = iota
	SendException
	SendSequence
	Receive
	Iterate
	Close
	Reopen
	Balance // its balance or queue is looked at
	SetPreference
)

func (k OpKind) String() string {
	return [...]string{"send", "send_exception", "send_sequence", "receive", "iterate", "close", "open", "balance", "preference"}[k]
}

// Sends reports an operation that gives something to a receiver.
func (k OpKind) Sends() bool { return k == Send || k == SendException || k == SendSequence }

// Receives reports an operation that takes something from a sender.
func (k OpKind) Receives() bool { return k == Receive || k == Iterate }

// Op is one operation on a channel.
type Op struct {
	Kind    OpKind
	File    *modules.File
	Node    syntax.Node // the call, or the loop or comprehension that iterates
	Span    syntax.Span // what to mark
	Func    syntax.Node // whose body holds it
	Value   syntax.Expr // what is sent, or nil
	Spawned bool        // the method itself is what a tasklet runs: tasklet(c.send)(1)
	Guarded bool        // done only after a look at the channel's balance
	Caught  bool        // inside a try that catches the deadlock's RuntimeError
	Maybe   bool        // on something that may be another object
}

// Tasklet is a tasklet by its site.
type Tasklet struct {
	Site
	Entries []*infer.Func
	Bound   bool    // made with arguments: tasklet(f, (x,))
	Spawns  []Spawn // places that schedule it
	Binds   int     // bind calls with arguments
	Killed  bool    // somebody can raise an exception in it
	Used    bool    // anything else is done with it
}

// Spawn is a place that schedules a tasklet.
type Spawn struct {
	File *modules.File
	Call *syntax.Call
	Func syntax.Node
	Loop bool // inside a loop or comprehension
}

// Build makes the graph of all files of the view that can hold channels or tasklets.
func Build(e *infer.Engine) *Graph {
	g := &Graph{
		engine: e, bySite: map[*syntax.Call]*Channel{}, runs: map[syntax.Node]Runs{}, runsBusy: map[syntax.Node]bool{},
		callersOf: map[syntax.Node]callerSet{}, getattrs: map[*syntax.ClassDef]bool{},
	}
	for _, f := range candidates(e.View) {
		for _, c := range f.Calls() {
			g.site(f, c)
		}
	}
	g.complete = true
	return g
}

// candidates are the project's files that say the word channel or tasklet.
func candidates(v *modules.View) []*modules.File {
	seen := map[*modules.File]bool{}
	var out []*modules.File
	for _, word := range []string{"channel", "tasklet"} {
		for _, f := range v.Mentioning(word) {
			if !seen[f] && !f.Stub {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// site adds the channel or tasklet that a call makes, if it makes one.
func (g *Graph) site(f *modules.File, c *syntax.Call) {
	for _, v := range g.engine.Expr(f, c.Func) {
		cls, ok := v.(*infer.Class)
		if !ok {
			continue
		}
		kind, plain := g.engine.StacklessClass(cls)
		s := Site{File: f, Call: c, Span: c.Span, Func: Owner(f, c), Plain: plain, Open: !plain}
		switch kind {
		case "channel":
			ch := &Channel{Site: s}
			g.Channels = append(g.Channels, ch)
			g.bySite[c] = ch
			t := &tracker{g: g, site: &ch.Site, channel: ch, seen: map[any]bool{}}
			t.inherited(cls)
			t.run()
			ch.sort()
			return
		case "tasklet":
			tk := &Tasklet{Site: s}
			g.tasklet(tk, cls)
			return
		}
	}
}

func (g *Graph) tasklet(tk *Tasklet, cls *infer.Class) {
	c := tk.Call
	tk.Entries = g.engine.Entry(&infer.Instance{Class: cls, File: tk.File, Site: c})
	args, kwargs := Argument(c, 1, "args"), Argument(c, 2, "kwargs")
	tk.Bound = args != nil && !IsNone(args) || kwargs != nil && !IsNone(kwargs)
	for _, a := range c.Args {
		if _, star := a.(*syntax.Starred); star {
			tk.Open = true
		}
	}
	g.Tasklets = append(g.Tasklets, tk)
	t := &tracker{g: g, site: &tk.Site, tasklet: tk, seen: map[any]bool{}}
	t.inherited(cls)
	t.run()
}

// ChannelAt is the channel made by a call, or nil.
func (g *Graph) ChannelAt(c *syntax.Call) *Channel { return g.bySite[c] }

// ChannelsOf are the channels that a type can be.
func (g *Graph) ChannelsOf(t infer.Type) []*Channel {
	var out []*Channel
	for _, v := range t {
		if in, ok := v.(*infer.Instance); ok && in.Site != nil {
			if ch := g.bySite[in.Site]; ch != nil {
				out = append(out, ch)
			}
		}
	}
	return out
}

// OpsAt are the operations of all channels at a node, with their channels.
func (g *Graph) OpsAt(n syntax.Node) []*Channel {
	var out []*Channel
	for _, ch := range g.Channels {
		for i := range ch.Ops {
			if ch.Ops[i].Node == n {
				out = append(out, ch)
				break
			}
		}
	}
	return out
}

// Has reports whether a channel has an operation that fits.
func (ch *Channel) Has(fits func(OpKind) bool) bool {
	for i := range ch.Ops {
		if fits(ch.Ops[i].Kind) {
			return true
		}
	}
	return false
}

// sort puts the operations in order of place.
func (ch *Channel) sort() {
	sort.SliceStable(ch.Ops, func(i, j int) bool {
		a, b := &ch.Ops[i], &ch.Ops[j]
		if a.File != b.File {
			return a.File.Path < b.File.Path
		}
		return a.Span.Start < b.Span.Start
	})
}

// Title is the channel's name for a message.
func (s *Site) Title() string {
	if s.Name == "" {
		return "the channel"
	}
	return "channel '" + s.Name + "'"
}

// Owner is the function, lambda, class or module whose body holds a node.
func Owner(f *modules.File, n syntax.Node) syntax.Node {
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		switch p := p.(type) {
		case *syntax.FunctionDef:
			if inBody(p.Body, child) {
				return p
			}
		case *syntax.ClassDef:
			if inBody(p.Body, child) {
				return p
			}
		case *syntax.Lambda:
			if syntax.Node(p.Body) == child {
				return p
			}
		case *syntax.Module:
			return p
		}
	}
	return f.Tree
}

func inBody(body []syntax.Stmt, n syntax.Node) bool {
	s, ok := n.(syntax.Stmt)
	return ok && len(body) > 0 && body[0].Range().Start <= s.Range().Start
}

// Argument is the i-th positional argument of a call or the one of that name, or nil.
func Argument(c *syntax.Call, i int, name string) syntax.Expr {
	for _, k := range c.Keywords {
		if k.Name == name {
			return k.Value
		}
	}
	if i < len(c.Args) {
		for _, a := range c.Args[:i+1] {
			if _, star := a.(*syntax.Starred); star {
				return nil
			}
		}
		return c.Args[i]
	}
	return nil
}

// IsNone reports the constant None.
func IsNone(x syntax.Expr) bool {
	c, ok := x.(*syntax.Constant)
	return ok && c.Kind == syntax.None
}

// InLoop reports a node that is executed again and again within its function.
func InLoop(f *modules.File, n syntax.Node) bool {
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		switch p := p.(type) {
		case *syntax.For:
			if child != syntax.Node(p.Iter) {
				return true
			}
		case *syntax.While, *syntax.ListComp, *syntax.SetComp, *syntax.DictComp, *syntax.GeneratorExp:
			return true
		case *syntax.FunctionDef, *syntax.Lambda, *syntax.ClassDef:
			return false
		}
	}
	return false
}
