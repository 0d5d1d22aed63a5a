package object

// Dunder numbers the special methods that operations look up on the type.
type Dunder uint8

// The special methods. Binary operators come in groups of three: plain, reflected, augmented.
const (
	DAdd Dunder = iota
	DRAdd
	DIAdd
	DSub
	DRSub
	DISub
	DMul
	DRMul
	DIMul
	DTrueDiv
	DRTrueDiv
	DITrueDiv
	DFloorDiv
	DRFloorDiv
	DIFloorDiv
	DMod
	DRMod
	DIMod
	DPow
	DRPow
	DIPow
	DLShift
	DRLShift
	DILShift
	DRShift
	DRRShift
	DIRShift
	DAnd
	DRAnd
	DIAnd
	DOr
	DROr
	DIOr
	DXor
	DRXor
	DIXor
	DMatMul
	DRMatMul
	DIMatMul
	DDivmod
	DRDivmod
	DEq
	DNe
	DLt
	DLe
	DGt
	DGe
	DNeg
	DPos
	DAbs
	DInvert
	DBool
	DInt
	DFloat
	DIndex
	DComplex
	DHash
	DRepr
	DStr
	DFormat
	DLen
	DLengthHint
	DGetItem
	DSetItem
	DDelItem
	DMissing
	DContains
	DIter
	DNext
	DReversed
	DCall
	DGet
	DSet
	DDelete
	DGetAttribute
	DGetAttr
	DSetAttr
	DDelAttr
	DNew
	DInit
	DDel
	DEnter
	DExit
	DAEnter
	DAExit
	DAwait
	DAIter
	DANext
	DInstanceCheck
	DSubclassCheck
	DSubclassHook
	DClassGetItem
	DSetName
	DInitSubclass
	DMroEntries
	DPrepare
	DDir
	DBytes
	DRound
	DTrunc
	DFloor
	DCeil
	DBuffer
	DMatchArgs
	DReduceEx
	numDunders
)

var dunderText = [numDunders]string{
	"__add__", "__radd__", "__iadd__", "__sub__", "__rsub__", "__isub__", "__mul__", "__rmul__", "__imul__",
	"__truediv__", "__rtruediv__", "__itruediv__", "__floordiv__", "__rfloordiv__", "__ifloordiv__",
	"__mod__", "__rmod__", "__imod__", "__pow__", "__rpow__", "__ipow__", "__lshift__", "__rlshift__", "__ilshift__",
	"__rshift__", "__rrshift__", "__irshift__", "__and__", "__rand__", "__iand__", "__or__", "__ror__", "__ior__",
	"__xor__", "__rxor__", "__ixor__", "__matmul__", "__rmatmul__", "__imatmul__", "__divmod__", "__rdivmod__",
	"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__neg__", "__pos__", "__abs__", "__invert__",
	"__bool__", "__int__", "__float__", "__index__", "__complex__", "__hash__", "__repr__", "__str__", "__format__",
	"__len__", "__length_hint__", "__getitem__", "__setitem__", "__delitem__", "__missing__", "__contains__",
	"__iter__", "__next__", "__reversed__", "__call__", "__get__", "__set__", "__delete__", "__getattribute__",
	"__getattr__", "__setattr__", "__delattr__", "__new__", "__init__", "__del__", "__enter__", "__exit__",
	"__aenter__", "__aexit__", "__await__", "__aiter__", "__anext__", "__instancecheck__", "__subclasscheck__",
	"__subclasshook__", "__class_getitem__", "__set_name__", "__init_subclass__", "__mro_entries__", "__prepare__",
	"__dir__", "__bytes__", "__round__", "__trunc__", "__floor__", "__ceil__", "__buffer__", "__match_args__",
	"__reduce_ex__",
}

var dunderNames = makeDunderNames()

func makeDunderNames() (t [numDunders]*Str) {
	for i, s := range dunderText {
		t[i] = Static(s)
	}
	return
}

// Name is the special method's name.
func (d Dunder) Name() *Str { return dunderNames[d] }
