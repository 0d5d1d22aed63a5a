// Package heapq is the module _heapq: heaps in lists.
package heapq

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _heapq.
var Module = object.ModuleDef{Name: "_heapq", Doc: "Heap queue algorithm (a.k.a. priority queue).\n", Funcs: append(funcs("", false), funcs("_max", true)...)}

func funcs(suffix string, most bool) []object.Def {
	type fn func(c *ctx, l *object.List, a []value, most bool) value
	def := func(name, params string, f fn) object.Def {
		return object.Def{Sig: name + suffix + "(heap" + params + ", /)", Fn: func(c *ctx, a []value) value {
			l := a[0].AsList()
			if l == nil {
				which := ""
				if params != "" {
					which = "1 "
				}
				return c.Raise(object.TypeError, "%s() argument %smust be list, not %s", name+suffix, which, object.TypeOf(a[0]).Said())
			}
			return f(c, l, a, most)
		}}
	}
	return []object.Def{def("heappush", ", item", push), def("heappop", "", pop), def("heapreplace", ", item", replace),
		def("heappushpop", ", item", pushPop), def("heapify", "", heapify)}
}

// less tells whether x comes before y.
func less(c *ctx, x, y value, most bool) (is, ok bool) {
	if most {
		x, y = y, x
	}
	v := c.Compare(object.CmpLt, x, y)
	if v.IsNil() {
		return false, false
	}
	return c.Truth(v)
}

// rise finds the places that move down when an item goes up from place i: nothing is changed while Python code compares.
func rise(c *ctx, at func(i int) value, item value, i, top int, most bool) (path []int, ok bool) {
	path = []int{i}
	for i > top {
		parent := (i - 1) / 2
		up, ok := less(c, item, at(parent), most)
		if !ok {
			return nil, false
		}
		if !up {
			break
		}
		i = parent
		path = append(path, i)
	}
	return path, true
}

func changed(c *ctx, l *object.List, n int) bool {
	if len(l.Items) != n {
		c.Raise(object.RuntimeError, "list changed size during iteration")
		return true
	}
	return false
}

func push(c *ctx, l *object.List, a []value, most bool) value {
	n := len(l.Items)
	path, ok := rise(c, func(i int) value { return l.Items[i] }, a[1], n, 0, most)
	if !ok || changed(c, l, n) {
		return object.Nil
	}
	l.Append(c, a[1])
	c.Touch(&l.Hdr)
	for k := 1; k < len(path); k++ {
		l.Items[path[k-1]] = l.Items[path[k]]
	}
	l.Items[path[len(path)-1]] = a[1]
	return object.None
}

// sink puts item into the empty place at the top of the first n items: the better child moves up, down to a leaf, and
// from there the item rises.
func sink(c *ctx, l *object.List, item value, n int, most bool) bool {
	size := len(l.Items)
	path := []int{0}
	for i := 0; 2*i+1 < n; {
		child := 2*i + 1
		if child+1 < n {
			left, ok := less(c, l.Items[child], l.Items[child+1], most)
			if !ok || changed(c, l, size) {
				return false
			}
			if !left {
				child++
			}
		}
		i = child
		path = append(path, i)
	}
	// After the children have moved up, place path[k] holds what was in path[k+1].
	k := len(path) - 1
	for k > 0 {
		up, ok := less(c, item, l.Items[path[k]], most)
		if !ok || changed(c, l, size) {
			return false
		}
		if !up {
			break
		}
		k--
	}
	c.Touch(&l.Hdr)
	for j := range k {
		l.Items[path[j]] = l.Items[path[j+1]]
	}
	l.Items[path[k]] = item
	return true
}

func pop(c *ctx, l *object.List, a []value, most bool) value {
	n := len(l.Items) - 1
	if n < 0 {
		return c.Raise(object.IndexError, "index out of range")
	}
	last, top := l.Items[n], l.Items[0]
	if n > 0 && !sink(c, l, last, n, most) {
		return object.Nil
	}
	c.Touch(&l.Hdr)
	l.Items[n] = object.Nil
	l.Items = l.Items[:n]
	return top
}

func replace(c *ctx, l *object.List, a []value, most bool) value {
	if len(l.Items) == 0 {
		return c.Raise(object.IndexError, "index out of range")
	}
	top := l.Items[0]
	if !sink(c, l, a[1], len(l.Items), most) {
		return object.Nil
	}
	return top
}

func pushPop(c *ctx, l *object.List, a []value, most bool) value {
	if len(l.Items) == 0 {
		return a[1]
	}
	top := l.Items[0]
	first, ok := less(c, top, a[1], most)
	if !ok {
		return object.Nil
	}
	if !first {
		return a[1]
	}
	if !sink(c, l, a[1], len(l.Items), most) {
		return object.Nil
	}
	return top
}

// plain tells whether comparing the items runs no Python code and never fails.
func plain(items []value) bool {
	text, number := true, true
	for _, v := range items {
		text = text && v.Kind() == object.KStr
		number = number && (v.IsInt() || v.IsFloat())
	}
	return text || number
}

func heapify(c *ctx, l *object.List, a []value, most bool) value {
	if !plain(l.Items) {
		return c.Self("heap_heapify", a[0], object.Bool(most))
	}
	c.Touch(&l.Hdr)
	items := l.Items
	for top := len(items)/2 - 1; top >= 0; top-- {
		item, i := items[top], top
		for 2*i+1 < len(items) {
			child := 2*i + 1
			if child+1 < len(items) {
				if left, _ := less(c, items[child], items[child+1], most); !left {
					child++
				}
			}
			items[i] = items[child]
			i = child
		}
		for i > top {
			parent := (i - 1) / 2
			if up, _ := less(c, item, items[parent], most); !up {
				break
			}
			items[i] = items[parent]
			i = parent
		}
		items[i] = item
	}
	return object.None
}
