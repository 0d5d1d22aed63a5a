package ide

import (
	"fmt"
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
	"slp/syntax/scope"
)

// Hover is what to show about the name at an offset, or nil.
func (x *Index) Hover(f *modules.File, offset int32) *Hover {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	head, doc := x.describe(e)
	if head == "" {
		return nil
	}
	var b strings.Builder
	b.WriteString("```python\n" + head + "\n```")
	if peers := x.peersText(e); peers != "" {
		b.WriteString("\n\n" + peers)
	}
	if doc != "" {
		b.WriteString("\n\n---\n\n" + doc)
	}
	return &Hover{Span: e.span, Markdown: b.String()}
}

// describe is the head line and the documentation of an entity.
func (x *Index) describe(e *entity) (head, doc string) {
	types := x.typeOf(e)
	if e.module != nil && (e.symbol == nil || e.symbol.Imported) {
		if e.module.File != nil {
			doc = docOf(e.module.File, e.module.File.Tree)
		}
		name := e.module.Target.Name
		if e.module.File != nil {
			name = x.View.ModuleName(e.module.File.Path)
		}
		return "(module) " + name, doc
	}
	for _, v := range types {
		switch v := v.(type) {
		case *infer.Func:
			if v.Def == nil || !e.named(v.Name()) {
				continue
			}
			kind := "function"
			if v.Owner != nil {
				kind = "method"
			}
			if v.Owner != nil {
				return fmt.Sprintf("(%s) %s", kind, strings.Replace(signatureText(v), "def ", "def "+v.Owner.Name()+".", 1)), docOf(v.File, v.Def)
			}
			return fmt.Sprintf("(%s) %s", kind, signatureText(v)), docOf(v.File, v.Def)
		case *infer.Class:
			if !e.named(v.Name()) {
				continue
			}
			head = "(class) " + classText(v)
			for _, m := range x.Engine.Attr(&infer.Instance{Class: v}, "__init__") {
				if fn, ok := m.(*infer.Func); ok && fn.Owner != nil && !x.Engine.IsBuiltin(fn.Owner, "object") {
					label, _ := parameterLabel(fn)
					head += "\n" + v.Name() + strings.TrimSuffix(label, " -> None")
					break
				}
			}
			return head, docOf(v.File, v.Def)
		}
	}
	kind := x.kindWord(e)
	doc = x.attributeDoc(e)
	text := x.Engine.Describe(types)
	if len(types) > 0 {
		if fn, ok := types[0].(*infer.Func); ok {
			text = strings.TrimPrefix(signatureText(fn), "def ")
		}
	}
	if text == "" {
		text = x.annotationText(e)
	}
	if el := x.elementText(types); el != "" {
		text = el
	}
	if text == "" {
		return "(" + kind + ") " + e.name, doc
	}
	return "(" + kind + ") " + e.name + ": " + text, doc
}

// named reports that a definition of that name is what the entity names, perhaps by another name
// that an import gave it.
func (e *entity) named(name string) bool {
	return name == e.name || e.symbol != nil && e.symbol.Name == name
}

func (x *Index) kindWord(e *entity) string {
	if k := x.Engine.Kind(x.typeOf(e)); k != "" {
		return k
	}
	switch {
	case len(e.owners) > 0:
		for i, o := range e.owners {
			var v infer.Value = &infer.Instance{Class: o}
			if i < len(e.value) {
				v = e.value[i]
			}
			for _, m := range x.Engine.Members(v, e.name) {
				if _, ok := m.Node.(*syntax.FunctionDef); ok {
					return "property"
				}
			}
		}
		return "attribute"
	case e.symbol != nil && e.symbol.Parameter:
		return "parameter"
	case e.symbol != nil && e.symbol.TypeParam:
		return "type parameter"
	case e.symbol != nil && strings.ToUpper(e.name) == e.name && e.symbol.Scope.Kind == scope.Module && len(e.name) > 1:
		return "constant"
	case e.symbol == nil:
		return "attribute"
	}
	return "variable"
}

func (x *Index) attributeDoc(e *entity) string {
	for i, o := range e.owners {
		var v infer.Value = &infer.Instance{Class: o}
		if i < len(e.value) {
			v = e.value[i]
		}
		for _, m := range x.Engine.Members(v, e.name) {
			if d := docOf(m.File, m.Node); d != "" {
				return d
			}
		}
	}
	if e.symbol != nil {
		for _, b := range e.symbol.Bindings {
			if d := docOf(e.home, b.Node); d != "" {
				return d
			}
		}
	}
	return ""
}

// annotationText is the annotation of a variable as it is written.
func (x *Index) annotationText(e *entity) string {
	if e.symbol == nil {
		return ""
	}
	for _, b := range e.symbol.Bindings {
		switch n := b.Node.(type) {
		case *syntax.Arg:
			if n.Annotation != nil {
				return oneLine(e.home.Source.Slice(n.Annotation.Range()))
			}
		case *syntax.AnnAssign:
			return oneLine(e.home.Source.Slice(n.Annotation.Range()))
		}
	}
	return ""
}

// elementText is "channel[Job]" for channels whose type parameter is not given, by what is sent.
func (x *Index) elementText(types infer.Type) string {
	if x.Engine.Kind(types) != "channel" {
		return ""
	}
	for _, v := range types {
		if in, ok := v.(*infer.Instance); ok && len(in.Args) > 0 {
			return ""
		}
	}
	element := ""
	for _, ch := range x.Graph().ChannelsOf(types) {
		if t := x.element(ch); t != "" {
			element = t
		}
	}
	if element == "" {
		return ""
	}
	for _, v := range types {
		if in, ok := v.(*infer.Instance); ok {
			return in.Class.Name() + "[" + element + "]"
		}
	}
	return ""
}

// element is the type of what is sent over a channel, or "".
func (x *Index) element(ch *topology.Channel) string {
	var t infer.Type
	for i := range ch.Ops {
		op := &ch.Ops[i]
		if op.Kind != topology.Send || op.Value == nil {
			continue
		}
		for _, v := range x.Engine.Expr(op.File, op.Value) {
			have := false
			for _, w := range t {
				have = have || x.Engine.Describe(infer.Type{w}) == x.Engine.Describe(infer.Type{v})
			}
			if !have {
				t = append(t, v)
			}
		}
	}
	return x.Engine.Describe(t)
}

// peersText says who sends to and who receives from the channels that an entity can be.
func (x *Index) peersText(e *entity) string {
	types := x.typeOf(e)
	var channels []*topology.Channel
	switch x.Engine.Kind(types) {
	case "channel":
		channels = x.Graph().ChannelsOf(types)
	case "tasklet":
		return ""
	default:
		if channels = x.channelsOfMethod(e); len(channels) == 0 {
			return x.runsText(types)
		}
	}
	var lines []string
	for i, ch := range channels {
		if i == 3 {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, "**"+x.peersTitle(ch)+"**, made at "+place(ch.File, ch.Call.Start))
		shown := 0
		for k := range ch.Ops {
			op := &ch.Ops[k]
			if !op.Kind.Sends() && !op.Kind.Receives() && op.Kind != topology.Close {
				continue
			}
			if shown++; shown > 8 {
				lines = append(lines, "- …")
				break
			}
			arrow := "←"
			if op.Kind.Receives() {
				arrow = "→"
			} else if op.Kind == topology.Close {
				arrow = "×"
			}
			lines = append(lines, fmt.Sprintf("- %s %s in `%s` (%s)", arrow, op.Kind, functionName(op.File, op.Func), place(op.File, op.Span.Start)))
		}
	}
	return strings.Join(lines, "\n")
}

// channelsOfMethod are the channels that a method named in "channel.send" works on.
func (x *Index) channelsOfMethod(e *entity) []*topology.Channel {
	at, ok := e.expr.(*syntax.Attribute)
	if !ok || x.Engine.Kind(x.Engine.Expr(e.file, at.Value)) != "channel" {
		return nil
	}
	if chs := x.Graph().ChannelsOf(x.Engine.Expr(e.file, at.Value)); len(chs) > 0 {
		return chs
	}
	if c, ok := e.file.Parent(at).(*syntax.Call); ok {
		return x.Graph().OpsAt(c)
	}
	return nil
}

// runsText says where a function is started as a tasklet.
func (x *Index) runsText(types infer.Type) string {
	var lines []string
	for _, v := range types {
		fn, ok := v.(*infer.Func)
		if !ok || fn.Def == nil || fn.File.Stub || !x.View.Own(fn.File.Path) {
			continue
		}
		for i, s := range x.Graph().SpawnsOf(fn.File, fn.Def) {
			if i == 5 {
				lines = append(lines, "- …")
				break
			}
			lines = append(lines, "- started as a tasklet in `"+functionName(s.File, s.Func)+"` ("+place(s.File, s.Call.Start)+")")
		}
	}
	return strings.Join(lines, "\n")
}

// peersTitle is "2 senders · 1 receiver".
func (x *Index) peersTitle(ch *topology.Channel) string {
	sends, receives, closes := 0, 0, 0
	for i := range ch.Ops {
		switch k := ch.Ops[i].Kind; {
		case k.Sends():
			sends++
		case k.Receives():
			receives++
		case k == topology.Close:
			closes++
		}
	}
	title := plural(sends, "sender") + " · " + plural(receives, "receiver")
	if closes > 0 {
		title += " · closed"
	}
	if ch.Open {
		title += " · used elsewhere"
	}
	return title
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func place(f *modules.File, offset int32) string {
	name := f.Path
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	return fmt.Sprintf("%s:%d", name, f.Source.Line(offset))
}

func functionName(f *modules.File, fn syntax.Node) string {
	switch fn := fn.(type) {
	case *syntax.FunctionDef:
		if c, ok := f.Parent(fn).(*syntax.ClassDef); ok {
			return c.Name + "." + fn.Name
		}
		return fn.Name
	case *syntax.ClassDef:
		return fn.Name
	case *syntax.Lambda:
		return "lambda"
	}
	return "module"
}
