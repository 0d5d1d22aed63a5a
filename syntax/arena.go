package syntax

// slab hands out nodes of one type from blocks: a file has thousands of names and few blocks.
type slab[T any] struct {
	free []T
	size int
}

const slabMax = 128

func (s *slab[T]) take() *T {
	if len(s.free) == 0 {
		s.size = min(s.size*2+4, slabMax)
		s.free = make([]T, s.size)
	}
	n := &s.free[0]
	s.free = s.free[1:]
	return n
}

// list collects the elements of nested lists on one stack, then cuts each finished list to size.
type list[T any] struct {
	stack []T
	free  []T
	size  int
}

func (l *list[T]) mark() int { return len(l.stack) }

func (l *list[T]) push(v T) { l.stack = append(l.stack, v) }

// cut is what was pushed since mark, nil if nothing was.
func (l *list[T]) cut(mark int) []T {
	n := len(l.stack) - mark
	if n == 0 {
		return nil
	}
	out := l.room(n)
	copy(out, l.stack[mark:])
	clear(l.stack[mark:])
	l.stack = l.stack[:mark]
	return out
}

// one is a list of a single element.
func (l *list[T]) one(v T) []T {
	out := l.room(1)
	out[0] = v
	return out
}

func (l *list[T]) room(n int) []T {
	if n > len(l.free) {
		l.size = min(l.size*2+8, 2*slabMax)
		if n > l.size/4 {
			return make([]T, n)
		}
		l.free = make([]T, l.size)
	}
	out := l.free[:n:n]
	l.free = l.free[n:]
	return out
}

// arena holds the blocks of the commonest nodes.
type arena struct {
	names      slab[Name]
	constants  slab[Constant]
	attributes slab[Attribute]
	calls      slab[Call]
	subscripts slab[Subscript]
	tuples     slab[Tuple]
	binOps     slab[BinOp]
	compares   slab[Compare]
	keywords   slab[Keyword]
	args       slab[Arg]
	arguments  slab[Arguments]
	exprStmts  slab[ExprStmt]
	assigns    slab[Assign]
	returns    slab[Return]
	ifs        slab[If]

	exprs        list[Expr]
	stmts        list[Stmt]
	keywordLists list[*Keyword]
	argLists     list[*Arg]
	cmpOps       list[CmpOp]
}
