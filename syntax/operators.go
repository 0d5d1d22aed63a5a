package syntax

// String is the operator's spelling: "+", "//".
func (o Operator) String() string { return operators[o].text }

// Name is the operator's name in ast: "Add", "FloorDiv".
func (o Operator) Name() string { return operators[o].name }

// String is the operator's spelling: "<", "is not".
func (o CmpOp) String() string { return comparisons[o].text }

// String is the operator's spelling: "-", "not ".
func (o UnaryOperator) String() string {
	return [...]string{Invert: "~", Not: "not ", UAdd: "+", USub: "-"}[o]
}

// String is "and" or "or".
func (o BoolOperator) String() string {
	return [...]string{And: "and", Or: "or"}[o]
}

var operators = [...]struct{ name, text string }{
	Add: {"Add", "+"}, Sub: {"Sub", "-"}, Mult: {"Mult", "*"}, MatMult: {"MatMult", "@"}, Div: {"Div", "/"},
	Mod: {"Mod", "%"}, Pow: {"Pow", "**"}, LShift: {"LShift", "<<"}, RShift: {"RShift", ">>"}, BitOr: {"BitOr", "|"},
	BitXor: {"BitXor", "^"}, BitAnd: {"BitAnd", "&"}, FloorDiv: {"FloorDiv", "//"},
}

var comparisons = [...]struct{ name, text string }{
	Eq: {"Eq", "=="}, NotEq: {"NotEq", "!="}, Lt: {"Lt", "<"}, LtE: {"LtE", "<="}, Gt: {"Gt", ">"}, GtE: {"GtE", ">="},
	Is: {"Is", "is"}, IsNot: {"IsNot", "is not"}, In: {"In", "in"}, NotIn: {"NotIn", "not in"},
}
