package analysis

import (
	"maps"
	"path/filepath"
	"sync"

	"slp/analysis/internal/modules"
)

// Options say where a project is.
type Options struct {
	Folders    []string // the workspace's folders
	ExtraPaths []string // further folders to find modules in
	Config     *Config  // settings that go before those of pyproject.toml, or nil
}

// Project is the changing side: open texts, folders, settings. It is safe for concurrent use.
type Project struct {
	mu       sync.Mutex
	store    *modules.Store
	disk     *modules.Disk
	overlay  map[string]string
	options  Options
	snapshot *Snapshot
}

// Open makes a project. Nothing is read yet.
func Open(options Options) *Project {
	p := &Project{store: modules.NewStore(), disk: modules.NewDisk(), overlay: map[string]string{}, options: options}
	p.renew()
	return p
}

// Snapshot is the present state.
func (p *Project) Snapshot() *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.snapshot
}

// Edit sets the text of a file, as the editor has it, and returns the new state.
func (p *Project) Edit(path, text string) *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.overlay = maps.Clone(p.overlay)
	p.overlay[path] = text
	return p.renew()
}

// Close forgets the editor's text of a file: what counts again is the disk.
func (p *Project) Close(path string) *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.overlay = maps.Clone(p.overlay)
	delete(p.overlay, path)
	p.disk = p.disk.Without([]string{path})
	return p.renew()
}

// Changed says that files on the disk were created, changed or deleted.
func (p *Project) Changed(paths []string) *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.disk = p.disk.Without(paths)
	return p.renew()
}

// SetFolders replaces the workspace's folders.
func (p *Project) SetFolders(folders []string) *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.options.Folders = folders
	return p.renew()
}

// SetConfig replaces the settings that go before those of pyproject.toml.
func (p *Project) SetConfig(config *Config, extraPaths []string) *Snapshot {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.options.Config, p.options.ExtraPaths = config, extraPaths
	return p.renew()
}

func (p *Project) renew() *Snapshot {
	folders := make([]string, 0, len(p.options.Folders))
	for _, f := range p.options.Folders {
		folders = append(folders, filepath.Clean(f))
	}
	text := func(path string) (string, bool) {
		if t, ok := p.overlay[path]; ok {
			return t, true
		}
		return p.disk.Text(path)
	}
	config, problems := configFor(folders, p.options.Config, text)
	view := modules.NewView(p.store, p.disk, p.overlay, modules.Setting{
		Roots: folders, Extra: p.options.ExtraPaths, Aliases: config.aliases(),
	})
	p.snapshot = newSnapshot(view, config, problems)
	return p.snapshot
}
