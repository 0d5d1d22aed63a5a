package object

func defineContainers() {}
func defineIterators()  {}
