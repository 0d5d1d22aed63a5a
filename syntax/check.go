package syntax

// Check finds what CPython's compiler rejects in a tree that parses: return outside a function,
// break outside a loop, and the like. Errors of names are scope.Build's.
func Check(module *Module) []Error {
	return nil
}
