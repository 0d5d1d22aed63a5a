package rules

import "slp/syntax"

// SLP122 preference-range: channel.preference is -1 (the receiver goes on), 1 (the sender) or 0. Any
// other number is taken by its sign, which is hardly what was meant.
func preferenceRange(p *pass) {
	for _, a := range p.File.Attributes("preference") {
		if a.Ctx != syntax.Store || p.Engine.Kind(p.Engine.Expr(p.File, a.Value)) != "channel" {
			continue
		}
		assign, ok := p.File.Parent(a).(*syntax.Assign)
		if !ok {
			continue
		}
		value, negative := assign.Value, false
		if u, ok := value.(*syntax.UnaryOp); ok && u.Op == syntax.USub {
			value, negative = u.Operand, true
		}
		c, ok := value.(*syntax.Constant)
		if !ok || c.Kind != syntax.Int || c.Big == nil && c.Int <= 1 {
			continue
		}
		sign := "1"
		if negative {
			sign = "-1"
		}
		d := p.report(assign.Value.Range(), High, "preference %s is taken as %s: it can be -1, 0 or 1", p.File.Source.Slice(assign.Value.Range()), sign)
		d.Fixes = append(d.Fixes, Fix{Title: "Change to " + sign, Edits: []Edit{{assign.Value.Range(), sign}}})
	}
}
