package lsp

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"time"

	"go.lsp.dev/protocol"

	"slp/analysis"
	"slp/syntax"
)

// publisher sends diagnostics of open documents without being asked. One goroutine of its own does
// the work, always on the latest state: first what needs the edited file alone, then what needs the
// whole project, then the other open documents.
type publisher struct {
	s    *session
	wake chan struct{}
	done chan struct{}
	once sync.Once

	mu    sync.Mutex
	dirty map[string]bool // documents to look at first
	all   bool            // and all others after them
	sent  map[string]sentDiagnostics

	deepTook time.Duration // of the last deep pass: decides whether it can be done at once
}

// sentDiagnostics is what the client has of a document.
type sentDiagnostics struct {
	digest  string
	version int32
	deep    []analysis.Diagnostic // of the last deep pass
	text    string                // that deep is about
}

func newPublisher(s *session) *publisher {
	p := &publisher{s: s, wake: make(chan struct{}, 1), done: make(chan struct{}), dirty: map[string]bool{}, sent: map[string]sentDiagnostics{}}
	go p.run()
	return p
}

// stop ends the publisher; it may be called more than once.
func (p *publisher) stop() { p.once.Do(func() { close(p.done) }) }

// changed says that a document has a new text. Others may depend on it.
func (p *publisher) changed(path string) {
	p.mu.Lock()
	p.dirty[path] = true
	p.all = true
	p.mu.Unlock()
	p.signal()
}

// changedEverywhere says that something that all documents depend on is different.
func (p *publisher) changedEverywhere() {
	p.mu.Lock()
	p.all = true
	p.mu.Unlock()
	p.signal()
}

// closed clears the diagnostics of a document that is not open any more.
func (p *publisher) closed(doc *document) {
	p.mu.Lock()
	delete(p.dirty, doc.path)
	delete(p.sent, doc.path)
	p.all = true
	p.mu.Unlock()
	if !p.s.client().pullsDiagnostics {
		p.s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{
			URI: protocolURI(doc.uri), Version: protocol.NewOptional(doc.version), Diagnostics: []protocol.Diagnostic{},
		})
	}
	p.signal()
}

func (p *publisher) signal() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *publisher) run() {
	for {
		select {
		case <-p.done:
			return
		case <-p.s.ctx.Done():
			return
		case <-p.wake:
		}
		for p.step() {
		}
	}
}

// atOnce is how long a deep pass may take and still be done together with the local one.
const atOnce = 12 * time.Millisecond

// quiet is how long nobody must have typed before a slow deep pass begins.
const quiet = 150 * time.Millisecond

// step does one round; it reports whether there is more to do at once.
func (p *publisher) step() (more bool) {
	defer func() {
		if r := recover(); r != nil {
			p.s.log.Error("panic", "in", "diagnostics", "value", r)
			more = false
		}
	}()
	p.mu.Lock()
	dirty, all := p.dirty, p.all
	p.dirty, p.all = map[string]bool{}, false
	p.mu.Unlock()
	if len(dirty) == 0 && !all || p.s.phase() != running {
		return false
	}
	client := p.s.client()
	if client.pullsDiagnostics {
		if len(dirty) == 0 && client.refreshDiagnostics {
			p.s.background("refresh", func() { _ = p.s.call(protocol.MethodWorkspaceDiagnosticRefresh, nil, nil) })
		}
		return false
	}
	snapshot := p.s.project().Snapshot()
	var rest []*document
	for _, doc := range p.s.docs.all() {
		if !dirty[doc.path] {
			rest = append(rest, doc)
			continue
		}
		p.publish(snapshot, doc, p.deepTook <= atOnce)
		if p.interrupted() {
			p.again(dirty, all)
			return true
		}
	}
	if p.deepTook > atOnce {
		select {
		case <-time.After(quiet):
		case <-p.wake:
			p.again(nil, all)
			return true
		case <-p.done:
			return false
		}
		for _, doc := range p.s.docs.all() {
			if dirty[doc.path] {
				p.publish(snapshot, doc, true)
				if p.interrupted() {
					p.again(nil, all)
					return true
				}
			}
		}
	}
	for _, doc := range rest {
		p.publish(snapshot, doc, true)
		if p.interrupted() {
			p.again(nil, all)
			return true
		}
	}
	return p.interrupted()
}

// interrupted reports that something happened meanwhile.
func (p *publisher) interrupted() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.dirty) > 0 || p.all
}

// again puts back what was not done: the texts that are dirty anyway come first.
func (p *publisher) again(dirty map[string]bool, all bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for path := range dirty {
		p.dirty[path] = true
	}
	p.all = p.all || all
}

// publish sends the diagnostics of a document if the client does not have them yet. Without deep,
// the deep ones of an earlier text are sent again, moved to where they are now.
func (p *publisher) publish(snapshot *analysis.Snapshot, doc *document, deep bool) {
	source := snapshot.Source(doc.path)
	if source == nil || source.Text != doc.file.Text {
		return // the document went on; its next turn is coming
	}
	p.mu.Lock()
	last, known := p.sent[doc.path]
	p.mu.Unlock()
	local := snapshot.CheckLocal(doc.path)
	next := sentDiagnostics{version: doc.version, text: source.Text}
	if deep {
		start := time.Now()
		next.deep = snapshot.CheckDeep(doc.path)
		p.deepTook = time.Since(start)
	} else {
		next.deep = moved(last.deep, last.text, source)
	}
	list := diagnosticsFor(p.s, snapshot.Merge(doc.path, local, next.deep, deep))
	next.digest = digest(list)
	if known && next.digest == last.digest && next.version == last.version {
		next.digest = last.digest
	} else {
		p.s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{
			URI: protocolURI(doc.uri), Version: protocol.NewOptional(doc.version), Diagnostics: list,
		})
	}
	p.mu.Lock()
	if p.s.docs.get(doc.path) != nil {
		p.sent[doc.path] = next
	}
	p.mu.Unlock()
}

// moved are findings about an old text, at their places in a new one: before the first difference
// they stay, after the last they shift, in between they are dropped.
func moved(ds []analysis.Diagnostic, old string, file *syntax.File) []analysis.Diagnostic {
	text := file.Text
	prefix := 0
	for prefix < len(old) && prefix < len(text) && old[prefix] == text[prefix] {
		prefix++
	}
	suffix := 0
	for suffix < len(old)-prefix && suffix < len(text)-prefix && old[len(old)-1-suffix] == text[len(text)-1-suffix] {
		suffix++
	}
	shift := int32(len(text) - len(old))
	var out []analysis.Diagnostic
	for _, d := range ds {
		switch {
		case int(d.Span.End) <= prefix:
		case int(d.Span.Start) >= len(old)-suffix:
			d.Span.Start += shift
			d.Span.End += shift
		default:
			continue
		}
		d.File, d.Fixes, d.Related = file, nil, nil
		out = append(out, d)
	}
	return out
}

func digest(list []protocol.Diagnostic) string {
	h := sha256.New()
	for i := range list {
		b, err := protocol.Marshal(&list[i])
		if err != nil {
			continue
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// source is the name that diagnostics carry.
const source = "slp"

// diagnosticsFor converts findings.
func diagnosticsFor(s *session, ds []analysis.Diagnostic) []protocol.Diagnostic {
	enc := s.client().encoding
	out := make([]protocol.Diagnostic, 0, len(ds))
	for i := range ds {
		d := &ds[i]
		item := protocol.Diagnostic{
			Range: enc.rangeOf(d.File, d.Span), Severity: severities[d.Severity], Code: protocol.String(d.Rule),
			Source: protocol.NewOptional(source), Message: protocol.String(message(d)),
		}
		if d.Unneeded {
			item.Tags = protocol.NewDiagnosticTags(protocol.DiagnosticTagUnnecessary)
		}
		if s.client().relatedInformation {
			for _, r := range d.Related {
				if u, ok := s.uriOf(r.Path); ok {
					item.RelatedInformation = append(item.RelatedInformation, protocol.DiagnosticRelatedInformation{
						Location: protocol.Location{URI: u, Range: enc.rangeOf(r.File, r.Span)}, Message: r.Message,
					})
				}
			}
		}
		out = append(out, item)
	}
	return out
}

func message(d *analysis.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + "\n" + d.Hint
}

var severities = [...]protocol.DiagnosticSeverity{
	analysis.SeverityError:   protocol.DiagnosticSeverityError,
	analysis.SeverityWarning: protocol.DiagnosticSeverityWarning,
	analysis.SeverityInfo:    protocol.DiagnosticSeverityInformation,
	analysis.SeverityHint:    protocol.DiagnosticSeverityHint,
}

// documentDiagnostic answers a pull for one document.
func documentDiagnostic(a *ask, p *protocol.DocumentDiagnosticParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil {
		return nil, err
	}
	list := []protocol.Diagnostic{}
	if file != nil {
		list = diagnosticsFor(a.session, a.snapshot.Check(path))
	}
	id := digest(list)
	if p.PreviousResultID != nil && *p.PreviousResultID == id {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{
			Kind: string(protocol.DocumentDiagnosticReportKindUnchanged), ResultID: id,
		}}, nil
	}
	return &protocol.RelatedFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{
		Kind: string(protocol.DocumentDiagnosticReportKindFull), ResultID: &id, Items: list,
	}}, nil
}

// workspaceDiagnostic answers a pull for all files of the project.
func workspaceDiagnostic(a *ask, p *protocol.WorkspaceDiagnosticParams) (any, error) {
	previous := map[string]string{}
	for _, r := range p.PreviousResultIds {
		previous[pathOf(string(r.URI))] = r.Value
	}
	out := &protocol.WorkspaceDiagnosticReport{Items: []protocol.WorkspaceDocumentDiagnosticReport{}}
	for _, path := range a.snapshot.Files() {
		if a.ctx.Err() != nil {
			return nil, protocol.ErrRequestCancelled
		}
		u, ok := a.session.uriOf(path)
		if !ok {
			continue
		}
		var version *int32
		if d := a.session.docs.get(path); d != nil {
			version = ptr(d.version)
		}
		list := diagnosticsFor(a.session, a.snapshot.Check(path))
		id := digest(list)
		if previous[path] == id {
			out.Items = append(out.Items, &protocol.WorkspaceUnchangedDocumentDiagnosticReport{
				UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: string(protocol.DocumentDiagnosticReportKindUnchanged), ResultID: id},
				URI:                               u, Version: version,
			})
			continue
		}
		out.Items = append(out.Items, &protocol.WorkspaceFullDocumentDiagnosticReport{
			FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: string(protocol.DocumentDiagnosticReportKindFull), ResultID: ptr(id), Items: list},
			URI:                          u, Version: version,
		})
	}
	return out, nil
}

func grantDiagnostics(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.DiagnosticProvider = &protocol.DiagnosticOptions{InterFileDependencies: true, WorkspaceDiagnostics: true}
}
