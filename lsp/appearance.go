package lsp

import (
	"strconv"
	"sync"

	"go.lsp.dev/protocol"

	"slp/analysis"
	"slp/syntax"
)

// tokenCache remembers the last answer for each document, for the next one to be told as a
// difference. Without it the answer is complete: nothing depends on it.
type tokenCache struct {
	mu   sync.Mutex
	last map[string]tokenResult
	next int
}

type tokenResult struct {
	id   string
	data []uint32
}

func (c *tokenCache) store(path string, data []uint32) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.next++
	id := strconv.Itoa(c.next)
	c.last[path] = tokenResult{id, data}
	return id
}

func (c *tokenCache) get(path, id string) ([]uint32, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	r, ok := c.last[path]
	return r.data, ok && r.id == id
}

func (c *tokenCache) forget(path string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.last, path)
}

func semanticTokensFull(a *ask, p *protocol.SemanticTokensParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	data := a.encodeTokens(path, file, syntax.Span{Start: 0, End: int32(len(file.Text))})
	return &protocol.SemanticTokens{ResultID: ptr(a.session.tokens.store(path, data)), Data: data}, nil
}

func semanticTokensRange(a *ask, p *protocol.SemanticTokensRangeParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	return &protocol.SemanticTokens{Data: a.encodeTokens(path, file, a.enc().span(file, p.Range))}, nil
}

func semanticTokensDelta(a *ask, p *protocol.SemanticTokensDeltaParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	data := a.encodeTokens(path, file, syntax.Span{Start: 0, End: int32(len(file.Text))})
	old, ok := a.session.tokens.get(path, p.PreviousResultID)
	id := a.session.tokens.store(path, data)
	if !ok {
		return &protocol.SemanticTokens{ResultID: &id, Data: data}, nil
	}
	out := &protocol.SemanticTokensDelta{ResultID: &id, Edits: []protocol.SemanticTokensEdit{}}
	prefix := 0
	for prefix < len(old) && prefix < len(data) && old[prefix] == data[prefix] {
		prefix++
	}
	suffix := 0
	for suffix < len(old)-prefix && suffix < len(data)-prefix && old[len(old)-1-suffix] == data[len(data)-1-suffix] {
		suffix++
	}
	if prefix+suffix < len(old) || prefix+suffix < len(data) {
		out.Edits = append(out.Edits, protocol.SemanticTokensEdit{
			Start: uint32(prefix), DeleteCount: uint32(len(old) - prefix - suffix), Data: data[prefix : len(data)-suffix],
		})
	}
	return out, nil
}

// encodeTokens writes tokens as the protocol does: five numbers each, relative to the one before.
func (a *ask) encodeTokens(path string, file *syntax.File, within syntax.Span) []uint32 {
	list := a.snapshot.Tokens(a.ctx, path, within)
	out := make([]uint32, 0, len(list)*5)
	var line, column uint32
	for _, t := range list {
		start, end := a.enc().position(file, t.Span.Start), a.enc().position(file, t.Span.End)
		if start.Line != end.Line || end.Character <= start.Character {
			continue
		}
		dl, dc := start.Line-line, start.Character
		if dl == 0 {
			dc -= column
		}
		out = append(out, dl, dc, end.Character-start.Character, uint32(t.Type), uint32(t.Modifiers))
		line, column = start.Line, start.Character
	}
	return out
}

func foldingRange(a *ask, p *protocol.FoldingRangeParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	out := []protocol.FoldingRange{}
	for _, f := range a.snapshot.Folds(a.ctx, path) {
		item := protocol.FoldingRange{StartLine: uint32(f.First - 1), EndLine: uint32(f.Last - 1)}
		switch f.Kind {
		case analysis.FoldImports:
			item.Kind = protocol.FoldingRangeKindImports
		case analysis.FoldComment:
			item.Kind = protocol.FoldingRangeKindComment
		}
		out = append(out, item)
	}
	return out, nil
}

func selectionRange(a *ask, p *protocol.SelectionRangeParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	out := []protocol.SelectionRange{}
	for _, pos := range p.Positions {
		spans := a.snapshot.Selections(a.ctx, path, a.enc().offset(file, pos))
		var outer *protocol.SelectionRange
		for i := len(spans) - 1; i >= 0; i-- {
			outer = &protocol.SelectionRange{Range: a.enc().rangeOf(file, spans[i]), Parent: outer}
		}
		if outer == nil {
			outer = &protocol.SelectionRange{Range: protocol.Range{Start: pos, End: pos}}
		}
		out = append(out, *outer)
	}
	return out, nil
}

func codeLens(a *ask, p *protocol.CodeLensParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	u, _ := a.session.uriOf(path)
	out := []protocol.CodeLens{}
	for _, l := range a.snapshot.Lenses(a.ctx, path) {
		r := a.enc().rangeOf(file, l.Span)
		out = append(out, protocol.CodeLens{Range: r, Command: a.showReferences(l.Title, u, r.Start, l.Targets)})
	}
	return out, nil
}

func inlayHint(a *ask, p *protocol.InlayHintParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	out := []protocol.InlayHint{}
	for _, h := range a.snapshot.Inlays(a.ctx, path, a.enc().span(file, p.Range)) {
		part := protocol.InlayHintLabelPart{Value: h.Label}
		if h.Target != nil {
			if l, ok := a.location(*h.Target); ok {
				part.Location = l
			}
		}
		item := protocol.InlayHint{Position: a.enc().position(file, h.Offset), Label: protocol.InlayHintLabelPartSlice{part}}
		if h.Type {
			item.Kind = protocol.InlayHintKindType
		}
		if h.Tooltip != "" {
			item.Tooltip = protocol.String(h.Tooltip)
		}
		out = append(out, item)
	}
	return out, nil
}

func grantTokens(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.SemanticTokensProvider = &protocol.SemanticTokensOptions{
		Legend: protocol.SemanticTokensLegend{TokenTypes: analysis.TokenTypes(), TokenModifiers: analysis.TokenModifiers()},
		Range:  protocol.Boolean(true),
		Full:   &protocol.SemanticTokensFullDelta{Delta: ptr(true)},
	}
}

func grantFolding(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.FoldingRangeProvider = protocol.Boolean(true)
}

func grantSelection(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.SelectionRangeProvider = protocol.Boolean(true)
}

func grantLens(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.CodeLensProvider = &protocol.CodeLensOptions{ResolveProvider: ptr(false)}
}

func grantInlay(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.InlayHintProvider = protocol.Boolean(true)
}
