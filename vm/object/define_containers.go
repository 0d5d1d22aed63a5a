package object

func defineContainers() {
	defineSlice()
	defineTuple()
	defineList()
	defineDict()
	defineViews()
	defineSet()
	defineRange()
	sortingType.define(Spec{Flags: Disallow | Final})
}
