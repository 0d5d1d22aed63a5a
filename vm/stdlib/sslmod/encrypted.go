package sslmod

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509/pkix"
	"encoding/asn1"
	"hash"
)

// encryptedKey is a PKCS 8 key under a password.
type encryptedKey struct {
	Algorithm pkix.AlgorithmIdentifier
	Data      []byte
}

type passwordScheme struct{ Derivation, Cipher pkix.AlgorithmIdentifier }

type derivation struct {
	Salt   []byte
	Rounds int
	Length int                      `asn1:"optional"`
	Hash   pkix.AlgorithmIdentifier `asn1:"optional"`
}

// decryptKey takes the key out of an encrypted PKCS 8, if the password is right.
func decryptKey(der, password []byte) ([]byte, bool) {
	var key encryptedKey
	var scheme passwordScheme
	var how derivation
	var iv []byte
	if _, err := asn1.Unmarshal(der, &key); err != nil || key.Algorithm.Algorithm.String() != "1.2.840.113549.1.5.13" {
		return nil, false
	}
	if _, err := asn1.Unmarshal(key.Algorithm.Parameters.FullBytes, &scheme); err != nil {
		return nil, false
	}
	if _, err := asn1.Unmarshal(scheme.Derivation.Parameters.FullBytes, &how); err != nil {
		return nil, false
	}
	if _, err := asn1.Unmarshal(scheme.Cipher.Parameters.FullBytes, &iv); err != nil {
		return nil, false
	}
	hashes := map[string]func() hash.Hash{"1.2.840.113549.2.9": sha256.New, "1.2.840.113549.2.10": sha512.New384, "1.2.840.113549.2.11": sha512.New}
	h := hashes[how.Hash.Algorithm.String()]
	if h == nil {
		h = sha1.New
	}
	size, block := 0, aes.NewCipher
	switch scheme.Cipher.Algorithm.String() {
	case "2.16.840.1.101.3.4.1.2":
		size = 16
	case "2.16.840.1.101.3.4.1.22":
		size = 24
	case "2.16.840.1.101.3.4.1.42":
		size = 32
	case "1.2.840.113549.3.7":
		size, block = 24, des.NewTripleDESCipher
	}
	const most = 10_000_000
	if size == 0 || how.Rounds < 1 || how.Rounds > most {
		return nil, false
	}
	secret, err := pbkdf2.Key(h, string(password), how.Salt, how.Rounds, size)
	if err != nil {
		return nil, false
	}
	b, err := block(secret)
	if err != nil || len(iv) != b.BlockSize() || len(key.Data) == 0 || len(key.Data)%b.BlockSize() != 0 {
		return nil, false
	}
	out := make([]byte, len(key.Data))
	cipher.NewCBCDecrypter(b, iv).CryptBlocks(out, key.Data)
	pad := int(out[len(out)-1])
	if pad == 0 || pad > b.BlockSize() || !bytes.Equal(out[len(out)-pad:], bytes.Repeat([]byte{byte(pad)}, pad)) {
		return nil, false
	}
	return out[:len(out)-pad], true
}
