package builtins

import "slp/vm/object"

func newCallIter(c *object.Ctx, fn, sentinel value) value { return c.NewCallableIter(fn, sentinel) }

// iteratorTypes are the builtin iterator classes that are names of the module.
func iteratorTypes() []*object.Type {
	return []*object.Type{object.EnumerateType, object.ZipType, object.MapType, object.FilterType, object.ReversedType}
}
