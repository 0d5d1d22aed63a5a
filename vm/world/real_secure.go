package world

// secureEngine holds the TLS connections of a program.
type secureEngine struct{}

func (s *System) askSecure(q *Question) Answer { return Fail(ENOSYS) }
