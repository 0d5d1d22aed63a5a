# The simple types, without functions.
import ctypes, ctypes.util
assert ctypes.sizeof(ctypes.c_int) == 4 and ctypes.sizeof(ctypes.c_double) == 8
assert ctypes.c_int8(200).value == -56 and ctypes.c_uint16(-1).value == 65535
a = (ctypes.c_int * 3)(1, 2, 3)
a[1] = 7
assert a[:] == [1, 7, 3] and len(a) == 3 and ctypes.sizeof(a) == 12
class P(ctypes.Structure):
    _fields_ = [('a', ctypes.c_char), ('b', ctypes.c_int)]
p = P(b'x', 3)
p.b += 1
assert ctypes.sizeof(P) == 8 and bytes(p) == b'x\0\0\0\4\0\0\0' and p.a == b'x'
assert ctypes.create_string_buffer(b'ab', 5).raw == b'ab\0\0\0'
