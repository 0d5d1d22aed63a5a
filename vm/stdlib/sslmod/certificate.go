package sslmod

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"strings"
	"time"

	"slp/vm/object"
	"slp/vm/world"
)

// attributes are the names of parts of a distinguished name, by their identifiers.
var attributes = map[string]string{"2.5.4.3": "commonName", "2.5.4.4": "surname", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName", "2.5.4.7": "localityName",
	"2.5.4.8": "stateOrProvinceName", "2.5.4.9": "streetAddress", "2.5.4.10": "organizationName", "2.5.4.11": "organizationalUnitName", "2.5.4.12": "title",
	"2.5.4.13": "description", "2.5.4.15": "businessCategory", "2.5.4.17": "postalCode", "2.5.4.42": "givenName", "2.5.4.43": "initials", "2.5.4.46": "dnQualifier",
	"1.2.840.113549.1.9.1": "emailAddress", "0.9.2342.19200300.100.1.25": "domainComponent", "0.9.2342.19200300.100.1.1": "userId",
	"1.3.6.1.4.1.311.60.2.1.1": "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionCountryName"}

// distinguished is a name as a tuple of tuples of pairs.
func distinguished(raw []byte) value {
	var name pkix.RDNSequence
	if _, err := asn1.Unmarshal(raw, &name); err != nil {
		return object.NewTuple(nil)
	}
	var out []value
	for _, set := range name {
		var pairs []value
		for _, p := range set {
			key := p.Type.String()
			if long := attributes[key]; long != "" {
				key = long
			}
			pairs = append(pairs, object.TupleOf(object.NewStr(key), object.NewStr(fmt.Sprint(p.Value))))
		}
		out = append(out, object.NewTuple(pairs))
	}
	return object.NewTuple(out)
}

func moment(t time.Time) value {
	return object.NewStr(t.UTC().Format("Jan _2 15:04:05 2006 GMT"))
}

// certificate is what getpeercert() tells, or None if it cannot be read; with "is CA" under the key "ca".
func certificate(c *ctx, a []value) value {
	cert, err := x509.ParseCertificate([]byte(text(a[0])))
	if err != nil {
		return object.None
	}
	d := c.NewDict()
	d.SetStr(c, "subject", distinguished(cert.RawSubject))
	d.SetStr(c, "issuer", distinguished(cert.RawIssuer))
	d.SetStr(c, "version", object.Int(int64(cert.Version)))
	serial := strings.ToUpper(cert.SerialNumber.Text(16))
	if len(serial)%2 == 1 {
		serial = "0" + serial
	}
	d.SetStr(c, "serialNumber", object.NewStr(serial))
	d.SetStr(c, "notBefore", moment(cert.NotBefore))
	d.SetStr(c, "notAfter", moment(cert.NotAfter))
	if names := alternatives(cert); len(names) > 0 {
		d.SetStr(c, "subjectAltName", object.NewTuple(names))
	}
	for _, l := range [...]struct {
		key  string
		list []string
	}{{"OCSP", cert.OCSPServer}, {"caIssuers", cert.IssuingCertificateURL}, {"crlDistributionPoints", cert.CRLDistributionPoints}} {
		if len(l.list) == 0 {
			continue
		}
		var out []value
		for _, s := range l.list {
			out = append(out, object.NewStr(s))
		}
		d.SetStr(c, l.key, object.NewTuple(out))
	}
	ca := cert.IsCA || cert.Version < 3 && string(cert.RawSubject) == string(cert.RawIssuer)
	return object.TupleOf(d.V(), object.Bool(ca))
}

// alternatives are the subject's other names, in the order in which the certificate has them.
func alternatives(cert *x509.Certificate) (out []value) {
	add := func(kind string, v value) { out = append(out, object.TupleOf(object.NewStr(kind), v)) }
	for _, e := range cert.Extensions {
		if e.Id.String() != "2.5.29.17" {
			continue
		}
		var seq asn1.RawValue
		if _, err := asn1.Unmarshal(e.Value, &seq); err != nil {
			return nil
		}
		for rest := seq.Bytes; len(rest) > 0; {
			var v asn1.RawValue
			var err error
			if rest, err = asn1.Unmarshal(rest, &v); err != nil {
				return out
			}
			switch v.Tag {
			case 0:
				add("othername", object.NewStr("<unsupported>"))
			case 1:
				add("email", object.NewStr(string(v.Bytes)))
			case 2:
				add("DNS", object.NewStr(string(v.Bytes)))
			case 4:
				add("DirName", distinguished(v.Bytes))
			case 6:
				add("URI", object.NewStr(string(v.Bytes)))
			case 7:
				switch len(v.Bytes) {
				case 4:
					add("IP Address", object.NewStr(world.FormatIP4([4]byte(v.Bytes))))
				case 16:
					var groups []string
					for i := 0; i < 16; i += 2 {
						groups = append(groups, fmt.Sprintf("%X", uint16(v.Bytes[i])<<8|uint16(v.Bytes[i+1])))
					}
					add("IP Address", object.NewStr(strings.Join(groups, ":")))
				}
			case 8:
				var id asn1.ObjectIdentifier
				if _, err := asn1.UnmarshalWithParams(v.FullBytes, &id, "tag:8"); err == nil {
					add("Registered ID", object.NewStr(id.String()))
				}
			}
		}
	}
	return out
}
