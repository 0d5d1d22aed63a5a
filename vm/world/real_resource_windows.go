package world

// There are no such limits.
func resourceLimit(string) Answer { return Fail(ENOSYS) }
func resourceUsage(string) Answer { return Fail(ENOSYS) }
