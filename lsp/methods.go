package lsp

import (
	"context"

	"github.com/go-json-experiment/json/jsontext"
	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"slp/analysis"
)

// method is a row of the table: a message that the server understands.
type method struct {
	decode  decoder
	inOrder bool                                            // a request that is answered before the next message is read
	grants  func(*protocol.ServerCapabilities, *clientInfo) // the capability it brings, or nil
}

// decoder reads the params of a message while they are valid, and freezes the state it is asked
// about. What it returns may run later.
type decoder func(s *session, params jsonrpc2.RawMessage) (func(context.Context) (any, error), error)

// ask is one request: the state of the documents when it arrived.
type ask struct {
	ctx      context.Context
	session  *session
	client   *clientInfo
	snapshot *analysis.Snapshot
}

// request is the decoder of a request: f is asked with the state at the time of its arrival. needs
// are the members that params must have.
func request[P any](f func(*ask, *P) (any, error), needs ...string) decoder {
	return func(s *session, raw jsonrpc2.RawMessage) (func(context.Context) (any, error), error) {
		params := new(P)
		if err := decodeParams(raw, params, needs); err != nil {
			return nil, err
		}
		a := &ask{session: s, client: s.client(), snapshot: s.project().Snapshot()}
		return func(ctx context.Context) (any, error) {
			a.ctx = ctx
			return f(a, params)
		}, nil
	}
}

// notification is the decoder of a notification, or of a request about the session itself.
func notification[P any](f func(*session, *P) error, needs ...string) decoder {
	return func(s *session, raw jsonrpc2.RawMessage) (func(context.Context) (any, error), error) {
		params := new(P)
		if err := decodeParams(raw, params, needs); err != nil {
			return nil, err
		}
		return func(context.Context) (any, error) { return nil, f(s, params) }, nil
	}
}

// bare is the decoder of a message whose params do not matter.
func bare(f func(*session) (any, error)) decoder {
	return func(s *session, _ jsonrpc2.RawMessage) (func(context.Context) (any, error), error) {
		return func(context.Context) (any, error) { return f(s) }, nil
	}
}

func decodeParams(raw jsonrpc2.RawMessage, params any, needs []string) error {
	if len(needs) > 0 {
		have, err := members(raw)
		if err != nil {
			return invalid("params: %v", err)
		}
		for _, name := range needs {
			if !have[name] {
				return invalid("params: %q is missing", name)
			}
		}
	}
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	if err := protocol.Unmarshal(raw, params); err != nil {
		return invalid("params: %v", err)
	}
	return nil
}

// members are the names of an object's members that are not null.
func members(raw jsonrpc2.RawMessage) (map[string]bool, error) {
	out := map[string]bool{}
	if len(raw) == 0 {
		return out, nil
	}
	var object map[string]jsontext.Value
	if err := protocol.Unmarshal(raw, &object); err != nil {
		return nil, err
	}
	for name, v := range object {
		if v.Kind() != 'n' {
			out[name] = true
		}
	}
	return out, nil
}

// methodTable is the table of all messages that the server understands.
func methodTable() map[string]method {
	return map[string]method{
		// Life of the session.
		protocol.MethodInitialize:                   {decode: initializeDecoder, inOrder: true},
		protocol.MethodInitialized:                  {decode: bare(initialized)},
		protocol.MethodShutdown:                     {decode: bare(shutdown), inOrder: true},
		protocol.MethodExit:                         {decode: bare(exit)},
		protocol.MethodSetTrace:                     {decode: bare(ignored)},
		protocol.MethodCancelRequest:                {decode: cancelDecoder},
		protocol.MethodWindowWorkDoneProgressCancel: {decode: bare(ignored)},

		// Documents and the workspace.
		protocol.MethodTextDocumentDidOpen:                {decode: notification(didOpen, "textDocument"), grants: grantSync},
		protocol.MethodTextDocumentDidChange:              {decode: notification(didChange, "textDocument", "contentChanges")},
		protocol.MethodTextDocumentDidSave:                {decode: notification(didSave, "textDocument")},
		protocol.MethodTextDocumentDidClose:               {decode: notification(didClose, "textDocument")},
		protocol.MethodWorkspaceDidChangeConfiguration:    {decode: notification(didChangeConfiguration)},
		protocol.MethodWorkspaceDidChangeWatchedFiles:     {decode: notification(didChangeWatchedFiles, "changes")},
		protocol.MethodWorkspaceDidChangeWorkspaceFolders: {decode: notification(didChangeWorkspaceFolders, "event"), grants: grantFolders},
		protocol.MethodWorkspaceDidCreateFiles:            {decode: notification(didCreateFiles, "files")},
		protocol.MethodWorkspaceDidRenameFiles:            {decode: notification(didRenameFiles, "files")},
		protocol.MethodWorkspaceDidDeleteFiles:            {decode: notification(didDeleteFiles, "files")},

		// Diagnostics.
		protocol.MethodTextDocumentDiagnostic: {decode: request(documentDiagnostic, "textDocument"), grants: grantDiagnostics},
		protocol.MethodWorkspaceDiagnostic:    {decode: request(workspaceDiagnostic)},

		// Where things are.
		protocol.MethodTextDocumentHover:             {decode: request(hover, "textDocument", "position"), grants: grantHover},
		protocol.MethodTextDocumentDefinition:        {decode: request(definition, "textDocument", "position"), grants: grantDefinition},
		protocol.MethodTextDocumentDeclaration:       {decode: request(declaration, "textDocument", "position"), grants: grantDeclaration},
		protocol.MethodTextDocumentTypeDefinition:    {decode: request(typeDefinition, "textDocument", "position"), grants: grantTypeDefinition},
		protocol.MethodTextDocumentImplementation:    {decode: request(implementation, "textDocument", "position"), grants: grantImplementation},
		protocol.MethodTextDocumentReferences:        {decode: request(references, "textDocument", "position"), grants: grantReferences},
		protocol.MethodTextDocumentDocumentHighlight: {decode: request(documentHighlight, "textDocument", "position"), grants: grantHighlight},
		protocol.MethodTextDocumentDocumentSymbol:    {decode: request(documentSymbol, "textDocument"), grants: grantDocumentSymbol},
		protocol.MethodWorkspaceSymbol:               {decode: request(workspaceSymbol), grants: grantWorkspaceSymbol},

		// While typing.
		protocol.MethodTextDocumentCompletion:    {decode: request(completion, "textDocument", "position"), grants: grantCompletion},
		protocol.MethodCompletionItemResolve:     {decode: request(completionResolve, "label")},
		protocol.MethodTextDocumentSignatureHelp: {decode: request(signatureHelp, "textDocument", "position"), grants: grantSignature},

		// Changes.
		protocol.MethodTextDocumentPrepareRename: {decode: request(prepareRename, "textDocument", "position")},
		protocol.MethodTextDocumentRename:        {decode: request(rename, "textDocument", "position", "newName"), grants: grantRename},
		protocol.MethodTextDocumentCodeAction:    {decode: request(codeAction, "textDocument", "range"), grants: grantCodeAction},

		// How the text looks.
		protocol.MethodTextDocumentSemanticTokensFull:      {decode: request(semanticTokensFull, "textDocument"), grants: grantTokens},
		protocol.MethodTextDocumentSemanticTokensFullDelta: {decode: request(semanticTokensDelta, "textDocument")},
		protocol.MethodTextDocumentSemanticTokensRange:     {decode: request(semanticTokensRange, "textDocument", "range")},
		protocol.MethodTextDocumentFoldingRange:            {decode: request(foldingRange, "textDocument"), grants: grantFolding},
		protocol.MethodTextDocumentSelectionRange:          {decode: request(selectionRange, "textDocument", "positions"), grants: grantSelection},
		protocol.MethodTextDocumentCodeLens:                {decode: request(codeLens, "textDocument"), grants: grantLens},
		protocol.MethodTextDocumentInlayHint:               {decode: request(inlayHint, "textDocument", "range"), grants: grantInlay},

		// Hierarchies. On a channel, the callers are its senders and the callees its receivers.
		protocol.MethodTextDocumentPrepareCallHierarchy: {decode: request(prepareCallHierarchy, "textDocument", "position"), grants: grantCallHierarchy},
		protocol.MethodCallHierarchyIncomingCalls:       {decode: request(incomingCalls, "item")},
		protocol.MethodCallHierarchyOutgoingCalls:       {decode: request(outgoingCalls, "item")},
		protocol.MethodTextDocumentPrepareTypeHierarchy: {decode: request(prepareTypeHierarchy, "textDocument", "position"), grants: grantTypeHierarchy},
		protocol.MethodTypeHierarchySupertypes:          {decode: request(supertypes, "item")},
		protocol.MethodTypeHierarchySubtypes:            {decode: request(subtypes, "item")},

		// Our own commands.
		protocol.MethodWorkspaceExecuteCommand: {decode: request(executeCommand, "command"), grants: grantCommands},
	}
}
