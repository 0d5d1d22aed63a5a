package compile

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"slp/vm/object"
)

// konst is a constant of the source before it becomes an object: nil (None), bool, int64, *big.Int, float64,
// complex128, string, bytesConst, ellipsis, tupleConst or setConst.
type konst any

type (
	bytesConst string
	ellipsis   struct{}
	tupleConst []konst
	setConst   []konst
)

// constKey tells constants apart: 1, 1.0, True, 0.0 and -0.0 are all different.
func constKey(k konst) string {
	switch k := k.(type) {
	case nil:
		return "N"
	case bool:
		return "b" + strconv.FormatBool(k)
	case int64:
		return "i" + strconv.FormatInt(k, 10)
	case *big.Int:
		return "i" + k.String()
	case float64:
		return "f" + strconv.FormatUint(math.Float64bits(k), 16)
	case complex128:
		return "c" + strconv.FormatUint(math.Float64bits(real(k)), 16) + "," + strconv.FormatUint(math.Float64bits(imag(k)), 16)
	case string:
		return "s" + k
	case bytesConst:
		return "y" + string(k)
	case ellipsis:
		return "E"
	case tupleConst:
		return "(" + constKeys(k)
	case setConst:
		return "{" + constKeys(k)
	}
	panic(fmt.Sprintf("compile: no such constant: %T", k))
}

func constKeys(items []konst) string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(len(items)))
	for _, k := range items {
		s := constKey(k)
		b.WriteString(strconv.Itoa(len(s)))
		b.WriteByte(':')
		b.WriteString(s)
	}
	return b.String()
}

// constValue makes the object of a constant.
func constValue(k konst) object.Value {
	switch k := k.(type) {
	case nil:
		return object.None
	case bool:
		if k {
			return object.True
		}
		return object.False
	case int64:
		return object.Int(k)
	case *big.Int:
		return object.NewBig(k)
	case float64:
		return object.Float(k)
	case complex128:
		return object.ConstComplex(k)
	case string:
		return object.ConstStr(k)
	case bytesConst:
		return object.ConstBytes(string(k))
	case ellipsis:
		return object.Ellipsis
	case tupleConst:
		return object.ConstTuple(constValues(k))
	case setConst:
		return object.ConstFrozenSet(constValues(k))
	}
	panic(fmt.Sprintf("compile: no such constant: %T", k))
}

func constValues(items []konst) []object.Value {
	values := make([]object.Value, len(items))
	for i, k := range items {
		values[i] = constValue(k)
	}
	return values
}

// konst returns the index of a constant of the unit.
func (u *unit) konst(k konst) int {
	key := constKey(k)
	if i, ok := u.constIndex[key]; ok {
		return i
	}
	i := len(u.consts)
	u.constIndex[key] = i
	u.consts = append(u.consts, k)
	return i
}

// loadConst emits R[dst] = k.
func (u *unit) loadConst(k konst, dst int) {
	if i, ok := k.(int64); ok && i == int64(int32(i)) {
		u.wide(loadInt, dst, int(i))
		return
	}
	u.wide(loadK, dst, u.konst(k))
}
