package compile_test

import (
	"fmt"
	"strings"

	"slp/vm/internal/numtext"
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// constText writes constants as Python's repr does.
func constText(v object.Value) string {
	switch v.Kind() {
	case object.KNone:
		return "None"
	case object.KBool:
		if v.IsTrue() {
			return "True"
		}
		return "False"
	case object.KInt, object.KBigInt:
		return v.AsBigInt().String()
	case object.KFloat:
		return numtext.FloatRepr(v.F())
	case object.KComplex:
		c := v.AsComplex().V
		return numtext.ComplexRepr(real(c), imag(c))
	case object.KStr:
		return wtf8.Repr(v.AsStr().String(), nil)
	case object.KTuple:
		var parts []string
		for _, x := range v.AsTuple().Items {
			parts = append(parts, constText(x))
		}
		if len(parts) == 1 {
			return "(" + parts[0] + ",)"
		}
		return "(" + strings.Join(parts, ", ") + ")"
	case object.KFrozenSet:
		return "frozenset"
	case object.KBytes:
		return wtf8.BytesRepr([]byte(v.AsBytes().S))
	case object.KEllipsis:
		return "..."
	}
	return fmt.Sprintf("<constant of kind %v>", v.Kind())
}
