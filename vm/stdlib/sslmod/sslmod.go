// Package sslmod is what the module _ssl, which is written in Python beside this file, asks of Go: certificates and keys
// are read here, connections are the World's.
package sslmod

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	_ "embed"
	"encoding/pem"

	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// Source is the module in Python. It is compiled when it is imported.
//
//go:embed ssl.py
var Source string

// Names are the functions and numbers that the module starts with.
func Names(c *ctx) map[string]value {
	names := map[string]value{}
	for i := range natives {
		d := &natives[i]
		name := d.Sig
		for j := range name {
			if name[j] == '(' {
				name = name[:j]
				break
			}
		}
		names[name] = c.Func("", d)
	}
	for _, k := range constants {
		names[k.name] = object.Int(k.value)
	}
	return names
}

func text(v value) string {
	switch {
	case v.AsBytes() != nil:
		return v.AsBytes().S
	case v.AsStr() != nil:
		return v.AsStr().String()
	}
	return ""
}

func number(v value) int {
	n, _ := v.AsInt()
	return int(n)
}

func texts(v value) (out []string) {
	for _, x := range object.Items(v) {
		out = append(out, text(x))
	}
	return out
}

func list(items []string) value {
	out := make([]value, len(items))
	for i, s := range items {
		out[i] = object.NewBytes(s)
	}
	return object.NewTuple(out)
}

var natives = []object.Def{
	// _secure(connection, step, m, data) is (status, data, what to send, list, left); status -1 is a failure.
	{Sig: "_secure(connection, step, m, data, /)", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.Secure(number(a[0]), number(a[1]), number(a[2]), []byte(text(a[3]))))
		if !r.OK() && r.Errno != world.EPROTO {
			return c.RaiseOS(int64(r.Errno), r.Reason())
		}
		status := r.N
		if !r.OK() {
			status = -1
		}
		return object.TupleOf(object.Int(status), object.NewBytes(string(r.Data)), object.NewBytes(r.Text), list(r.List), object.Int(r.M))
	}},
	{Sig: "_config(server, name, verify, check_name, system_roots, roots, chain, key, protocols, least, most, names, partial, no_tickets, /)", Fn: func(c *ctx, a []value) value {
		config := world.SecureConfig{Server: a[0].IsTrue(), Name: text(a[1]), Verify: number(a[2]), CheckName: a[3].IsTrue(), SystemRoots: a[4].IsTrue(), Roots: texts(a[5]),
			Chain: texts(a[6]), Key: text(a[7]), Protocols: texts(a[8]), Least: number(a[9]), Most: number(a[10]), Names: a[11].IsTrue(), Partial: a[12].IsTrue(),
			NoTickets: a[13].IsTrue()}
		return object.NewBytes(string(config.Encode()))
	}},
	{Sig: "_random(n, /)", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.Random(number(a[0])))
		if !r.OK() {
			return c.RaiseOS(int64(r.Errno), r.Reason())
		}
		return object.NewBytes(string(r.Data))
	}},
	// _pem(text) is the blocks: (type, encrypted, bytes) each.
	{Sig: "_pem(text, /)", Fn: func(c *ctx, a []value) value {
		rest := []byte(text(a[0]))
		var out []value
		for {
			var block *pem.Block
			if block, rest = pem.Decode(rest); block == nil {
				break
			}
			_, encrypted := block.Headers["DEK-Info"]
			out = append(out, object.TupleOf(object.NewStr(block.Type), object.Bool(encrypted), object.NewBytes(string(block.Bytes))))
		}
		return c.NewList(out)
	}},
	// _key(der) is the key as PKCS 8, or None if it is none.
	{Sig: "_key(der, /)", Fn: func(c *ctx, a []value) value {
		key := parseKey([]byte(text(a[0])))
		if key == nil {
			return object.None
		}
		der, err := x509.MarshalPKCS8PrivateKey(key)
		if err != nil {
			return object.None
		}
		return object.NewBytes(string(der))
	}},
	// _decrypted(der, password) is the key in a PKCS 8 that is encrypted, or None.
	{Sig: "_decrypted(der, password, /)", Fn: func(c *ctx, a []value) value {
		der, ok := decryptKey([]byte(text(a[0])), []byte(text(a[1])))
		if !ok {
			return object.None
		}
		return object.NewBytes(string(der))
	}},
	{Sig: "_fits(certificate, key, /)", Fn: func(c *ctx, a []value) value {
		cert, err := x509.ParseCertificate([]byte(text(a[0])))
		if err != nil {
			return object.False
		}
		key, ok := parseKey([]byte(text(a[1]))).(interface{ Public() crypto.PublicKey })
		if !ok {
			return object.False
		}
		switch have := cert.PublicKey.(type) {
		case *rsa.PublicKey:
			return object.Bool(have.Equal(key.Public()))
		case *ecdsa.PublicKey:
			return object.Bool(have.Equal(key.Public()))
		case interface{ Equal(crypto.PublicKey) bool }:
			return object.Bool(have.Equal(key.Public()))
		}
		return object.False
	}},
	{Sig: "_certificate(der, /)", Fn: certificate},
}

func parseKey(der []byte) any {
	if key, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		return key
	}
	if key, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return key
	}
	if key, err := x509.ParseECPrivateKey(der); err == nil {
		return key
	}
	return nil
}
