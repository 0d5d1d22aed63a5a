package lsp

import (
	"context"
	"encoding/json"

	"go.lsp.dev/protocol"

	"slp/analysis"
)

// itemData is what an item carries from one request to the next, besides its ranges.
type itemData struct {
	Path    string `json:"path"`
	Channel bool   `json:"channel,omitempty"`
	Kind    uint8  `json:"kind"`
}

func prepareCallHierarchy(a *ask, p *protocol.CallHierarchyPrepareParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	out := []protocol.CallHierarchyItem{}
	for _, item := range a.snapshot.CallItems(a.ctx, path, offset) {
		if i, ok := a.callItem(item); ok {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

func (a *ask) callItem(item analysis.CallItem) (protocol.CallHierarchyItem, bool) {
	u, ok := a.session.uriOf(item.At.Path)
	data, err := json.Marshal(itemData{item.At.Path, item.Channel, uint8(item.Kind)})
	if !ok || err != nil {
		return protocol.CallHierarchyItem{}, false
	}
	out := protocol.CallHierarchyItem{
		Name: item.Name, Kind: symbolKind(item.Kind), URI: u, Data: data,
		Range: a.enc().rangeOf(item.At.File, item.At.Span), SelectionRange: a.enc().rangeOf(item.At.File, item.At.Name),
	}
	if item.Detail != "" {
		out.Detail = ptr(item.Detail)
	}
	return out, true
}

// backItem is the item that the client sends back.
func (a *ask) backItem(i protocol.CallHierarchyItem) (analysis.CallItem, error) {
	data := itemData{Path: pathOf(string(i.URI))}
	if len(i.Data) > 0 {
		if err := json.Unmarshal(i.Data, &data); err != nil {
			return analysis.CallItem{}, invalid("params: item.data is not ours: %v", err)
		}
	}
	file := a.snapshot.Source(data.Path)
	if file == nil {
		return analysis.CallItem{}, invalid("params: item: there is no file %s", data.Path)
	}
	item := analysis.CallItem{Name: i.Name, Channel: data.Channel, Kind: analysis.Kind(data.Kind)}
	item.At = analysis.Location{Path: data.Path, File: file, Span: a.enc().span(file, i.Range), Name: a.enc().span(file, i.SelectionRange)}
	return item, nil
}

func incomingCalls(a *ask, p *protocol.CallHierarchyIncomingCallsParams) (any, error) {
	item, err := a.backItem(p.Item)
	if err != nil {
		return nil, err
	}
	out := []protocol.CallHierarchyIncomingCall{}
	for _, c := range a.snapshot.Incoming(a.ctx, item) {
		from, ok := a.callItem(c.Item)
		if !ok {
			continue
		}
		call := protocol.CallHierarchyIncomingCall{From: from, FromRanges: []protocol.Range{}}
		for _, s := range c.Sites {
			call.FromRanges = append(call.FromRanges, a.enc().rangeOf(c.Item.At.File, s))
		}
		out = append(out, call)
	}
	return out, nil
}

func outgoingCalls(a *ask, p *protocol.CallHierarchyOutgoingCallsParams) (any, error) {
	item, err := a.backItem(p.Item)
	if err != nil {
		return nil, err
	}
	out := []protocol.CallHierarchyOutgoingCall{}
	for _, c := range a.snapshot.Outgoing(a.ctx, item) {
		to, ok := a.callItem(c.Item)
		if !ok {
			continue
		}
		call := protocol.CallHierarchyOutgoingCall{To: to, FromRanges: []protocol.Range{}}
		for _, s := range c.Sites {
			// The receivers of a channel may be in another file than the channel; their places are then
			// told by the items themselves.
			if item.Channel && c.Item.At.Path != item.At.Path {
				call.FromRanges = append(call.FromRanges, p.Item.SelectionRange)
				break
			}
			call.FromRanges = append(call.FromRanges, a.enc().rangeOf(item.At.File, s))
		}
		out = append(out, call)
	}
	return out, nil
}

func prepareTypeHierarchy(a *ask, p *protocol.TypeHierarchyPrepareParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	out := a.typeItems(a.snapshot.TypeItems(a.ctx, path, offset))
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

func (a *ask) typeItems(list []analysis.TypeItem) []protocol.TypeHierarchyItem {
	out := []protocol.TypeHierarchyItem{}
	for _, t := range list {
		u, ok := a.session.uriOf(t.At.Path)
		data, err := json.Marshal(itemData{Path: t.At.Path})
		if !ok || err != nil {
			continue
		}
		item := protocol.TypeHierarchyItem{
			Name: t.Name, Kind: protocol.SymbolKindClass, URI: u, Data: data,
			Range: a.enc().rangeOf(t.At.File, t.At.Span), SelectionRange: a.enc().rangeOf(t.At.File, t.At.Name),
		}
		if t.Detail != "" {
			item.Detail = ptr(t.Detail)
		}
		out = append(out, item)
	}
	return out
}

func supertypes(a *ask, p *protocol.TypeHierarchySupertypesParams) (any, error) {
	return a.related(p.Item, a.snapshot.Supertypes)
}

func subtypes(a *ask, p *protocol.TypeHierarchySubtypesParams) (any, error) {
	return a.related(p.Item, a.snapshot.Subtypes)
}

func (a *ask) related(i protocol.TypeHierarchyItem, question func(context.Context, analysis.TypeItem) []analysis.TypeItem) (any, error) {
	back, err := a.backItem(protocol.CallHierarchyItem{Name: i.Name, URI: i.URI, Range: i.Range, SelectionRange: i.SelectionRange, Data: i.Data})
	if err != nil {
		return nil, err
	}
	return a.typeItems(question(a.ctx, analysis.TypeItem{Name: i.Name, At: back.At})), nil
}

func grantCallHierarchy(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.CallHierarchyProvider = protocol.Boolean(true)
}

func grantTypeHierarchy(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.TypeHierarchyProvider = protocol.Boolean(true)
}
