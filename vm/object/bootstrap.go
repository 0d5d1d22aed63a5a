package object

import "sync"

// The builtin classes.
var (
	ObjectType           = declare("object", KInst)
	TypeType             = declare("type", KType)
	NoneType             = declare("NoneType", KNone)
	BoolType             = declare("bool", KBool)
	IntType              = declare("int", KInt)
	FloatType            = declare("float", KFloat)
	ComplexType          = declare("complex", KComplex)
	EllipsisType         = declare("ellipsis", KEllipsis)
	NotImplementedType   = declare("NotImplementedType", KNotImplemented)
	StrType              = declare("str", KStr)
	BytesType            = declare("bytes", KBytes)
	ByteArrayType        = declare("bytearray", KByteArray)
	MemoryViewType       = declare("memoryview", KMemoryView)
	TupleType            = declare("tuple", KTuple)
	ListType             = declare("list", KList)
	DictType             = declare("dict", KDict)
	SetType              = declare("set", KSet)
	FrozenSetType        = declare("frozenset", KFrozenSet)
	RangeType            = declare("range", KRange)
	SliceType            = declare("slice", KSlice)
	ModuleType           = declare("module", KModule)
	BuiltinType          = declare("builtin_function_or_method", KBuiltin)
	MethodDescrType      = declare("method_descriptor", KBuiltin)
	WrapperType          = declare("wrapper_descriptor", KBuiltin)
	ClassMethodDescrType = declare("classmethod_descriptor", KBuiltin)
	MethodWrapperType    = declare("method-wrapper", KMethod)
	MethodType           = declare("method", KMethod)
	GetSetType           = declare("getset_descriptor", KGetSet)
	MemberType           = declare("member_descriptor", KGetSet)
	CellType             = declare("cell", KCell)
	PropertyType         = declare("property", KProperty)
	ClassMethodType      = declare("classmethod", KClassMethod)
	StaticMethodType     = declare("staticmethod", KStaticMethod)
	MappingProxyType     = declare("mappingproxy", KMappingProxy)
	SuperType            = declare("super", KObj)
	SeqIterType          = declare("iterator", KObj)
)

var bootOnce sync.Once

// Bootstrap completes the builtin classes. It runs once per process; they never change afterwards.
func Bootstrap() {
	bootOnce.Do(func() {
		for k, t := range map[Kind]*Type{KNone: NoneType, KBool: BoolType, KInt: IntType, KBigInt: IntType, KFloat: FloatType, // order-free: fills an array
			KComplex: ComplexType, KEllipsis: EllipsisType, KNotImplemented: NotImplementedType, KStr: StrType, KBytes: BytesType,
			KByteArray: ByteArrayType, KMemoryView: MemoryViewType, KTuple: TupleType, KList: ListType, KDict: DictType, KSet: SetType,
			KFrozenSet: FrozenSetType, KRange: RangeType, KSlice: SliceType, KCell: CellType, KProperty: PropertyType,
			KClassMethod: ClassMethodType, KStaticMethod: StaticMethodType, KMappingProxy: MappingProxyType, KType: TypeType} {
			typeOfKind[k] = t
		}
		defineObject()
		defineType()
		defineSingletons()
		defineNumbers()
		defineText()
		defineContainers()
		defineIterators()
		defineDescriptors()
		defineExceptions()
		objectHash = ObjectType.Dunder(DHash)
		objectEq = ObjectType.Dunder(DEq)
	})
}
