package world

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// secureEngine holds the TLS connections of a program.
type secureEngine struct {
	connections map[int]*secureConnection
	last        int
	sessions    tls.ClientSessionCache
}

// secureConnection is a TLS connection over bytes in memory. What may have to
// wait for the peer runs in a goroutine of its own, but never while the
// machine does: it hands over at each event.
type secureConnection struct {
	engine *secureEngine
	config *SecureConfig
	tls    *tls.Conn
	in     []byte
	out    []byte
	ended  bool // the peer's bytes are over
	shaken bool // the handshake is done
	busy   bool // the goroutine waits in the middle of a step
	event  chan secureEvent
	resume chan struct{}

	plain  []byte // read and not taken
	fault  error  // that reading ended with
	chains [][]*x509.Certificate
	answer *tls.Config // of the server name question
	refuse int
}

type secureEvent struct {
	status int // SecureDone, SecureWants, SecureName
	name   string
	err    error
}

func (s *System) askSecure(q *Question) Answer {
	if s.secure == nil {
		s.secure = &secureEngine{connections: map[int]*secureConnection{}, sessions: tls.NewLRUClientSessionCache(64)}
	}
	e := s.secure
	if q.N == SecureBegin {
		return e.begin(parseSecureConfig(q.Data))
	}
	c := e.connections[q.Fd]
	if c == nil {
		return Fail(EBADF)
	}
	var ev secureEvent
	a := Answer{}
	switch q.N {
	case SecureRead, SecureWrite, SecureShutdown, SecureDescribe:
		if !c.shaken {
			return Fail(ENOTCONN)
		}
	}
	switch q.N {
	case SecureHandshake:
		if !c.shaken {
			ev = c.step(func() error { return c.tls.Handshake() })
			c.shaken = ev.status == SecureDone && ev.err == nil
		}
	case SecureNamed:
		c.refuse, c.answer = int(q.M), nil
		if len(q.Data) > 0 {
			config := parseSecureConfig(q.Data)
			answer, err := config.settings(c)
			if err != nil {
				return secureFailure(c, err)
			}
			c.answer = answer
		}
		ev = c.goOn()
		c.shaken = ev.status == SecureDone && ev.err == nil
	case SecureRead:
		if len(c.plain) == 0 && c.fault == nil {
			ev = c.step(func() error {
				b := make([]byte, 16<<10)
				n, err := c.tls.Read(b)
				c.plain, c.fault = b[:n], err
				return nil
			})
		}
		n := min(int(q.M), len(c.plain))
		a.Data, c.plain = c.plain[:n:n], c.plain[n:]
		switch {
		case n > 0:
			ev = secureEvent{}
		case errors.Is(c.fault, io.EOF) && q.M > 0:
			ev.status = SecureEnd
		case c.fault != nil && q.M > 0:
			ev.err = c.fault
		}
		a.M = int64(len(c.plain))
	case SecureWrite:
		n, err := c.tls.Write(q.Data)
		a.M, ev.err = int64(n), err
	case SecureShutdown:
		ev.err = c.tls.CloseWrite()
	case SecureFeed:
		if len(q.Data) == 0 {
			c.ended = true
		}
		c.in = append(c.in, q.Data...)
	case SecureFree:
		delete(e.connections, q.Fd)
		if c.busy {
			c.ended, c.in = true, nil
			c.goOn()
		}
		return Answer{}
	case SecureDescribe:
		return c.describe()
	}
	if ev.err != nil {
		return secureFailure(c, ev.err)
	}
	a.N = int64(ev.status)
	if ev.status == SecureName {
		a.List = []string{ev.name}
	}
	a.Text, c.out = string(c.out), nil
	return a
}

func (e *secureEngine) begin(config *SecureConfig) Answer {
	c := &secureConnection{engine: e, config: config, event: make(chan secureEvent), resume: make(chan struct{})}
	settings, err := config.settings(c)
	if err != nil {
		return secureFailure(c, err)
	}
	if config.Server {
		c.tls = tls.Server(c, settings)
	} else {
		c.tls = tls.Client(c, settings)
	}
	e.last++
	e.connections[e.last] = c
	return Answer{N: int64(e.last)}
}

// step begins what may have to wait for the peer, or goes on with it.
func (c *secureConnection) step(do func() error) secureEvent {
	if c.busy {
		return c.goOn()
	}
	c.busy = true
	go func() { c.event <- secureEvent{err: do()} }()
	return c.wait()
}

func (c *secureConnection) goOn() secureEvent {
	c.resume <- struct{}{}
	return c.wait()
}

func (c *secureConnection) wait() secureEvent {
	ev := <-c.event
	if ev.status == SecureDone {
		c.busy = false
	}
	return ev
}

// Read gives TLS what came from the peer; while there is nothing the machine goes on.
func (c *secureConnection) Read(b []byte) (int, error) {
	for len(c.in) == 0 {
		if c.ended {
			return 0, io.EOF
		}
		c.event <- secureEvent{status: SecureWants}
		<-c.resume
	}
	n := copy(b, c.in)
	c.in = c.in[n:]
	return n, nil
}

// Write keeps what is for the peer.
func (c *secureConnection) Write(b []byte) (int, error) {
	c.out = append(c.out, b...)
	return len(b), nil
}

// Close and the others are what a net.Conn has, too.
func (c *secureConnection) Close() error                       { return nil }
func (c *secureConnection) LocalAddr() net.Addr                { return &net.IPAddr{} }
func (c *secureConnection) RemoteAddr() net.Addr               { return &net.IPAddr{} }
func (c *secureConnection) SetDeadline(t time.Time) error      { return nil }
func (c *secureConnection) SetReadDeadline(t time.Time) error  { return nil }
func (c *secureConnection) SetWriteDeadline(t time.Time) error { return nil }

func (config *SecureConfig) settings(c *secureConnection) (*tls.Config, error) {
	t := &tls.Config{InsecureSkipVerify: true, ServerName: config.Name, NextProtos: config.Protocols, MinVersion: uint16(config.Least), MaxVersion: uint16(config.Most),
		SessionTicketsDisabled: config.NoTickets}
	for _, n := range config.CipherSuites {
		t.CipherSuites = append(t.CipherSuites, uint16(n))
	}
	if t.MinVersion == 0 {
		t.MinVersion = tls.VersionTLS10
	}
	if len(config.Chain) > 0 {
		key, err := x509.ParsePKCS8PrivateKey([]byte(config.Key))
		if err != nil {
			return nil, fmt.Errorf("private key: %w", err)
		}
		own := tls.Certificate{PrivateKey: key}
		for _, der := range config.Chain {
			own.Certificate = append(own.Certificate, []byte(der))
		}
		if config.Server {
			t.Certificates = []tls.Certificate{own}
		} else {
			t.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return &own, nil }
		}
	} else if config.Server { // only when it is needed is it missing
		t.GetCertificate = func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return nil, errNoSharedCipher }
	}
	if config.Server {
		t.ClientAuth = [...]tls.ClientAuthType{tls.NoClientCert, tls.RequestClientCert, tls.RequireAnyClientCert}[min(max(config.Verify, 0), 2)]
		if config.Names {
			t.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
				c.event <- secureEvent{status: SecureName, name: hello.ServerName}
				<-c.resume
				if c.refuse != 0 {
					return nil, tls.AlertError(c.refuse)
				}
				return c.answer, nil
			}
		}
	}
	if config.Verify > 0 || config.CheckName {
		t.VerifyConnection = func(state tls.ConnectionState) error { return c.verify(config, &state) }
	}
	return t, nil
}

var errNoSharedCipher = errors.New("no shared cipher")

// certificateFault is a fault of the peer's certificate, with OpenSSL's number.
type certificateFault struct {
	number int
	text   string
}

func (f *certificateFault) Error() string { return f.text }

// verify checks the peer's certificate.
func (c *secureConnection) verify(config *SecureConfig, state *tls.ConnectionState) error {
	if len(state.PeerCertificates) == 0 {
		return nil
	}
	leaf := state.PeerCertificates[0]
	roots := x509.NewCertPool()
	if config.SystemRoots {
		if system, err := x509.SystemCertPool(); err == nil {
			roots = system
		}
	}
	for _, der := range config.Roots {
		if cert, err := x509.ParseCertificate([]byte(der)); err == nil {
			if config.Partial || cert.Equal(leaf) || string(cert.RawSubject) == string(cert.RawIssuer) {
				roots.AddCert(cert)
			}
		}
	}
	between := x509.NewCertPool()
	for _, cert := range state.PeerCertificates[1:] {
		between.AddCert(cert)
	}
	for _, der := range config.Roots {
		if cert, err := x509.ParseCertificate([]byte(der)); err == nil {
			between.AddCert(cert)
		}
	}
	chains, err := leaf.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
	if err != nil {
		return chainFault(err, state.PeerCertificates)
	}
	c.chains = chains
	if config.CheckName {
		return nameFault(leaf, config.Name)
	}
	return nil
}

func chainFault(err error, sent []*x509.Certificate) error {
	leaf := sent[0]
	selfSigned := func(cert *x509.Certificate) bool { return string(cert.RawSubject) == string(cert.RawIssuer) }
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired && time.Now().Before(invalid.Cert.NotBefore):
		return &certificateFault{9, "certificate is not yet valid"}
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return &certificateFault{10, "certificate has expired"}
	case selfSigned(leaf):
		return &certificateFault{18, "self-signed certificate"}
	case len(sent) > 1 && selfSigned(sent[len(sent)-1]):
		return &certificateFault{19, "self-signed certificate in certificate chain"}
	}
	return &certificateFault{20, "unable to get local issuer certificate"}
}

func nameFault(leaf *x509.Certificate, name string) error {
	if net.ParseIP(name) != nil {
		if leaf.VerifyHostname(name) != nil {
			return &certificateFault{64, "IP address mismatch, certificate is not valid for '" + name + "'."}
		}
		return nil
	}
	if leaf.VerifyHostname(name) == nil {
		return nil
	}
	if len(leaf.DNSNames) == 0 && len(leaf.IPAddresses) == 0 && strings.EqualFold(leaf.Subject.CommonName, name) {
		return nil
	}
	return &certificateFault{62, "Hostname mismatch, certificate is not valid for '" + name + "'."}
}

// secureFailure is the answer to a step that failed. What is to be sent tells the peer.
func secureFailure(c *secureConnection, err error) Answer {
	a := Answer{Errno: EPROTO, Text: string(c.out)}
	c.out = nil
	var fault *certificateFault
	var alert tls.AlertError
	var record tls.RecordHeaderError
	text := err.Error()
	switch {
	case errors.As(err, &fault):
		a.List = []string{"CERTIFICATE_VERIFY_FAILED", fault.text, strconv.Itoa(fault.number)}
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		a.List = []string{"EOF"}
	case errors.As(err, &record):
		reason := "WRONG_VERSION_NUMBER"
		if strings.HasPrefix(string(record.RecordHeader[:]), "GET ") || strings.HasPrefix(string(record.RecordHeader[:]), "POST") {
			reason = "HTTP_REQUEST"
		}
		a.List = []string{reason, strings.ReplaceAll(strings.ToLower(reason), "_", " ")}
	case strings.Contains(text, "remote error: tls: "):
		_, name, _ := strings.Cut(text, "remote error: tls: ")
		a.List = alertReason(name)
	case errors.As(err, &alert):
		a.List = []string{"CALLBACK_FAILED", "callback failed"}
	case errors.Is(err, errNoSharedCipher) || strings.Contains(text, "no cipher suite supported"):
		a.List = []string{"NO_SHARED_CIPHER", "no shared cipher"}
	case strings.Contains(text, "didn't provide a certificate"):
		a.List = []string{"PEER_DID_NOT_RETURN_A_CERTIFICATE", "peer did not return a certificate"}
	case strings.Contains(text, "protocol version") || strings.Contains(text, "unsupported versions"):
		a.List = []string{"UNSUPPORTED_PROTOCOL", "unsupported protocol"}
	case strings.Contains(text, "application protocol"):
		a.List = []string{"NO_APPLICATION_PROTOCOL", "no application protocol"}
	default:
		a.List = []string{"SSL_ERROR", strings.TrimPrefix(text, "tls: ")}
	}
	return a
}

// alertReason names an alert of the peer as OpenSSL does.
func alertReason(name string) []string {
	version := "TLSV1_ALERT_"
	switch name {
	case "bad certificate":
		return []string{"SSLV3_ALERT_BAD_CERTIFICATE", "ssl/tls alert bad certificate"}
	case "handshake failure":
		return []string{"SSLV3_ALERT_HANDSHAKE_FAILURE", "ssl/tls alert handshake failure"}
	case "unknown certificate authority":
		return []string{"TLSV1_ALERT_UNKNOWN_CA", "tlsv1 alert unknown ca"}
	case "certificate required":
		return []string{"TLSV13_ALERT_CERTIFICATE_REQUIRED", "tlsv13 alert certificate required"}
	case "unrecognized name":
		return []string{"TLSV1_UNRECOGNIZED_NAME", "tlsv1 unrecognized name"}
	case "protocol version not supported":
		name = "protocol version"
	}
	return []string{version + strings.ToUpper(strings.ReplaceAll(name, " ", "_")), "tlsv1 alert " + name}
}

func (c *secureConnection) describe() Answer {
	state := c.tls.ConnectionState()
	a := Answer{List: []string{"", "", "", ""}}
	if state.HandshakeComplete {
		a.List[0] = strings.ReplaceAll(tls.VersionName(state.Version), "TLS ", "TLSv")
		a.List[1] = tls.CipherSuiteName(state.CipherSuite)
		a.List[2] = state.NegotiatedProtocol
	}
	if state.DidResume {
		a.List[3] = "resumed"
	}
	for _, cert := range state.PeerCertificates {
		a.List = append(a.List, string(cert.Raw))
	}
	a.List = append(a.List, "")
	if len(c.chains) > 0 {
		for _, cert := range c.chains[0] {
			a.List = append(a.List, string(cert.Raw))
		}
	}
	return a
}
