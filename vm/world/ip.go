package world

import (
	"strconv"
	"strings"
)

// ParseIP4 reads an address of four decimal numbers.
func ParseIP4(text string) (ip [4]byte, ok bool) {
	parts := strings.Split(text, ".")
	if len(parts) != 4 {
		return ip, false
	}
	for i, p := range parts {
		if p == "" || len(p) > 3 || (len(p) > 1 && p[0] == '0') {
			return ip, false
		}
		n := 0
		for _, c := range []byte(p) {
			if c < '0' || c > '9' {
				return ip, false
			}
			n = n*10 + int(c-'0')
		}
		if n > 255 {
			return ip, false
		}
		ip[i] = byte(n)
	}
	return ip, true
}

// FormatIP4 writes the four numbers.
func FormatIP4(ip [4]byte) string {
	return strconv.Itoa(int(ip[0])) + "." + strconv.Itoa(int(ip[1])) + "." + strconv.Itoa(int(ip[2])) + "." + strconv.Itoa(int(ip[3]))
}

// ParseIP6 reads an address of version 6, without a zone.
func ParseIP6(text string) (ip [16]byte, ok bool) {
	head, tail, gap := strings.Cut(text, "::")
	a, ok := parseGroups(head, !gap)
	if !ok {
		return ip, false
	}
	if !gap {
		if len(a) != 16 {
			return ip, false
		}
		copy(ip[:], a)
		return ip, true
	}
	b, ok := parseGroups(tail, true)
	if !ok || len(a)+len(b) > 14 {
		return ip, false
	}
	copy(ip[:], a)
	copy(ip[16-len(b):], b)
	return ip, true
}

// parseGroups reads groups of hexadecimal digits; the last one may be an address of version 4.
func parseGroups(text string, last bool) (out []byte, ok bool) {
	if text == "" {
		return nil, true
	}
	groups := strings.Split(text, ":")
	for i, g := range groups {
		if last && i == len(groups)-1 && strings.Contains(g, ".") {
			ip, ok := ParseIP4(g)
			if !ok {
				return nil, false
			}
			out = append(out, ip[:]...)
			continue
		}
		n, err := strconv.ParseUint(g, 16, 16)
		if err != nil || len(g) > 4 || g[0] == '+' {
			return nil, false
		}
		out = append(out, byte(n>>8), byte(n))
	}
	return out, len(out) <= 16
}

// FormatIP6 writes an address of version 6 in its shortest form.
func FormatIP6(ip [16]byte) string {
	var g [8]uint16
	for i := range g {
		g[i] = uint16(ip[2*i])<<8 | uint16(ip[2*i+1])
	}
	at, most := -1, 1
	for i := 0; i < 8; i++ {
		n := 0
		for i+n < 8 && g[i+n] == 0 {
			n++
		}
		if n > most {
			at, most = i, n
		}
		if n > 0 {
			i += n - 1
		}
	}
	v4 := at == 0 && (most == 6 || most == 5 && g[5] == 0xffff)
	var b strings.Builder
	for i := 0; i < 8; i++ {
		if i == at {
			b.WriteString("::")
			i += most - 1
			continue
		}
		if i > 0 && i != at+most {
			b.WriteByte(':')
		}
		if v4 && i == 6 {
			b.WriteString(FormatIP4([4]byte(ip[12:])))
			break
		}
		b.WriteString(strconv.FormatUint(uint64(g[i]), 16))
	}
	return b.String()
}
