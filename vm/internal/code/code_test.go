package code_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/code"
	"slp/vm/object"
)

func TestEveryOperationIsDescribed(t *testing.T) {
	seen := map[string]code.Op{}
	for op := code.Op(0); op < code.NumOps; op++ {
		name := code.Infos[op].Name
		require.NotEmpty(t, name, "operation %d has no row in Infos", op)
		require.Equal(t, name, op.String())
		require.NotContains(t, seen, name)
		seen[name] = op
		if code.Infos[op].Wide {
			require.Equal(t, code.NoOperand, code.Infos[op].C, "%s: a wide operand takes the place of C", name)
		}
	}
}

const r = code.RegSize

func ins(op code.Op, n uint8, a, b, c int) uint64 {
	return code.Make(op, n, uint16(a), uint16(b), uint16(c))
}

// function makes a code object with one parameter and three temporaries.
func function(words ...uint64) *code.Code {
	return &code.Code{
		Name: "f", Qualname: "f", Filename: "f.py", FirstLine: 1, Flags: code.Optimized | code.NewLocals, ArgCount: 1, NRegs: 4,
		Ins: words, Consts: []object.Value{object.Int(1)}, ICs: []code.IC{{Name: "x"}}, ClassCell: -1,
		Locals: []code.Local{{Name: "a", Reg: 0, To: int32(len(words))}},
		Lines:  []code.PosRange{{Pos: code.Pos{Line: 1, EndLine: 1}}},
	}
}

func TestCheckAccepts(t *testing.T) {
	require.NoError(t, code.Check(function(
		ins(code.GETATTR, 0, 1*r, 0, 0),
		code.MakeWide(code.JF, 0, 1*r, 1),
		ins(code.RET, 0, 1*r, 0, 0),
		ins(code.RETNONE, 0, 0, 0, 0),
	)))
}

// TestCheckRejects has one fault each.
func TestCheckRejects(t *testing.T) {
	end := ins(code.RETNONE, 0, 0, 0, 0)
	handled := func(c *code.Code, h code.Handler) *code.Code {
		c.Handlers = []code.Handler{h}
		return c
	}
	for want, c := range map[string]*code.Code{
		"no instructions":                   function(),
		"control runs off the end":          function(ins(code.NOP, 0, 0, 0, 0)),
		"is not for compiled code":          function(ins(code.TRAP, 0, 0, 0, 0), end),
		"register 2 is read":                function(ins(code.MOVE, 0, 1*r, 2*r, 0), end),
		"names registers 4..+1 of 4":        function(ins(code.MOVE, 0, 4*r, 0, 0), end),
		"names registers 3..+2 of 4":        function(ins(code.CALL, 1, 1*r, 3*r, 0), end),
		"is index 1, out of range":          function(code.MakeWide(code.LOADK, 0, 1*r, 1), end),
		"jump to 5 of 2":                    function(code.MakeWide(code.JMP, 0, 0, 4), end),
		"jump to 0 of 2":                    function(code.MakeWide(code.JT, 0, 0, -1), end),
		"without its SEND":                  function(ins(code.MOVE, 0, 1*r, 0, 0), ins(code.YIELD, 1, 1*r, 1*r, 0), end),
		"does not start with EXCENTER":      handled(function(end, end), code.Handler{Start: 0, End: 1, Target: 1}),
		"is out of order or range":          handled(function(end, end), code.Handler{Start: 1, End: 1, Target: 1}),
		"register 1 is read, which may":     function(code.MakeWide(code.JT, 0, 0, 1), code.MakeWide(code.LOADI, 0, 1*r, 1), ins(code.RET, 0, 1*r, 0, 0)),
		"register 0 is read, which may":     function(ins(code.UNSET, 0, 0, 0, 0), ins(code.RET, 0, 0, 0, 0)),
		"operand C is index 3, out of rang": function(ins(code.GETATTR, 0, 1*r, 0, 3), end),
	} {
		err := code.Check(c)
		require.Error(t, err, want)
		require.Contains(t, err.Error(), want)
	}
}

// TestLive follows temporaries from where they are written to their last use, on both sides of a jump.
func TestLive(t *testing.T) {
	c := function(
		code.MakeWide(code.LOADI, 0, 1*r, 7), // 0
		code.MakeWide(code.LOADI, 0, 2*r, 8), // 1
		code.MakeWide(code.JT, 0, 0, 1),      // 2: if a: 4
		ins(code.RET, 0, 1*r, 0, 0),          // 3
		ins(code.ADD, 0, 3*r, 2*r, 2*r),      // 4
		ins(code.RET, 0, 3*r, 0, 0),          // 5
	)
	require.NoError(t, code.Check(c))
	l := c.Liveness()
	for pc, want := range []string{"a", "a1", "a12", "a1", "a2", "a3"} {
		got := ""
		for reg := range 4 {
			if l.At(pc).Has(reg) {
				got += string("a123"[reg])
			}
		}
		require.Equal(t, want, got, "before pc %d", pc)
	}
	require.Equal(t, l.At(2), c.Live(2))
}

func TestPositions(t *testing.T) {
	c := function(make([]uint64, 10)...)
	c.Lines = []code.PosRange{{0, code.Pos{Line: 1}}, {4, code.Pos{Line: 2}}, {7, code.Pos{Line: 3}}}
	c.Handlers = []code.Handler{{1, 3, 9}, {5, 6, 8}}
	c.Lookups = []code.PosRange{{4, code.Pos{Line: 20}}}
	var lines, handlers []int
	for pc := range c.Ins {
		lines = append(lines, int(c.PosAt(pc).Line))
		handlers = append(handlers, c.HandlerAt(pc))
	}
	require.Equal(t, []int{1, 1, 1, 1, 2, 2, 2, 3, 3, 3}, lines)
	require.Equal(t, []int{-1, 9, 9, -1, -1, 8, -1, -1, -1, -1}, handlers)
	require.EqualValues(t, 20, c.PosAt(c.LookupPC(4)).Line)
	require.EqualValues(t, 2, c.PosAt(c.LookupPC(5)).Line)
}

func TestDisassembleNamesRegisters(t *testing.T) {
	text := code.Disassemble(function(ins(code.ADDI, 0, 1*r, 0, 5), ins(code.RET, 0, 1*r, 0, 0)), func(object.Value) string { return "k" })
	require.Equal(t, 1, strings.Count(text, "ADDI        r1 a 5"), text)
}
