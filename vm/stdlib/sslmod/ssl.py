# The module _ssl: contexts, connections and bytes in memory. Connections themselves are the world's.
import _socket, errno as _errno, io as _io, sys as _sys, weakref as _weakref

OPENSSL_VERSION = 'OpenSSL 3.5.0 (TLS of Go)'
OPENSSL_VERSION_INFO = _OPENSSL_API_VERSION = (3, 5, 0, 0, 0)
OPENSSL_VERSION_NUMBER = 0x30500000
HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_PSK = HAS_PHA = HAS_TLS_UNIQUE = False
_DEFAULT_CIPHERS = '@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM'

class SSLError(OSError):
    "An error occurred in the SSL implementation."
    __module__ = 'ssl'
    library = reason = None
    def __str__(self):
        return str(self.strerror) if self.strerror is not None else str(self.args[0] if len(self.args) == 1 else self.args)

class SSLZeroReturnError(SSLError):
    "SSL/TLS session closed cleanly."
    __module__ = 'ssl'

class SSLWantReadError(SSLError):
    "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed."
    __module__ = 'ssl'

class SSLWantWriteError(SSLError):
    "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed."
    __module__ = 'ssl'

class SSLSyscallError(SSLError):
    "System error when attempting SSL operation."
    __module__ = 'ssl'

class SSLEOFError(SSLError):
    "SSL/TLS connection terminated abruptly."
    __module__ = 'ssl'

class SSLCertVerificationError(SSLError, ValueError):
    "A certificate could not be verified."
    __module__ = 'ssl'

def _error(cls, number, text, reason=None, library='SSL'):
    e = cls(number, text)
    e.library, e.reason = library, reason
    return e

_BEGIN, _HANDSHAKE, _READ, _WRITE, _SHUTDOWN, _FEED, _FREE, _DESCRIBE, _NAMED = range(9)
_WANTS, _END, _NAME = 1, 2, 3

def _failure(facts, want_verify=True):
    facts = [f.decode('utf-8', 'replace') for f in facts]
    reason = facts[0]
    if reason == 'EOF':
        return _error(SSLEOFError, SSL_ERROR_EOF, '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol', 'UNEXPECTED_EOF_WHILE_READING')
    text = f'[SSL: {reason}] {facts[1]}'
    if reason == 'CERTIFICATE_VERIFY_FAILED':
        e = _error(SSLCertVerificationError, 1, f'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {facts[1]}', reason)
        e.verify_code = int(facts[2])
        e.verify_message = facts[1]
        return e
    return _error(SSLError, 1, text, reason)

# ---- chance and names

def RAND_bytes(n, /):
    "Generate n cryptographically strong pseudo-random bytes."
    if n < 0:
        raise ValueError('num must be positive')
    return _random(n)

def RAND_add(string, entropy, /):
    "Mix string into the OpenSSL PRNG state."

def RAND_status():
    "Returns True if the OpenSSL PRNG has been seeded with enough data and False if not."
    return True

_objects = ((129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1'), (130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2'),
            (13, 'CN', 'commonName', '2.5.4.3'), (14, 'C', 'countryName', '2.5.4.6'), (17, 'O', 'organizationName', '2.5.4.10'),
            (4, 'MD5', 'md5', '1.2.840.113549.2.5'), (64, 'SHA1', 'sha1', '1.3.14.3.2.26'), (672, 'SHA256', 'sha256', '2.16.840.1.101.3.4.2.1'))

def txt2obj(txt, name=False):
    "Lookup NID, short name, long name and OID of an ASN1_OBJECT."
    for o in _objects:
        if txt == o[3] or name and txt in o[1:3]:
            return o
    raise ValueError(f'unknown object {txt[:100]!r}')

def nid2obj(nid, /):
    "Lookup NID, short name, long name and OID of an ASN1_OBJECT by NID."
    if nid < 1:
        raise ValueError('NID must be positive.')
    for o in _objects:
        if o[0] == nid:
            return o
    raise ValueError(f'unknown NID {nid}')

def get_default_verify_paths():
    "Return search paths and environment vars that are used by SSLContext's set_default_verify_paths() to load default CAs."
    return ('SSL_CERT_FILE', '/etc/ssl/cert.pem', 'SSL_CERT_DIR', '/etc/ssl/certs')

def _test_decode_cert(path, /):
    with open(path, 'rb') as f:
        for kind, _, der in _pem(f.read()):
            if kind in ('CERTIFICATE', 'TRUSTED CERTIFICATE'):
                facts = _certificate(der)
                if facts is not None:
                    return facts[0]
    raise _error(SSLError, 1, 'Error decoding PEM-encoded file')

class Certificate:
    __module__ = '_ssl'
    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_ssl.Certificate' instances")
    def public_bytes(self, format=ENCODING_PEM):
        if format == ENCODING_DER:
            return self._der
        if format == ENCODING_PEM:
            return _to_pem(self._der)
        raise ValueError('Unsupported format')
    def get_info(self):
        return _certificate(self._der)[0]
    def __eq__(self, other):
        return self._der == other._der if isinstance(other, Certificate) else NotImplemented
    def __hash__(self):
        return hash(self._der)
    def __repr__(self):
        subject = ', '.join(['='.join(p) for s in self.get_info()['subject'] for p in s])
        return f'<_ssl.Certificate {subject!r}>'

def _make_certificate(der):
    c = object.__new__(Certificate)
    c._der = der
    return c

def _to_pem(der):
    import base64
    text = base64.b64encode(der).decode()
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '-----BEGIN CERTIFICATE-----\n' + '\n'.join(lines) + '\n-----END CERTIFICATE-----\n'

class SSLSession:
    __module__ = '_ssl'
    id = b''
    time = timeout = ticket_lifetime_hint = 0
    has_ticket = False

class MemoryBIO:
    "Bytes in memory, between a connection and whoever carries them."
    __module__ = '_ssl'
    def __init__(self):
        self._data = b''
        self._eof = False
    def read(self, size=-1, /):
        "Read up to size bytes from the memory BIO."
        if size is None or size < 0 or size >= len(self._data):
            out, self._data = self._data, b''
        else:
            out, self._data = self._data[:size], self._data[size:]
        return out
    def write(self, b, /):
        "Writes the bytes b into the memory BIO."
        b = bytes(memoryview(b))
        if self._eof:
            raise _error(SSLError, 0, 'cannot write() after write_eof()')
        self._data += b
        return len(b)
    def write_eof(self):
        "Write an EOF marker to the memory BIO."
        self._eof = True
    @property
    def pending(self):
        return len(self._data)
    @property
    def eof(self):
        return self._eof and not self._data

# ---- contexts



_ciphers = [
    ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256, 'any', 'aes-256-gcm'), ('TLS_CHACHA20_POLY1305_SHA256', 'TLSv1.3', 256, 'any', 'chacha20-poly1305'),
    ('TLS_AES_128_GCM_SHA256', 'TLSv1.3', 128, 'any', 'aes-128-gcm'), ('ECDHE-ECDSA-AES256-GCM-SHA384', 'TLSv1.2', 256, 'ecdsa', 'aes-256-gcm'),
    ('ECDHE-RSA-AES256-GCM-SHA384', 'TLSv1.2', 256, 'rsa', 'aes-256-gcm'), ('ECDHE-ECDSA-AES128-GCM-SHA256', 'TLSv1.2', 128, 'ecdsa', 'aes-128-gcm'),
    ('ECDHE-RSA-AES128-GCM-SHA256', 'TLSv1.2', 128, 'rsa', 'aes-128-gcm'), ('ECDHE-ECDSA-CHACHA20-POLY1305', 'TLSv1.2', 256, 'ecdsa', 'chacha20-poly1305'),
    ('ECDHE-RSA-CHACHA20-POLY1305', 'TLSv1.2', 256, 'rsa', 'chacha20-poly1305'), ('AES256-GCM-SHA384', 'TLSv1.2', 256, 'rsa', 'aes-256-gcm'),
    ('AES128-GCM-SHA256', 'TLSv1.2', 128, 'rsa', 'aes-128-gcm')]

def _openssl_name(name):
    # The name that OpenSSL has for a cipher suite.
    if not name.startswith('TLS_ECDHE') and not name.startswith('TLS_RSA'):
        return name, 'TLSv1.3', 128 if '_128_' in name else 256
    protocol = 'TLSv1.2' if 'GCM' in name or 'POLY1305' in name or name.endswith('SHA256') else 'TLSv1.0'
    name = name[4:].replace('_WITH_', '-').replace('_', '-').replace('AES-', 'AES').replace('-CBC', '').replace('RSA-AES', 'RSA-AES')
    if name.startswith('RSA-'):
        name = name[4:]
    if name.endswith('POLY1305-SHA256'):
        name = name[:-7]
    return name, protocol, 128 if '128' in name else 256

class _SSLContext:
    "An SSLContext holds what the connections that are made from it have in common."
    __module__ = '_ssl'

    def __new__(cls, protocol=None, /, *args, **kwargs):
        if protocol is None:
            raise TypeError("_SSLContext() missing required argument 'protocol' (pos 1)")
        if protocol not in (PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2):
            raise ValueError(f'invalid or unsupported protocol version {protocol}')
        self = object.__new__(cls)
        if protocol in (PROTOCOL_TLS, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2):
            import warnings
            text = {PROTOCOL_TLS: 'PROTOCOL_TLS', PROTOCOL_TLSv1: 'PROTOCOL_TLSv1', PROTOCOL_TLSv1_1: 'PROTOCOL_TLSv1_1', PROTOCOL_TLSv1_2: 'PROTOCOL_TLSv1_2'}[protocol]
            warnings.warn(f'ssl.{text} is deprecated', DeprecationWarning, stacklevel=3)
        self._protocol = protocol
        client = protocol == PROTOCOL_TLS_CLIENT
        self._check = client
        self._verify = CERT_REQUIRED if client else CERT_NONE
        self._flags = VERIFY_X509_TRUSTED_FIRST
        self._options = 2186412112
        only = {PROTOCOL_TLSv1: 769, PROTOCOL_TLSv1_1: 770, PROTOCOL_TLSv1_2: 771}.get(protocol)
        self._least, self._most = (only, only) if only else (771, PROTO_MAXIMUM_SUPPORTED)
        self._roots = []
        self._system = False
        self._chain = []
        self._key = b''
        self._alpn = []
        self._sni = None
        self._keylog = None
        self._tickets = 2
        self._pha = False
        self._host_flags = HOSTFLAG_NO_PARTIAL_WILDCARDS
        self._chosen = _ciphers
        self._message = None
        return self

    @property
    def protocol(self):
        return self._protocol

    @property
    def check_hostname(self):
        return self._check
    @check_hostname.setter
    def check_hostname(self, on):
        self._check = True if on else False
        if on and self._verify == CERT_NONE:
            self._verify = CERT_REQUIRED

    @property
    def verify_mode(self):
        return self._verify
    @verify_mode.setter
    def verify_mode(self, mode):
        mode = int(mode)
        if mode == CERT_NONE and self._check:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        if mode not in (CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED):
            raise ValueError('invalid value for verify_mode')
        self._verify = mode

    @property
    def verify_flags(self):
        return self._flags
    @verify_flags.setter
    def verify_flags(self, flags):
        self._flags = int(flags)

    @property
    def options(self):
        return self._options
    @options.setter
    def options(self, options):
        if options < 0:
            raise OverflowError("can't convert negative value to unsigned long")
        self._options = int(options)

    def _limit(self, v, name):
        v = int(v)
        if self._protocol not in (PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            raise ValueError("The context's protocol doesn't support modification of highest and lowest version.")
        if v not in (PROTO_MINIMUM_SUPPORTED, PROTO_MAXIMUM_SUPPORTED, PROTO_TLSv1, PROTO_TLSv1_1, PROTO_TLSv1_2, PROTO_TLSv1_3, PROTO_SSLv3):
            raise ValueError(f'Unsupported TLS/SSL version {hex(v)}')
        if v in (PROTO_TLSv1, PROTO_TLSv1_1, PROTO_SSLv3):
            import warnings
            text = {PROTO_TLSv1: 'TLSv1', PROTO_TLSv1_1: 'TLSv1_1', PROTO_SSLv3: 'SSLv3'}[v]
            warnings.warn(f'ssl.TLSVersion.{text} is deprecated', DeprecationWarning, stacklevel=4)
        return v

    @property
    def minimum_version(self):
        return self._least
    @minimum_version.setter
    def minimum_version(self, v):
        v = self._limit(v, 'minimum')
        self._least = PROTO_TLSv1_3 if v == PROTO_MAXIMUM_SUPPORTED else v

    @property
    def maximum_version(self):
        return self._most
    @maximum_version.setter
    def maximum_version(self, v):
        v = self._limit(v, 'maximum')
        self._most = PROTO_TLSv1 if v == PROTO_MINIMUM_SUPPORTED else v

    @property
    def security_level(self):
        return 2

    @property
    def num_tickets(self):
        return self._tickets
    @num_tickets.setter
    def num_tickets(self, n):
        if not isinstance(n, int):
            raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
        if n < 0:
            raise ValueError('value must be non-negative')
        if self._protocol != PROTOCOL_TLS_SERVER:
            raise ValueError('SSLContext is not a server context.')
        self._tickets = n

    @property
    def post_handshake_auth(self):
        return self._pha
    @post_handshake_auth.setter
    def post_handshake_auth(self, on):
        self._pha = True if on else False

    @property
    def keylog_filename(self):
        return self._keylog
    @keylog_filename.setter
    def keylog_filename(self, name):
        if name is not None:
            with open(name, 'a'):
                pass
        self._keylog = name

    @property
    def sni_callback(self):
        return self._sni
    @sni_callback.setter
    def sni_callback(self, callback):
        if self._protocol == PROTOCOL_TLS_CLIENT:
            raise ValueError('sni_callback cannot be set on TLS_CLIENT context')
        if callback is not None and not callable(callback):
            raise TypeError('not a callable object')
        self._sni = callback

    @property
    def _msg_callback(self):
        return self._message
    @_msg_callback.setter
    def _msg_callback(self, callback):
        if callback is not None and not callable(callback):
            raise TypeError(f'{callback} is not callable.')
        self._message = callback

    def set_ciphers(self, ciphers, /):
        names = [c for part in ciphers.split(':') for c in part.split(',') if c]
        def fits(c, want):
            word = want.upper()
            if word in ('ALL', 'DEFAULT', 'HIGH', 'COMPLEMENTOFDEFAULT') or word == c[0]:
                return True
            known = c[0].upper().replace('-', ' ').replace('_', ' ').split() + (['ECDH', 'EECDH', 'KEECDH', 'ECDHE'] if c[0].startswith('ECDHE') else [])
            known += [c[3].upper(), 'A' + c[3].upper(), c[1].upper().replace('V1.', 'V1.')]
            if 'gcm' in c[4]:
                known += ['AESGCM', 'AES']
            if c[4].startswith('chacha'):
                known.append('CHACHA20')
            if c[4].startswith('aes'):
                known += ['AES', 'AES' + str(c[2])]
            return all([p in known for p in word.split('+')])
        chosen = []
        for want in names:
            if want.startswith(('!', '-')):
                chosen = [c for c in chosen if not fits(c, want[1:])]
            elif not want.startswith(('@', '+')):
                chosen += [c for c in _ciphers[3:] if fits(c, want) and c not in chosen]
        if not chosen and not [n for n in names if n.startswith('TLS_')] or ciphers == '':
            raise SSLError('No cipher can be selected.')
        self._chosen = _ciphers[:3] + chosen

    def get_ciphers(self):
        out = []
        for i, (name, protocol, bits, auth, symmetric) in enumerate(self._chosen):
            kx = 'any' if protocol == 'TLSv1.3' else 'ECDH' if name.startswith('ECDHE') else 'RSA'
            out.append({'id': 50331648 + i, 'name': name, 'protocol': protocol, 'description': f"{name:<30} {protocol} Kx={kx:<8} Au={auth:<5} Enc={symmetric} Mac=AEAD",
                        'strength_bits': bits, 'alg_bits': bits, 'aead': True, 'symmetric': symmetric, 'digest': None,
                        'kea': 'kx-' + {'ECDH': 'ecdhe', 'RSA': 'rsa'}.get(kx, 'any'), 'auth': 'auth-' + auth})
        return out

    def _set_alpn_protocols(self, protos, /):
        data, out = bytes(protos), []
        while data:
            n = data[0]
            out.append(data[1:1 + n])
            data = data[1 + n:]
        self._alpn = out

    def set_ecdh_curve(self, name, /):
        if isinstance(name, bytes):
            name = name.decode()
        elif not isinstance(name, str):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(name).__name__}')
        if name not in ('prime256v1', 'secp384r1', 'secp521r1', 'X25519', 'x25519'):
            raise ValueError(f'unknown elliptic curve name {name!r}')

    def load_dh_params(self, path, /):
        with open(path, 'rb') as f:
            data = f.read()
        if b'DH PARAMETERS' not in data:
            raise _error(SSLError, 1, '[PEM: NO_START_LINE] no start line', 'NO_START_LINE', 'PEM')

    def set_psk_client_callback(self, callback):
        raise NotImplementedError('PSK callbacks are not supported by the TLS of Go')
    set_psk_server_callback = set_psk_client_callback

    def set_default_verify_paths(self):
        self._system = True

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        with open(certfile, 'rb') as f:
            blocks = _pem(f.read())
        chain = [der for kind, _, der in blocks if kind == 'CERTIFICATE']
        if not chain or _certificate(chain[0]) is None:
            raise _error(SSLError, 524297, '[SSL] PEM lib')
        if keyfile is not None:
            with open(keyfile, 'rb') as f:
                blocks = _pem(f.read())
        key = None
        for kind, encrypted, der in blocks:
            if kind.endswith('PRIVATE KEY'):
                if kind == 'ENCRYPTED PRIVATE KEY':
                    der = _decrypted(der, self._password(password))
                key = _key(der) if der is not None and not encrypted else None
                break
        if key is None:
            raise _error(SSLError, 524297, '[SSL] PEM lib')
        if not _fits(chain[0], key):
            raise _error(SSLError, 116, '[X509: KEY_VALUES_MISMATCH] key values mismatch', 'KEY_VALUES_MISMATCH', 'X509')
        self._chain, self._key = chain, key

    def _password(self, password):
        if password is None:
            raise _error(SSLError, 524297, '[SSL] PEM lib')
        if callable(password):
            password = password()
            if not isinstance(password, (str, bytes, bytearray)):
                raise TypeError('password callback must return a string')
        elif not isinstance(password, (str, bytes, bytearray)):
            raise TypeError('password should be a string or callable')
        if isinstance(password, str):
            password = password.encode()
        if len(password) > 1024:
            raise ValueError('password cannot be longer than 1024 bytes')
        return bytes(password)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        for path in (cafile, capath):
            if path is not None and not isinstance(path, (str, bytes)) and not hasattr(path, '__fspath__'):
                raise TypeError(f"{'cafile' if path is cafile else 'capath'} should be a valid filesystem path")
        if cadata is not None:
            if isinstance(cadata, str):
                try:
                    data = cadata.encode('ascii')
                except UnicodeEncodeError:
                    raise TypeError('cadata should be an ASCII string or a bytes-like object') from None
                found = [der for kind, _, der in _pem(data) if kind.endswith('CERTIFICATE')]
                if not found:
                    raise _error(SSLError, 0, 'no start line: cadata does not contain a certificate')
            else:
                try:
                    data = bytes(memoryview(cadata))
                except TypeError:
                    raise TypeError('cadata should be an ASCII string or a bytes-like object') from None
                found = _split_der(data)
                if not found:
                    raise _error(SSLError, 0, 'not enough data: cadata does not contain a certificate')
            for der in found:
                self._trust(der)
        if cafile is not None:
            with open(cafile, 'rb') as f:
                found = [der for kind, _, der in _pem(f.read()) if kind.endswith('CERTIFICATE')]
            if not found:
                raise _error(SSLError, 136, '[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found', 'NO_CERTIFICATE_OR_CRL_FOUND', 'X509')
            for der in found:
                self._trust(der)
        if capath is not None:
            import os
            for name in sorted(os.listdir(capath)) if os.path.isdir(capath) else ():
                with open(os.path.join(capath, name), 'rb') as f:
                    for kind, _, der in _pem(f.read()):
                        if kind.endswith('CERTIFICATE') and der not in self._paths:
                            self._paths = self._paths + [der]
    _paths = []

    def _trust(self, der):
        if der not in self._roots:
            if _certificate(der) is None:
                raise _error(SSLError, 0, 'not enough data: cadata does not contain a certificate')
            self._roots.append(der)

    def cert_store_stats(self):
        ca = [der for der in self._roots if _certificate(der)[1]]
        return {'x509': len(self._roots), 'crl': 0, 'x509_ca': len(ca)}

    def get_ca_certs(self, binary_form=False):
        out = []
        for der in self._roots:
            info, ca = _certificate(der)
            if ca:
                out.append(der if binary_form else info)
        return out

    def session_stats(self):
        return dict.fromkeys(('number', 'connect', 'connect_good', 'connect_renegotiate', 'accept', 'accept_good', 'accept_renegotiate', 'hits', 'misses',
                              'timeouts', 'cache_full'), 0)

    def _settings(self, server, name):
        most = 0 if self._most == PROTO_MAXIMUM_SUPPORTED else self._most
        least = 0 if self._least == PROTO_MINIMUM_SUPPORTED else self._least
        versions = [v for v, off in ((769, OP_NO_TLSv1), (770, OP_NO_TLSv1_1), (771, OP_NO_TLSv1_2), (772, OP_NO_TLSv1_3))
                    if not self._options & off and v >= least and (not most or v <= most)]
        if versions:
            least, most = versions[0], versions[-1]
        return _config(server, name or '', self._verify, self._check and not server, self._system, tuple(self._roots + self._paths), tuple(self._chain), self._key,
                       tuple(self._alpn), least, most, self._sni is not None and server, bool(self._flags & VERIFY_X509_PARTIAL_CHAIN),
                       bool(self._options & OP_NO_TICKET))

    def _wrap_socket(self, sock, server_side, server_hostname=None, *, owner=None, session=None):
        return _make_connection(self, sock, None, None, server_side, server_hostname, owner)

    def _wrap_bio(self, incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None):
        if not isinstance(incoming, MemoryBIO) or not isinstance(outgoing, MemoryBIO):
            bad = incoming if not isinstance(incoming, MemoryBIO) else outgoing
            raise TypeError(f"_wrap_bio() argument {'1' if bad is incoming else '2'} must be _ssl.MemoryBIO, not {type(bad).__name__}")
        return _make_connection(self, None, incoming, outgoing, server_side, server_hostname, owner)

def _split_der(data):
    out = []
    while len(data) > 4 and data[0] == 0x30:
        n, head = data[1], 2
        if n & 0x80:
            head = 2 + (n & 0x7f)
            n = int.from_bytes(data[2:head], 'big')
        if head + n > len(data):
            break
        out.append(data[:head + n])
        data = data[head + n:]
    return out if not data else []

# ---- connections

def _make_connection(context, sock, incoming, outgoing, server_side, server_hostname, owner):
    if context._protocol == PROTOCOL_TLS_CLIENT and server_side:
        raise _error(SSLError, 1, 'Cannot create a server socket with a PROTOCOL_TLS_CLIENT context')
    if context._protocol == PROTOCOL_TLS_SERVER and not server_side:
        raise _error(SSLError, 1, 'Cannot create a client socket with a PROTOCOL_TLS_SERVER context')
    if server_hostname is not None:
        if not isinstance(server_hostname, str):
            server_hostname = server_hostname.decode('ascii')
        if '\0' in server_hostname:
            raise TypeError('server_hostname must not contain a null character')
        if not server_hostname or server_hostname.startswith('.'):
            raise ValueError('server_hostname cannot be an empty string or start with a leading dot.')
    self = object.__new__(_SSLSocket)
    self._context = context
    self._sock = None if sock is None else _weakref.ref(sock)
    self._incoming, self._outgoing = incoming, outgoing
    self._server = True if server_side else False
    name = server_hostname
    if name is not None and not name.isascii():
        name = name.encode('idna').decode()
    self.server_hostname = name
    self._owner = None if owner is None else _weakref.ref(owner)
    self._out = b''
    self._shaken = self._closing = False
    self._left = 0
    self.session = None
    self._number, self._facts, self._begun = -1, None, False
    return self

class _SSLSocket:
    __module__ = '_ssl'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_ssl._SSLSocket' instances")

    @property
    def context(self):
        return self._context
    @context.setter
    def context(self, context):
        if not isinstance(context, _SSLContext):
            raise TypeError('The value must be a SSLContext')
        self._context = context

    @property
    def server_side(self):
        return self._server

    @property
    def owner(self):
        return self._owner() if self._owner is not None else None
    @owner.setter
    def owner(self, owner):
        self._owner = _weakref.ref(owner)

    @property
    def session_reused(self):
        return bool(self._describe()[3]) if self._shaken else False

    def _begin(self):
        if self._begun:
            return
        status, _, _, facts, _ = _secure(0, _BEGIN, 0, self._context._settings(self._server, self.server_hostname))
        if status < 0:
            raise _failure(facts)
        _, self._number = status, status
        self._begun = True

    def _step(self, step, m=0, data=b''):
        # Takes a step, and carries what the connection wants carried.
        status, got, out, facts, left = _secure(self._number, step, m, data)
        if out:
            if self._outgoing is not None:
                self._outgoing.write(out)
            else:
                self._out += out
        self._left = left if step == _READ else self._left
        if status < 0:
            if self._sock is not None and self._out:
                try:
                    self._flush()
                except (OSError, SSLError):
                    pass
            raise _failure(facts)
        return status, got, facts, left

    def _socket(self):
        sock = self._sock()
        if sock is None:
            raise _error(SSLError, SSL_ERROR_SYSCALL, 'Underlying socket connection gone')
        return sock

    def _flush(self, what='write'):
        # Sends what is for the peer.
        if self._sock is None:
            return
        sock = self._socket()
        while self._out:
            try:
                n = _socket.socket.send(sock, self._out)
            except BlockingIOError:
                raise _error(SSLWantWriteError, SSL_ERROR_WANT_WRITE, 'The operation did not complete (write)') from None
            except TimeoutError:
                raise TimeoutError(f'The {what} operation timed out') from None
            self._out = self._out[n:]

    def _more(self, what):
        # Gets more from the peer.
        if self._sock is None:
            data = self._incoming.read()
            if not data and not self._incoming.eof:
                raise _error(SSLWantReadError, SSL_ERROR_WANT_READ, 'The operation did not complete (read)')
        else:
            self._flush(what)
            sock = self._socket()
            try:
                data = _socket.socket.recv(sock, 65536)
            except BlockingIOError:
                raise _error(SSLWantReadError, SSL_ERROR_WANT_READ, 'The operation did not complete (read)') from None
            except TimeoutError:
                raise TimeoutError(f'The {what} operation timed out') from None
        self._step(_FEED, 0, data)

    def do_handshake(self):
        if self._sock is not None and self._socket().fileno() < 0:
            raise OSError(_errno.EBADF, 'Bad file descriptor')
        self._begin()
        if self._shaken:
            self._flush('handshake')
            return
        status, _, facts, _ = self._step(_HANDSHAKE)
        while True:
            if status == _NAME:
                status, _, facts, _ = self._named(facts[0].decode())
            elif status == _WANTS:
                self._more('handshake')
                status, _, facts, _ = self._step(_HANDSHAKE)
            else:
                break
        self._shaken = True
        self._flush('handshake')

    def _named(self, name):
        # The callback of the server name, which may change the context.
        context = self._context
        owner = self.owner
        try:
            answer = context._sni(self if owner is None else owner, name or None, context)
        except BaseException as e:
            _sys.unraisablehook(_Unraisable(e, 'Exception ignored in ssl servername callback'))
            return self._step(_NAMED, ALERT_DESCRIPTION_HANDSHAKE_FAILURE)
        if answer is not None:
            try:
                answer = int(answer)
            except (TypeError, ValueError) as e:
                _sys.unraisablehook(_Unraisable(e, 'Exception ignored in ssl servername callback'))
                answer = ALERT_DESCRIPTION_INTERNAL_ERROR
            return self._step(_NAMED, answer)
        if self._context is not context:
            settings = self._context
            sni, settings._sni = settings._sni, None
            try:
                return self._step(_NAMED, 0, settings._settings(True, None))
            finally:
                settings._sni = sni
        return self._step(_NAMED)

    def read(self, size, buffer=None, /):
        if buffer is None and size < 0:
            raise ValueError('size should not be negative')
        if buffer is not None:
            view = memoryview(buffer).cast('B')
            if size <= 0 or size > len(view):
                size = len(view)
        if size == 0:
            return b'' if buffer is None else 0
        if not self._shaken:
            self.do_handshake()
        while True:
            status, data, _, _ = self._step(_READ, size)
            if self._out:
                try:
                    self._flush('read')
                except SSLWantWriteError:
                    pass
            if status != _WANTS or data:
                break
            self._more('read')
        if buffer is None:
            return data
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        data = bytes(memoryview(b).cast('B')) if not isinstance(b, bytes) else b
        if not self._shaken:
            self.do_handshake()
        self._flush()
        if not data:
            return 0
        n = self._step(_WRITE, 0, data)[3]
        try:
            self._flush()
        except SSLWantWriteError:
            pass
        return n

    def pending(self):
        return self._left

    def shutdown(self):
        if not self._shaken:
            raise _error(SSLError, 1, '[SSL: SHUTDOWN_WHILE_IN_INIT] shutdown while in init', 'SHUTDOWN_WHILE_IN_INIT')
        if not self._closing:
            self._step(_SHUTDOWN)
            self._closing = True
        self._flush()
        while True:
            status, data, _, _ = self._step(_READ, 65536)
            if status == _END and not data:
                break
            if status == _WANTS and not data:
                self._more('read')
            elif data:
                raise _error(SSLError, 1, '[SSL: APPLICATION_DATA_AFTER_CLOSE_NOTIFY] application data after close notify', 'APPLICATION_DATA_AFTER_CLOSE_NOTIFY')
        return self._sock() if self._sock is not None else None

    def _describe(self):
        if self._facts is None:
            self._facts = self._step(_DESCRIBE)[2]
        return self._facts

    def version(self):
        return self._describe()[0].decode() if self._shaken else None

    def cipher(self):
        if not self._shaken:
            return None
        name, _, bits = _openssl_name(self._describe()[1].decode())
        protocol = 'TLSv1.3' if name.startswith('TLS_') else 'TLSv1.2'
        return name, protocol, bits

    def shared_ciphers(self):
        if not self._shaken or not self._server:
            return None
        return [(c[0], c[1], c[2]) for c in self._context._chosen]

    def compression(self):
        return None

    def selected_alpn_protocol(self):
        return (self._describe()[2].decode() or None) if self._shaken else None

    def _peer(self):
        facts = self._describe()[4:]
        at = facts.index(b'')
        return facts[:at], facts[at + 1:]

    def getpeercert(self, binary_mode=False, /):
        if not self._shaken:
            raise ValueError('handshake not done yet')
        sent = self._peer()[0]
        if not sent:
            return None
        if binary_mode:
            return sent[0]
        if self._context._verify == CERT_NONE:
            return {}
        return _certificate(sent[0])[0]

    def get_unverified_chain(self):
        sent = self._peer()[0] if self._shaken else ()
        return [_make_certificate(der) for der in sent] or None

    def get_verified_chain(self):
        chain = self._peer()[1] if self._shaken else ()
        return [_make_certificate(der) for der in chain]

    def get_channel_binding(self, cb_type='tls-unique'):
        if cb_type != 'tls-unique':
            raise ValueError(f"'{cb_type}' channel binding type not implemented")
        return None

    def verify_client_post_handshake(self):
        raise NotImplementedError('Post-handshake auth is not supported by your OpenSSL version.')

class _Unraisable:
    def __init__(self, e, text):
        self.exc_type, self.exc_value, self.exc_traceback, self.err_msg, self.object = type(e), e, e.__traceback__, text, None
