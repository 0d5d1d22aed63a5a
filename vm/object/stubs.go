package object

func defineNumbers()    {}
func defineText()       {}
func defineContainers() {}
func defineIterators()  {}
