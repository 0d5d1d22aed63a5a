package world

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// The errors of LookUp, with Linux's numbers.
const (
	lookUpBadFlags    = -1
	lookUpNoName      = -2
	lookUpAgain       = -3
	lookUpFamily      = -6
	lookUpService     = -8
	lookUpPassive     = 1
	lookUpCanonical   = 2
	lookUpNumericHost = 4
	lookUpNumericPort = 0x400
	lookUpTimeout     = 30 * time.Second
)

// lookUp implements the LookUp question as the C library's getaddrinfo does it.
func lookUp(q *Question) Answer {
	family, kind, protocol, flags := int(q.N>>32), int(int32(q.N)), int(q.M), q.Fd
	no := func(n int64) Answer { return Answer{N: n} }
	if family != 0 && family != FamilyInet && family != FamilyInet6 {
		return no(lookUpFamily)
	}
	if q.Path == "" && q.Other == "" {
		return no(lookUpNoName)
	}
	types := lookUpTypes(kind, protocol)
	if len(types) == 0 {
		return no(lookUpService)
	}
	ports := make([]int, len(types))
	if q.Other != "" {
		n := 0
		for i, t := range types {
			port, ok := lookUpPort(q.Other, t.network, flags)
			if ok {
				types[n], ports[n] = types[i], port
				n++
			}
		}
		if types, ports = types[:n], ports[:n]; n == 0 {
			return no(lookUpService)
		}
	}
	hosts, canonical, bad := lookUpHosts(q.Path, family, flags)
	if bad != 0 {
		return no(bad)
	}
	if flags&lookUpCanonical == 0 {
		canonical = ""
	}
	var a Answer
	for _, ip := range hosts {
		for i, t := range types {
			f := Found{Type: t.kind, Protocol: t.protocol, Address: Address{Family: FamilyInet, Host: ip.WithZone("").String(), Port: ports[i]}}
			if ip.Is6() {
				f.Address.Family = FamilyInet6
				f.Address.Scope = zoneNumber(ip.Zone())
			}
			f.Canonical, canonical = canonical, ""
			a.List = append(a.List, f.Text())
		}
	}
	return a
}

func zoneNumber(zone string) uint32 {
	if zone == "" {
		return 0
	}
	if n, err := strconv.ParseUint(zone, 10, 32); err == nil {
		return uint32(n)
	}
	if i, err := net.InterfaceByName(zone); err == nil {
		return uint32(i.Index)
	}
	return 0
}

type lookUpType struct {
	kind, protocol int
	network        string
}

// lookUpTypes are the types that fit what was asked, in the C library's order.
func lookUpTypes(kind, protocol int) (out []lookUpType) {
	kind &= socketTypeMask
	for _, t := range [...]lookUpType{{SocketStream, 6, "tcp"}, {SocketDatagram, 17, "udp"}, {SocketRaw, 0, "ip"}} {
		if (kind != 0 && kind != t.kind) || (t.kind != SocketRaw && protocol != 0 && protocol != t.protocol) {
			continue
		}
		if t.kind == SocketRaw {
			t.protocol = protocol
		}
		out = append(out, t)
	}
	return out
}

func lookUpPort(service, network string, flags int) (int, bool) {
	if n, err := strconv.ParseUint(strings.TrimSpace(service), 10, 32); err == nil {
		return int(n & 0xffff), true
	}
	if flags&lookUpNumericPort != 0 || network == "ip" {
		return 0, false
	}
	n, err := net.LookupPort(network, service)
	return n, err == nil
}

func lookUpHosts(host string, family, flags int) (hosts []netip.Addr, canonical string, bad int64) {
	want := func(ip netip.Addr) bool {
		return family == 0 || (family == FamilyInet) == ip.Is4()
	}
	if host == "" {
		for _, ip := range [...][2]string{{"::1", "::"}, {"127.0.0.1", "0.0.0.0"}} {
			text := ip[0]
			if flags&lookUpPassive != 0 {
				text = ip[1]
			}
			hosts = append(hosts, netip.MustParseAddr(text))
		}
		if flags&lookUpPassive != 0 {
			hosts[0], hosts[1] = hosts[1], hosts[0]
		}
		out := hosts[:0:0]
		for _, ip := range hosts {
			if want(ip) {
				out = append(out, ip)
			}
		}
		return out, "", 0
	}
	if ip, ok := numericHost(host); ok {
		if !want(ip) {
			return nil, "", -9
		}
		return []netip.Addr{ip}, host, 0
	}
	if flags&lookUpNumericHost != 0 {
		return nil, "", lookUpNoName
	}
	network := "ip"
	switch family {
	case FamilyInet:
		network = "ip4"
	case FamilyInet6:
		network = "ip6"
	}
	ctx, cancel := context.WithTimeout(context.Background(), lookUpTimeout)
	defer cancel()
	found, err := net.DefaultResolver.LookupNetIP(ctx, network, host)
	if err != nil {
		var why *net.DNSError
		if errors.As(err, &why) && !why.IsNotFound {
			return nil, "", lookUpAgain
		}
		return nil, "", lookUpNoName
	}
	for _, ip := range found {
		if ip = ip.Unmap(); want(ip) {
			hosts = append(hosts, ip)
		}
	}
	if len(hosts) == 0 {
		return nil, "", lookUpNoName
	}
	return hosts, host, 0
}

// numericHost reads an address as the C library does: 127.1, 0x7f000001 and 017700000001 are 127.0.0.1.
func numericHost(host string) (netip.Addr, bool) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip, true
	}
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var v uint64
	for i, p := range parts {
		if p == "" || p[0] == '+' || p[0] == '-' || strings.Contains(p, "_") {
			return netip.Addr{}, false
		}
		n, err := strconv.ParseUint(p, 0, 64)
		if err != nil {
			return netip.Addr{}, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return netip.Addr{}, false
			}
			v = v<<8 | n
			continue
		}
		free := uint(8 * (5 - len(parts)))
		if n >= 1<<free {
			return netip.Addr{}, false
		}
		v = v<<free | n
	}
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}), true
}

// nameOf implements the NameOf question.
func nameOf(host string) Answer {
	ctx, cancel := context.WithTimeout(context.Background(), lookUpTimeout)
	defer cancel()
	names, err := net.DefaultResolver.LookupAddr(ctx, host)
	if err != nil {
		return Answer{}
	}
	for i, n := range names {
		names[i] = strings.TrimSuffix(n, ".")
	}
	return Answer{List: names}
}

func interfaces() Answer {
	list, err := net.Interfaces()
	if err != nil {
		return failed(err)
	}
	var a Answer
	for _, i := range list {
		a.List = append(a.List, strconv.Itoa(i.Index)+" "+i.Name)
	}
	return a
}
