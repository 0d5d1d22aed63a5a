package world

type network struct{}

func (s *Simulation) askNetwork(q *Question) Answer { return Fail(ENOSYS) }
