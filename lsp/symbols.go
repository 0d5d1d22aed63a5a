package lsp

import (
	"go.lsp.dev/protocol"

	"slp/analysis"
)

func documentSymbol(a *ask, p *protocol.DocumentSymbolParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return nil, err
	}
	list := a.snapshot.Symbols(a.ctx, path)
	if a.client.hierarchicalSymbol {
		return a.nested(list), nil
	}
	out := protocol.SymbolInformationSlice{}
	a.flat(list, "", &out)
	return out, nil
}

func (a *ask) nested(list []analysis.Symbol) protocol.DocumentSymbolSlice {
	out := make(protocol.DocumentSymbolSlice, 0, len(list))
	for _, s := range list {
		item := protocol.DocumentSymbol{
			Name: s.Name, Kind: symbolKind(s.Kind),
			Range:          a.enc().rangeOf(s.Location.File, s.Location.Span),
			SelectionRange: a.enc().rangeOf(s.Location.File, s.Location.Name),
		}
		if s.Detail != "" {
			item.Detail = ptr(s.Detail)
		}
		if len(s.Children) > 0 {
			item.Children = a.nested(s.Children)
		}
		out = append(out, item)
	}
	return out
}

// flat is the older form of the answer: all symbols in one list.
func (a *ask) flat(list []analysis.Symbol, container string, out *protocol.SymbolInformationSlice) {
	for _, s := range list {
		u, ok := a.session.uriOf(s.Location.Path)
		if !ok {
			continue
		}
		item := protocol.SymbolInformation{Location: protocol.Location{URI: u, Range: a.enc().rangeOf(s.Location.File, s.Location.Span)}}
		item.Name, item.Kind = s.Name, symbolKind(s.Kind)
		if container != "" {
			item.ContainerName = ptr(container)
		}
		*out = append(*out, item)
		a.flat(s.Children, s.Name, out)
	}
}

func workspaceSymbol(a *ask, p *protocol.WorkspaceSymbolParams) (any, error) {
	out := protocol.WorkspaceSymbolSlice{}
	for _, s := range a.snapshot.WorkspaceSymbols(a.ctx, p.Query) {
		l, ok := a.location(s.Location)
		if !ok {
			continue
		}
		item := protocol.WorkspaceSymbol{Location: &l}
		item.Name, item.Kind = s.Name, symbolKind(s.Kind)
		if s.Container != "" {
			item.ContainerName = ptr(s.Container)
		}
		out = append(out, item)
	}
	return out, nil
}

var symbolKinds = [...]protocol.SymbolKind{
	analysis.KindVariable:      protocol.SymbolKindVariable,
	analysis.KindConstant:      protocol.SymbolKindConstant,
	analysis.KindParameter:     protocol.SymbolKindVariable,
	analysis.KindFunction:      protocol.SymbolKindFunction,
	analysis.KindMethod:        protocol.SymbolKindMethod,
	analysis.KindClass:         protocol.SymbolKindClass,
	analysis.KindModule:        protocol.SymbolKindModule,
	analysis.KindProperty:      protocol.SymbolKindField,
	analysis.KindTypeParameter: protocol.SymbolKindTypeParameter,
	analysis.KindKeyword:       protocol.SymbolKindKey,
	analysis.KindChannel:       protocol.SymbolKindEvent,
	analysis.KindTasklet:       protocol.SymbolKindObject,
	analysis.KindFile:          protocol.SymbolKindFile,
}

func grantDocumentSymbol(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.DocumentSymbolProvider = protocol.Boolean(true)
}

func grantWorkspaceSymbol(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.WorkspaceSymbolProvider = protocol.Boolean(true)
}
