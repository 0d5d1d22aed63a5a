package ide

import (
	"sort"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// CallItems are the nodes of the call hierarchy for the name at an offset: the channels it can be,
// or the functions.
func (x *Index) CallItems(f *modules.File, offset int32) []CallItem {
	for _, ch := range x.Graph().Channels { // the call that makes it, as Incoming and Outgoing ask
		if ch.File == f && (ch.Span.Start == offset || ch.Call.Func.Range().Contains(offset)) {
			return []CallItem{x.channelItem(ch)}
		}
	}
	if e := x.at(f, offset); e != nil {
		types := x.typeOf(e)
		if x.Engine.Kind(types) == "channel" {
			var out []CallItem
			for _, ch := range x.Graph().ChannelsOf(types) {
				out = append(out, x.channelItem(ch))
			}
			if len(out) > 0 {
				return out
			}
			return x.channelsThrough(f, offset)
		}
		var out []CallItem
		for _, v := range types {
			switch v := v.(type) {
			case *infer.Func:
				if v.Def != nil && v.Name() == e.name {
					out = append(out, x.functionItem(v.File, v.Def))
				}
			case *infer.Class:
				for _, m := range x.Engine.Attr(&infer.Instance{Class: v}, "__init__") {
					if fn, ok := m.(*infer.Func); ok && fn.Def != nil && fn.Owner != nil && fn.Owner.Def == v.Def {
						out = append(out, x.functionItem(fn.File, fn.Def))
					}
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return x.channelsThrough(f, offset)
}

// channelsThrough finds channels whose operation stands at an offset: for parameters, whose
// channels inference does not know.
func (x *Index) channelsThrough(f *modules.File, offset int32) []CallItem {
	var out []CallItem
	for _, ch := range x.Graph().Channels {
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.File == f && receiver(op).Contains(offset) {
				out = append(out, x.channelItem(ch))
				break
			}
		}
	}
	return out
}

// receiver is the span of the channel and the method in an operation: "c.send".
func receiver(op *topology.Op) syntax.Span {
	if c, ok := op.Node.(*syntax.Call); ok {
		return c.Func.Range()
	}
	return op.Span
}

func (x *Index) channelItem(ch *topology.Channel) CallItem {
	name := ch.Name
	if name == "" {
		name = "channel"
	}
	return CallItem{
		Name: name, Detail: x.peersTitle(ch), Channel: true, Kind: KindChannel,
		At: Location{Path: ch.File.Path, File: ch.File.Source, Span: enclose(ch.Span, ch.Call.Span), Name: ch.Span},
	}
}

func enclose(a, b syntax.Span) syntax.Span {
	return syntax.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

func (x *Index) functionItem(f *modules.File, fn syntax.Node) CallItem {
	item := CallItem{Name: functionName(f, fn), Kind: KindFunction, At: Location{Path: f.Path, File: f.Source, Span: fn.Range(), Name: fn.Range()}}
	switch fn := fn.(type) {
	case *syntax.FunctionDef:
		item.At = location(f, fn, fn.NameSpan)
		if _, ok := f.Parent(fn).(*syntax.ClassDef); ok {
			item.Kind = KindMethod
		}
		item.Detail = x.View.ModuleName(f.Path)
	case *syntax.Module:
		item.Name, item.Kind = x.View.ModuleName(f.Path), KindModule
		item.At.Name = syntax.Span{}
	case *syntax.ClassDef:
		item.Kind = KindClass
		item.At = location(f, fn, fn.NameSpan)
	}
	return item
}

// function is the function, module or channel that an item was made of.
func (x *Index) function(item CallItem) (*modules.File, syntax.Node) {
	f := x.View.File(item.At.Path)
	if f == nil {
		return nil, nil
	}
	if item.Kind == KindModule {
		return f, f.Tree
	}
	path := syntax.Path(f.Tree, item.At.Name.Start)
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *syntax.FunctionDef:
			if n.NameSpan == item.At.Name {
				return f, n
			}
		case *syntax.ClassDef:
			if n.NameSpan == item.At.Name {
				return f, n
			}
		case *syntax.Lambda:
			if n.Span == item.At.Name {
				return f, n
			}
		}
	}
	return nil, nil
}

func (x *Index) channel(item CallItem) *topology.Channel {
	for _, ch := range x.Graph().Channels {
		if ch.File.Path == item.At.Path && ch.Span == item.At.Name {
			return ch
		}
	}
	return nil
}

// arrows collects calls by their far end.
type arrows struct {
	x     *Index
	order []syntax.Node
	items map[syntax.Node]*Call
}

func (a *arrows) add(f *modules.File, fn syntax.Node, site syntax.Span) {
	c := a.items[fn]
	if c == nil {
		c = &Call{Item: a.x.functionItem(f, fn)}
		a.items[fn] = c
		a.order = append(a.order, fn)
	}
	c.Sites = append(c.Sites, site)
}

func (a *arrows) list() []Call {
	out := make([]Call, 0, len(a.order))
	for _, n := range a.order {
		c := a.items[n]
		sort.Slice(c.Sites, func(i, j int) bool { return c.Sites[i].Start < c.Sites[j].Start })
		out = append(out, *c)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Item.At.Path != out[j].Item.At.Path {
			return out[i].Item.At.Path < out[j].Item.At.Path
		}
		return out[i].Item.At.Name.Start < out[j].Item.At.Name.Start
	})
	return out
}

// Incoming are the arrows to an item: for a function, its calls and the places that start it as a
// tasklet; for a channel, its senders.
func (x *Index) Incoming(item CallItem) []Call {
	a := &arrows{x: x, items: map[syntax.Node]*Call{}}
	if item.Channel {
		if ch := x.channel(item); ch != nil {
			for i := range ch.Ops {
				if op := &ch.Ops[i]; op.Kind.Sends() || op.Kind == topology.Close {
					a.add(op.File, op.Func, op.Span)
				}
			}
		}
		return a.list()
	}
	f, fn := x.function(item)
	if fn == nil {
		return nil
	}
	for _, s := range append(x.Graph().CallsOf(f, fn), x.Graph().SpawnsOf(f, fn)...) {
		a.add(s.File, s.Func, nameOfCall(s.Call))
	}
	return a.list()
}

func nameOfCall(c *syntax.Call) syntax.Span {
	switch fn := c.Func.(type) {
	case *syntax.Attribute:
		return fn.NameSpan
	}
	return c.Func.Range()
}

// Outgoing are the arrows from an item: for a function, what it calls and starts; for a channel, its
// receivers.
func (x *Index) Outgoing(item CallItem) []Call {
	a := &arrows{x: x, items: map[syntax.Node]*Call{}}
	if item.Channel {
		if ch := x.channel(item); ch != nil {
			for i := range ch.Ops {
				if op := &ch.Ops[i]; op.Kind.Receives() {
					a.add(op.File, op.Func, op.Span)
				}
			}
		}
		return a.list()
	}
	f, fn := x.function(item)
	if fn == nil {
		return nil
	}
	infer.Own(fn, func(n syntax.Node) {
		c, ok := n.(*syntax.Call)
		if !ok {
			return
		}
		for _, inv := range x.Engine.Invocations(f, c) {
			if inv.Func.Def != nil && !inv.Func.File.Stub {
				a.add(inv.Func.File, inv.Func.Def, nameOfCall(c))
			}
		}
	})
	return a.list()
}

// TypeItems are the classes that the name at an offset stands for.
func (x *Index) TypeItems(f *modules.File, offset int32) []TypeItem {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	var out []TypeItem
	for _, v := range x.typeOf(e) {
		switch v := v.(type) {
		case *infer.Class:
			out = append(out, x.typeItem(v))
		case *infer.Instance:
			out = append(out, x.typeItem(v.Class))
		}
	}
	return out
}

func (x *Index) typeItem(c *infer.Class) TypeItem {
	return TypeItem{Name: c.Name(), Detail: x.View.ModuleName(c.File.Path), At: location(c.File, c.Def, c.Def.NameSpan)}
}

func (x *Index) class(item TypeItem) *infer.Class {
	f := x.View.File(item.At.Path)
	if f == nil {
		return nil
	}
	for _, s := range f.Scopes.Scopes {
		if def, ok := s.Node.(*syntax.ClassDef); ok && def.NameSpan == item.At.Name {
			return &infer.Class{File: f, Def: def}
		}
	}
	return nil
}

// Supertypes are the bases of a class.
func (x *Index) Supertypes(item TypeItem) []TypeItem {
	c := x.class(item)
	if c == nil {
		return nil
	}
	var out []TypeItem
	for _, b := range x.Engine.Bases(c) {
		out = append(out, x.typeItem(b))
	}
	return out
}

// Subtypes are the classes of the project that inherit directly from a class.
func (x *Index) Subtypes(item TypeItem) []TypeItem {
	c := x.class(item)
	if c == nil {
		return nil
	}
	var out []TypeItem
	for _, s := range x.subclasses(c, false) {
		out = append(out, x.typeItem(s))
	}
	return out
}
