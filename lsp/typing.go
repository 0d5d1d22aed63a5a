package lsp

import (
	"encoding/json"
	"fmt"
	"strings"

	"go.lsp.dev/protocol"

	"slp/analysis"
)

func completion(a *ask, p *protocol.CompletionParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	c := a.snapshot.Completion(a.ctx, path, offset)
	out := &protocol.CompletionList{Items: []protocol.CompletionItem{}}
	if c == nil {
		return out, nil
	}
	file := a.snapshot.Source(path)
	replace := a.enc().rangeOf(file, c.Replace)
	// With a longer beginning there may be more: names that would have to be imported.
	out.IsIncomplete = offset-c.Replace.Start < 2
	if a.client.itemDefaults {
		out.ItemDefaults = &protocol.CompletionItemDefaults{EditRange: &replace}
	}
	for _, item := range c.Items {
		i := protocol.CompletionItem{Label: item.Label, Kind: completionKinds[item.Kind]}
		i.SortText.Set(fmt.Sprintf("%02d%s", item.Rank, item.Label))
		if item.Detail != "" {
			i.Detail.Set(item.Detail)
		}
		if !a.client.itemDefaults {
			i.TextEdit = &protocol.TextEdit{Range: replace, NewText: item.Label}
		}
		for _, e := range item.Edits {
			i.AdditionalTextEdits = append(i.AdditionalTextEdits, protocol.TextEdit{Range: a.enc().rangeOf(file, e.Span), NewText: e.Text})
		}
		if item.Origin != "" {
			if data, err := json.Marshal(item.Origin); err == nil {
				i.Data = data
			}
		}
		out.Items = append(out.Items, i)
	}
	return out, nil
}

func completionResolve(a *ask, p *protocol.CompletionItem) (any, error) {
	var origin string
	if len(p.Data) > 0 {
		if err := json.Unmarshal(p.Data, &origin); err != nil {
			return nil, invalid("params: data is not ours: %v", err)
		}
	}
	head, doc := a.snapshot.DescribeCompletion(a.ctx, origin)
	if head != "" {
		text := "```python\n" + head + "\n```"
		if doc != "" {
			text += "\n\n" + doc
		}
		p.Documentation = a.markup(text)
	}
	return p, nil
}

var completionKinds = [...]protocol.CompletionItemKind{
	analysis.KindVariable:      protocol.CompletionItemKindVariable,
	analysis.KindConstant:      protocol.CompletionItemKindConstant,
	analysis.KindParameter:     protocol.CompletionItemKindVariable,
	analysis.KindFunction:      protocol.CompletionItemKindFunction,
	analysis.KindMethod:        protocol.CompletionItemKindMethod,
	analysis.KindClass:         protocol.CompletionItemKindClass,
	analysis.KindModule:        protocol.CompletionItemKindModule,
	analysis.KindProperty:      protocol.CompletionItemKindField,
	analysis.KindTypeParameter: protocol.CompletionItemKindTypeParameter,
	analysis.KindKeyword:       protocol.CompletionItemKindKeyword,
	analysis.KindChannel:       protocol.CompletionItemKindEvent,
	analysis.KindTasklet:       protocol.CompletionItemKindVariable,
	analysis.KindFile:          protocol.CompletionItemKindFile,
}

func signatureHelp(a *ask, p *protocol.SignatureHelpParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	list := a.snapshot.Signatures(a.ctx, path, offset)
	if len(list) == 0 {
		return nil, nil
	}
	out := &protocol.SignatureHelp{Signatures: []protocol.SignatureInformation{}, ActiveSignature: ptr(uint32(0))}
	for k, s := range list {
		info := protocol.SignatureInformation{Label: s.Label, Parameters: []protocol.ParameterInformation{}}
		if s.Doc != "" {
			info.Documentation = a.markup(s.Doc)
		}
		for _, q := range s.Parameters {
			var label protocol.ParameterInformationLabel = protocol.String(s.Label[q.Start:q.End])
			if a.client.labelOffsets {
				label = protocol.ParameterInformationLabelTuple{uint32(units(s.Label[:q.Start])), uint32(units(s.Label[:q.End]))}
			}
			info.Parameters = append(info.Parameters, protocol.ParameterInformation{Label: label})
		}
		if k == 0 && s.Active >= 0 {
			out.ActiveParameter = protocol.NewNullable(uint32(s.Active))
		}
		out.Signatures = append(out.Signatures, info)
	}
	return out, nil
}

// units is the length of a text in UTF-16 units, which offsets into labels always count.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x10000 {
			n++
		}
	}
	return n
}

// plainText takes the markdown off a text that we made.
func plainText(s string) string {
	s = strings.NewReplacer("```python\n", "", "\n```", "", "\n\n---\n\n", "\n\n", "**", "", "`", "").Replace(s)
	return strings.TrimSpace(s)
}

func grantCompletion(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.CompletionProvider = &protocol.CompletionOptions{TriggerCharacters: []string{"."}, ResolveProvider: ptr(true)}
}

func grantSignature(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.SignatureHelpProvider = &protocol.SignatureHelpOptions{TriggerCharacters: []string{"(", ","}, RetriggerCharacters: []string{")"}}
}
