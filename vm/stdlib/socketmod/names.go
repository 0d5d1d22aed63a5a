package socketmod

import (
	"strconv"
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

var nameFuncs = []object.Def{
	{Sig: "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", Doc: "Resolve host and port into addrinfo struct.", Fn: getAddressInfo},
	{Sig: "getnameinfo(sockaddr, flags, /)", Doc: "Get host and port for a sockaddr.", Fn: getNameInfo},
	{Sig: "gethostname()", Doc: "Return the current host name.", Fn: func(c *ctx, a []value) value { return object.FSDecode(c.Query(world.Fact(world.FactNode)).Text) }},
	{Sig: "sethostname(name, /)", Fn: func(c *ctx, a []value) value { return c.RaiseOS(int64(world.EPERM), world.EPERM.Text()) }},
	{Sig: "gethostbyname(host, /)", Doc: "Return the IP address (a string of the form '255.255.255.255') for a host.", Fn: func(c *ctx, a []value) value {
		host, ok := hostArg(c, a[0])
		if !ok {
			return object.Nil
		}
		found, ok := resolve(c, host, world.FamilyInet)
		if !ok {
			return object.Nil
		}
		return object.NewStr(found.Host)
	}},
	{Sig: "gethostbyname_ex(host, /)", Doc: "Return the true host name, a list of aliases, and a list of IP addresses, for a host.", Fn: func(c *ctx, a []value) value {
		host, ok := hostArg(c, a[0])
		if !ok {
			return object.Nil
		}
		return hostEntry(c, host, host, nil, world.FamilyInet)
	}},
	{Sig: "gethostbyaddr(host, /)", Doc: "Return the true host name, a list of aliases, and a list of IP addresses, for a host.", Fn: func(c *ctx, a []value) value {
		host, ok := hostArg(c, a[0])
		if !ok {
			return object.Nil
		}
		found, ok := resolve(c, host, 0)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.NameOf(found.Host))
		if len(r.List) == 0 {
			return c.RaiseArgs(c.Host.Hosted("herror").AsType(), object.Int(1), object.NewStr("Unknown host"))
		}
		return hostEntry(c, found.Host, r.List[0], r.List[1:], found.Family)
	}},
	{Sig: "getservbyname(servicename, protocolname='', /)", Doc: "Return a port number from a service name and protocol name.", Fn: func(c *ctx, a []value) value {
		name, ok := textArg(c, a[0], "getservbyname() argument 1 must be str, not %s")
		if !ok {
			return object.Nil
		}
		proto := ""
		if !a[1].IsNil() {
			if proto, ok = textArg(c, a[1], "getservbyname() argument 2 must be str, not %s"); !ok {
				return object.Nil
			}
		}
		for _, s := range services(c) {
			if (s.name == name || contains(s.aliases, name)) && (proto == "" || s.proto == proto) {
				return object.Int(int64(s.port))
			}
		}
		return c.RaiseArgs(object.OSError, object.NewStr("service/proto not found"))
	}},
	{Sig: "getservbyport(port, protocolname='', /)", Doc: "Return the service name from a port number and protocol name.", Fn: func(c *ctx, a []value) value {
		port, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		if port < 0 || port > 0xffff {
			return c.Raise(object.OverflowError, "getservbyport: port must be 0-65535.")
		}
		proto := ""
		if !a[1].IsNil() {
			if proto, ok = textArg(c, a[1], "getservbyport() argument 2 must be str, not %s"); !ok {
				return object.Nil
			}
		}
		for _, s := range services(c) {
			if s.port == port && (proto == "" || s.proto == proto) {
				return object.NewStr(s.name)
			}
		}
		return c.RaiseArgs(object.OSError, object.NewStr("port/proto not found"))
	}},
	{Sig: "getprotobyname(name, /)", Doc: "Return the protocol number for the named protocol.", Fn: func(c *ctx, a []value) value {
		name, ok := textArg(c, a[0], "getprotobyname() argument 1 must be str, not %s")
		if !ok {
			return object.Nil
		}
		for _, p := range protocols {
			if strings.EqualFold(p.name, name) {
				return object.Int(p.number)
			}
		}
		return c.RaiseArgs(object.OSError, object.NewStr("protocol not found"))
	}},
	{Sig: "if_nameindex()", Doc: "Returns a list of network interface information (index, name) tuples.", Fn: func(c *ctx, a []value) value {
		var out []value
		if !interfaces(c, func(n int64, name string) bool {
			out = append(out, object.TupleOf(object.Int(n), object.FSDecode(name)))
			return false
		}) {
			return object.Nil
		}
		return c.NewList(out)
	}},
	{Sig: "if_nametoindex(oname, /)", Doc: "Returns the interface index corresponding to the interface name if_name.", Fn: func(c *ctx, a []value) value {
		if a[0].AsStr() == nil && a[0].AsBytes() == nil {
			return c.Raise(object.TypeError, "expected str, bytes or os.PathLike object, not %s", object.TypeOf(a[0]).Name)
		}
		want, ok := c.FSEncode(a[0], "if_nametoindex", "oname")
		if !ok {
			return object.Nil
		}
		found := int64(0)
		if !interfaces(c, func(n int64, name string) bool {
			if name == want {
				found = n
			}
			return name == want
		}) {
			return object.Nil
		}
		if found == 0 {
			return c.RaiseArgs(object.OSError, object.NewStr("no interface with this name"))
		}
		return object.Int(found)
	}},
	{Sig: "if_indextoname(index, /)", Doc: "Returns the interface name corresponding to the interface index if_index.", Fn: func(c *ctx, a []value) value {
		want, ok := c.Long(a[0])
		switch {
		case !ok:
			return object.Nil
		case want < 0:
			return c.Raise(object.ValueError, "Cannot convert negative int")
		case want > 1<<32-1:
			return c.Raise(object.OverflowError, "Python int too large for C unsigned int")
		}
		found := ""
		if !interfaces(c, func(n int64, name string) bool {
			if n == want {
				found = name
			}
			return n == want
		}) {
			return object.Nil
		}
		if found == "" {
			return c.RaiseOS(int64(world.ENXIO), world.ENXIO.Text())
		}
		return object.FSDecode(found)
	}},
}

func textArg(c *ctx, v value, bad string) (string, bool) {
	if v.AsStr() == nil {
		c.Raise(object.TypeError, bad, object.TypeOf(v).Name)
		return "", false
	}
	return v.AsStr().String(), true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func interfaces(c *ctx, do func(n int64, name string) bool) bool {
	r := c.Query(world.Interfaces())
	if !r.OK() {
		fail(c, &r)
		return false
	}
	for _, line := range r.List {
		number, name, _ := strings.Cut(line, " ")
		n, _ := strconv.ParseInt(number, 10, 64)
		if do(n, name) {
			break
		}
	}
	return true
}

func getAddressInfo(c *ctx, a []value) value {
	var host string
	var ok bool
	if !a[0].IsNone() {
		if a[0].AsStr() == nil && a[0].AsBytes() == nil {
			return c.Raise(object.TypeError, "getaddrinfo() argument 1 must be string or None")
		}
		if host, ok = hostArg(c, a[0]); !ok {
			return object.Nil
		}
	}
	port := ""
	switch {
	case a[1].IsNone():
	case a[1].AsStr() != nil:
		b := c.Encode(a[1].AsStr(), "utf-8", "strict")
		if b.IsNil() {
			return b
		}
		port = b.AsBytes().S
	case a[1].AsBytes() != nil:
		port = a[1].AsBytes().S
	case a[1].IsAnyInt():
		n, ok := a[1].AsInt()
		if !ok {
			return c.Raise(object.OverflowError, "Python int too large to convert to C long")
		}
		port = strconv.FormatInt(n, 10)
	default:
		return c.Raise(object.OSError, "Int or String expected")
	}
	if strings.IndexByte(port, 0) >= 0 {
		return c.Raise(object.ValueError, "embedded null character")
	}
	var n [4]int
	for i := range n {
		if n[i], ok = intArg(c, a[2+i], 0); !ok {
			return object.Nil
		}
	}
	if host == "" && !a[0].IsNone() {
		return noAddress(c, -2)
	}
	if host == "" && port == "" && a[1].IsNone() {
		return noAddress(c, -2)
	}
	if strings.IndexByte(host, '\n') >= 0 {
		return noAddress(c, -2)
	}
	r := c.Query(world.LookUp(host, port, n[0], n[1], n[2], n[3]))
	switch {
	case !r.OK():
		return fail(c, &r)
	case r.N != 0:
		return noAddress(c, r.N)
	}
	var out []value
	for _, text := range r.List {
		f := world.ParseFound(text)
		out = append(out, object.TupleOf(object.Int(int64(f.Address.Family)), object.Int(int64(f.Type)), object.Int(int64(f.Protocol)), object.NewStr(f.Canonical),
			shownAddress(f.Address)))
	}
	return c.NewList(out)
}

// The flags of getnameinfo.
const (
	numericHost  = 1
	numericPort  = 2
	nameRequired = 8
	datagram     = 16
)

func getNameInfo(c *ctx, a []value) value {
	t := a[0].AsTuple()
	if t == nil {
		return c.Raise(object.TypeError, "getnameinfo() argument 1 must be tuple, not %s", object.TypeOf(a[0]).Name)
	}
	flags, ok := intArg(c, a[1], 0)
	if !ok {
		return object.Nil
	}
	if len(t.Items) < 2 || len(t.Items) > 4 || t.Items[0].AsStr() == nil {
		return c.Raise(object.TypeError, "getnameinfo(): illegal sockaddr argument")
	}
	host := t.Items[0].AsStr().String()
	port, ok := intArg(c, t.Items[1], 0)
	if !ok {
		return object.Nil
	}
	if len(t.Items) > 2 {
		if flow, ok := c.Long(t.Items[2]); !ok {
			return object.Nil
		} else if flow < 0 || flow > 0xfffff {
			return c.Raise(object.OverflowError, "getnameinfo(): flowinfo must be 0-1048575.")
		}
	}
	r := c.Query(world.LookUp(host, strconv.Itoa(port&0xffff), 0, world.SocketDatagram, 0, 4))
	switch {
	case !r.OK():
		return fail(c, &r)
	case r.N != 0:
		return noAddress(c, r.N)
	case len(r.List) > 1:
		return c.RaiseArgs(object.OSError, object.NewStr("sockaddr resolved to multiple addresses"))
	}
	found := world.ParseFound(r.List[0]).Address
	if found.Family == world.FamilyInet && len(t.Items) != 2 {
		return c.RaiseArgs(object.OSError, object.NewStr("IPv4 sockaddr must be 2 tuple"))
	}
	name, service := found.Host, strconv.Itoa(port&0xffff)
	if flags&numericHost == 0 {
		names := c.Query(world.NameOf(found.Host))
		switch {
		case len(names.List) > 0:
			name = names.List[0]
		case flags&nameRequired != 0:
			return noAddress(c, -2)
		}
	}
	if flags&numericPort == 0 {
		proto := "tcp"
		if flags&datagram != 0 {
			proto = "udp"
		}
		for _, s := range services(c) {
			if s.port == port && s.proto == proto {
				service = s.name
				break
			}
		}
	}
	return object.TupleOf(object.NewStr(name), object.NewStr(service))
}

// hostEntry is (name, aliases, addresses).
func hostEntry(c *ctx, host, name string, aliases []string, family int) value {
	r := c.Query(world.LookUp(host, "", family, world.SocketStream, 0, 0))
	switch {
	case !r.OK():
		return fail(c, &r)
	case r.N != 0:
		return noAddress(c, r.N)
	}
	var known, addresses []value
	for _, x := range aliases {
		known = append(known, object.NewStr(x))
	}
	for _, text := range r.List {
		addresses = append(addresses, object.NewStr(world.ParseFound(text).Address.Host))
	}
	return object.TupleOf(object.NewStr(name), c.NewList(known), c.NewList(addresses))
}

type service struct {
	name    string
	port    int
	proto   string
	aliases []string
}

// services are those that the system's file names, or the best known ones.
func services(c *ctx) []service {
	text := ""
	if r := c.Query(world.Open("/etc/services", world.OpenReadOnly, 0)); r.OK() {
		fd := int(r.N)
		for {
			part := c.Query(world.Read(fd, 1<<16, world.AtCursor))
			if len(part.Data) == 0 {
				break
			}
			text += string(part.Data)
		}
		c.Query(world.Close(fd))
	}
	var out []service
	for _, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		number, proto, _ := strings.Cut(f[1], "/")
		if n, err := strconv.Atoi(number); err == nil {
			out = append(out, service{f[0], n, proto, f[2:]})
		}
	}
	if out == nil {
		return wellKnown[:]
	}
	return out
}

var wellKnown = [...]service{{"echo", 7, "tcp", nil}, {"echo", 7, "udp", nil}, {"daytime", 13, "tcp", nil}, {"ftp", 21, "tcp", nil}, {"ssh", 22, "tcp", nil},
	{"telnet", 23, "tcp", nil}, {"smtp", 25, "tcp", []string{"mail"}}, {"domain", 53, "tcp", nil}, {"domain", 53, "udp", nil}, {"http", 80, "tcp", []string{"www"}},
	{"pop3", 110, "tcp", nil}, {"ntp", 123, "udp", nil}, {"imap2", 143, "tcp", []string{"imap"}}, {"snmp", 161, "udp", nil}, {"https", 443, "tcp", nil},
	{"https", 443, "udp", nil}, {"submission", 587, "tcp", nil}, {"imaps", 993, "tcp", nil}, {"pop3s", 995, "tcp", nil}}

var protocols = [...]struct {
	name   string
	number int64
}{{"ip", 0}, {"icmp", 1}, {"igmp", 2}, {"ipencap", 4}, {"tcp", 6}, {"egp", 8}, {"udp", 17}, {"ipv6", 41}, {"gre", 47}, {"esp", 50}, {"ah", 51},
	{"ipv6-icmp", 58}, {"ospf", 89}, {"sctp", 132}, {"udplite", 136}}
