package lsp

import (
	"encoding/json"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"slp/analysis"
)

// commandTopology is a command of ours: {uri?} → Topology. Without a uri it is about the whole project.
const commandTopology = "stackless.topology"

// CommandShowReferences is the command that lenses carry: (uri, position, locations). The editor's
// side must know it; it shows the locations.
const CommandShowReferences = "slp.showReferences"

// Topology is the picture of the channels and tasklets of a project, for an editor to draw.
type Topology struct {
	Channels []TopologyChannel `json:"channels"`
	Tasklets []TopologyTasklet `json:"tasklets"`
	Edges    []TopologyEdge    `json:"edges"`
}

// TopologyChannel is a channel, by the place where it is made.
type TopologyChannel struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Location protocol.Location `json:"location"`
	Open     bool              `json:"open"` // code that is not seen may use it too
}

// TopologyTasklet is a function that works on channels.
type TopologyTasklet struct {
	ID       string              `json:"id"`
	Name     string              `json:"name"`
	Location protocol.Location   `json:"location"`
	Spawns   []protocol.Location `json:"spawns"`
}

// TopologyEdge is an operation: send, receive, iterate, close.
type TopologyEdge struct {
	Tasklet   string            `json:"tasklet"`
	Channel   string            `json:"channel"`
	Operation string            `json:"operation"`
	Location  protocol.Location `json:"location"`
}

func (a *ask) topology(arguments []protocol.LSPAny) (any, error) {
	path := ""
	if len(arguments) > 0 {
		var in struct {
			URI string `json:"uri"`
		}
		if err := json.Unmarshal(arguments[0], &in); err != nil {
			return nil, invalid("%s wants an object with a uri, or nothing: %v", commandTopology, err)
		}
		if in.URI != "" {
			path = pathOf(in.URI)
		}
	}
	t := a.snapshot.Topology(a.ctx, path)
	out := Topology{Channels: []TopologyChannel{}, Tasklets: []TopologyTasklet{}, Edges: []TopologyEdge{}}
	for _, c := range t.Channels {
		l, _ := a.location(c.At)
		out.Channels = append(out.Channels, TopologyChannel{c.ID, c.Name, l, c.Open})
	}
	for _, k := range t.Tasklets {
		l, _ := a.location(k.At)
		out.Tasklets = append(out.Tasklets, TopologyTasklet{k.ID, k.Name, l, a.locations(k.Spawns)})
	}
	for _, e := range t.Edges {
		l, _ := a.location(e.At)
		out.Edges = append(out.Edges, TopologyEdge{e.Tasklet, e.Channel, e.Operation, l})
	}
	return out, nil
}

// references is the command of a lens.
func (a *ask) showReferences(title string, u uri.URI, at protocol.Position, targets []analysis.Location) protocol.Command {
	c := protocol.Command{Title: title, Command: CommandShowReferences}
	for _, v := range []any{u, &at, a.locations(targets)} {
		if raw, err := protocol.Marshal(v); err == nil {
			c.Arguments = append(c.Arguments, raw)
		}
	}
	return c
}

func protocolURI(u string) uri.URI { return uri.URI(u) }
