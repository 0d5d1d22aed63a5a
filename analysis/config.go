package analysis

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"slp/analysis/internal/rules"
	"slp/syntax"
)

// Config is what a project wants checked: the table [tool.slp] of its pyproject.toml.
type Config struct {
	// Select are the rules to run, by id, name or a beginning of an id ("SLP1"). Empty means all.
	Select []string
	// Ignore are the rules not to run.
	Ignore []string
	// Severity overrides the severity of rules: "error", "warning", "info", "hint" or "off".
	Severity map[string]string
	// Exclude are patterns of files not to check, relative to the project's folder; ** spans folders.
	Exclude []string
	// StacklessModules are names of modules that have the interface of stackless, besides it and _stackless.
	StacklessModules []string
	// RequireReason makes a suppression without a reason a finding.
	RequireReason bool
}

// aliases are all names of modules with the interface of stackless.
func (c *Config) aliases() []string {
	return append([]string{"stackless", "_stackless"}, c.StacklessModules...)
}

// enabled reports whether a rule runs.
func (c *Config) enabled(r rules.Rule) bool {
	if names(c.Ignore, r) || c.Severity[r.ID] == "off" || c.Severity[r.Name] == "off" {
		return false
	}
	return len(c.Select) == 0 || names(c.Select, r)
}

func names(list []string, r rules.Rule) bool {
	return slices.ContainsFunc(list, func(s string) bool {
		return s == r.Name || s != "" && strings.HasPrefix(r.ID, s)
	})
}

// severity is the severity of a finding in this project.
func (c *Config) severity(d *Diagnostic) Severity {
	for _, key := range []string{d.Rule, d.Name} {
		if text, ok := c.Severity[key]; ok {
			if s, ok := rules.ParseSeverity(text); ok {
				return s
			}
		}
	}
	return d.Severity
}

// excluded reports a file that is not to be checked.
func (c *Config) excluded(file string, roots []string) bool {
	for _, root := range roots {
		rel, err := filepath.Rel(root, file)
		if err != nil || strings.HasPrefix(rel, "..") {
			continue
		}
		rel = filepath.ToSlash(rel)
		for _, pattern := range c.Exclude {
			if matches(pattern, rel) {
				return true
			}
		}
	}
	return false
}

// matches reports a slash-separated path that fits a pattern; a pattern of a folder fits all in it.
func matches(pattern, name string) bool {
	return matchParts(strings.Split(strings.Trim(pattern, "/"), "/"), strings.Split(name, "/"))
}

func matchParts(pattern, name []string) bool {
	switch {
	case len(pattern) == 0:
		return true // the rest of the path lies inside what fits
	case pattern[0] == "**":
		for i := range len(name) + 1 {
			if matchParts(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
	case len(name) == 0:
		return false
	}
	ok, err := path.Match(pattern[0], name[0])
	return err == nil && ok && matchParts(pattern[1:], name[1:])
}

// configFolder is the nearest folder at or above dir that has a pyproject.toml, else dir.
func configFolder(dir string) string {
	for d := dir; ; {
		if fileExists(filepath.Join(d, "pyproject.toml")) {
			return d
		}
		up := filepath.Dir(d)
		if up == d {
			return dir
		}
		d = up
	}
}

// configFor joins given settings and those of the folders' pyproject.toml; the given ones win. The
// findings are about settings that cannot be understood.
func configFor(folders []string, given *Config, text func(string) (string, bool)) (Config, []Diagnostic) {
	var out Config
	var problems []Diagnostic
	for _, dir := range folders {
		p := filepath.Join(configFolder(dir), "pyproject.toml")
		src, ok := text(p)
		if !ok {
			continue
		}
		c, faults := parseConfig(src)
		file := syntax.NewTextFile(p, src)
		for _, f := range faults {
			span := syntax.Span{Start: int32(f.start), End: int32(f.end)}
			problems = append(problems, Diagnostic{
				Rule: "SLP009", Name: "bad-configuration", Severity: SeverityWarning, Path: p, File: file, Span: span, Message: f.message,
			})
		}
		out.join(c)
	}
	if given != nil {
		if len(given.Select) > 0 {
			out.Select = given.Select
		}
		out.join(Config{Ignore: given.Ignore, Severity: given.Severity, Exclude: given.Exclude,
			StacklessModules: given.StacklessModules, RequireReason: given.RequireReason})
	}
	return out, problems
}

// join adds the settings of c.
func (c *Config) join(d Config) {
	c.Select = append(c.Select, d.Select...)
	c.Ignore = append(c.Ignore, d.Ignore...)
	c.Exclude = append(c.Exclude, d.Exclude...)
	c.StacklessModules = append(c.StacklessModules, d.StacklessModules...)
	c.RequireReason = c.RequireReason || d.RequireReason
	for k, v := range d.Severity {
		if c.Severity == nil {
			c.Severity = map[string]string{}
		}
		c.Severity[k] = v
	}
}
