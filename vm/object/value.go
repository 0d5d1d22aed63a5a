// Package object holds Python values and what one needs to write types, functions and modules in Go.
//
// Its nouns: Value (a reference or an unboxed number), Type (a class), Ctx (the machine as native code sees it),
// Def (a native function and its signature), Walker (the one walk over an object's fields that saving, restoring,
// tracing and digesting share).
//
// # Writing native code
//
// A native function is func(c *Ctx, a []Value) Value. It returns Nil when an exception was raised (c.Raise) and also
// when the call was suspended because Python code must run first. Callers never tell the two apart: whoever gets Nil
// returns Nil. When the Python code is done, the native function is started again from the top and every c.Call (and
// everything built on it: c.Str, c.Eq, c.Hash, c.GetAttr, c.Next ...) that had finished answers from memory. So:
//
//   - Do all calls first, then change things. What must happen before a call and only once goes into c.Once.
//   - Never keep Go state outside the arguments across a call.
//   - Loops over arbitrary iterables belong to code written in Python (c.Self); Go loops are for builtin containers.
//
// Invariant: no Go stack lies between two Python frames.
//
// Invariant: touch before write. Whoever changes a field that Python can reach calls c.Touch(&o.Hdr) first.
package object

import (
	"math"
	"math/big"
	"unsafe"
)

// Kind tells the Go layout behind a Hdr.
type Kind uint16

// The kinds. The first ones are unboxed: their Hdr is a static tag and the number lies in the Value.
const (
	KNone Kind = iota + 1
	KBool
	KInt
	KFloat
	KEllipsis
	KNotImplemented
	KBigInt
	KComplex
	KStr
	KBytes
	KByteArray
	KMemoryView
	KTuple
	KList
	KDict
	KSet
	KFrozenSet
	KRange
	KSlice
	KType
	KModule
	KInst    // instance of a class made by Python code
	KExc     // instance of BaseException or a subclass
	KObj     // instance of a class implemented in Go (Impl)
	KBuiltin // native function or method descriptor
	KMethod  // bound method
	KGetSet  // native attribute descriptor
	KCell
	KProperty
	KClassMethod
	KStaticMethod
	KMappingProxy
	KFunc // the kinds from here on are laid out by vm/internal/interp and vm/internal/sched
	KGen
	KCode
	KFrame
	KTraceback
	KTasklet
	KChannel
	KLoop // hidden state of a for loop, never seen by Python
	NumKinds
)

// Hdr starts every object on the heap.
type Hdr struct {
	Kind  Kind
	Flags uint16
	Epoch uint32 // the epoch in which the object was saved last, or born
	id    uint32 // what id() says, 0 until asked
}

// Flags of Hdr.
const (
	FlagStatic uint16 = 1 << iota // shared by all machines, never written
	FlagWeak                      // has weak references
	FlagFinal                     // its __del__ has run
)

// Value is a Python value: a pointer to an object, or an int64, float64, bool and the singletons unboxed.
// The zero Value is Nil: no value. Two Values are == exactly when Python's "is" holds.
type Value struct {
	p    *Hdr
	bits uint64
}

var (
	noneHdr     = Hdr{Kind: KNone, Flags: FlagStatic}
	boolHdr     = Hdr{Kind: KBool, Flags: FlagStatic}
	intHdr      = Hdr{Kind: KInt, Flags: FlagStatic}
	floatHdr    = Hdr{Kind: KFloat, Flags: FlagStatic}
	ellipsisHdr = Hdr{Kind: KEllipsis, Flags: FlagStatic}
	notImplHdr  = Hdr{Kind: KNotImplemented, Flags: FlagStatic}
	loopHdr     = Hdr{Kind: KLoop, Flags: FlagStatic}
)

// The constants.
var (
	Nil            = Value{}
	None           = Value{&noneHdr, 0}
	True           = Value{&boolHdr, 1}
	False          = Value{&boolHdr, 0}
	Ellipsis       = Value{&ellipsisHdr, 0}
	NotImplemented = Value{&notImplHdr, 0}
)

// Int makes an int.
func Int(i int64) Value { return Value{&intHdr, uint64(i)} }

// Float makes a float.
func Float(f float64) Value { return Value{&floatHdr, math.Float64bits(f)} }

// Bool makes a bool.
func Bool(b bool) Value {
	if b {
		return Value{&boolHdr, 1}
	}
	return Value{&boolHdr, 0}
}

// LoopMark makes the hidden first word of a for loop's state.
func LoopMark(bits uint64) Value { return Value{&loopHdr, bits} }

// Ref makes a Value of a heap object.
func Ref(h *Hdr) Value { return Value{h, 0} }

// IsNil reports the absence of a value.
func (v Value) IsNil() bool { return v.p == nil }

// Hdr returns the object's header (a static tag for unboxed values).
func (v Value) Hdr() *Hdr { return v.p }

// Bits returns the unboxed part.
func (v Value) Bits() uint64 { return v.bits }

// Kind returns the kind; v must not be Nil.
func (v Value) Kind() Kind { return v.p.Kind }

// IsNone, IsInt (an unboxed int, not a bool), IsFloat, IsBool, IsTrue and IsLoop are tag tests; Nil is none of them.
func (v Value) IsNone() bool   { return v.p == &noneHdr }
func (v Value) IsInt() bool    { return v.p == &intHdr }
func (v Value) IsFloat() bool  { return v.p == &floatHdr }
func (v Value) IsBool() bool   { return v.p == &boolHdr }
func (v Value) IsTrue() bool   { return v.p == &boolHdr && v.bits == 1 }
func (v Value) IsLoop() bool   { return v.p == &loopHdr }
func (v Value) IsObject() bool { return v.p != nil && v.p.Kind > KNotImplemented }

// I is the number of an unboxed int (or bool), F that of a float.
func (v Value) I() int64   { return int64(v.bits) }
func (v Value) F() float64 { return math.Float64frombits(v.bits) }

// SetInt stores an int, without a pointer write when the slot holds an int already.
func (v *Value) SetInt(i int64) {
	if v.p == &intHdr {
		v.bits = uint64(i)
		return
	}
	*v = Value{&intHdr, uint64(i)}
}

// SetFloat stores a float, without a pointer write when the slot holds a float already.
func (v *Value) SetFloat(f float64) {
	if v.p == &floatHdr {
		v.bits = math.Float64bits(f)
		return
	}
	*v = Value{&floatHdr, math.Float64bits(f)}
}

// Big is an int that does not fit an int64.
type Big struct {
	Hdr
	I *big.Int // never written
}

// Complex is a complex number.
type Complex struct {
	Hdr
	V complex128
}

// NewBig makes an int of any size; i must not be written afterwards.
func NewBig(i *big.Int) Value {
	if i.IsInt64() {
		return Int(i.Int64())
	}
	return Ref(&(&Big{Hdr: Hdr{Kind: KBigInt}, I: i}).Hdr)
}

// NewComplex makes a complex number.
func NewComplex(v complex128) Value { return Ref(&(&Complex{Hdr: Hdr{Kind: KComplex}, V: v}).Hdr) }

// ConstComplex makes a complex constant.
func ConstComplex(v complex128) Value { return NewComplex(v) }

// Cell is a variable shared between functions.
type Cell struct {
	Hdr
	Val Value // Nil when empty
}

// The As functions return the object behind v if it has that layout, else nil. For instances of Python classes that
// derive from the builtin type they return the builtin part. v must not be Nil.

// AsBig returns a big int's layout.
func (v Value) AsBig() *Big { return (*Big)(v.as(KBigInt)) }

// AsComplex returns a complex's layout.
func (v Value) AsComplex() *Complex { return (*Complex)(v.as(KComplex)) }

// AsStr returns a str's layout.
func (v Value) AsStr() *Str {
	if v.p.Kind == KStr {
		return (*Str)(unsafe.Pointer(v.p))
	}
	return (*Str)(v.as(KStr))
}

// AsBytes returns a bytes' layout.
func (v Value) AsBytes() *Bytes { return (*Bytes)(v.as(KBytes)) }

// AsByteArray returns a bytearray's layout.
func (v Value) AsByteArray() *ByteArray { return (*ByteArray)(v.as(KByteArray)) }

// AsTuple returns a tuple's layout.
func (v Value) AsTuple() *Tuple {
	if v.p.Kind == KTuple {
		return (*Tuple)(unsafe.Pointer(v.p))
	}
	return (*Tuple)(v.as(KTuple))
}

// AsList returns a list's layout.
func (v Value) AsList() *List {
	if v.p.Kind == KList {
		return (*List)(unsafe.Pointer(v.p))
	}
	return (*List)(v.as(KList))
}

// AsDict returns a dict's layout.
func (v Value) AsDict() *Dict {
	if v.p.Kind == KDict {
		return (*Dict)(unsafe.Pointer(v.p))
	}
	return (*Dict)(v.as(KDict))
}

// AsSet returns the layout of a set or frozenset.
func (v Value) AsSet() *Set {
	if s := v.as(KSet); s != nil {
		return (*Set)(s)
	}
	return (*Set)(v.as(KFrozenSet))
}

// AsRange returns a range's layout.
func (v Value) AsRange() *Range { return (*Range)(v.exact(KRange)) }

// AsSlice returns a slice's layout.
func (v Value) AsSlice() *Slice { return (*Slice)(v.exact(KSlice)) }

// AsType returns a class.
func (v Value) AsType() *Type { return (*Type)(v.exact(KType)) }

// AsModule returns a module.
func (v Value) AsModule() *Module { return (*Module)(v.exact(KModule)) }

// AsInst returns an instance of a Python class.
func (v Value) AsInst() *Inst { return (*Inst)(v.exact(KInst)) }

// AsExc returns an exception.
func (v Value) AsExc() *Exc { return (*Exc)(v.exact(KExc)) }

// AsObj returns an instance of a class implemented in Go.
func (v Value) AsObj() *Obj { return (*Obj)(v.exact(KObj)) }

// AsBuiltin returns a native function.
func (v Value) AsBuiltin() *Builtin { return (*Builtin)(v.exact(KBuiltin)) }

// AsMethod returns a bound method.
func (v Value) AsMethod() *Method { return (*Method)(v.exact(KMethod)) }

// AsCell returns a cell.
func (v Value) AsCell() *Cell { return (*Cell)(v.exact(KCell)) }

// Pointer returns the object's address if it has kind k, else nil: for kinds that other packages lay out.
func (v Value) Pointer(k Kind) unsafe.Pointer { return v.exact(k) }

func (v Value) exact(k Kind) unsafe.Pointer {
	if v.p.Kind == k {
		return unsafe.Pointer(v.p)
	}
	return nil
}

func (v Value) as(k Kind) unsafe.Pointer {
	if v.p.Kind == k {
		return unsafe.Pointer(v.p)
	}
	if v.p.Kind == KInst {
		if b := (*Inst)(unsafe.Pointer(v.p)).Payload(); b.p != nil && b.p.Kind == k {
			return unsafe.Pointer(b.p)
		}
	}
	return nil
}

// Unbox replaces an instance of a Python class derived from a builtin type by its builtin part.
func (v Value) Unbox() Value {
	if v.p.Kind == KInst {
		if b := (*Inst)(unsafe.Pointer(v.p)).Payload(); b.p != nil {
			return b
		}
	}
	return v
}

// AsInt returns the number of an int or bool (or instance of a subclass) that fits an int64.
func (v Value) AsInt() (int64, bool) {
	if v.p == &intHdr || v.p == &boolHdr {
		return int64(v.bits), true
	}
	if v.p.Kind == KInst {
		if b := (*Inst)(unsafe.Pointer(v.p)).Payload(); b.p == &intHdr {
			return int64(b.bits), true
		}
	}
	return 0, false
}

// AsBigInt returns the number of any int or bool; the result must not be written. nil if v is no int.
func (v Value) AsBigInt() *big.Int {
	if i, ok := v.AsInt(); ok {
		return big.NewInt(i)
	}
	if b := v.AsBig(); b != nil {
		return b.I
	}
	return nil
}

// IsAnyInt reports an int of any size, bools and subclasses included.
func (v Value) IsAnyInt() bool {
	if _, ok := v.AsInt(); ok {
		return true
	}
	return v.AsBig() != nil
}

// AsFloat returns the number of a float or instance of a subclass.
func (v Value) AsFloat() (float64, bool) {
	if v.p == &floatHdr {
		return math.Float64frombits(v.bits), true
	}
	if v.p.Kind == KInst {
		if b := (*Inst)(unsafe.Pointer(v.p)).Payload(); b.p == &floatHdr {
			return math.Float64frombits(b.bits), true
		}
	}
	return 0, false
}
