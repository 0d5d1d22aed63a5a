// Package code holds the instruction set of the machine and the compiled form of Python code: what compile writes
// and interp executes. It is a register machine: an instruction is one 64-bit word
//
//	bits  0..7   op      operation
//	bits  8..15  n       small count or flag
//	bits 16..31  A       usually the destination register
//	bits 32..47  B       register, or low half of a wide operand
//	bits 48..63  C       register, signed 16-bit number, table index, or high half of a wide operand
//
// Register operands are byte offsets into the frame's register file (register number × 16), so that the loop adds
// them without a shift. A wide operand (B and C together) is a signed 32-bit number in the word's upper half. Jumps
// are relative, in instructions, to the instruction after the jump.
package code

// Op is an operation code.
type Op uint8

// The operations. Above each family stands what it does; R[x] is the register an operand names, K[i] a constant,
// IC[i] an inline cache (which also carries the name), "raise" means unwinding starts. Comments show operands in
// the order A, B, C, n.
const (
	// NOP does nothing. It is never emitted in the middle of an expression, only to carry a line.
	NOP Op = iota

	// ---- moving values

	MOVE      // R[A] = R[B]
	LOADK     // R[A] = K[wide]
	LOADI     // R[A] = int(wide)
	UNSET     // R[A] = nothing (the state of a local before its first binding and after del)
	CHECK     // raise UnboundLocalError for the name K[wide] if R[A] is unset
	MAKECELL  // R[A] = new cell holding what R[A] held (possibly nothing)
	LOADCELL  // R[A] = contents of cell R[B]; unset: n=0 UnboundLocalError, n=1 NameError (free variable), name K[C]
	STORECELL // contents of cell R[A] = R[B]
	DELCELL   // empty the cell R[A]; already empty: error as LOADCELL, name K[wide]
	GETFREE   // R[A] = closure cell number wide of the running function

	// ---- names. In module, class and exec code register 0 holds the namespace (a dict or any mapping).

	LOADG          // R[A] = global or builtin named by IC[wide]; NameError
	STOREG         // global named by IC[wide] = R[A]
	DELG           // delete the global named by IC[wide]; NameError
	LOADNAME       // R[A] = R[0][name], else global, else builtin; IC[wide]
	STORENAME      // R[0][name of IC[wide]] = R[A]
	DELNAME        // delete R[0][name of IC[wide]]; NameError
	LOADNAMECELL   // R[A] = R[0][name IC[C]], else contents of cell R[B], else NameError (free variables in class bodies)
	LOADNAMEGLOBAL // R[A] = mapping R[B][name IC[C]], else global, else builtin (names in annotation scopes of classes)
	LOADMAPCELL    // R[A] = mapping R[B][name IC[C]], else contents of cell R[B+1], else NameError (free variables in annotation scopes of classes)

	// ---- attributes and items

	GETATTR // R[A] = R[B].name(IC[C])
	SETATTR // R[A].name(IC[C]) = R[B]
	DELATTR // delete R[A].name(IC[C])
	GETIDX  // R[A] = R[B][R[C]]
	SETIDX  // R[A][R[B]] = R[C]
	DELIDX  // delete R[A][R[B]]
	GETIDXI // R[A] = R[B][C], C a signed 16-bit number
	SLICE   // R[A] = slice(R[B], R[B+1], R[B+2])

	// ---- operators. n=1: the augmented form (tries __iadd__ and so on first).

	ADD
	SUB
	MUL
	DIV
	FLOORDIV
	MOD
	POW
	LSHIFT
	RSHIFT
	AND
	OR
	XOR
	MATMUL // R[A] = R[B] op R[C]
	ADDI   // R[A] = R[B] + C (signed 16-bit); n as above
	SUBI   // R[A] = R[B] - C
	MODI   // R[A] = R[B] % C, C > 0
	NEG
	POS
	INVERT
	NOT // R[A] = op R[B]
	EQ
	NE
	LT
	LE
	GT
	GE // R[A] = R[B] op R[C]; any object may come out
	IN
	NOTIN
	IS
	ISNOT // R[A] = bool; "R[B] in R[C]"

	// ---- jumps. Every backward jump is LOOP: it counts a tick and is where a run may stop.

	JMP      // forward, wide
	LOOP     // backward, wide (negative)
	JT       // jump wide if R[A] is true
	JF       // jump wide if R[A] is false
	JNONE    // jump wide if R[A] is None
	JNOTNONE // jump wide if R[A] is not None
	JNLT
	JNLE
	JNGT
	JNGE
	JNEQ
	JNNE // jump C unless R[A] op R[B] is true
	JNLTI
	JNLEI
	JNGTI
	JNGEI
	JNEQI
	JNNEI // jump C unless R[A] op B is true, B a signed 16-bit number

	// ---- iteration

	ITER     // prepare a for loop over R[B] in the hidden registers R[A], R[A+1], R[A+2]
	FORNEXT  // R[B] = next item of the loop state R[A..A+2]; exhausted: jump C (forward)
	GETITER  // R[A] = iter(R[B]), a real iterator object
	UNPACK   // R[A..A+C-1] = exactly C items of R[B]; ValueError otherwise
	UNPACKEX // R[A..] = n items before, a list, C items after the star, of R[B]

	// ---- building values; B is the first of C consecutive registers

	TUPLE
	LIST
	SET        // R[A] = display of R[B..B+C-1]
	DICT       // R[A] = dict of C pairs R[B], R[B+1], ...
	LISTAPPEND // R[A].append(R[B]) on a list under construction
	LISTEXTEND // extend the list R[A] by the iterable R[B] (the star in a display or call); n=1: the only star of a call of R[C], which the TypeError text names
	LISTTUPLE  // R[A] = tuple(list R[B])
	SETADD     // add R[B] to the set R[A]
	SETUPDATE  // update the set R[A] from the iterable R[B]
	DICTSET    // R[A][R[B]] = R[C] on a dict under construction
	DICTUPDATE // ** in a dict display: update the dict R[A] from the mapping R[B]
	DICTMERGE  // ** in a call: merge the mapping R[B] into R[A]; duplicate or non-string keys raise TypeError naming the callee R[C]
	STRCAT     // R[A] = concatenation of the C strings R[B..]
	FORMAT     // R[A] = format(R[B], R[C]); n: conversion 0, 's', 'r', 'a'; C = NoReg for the empty format spec
	INTERP     // R[A] = string.templatelib.Interpolation(R[B], R[B+1] text, R[B+2] conversion or None, R[B+3] spec)
	TEMPLATE   // R[A] = string.templatelib.Template from the C parts R[B..] (strings and interpolations in source order)

	// ---- functions and calls

	MAKEFUNC  // R[A] = function of Children[C]; R[B] defaults tuple, R[B+1] kwdefaults dict, R[B+2] closure tuple of cells, R[B+3] annotate function; each may be unset
	CALL      // R[A] = R[B](R[B+1] .. R[B+n])
	CALLK     // the same with keywords: the last len(K[C]) of the n arguments are keyword arguments named by the tuple K[C]
	CALLM     // R[A] = R[B].name(IC[C])(R[B+1] .. R[B+n]); if the IC has keyword names the last ones are keywords
	CALLEX    // R[A] = R[B](*R[B+1], **R[B+2]); R[B+1] a tuple; n=0: no keywords (R[B+2] is ignored), n=1: R[B+2] a dict
	RET       // return R[A]
	RETNONE   // return None
	YIELD     // yield R[B]; the value sent back arrives in R[A]. n bit 0: inside yield from/await, C names the register of the iterator delegated to, and the instruction before is its SEND. n bit 1: yield of an async generator (the value is wrapped)
	SEND      // resume the iterator R[B] with R[A]; it yields: the value is in R[A], go on; it returns: the value is in R[A], jump C
	GETYFITER // R[A] = iterator for "yield from R[B]" (coroutines allowed in coroutines only)
	AWAITABLE // R[A] = awaitable iterator of R[B]; n: 0 await, 1 result of __aenter__, 2 of __aexit__, 3 of __anext__ (for the error text)
	AITER     // R[A] = aiter(R[B]) for async for
	ANEXT     // R[A] = awaitable of R[B].__anext__()
	GETMETH   // look up the method R[B].name(IC[C]) before its arguments are evaluated: R[A] = the function and R[A+1] = the receiver R[B] if it is a plain function of the type; else R[A] = the attribute's value and R[A+1] = nothing (unset)
	CALLMETH  // R[A] = R[B](R[B+1] .. R[B+1+n]), without R[B+1] when that is unset; n counts the arguments after it; C = NoReg, or the last len(K[C]) of them are keywords named by the tuple K[C]

	// ---- exceptions. A handler starts with EXCENTER and every way out of it runs EXCLEAVE (or raises).

	RAISE      // n=0: re-raise the exception being handled; n=1: raise R[A]; n=2: raise R[A] from R[B]
	RERAISE    // raise R[A] again as it is: traceback grows, context and cause stay
	EXCENTER   // R[A] = the exception caught; R[B] = the one handled before (or unset); the caught one is now being handled
	EXCLEAVE   // the exception being handled is R[A] again (as EXCENTER saved it)
	EXCMATCH   // R[A] = whether exception R[B] matches R[C] (class or tuple; TypeError otherwise)
	EGMATCH    // except*: split R[B] by R[C]: R[A] = matching part or None, R[A+1] = rest or None
	EGRAISE    // end of except*: R[A] = exception to raise or None, from original R[B] and list R[C] of raised and unmatched parts
	SPECIAL    // R[A] = bound special method of R[B]: n=0 __enter__, 1 __exit__, 2 __aenter__, 3 __aexit__; TypeError texts of with
	WITHEXC    // R[A] = R[B](type, value, traceback) of the exception R[C]
	LOADASSERT // R[A] = AssertionError, whatever the name is bound to; n=1: NotImplementedError

	// ---- imports

	IMPORT     // R[A] = __import__(name K[C], globals, locals, fromlist R[B], level n)
	IMPORTFROM // R[A] = attribute K[C] of module R[B]; ImportError texts
	IMPORTSTAR // bind the public names of module R[A] in R[0]

	// ---- pattern matching

	MATCHSEQ   // R[A] = whether R[B] is a sequence for patterns
	MATCHMAP   // R[A] = whether R[B] is a mapping for patterns
	MATCHKEYS  // R[A] = tuple of R[B]'s values for the keys tuple R[C], or None
	MATCHCLASS // R[A] = tuple of attributes, or None: subject R[B], class R[C], keyword names tuple R[C+1], n positional patterns
	GETLEN     // R[A] = len(R[B])

	// ---- seldom

	BUILDCLASS // R[A] = builtins.__build_class__
	INTRIN1    // R[A] = intrinsic n of R[B]
	INTRIN2    // R[A] = intrinsic n of R[B], R[C]

	// ---- never emitted by the compiler

	TRAP    // a breakpoint of this machine; the real instruction is in the trap table
	RETINIT // RET of an __init__ called by type.__call__: R[A] must be None; the object is in place already
	RETINITNONE
	RETOP // RET of a special method that an instruction of the frame below called: what that instruction is decides what becomes of R[A]
	RETOPNONE
	RETGEN // RET of a generator, coroutine or async generator
	RETGENNONE
	NATIVE  // a Go operation waits in this frame for the result in R[0]
	TASKEND // the bottom frame of a tasklet: the result is in R[0]
	HALT    // the bottom frame of a nested start

	NumOps
)

// NoReg as operand C of FORMAT means that there is no such register.
const NoReg = 0xffff

// Intrinsics of INTRIN1 and INTRIN2 (operand n).
const (
	IntrinPrint              = iota + 1 // 1: sys.displayhook(R[B]), for interactive input
	IntrinStopIterErr                   // 1: R[A] = RuntimeError made from a StopIteration/StopAsyncIteration R[B] that left a generator body, else R[B]
	IntrinTypeVar                       // 1: TypeVar named R[B]
	IntrinParamSpec                     // 1: ParamSpec named R[B]
	IntrinTypeVarTuple                  // 1: TypeVarTuple named R[B]
	IntrinTypeVarBound                  // 2: TypeVar named R[B] with lazily evaluated bound function R[C]
	IntrinTypeVarConstraints            // 2: TypeVar named R[B] with lazily evaluated constraints function R[C]
	IntrinTypeParamDefault              // 2: set default-evaluating function R[C] of type parameter R[B]; R[A] = R[B]
	IntrinTypeAlias                     // 1: TypeAliasType from the tuple R[B] = (name, type_params, value function)
	IntrinGeneric                       // 1: typing.Generic subscripted by the type parameters tuple R[B]
	IntrinSetTypeParams                 // 2: function R[B].__type_params__ = tuple R[C]; R[A] = R[B]
	IntrinListSetElt                    // 1: reserved
	IntrinUnpackStar                    // 1: typing.Unpack of R[B], for *args: *Ts annotations and star in subscripts (next(iter(R[B])))
	IntrinNotImplementedBool            // 1: reserved
	IntrinLocals                        // 1: reserved
	IntrinIsStopAsync                   // 1: R[A] = whether the exception R[B] is a StopAsyncIteration (the end of async for)
)
