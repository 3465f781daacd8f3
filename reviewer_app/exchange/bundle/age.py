"""age files for a passphrase (age-encryption.org/v1, C2SP age.md), as they stream by; `age -d` opens what is written.

The format is not ours and every key, mac and cipher is the library's: the bindings at hand hold a whole file in memory.
"""

import base64
import binascii
import hashlib
import hmac
import io
import os
import re
from typing import IO, override

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reviewer_app.exchange.file_fault import FileFault

START = b"age-encryption.org/v1\n"
WORK = 18
"""The passphrase is stretched by scrypt with N = 2 ** WORK, as the age program does; it takes 256 MB for a second."""

_MOST_WORK = 20
_LABEL = b"age-encryption.org/v1/scrypt"
_CHUNK = 1 << 16
_KEY_SIZE = _SALT_SIZE = _NONCE_SIZE = _TAG_SIZE = 16
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n([A-Za-z0-9+/]{43})\n---"
    rb"( [A-Za-z0-9+/]{43}\n)"
)
_LONGEST_HEAD = 1024


class AgeWriter(io.RawIOBase):
    """What is written here arrives encrypted in `target`, complete once it is closed; `target` stays open."""

    def __init__(self, target: IO[bytes], passphrase: str, work: int = WORK) -> None:
        """Write the head."""
        super().__init__()
        self._target = target
        file_key, salt, nonce = os.urandom(_KEY_SIZE), os.urandom(_SALT_SIZE), os.urandom(_NONCE_SIZE)
        wrapped = ChaCha20Poly1305(_stretched(passphrase, salt, work)).encrypt(bytes(12), file_key, None)
        head = START + b"-> scrypt %s %d\n%s\n---" % (_base64(salt), work, _base64(wrapped))
        target.write(head + b" " + _base64(_mac(file_key, head)) + b"\n" + nonce)
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
        self._counter = 0
        self._rest = bytearray()

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]  # bytes are all we write
        self._rest += data
        start = 0
        while len(self._rest) - start > _CHUNK:
            self._put(bytes(self._rest[start : start + _CHUNK]), last=False)
            start += _CHUNK
        del self._rest[:start]
        return len(data)

    def finish(self) -> None:
        """Write the last piece, which proves that nothing is missing."""
        self._put(bytes(self._rest), last=True)
        self._rest.clear()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._counter, last=last), piece, None))
        self._counter += 1


class AgeReader(io.RawIOBase):
    """The plain bytes of an age file; no byte is given out that is not proven."""

    def __init__(self, source: IO[bytes], passphrase: str) -> None:
        """Read the head; raise FileFault where the passphrase does not fit or it is no age file for a passphrase."""
        super().__init__()
        self._source = source
        start = source.read(_LONGEST_HEAD)
        match = _HEAD.match(start)
        if match is None:
            raise FileFault("bundle_not_for_passphrase" if start.startswith(START) else "bundle_none")
        salt, work = _unbase64(match[1]), int(match[2])
        if work > _MOST_WORK:
            raise FileFault("bundle_not_for_passphrase")
        try:
            key = ChaCha20Poly1305(_stretched(passphrase, salt, work))
            file_key = key.decrypt(bytes(12), _unbase64(match[3]), None)
        except InvalidTag as error:
            raise FileFault("bundle_passphrase") from error
        if not hmac.compare_digest(_mac(file_key, start[: match.start(4)]), _unbase64(match[4].strip())):
            raise FileFault("bundle_changed")
        self._ahead = start[match.end() :] + source.read(max(0, _NONCE_SIZE - len(start) + match.end()))
        nonce, self._ahead = self._ahead[:_NONCE_SIZE], self._ahead[_NONCE_SIZE:]
        if len(nonce) < _NONCE_SIZE:
            raise FileFault("bundle_cut")
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
        self._counter = 0
        self._plain = b""
        self._is_last = False

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, empty at the end; raise FileFault where the file was changed or cut."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_CHUNK), b""))
        while not self._plain and not self._is_last:
            self._plain = self._next()
        given, self._plain = self._plain[:size], self._plain[size:]
        return given

    def _next(self) -> bytes:
        wanted = _CHUNK + _TAG_SIZE + 1  # one more, to see whether this piece is the last
        while len(self._ahead) < wanted and (more := self._source.read(wanted - len(self._ahead))):
            self._ahead += more
        piece, self._ahead = self._ahead[: wanted - 1], self._ahead[wanted - 1 :]
        self._is_last = not self._ahead
        try:
            plain = self._cipher.decrypt(_nonce(self._counter, last=self._is_last), piece, None)
        except InvalidTag as error:
            raise FileFault("bundle_cut" if self._is_last else "bundle_changed") from error
        if self._is_last and self._counter and not plain:
            raise FileFault("bundle_changed")
        self._counter += 1
        return plain


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    room = 128 * 8 * 2**work + (1 << 21)
    return hashlib.scrypt(passphrase.encode(), salt=_LABEL + salt, n=2**work, r=8, p=1, maxmem=room, dklen=32)


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, info).derive(key)


def _mac(file_key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")


def _nonce(counter: int, *, last: bool) -> bytes:
    return counter.to_bytes(11) + (b"\1" if last else b"\0")


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _unbase64(text: bytes) -> bytes:
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise FileFault("bundle_changed") from error
    if _base64(data) != text:
        raise FileFault("bundle_changed")
    return data
