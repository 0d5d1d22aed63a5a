"""HMAC of the hashes that are built in."""

import _hashlib

_GIL_MINSIZE = 2048
_NAMES = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2s_32', 'blake2b_32')
_OTHER = {'blake2s_32': 'blake2s', 'blake2b_32': 'blake2b'}


class UnknownHashError(ValueError):
    pass


def _hash(name):
    if not isinstance(name, str):
        name = getattr(name, '__name__', name)
        if isinstance(name, str):
            name = name.removeprefix('openssl_')
    low = name.lower() if isinstance(name, str) else None
    if low not in _NAMES and low not in _OTHER.values():
        raise UnknownHashError(f'unsupported hash type: {name}')
    return low, _OTHER.get(low, low)


class HMAC:
    __slots__ = ('_name', '_mac')

    def __new__(cls):
        raise TypeError("cannot create '_hmac.HMAC' instances")

    @property
    def name(self):
        return f'hmac-{self._name}'

    @property
    def block_size(self):
        return self._mac.block_size

    @property
    def digest_size(self):
        return self._mac.digest_size

    def copy(self):
        "Return a copy (\"clone\") of the HMAC object."
        return _make(self._name, self._mac.copy())

    def update(self, msg):
        "Update the HMAC object with the given message."
        self._mac.update(msg)

    def digest(self):
        "Return the digest of the bytes passed to the update() method so far."
        return self._mac.digest()

    def hexdigest(self):
        "Return hexadecimal digest of the bytes passed to the update() method so far."
        return self._mac.hexdigest()

    def __repr__(self):
        return f'<{self._name} HMAC object @ {id(self):#x}>'


HMAC.__module__ = UnknownHashError.__module__ = '_hmac'


def _make(name, mac):
    self = object.__new__(HMAC)
    self._name, self._mac = name, mac
    return self


def new(key, msg=None, digestmod=None):
    "Return a new HMAC object."
    if digestmod is None:
        raise TypeError("new() missing 1 required argument 'digestmod'")
    name, known = _hash(digestmod)
    return _make(name, _hashlib.hmac_new(key, b'' if msg is None else msg, known))


def compute_digest(key, msg, digest):
    return _hashlib.hmac_digest(key, msg, _hash(digest)[1])


def _compute(name):
    def compute(key, msg, /):
        return _hashlib.hmac_digest(key, msg, _OTHER.get(name, name))
    compute.__name__ = compute.__qualname__ = f'compute_{name}'
    compute.__module__ = '_hmac'
    return compute


for _name in _NAMES:
    globals()[f'compute_{_name}'] = _compute(_name)
del _name
