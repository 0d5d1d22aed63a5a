package lsp

import (
	"context"

	"go.lsp.dev/protocol"

	"slp/analysis"
)

func hover(a *ask, p *protocol.HoverParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	h := a.snapshot.Hover(a.ctx, path, offset)
	if h == nil {
		return nil, nil
	}
	r := a.enc().rangeOf(a.snapshot.Source(path), h.Span)
	return &protocol.Hover{Contents: a.markup(h.Markdown), Range: &r}, nil
}

// markup is text in the form that the client can show.
func (a *ask) markup(text string) *protocol.MarkupContent {
	kind := protocol.MarkupKindPlainText
	if a.client.markdown {
		kind = protocol.MarkupKindMarkdown
	} else {
		text = plainText(text)
	}
	return &protocol.MarkupContent{Kind: kind, Value: text}
}

func definition(a *ask, p *protocol.DefinitionParams) (any, error) {
	return a.locate(p.TextDocumentPositionParams, a.snapshot.Definition)
}

func declaration(a *ask, p *protocol.DeclarationParams) (any, error) {
	return a.locate(p.TextDocumentPositionParams, a.snapshot.Definition)
}

func typeDefinition(a *ask, p *protocol.TypeDefinitionParams) (any, error) {
	return a.locate(p.TextDocumentPositionParams, a.snapshot.TypeDefinition)
}

func implementation(a *ask, p *protocol.ImplementationParams) (any, error) {
	return a.locate(p.TextDocumentPositionParams, a.snapshot.Implementation)
}

// locate answers a request for places.
func (a *ask) locate(p protocol.TextDocumentPositionParams, question func(context.Context, string, int32) []analysis.Location) (any, error) {
	path, offset, ok, err := a.place(p)
	if err != nil || !ok {
		return nil, err
	}
	list := a.locations(question(a.ctx, path, offset))
	if len(list) == 0 {
		return nil, nil
	}
	return list, nil
}

func references(a *ask, p *protocol.ReferenceParams) (any, error) {
	return a.locate(p.TextDocumentPositionParams, func(ctx context.Context, path string, offset int32) []analysis.Location {
		return a.snapshot.References(ctx, path, offset, p.Context.IncludeDeclaration)
	})
}

func documentHighlight(a *ask, p *protocol.DocumentHighlightParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	list := a.snapshot.Highlights(a.ctx, path, offset)
	if len(list) == 0 {
		return nil, nil
	}
	out := make([]protocol.DocumentHighlight, len(list))
	for i, h := range list {
		kind := protocol.DocumentHighlightKindRead
		if h.Write {
			kind = protocol.DocumentHighlightKindWrite
		}
		out[i] = protocol.DocumentHighlight{Range: a.enc().rangeOf(a.snapshot.Source(path), h.Span), Kind: kind}
	}
	return out, nil
}

func grantHover(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.HoverProvider = protocol.Boolean(true)
}

func grantDefinition(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.DefinitionProvider = protocol.Boolean(true)
}

func grantDeclaration(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.DeclarationProvider = protocol.Boolean(true)
}

func grantTypeDefinition(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.TypeDefinitionProvider = protocol.Boolean(true)
}

func grantImplementation(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.ImplementationProvider = protocol.Boolean(true)
}

func grantReferences(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.ReferencesProvider = protocol.Boolean(true)
}

func grantHighlight(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.DocumentHighlightProvider = protocol.Boolean(true)
}
