package lsp

import (
	"context"
	"encoding/json"
	"reflect"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"slp/analysis"
)

// clientInfo is what the client said it can do.
type clientInfo struct {
	encoding           encoding
	hierarchicalSymbol bool
	pullsDiagnostics   bool
	refreshDiagnostics bool
	refreshTokens      bool
	refreshInlays      bool
	refreshLenses      bool
	watchFiles         bool
	pullsConfiguration bool
	itemDefaults       bool
	labelOffsets       bool
	documentChanges    bool
	markdown           bool
	relatedInformation bool
	codeActionLiterals bool
}

// initializeDecoder handles initialize: the one request that makes the session.
func initializeDecoder(s *session, raw jsonrpc2.RawMessage) (func(context.Context) (any, error), error) {
	if s.phase() != fresh {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "initialize: the session is initialized already")
	}
	params := new(protocol.InitializeParams)
	if err := decodeParams(raw, params, []string{"capabilities"}); err != nil {
		return nil, err
	}
	return func(context.Context) (any, error) { return s.initialize(params), nil }, nil
}

func (s *session) initialize(p *protocol.InitializeParams) *protocol.InitializeResult {
	info := readClient(&p.Capabilities)
	s.info.Store(info)
	if list, ok := p.WorkspaceFolders.Get(); ok {
		for _, f := range list {
			s.folders = append(s.folders, pathOf(string(f.URI)))
		}
	}
	if len(s.folders) == 0 {
		if p.RootURI != nil { //nolint:staticcheck // older clients send only this
			s.folders = []string{pathOf(string(*p.RootURI))} //nolint:staticcheck // as above
		} else if root, ok := p.RootPath.Get(); ok && root != "" { //nolint:staticcheck // as above
			s.folders = []string{root}
		}
	}
	s.initial = readSettings(p.InitializationOptions)
	s.applied = s.initial
	s.files.Store(analysis.Open(analysis.Options{Folders: s.folders, ExtraPaths: s.initial.extraPaths, Config: s.initial.config}))

	result := &protocol.InitializeResult{ServerInfo: protocol.ServerInfo{Name: s.options.Name}}
	if s.options.Version != "" {
		result.ServerInfo.Version = protocol.NewOptional(s.options.Version)
	}
	result.Capabilities.PositionEncoding = protocol.PositionEncodingKind(info.encoding.String())
	for _, m := range s.methods {
		if m.grants != nil {
			m.grants(&result.Capabilities, info)
		}
	}
	s.state.Store(int32(running))
	return result
}

func yes(p *bool) bool { return p != nil && *p }

func readClient(c *protocol.ClientCapabilities) *clientInfo {
	info := &clientInfo{encoding: utf16}
	if g := c.General; g != nil {
		var names []string
		for _, k := range g.PositionEncodings {
			names = append(names, string(k))
		}
		info.encoding = chooseEncoding(names)
	}
	if w := c.Workspace; w != nil {
		info.pullsConfiguration = yes(w.Configuration)
		if d := w.DidChangeWatchedFiles; d != nil {
			info.watchFiles = yes(d.DynamicRegistration)
		}
		if d := w.Diagnostics; d != nil {
			info.refreshDiagnostics = yes(d.RefreshSupport)
		}
		if d := w.SemanticTokens; d != nil {
			info.refreshTokens = yes(d.RefreshSupport)
		}
		if d := w.InlayHint; d != nil {
			info.refreshInlays = yes(d.RefreshSupport)
		}
		if d := w.CodeLens; d != nil {
			info.refreshLenses = yes(d.RefreshSupport)
		}
		if e := w.WorkspaceEdit; e != nil {
			info.documentChanges = yes(e.DocumentChanges)
		}
	}
	t := c.TextDocument
	if t == nil {
		return info
	}
	info.pullsDiagnostics = t.Diagnostic != nil
	if d := t.DocumentSymbol; d != nil {
		info.hierarchicalSymbol = yes(d.HierarchicalDocumentSymbolSupport)
	}
	if d := t.Completion; d != nil && d.CompletionList != nil {
		for _, name := range d.CompletionList.ItemDefaults {
			info.itemDefaults = info.itemDefaults || name == "editRange"
		}
	}
	if h := t.Hover; h != nil {
		for _, k := range h.ContentFormat {
			info.markdown = info.markdown || k == protocol.MarkupKindMarkdown
		}
	}
	if sh := t.SignatureHelp; sh != nil && sh.SignatureInformation != nil {
		if p := sh.SignatureInformation.ParameterInformation; p != nil {
			info.labelOffsets = yes(p.LabelOffsetSupport)
		}
	}
	if d := t.PublishDiagnostics; d != nil {
		info.relatedInformation = yes(d.RelatedInformation)
	}
	if a := t.CodeAction; a != nil {
		info.codeActionLiterals = len(a.CodeActionLiteralSupport.CodeActionKind.ValueSet) > 0
	}
	return info
}

// settings are ours in the client's configuration: section slp, key analysis.
type settings struct {
	Select           []string          `json:"select"`
	Ignore           []string          `json:"ignore"`
	Severity         map[string]string `json:"severity"`
	Exclude          []string          `json:"exclude"`
	StacklessModules []string          `json:"stacklessModules"`
	RequireReason    bool              `json:"requireReason"`
	ExtraPaths       []string          `json:"extraPaths"`
}

// analysisSettings is what the analysis makes of settings; without a config the client has none.
type analysisSettings struct {
	config     *analysis.Config
	extraPaths []string
}

// readSettings reads {"analysis": {...}}. What cannot be read counts as absent.
func readSettings(raw []byte) analysisSettings {
	var in struct {
		Analysis *settings `json:"analysis"`
	}
	if len(raw) == 0 || json.Unmarshal(raw, &in) != nil || in.Analysis == nil {
		return analysisSettings{}
	}
	a := in.Analysis
	return analysisSettings{config: &analysis.Config{
		Select: a.Select, Ignore: a.Ignore, Severity: a.Severity, Exclude: a.Exclude,
		StacklessModules: a.StacklessModules, RequireReason: a.RequireReason,
	}, extraPaths: a.ExtraPaths}
}

// applySettings takes the client's settings; without any, those that the client started with hold again.
func (s *session) applySettings(raw []byte) {
	in := readSettings(raw)
	if in.config == nil {
		in = s.initial
	}
	s.settling.Lock()
	defer s.settling.Unlock()
	if reflect.DeepEqual(in, s.applied) {
		return
	}
	s.applied = in
	s.project().SetConfig(in.config, in.extraPaths)
	s.publisher.changedEverywhere()
}

// initialized asks the client to watch Python files, and for its settings.
func initialized(s *session) (any, error) {
	client := s.client()
	s.background("initialized", func() {
		if client.watchFiles {
			options, err := protocol.Marshal(&protocol.DidChangeWatchedFilesRegistrationOptions{Watchers: []protocol.FileSystemWatcher{
				{GlobPattern: protocol.Pattern("**/*.{py,pyi,pyw}")},
				{GlobPattern: protocol.Pattern("**/pyproject.toml")},
			}})
			if err == nil {
				_ = s.call(protocol.MethodClientRegisterCapability, &protocol.RegistrationParams{Registrations: []protocol.Registration{
					{ID: "watched-files", Method: protocol.MethodWorkspaceDidChangeWatchedFiles, RegisterOptions: options},
				}}, nil)
			}
		}
		s.pullConfiguration()
	})
	return nil, nil
}

// pullConfiguration asks the client for its settings and applies them.
func (s *session) pullConfiguration() {
	if !s.client().pullsConfiguration {
		return
	}
	section := "slp"
	var answers []protocol.LSPAny
	if err := s.call(protocol.MethodWorkspaceConfiguration, &protocol.ConfigurationParams{Items: []protocol.ConfigurationItem{{Section: &section}}}, &answers); err != nil {
		return
	}
	if len(answers) == 1 {
		s.applySettings(answers[0])
	}
}

func didChangeConfiguration(s *session, p *protocol.DidChangeConfigurationParams) error {
	if s.client().pullsConfiguration {
		s.background("configuration", s.pullConfiguration)
		return nil
	}
	var in struct {
		Slp json.RawMessage `json:"slp"`
	}
	if len(p.Settings) > 0 {
		if err := json.Unmarshal(p.Settings, &in); err != nil {
			return invalid("params: settings: %v", err)
		}
	}
	s.applySettings(in.Slp)
	return nil
}

func shutdown(s *session) (any, error) {
	s.state.Store(int32(closing))
	s.publisher.stop()
	return nil, nil
}

// exit ends Serve. It must not wait for anything: the connection waits for this handler.
func exit(s *session) (any, error) {
	s.exit.Do(func() { close(s.exited) })
	return nil, nil
}

func ignored(*session) (any, error) { return nil, nil }

// cancelDecoder handles $/cancelRequest at once: what it cancels may be running.
func cancelDecoder(s *session, raw jsonrpc2.RawMessage) (func(context.Context) (any, error), error) {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if err := json.Unmarshal(raw, &p); err != nil {
		return nil, invalid("params: %v", err)
	}
	var number int64
	var text string
	switch {
	case json.Unmarshal(p.ID, &number) == nil:
		s.cancels.cancel(jsonrpc2.NewNumberID(number))
	case json.Unmarshal(p.ID, &text) == nil:
		s.cancels.cancel(jsonrpc2.NewStringID(text))
	}
	return func(context.Context) (any, error) { return nil, nil }, nil
}
