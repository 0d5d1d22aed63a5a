package object

func defineContainers() {
	defineSlice()
	defineTuple()
	defineList()
	defineDict()
	defineViews()
	defineSet()
	defineRange()
	sortingType.define(Spec{Flags: Disallow | Final, Methods: []Def{{Sig: "__reduce__(self, /)", Fn: reduceSorting}}})
}
