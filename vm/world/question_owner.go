package world

// ChangeOwner gives a file to a user and a group; -1 leaves that one as it is. follow: the file that a symbolic link
// names, not the link.
func ChangeOwner(path string, user, group int64, follow bool) Question {
	q := Question{Kind: KindChangeOwner, Path: path, N: user, M: group}
	if !follow {
		q.Other = "link"
	}
	return q
}

// MakeNode makes a pipe with a name or a device: mode has the sort of file and its permissions.
func MakeNode(path string, mode uint32, device int64) Question {
	return Question{Kind: KindMakeNode, Path: path, N: int64(mode), M: device}
}

// OfFile makes a question about a path one about an open file: ChangeOwner, ChangeMode, ChangeDir and DiskSpace can be
// asked so.
func OfFile(fd int, q Question) Question {
	q.Fd, q.Path, q.Other = fd, "", "file"
	return q
}

// ofFile tells whether OfFile made the question.
func (q *Question) ofFile() bool {
	switch q.Kind {
	case KindChangeOwner, KindChangeMode, KindChangeDir, KindDiskSpace:
		return q.Path == "" && q.Other == "file"
	}
	return false
}
