package socketmod

import (
	"strconv"
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// swap16 and swap32 make functions that turn numbers into network order and back, which is the same on machines of the other.
func swap16(name, info string) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: info, Fn: func(c *ctx, a []value) value {
		n, ok := unsigned(c, a[0], 16)
		if !ok {
			return object.Nil
		}
		return object.Int(n&0xff<<8 | n>>8)
	}}
}

func swap32(name, info string) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: info, Fn: func(c *ctx, a []value) value {
		n, ok := unsigned(c, a[0], 32)
		if !ok {
			return object.Nil
		}
		return object.Int(n&0xff<<24 | n&0xff00<<8 | n>>8&0xff00 | n>>24)
	}}
}

func unsigned(c *ctx, v value, bits int) (int64, bool) {
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Name)
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	switch {
	case ok && n < 0:
		c.Raise(object.ValueError, "Cannot convert negative int")
		return 0, false
	case !ok || n >= 1<<bits:
		c.Raise(object.OverflowError, "Python int too large for C uint%d_t", bits)
		return 0, false
	}
	return n, true
}

var inetFuncs = []object.Def{
	swap16("ntohs", "Convert a 16-bit unsigned integer from network to host byte order."), swap16("htons", "Convert a 16-bit unsigned integer from host to network byte order."),
	swap32("ntohl", "Convert a 32-bit unsigned integer from network to host byte order."), swap32("htonl", "Convert a 32-bit unsigned integer from host to network byte order."),
	{Sig: "inet_aton(ip_addr, /)", Doc: "Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format used in low-level network functions.", Fn: func(c *ctx, a []value) value {
		text, ok := textArg(c, a[0], "inet_aton() argument must be str, not %s")
		if !ok {
			return object.Nil
		}
		ip, ok := looseIP4(text)
		if !ok {
			return c.RaiseArgs(object.OSError, object.NewStr("illegal IP address string passed to inet_aton"))
		}
		return object.NewBytes(string(ip[:]))
	}},
	{Sig: "inet_ntoa(packed_ip, /)", Doc: "Convert an IP address from 32-bit packed binary format to string format.", Fn: func(c *ctx, a []value) value {
		b, ok := bytesArg(c, a[0])
		switch {
		case !ok:
			return object.Nil
		case len(b) != 4:
			return c.RaiseArgs(object.OSError, object.NewStr("packed IP wrong length"))
		}
		return object.NewStr(world.FormatIP4([4]byte(b)))
	}},
	{Sig: "inet_pton(af, ip, /)", Doc: "Convert an IP address from string format to a packed string suitable for use with low-level network functions.", Fn: func(c *ctx, a []value) value {
		family, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		text, ok := textArg(c, a[1], "inet_pton() argument 2 must be str, not %s")
		if !ok {
			return object.Nil
		}
		switch family {
		case world.FamilyInet:
			if ip, ok := world.ParseIP4(text); ok {
				return object.NewBytes(string(ip[:]))
			}
		case world.FamilyInet6:
			if ip, ok := world.ParseIP6(text); ok {
				return object.NewBytes(string(ip[:]))
			}
		default:
			return c.RaiseOS(int64(world.EAFNOSUPPORT), world.EAFNOSUPPORT.Text())
		}
		return c.RaiseArgs(object.OSError, object.NewStr("illegal IP address string passed to inet_pton"))
	}},
	{Sig: "inet_ntop(af, packed_ip, /)", Doc: "Convert a packed IP address of the given family to string format.", Fn: func(c *ctx, a []value) value {
		family, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		b, ok := bytesArg(c, a[1])
		switch {
		case !ok:
			return object.Nil
		case family != world.FamilyInet && family != world.FamilyInet6:
			return c.Raise(object.ValueError, "unknown address family %d", family)
		case family == world.FamilyInet && len(b) == 4:
			return object.NewStr(world.FormatIP4([4]byte(b)))
		case family == world.FamilyInet6 && len(b) == 16:
			return object.NewStr(world.FormatIP6([16]byte(b)))
		}
		return c.Raise(object.ValueError, "invalid length of packed IP address string")
	}},
	{Sig: "CMSG_LEN(length, /)", Doc: "Return the total length, without trailing padding, of an ancillary data item.", Fn: func(c *ctx, a []value) value { return controlSize(c, a[0], "CMSG_LEN", 0) }},
	{Sig: "CMSG_SPACE(length, /)", Doc: "Return the buffer size needed for recvmsg() to receive an ancillary data item.", Fn: func(c *ctx, a []value) value { return controlSize(c, a[0], "CMSG_SPACE", 7) }},
}

// controlSize is the size of a control message with so many bytes: a header of 16 and they.
func controlSize(c *ctx, v value, name string, padding int64) value {
	const header, most = 16, 1<<31 - 1
	n, ok := c.Long(v)
	if !ok {
		return object.Nil
	}
	if n < 0 || n > most-header-padding-padding {
		return c.Raise(object.OverflowError, "%s() argument out of range", name)
	}
	return object.Int(header + (n+padding)&^padding)
}

// looseIP4 reads an address as the C library does: of one to four numbers, also hexadecimal and octal ones.
func looseIP4(text string) (ip [4]byte, ok bool) {
	if i := strings.IndexAny(text, " \t\n"); i >= 0 {
		text = text[:i]
	}
	parts := strings.Split(text, ".")
	if len(parts) > 4 {
		return ip, false
	}
	var v uint64
	for i, p := range parts {
		if p == "" || p[0] < '0' || p[0] > '9' || strings.ContainsAny(p, "_oObB") && !strings.HasPrefix(strings.ToLower(p), "0x") || strings.Contains(p, "_") {
			return ip, false
		}
		n, err := strconv.ParseUint(p, 0, 64)
		if err != nil {
			return ip, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return ip, false
			}
			v = v<<8 | n
			continue
		}
		free := uint(8 * (5 - len(parts)))
		if n >= 1<<free {
			return ip, false
		}
		v = v<<free | n
	}
	return [4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}, true
}
