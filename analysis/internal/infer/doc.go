// Package infer says what an expression can be: which modules, classes, functions and instances.
//
// It is light on flow: a name is the union of the values bound to it, less those that a later
// binding in the same block is sure to have replaced. What it does not know it leaves out, so an
// empty Type means "nothing known", never "nothing possible".
//
// Its nouns: Value (a module, class, function or instance), Type (a union of values), Engine (the
// answers for one view, remembered), Member (where an attribute is defined).
//
// Invariant: an Engine asks nothing but its View, and every answer ends: a question that comes back
// to itself is answered with nothing.
package infer
