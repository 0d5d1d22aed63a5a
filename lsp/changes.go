package lsp

import (
	"slices"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

func prepareRename(a *ask, p *protocol.PrepareRenameParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	span, name, err := a.snapshot.PrepareRename(a.ctx, path, offset)
	if err != nil {
		return nil, refused(err)
	}
	return &protocol.PrepareRenamePlaceholder{Range: a.enc().rangeOf(a.snapshot.Source(path), span), Placeholder: name}, nil
}

// codeRequestFailed is the protocol's code for a request that was right but cannot be done.
const codeRequestFailed jsonrpc2.Code = -32803

func refused(err error) error { return jsonrpc2.NewError(codeRequestFailed, err.Error()) }

func rename(a *ask, p *protocol.RenameParams) (any, error) {
	path, offset, ok, err := a.place(p.TextDocumentPositionParams)
	if err != nil || !ok {
		return nil, err
	}
	edits, err := a.snapshot.Rename(a.ctx, path, offset, p.NewName)
	if err != nil {
		return nil, refused(err)
	}
	return a.edits(edits), nil
}

func codeAction(a *ask, p *protocol.CodeActionParams) (any, error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil || !a.client.codeActionLiterals {
		return nil, err
	}
	out := []protocol.CommandOrCodeAction{}
	for _, action := range a.snapshot.Actions(a.ctx, path, a.enc().span(file, p.Range)) {
		kind := protocol.CodeActionKindQuickFix
		if action.Organize {
			kind = protocol.CodeActionKindSourceOrganizeImports
		}
		if len(p.Context.Only) > 0 && !slices.ContainsFunc(p.Context.Only, func(k protocol.CodeActionKind) bool { return covers(k, kind) }) {
			continue
		}
		item := &protocol.CodeAction{Title: action.Title, Kind: ptr(kind), Edit: a.edits(action.Edits)}
		if action.Preferred {
			item.IsPreferred = ptr(true)
		}
		for _, d := range p.Context.Diagnostics {
			if code, ok := d.Code.(protocol.String); ok && string(code) == action.Rule {
				item.Diagnostics = append(item.Diagnostics, d)
			}
		}
		out = append(out, item)
	}
	return out, nil
}

// covers reports that a kind is another one or above it: "source" covers "source.organizeImports".
func covers(wanted, kind protocol.CodeActionKind) bool {
	return wanted == "" || kind == wanted || strings.HasPrefix(string(kind), string(wanted)+".")
}

// executeCommand runs our own commands; the answer is plain data for any client.
func executeCommand(a *ask, p *protocol.ExecuteCommandParams) (any, error) {
	switch p.Command {
	case commandTopology:
		return a.topology(p.Arguments)
	}
	return nil, invalid("there is no command %q", p.Command)
}

func grantRename(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.RenameProvider = &protocol.RenameOptions{PrepareProvider: ptr(true)}
}

func grantCodeAction(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.CodeActionProvider = &protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{
		protocol.CodeActionKindQuickFix, protocol.CodeActionKindSourceOrganizeImports,
	}}
}

func grantCommands(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.ExecuteCommandProvider = protocol.ExecuteCommandOptions{Commands: []string{commandTopology}}
}
