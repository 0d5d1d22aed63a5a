package syntax

import (
	"slices"
	"sort"
	"strings"
)

// topPattern checks a case's pattern; one that always matches may only be the last.
func (c *checker) topPattern(p Pattern, last bool) {
	if !last {
		c.reachable(p)
	}
	c.pattern(p, &[]string{})
}

// reachable reports a pattern that leaves nothing for those behind it.
func (c *checker) reachable(p Pattern) {
	as, ok := p.(*MatchAs)
	if !ok {
		if or, ok := p.(*MatchOr); ok && len(or.Patterns) > 0 {
			c.reachable(or.Patterns[len(or.Patterns)-1])
		}
		return
	}
	switch {
	case as.Pattern != nil:
		c.reachable(as.Pattern)
	case as.Name == "":
		c.errorf(as.Span, "wildcard makes remaining patterns unreachable")
	default:
		c.errorf(as.Span, "name capture %s makes remaining patterns unreachable", quote(as.Name))
	}
}

// pattern checks a pattern; names are those it has bound so far.
func (c *checker) pattern(p Pattern, names *[]string) {
	switch n := p.(type) {
	case *MatchValue:
		if !literalOrAttribute(n.Value) {
			c.errorf(n.Span, "patterns may only match literals and attribute lookups")
		}
		c.expr(n.Value)
	case *MatchSequence:
		stars := 0
		for _, sub := range n.Patterns {
			if _, ok := sub.(*MatchStar); ok {
				if stars++; stars == 2 {
					c.errorf(n.Span, "multiple starred names in sequence pattern")
				}
			}
			c.pattern(sub, names)
		}
	case *MatchMapping:
		c.mapping(n, names)
	case *MatchClass:
		c.expr(n.Cls)
		for i, k := range n.KwdAttrs {
			c.debugName(k.Name, n.Span)
			for _, other := range n.KwdAttrs[:i] {
				if other.Name == k.Name {
					c.errorf(n.KwdPatterns[i].Range(), "attribute name repeated in class pattern: %s", k.Name)
				}
			}
		}
		for _, sub := range n.Patterns {
			c.pattern(sub, names)
		}
		for _, sub := range n.KwdPatterns {
			c.pattern(sub, names)
		}
	case *MatchStar:
		c.capture(n.Name, n.Span, names)
	case *MatchAs:
		if n.Pattern != nil {
			c.pattern(n.Pattern, names)
		}
		c.capture(n.Name, n.Span, names)
	case *MatchOr:
		c.or(n, names)
	}
}

func literalOrAttribute(e Expr) bool {
	switch e.(type) {
	case *JoinedStr, *TemplateStr:
		return false
	}
	return true
}

func (c *checker) capture(name string, span Span, names *[]string) {
	if name == "" {
		return
	}
	c.debugName(name, span)
	if slices.Contains(*names, name) {
		c.errorf(span, "multiple assignments to name %s in pattern", quote(name))
	}
	*names = append(*names, name)
}

func (c *checker) mapping(n *MatchMapping, names *[]string) {
	seen := map[string]bool{}
	for i, key := range n.Keys {
		if !literalOrAttribute(key) {
			c.errorf(n.Span, "mapping pattern keys may only match literals and attribute lookups")
		}
		if _, attribute := key.(*Attribute); !attribute {
			text := Dump(key)
			if seen[text] {
				c.errorf(n.Span, "mapping pattern checks duplicate key (%s)", strings.TrimSuffix(Print(key), "\n"))
			}
			seen[text] = true
		}
		if i < len(n.Patterns) {
			c.pattern(n.Patterns[i], names)
		}
	}
	c.capture(n.Rest, n.Span, names)
}

// or checks alternatives: all but the last can fail, and all bind the same names.
func (c *checker) or(n *MatchOr, names *[]string) {
	var first []string
	for i, alternative := range n.Patterns {
		if i < len(n.Patterns)-1 {
			c.reachable(alternative)
		}
		own := append([]string(nil), *names...)
		c.pattern(alternative, &own)
		bound := append([]string(nil), own[len(*names):]...)
		sort.Strings(bound)
		if i == 0 {
			first = bound
		} else if !slices.Equal(first, bound) {
			c.errorf(n.Span, "alternative patterns bind different names")
			break
		}
	}
	*names = append(*names, first...)
}
