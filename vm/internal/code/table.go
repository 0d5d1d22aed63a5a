package code

// Kind says what an operand is. Register kinds say too which registers the instruction reads and writes.
type Kind uint8

// Kinds of operands.
const (
	NoOperand Kind = iota
	Def            // register written
	Use            // register read
	UseDef         // register read and written
	UseMaybe       // register read, which may be unset
	CellDef        // register read, which may be unset, and written
	DefMaybe       // register written, perhaps left unset
	Def2           // two registers written
	Def3           // three registers written
	DefC           // C registers written
	DefStar        // n+1+C registers written
	Use2           // two registers read
	Use3           // three registers read
	Use4           // four registers read
	UseMaybe4      // four registers read, each of which may be unset
	UseC           // C registers read
	Use2C          // 2*C registers read
	UseCall        // n+1 registers read: the callee and its arguments
	UseMethod      // n+2 registers read: the function, the receiver or nothing, and the arguments
	UseOpt         // register read, or NoReg
	UseIfN         // register read if n has bit 0
	UseIfN1        // register read if n >= 1
	UseIfN2        // register read if n >= 2
	UseEx          // two registers read, three if n is 1
	Loop3          // the three hidden registers of a for loop, read and written
	Imm            // signed number
	Count          // unsigned number
	Const          // index into Consts
	ConstOpt       // index into Consts, or NoReg
	Name           // index into ICs
	Child          // index into Children
	Jump           // distance, forward
	JumpBack       // distance, backward
)

// Info describes an operation. Wide tells that B and C are one operand, described by B.
type Info struct {
	Name    string
	A, B, C Kind
	Wide    bool
	// NoReturn tells that the next instruction is not reached from this one.
	NoReturn bool
}

// Infos has the description of every operation.
var Infos = [NumOps]Info{
	NOP: {Name: "NOP"},

	MOVE:      {Name: "MOVE", A: Def, B: Use},
	LOADK:     {Name: "LOADK", A: Def, B: Const, Wide: true},
	LOADI:     {Name: "LOADI", A: Def, B: Imm, Wide: true},
	UNSET:     {Name: "UNSET", A: DefMaybe},
	CHECK:     {Name: "CHECK", A: UseMaybe, B: Const, Wide: true},
	MAKECELL:  {Name: "MAKECELL", A: CellDef},
	LOADCELL:  {Name: "LOADCELL", A: Def, B: Use, C: Const},
	STORECELL: {Name: "STORECELL", A: Use, B: Use},
	DELCELL:   {Name: "DELCELL", A: Use, B: Const, Wide: true},
	GETFREE:   {Name: "GETFREE", A: Def, B: Count, Wide: true},

	LOADG:          {Name: "LOADG", A: Def, B: Name, Wide: true},
	STOREG:         {Name: "STOREG", A: Use, B: Name, Wide: true},
	DELG:           {Name: "DELG", B: Name, Wide: true},
	LOADNAME:       {Name: "LOADNAME", A: Def, B: Name, Wide: true},
	STORENAME:      {Name: "STORENAME", A: Use, B: Name, Wide: true},
	DELNAME:        {Name: "DELNAME", B: Name, Wide: true},
	LOADNAMECELL:   {Name: "LOADNAMECELL", A: Def, B: Use, C: Name},
	LOADNAMEGLOBAL: {Name: "LOADNAMEGLOBAL", A: Def, B: Use, C: Name},
	LOADMAPCELL:    {Name: "LOADMAPCELL", A: Def, B: Use2, C: Name},

	GETATTR: {Name: "GETATTR", A: Def, B: Use, C: Name},
	SETATTR: {Name: "SETATTR", A: Use, B: Use, C: Name},
	DELATTR: {Name: "DELATTR", A: Use, C: Name},
	GETIDX:  {Name: "GETIDX", A: Def, B: Use, C: Use},
	SETIDX:  {Name: "SETIDX", A: Use, B: Use, C: Use},
	DELIDX:  {Name: "DELIDX", A: Use, B: Use},
	GETIDXI: {Name: "GETIDXI", A: Def, B: Use, C: Imm},
	SLICE:   {Name: "SLICE", A: Def, B: Use3},

	ADD:      {Name: "ADD", A: Def, B: Use, C: Use},
	SUB:      {Name: "SUB", A: Def, B: Use, C: Use},
	MUL:      {Name: "MUL", A: Def, B: Use, C: Use},
	DIV:      {Name: "DIV", A: Def, B: Use, C: Use},
	FLOORDIV: {Name: "FLOORDIV", A: Def, B: Use, C: Use},
	MOD:      {Name: "MOD", A: Def, B: Use, C: Use},
	POW:      {Name: "POW", A: Def, B: Use, C: Use},
	LSHIFT:   {Name: "LSHIFT", A: Def, B: Use, C: Use},
	RSHIFT:   {Name: "RSHIFT", A: Def, B: Use, C: Use},
	AND:      {Name: "AND", A: Def, B: Use, C: Use},
	OR:       {Name: "OR", A: Def, B: Use, C: Use},
	XOR:      {Name: "XOR", A: Def, B: Use, C: Use},
	MATMUL:   {Name: "MATMUL", A: Def, B: Use, C: Use},
	ADDI:     {Name: "ADDI", A: Def, B: Use, C: Imm},
	SUBI:     {Name: "SUBI", A: Def, B: Use, C: Imm},
	MODI:     {Name: "MODI", A: Def, B: Use, C: Imm},
	NEG:      {Name: "NEG", A: Def, B: Use},
	POS:      {Name: "POS", A: Def, B: Use},
	INVERT:   {Name: "INVERT", A: Def, B: Use},
	NOT:      {Name: "NOT", A: Def, B: Use},
	EQ:       {Name: "EQ", A: Def, B: Use, C: Use},
	NE:       {Name: "NE", A: Def, B: Use, C: Use},
	LT:       {Name: "LT", A: Def, B: Use, C: Use},
	LE:       {Name: "LE", A: Def, B: Use, C: Use},
	GT:       {Name: "GT", A: Def, B: Use, C: Use},
	GE:       {Name: "GE", A: Def, B: Use, C: Use},
	IN:       {Name: "IN", A: Def, B: Use, C: Use},
	NOTIN:    {Name: "NOTIN", A: Def, B: Use, C: Use},
	IS:       {Name: "IS", A: Def, B: Use, C: Use},
	ISNOT:    {Name: "ISNOT", A: Def, B: Use, C: Use},

	JMP:      {Name: "JMP", B: Jump, Wide: true, NoReturn: true},
	LOOP:     {Name: "LOOP", B: JumpBack, Wide: true, NoReturn: true},
	JT:       {Name: "JT", A: Use, B: Jump, Wide: true},
	JF:       {Name: "JF", A: Use, B: Jump, Wide: true},
	JNONE:    {Name: "JNONE", A: Use, B: Jump, Wide: true},
	JNOTNONE: {Name: "JNOTNONE", A: Use, B: Jump, Wide: true},
	JNLT:     {Name: "JNLT", A: Use, B: Use, C: Jump},
	JNLE:     {Name: "JNLE", A: Use, B: Use, C: Jump},
	JNGT:     {Name: "JNGT", A: Use, B: Use, C: Jump},
	JNGE:     {Name: "JNGE", A: Use, B: Use, C: Jump},
	JNEQ:     {Name: "JNEQ", A: Use, B: Use, C: Jump},
	JNNE:     {Name: "JNNE", A: Use, B: Use, C: Jump},
	JNLTI:    {Name: "JNLTI", A: Use, B: Imm, C: Jump},
	JNLEI:    {Name: "JNLEI", A: Use, B: Imm, C: Jump},
	JNGTI:    {Name: "JNGTI", A: Use, B: Imm, C: Jump},
	JNGEI:    {Name: "JNGEI", A: Use, B: Imm, C: Jump},
	JNEQI:    {Name: "JNEQI", A: Use, B: Imm, C: Jump},
	JNNEI:    {Name: "JNNEI", A: Use, B: Imm, C: Jump},

	ITER:     {Name: "ITER", A: Def3, B: Use},
	FORNEXT:  {Name: "FORNEXT", A: Loop3, B: Def, C: Jump},
	GETITER:  {Name: "GETITER", A: Def, B: Use},
	UNPACK:   {Name: "UNPACK", A: DefC, B: Use, C: Count},
	UNPACKEX: {Name: "UNPACKEX", A: DefStar, B: Use, C: Count},

	TUPLE:      {Name: "TUPLE", A: Def, B: UseC, C: Count},
	LIST:       {Name: "LIST", A: Def, B: UseC, C: Count},
	SET:        {Name: "SET", A: Def, B: UseC, C: Count},
	DICT:       {Name: "DICT", A: Def, B: Use2C, C: Count},
	LISTAPPEND: {Name: "LISTAPPEND", A: Use, B: Use},
	LISTEXTEND: {Name: "LISTEXTEND", A: Use, B: Use, C: UseIfN},
	LISTTUPLE:  {Name: "LISTTUPLE", A: Def, B: Use},
	SETADD:     {Name: "SETADD", A: Use, B: Use},
	SETUPDATE:  {Name: "SETUPDATE", A: Use, B: Use},
	DICTSET:    {Name: "DICTSET", A: Use, B: Use, C: Use},
	DICTUPDATE: {Name: "DICTUPDATE", A: Use, B: Use},
	DICTMERGE:  {Name: "DICTMERGE", A: Use, B: Use, C: Use},
	STRCAT:     {Name: "STRCAT", A: Def, B: UseC, C: Count},
	FORMAT:     {Name: "FORMAT", A: Def, B: Use, C: UseOpt},
	INTERP:     {Name: "INTERP", A: Def, B: Use4},
	TEMPLATE:   {Name: "TEMPLATE", A: Def, B: UseC, C: Count},

	MAKEFUNC:  {Name: "MAKEFUNC", A: Def, B: UseMaybe4, C: Child},
	CALL:      {Name: "CALL", A: Def, B: UseCall},
	CALLK:     {Name: "CALLK", A: Def, B: UseCall, C: Const},
	CALLM:     {Name: "CALLM", A: Def, B: UseCall, C: Name},
	CALLEX:    {Name: "CALLEX", A: Def, B: UseEx},
	RET:       {Name: "RET", A: Use, NoReturn: true},
	RETNONE:   {Name: "RETNONE", NoReturn: true},
	YIELD:     {Name: "YIELD", A: Def, B: Use, C: UseIfN},
	SEND:      {Name: "SEND", A: UseDef, B: Use, C: Jump},
	GETYFITER: {Name: "GETYFITER", A: Def, B: Use},
	AWAITABLE: {Name: "AWAITABLE", A: Def, B: Use},
	AITER:     {Name: "AITER", A: Def, B: Use},
	ANEXT:     {Name: "ANEXT", A: Def, B: Use},
	GETMETH:   {Name: "GETMETH", A: Def2, B: Use, C: Name},
	CALLMETH:  {Name: "CALLMETH", A: Def, B: UseMethod, C: ConstOpt},

	RAISE:      {Name: "RAISE", A: UseIfN1, B: UseIfN2, NoReturn: true},
	RERAISE:    {Name: "RERAISE", A: Use, NoReturn: true},
	EXCENTER:   {Name: "EXCENTER", A: Def, B: DefMaybe},
	EXCLEAVE:   {Name: "EXCLEAVE", A: UseMaybe},
	EXCMATCH:   {Name: "EXCMATCH", A: Def, B: Use, C: Use},
	EGMATCH:    {Name: "EGMATCH", A: Def2, B: Use, C: Use},
	EGRAISE:    {Name: "EGRAISE", A: Def, B: Use, C: Use},
	SPECIAL:    {Name: "SPECIAL", A: Def, B: Use},
	WITHEXC:    {Name: "WITHEXC", A: Def, B: Use, C: Use},
	LOADASSERT: {Name: "LOADASSERT", A: Def},

	IMPORT:     {Name: "IMPORT", A: Def, B: Use, C: Const},
	IMPORTFROM: {Name: "IMPORTFROM", A: Def, B: Use, C: Const},
	IMPORTSTAR: {Name: "IMPORTSTAR", A: Use},

	MATCHSEQ:   {Name: "MATCHSEQ", A: Def, B: Use},
	MATCHMAP:   {Name: "MATCHMAP", A: Def, B: Use},
	MATCHKEYS:  {Name: "MATCHKEYS", A: Def, B: Use, C: Use},
	MATCHCLASS: {Name: "MATCHCLASS", A: Def, B: Use, C: Use2},
	GETLEN:     {Name: "GETLEN", A: Def, B: Use},

	BUILDCLASS: {Name: "BUILDCLASS", A: Def},
	INTRIN1:    {Name: "INTRIN1", A: Def, B: Use},
	INTRIN2:    {Name: "INTRIN2", A: Def, B: Use, C: Use},

	TRAP:        {Name: "TRAP"},
	RETINIT:     {Name: "RETINIT", A: Use, NoReturn: true},
	RETINITNONE: {Name: "RETINITNONE", NoReturn: true},
	RETOP:       {Name: "RETOP", A: Use, NoReturn: true},
	RETOPNONE:   {Name: "RETOPNONE", NoReturn: true},
	RETGEN:      {Name: "RETGEN", A: Use, NoReturn: true},
	RETGENNONE:  {Name: "RETGENNONE", NoReturn: true},
	NATIVE:      {Name: "NATIVE", NoReturn: true},
	TASKEND:     {Name: "TASKEND", NoReturn: true},
	HALT:        {Name: "HALT", NoReturn: true},
}

func (op Op) String() string {
	if op < NumOps {
		return Infos[op].Name
	}
	return "?"
}

// Register reports an operand that names a register.
func (k Kind) Register() bool { return k >= Def && k <= Loop3 }

// Reads and Writes report what an instruction does with its registers.
func (k Kind) Reads() bool {
	return k == UseDef || k == CellDef || k == Loop3 || k == Use || k == UseMaybe || k >= Use2 && k <= UseEx
}
func (k Kind) Writes() bool {
	return k == Def || k == UseDef || k == CellDef || k == DefMaybe || k >= Def2 && k <= DefStar || k == Loop3
}

// MaybeUnset reports registers that may hold nothing when the instruction reads or after it wrote them.
func (k Kind) MaybeUnset() bool {
	return k == UseMaybe || k == CellDef || k == DefMaybe || k == UseMaybe4
}

// Extent is the number of registers that an operand of the instruction names; 0 for none.
func Extent(k Kind, ins uint64) int {
	switch k {
	case Def, Use, UseDef, UseMaybe, CellDef, DefMaybe:
		return 1
	case Def2, Use2:
		return 2
	case Def3, Use3, Loop3:
		return 3
	case Use4, UseMaybe4:
		return 4
	case DefC, UseC:
		return C(ins)
	case Use2C:
		return 2 * C(ins)
	case DefStar:
		return N(ins) + 1 + C(ins)
	case UseCall:
		return N(ins) + 1
	case UseMethod:
		return N(ins) + 2
	case UseOpt:
		if C(ins) == NoReg {
			return 0
		}
		return 1
	case UseIfN:
		return N(ins) & 1
	case UseIfN1:
		return min(N(ins), 1)
	case UseIfN2:
		return min(N(ins)/2, 1)
	case UseEx:
		return 2 + N(ins)&1
	}
	return 0
}

// Range is a run of registers that an instruction reads or writes.
type Range struct {
	Reg, Count int
	Kind       Kind
}

// Registers lists the registers of an instruction in the order A, B, C.
func Registers(ins uint64) (ranges [3]Range, n int) {
	info := &Infos[OpOf(ins)]
	add := func(k Kind, operand int) {
		if !k.Register() {
			return
		}
		if count := Extent(k, ins); count > 0 {
			ranges[n] = Range{operand / RegSize, count, k}
			n++
		}
	}
	add(info.A, A(ins))
	if !info.Wide {
		add(info.B, B(ins))
		add(info.C, C(ins))
	}
	return ranges, n
}

// Target is where an instruction at pc jumps to, or -1.
func Target(ins uint64, pc int) int {
	info := &Infos[OpOf(ins)]
	switch {
	case info.B == Jump || info.B == JumpBack:
		return pc + 1 + Wide(ins)
	case info.C == Jump:
		return pc + 1 + SC(ins)
	}
	return -1
}
