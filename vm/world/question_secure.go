package world

import "encoding/binary"

// TLS connections live in the world, as their keys and their chance do: the
// machine knows a connection by a number, and carries the bytes to and from
// the peer itself.

// The steps of a Secure question.
const (
	SecureBegin     = iota // Data: a SecureConfig; N of the answer: the connection
	SecureHandshake        // go on with the handshake
	SecureRead             // read up to M bytes; Data of the answer
	SecureWrite            // write Data
	SecureShutdown         // say that nothing more is written
	SecureFeed             // Data came from the peer; none: there will be no more
	SecureFree             // the connection is not used any more
	SecureDescribe         // List: version, cipher, protocol, resumed, then the peer's certificates, "", the verified ones
	SecureNamed            // go on after the server name was told: Data is a SecureConfig or empty, M an alert or 0
)

// What a Secure answer says in N, beside what its step promises. Text is what
// has to go to the peer. A failure is Errno EPROTO; List then tells the reason
// and, for certificates, the number of the fault.
const (
	SecureDone  = 0
	SecureWants = 1 // more from the peer
	SecureEnd   = 2 // the peer says that it writes no more
	SecureName  = 3 // the client asks for the server name that List has
)

// Secure takes a step of a TLS connection.
func Secure(connection, step, m int, data []byte) Question {
	return Question{Kind: KindSecure, Fd: connection, N: int64(step), M: int64(m), Data: data}
}

// SecureConfig says how a TLS connection is made.
type SecureConfig struct {
	Server       bool
	Name         string // of the server
	Verify       int    // 0 no certificate is asked for, 1 it may be missing, 2 it must be there
	CheckName    bool
	SystemRoots  bool
	Roots        []string // certificates that are trusted, DER
	Chain        []string // of one's own, DER
	Key          string   // PKCS 8, DER
	Protocols    []string // ALPN
	Least, Most  int      // TLS versions, 0: no limit
	Names        bool     // the server is asked about server names
	Partial      bool     // a certificate in between may be trusted
	NoTickets    bool
	CipherSuites []int
}

// Encode writes the configuration as a question carries it.
func (c *SecureConfig) Encode() []byte {
	flags := uint64(0)
	for i, set := range [...]bool{c.Server, c.CheckName, c.SystemRoots, c.Names, c.Partial, c.NoTickets} {
		if set {
			flags |= 1 << i
		}
	}
	b := binary.AppendUvarint(nil, flags)
	b = appendString(b, c.Name)
	for _, n := range [...]int{c.Verify, c.Least, c.Most} {
		b = binary.AppendVarint(b, int64(n))
	}
	b = appendString(b, c.Key)
	for _, l := range [...][]string{c.Roots, c.Chain, c.Protocols} {
		b = appendString(b, joinStrings(l))
	}
	b = binary.AppendUvarint(b, uint64(len(c.CipherSuites)))
	for _, n := range c.CipherSuites {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func parseSecureConfig(data []byte) *SecureConfig {
	d := decoder{b: data}
	c := &SecureConfig{}
	flags := d.uvarint()
	for i, to := range [...]*bool{&c.Server, &c.CheckName, &c.SystemRoots, &c.Names, &c.Partial, &c.NoTickets} {
		*to = flags>>i&1 != 0
	}
	c.Name = d.string()
	for _, to := range [...]*int{&c.Verify, &c.Least, &c.Most} {
		*to = int(d.varint())
	}
	c.Key = d.string()
	for _, to := range [...]*[]string{&c.Roots, &c.Chain, &c.Protocols} {
		*to = splitStrings(d.string())
	}
	for n := d.uvarint(); n > 0 && d.err == nil; n-- {
		c.CipherSuites = append(c.CipherSuites, int(d.uvarint()))
	}
	return c
}
