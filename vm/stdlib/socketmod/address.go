package socketmod

import (
	"strconv"

	"slp/vm/object"
	"slp/vm/world"
)

// shown is an address as Python has it.
func (s *socket) shown(a world.Address) value { return shownAddress(a) }

func shownAddress(a world.Address) value {
	switch a.Family {
	case 0:
		return object.None
	case world.FamilyUnix:
		if a.Path != "" && a.Path[0] == 0 {
			return object.NewBytes(a.Path)
		}
		return object.FSDecode(a.Path)
	case world.FamilyInet:
		return object.TupleOf(object.NewStr(a.Host), object.Int(int64(a.Port)))
	}
	return object.TupleOf(object.NewStr(a.Host), object.Int(int64(a.Port)), object.Int(int64(a.Flow)), object.Int(int64(a.Scope)))
}

// mostUnixPath is how long the name of a Unix socket may be.
const mostUnixPath = 107

// address reads an address argument of the method where.
func (s *socket) address(c *ctx, v value, where string) (a world.Address, ok bool) {
	a.Family = s.family
	switch s.family {
	case world.FamilyUnix:
		if v.AsStr() != nil {
			a.Path, ok = c.FSEncode(v, where, "path")
		} else {
			var like bool
			if a.Path, ok, like = c.BytesLike(v); !like {
				c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Name)
			}
		}
		switch {
		case !ok:
			return a, false
		case len(a.Path) > mostUnixPath && (a.Path[0] != 0 || len(a.Path) > mostUnixPath+1):
			c.RaiseArgs(object.OSError, object.NewStr("AF_UNIX path too long"))
			return a, false
		}
		return a, true
	case world.FamilyInet, world.FamilyInet6:
		name, most := "AF_INET", 2
		if s.family == world.FamilyInet6 {
			name, most = "AF_INET6", 4
		}
		t := v.AsTuple()
		if t == nil {
			c.Raise(object.TypeError, "%s(): %s address must be tuple, not %s", where, name, object.TypeOf(v).Name)
			return a, false
		}
		if len(t.Items) < 2 || len(t.Items) > most {
			if most == 2 {
				c.Raise(object.TypeError, "AF_INET address must be a pair (host, port)")
			} else {
				c.Raise(object.TypeError, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
			}
			return a, false
		}
		host, ok := hostArg(c, t.Items[0])
		if !ok {
			return a, false
		}
		if a.Port, ok = intArg(c, t.Items[1], 0); !ok {
			if c.Catch(object.OverflowError) {
				c.Raise(object.OverflowError, "%s(): port must be 0-65535.", where)
			}
			return a, false
		}
		if a.Port < 0 || a.Port > 0xffff {
			c.Raise(object.OverflowError, "%s(): port must be 0-65535.", where)
			return a, false
		}
		for i, to := range [...]*uint32{&a.Flow, &a.Scope} {
			if len(t.Items) > 2+i {
				n, ok := c.Long(t.Items[2+i])
				if !ok {
					return a, false
				}
				if i == 0 && (n < 0 || n > 0xfffff) {
					c.Raise(object.OverflowError, "%s(): flowinfo must be 0-1048575.", where)
					return a, false
				}
				*to = uint32(n)
			}
		}
		found, ok := resolve(c, host, s.family)
		if !ok {
			return a, false
		}
		a.Host = found.Host
		if found.Scope != 0 && a.Scope == 0 {
			a.Scope = found.Scope
		}
		return a, true
	}
	c.RaiseArgs(object.OSError, object.NewStr(where+"(): unsupported address family: "+itoa(s.family)))
	return a, false
}

// hostArg reads the name of a host: str, bytes or bytearray; "" if it is None.
func hostArg(c *ctx, v value) (string, bool) {
	switch {
	case v.IsNone():
		return "", true
	case v.AsStr() != nil:
		s := v.AsStr()
		if s.IsASCII() {
			return hostText(c, s.String())
		}
		b := c.CallHosted("_host_idna", v)
		if b.IsNil() {
			return "", false
		}
		return hostText(c, b.AsBytes().S)
	case v.AsBytes() != nil:
		return hostText(c, v.AsBytes().S)
	case v.AsByteArray() != nil:
		return hostText(c, string(v.AsByteArray().B))
	}
	c.Raise(object.TypeError, "str, bytes or bytearray expected, not %s", object.TypeOf(v).Name)
	return "", false
}

func hostText(c *ctx, s string) (string, bool) {
	for i := range len(s) {
		if s[i] == 0 {
			c.Raise(object.TypeError, "host name must not contain null character")
			return "", false
		}
	}
	return s, true
}

// resolve is the first address of a host.
func resolve(c *ctx, host string, family int) (world.Address, bool) {
	a := world.Address{Family: family}
	switch {
	case host == "" && family == world.FamilyInet6:
		a.Host = "::"
		return a, true
	case host == "":
		a.Host = "0.0.0.0"
		return a, true
	case (host == "<broadcast>" || host == "255.255.255.255") && family != world.FamilyInet6:
		a.Host = "255.255.255.255"
		return a, true
	}
	if family != world.FamilyInet6 {
		if ip, ok := world.ParseIP4(host); ok {
			a.Host = world.FormatIP4(ip)
			return a, true
		}
	}
	if family != world.FamilyInet {
		if ip, ok := world.ParseIP6(host); ok {
			a.Host = world.FormatIP6(ip)
			return a, true
		}
	}
	r := c.Query(world.LookUp(host, "", family, 0, 0, 0))
	switch {
	case !r.OK():
		fail(c, &r)
		return a, false
	case r.N != 0 || len(r.List) == 0:
		noAddress(c, r.N)
		return a, false
	}
	return world.ParseFound(r.List[0]).Address, true
}

// lookUpErrors are the messages of gaierror.
var lookUpErrors = map[int64]string{-1: "Bad value for ai_flags", -2: "Name or service not known", -3: "Temporary failure in name resolution",
	-4: "Non-recoverable failure in name resolution", -5: "No address associated with hostname", -6: "ai_family not supported", -7: "ai_socktype not supported",
	-8: "Servname not supported for ai_socktype", -9: "Address family for hostname not supported", -10: "Memory allocation failure", -11: "System error"}

// noAddress raises gaierror.
func noAddress(c *ctx, n int64) value {
	if n == 0 {
		n = -2
	}
	return c.RaiseArgs(c.Host.Hosted("gaierror").AsType(), object.Int(n), object.NewStr(lookUpErrors[n]))
}

func itoa(n int) string { return strconv.Itoa(n) }
